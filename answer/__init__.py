"""Cited answers: understanding, evidence, composing, checking, refusing."""

from answer.engine import Answerer

__all__ = ["Answerer"]

"""The page: a header and one tab for each job."""

from __future__ import annotations

from typing import Any

import gradio as gr

from ui.desk import Desk
from ui.parts import html
from ui.render import render
from ui.views import ask, documents, register, status


def build(desk: Desk) -> Any:
    """All views in one Gradio page."""
    hour = 3600  # seconds: files sent but never taken in are deleted after it
    with gr.Blocks(title="Ressort", analytics_enabled=False, fill_width=True, delete_cache=(hour, hour)) as demo:
        html(render("header.html"), elem_id="top")
        with gr.Tabs(elem_id="faner"):
            with gr.Tab("Spørg"):
                ask.build(desk)
            with gr.Tab("Ansvar") as tab:
                register.build(desk, tab)
            with gr.Tab("Dokumenter") as tab:
                documents.build(desk, tab)
            with gr.Tab("Status") as tab:
                status.build(desk, tab)
    return demo

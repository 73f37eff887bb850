"""Coverage against risk, and that the pictures are well-formed."""

from xml.etree import ElementTree

from evals.plots import plots, risk_curve

OUTCOMES = [
    {"refused": False, "confidence": 0.9, "right": True},
    {"refused": False, "confidence": 0.5, "right": False},
    {"refused": True, "confidence": 0.9, "right": True},
    {"refused": True, "confidence": 0.2, "right": False},
]


def test_risk_grows_with_coverage_from_the_surest_answer_on():
    assert risk_curve(OUTCOMES) == [(1 / 4, 0 / 1), (2 / 4, 1 / 2)]


def test_the_pictures_are_svg():
    report = {"outcomes": OUTCOMES, "reliability": [{"confidence": 0.9, "right": 1.0}]}
    assert {ElementTree.fromstring(text).tag for text in plots(report).values()} == {"{http://www.w3.org/2000/svg}svg"}

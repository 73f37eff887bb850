"""Two small plots of a run as SVG: coverage against risk, and confidence against the share right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_SIDE, _MARGIN = 320, 48


def risk_curve(outcomes: Sequence[dict[str, Any]]) -> list[tuple[float, float]]:
    """(coverage, risk) for each cut of the confidence, most confident first: coverage is the share of all
    questions answered, risk the share of those answers that are wrong (El-Yaniv & Wiener 2010)."""
    answered = sorted((o for o in outcomes if not o["refused"]), key=lambda o: -o["confidence"])
    points, wrong = [], 0
    for count, outcome in enumerate(answered, 1):
        wrong += not outcome["right"]
        points.append((count / len(outcomes), wrong / count))
    return points


def draw(title: str, across: str, up: str, points: Sequence[tuple[float, float]], *, diagonal: bool = False) -> str:
    """SVG of points (both 0..1) joined by a line; ``diagonal`` adds the line of perfect calibration."""
    size = _SIDE + 2 * _MARGIN
    joined = " ".join(f"{_x(x):.1f},{_y(y):.1f}" for x, y in points)
    dots = "".join(f'<circle cx="{_x(x):.1f}" cy="{_y(y):.1f}" r="2"/>' for x, y in points)
    ideal = f'<path d="M{_x(0)},{_y(0)} L{_x(1)},{_y(1)}" stroke="#999" stroke-dasharray="4"/>' if diagonal else ""
    ticks = "".join(
        f'<text x="{_x(t):.0f}" y="{_y(0) + 16:.0f}" text-anchor="middle">{t:g}</text>'
        f'<text x="{_x(0) - 6:.0f}" y="{_y(t) + 4:.0f}" text-anchor="end">{t:g}</text>'
        for t in (0, 0.25, 0.5, 0.75, 1)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" font-family="sans-serif" font-size="11">'
        f'<rect width="{size}" height="{size}" fill="white"/><text x="{size / 2}" y="22" text-anchor="middle" '
        f'font-size="14">{title}</text><g fill="none" stroke="#333"><path d="M{_x(0)},{_y(1)} V{_y(0)} H{_x(1)}"/>'
        f'{ideal}<polyline points="{joined}" stroke="#1f5a8a" stroke-width="1.5"/></g><g fill="#1f5a8a">{dots}</g>'
        f'<g fill="#333">{ticks}<text x="{size / 2}" y="{size - 8}" text-anchor="middle">{across}</text>'
        f'<text transform="translate(14 {size / 2}) rotate(-90)" text-anchor="middle">{up}</text></g></svg>\n'
    )


def _x(value: float) -> float:
    return _MARGIN + value * _SIDE


def _y(value: float) -> float:
    return _MARGIN + (1 - value) * _SIDE


def plots(report: dict[str, Any]) -> dict[str, str]:
    """SVG texts by name: "risk" and "reliability"."""
    curve = [(row["confidence"], row["right"]) for row in report["reliability"]]
    return {
        "risk": draw("Dækning og risiko", "andel besvaret", "andel forkerte", risk_curve(report["outcomes"])),
        "reliability": draw("Sikkerhed og rigtighed", "sikkerhed", "andel rigtige", curve, diagonal=True),
    }

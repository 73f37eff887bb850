"""The application's own addresses beside Gradio's: the reader, page images, the register as a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from fastapi import FastAPI, HTTPException, Query
from fastapi.responses import HTMLResponse, Response
from fastapi.staticfiles import StaticFiles

from core.schema import Span
from ui import reader
from ui.about import about
from ui.format import parse_day
from ui.render import render
from ui.rows import RegisterRow, register_rows

if TYPE_CHECKING:
    from pipeline import KnowledgeBase

STATIC = Path(__file__).parent / "static"
CSV_HEADS = (
    *("Opgave", "Område", "Fra", "Til", "Navn i dag", "Gælder fra", "Grundlag", "Gælder til", "Status"),
    *("Betingelser", "Undtagelser", "Beløb", "Årsværk", "Dokument", "Sted", "Citat"),
)


def install(app: FastAPI, kb: KnowledgeBase) -> None:
    """Add the addresses; before Gradio is mounted, which takes all others."""
    app.mount("/statisk", StaticFiles(directory=STATIC), name="statisk")

    @app.get("/helbred")
    def health() -> dict[str, bool]:
        return {"ok": True}

    @app.get("/laes", response_class=HTMLResponse)
    def read(
        dokument: str,
        start: Annotated[int | None, Query(ge=0)] = None,
        slut: Annotated[int | None, Query(ge=0)] = None,
        side: Annotated[int | None, Query(ge=1)] = None,
        visning: str = reader.CLEANED,
        panel: bool = False,
    ) -> str:
        document = kb.document(dokument)
        mark = _span(start, slut, len(document.received))
        page = reader.build(document, mark=mark, side=side, view=visning, panel=panel)
        facts = about(document, panel=panel)
        return render("reader.html", page=page, views=reader.VIEWS, facts=facts)

    @app.get("/sidebillede")
    def picture(dokument: str, side: Annotated[int, Query(ge=1)]) -> Response:
        data = kb.page_image(kb.document(dokument).id, side)
        if data is None:
            raise HTTPException(404)
        return Response(data, media_type="image/png", headers={"Cache-Control": "private, max-age=3600"})

    @app.get("/ansvar.csv")
    def register(opgave: str = "", enhed: str = "", dato: str = "") -> Response:
        rows = kb.register().responsibilities(as_of=parse_day(dato), task=opgave.strip(), unit=enhed.strip())
        return Response(
            as_csv(register_rows(kb, rows)),
            media_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="ansvar.csv"'},
        )


def _span(start: int | None, end: int | None, length: int) -> Span | None:
    """The span asked for, kept inside the text; None where there is none."""
    if start is None or end is None or start >= length:
        return None
    return Span(start, max(start, min(end, length)))


def as_csv(rows: Iterable[RegisterRow]) -> bytes:
    """Rows for a Danish spreadsheet: semicolons, UTF-8 with a byte order mark, no cell that is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(CSV_HEADS)
    for row in rows:
        writer.writerow([_harmless(value) for value in row.as_cells()])
    return out.getvalue().encode("utf-8-sig")


def _harmless(value: str) -> str:
    """A leading apostrophe keeps spreadsheets from running a cell that starts like a formula."""
    return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t", "\r") else value

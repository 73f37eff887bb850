"""The application's own addresses beside Gradio's: the reader, page images, the register as a file."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

from fastapi import FastAPI, HTTPException, Query
from fastapi.responses import HTMLResponse, Response
from fastapi.staticfiles import StaticFiles

from core.schema import Span
from register.library.export import to_csv
from ui import objects, reader
from ui.about import about
from ui.format import parse_day
from ui.render import render

if TYPE_CHECKING:
    from pipeline import KnowledgeBase

STATIC = Path(__file__).parent / "static"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def install(app: FastAPI, kb: KnowledgeBase) -> None:
    """Add the addresses; before Gradio is mounted, which takes all others."""
    app.mount("/statisk", StaticFiles(directory=STATIC), name="statisk")
    _add_reader(app, kb)
    _add_register_files(app, kb)

    @app.get("/helbred")
    def health() -> dict[str, bool]:
        return {"ok": True}


def _add_reader(app: FastAPI, kb: KnowledgeBase) -> None:
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


def _add_register_files(app: FastAPI, kb: KnowledgeBase) -> None:
    @app.get("/ansvar.csv")
    def register_csv(opgave: str = "", enhed: str = "", dato: str = "") -> Response:
        rows = objects.responsibilities(kb, as_of=parse_day(dato), task=opgave.strip(), unit=enhed.strip())
        return _file(to_csv(rows).encode("utf-8-sig"), "text/csv; charset=utf-8", "ansvar.csv")

    @app.get("/ansvar.xlsx")
    def register_xlsx(opgave: str = "", enhed: str = "", dato: str = "") -> Response:
        rows = objects.responsibilities(kb, as_of=parse_day(dato), task=opgave.strip(), unit=enhed.strip())
        with TemporaryDirectory() as folder:
            path = Path(folder) / "ansvar.xlsx"
            objects.write_xlsx(rows, path)
            return _file(path.read_bytes(), XLSX, path.name)


def _file(data: bytes, media_type: str, name: str) -> Response:
    return Response(data, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _span(start: int | None, end: int | None, length: int) -> Span | None:
    """The span asked for, kept inside the text; None where there is none."""
    if start is None or end is None or start >= length:
        return None
    return Span(start, max(start, min(end, length)))

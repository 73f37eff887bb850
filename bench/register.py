"""How fast the register reads a document and answers for a day.

    python -m bench.register [rows]

Prints processor seconds for a document of about 20 pages, and for a register of 10,000 rows: building it, the
state of every task on days not asked before, and a look-up by task."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from datetime import date, timedelta

from core.schema import Basis, Document, Facts, Kind, Responsibility, Span, Status, Unit
from register.extract import extract
from register.register import Register

PAGE = 2_400  # characters
PARAGRAPHS = (
    "Ændringerne i ansvarsfordelingen mellem udvalgene træder så vidt muligt i kraft fra den 1. januar 2026.",
    "Ansvaret for havnebade og broer flyttes fra Teknik- og Havneudvalget til Kultur- og Idrætsudvalget, og det "
    "evalueres efter tre år. Havneforvaltningen (HAF) skal løbende bistå med data om brugen af byens havn.",
    "Møderne holdes hver anden måned, og deltagerne drøfter her, hvordan borgernes oplevelse af kommunen kan blive "
    "bedre. Der er afsat 2,4 mio. kr. årligt i 2026-2029 til arbejdet, som har været i gang siden efteråret 2024.",
    "Udvalget varetager opgaver vedrørende:\n- lystbådehavne\n- kajpladser\n- badebroer og saunaer",
    "Skolebusser forbliver i Børne- og Skoleforvaltningen. Medarbejderne følger opgaverne og beholder deres vilkår.",
)


def document(pages: int) -> Document:
    """A plain document of so many pages."""
    text, n = "", 0
    while len(text) < pages * PAGE:
        text += f"Afsnit {n}\n\n" + "\n\n".join(PARAGRAPHS) + "\n\n"
        n += 1
    return Document("bench", "bench.txt", "Bench", Kind.AGREEMENT, date(2025, 6, 1), text, text)


def rows(count: int) -> list[Responsibility]:
    """Rows of made-up tasks that move between thirty units on a thousand days."""
    first = date(2020, 1, 1)
    names = [
        f"{a}- og {b}udvalget"
        for a in ("Havne", "Skole", "By", "Miljø", "Kultur")
        for b in ("vej", "fritids", "social", "plan", "job", "energi")
    ]
    return [
        Responsibility(
            key=str(n), task=f"opgave{n % (count // 2)} ved sted{n % 997}", area="", from_unit=names[n % 30],
            to_unit=names[(n + 7) % 30], effective_from=first + timedelta(days=n % 1000), basis=Basis.EXPLICIT,
            status=Status.DECIDED, document_id="bench", start=0, end=9,
        )
        for n in range(count)
    ]  # fmt: skip


def clock(label: str, start: float, times: int = 1) -> None:
    """Print processor milliseconds since ``start``."""
    print(f"{label:<58}{(time.process_time() - start) / times * 1000:9.1f} ms")


def main(count: int) -> None:
    """Run all measurements."""
    paper = document(20)
    extract(paper)
    start = time.process_time()
    found = extract(paper)
    clock(f"extract, {len(paper.cleaned) // PAGE} pages, {len(found.responsibilities)} rows", start)
    held = rows(count)
    units = tuple(Unit(name, "udvalg", places=(("bench", Span(0, 1)),)) for name in {r.to_unit for r in held})
    start = time.process_time()
    register = Register([Facts("bench", units, tuple(held))], [replace(paper, id="bench")])
    clock(f"build, {count} rows", start)
    start = time.process_time()
    for day in range(10):
        register.responsibilities(as_of=date(2021, 1, 1) + timedelta(days=37 * day))
    clock("responsibilities(as_of=…), all tasks, a new day each time", start, 10)
    start = time.process_time()
    for n in range(20):
        register.responsibilities(as_of=date(2021, 6, 1), task=f"opgave{n}")
    clock("responsibilities(as_of=…, task=…)", start, 20)
    start = time.process_time()
    register.responsibilities(as_of=date(2021, 6, 1), unit="Havne- og vejudvalget")
    clock("responsibilities(as_of=…, unit=…)", start)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)

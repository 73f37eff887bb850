"""What users read for the values of the data model."""

from __future__ import annotations

from core.schema import Basis, Status

STATUSES: dict[Status, str] = {
    Status.DECIDED: "Besluttet",
    Status.PLANNED: "Foreslået eller planlagt",
    Status.EXPECTED: "Forventet",
    Status.TEMPORARY: "Midlertidig",
    Status.UNCHANGED: "Uændret",
}

BASES: dict[Basis, str] = {
    Basis.EXPLICIT: "datoen står i teksten",
    Basis.GENERAL_CLAUSE: "almindelig ikrafttræden",
    Basis.DEADLINE: "frist",
    Basis.PHASE: "etape",
    Basis.EXPECTED: "forventet",
    Basis.NONE: "ingen dato angivet",
}

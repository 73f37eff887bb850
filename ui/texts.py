"""Danish words of the application that more than one view uses."""

from __future__ import annotations

from core.schema import Kind

APP = "Ressort"
TAGLINE = "Hvem har ansvaret, fra hvornår, og hvor står det?"

KINDS: dict[Kind, str] = {
    Kind.AGREEMENT: "Aftale",
    Kind.MINUTES: "Referat",
    Kind.BUDGET_NOTE: "Budgetnotat",
    Kind.ACTION_PLAN: "Handleplan",
    Kind.IMPLEMENTATION_PLAN: "Implementeringsplan",
    Kind.MEMO: "Notat",
    Kind.CASE_PAPER: "Sagsfremstilling",
    Kind.OTHER: "Andet",
}

RELATIONS = {
    "transfer": "flyttes",
    "keep": "bliver",
    "assign": "har opgaven",
    "create": "oprettes",
    "merge": "lægges sammen",
}

UNIT_TYPES = {
    "udvalg": "Udvalg",
    "forvaltning": "Forvaltning",
    "center": "Center",
    "team": "Team",
    "funktion": "Funktion",
    "selskab": "Selskab",
    "råd": "Råd",
    "borgmester": "Borgmester",
    "andet": "Andet",
}

CONFLICTS = {
    "number": "Forskellige tal",
    "owner": "Forskellig ansvarlig",
    "date": "Forskellige datoer",
    "recipient": "Forskellig modtager",
    "wording": "Forskellig ordlyd",
    "update": "Den ene opdaterer den anden",
    "supplement": "Supplerer hinanden",
}

EVENTS = {"event": "Begivenhed", "deadline": "Frist", "period": "Periode"}

REFUSALS = {
    "not_in_documents": "Det fremgår ikke af dokumenterne.",
    "filtered_away": "Intet dokument passer til din afgrænsning.",
    "empty_library": "Der er ingen dokumenter endnu.",
}

REFUSAL_HELP = {
    "not_in_documents": "Stederne herunder handler måske om noget beslægtet, men er ikke et svar.",
    "filtered_away": "Fjern en afgrænsning under »Afgræns søgningen«, og spørg igen.",
    "empty_library": "Tilføj dokumenter under fanen »Dokumenter«, og spørg igen.",
}

META = {
    "title": "Titel",
    "kind": "Dokumenttype",
    "date": "Dokumentets dato",
    "period": "Periode",
    "case_number": "Sagsnummer",
    "document_number": "Dokumentnummer",
    "issuer": "Udsteder",
    "meeting_date": "Mødedato",
    "place": "Sted",
    "case_worker": "Sagsbehandler",
    "party": "Parter",
    "participant": "Deltagere",
    "apology": "Afbud",
}

COUNTS = {
    "documents": "dokumenter",
    "pages": "sider",
    "passages": "tekststykker",
    "files": "filer set",
    "unchanged": "uændrede filer",
}
STATUS_LISTS = {
    "failed": "Filer, der ikke er taget ind",
    "attention": "Sider, der kræver eftersyn",
    "duplicates": "Samme indhold under flere navne",
}
STATUS_FACTS = {"model": "Sprogmodel til søgning", "index": "Indeks", "home": "Bibliotekets mappe"}
INDEXES = {"fulltext": "Ordindeks", "vectors": "Vektorindeks"}

FILE_RESULTS = {
    "added": "Tilføjet",
    "updated": "Opdateret",
    "unchanged": "Uændret",
    "failed": "Ikke taget ind",
}

UNEXPECTED = "Der opstod en uventet fejl. Prøv igen, og giv ellers driften besked med koden {code}."

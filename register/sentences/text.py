"""Small pieces of regular expressions that several files share."""

from __future__ import annotations

TO_END = r"(?:[^.;]|\.(?=\s*[a-zæøå(\d]))"
"""Any character up to the end of a sentence; the dot of an abbreviation does not end it."""

TO_COMMA = r"(?:[^.;,)]|\.(?=\s*[a-zæøå(\d]))"
"""The same, but a comma or a closing bracket ends it as well."""

TO_BRACKET = r"(?:[^.;)]|\.(?=\s*[a-zæøå(\d]))"
"""The same, but only a closing bracket ends it as well."""

STAGE = r"(?:Fase|Etape|Trin|Bølge|Rul|Runde|Delfase)"
"""What a numbered stage of a plan is called."""

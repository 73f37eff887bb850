"""Times, meetings and sums that stand in the words of a task and are no part of it."""

from __future__ import annotations

import re

TIME_CUTS = (
    re.compile(  # ", der skal foreligge senest …": when it is to be there is no part of it
        r",\s+(?:som|der)\s+(?:skal\s+)?(?:foreligge[rs]?|aflægges|fremlægges|forelægges|afleveres|være\s+(?:klar|færdig))"
        r"(?:\s+(?:til|på)\s+\w*mødet)?(?:\s+(?:i|den|d\.|senest|inden)(?:\s[^,;]*)?)?$"
    ),
    re.compile(r"(?<=\w)\s+til\s+(?:[a-zæøå]+s\s+)?møde(?:t|rne)(?:\s+i\s+[a-zæøå]+)?$"),
    re.compile(  # "puljen på 1,8 mio. kr. årligt"
        r"(?<=\w)\s+på\s+(?:ca\.\s+|cirka\s+|i\s+alt\s+)?\d[\d.,]*\s*(?:mio\.?|mia\.?|t\.)?\s*(?:kr\.?|kroner)"
        r"(?:\s+(?:årligt|om\s+året|pr\.\s+år))?$"
    ),
    re.compile(  # "udpegning af hvert år senest den 1. oktober modtageren"
        r"^(?:hvert(?:\s+(?:andet|tredje|fjerde))?\s+år|årligt)(?:\s+(?:senest|inden))?(?:\s+(?:den\s+)?\d{1,2}\.\s+[a-z]+)?\s+"
        r"(?=[a-zæøå]+(?:en|et|er|erne|e)\b)"
    ),
    re.compile(r",\s+(?:de|den|det)\s+øvrige\s(?:[^,;.]{0,40}\s)?(?:følger|kommer|sker)\b.*$"),
)
"""What is cut from a task, in this order."""

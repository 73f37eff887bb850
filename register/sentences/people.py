"""What is done to people is the task, not they: "uddanner eleverne"."""

from __future__ import annotations

import re

_TAUGHT = {  # what is done to people is the task, not they
    "uddanner": "uddanne",
    "oplærer": "oplære",
    "instruerer": "instruere",
    "træner": "træne",
    "rådgiver": "rådgive",
    "vejleder": "vejlede",
    "informerer": "informere",
}
_PEOPLE = re.compile(
    r"(?:(?:de|alle|nye|nyansatte|samtlige|vores|sine) )*[a-zæøå]*(?:elev|vikar|medarbejder|borger|bruger|frivillig|"
    r"ansat|leder|lærer|pædagog|assistent|kolleg|vagt|forældre)(?:er|e|erne|ne|en|ene|a|aer|aerne)?$"
)


def done_to_people(task: str, verb: str) -> str:
    """The task with its verb where it names people alone, "" for any other.

    >>> done_to_people("eleverne", "uddanner")
    'uddanne eleverne'
    """
    act = _TAUGHT.get(verb.lower())
    return f"{act} {task}" if act and _PEOPLE.match(task) else ""

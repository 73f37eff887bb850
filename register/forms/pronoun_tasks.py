"""Tasks whose only thing is a pronoun: "holde den ajour", "besvarer den alle hverdage".

The thing is named where it is plain: the subject that opens the sentence before, or the row's own sentence, in the
pronoun's gender and the only noun of that gender there. Else nobody can tell what the row is about, and it goes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from core.schema import Responsibility
from register.owners.owner_words import DEFINITE_END, KINDS
from register.rows import row_key

_BEHIND = (  # what follows a pronoun, and no adjective or noun
    r"(?:og|samt|til(?! enhver)|med|for|på|i(?! §)|fra|om|ved|efter|hver|hvert|alle|ajour|selv|ikke|op|ud|ned|ind|"
    r"to gange|tre gange|én gang|en gang|årligt|månedligt|dagligt|ugentligt|tilbage|igen|over|gennem|"
    r"igennem|sammen|senest|inden|pr\.|så|under|hos|også|fortsat|fremover|derefter|herefter|først|når|hvis|uden)\b"
)
_PRONOUN = re.compile(
    rf"^(?P<act>(?:[a-zæøå]+ (?:(?:af|på|med|for|op på|om|over|ud) )?)?)(?P<word>den|det|dem)"
    rf"(?P<rest>$|(?:,? {_BEHIND}).*$)",
    re.DOTALL,
)
_VERB = r"(?:er|bliver|blev|har|havde|skal|kan|vil|må|står|går|får|ligger|[a-zæøå]{3,}(?:er|es|te|ede))"
_SUBJECT = re.compile(
    rf"^\W*(?P<np>(?P<head>[A-ZÆØÅ][\wæøå-]*(?P<end>en|et|ne))(?: (?:for|af|om|til|på|i|med|over) [^,.;:]{{2,50}}?)?) "
    rf"{_VERB}(?![\w-])"
)
_GENDER = {"den": "en", "det": "et", "dem": "ne"}
_NO_NOUN = re.compile(
    r"(?:inden|uden|siden|foruden|anden|egen|ingen|hverken|gennem|imellem|noget|intet|andet|eget|meget|hvilket|hvilken|"
    r"sådan|denne|blevet|været|andre|kommunen|ansvaret|opgaven|pligten|ledelsen)$"
)
_BODY = re.compile(rf"{KINDS}{DEFINITE_END}$", re.IGNORECASE)
_KEPT = re.compile(r"^ (?:ajour|op|ud|ned|ind|videre|løbende|tilbage|igennem|ved lige|i drift|i stand)\b")
_CALLED = re.compile(r"(?<=[.:;!?])\s+(?=[A-ZÆØÅ])")
_LONGEST = 60


def with_things(rows: Sequence[Responsibility], before: str, text: str) -> list[Responsibility]:
    """The rows, a bare pronoun replaced by its thing; without those that nothing names. before: the sentences before;
    text: the document's."""
    named = (_with_thing(row, before, text) for row in rows)
    return [row for row in named if row is not None]


def is_bare(task: str) -> bool:
    """True where only a pronoun tells what a task is about."""
    return _PRONOUN.match(task) is not None


def _with_thing(row: Responsibility, before: str, text: str) -> Responsibility | None:
    bare = _PRONOUN.match(row.task)
    if bare is None:
        return row
    own = " ".join(text[row.start : row.end].split())
    last = _CALLED.split(before.strip())[-1]
    upto = own[: own.find(f" {bare['word']} ")]
    upto, last = (_without_owner(words, row) for words in (upto, last))
    thing = _thing(upto if _nouns(upto, bare["word"]) else last, bare["word"])
    if not thing:
        return None
    task = f"{bare['act']}{thing if not bare['act'] else _small(thing)}{_rest(bare)}"
    row = replace(row, task=task)
    return replace(row, key=row_key(row))


def _without_owner(words: str, row: Responsibility) -> str:
    """A sentence with "–" for the row's owner, who is not the thing."""
    return re.sub(re.escape(row.to_unit), "–", words, flags=re.IGNORECASE) if row.to_unit else words


def _rest(bare: re.Match[str]) -> str:
    kept = _KEPT.match(bare["rest"])
    return kept.group() if kept and bare["act"] else ""


def _thing(words: str, pronoun: str) -> str:
    """The subject that opens a sentence, "" where it may not be what the pronoun means."""
    subject = _SUBJECT.match(words)
    if subject is None or subject["end"] != _GENDER[pronoun] or len(subject["np"]) > _LONGEST:
        return ""
    if _BODY.search(subject["head"]) or len(_nouns(words, pronoun)) > 1:
        return ""
    return " ".join(subject["np"].split())


def _nouns(words: str, pronoun: str) -> list[str]:
    """Nouns in the definite that a pronoun may mean: of its gender, nobody who acts."""
    found = re.findall(rf"(?<![\w-])[A-ZÆØÅa-zæøå]{{3,}}{_GENDER[pronoun]}(?![\w-])", words)
    return [word for word in found if not _NO_NOUN.search(word) and not _BODY.search(word)]


def _small(thing: str) -> str:
    return thing if re.match(r"[A-ZÆØÅ]{2}", thing) else thing[0].lower() + thing[1:]

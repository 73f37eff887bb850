"""What each draft is: heading, paragraph, list point, footnote, table or furniture."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.structure.captions import is_caption
from ingest.structure.drafts import OPENS_LIST, Draft
from ingest.structure.headings import looks_like_heading, style_of
from ingest.structure.joins import is_closed
from ingest.structure.title import NAMES_KIND


def kinds_of(drafts: Sequence[Draft], width: int) -> list[str]:
    real = [i for i, draft in enumerate(drafts) if not draft.fixed and "note" not in draft.tags]
    kinds = [_fixed_kind(draft) for draft in drafts]
    for place, i in enumerate(real):
        before = drafts[real[place - 1]] if place else None
        following = drafts[i + 1] if i + 1 < len(drafts) else None
        after = drafts[real[place + 1]] if place + 1 < len(real) else None
        kinds[i] = _kind(drafts[i], before, after, following, width)
        if kinds[i] == "heading" and _goes_with_points(drafts, kinds, real[max(0, place - 2) : place], drafts[i]):
            kinds[i] = "item"
    _demote_runs(drafts, kinds, real)
    _unmarked_items(drafts, kinds, real)
    return kinds


def _fixed_kind(draft: Draft) -> str:
    if draft.fixed:
        return draft.fixed.split()[0]
    return "footnote" if "note" in draft.tags else ""


def _kind(draft: Draft, before: Draft | None, after: Draft | None, following: Draft | None, width: int) -> str:
    if draft.hint is not None and draft.hint.kind == "footnote":
        return "footnote"
    if draft.hint is not None and draft.hint.kind == "item":
        return "item"
    mark = draft.mark
    if mark and mark.kind == "hash":
        return "heading"
    if draft.hint is not None and draft.hint.kind == "heading" and _hinted_heading(draft):
        return "heading"
    if mark and mark.kind == "bullet":
        return "heading" if _bold_alone(draft, before, after) else "item"
    if _fills_gap(before, after):
        return "item"
    opens = draft.text.endswith(":") or OPENS_LIST.match(draft.text)
    if opens and following is not None and following.mark and following.mark.kind != "hash":
        return "item" if mark else "paragraph"
    looks = looks_like_heading(draft, following, before, width)
    if mark:
        return "heading" if looks and not _in_run(draft, before, after) else "item"
    return "heading" if looks else "paragraph"


def _hinted_heading(draft: Draft) -> bool:
    """A style says so; or larger, bold or italic type on a short line that holds words, no sentence and no address."""
    if draft.hint and draft.hint.level:
        return True
    text = draft.text
    if (
        len(text) > 200
        or text.endswith((".", ",", ";", "”", '"', "»"))
        or is_caption(text)
        or "|" in text
        or "://" in text
    ):
        return False
    return sum(c.isalpha() for c in text) >= 0.5 * len(text.replace(" ", ""))


def _in_run(draft: Draft, before: Draft | None, after: Draft | None) -> bool:
    """Next to a point of the same kind with the next or the last number."""
    assert draft.mark is not None
    for other, step in ((before, -1), (after, 1)):
        mark = other.mark if other is not None else None
        if mark and mark.kind == draft.mark.kind and mark.value == draft.mark.value + step:
            return True
    return bool(before and before.text.endswith(":")) and draft.mark.value == 1


def _goes_with_points(drafts: Sequence[Draft], kinds: Sequence[str], near: Sequence[int], draft: Draft) -> bool:
    """A numbered draft right below points of the same kind, one number of which may be lost."""
    mark = draft.mark
    if mark is None or mark.kind not in ("number", "letter", "roman") or draft.hint is not None:
        return False
    last = [drafts[i].mark for i in near if kinds[i] == "item"]
    steps = [mark.value - m.value for m in last if m is not None and m.kind == mark.kind]
    return len(last) == len(near) and bool(steps) and 1 <= steps[-1] <= 2


def _fills_gap(before: Draft | None, after: Draft | None) -> bool:
    """Between point n and point n + 2 of one list stands point n + 1, though its number was lost."""
    first, last = before.mark if before else None, after.mark if after else None
    return bool(first and last and first.kind == last.kind != "bullet" and last.value == first.value + 2)


def _bold_alone(draft: Draft, before: Draft | None, after: Draft | None) -> bool:
    """A bold point of Markdown with text below it is a heading ("- **2. Budget**"), in a list it isn't."""
    bold = draft.body.rstrip().endswith("**")
    return (
        bold
        and after is not None
        and (after.mark is None or after.mark.kind == "hash")
        and (before is None or before.mark is None or before.mark.kind == "hash")
    )


def _demote_runs(drafts: Sequence[Draft], kinds: list[str], real: Sequence[int]) -> None:
    """Four or more plain headings in a row are a list, an address or the words of a figure; at the top of
    a text those that name the kind of paper stay headings."""
    run: list[int] = []
    for i in [*real, -1]:
        if (
            i >= 0
            and kinds[i] == "heading"
            and drafts[i].hint is None
            and style_of(drafts[i])[0] in ("plain", "colon", "caps")
        ):
            run.append(i)
            continue
        if len(run) >= 4:
            top = run[0] in real[:2]
            for j in run[:-1]:
                kinds[j] = "heading" if top and NAMES_KIND.match(drafts[j].text) else "paragraph"
        run = []


def _unmarked_items(drafts: Sequence[Draft], kinds: list[str], real: Sequence[int]) -> None:
    """Two or more short pieces without a closing mark right under a lead-in are points that lost their bullets."""
    for place, i in enumerate(real):
        if kinds[i] != "paragraph" or not drafts[i].text.endswith(":"):
            continue
        run: list[int] = []
        for j in real[place + 1 :]:
            if not _point_like(drafts[j]) or kinds[j] not in ("paragraph", "heading"):
                break
            run.append(j)
        if run and kinds[run[-1]] == "heading" and not drafts[run[-1]].lines[0].indent:
            run.pop()  # the last one heads what follows
        if len(run) >= 2:
            for j in run:
                kinds[j] = "item"


def _point_like(draft: Draft) -> bool:
    text = draft.text
    plain = draft.mark is None and draft.hint is None and not draft.fixed
    return plain and len(text) < 300 and not is_closed(text) and not is_caption(text) and text[0].isalpha()

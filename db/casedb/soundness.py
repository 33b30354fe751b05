"""The rules of a sound case that the file's own foreign keys and checks do not express.

Whatever passes here, and is taken by the file, can be read again without a loss.
"""

from __future__ import annotations

from collections.abc import Iterable

from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.link_types import End
from casedb.model.records import (
    Assessment,
    Board,
    CaseInfo,
    Element,
    Item,
    Link,
    Record,
    Source,
)
from casedb.model.references import references_of

_JUDGED: tuple[type[Record], ...] = (Item, Source, Element, Link)


def refuse_unsound(contents: Contents, change: ChangeSet) -> None:
    """Raise InvalidChange where the case would not be sound after a change."""
    later: dict[tuple[type[Record], str], Record | None] = {
        (type(edit.record), edit.record.id): edit.after for edit in change.edits
    }
    for edit in change.edits:
        match edit.after or edit.before:
            case CaseInfo() if edit.before is None or edit.after is None:
                raise InvalidChange("A case has one title page; it is changed, not added.")
            case Link() as link if edit.after is not None and _runs_in_circle(
                contents, later, link
            ):
                raise InvalidChange("A link cannot rest on itself, over other links or not.")
            case Assessment() as judged if edit.after is not None and not any(
                _there(contents, later, of, judged.subject) for of in _JUDGED
            ):
                raise InvalidChange("What is judged is not in the case.")
            case Item() | Source() | Element() | Link() as gone if edit.after is None:
                _refuse_orphans(contents.assessments_of(gone.id), later)
            case Item() | Source() as naming:
                _refuse_strangers(contents, later, edit.before, naming)
            case _:
                continue
    if any(of is Board and after is None for (of, _), after in later.items()) and not any(
        later.get((Board, each.id), each) for each in contents.boards
    ):
        raise InvalidChange("A case needs at least one board, so the last one was kept.")


def _there(
    contents: Contents,
    later: dict[tuple[type[Record], str], Record | None],
    of: type[Record],
    record_id: str,
) -> bool:
    if (of, record_id) in later:
        return later[of, record_id] is not None
    return contents.get(of, record_id) is not None


def _refuse_strangers(
    contents: Contents,
    later: dict[tuple[type[Record], str], Record | None],
    before: Record | None,
    after: Item | Source,
) -> None:
    """Raise InvalidChange where a field comes to name what is not in the case."""
    named_before = set(references_of(before)) if before is not None else set[object]()
    for reference in references_of(after):
        field, what, named = reference
        there = _there(contents, later, Source if what == "source" else Item, named)
        if reference not in named_before and not there:
            raise InvalidChange(
                f"“{field}” wants the id of {'a source' if what == 'source' else 'an item'} of "
                f"this case, and “{named[:60]}” is none. Add it first."
            )


def _refuse_orphans(
    judgements: Iterable[Assessment], later: dict[tuple[type[Record], str], Record | None]
) -> None:
    if any(later.get((Assessment, each.id), each) is not None for each in judgements):
        raise InvalidChange("What was judged cannot go without its judgements.")


def _runs_in_circle(
    contents: Contents, later: dict[tuple[type[Record], str], Record | None], link: Link
) -> bool:
    """Whether the links that a link rests on lead back to it."""
    seen: set[str] = set()
    waiting = [link]
    while waiting:
        current = waiting.pop()
        for ref in (current.start, current.end):
            if ref.end is not End.LINK:
                continue
            if ref.id == link.id:
                return True
            below = later.get((Link, ref.id), contents.links.get(ref.id))
            if isinstance(below, Link) and ref.id not in seen:
                seen.add(ref.id)
                waiting.append(below)
    return False

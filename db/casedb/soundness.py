"""The rules of a sound case that the file's own foreign keys and checks do not express.

Whatever passes here, and is taken by the file, can be read again without a loss.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.custody import breaks_tombstone
from casedb.model.link_types import End
from casedb.model.moments import is_span
from casedb.model.records import (
    Artifact,
    Assessment,
    Board,
    Card,
    CaseInfo,
    Element,
    Fold,
    Frame,
    Item,
    Link,
    Record,
    Scale,
    Source,
)
from casedb.model.references import references_of
from casedb.words import say

Later: TypeAlias = "dict[tuple[type[Record], str], Record | None]"
"""What the records that a change is about will be, by type and id; None for those that go."""

_JUDGED: tuple[type[Record], ...] = (Item, Source, Element, Link)


def refuse_unsound(contents: Contents, change: ChangeSet, *, expunges: bool = False) -> None:
    """Raise InvalidChange where the case would not be sound after a change.

    One that `expunges` sets up the tombstone of an artifact; no other may.
    """
    later: Later = {(type(edit.record), edit.record.id): edit.after for edit in change.edits}
    for edit in change.edits:
        match edit.after or edit.before:
            case CaseInfo() if edit.before is None or edit.after is None:
                raise InvalidChange(say("A case has one title page; it is changed, not added."))
            case Artifact() if not expunges and breaks_tombstone(edit.before, edit.after):
                raise InvalidChange(
                    say(
                        "That a file was expunged stays noted for good, and only expunging it notes "
                        "that. Nothing was changed."
                    )
                )
            case Link() as link if edit.after is not None and _runs_in_circle(
                contents, later, link
            ):
                raise InvalidChange(say("A link cannot rest on itself, over other links or not."))
            case Assessment() as judged if edit.after is not None and not any(
                _there(contents, later, of, judged.subject) for of in _JUDGED
            ):
                raise InvalidChange(say("What is judged is not in the case."))
            case Scale() as scale if edit.after is not None and not is_span(
                scale.first, scale.last
            ):
                raise InvalidChange(say("A scale runs from one moment to a later one."))
            case Item() | Source() | Element() | Link() as gone if edit.after is None:
                _refuse_orphans(contents.assessments_of(gone.id), later)
            case Item() | Source() as naming:
                _refuse_strangers(contents, later, edit.before, naming)
            case _:
                continue
    _refuse_broken_folds(contents, later, change)
    if any(of is Board and after is None for (of, _), after in later.items()) and not any(
        later.get((Board, each.id), each) for each in contents.boards
    ):
        raise InvalidChange(say("A case needs at least one board, so the last one was kept."))


def _there(
    contents: Contents,
    later: Later,
    of: type[Record],
    record_id: str,
) -> bool:
    if (of, record_id) in later:
        return later[of, record_id] is not None
    return contents.get(of, record_id) is not None


def _refuse_strangers(
    contents: Contents,
    later: Later,
    before: Record | None,
    after: Item | Source,
) -> None:
    """Raise InvalidChange where a field comes to name what is not in the case."""
    named_before = set(references_of(before)) if before is not None else set[object]()
    for reference in references_of(after):
        field, what, named = reference
        there = _there(contents, later, Source if what == "source" else Item, named)
        if reference not in named_before and not there:
            told = (
                say(
                    "“{field}” wants the id of a source of this case, and “{id}” is none. Add it "
                    "first.",
                    field=field,
                    id=named[:60],
                )
                if what == "source"
                else say(
                    "“{field}” wants the id of an item of this case, and “{id}” is none. Add it "
                    "first.",
                    field=field,
                    id=named[:60],
                )
            )
            raise InvalidChange(told)


def _refuse_broken_folds(contents: Contents, later: Later, change: ChangeSet) -> None:
    """Raise InvalidChange where a fold would not be of one collapsed frame and of what lies there."""
    folds = {edit.record.id: edit.after for edit in change.edits if isinstance(edit.record, Fold)}
    touched: dict[str, Fold | None] = dict(_folds_touched(contents, change))
    touched.update((each, fold) for each, fold in folds.items() if isinstance(fold, Fold | None))
    if not any(touched.values()):
        return
    holders: dict[str, list[str]] = {}
    for fold in filter(None, touched.values()):
        for member in fold.members:
            holders.setdefault(member, []).append(fold.frame)

    def holding(placed_id: str) -> list[str]:
        """The frames into which something will be folded."""
        frame_id = contents.frame_holding(placed_id)
        held = contents.fold_of(frame_id) if frame_id is not None else None
        still = [held.frame] if held is not None and held.id not in touched else []
        return [*holders.get(placed_id, ()), *still]

    for fold in filter(None, touched.values()):
        frame = _placed(contents, later, fold.frame)
        if not (isinstance(frame, Frame) and frame.collapsed):
            raise InvalidChange(
                say("What is folded into a frame stays there until the frame is open.")
            )
        for member in fold.members:
            placed = _placed(contents, later, member)
            if placed is None or placed.board != frame.board or len(holding(member)) != 1:
                raise InvalidChange(
                    say(
                        "A card or frame of a board can be folded into one frame of that board only."
                    )
                )
        if fold.id in folds and _lies_in_itself(fold.frame, holding):
            raise InvalidChange(say("A frame cannot be folded into itself, over others or not."))


def _folds_touched(contents: Contents, change: ChangeSet) -> Iterator[tuple[str, Fold]]:
    """The folds of frames, and around cards and frames, that go, open or change their board."""
    for edit in change.edits:
        before, after = edit.before, edit.after
        if not isinstance(before, Card | Frame):
            continue
        frame_ids: list[str | None] = []
        if not isinstance(after, Card | Frame) or after.board != before.board:
            frame_ids = [contents.frame_holding(before.id), before.id]
        elif isinstance(after, Frame) and not after.collapsed:
            frame_ids = [before.id]
        for frame_id in frame_ids:
            fold = contents.fold_of(frame_id) if frame_id is not None else None
            if fold is not None:
                yield fold.id, fold


def _lies_in_itself(frame_id: str, holding: Callable[[str], list[str]]) -> bool:
    seen: set[str] = set()
    waiting = holding(frame_id)
    while waiting:
        at = waiting.pop()
        if at == frame_id:
            return True
        if at not in seen:
            seen.add(at)
            waiting += holding(at)
    return False


def _placed(contents: Contents, later: Later, placed_id: str) -> Card | Frame | None:
    for of in (Frame, Card):
        placed = later.get((of, placed_id), contents.get(of, placed_id))
        if isinstance(placed, Card | Frame):
            return placed
    return None


def _refuse_orphans(judgements: Iterable[Assessment], later: Later) -> None:
    if any(later.get((Assessment, each.id), each) is not None for each in judgements):
        raise InvalidChange(say("What was judged cannot go without its judgements."))


def _runs_in_circle(contents: Contents, later: Later, link: Link) -> bool:
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

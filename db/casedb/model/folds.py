"""Folds: which cards and frames lie in which collapsed frame, and which folds make sense."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from casedb.model.records import Fold, Frame


class FoldIndex:
    """What is folded into what, kept in step fold by fold. Every question is one or two look-ups."""

    def __init__(self) -> None:
        self._holding: dict[str, str] = {}
        # Asked of every card of a board, and of what is folded many times over; so it is remembered.
        self._outermost: dict[str, str] = {}

    def add(self, fold: Fold) -> None:
        """Take note of a fold."""
        self._holding.update(dict.fromkeys(fold.members, fold.frame))
        self._outermost.clear()

    def remove(self, fold: Fold) -> None:
        """Forget a fold; what another one has taken over meanwhile stays there."""
        for member in fold.members:
            if self._holding.get(member) == fold.frame:
                del self._holding[member]
        self._outermost.clear()

    def holding(self, placed_id: str) -> str | None:
        """The id of the collapsed frame that a card or frame is a member of, or None."""
        return self._holding.get(placed_id)

    def outermost(self, placed_id: str) -> str | None:
        """The id of the frame that is in the way of seeing a card or frame, or None."""
        at = self._holding.get(placed_id)
        if at is None:
            return None
        passed = [placed_id]
        # Frames that hold each other in a circle hide each other; who asks shall have an answer.
        seen = {placed_id}
        while at not in self._outermost and at not in seen and at in self._holding:
            seen.add(at)
            passed.append(at)
            at = self._holding[at]
        top = self._outermost.get(at, at)
        self._outermost.update(dict.fromkeys(passed, top))
        return top


def standing(
    folds: Iterable[Fold],
    frames: Mapping[str, Frame],
    board_of_card: Callable[[str], str | None],
) -> Iterator[Fold]:
    """Those of some folds that make sense, the earlier of two that do not fit together.

    A fold is of a collapsed frame that has no other, and its members are cards and frames of the
    same board, each in no other fold. No frame lies in itself, over other frames or not.
    """
    tree = _Tree()
    taken: set[str] = set()
    for fold in folds:
        frame, members = frames.get(fold.frame), frozenset(fold.members)
        if (
            frame is not None
            and frame.collapsed
            and fold.frame not in taken
            and len(members) == len(fold.members)
            and all(_board_of(each, frames, board_of_card) == frame.board for each in members)
            and tree.takes(fold.frame, members)
        ):
            taken.add(fold.frame)
            yield fold


def _board_of(
    placed_id: str, frames: Mapping[str, Frame], board_of_card: Callable[[str], str | None]
) -> str | None:
    frame = frames.get(placed_id)
    return frame.board if frame is not None else board_of_card(placed_id)


class _Tree:
    """Which frame is above which; the way to the top is shortened wherever it is gone."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def takes(self, frame_id: str, members: frozenset[str]) -> bool:
        """Put members below a frame. False, and nothing done, where they or it are above or below
        another already."""
        # Members that have nothing above them are tops; the frame is below one of them if its own
        # top is one.
        if self._top(frame_id) in members or any(each in self._above for each in members):
            return False
        self._above.update(dict.fromkeys(members, frame_id))
        return True

    def _top(self, at: str) -> str:
        passed: list[str] = []
        while at in self._above:
            passed.append(at)
            at = self._above[at]
        self._above.update(dict.fromkeys(passed, at))
        return at

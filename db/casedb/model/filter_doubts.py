"""`Doubts`: what of a board a filter has to be asked about again after some edits, and no more."""

from __future__ import annotations

from collections.abc import Container

from casedb.model.changes import Edit
from casedb.model.filtering import Condition
from casedb.model.records import Assessment, Attachment, Card, Item, Source

_JUDGED = {
    "reliability": Condition.RELIABILITY,
    "credibility": Condition.CREDIBILITY,
    "verdict": Condition.VERDICTS,
}
"""What asks for which sort of judgement: the first is of a source, the others of the item they are on."""


class Doubts:
    """What is in doubt on a board, as far as some conditions go.

    `items` are the ids of items that may pass otherwise, or have cards elsewhere, than before; `cards`
    those of cards that have come or gone. Where `is_all` no item is certain any more: what has changed
    is said of whichever items name it.
    """

    def __init__(self, board_id: str, asked: Container[Condition]) -> None:
        self.items: set[str] = set()
        self.cards: set[str] = set()
        self.is_all = False
        self._board = board_id
        self._asked = asked

    def take(self, edit: Edit) -> None:
        """Gather what an edit leaves in doubt."""
        match edit.record:
            case Card():
                self._take_card(edit)
            case Item():
                self.items.add(edit.record.id)
            case Attachment() if Condition.FILES in self._asked:
                both = (edit.before, edit.after)
                self.items.update(each.item for each in both if isinstance(each, Attachment))
            case Assessment():
                self._take_judgement(edit)
            case Source():
                self.is_all = self.is_all or self._is_said_of_others(edit)
            case _:
                pass

    def _take_card(self, edit: Edit) -> None:
        both = (edit.before, edit.after)
        lay, lies = (
            each.item if isinstance(each, Card) and each.board == self._board else ""
            for each in both
        )
        if lay != lies:
            self.cards.add(edit.record.id)
            self.items.update(filter(None, (lay, lies)))

    def _take_judgement(self, edit: Edit) -> None:
        for each in (edit.before, edit.after):
            if not isinstance(each, Assessment):
                continue
            condition = _JUDGED.get(each.type)
            if condition is None or condition not in self._asked:
                continue
            if condition is Condition.RELIABILITY:
                self.is_all = True
            else:
                self.items.add(each.subject)

    def _is_said_of_others(self, edit: Edit) -> bool:
        before, after = edit.before, edit.after
        if not isinstance(before, Source) or not isinstance(after, Source):
            return Condition.SOURCES in self._asked or Condition.WORDS in self._asked
        return before.name != after.name and Condition.WORDS in self._asked

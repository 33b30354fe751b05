"""`Judging`: how credible selected items are, and how reliable their sources."""

from __future__ import annotations

from caseboard.bridge import CaseBridge
from caseboard.selection import Selection
from casedb.model.assessments import SCHEME_OF, source_ids
from casedb.model.records import Item, Source
from casedb.model.schemes import Grade, grades_of


class Judging:
    """Records grades of one sort for all that is selected: `credibility` or `reliability`."""

    def __init__(self, bridge: CaseBridge, selection: Selection) -> None:
        self._bridge = bridge
        self._selection = selection

    def graded(self, sort: str) -> list[Item] | list[Source]:
        """What a grade of a sort would be of: the selected items for `credibility`, for `reliability`
        the selected sources and of each item the one that it is from most closely."""
        contents = self._bridge.contents
        found = (contents.get(Item, each) for each in self._selection.item_ids(contents))
        chosen = [item for item in found if item is not None]
        if sort != "reliability":
            return chosen
        of_items = (source_id for item in chosen for source_id in source_ids(item)[:1])
        ids = [*sorted(self._selection.sources), *of_items]
        named = (contents.get(Source, each) for each in dict.fromkeys(ids))
        return [source for source in named if source is not None]

    def grades(self, sort: str) -> tuple[Grade, ...]:
        """The words that a sort of assessment is made in."""
        return grades_of(self._bridge.contents.schemes[SCHEME_OF[sort]])

    def grade(self, sort: str, value: str) -> None:
        """Record how credible the selected items are, or how reliable their sources, in one step."""
        case, subjects = self._bridge.case, self.graded(sort)

        def record() -> None:
            with case.together(f"Record {sort}"):
                for each in subjects:
                    case.assess(each, sort, value)

        self._bridge.carry_out(record)

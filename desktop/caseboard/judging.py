"""`Judging`: how credible selected items are, and how reliable their sources."""

from __future__ import annotations

from caseboard.bridge import CaseBridge
from caseboard.selection import Selection
from casedb.analysis.confirming import CONFIRMED, claims_spoken_to, doubt_of_confirmed
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
        contents, chosen = self._bridge.contents, self._items()
        if sort != "reliability":
            return chosen
        of_items = (source_id for item in chosen for source_id in source_ids(item)[:1])
        ids = [*sorted(self._selection.sources), *of_items]
        named = (contents.get(Source, each) for each in dict.fromkeys(ids))
        return [source for source in named if source is not None]

    def _items(self) -> list[Item]:
        contents = self._bridge.contents
        found = (contents.get(Item, each) for each in self._selection.item_ids(contents))
        return [item for item in found if item is not None]

    def grades(self, sort: str) -> tuple[Grade, ...]:
        """The words that a sort of assessment is made in."""
        return grades_of(self._bridge.contents.schemes[SCHEME_OF[sort]])

    def claims(self) -> tuple[Item, ...]:
        """The claims that all selected items speak to, for each of which they may be graded."""
        contents, items = self._bridge.contents, self._items()
        spoken_to = [claims_spoken_to(contents, item) for item in items]
        shared = (each for each in (spoken_to[0] if spoken_to else ()))
        return tuple(
            contents.items[each] for each in shared if all(each in other for other in spoken_to)
        )

    def grade(self, sort: str, value: str, claim_id: str | None = None) -> str:
        """Record how credible the selected items are, or how reliable their sources, in one step.

        With a claim, how credible they are for that one. What is to be asked about the grade is given
        back as a sentence; empty where nothing is, or the grade was refused.
        """
        case, subjects = self._bridge.case, self.graded(sort)
        claim = self._bridge.contents.get(Item, claim_id) if claim_id else None

        def record() -> None:
            with case.together(f"Record {sort}"):
                for each in subjects:
                    case.assess(each, sort, value, claim=claim)

        is_done = self._bridge.carry_out(record)
        if not is_done or sort != "credibility" or value != CONFIRMED:
            return ""
        contents = self._bridge.contents
        doubts = (doubt_of_confirmed(contents, each, claim_id) for each in self._items())
        return next(filter(None, doubts), "")

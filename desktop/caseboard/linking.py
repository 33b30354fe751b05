"""`Linking`: links between what lies in a case: drawing them, their types and the way they run."""

from __future__ import annotations

from functools import partial

from caseboard.bridge import CaseBridge
from caseboard.selection import Selection
from caseboard.spoken import end_title
from caseboard.titles import shown_title
from casedb.commands import links
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.kinds import kind_of
from casedb.model.link_types import ANCHORS, End, LinkType
from casedb.model.records import Link, Ref
from casedb.words import say

LONGEST = 48
"""Characters of a title that are shown where it is said which way a link runs."""


class Linking:
    """Draws links and changes those that are selected; each in one step to undo."""

    def __init__(self, bridge: CaseBridge, selection: Selection) -> None:
        self._bridge = bridge
        self._selection = selection

    @property
    def _contents(self) -> Contents:
        return self._bridge.contents

    # -- drawing --------------------------------------------------------------------------

    def connect(self, start: Ref, type_name: str, end: Ref, from_mark: str = "") -> str | None:
        """Draw a link and select it; its id, or None where it is refused. It may start at a mark on a
        file of the item there, by the mark's id."""
        made: list[str] = []
        values = {ANCHORS[0]: from_mark} if from_mark else {}

        def build() -> ChangeSet:
            contents, new_id = self._contents, self._bridge.new_id
            change = links.connect(contents, new_id, start, type_name, end, values)
            made.extend(edit.after.id for edit in change.edits if isinstance(edit.after, Link))
            return change

        if not self._bridge.attempt(build):
            return None
        self._selection.set(links=made)
        return made[0]

    def ends_of_selection(self) -> tuple[Ref, Ref] | None:
        """The two ends that a link between the selected things would have, or None."""
        item_ids = self._selection.item_ids(self._contents)
        link_ids = sorted(self._selection.links)
        if len(item_ids) == 2 and not link_ids:
            # Which was selected first is not known: what is said leads to the claim it is said of.
            items_there = self._contents.items
            start, end = sorted(item_ids, key=lambda each: items_there[each].kind == "claim")
            return Ref(End.ITEM, start), Ref(End.ITEM, end)
        if len(item_ids) == 1 and len(link_ids) == 1:
            return Ref(End.ITEM, item_ids[0]), Ref(End.LINK, link_ids[0])
        return None

    # -- the way it runs ------------------------------------------------------------------

    def way(self, start: Ref, end: Ref) -> str:
        """From what to what a link runs, in words."""
        told = self._title(end)
        if end.end is End.LINK:
            # That names what the other link joins, in quotes of its own.
            return say("From “{start}” to {end}", start=self._title(start), end=told)
        return say("From “{start}” to “{end}”", start=self._title(start), end=told)

    def way_to_kind(self, start: Ref, kind: str) -> str:
        """From what to a new item of a kind a link runs, in words."""
        title = self._title(start)
        return say(
            "From “{start}” to a new card: {kind}", start=title, kind=say(kind_of(kind).label)
        )

    def way_of_selected(self) -> str:
        """From what to what the one selected link runs, in words; empty where there are several."""
        link = self._contents.links.get(self._selection.now.link_alone)
        return self.way(link.start, link.end) if link is not None else ""

    def _title(self, end: Ref) -> str:
        longest = 2 * LONGEST if end.end is End.LINK else LONGEST
        return shown_title(end_title(self._contents, end), longest)

    # -- types ----------------------------------------------------------------------------

    def types_for(self, start: Ref, end: Ref) -> tuple[LinkType, ...]:
        """The types of link that may join two ends, most telling first."""
        return links.types_for(self._contents, start, end)

    def types_to_kind(self, start: Ref, kind: str) -> tuple[LinkType, ...]:
        """The types of link that may lead to a new item of a kind, most telling first."""
        return links.types_to_kind(self._contents, start, kind)

    def types_of_selected(self) -> tuple[LinkType, ...]:
        """The types that every selected link may have, most telling first."""
        there = self._contents.links
        joins = {links.join_of(self._contents, there[each]) for each in self._selection.links}
        return links.types_joining(joins)

    def type_of_selected(self) -> str:
        """The type that all selected links have; empty where they differ."""
        there = self._contents.links
        found = {there[each].type for each in self._selection.links}
        return found.pop() if len(found) == 1 else ""

    # -- those that are selected ----------------------------------------------------------

    def retype(self, type_name: str) -> None:
        """Give the selected links another type."""
        chosen = sorted(self._selection.links)
        self._bridge.attempt(partial(links.set_type, self._contents, chosen, type_name))

    def reverse(self) -> None:
        """Turn the selected links round."""
        self._bridge.attempt(partial(links.reverse, self._contents, self._selection.links))

    def straighten(self, board_id: str) -> None:
        """Let the strings of the selected links run by themselves on a board."""
        chosen = sorted(self._selection.links)
        self._bridge.run(links.straighten(self._contents, board_id, chosen))

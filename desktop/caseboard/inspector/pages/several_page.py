"""The page for several things at once: how many of what, and what can be done with all of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.controls.labels import PlainLabel
from caseboard.inspector.controls.picker import Picker
from caseboard.inspector.controls.rows import Mark, RowButton, RowFace
from caseboard.inspector.desk import Desk
from caseboard.inspector.pages.counting import Counted, counting
from caseboard.inspector.pages.page import Headline, Page, set_in
from caseboard.inspector.sections.section import Section
from caseboard.inspector.wording import number_of_kind
from caseboard.measures import set_spacing
from caseboard.piecemeal import Piecemeal
from caseboard.selection import Selected
from casedb import Change
from casedb.commands import links, removal
from casedb.model.drawable import may_be_drawn
from casedb.model.kinds import kind_of
from casedb.model.link_types import link_type
from casedb.model.records import Artifact, Card, Item
from casedb.words import say


class SeveralPage(Page):
    """Counts by sort, each of which narrows the selection, and the common actions.

    Many thousands are counted a little at a time; until then it is only said how many there are.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._now = Selected()
        self._counted = Counted()
        self.counting = Piecemeal(self)
        self.headline = Headline(desk, "select", say("Selection"), "tx2")
        self.title = PlainLabel("", "inspectorTotal")
        self.counts = QVBoxLayout()
        self.counts.setSpacing(0)
        self.rows: list[RowButton] = []
        self.types = Section(say("Type of the links"), desk)
        self.type_picker = Picker(desk.look, say("Type of all selected links"), framed=True)
        self.type_picker.activated.connect(self._retype)
        self.type_note = PlainLabel("", "inspectorNothing", wrap=True)
        self.types.column.addLayout(set_in(self.type_picker))
        self.types.column.addWidget(self.type_note)
        self.common = Section(say("Actions"), desk)
        self.compare_button = TextButton(say("Compare their pictures…"), "inspectorButton")
        self.compare_button.clicked.connect(self.desk.comparison_wanted)
        self.off_button = TextButton("", "inspectorButton")
        self.off_button.clicked.connect(self._take_off)
        self.delete_items_button = TextButton("", "inspectorButton")
        self.delete_items_button.clicked.connect(self._delete_items)
        self.delete_links_button = TextButton("", "inspectorButton")
        self.delete_links_button.clicked.connect(self._delete_links)
        self.delete_sources_button = TextButton("", "inspectorButton")
        self.delete_sources_button.clicked.connect(self._delete_sources)
        set_spacing(self.common.column, "xs")
        for button in self._buttons():
            self.common.column.addLayout(set_in(button))
        self.column.addWidget(self.headline)
        self.column.addWidget(self.title)
        self.column.addLayout(self.counts)
        self.column.addWidget(self.types)
        self.column.addWidget(self.common)
        self.column.addStretch(1)

    def _buttons(self) -> tuple[TextButton, ...]:
        return (
            self.compare_button,
            self.off_button,
            self.delete_links_button,
            self.delete_items_button,
            self.delete_sources_button,
        )

    def show_selected(self, now: Selected) -> None:
        """Show what is selected."""
        self._now = now
        self._show()

    def refresh(self, change: Change) -> None:
        self._show()

    def retheme(self) -> None:
        self.type_picker.repaint_icons()

    # -- showing ----------------------------------------------------------------------------

    def _links(self) -> list[str]:
        return [each for each in sorted(self._now.links) if each in self.desk.contents.links]

    def _show(self) -> None:
        self.title.setText(say("{n} selected", "{n} selected", n=len(self._now)))
        self._clear_counts()
        self.types.hide()
        self.common.hide()
        self.counting.begin(counting(self.desk.contents, self._now), self._show_counted)

    def _show_counted(self, counted_now: Counted) -> None:
        self._counted, now = counted_now, self._now
        items = counted_now.items
        total = len(items) + counted_now.links + len(now.frames) + len(now.sources)
        self.title.setText(say("{n} selected", "{n} selected", n=total))
        self._show_counts()
        self._show_types()
        can_change = not self.desk.bridge.read_only
        placed = len(now.cards) + len(now.frames)
        for button, number, text in (
            (self.off_button, placed, _to_take_off(len(now.cards), len(now.frames))),
            (
                self.delete_links_button,
                len(now.links),
                say("Delete {n} link", "Delete {n} links", about="command", n=len(now.links)),
            ),
            (
                self.delete_items_button,
                len(items),
                say(
                    "Delete {n} item from the case…",
                    "Delete {n} items from the case…",
                    n=len(items),
                ),
            ),
            (
                self.delete_sources_button,
                len(now.sources),
                say("Delete {n} source…", "Delete {n} sources…", n=len(now.sources)),
            ),
        ):
            button.setText(text)
            button.setVisible(bool(number) and can_change)
        can_compare = self._can_compare()
        self.compare_button.setVisible(can_compare)
        self.common.setVisible(can_change or can_compare)

    def _can_compare(self) -> bool:
        """Whether two items are selected that each have a picture or a page to show."""
        items, contents = self._counted.items, self.desk.contents

        def is_seen(item_id: str) -> bool:
            held = (
                contents.get(Artifact, each.artifact) for each in contents.attachments_of(item_id)
            )
            return any(each is not None and may_be_drawn(each.media_type) for each in held)

        return len(items) == 2 and all(map(is_seen, items))

    def _clear_counts(self) -> None:
        while (held := self.counts.takeAt(0)) is not None:
            widget = held.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []

    def _show_counts(self) -> None:
        self._clear_counts()
        for name, number in sorted(self._counted.kinds.items()):
            kind = kind_of(name)
            label = number_of_kind(number, kind)
            self._add_count(Mark(kind.icon, kind.accent), label, name)
        now = self._now
        links, frames, sources = self._counted.links, len(now.frames), len(now.sources)
        for number, icon, label, narrowed in (
            (links, "link", say("{n} link", "{n} links", n=links), Selected(links=now.links)),
            (frames, "frame", _frames(frames), Selected(frames=now.frames)),
            (
                sources,
                "source",
                say("{n} source", "{n} sources", n=sources),
                Selected(sources=now.sources),
            ),
        ):
            if number:
                self._add_count(Mark(icon, "tx3"), label, narrowed)

    def _add_count(self, mark: Mark, label: str, narrowed: Selected | str) -> None:
        said = say("Select only the {things}", things=label)
        row = RowButton(self.desk.look, RowFace(label, (mark,)), said, ruled=True)
        row.clicked.connect(partial(self._narrow, narrowed))
        self.counts.addWidget(row)
        self.rows.append(row)

    def _narrow(self, to: Selected | str) -> None:
        if isinstance(to, Selected):
            self.desk.selection.become(to)
            return
        contents = self.desk.contents

        def is_of_kind(item_id: str) -> bool:
            item = contents.get(Item, item_id)
            return item is not None and item.kind == to

        cards = (contents.get(Card, each) for each in self._now.cards)
        self.desk.selection.set(
            cards=[card.id for card in cards if card is not None and is_of_kind(card.item)],
            items=[each for each in self._now.items if is_of_kind(each)],
        )

    def _show_types(self) -> None:
        allowed, held = self._counted.allowed, self._counted.held
        self.types.setVisible(bool(held))
        if not held:
            return
        self.type_picker.clear_offers()
        if len(held) > 1:
            self.type_picker.offer("", say("Several types"))
        for name in allowed:
            kind = link_type(name)
            self.type_picker.offer(name, say(kind.says), mark=(kind.icon, kind.accent))
        self.type_picker.choose(next(iter(held)) if len(held) == 1 else "")
        self.type_picker.setVisible(bool(allowed))
        self.type_picker.setEnabled(not self.desk.bridge.read_only)
        self.type_note.setText(
            "" if allowed else say("No type fits between the ends of all of them.")
        )
        self.type_note.setVisible(not allowed)

    # -- what can be done -------------------------------------------------------------------

    def _retype(self) -> None:
        chosen = self.type_picker.key()
        bridge = self.desk.bridge
        if chosen:
            bridge.attempt(partial(links.set_type, bridge.contents, self._links(), chosen))
        self._show_types()

    def _take_off(self) -> None:
        bridge, now = self.desk.bridge, self._now
        bridge.attempt(
            partial(removal.delete_cards, bridge.contents, sorted(now.cards), sorted(now.frames))
        )

    def _delete_items(self) -> None:
        self.desk.delete_wanted.emit(Selected(items=frozenset(self._counted.items)))

    def _delete_links(self) -> None:
        bridge = self.desk.bridge
        bridge.attempt(partial(removal.delete_links, bridge.contents, self._links()))

    def _delete_sources(self) -> None:
        self.desk.delete_wanted.emit(Selected(sources=self._now.sources))


def _frames(number: int) -> str:
    return say("{n} frame", "{n} frames", n=number)


def _to_take_off(cards: int, frames: int) -> str:
    """What the button says that takes so many cards and frames off the board."""
    if not frames:
        return say(
            "Take {n} card off the board", "Take {n} cards off the board", about="command", n=cards
        )
    if not cards:
        return say("Take {n} frame off the board", "Take {n} frames off the board", n=frames)
    said = say("{n} card", "{n} cards", n=cards)
    return say("Take {cards} and {frames} off the board", cards=said, frames=_frames(frames))

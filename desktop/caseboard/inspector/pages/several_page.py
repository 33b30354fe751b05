"""The page for several things at once: how many of what, and what can be done with all of them."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.controls.labels import PlainLabel
from caseboard.inspector.controls.picker import Picker
from caseboard.inspector.controls.rows import Mark, RowButton, RowFace
from caseboard.inspector.desk import Desk
from caseboard.inspector.pages.page import Headline, Page, set_in
from caseboard.inspector.sections.section import Section
from caseboard.inspector.wording import counted
from caseboard.selection import Selected
from caseboard.theme import space
from casedb import Change
from casedb.commands import links, removal
from casedb.model.contents import Contents
from casedb.model.kinds import kind_of
from casedb.model.link_types import LINK_TYPES, link_type
from casedb.model.records import Card, Item


def allowed_types(contents: Contents, link_ids: list[str]) -> list[str]:
    """The types that every one of some links may have, in the usual order."""
    allowed = set(LINK_TYPES)
    seen: set[tuple[object, ...]] = set()
    for link_id in link_ids:
        link = contents.links[link_id]
        ends = (link.start, link.end)
        if ends not in seen:
            seen.add(ends)
            allowed &= {each.name for each in links.types_for(contents, *ends)}
        if not allowed:
            break
    return [name for name in LINK_TYPES if name in allowed]


class SeveralPage(Page):
    """Counts by sort, each of which narrows the selection, and the common actions."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._now = Selected()
        self.headline = Headline(desk, "select", "Selection", "tx2")
        self.title = PlainLabel("", "inspectorTotal")
        self.counts = QVBoxLayout()
        self.counts.setSpacing(0)
        self.rows: list[RowButton] = []
        self.types = Section("Type of the links", desk)
        self.type_picker = Picker(desk.look, "Type of all selected links", framed=True)
        self.type_picker.activated.connect(self._retype)
        self.type_note = PlainLabel("", "inspectorNothing", wrap=True)
        self.types.column.addLayout(set_in(self.type_picker))
        self.types.column.addWidget(self.type_note)
        self.common = Section("Actions", desk)
        self.off_button = TextButton("", "inspectorButton")
        self.off_button.clicked.connect(self._take_off)
        self.delete_items_button = TextButton("", "inspectorButton")
        self.delete_items_button.clicked.connect(self._delete_items)
        self.delete_links_button = TextButton("", "inspectorButton")
        self.delete_links_button.clicked.connect(self._delete_links)
        self.delete_sources_button = TextButton("", "inspectorButton")
        self.delete_sources_button.clicked.connect(self._delete_sources)
        self.common.column.setSpacing(space("xs"))
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

    def _items(self) -> list[Item]:
        contents = self.desk.contents
        found = (contents.get(Item, each) for each in self.desk.selection.item_ids(contents))
        return [item for item in found if item is not None]

    def _links(self) -> list[str]:
        return [each for each in sorted(self._now.links) if each in self.desk.contents.links]

    def _show(self) -> None:
        items, now, chosen = self._items(), self._now, self._links()
        total = len(items) + len(chosen) + len(now.frames) + len(now.sources)
        self.title.setText(f"{total:,} selected")
        self._show_counts(items, chosen)
        self._show_types(chosen)
        can_change = not self.desk.bridge.read_only
        placed = len(now.cards) + len(now.frames)
        off = " and ".join(
            counted(len(ids), noun)
            for ids, noun in ((now.cards, "card"), (now.frames, "frame"))
            if ids
        )
        for button, number, text in (
            (self.off_button, placed, f"Take {off} off the board"),
            (self.delete_links_button, len(now.links), f"Delete {counted(len(now.links), 'link')}"),
            (
                self.delete_items_button,
                len(items),
                f"Delete {counted(len(items), 'item')} from the case…",
            ),
            (
                self.delete_sources_button,
                len(now.sources),
                f"Delete {counted(len(now.sources), 'source')}…",
            ),
        ):
            button.setText(text)
            button.setVisible(bool(number) and can_change)
        self.common.setVisible(can_change)

    def _show_counts(self, items: list[Item], chosen: list[str]) -> None:
        while (held := self.counts.takeAt(0)) is not None:
            widget = held.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for name, number in sorted(Counter(item.kind for item in items).items()):
            kind = kind_of(name)
            label = counted(number, kind.label.lower(), kind.plural.lower())
            self._add_count(Mark(kind.icon, kind.accent), label, name)
        now = self._now
        for ids, icon, noun, narrowed in (
            (chosen, "link", "link", Selected(links=now.links)),
            (now.frames, "frame", "frame", Selected(frames=now.frames)),
            (now.sources, "source", "source", Selected(sources=now.sources)),
        ):
            if ids:
                self._add_count(Mark(icon, "tx3"), counted(len(ids), noun), narrowed)

    def _add_count(self, mark: Mark, label: str, narrowed: Selected | str) -> None:
        row = RowButton(
            self.desk.look, RowFace(label, (mark,)), f"Select only the {label}", ruled=True
        )
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

    def _show_types(self, chosen: list[str]) -> None:
        self.types.setVisible(len(chosen) > 0)
        if not chosen:
            return
        allowed = allowed_types(self.desk.contents, chosen)
        held = {self.desk.contents.links[each].type for each in chosen}
        self.type_picker.clear_offers()
        if len(held) > 1:
            self.type_picker.offer("", "Several types")
        for name in allowed:
            kind = link_type(name)
            self.type_picker.offer(name, kind.says, mark=(kind.icon, kind.accent))
        self.type_picker.choose(next(iter(held)) if len(held) == 1 else "")
        self.type_picker.setVisible(bool(allowed))
        self.type_picker.setEnabled(not self.desk.bridge.read_only)
        self.type_note.setText("" if allowed else "No type fits between the ends of all of them.")
        self.type_note.setVisible(not allowed)

    # -- what can be done -------------------------------------------------------------------

    def _retype(self) -> None:
        chosen = self.type_picker.key()
        bridge = self.desk.bridge
        if chosen:
            bridge.attempt(partial(links.set_type, bridge.contents, self._links(), chosen))
        self._show_types(self._links())

    def _take_off(self) -> None:
        bridge, now = self.desk.bridge, self._now
        bridge.attempt(
            partial(removal.delete_cards, bridge.contents, sorted(now.cards), sorted(now.frames))
        )

    def _delete_items(self) -> None:
        ids = frozenset(item.id for item in self._items())
        self.desk.delete_wanted.emit(Selected(items=ids))

    def _delete_links(self) -> None:
        bridge = self.desk.bridge
        bridge.attempt(partial(removal.delete_links, bridge.contents, self._links()))

    def _delete_sources(self) -> None:
        self.desk.delete_wanted.emit(Selected(sources=self._now.sources))

"""`Selection`: what is selected, shared by the board, the outline, the inspector and every view."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from casedb.model.contents import Contents
from casedb.model.records import Card, Frame, Item, Link, Source

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Selected:
    """Ids that are selected, by what they are.

    `items` are items selected where no card stands for them (in the outline, in search);
    a selected card selects its item too, see `Selection.item_ids`.
    """

    cards: frozenset[str] = NOTHING
    frames: frozenset[str] = NOTHING
    links: frozenset[str] = NOTHING
    items: frozenset[str] = NOTHING
    sources: frozenset[str] = NOTHING

    def __bool__(self) -> bool:
        return bool(self.cards or self.frames or self.links or self.items or self.sources)

    def __len__(self) -> int:
        return sum(map(len, (self.cards, self.frames, self.links, self.items, self.sources)))

    @property
    def placed_alone(self) -> str:
        """The one card or frame that is selected, with no link besides; empty for none."""
        # Asked in every frame: sets of many thousands are not joined for it.
        if self.links or len(self.cards) + len(self.frames) != 1:
            return ""
        return next(iter(self.cards or self.frames))

    @property
    def link_alone(self) -> str:
        """The one link that is selected, with nothing placed besides; empty for none."""
        if len(self.links) != 1 or self.cards or self.frames:
            return ""
        return next(iter(self.links))

    def __or__(self, other: Selected) -> Selected:
        return Selected(
            self.cards | other.cards,
            self.frames | other.frames,
            self.links | other.links,
            self.items | other.items,
            self.sources | other.sources,
        )

    def __xor__(self, other: Selected) -> Selected:
        return Selected(
            self.cards ^ other.cards,
            self.frames ^ other.frames,
            self.links ^ other.links,
            self.items ^ other.items,
            self.sources ^ other.sources,
        )


REST = 40
"""Milliseconds without a change after which a selection rests."""


class Selection(QObject):
    """The one selection of a window.

    `changed()` follows every change of it, at once: for what must keep up with the hand. `rested()`
    follows when it has not changed for a moment and no button is held, once for any number of
    changes: for what takes longer than a frame.
    """

    changed = Signal()
    rested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = Selected()
        self._clock = QTimer(self, interval=REST, singleShot=True)
        self._clock.timeout.connect(self._rest)

    @property
    def now(self) -> Selected:
        """What is selected."""
        return self._now

    @property
    def cards(self) -> frozenset[str]:
        """The ids of the selected cards."""
        return self._now.cards

    @property
    def frames(self) -> frozenset[str]:
        """The ids of the selected frames."""
        return self._now.frames

    @property
    def links(self) -> frozenset[str]:
        """The ids of the selected links."""
        return self._now.links

    @property
    def items(self) -> frozenset[str]:
        """The ids of items selected without a card."""
        return self._now.items

    @property
    def sources(self) -> frozenset[str]:
        """The ids of the selected sources."""
        return self._now.sources

    def set(
        self,
        *,
        cards: Iterable[str] = (),
        frames: Iterable[str] = (),
        links: Iterable[str] = (),
        items: Iterable[str] = (),
        sources: Iterable[str] = (),
    ) -> None:
        """Select just these."""
        self.become(
            Selected(
                frozenset(cards),
                frozenset(frames),
                frozenset(links),
                frozenset(items),
                frozenset(sources),
            )
        )

    def become(self, selected: Selected) -> None:
        """Select just what is given."""
        if selected != self._now:
            self._now = selected
            self._clock.start()
            self.changed.emit()

    def settle(self) -> None:
        """Rest at once, if it has changed since it rested last."""
        if self._clock.isActive():
            self._clock.stop()
            self.rested.emit()

    def _rest(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._clock.start()
        else:
            self.rested.emit()

    def add(self, more: Selected) -> None:
        """Select these as well."""
        self.become(self._now | more)

    def toggle(self, some: Selected) -> None:
        """Select those of these that are not selected, and let go of those that are."""
        self.become(self._now ^ some)

    def clear(self) -> None:
        """Select nothing."""
        self.become(Selected())

    def item_ids(self, contents: Contents) -> list[str]:
        """The items that are selected, through their cards or by themselves, each once."""
        there = contents.cards
        found = [there[each].item for each in sorted(self.cards) if each in there]
        return list(dict.fromkeys([*found, *sorted(self.items)]))

    def prune(self, contents: Contents) -> None:
        """Let go of what is no longer in the case."""
        now = self._now
        self.become(
            Selected(
                frozenset(each for each in now.cards if contents.get(Card, each)),
                frozenset(each for each in now.frames if contents.get(Frame, each)),
                frozenset(each for each in now.links if contents.get(Link, each)),
                frozenset(each for each in now.items if contents.get(Item, each)),
                frozenset(each for each in now.sources if contents.get(Source, each)),
            )
        )

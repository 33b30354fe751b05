"""`Census`: how much of what a case holds, kept up with every change."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject

from caseboard.bridge import CaseBridge
from caseboard.inspector.controls.rows import Mark
from caseboard.inspector.wording import counted
from casedb import Change
from casedb.model.kinds import KINDS, Kind
from casedb.model.records import Artifact, Board, Item, Link, Record, Source


class Census(QObject):
    """How many records of each sort a case holds; counted once, then kept up with every change."""

    def __init__(self, bridge: CaseBridge, parent: QObject) -> None:
        super().__init__(parent)
        contents = bridge.contents
        self._items = Counter(item.kind for item in contents.items.values())
        self._others = Counter[type[Record]](
            {each: len(contents.all(each)) for each in (Link, Source, Artifact, Board)}
        )
        bridge.changed.connect(self._follow)

    @property
    def kinds(self) -> set[str]:
        """The kinds of which there are items."""
        return {name for name, number in self._items.items() if number}

    def _follow(self, change: Change) -> None:
        for edit in change.edits:
            for record, step in ((edit.before, -1), (edit.after, 1)):
                if isinstance(record, Item):
                    self._items[record.kind] += step
                elif record is not None:
                    self._others[type(record)] += step

    def told(self) -> list[tuple[Mark, str]]:
        """The numbers in words: the items by kind, then everything else."""
        told = [
            (Mark(kind.icon, kind.accent), self._of_kind(kind))
            for name, kind in KINDS.items()
            if self._items[name]
        ]
        newer = sum(number for name, number in self._items.items() if name not in KINDS)
        if newer:
            words = counted(newer, "item of a newer version", "items of a newer version")
            told.append((Mark("unknown_kind", "note"), words))
        for of, icon, noun in (
            (Link, "link", "link"),
            (Source, "source", "source"),
            (Artifact, "file", "file"),
            (Board, "board", "board"),
        ):
            if self._others[of]:
                told.append((Mark(icon, "tx3"), counted(self._others[of], noun)))
        return told

    def _of_kind(self, kind: Kind) -> str:
        return counted(self._items[kind.name], kind.label.lower(), kind.plural.lower())

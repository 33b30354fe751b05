"""`Census`: how much of what a case holds, kept up with every change."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject

from caseboard.bridge import CaseBridge
from caseboard.inspector.controls.rows import Mark
from caseboard.inspector.wording import number_of_kind
from casedb import Change
from casedb.model.kinds import KINDS
from casedb.model.records import Artifact, Board, Item, Link, Record, Source
from casedb.words import say


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
            (Mark(kind.icon, kind.accent), number_of_kind(self._items[name], kind))
            for name, kind in KINDS.items()
            if self._items[name]
        ]
        newer = sum(number for name, number in self._items.items() if name not in KINDS)
        if newer:
            words = say("{n} item of a newer version", "{n} items of a newer version", n=newer)
            told.append((Mark("unknown_kind", "note"), words))
        others = self._others
        for number, icon, words in (
            (others[Link], "link", say("{n} link", "{n} links", n=others[Link])),
            (others[Source], "source", say("{n} source", "{n} sources", n=others[Source])),
            (others[Artifact], "file", say("{n} file", "{n} files", n=others[Artifact])),
            (others[Board], "board", say("{n} board", "{n} boards", n=others[Board])),
        ):
            if number:
                told.append((Mark(icon, "tx3"), words))
        return told

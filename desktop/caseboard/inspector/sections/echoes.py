"""What an item has in common with others that is rare, and whether it is derived from one of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.controls.rows import Mark, RowButton, RowFace
from caseboard.inspector.desk import Desk
from caseboard.inspector.sections.independence_rows import long_name
from caseboard.inspector.sections.section import Section
from caseboard.inspector.wording import item_title, one_line
from caseboard.measures import set_margins, set_spacing
from casedb.analysis.echoes import NAME, Echo
from casedb.commands import links
from casedb.commands.dismissing import dismiss
from casedb.ids import utc_now
from casedb.model.kinds import kind_of
from casedb.model.records import Item, Ref
from casedb.words import say

MOST = 8
"""Items that are asked about at once."""
NOT_DERIVED = "Not derived from it."
"""The reason that is stored where somebody says so; it stays in the file, and so it is English."""


class EchoLine(QWidget):
    """One other item: which, what both have in common, and the two answers."""

    def __init__(self, desk: Desk, echo: Echo, item_id: str) -> None:
        super().__init__()
        self.echo = echo
        is_later = echo.later == item_id
        self.other = echo.earlier if is_later else echo.later
        other = desk.contents.items[self.other]
        kind = kind_of(other.kind)
        aside = (say("earlier") if is_later else say("later")) if echo.is_dated else ""
        face = RowFace(
            long_name(desk.contents, self.other),
            (Mark(kind.icon, kind.accent),),
            detail=one_line(echo.reason),
            aside=aside,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        said = ", ".join(filter(None, (face.title, face.detail, face.aside)))
        self.row = RowButton(desk.look, face, said, lines=4)
        column.addWidget(self.row)
        self.answers = QWidget()
        line = QHBoxLayout(self.answers)
        set_margins(line, "l", 0, "xs", "xs")
        set_spacing(line, "m")
        name = item_title(other)
        # Where dates leave it open which is the later, both may be.
        self.from_other = TextButton(say("This from it"))
        self.from_other.setAccessibleName(say("This item is derived from “{other}”", other=name))
        self.to_other = TextButton(say("It from this"))
        self.to_other.setAccessibleName(say("“{other}” is derived from this item", other=name))
        self.refuse = TextButton(say("Neither"))
        self.refuse.setAccessibleName(say("Neither is derived from the other: {other}", other=name))
        line.addWidget(self.from_other)
        line.addWidget(self.to_other)
        line.addWidget(self.refuse)
        line.addStretch(1)
        column.addWidget(self.answers)
        # Only here: what lies on nothing yet would be a window of its own.
        self.from_other.setHidden(echo.is_dated and not is_later)
        self.to_other.setHidden(echo.is_dated and is_later)
        self.answers.setHidden(desk.bridge.read_only)


class EchoesSection(Section):
    """Asks whether an item is derived from others, with what speaks for that; else it is not there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("Perhaps derived"), desk)
        self._item = ""
        self._shown: tuple[object, ...] = ()
        self.lines: list[EchoLine] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)
        desk.echoes.made.connect(self.refresh)

    def show_item(self, item_id: str) -> None:
        """Show what an item has in common with others."""
        self._item = item_id
        self.refresh()

    def refresh(self) -> None:
        """Show what is so now."""
        contents = self.desk.contents
        found = self.desk.echoes.of(self._item) if self._item in contents.items else ()
        near = found[:MOST]
        self.setVisible(bool(near))
        self.say_aside(
            say("{number} of {all}", number=len(near), all=len(found)) if found != near else ""
        )
        ends = tuple(contents.items[each] for echo in near for each in (echo.later, echo.earlier))
        state = (self._item, near, ends, self.desk.bridge.read_only)
        if state == self._shown:
            return
        self._shown = state
        for line in self.lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for echo in near:
            line = EchoLine(self.desk, echo, self._item)
            line.row.clicked.connect(partial(self._go, line.other))
            line.from_other.clicked.connect(partial(self._link, echo, self._item, line.other))
            line.to_other.clicked.connect(partial(self._link, echo, line.other, self._item))
            line.refuse.clicked.connect(partial(self._refuse, echo))
            self._list.addWidget(line)
            self.lines.append(line)

    def _go(self, item_id: str, *_: object) -> None:
        self.desk.show_item(item_id)

    def _link(self, echo: Echo, later_id: str, earlier_id: str, *_: object) -> None:
        bridge = self.desk.bridge
        if all(bridge.contents.get(Item, each) for each in (later_id, earlier_id)):
            values = {"rationale": echo.reason}
            later, earlier = Ref.item(later_id), Ref.item(earlier_id)
            bridge.attempt(
                partial(
                    links.connect,
                    bridge.contents,
                    bridge.case.new_id,
                    later,
                    "derived_from",
                    earlier,
                    values,
                )
            )

    def _refuse(self, echo: Echo, *_: object) -> None:
        bridge = self.desk.bridge
        bridge.attempt(
            partial(
                dismiss,
                bridge.contents,
                bridge.case.new_id,
                subject=echo.later,
                check=NAME,
                ground=echo.ground,
                reason=NOT_DERIVED,
                by=bridge.case.actor,
                at=utc_now(),
            )
        )

"""The page of one frame."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseboard.inspector.controls.buttons import Swatch, TextButton
from caseboard.inspector.controls.flow import FlowLayout
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.editors.text import HeadingEditor
from caseboard.inspector.pages.page import Headline, Page, set_in
from caseboard.inspector.sections.history import HistorySection
from caseboard.inspector.sections.section import Section
from caseboard.inspector.sections.time_scale import TimeScaleSection
from caseboard.inspector.subjects import FrameSubject
from caseboard.measures import set_spacing
from casedb import Change
from casedb.commands import cards, removal
from casedb.model.fields import Text
from casedb.model.kinds import KINDS
from casedb.model.records import Frame, Scale
from casedb.words import say, term


class FramePage(Page):
    """The title and the colour of a frame, and the time that runs along it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._id = ""
        self.headline = Headline(desk, "frame", say("Frame"), "tx2")
        self.title = HeadingEditor(
            Text("title", term("Title"), placeholder=term("Untitled frame")), desk
        )
        self.keeper.add(self.title)
        self.colours = Section(say("Colour"), desk)
        holder = QWidget()
        flow = FlowLayout(holder)
        self.swatches = [Swatch(desk.look, "", say("No colour"))]
        self.swatches += [
            Swatch(
                desk.look, kind.accent, say("The colour of {kinds}", kinds=say(kind.plural).lower())
            )
            for kind in KINDS.values()
        ]
        for swatch in self.swatches:
            swatch.clicked.connect(partial(self._paint, swatch.token))
            swatch.setEnabled(not desk.bridge.read_only)
            flow.addWidget(swatch)
        self.colours.column.addWidget(holder)
        self.scale = TimeScaleSection(desk)
        self.delete_button = TextButton(say("Remove frame", about="command"), "inspectorButton")
        self.delete_button.setToolTip(say("The cards on it stay"))
        self.delete_button.clicked.connect(self._delete)
        self.history = HistorySection(desk)
        head = QWidget()
        rows = QVBoxLayout(head)
        rows.setContentsMargins(0, 0, 0, 0)
        set_spacing(rows, "xs")
        rows.addWidget(self.headline)
        rows.addWidget(self.title)
        self.column.addWidget(head)
        self.column.addWidget(self.colours)
        self.column.addWidget(self.scale)
        self.column.addLayout(set_in(self.delete_button))
        self.column.addWidget(self.history)
        self.delete_button.setHidden(desk.bridge.read_only)
        self.column.addStretch(1)

    def show_frame(self, frame_id: str) -> None:
        """Show a frame."""
        self._id = frame_id
        self.keeper.bind(FrameSubject(frame_id))
        self._show_colour()
        self.scale.show_frame(frame_id)
        self.history.show_record(frame_id)

    def flush(self) -> None:
        super().flush()
        self.scale.keeper.flush()

    def editor(self, name: str) -> Editor | None:
        return super().editor(name) or self.scale.keeper.editor(name)

    def refresh(self, change: Change) -> None:
        if any(isinstance(edit.record, Scale) for edit in change.edits):
            self.scale.refresh()
        if self._id in self.touched(change):
            self.keeper.refresh()
            self._show_colour()
            self.history.refresh()

    def _show_colour(self) -> None:
        frame = self.desk.contents.get(Frame, self._id)
        for swatch in self.swatches:
            swatch.setChecked(frame is not None and frame.accent == swatch.token)

    def _paint(self, token: str) -> None:
        bridge = self.desk.bridge
        label = "Colour frame"
        bridge.attempt(partial(cards.set_flags, bridge.contents, [self._id], label, accent=token))
        self._show_colour()

    def _delete(self) -> None:
        bridge = self.desk.bridge
        bridge.attempt(partial(removal.delete_cards, bridge.contents, (), [self._id]))

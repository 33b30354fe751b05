"""The time that runs along a frame: from when to when, and away with it."""

from __future__ import annotations

from functools import partial

from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.moment import FIRST, LAST, MomentEditor
from caseboard.inspector.grid import FieldGrid
from caseboard.inspector.keeper import Keeper
from caseboard.inspector.sections.section import Section
from caseboard.inspector.subjects import ScaleSubject
from casedb.commands import scales
from casedb.model.fields import Text
from casedb.words import say, term

_EXAMPLE = term("2 Jan 2024, autumn 2023, 2023-11")


class TimeScaleSection(Section):
    """The two dates of a scale, hidden for a frame along which no time runs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("Scale of time"), desk)
        self.keeper = Keeper(desk, self)
        self._frame = ""
        self._grid = FieldGrid()
        self.first = MomentEditor(Text(FIRST, term("Begins"), help=_EXAMPLE), desk)
        self.last = MomentEditor(Text(LAST, term("Ends"), help=_EXAMPLE), desk)
        for editor in (self.first, self.last):
            self.keeper.add(editor)
            self._grid.add(editor)
        self.column.addWidget(self._grid)
        self.remove_button: TextButton = self.add_action(say("Remove"))
        self.remove_button.setAccessibleName(say("Remove the scale of time"))
        self.remove_button.setToolTip(say("The frame stays, and so does what lies in it"))
        self.remove_button.clicked.connect(self._remove)
        self.remove_button.setHidden(desk.bridge.read_only)

    def show_frame(self, frame_id: str) -> None:
        """Show the scale of a frame."""
        self._frame = frame_id
        self._show()

    def refresh(self) -> None:
        """Take in a change of the scale."""
        held = self.desk.contents.scale_of(self._frame)
        if (held is None) != (self.keeper.subject is None):
            self._show()
            return
        self.keeper.refresh()
        for editor in (self.first, self.last):
            # What could not be together with the other date may be now.
            if editor.draft() and not editor.has_focus and editor.answer() is not None:
                editor.put(apart=True)

    def _show(self) -> None:
        is_there = self.desk.contents.scale_of(self._frame) is not None
        subject = ScaleSubject(self._frame, self.desk.bridge.new_id)
        self.keeper.bind(subject if is_there else None)
        self.setVisible(is_there)

    def _remove(self) -> None:
        bridge = self.desk.bridge
        bridge.attempt(partial(scales.remove_scale, bridge.contents, self._frame))

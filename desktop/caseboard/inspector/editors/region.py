"""Where on a file something is seen: chosen among what is marked there, shown as a picture of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from caseboard.inspector.answer import Answer
from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.controls.crop import CropView
from caseboard.inspector.controls.labels import ElidedLabel
from caseboard.inspector.controls.region_list import NEW, RegionList
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.wording import row_in_words
from caseboard.measures import set_spacing
from caseboard.plain_tips import give_tip
from casedb import Change
from casedb.analysis.resolving import Extent, extent_of, pixels_in_words, size_in_words, what_shows
from casedb.model.custody import tombstone_in_words, tombstone_of
from casedb.model.fields import Number, Table, Unreadable
from casedb.model.kinds import kind_of
from casedb.model.records import Annotation, Artifact, Attachment, Item
from casedb.model.reference_fields import Region
from casedb.model.regions import find_region, regions_of, why_gone
from casedb.model.values import Values
from casedb.words import say


class RegionEditor(Editor):
    """A region by its picture; `measured(str)` carries the size on the ground that is to be taken over."""

    measured = Signal(str)

    merges = False

    def __init__(self, field: Region, desk: Desk) -> None:
        super().__init__(field, desk)
        self._region = field
        self._id = ""
        self._size = ""
        self._awaits = False
        self.view = CropView(desk.look, desk.thumbnails)
        self.view.clicked.connect(self.open)
        self.name = ElidedLabel("", "inspectorPlain")
        self.choose_button = TextButton("", "inspectorAdd")
        self.choose_button.clicked.connect(self.choose)
        self.take_button = TextButton(say("Take this size"), "inspectorAdd")
        self.take_button.clicked.connect(self._take_size)
        self.take_button.hide()
        self.compare_button = TextButton(say("Compare…"), "inspectorAdd")
        self.compare_button.setToolTip(say("See it beside the region of what was found"))
        self.compare_button.clicked.connect(self._ask_found)
        self.compare_button.hide()
        self.list: RegionList | None = None
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        for button in (self.choose_button, self.take_button, self.compare_button):
            # At the side where reading begins, also where no name above makes the column wide.
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        line = QHBoxLayout()
        set_spacing(line, "s")
        line.addWidget(self.view)
        line.addLayout(words, 1)
        self.body.addLayout(line)
        desk.thumbnails.ready.connect(self._renew)

    def anchor(self) -> QWidget:
        return self.choose_button

    def fix(self, read_only: bool) -> None:
        self.choose_button.setVisible(not read_only)
        self.take_button.setVisible(bool(self._size) and not read_only)

    def start(self, values: Values, record_id: str = "") -> None:
        self._awaits = False
        super().start(values, record_id)

    def present(self, values: Values) -> None:
        self._show(self._region.read(values) or "")

    def reply(self) -> Answer | None:
        return Answer(self._region.write(self._id))

    def notice(self, change: Change) -> None:
        records = [edit.record for edit in change.edits]
        if not any(isinstance(each, Annotation | Artifact | Attachment | Item) for each in records):
            return
        self._show(self._id)
        self.comment(paused=False)
        made = [edit.after for edit in change.edits if edit.before is None]
        if self._awaits:
            files = {each.artifact for each in self._files()}
            new = [e for e in made if isinstance(e, Annotation) and e.artifact in files]
            if new:
                self._awaits = False
                region = new[0].id
                # Once all have heard of the mark itself.
                QTimer.singleShot(0, self, lambda: self._take(region))

    # -- what is shown ----------------------------------------------------------------------

    def _show(self, region_id: str) -> None:
        self._id = region_id
        contents = self.desk.contents
        region = find_region(contents, region_id) if region_id else None
        gone = why_gone(contents, self.record_id, region_id) if region_id else ""
        self.view.show_region(region, gone)
        file = contents.get(Artifact, region.artifact) if region is not None else None
        tombstone = tombstone_of(file) if file is not None else None
        if gone and tombstone is not None:
            give_tip(self.view, tombstone_in_words(tombstone))
        self.view.setVisible(bool(region_id))
        name = region.name if region is not None and not gone else ""
        self.name.setText(name)
        self.name.setVisible(bool(name))
        give_tip(self.name, name)
        command = say("Change…") if region_id else say("Choose a region…")
        self.choose_button.setText(command)
        self.compare_button.setVisible(bool(self._region.compared_with and name))
        self.name_control(
            self.compare_button,
            say("{field}: {command}", field=say(self.field.label), command=say("Compare…")),
        )
        self.name_control(
            self.choose_button,
            say("{field}: {command}", field=say(self.field.label), command=command),
        )

    @property
    def gone(self) -> str:
        """Why the region cannot be seen any more; empty where it can."""
        return why_gone(self.desk.contents, self.record_id, self._id) if self._id else ""

    def comment(self, paused: bool) -> None:
        extent = self.extent
        self._size = size_in_words(extent) if extent is not None else ""
        self.take_button.setVisible(bool(self._size) and not self.read_only and self.is_readable)
        if not self.is_readable:
            return
        if self._awaits:
            self.say(say("The next region that you mark on a file of this item is taken here."))
        elif self.gone:
            self.say(self.gone, "warn")
        else:
            self.say(self._told(extent) if extent is not None else "")

    @property
    def extent(self) -> Extent | None:
        """How large what is marked is; None where that cannot be told, or does not matter."""
        if not self._wants_size:
            return None
        region = find_region(self.desk.contents, self._id)
        if region is None or region.mark is None or self.gone:
            return None
        size = self.desk.thumbnails.size_of(region.artifact, region.page - 1)
        return extent_of(region.mark, size, self._gsd) if size is not None else None

    def _told(self, extent: Extent) -> str:
        size = size_in_words(extent)
        if not size:
            size = say("no ground sample distance, so no size")
        shown = pixels_in_words(extent)
        return say("{pixels}, {size}. {shows}", pixels=shown, size=size, shows=what_shows(extent))

    @property
    def _wants_size(self) -> bool:
        """Whether the item is a picture of the ground, in which things are measured."""
        item = self.desk.contents.get(Item, self.record_id)
        return item is not None and kind_of(item.kind).has("gsd")

    @property
    def _gsd(self) -> float | None:
        item = self.desk.contents.get(Item, self.record_id)
        field = kind_of(item.kind).field("gsd") if item is not None else None
        try:
            return field.read(item.values) if item and isinstance(field, Number) else None
        except Unreadable:
            return None

    def _renew(self, artifact: str) -> None:
        region = find_region(self.desk.contents, self._id) if self._id else None
        if region is not None and region.artifact == artifact and self._wants_size:
            self.comment(paused=False)

    # -- what can be done -------------------------------------------------------------------

    def _files(self) -> list[Attachment]:
        return self.desk.contents.attachments_of(self.record_id)

    def choose(self) -> None:
        """Offer what can be pointed at."""
        regions = list(regions_of(self.desk.contents, self.record_id))
        if not regions and not self._id:
            self.say(say("Add a photo to this item first, under Files."), "warn")
            return
        desk = self.desk
        self.list = RegionList(desk.look, desk.thumbnails, regions, self._id, self)
        self.list.chosen.connect(self._answer)
        self.list.destroyed.connect(self._forget_list)
        self.list.show_below(self.choose_button)

    def _forget_list(self) -> None:
        self.list = None

    def _answer(self, chosen: str) -> None:
        if chosen == NEW:
            self.mark_new()
        else:
            self._awaits = False
            self._take(chosen)

    def mark_new(self) -> None:
        """Open a file of the item to mark a region there, which is then taken."""
        regions = list(regions_of(self.desk.contents, self.record_id))
        if not regions:
            self.say(say("Add a photo to this item first, under Files."), "warn")
            return
        held = find_region(self.desk.contents, self._id)
        there = {each.artifact for each in regions}
        file = held.artifact if held is not None and held.artifact in there else regions[0].artifact
        self._awaits = True
        self.comment(paused=False)
        self.desk.marking_wanted.emit(self.record_id, file)

    def _take(self, region_id: str) -> None:
        if region_id != self._id and not self.read_only:
            self._show(region_id)
            self.put()
        else:
            self.comment(paused=False)

    def open(self) -> None:
        """Show the region at full size."""
        if self._id and not self.gone:
            self.desk.region_wanted.emit(self.record_id, self._id)

    # -- beside what was found --------------------------------------------------------------

    @property
    def found(self) -> list[tuple[str, str]]:
        """What it can be compared with: the ids of the regions, each with the row that it belongs to."""
        item = self.desk.contents.get(Item, self.record_id)
        kind = kind_of(item.kind) if item is not None else None
        name = self._region.compared_with
        table = kind.field(name) if kind is not None and name and kind.has(name) else None
        if item is None or not isinstance(table, Table):
            return []
        column = next((each for each in table.columns if isinstance(each, Region)), None)
        try:
            rows = table.read(item.values) or ()
        except Unreadable:
            return []
        contents = self.desk.contents
        there = ((row.text(column.name), row) for row in rows) if column is not None else ()
        return [
            (region, row_in_words(contents, table, row))
            for region, row in there
            if region and not why_gone(contents, item.id, region)
        ]

    def _ask_found(self) -> None:
        found = self.found
        if len(found) == 1:
            self.compare(found[0][0])
            return
        menu = QMenu(self)
        self.fill_compare_menu(menu)
        menu.exec(self.compare_button.mapToGlobal(self.compare_button.rect().bottomLeft()))
        menu.deleteLater()

    def fill_compare_menu(self, menu: QMenu) -> None:
        """Offer what was found, to be seen beside the reference."""
        for region, words in self.found:
            action = menu.addAction(words.replace("&", "&&")[:80])
            action.triggered.connect(partial(self.compare, region))
        if menu.isEmpty():
            nothing = menu.addAction(say("No component has a region of a photo yet"))
            nothing.setEnabled(False)

    def compare(self, region: str, *_: object) -> None:
        """See a region of what was found beside this one."""
        self.desk.regions_compared.emit(self.record_id, region, self._id)

    def _take_size(self) -> None:
        if self._size:
            self.measured.emit(self._size)

"""`TimelineView`: the items in view along a line of time, with every time that they name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QWidget

from caseboard.bindings import Bindings
from caseboard.piecemeal import Piecemeal, Steps, portions
from caseboard.theme import Theme
from caseboard.views.desk import ViewDesk
from caseboard.views.timeline_canvas import TimelineCanvas
from caseboard.views.timeline_drawing import TimelineDrawing
from caseboard.views.timeline_gaps import AUTO, LENGTHS, NEVER
from caseboard.views.timeline_keys import ZOOM_STEP
from caseboard.views.timeline_marks import NAMES, USUAL, Dated, Marks, read_times
from caseboard.views.timeline_painter import width_of_title
from caseboard.views.timeline_threads import (
    Thread,
    all_threads,
    contradicted_threads,
    threads_around,
)
from caseboard.views.timeline_tools import MOST_LISTED, TimelineTools
from caseboard.views.timeline_words import rows_of
from caseboard.views.view import Drawing, View
from casedb import Change
from casedb.model.records import Element, Item, Link, Source
from casedb.model.time_lanes import LanesBy
from casedb.words import say

LANES, TIMES, THREADS, GAPS = (
    *("timeline.lanes", "timeline.times"),
    *("timeline.threads", "timeline.gaps"),
)
"""The names of what somebody chooses here."""
FEW = 40
"""Of so many selected items at the most the threads are drawn unasked."""
MANY = 500
"""A change of more items than this is followed a little at a time."""


class TimelineView(View):
    """The items in view along a line of time."""

    name: ClassVar[str] = "timeline"

    def __init__(self, desk: ViewDesk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, theme, parent)
        self._by = LanesBy(_kept(desk.choice(LANES, LanesBy.KIND), tuple(LanesBy), LanesBy.KIND))
        told = desk.choice(TIMES, " ".join(sorted(USUAL)))
        self._names = frozenset(told.split()) & frozenset(NAMES)
        self._has_threads = desk.choice(THREADS, "") == "on"
        self._dated: dict[str, Dated] = {}
        self._working = Piecemeal(self)
        self.canvas = TimelineCanvas(theme, self)
        self.canvas.gaps.choice = _kept(desk.choice(GAPS, AUTO), (AUTO, NEVER, *LENGTHS), AUTO)
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.canvas, 1)
        row.addWidget(self.bar)
        self.setFocusProxy(self.canvas)
        self._tools = TimelineTools(theme, self)
        self._listen()
        self._show_choices()
        self._bind()

    def _listen(self) -> None:
        canvas, tools, desk = self.canvas, self._tools, self.desk
        canvas.picked.connect(self._pick)
        canvas.opened.connect(desk.went_to)
        canvas.menu_wanted.connect(desk.menu_wanted)
        canvas.left.connect(self.desk.left)
        canvas.looked.connect(self._follow_look)
        self.bar.valueChanged.connect(self._scroll)
        tools.lanes_chosen.connect(self.choose_lanes)
        tools.names_chosen.connect(self.choose_names)
        tools.threads_switched.connect(self.switch_threads)
        tools.gaps_chosen.connect(self.choose_gaps)
        tools.picked.connect(self._pick_undated)
        tools.zoomed.connect(self._zoom)
        tools.folded.connect(self._fold_all)
        tools.contradicted_wanted.connect(self._pick_contradicted)
        desk.settings.changed.connect(self._bind)
        if desk.aside is not None:
            desk.aside.changed.connect(self._show_faded)

    # -- what the pane asks -------------------------------------------------------------------

    @property
    def tools(self) -> Sequence[QWidget]:
        return self._tools.all

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.canvas.set_theme(theme)
        self._tools.set_theme(theme)

    def show_items(self) -> None:
        self._working.begin(self._reading(), self._show)

    def follow(self, change: Change) -> None:
        contents = self.desk.contents
        touched: set[str] = set()
        is_linked = is_renamed = False
        for edit in change.edits:
            for record in (edit.before, edit.after):
                if isinstance(record, Item):
                    touched.add(record.id)
                elif isinstance(record, Link):
                    is_linked = True
                    touched |= {record.start.id, record.end.id}
                elif isinstance(record, Element):
                    is_linked = True
                    touched |= {each.start.id for each in contents.links_at(record.id)}
                elif isinstance(record, Source):
                    is_renamed = True
        before = {each: self._dated.pop(each) for each in touched if each in self._dated}
        if is_renamed and self._by is LanesBy.SOURCE:
            self._dated.clear()
            self.show_items()
        elif len(before) > MANY:
            self.show_items()
        elif before:
            self._working.finish()
            for item_id in before:
                self._read(item_id)
            self._follow_items(before)
        elif is_linked and self._has_threads:
            self.switch_threads(is_on=True)
        if is_linked:
            self._find_contradicted()
            self.show_selected()

    def _follow_items(self, before: Mapping[str, Dated]) -> None:
        """Show what has changed of some items: their titles alone, or where they lie as well."""
        marks, now = self.canvas.marks, self._dated
        if marks is None or any(
            _lies_otherwise(was, now.get(each), self._by) for each, was in before.items()
        ):
            self._show(None)
            return
        for each in before:
            marks.rename(now[each])
        self.canvas.renew_chart()
        self._list_undated(marks)
        if self._has_threads:
            self.switch_threads(is_on=True)

    def show_selected(self) -> None:
        selected = self.desk.selected_items
        self.canvas.show_selected(selected, self._threads_of(selected))

    def catch_up(self) -> None:
        contents = self.desk.contents
        if self._by in (LanesBy.CLAIM, LanesBy.SOURCE):
            self._dated.clear()
        for item_id, dated in list(self._dated.items()):
            if contents.items.get(item_id) is not dated.item:
                del self._dated[item_id]
        super().catch_up()

    def drawing(self) -> Drawing | None:
        self._working.finish()
        marks, canvas = self.canvas.marks, self.canvas
        if marks is None or not len(marks):
            return None
        return TimelineDrawing(
            marks,
            canvas.camera,
            canvas.unit,
            folded=canvas.folded,
            faded=canvas.faded,
            threads=canvas.threads,
            contradicted=canvas.contradicted,
            gaps=canvas.gaps,
            way=self.layoutDirection(),
        )

    @property
    def has_table(self) -> bool:
        return self.canvas.marks is not None

    def table(self) -> Sequence[Sequence[str]] | None:
        self._working.finish()
        marks = self.canvas.marks
        if marks is None:
            return None
        return list(rows_of(marks, [self._dated[each] for each in marks.undated]))

    def close_view(self) -> None:
        self._working.drop()
        self.desk.settings.changed.disconnect(self._bind)
        if self.desk.aside is not None:
            self.desk.aside.changed.disconnect(self._show_faded)

    @property
    def is_reading(self) -> bool:
        """Whether times are still being read."""
        return self._working.is_busy

    def finish(self) -> None:
        """Show at once what is still being read."""
        self._working.finish()

    # -- reading ------------------------------------------------------------------------------

    def _reading(self) -> Steps[None]:
        for n, portion in enumerate(portions(self.desk.in_view.items)):
            if n:
                yield
            for k, item_id in enumerate(portion):
                if item_id not in self._dated:
                    self._read(item_id)
                    if not k % FEW:
                        yield
        # What is drawn next takes a while of its own.
        yield

    def _read(self, item_id: str) -> None:
        contents = self.desk.contents
        item = contents.get(Item, item_id)
        if item is not None:
            self._dated[item_id] = read_times(contents, item, self._by, width_of_title)

    def _show(self, _: None) -> None:
        desk, canvas = self.desk, self.canvas
        marks = Marks(desk.contents, self._dated, desk.in_view.items, self._names, self._by)
        canvas.empty = _why_empty(marks.turned_off) if desk.in_view.items else desk.why_nothing
        self._show_faded()
        canvas.show_marks(marks)
        self._list_undated(marks)
        canvas.show_threads(all_threads(desk.contents, marks) if self._has_threads else ())
        self._find_contradicted()
        self.show_selected()

    def _show_faded(self) -> None:
        """Let stand back what is filtered out, and what is set aside for the moment."""
        aside = self.desk.aside
        away = aside.now if aside is not None else frozenset[str]()
        self.canvas.show_faded(self.desk.in_view.faded | away)

    def _list_undated(self, marks: Marks) -> None:
        listed = [(each, self._dated[each].title) for each in marks.undated[:MOST_LISTED]]
        self._tools.show_undated(listed, len(marks.undated), marks.turned_off)

    def _find_contradicted(self) -> None:
        marks = self.canvas.marks
        found = contradicted_threads(self.desk.contents, marks) if marks is not None else []
        self.canvas.show_contradicted(found)
        self._tools.show_contradicted(len(found))

    def _pick_contradicted(self) -> None:
        """Select the links that dates contradict, and see what they join."""
        threads, marks = self.canvas.contradicted, self.canvas.marks
        self.desk.pick_links(each.link.id for each in threads)
        if marks is not None and threads:
            ends = [mark for each in threads for mark in (each.start, each.end)]
            extent = marks.extent_of(marks.items_at(ends))
            if extent is not None:
                self.canvas.see(*extent)

    def _threads_of(self, selected: frozenset[str]) -> Sequence[Thread]:
        marks = self.canvas.marks
        if marks is None or not selected or len(selected) > FEW:
            return ()
        return threads_around(self.desk.contents, marks, sorted(selected))

    # -- choices ------------------------------------------------------------------------------

    def choose_lanes(self, by: str) -> None:
        """Put items into lanes by something else."""
        if LanesBy(by) is not self._by:
            self._by = LanesBy(by)
            self.desk.keep_choice(LANES, by)
            self.canvas.folded.clear()
            self._dated.clear()
            self._show_choices()
            self.show_items()

    def choose_names(self, names: frozenset[str]) -> None:
        """Show times of these names."""
        self._names = names
        self.desk.keep_choice(TIMES, " ".join(sorted(names)))
        self._show_choices()
        self.show_items()

    def switch_threads(self, is_on: bool) -> None:
        """Draw the threads of all that is shown, or only those of what is selected."""
        self._has_threads = is_on
        self.desk.keep_choice(THREADS, "on" if is_on else "off")
        marks = self.canvas.marks
        found = all_threads(self.desk.contents, marks) if marks is not None and is_on else ()
        self.canvas.show_threads(found)

    def choose_gaps(self, choice: str) -> None:
        """Mark gaps from another length on."""
        self.canvas.gaps.choice = choice
        self.desk.keep_choice(GAPS, choice)
        self._show_choices()
        self.canvas.refresh()

    def _show_choices(self) -> None:
        self._tools.show_choices(
            self._by, self._names, self.canvas.gaps.choice, has_threads=self._has_threads
        )

    def _bind(self) -> None:
        self.canvas.hands.bindings = Bindings.of(self.desk.settings.now)

    # -- hands --------------------------------------------------------------------------------

    def _pick(self, item_ids: list[str], adds: bool, toggles: bool) -> None:
        self.desk.pick(item_ids, adds=adds, toggles=toggles)

    def _pick_undated(self, item_ids: list[str]) -> None:
        marks = self.canvas.marks
        self.desk.pick(item_ids or (marks.undated if marks is not None else ()))

    def _zoom(self, what: str) -> None:
        if what == "all":
            self.canvas.fit_all()
        else:
            self.canvas.zoom(ZOOM_STEP if what == "in" else 1 / ZOOM_STEP)

    def _fold_all(self, is_folded: bool) -> None:
        self.canvas.fold_all(is_folded=is_folded)

    def _follow_look(self) -> None:
        furthest = round(self.canvas.furthest)
        self.bar.blockSignals(True)
        self.bar.setRange(0, furthest)
        self.bar.setPageStep(max(1, round(self.canvas.lanes_area.height())))
        self.bar.setSingleStep(round(self.canvas.sizes.row))
        self.bar.setValue(round(self.canvas.down))
        self.bar.blockSignals(False)
        self.bar.setVisible(bool(furthest))

    def _scroll(self, value: int) -> None:
        if value != self.canvas.down:
            self.canvas.look(self.canvas.camera, value)


def _kept(value: str, known: Sequence[str], usual: str) -> str:
    """What was chosen, unless it is nothing that there is to choose."""
    return value if value in known else usual


def _lies_otherwise(was: Dated, now: Dated | None, by: LanesBy) -> bool:
    if now is None or (was.times, was.chief, was.keys) != (now.times, now.chief, now.keys):
        return True
    names_lane = by is LanesBy.CLAIM and now.item.kind == "claim"
    return names_lane and was.title != now.title


def _why_empty(turned_off: int) -> str:
    if turned_off:
        return say("None of the times that are chosen is known here. Choose others under “Times”.")
    return say(
        "Nothing here has a date yet. Select an item and say in the inspector when it happened, was "
        "recorded or was published; it then stands here."
    )

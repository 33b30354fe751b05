"""`MapView`: where the things of a case are, on a map that needs no network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from caseboard.bindings import Bindings
from caseboard.lengths import FORMS
from caseboard.measures import set_margins
from caseboard.piecemeal import Piecemeal, Steps, portions
from caseboard.plain_tips import tip
from caseboard.theme import Theme
from caseboard.views.desk import ViewDesk
from caseboard.views.map_canvas import MapCanvas
from caseboard.views.map_drawing import MapDrawing
from caseboard.views.map_foot import MapFoot
from caseboard.views.map_ground import Layers, read_beforehand
from caseboard.views.map_hands import MapHands
from caseboard.views.map_labels import Words
from caseboard.views.map_marks import Located, Mark, Marks
from caseboard.views.map_rows import MapRows
from caseboard.views.map_ruler import Measure, Ruler
from caseboard.views.map_scene import Sign
from caseboard.views.map_tools import MapTools
from caseboard.views.map_words import MapWords
from caseboard.views.view import View
from caseboard.voices import announce
from casedb import Change
from casedb.model.item_places import names_a_place
from casedb.model.records import Item, Link
from casedb.words import say

_LAYERS = ("graticule", "grid", "borders")
_ON, _OFF = "on", "off"


class MapView(View):
    """A map of the items in view. Drag moves it, the wheel brings nearer, a press chooses."""

    name = "map"

    def __init__(self, desk: ViewDesk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, theme, parent)
        self.setObjectName("mapView")
        self.ruler = Ruler(self)
        self.canvas = MapCanvas(theme, self.ruler, self)
        self.hands = MapHands(self.canvas, self)
        self.foot = MapFoot(self)
        self.bar = MapTools(theme, self)
        self._located = Located()
        self._working = Piecemeal(self)
        self._warming = Piecemeal(self)
        self._is_warm = False
        self._is_telling = False
        self._is_fitted = False
        self.words = MapWords(desk.contents, self._form())
        self.canvas.words_of = self._label
        self._build()
        self._take_choices()
        self._join()
        self._follow_settings("wheel")
        self._show_layers()

    def _build(self) -> None:
        self.canvas.setAccessibleName(say("Map"))
        column = QVBoxLayout(self)
        set_margins(column, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.foot)
        self.setFocusProxy(self.canvas)

    def _join(self) -> None:
        hands, bar = self.hands, self.bar
        hands.picked.connect(self._pick)
        hands.went.connect(self._go)
        hands.menu_wanted.connect(self.desk.menu_wanted)
        hands.pointed.connect(self._show_pointer)
        hands.hinted.connect(self._hint)
        hands.keys.walked.connect(self._speak)
        hands.keys.copied.connect(self.copy)
        self.ruler.changed.connect(self._show_measured)
        self.ruler.ended.connect(self._lay_aside)
        self.foot.copy_button.clicked.connect(self.copy)
        self.foot.inside_button.clicked.connect(self.pick_inside)
        self.foot.placeless_button.clicked.connect(self.pick_placeless)
        self.foot.named_button.clicked.connect(self.pick_named)
        bar.switched.connect(self._switch)
        bar.form_chosen.connect(self._choose_form)
        bar.measure_wanted.connect(self._measure)
        bar.nearer.clicked.connect(self._come_nearer)
        bar.farther.clicked.connect(self._go_away)
        bar.fit.clicked.connect(self._fit)
        self.desk.settings.changed.connect(self._follow_settings)

    @property
    def tools(self) -> Sequence[QWidget]:
        return self.bar.widgets

    @property
    def marks(self) -> Marks:
        """What is shown."""
        return self.canvas.scene.marks

    # -- choices ----------------------------------------------------------------------------------

    def _form(self) -> str:
        form = self.desk.settings.now.coordinates
        return form if form in FORMS else "decimal"

    def _take_choices(self) -> None:
        for name, usual in (
            ("graticule", _ON),
            ("grid", _OFF),
            ("borders", _OFF),
            ("led", _OFF),
            ("labels", _ON),
        ):
            self.bar.tick(name, is_on=self.desk.choice(f"map.{name}", usual) == _ON)
        self.bar.choose_form(self._form())

    def _switch(self, name: str, is_on: bool) -> None:
        self.desk.keep_choice(f"map.{name}", _ON if is_on else _OFF)
        if name in _LAYERS:
            self._show_layers()
        elif name == "led":
            self.show_items()
        else:
            self.canvas.shows_labels = is_on
            self.canvas.repaint_marks()

    def _show_layers(self) -> None:
        told = {name: self.bar.is_on(name) for name in _LAYERS}
        self.canvas.shows_labels = self.bar.is_on("labels")
        self.canvas.show_layers(replace(Layers(form=self._form()), **told))

    def _choose_form(self, form: str) -> None:
        self.desk.settings.change(coordinates=form)

    def _follow_settings(self, name: str) -> None:
        if name == "coordinates":
            self.words.form = self._form()
            self.bar.choose_form(self._form())
            self._show_layers()
            self._show_pointer()
        self.hands.bindings = Bindings.of(self.desk.settings.now)

    # -- what is shown ------------------------------------------------------------------------

    def show_items(self) -> None:
        self._working.begin(self._finding(), self._take)

    def _finding(self) -> Steps[Marks]:
        contents, in_view = self.desk.contents, self.desk.in_view
        is_led = self.bar.is_on("led")
        found: list[tuple[Item, tuple[Mark, ...]]] = []
        for at, portion in enumerate(portions(in_view.items)):
            if at:
                yield
            for each in portion:
                item = contents.items.get(each)
                if item is not None:
                    marks = self._located.own(item)
                    if not marks and is_led:
                        marks = self._located.led(contents, item)
                    found.append((item, marks))
        return Marks.of(contents, found, in_view.faded)

    def _take(self, marks: Marks) -> None:
        self.canvas.show_marks(marks)
        self.canvas.nothing = self._nothing()
        self.foot.show_placeless(len(marks.placeless), len(self._named()), len(marks.polar))
        self._mark_chosen()
        if not self._is_fitted and self.isVisible() and self.width() > 1:
            self._is_fitted = bool(len(marks))
            self.canvas.fit()
        told = say("{n} place is shown.", "{n} places are shown.", n=len(marks))
        keys = say("Alt and arrow keys go from place to place, arrow keys move the map.")
        self.canvas.setAccessibleDescription(f"{told} {keys}")

    def _nothing(self) -> list[str]:
        marks = self.marks
        if len(marks):
            return []
        if not marks.placeless and not marks.polar:
            return [self.desk.why_nothing]
        if marks.polar:
            return [say("What has coordinates lies too near to a pole for this map.")]
        named = len(self._named())
        told = [say("No item in view has coordinates.")]
        if named:
            told.append(
                say(
                    "{n} item names a place in words alone.",
                    "{n} items name a place in words alone.",
                    n=named,
                )
            )
        told.append(
            say(
                "Give an item a place with coordinates in the inspector, such as 50.4501, 30.5234 or "
                "36U UA 24200 91490, and it is shown here."
            )
        )
        return told

    def _named(self) -> list[str]:
        """The items without coordinates that name a place in words."""
        items = self.desk.contents.items
        there = (each for each in self.marks.placeless if each in items)
        return [each for each in there if names_a_place(items[each])]

    def follow(self, change: Change) -> None:
        has_links = any(isinstance(edit.record, Link) for edit in change.edits)
        has_items = any(isinstance(edit.record, Item) for edit in change.edits)
        if has_links or has_items:
            self._located.forget_led()
        if has_items or (has_links and self.bar.is_on("led")):
            # What is no longer there is left out, what is new comes with what is in view.
            self.show_items()

    def catch_up(self) -> None:
        self._located.forget_led()
        super().catch_up()

    def finish(self) -> None:
        """Show at once what is still being looked for."""
        self._working.finish()

    def _label(self, sign: Sign) -> Words:
        return self.words.label(self.marks, sign)

    def _warm(self) -> Steps[None]:
        yield
        yield from read_beforehand()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_warm:
            self._is_warm = True
            self._warming.begin(self._warm(), _nothing)
        if not self._is_fitted and len(self.marks):
            self._is_fitted = True
            self.canvas.fit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hands.pointer = None

    # -- the selection ------------------------------------------------------------------------

    def show_selected(self) -> None:
        self._mark_chosen()
        chosen = self.canvas.chosen
        ids = self.desk.selected_items
        if self._is_telling or len(ids) != 1 or not len(chosen):
            return
        if not self.canvas.is_in_sight(chosen):
            self.canvas.bring(int(chosen[0]))

    def _mark_chosen(self) -> None:
        self.canvas.chosen = self.marks.rows(sorted(self.desk.selected_items))
        self.canvas.update()

    def _pick(self, rows: list[int], how: str) -> None:
        self._is_telling = True
        ids = self.marks.items(rows)
        self.desk.pick(ids, adds=how == "adds", toggles=how == "toggles")
        self._is_telling = False
        if len(rows) == 1:
            self.canvas.current = rows[0]

    def pick_placeless(self) -> None:
        """Select the items that are not on the map."""
        self.desk.pick([*self.marks.placeless, *self.marks.polar])

    def pick_named(self) -> None:
        """Select the items that name a place in words alone."""
        self.desk.pick(self._named())

    def _go(self, row: int) -> None:
        self.desk.went_to.emit(self.marks.marks[row].of.item)

    # -- words ------------------------------------------------------------------------------------

    def _show_pointer(self) -> None:
        at = self.hands.pointer
        place = self.hands.place_at(at) if at is not None else None
        self.foot.show_place(place, self.words.form)

    def _hint(self, at: QPoint, found: object) -> None:
        told = ""
        if isinstance(found, Sign):
            told = self.words.of_sign(self.marks, found)
        elif isinstance(found, int):
            told = self.words.whole(self.marks.marks[found])
        QToolTip.showText(at, tip(told).replace("\n", "<br>"), self.canvas)

    def _speak(self, sign: object) -> None:
        if isinstance(sign, Sign):
            chosen = set(self.canvas.chosen.tolist())
            count = len(chosen.intersection(sign.rows.tolist()))
            announce(self.canvas, self.words.walked(self.marks, sign, count))

    # -- measuring ------------------------------------------------------------------------------

    def _measure(self, measure: str) -> None:
        self.ruler.take(Measure(measure))
        self.hands.follow_ruler()
        if self.ruler.is_on:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_aside(self) -> None:
        self.bar.show_measure("")
        self.hands.follow_ruler()

    def _show_measured(self) -> None:
        self.foot.show_measured(
            self.ruler.words,
            can_copy=len(self.ruler.points) > 1,
            inside=len(self._inside()),
        )
        if self.ruler.is_done:
            announce(self.canvas, self.ruler.words)

    def _inside(self) -> list[str]:
        rows: list[int] = self.ruler.inside(self.marks.x, self.marks.y).tolist()
        return self.marks.items(rows)

    def pick_inside(self) -> None:
        """Select the items whose places lie within what was measured."""
        self.desk.pick(self._inside())

    def copy(self) -> None:
        """Copy what was measured, as text."""
        told = self.ruler.told(self.words.form)
        if told:
            QGuiApplication.clipboard().setText(told)
            self.desk.told.emit(say("What was measured is copied."))

    # -- the rest -----------------------------------------------------------------------------

    def _come_nearer(self) -> None:
        self.canvas.zoom_by(1.6)

    def _go_away(self) -> None:
        self.canvas.zoom_by(1 / 1.6)

    def _fit(self) -> None:
        self.canvas.fit()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.canvas.set_theme(theme)
        self.bar.set_theme(theme)

    def drawing(self) -> MapDrawing | None:
        self.finish()
        if not len(self.marks):
            return None
        words = self._label if self.canvas.shows_labels else None
        canvas = self.canvas
        return MapDrawing(
            canvas.scene, canvas.camera, canvas.layers, self.ruler, words, self._hidden()
        )

    def _hidden(self) -> str:
        marks = self.marks
        told = (
            say("{n} not shown", "{n} not shown", n=self.desk.in_view.left_out)
            if self.desk.in_view.left_out
            else "",
            say("{n} without coordinates", "{n} without coordinates", n=len(marks.placeless))
            if marks.placeless
            else "",
            say("{n} too near to a pole", "{n} too near to a pole", n=len(marks.polar))
            if marks.polar
            else "",
        )
        return " · ".join(filter(None, told))

    @property
    def has_table(self) -> bool:
        return True

    def table(self) -> MapRows:
        self.finish()
        return MapRows(self.desk.contents, self.words, self.marks, self.desk.in_view.items)

    def close_view(self) -> None:
        self._working.drop()
        self._warming.drop()
        self.desk.settings.changed.disconnect(self._follow_settings)


def _nothing(_: None) -> None:
    """What was read is kept where it was read."""

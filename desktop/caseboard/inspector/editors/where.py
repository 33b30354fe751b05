"""A place: a name or coordinates in one line, how exact, and how it was located."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from caseboard.inspector.answer import Answer
from caseboard.inspector.controls.buttons import IconButton
from caseboard.inspector.controls.entries import LineEntry
from caseboard.inspector.controls.labels import PlainLabel
from caseboard.inspector.controls.picker import Picker
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.reading import Reading, ReadingEditor
from caseboard.measures import set_spacing
from casedb.model.place import (
    Box,
    CoordinateForm,
    Place,
    PlaceNotUnderstood,
    Point,
    Polygon,
    Precision,
)
from casedb.model.typed import NOT_STORED, NotUnderstood
from casedb.model.values import Values
from casedb.model.when_and_where import Where
from casedb.words import say, term

FORMS = (
    (term("Copy as decimal degrees"), CoordinateForm.DECIMAL),
    (term("Copy as degrees, minutes, seconds"), CoordinateForm.DMS),
    (term("Copy as MGRS"), CoordinateForm.MGRS),
)

PRECISIONS = (
    (Precision.TEN_METRES, term("Within 10 m")),
    (Precision.HUNDRED_METRES, term("Within 100 m")),
    (Precision.ONE_KILOMETRE, term("Within 1 km")),
    (Precision.REGION, term("Region")),
)


def text_of(place: Place | None) -> str:
    """The line that stands for a place: as it was stated, where that says the same."""
    if place is None:
        return ""
    if place.shape is None:
        return place.name or place.stated
    stated = f"{place.name} {place.stated}".strip()
    try:
        again = Place.parse(stated)
    except PlaceNotUnderstood:
        return place.show()
    same = (again.name, again.shape) == (place.name, place.shape)
    return stated if same and place.stated else place.show()


def shape_in_words(place: Place) -> str:
    """What sort of place it is and how exact, for instance `point, within 100 m`."""
    match place.shape:
        case Point():
            sort = say("point")
        case Box():
            sort = say("box")
        case Polygon(points):
            sort = say("area with {n} corner", "area with {n} corners", n=len(points))
        case None:
            return say("a name, without coordinates")
    exact = next((label for each, label in PRECISIONS if each is place.precision), "")
    exact = say(exact)
    return f"{sort}, {exact[:1].lower()}{exact[1:]}" if exact else sort


class WhereEditor(ReadingEditor):
    """A place; precision and method are behind a disclosure."""

    def __init__(self, field: Where, desk: Desk) -> None:
        super().__init__(field, desk)
        self._where = field
        self._place: Place | None = None
        self._entered: Place | None = None
        self.entry.setPlaceholderText(say(field.help) or say("Name, coordinates or MGRS"))
        self.entry.textEdited.connect(self._follow_text)
        name = say("Copy the coordinates of {field}", field=say(field.label))
        self.copy_button = IconButton(desk.look, "copy", name)
        self.copy_button.clicked.connect(self._ask_form)
        self.copy_button.hide()
        self.more_button = IconButton(desk.look, "chevron_right", self._more_name(False))
        self.more_button.setCheckable(True)
        self.more_button.toggled.connect(self._disclose)
        self.line.addWidget(self.copy_button)
        self.line.addWidget(self.more_button)
        self._details: QWidget | None = None
        self._precision: Picker | None = None
        self._method: LineEntry | None = None

    # -- the disclosure ---------------------------------------------------------------------

    def _more_name(self, is_open: bool) -> str:
        name = say(self.field.label)
        if is_open:
            return say("Hide precision and method of {field}", field=name)
        return say("Show precision and method of {field}", field=name)

    def _disclose(self, is_open: bool) -> None:
        if self._details is None and is_open:
            self._build_details()
        if self._details is not None:
            self._details.setVisible(is_open)
        icon = "chevron_down" if is_open else "chevron_right"
        self.more_button.show_icon(icon, self._more_name(is_open))

    def _build_details(self) -> None:
        self._details = QWidget()
        grid = QGridLayout(self._details)
        grid.setContentsMargins(0, 0, 0, 0)
        set_spacing(grid, 2)
        grid.setColumnStretch(1, 1)
        label = say(self.field.label)
        self._precision = Picker(self.desk.look, say("Precision of {field}", field=label))
        self._precision.offer("", say("Not stated"))
        for each, words in PRECISIONS:
            self._precision.offer(each.value, say(words))
        self._precision.activated.connect(self.put)
        self._method = LineEntry()
        self._method.setPlaceholderText(say("How it was located"))
        self._method.setAccessibleName(say("Method of {field}", field=label))
        self._method.textEdited.connect(self.touch)
        self._method.returnPressed.connect(self.confirm)
        self._method.stepped.connect(self.desk.stepped)
        for row, (words, control) in enumerate(
            ((say("Precision"), self._precision), (say("Method"), self._method))
        ):
            said = PlainLabel(words, "inspectorMinor")
            said.setBuddy(control)
            grid.addWidget(said, row, 0)
            grid.addWidget(control, row, 1)
        self.body.insertWidget(1, self._details)
        self._show_details()
        self.fix(self.read_only)

    def _show_details(self) -> None:
        place = self._place
        if self._precision is not None and self._method is not None:
            precision = place.precision if place is not None else None
            self._precision.choose(precision.value if precision is not None else "")
            self._method.show_text(place.method if place is not None else "")

    # -- reading and writing ----------------------------------------------------------------

    def fix(self, read_only: bool) -> None:
        super().fix(read_only)
        if self._precision is not None and self._method is not None:
            self._precision.setEnabled(not read_only)
            self._method.setReadOnly(read_only)

    def text_of(self, values: Values) -> str:
        self._place = self._where.read(values)
        return text_of(self._place)

    def present(self, values: Values) -> None:
        super().present(values)
        self._show_details()

    def reply(self) -> Answer | None:
        text = self.entry.value()
        if text == self._shown:
            place = self._detailed(self._place) if self._place is not None else None
            return Answer(self._where.write(place))
        return super().reply()

    def interpret(self, text: str) -> Reading:
        place = self._detailed(self._read(text))
        if place.shape is None:
            words = say("Reads as {reading}", reading=shape_in_words(place))
        else:
            words = say(
                "Reads as {reading}: {sort}", reading=place.show(), sort=shape_in_words(place)
            )
        return Reading(self._where.write(place), words)

    def _read(self, text: str) -> Place:
        """The place that a text says, with all that is known of it where it is one that was shown."""
        try:
            place = Place.parse(text)
        except PlaceNotUnderstood as trouble:
            raise NotUnderstood(f"{trouble} {say(NOT_STORED)}") from trouble
        for known in (self._place, self._entered):
            if known is not None and _is_same(known, place):
                # Coordinates that nobody touched keep their full exactness.
                return replace(known, name=place.name)
        return place

    def _detailed(self, place: Place) -> Place:
        """A place with what the disclosure says of it, where it was opened."""
        if self._precision is None or self._method is None:
            return place
        chosen = self._precision.key()
        precision = Precision(chosen) if chosen else None
        return replace(place, precision=precision, method=self._method.value())

    def _follow_text(self) -> None:
        """Show how exactly the place is known that is being typed: of a new one nothing is yet."""
        if self._precision is None or self._method is None:
            return
        try:
            place = self._read(self.entry.value())
        except NotUnderstood:
            return
        self._precision.choose(place.precision.value if place.precision is not None else "")
        self._method.show_text(place.method)

    def resume(self, draft: str) -> None:
        super().resume(draft)
        self._follow_text()

    def rest(self) -> None:
        super().rest()
        self._entered = self._place

    def adopt(self) -> None:
        super().adopt()
        self._place = self._where.read(self.values)

    def words_at_rest(self) -> str:
        place = self._place
        if place is None or place.shape is None:
            return ""
        shown = replace(place, name="").show()
        sort = shape_in_words(place)
        if shown not in self._shown:
            return f"{shown}: {sort}"
        says_more = not isinstance(place.shape, Point) or place.precision is not None
        return sort[:1].upper() + sort[1:] if says_more else ""

    def comment(self, paused: bool) -> None:
        super().comment(paused)
        self.copy_button.setVisible(self.is_readable and self._has_coordinates())
        self.more_button.setVisible(self.is_readable and bool(self.entry.value().strip()))
        if self._details is not None:
            self._details.setVisible(
                self.more_button.isChecked() and not self.more_button.isHidden()
            )

    def _has_coordinates(self) -> bool:
        return self._place is not None and self._place.shape is not None

    # -- copying ----------------------------------------------------------------------------

    def _ask_form(self) -> None:
        menu = QMenu(self)
        self.fill_copy_menu(menu)
        menu.exec(self.copy_button.mapToGlobal(self.copy_button.rect().bottomLeft()))
        menu.deleteLater()

    def fill_copy_menu(self, menu: QMenu) -> None:
        """Offer the forms in which the coordinates can be copied."""
        if self._place is None or self._place.shape is None:
            return
        place = replace(self._place, name="")
        for label, form in FORMS:
            text = place.show(form)
            menu.addAction(say(label)).triggered.connect(partial(_copy, text))
        if place.stated:
            menu.addAction(say("Copy as stated")).triggered.connect(partial(_copy, place.stated))


def _is_same(known: Place, typed: Place) -> bool:
    """Whether a text names the place that is known: its coordinates as they are shown, or its name."""
    if known.shape is None or typed.shape is None:
        return known.shape is typed.shape and known.name == typed.name
    try:
        return Place.parse(text_of(known)).shape == typed.shape
    except PlaceNotUnderstood:
        return False


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)

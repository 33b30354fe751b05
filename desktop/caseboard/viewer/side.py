"""`Side`: beside the picture: how it is shown, and what is measured in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from caseboard.dropped_list import ListBox
from caseboard.language import spoken
from caseboard.measures import set_least_width, set_margins, set_padding, set_spacing
from caseboard.viewer.tones import CHANNELS, Tones
from caseboard.viewer.wording import FORM_NAMES
from casedb.words import say, written

WIDTH = 264

_GAMMAS = 100
"""Steps of the slider for gamma on either side of 1; the ends are 0.1 and 10."""

LONGEST = 1_000_000.0
"""Metres that a line of known length may have."""


class Side(QScrollArea):
    """Sliders and fields. `tones_chosen()` follows a change of the first, `stretch_wanted()` the button;
    `scale_given(float)` carries the length in metres of what is measured, `measure_cleared()` the wish
    for another, `keeping_wanted()` that to keep it as a mark; `form_chosen()` follows the way in which coordinates are written.
    """

    tones_chosen = Signal()
    stretch_wanted = Signal()
    scale_given = Signal(float)
    measure_cleared = Signal()
    keeping_wanted = Signal()
    form_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewerSide")
        self.setAccessibleName(say("How the picture is shown"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_least_width(self, WIDTH)
        self.page = page = QWidget(self)
        page.setObjectName("viewerSidePage")
        self._column = QVBoxLayout(page)
        set_margins(self._column, "m")
        set_spacing(self._column, "s")
        self._build_tones()
        self._build_measure()
        self._build_place()
        self._column.addStretch(1)
        self.setWidget(page)

    def _heading(self, text: str) -> QLabel:
        heading = QLabel(text, self)
        heading.setObjectName("panelHeading")
        self._column.addWidget(heading)
        return heading

    def _build_tones(self) -> None:
        self._heading(say("Tones"))
        grid = QGridLayout()
        set_spacing(grid, "s", "xs")
        self._column.addLayout(grid)
        self.brightness = self._slider(grid, 0, say("Brightness"), 100)
        self.contrast = self._slider(grid, 1, say("Contrast"), 100)
        self.gamma = self._slider(grid, 2, say("Gamma"), _GAMMAS)
        self.channel = ListBox(self)
        for value, label in CHANNELS.items():
            self.channel.addItem(say(label), value)
        self._label(grid, 3, say("Channel"), self.channel)
        grid.addWidget(self.channel, 3, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.channel.currentIndexChanged.connect(self._choose)
        row = QHBoxLayout()
        set_spacing(row, "s")
        self.stretch = QPushButton(say("Stretch"), self)
        self.stretch.setToolTip(say("Show the darkest as black and the brightest as white"))
        self.stretch.clicked.connect(self.stretch_wanted)
        self.reset = QPushButton(say("Reset"), self)
        self.reset.setToolTip(say("Show the picture as it is"))
        self.reset.clicked.connect(self.reset_tones)
        row.addWidget(self.stretch)
        row.addWidget(self.reset)
        row.addStretch(1)
        self._column.addLayout(row)
        self._note(say("Only what is shown changes, never the file."))

    def _note(self, text: str = "") -> QLabel:
        note = QLabel(text, self)
        note.setObjectName("dialogHint")
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setWordWrap(True)
        self._column.addWidget(note)
        return note

    def _label(self, grid: QGridLayout, row: int, text: str, buddy: QWidget) -> None:
        label = QLabel(text, self)
        label.setObjectName("fieldLabel")
        label.setBuddy(buddy)
        buddy.setAccessibleName(text)
        grid.addWidget(label, row, 0)

    def _slider(self, grid: QGridLayout, row: int, text: str, most: int) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(-most, most)
        slider.setPageStep(most // 10)
        self._label(grid, row, text, slider)
        grid.addWidget(slider, row, 1)
        value = QLabel("0", self)
        value.setObjectName("viewerValue")
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        set_least_width(value, 34)
        grid.addWidget(value, row, 2)
        slider.setProperty("says", value)
        slider.valueChanged.connect(self._choose)
        return slider

    def _build_measure(self) -> None:
        self._heading(say("Measure"))
        self.measured = self._note()
        self.scale = self._note()
        row = QHBoxLayout()
        set_spacing(row, "s")
        self.length = QDoubleSpinBox(self)
        set_padding(self.length.lineEdit(), "s")
        self.length.setLocale(spoken().locale)
        self.length.setRange(0.0, LONGEST)
        self.length.setDecimals(2)
        self.length.setSuffix(say(" m"))
        self.length.setAccessibleName(say("Length of the line, in metres"))
        self.length.setToolTip(say("How long what the line lies on is known to be"))
        self.set_scale = QPushButton(say("Set scale"), self)
        self.set_scale.setToolTip(say("Reckon with this length of the line from now on"))
        self.set_scale.clicked.connect(lambda: self.scale_given.emit(self.length.value()))
        self.clear = QPushButton(say("Clear"), self)
        self.clear.setToolTip(say("Take the line away"))
        self.clear.clicked.connect(self.measure_cleared)
        row.addWidget(self.length, 1)
        row.addWidget(self.set_scale)
        self._column.addLayout(row)
        self.keep = QPushButton(say("Keep as mark"), self)
        self.keep.clicked.connect(self.keeping_wanted)
        last = QHBoxLayout()
        set_spacing(last, "s")
        last.addWidget(self.keep)
        last.addWidget(self.clear)
        last.addStretch(1)
        self._column.addLayout(last)

    def _build_place(self) -> None:
        heading = self._heading(say("Coordinates"))
        self.form = ListBox(self)
        heading.setBuddy(self.form)
        self.form.setAccessibleName(say("How coordinates are written"))
        for value, label in FORM_NAMES.items():
            self.form.addItem(say(label), value)
        self.form.currentIndexChanged.connect(self.form_chosen)
        self._column.addWidget(self.form)
        self.ground = self._note()

    @property
    def form_name(self) -> str:
        """The way in which coordinates are written, as `FORM_NAMES` knows it."""
        return str(self.form.currentData())

    def choose_form(self, name: str) -> None:
        """Write coordinates in a way of `FORM_NAMES`; any other word changes nothing."""
        at = self.form.findData(name)
        if at >= 0:
            self.form.setCurrentIndex(at)

    # -- tones -----------------------------------------------------------------------------------

    def tones(self, now: Tones) -> Tones:
        """What the sliders say, with black and white as they are."""
        return Tones(
            self.brightness.value(),
            self.contrast.value(),
            10 ** (self.gamma.value() / _GAMMAS),
            str(self.channel.currentData()),
            now.low,
            now.high,
        )

    def reset_tones(self) -> None:
        """Show the picture as it is."""
        for slider in (self.brightness, self.contrast, self.gamma):
            slider.blockSignals(True)
            slider.setValue(0)
            slider.blockSignals(False)
        self.channel.setCurrentIndex(0)
        self._choose()

    def _choose(self) -> None:
        gamma = 10 ** (self.gamma.value() / _GAMMAS)
        for slider, text in (
            (self.brightness, f"{self.brightness.value():+d}" if self.brightness.value() else "0"),
            (self.contrast, f"{self.contrast.value():+d}" if self.contrast.value() else "0"),
            (self.gamma, written(gamma, 2)),
        ):
            label = slider.property("says")
            if isinstance(label, QLabel):
                label.setText(text)
        self.tones_chosen.emit()

    # -- what is said ----------------------------------------------------------------------------

    def show_measure(
        self, told: str, scale: str, *, is_on: bool, can_scale: bool, keep_refused: str
    ) -> None:
        """Say what is measured and with which scale; whether the ruler is in the hand, whether the
        scale can be set by what is drawn, and why that cannot be kept, empty where it can."""
        click = say("Click along what is to be measured.")
        take = say("Take the ruler (M) to measure in the picture.")
        self.measured.setText(told or (click if is_on else take))
        self.scale.setText(scale)
        self.scale.setVisible(bool(scale))
        self.length.setEnabled(can_scale)
        self.set_scale.setEnabled(can_scale)
        self.clear.setEnabled(bool(told))
        self.keep.setEnabled(not keep_refused)
        self.keep.setToolTip(
            keep_refused or say("Keep the line on the picture, with what it measures")
        )

    def show_ground(self, basis: str) -> None:
        """Say where coordinates come from."""
        self.ground.setText(basis or say("Nothing says where on the earth this picture lies."))

"""`Looking`: how a picture is looked at: from near or far, turned, and in which tones."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from caseboard.viewer.bar import ViewerBar
from caseboard.viewer.pane import STEP, Pane
from caseboard.viewer.side import Side
from caseboard.viewer.tones import stretched
from casedb.words import say, written


class Looking(QObject):
    """Lets the bar above a picture and the side beside it do what they say, and say what is so."""

    def __init__(self, pane: Pane, bar: ViewerBar, side: Side, parent: QObject) -> None:
        super().__init__(parent)
        self._pane, self._bar, self._side = pane, bar, side
        bar.out.clicked.connect(lambda: pane.zoom_by(1 / STEP))
        bar.near.clicked.connect(lambda: pane.zoom_by(STEP))
        bar.zoom.clicked.connect(lambda: pane.show_exactly())
        bar.fit.clicked.connect(pane.fit)
        bar.turn.clicked.connect(lambda: pane.turn_by(90))
        bar.angle.valueChanged.connect(self._turn)
        pane.looked.connect(self._look)
        side.tones_chosen.connect(self._show_tones)
        side.stretch_wanted.connect(self._stretch)

    def begin(self) -> None:
        """Look at another file as it is: upright, in its own tones."""
        self._side.reset_tones()
        self._pane.eye = self._pane.eye.turned(0)
        self._show_angle()

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key says; whether it is one of these."""
        keys, pane = Qt.Key, self._pane
        match event.key():
            case keys.Key_Plus | keys.Key_Equal:
                pane.zoom_by(STEP)
            case keys.Key_Minus:
                pane.zoom_by(1 / STEP)
            case keys.Key_1:
                pane.show_exactly()
            case keys.Key_0:
                pane.fit()
            case keys.Key_R:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                pane.turn_by(-90 if back else 90)
            case _:
                return False
        return True

    def _look(self) -> None:
        percent = self._pane.eye.zoom * self._pane.ratio * 100
        number = written(percent, 0 if percent >= 10 else 1)
        self._bar.zoom.setText(say("{number} %", number=number))
        self._show_angle()

    def _show_angle(self) -> None:
        self._bar.angle.blockSignals(True)
        self._bar.angle.setValue(round(self._pane.eye.angle) % 360)
        self._bar.angle.blockSignals(False)

    def _turn(self, angle: int) -> None:
        if angle != round(self._pane.eye.angle) % 360:
            self._pane.turn_to(angle)

    def _show_tones(self) -> None:
        picture = self._pane.picture
        if picture is not None:
            picture.set_tones(self._side.tones(picture.tones))
            self._pane.update()

    def _stretch(self) -> None:
        picture = self._pane.picture
        known = picture.known if picture is not None else None
        whole = picture.area(known.grid.levels - 1) if picture is not None and known else None
        if picture is not None and whole is not None:
            picture.set_tones(picture.natural(*stretched(whole)))
            self._pane.update()

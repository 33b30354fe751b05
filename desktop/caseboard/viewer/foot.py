"""`ViewerFoot`: the line below a picture: what is under the pointer, what has come of a wish, how far it is."""

from __future__ import annotations

import math

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from caseboard.elided_label import ElidedLabel
from caseboard.measures import set_least_width, set_margins, set_spacing
from caseboard.viewer.pane import Pane
from caseboard.viewer.picture import Picture
from caseboard.viewer.wording import pixel_in_words, place_in_words
from casedb.model.ground import Ground
from casedb.words import say


class ViewerFoot(QFrame):
    """The line: `pixel` and `spot` tell of the pointer, `hint` of wishes, `trouble` of the file."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("viewerFoot")
        line = QHBoxLayout(self)
        set_margins(line, "m", "xs", "m", "xs")
        set_spacing(line, "l")
        self.pixel, self.spot = QLabel(self), QLabel(self)
        self.hint = ElidedLabel(80, self)
        self.trouble = ElidedLabel(80, self)
        self.trouble.setObjectName("viewerTrouble")
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(say("Decoding"))
        set_least_width(self.progress, 120)
        # Nothing moves when it goes.
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        line.addWidget(self.pixel)
        line.addWidget(self.spot)
        line.addWidget(self.hint)
        line.addWidget(self.trouble)
        line.addStretch(1)
        line.addWidget(self.progress)

    def begin(self) -> None:
        """Wait for a picture of which nothing is known."""
        self.trouble.show_text("")
        self.progress.setRange(0, 0)
        self.progress.show()

    def show_progress(self, picture: Picture) -> None:
        """Show how much of a picture is decoded."""
        self.progress.setRange(0, 1000)
        self.progress.setValue(round(picture.part * 1000))
        self.progress.setVisible(not picture.is_whole)

    def point(self, pane: Pane, ground: Ground | None, form: str) -> None:
        """Tell of what is under the pointer, and where on the earth that lies, in a form of coordinates; of
        the picture alone where nothing is pointed at."""
        picture, pointer = pane.picture, pane.pointer
        known = picture.known if picture is not None else None
        if picture is None or known is None or pointer is None:
            self.pixel.setText(picture.spoken if known is not None and picture is not None else "")
            self.spot.setText("")
            return
        at = pane.eye.to_picture(pointer)
        x, y = math.floor(at.x()), math.floor(at.y())
        is_on = 0 <= x < known.grid.width and 0 <= y < known.grid.height
        told = picture.spoken
        if is_on:
            told = pixel_in_words(x, y, picture.sample(x, y))
            told = " · ".join(filter(None, (told, picture.among)))
        self.pixel.setText(told)
        self.spot.setText(place_in_words(ground, at.x(), at.y(), form) if is_on else "")

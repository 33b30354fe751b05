"""`Thumbnail`: a small picture of a file, to be opened and to be dragged out."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from caseboard.inspector.controls.look import Look, paint_chip, paint_mark
from caseboard.measures import fix_size
from caseboard.scale import px
from caseboard.theme import radius
from casedb.words import say


class Thumbnail(QWidget):
    """A small picture of a file, or an icon where there is none. `dragged()` when it is taken,
    `opened()` when it is double-clicked."""

    dragged = Signal()
    opened = Signal()

    WIDTH, HEIGHT = 72, 54

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._image: QImage | None = None
        self._press: QPoint | None = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(
            say(
                "Double-click to see it at full size; drag it to a folder or another program: the file "
                "as it came in"
            )
        )
        self._icon = "file"
        fix_size(self, self.WIDTH, self.HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._press = event.position().toPoint() if is_left else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None:
            return
        way = event.position().toPoint() - self._press
        if way.manhattanLength() >= QApplication.startDragDistance():
            self._press = None
            self.dragged.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._press = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def show_image(self, image: QImage | None, icon: str) -> None:
        """Show a picture; none, or an empty one, shows the icon."""
        self._image = image if image is not None and not image.isNull() else None
        self._icon = icon
        self.update()

    @property
    def icon(self) -> str:
        """The icon that stands where there is no picture."""
        return self._icon

    @property
    def has_picture(self) -> bool:
        """Whether a picture is shown."""
        return self._image is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        corner = radius("control") - 2
        paint_chip(painter, box, self._look, corner)
        if self._image is None:
            half = px(20) / 2
            middle = box.center()
            mark = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
            paint_mark(painter, self._icon, mark, self._look, "tx3")
        else:
            clip = QPainterPath()
            clip.addRoundedRect(box, corner, corner)
            painter.setClipPath(clip)
            painter.drawImage(box, self._image, _middle(self._image, box))
        painter.end()


def _middle(image: QImage, box: QRectF) -> QRectF:
    """The part of a picture that fills a box without being distorted."""
    shape = box.width() / box.height()
    wide, high = float(image.width()), float(image.height())
    if wide / high > shape:
        part = high * shape
        return QRectF((wide - part) / 2, 0, part, high)
    part = wide / shape
    return QRectF(0, (high - part) / 2, wide, part)

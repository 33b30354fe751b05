"""A region of a file as a small picture of it: enlarged where the pointer rests, pressed to go there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QHideEvent,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from caseboard.inspector.controls.buttons import PaintedButton
from caseboard.inspector.controls.look import Look, paint_chip, paint_mark, paint_ring
from caseboard.measures import fix_size
from caseboard.plain_tips import give_tip
from caseboard.scale import px
from caseboard.theme import radius, space
from caseboard.thumbnails import Thumbnails
from casedb.intake.cage.cage import Part
from casedb.model.regions import Seen
from casedb.words import say

SOON = 350
"""Milliseconds that the pointer rests before a region is shown enlarged."""


def part_of(region: Seen) -> Part:
    """What of a file is decoded to show a region."""
    return Part(region.bounds, region.page - 1)


def paint_fitted(painter: QPainter, image: QImage, box: QRectF) -> QRectF:
    """Paint all of a picture in the middle of a box; where it is."""
    scale = min(box.width() / image.width(), box.height() / image.height())
    wide, high = image.width() * scale, image.height() * scale
    middle = box.center()
    place = QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, image)
    return place


class Enlarged(QWidget):
    """A region as large as there is room for beside the pointer; it takes no keys and no clicks."""

    WIDTH, HEIGHT = 420, 320

    def __init__(self, look: Look, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip)
        self._look, self._thumbnails = look, thumbnails
        self._region: Seen | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        thumbnails.ready.connect(self._renew)

    def show_region(self, region: Seen, beside: QWidget) -> None:
        """Show a region below a widget, or above it where there is more room."""
        self._region = region
        self._fit()
        below = beside.mapToGlobal(QPoint(0, beside.height() + px(4)))
        screen = beside.screen().availableGeometry()
        x = min(max(below.x(), screen.left()), max(screen.left(), screen.right() - self.width()))
        y = below.y()
        if y + self.height() > screen.bottom():
            y = beside.mapToGlobal(QPoint(0, -px(4))).y() - self.height()
        self.move(x, max(screen.top(), y))
        self.show()

    @property
    def image(self) -> QImage | None:
        """The picture of it, while it is here."""
        if self._region is None:
            return None
        ratio = self.devicePixelRatioF()
        wide, high = (round(px(each) * ratio) for each in (self.WIDTH, self.HEIGHT))
        return self._thumbnails.part(self._region.artifact, part_of(self._region), wide, high)

    def _fit(self) -> None:
        image = self.image
        wide, high = px(self.WIDTH), px(self.HEIGHT)
        if image is not None and not image.isNull():
            scale = min(wide / image.width(), high / image.height())
            wide, high = round(image.width() * scale), round(image.height() * scale)
        edge = 2 * space("xs")
        self.resize(max(wide, px(80)) + edge, max(high, px(40)) + edge)

    def _renew(self, artifact: str) -> None:
        if self.isVisible() and self._region is not None and self._region.artifact == artifact:
            self._fit()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._look.theme
        box = QRectF(self.rect())
        painter.fillRect(box, theme.colour("surf"))
        painter.setPen(QPen(theme.colour("bd2"), theme.line))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        image, edge = self.image, space("xs")
        if image is not None and not image.isNull():
            place = paint_fitted(painter, image, box.adjusted(edge, edge, -edge, -edge))
            self._paint_mark(painter, place)
        painter.end()

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        """Draw where the mark itself lies in what is shown."""
        mark = self._region.mark if self._region is not None else None
        if self._region is None or mark is None or len(mark.spots) < 2:
            return
        left, top, right, bottom = self._region.bounds
        scale = place.width() / (right - left), place.height() / (bottom - top)
        spots = mark.spots
        if len(spots) == 2 and mark.is_area:
            (x0, y0), (x1, y1) = spots
            spots = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
        drawn = QPolygonF(
            [
                QPointF(place.left() + (x - left) * scale[0], place.top() + (y - top) * scale[1])
                for x, y in spots
            ]
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        draw = painter.drawPolygon if mark.is_area else painter.drawPolyline
        for token, wide in (("surf", 3), ("guide", 1)):
            painter.setPen(QPen(self._look.theme.colour(token), px(wide)))
            draw(drawn)


class CropView(PaintedButton):
    """A region, or a sign that it is gone. Pressing it is for whoever made it to answer."""

    WIDTH, HEIGHT = 64, 48
    ICON = 18

    def __init__(
        self, look: Look, thumbnails: Thumbnails, size: tuple[int, int] | None = None
    ) -> None:
        """`size` is pixels at 100 %."""
        super().__init__(look, "")
        self._thumbnails = thumbnails
        self._size = size or (self.WIDTH, self.HEIGHT)
        self.region: Seen | None = None
        self._gone = ""
        self._enlarged: Enlarged | None = None
        self._resting = QTimer(self, interval=SOON, singleShot=True)
        self._resting.timeout.connect(self.enlarge)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        fix_size(self, *self._size)
        thumbnails.ready.connect(self._renew)

    def show_region(self, region: Seen | None, gone: str = "") -> None:
        """Show a region; one that is gone by the sentence that says so."""
        if (region, gone) == (self.region, self._gone):
            return
        self.region, self._gone = region, gone
        self._hide_enlarged()
        if gone or region is None:
            self.setAccessibleName(gone or say("No region"))
            give_tip(self, gone)
        else:
            # What is enlarged takes the place of a tool tip.
            self.setToolTip("")
            self.setAccessibleName(say("Region: {name}", name=region.name))
            self.setAccessibleDescription(say("Press to see it at full size"))
        self.setEnabled(region is not None and not gone)
        self.update()

    @property
    def image(self) -> QImage | None:
        """The picture of the region at the density of the screen; None while it is not here."""
        if self.region is None or self._gone:
            return None
        ratio = self.devicePixelRatioF()
        wide, high = (round(px(each) * ratio) for each in self._size)
        return self._thumbnails.part(self.region.artifact, part_of(self.region), wide, high)

    @property
    def has_picture(self) -> bool:
        """Whether the region is seen."""
        image = self.image
        return image is not None and not image.isNull()

    def enlarge(self) -> None:
        """Show the region enlarged."""
        if self.region is None or self._gone or not self.isVisible():
            return
        if self._enlarged is None:
            self._enlarged = Enlarged(self.look, self._thumbnails, self)
        self._enlarged.show_region(self.region, self)

    @property
    def enlarged(self) -> Enlarged | None:
        """The enlarged region, while it is shown."""
        shown = self._enlarged
        return shown if shown is not None and shown.isVisible() else None

    def _hide_enlarged(self) -> None:
        self._resting.stop()
        if self._enlarged is not None:
            self._enlarged.hide()

    def _renew(self, artifact: str) -> None:
        if self.region is not None and self.region.artifact == artifact:
            self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._resting.start()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hide_enlarged()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._hide_enlarged()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.shows_ring():
            self._resting.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hide_enlarged()

    def nextCheckState(self) -> None:
        # Where it was pressed, another window comes.
        self._hide_enlarged()

    def sizeHint(self) -> QSize:
        return QSize(*(px(each) for each in self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, corner = QRectF(self.rect()), radius("control") - 2
        paint_chip(painter, box, self.look, corner)
        image = self.image
        if image is not None and not image.isNull():
            clip = QPainterPath()
            clip.addRoundedRect(box, corner, corner)
            painter.setClipPath(clip)
            paint_fitted(painter, image, box)
            painter.setClipping(False)
        else:
            half = min(px(self.ICON), self.height() - px(4)) / 2
            middle = box.center()
            sign = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
            name, token = ("warning", "warn") if self._gone else ("image", "tx3")
            paint_mark(painter, name, sign, self.look, token)
        if self.shows_ring():
            paint_ring(painter, box, self.look)
        painter.end()

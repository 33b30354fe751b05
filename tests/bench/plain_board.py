"""The plainest board: Qt's graphics view with one item for each card and one for each link.

It shows what ours shows, as far as a tutorial would: paper, stripe, title, summary, picture, curved
links with an arrow and a label. Ours is measured against it on the same case in the same run.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from casedb import Case
from casedb.model.records import Card, Link

ACCENTS = {
    "claim": "#3355cc",
    "satellite_image": "#228877",
    "debris_analysis": "#aa5522",
    "official_statement": "#774499",
    "document": "#667788",
    "event": "#bb3366",
}
STRINGS = {"supports": "#228855", "disputes": "#cc3333"}


class CardItem(QGraphicsItem):
    """A card."""

    def __init__(self, case: Case, card: Card, pictures: dict[str, QPixmap]) -> None:
        super().__init__()
        item = case.contents.items[card.item]
        self.box = QRectF(0, 0, card.w, card.h)
        self.links: list[LinkItem] = []
        self._title, self._summary = item.title, item.values.text("summary")
        self._accent = QColor(ACCENTS.get(item.kind, "#667788"))
        self._picture: QPixmap | None = None
        for attachment in case.contents.attachments_of(item.id)[:1]:
            if attachment.artifact not in pictures:
                image = QImage.fromData(case.artifact_bytes(attachment.artifact))
                pictures[attachment.artifact] = QPixmap.fromImage(
                    image.scaledToWidth(320, Qt.TransformationMode.SmoothTransformation)
                )
            self._picture = pictures[attachment.artifact]
        self.setPos(card.x, card.y)
        flag = QGraphicsItem.GraphicsItemFlag
        self.setFlags(flag.ItemIsMovable | flag.ItemIsSelectable | flag.ItemSendsGeometryChanges)

    def boundingRect(self) -> QRectF:
        return self.box.adjusted(-2, -2, 2, 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setPen(QPen(QColor("#3355ff" if self.isSelected() else "#cccccc"), 1))
        painter.setBrush(QBrush(QColor("white")))
        painter.drawRoundedRect(self.box, 8, 8)
        painter.fillRect(QRectF(0, 0, self.box.width(), 4), self._accent)
        top = 12.0
        if self._picture is not None:
            painter.drawPixmap(QRectF(1, 4, self.box.width() - 2, 120), self._picture, QRectF())
            top = 132.0
        painter.setPen(QColor("#222222"))
        font = QFont()
        font.setPixelSize(14)
        font.setBold(True)
        painter.setFont(font)
        wrap = int(Qt.TextFlag.TextWordWrap)
        painter.drawText(QRectF(12, top, self.box.width() - 24, 54), wrap, self._title)
        font.setBold(False)
        font.setPixelSize(12)
        painter.setFont(font)
        painter.drawText(QRectF(12, top + 58, self.box.width() - 24, 64), wrap, self._summary)

    def itemChange(self, change: QGraphicsItem.GraphicsItemChange, value: object) -> object:
        if change == QGraphicsItem.GraphicsItemChange.ItemPositionHasChanged:
            for link in self.links:
                link.follow()
        return super().itemChange(change, value)

    def middle(self) -> QPointF:
        """Where its links meet."""
        return self.pos() + self.box.center()


class LinkItem(QGraphicsPathItem):
    """A link."""

    def __init__(self, link: Link, start: CardItem, end: CardItem) -> None:
        super().__init__()
        self._start, self._end, self._label = start, end, link.values.text("label")
        start.links.append(self)
        end.links.append(self)
        self.setPen(QPen(QColor(STRINGS.get(link.type, "#777777")), 1.6))
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setZValue(-1)
        self._head = QPolygonF()
        self.follow()

    def follow(self) -> None:
        """Run between the cards where they are now."""
        a, b = self._start.middle(), self._end.middle()
        sag = 0.12 * math.hypot(b.x() - a.x(), b.y() - a.y())
        path = QPainterPath(a)
        down = QPointF(0, sag)
        path.cubicTo(a + (b - a) * 0.3 + down, a + (b - a) * 0.7 + down, b)
        self.setPath(path)
        angle = math.atan2(b.y() - a.y(), b.x() - a.x())
        self._head = QPolygonF(
            [b]
            + [
                b - QPointF(math.cos(angle + turn), math.sin(angle + turn)) * 12
                for turn in (0.4, -0.4)
            ]
        )

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setPen(self.pen())
        painter.drawPath(self.path())
        painter.setBrush(self.pen().color())
        painter.drawPolygon(self._head)
        if self._label:
            painter.drawText(self.path().pointAtPercent(0.5), self._label)


class PlainBoard(QGraphicsView):
    """A case's first board."""

    def __init__(self, case: Case) -> None:
        scene = QGraphicsScene()
        super().__init__(scene)
        self._scene = scene
        pictures: dict[str, QPixmap] = {}
        self.cards: list[CardItem] = []
        by_item: dict[str, CardItem] = {}
        for card in case.contents.cards_on(case.contents.boards[0].id):
            shown = CardItem(case, card, pictures)
            by_item[card.item] = shown
            self.cards.append(shown)
            scene.addItem(shown)
        for link in case.contents.links.values():
            scene.addItem(LinkItem(link, by_item[link.start.id], by_item[link.end.id]))
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setVisible(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameStyle(0)

    def look(self, x: float, y: float, zoom: float) -> None:
        """Look at a point of the board from so near."""
        self.resetTransform()
        self.scale(zoom, zoom)
        self.centerOn(x, y)
        self.viewport().update()

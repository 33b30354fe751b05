"""`RegionList`: what can be pointed at on the files of an item, as pictures to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from caseboard.inspector.controls.crop import part_of
from caseboard.inspector.controls.look import Look, paint_mark
from caseboard.measures import set_margins
from caseboard.scale import px
from caseboard.thumbnails import Thumbnails
from casedb.model.regions import Seen
from casedb.words import say

_ID = Qt.ItemDataRole.UserRole
NEW = "new"
"""What is chosen where a new region is to be marked."""
NONE = ""
"""What is chosen where there is to be no region."""


class RegionList(QFrame):
    """A list over the window. `chosen(str)` carries the id of a region, `NEW` or `NONE`; Escape leaves it
    as it was."""

    chosen = Signal(str)

    WIDTH, HEIGHT = 320, 420
    ICON = (72, 54)

    def __init__(
        self,
        look: Look,
        thumbnails: Thumbnails,
        regions: Sequence[Seen],
        now: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("inspectorRegions")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look, self._thumbnails = look, thumbnails
        self._regions = {each.id: each for each in regions}
        self.list = QListWidget(self)
        self.list.setObjectName("inspectorRegionList")
        self.list.setAccessibleName(say("Regions of the files"))
        self.list.setIconSize(QSize(*(px(each) for each in self.ICON)))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(False)
        column = QVBoxLayout(self)
        set_margins(column, 1)
        column.addWidget(self.list)
        for region in regions:
            self._add(region.id, self._called(region), self._picture(region))
        self._add(NEW, say("Mark a new region…"), self._sign("add"))
        if now:
            self._add(NONE, say("No region"), self._sign("close"))
        self._choose(now)
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)
        thumbnails.ready.connect(self._renew)

    def _called(self, region: Seen) -> str:
        if region.mark is None:
            return say("All of {name}", name=region.name)
        if region.page > 1:
            return say("{name}, page {n}", name=region.name, n=region.page)
        return region.name

    def _add(self, region_id: str, text: str, picture: QIcon) -> None:
        row = QListWidgetItem(picture, text)
        row.setData(_ID, region_id)
        self.list.addItem(row)

    def _choose(self, now: str) -> None:
        rows = (self.list.item(n) for n in range(self.list.count()))
        held = next((row for row in rows if now and row.data(_ID) == now), self.list.item(0))
        self.list.setCurrentItem(held)

    def _picture(self, region: Seen) -> QIcon:
        ratio = self.devicePixelRatioF()
        wide, high = (round(px(each) * ratio) for each in self.ICON)
        image = self._thumbnails.part(region.artifact, part_of(region), wide, high)
        if image is None or image.isNull():
            return self._sign("image")
        made = QPixmap(wide, high)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        fitted = image.size().scaled(made.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(QPoint((wide - fitted.width()) // 2, (high - fitted.height()) // 2), fitted)
        painter.drawImage(place, image)
        painter.end()
        made.setDevicePixelRatio(ratio)
        icon = QIcon(made)
        # The picture itself is not tinted where its row is the current one.
        icon.addPixmap(made, QIcon.Mode.Selected)
        return icon

    def _sign(self, name: str) -> QIcon:
        ratio = self.devicePixelRatioF()
        wide, high = (px(each) for each in self.ICON)
        made = QPixmap(round(wide * ratio), round(high * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        side = px(16)
        place = QRect((wide - side) // 2, (high - side) // 2, side, side)
        paint_mark(painter, name, place.toRectF(), self._look, "tx3")
        painter.end()
        return QIcon(made)

    def _renew(self, artifact: str) -> None:
        for n in range(self.list.count()):
            row = self.list.item(n)
            region = self._regions.get(str(row.data(_ID)))
            if region is not None and region.artifact == artifact:
                row.setIcon(self._picture(region))

    def show_below(self, widget: QWidget) -> None:
        """Show it at a widget, where the screen has room, with the keys in it."""
        rows = sum(self.list.sizeHintForRow(n) for n in range(self.list.count()))
        high = min(px(self.HEIGHT), rows + px(4))
        self.resize(max(px(self.WIDTH), widget.width()), high)
        screen = widget.screen().availableGeometry()
        below = widget.mapToGlobal(QPoint(0, widget.height()))
        x = min(max(below.x(), screen.left()), max(screen.left(), screen.right() - self.width()))
        y = below.y()
        if y + high > screen.bottom():
            y = max(screen.top(), widget.mapToGlobal(QPoint(0, 0)).y() - high)
        self.move(x, y)
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self, row: QListWidgetItem) -> None:
        found = str(row.data(_ID))
        self.close()
        self.chosen.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() == keys.Key_Escape:
            self.close()
        elif event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            self._take(self.list.currentItem())
        else:
            super().keyPressEvent(event)

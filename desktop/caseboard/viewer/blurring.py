"""Blurring at full size: what is blurred on a file stays so, whichever way its picture is shown."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from caseboard.mark_painter import blocks_of, outline
from caseboard.theme import Theme
from caseboard.viewer.marked import Drawn
from caseboard.viewer.painting import paint_tiles
from caseboard.viewer.picture import Picture
from casedb.model.marks import Form, Mark

_SAMPLES = 8
"""Samples along each side of a square of what is blurred, of which its colour is the mean."""


def paint_blurred(
    painter: QPainter,
    picture: Picture | None,
    drawn: Iterable[Drawn],
    way: QTransform,
    theme: Theme,
) -> None:
    """Paint over what is to be blurred of a picture. `way` leads from its pixels to the screen; nothing is
    painted while it is not known how many there are."""
    if picture is None or picture.known is None:
        return
    for each in drawn:
        if each.mark is not None and each.mark.form is Form.BLUR:
            _paint(painter, picture, each.mark, way, theme)


def _paint(painter: QPainter, picture: Picture, mark: Mark, way: QTransform, theme: Theme) -> None:
    assert picture.known is not None
    width, height = picture.known.grid.width, picture.known.grid.height
    left, top, right, bottom = mark.bounds
    box = QRectF(left * width, top * height, (right - left) * width, (bottom - top) * height)
    squares = _squares(picture, box, theme)
    painter.save()
    painter.setClipPath(
        outline(mark, lambda x, y: way.map(QPointF(x * width, y * height))),
        Qt.ClipOperation.IntersectClip,
    )
    painter.setTransform(way, combine=True)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(box, squares)
    painter.restore()


def _squares(picture: Picture, box: QRectF, theme: Theme) -> QImage:
    """The mean colours of a region in a few squares; plain where it is not decoded."""
    across, down = blocks_of(box.width(), box.height())
    fine = QImage(across * _SAMPLES, down * _SAMPLES, QImage.Format.Format_RGB32)
    fine.fill(theme.colour("bd2"))
    way = QTransform.fromScale(fine.width() / box.width(), fine.height() / box.height())
    way.translate(-box.left(), -box.top())
    on_it = QPainter(fine)
    paint_tiles(on_it, picture, way, QRectF(fine.rect()), 1.0)
    on_it.end()
    modes = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return fine.scaled(across, down, *modes)

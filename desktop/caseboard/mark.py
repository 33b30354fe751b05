"""The mark of Caseboard as a picture."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import caseboard_assets


@lru_cache(maxsize=16)
def mark_pixmap(size: int, ratio: float = 1.0) -> QPixmap:
    """The mark, `size` device-independent pixels wide and high."""
    pixels = round(size * ratio)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing = QSvgRenderer(QByteArray(caseboard_assets.read_bytes("caseboard.svg")))
    drawing.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)

"""Paths of many points, handed to Qt in one piece."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QDataStream, Qt
from PySide6.QtGui import QPainterPath

from caseboard.views.map_camera import MapCamera
from casedb.analysis.maps.clipping import Flags, Frame, cut_ring, cut_segments, runs_along
from casedb.analysis.maps.mercator import Floats
from casedb.analysis.maps.topology import Outlines

_RECORD = np.dtype([("type", ">i4"), ("x", ">f8"), ("y", ">f8")])


def path_of(points: Floats, begins: NDArray[np.bool_]) -> QPainterPath:
    """A path through points [N, 2], which begins anew where it says so; odd parts of it are filled."""
    path = QPainterPath()
    if not len(points):
        return path
    record = np.empty(len(points), dtype=_RECORD)
    record["type"] = np.where(begins, 0, 1)
    record["x"], record["y"] = points[:, 0], points[:, 1]
    rule = struct.pack(">ii", 0, Qt.FillRule.OddEvenFill.value)
    data = struct.pack(">i", len(points)) + record.tobytes() + rule
    stream = QDataStream(QByteArray(data))
    stream >> path  # pyright: ignore[reportUnusedExpression]
    return path


def frames_of(camera: MapCamera) -> list[tuple[Frame, float]]:
    """What is in view, counted from each turn of the world that it lies in, and how far on that lies."""
    view = camera.frame
    found: list[tuple[Frame, float]] = []
    for turn in (-1.0, 0.0, 1.0, 2.0):
        frame = view.shifted(-turn)
        if frame.left < 1.6 and frame.right > -0.6:
            found.append((frame, turn))
    return found


def areas(outlines: Outlines, camera: MapCamera) -> tuple[QPainterPath, QPainterPath]:
    """What of some areas is in view, on the screen: to be filled, and their outlines without where they
    were cut."""
    fills: list[Floats] = []
    fill_begins: list[Flags] = []
    lines: list[Floats] = []
    line_begins: list[Flags] = []
    for frame, turn in frames_of(camera):
        met = frame.meets(outlines.boxes)
        whole = met & frame.holds(outlines.boxes)
        if whole.any():
            points, begins = _closed([outlines.lines[row] for row in np.flatnonzero(whole)])
            for found, found_begins in ((fills, fill_begins), (lines, line_begins)):
                found.append(_placed(points, turn, camera))
                found_begins.append(begins)
        for row in np.flatnonzero(met & ~whole).tolist():
            ring = cut_ring(outlines.lines[row], frame)
            if len(ring) < 3:
                continue
            points, begins = _closed([ring])
            fills.append(_placed(points, turn, camera))
            fill_begins.append(begins)
            begins = begins.copy()
            begins[1:] |= runs_along(ring, frame)
            lines.append(fills[-1])
            line_begins.append(begins)
    return _path(fills, fill_begins), _path(lines, line_begins)


def _closed(rings: Sequence[Floats]) -> tuple[Floats, Flags]:
    """Rings as one run of points, each closed, and where each begins."""
    points = np.concatenate([part for ring in rings for part in (ring, ring[:1])])
    begins = np.zeros(len(points), dtype=bool)
    begins[np.cumsum([0, *(len(ring) + 1 for ring in rings[:-1])])] = True
    return points, begins


def lines(outlines: Iterable[Floats], camera: MapCamera) -> QPainterPath:
    """What of some lines [N, 2] of the map is in view, on the screen."""
    found: list[Floats] = []
    begins: list[Flags] = []
    kept = [each for each in outlines if len(each) > 1]
    if kept:
        starts = np.concatenate([each[:-1] for each in kept])
        ends = np.concatenate([each[1:] for each in kept])
        for frame, turn in frames_of(camera):
            one, other, _ = cut_segments(starts, ends, frame)
            if len(one):
                points, is_begun = _strung(one, other)
                found.append(_placed(points, turn, camera))
                begins.append(is_begun)
    return _path(found, begins)


def pieces(segments: Floats, camera: MapCamera) -> QPainterPath:
    """Straight pieces [N, 2, 2] that are in view already, on the screen."""
    points, begins = _strung(segments[:, 0], segments[:, 1])
    return path_of(_placed(points, 0.0, camera), begins)


def _strung(starts: Floats, ends: Floats) -> tuple[Floats, Flags]:
    """Pieces as one run of points: where one begins at the end of the one before, they hang together."""
    points = np.stack([starts, ends], axis=1).reshape(-1, 2)
    begins = np.zeros(len(points), dtype=bool)
    begins[0::2] = True
    joined = (starts[1:] == ends[:-1]).all(axis=1)
    kept = np.ones(len(points), dtype=bool)
    kept[2::2] = ~joined
    return points[kept], begins[kept]


def _placed(points: Floats, turn: float, camera: MapCamera) -> Floats:
    x, y = camera.to_screen(points[:, 0] + turn, points[:, 1])
    return np.stack([x, y], axis=1)


def _path(points: Sequence[Floats], begins: Sequence[Flags]) -> QPainterPath:
    if not points:
        return QPainterPath()
    return path_of(np.concatenate(points), np.concatenate(begins))

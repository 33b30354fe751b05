"""`FrameTable`: the frames of one board, with their boxes as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import numpy as np

from caseboard.board.placements import within_reason
from caseboard.board.strings import Floats
from casedb.model.geometry import Rect, bounding_rect
from casedb.model.records import Frame


class FrameTable:
    """Frames as they are shown, lowest first."""

    def __init__(self, frames: Iterable[Frame] = ()) -> None:
        self._frames: dict[str, Frame] = {}
        self._boxes: Floats = np.empty((0, 4))
        self._arrange(map(_shown, frames))

    def _arrange(self, frames: Iterable[Frame]) -> None:
        ordered = sorted(frames, key=lambda frame: (frame.z, frame.id))
        self._frames = {frame.id: frame for frame in ordered}
        self._box()

    def _box(self) -> None:
        rects = np.array([frame.rect for frame in self._frames.values()], dtype=np.float64)
        self._boxes = rects.reshape(-1, 4)
        self._boxes[:, 2:] += self._boxes[:, :2]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._frames)

    def __iter__(self) -> Iterator[Frame]:
        """All of them, lowest first."""
        return iter(self._frames.values())

    def get(self, frame_id: str) -> Frame | None:
        """A frame, or None where it is not on this board."""
        return self._frames.get(frame_id)

    @property
    def boxes(self) -> Floats:
        """Left, top, right and bottom [F, 4] of each."""
        return self._boxes

    def within(self, rect: Rect) -> list[Frame]:
        """Those that lie in part in a rectangle, lowest first."""
        if not self._frames:
            return []
        box = self._boxes
        found = (box[:, 0] < rect.right) & (box[:, 2] > rect.x)
        found &= (box[:, 1] < rect.bottom) & (box[:, 3] > rect.y)
        frames = list(self._frames.values()) if found.any() else []
        return [frames[n] for n in np.flatnonzero(found).tolist()]

    def extent(self) -> Rect | None:
        """The rectangle around all of them, or None where there are none."""
        return bounding_rect(frame.rect for frame in self)

    def follow(self, changed: Mapping[str, Frame | None]) -> list[Frame]:
        """Have frames as they are now, or no more; how they were shown, and how they are."""
        before = [frame for each in changed if (frame := self._frames.pop(each, None)) is not None]
        after = [_shown(frame) for frame in changed.values() if frame is not None]
        self._arrange([*self, *after])
        return before + after

    def show(self, frames: Mapping[str, Frame]) -> None:
        """Show frames elsewhere, each with the height in the stack that it has; those that are not
        here any more are left out."""
        self._frames.update((each, frames[each]) for each in frames.keys() & self._frames.keys())
        self._box()


def _shown(frame: Frame) -> Frame:
    x, y, w, h = within_reason(np.array([frame.rect]))[0].tolist()
    return frame if (x, y, w, h) == frame.rect else replace(frame, x=x, y=y, w=w, h=h)


def box_of(frame: Frame) -> Floats:
    """Left, top, right and bottom [1, 4] of a frame."""
    rect = frame.rect
    return np.array([[rect.x, rect.y, rect.right, rect.bottom]])

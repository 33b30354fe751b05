"""`Rasters`: pictures of parts of the far board, made in a worker while the window goes on."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from PySide6.QtGui import QImage

from caseboard.board.camera import View
from caseboard.board.far import FarBoard, rasterise

MOST_WAITING = 3
"""Pictures that are asked for ahead: whoever looks elsewhere does not wait for many old ones."""


def far_picture(board: FarBoard, view: View) -> QImage:
    """What a view shows of a far board, see-through where nothing lies."""
    made = rasterise(board.part(view))
    height, width = made.shape
    form = QImage.Format.Format_ARGB32_Premultiplied
    # A copy, as Qt would only point at the numbers.
    return QImage(made.data, width, height, 4 * width, form).copy()


class Rasters(QObject):
    """Makes pictures of one board. `arrived()` follows each."""

    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._made: dict[View, QImage] = {}
        self._waiting: set[View] = set()
        self._turn = _Turn()
        _crew().made.connect(self._take)

    def take(self, view: View) -> QImage | None:
        """The picture of a view, if it is there; it is handed out once."""
        return self._made.pop(view, None)

    def ask(self, view: View, board: FarBoard) -> None:
        """Ask for the picture of a view, unless it is on its way or too many others are."""
        if view not in self._waiting and len(self._waiting) < MOST_WAITING:
            self._waiting.add(view)
            _crew().pool.start(_Job(_crew(), board, view, self._turn))

    def clear(self) -> None:
        """Forget everything: the board is not what it was."""
        self._turn.is_over = True
        self._turn = _Turn()
        self._waiting.clear()
        self._made.clear()

    def close(self) -> None:
        """Make no more pictures; the one under way is thrown away."""
        self.clear()

    def _take(self, view: View, picture: QImage, turn: _Turn) -> None:
        if turn is self._turn:
            self._waiting.discard(view)
            self._made[view] = picture
            while len(self._made) > 2 * MOST_WAITING:
                # Nobody came for it: one looks elsewhere by now.
                del self._made[next(iter(self._made))]
            self.arrived.emit()


class _Turn:
    """The time during which pictures of a board are wanted: until it changes or is closed."""

    is_over = False


class _Crew(QObject):
    """The worker, and what carries its pictures to the window's thread: `made(view, picture, turn)`.

    There is one for all boards, which is never taken apart: that would wait for the worker, while the
    worker waits for the thread that waits.
    """

    made = Signal(object, QImage, object)

    def __init__(self) -> None:
        super().__init__()
        self.pool = QThreadPool()
        self.pool.setMaxThreadCount(1)


@lru_cache(maxsize=1)
def _crew() -> _Crew:
    return _Crew()


class _Job(QRunnable):
    def __init__(self, crew: _Crew, board: FarBoard, view: View, turn: _Turn) -> None:
        super().__init__()
        self._crew, self._board, self._view, self._turn = crew, board, view, turn

    def run(self) -> None:
        crew, board, view, turn = self._crew, self._board, self._view, self._turn
        # Qt for Python keeps the shell of a job now and then: no board may hang on it.
        vars(self).clear()
        if turn.is_over:
            return
        picture = QImage()
        try:
            picture = far_picture(board, view)
        except Exception:
            # The board has changed under the worker's hands: nobody wants this picture any more.
            if not turn.is_over:
                raise
        finally:
            # Also after a fault of ours, else the board would wait for this part for ever.
            with suppress(RuntimeError):
                # The program may have ended meanwhile, and Qt taken the crew apart.
                crew.made.emit(view, picture, turn)

"""How fast thousands of files come in by a drop, and how long the window stands still meanwhile.

    python tests/bench/intake.py [FILES] [KILOBYTES]

The files are photographs with metadata of their own. They are dropped, called off while they are looked
at, dropped again, called off while they are stored, and dropped a third and a fourth time; then all of it
is undone and redone, three times over. A phase is timed by the gaps between the beats of a clock of 5 ms.
"""

from __future__ import annotations

import io
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QElapsedTimer, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from caseboard.app import make_application
from caseboard.dialogs.intake_report import IntakeReport
from caseboard.dialogs.progress import Progress
from caseboard.settings import Settings
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.store.home import Home
from casedb.verification import verify


class Heart:
    """Beats every few milliseconds; the longest time between two beats is how long a window stood still."""

    def __init__(self) -> None:
        self._clock = QElapsedTimer()
        self._clock.start()
        self.longest = 0.0
        self.gaps: list[float] = []
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        gap = self._clock.nsecsElapsed() / 1e6
        self.gaps.append(gap)
        self.longest = max(self.longest, gap)
        self._clock.restart()

    def begin(self) -> None:
        """Count from now."""
        self.longest, self.gaps = 0.0, []
        self._clock.restart()

    def told(self) -> str:
        """The longest gaps, in milliseconds."""
        worst = ", ".join(f"{gap:.0f}" for gap in sorted(self.gaps)[:-6:-1])
        return f"longest stand-still {self.longest:.0f} ms (the worst five: {worst})"


def make_files(folder: Path, count: int, kilobytes: int) -> None:
    """Photographs that differ in their metadata."""
    side = max(16, int((kilobytes * 1024 / 0.57) ** 0.5))
    out = io.BytesIO()
    Image.effect_noise((side * 4 // 3, side * 3 // 4), 60).convert("RGB").save(
        out, "JPEG", quality=80
    )
    plain = out.getvalue()
    folder.mkdir()
    for n in range(count):
        exif = Image.Exif()
        exif[0x010F], exif[0x0110] = "Maker", f"Model {n % 7}"
        exif[0x0131] = f"Number {n}"
        told = exif.tobytes()
        piece = b"\xff\xe1" + (len(told) + 2).to_bytes(2, "big") + told
        (folder / f"IMG_{n:05d}.jpg").write_bytes(plain[:2] + piece + plain[2:])


def wait_for(done: object, seconds: float = 600.0) -> None:
    """Let the window work until something is so."""
    assert callable(done)
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            raise SystemExit("It takes too long.")
        QApplication.processEvents()
        time.sleep(0.0005)


def drop(work: Workspace, folder: Path) -> None:
    """Drop a folder on the middle of the board."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    at, copy = work.canvas.rect().center(), Qt.DropAction.CopyAction
    held = mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(work.canvas, QDragEnterEvent(at, copy, *held))
    QApplication.sendEvent(work.canvas, QDropEvent(QPointF(at), copy, *held))
    assert work.intake.is_busy


def call_off(window: QWidget) -> None:
    """Press Cancel."""
    window.findChildren(Progress)[-1].cancel.click()


def memory() -> float:
    """The most memory that was held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    kilobytes = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    application = make_application()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as made:
        folder = Path(made)
        make_files(folder / "in", count, kilobytes)
        path = folder / "many.caseboard"
        Case.create(path, "Many", home=Home(folder / "home")).close()
        window = Window(Settings(Home(folder / "home")))
        window.show()
        window.open_case(path)
        work = window.workspace
        assert work is not None
        wait_for(lambda: not work.intake.is_busy)
        run(work, folder / "in", path, count)
        window.close()
        assert verify(path).sound
        print("The case is sound.")
    del application


def run(work: Workspace, folder: Path, path: Path, count: int) -> None:
    """Drop, call off, drop again, undo."""
    heart, intake, contents = Heart(), work.intake, work.bridge.contents
    before, length = beside(path), work.bridge.case.journal.length
    began = memory()

    for phase in ("looking", "storing"):
        heart.begin()
        drop(work, folder)
        bar = work.findChildren(Progress)[-1]
        is_storing = phase == "storing"
        wait_for(lambda bar=bar, it=is_storing: _has_come(work, count // 2, it))
        start = time.perf_counter()
        call_off(work)
        wait_for(lambda: not intake.is_busy)
        took = time.perf_counter() - start
        assert not contents.items and not contents.artifacts
        assert work.bridge.case.journal.length == length
        print(f"called off while {phase}: over after {took * 1000:.0f} ms, {heart.told()}")
        assert beside(path) == before, "something is left of it"

    heart.begin()
    start = time.perf_counter()
    drop(work, folder)
    wait_for(lambda: _is_storing(work))
    looked = time.perf_counter()
    wait_for(lambda: not intake.is_busy)
    stored = time.perf_counter()
    wait_for(lambda: bool(work.findChildren(IntakeReport)))
    QApplication.processEvents()
    print(
        f"{count:,} files: looked at {count / (looked - start):,.0f} a second, stored "
        f"{count / (stored - looked):,.0f} a second, {memory() - began:+,.0f} MiB of memory"
    )
    for _ in range(200):
        QApplication.processEvents()
        time.sleep(0.002)
    print(heart.told())
    assert len(contents.artifacts) == len(contents.items) == count
    work.findChildren(IntakeReport)[-1].accept()

    heart.begin()
    start = time.perf_counter()
    drop(work, folder)
    wait_for(lambda: not intake.is_busy)
    print(f"all of it once more, nothing new: {time.perf_counter() - start:.1f} s, {heart.told()}")
    assert len(contents.items) == count
    work.findChildren(IntakeReport)[-1].accept()

    spent: dict[str, list[float]] = {"undone": [], "redone": []}
    longest: dict[str, list[float]] = {"undone": [], "redone": []}
    for n in range(6):
        what, back = (("undone", work.undo), ("redone", work.redo))[n % 2]
        heart.begin()
        start = time.perf_counter()
        back()
        wait_for(lambda: not work.retracing.is_busy)
        QApplication.processEvents()
        spent[what].append(time.perf_counter() - start)
        longest[what].append(heart.longest)
        assert len(contents.items) == (count if n % 2 else 0)
    for what, seconds in spent.items():
        told = " ".join(f"{each:.0f}" for each in longest[what])
        print(
            f"{what} in {statistics.median(seconds):.1f} s, the longest stand-still "
            f"{statistics.median(longest[what]):.0f} ms in the median of {told}"
        )
    print(f"{memory() - began:+,.0f} MiB of memory in all")


def beside(path: Path) -> dict[str, int]:
    """The case and whatever lies beside it, with its size."""
    return {each.name: each.stat().st_size for each in path.parent.iterdir() if each.is_file()}


def _is_storing(work: Workspace) -> bool:
    bars = work.findChildren(Progress)
    return bool(bars) and bars[-1].sentence.text().startswith("Storing")


def _has_come(work: Workspace, done: int, is_storing: bool) -> bool:
    watching = work.intake.watching
    return (
        watching is not None and watching.now.done >= done and (not is_storing or _is_storing(work))
    )


if __name__ == "__main__":
    main()

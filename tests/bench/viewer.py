"""A picture of 300 megapixels in the viewer: until it shows, while it is moved, and what it takes.

QT_QPA_PLATFORM=offscreen python tests/bench/viewer.py [WIDTH HEIGHT [raw|tiff_adobe_deflate|jpeg]]
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from multiprocessing import Process
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QEventLoop, QPointF, QTimer
from PySide6.QtWidgets import QApplication

from caseboard.theme import theme
from caseboard.viewer.window import Shown, Viewer
from casedb import Case

FRAMES = 200


def main(width: int, height: int, compression: str) -> None:
    app = QApplication([])
    with tempfile.TemporaryDirectory() as told:
        folder = Path(told)
        path = folder / "large.tif"
        # In a process of its own, so that its memory is not taken for the window's.
        making = Process(target=make_picture, args=(path, width, height, compression))
        making.start()
        making.join()
        print(f"{width} x {height}, {compression}: {path.stat().st_size / 1e6:.0f} MB")
        with Case.create(folder / "case.caseboard", "Bench") as case:
            item = case.add("satellite_image", title="Large")
            artifact = case.attach(item, path)
            viewer = Viewer(case, folder, theme("light"))
            viewer.resize(1920, 1080)
            viewer.show()
            look(app, viewer, Shown(artifact.id, artifact.name))
            viewer.close()


def make_picture(path: Path, width: int, height: int, compression: str) -> None:
    """Write a picture that has something to see everywhere."""
    rng = np.random.default_rng(1)
    coarse = rng.integers(0, 255, (height // 50 + 1, width // 50 + 1, 3), dtype=np.uint8)
    Image.fromarray(coarse).resize((width, height)).save(path, compression=compression)


def wait(milliseconds: int) -> None:
    """Let the window and its workers go on."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def look(app: QApplication, viewer: Viewer, file: Shown) -> None:
    start = time.perf_counter()
    viewer.show_files([file])
    pane, picture = viewer.pane, viewer.pane.picture
    assert picture is not None
    first, child = 0.0, 0
    while not picture.is_whole and not picture.trouble:
        wait(20)
        child = max(child, children_peak())
        if picture.part and not first:
            first = time.perf_counter() - start
    print(f"first rows {first:.2f} s, all {time.perf_counter() - start:.2f} s {picture.trouble}")
    for zoom in (0.1, 0.6, 1.0, 2.0):
        pane.look(pane.eye.zoomed(zoom))
        wait(300)
        took: list[float] = []
        for _ in range(FRAMES):
            pane.look(pane.eye.panned(QPointF(-17, -9)))
            before = time.perf_counter()
            pane.repaint()
            took.append((time.perf_counter() - before) * 1000)
            app.processEvents()
        took.sort()
        middle, late = took[FRAMES // 2], took[int(FRAMES * 0.95)]
        print(f"zoom {zoom}: p50 {middle:.1f} ms, p95 {late:.1f} ms, worst {took[-1]:.1f} ms")
    own = peak_of("self")
    kept = picture.kept_bytes >> 20
    print(f"memory: window {own >> 20} MiB ({kept} MiB of tiles), child {child >> 20} MiB")


def peak_of(process: str) -> int:
    """Bytes of memory that a process had at most (Linux); 0 elsewhere."""
    try:
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) << 10
    except OSError:
        pass
    return 0


def children_peak() -> int:
    """The same of the processes that this one has started."""
    try:
        told = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
        more = [
            number
            for task in Path("/proc/self/task").iterdir()
            for number in (task / "children").read_text().split()
        ]
    except OSError:
        return 0
    return max((peak_of(each) for each in {*told, *more}), default=0)


if __name__ == "__main__":
    given = sys.argv[1:]
    size = [int(each) for each in given[:2]] or [20_000, 15_000]
    main(size[0], size[1], given[2] if len(given) > 2 else "raw")

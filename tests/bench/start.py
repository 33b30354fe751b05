"""How long the window takes to show a case, against the plainest window that Qt can open.

    python tests/bench/start.py [--runs N] [--json OUT]

Each run is a process of its own; milliseconds from the start of the interpreter to the first
painted frame, as medians. The plain window is a QMainWindow with one label. A first run, which
compiles the modules and is not counted, goes before: an installed program is compiled already.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

PLAIN = """
import sys, time
start = float(sys.argv[1])
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("plain"))
window.resize(1400, 880)
window.show()
app.processEvents()
print((time.time() - start) * 1000)
"""

OURS = """
import sys, time
start = float(sys.argv[1])
from pathlib import Path
from caseboard.app import make_application
app = make_application()
from casedb.store.home import Home
from caseboard.settings import Settings
from caseboard.window import Window
window = Window(Settings(Home.of_user()))
window.show()
app.processEvents()
if len(sys.argv) > 2:
    window.open_case(Path(sys.argv[2]))
    app.processEvents()
    window.workspace.canvas.sharpen()
    app.processEvents()
print((time.time() - start) * 1000)
window.close()
"""


def measure(script: str, arguments: list[str], runs: int, home: str) -> float:
    """The median time of a script in milliseconds."""
    import time

    times: list[float] = []
    environment = {**os.environ, "CASEBOARD_HOME": home}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for _ in range(1 + runs):
        done = subprocess.run(
            [sys.executable, "-c", script, str(time.time()), *arguments],
            check=True,
            capture_output=True,
            text=True,
            env=environment,
        )
        times.append(float(done.stdout.split()[-1]))
    return statistics.median(times[1:])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CASEBOARD_HOME"] = folder
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from caseboard.example import write_example

        example = Path(folder) / "example.caseboard"
        write_example(example)
        plain = measure(PLAIN, [], chosen.runs, folder)
        welcome = measure(OURS, [], chosen.runs, folder)
        opened = measure(OURS, [str(example)], chosen.runs, folder)
    rows = [
        {"bench": "start", "what": "plain window", "ms": plain, "ratio": 1.0},
        {"bench": "start", "what": "welcome page", "ms": welcome, "ratio": welcome / plain},
        {"bench": "start", "what": "example case, sharp", "ms": opened, "ratio": opened / plain},
    ]
    for row in rows:
        print(f"{row['what']:<22}{row['ms']:>8.0f} ms   {row['ratio']:.1f} x a plain window")
    if chosen.json:
        chosen.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()

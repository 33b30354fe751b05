"""Python in a process of its own: to hold a case, to be killed, or to be somebody with no rights."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def start(script: str, *arguments: object, **extra: object) -> subprocess.Popen[str]:
    """Start a script; its standard output and input are pipes of text."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "db"), str(ROOT / "tests")]),
    }
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        **extra,  # pyright: ignore[reportArgumentType, reportCallIssue]
    )


def run(script: str, *arguments: object, seconds: float = 60.0) -> str:
    """Run a script to its end; what it printed. Raises AssertionError with its last words."""
    with start(script, *arguments) as process:
        out, err = process.communicate(timeout=seconds)
    assert process.returncode == 0, err
    return out

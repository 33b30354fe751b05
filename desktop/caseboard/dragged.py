"""Where files lie that were dragged out of a case, and taking them away again; knows no window."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

PREFIX = "caseboard-"
"""What the temporary folders of dragged files begin with; in each lies a folder an artifact."""


def forget_dragged(artifact: str) -> Iterator[Path]:
    """Remove what was dragged out of an artifact, also by a window that was killed.

    Yields what could not be removed.
    """
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*/{artifact}"):
        if folder.is_symlink() or not folder.is_dir():
            continue
        if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
            continue
        shutil.rmtree(folder, ignore_errors=True)
        if folder.exists():
            yield folder

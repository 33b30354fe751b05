"""Files of a case on their way out by drag and drop: as they came in, under the names they had."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QWidget

from caseboard.dragged import PREFIX
from casedb import Case
from casedb.errors import ExportRefused
from casedb.exchange.output import finished
from casedb.model.records import Artifact
from casedb.words import say

LARGEST = 512 << 20
"""Bytes of all files of one drag: writing them takes as long as the hand waits for it to begin."""
LONGEST_NAME = 200
"""Bytes of a file's name that every system takes."""
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def write_original(case: Case, artifact: Artifact, target: Path) -> None:
    """Write the bytes of a file, as they came in, to a place. Raises CaseError, having written nothing."""
    digest = hashlib.sha256()
    with finished(target) as temporary:
        with temporary.open("wb") as stream:
            for piece in case.artifact_pieces(artifact.id):
                digest.update(piece)
                stream.write(piece)
        if digest.hexdigest() != artifact.id:
            raise ExportRefused(
                say(
                    "The bytes in the case are not those that came in, so nothing was written. "
                    "Verify the case to learn more."
                )
            )


class Originals:
    """Writes files of one case to a private temporary folder, which goes with the case.

    Whoever a file was dropped on may still be reading it when the drag is over.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    @property
    def folder(self) -> Path | None:
        """The temporary folder; None while there is none."""
        return Path(self._folder.name) if self._folder is not None else None

    def mime_of(self, artifact_ids: Iterable[str]) -> QMimeData:
        """Files for a drag, each once. Raises CaseError where they cannot be had or are too large."""
        wanted = [self._case.contents.artifacts[each] for each in dict.fromkeys(artifact_ids)]
        if sum(artifact.size for artifact in wanted) > LARGEST:
            raise ExportRefused(
                say(
                    "Files of {n} MiB at most can be dragged out; “Save original…” beside a file "
                    "writes a larger one.",
                    n=LARGEST >> 20,
                )
            )
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(self._write(artifact))) for artifact in wanted])
        return mime

    def _write(self, artifact: Artifact) -> Path:
        try:
            if self._folder is None:
                self._folder = tempfile.TemporaryDirectory(prefix=PREFIX)
            # A folder for each: two files may have one name.
            folder = Path(self._folder.name) / artifact.id
            folder.mkdir(mode=0o700, exist_ok=True)
            path = folder / file_name(artifact.name)
            digest = hashlib.sha256()
            # Anew each time: whoever it was dropped on may have changed what lies there.
            with path.open("wb") as stream:
                for piece in self._case.artifact_pieces(artifact.id):
                    digest.update(piece)
                    stream.write(piece)
        except OSError as trouble:
            why = trouble.strerror or say("the system refuses it")
            raise ExportRefused(say("The file could not be written: {why}.", why=why)) from trouble
        if digest.hexdigest() != artifact.id:
            path.unlink()
            raise ExportRefused(
                say(
                    "The bytes in the case are not those that came in, so nothing was dragged out. "
                    "Verify the case to learn more."
                )
            )
        return path

    def close(self) -> None:
        """Remove the folder with all that is in it. Harmless twice."""
        folder, self._folder = self._folder, None
        if folder is not None:
            folder.cleanup()


def file_name(name: str) -> str:
    """A name as it was, as far as a file can be called so.

    >>> file_name("pier.png"), file_name("a/b:c.png"), file_name("..")
    ('pier.png', 'a_b_c.png', 'unnamed')
    """
    fit = _UNFIT.sub("_", name).strip(" .") if os.name == "nt" else _UNFIT.sub("_", name)
    if not fit.strip(" ."):
        return "unnamed"
    stem, dot, ending = fit.rpartition(".")
    ending = f"{dot}{ending}"[:20] if stem else ""
    stem = fit[: len(fit) - len(ending)] if ending else fit
    while len(f"{stem}{ending}".encode()) > LONGEST_NAME:
        stem = stem[:-1]
    return f"{stem}{ending}"


def drag_out(source: QWidget, mime: QMimeData) -> bool:
    """Drag files from a widget to wherever they are let go; they are copied, never moved.

    Whether somebody took them.
    """
    drag = QDrag(source)
    drag.setMimeData(mime)
    return drag.exec(Qt.DropAction.CopyAction) != Qt.DropAction.IgnoreAction

"""One writer per case: a lock beside the file, and our own note of what we have open.

The lock keeps two writers apart, also on shared folders, and is removed on closing: an idle case
has no companions. The note lies in the program's own folder and answers one question at the next
opening: was it we who crashed with exactly this file? Only then is a left-over rollback journal
beside the case to be believed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from filelock import FileLock, Timeout

from casedb.errors import CaseInUse
from casedb.store.home import Home


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a case open for writing."""

    pid: int
    host: str
    since: str

    def describe(self) -> str:
        """The holder in words."""
        if self.host == host_name() and self.pid == os.getpid():
            return "this program"
        where = "this computer" if self.host == host_name() else self.host or "another computer"
        since = f" since {self.since[:16].replace('T', ' ')} UTC" if self.since else ""
        return f"process {self.pid} on {where}{since}"


def host_name() -> str:
    """The name of this computer, asked without touching the network."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


class WriteLock:
    """The right to write one case, held until `release`."""

    def __init__(self, path: Path, home: Home, now: str) -> None:
        """Take the lock. Raises CaseInUse with the holder, OSError where no lock can be made."""
        self._beside = path.with_name(f".{path.name}.lock")
        self._lock = FileLock(str(self._beside), mode=0o600)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            holder = read_holder(self._beside)
            who = holder.describe() if holder else "another process"
            raise CaseInUse(f"“{path.name}” is open for writing in {who}.") from None
        self.note = OpenNote.of(path, home)
        self._beside.write_text(
            json.dumps({"pid": os.getpid(), "host": host_name(), "since": now}), encoding="utf-8"
        )

    def release(self) -> None:
        """Give the right back and take away the lock file and the note."""
        self.note.remove()
        # Unlinking comes first: a waiter that got the old file notices and tries again.
        with contextlib.suppress(OSError):
            self._beside.unlink()
        self._lock.release()

    def abandon(self) -> None:
        """Give the right back but keep the note, as a crash would."""
        self._lock.release()


def read_holder(lock_file: Path) -> Holder | None:
    """Who wrote the lock file, as far as it says."""
    try:
        told: object = json.loads(lock_file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(told, dict):
        return None
    cells = cast("dict[str, object]", told)
    pid = cells.get("pid")
    if not isinstance(pid, int):
        return None
    return Holder(pid, str(cells.get("host", "")), str(cells.get("since", "")))


@dataclass(frozen=True, slots=True)
class OpenNote:
    """Our own note that we have a case open: its path and the file numbers it may have."""

    file: Path
    path: Path

    @classmethod
    def of(cls, path: Path, home: Home) -> OpenNote:
        """The note for a case; it need not exist."""
        name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:32]
        return cls(home.open_cases / f"{name}.json", path)

    def write(self, *also: Path) -> None:
        """Note that the file, or one that is about to take its place, is open for writing."""
        numbers = [_file_number(each) for each in (self.path, *also)]
        self.file.write_text(
            json.dumps({"path": str(self.path.resolve()), "files": numbers}), encoding="utf-8"
        )

    def remembers(self) -> bool:
        """Whether we had exactly this file open and did not close it."""
        try:
            told: object = json.loads(self.file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        if not isinstance(told, dict):
            return False
        files = cast("dict[str, object]", told).get("files")
        return isinstance(files, list) and _file_number(self.path) in cast("list[object]", files)

    def remove(self) -> None:
        """Forget it."""
        with contextlib.suppress(OSError):
            self.file.unlink()


def _file_number(path: Path) -> str:
    found = path.stat()
    return f"{found.st_dev}:{found.st_ino}"

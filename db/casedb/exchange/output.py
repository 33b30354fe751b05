"""Output files that are either whole or not there: written aside, checked, then renamed."""

from __future__ import annotations

import contextlib
import os
import uuid
from collections.abc import Callable, Generator
from pathlib import Path

from casedb.disk import replace_durably, sync_file
from casedb.errors import ExportRefused


@contextlib.contextmanager
def finished(path: Path, check: Callable[[Path], None] | None = None) -> Generator[Path]:
    """Write an output under a temporary name in the same folder; it gets its own when it is sound.

    `check` re-opens what was written and raises ValueError or ExportRefused where it is not what it
    should be. Whatever goes wrong, a file that had the name before is untouched, nothing is left
    lying about, and ExportRefused carries the reason.
    """
    path = path.absolute()
    if path.is_dir():
        raise ExportRefused(f"“{path.name}” is a folder; choose a file name.")
    partial = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        # Made by us and nobody else: a link planted under the name is not followed.
        os.close(os.open(partial, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        yield partial
        sync_file(partial)
        if check is not None:
            check(partial)
        partial.chmod(0o666 & ~_umask())
        replace_durably(partial, path)
    except OSError as trouble:
        raise ExportRefused(_why(path, trouble)) from trouble
    except ValueError as trouble:
        raise ExportRefused(
            f"“{path.name}” was written, but did not read back as it should ({trouble}), "
            "so it was removed."
        ) from trouble
    finally:
        with contextlib.suppress(OSError):
            partial.unlink()


def _umask() -> int:
    # The system tells its mask only to those who set it.
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _why(path: Path, trouble: OSError) -> str:
    if not path.parent.is_dir():
        return f"“{path.name}” was not written: the folder “{path.parent.name}” does not exist."
    reason = trouble.strerror or "the system refuses it"
    return f"“{path.name}” was not written: {reason}. What was there before is unchanged."

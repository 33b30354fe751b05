"""The case file: how it is made, opened, locked and closed. The only owner of a connection."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import sys
import uuid
from dataclasses import dataclass, field
from pathlib import Path

from casedb.disk import replace_durably, sync_file, sync_folder
from casedb.errors import CannotOpen, CaseDamaged, CaseError, CaseInUse, NotSaved
from casedb.store import gate
from casedb.store.home import Home
from casedb.store.lock import OpenNote, WriteLock
from casedb.store.views import VIEWS

PAGE_SIZE = 16384


@dataclass
class CaseFile:
    """An open case file.

    `path` is the file the user named; `link` the connection, which may be to a private copy of it;
    `writable` whether changes are allowed; `notices` what the user should know about the opening.
    """

    path: Path
    link: sqlite3.Connection
    home: Home
    writable: bool
    format: int
    notices: tuple[str, ...] = ()
    damages: tuple[str, ...] = ()
    _lock: WriteLock | None = None
    _copy: Path | None = None
    _identity: tuple[int, int] = field(default=(0, 0))

    def still_there(self) -> bool:
        """Whether the name still leads to the file that was opened."""
        try:
            found = self.path.stat()
        except OSError:
            return False
        return (found.st_dev, found.st_ino) == self._identity

    def read_connection(self) -> sqlite3.Connection:
        """A second, reading connection for a worker thread; close it there."""
        where = self._copy or self.path
        link = sqlite3.connect(
            f"{where.absolute().as_uri()}?mode=ro",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=5.0,
        )
        gate.restrict(link)
        return link

    def query_connection(self) -> sqlite3.Connection:
        """A reading connection that may use this version's views, and only those."""
        link = self.read_connection()
        held = dict(link.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'view'"))
        if all(VIEWS.get(name) == sql for name, sql in held.items()):
            # SQLite before 3.41 runs JSON functions in views only where the schema is trusted; here
            # it is our own to the letter.
            link.execute("PRAGMA trusted_schema=ON")
        return link

    def close(self) -> None:
        """Close the file, remove what lay beside it, and give the lock back. Harmless twice."""
        self.link.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        if self._copy is not None:
            shutil.rmtree(self._copy.parent, ignore_errors=True)
            self._copy = None


def create(path: Path, home: Home, now: str) -> CaseFile:
    """Make a new, empty case file of the present format.

    It is built under a temporary name and renamed when it is whole. Raises CannotOpen where
    something of that name exists or the system does not permit it.
    """
    if os.path.lexists(path):
        raise CannotOpen(f"There is a file “{path.name}” already; it was left as it is.")
    partial = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        build_empty(partial)
        sync_file(partial)
        # Linking fails where the name was taken meanwhile; renaming would overwrite it.
        _take_name(partial, path)
        sync_folder(path.parent)
    except OSError as trouble:
        raise CannotOpen(_cannot_create(path, trouble)) from trouble
    except sqlite3.Error as trouble:
        raise CannotOpen(f"“{path.name}” could not be made: {trouble}.") from trouble
    finally:
        with contextlib.suppress(OSError):
            partial.unlink()
    return open_for_writing(path, home, now)


def _take_name(partial: Path, path: Path) -> None:
    try:
        path.hardlink_to(partial)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems have no links; the race that remains is a moment wide.
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        partial.rename(path)


def _cannot_create(path: Path, trouble: OSError) -> str:
    if isinstance(trouble, FileExistsError):
        return f"There is a file “{path.name}” already; it was left as it is."
    if not path.parent.is_dir():
        return f"“{path.name}” could not be made: the folder “{path.parent.name}” does not exist."
    if isinstance(trouble, PermissionError):
        return (
            f"“{path.name}” could not be made: the system does not permit writing "
            f"in “{path.parent.name}”."
        )
    return f"“{path.name}” could not be made: {trouble.strerror}."


def build_empty(path: Path) -> None:
    """Write the tables and views of the present format into a new file."""
    # Imported late: opening a case of the present format needs none of it.
    from sqlite_utils import Database

    from casedb.store.migrations import FORMAT, MIGRATIONS

    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    os.close(handle)
    link = sqlite3.connect(path, isolation_level=None)
    try:
        link.execute(f"PRAGMA page_size={PAGE_SIZE}")
        link.execute(f"PRAGMA application_id={gate.APPLICATION_ID}")
        settle(link)
        database = Database(link, execute_plugins=False, strict=True)
        with database.atomic():
            MIGRATIONS.apply(database)
            for sql in VIEWS.values():
                link.execute(sql)
            link.execute(f"PRAGMA user_version={FORMAT}")
    finally:
        link.close()


def settle(link: sqlite3.Connection) -> None:
    """Give a writing connection the settings that every commit relies on (docs/trust.md)."""
    for pragma in (
        "journal_mode=DELETE",
        "synchronous=EXTRA",
        "foreign_keys=ON",
        "secure_delete=ON",
        "temp_store=MEMORY",
        "mmap_size=0",
        "cell_size_check=ON",
        "trusted_schema=OFF",
        "cache_size=-16384",
    ):
        link.execute(f"PRAGMA {pragma}")
    if sys.platform == "darwin":
        link.execute("PRAGMA fullfsync=ON")
    if sys.version_info >= (3, 12):
        link.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
        link.setconfig(sqlite3.SQLITE_DBCONFIG_DQS_DML, False)
        link.setconfig(sqlite3.SQLITE_DBCONFIG_DQS_DDL, False)


def open_file(path: Path, home: Home, now: str, *, read_only: bool = False) -> CaseFile:
    """Open a case: for writing where that is possible and wanted, else for reading.

    A newer format, a damaged file, a file in use or one that may not be written is opened for
    reading, with a notice that says so. Raises CannotOpen, NotACase or CaseDamaged.
    """
    refuse_foreign_sqlite()
    path = path.absolute()
    path = path.parent.resolve() / path.name if not path.is_symlink() else path.resolve()
    if path.is_dir():
        raise CannotOpen(f"“{path.name}” is a folder, not a case file.")
    if read_only or not path.exists():
        return open_for_reading(path, home)
    try:
        return open_for_writing(path, home, now)
    except CaseInUse as trouble:
        return open_copy(path, home, f"{trouble} This is a copy for reading, as of now.")
    except CannotWrite as trouble:
        return open_for_reading(path, home, str(trouble))


class CannotWrite(CaseError):
    """The case can be read here but not written; the sentence says why."""


def open_for_writing(path: Path, home: Home, now: str) -> CaseFile:
    """Open a case for writing.

    Raises CaseInUse, CannotWrite, or what the gate finds.
    """
    from casedb.store.upgrade import CURRENT_FORMAT, upgrade

    lock = _take_lock(path, home, now)
    try:
        header = gate.read_header(path)
        if header.format > CURRENT_FORMAT:
            raise CannotWrite(
                f"“{path.name}” was written by a newer Caseboard (format {header.format}, this one "
                f"knows {CURRENT_FORMAT}). It is open for reading; nothing in it will be changed."
            )
        if header.wal:
            raise CannotWrite(
                f"“{path.name}” was last opened by another program in a mode that spreads a case "
                "over several files. It is open for reading; Save a Copy makes it whole."
            )
        recovered = _settle_sidecars(path, home, lock.note)
        damages = gate.check(path, known_format=header.format == CURRENT_FORMAT)
        if damages:
            raise CannotWrite(
                f"“{path.name}” is damaged, so it is open for reading only and nothing in it will "
                "be changed. Save a Copy keeps what can be read."
            )
        lock.note.write()
        notices = (recovered,) if recovered else ()
        if header.format < CURRENT_FORMAT:
            notices = (*notices, upgrade(path, home, header.format, now))
        link = sqlite3.connect(path, isolation_level=None, timeout=5.0)
        settle(link)
        restrict_writing(link)
        found = path.stat()
        return CaseFile(
            path,
            link,
            home,
            writable=True,
            format=CURRENT_FORMAT,
            notices=notices,
            _lock=lock,
            _identity=(found.st_dev, found.st_ino),
        )
    except BaseException:
        lock.release()
        raise


def restrict_writing(link: sqlite3.Connection) -> None:
    """Limits that a writing connection keeps for its whole life."""
    link.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    link.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 10)


def _take_lock(path: Path, home: Home, now: str) -> WriteLock:
    if not os.access(path, os.R_OK):
        raise CannotOpen(f"“{path.name}” cannot be read: the system does not permit it.")
    if not os.access(path, os.W_OK):
        raise CannotWrite(f"“{path.name}” may not be written here. It is open for reading.")
    try:
        return WriteLock(path, home, now)
    except OSError as trouble:
        raise CannotWrite(
            f"“{path.name}” lies where nothing can be written ({trouble.strerror}). "
            "It is open for reading."
        ) from trouble


def _settle_sidecars(path: Path, home: Home, note: OpenNote) -> str:
    """Deal with what lies beside the case; the sentence says what was recovered, if anything.

    A left-over journal is believed only where our own note says that we had exactly this file open
    and did not close it, and then it is rolled back in a private copy that takes the file's place.
    """
    beside = gate.sidecars_of(path)
    if not beside:
        return ""
    journal = path.with_name(path.name + "-journal")
    if beside != [journal] or not note.remembers() or gate.names_super_journal(journal):
        raise CannotWrite(
            f"Beside “{path.name}” lies “{beside[0].name}”, which this program did not leave there. "
            "The case is open for reading without it; Save a Copy to go on working."
        )
    with _private_folder(home) as folder:
        copy = folder / path.name
        shutil.copyfile(path, copy)
        shutil.copyfile(journal, copy.with_name(copy.name + "-journal"))
        link = sqlite3.connect(copy, isolation_level=None)
        try:
            settle(link)
            link.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        finally:
            link.close()
        damages = gate.check(copy, known_format=False)
        if damages:
            raise CaseDamaged(f"“{path.name}” could not be recovered: {damages[0]}")
        fresh = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.part")
        shutil.copyfile(copy, fresh)
        fresh.chmod(0o600)
        sync_file(fresh)
    # From here on the note knows both files, so that a crash between the steps changes nothing.
    note.write(fresh)
    replace_durably(fresh, path)
    journal.unlink()
    sync_folder(path.parent)
    return f"“{path.name}” was not closed properly last time; every finished change is here."


def open_for_reading(path: Path, home: Home, notice: str = "") -> CaseFile:
    """Open a case for reading only, believing nothing that lies beside it."""
    from casedb.store.upgrade import CURRENT_FORMAT

    header = gate.read_header(path)
    damages = gate.check(path, known_format=header.format == CURRENT_FORMAT)
    if header.format < CURRENT_FORMAT:
        return open_copy(path, home, notice or "This is a copy for reading in today's format.")
    if damages and not notice:
        notice = f"“{path.name}” is damaged. It is open for reading as far as it can be read."
    immutable = header.wal or bool(gate.sidecars_of(path))
    link = sqlite3.connect(
        f"{path.as_uri()}?mode=ro{'&immutable=1' if immutable else ''}",
        uri=True,
        isolation_level=None,
        timeout=5.0,
    )
    gate.restrict(link)
    found = path.stat()
    return CaseFile(
        path,
        link,
        home,
        writable=False,
        format=header.format,
        notices=(notice,) if notice else (),
        damages=tuple(damages),
        _identity=(found.st_dev, found.st_ino),
    )


def open_copy(path: Path, home: Home, notice: str) -> CaseFile:
    """Open a private copy for reading, made while another process may be writing."""
    from casedb.store.upgrade import CURRENT_FORMAT, upgrade

    folder = _new_private_folder(home)
    copy = folder / path.name
    try:
        source = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=5.0)
        target = sqlite3.connect(copy)
        try:
            gate.restrict(source)
            # The backup interface takes SQLite's own locks, so the copy is of one moment.
            source.backup(target)
        finally:
            source.close()
            target.close()
        header = gate.read_header(copy)
        damages = gate.check(copy, known_format=header.format == CURRENT_FORMAT)
        if header.format < CURRENT_FORMAT:
            upgrade(copy, home, header.format, "", backup=False)
        link = sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True, isolation_level=None)
        gate.restrict(link)
    except sqlite3.Error as trouble:
        shutil.rmtree(folder, ignore_errors=True)
        raise CannotOpen(
            f"“{path.name}” is in use and could not be copied: {trouble}."
        ) from trouble
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    found = path.stat()
    return CaseFile(
        path,
        link,
        home,
        writable=False,
        format=header.format,
        notices=(notice,),
        damages=tuple(damages),
        _copy=copy,
        _identity=(found.st_dev, found.st_ino),
    )


def _new_private_folder(home: Home) -> Path:
    folder = home.copies / uuid.uuid4().hex
    folder.mkdir(mode=0o700)
    return folder


@contextlib.contextmanager
def _private_folder(home: Home):
    folder = _new_private_folder(home)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def refuse_foreign_sqlite() -> None:
    """Refuse to work where a second SQLite library would share our files.

    sqlite-utils prefers `pysqlite3` where it is installed; two libraries in one process drop each
    other's locks. Raises NotSaved before anything is opened.
    """
    from importlib.util import find_spec

    if find_spec("pysqlite3") is not None:
        raise NotSaved(
            "The Python package “pysqlite3” is installed beside Caseboard and would bring a second "
            "SQLite library, which can damage open cases. Remove it, then start again."
        )

"""Writing for the outside world: a whole file, or the old one."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from casedb.errors import ExportRefused
from casedb.exchange.output import finished


def names(folder: Path) -> list[str]:
    """What lies in a folder, hidden files too."""
    return sorted(each.name for each in folder.iterdir())


def test_a_finished_file_stands_under_its_name(tmp_path: Path):
    path = tmp_path / "board.png"
    with finished(path) as temporary:
        assert temporary.parent == tmp_path
        assert temporary.suffix == ".png"
        temporary.write_bytes(b"whole")
        assert not path.exists()
    assert path.read_bytes() == b"whole"
    assert names(tmp_path) == ["board.png"]


def test_trouble_while_writing_leaves_the_old_file(tmp_path: Path):
    path = tmp_path / "board.png"
    path.write_bytes(b"old")
    with pytest.raises(KeyError), finished(path) as temporary:
        temporary.write_bytes(b"half")
        raise KeyError("anything")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["board.png"]


def test_the_check_sees_the_written_file_before_it_takes_its_place(tmp_path: Path):
    path = tmp_path / "board.png"
    path.write_bytes(b"old")
    seen: list[bytes] = []

    def refuse(temporary: Path) -> None:
        seen.append(temporary.read_bytes())
        raise ExportRefused("not sound")

    with pytest.raises(ExportRefused, match="not sound"), finished(path, refuse) as temporary:
        temporary.write_bytes(b"new")
    assert seen == [b"new"]
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["board.png"]


def test_a_full_disk_is_told_in_a_sentence(tmp_path: Path):
    path = tmp_path / "board.png"
    sentence = r"“board\.png”.*No space left.*make room"
    with pytest.raises(ExportRefused, match=sentence), finished(path):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert names(tmp_path) == []


def test_a_folder_that_is_not_there_is_noticed_before_any_work(tmp_path: Path):
    worked = False
    nowhere = tmp_path / "nowhere" / "board.png"
    with pytest.raises(ExportRefused, match="could not be written"), finished(nowhere):
        worked = True
    assert not worked


def test_a_name_of_the_greatest_length_can_be_written(tmp_path: Path):
    path = tmp_path / ("x" * 251 + ".png")
    with finished(path) as temporary:
        temporary.write_bytes(b"whole")
    assert path.read_bytes() == b"whole"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_the_file_may_be_read_by_whom_the_user_lets(tmp_path: Path):
    path = tmp_path / "board.png"
    before = os.umask(0o027)
    try:
        with finished(path) as temporary:
            temporary.write_bytes(b"whole")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_bytes_are_on_the_disk_before_the_name_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "board.png"
    steps: list[str] = []
    sync, replace = os.fsync, Path.replace

    def note_sync(handle: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        sync(handle)

    def note_replace(self: Path, target: Path) -> Path:
        steps.append("name")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", note_sync)
    monkeypatch.setattr(Path, "replace", note_replace)
    with finished(path) as temporary:
        temporary.write_bytes(b"whole")
    assert steps[:2] == ["file", "name"]
    assert sys.platform == "win32" or steps[2:] == ["folder"]


def test_an_export_never_takes_the_place_of_a_case(tmp_path: Path) -> None:
    case = tmp_path / "harbour.caseboard"
    case.write_bytes(b"SQLite format 3\0and the rest")
    with pytest.raises(ExportRefused, match="is a case"), finished(case) as temporary:
        temporary.write_text("picture", encoding="utf-8")
    assert case.read_bytes() == b"SQLite format 3\0and the rest"
    assert list(tmp_path.iterdir()) == [case]


def test_links_and_devices_are_left_alone(tmp_path: Path) -> None:
    link = tmp_path / "link.png"
    link.symlink_to(tmp_path / "elsewhere.png")
    with pytest.raises(ExportRefused, match="link or a device"), finished(link):
        pass
    assert link.is_symlink()
    with pytest.raises(ExportRefused, match="needs the name"), finished(Path()):
        pass

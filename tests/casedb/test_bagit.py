"""Bags are read as the conformance suite of the Library of Congress has them, and nothing in them is believed."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import sys
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb.errors import ExportRefused, IntakeRefused
from casedb.exchange.bagit import shelves, writing, zips
from casedb.exchange.bagit.checking import check_bag
from casedb.exchange.bagit.findings import MOST_FINDINGS, BagReport, Sort
from casedb.exchange.bagit.names import (
    escaped,
    readings,
    safe_name,
    why_unsafe,
    why_unusual,
)
from casedb.exchange.bagit.shelves import is_bag, open_shelf
from casedb.exchange.bagit.tags import codec_of, read_info, read_manifest, write_info
from casedb.exchange.bagit.writing import Part, part_of_bytes, write_bag

SUITE = Path(__file__).parent.parent / "data" / "bagit"
BAGS = {
    str(path.relative_to(SUITE)).replace(os.sep, "/"): path
    for path in sorted(SUITE.glob("v*/*/*"))
    if path.is_dir()
}

# What is wrong with every bag of the suite that is invalid.
REASONS: dict[str, set[Sort]] = {
    "v0.97/invalid/baginfo-missing-encoding": {Sort.DECLARATION, Sort.CHANGED},
    "v0.97/invalid/bom-in-bagit.txt": {Sort.DECLARATION},
    "v0.97/invalid/corrupt-data-file": {Sort.CHANGED, Sort.COUNT},
    "v0.97/invalid/corrupt-tag-file": {Sort.CHANGED},
    "v0.97/invalid/extra-file-in-bag": {Sort.EXTRA, Sort.COUNT},
    "v0.97/invalid/invalid-version-number": {Sort.DECLARATION, Sort.CHANGED},
    "v0.97/invalid/missing-baginfo": {Sort.MISSING},
    "v0.97/invalid/missing-bagit.txt": {Sort.DECLARATION, Sort.MISSING},
    "v0.97/invalid/out-of-scope-file-paths-using-dot-notation": {Sort.UNSAFE},
    "v0.97/invalid/out-of-scope-file-paths-using-dot-notation-for-fetch": {Sort.UNSAFE},
    "v0.97/invalid/same-filename-listed-twice-with-different-hashes": {Sort.TWICE},
    "v1.0/invalid/bagit-with-invalid-whitespace": {Sort.DECLARATION},
    "v1.0/invalid/notAllManifestsListAllFiles": {Sort.EXTRA},
    "v1.0/invalid/same-filename-listed-twice-with-different-hashes": {
        *(Sort.TWICE, Sort.DECLARATION, Sort.CHANGED),
    },
    "v1.0/invalid/same-filename-listed-twice-with-the-same-hash": {Sort.TWICE, Sort.CHANGED},
    # A file that Git was told to leave out is missing from the suite itself.
    "v0.97/warning/special-system-files": {Sort.MISSING, Sort.COUNT},
}
REMARKS: dict[str, set[Sort]] = {
    "v0.97/warning/duplicate-file-with-different-case": {Sort.ALIKE},
    "v0.97/warning/made-with-md5sum-tools": {Sort.SYNTAX, Sort.ALGORITHM},
    "v0.97/warning/relative-path": {Sort.SYNTAX},
    "v0.97/warning/same-filename-listed-twice-with-different-normalization": {Sort.ALIKE},
    "v0.97/warning/same-filename-listed-twice-with-the-same-hash": {Sort.TWICE},
    "v0.97/warning/special-system-files": {Sort.LITTER},
    "v0.97/valid/bag-with-leading-dot-slash-in-manifest": {Sort.SYNTAX, Sort.ALGORITHM},
}


def check(path: Path) -> BagReport:
    with open_shelf(path) as shelf:
        return check_bag(shelf)


def faults(report: BagReport) -> set[Sort]:
    return {each.sort for each in report.findings if each.is_fault}


def remarks(report: BagReport) -> set[Sort]:
    return {each.sort for each in report.findings if not each.is_fault}


def packed(folder: Path, into: Path) -> Path:
    """The same bag as a ZIP file, in one folder."""
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in sorted(folder.rglob("*")):
            if each.is_file():
                archive.write(each, f"{folder.name}/{each.relative_to(folder).as_posix()}")
    return into


# -- the suite ----------------------------------------------------------------------------------


def test_the_suite_is_there() -> None:
    assert len(BAGS) == 34
    assert {name.split("/")[1] for name in BAGS} == {"valid", "invalid", "warning"}


@pytest.mark.parametrize("name", BAGS)
def test_every_bag_of_the_suite_is_read_as_it_should_be(name: str, tmp_path: Path) -> None:
    expected = REASONS.get(name, set())
    assert bool(expected) == ("/invalid/" in name or name.endswith("special-system-files"))
    for path in (BAGS[name], packed(BAGS[name], tmp_path / "bag.zip")):
        report = check(path)
        assert faults(report) == expected
        assert report.is_valid == (not expected)
        if name in REMARKS:
            assert remarks(report) == REMARKS[name]


def test_the_bag_with_files_of_systems_is_valid_with_the_one_that_git_left_out(
    tmp_path: Path,
) -> None:
    bag = tmp_path / "bag"
    shutil.copytree(BAGS["v0.97/warning/special-system-files"], bag)
    (bag / "data" / ".DS_Store").touch()
    report = check(bag)
    assert report.is_valid
    assert [each.path for each in report.findings] == ["data/.DS_Store", "data/Thumbs.db"]


# -- bags made here -----------------------------------------------------------------------------


def make(
    bag: Path,
    payload: Mapping[str, bytes],
    *,
    version: str = "1.0",
    algorithm: str = "sha256",
    more: Iterable[str] = (),
    tags: Mapping[str, bytes] | None = None,
) -> Path:
    """A bag made by hand, with `more` lines in its manifest and other `tags`."""
    for name, data in payload.items():
        file = bag / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    lines = [
        f"{hashlib.new(algorithm, data).hexdigest()}  data/{escaped(name)}\n"
        for name, data in payload.items()
    ]
    written = {
        "bagit.txt": f"BagIt-Version: {version}\nTag-File-Character-Encoding: UTF-8\n".encode(),
        f"manifest-{algorithm}.txt": "".join([*lines, *(f"{each}\n" for each in more)]).encode(),
        **(tags or {}),
    }
    (bag / "data").mkdir(parents=True, exist_ok=True)
    for name, data in written.items():
        (bag / name).write_bytes(data)
    return bag


NOTHING = hashlib.sha256(b"").hexdigest()


@pytest.mark.parametrize(
    "path",
    [
        *("../evil", "data/../../evil", "/etc/passwd", "~/evil", "~root/evil", "C:/evil"),
        *("C:evil", "\\\\host\\share\\evil", "data\\..\\..\\evil", "data/a\0b", "evil"),
    ],
)
def test_a_path_that_leads_out_of_the_bag_is_named_and_never_followed(
    tmp_path: Path, path: str
) -> None:
    (tmp_path / "evil").touch()
    bag = make(tmp_path / "bag", {"a": b"a"}, more=[f"{NOTHING}  {path}"])
    report = check(bag)
    assert faults(report) == {Sort.UNSAFE}
    assert "\0" not in report.findings[0].line


@pytest.mark.parametrize("version", ["0.92", "1.1", "2.0", "97.0"])
def test_a_version_that_is_not_known_is_told(tmp_path: Path, version: str) -> None:
    assert faults(check(make(tmp_path / "bag", {"a": b"a"}, version=version))) == {Sort.VERSION}


@pytest.mark.parametrize("version", ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"])
@pytest.mark.parametrize("algorithm", ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"])
def test_every_version_and_every_checksum_that_is_known_is_read(
    tmp_path: Path, version: str, algorithm: str
) -> None:
    bag = make(tmp_path / "bag", {"a": b"a", "b/c": b""}, version=version, algorithm=algorithm)
    report = check(bag)
    assert report.is_valid and report.algorithms == (algorithm,)
    assert remarks(report) == ({Sort.ALGORITHM} if algorithm in ("md5", "sha1") else set())
    assert [dict(each.told) for each in report.payload] == [
        {algorithm: hashlib.new(algorithm, data).hexdigest()} for data in (b"a", b"")
    ]
    (bag / "data" / "a").write_bytes(b"b")
    assert faults(check(bag)) == {Sort.CHANGED}


def test_the_metadata_of_old_versions_have_another_name(tmp_path: Path) -> None:
    tags = {"package-info.txt": b"Payload-Oxum: 1.2\n"}
    old = make(tmp_path / "old", {"a": b"a"}, version="0.95", tags=tags)
    assert faults(check(old)) == {Sort.COUNT}
    assert check(make(tmp_path / "new", {"a": b"a"}, tags=tags)).is_valid


def test_checksums_of_a_sort_that_is_not_known_are_named(tmp_path: Path) -> None:
    bag = make(tmp_path / "bag", {"a": b"a"}, tags={"manifest-whirlpool.txt": b"ab  data/a\n"})
    report = check(bag)
    assert report.is_valid and remarks(report) == {Sort.ALGORITHM}
    (bag / "manifest-sha256.txt").unlink()
    report = check(bag)
    assert faults(report) == {Sort.ALGORITHM}
    (bag / "manifest-whirlpool.txt").unlink()
    assert faults(check(bag)) == {Sort.MISSING}


def test_what_is_to_be_fetched_is_named_and_never_fetched(tmp_path: Path) -> None:
    fetch = b"http://127.0.0.1:9/evil\xe2\x80\xae.jpg 12 data/far\nnonsense\n"
    bag = make(
        tmp_path / "bag", {"a": b"a"}, more=[f"{NOTHING}  data/far"], tags={"fetch.txt": fetch}
    )
    report = check(bag)
    assert faults(report) == {Sort.FETCH, Sort.SYNTAX} and report.fetch == 1
    (told,) = [each for each in report.findings if each.sort is Sort.FETCH]
    assert told.path == "data/far" and "127.0.0.1" in told.sentence and "⟨RLO⟩" in told.sentence
    (bag / "data" / "far").touch()
    assert faults(check(bag)) == {Sort.SYNTAX}


def test_an_encoding_that_is_none_of_text_is_not_used(tmp_path: Path) -> None:
    declared = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: zip\n"
    bag = make(tmp_path / "bag", {"a": b"a"}, tags={"bagit.txt": declared})
    assert faults(check(bag)) == {Sort.ENCODING}
    assert codec_of("rot13") == codec_of("base64") == codec_of("no such") == codec_of("a\0b") == ""
    assert codec_of("UTF-8") == "utf-8" and codec_of("windows-1251") == "cp1251"
    wrong = make(tmp_path / "wrong", {"a": b"a"}, tags={"bag-info.txt": b"Name: \xff\n"})
    assert faults(check(wrong)) == {Sort.ENCODING}


def test_names_that_some_systems_take_for_one_are_told(tmp_path: Path) -> None:
    accent = "caf\u00e9"
    names = ["a", "A", accent, unicodedata.normalize("NFD", accent)]
    bag = make(tmp_path / "bag", dict.fromkeys(names, b""))
    if len(list((bag / "data").iterdir())) < len(names):
        pytest.skip("this system takes them for one")
    report = check(bag)
    assert report.is_valid
    assert [each.sort for each in report.findings] == [Sort.NAME, Sort.ALIKE, Sort.ALIKE]


def test_names_that_windows_cannot_have_are_told(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("this system cannot have them")
    bag = make(tmp_path / "bag", dict.fromkeys(("aux.txt", "a:b", "end.", "fine.txt"), b""))
    report = check(bag)
    assert report.is_valid
    assert {each.path for each in report.findings} == {"data/aux.txt", "data/a:b", "data/end."}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_and_pipes_are_named_and_never_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "b").touch()
    digest = hashlib.sha256(b"secret").hexdigest()
    bag = make(tmp_path / "bag", {"a": b"a"}, more=[f"{digest}  data/link"])
    (bag / "data" / "link").symlink_to(tmp_path / "secret")
    (bag / "data" / "folder").symlink_to(tmp_path / "far")
    os.mkfifo(bag / "data" / "pipe")
    report = check(bag)
    assert faults(report) == {Sort.LINK, Sort.MISSING}
    linked = {each.path for each in report.findings if each.sort is Sort.LINK}
    assert linked == {"data/link", "data/folder", "data/pipe"}
    assert [each.path for each in report.payload] == ["data/a"]


def test_of_many_findings_it_is_told_how_many_more_there_are(tmp_path: Path) -> None:
    lines = [f"{NOTHING}  data/{n}" for n in range(MOST_FINDINGS + 5)]
    report = check(make(tmp_path / "bag", {"a": b"a"}, more=lines))
    told = [each.sort for each in report.findings]
    assert told.count(Sort.MISSING) == MOST_FINDINGS and told.count(Sort.MORE) == 1
    assert "5 more" in report.findings[-1].sentence


def test_a_bag_without_a_folder_for_its_payload_is_none(tmp_path: Path) -> None:
    bag = make(tmp_path / "bag", {})
    assert check(bag).is_valid
    (bag / "data").rmdir()
    assert faults(check(bag)) == {Sort.MISSING}
    tags = {"bagit.txt": DECLARED, "manifest-sha256.txt": b""}
    assert faults(check(zipped(tmp_path / "a.zip", tags.items()))) == {Sort.MISSING}
    assert check(zipped(tmp_path / "b.zip", [*tags.items(), ("data/", b"")])).is_valid


@given(
    st.sampled_from(["bagit.txt", "manifest-sha256.txt", "tagmanifest-md5.txt", "fetch.txt"])
    | st.just("bag-info.txt"),
    st.binary(max_size=200)
    | st.text("\r\n\t :*./~\\%0ADa\u00e9\u202e-", max_size=60).map(str.encode),
    st.sampled_from(["UTF-8", "UTF-16", "UTF-32-LE", "ISO-8859-1", "shift_jis", "UTF-7", "\u00e9"]),
)
def test_no_byte_of_a_tag_file_takes_the_program_down(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: bytes, encoding: str
) -> None:
    folder = tmp_path_factory.mktemp("bags")
    declared = f"BagIt-Version: 1.0\nTag-File-Character-Encoding: {encoding}\n".encode()
    bag = make(folder / "bag", {"a": b"a"}, tags={"bagit.txt": declared, name: data})
    for each in check(bag).findings:
        assert "\n" not in each.line and "\u202e" not in each.line
    shutil.rmtree(folder)


def test_a_long_line_without_a_colon_takes_no_longer_than_it_is(tmp_path: Path) -> None:
    tags = {"bag-info.txt": b"a" + b" " * 5_000_000}
    assert remarks(check(make(tmp_path / "bag", {"a": b"a"}, tags=tags))) == {Sort.SYNTAX}


def test_in_a_newer_bag_every_manifest_lists_every_file(tmp_path: Path) -> None:
    tags = {"manifest-md5.txt": b""}
    assert faults(check(make(tmp_path / "new", {"a": b"a"}, tags=tags))) == {Sort.EXTRA}
    assert check(make(tmp_path / "old", {"a": b"a"}, tags=tags, version="0.97")).is_valid


def test_a_percent_sign_is_read_as_it_was_meant(tmp_path: Path) -> None:
    plain = make(tmp_path / "plain", {"100%25 sure": b"a", "50%": b"b"})
    assert check(plain).is_valid
    digest = hashlib.sha256(b"a").hexdigest()
    literal = f"{digest}  data/100%25 sure\n".encode()
    for version in ("0.97", "1.0"):
        bag = make(
            tmp_path / version,
            {"100%25 sure": b"a"},
            version=version,
            tags={"manifest-sha256.txt": literal},
        )
        assert check(bag).is_valid


# -- ZIP files ----------------------------------------------------------------------------------


def zipped(path: Path, files: Iterable[tuple[str | zipfile.ZipInfo, bytes]]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return path


DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def bag_of(*more: tuple[str | zipfile.ZipInfo, bytes]) -> list[tuple[str | zipfile.ZipInfo, bytes]]:
    manifest = f"{NOTHING}  data/a\n".encode()
    return [("bagit.txt", DECLARED), ("manifest-sha256.txt", manifest), ("data/a", b""), *more]


def test_a_zip_file_may_have_the_bag_at_its_top_or_in_one_folder(tmp_path: Path) -> None:
    top = zipped(tmp_path / "top.zip", bag_of())
    assert check(top).is_valid and is_bag(top)
    inside = [(f"bag/{name}", data) for name, data in bag_of()]
    assert check(zipped(tmp_path / "in.zip", inside)).is_valid
    junk = [*inside, ("__MACOSX/bag/._a", b"")]
    assert check(zipped(tmp_path / "mac.zip", junk)).is_valid
    beside = check(zipped(tmp_path / "beside.zip", [*inside, ("other.txt", b"")]))
    assert faults(beside) == {Sort.EXTRA}
    two = [*inside, *((f"two/{name}", data) for name, data in bag_of())]
    with pytest.raises(IntakeRefused, match="several bags"):
        check(zipped(tmp_path / "two.zip", two))
    undeclared = [each for each in inside if each[0] != "bag/bagit.txt"]
    assert faults(check(zipped(tmp_path / "un.zip", undeclared))) == {Sort.DECLARATION}


def test_names_in_a_zip_file_lead_nowhere(tmp_path: Path) -> None:
    evil = ["../evil", "/evil", "data/../../evil", "..\\evil", "C:\\evil", "~/evil"]
    report = check(zipped(tmp_path / "a.zip", bag_of(*((each, b"evil") for each in evil))))
    unsafe = {each.path for each in report.findings if each.sort is Sort.UNSAFE}
    assert unsafe == set(evil)
    assert [each.name for each in tmp_path.iterdir()] == ["a.zip"]


def test_links_and_double_names_in_a_zip_file_are_named(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("data/link")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    report = check(zipped(tmp_path / "link.zip", bag_of((link, b"/etc/passwd"))))
    assert faults(report) == {Sort.LINK}
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = zipped(tmp_path / "twice.zip", bag_of(("data/a", b"other")))
    assert faults(check(twice)) == {Sort.TWICE}


def test_a_zip_file_that_unpacks_to_far_more_than_it_is_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = zipped(tmp_path / "bomb.zip", bag_of(("data/zeros", bytes(30 << 20))))
    assert bomb.stat().st_size < 100_000
    assert faults(check(bomb)) == {Sort.EXTRA}
    monkeypatch.setattr(zips, "MOST_UNPACKED", 1 << 20)
    with pytest.raises(IntakeRefused, match="meant to do harm"):
        check(bomb)
    assert not is_bag(bomb)
    monkeypatch.setattr(zips, "LARGEST_FILE", 1 << 20)
    with pytest.raises(IntakeRefused, match="too large"):
        check(bomb)


def test_entries_that_share_their_bytes_are_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", bag_of(("data/b", bytes(1000)), ("data/c", bytes(1000))))
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        first = archive.getinfo("data/b").header_offset
    at = data.rindex(b"data/c") - 46
    data[at + 42 : at + 46] = first.to_bytes(4, "little")
    path.write_bytes(data)
    with pytest.raises(IntakeRefused):
        check(path)


def test_a_zip_file_of_too_many_entries_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped(tmp_path / "a.zip", bag_of(*((f"data/{n}", b"") for n in range(50))))
    monkeypatch.setattr(zips, "MOST_FILES", 40)
    with pytest.raises(IntakeRefused, match="more than"):
        check(path)
    monkeypatch.setattr(zips, "MOST_FILES", 4000)
    monkeypatch.setattr(zips, "LARGEST_DIRECTORY", 1000)
    with pytest.raises(IntakeRefused, match="more than"):
        check(path)
    monkeypatch.setattr(shelves, "MOST_FILES", 1)
    with pytest.raises(IntakeRefused, match="more than"):
        check(make(tmp_path / "bag", {"a": b"", "b": b""}))


def test_damage_in_a_zip_file_is_told_of_the_file_it_is_in(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in bag_of(("data/b", b"precious")):
            archive.writestr(name, data)
    path.write_bytes(path.read_bytes().replace(b"precious", b"PRECIOUS"))
    report = check(path)
    unreadable = [each for each in report.findings if each.sort is Sort.UNREADABLE]
    assert [each.path for each in unreadable] == ["data/b"]


def test_what_is_packed_in_another_way_or_encrypted_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("data/b", b"x")
        for name, data in bag_of():
            archive.writestr(name, data, zipfile.ZIP_STORED)
    assert faults(check(path)) == {Sort.UNREADABLE}
    data = bytearray(zipped(tmp_path / "b.zip", bag_of(("data/b", b"x"))).read_bytes())
    at = data.rindex(b"data/b") - 46
    data[at + 8] |= 1
    (tmp_path / "b.zip").write_bytes(data)
    assert Sort.UNREADABLE in faults(check(tmp_path / "b.zip"))


@given(st.binary(max_size=300), st.integers(0, 3000), st.integers(0, 300))
def test_no_byte_of_a_zip_file_takes_the_program_down(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int, cut: int
) -> None:
    folder = tmp_path_factory.mktemp("zips")
    path = zipped(folder / "a.zip", bag_of(("data/b", b"b" * 2000), ("bag-info.txt", b"A: b")))
    data = path.read_bytes()
    at %= len(data)
    path.write_bytes(data[:at] + noise + data[at + cut :])
    try:
        check(path)
    except IntakeRefused:
        pass
    finally:
        shutil.rmtree(folder)


def test_what_is_no_bag_is_none(tmp_path: Path) -> None:
    assert not is_bag(tmp_path) and not is_bag(tmp_path / "nowhere")
    assert not is_bag(zipped(tmp_path / "a.zip", [("a", b"")]))
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04 and nothing else")
    assert not is_bag(tmp_path / "b.zip")
    with pytest.raises(IntakeRefused, match="cannot be read"):
        check(tmp_path / "b.zip")


# -- names and tags -----------------------------------------------------------------------------

PATHS = st.text(min_size=1).filter(lambda text: "\0" not in text)


@given(PATHS)
def test_a_path_is_read_back_as_it_was(path: str) -> None:
    assert readings(escaped(path))[0] == path
    assert not set("\r\n") & set(escaped(path))
    line = f"{NOTHING}  {escaped(path)}"
    if not path.startswith("*") and path.strip() == path:
        ((_, listed),) = read_manifest(line)
        assert listed is not None and listed.path == escaped(path)


@given(st.text(), st.integers(20, 100))
def test_a_safe_name_is_safe_on_every_system(name: str, longest: int) -> None:
    safe = safe_name(name, longest)
    assert len(safe.encode()) <= longest + 1
    assert unicodedata.normalize("NFC", safe) == safe
    assert not why_unsafe(safe) and not why_unusual(safe)
    assert not set(safe) & set("/\\%~ \t\r\n\"'"[:-1])
    assert safe_name(safe, longest + 1) == safe


def test_names_keep_what_tells_them_apart() -> None:
    assert safe_name("Фото з пірсу.JPG") == "Фото_з_пірсу.JPG"
    assert safe_name("x" * 300 + ".jpeg").endswith(".jpeg")
    assert safe_name("nul.txt") == "_nul.txt" and safe_name("\u202e\0") == ""


@given(st.lists(st.tuples(st.sampled_from(["A", "Long-Label"]), st.text())))
def test_metadata_are_read_back_on_one_line_each(elements: list[tuple[str, str]]) -> None:
    text = write_info(elements).decode()
    lines = [element for _, element in read_info(text)]
    assert None not in lines
    assert len(lines) == sum(bool(value.strip()) for _, value in elements)


def test_metadata_go_on_where_a_line_begins_with_a_space() -> None:
    told = [element for _, element in read_info("A: one\n  two\r\tthree\r\nB:\n: no label\nC : x")]
    assert told == [("A", "one two three"), ("B", ""), None, ("C", "x")]


# -- writing ------------------------------------------------------------------------------------

FILE_NAMES = st.text(
    st.characters(codec="utf-8", exclude_characters="\0/\\"), min_size=1, max_size=30
).filter(lambda name: name not in (".", "..") and len(name.encode()) < 200)


@given(st.dictionaries(FILE_NAMES, st.binary(max_size=100), max_size=5), st.booleans())
def test_every_bag_that_is_written_is_read_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes], as_zip: bool
) -> None:
    folder = tmp_path_factory.mktemp("bags")
    path = folder / ("bag.zip" if as_zip else "bag")
    # Names that only differ in capitals are one on some systems.
    files = {f"{n} {name}": data for n, (name, data) in enumerate(files.items())}
    parts = [part_of_bytes(name, data) for name, data in files.items()]
    write_bag(path, "base", parts, [("Contact-Name", "Nobody")])
    report = check(path)
    assert report.is_valid and report.version == (1, 0)
    assert {each.path: each.sha256 for each in report.payload} == {
        f"data/{name}": hashlib.sha256(data).hexdigest() for name, data in files.items()
    }
    assert report.told("contact-name") == "Nobody"
    shutil.rmtree(folder)


def test_a_part_that_leads_out_of_the_bag_is_not_written(tmp_path: Path) -> None:
    parts = [part_of_bytes("../../evil", b"a")]
    for name in ("bag", "bag.zip"):
        with pytest.raises(ExportRefused, match="leads out"):
            write_bag(tmp_path / name, "base", parts, [])
    assert not list(tmp_path.iterdir())


def test_a_bag_is_read_again_before_it_takes_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is told of the disk is not what was written there.
    monkeypatch.setattr(writing, "write_declaration", lambda: b"BagIt-Version: 1\n")
    for name in ("bag", "bag.zip"):
        with pytest.raises(ExportRefused, match="not sound when it was read again"):
            write_bag(tmp_path / name, "base", [part_of_bytes("a", b"a")], [])
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("trouble", [KeyError, KeyboardInterrupt])
def test_what_goes_wrong_while_a_part_is_read_leaves_nothing(
    tmp_path: Path, trouble: type[BaseException]
) -> None:
    def fail() -> Iterable[bytes]:
        yield b"half"
        raise trouble("anything")

    for name in ("bag", "bag.zip"):
        with pytest.raises(trouble):
            write_bag(tmp_path / name, "base", [Part("a", 10, fail)], [])
    assert not list(tmp_path.iterdir())


def test_a_bag_takes_the_place_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "bag").mkdir()
    (tmp_path / "file").write_bytes(b"mine")
    for name in ("bag", "file"):
        with pytest.raises(ExportRefused, match="already"):
            write_bag(tmp_path / name, "base", [], [])
    assert (tmp_path / "file").read_bytes() == b"mine"
    assert not list((tmp_path / "bag").iterdir())

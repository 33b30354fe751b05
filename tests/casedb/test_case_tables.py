"""A case as CSV: what other programs read is what the case holds, and nothing that must stay in it."""

from __future__ import annotations

import csv
import errno
import io
import json
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb.errors import ExportRefused
from casedb.exchange import case_tables
from casedb.exchange.case_tables import write_tables
from casedb.exchange.csv_table import original
from casedb.exchange.flat import joined, parted
from casedb.exchange.rows import ITEM_FIELDS, NAMES, items_of, secret_fields, tables_of
from casedb.model.contents import Contents
from casedb.model.fields import Tags, Text
from casedb.model.kinds import KINDS
from casedb.model.records import (
    Artifact,
    Assessment,
    Attachment,
    Element,
    Item,
    Link,
    Ref,
    Source,
)
from casedb.model.values import Values
from exported import HOSTILE, IMPRINT, cases, value_of

FILES = ["about.txt", *sorted(f"{name}.csv" for name in NAMES)]


def read(data: bytes) -> list[dict[str, str]]:
    """The rows as Python's own reader has them, the apostrophes of formulas taken away."""
    before = csv.field_size_limit(1 << 28)
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    csv.field_size_limit(before)
    return [{name: original(cell) for name, cell in row.items()} for row in rows]


def written(contents: Contents, path: Path) -> dict[str, bytes]:
    write_tables(contents, IMPRINT, path)
    return {each.name: each.read_bytes() for each in path.iterdir()}


def claim(**values: object) -> Item:
    return Item("i1", "claim", Values({"title": "Seen in Rajin", **values}))  # pyright: ignore[reportArgumentType]


@given(contents=cases())
def test_what_is_read_back_is_what_the_case_holds(contents: Contents) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = written(contents, Path(folder) / "out")
    for table in tables_of(contents):
        rows = read(files[f"{table.name}.csv"])
        told = [{name: str(cell) for name, cell in row.items()} for row in table.rows]
        assert [{name: cell for name, cell in row.items() if cell} for row in rows] == [
            {name: cell for name, cell in row.items() if cell} for row in told
        ]
    for row, item in zip(read(files["items.csv"]), contents.items.values(), strict=True):
        assert row["id"] == item.id
        secret = secret_fields(contents, item)
        for field in KINDS[item.kind].stored_fields():
            value = field.read(item.values)
            if field.name in secret:
                assert row.get(field.name, "") == ("" if value is None else "Protected source")
                continue
            if type(field) is Text and value is not None and field.name != "title":
                assert row[field.name] == value
            if isinstance(field, Tags) and value is not None:
                assert tuple(parted(row[field.name])) == value
            if value is not None:
                assert any(name.startswith(field.name) and cell for name, cell in row.items())


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_safe_in_a_spreadsheet_and_read_back_to_the_letter(
    text: str, tmp_path: Path
) -> None:
    contents = Contents([claim(summary=text, tags=[text])])
    data = written(contents, tmp_path / "out")["items.csv"]
    (row,) = read(data)
    assert row["summary"] == text and parted(row["tags"]) == [text]
    before = csv.field_size_limit(1 << 28)
    bare = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    csv.field_size_limit(before)
    assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in bare[1])


@given(st.lists(st.text(";ab '"), min_size=2))
def test_parts_of_a_list_are_told_apart(parts: list[str]) -> None:
    assert parted(joined(parts)) == parts


@given(data=st.data())
def test_every_field_of_every_kind_has_its_column(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(list(KINDS.values())))
    named: dict[type[object], list[str]] = {Source: ["s1"], Item: ["i1"]}
    values = {each.name: data.draw(value_of(each, named)) for each in kind.stored_fields()}
    item = Item("i1", kind.name, Values(values))
    table = items_of(Contents([Source("s1", Values({"name": "S"})), item]))
    for field in kind.stored_fields():
        assert any(
            name == field.name or name.startswith(f"{field.name}_") for name in table.columns
        )
    assert len(set(table.columns)) == len(table.columns)


def test_no_field_has_the_name_of_a_part_of_another() -> None:
    suffixes = ("edtf", "earliest", "latest", "zone", "stated", "lat", "lon", "wkt", "json")
    parts = {f"{name}_{suffix}" for name in ITEM_FIELDS for suffix in suffixes}
    assert not parts.intersection(ITEM_FIELDS)


def test_dates_stand_as_stated_and_with_their_bounds(tmp_path: Path) -> None:
    def date(edtf: str, stated: str, zone: str = "unknown") -> dict[str, str]:
        return {"edtf": edtf, "stated": stated, "zone": zone}

    times = [
        {"name": "published", "date": date("2024-01", "January 2024")},
        {
            "name": "published",
            "date": date("2024-02-03T10:00:00+02:00", "3 Feb, 10:00 EET", "stated"),
        },
        {"name": "of a newer version", "date": date("../2023", "until 2023")},
    ]
    item = Item("i1", "event", Values({"happened": date("2023-23", "autumn 2023"), "times": times}))  # pyright: ignore[reportArgumentType]
    (row,) = read(written(Contents([item]), tmp_path / "out")["items.csv"])
    told = {name: cell for name, cell in row.items() if cell and name.startswith(("hap", "times"))}
    assert told == {
        "happened": "autumn 2023",
        "happened_edtf": "2023-23",
        "happened_earliest": "2023-09-01",
        "happened_latest": "2023-11-30",
        "times_published": "January 2024",
        "times_published_edtf": "2024-01",
        "times_published_earliest": "2024-01-01",
        "times_published_latest": "2024-01-31",
        "times_published_2": "3 Feb, 10:00 EET",
        "times_published_2_edtf": "2024-02-03T10:00:00+02:00",
        "times_published_2_earliest": "2024-02-03T10:00:00+02:00",
        "times_published_2_latest": "2024-02-03T10:00:00+02:00",
        "times_published_2_zone": "stated",
        "times_unknown": "of a newer version: until 2023",
        "times_unknown_edtf": "../2023",
        "times_unknown_latest": "2023-12-31",
    }


def test_places_stand_as_stated_and_numbers_are_numbers(tmp_path: Path) -> None:
    where = {
        "name": "Ascension",
        "geometry": {"type": "Point", "coordinates": [-14.4, -7.95]},
        "precision": "1 km",
        "method": "by the map",
        "stated": "7°57′S 14°24′W",
    }
    item = Item("i1", "satellite_image", Values({"where": where, "sun_elevation": -3.5}))  # pyright: ignore[reportArgumentType]
    data = written(Contents([item]), tmp_path / "out")["items.csv"]
    (row,) = read(data)
    assert row["where"] == "Ascension" and row["where_stated"] == "7°57′S 14°24′W"
    assert (float(row["where_lat"]), float(row["where_lon"])) == (-7.95, -14.4)
    assert row["where_precision"] == "1 km" and row["where_method"] == "by the map"
    assert b",-3.5" in data and b"'-" not in data


def test_what_is_not_understood_is_kept_as_json(tmp_path: Path) -> None:
    item = claim(status=7, of_a_newer_version={"a": [1]})
    later = Item("i2", "kind_of_a_newer_version", Values({"title": "T", "colour": "red"}))
    rows = read(written(Contents([item, later]), tmp_path / "out")["items.csv"])
    assert json.loads(rows[0]["other"]) == {"status": 7, "of_a_newer_version": {"a": [1]}}
    assert json.loads(rows[1]["other"]) == {"colour": "red"}


@pytest.fixture
def secretive() -> Contents:
    """A case with a source that must not be named, and items that would name one."""
    hidden = Source(
        "s1",
        Values(
            {
                "name": "Deep Throat",
                "protected": True,
                "source_type": "person",
                "notes": "Deep Throat’s lawyer",
            }
        ),
    )
    known = Source("s2", Values({"name": "Port authority", "owner": "s1"}))
    said = Item(
        "i1",
        "official_statement",
        Values({"title": "Said", "issuers": ["s1"], "spokesperson": "Throat junior"}),
    )
    told = Item(
        "i2",
        "document",
        Values(
            {
                "title": "Told",
                "author": "Throat senior",
                "publisher": "s2",
                "sensitivity": ["protected_source"],
            }
        ),
    )
    plain = Item("i3", "document", Values({"title": "Plain", "author": "Anna", "publisher": "s2"}))
    grade = Assessment(
        "a1",
        "reliability",
        "s1",
        None,
        "reliability/admiralty-1",
        "B",
        "Anna",
        "2024-01-01T00:00:00Z",
        values=Values({"basis": "Throat was right before", "of_a_newer_version": "Throat"}),
    )
    return Contents([hidden, known, said, told, plain, grade])


def test_a_protected_source_is_not_named_anywhere(secretive: Contents, tmp_path: Path) -> None:
    files = written(secretive, tmp_path / "out")
    assert not any(b"Throat" in data for data in files.values())
    rows = {row["id"]: row for row in read(files["items.csv"])}
    assert rows["i1"]["issuers"] == "Protected source" and rows["i1"]["issuers_id"] == "s1"
    assert rows["i1"]["spokesperson"] == "Protected source"
    assert rows["i2"]["publisher"] == "Protected source" and not rows["i2"]["publisher_id"]
    assert rows["i3"]["author"] == "Anna" and rows["i3"]["publisher"] == "Port authority"
    assert "1 protected source is here without its name." in files["about.txt"].decode()
    sources = {row["id"]: row for row in read(files["sources.csv"])}
    assert sources["s1"]["name"] == "Protected source" and sources["s1"]["source_type"] == "Person"
    assert sources["s2"]["owner"] == "Protected source"


def test_grades_that_somebody_gives_blind_just_now_are_not_told(
    secretive: Contents, tmp_path: Path
) -> None:
    assert len(read(written(secretive, tmp_path / "out")["assessments.csv"])) == 1
    secretive.veiled = frozenset({"s1"})
    files = written(secretive, tmp_path / "blind")
    assert read(files["assessments.csv"]) == []
    assert all(not row.get("reliability") for row in read(files["sources.csv"]))


def test_links_files_and_judgements_have_tables_of_their_own(tmp_path: Path) -> None:
    imported: dict[str, object] = {
        "imported_by": "anna@desk",
        "url": "https://x.org",
        "facts": {"a": 1},
    }
    contents = Contents(
        [
            claim(exhibit="CB-001"),
            Item("i2", "media", Values({"title": "Photo; of the pier"})),
            Element("e1", "i1", 0, Values({"role": "place", "text": "Rajin"})),
            Link(
                "l1",
                "supports",
                Ref.item("i2"),
                Ref.element("e1"),
                Values({"strength": "weak", "rationale": "-"}),
            ),
            Link("l2", "undercuts", Ref.item("i1"), Ref.link("l1")),
            Artifact("ab" * 32, 12, "image/png", "pier.png", Values(imported)),  # pyright: ignore[reportArgumentType]
            Attachment("t1", "i2", "ab" * 32, 0, "The pier"),
            Attachment("t2", "i1", "ab" * 32, 0, ""),
            Assessment(
                "a1",
                "verdict",
                "i1",
                None,
                "verdict/caseboard-1",
                "mixed",
                "Anna",
                "2024-01-01T00:00:00Z",
                values=Values({"rationale": "=R", "cites": [{"id": "l1", "hash": "x"}]}),
            ),
        ]
    )
    files = written(contents, tmp_path / "out")
    first, second = read(files["links.csv"])
    assert (first["type"], first["start"], first["end"], first["strength"]) == (
        "supports",
        "Photo; of the pier",
        "Rajin",
        "Weak",
    )
    assert first["rationale"] == "-"
    assert (second["end_sort"], second["end_id"]) == ("link", "l1")
    assert second["end"] == "Photo; of the pier – supports – Rajin"
    (exhibit,) = read(files["exhibits.csv"])
    assert (exhibit["sha256"], exhibit["size"], exhibit["media_type"]) == (
        "ab" * 32,
        "12",
        "image/png",
    )
    assert parted(exhibit["items"]) == ["Photo; of the pier", "Seen in Rajin"]
    assert parted(exhibit["items_id"]) == ["i2", "i1"] and exhibit["url"] == "https://x.org"
    assert "anna" not in files["exhibits.csv"].decode()
    (verdict,) = read(files["assessments.csv"])
    assert verdict["subject"] == "Seen in Rajin" and verdict["rationale"] == "=R"
    assert verdict["cites_id"] == "l1" and verdict["by"] == "Anna"
    items = {row["id"]: row for row in read(files["items.csv"])}
    assert items["i1"]["verdict"] == "mixed" and items["i2"]["files"] == "pier.png"
    (element,) = read(files["elements.csv"])
    assert element["claim"] == "Seen in Rajin" and element["role"] == "Place"


def test_a_verdict_of_somebody_else_is_not_given_as_that_of_the_case(tmp_path: Path) -> None:
    given = Assessment(
        "a1",
        "verdict",
        "i1",
        None,
        "verdict/caseboard-1",
        "false",
        "Anna",
        "2024-01-01T00:00:00Z",
        values=Values({"cited_opinion": "s1"}),
    )
    contents = Contents([Source("s1", Values({"name": "Fact-checker"})), claim(), given])
    files = written(contents, tmp_path / "out")
    assert not read(files["items.csv"])[0].get("verdict")
    assert read(files["assessments.csv"])[0]["cited_opinion"] == "Fact-checker"


# -- where they go -------------------------------------------------------------------------------


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    contents = Contents([claim(summary="x")])
    one, two = written(contents, tmp_path / "one"), written(contents, tmp_path / "two")
    assert one == two and sorted(one) == FILES
    for name in ("a.zip", "b.zip"):
        write_tables(contents, IMPRINT, tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == one


def test_a_page_says_of_which_case_and_as_of_when(tmp_path: Path) -> None:
    page = written(Contents([claim()]), tmp_path / "out")["about.txt"].decode()
    for word in ("Harbour", "2024-01-02T03:04:05.678Z", "#12", "ab" * 32, "Caseboard 0.1.0"):
        assert word in page
    assert str(tmp_path) not in page


def test_the_items_alone_say_it_in_their_rows(tmp_path: Path) -> None:
    write_tables(Contents([claim()]), IMPRINT, tmp_path / "items.csv")
    (row,) = read((tmp_path / "items.csv").read_bytes())
    assert (row["case"], row["journal"], row["head"]) == ("Harbour", "12", "ab" * 32)
    assert row["made_with"] == "Caseboard 0.1.0" and row["title"] == "Seen in Rajin"


def test_a_folder_may_be_empty_or_hold_an_earlier_export(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    written(Contents([claim()]), out)
    assert read(written(Contents([claim(summary="new")]), out)["items.csv"])[0]["summary"] == "new"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["out"]


def _foreign(out: Path) -> None:
    (out / "diary.txt").write_text("mine", encoding="utf-8")


def _changed(out: Path) -> None:
    (out / "about.txt").write_text("mine", encoding="utf-8")


def _linked(out: Path) -> None:
    (out / "items.csv").unlink()
    (out / "items.csv").symlink_to("links.csv")


@pytest.mark.parametrize("change", [_foreign, _changed, _linked])
def test_a_folder_with_anything_else_is_left_alone(
    change: Callable[[Path], None], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    written(Contents([claim()]), out)
    change(out)
    before = {each.name: each.read_bytes() for each in out.iterdir()}
    with pytest.raises(ExportRefused, match="something else than an earlier export"):
        written(Contents([claim(summary="new")]), out)
    assert {each.name: each.read_bytes() for each in out.iterdir()} == before
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_no_file_or_link_gives_way_to_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    for name in ("file", "link"):
        with pytest.raises(ExportRefused, match="is no folder"):
            written(Contents([claim()]), tmp_path / name)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"
    with pytest.raises(ExportRefused, match="could not be written"):
        written(Contents([claim()]), tmp_path / "nowhere" / "out")


@pytest.mark.parametrize("number", range(len(FILES)))
def test_a_disk_that_fills_up_leaves_what_was_there(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    before = written(Contents([claim()]), out)
    opened = Path.open
    calls = 0

    def full(self: Path, mode: str = "r", *rest: object, **named: object) -> object:
        nonlocal calls
        if mode == "x":
            calls += 1
            if calls > number:
                raise OSError(errno.ENOSPC, "No space left on device")
        return opened(self, mode, *rest, **named)  # pyright: ignore[reportCallIssue, reportArgumentType, reportUnknownVariableType]

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", full)
        with pytest.raises(ExportRefused, match=r"No space left.*make room"):
            written(Contents([claim(summary="new")]), out)
    assert {each.name: each.read_bytes() for each in out.iterdir()} == before
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_what_cannot_be_read_again_is_not_kept(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = case_tables.write_rows

    def uneven(file: io.StringIO, wanted: list[list[str]]) -> None:
        rows(file, [*wanted, ["one", "too", "many"]])

    monkeypatch.setattr(case_tables, "write_rows", uneven)
    with pytest.raises(ExportRefused, match="could not be read again"):
        write_tables(Contents([claim()]), IMPRINT, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_comes_back_where_its_successor_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    before = written(Contents([claim()]), out)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if target == out and not self.name.endswith(".old"):
            raise OSError(errno.EACCES, "Permission denied")
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        with pytest.raises(ExportRefused, match="Permission denied"):
            written(Contents([claim(summary="new")]), out)
    assert {each.name: each.read_bytes() for each in out.iterdir()} == before
    assert [each.name for each in tmp_path.iterdir()] == ["out"]

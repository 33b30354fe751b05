"""The command line: its spellings are a contract, its exit codes too."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree

import networkx as nx
import pytest
from PIL import Image

from caseboard import cli
from caseboard.example import write_example
from casedb import Case
from casedb.analysis.weak_points import weak_points
from casedb.commands.dismissing import dismiss
from casedb.errors import NotSaved
from casedb.exchange.csv_table import write_csv
from casedb.model.handling import Deed
from casedb.model.records import Artifact
from casedb.store.home import Home
from small_document import document
from templates import Templates

PIER = bytes(range(256)) * 4


@pytest.fixture
def example(tmp_path: Path, home: Home, templates: Templates) -> Path:
    return templates.copy(write_example, tmp_path / "example.caseboard")


@pytest.fixture
def harbour(tmp_path: Path, home: Home, templates: Templates) -> Path:
    return templates.copy(create_two_boards, tmp_path / "harbour.caseboard")


def create_two_boards(path: Path) -> None:
    with Case.create(path, "Harbour") as case:
        case.place(case.add("note", title="A"))
        case.add_board("Second")


def test_new_makes_a_case(tmp_path: Path, home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "new.caseboard"
    assert cli.main(["new", str(path), "--title", "Ржавчина"]) == 0
    assert "Made" in capsys.readouterr().out
    with Case.open(path, home=home) as case:
        assert case.title == "Ржавчина"


def test_new_leaves_a_file_that_is_there(
    tmp_path: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "there.caseboard"
    path.write_text("mine", encoding="utf-8")
    assert cli.main(["new", str(path)]) == 1
    assert path.read_text(encoding="utf-8") == "mine"
    assert "already" in capsys.readouterr().err


def test_info_says_what_a_case_holds(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["info", str(example), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"title", "kinds", "links", "sources", "boards", "artifacts", "journal"}
    assert told["kinds"]["claim"] == 7
    assert told["kinds"]["official_statement"] == 15
    assert told["links"]["excludes"] == 4
    assert "Main board" in told["boards"]
    assert set(told["journal"]) == {"length", "head"}
    assert len(told["journal"]["head"]) == 64
    assert cli.main(["info", str(example)]) == 0
    assert "claim 7" in capsys.readouterr().out


def test_reading_commands_change_no_byte(harbour: Path, tmp_path: Path, qapp: object) -> None:
    before, stamp = harbour.read_bytes(), harbour.stat().st_mtime_ns
    assert cli.main(["info", str(harbour)]) == 0
    assert cli.main(["log", str(harbour)]) == 0
    assert cli.main(["verify", str(harbour)]) == 0
    assert cli.main(["export", str(harbour), "--png", str(tmp_path / "a.png")]) == 0
    assert harbour.read_bytes() == before
    assert harbour.stat().st_mtime_ns == stamp
    assert [each.name for each in tmp_path.iterdir() if "harbour" in each.name] == [harbour.name]


def test_log_prints_the_journal(harbour: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["log", str(harbour), "--json"]) == 0
    entries = json.loads(capsys.readouterr().out)
    assert [entry["number"] for entry in entries] == [1, 2, 3, 4]
    assert entries[1]["label"] == "Add note"
    assert cli.main(["log", str(harbour)]) == 0
    assert "Place card" in capsys.readouterr().out


def test_verify_tells_sound_from_changed_from_unreadable(
    harbour: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["verify", str(harbour)]) == 0
    capsys.readouterr()
    assert cli.main(["verify", str(harbour), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["sound"] is True
    changed = tmp_path / "changed.caseboard"
    changed.write_bytes(harbour.read_bytes().replace(b'"title":"A"', b'"title":"B"'))
    assert changed.read_bytes() != harbour.read_bytes()
    assert cli.main(["verify", str(changed), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["findings"]
    text = tmp_path / "text.caseboard"
    text.write_text("not a case", encoding="utf-8")
    assert cli.main(["verify", str(text)]) == 2
    assert "not a Caseboard case" in capsys.readouterr().err


def test_export_writes_all_three_forms(example: Path, tmp_path: Path, qapp: object) -> None:
    png, pdf, svg = (tmp_path / f"board.{ending}" for ending in ("png", "pdf", "svg"))
    words = ["export", str(example), "--png", str(png), "--pdf", str(pdf), "--svg", str(svg)]
    assert cli.main([*words, "--scale", "1"]) == 0
    with Image.open(png) as picture:
        assert picture.width > 1500
    assert pdf.read_bytes().startswith(b"%PDF")
    assert "Arms transfers" in "".join(ElementTree.parse(svg).getroot().itertext())


def test_the_same_board_gives_the_same_picture(harbour: Path, tmp_path: Path, qapp: object) -> None:
    one, two = tmp_path / "one.png", tmp_path / "two.png"
    assert cli.main(["export", str(harbour), "--png", str(one)]) == 0
    assert cli.main(["export", str(harbour), "--png", str(two)]) == 0
    assert one.read_bytes() == two.read_bytes()


def test_export_writes_the_case_as_tables(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("tables", "tables.zip", "items.csv"):
        assert cli.main(["export", str(example), "--csv", str(tmp_path / name)]) == 0
        assert f"Wrote {tmp_path / name}" in capsys.readouterr().out
    with Case.open(example, read_only=True) as case:
        head, items = case.journal.head, case.contents.items
    page = (tmp_path / "tables" / "about.txt").read_text(encoding="utf-8")
    assert head in page and str(tmp_path) not in page
    with (tmp_path / "items.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == list(items) and {row["head"] for row in rows} == {head}


def test_export_writes_the_case_as_a_graph(example: Path, tmp_path: Path) -> None:
    graphml, gexf = tmp_path / "case.graphml", tmp_path / "case.gexf"
    with Case.open(example, read_only=True) as case:
        head, items, boards = case.journal.head, case.contents.items, case.contents.boards
    words = ["export", str(example), "--graphml", str(graphml), "--gexf", str(gexf)]
    assert cli.main([*words, "--board", boards[-1].title]) == 0
    read: Any = cast("Any", nx).read_graphml(graphml)
    assert set(items) <= set(read.nodes) and read.graph["head"] == head
    assert {read.nodes[each]["colour"] for each in items} > {"#B4451F"}
    other: Any = cast("Any", nx).read_gexf(gexf)
    assert set(other.edges) == set(read.edges)
    placed = {each for each in items if "x" in read.nodes[each]}
    assert placed and placed < set(items)
    assert {each for each in items if "position" in other.nodes[each]["viz"]} == placed


def test_import_says_of_every_part_of_a_diagram_what_became_of_it(
    harbour: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = harbour.read_bytes()
    diagram = Path(__file__).parents[1] / "diagrams" / "harbour.vis"
    assert cli.main(["import", str(harbour), str(diagram), "--preview"]) == 0
    told = capsys.readouterr().out
    assert "  taken: Anna Example\n" in told and "  rejected: Ownership – What it joins" in told
    assert "Nothing was taken in" in told and harbour.read_bytes() == before
    assert cli.main(["import", str(harbour), str(diagram), "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    with Case.open(harbour, read_only=True) as case:
        assert case.contents.items[row["parts"][0]["id"]].title == "Anna Example"


def test_a_preview_of_a_canvas_makes_no_board(
    harbour: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, canvas = harbour.read_bytes(), tmp_path / "plan.canvas"
    canvas.write_text("{}", encoding="utf-8")
    assert cli.main(["import", str(harbour), str(canvas), "--preview"]) == 0
    assert "A board with 0 cards" in capsys.readouterr().out and harbour.read_bytes() == before


def test_tables_never_take_the_place_of_a_case(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = example.read_bytes()
    for out in (example, tmp_path):
        assert cli.main(["export", str(example), "--csv", str(out)]) == 1
        assert "nothing was written" in capsys.readouterr().err
    assert example.read_bytes() == before


def test_an_export_is_noted_in_the_journal_where_it_is_asked_for(
    example: Path, tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    with Case.open(example, read_only=True) as case:
        length = case.journal.length
    out = tmp_path / "a.png"
    assert cli.main(["export", str(example), "--png", str(out)]) == 0
    assert cli.main(["export", str(example), "--png", str(out), "--note"]) == 0
    with Case.open(example, read_only=True) as case:
        assert case.journal.length == length + 1
        (told,) = [each for each in case.custody.events() if each.deed is Deed.EXPORTED]
        assert told.actor == "command line" and "PNG" in told.note
    with Case.open(example):
        # Somebody else has the case open, so it opens for reading, and nothing can be noted.
        assert cli.main(["export", str(example), "--png", str(out), "--note"]) == 1


def test_export_of_a_board_by_name(
    harbour: Path, tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "second.png"
    assert cli.main(["export", str(harbour), "--png", str(out), "--board", "Second"]) == 0
    assert out.exists()
    assert cli.main(["export", str(harbour), "--png", str(out), "--board", "Third"]) == 1
    assert "The boards are: Main board, Second" in capsys.readouterr().err


@pytest.mark.parametrize("scale", ["0", "9", "nan"])
def test_an_impossible_scale_is_refused(
    harbour: Path, tmp_path: Path, qapp: object, scale: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "a.png"
    assert cli.main(["export", str(harbour), "--png", str(out), "--scale", scale]) == 1
    assert not out.exists()
    assert capsys.readouterr().err.startswith("caseboard: ")


def test_export_needs_something_to_write(harbour: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", str(harbour)]) == 2
    assert "--png OUT" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["new", ""], ["export", "x.caseboard", "--png", ""]])
def test_an_empty_name_is_no_name(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    assert ended.value.code == 2
    assert "it needs the name of a file" in capsys.readouterr().err


def test_two_forms_need_two_files(
    harbour: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "board.png"
    same = tmp_path / "." / "board.png"
    assert cli.main(["export", str(harbour), "--png", str(out), "--pdf", str(same)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not out.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], ""),
        (["a.caseboard"], ""),
        (["cases/mine"], ""),
        (["verfy"], "Did you mean “verify”?"),
        (["verfy", "a.caseboard"], "Did you mean “verify”?"),
        (
            ["sing"],
            "The commands are: new, example, info, import, export, verify, log, expunge, check, claims, weak-points, matrix, snapshot, diff, redact.",
        ),
        (["a.caseboard", "b.caseboard"], "“b.caseboard” is one word too many."),
    ],
)
def test_the_window_opens_on_one_file_and_on_no_mistyped_command(words: list[str], told: str):
    fault = cli.fault_of(words)
    assert fault.endswith(told) and bool(fault) == bool(told)


@pytest.mark.parametrize("words", [["--bogus"], ["info", "a.caseboard", "--bogus"]])
def test_an_unknown_option_is_named(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert "unrecognized arguments: --bogus" in told
    assert "COMMAND ... info" not in told


def test_what_is_no_case_gets_one_sentence(
    tmp_path: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("info", "log", "export"):
        words = [command, str(tmp_path), *(["--png", "x.png"] if command == "export" else [])]
        assert cli.main(words) == 1
        told = capsys.readouterr().err
        assert "is a folder" in told
        assert told.count("\n") == 1


def test_the_whole_program_runs_with_no_display(tmp_path: Path) -> None:
    environment = {
        key: value
        for key, value in os.environ.items()
        if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    environment["CASEBOARD_HOME"] = str(tmp_path / "home")

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "caseboard", *words],
            check=False,
            capture_output=True,
            text=True,
            env=environment,
            cwd=tmp_path,
        )

    assert run("example", "e.caseboard").returncode == 0
    done = run("export", "e.caseboard", "--png", "e.png")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "e.png").stat().st_size > 100_000
    window = run("e.caseboard")
    if sys.platform.startswith("linux"):
        assert window.returncode == 1
        assert "no display" in window.stderr
    assert run("--version").stdout.startswith("Caseboard ")
    assert run("nonsense", "--flag").returncode != 0


def test_what_a_case_holds_does_not_steer_the_terminal(
    tmp_path: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.caseboard"
    with Case.create(path, "A\x1b[2J\u202eB", board="\x1b]0;x\x07", home=home):
        pass
    assert cli.main(["info", str(path)]) == 0
    assert cli.main(["export", str(path), "--png", "x.png", "--board", "\x1b"]) == 1
    told = capsys.readouterr()
    for text in (told.out, told.err):
        assert "\x1b" not in text
        assert "\u202e" not in text
    assert "A␛[2J⟨RLO⟩B" in told.out


@pytest.mark.parametrize("sign", ["\x01", "\ufffe", "\uffff", "\x1f", "\x85"])
def test_signs_that_xml_cannot_hold_are_made_visible_in_every_form(
    tmp_path: Path, home: Home, qapp: object, sign: str
) -> None:
    path = tmp_path / "odd.caseboard"
    with Case.create(path, f"Case{sign}title", home=home) as case:
        item = case.add("claim", title=f"Claim{sign}title", summary=f"a{sign}b")
        case.place(item)
        other = case.add("media", title="Photo")
        case.place(other, x=400)
        case.link(other, "supports", item, label=f"la{sign}bel")
    outs = {form: tmp_path / f"board.{form}" for form in ("png", "pdf", "svg")}
    words = [word for form, out in outs.items() for word in (f"--{form}", str(out))]
    assert cli.main(["export", str(path), *words]) == 0
    assert all(out.stat().st_size for out in outs.values())
    assert sign not in outs["svg"].read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
def create_photo(path: Path) -> None:
    with Case.create(path, "Harbour") as case:
        case.attach_bytes(case.add("media", title="Pier"), PIER, "pier.bin")


def test_expunge_lets_the_bytes_of_a_file_go_and_says_so(
    tmp_path: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "photo.caseboard"
    create_photo(path)
    sha256 = hashlib.sha256(PIER).hexdigest()
    assert cli.main(["expunge", str(path), sha256, "--reason", "consent withdrawn"]) == 0
    told = capsys.readouterr().out
    assert f"Expunged “pier.bin”, SHA-256 {sha256}" in told and "- Beyond reach are copies" in told
    assert PIER not in path.read_bytes()
    assert cli.main(["verify", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["expunged"] == 1
    assert cli.main(["verify", str(path)]) == 0
    assert "1 expunged" in capsys.readouterr().out
    assert cli.main(["log", str(path), "--json"]) == 0
    newest = json.loads(capsys.readouterr().out)[-1]
    assert (newest["label"], newest["actor"]) == ("Expunge file", "command line")


def test_expunge_refuses_with_a_sentence(
    tmp_path: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "photo.caseboard"
    create_photo(path)
    sha256 = hashlib.sha256(PIER).hexdigest()
    for words, code, why in (
        ([sha256[:12], "--reason", "law"], 1, "A SHA-256 has 64"),
        (["0" * 64, "--reason", "law"], 1, "No file of this case"),
        ([sha256, "--reason", " "], 1, "Say why"),
    ):
        assert cli.main(["expunge", str(path), *words]) == code
        assert why in capsys.readouterr().err
    with pytest.raises(SystemExit, match="2"):
        cli.main(["expunge", str(path), sha256])
    assert "--reason" in capsys.readouterr().err
    assert PIER in path.read_bytes()


def test_expunge_takes_away_what_was_dragged_out(
    tmp_path: Path, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "photo.caseboard"
    create_photo(path)
    sha256 = hashlib.sha256(PIER).hexdigest()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left, other = (tmp_path / "caseboard-killed" / name for name in (sha256, "0" * 64))
    for folder in (left, other):
        folder.mkdir(parents=True)
        (folder / "pier.bin").write_bytes(PIER)
    assert cli.main(["expunge", str(path), sha256, "--reason", "law"]) == 0
    assert not left.exists() and other.exists()


def test_log_of_one_item_says_what_was_done_to_it_field_by_field(
    tmp_path: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "photo.caseboard"
    with Case.create(path, "Harbour", actor="Mina") as case:
        pier = case.add("media", title="Pier")
        file = case.attach_bytes(pier, PIER, "pier.bin")
        case.set(case.add("note", title="beside it"), title="no matter")
        case.set(pier, title="Pier\nat dawn", exhibit="CB-007")
        case.expunge(file.id, "consent withdrawn")
    assert cli.main(["log", str(path), "--item", pier.id, "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["label"] for row in rows][-2:] == ["Edit fields", "Expunge file"]
    assert [row["number"] for row in rows] == sorted(row["number"] for row in rows)
    (change,) = rows[-2]["changes"]
    assert (change["id"], change["sort"], change["deed"]) == (pier.id, "Media", "changed")
    assert {"field": "What it shows", "before": "Pier", "after": "Pier\nat dawn"} in change[
        "fields"
    ]
    assert cli.main(["log", str(path), "--item", "CB-007"]) == 0
    out = capsys.readouterr().out
    assert "What it shows: “Pier” → “Pier at dawn”" in out and "reason: consent withdrawn" in out
    assert "beside it" not in out and "Mina" in out
    assert cli.main(["log", str(path), "--item", file.id]) == 0
    assert "Expunge file" in capsys.readouterr().out
    assert cli.main(["log", str(path), "--item", "nobody"]) == 1
    assert "knows nothing of “nobody”" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["info", "log", "verify"])
def test_a_full_disk_under_the_output_is_told_and_is_no_finding(
    harbour: Path, command: str
) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "caseboard", command, str(harbour)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert ended.returncode == 3
    assert ended.stderr.count("\n") == 1 and "could not be written" in ended.stderr


def test_the_first_of_two_boards_of_one_name_is_drawn(
    harbour: Path, tmp_path: Path, home: Home, qapp: object
) -> None:
    one, two = tmp_path / "one.png", tmp_path / "two.png"
    assert cli.main(["export", str(harbour), "--png", str(one), "--board", "Second"]) == 0
    with Case.open(harbour, home=home) as case:
        board = case.add_board("Second")
        case.place(case.add("note", title="B"), board)
    assert cli.main(["export", str(harbour), "--png", str(two), "--board", "Second"]) == 0
    with Image.open(one) as first, Image.open(two) as second:
        assert first.size == second.size


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a name of Linux")
def test_any_title_can_be_printed_and_any_platform_be_named(tmp_path: Path) -> None:
    environment = {
        **{key: value for key, value in os.environ.items() if "DISPLAY" not in key},
        "CASEBOARD_HOME": str(tmp_path / "home"),
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONIOENCODING": "cp1252",
    }

    def run(*words: str | bytes) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "caseboard", *words]
        return subprocess.run(
            command, check=False, capture_output=True, env=environment, cwd=tmp_path
        )

    made = run("new", b"\xff.caseboard", "--title", "Ржавчина")
    assert (made.returncode, made.stderr) == (0, b"")
    told = run("info", b"\xff.caseboard")
    assert "Ржавчина" in told.stdout.decode()
    assert run("export", b"\xff.caseboard", "--png", "x.png").returncode == 0


# -- taking in -------------------------------------------------------------------------------


def test_files_come_in_with_a_line_each(
    harbour: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / "a.txt").write_text("The ship sailed.", encoding="utf-8")
    (folder / "b.txt").write_text("The ship sailed.", encoding="utf-8")
    assert cli.main(["import", str(harbour), str(folder), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(Path(row["file"]).name, row["outcome"]) for row in rows] == [
        ("a.txt", "taken"),
        ("b.txt", "same as"),
    ]
    digest = hashlib.sha256(b"The ship sailed.").hexdigest()
    assert {row["sha256"] for row in rows} == {digest}
    assert rows[0]["item"] == rows[1]["item"] and rows[0]["reason"] is None
    assert (
        cli.main(["import", str(harbour), str(folder / "a.txt"), str(tmp_path / "gone.txt")]) == 1
    )
    told = capsys.readouterr()
    assert "same as: " in told.out and "rejected: " in told.out
    assert told.out.splitlines()[-1] == "1 same as, 1 rejected"
    assert told.err == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows has other names")
def test_no_name_writes_a_line_of_its_own(
    harbour: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pier\ntaken: gone.jpg").write_bytes(b"1")
    assert cli.main(["import", str(harbour), str(tmp_path / "pier\ntaken: gone.jpg")]) == 0
    line, count = capsys.readouterr().out.splitlines()
    assert "pier␊taken: gone.jpg" in line and count == "1 taken"


def test_nothing_comes_into_what_is_no_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("no case", encoding="utf-8")
    assert cli.main(["import", str(path), str(path)]) == 1
    assert "caseboard: " in capsys.readouterr().err


# -- checking images ------------------------------------------------------------------------


@pytest.fixture
def imagery(tmp_path: Path, home: Home) -> Path:
    """A case with an image whose sun fits, one whose clock was local, and one of radar."""
    path = tmp_path / "imagery.caseboard"
    stated = {"where": "50.541771, 30.230175", "sun_azimuth": 161.5, "sun_elevation": 37.5}
    with Case.create(path, "Imagery", home=home) as case:
        case.add("satellite_image", title="Fits", acquired="2022-03-19T09:08:31Z", **stated)
        case.add("satellite_image", title="Local", acquired="2022-03-19T11:08:31Z", **stated)
        case.add("satellite_image", title="Radar", sensor="sar")
        case.add("media", title="Photograph")
    return path


def test_check_tells_the_sun_of_every_satellite_image(
    imagery: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", str(imagery), "--json"]) == 0
    fits, local, radar = json.loads(capsys.readouterr().out)
    assert (fits["title"], fits["verdict"]) == ("Fits", "agrees")
    assert fits["computed"]["sun_azimuth"] == pytest.approx(161.5, abs=0.05)
    assert fits["computed"]["sun_elevation"] == pytest.approx(37.5, abs=0.05)
    assert fits["stated"] == {"sun_azimuth": 161.5, "sun_elevation": 37.5}
    assert fits["at"] == "2022-03-19T09:08:31Z"
    assert (local["verdict"], local["difference"]["sun_azimuth"]) == (
        "disagrees",
        pytest.approx(-38, abs=0.1),
    )
    assert "UTC+02:00" in local["reason"]
    assert (radar["verdict"], radar["computed"]["sun_azimuth"]) == ("cannot be checked", None)
    assert all("cannot date an image" in each["note"] for each in (fits, local, radar))


def test_check_reads_well(imagery: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(imagery)]) == 0
    said = capsys.readouterr().out
    assert "AGREES  CB-001 Fits\n  computed  azimuth 161.5°, elevation 37.5°" in said
    assert "DISAGREES  CB-002 Local" in said
    assert "3 satellite images: 1 agrees, 1 disagrees, 1 cannot be checked" in said
    assert "cannot date an image" in said


def test_check_of_a_case_without_images_says_so(
    harbour: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", str(harbour)]) == 0
    assert capsys.readouterr().out == "0 satellite images\n"
    assert cli.main(["check", str(harbour), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.fixture
def with_file(harbour: Path) -> tuple[Path, str]:
    """A case with a file, and the file's SHA-256."""
    with Case.open(harbour, actor="registrar") as case:
        note = next(iter(case.contents.items.values()))
        return harbour, case.attach_bytes(note, b"a picture of the pier", "pier.png").id


def test_custody_of_a_file_is_printed_in_words_and_for_machines(
    with_file: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    path, sha256 = with_file
    assert cli.main(["verify", str(path), "--note"]) == 0
    capsys.readouterr()
    assert cli.main(["log", str(path), "--artifact", sha256.upper(), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["event"] for each in told] == ["acquired", "hashed", "checked"]
    assert [each["actor"] for each in told] == ["registrar", "registrar", "command line"]
    assert [each["ok"] for each in told] == [None, None, True]
    assert cli.main(["log", str(path), "--artifact", sha256]) == 0
    assert "Checked: as it was" in capsys.readouterr().out
    assert cli.main(["log", str(path), "--custody"]) == 0
    assert "pier.png: SHA-256" in capsys.readouterr().out
    assert cli.main(["log", str(path), "--artifact", "0" * 64]) == 1
    assert cli.main(["log", str(path), "--artifact", "pier.png"]) == 1
    assert "64 digits" in capsys.readouterr().err


def test_verify_notes_what_it_found_only_when_asked(
    with_file: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    path, sha256 = with_file
    changed = path.read_bytes().replace(b"a picture of the pier", b"a picture of the sea!")
    path.write_bytes(changed)
    assert cli.main(["verify", str(path), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    (file,) = told["files"]
    assert (file["sha256"], file["state"], file["fault"]) == (sha256, "failed", "changed")
    assert told["counts"] == {"ok": 0, "failed": 1, "missing": 0, "expunged": 0}
    assert path.read_bytes() == changed, "nothing was noted"
    assert cli.main(["verify", str(path), "--note"]) == 1
    assert f"failed: {sha256}" in capsys.readouterr().out
    with Case.open(path, read_only=True) as case:
        assert list(case.custody.failed) == [sha256]


def test_verify_says_when_a_sound_case_could_not_be_noted(
    with_file: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    path, _ = with_file
    with Case.open(path):
        assert cli.main(["verify", str(path), "--note"]) == 4
    assert "open for reading" in capsys.readouterr().err


def found_in_files(path: Path, typed: str) -> list[str]:
    with Case.open(path, read_only=True) as case:
        hits = [hit.id for hit in case.find(typed) if hit.record is Artifact]
        return [case.contents.artifacts[each].name for each in hits]


def test_import_reads_the_words_of_files(
    harbour: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "log.pdf").write_bytes(document("A tugboat"))
    (tmp_path / "chat.txt").write_text("Буксир", encoding="utf-8")
    assert (
        cli.main(["import", str(harbour), *(str(tmp_path / n) for n in ("log.pdf", "chat.txt"))])
        == 0
    )
    assert capsys.readouterr().err == ""
    assert found_in_files(harbour, "tugboat") == ["log.pdf"]
    assert found_in_files(harbour, "укси") == ["chat.txt"]


def test_import_says_that_a_position_is_impossible(
    harbour: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (95, 0, 0), 3: "E", 4: (30, 0, 0)})
    Image.new("RGB", (40, 20), "red").save(tmp_path / "gps.jpg", exif=exif)
    assert cli.main(["import", str(harbour), str(tmp_path / "gps.jpg")]) == 0
    said = capsys.readouterr().out
    assert said.count("The position in the file is impossible") == 1 and "gps.jpg" in said


def test_import_says_when_the_words_could_not_be_kept_and_reports_the_files(
    harbour: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "log.pdf").write_bytes(document("A tugboat"))
    for trouble, told in (
        (NotSaved("Not saved: the disk is full."), "the disk is full"),
        (KeyboardInterrupt(), "still to be read"),
    ):

        def refuse(*_: object, trouble: BaseException = trouble) -> None:
            raise trouble

        monkeypatch.setattr("caseboard.cli.making.read_files", refuse)
        assert cli.main(["import", str(harbour), str(tmp_path / "log.pdf")]) == 0
        said = capsys.readouterr()
        assert told in said.err and "log.pdf" in said.out


def test_verify_reads_the_words_of_files_when_asked(
    harbour: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Case.open(harbour) as case:
        case.attach_bytes(case.add("document", title="x"), document("A tugboat"), "log.pdf")
    assert found_in_files(harbour, "tugboat") == []
    assert cli.main(["verify", str(harbour), "--rebuild-search"]) == 0
    assert found_in_files(harbour, "tugboat") == ["log.pdf"]
    with closing(sqlite3.connect(harbour)) as link:
        link.execute("UPDATE artifact_text SET text = 'forged'")
        link.commit()
    assert cli.main(["verify", str(harbour)]) == 0
    assert "other words for 1 page of files" in capsys.readouterr().out
    assert cli.main(["verify", str(harbour), "--rebuild-search"]) == 0
    with Case.open(harbour, read_only=True) as case:
        (hit,) = case.find("tugboat")
        assert hit.spot is not None and hit.spot.text == "A tugboat"


def test_verify_makes_the_search_index_anew_when_asked(
    harbour: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(harbour)) as link:
        link.execute("DELETE FROM search_entry")
        link.commit()
    assert cli.main(["verify", str(harbour)]) == 0
    assert "The search index lacks 1 record." in capsys.readouterr().out
    assert cli.main(["verify", str(harbour), "--rebuild-search"]) == 0
    capsys.readouterr()
    assert cli.main(["verify", str(harbour), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["derived"] == []


def test_claims_tells_what_every_claim_rests_on(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["claims", str(example), "--json"]) == 0
    told = {each["exhibit"]: each for each in json.loads(capsys.readouterr().out)}
    assert len(told) == 7
    pro = told["CB-005"]["for"]
    assert (pro["M"], pro["R"], pro["I"], pro["circular"]) == (9, 4, [2, 4], False)
    assert set(pro["K"]) and set(pro["mentions"]) and len(pro["routes"]) == 4
    assert told["CB-005"]["against"]["I"] == [1, 1]
    assert told["CB-005"]["verdict"] is None
    assert told["CB-001"]["verdict"]["value"] == "false"
    assert told["CB-001"]["verdict"]["ground_changed"] is None
    gaps = {each["role"]: each for each in told["CB-003"]["uncovered"]}
    assert gaps["recipient"]["required"] and gaps["recipient"]["why"] == "nothing"
    assert told["CB-007"]["uncovered"] == []

    assert cli.main(["claims", str(example)]) == 0
    said = capsys.readouterr().out
    assert "  for      9 mentions, 4 roots, 2–4 independent" in said
    assert "  verdict  false, an opinion cited from Fact-checker" in said
    assert said.endswith("7 claims\n")


def test_claims_tells_whether_the_ground_of_a_verdict_has_changed(
    tmp_path: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.caseboard"
    with Case.create(path, home=home) as case:
        claim = case.add("claim", title="A\nclaim")
        case.assess(claim, "verdict", "unproven")
        one, other = (case.add("document", title=each) for each in ("one", "other"))
        for each in (one, other):
            case.link(each, "supports", claim)
        case.link(one, "derived_from", other)
        case.link(other, "derived_from", one)
    assert cli.main(["claims", str(path), "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert told["verdict"]["ground_changed"] is True
    assert {each["part"] for each in told["verdict"]["changes"]} == {"evidence", "link"}
    assert told["for"]["circular"] is True
    assert cli.main(["claims", str(path)]) == 0
    said = capsys.readouterr().out
    assert (
        "circular: CB-002, CB-003" in said
        and "A␊claim" in said
        and "since then: 2 items of evidence new" in said
    )
    assert "passes through" in said and len(said.splitlines()) == 7


def test_weak_points_asks_what_an_editor_would(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["weak-points", str(example), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    found = {(each["check"], each["name"].split()[0]) for each in told}
    assert {
        ("interested_alone", "CB-001"),
        ("single_line", "CB-006"),
        ("reports_counted", "CB-004"),
        ("reports_counted", "CB-005"),
        ("origin_not_known", "CB-005"),
        ("perhaps_the_same", "CB-005"),
        ("anonymous", "CB-016"),
        ("undated", "CB-008"),
        ("unplaced", "CB-009"),
    } <= found
    assert not [each for each in told if each["dismissed"]]
    assert all(each["sentence"] and each["label"] and each["sort"] for each in told)
    with Case.open(example, actor="Ada") as case:
        (point,) = (each for each in weak_points(case.contents) if each.check == "anonymous")
        case.run(
            dismiss(
                case.contents,
                case.new_id,
                subject=point.subject,
                check=point.check,
                ground=point.ground,
                reason="He is known\nto us.",
                by=case.actor,
                at="2024-01-01T00:00:00Z",
            )
        )
    assert cli.main(["weak-points", str(example)]) == 0
    said = capsys.readouterr().out
    assert "Set aside (1)\n" in said and "Ada, 2024-01-01T00:00:00Z: He is known␊to us." in said
    assert said.endswith(f"{len(told) - 1} weak points\n")
    assert "Reports of other evidence (4)\n" in said


def test_matrix_tells_competing_claims_apart(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["matrix", str(example)]) == 0
    said = capsys.readouterr().out
    assert "Least against it: CB-002, CB-003, CB-004, CB-005\n" in said
    assert "no score of truth" in said
    out = tmp_path / "matrix.csv"
    assert cli.main(["matrix", str(example), "--csv", str(out)]) == 0
    text = out.read_bytes()
    assert text.startswith(b"\xef\xbb\xbfClaim,")
    rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig"))))
    assert len(rows) == 7 and {len(each) for each in rows[:6]} == {22}
    assert rows[1][-2:] == ["4", "4.828"] and rows[-1][0] == "Diagnosticity"
    assert set(rows[1][1:-2]) == {"C", "I", "N", "–"}


def test_matrix_says_so_where_no_claims_compete(
    harbour: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["matrix", str(harbour)]) == 0
    assert "No claims exclude each other" in capsys.readouterr().out
    out = tmp_path / "matrix.csv"
    assert cli.main(["matrix", str(harbour), "--csv", str(out)]) == 1
    assert not out.exists() and "no matrix" in capsys.readouterr().err


def test_a_table_runs_nothing_in_a_spreadsheet(tmp_path: Path) -> None:
    out = tmp_path / "table.csv"
    rows = [
        ("=1+1", 'a,"b"\nc', 2, None),
        ("@x", "-y", "+z", "z"),
        (" =1", "\n=1", "＝1", "x=1"),
        # A latitude in the south is a number, and a sum of such is none.
        ("-85.05", "-1e-05", "-2+3", "+7495"),
    ]
    write_csv(out, rows)
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [
            ["'=1+1", 'a,"b"\nc', "2", ""],
            ["'@x", "'-y", "'+z", "z"],
            ["' =1", "'\n=1", "'＝1", "x=1"],
            ["-85.05", "-1e-05", "'-2+3", "'+7495"],
        ]


def test_pictures_of_a_part_of_a_board(example: Path, tmp_path: Path) -> None:
    def drawn(*words: str) -> str:
        out = tmp_path / "part.svg"
        assert cli.main(["export", str(example), "--svg", str(out), *words]) == 0
        return out.read_text(encoding="utf-8")

    frame = drawn("--frame", "Events", "--legend", "--sources")
    assert "only what lies in one frame" in frame and "CB-033" in frame
    assert "CB-001" not in frame and "What the signs mean" in frame
    some = drawn("--selection", "CB-001, CB-012")
    assert "only what was selected" in some and "CB-012" in some and "CB-002" not in some
    with Case.open(example, read_only=True) as case:
        (frame_id,) = [each.id for each in case.contents.frames.values() if each.title == "Events"]
        link = next(iter(case.contents.links.values()))
        card = next(iter(case.contents.cards.values()))
    assert "CB-033" in drawn("--selection", frame_id)
    assert "only what was selected" in drawn("--selection", f"{link.id},{card.id}")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--frame", "Nowhere"], "There is no frame “Nowhere” on this board. The frames are: “"),
        (["--selection", "CB-999"], "The case knows nothing called “CB-999”."),
        (["--selection", ","], "Nothing of what --selection names lies on this board."),
        (["--scale", "9"], "1 to 8 pixels a unit"),
        (["--width", "100"], "200 to"),
        (["--margin", "500"], "0 to 400"),
        (["--theme", "dark", "--background", "white"], "dark background"),
        (["--width", "99999"], "more than 8 a unit"),
    ],
)
def test_a_picture_that_cannot_be_made_says_why(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    out = tmp_path / "a.png"
    out.write_bytes(b"kept")
    assert cli.main(["export", str(example), "--png", str(out), *words]) == 1
    assert said in capsys.readouterr().err
    assert out.read_bytes() == b"kept"


def test_of_several_pictures_none_is_written_where_one_cannot_be(
    harbour: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    png, jpeg = tmp_path / "a.png", tmp_path / "a.jpg"
    words = ["export", str(harbour), "--png", str(png), "--jpeg", str(jpeg), "--background", "none"]
    assert cli.main(words) == 1
    assert "see-through" in capsys.readouterr().err
    assert not png.exists() and not jpeg.exists()


def test_every_way_to_ask_for_a_picture(example: Path, tmp_path: Path) -> None:
    jpeg, pdf = tmp_path / "a.jpg", tmp_path / "a.pdf"
    words = ["--jpeg", str(jpeg), "--pdf", str(pdf), "--width", "1500", "--theme", "cork"]
    more = [
        "--background",
        "white",
        "--margin",
        "0",
        "--poster",
        "A3",
        "--across",
        "2",
        "--sources",
    ]
    assert cli.main(["export", str(example), *words, *more]) == 0
    with Image.open(jpeg) as image:
        assert image.format == "JPEG" and image.width == 1500
    assert pdf.read_bytes().count(b"/Type /Page\n") >= 4


def test_a_picture_that_is_interrupted_leaves_what_was_there(
    harbour: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from caseboard import exports

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    out = tmp_path / "a.png"
    out.write_bytes(b"kept")
    monkeypatch.setattr(exports, "leaf_of", stop)
    assert cli.main(["export", str(harbour), "--png", str(out)]) == 1
    assert "Stopped; what was there before is kept." in capsys.readouterr().err
    assert out.read_bytes() == b"kept"

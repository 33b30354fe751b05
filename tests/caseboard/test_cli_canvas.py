"""Boards as JSON Canvas on the command line, out and in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from caseboard import cli
from caseboard.example import write_example
from casedb import Case
from casedb.exchange.canvas import read_canvas

REAL = Path(__file__).parent.parent / "canvas" / "introduction.canvas"


def run(capsys: pytest.CaptureFixture[str], *words: str | Path, code: int = 0) -> str:
    assert cli.main([*map(str, words)]) == code
    told = capsys.readouterr()
    return told.out if code == 0 else told.out + told.err


def test_the_example_goes_out_whole_and_comes_into_another_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out, again = (tmp_path / name for name in ("e.caseboard", "e.canvas", "again.canvas"))
    write_example(path)
    told = run(capsys, "export", path, "--canvas", out)
    assert told.splitlines()[-1] == f"Wrote {out}"
    run(capsys, "export", path, "--canvas", again)
    assert out.read_bytes() == again.read_bytes()
    canvas = read_canvas(out.read_bytes())
    with Case.open(path, read_only=True) as case:
        board = case.contents.boards[0].id
        cards, frames = case.contents.cards_on(board), case.contents.frames_on(board)
        assert len(canvas.nodes) == len(cards) + len(frames)
    other = tmp_path / "other.caseboard"
    run(capsys, "new", other)
    told = run(capsys, "import", other, out)
    assert f"A board with {len(cards):,} cards" in told
    with Case.open(other, read_only=True) as case:
        kinds = {each.kind for each in case.contents.items.values()}
        assert {"claim", "official_statement", "debris_analysis"} <= kinds
        assert case.contents.boards[-1].title == "e"
        types = {each.type for each in case.contents.links.values()}
        assert {"supports", "disputes"} <= types


def test_a_canvas_of_another_program_is_a_board_in_one_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.caseboard"
    run(capsys, "new", path)
    (row,) = json.loads(run(capsys, "import", path, REAL, "--json"))
    assert row["outcome"] == "taken" and "is not beside the canvas" in row["reason"]
    with Case.open(path, actor="Ada") as case:
        assert len(case.contents.boards) == 2
        case.undo()
        assert len(case.contents.boards) == 1 and not case.contents.items


def test_what_is_no_canvas_is_rejected_with_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, bad = tmp_path / "case.caseboard", tmp_path / "bad.canvas"
    run(capsys, "new", path)
    bad.write_text("{")
    assert "rejected" in run(capsys, "import", path, bad, code=1)
    assert "rejected" in run(capsys, "import", path, tmp_path / "gone.canvas", code=1)
    out = tmp_path / "gone" / "x.canvas"
    assert "could not be written" in run(capsys, "export", path, "--canvas", out, code=1)

"""Lines of known length: they give a picture its scale, and are kept with it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pytest

from casedb import Case
from casedb.commands import annotations
from casedb.commands.known_lengths import known_length, scale_line, set_scale
from casedb.errors import InvalidChange
from casedb.model.marks import Form, Mark
from casedb.verification import verify

LINE = Mark(Form.ARROW, ((0.25, 0.5), (0.75, 0.5)))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """An empty case."""
    with Case.create(tmp_path / "case.caseboard", "Case", actor="Tester") as case:
        yield case


@pytest.fixture
def artifact(case: Case) -> str:
    item = case.add("media", title="Pier")
    return case.attach_bytes(item, b"\x89PNG\r\n\x1a\n" + bytes(64), "pier.png").id


def give(case: Case, artifact: str, drawn: Mark, metres: float, text: str = "") -> None:
    case.run(set_scale(case.contents, case.new_id, artifact, drawn, metres, text))


def test_a_scale_is_kept_with_the_file_and_undone(case: Case, artifact: str) -> None:
    give(case, artifact, LINE, 100, "Scale: 100 m")
    line = scale_line(case.contents, artifact)
    assert line is not None and known_length(line) == 100
    assert annotations.mark(line) == LINE and line.values.text("text") == "Scale: 100 m"
    path = case.path
    case.undo()
    assert scale_line(case.contents, artifact) is None
    case.redo()
    case.close()
    with Case.open(path) as again:
        assert scale_line(again.contents, artifact) == line
    assert verify(path).findings == ()


def test_a_page_has_one_scale_which_is_moved_and_stays_the_same_mark(
    case: Case, artifact: str
) -> None:
    give(case, artifact, LINE, 100)
    before = scale_line(case.contents, artifact)
    other = Mark(Form.ARROW, ((0.1, 0.1), (0.1, 0.9)))
    give(case, artifact, other, 40, "Scale: 40 m")
    (line,) = case.contents.annotations_of(artifact)
    assert before is not None and line.id == before.id
    assert annotations.mark(line) == other and known_length(line) == 40
    give(case, artifact, Mark(Form.ARROW, other.spots, 2), 7)
    assert len(case.contents.annotations_of(artifact)) == 2
    assert scale_line(case.contents, artifact, 1) == line
    assert scale_line(case.contents, artifact, 3) is None
    assert not set_scale(case.contents, case.new_id, artifact, other, 40, "Scale: 40 m").edits


@pytest.mark.parametrize("metres", [0, -1, math.inf, math.nan])
def test_a_scale_needs_a_length(case: Case, artifact: str, metres: float) -> None:
    with pytest.raises(InvalidChange, match="nothing was changed"):
        give(case, artifact, LINE, metres)


def test_a_scale_needs_a_line(case: Case, artifact: str) -> None:
    with pytest.raises(InvalidChange, match="nothing was changed"):
        give(case, artifact, Mark(Form.BOX, (*LINE.spots[:1], (0.9, 0.9))), 5)


@pytest.mark.parametrize("told", [True, "5", 0, -3, None])
def test_what_is_no_length_gives_no_scale(case: Case, artifact: str, told: object) -> None:
    case.run(annotations.annotate(case.contents, case.new_id, artifact, LINE, "Crane"))
    (plain,) = case.contents.annotations_of(artifact)
    values = plain.values.changed({"known_length": told})  # pyright: ignore[reportArgumentType]
    assert known_length(type(plain)(plain.id, plain.artifact, values)) is None

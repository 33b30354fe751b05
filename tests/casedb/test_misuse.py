"""Scripts go wrong: each mistake gets one sentence, and the case stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from casedb import Case
from casedb.errors import CaseError, InvalidChange
from casedb.model.records import Item

Mistake = Callable[[Case, Case], object]


def gone(case: Case) -> Item:
    """An item that was there a moment ago."""
    item = case.add("note", title="gone")
    case.undo()
    return item


MISTAKES: tuple[tuple[Mistake, str], ...] = (
    (
        lambda case, _: case.place(case.add("note"), x=cast("float", "12")),
        "told in numbers; '12' is none",
    ),
    (lambda case, _: case.place(case.add("note"), y=float("nan")), "finite number"),
    (lambda case, _: case.place(case.add("note"), x=1e300), "10 million units"),
    (lambda case, other: case.place(other.add("note")), "The item is not in this case"),
    (
        lambda case, other: case.place(case.add("note"), other.contents.boards[0]),
        "The board is not in this case",
    ),
    (lambda case, other: case.set(other.add("note"), title="x"), "The item is not"),
    (lambda case, _: case.set(gone(case), title="x"), "not in this case, or not any more"),
    (lambda case, other: case.set(other.add_source("S"), name="x"), "The source is not"),
    (
        lambda case, other: case.add_element(other.add("claim"), "actor", "x"),
        "The item is not",
    ),
    (
        lambda case, other: case.link(other.add("media"), "supports", case.add("claim")),
        "not in the case",
    ),
    (lambda case, other: case.attach_bytes(other.add("note"), b"x", "x"), "The item is not"),
    (
        lambda case, _: case.assess(case.add("claim"), "opinion", "true"),
        "There is no assessment “opinion”. They are: reliability,",
    ),
    (
        lambda case, other: case.assess(other.add("claim"), "verdict", "true"),
        "The item is not",
    ),
    (lambda case, _: case.assess(case.add("claim"), "verdict", "maybe"), "is not a word"),
)


@pytest.mark.parametrize(("mistake", "told"), MISTAKES)
def test_a_mistake_gets_a_sentence(tmp_path: Path, mistake: Mistake, told: str):
    with Case.create(tmp_path / "a.caseboard") as case, Case.create(tmp_path / "b.caseboard") as b:
        with pytest.raises(InvalidChange) as raised:
            mistake(case, b)
        assert told in str(raised.value)
        assert not (case.contents.cards or case.contents.links or case.contents.sources)
        assert not any(item.title == "x" for item in case.contents.items.values())


def test_a_mistake_inside_together_takes_all_of_it_back(tmp_path: Path):
    with Case.create(tmp_path / "a.caseboard") as case:
        length = case.journal.length
        with pytest.raises(CaseError), case.together("Fill"):
            case.add("note", title="first")
            case.link(case.add("media"), "supports", Item(case.new_id(), "claim"))
        assert not case.contents.items and case.journal.length == length

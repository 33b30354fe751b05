"""Scripts go wrong: each mistake gets one sentence, and the case stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from casedb import Case
from casedb.commands import items
from casedb.errors import CaseError, InvalidChange
from casedb.model.contents import OutOfStep
from casedb.model.records import Board, Item
from templates import Templates, create_empty

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
    (
        lambda case, _: case.place(case.add("note"), board=cast("Board", "nope")),
        "Here a board of the case is wanted, not 'nope'.",
    ),
    (
        lambda case, _: case.place(cast("Item", case.contents.boards[0])),
        "Here an item of the case is wanted, not a board.",
    ),
    (
        lambda case, _: case.set(cast("Item", case.contents.boards[0]), title="x"),
        "Here an item or a source of the case is wanted, not a board.",
    ),
    (lambda case, _: case.add_element(cast("Item", None), "actor", "x"), "wanted, not None."),
    (lambda case, _: case.attach_bytes(cast("Item", "a" * 99), b"x", "x"), "wanted, not 'aaa"),
    (
        lambda case, _: case.link(case.add("media"), "supports", cast("Item", "claim")),
        "Here an item or an element or a link of the case is wanted, not 'claim'.",
    ),
    (lambda case, _: case.assess(cast("Item", 7), "verdict", "true"), "wanted, not 7."),
    (
        lambda case, _: case.assess(case.add("claim"), "verdict", "true", claim=cast("Item", "x")),
        "Here an item of the case is wanted, not 'x'.",
    ),
    (
        lambda case, _: case.add("claim", title="x", claimant="Somebody new"),
        "“claimant” wants the id of a source of this case, and “Somebody new” is none.",
    ),
    (
        lambda case, _: case.link(case.add("claim"), "supports", case.add("media")),
        "cannot lead from a claim to media.",
    ),
)


def create_another(path: Path) -> None:
    """Make an empty case whose board and schemes have other ids."""
    Case.create(path, "Pier").close()


@pytest.mark.parametrize(("mistake", "told"), MISTAKES)
def test_a_mistake_gets_a_sentence(
    tmp_path: Path, templates: Templates, mistake: Mistake, told: str
):
    a = templates.copy(create_empty, tmp_path / "a.caseboard")
    b = templates.copy(create_another, tmp_path / "b.caseboard")
    with Case.open(a) as case, Case.open(b) as other:
        assert case.contents.boards[0].id != other.contents.boards[0].id
        with pytest.raises(InvalidChange) as raised:
            mistake(case, other)
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


USES: tuple[Callable[[Case, Item], object], ...] = (
    lambda case, note: case.add("note"),
    lambda case, note: case.set(note, title="x"),
    lambda case, note: case.add_board("x"),
    lambda case, note: case.attach_bytes(note, b"x", "x"),
    lambda case, note: case.undo(),
    lambda case, note: case.redo(),
    lambda case, note: case.find("x"),
    lambda case, note: case.reader(),
    lambda case, note: case.query("SELECT 1"),
    lambda case, note: case.save_copy(case.path.with_name("copy.caseboard")),
    lambda case, note: case.artifact_bytes("0" * 64),
    lambda case, note: case.artifact_pieces("0" * 64),
    lambda case, note: case.together("x").__enter__(),
)


@pytest.mark.parametrize("use", USES)
def test_a_closed_case_says_that_it_is_closed(
    tmp_path: Path, templates: Templates, use: Callable[[Case, Item], object]
) -> None:
    with Case.open(templates.copy(create_empty, tmp_path / "a.caseboard")) as case:
        note = case.add("note")
    with pytest.raises(InvalidChange) as raised:
        use(case, note)
    assert str(raised.value) == "The case is closed."
    assert case.undo_step is None and case.redo_step is None
    with pytest.raises(CaseError, match=r"it is closed\.$"):
        list(case.journal.entries())
    assert [each.name for each in tmp_path.iterdir()] == ["a.caseboard"]


def test_as_if_shows_a_change_and_leaves_nothing_of_it(tmp_path: Path):
    with Case.create(tmp_path / "a.caseboard") as case:
        note = case.add("note", title="before")
        length = case.journal.length
        change = items.set_values(note, {"title": "after"}, "Edit title")
        with pytest.raises(ZeroDivisionError), case.as_if(change) as then:
            assert then.items[note.id].title == "after"
            raise ZeroDivisionError
        assert case.contents.items[note.id].title == "before"
        assert case.journal.length == length
        case.set(note, title="meanwhile")
        with pytest.raises(OutOfStep), case.as_if(change):
            pass
        assert case.contents.items[note.id].title == "meanwhile"

"""What is marked on the files of a case, and the links that point at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casedb import Case
from casedb.commands import annotations
from casedb.commands.pasting import paste
from casedb.commands.removal import delete_items
from casedb.errors import InvalidChange
from casedb.model.clip import clip_of
from casedb.model.geometry import Point
from casedb.model.link_types import ANCHORS
from casedb.model.mark_words import name_of_mark
from casedb.model.marks import Form, Mark
from casedb.model.records import Annotation, Item
from casedb.verification import verify

BOX = Mark(Form.BOX, ((0.25, 0.5), (0.75, 0.875)))
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """An empty case."""
    with Case.create(tmp_path / "case.caseboard", "Case", actor="Tester") as case:
        yield case


@pytest.fixture
def scene(case: Case) -> Item:
    """A satellite image with a picture."""
    scene = case.add("satellite_image", title="Pier")
    case.attach_bytes(scene, PICTURE, "pier.png")
    return scene


def marked(case: Case, scene: Item, drawn: Mark = BOX, text: str = "Crane") -> Annotation:
    artifact = case.contents.attachments_of(scene.id)[0].artifact
    case.run(annotations.annotate(case.contents, case.new_id, artifact, drawn, text, "sat"))
    return case.contents.annotations_of(artifact)[-1]


def test_a_mark_is_kept_beside_the_bytes_and_undone(case: Case, scene: Item) -> None:
    mark = marked(case, scene)
    assert annotations.mark(mark) == BOX
    assert case.artifact_bytes(mark.artifact) == PICTURE
    path = case.path
    case.undo()
    assert not case.contents.annotations
    case.redo()
    assert case.contents.annotations == {mark.id: mark}
    case.close()
    with Case.open(path) as again:
        assert again.contents.annotations_of(mark.artifact) == [mark]
    assert verify(path).findings == ()


def test_a_mark_is_moved_described_and_coloured_in_a_step_each(case: Case, scene: Item) -> None:
    mark = marked(case, scene)
    moved = Mark(Form.BOX, ((0, 0), (0.5, 0.5)))
    case.run(annotations.reshape(case.contents, mark.id, moved))
    case.run(annotations.describe(case.contents, mark.id, "Crane of the north pier"))
    case.run(annotations.describe(case.contents, mark.id, accent=""))
    held = case.contents.annotations[mark.id]
    assert annotations.mark(held) == moved
    assert (held.values.text("text"), held.values.get("accent")) == (
        "Crane of the north pier",
        None,
    )
    assert case.run(annotations.reshape(case.contents, mark.id, moved)) is None
    for _ in range(3):
        case.undo()
    assert case.contents.annotations[mark.id] == mark


def test_a_link_points_at_a_mark_until_that_is_deleted(case: Case, scene: Item) -> None:
    claim = case.add("claim", title="A ship was loaded")
    link = case.link(scene, "supports", claim)
    mark = marked(case, scene)
    case.run(annotations.anchor_link(case.contents, link.id, at_start=True, annotation_id=mark.id))
    assert case.contents.links[link.id].values.text(ANCHORS[0]) == mark.id
    assert annotations.links_to(case.contents, mark.id) == [case.contents.links[link.id]]
    case.run(annotations.delete_annotations(case.contents, [mark.id]))
    assert case.contents.links[link.id].values.get(ANCHORS[0]) is None
    case.undo()
    assert case.contents.links[link.id].values.text(ANCHORS[0]) == mark.id
    case.run(annotations.anchor_link(case.contents, link.id, at_start=True, annotation_id=""))
    assert annotations.links_to(case.contents, mark.id) == []


def test_a_link_points_at_no_mark_of_another_item(case: Case, scene: Item) -> None:
    claim = case.add("claim", title="A ship was loaded")
    link, mark = case.link(scene, "supports", claim), marked(case, scene)
    with pytest.raises(InvalidChange, match="no file of this item"):
        annotations.anchor_link(case.contents, link.id, at_start=False, annotation_id=mark.id)


def test_a_text_needs_words_and_has_an_end(case: Case, scene: Item) -> None:
    artifact = case.contents.attachments_of(scene.id)[0].artifact
    text = Mark(Form.TEXT, ((0.5, 0.5),))
    for words in (" ", "x" * (annotations.LONGEST_TEXT + 1)):
        with pytest.raises(InvalidChange):
            annotations.annotate(case.contents, case.new_id, artifact, text, words)
    written = marked(case, scene, text, "North pier")
    with pytest.raises(InvalidChange, match="needs words"):
        annotations.describe(case.contents, written.id, "")


def test_marks_go_along_to_another_case(case: Case, scene: Item, tmp_path: Path) -> None:
    mark = marked(case, scene)
    board = case.contents.boards[0]
    case.place(scene, x=0, y=0)
    (card,) = case.contents.cards_on(board.id)
    clip = clip_of(case.contents, [card.id])
    with Case.create(tmp_path / "other.caseboard", "Other", actor="Tester") as other:
        at = other.contents.boards[0].id
        pasted = paste(other.contents, other.new_id, clip, at, Point(0, 0), {mark.artifact})
        assert Annotation in {type(edit.after) for edit in pasted.change.edits}


def test_a_mark_is_called_by_its_words_or_its_form(case: Case, scene: Item) -> None:
    assert name_of_mark(case.contents, marked(case, scene)) == "Crane"
    assert name_of_mark(case.contents, marked(case, scene, text="")) == "Box on pier.png"


def test_marks_of_a_deleted_item_wait_for_it(case: Case, scene: Item) -> None:
    mark = marked(case, scene)
    case.place(scene, x=0, y=0)
    case.run(delete_items(case.contents, [scene.id]))
    assert mark.id in case.contents.annotations
    assert annotations.anchors_at(case.contents, scene.id) == []
    case.undo()
    assert annotations.anchors_at(case.contents, scene.id) == [mark]

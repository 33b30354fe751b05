"""STAC files that are dropped: the cards they become, and what is said of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from casedb.intake.cage.cage import Cage
from casedb.model.records import Item
from delivered import Hatch

REAL = Path(__file__).parent.parent / "stac"


@pytest.fixture
def hatch(bridge: CaseBridge, cage: Cage, qtbot: QtBot) -> Iterator[Hatch]:
    made = Hatch(bridge, cage, qtbot)
    yield made
    made.close()


def drop(hatch: Hatch, *files: Path) -> list[Item]:
    """Drop files; the items they became."""
    contents = hatch.bridge.contents
    return [contents.items[contents.cards[each].item] for each in hatch.drop_files(*files)]


def told(hatch: Hatch) -> tuple[str, list[str]]:
    return " ".join(hatch.toast.said), hatch.toast.troubles


def written(path: Path, **changes: object) -> Path:
    """The item of a real scene with some of its properties changed."""
    item = json.loads((REAL / "digitalglobe-sample.json").read_text(encoding="utf-8"))
    item["properties"] |= changes
    path.write_text(json.dumps(item), encoding="utf-8")
    return path


def test_a_stac_item_becomes_a_satellite_image_with_its_file(
    bridge: CaseBridge, hatch: Hatch
) -> None:
    file = REAL / "digitalglobe-sample.json"
    before = bridge.case.journal.length
    (item,) = drop(hatch, file)
    assert (item.kind, item.title) == ("satellite_image", "103001004B316600_P002_MUL")
    assert item.values["sun_azimuth"] == 168.7
    (attachment,) = bridge.contents.attachments_of(item.id)
    artifact = bridge.contents.artifacts[attachment.artifact]
    assert artifact.name == file.name
    assert bridge.case.artifact_bytes(artifact.id) == file.read_bytes()
    assert bridge.case.journal.length > before
    bridge.undo()
    assert item.id not in bridge.contents.items
    assert not bridge.contents.cards
    notice, doubts = told(hatch)
    assert notice.startswith("“digitalglobe-sample.json” was read as a satellite image.")
    assert "Left in the file alone: assets, links, " in notice
    assert doubts == []


def test_what_was_left_out_is_named(bridge: CaseBridge, hatch: Hatch, tmp_path: Path) -> None:
    file = written(tmp_path / "odd.json", **{"view:sun_azimuth": 500, "gsd": "fine"})
    (item,) = drop(hatch, file)
    assert item.kind == "satellite_image"
    notice, (doubt,) = told(hatch)
    assert notice == ""
    assert "“odd.json” was read as a satellite image." in doubt
    assert "“view:sun_azimuth” was left out. 500 is not possible." in doubt
    assert "“gsd” was left out. It is no number." in doubt


def test_several_items_are_told_of_in_one_sentence(
    bridge: CaseBridge, hatch: Hatch, tmp_path: Path
) -> None:
    odd = written(tmp_path / "odd.geojson", datetime="yesterday")
    items = drop(hatch, *sorted(REAL.glob("*.json")), odd)
    assert [item.kind for item in items] == ["satellite_image"] * 5
    notice, doubts = told(hatch)
    assert notice == "4 files were read as satellite images."
    assert len(doubts) == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"stac_version": "1.0.0", ', "broken in line 1"),
        ('{"stac_version": "1.0.0", "type": "Catalog"}', "no single image"),
        ('{"stac_version": "1.0.0", "a": ' + "[" * 50_000, "nested too deeply"),
    ],
)
def test_what_says_that_it_is_stac_and_is_not_becomes_a_document(
    bridge: CaseBridge, hatch: Hatch, tmp_path: Path, text: str, sentence: str
) -> None:
    file = tmp_path / "bad.json"
    file.write_text(text, encoding="utf-8")
    (item,) = drop(hatch, file)
    assert item.kind == "document"
    assert bridge.contents.attachments_of(item.id)
    (refused,) = hatch.toast.troubles
    assert refused.startswith("“bad.json” is in the case as a document.")
    assert sentence in refused


def test_other_json_and_a_file_that_only_is_called_so_are_documents(
    bridge: CaseBridge, hatch: Hatch, tmp_path: Path
) -> None:
    (tmp_path / "notes.json").write_text('{"a": [1, 2]}', encoding="utf-8")
    (tmp_path / "lies.json").write_bytes(b"\x00\xff" * 50)
    items = drop(hatch, tmp_path / "notes.json", tmp_path / "lies.json")
    assert [item.kind for item in items] == ["document", "document"]
    assert told(hatch) == ("", [])


def test_an_item_without_a_name_is_called_like_its_file(
    bridge: CaseBridge, hatch: Hatch, tmp_path: Path
) -> None:
    file = tmp_path / "Scene of the quay.json"
    file.write_text('{"type": "Feature", "stac_version": "1.0.0"}', encoding="utf-8")
    (item,) = drop(hatch, file)
    assert (item.kind, item.title) == ("satellite_image", "Scene of the quay")
    _, (doubt,) = told(hatch)
    assert "does not say when" in doubt
    assert "does not say where" in doubt

"""What is dropped or pasted, and what it becomes."""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from caseboard import dropping
from caseboard.bridge import CaseBridge
from casedb.intake.cage.cage import Cage
from delivered import Hatch


@pytest.fixture
def hatch(bridge: CaseBridge, cage: Cage, qtbot: QtBot) -> Iterator[Hatch]:
    made = Hatch(bridge, cage, qtbot)
    yield made
    made.close()


def of_urls(*urls: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(url) for url in urls])
    return mime


def of_text(text: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    return mime


def test_a_picture_file_becomes_a_card_with_its_bytes_untouched(
    bridge: CaseBridge, picture: Path, hatch: Hatch
) -> None:
    (card,) = hatch.drop(of_urls(picture.as_uri()))
    item = bridge.contents.items[bridge.contents.cards[card].item]
    assert (item.kind, item.title, item.values["medium"]) == ("media", "pier", "photo")
    (attachment,) = bridge.contents.attachments_of(item.id)
    artifact = bridge.contents.artifacts[attachment.artifact]
    assert (artifact.name, artifact.media_type) == ("pier.png", "image/png")
    assert bridge.case.artifact_bytes(artifact.id) == picture.read_bytes()
    assert artifact.id == hashlib.sha256(picture.read_bytes()).hexdigest()


def test_several_files_are_one_step_and_do_not_overlap(
    bridge: CaseBridge, tmp_path: Path, hatch: Hatch
) -> None:
    paths = [tmp_path / f"report {n}.pdf" for n in range(6)]
    for n, path in enumerate(paths):
        path.write_bytes(b"%PDF-1.7 " + bytes([n]))
    cards = hatch.drop(of_urls(*(path.as_uri() for path in paths)))
    rects = [bridge.contents.cards[card].rect for card in cards]
    assert not any(a.overlaps(b) for a in rects for b in rects if a is not b)
    assert {bridge.contents.items[bridge.contents.cards[c].item].kind for c in cards} == {
        "document"
    }
    assert bridge.case.undo_step is not None
    assert bridge.case.undo_step.label == "Add 6 files"
    bridge.undo()
    assert not bridge.contents.items


def test_the_same_bytes_twice_are_one_artifact(
    bridge: CaseBridge, picture: Path, hatch: Hatch
) -> None:
    other = picture.with_name("again.png")
    other.write_bytes(picture.read_bytes())
    assert len(hatch.drop(of_urls(picture.as_uri(), other.as_uri()))) == 1
    assert len(bridge.contents.artifacts) == len(bridge.contents.items) == 1
    assert hatch.toast.said == ["“again.png” is in the case already, with “pier”."]


def test_files_that_are_in_the_case_already_are_told_of_and_shown(
    bridge: CaseBridge, picture: Path, hatch: Hatch
) -> None:
    again = picture.with_name("again.png")
    again.write_bytes(picture.read_bytes())
    other = picture.with_name("other.txt")
    other.write_text("something else", encoding="utf-8")
    (card,) = hatch.drop_files(picture)
    assert hatch.toast.said == []
    length = bridge.case.journal.length
    assert hatch.drop_files(again) == [] and hatch.shown == [card]
    assert hatch.toast.said == ["“again.png” is in the case already, with “pier”."]
    assert bridge.case.journal.length == length
    assert len(hatch.drop_files(again, other, picture)) == 1
    assert hatch.toast.said == [
        "2 of these files were in the case already, and are not taken in twice."
    ]


def test_a_file_of_an_item_that_the_board_does_not_show_gets_a_card_there(
    bridge: CaseBridge, picture: Path, hatch: Hatch
) -> None:
    item = bridge.case.add("media", title="Pier")
    bridge.case.attach(item, picture)
    (card,) = hatch.drop_files(picture)
    assert bridge.contents.cards[card].item == item.id
    assert len(bridge.contents.items) == 1


def test_a_web_address_becomes_a_document_and_nothing_is_fetched(
    bridge: CaseBridge, hatch: Hatch
) -> None:
    (card,) = hatch.drop(of_text(" https://example.org/a?b=c \n"))
    item = bridge.contents.items[bridge.contents.cards[card].item]
    assert item.kind == "document"
    assert item.values["url"] == "https://example.org/a?b=c"
    assert item.title == "example.org"


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://user:secret@example.org",
        "https://",
        "https://exa\u202emple.org",
        "ftp://example.org",
        "https://example.org and more",
    ],
)
def test_what_is_no_plain_web_address_stays_text(text: str) -> None:
    assert not dropping.is_web_address(text)
    assert dropping.read(of_text(text)).texts == (text,)


@pytest.mark.parametrize("url", ["file://server/share/a.png", "file:////server/share/a.png"])
def test_files_of_other_computers_are_left_alone(url: str, tmp_path: Path, hatch: Hatch) -> None:
    dropped = dropping.read(of_urls(url))
    assert not dropped.files
    assert "copy it here first" in dropped.refused[0]
    assert hatch.take(dropped) == []
    assert hatch.toast.troubles == list(dropped.refused)


def test_text_becomes_a_note_with_its_first_line_as_title(bridge: CaseBridge, hatch: Hatch) -> None:
    (card,) = hatch.drop(of_text("  Ракета\nдруга лінія\n\nтретя "))
    item = bridge.contents.items[bridge.contents.cards[card].item]
    assert (item.kind, item.title) == ("note", "Ракета")
    assert item.values["summary"] == "друга лінія\n\nтретя"


def test_a_long_first_line_is_cut_and_nothing_is_lost(bridge: CaseBridge, hatch: Hatch) -> None:
    text = "word " * 100
    (card,) = hatch.drop(of_text(text))
    values = bridge.contents.items[bridge.contents.cards[card].item].values
    assert len(values.text("title")) <= dropping.LONGEST_TITLE
    whole = f"{values.text('title')} {values.text('summary')}"
    assert whole.split() == text.split()


def test_a_pasted_picture_keeps_the_bytes_it_was_offered_in() -> None:
    mime = QMimeData()
    mime.setData("image/png", QByteArray(b"\x89PNG\r\n\x1a\nrest"))
    mime.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    assert dropping.read(mime).pictures == (("Pasted picture.png", b"\x89PNG\r\n\x1a\nrest"),)


def test_a_pasted_picture_without_bytes_becomes_a_png(bridge: CaseBridge, hatch: Hatch) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    mime = QMimeData()
    mime.setImageData(image)
    hatch.drop(mime)
    (artifact,) = bridge.contents.artifacts.values()
    assert artifact.media_type == "image/png"


def test_items_of_the_case_are_placed_again(bridge: CaseBridge, hatch: Hatch) -> None:
    note = bridge.case.add("note", title="A")
    mime = QMimeData()
    mime.setData(dropping.ITEMS_MIME, QByteArray(json.dumps([note.id]).encode()))
    (card,) = hatch.drop(mime)
    assert bridge.contents.cards[card].item == note.id


@pytest.mark.parametrize("data", [b"", b"{", b"7", b'["a", 3]'])
def test_a_broken_drag_of_items_is_harmless(data: bytes) -> None:
    mime = QMimeData()
    mime.setData(dropping.ITEMS_MIME, QByteArray(data))
    assert all(isinstance(each, str) for each in dropping.read(mime).items)


def test_what_cannot_be_taken_in_is_told_and_the_rest_comes(
    bridge: CaseBridge, picture: Path, tmp_path: Path, hatch: Hatch
) -> None:
    folder, gone = tmp_path / "folder", tmp_path / "gone.png"
    (folder / "within").mkdir(parents=True)
    (folder / "within" / "note.txt").write_text("Told by a guard", encoding="utf-8")
    (folder / "elsewhere").symlink_to(tmp_path)
    assert len(hatch.drop_files(folder, picture, gone)) == 2
    names = {each.name for each in bridge.contents.artifacts.values()}
    assert names == {"note.txt", "pier.png"}
    link, missing = hatch.toast.troubles
    assert "elsewhere" in link and "gone.png" in missing


def test_an_empty_file_is_kept_as_what_it_is(
    bridge: CaseBridge, tmp_path: Path, hatch: Hatch
) -> None:
    empty = tmp_path / "empty.jpg"
    empty.touch()
    hatch.drop(of_urls(empty.as_uri()))
    (artifact,) = bridge.contents.artifacts.values()
    assert (artifact.size, artifact.media_type) == (0, "application/x-empty")
    assert bridge.case.artifact_bytes(artifact.id) == b""


def test_nothing_is_made_of_nothing() -> None:
    assert not dropping.read(QMimeData())
    assert not dropping.can_read(QMimeData())
    assert not dropping.read(of_text(" \n "))


def test_a_case_cannot_take_in_itself(bridge: CaseBridge, hatch: Hatch) -> None:
    assert hatch.drop_files(bridge.case.path) == []
    (sentence,) = hatch.toast.troubles
    assert "itself" in sentence


def test_a_pasted_text_keeps_its_lines_to_the_letter(bridge: CaseBridge, hatch: Hatch) -> None:
    (card,) = hatch.drop(of_text("Manifest\n  12 crates\x0c13 pallets\u2028end"))
    item = bridge.contents.items[bridge.contents.cards[card].item]
    assert item.title == "Manifest"
    assert item.values["summary"] == "  12 crates\x0c13 pallets\u2028end"


def test_two_addresses_on_two_lines_are_two_cards(bridge: CaseBridge, hatch: Hatch) -> None:
    text = "https://example.org/a\r\n\n https://example.com/b \n"
    made = hatch.drop(of_text(text))
    items = [bridge.contents.items[bridge.contents.cards[card].item] for card in made]
    assert [item.values["url"] for item in items] == [
        "https://example.org/a",
        "https://example.com/b",
    ]
    mixed = "https://example.org/a\nand a word"
    assert dropping.read(of_text(mixed)).texts == (mixed,)


def test_a_clipboard_that_cannot_be_asked_holds_nothing() -> None:
    assert not dropping.read(None)
    assert not dropping.can_read(None)


def test_pasting_the_same_again_does_not_pile_up(bridge: CaseBridge, hatch: Hatch) -> None:
    made = [card for _ in range(5) for card in hatch.drop(of_text("Again"))]
    rects = [bridge.contents.cards[card].rect for card in made]
    assert not any(a.overlaps(b) for n, a in enumerate(rects) for b in rects[:n])


def huge_png() -> bytes:
    """The head of a PNG of 300 megapixels; nobody gets as far as to its rows."""

    def chunk(name: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc)

    side = 17_321
    rows = zlib.compress(b"\0" + bytes(side))
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", head), chunk(b"IDAT", rows), chunk(b"IEND", b""))
    )


def empty(whole: bytes) -> bytes:
    """Nothing at all."""
    return b""


def cut(whole: bytes) -> bytes:
    """The first half."""
    return whole[: len(whole) // 2]


def noise(whole: bytes) -> bytes:
    """What is no picture."""
    return bytes(range(256)) * 4


def test_that_a_picture_is_too_large_for_a_small_one_is_told_and_no_failure(
    bridge: CaseBridge, tmp_path: Path, hatch: Hatch
) -> None:
    path, other = tmp_path / "huge.png", tmp_path / "log.txt"
    path.write_bytes(huge_png())
    other.write_text("The ship sailed.", encoding="utf-8")
    hatch.drop_files(path, other)
    assert not hatch.toast.troubles
    assert any("300 megapixels" in each for each in hatch.toast.said)


@pytest.mark.parametrize(
    ("name", "make", "words"),
    [
        ("empty.jpg", empty, "is empty (0 bytes)"),
        ("cut.png", cut, "damaged"),
        ("noise.jpeg", noise, "named like a picture"),
    ],
)
def test_a_picture_that_is_none_is_kept_and_told_of(
    bridge: CaseBridge,
    picture: Path,
    tmp_path: Path,
    name: str,
    make: Callable[[bytes], bytes],
    words: str,
    hatch: Hatch,
) -> None:
    path = tmp_path / name
    path.write_bytes(make(picture.read_bytes()))
    whole = picture.read_bytes()
    assert len(hatch.drop_files(path, picture)) == 2
    (sentence,) = hatch.toast.troubles
    assert f"“{name}” is in the case" in sentence
    assert words in sentence
    artifact, other = bridge.contents.artifacts.values()
    assert bridge.case.artifact_bytes(other.id) == whole
    assert bridge.case.artifact_bytes(artifact.id) == path.read_bytes()


def test_files_that_nobody_takes_for_pictures_are_not_judged_as_such(
    bridge: CaseBridge, tmp_path: Path, hatch: Hatch
) -> None:
    paths = tmp_path / "empty.txt", tmp_path / "noise.bin", tmp_path / "report.jpg"
    for path, data in zip(paths, (b"", bytes(range(256)), b"PK\x03\x04"), strict=True):
        path.write_bytes(data)
    assert len(hatch.drop_files(*paths)) == 3
    assert hatch.toast.troubles == []

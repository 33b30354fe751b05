"""What is dropped or pasted, and what it becomes."""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from caseboard import dropping
from caseboard.bridge import CaseBridge
from casedb.intake.cage.cage import Cage
from casedb.model.card_face import CardFace
from casedb.model.geometry import Point


def height_of(face: CardFace, width: float) -> float:
    """Cards of one height."""
    return 100.0


def take(bridge: CaseBridge, cage: Cage, mime: QMimeData) -> list[str]:
    """Drop something on the first board; the new cards."""
    dropped = dropping.read(mime)
    looked = dropping.look(dropped, bridge.case.path, cage)
    seeds = dropping.seeds(dropped, looked)
    board = bridge.contents.boards[0].id
    return dropping.take_in(bridge.case, board, Point(0, 0), seeds, dropped.items, height_of)


def of_urls(*urls: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(url) for url in urls])
    return mime


def of_text(text: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    return mime


def test_a_picture_file_becomes_a_card_with_its_bytes_untouched(
    bridge: CaseBridge, picture: Path, cage: Cage
) -> None:
    (card,) = take(bridge, cage, of_urls(picture.as_uri()))
    item = bridge.contents.items[bridge.contents.cards[card].item]
    assert (item.kind, item.title, item.values["medium"]) == ("media", "pier", "photo")
    (attachment,) = bridge.contents.attachments_of(item.id)
    artifact = bridge.contents.artifacts[attachment.artifact]
    assert (artifact.name, artifact.media_type) == ("pier.png", "image/png")
    assert bridge.case.artifact_bytes(artifact.id) == picture.read_bytes()
    assert artifact.id == hashlib.sha256(picture.read_bytes()).hexdigest()


def test_several_files_are_one_step_and_do_not_overlap(
    bridge: CaseBridge, tmp_path: Path, cage: Cage
) -> None:
    paths = [tmp_path / f"report {n}.pdf" for n in range(6)]
    for n, path in enumerate(paths):
        path.write_bytes(b"%PDF-1.7 " + bytes([n]))
    cards = take(bridge, cage, of_urls(*(path.as_uri() for path in paths)))
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
    bridge: CaseBridge, picture: Path, cage: Cage
) -> None:
    other = picture.with_name("again.png")
    other.write_bytes(picture.read_bytes())
    assert len(take(bridge, cage, of_urls(picture.as_uri(), other.as_uri()))) == 2
    assert len(bridge.contents.artifacts) == 1


def test_files_that_are_in_the_case_already_are_told_of(
    bridge: CaseBridge, picture: Path, cage: Cage
) -> None:
    def told(*paths: Path) -> str:
        dropped = dropping.read(of_urls(*(path.as_uri() for path in paths)))
        looked = dropping.look(dropped, bridge.case.path, cage)
        return dropping.already_there(bridge.contents, dropping.seeds(dropped, looked))

    again = picture.with_name("again.png")
    again.write_bytes(picture.read_bytes())
    other = picture.with_name("other.txt")
    other.write_text("something else", encoding="utf-8")
    assert told(picture, other) == ""
    take(bridge, cage, of_urls(picture.as_uri()))
    assert told(other) == ""
    assert told(again, other) == (
        "“again.png” was in the case already, with “pier”. It has one more card."
    )
    assert told(picture, again).startswith("2 of these files were in the case already.")


def test_a_web_address_becomes_a_document_and_nothing_is_fetched(
    bridge: CaseBridge, cage: Cage
) -> None:
    (card,) = take(bridge, cage, of_text(" https://example.org/a?b=c \n"))
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
def test_files_of_other_computers_are_left_alone(url: str, tmp_path: Path, cage: Cage) -> None:
    dropped = dropping.read(of_urls(url))
    assert not dropped.files
    assert "copy it here first" in dropping.look(dropped, tmp_path, cage).refused[0]


def test_text_becomes_a_note_with_its_first_line_as_title(bridge: CaseBridge, cage: Cage) -> None:
    (card,) = take(bridge, cage, of_text("  Ракета\nдруга лінія\n\nтретя "))
    item = bridge.contents.items[bridge.contents.cards[card].item]
    assert (item.kind, item.title) == ("note", "Ракета")
    assert item.values["summary"] == "друга лінія\n\nтретя"


def test_a_long_first_line_is_cut_and_nothing_is_lost(bridge: CaseBridge, cage: Cage) -> None:
    text = "word " * 100
    (card,) = take(bridge, cage, of_text(text))
    values = bridge.contents.items[bridge.contents.cards[card].item].values
    assert len(values.text("title")) <= dropping.LONGEST_TITLE
    whole = f"{values.text('title')} {values.text('summary')}"
    assert whole.split() == text.split()


def test_a_pasted_picture_keeps_the_bytes_it_was_offered_in() -> None:
    mime = QMimeData()
    mime.setData("image/png", QByteArray(b"\x89PNG\r\n\x1a\nrest"))
    mime.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    assert dropping.read(mime).pictures == (("Pasted picture.png", b"\x89PNG\r\n\x1a\nrest"),)


def test_a_pasted_picture_without_bytes_becomes_a_png(bridge: CaseBridge, cage: Cage) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    mime = QMimeData()
    mime.setImageData(image)
    take(bridge, cage, mime)
    (artifact,) = bridge.contents.artifacts.values()
    assert artifact.media_type == "image/png"


def test_items_of_the_case_are_placed_again(bridge: CaseBridge, cage: Cage) -> None:
    note = bridge.case.add("note", title="A")
    mime = QMimeData()
    mime.setData(dropping.ITEMS_MIME, QByteArray(json.dumps([note.id]).encode()))
    (card,) = take(bridge, cage, mime)
    assert bridge.contents.cards[card].item == note.id


@pytest.mark.parametrize("data", [b"", b"{", b"7", b'["a", 3]'])
def test_a_broken_drag_of_items_is_harmless(data: bytes) -> None:
    mime = QMimeData()
    mime.setData(dropping.ITEMS_MIME, QByteArray(data))
    assert all(isinstance(each, str) for each in dropping.read(mime).items)


def test_what_cannot_be_taken_in_is_told_and_the_rest_comes(
    bridge: CaseBridge, picture: Path, tmp_path: Path, cage: Cage
) -> None:
    folder, gone = tmp_path / "folder", tmp_path / "gone.png"
    folder.mkdir()
    looked = dropping.look(dropping.Dropped(files=(folder, picture, gone)), bridge.case.path, cage)
    assert len(looked.offers) == 1
    assert "is a folder" in looked.refused[0]
    assert "gone.png" in looked.refused[1]


def test_an_empty_file_is_kept_as_what_it_is(
    bridge: CaseBridge, tmp_path: Path, cage: Cage
) -> None:
    empty = tmp_path / "empty.jpg"
    empty.touch()
    take(bridge, cage, of_urls(empty.as_uri()))
    (artifact,) = bridge.contents.artifacts.values()
    assert (artifact.size, artifact.media_type) == (0, "application/x-empty")
    assert bridge.case.artifact_bytes(artifact.id) == b""


def test_nothing_is_made_of_nothing() -> None:
    assert not dropping.read(QMimeData())
    assert not dropping.can_read(QMimeData())
    assert not dropping.read(of_text(" \n "))


def test_a_case_cannot_take_in_itself(bridge: CaseBridge, cage: Cage) -> None:
    looked = dropping.look(dropping.Dropped(files=(bridge.case.path,)), bridge.case.path, cage)
    assert not looked.offers
    assert "itself" in looked.refused[0]


def test_a_pasted_text_keeps_its_lines_to_the_letter(bridge: CaseBridge, cage: Cage) -> None:
    (card,) = take(bridge, cage, of_text("Manifest\n  12 crates\x0c13 pallets\u2028end"))
    item = bridge.contents.items[bridge.contents.cards[card].item]
    assert item.title == "Manifest"
    assert item.values["summary"] == "  12 crates\x0c13 pallets\u2028end"


def test_two_addresses_on_two_lines_are_two_cards(bridge: CaseBridge, cage: Cage) -> None:
    text = "https://example.org/a\r\n\n https://example.com/b \n"
    made = take(bridge, cage, of_text(text))
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


def test_pasting_the_same_again_does_not_pile_up(bridge: CaseBridge, cage: Cage) -> None:
    made = [card for _ in range(5) for card in take(bridge, cage, of_text("Again"))]
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


def huge(whole: bytes) -> bytes:
    """A picture that nobody could draw."""
    return huge_png()


@pytest.mark.parametrize(
    ("name", "make", "words"),
    [
        ("empty.jpg", empty, "is empty (0 bytes)"),
        ("cut.png", cut, "damaged"),
        ("noise.jpeg", noise, "damaged or of an unknown format"),
        ("huge.png", huge, "300 megapixels"),
    ],
)
def test_a_picture_that_is_none_is_kept_and_told_of(
    bridge: CaseBridge,
    picture: Path,
    tmp_path: Path,
    name: str,
    make: Callable[[bytes], bytes],
    words: str,
    cage: Cage,
) -> None:
    path = tmp_path / name
    path.write_bytes(make(picture.read_bytes()))
    looked = dropping.look(dropping.Dropped(files=(path, picture)), bridge.case.path, cage)
    assert len(looked.offers) == 2
    (sentence,) = looked.refused
    assert f"“{name}” is in the case" in sentence
    assert words in sentence
    take(bridge, cage, of_urls(path.as_uri()))
    (artifact,) = bridge.contents.artifacts.values()
    assert bridge.case.artifact_bytes(artifact.id) == path.read_bytes()


def test_files_that_nobody_takes_for_pictures_are_not_judged_as_such(
    bridge: CaseBridge, tmp_path: Path, cage: Cage
) -> None:
    paths = tmp_path / "empty.txt", tmp_path / "noise.bin", tmp_path / "report.jpg"
    for path, data in zip(paths, (b"", bytes(range(256)), b"%PDF-1.7"), strict=True):
        path.write_bytes(data)
    looked = dropping.look(dropping.Dropped(files=paths), bridge.case.path, cage)
    assert (len(looked.offers), looked.refused) == (3, ())

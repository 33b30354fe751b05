"""What is dropped or pasted, and the items it becomes. Nothing is ever fetched or opened.

Reading a drop (`read`) touches no disk. Looking at the files in it (`look`) does, and runs in a
worker.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage, QImageWriter

from casedb import delivery
from casedb.delivery import Watch
from casedb.disk import is_same_file
from casedb.intake.cage.cage import Cage
from casedb.intake.offer import offer_bytes
from casedb.model.json_value import JsonValue
from casedb.taking import LONGEST_TITLE, Found, Seed
from casedb.words import say

ITEMS_MIME = "application/x-caseboard-items"
"""A JSON list of ids of items, dragged from the outline."""

CASE_ENDING = ".caseboard"


@dataclass(frozen=True, slots=True)
class Dropped:
    """What a drop or the clipboard holds, by sort; what fits none of them is left out."""

    files: tuple[Path, ...] = ()
    pictures: tuple[tuple[str, bytes], ...] = ()
    addresses: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        found = self.files or self.pictures or self.addresses or self.texts or self.items
        return bool(found or self.refused)


def can_read(mime: QMimeData | None) -> bool:
    """Whether a drop holds anything that could become cards."""
    if mime is None:
        return False
    return mime.hasFormat(ITEMS_MIME) or mime.hasUrls() or mime.hasImage() or mime.hasText()


def cards_of(mime: QMimeData | None) -> int:
    """How many cards would come of a drop, as far as can be told before it is looked at."""
    if mime is None or not can_read(mime):
        return 0
    if mime.hasFormat(ITEMS_MIME):
        return max(1, len(_item_ids(bytes(mime.data(ITEMS_MIME).data()))))
    if mime.hasUrls():
        urls = mime.urls()
        files = sum(url.isLocalFile() for url in urls)
        return files or (1 if mime.hasImage() else max(1, len(urls)))
    return 1 if mime.hasImage() else max(1, len(read(mime).addresses))


def files_of(mime: QMimeData | None) -> int:
    """How many files of this computer are dragged; another case alone is opened, and counts as none."""
    if mime is None or mime.hasFormat(ITEMS_MIME) or not mime.hasUrls():
        return 0
    urls = [url for url in mime.urls() if is_on_this_computer(url)]
    is_case = len(urls) == 1 and urls[0].toLocalFile().lower().endswith(CASE_ENDING)
    return 0 if is_case else len(urls)


def read(mime: QMimeData | None) -> Dropped:
    """Sort out a drop. The most telling sort wins: a page dragged from a browser is an address.

    A clipboard that cannot be asked gives None, which holds nothing.
    """
    if mime is None:
        return Dropped()
    if mime.hasFormat(ITEMS_MIME):
        return Dropped(items=_item_ids(bytes(mime.data(ITEMS_MIME).data())))
    urls = mime.urls() if mime.hasUrls() else []
    files = tuple(Path(url.toLocalFile()) for url in urls if is_on_this_computer(url))
    refused = tuple(
        say(
            "“{name}” lies on another computer ({where}). Reading it would send your name there, so "
            "it was left alone; copy it here first.",
            name=url.fileName(),
            where=url.host() or say("a network path"),
        )
        for url in urls
        if url.isLocalFile() and not is_on_this_computer(url)
    )
    if files or refused:
        return Dropped(files=files, refused=refused)
    if mime.hasImage():
        picture = _picture(mime)
        if picture is not None:
            return Dropped(pictures=(picture,))
    addresses = tuple(
        url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        for url in urls
        if is_web_address(url.toString())
    )
    if addresses:
        return Dropped(addresses=addresses)
    text = mime.text() if mime.hasText() else ""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if lines and all(is_web_address(line) for line in lines):
        return Dropped(addresses=tuple(dict.fromkeys(lines)))
    return Dropped(texts=(text,)) if text.strip() else Dropped()


def other_case(mime: QMimeData, case_path: Path) -> Path | None:
    """The case that is dropped alone, if it is one, by its ending; None for that of a path itself."""
    files = read(mime).files
    if len(files) != 1 or files[0].suffix.lower() != CASE_ENDING:
        return None
    return None if is_same_file(files[0], case_path) else files[0]


def is_on_this_computer(url: QUrl) -> bool:
    """Whether an address names a file here; a page can offer a drag that names one elsewhere."""
    path = url.toLocalFile()
    return url.isLocalFile() and not url.host() and not path.startswith(("//", "\\\\"))


_HIDDEN = re.compile(r"[\x00-\x20\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def is_web_address(text: str) -> bool:
    """Whether a text is one http or https address with a host and nothing hidden in it."""
    if len(text) > 4000 or _HIDDEN.search(text):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc


def _item_ids(data: bytes) -> tuple[str, ...]:
    try:
        told: object = json.loads(data)
    except ValueError:
        return ()
    if not isinstance(told, list):
        return ()
    return tuple(each for each in cast("list[object]", told) if isinstance(each, str))


def _picture(mime: QMimeData) -> tuple[str, bytes] | None:
    # The bytes as they were offered, where they are; only else the decoded picture, as PNG.
    for name, ending in (("image/png", "png"), ("image/jpeg", "jpg"), ("image/webp", "webp")):
        if mime.hasFormat(name):
            return f"Pasted picture.{ending}", bytes(mime.data(name).data())
    image = mime.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return None
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return "Pasted picture.png", bytes(data.data())


# -- becoming cards --------------------------------------------------------------------------


def look(dropped: Dropped, case_path: Path, cage: Cage, watch: Watch | None = None) -> list[Found]:
    """Look at the files and pictures of a drop; touches the disk and takes its time."""
    pictures = (offer_bytes(data, name) for name, data in dropped.pictures)
    return [
        *delivery.look(dropped.files, case_path, cage, watch),
        *delivery.look_at_bytes(pictures, cage),
    ]


def seeds(dropped: Dropped) -> list[Seed]:
    """The items that the addresses and texts of a drop become."""
    addresses = (
        Seed("document", {"title": urlsplit(each).hostname or each, "url": each})
        for each in dropped.addresses
    )
    return [*addresses, *(Seed("note", _note(text)) for text in dropped.texts)]


def _note(text: str) -> dict[str, JsonValue]:
    first, _, rest = text.strip().partition("\n")
    first, rest = first.strip(), rest.strip("\r\n")
    if len(first) > LONGEST_TITLE:
        cut = first.rfind(" ", 0, LONGEST_TITLE)
        at = cut if cut > 0 else LONGEST_TITLE
        rest = f"{first[at:].strip()}\n{rest}".strip()
        first = first[:at]
    return {"title": first, "summary": rest} if rest else {"title": first}

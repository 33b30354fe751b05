"""What is dropped or pasted, and the items it becomes. Nothing is ever fetched or opened.

Reading a drop (`read`) touches no disk. Looking at the files in it (`look`) does, and runs in a
worker; `take_in` then makes one change of everything, on the window's thread.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage, QImageWriter

from casedb import Case
from casedb.case import Opener
from casedb.commands import cards as card_commands
from casedb.commands import items as item_commands
from casedb.errors import IntakeRefused
from casedb.intake.offer import Offer, offer_bytes, offer_file
from casedb.model.card_face import CardFace, face
from casedb.model.changes import counted
from casedb.model.geometry import Point, Rect
from casedb.model.json_value import JsonValue
from casedb.model.records import Item

ITEMS_MIME = "application/x-caseboard-items"
"""A JSON list of ids of items, dragged from the outline."""

LONGEST_TITLE = 120
GAP = 24.0
COLUMNS = 4


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


def can_read(mime: QMimeData) -> bool:
    """Whether a drop holds anything that could become cards."""
    return mime.hasFormat(ITEMS_MIME) or mime.hasUrls() or mime.hasImage() or mime.hasText()


def read(mime: QMimeData) -> Dropped:
    """Sort out a drop. The most telling sort wins: a page dragged from a browser is an address."""
    if mime.hasFormat(ITEMS_MIME):
        return Dropped(items=_item_ids(bytes(mime.data(ITEMS_MIME).data())))
    urls = mime.urls() if mime.hasUrls() else []
    files = tuple(Path(url.toLocalFile()) for url in urls if is_on_this_computer(url))
    refused = tuple(
        f"“{url.fileName()}” lies on another computer ({url.host() or 'a network path'}). Reading it "
        "would send your name there, so it was left alone; copy it here first."
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
    if is_web_address(text.strip()):
        return Dropped(addresses=(text.strip(),))
    return Dropped(texts=(text,)) if text.strip() else Dropped()


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


# -- looking at files, in a worker -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Looked:
    """What could be taken in, and the sentences about what could not."""

    offers: tuple[Offer, ...]
    refused: tuple[str, ...]


def look(dropped: Dropped, case_path: Path) -> Looked:
    """Hash the files and pictures of a drop; touches the disk and takes its time.

    The case at `case_path` itself is refused: its bytes change while they are taken in.
    """
    offers: list[Offer] = []
    refused = list(dropped.refused)
    for path in dropped.files:
        try:
            if _is_same_file(path, case_path):
                refused.append("A case cannot take in itself; Save a Copy first, and add that.")
            else:
                offers.append(offer_file(path))
        except IntakeRefused as trouble:
            refused.append(str(trouble))
    offers += [offer_bytes(data, name) for name, data in dropped.pictures]
    return Looked(tuple(offers), tuple(refused))


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


# -- becoming cards --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Seed:
    """An item about to be made: its kind, its values, and the file that comes with it."""

    kind: str
    values: dict[str, JsonValue]
    offer: Offer | None = None

    @property
    def size(self) -> int:
        """Bytes of the file that comes with it."""
        return self.offer.artifact.size if self.offer is not None else 0

    def read_through(self, wrap: Callable[[Opener], Opener]) -> Seed:
        """The same item, with its file opened in another way."""
        if self.offer is None:
            return self
        return replace(self, offer=replace(self.offer, open=wrap(self.offer.open)))


def seeds(dropped: Dropped, looked: Looked) -> list[Seed]:
    """The items that a drop becomes."""
    found = [_seed_of_file(offer) for offer in looked.offers]
    for address in dropped.addresses:
        host = urlsplit(address).hostname or address
        found.append(Seed("document", {"title": host, "url": address}))
    return [*found, *(Seed("note", _note(text)) for text in dropped.texts)]


def _seed_of_file(offer: Offer) -> Seed:
    artifact = offer.artifact
    title = Path(artifact.name).stem[:LONGEST_TITLE]
    sort = artifact.media_type.split("/")[0]
    if sort == "image":
        return Seed("media", {"title": title, "medium": "photo"}, offer)
    if sort in ("video", "audio"):
        return Seed("media", {"title": title, "medium": sort}, offer)
    return Seed("document", {"title": title}, offer)


def _note(text: str) -> dict[str, JsonValue]:
    first, _, rest = text.strip().partition("\n")
    first, rest = first.strip(), rest.strip("\r\n")
    if len(first) > LONGEST_TITLE:
        cut = first.rfind(" ", 0, LONGEST_TITLE)
        at = cut if cut > 0 else LONGEST_TITLE
        rest = f"{first[at:].strip()}\n{rest}".strip()
        first = first[:at]
    return {"title": first, "summary": rest} if rest else {"title": first}


def take_in(
    case: Case,
    board_id: str,
    at: Point,
    found: Sequence[Seed],
    placed: Sequence[str],
    height_of: Callable[[CardFace, float], float],
) -> list[str]:
    """Make the items, take in their files and place their cards around a point, as one change.

    `placed` are items of the case to be shown as well; `height_of` tells how high a card must be
    for its content, at a width. Returns the ids of the new cards.
    Raises CaseError where it is refused; then nothing has changed.
    """
    what = "file" if any(seed.offer for seed in found) else "card"
    card_ids: list[str] = []
    with case.together(counted("Add", len(found) + len(placed), what)):
        items = [_make(case, seed) for seed in found]
        items += [case.contents.items[each] for each in placed]
        width = card_commands.CARD_WIDTH
        heights = [height_of(face(case.contents, item), width) for item in items]
        for item, rect in zip(items, _slots(at, heights), strict=True):
            card_ids.append(case.place(item, case.contents.board(board_id), *rect).id)
    return card_ids


def _make(case: Case, seed: Seed) -> Item:
    change = item_commands.add_item(case.contents, case.new_id, seed.kind, seed.values)
    case.run(change)
    item = next(edit.after for edit in change.edits if isinstance(edit.after, Item))
    if seed.offer is not None:
        case.attach_offer(item, seed.offer)
    return item


def _slots(at: Point, heights: Sequence[float]) -> list[Rect]:
    """Where new cards of these heights lie: rows of a few, around the point."""
    width = card_commands.CARD_WIDTH
    columns = min(len(heights), COLUMNS)
    rows = [heights[start : start + columns] for start in range(0, len(heights), max(1, columns))]
    left = at.x - (columns * (width + GAP) - GAP) / 2
    top = at.y - (sum(max(row) + GAP for row in rows) - GAP) / 2
    slots: list[Rect] = []
    for row in rows:
        slots += [
            Rect(left + n * (width + GAP), top, width, height) for n, height in enumerate(row)
        ]
        top += max(row) + GAP
    return slots

"""What is dropped or pasted, and the items it becomes. Nothing is ever fetched or opened.

Reading a drop (`read`) touches no disk. Looking at the files in it (`look`) does, and runs in a
worker; `take_in` then makes one change of everything, on the window's thread.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage, QImageWriter

from caseboard.panels.wording import item_title
from caseboard.placing import HeightOf, lay
from caseboard.scenes import find_scenes
from casedb import Case
from casedb.delivery import LONGEST_TITLE, Seed, find_files, make, seed_of
from casedb.disk import is_same_file, shown_name
from casedb.errors import IntakeRefused
from casedb.exchange.stac import StacItem
from casedb.intake.cage.cage import Cage
from casedb.intake.examination import examine
from casedb.intake.offer import Offer, offer_bytes, offer_file
from casedb.model.changes import counted
from casedb.model.contents import Contents
from casedb.model.geometry import Point
from casedb.model.json_value import JsonValue
from casedb.words import say

ITEMS_MIME = "application/x-caseboard-items"
"""A JSON list of ids of items, dragged from the outline."""

CASE_ENDING = ".caseboard"
MOST_DRAWN = 24
"""Pictures of one drop that are drawn to see whether they can be; the rest show it later."""


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


# -- looking at files, in a worker -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Looked:
    """What could be taken in, and sentences: about what could not, and about pictures that can be
    kept and not shown. `scenes` are the satellite images that files describe, by their SHA-256."""

    offers: tuple[Offer, ...]
    refused: tuple[str, ...]
    scenes: Mapping[str, StacItem] = field(default_factory=dict[str, StacItem])

    @property
    def names(self) -> dict[str, str]:
        """What the files are called, by their SHA-256."""
        return {offer.artifact.id: offer.artifact.name for offer in self.offers}


def look(dropped: Dropped, case_path: Path, cage: Cage) -> Looked:
    """Hash the files and pictures of a drop; touches the disk and takes its time.

    The case at `case_path` itself is refused: its bytes change while they are taken in.
    """
    offers: list[Offer] = []
    refused = list(dropped.refused)
    for path, refusal in find_files(dropped.files):
        try:
            if refusal:
                refused.append(say("“{name}”: {why}", name=shown_name(path), why=refusal))
            elif is_same_file(path, case_path):
                refused.append(
                    say("A case cannot take in itself; Save a Copy first, and add that.")
                )
            else:
                offers.append(offer_file(path))
        except IntakeRefused as trouble:
            refused.append(str(trouble))
    offers += [offer_bytes(data, name) for name, data in dropped.pictures]
    examined: list[Offer] = []
    for n, offer in enumerate(offers):
        known, fault = examine(offer, cage, draws=n < MOST_DRAWN)
        examined.append(known)
        if fault:
            name = offer.artifact.name
            kept = say("“{name}” is in the case, but no picture of it.", name=name)
            refused.append(f"{kept} {fault}")
    return Looked(tuple(examined), tuple(refused))


def look_for_cards(dropped: Dropped, case_path: Path, cage: Cage) -> Looked:
    """The same for files that become cards of their own: records of satellite images are read."""
    looked = look(dropped, case_path, cage)
    scenes, refused = find_scenes(looked.offers)
    return replace(looked, scenes=scenes, refused=(*looked.refused, *refused))


# -- becoming cards --------------------------------------------------------------------------


def seeds(dropped: Dropped, looked: Looked) -> list[Seed]:
    """The items that a drop becomes."""
    found = [seed_of(each, looked.scenes.get(each.artifact.id)) for each in looked.offers]
    for address in dropped.addresses:
        host = urlsplit(address).hostname or address
        found.append(Seed("document", {"title": host, "url": address}))
    return [*found, *(Seed("note", _note(text)) for text in dropped.texts)]


def already_there(contents: Contents, found: Sequence[Seed]) -> str:
    """That files among these are in the case already, in a sentence; empty where none is."""
    known = [
        (seed.offer.artifact.name, uses[0].item)
        for seed in found
        if seed.offer is not None and (uses := contents.attachments_to(seed.offer.artifact.id))
    ]
    if not known:
        return ""
    if len(known) > 1:
        return say(
            "{n} of these files was in the case already. It has one more card.",
            "{n} of these files were in the case already. Each has one more card.",
            n=len(known),
        )
    name, item_id = known[0]
    return say(
        "“{name}” was in the case already, with “{title}”. It has one more card.",
        name=name,
        title=item_title(contents.items[item_id]),
    )


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
    height_of: HeightOf,
    *,
    is_exact: bool = False,
) -> list[str]:
    """Make the items, take in their files and place their cards around a point, as one change.

    Where cards lie there already, the nearest free place is taken, unless the place `is_exact`: then
    the first lies under the point. `placed` are items of the case
    to be shown as well. Returns the ids of the new cards.
    Raises CaseError where it is refused; then nothing has changed.
    """
    what = "file" if any(seed.offer for seed in found) else "card"
    with case.together(counted("Add", len(found) + len(placed), what)):
        items = [make(case, seed) for seed in found]
        items += [case.contents.items[each] for each in placed]
        laid = lay(case.contents, case.new_id, board_id, items, at, height_of, is_exact=is_exact)
        case.run(laid)
    return [edit.record.id for edit in laid.edits]

"""The board that is measured: a case file of N cards, twice as many links and some pictures.

Everything in it follows from N alone. Cards lie in a loose grid; most links run to a neighbour, some
over a tenth of the board and some across all of it; one card in the middle has many. One card in
five shows one of 256 pictures, and titles come in six scripts, a few of them very long.
"""

from __future__ import annotations

import hashlib
import io
import math
import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PIL import Image

from casedb import Case
from casedb.model.changes import ChangeSet, Edit
from casedb.model.records import Artifact, Attachment, Card, Item, Link, Record, Ref
from casedb.model.values import Values

WIDTH, HEIGHT = 260.0, 160.0
PICTURED_HEIGHT = 280.0
PITCH_X, PITCH_Y = 380.0, 340.0
KINDS = ("claim", "satellite_image", "debris_analysis", "official_statement", "document", "event")
TYPES = ("supports", "disputes", "derived_from", "responds_to", "related")
PICTURES = 256
WORDS = (
    *("ledger", "transfer", "witness", "statement", "warehouse", "invoice", "passport", "harbour"),
    *("container", "meeting", "shell", "company", "director", "account", "camera", "van"),
    *("courier", "parcel", "signed", "missing", "forged", "copy", "ferry", "receipt"),
)
FOREIGN = (
    "Знімок причалу після вивантаження контейнерів",
    "항구 위성 사진에서 보이는 크레인과 그림자",
    "صورة الأقمار الصناعية للرصيف بعد تفريغ الحاويات",
    "港口卫星图像显示起重机和阴影",
    "תצלום לוויין של הרציף לאחר פריקת המכולות",
)


FOLDER = Path(__file__).resolve().parents[2] / "out" / "bench"


def case_path(number: int) -> Path:
    """Where the case of so many cards is kept."""
    return FOLDER / f"board-{number}.caseboard"


def case_file(number: int) -> Path:
    """The case of so many cards; made unless it is there."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = case_path(number)
    if not path.exists():
        unfinished = FOLDER / f"unfinished-{number}.caseboard"
        unfinished.unlink(missing_ok=True)
        with Case.create(unfinished, "Bench") as case:
            pictures = list(made_pictures())
            records = made_records(case, number, [each for each, _ in pictures])
            change = ChangeSet("Import", tuple(Edit(None, each) for each in records))
            case.run(change, {each.id: partial(io.BytesIO, held) for each, held in pictures})
        unfinished.rename(path)
    return path


def columns_of(number: int) -> int:
    """How many cards lie in one line."""
    return math.ceil(math.sqrt(number * 16 / 9 * PITCH_Y / PITCH_X))


def hub_of(number: int) -> int:
    """The card in the middle, which has many links."""
    across = columns_of(number)
    return min(number - 1, (-(-number // across) // 2) * across + across // 2)


def made_pictures() -> Iterator[tuple[Artifact, bytes]]:
    """Small photographs of nothing, each different."""
    chance = random.Random(7)
    for n in range(PICTURES):
        grain = Image.frombytes("RGB", (16, 12), chance.randbytes(16 * 12 * 3))
        held = io.BytesIO()
        grain.resize((640, 480), Image.Resampling.BICUBIC).save(held, "JPEG", quality=80)
        data = held.getvalue()
        digest = hashlib.sha256(data).hexdigest()
        yield Artifact(digest, len(data), "image/jpeg", f"IMG_{n:04d}.jpg"), data


def made_records(case: Case, number: int, pictures: list[Artifact]) -> Iterator[Record]:
    """Everything in the case but its board."""
    chance, board = random.Random(number), case.contents.boards[0].id
    across = columns_of(number)
    yield from pictures
    items: list[str] = []
    for n in range(number):
        item = Item(case.new_id(), chance.choice(KINDS), Values(_told(chance, n)))
        items.append(item.id)
        yield item
        is_pictured = chance.random() < 0.2
        if is_pictured:
            picture = chance.choice(pictures)
            yield Attachment(case.new_id(), item.id, picture.id, 0)
        x = n % across * PITCH_X + chance.uniform(-40, 40)
        y = n // across * PITCH_Y + chance.uniform(-20, 20)
        height = PICTURED_HEIGHT if is_pictured else HEIGHT
        yield Card(case.new_id(), board, item.id, x, y, WIDTH, height, n)
    for start, end in _ends(chance, number, across):
        told = {"label": chance.choice(WORDS)} if chance.random() < 0.3 else {}
        ends = Ref.item(items[start]), Ref.item(items[end])
        yield Link(case.new_id(), chance.choice(TYPES), *ends, Values(told))


def _told(chance: random.Random, n: int) -> dict[str, str]:
    draw = chance.random()
    title = " ".join(chance.choices(WORDS, k=4)).capitalize()
    if draw < 0.15:
        title = chance.choice(FOREIGN)
    elif draw < 0.2:
        title = " ".join(chance.choices(WORDS, k=60)).capitalize()
    return {
        "title": f"{title} {n}",
        "summary": " ".join(chance.choices(WORDS, k=20)).capitalize(),
        "exhibit": f"CB-{n + 1:03d}",
    }


def _ends(chance: random.Random, number: int, across: int) -> Iterator[tuple[int, int]]:
    hub, lines = hub_of(number), -(-number // across)
    made = 0
    while made < 2 * number:
        start = hub if made < 12 else chance.randrange(number)
        draw = 0.0 if start == hub else chance.random()
        reach = 4 if draw < 0.8 else max(5, across // 10) if draw < 0.95 else across
        column = start % across + chance.randint(-reach, reach)
        line = start // across + chance.randint(-reach, reach)
        end = line * across + column
        if 0 <= column < across and 0 <= line < lines and end < number and end != start:
            made += 1
            yield start, end

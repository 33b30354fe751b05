"""What saved pages say of when and where they were saved is read in the cage, and only proposed."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path
from typing import BinaryIO

import pytest

from casedb.capture import capture_of
from casedb.intake.cage.cage import Cage
from casedb.intake.examination import examine, metadata_of
from casedb.intake.offer import Offer, offer_file
from casedb.intake.proposals import Proposal, accepted, proposals_for
from casedb.model.kinds import KINDS
from casedb.model.records import Item
from casedb.model.values import Values

PAGE = "https://example.org/page?a=1"
DOCUMENT = KINDS["document"]


def mhtml() -> bytes:
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: " + PAGE.encode() + b"\r\n"
        b"Subject: A page\r\nDate: Sat, 2 Mar 2024 14:30:05 +0200\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n'
        b"--B\r\nContent-Type: text/html\r\n\r\n<p>A</p>\r\n--B--\r\n"
    )


def wacz() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        told = {"mainPageUrl": PAGE, "mainPageDate": "2024-03-02T12:30:05.123Z"}
        packed.writestr("datapackage.json", json.dumps(told))
    return held.getvalue()


def warc() -> bytes:
    info = b"WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 5\r\n\r\nabcde\r\n\r\n"
    head = b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: " + PAGE.encode()
    return (
        info + head + b"\r\nWARC-Date: 2024-03-02T12:30:05Z\r\nContent-Length: 2\r\n\r\nhi\r\n\r\n"
    )


def proposed(data: bytes, cage: Cage, folder: Path) -> tuple[Proposal, ...]:
    path = folder / "saved"
    path.write_bytes(data)
    facts = metadata_of(examine(offer_file(path), cage).offer.artifact)
    return proposals_for(DOCUMENT, facts) if facts is not None else ()


@pytest.mark.parametrize(
    "data",
    [
        mhtml(),
        wacz(),
        warc(),
        b"".join(map(gzip.compress, warc().partition(b"\r\n\r\n"))),
        gzip.compress(warc()),
    ],
)
def test_a_saved_page_proposes_its_address_and_when_it_was_saved(
    data: bytes, cage: Cage, tmp_path: Path
) -> None:
    address, time = proposed(data, cage, tmp_path)
    assert (address.field, address.value) == ("url", PAGE)
    assert PAGE in address.basis and "2024" in time.basis
    values = Values()
    for each in (address, time):
        values = values.changed({each.field: accepted(DOCUMENT, values, each)})
    capture = capture_of(Item("", "document", values))
    assert capture.url == PAGE
    assert capture.captured is not None
    assert capture.captured.edtf in ("2024-03-02T12:30:05Z", "2024-03-02T14:30:05+02:00")


@pytest.mark.parametrize(
    "data",
    [
        b"From: a@b\r\nDate: Sat, 2 Mar 2024 14:30:05 +0200\r\nSubject: A\r\nTo: c\r\n\r\nA letter",
        mhtml().replace(b"https://", b"javascript:").replace(b"Sat, 2 Mar 2024", b"Someday"),
        warc().replace(b"Content-Length: 5", b"Content-Length: 99999999999999999"),
        warc()[:60],
        wacz()[:80],
        gzip.compress(warc())[:40],
    ],
)
def test_of_letters_and_of_what_is_broken_nothing_is_proposed(
    data: bytes, cage: Cage, tmp_path: Path
) -> None:
    assert proposed(data, cage, tmp_path) == ()


class Asked(io.BytesIO):
    """A file that notes how many bytes of it are asked for at once."""

    most = 0

    def read(self, size: int | None = -1, /) -> bytes:
        self.most = max(self.most, size if size is not None and size >= 0 else 1 << 60)
        return super().read(size)


@pytest.mark.parametrize(("name", "data"), [("a.mhtml", mhtml()), ("a.png", b"\x89PNG\r\n\x1a\n")])
def test_no_more_room_is_asked_for_than_a_file_needs(
    cage: Cage, tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    opened: list[Asked] = []

    def open_it() -> BinaryIO:
        opened.append(Asked(data))
        return opened[-1]

    examine(Offer(offer_file(tmp_path / name).artifact, open_it), cage)
    assert [each.most for each in opened] == [len(data)]

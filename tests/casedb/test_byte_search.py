"""The proof of a redaction finds what is hidden in what was written, however it is packed."""

from __future__ import annotations

import base64
import gzip
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from casedb.exchange.byte_search import search_bytes

NAME = "Оксана Петренко"


def zipped(data: bytes, name: str = "a.txt") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, data)
    return stream.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_with(data: bytes) -> bytes:
    told = b"Comment\0\x01\0\0\0" + zlib.compress(data)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes(13)) + chunk(b"iTXt", told)


def pdf_with(data: bytes) -> bytes:
    packed = zlib.compress(data)
    return b"%PDF-1.7\n1 0 obj\n<<>>\nstream\n" + packed + b"\nendstream\nendobj"


PACKINGS: dict[str, Callable[[str], bytes]] = {
    "plain": lambda text: b"\x00\x01" + text.encode(),
    "text": lambda text: f"… {text} …".encode(),
    "utf-16": lambda text: b"\x00\xff" + text.encode("utf-16-le"),
    "odd": lambda text: b"\xff\x00\xff" + text.encode("utf-16-le"),
    "capitals": lambda text: text.upper().encode(),
    "json": lambda text: json.dumps([text]).encode(),
    "html": lambda text: "".join(f"&#{ord(sign)};" for sign in text).encode(),
    "zip": lambda text: zipped(text.encode()),
    "zip in zip": lambda text: zipped(zipped(text.encode())),
    "member": lambda text: zipped(b"x", f"{text}.txt"),
    "gzip": lambda text: gzip.compress(text.encode()),
    "png": lambda text: png_with(text.encode()),
    "pdf": lambda text: pdf_with(text.encode("utf-16-be")),
    "pdf strings": lambda text: pdf_with(f"<feff{text.encode('utf-16-be').hex()}>".encode()),
    "base64": lambda text: b"data:" + base64.b64encode(text.encode() * 6),
    "wrapped": lambda text: text.replace(" ", "\n   ").encode(),
}


@pytest.mark.parametrize("packing", PACKINGS)
def test_what_is_packed_is_found(packing: str, tmp_path: Path):
    path = tmp_path / "out.bin"
    path.write_bytes(PACKINGS[packing](NAME))

    assert {each.text for each in search_bytes(path, [NAME]).found} == {NAME}
    assert not search_bytes(path, ["Somebody Else"]).found


def test_a_folder_is_searched_with_the_names_of_its_files(tmp_path: Path):
    folder = tmp_path / "out"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / f"{NAME}.txt").write_text("nothing")
    (folder / "b.txt").write_text("Anna")

    searched = search_bytes(folder, [NAME, "Anna"])

    assert {(each.text, each.where) for each in searched.found} == {
        (NAME, str(Path("data") / f"{NAME}.txt")),
        ("Anna", "b.txt"),
    }
    assert searched.size == len("nothing") + len("Anna")


def test_a_short_word_is_looked_for_where_it_stands_alone(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("under the sun")
    assert not search_bytes(path, ["UN"]).found
    path.write_text("under the UN")
    assert search_bytes(path, ["UN"]).found
    path.write_bytes(b"\x00\x01 UN \x02")
    assert not search_bytes(path, ["UN"]).found


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04broken", b"\x1f\x8bno", b"%PDF stream\n\nendstream"]
)
def test_what_is_broken_is_searched_as_it_lies(data: bytes, tmp_path: Path):
    path = tmp_path / "a"
    path.write_bytes(data + NAME.encode())
    assert search_bytes(path, [NAME]).found

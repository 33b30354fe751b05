"""What bytes are, by their first ones: the magic of real formats, and texts that look like them."""

from __future__ import annotations

import gzip
import io
import struct
import tarfile
import wave
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from casedb.intake.media_types import UNKNOWN, media_type


def picture(form: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, form)
    return out.getvalue()


def sound() -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(100))
    return out.getvalue()


def packed(*members: tuple[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for n, (name, data) in enumerate(members):
            file.writestr(name, data, packing if n else zipfile.ZIP_STORED)
    return out.getvalue()


def tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as file:
        file.addfile(tarfile.TarInfo("a.txt"))
    return out.getvalue()


def brands(*names: bytes) -> bytes:
    """The head of an ISO base media file."""
    first, *rest = names
    box = b"ftyp" + first + bytes(4) + b"".join(rest)
    return struct.pack(">I", len(box) + 4) + box + bytes(40)


def ogg(packet: bytes) -> bytes:
    return b"OggS\x00\x02" + bytes(20) + b"\x01" + bytes([len(packet)]) + packet


def ebml(kind: bytes) -> bytes:
    told = b"\x42\x86\x81\x01\x42\x82" + bytes([0x80 | len(kind)]) + kind
    return b"\x1aE\xdf\xa3" + bytes([0x80 | len(told)]) + told


WARC = b"WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n"
MHTML = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nSubject: A\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n'
)
MAIL = b"Return-Path: <a@example.org>\r\nDate: Mon, 1 Jan 2024\r\nSubject: Quay\r\n\r\nHello"

REAL: tuple[tuple[str, bytes, str], ...] = (
    ("JPEG", picture("JPEG"), "image/jpeg"),
    ("PNG", picture("PNG"), "image/png"),
    ("GIF", picture("GIF"), "image/gif"),
    ("TIFF", picture("TIFF"), "image/tiff"),
    ("BMP", picture("BMP"), "image/bmp"),
    ("WebP", picture("WEBP"), "image/webp"),
    ("icon", picture("ICO"), "image/vnd.microsoft.icon"),
    ("big TIFF", b"MM\x00+\x00\x08\x00\x00", "image/tiff"),
    ("HEIC", brands(b"heic", b"mif1", b"heic"), "image/heic"),
    ("HEIC by what fits", brands(b"mif1", b"mif1", b"heic"), "image/heic"),
    ("AVIF", brands(b"avif", b"mif1"), "image/avif"),
    ("AVIF by what fits", brands(b"mif1", b"miaf", b"avif"), "image/avif"),
    ("HEIF", brands(b"mif1", b"miaf"), "image/heif"),
    ("MP4", brands(b"isom", b"iso2", b"avc1", b"mp41"), "video/mp4"),
    ("M4A", brands(b"M4A ", b"isom"), "audio/mp4"),
    ("MOV", brands(b"qt  "), "video/quicktime"),
    ("old MOV", b"\x00\x00\x00\x08wide\x00\x00\x10\x00mdat", "video/quicktime"),
    ("3GP", brands(b"3gp4"), "video/3gpp"),
    ("MKV", ebml(b"matroska"), "video/x-matroska"),
    ("WebM", ebml(b"webm"), "video/webm"),
    ("AVI", b"RIFF\x10\x00\x00\x00AVI LIST", "video/x-msvideo"),
    ("MPEG stream", (b"G" + bytes(187)) * 4, "video/mp2t"),
    ("WMV", bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c"), "video/x-ms-asf"),
    ("MP3 with tags", b"ID3\x04\x00\x00\x00\x00\x00\x00", "audio/mpeg"),
    ("MP3", b"\xff\xfb\x90\x64" + bytes(20), "audio/mpeg"),
    ("MP3 of half the rate", b"\xff\xf3\x84\xc4" + bytes(20), "audio/mpeg"),
    ("AAC", b"\xff\xf1\x50\x80" + bytes(20), "audio/aac"),
    ("WAV", sound(), "audio/wav"),
    ("FLAC", b"fLaC\x00\x00\x00\x22", "audio/flac"),
    ("AIFF", b"FORM\x00\x00\x00\x20AIFFCOMM", "audio/aiff"),
    ("Vorbis", ogg(b"\x01vorbis" + bytes(20)), "audio/ogg"),
    ("Opus", ogg(b"OpusHead" + bytes(11)), "audio/ogg"),
    ("Theora", ogg(b"\x80theora" + bytes(30)), "video/ogg"),
    ("PDF", b"%PDF-1.7\n", "application/pdf"),
    ("MHTML", MHTML, "multipart/related"),
    ("HTML", b"\n<!-- saved from url --><!DOCTYPE html><html>", "text/html"),
    ("HTML without a type", b"<HTML><head>", "text/html"),
    ("SVG", b'<?xml version="1.0"?>\n<!-- made by hand --><svg xmlns="x">', "image/svg+xml"),
    ("XML", b'<?xml version="1.0"?><note/>', "application/xml"),
    ("KML", b'<?xml version="1.0"?><kml xmlns="x">', "application/vnd.google-earth.kml+xml"),
    ("WARC", WARC, "application/warc"),
    ("WARC, packed", gzip.compress(WARC), "application/warc+gzip"),
    ("gzip", gzip.compress(b"text"), "application/gzip"),
    (
        "WACZ",
        packed(("archive/data.warc.gz", WARC), ("datapackage.json", b"{}")),
        "application/wacz",
    ),
    ("WACZ, another order", packed(("datapackage.json", b"{}")), "application/wacz"),
    ("ZIP", packed(("a.txt", b"a")), "application/zip"),
    ("empty ZIP", packed(), "application/zip"),
    (
        "Writer",
        packed(("mimetype", b"application/vnd.oasis.opendocument.text")),
        "application/vnd.oasis.opendocument.text",
    ),
    (
        "Word",
        packed(("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    ("tar", tar(), "application/x-tar"),
    ("SQLite", b"SQLite format 3\x00" + bytes(80), "application/vnd.sqlite3"),
    ("mail", MAIL, "message/rfc822"),
    ("JSON", b' {"a": [1, 2]}', "application/json"),
    ("JSON, cut", b'{"type": "Feature", "a": ' + b"[" * 5000, "application/json"),
    ("RTF", b"{\\rtf1\\ansi hello}", "application/rtf"),
    ("nothing", b"", "application/x-empty"),
)
TEXTS: tuple[tuple[str, bytes], ...] = (
    ("plain", b"The ship sailed.\n"),
    ("UTF-8 with a mark", "\ufeffРакета".encode()),
    ("UTF-16", "Ракета".encode("utf-16")),
    ("UTF-16, big", b"\xfe\xff" + "부두".encode("utf-16-be")),
    ("UTF-32", "Ракета".encode("utf-32")),
    ("windows-1251", "Судно вийшло з порту вночі.\r\n".encode("windows-1251")),
    ("KOI8-U", "Судно вийшло з порту вночі.\r\n".encode("koi8-u")),
    ("ISO 8859-1", "Le navire a quitté le quai à l’aube".replace("’", "'").encode("latin-1")),
    ("a car", b"BMW, grey, left the quay at nine."),
    ("a chat", b"[10:32] He: hello\n[10:33] She: hello"),
    ("a smiling face", b"{-: hello"),
    ("a name that looks like mark-up", b"<svgalib> was used"),
)


@pytest.mark.parametrize(("data", "name"), [row[1:] for row in REAL], ids=[row[0] for row in REAL])
def test_bytes_are_what_they_begin_with(data: bytes, name: str) -> None:
    assert media_type(data[:4096]) == name


@pytest.mark.parametrize("data", [row[1] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_texts_are_texts_in_every_encoding(data: bytes) -> None:
    assert media_type(data[:4096]) == "text/plain"


def test_a_character_that_the_head_cuts_in_half_makes_no_text_binary() -> None:
    data = ("a" * 4095 + "я" * 50).encode()
    assert media_type(data[:4096]) == "text/plain"


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 4, bytes(200), b"\xff\xff\xff\xff", b"\xff\xfe\x00\x00\x00\x00"]
)
def test_what_nobody_knows_is_not_guessed(data: bytes) -> None:
    assert media_type(data) in (UNKNOWN, "text/plain")
    assert media_type(bytes(range(256)) * 4) == UNKNOWN


@given(st.binary(max_size=600), st.sampled_from([row[1] for row in REAL]))
def test_no_bytes_are_too_much_for_it(tail: bytes, head: bytes) -> None:
    for data in (tail, head[:12] + tail, head[: len(tail) % 40] + tail, head + tail):
        kind = media_type(data[:4096])
        assert kind.count("/") == 1 and kind.isascii() and len(kind) < 120

"""Texts and what is written in them, by the first bytes of a file; nothing of it is carried out."""

from __future__ import annotations

import codecs
import json
import re
from collections import Counter

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The marks at the beginning of texts, the longer ones first."""
_LEGACY = bytes({*range(0x20), 0x7F} - {*b"\t\n\r\f\x1b"})
"""Bytes that stand in no text of one byte a letter, whatever alphabet it is in."""

_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|script|title|iframe|h1|div|table|style|br|p)[\s/>]",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:\s|<\?xml.*?\?>|<!--.*?-->|<!doctype\s+svg[^>]*>)*", re.DOTALL | re.IGNORECASE
)
_HEADER = re.compile(r"[\w-]{2,40}:[ \t]")
_MAIL = re.compile(
    r"^(?:subject|received|message-id|return-path|date):", re.IGNORECASE | re.MULTILINE
)
_JSON = re.compile(r"(?:\{\s*(?:\"|\}|$)|\[\s*(?:[\"\[{\]]|$))")
_XML: tuple[tuple[str, str], ...] = (
    ("<svg", "image/svg+xml"),
    ("<kml", "application/vnd.google-earth.kml+xml"),
    ("<gpx", "application/gpx+xml"),
)
_WHOLE = 4096
"""Bytes of a head that may be cut off."""


def text_type(head: bytes) -> str:
    """The media type of a text, by what is written in it; empty where it is none."""
    text = decoded(head)
    if text is None:
        return ""
    start = text.lstrip("\ufeff \t\r\n\f")
    low = start.lower()
    body = start[_lead(start) :].lower()
    if "mime-version:" in low and "multipart/related" in low:
        return "multipart/related"
    for mark, name in _XML:
        if body.startswith(mark) and not body[len(mark) : len(mark) + 1].isalnum():
            return name
    if _HTML.match(start[_lead(start) :]):
        return "text/html"
    if low.startswith("<?xml"):
        return "application/xml"
    if _is_json(start, is_whole=len(head) < _WHOLE):
        return "application/json"
    if _HEADER.match(start) and len(_MAIL.findall(start)) >= 2:
        return "message/rfc822"
    return "text/plain"


def decoded(head: bytes) -> str | None:
    """A text in the encoding that its bytes show; None for what is no text in any.

    Without a mark it is UTF-8, or else some encoding of one byte a letter, whose letters beyond ASCII
    are not known.
    """
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            text = head[len(mark) :].decode(encoding, "ignore")
            return text if _is_plain(text) else None
    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError as trouble:
        # The last character may only have been cut in half.
        if trouble.start >= len(head) - 3:
            text = head[: trouble.start].decode("utf-8")
        elif any(byte in _LEGACY for byte in head) or not _reads_well(head):
            return None
        else:
            text = head.decode("latin-1")
            return text if text.strip() else None
    return text if _is_plain(text) else None


def read_whole(data: bytes, charset: str = "") -> str | None:
    """A whole text, in the encoding that its bytes show, else in the `charset` that it is said to have.

    Where neither tells it is some encoding of one byte a letter, and which one is guessed: Cyrillic
    where most letters are beyond ASCII, else Western. None for what is no text in any.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8") if charset.lower() in _UNSAID else _in(data, charset)
    except UnicodeDecodeError as trouble:
        # The last character may only have been cut in half.
        if trouble.reason == "unexpected end of data":
            return data[: trouble.start].decode("utf-8")
    if any(byte in _LEGACY for byte in set(data)):
        return None
    return data.decode(_guessed(data), "replace")


_UNSAID = frozenset(("", "utf-8", "utf8", "us-ascii", "ascii"))


def _in(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset, "replace")
    except (LookupError, ValueError):
        # It is said to be in what nobody knows, or in what is no alphabet.
        return data.decode("utf-8")


def _guessed(data: bytes) -> str:
    """Which encoding of one byte a letter a text is most likely in."""
    counts = Counter(data)
    low, high = (
        sum(counts[each] for each in span) for span in (range(0xC0, 0xE0), range(0xE0, 256))
    )
    plain = sum(counts[each] for each in range(256) if chr(each).isascii() and chr(each).isalpha())
    if low + high <= plain:
        return "cp1252"
    # Small letters are the many: they stand above in Windows' alphabet, and below in KOI8.
    return "cp1251" if high >= low else "koi8-u"


def _is_plain(text: str) -> bool:
    return not any(sign < " " and sign not in "\t\r\n\f\x1b" for sign in text)


def _reads_well(head: bytes) -> bool:
    """Whether most of it could be letters and spaces, as in no picture and no program."""
    letters = sum(byte >= 0xC0 or chr(byte).isalnum() or byte in b" \r\n\t" for byte in head)
    return letters >= 0.7 * len(head) and any(byte in b" \r\n" for byte in head)


def _lead(start: str) -> int:
    """Where what a mark-up text begins with ends: declarations and remarks."""
    found = _LEAD.match(start)
    return found.end() if found is not None else 0


def _is_json(start: str, *, is_whole: bool) -> bool:
    if not start.startswith(("{", "[")):
        return False
    if is_whole:
        try:
            json.loads(start)
        except (ValueError, RecursionError):
            return bool(_JSON.match(start))
        return True
    return bool(_JSON.match(start)) or start[1:].lstrip()[:1] in "-0123456789tfn"

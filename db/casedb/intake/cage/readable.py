"""The words of texts, web pages and mails, as somebody would see them: only ever in the cage.

Nothing is rendered, fetched or carried out. The parsers are those of the standard library, which can be
made to work for very long: time and memory end with the process they are in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from html.parser import HTMLParser
from itertools import islice
from typing import cast

from casedb.intake.texts import read_whole

HTML, MAILS = "text/html", ("multipart/related", "message/rfc822")

MOST_PARTS = 500
"""Parts of a mail or saved page that are read."""

_UNSEEN = frozenset(("script", "style", "template", "noscript", "svg", "math"))
_BREAKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "br", "button", "caption", "dd", "details"),
        *(
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
        ),
        *("h4", "h5", "h6", "header", "hr", "iframe", "img", "input", "label", "li", "main", "nav"),
        *("ol", "option", "p", "pre", "section", "select", "summary", "table", "td", "textarea"),
        *("th", "title", "tr", "ul", "video"),
    )
)
"""Elements that stand apart from what is before and behind them."""
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_HEADS = ("Subject", "From", "To", "Date")
_SPACES = re.compile(r"[ \t\f\v\xa0]+")
_LINES = re.compile(r"\s*\n\s*")


def words(data: bytes, sort: str) -> str:
    """The text that somebody would see, line by line; `sort` is the media type."""
    if sort == HTML:
        return _of_page(data, "")
    if sort in MAILS:
        return "\n".join(filter(None, _of_mail(message_from_bytes(data, policy=policy.compat32))))
    return _tidied(read_whole(data) or "")


def parts_of(text: str, size: int) -> Iterator[str]:
    """A text in portions of about so many characters, parted at the ends of lines or words."""
    at = 0
    while at < len(text):
        end = at + size
        if end < len(text):
            ends = (text.rfind(sign, at + size // 2, end) for sign in "\n ")
            end = next((each for each in ends if each > 0), end)
        part = text[at:end].strip()
        if part:
            yield part
        at = end


def _of_page(data: bytes, charset: str) -> str:
    found = _CHARSET.search(data[:4096])
    seen = _Seen()
    seen.feed(read_whole(data, charset or (found[1].decode() if found else "")) or "")
    seen.close()
    return _tidied("".join(seen.parts))


class _Seen(HTMLParser):
    """Gathers what is to be seen of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen.append(tag)
        if tag in _BREAKS:
            self.parts.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            # With whatever was left open in it.
            while self._unseen.pop() != tag:
                pass
        if tag in _BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data)


def _of_mail(message: Message) -> Iterator[str]:
    for name in _HEADS:
        told = message.get(name)
        if told:
            yield f"{name}: {_header(str(told))}"
    parts = list(islice(message.walk(), MOST_PARTS))
    twins = {id(each) for around in parts for each in _twins_in(around)}
    for part in parts:
        sort = part.get_content_type()
        if part.is_multipart() or sort not in (HTML, "text/plain") or id(part) in twins:
            continue
        data = part.get_payload(decode=True)
        if isinstance(data, bytes):
            charset = part.get_content_charset("") or ""
            if sort == HTML:
                yield _of_page(data, charset)
            else:
                yield _tidied(read_whole(data, charset) or "")


def _twins_in(around: Message) -> list[Message]:
    """The plain texts that stand beside a page which says the same."""
    if around.get_content_type() != "multipart/alternative" or not around.is_multipart():
        return []
    parts = cast("list[Message]", around.get_payload())
    has_page = any(each.get_content_type() != "text/plain" for each in parts)
    return [each for each in parts if has_page and each.get_content_type() == "text/plain"]


def _header(told: str) -> str:
    try:
        return _tidied(str(make_header(decode_header(told))))
    except (ValueError, LookupError):
        return _tidied(told)


def _tidied(text: str) -> str:
    return _LINES.sub("\n", _SPACES.sub(" ", text.replace("\0", " "))).strip()


def warm_up() -> None:
    """Read one of each, so that nothing is imported or opened for the first."""
    words(b"<p>A</p>", HTML)
    words(_MAIL, MAILS[0])


_MAIL = (
    b"MIME-Version: 1.0\r\nSubject: =?utf-8?Q?A?=\r\nContent-Type: multipart/related; boundary=B\r\n\r\n"
    b"--B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"<p>A=3D</p>\r\n--B\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nQQ==\r\n"
    b"--B--\r\n"
)
"""A saved page of two parts."""

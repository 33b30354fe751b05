"""Paths in a bag: as manifests write them, which of them lead out of it, which are taken for one."""

from __future__ import annotations

import re
import unicodedata

from casedb.words import say

PAYLOAD = "data/"
"""Where the payload of a bag lies."""

LITTER = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
"""What systems leave in folders, by name in lower case."""

_ESCAPED = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_ESCAPES = re.compile("%(25|0[AaDd])")
_LINE_ENDS = re.compile("%(0[AaDd])")
_DRIVE = re.compile(r"[A-Za-z]:")
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE
)
_UNUSUAL = re.compile('[<>:"|?*\\\\\x00-\x1f\x7f]|[. ]$')
_UNSAFE = re.compile(r'[<>:"/\\|?*%~\s]+')


def escaped(path: str) -> str:
    r"""A path as a manifest writes it (RFC 8493, 2.1.3).

    >>> escaped("data/100%\nsure.txt")
    'data/100%25%0Asure.txt'
    """
    return "".join(_ESCAPED.get(sign, sign) for sign in path)


def readings(written: str, *, escapes_percent: bool = True) -> tuple[str, ...]:
    """What a path in a manifest may mean, the likeliest first.

    Programs differ in what they escape, and before version 1.0 a percent sign was none: a name that is
    there as it is written is meant as well.

    >>> readings("data/100%25.txt")
    ('data/100%.txt', 'data/100%25.txt')
    """
    codes = _ESCAPES if escapes_percent else _LINE_ENDS
    plain = codes.sub(lambda found: chr(int(found[1], 16)), written)
    return tuple(dict.fromkeys((plain, written)))


def alike(path: str) -> str:
    """What paths have in common that some systems take for one: case, and the form of accents."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def why_unsafe(path: str) -> str:
    """Why a path may lead out of the bag, in a sentence; empty where it does not."""
    parts = re.split(r"[/\\]", path)
    if ".." in parts:
        return say("It leads out of the bag (“..”).")
    if path.startswith(("/", "\\")):
        return say("It is absolute, and leads out of the bag.")
    if path.startswith("~"):
        return say("It begins with “~”, which leads to somebody's own folder.")
    if _DRIVE.match(path):
        return say("It begins with the letter of a drive, and leads out of the bag.")
    if "\0" in path:
        return say("It has a zero byte in it.")
    return ""


def why_unusual(path: str) -> str:
    """Why a path cannot be had on every system, in a sentence; empty where it can."""
    for part in path.split("/"):
        if _RESERVED.fullmatch(part):
            return say("Windows keeps the name “{name}” for a device.", name=part)
        if _UNUSUAL.search(part):
            return say("It has signs that Windows does not allow in names.")
    if unicodedata.normalize("NFC", path) != path:
        return say(
            "Its accents are signs of their own (not NFC), which some systems write otherwise."
        )
    return ""


def safe_name(name: str, longest: int = 80) -> str:
    r"""A name as a file may have it on every system: NFC, and nothing in it that steers or is reserved.

    >>> safe_name("con"), safe_name("a/b: 100%\u202e~.jpg"), safe_name("..")
    ('_con', 'a_b_100.jpg', '')
    """
    plain = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode("utf-8"))
    kept = "".join(
        "_" if unicodedata.category(sign) in ("Zs", "Zl", "Zp") else sign
        for sign in plain
        if unicodedata.category(sign)[0] != "C"
    )
    kept = re.sub("_+", "_", _UNSAFE.sub("_", kept)).strip("._ ")
    stem, dot, ending = kept.rpartition(".")
    ending = ending if dot and len(ending) <= 12 else ""
    kept = f"{_cut(stem, longest - len(ending) - 1)}.{ending}" if ending else _cut(kept, longest)
    return f"_{kept}" if _RESERVED.fullmatch(kept) else kept


def _cut(text: str, longest: int) -> str:
    """The beginning of a text, so long that its UTF-8 has no more bytes."""
    kept = text.encode()[:longest].decode("utf-8", "ignore")
    return unicodedata.normalize("NFC", kept).rstrip("._ ")

"""Making invisible characters visible: evidence is stored to the letter, and shown honestly."""

from __future__ import annotations

import re

# Bidirectional controls, zero-width characters and other format controls that can make a text read
# as something else than it is. Joiners are left alone: Arabic, Persian and Indic scripts need them.
_HIDDEN = {
    0x00AD: "SHY",
    0x061C: "ALM",
    0x200B: "ZWSP",
    0x200E: "LRM",
    0x200F: "RLM",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2060: "WJ",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
    0xFEFF: "BOM",
}
_MARKS = {
    **{code: f"\u27e8{name}\u27e9" for code, name in _HIDDEN.items()},
    # C0 controls have pictures of their own (U+2400 and on); tabs and line ends stay.
    **{code: chr(0x2400 + code) for code in range(0x20) if code not in (9, 10, 13)},
    **{code: f"\u27e8U+{code:04X}\u27e9" for code in (*range(0x7F, 0xA0), 0xFFFE, 0xFFFF)},
}

_ANY = re.compile("[" + "".join(re.escape(chr(code)) for code in _MARKS) + "]")


def visible(text: str) -> str:
    r"""The text with hidden controls as visible marks; spaces and line ends stay as they are.

    >>> visible("invoice\u202egpj.exe")
    'invoice⟨RLO⟩gpj.exe'
    """
    return text.translate(_MARKS) if _ANY.search(text) else text


def visible_line(text: str) -> str:
    r"""A text on one line, with marks for what would not be seen in it.

    >>> visible_line("new\nline.jpg")
    'new␊line.jpg'
    """
    shown = visible(text.encode("utf-8", "replace").decode("utf-8"))
    return shown.replace("\n", "␊").replace("\r", "␍").replace("\t", "␉").replace("\0", "␀")


def one_line(text: str) -> str:
    r"""A text on one line, with its white space as single gaps and marks for what would not be seen.

    >>> one_line("Two\n  lines ")
    'Two lines'
    """
    return " ".join(visible(text).split())


def has_hidden(text: str) -> bool:
    """Whether the text holds controls that a reader would not see."""
    return _ANY.search(text) is not None

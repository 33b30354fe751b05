"""The words by which a record is found, folded so that a search meets them.

Folding is for finding only; what is stored is never touched. Spaced scripts are found by the
beginnings of words. Hangul, Han, Kana, Arabic, Hebrew, Cyrillic and Thai are found by any part of a
word: their runs are indexed as overlapping pieces, two signs long where a sign is a syllable or a
word, three where it is a letter, and a query becomes a phrase of the same pieces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from casedb.model.fields import AnyField, Choice, Choices, Flag, Unreadable
from casedb.model.forms import ARTIFACT_FIELDS, ELEMENT_FIELDS, SOURCE_FIELDS
from casedb.model.json_value import JsonValue
from casedb.model.kinds import kind_of
from casedb.model.link_types import link_fields
from casedb.model.records import Annotation, Artifact, Element, Item, Link, Record, Source

VERSION = "3"
"""Changes whenever the same record would give other words; the index is then made anew."""

LONGEST = 200_000
"""Characters of one record that are indexed; what lies beyond is kept and not found."""

# Syllables and ideographs: two signs already say something.
_PAIRS = "\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U000323af\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
# Alphabets whose users search inside words; Latin and Greek are left to prefixes.
_TRIPLES = "\u0400-\u052f\u0530-\u058f\u0590-\u05ff\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff"
_RUN = re.compile(f"([{_PAIRS}]+)|([{_TRIPLES}]+)")

# Letters that Arabic writers use one for another, and marks they leave out.
_ARABIC = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ـ": ""}

# Signs that are known to stay as they are; there are no more of them than there are signs.
_PLAIN: set[str] = set()


def fold(text: str) -> str:
    """The text as it is compared: compatibility forms, case, accents and vowel marks folded.

    >>> fold("Ёлка É ﬁ"), fold("مُحَمَّد") == fold("محمد")
    ('елка e fi', True)
    """
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text).casefold()
    # A text has few different signs, however long it is: only those are looked at one by one, and
    # each that stays as it is but once.
    for sign in set(parts) - _PLAIN:
        if _is_accent(sign):
            parts = parts.replace(sign, "")
        elif sign in _ARABIC:
            parts = parts.replace(sign, _ARABIC[sign])
        else:
            _PLAIN.add(sign)
    return unicodedata.normalize("NFC", parts)


def _is_accent(sign: str) -> bool:
    """Whether a sign is a mark that many leave out, by its combining class (Unicode, 4.3).

    The marks of Indic and Japanese syllables and the vowels and tones of Thai, Lao and Tibetan are
    none: without them a word is another word.
    """
    mark = unicodedata.combining(sign)
    return mark > 0 and not (7 <= mark <= 9 or 84 <= mark <= 132)


def words_in(folded: str) -> list[str]:
    """The words of a folded text, as the full-text index takes it apart (its `categories`).

    By itself FTS5 takes marks for gaps, and most vowels of Thai, Hindi and Burmese are marks.
    """
    spaced = (sign if _is_of_word(sign) else " " for sign in folded)
    return "".join(spaced).split()


def _is_of_word(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category[0] in "LN" or category in ("Co", "Mn", "Mc")


def grams(folded: str) -> str:
    """The overlapping pieces of all runs in scripts that are searched inside words.

    >>> grams("북한 ракета x")
    '북한 한 рак аке кет ета та а'
    """
    found: list[str] = []
    for run in runs(folded):
        found += run.pieces()
    return " ".join(found)


class Run(NamedTuple):
    """A stretch of one script, and how long its pieces are."""

    text: str
    length: int

    def pieces(self) -> list[str]:
        """One piece for every position, shorter ones at the end: any sign starts one."""
        text, length = self.text, self.length
        return [text[at : at + length] for at in range(len(text))]

    def phrase(self) -> str:
        """The full-text query that finds this run inside a longer one."""
        if len(self.text) <= self.length:
            return f'"{self.text}"*'
        last = len(self.text) - self.length
        return '"' + " ".join(self.text[at : at + self.length] for at in range(last + 1)) + '"'


def runs(folded: str) -> Iterator[Run]:
    """The stretches of a folded text that are searched inside words."""
    for match in _RUN.finditer(folded):
        yield Run(match[0], 2 if match[1] else 3)


def query(text: str) -> str:
    """The FTS5 query for what somebody typed: every word must be there, the last may be unfinished.

    Empty where nothing in it can be searched for. Quotation marks and operators are plain text.
    """
    return " AND ".join(terms(text))


def terms(text: str, spaced: str = "{title body}") -> list[str]:
    """The parts of the query, each for one word; `spaced` are the columns that hold whole words."""
    folded = fold(text)[:1000]
    found = [f"grams : {run.phrase()}" for run in runs(folded)]
    for typed in _RUN.sub(" ", folded).split():
        # Words with a sign between them and no space are looked for side by side, as in KN-23.
        words = words_in(typed)
        if words:
            found.append(f'{spaced} : "{" ".join(words)}"*')
    return found[:24]


def page_words(text: str) -> tuple[str, str]:
    """What of a page of a file goes into the index: its words, and their pieces."""
    folded = fold(text)
    return folded, grams(folded)


@dataclass(frozen=True, slots=True)
class SearchText:
    """What of a record goes into the index, folded."""

    title: str
    body: str
    grams: str


def search_text(record: Record) -> SearchText | None:
    """The words of a record, or None for records that are not searched."""
    match record:
        case Item():
            kind = kind_of(record.kind)
            return _text(record.title, _words(kind.fields, record.values, skip="title"))
        case Source():
            return _text(record.name, _words(SOURCE_FIELDS, record.values, skip="name"))
        case Element():
            return _text(
                record.values.text("text"), _words(ELEMENT_FIELDS, record.values, skip="text")
            )
        case Link():
            words = _words(link_fields(record.type), record.values, skip="label")
            return _text(record.values.text("label"), words)
        case Artifact():
            return _text(record.name, _words(ARTIFACT_FIELDS, record.values, skip="name"))
        case Annotation():
            # A mark without words is found by none: its form is a word of the program.
            return _text(record.values.text("text"), "")
        case _:
            return None


@lru_cache(maxsize=2)
def _text(title: str, body: str) -> SearchText:
    # What a record was before a change is mostly what it became by the one before: typing is so.
    title, body = fold(title[:LONGEST]), fold(body[:LONGEST])
    return SearchText(title, body, grams(f"{title}\n{body}"))


def _words(fields: Iterable[AnyField], values: Mapping[str, JsonValue], skip: str) -> str:
    found: list[str] = []
    for field in fields:
        # Words of a list are the same for every item: they are for filters, not for searching.
        if not field.searchable or field.name == skip or isinstance(field, (Choice, Choices, Flag)):
            continue
        try:
            value = field.read(values)
        except Unreadable:
            continue
        if value is not None:
            found.append(field.words(value))
    return "\n".join(filter(None, found))


def plain_text(record: Record) -> tuple[str, str]:
    """(title, body) of a record as they are written, for showing where a word was found."""
    match record:
        case Item():
            return record.title, _words(kind_of(record.kind).fields, record.values, skip="title")
        case Source():
            return record.name, _words(SOURCE_FIELDS, record.values, skip="name")
        case Element():
            return record.values.text("text"), ""
        case Link():
            return record.values.text("label"), record.values.text("rationale")
        case Artifact():
            return record.name, _words(ARTIFACT_FIELDS, record.values, skip="name")
        case Annotation():
            return record.values.text("text"), ""
        case _:
            return "", ""

"""Cut the text of a date into words, numbers, clock times and marks."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from casedb.model.dates.edtf import read_offset
from casedb.model.dates.moment import MONTH_NAMES, OF_A_DAY, WINTER, Clock, DateNotUnderstood
from casedb.model.dates.vocabulary import MEANINGS, Role
from casedb.words import say, term

MAX_LENGTH = 200
"""The most characters that the text of a date may have."""

NOT_A_DATE = term(
    "This is not read as a date: write it like 7 September 2023, September 2023, autumn "
    "2023, about 2023 or 2023-09-07/2023-10-01."
)

_DIRECTION_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c"))
_LOOKALIKES = str.maketrans("\u2010\u2011\u2212\u2012\u2014\u2015\u2019\u02bc·", "---–––'',")
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_MARKS = {"-": Role.DASH, "–": Role.DASH, ",": Role.COMMA, "~": Role.ABOUT, "?": Role.DOUBT}

THIRDS = (Role.EARLY, Role.MIDDLE, Role.LATE)
"""The words that name the first, the second or the last third of a period."""

_PATTERNS = {
    "gap": r"\ | t (?=[0-9]{2}:[0-9]{2})",
    "iso": r"[0-9]{4}-[0-9x]{2} (?: -[0-9x]{2} (?![0-9x]) | (?! [0-9x] | -[0-9] ) )",
    "year_first": r"(?P<y>[0-9]{4}) (?P<s>[-/.:]) [0-9]{1,2} (?P=s) [0-9]{1,2} (?![0-9])",
    "year_last": r"[0-9]{1,2} (?P<t>[-/.]) [0-9]{1,2} (?P=t) [0-9]{4} (?![0-9])",
    "month_year": r"[0-9]{1,2} [/.] [0-9]{4} (?![0-9])",
    "clock": r"""
        (?P<hour>[0-9]{1,2})
        (?: : (?P<minute>[0-9]{2}) (?: : (?P<second>[0-9]{2}) (?: \.[0-9]{1,9} )? )?
            (?: \ ?(?P<half>[ap](?: m | \.m\.? )) | \ uhr )? (?= z (?! \w ) | utc | gmt | (?! \w ) )
          | \ ?(?P<half_hour>[ap](?: m | \.m\.? )) (?! \w )
          | h (?P<minute_h>[0-9]{2})? (?! \w )
          | \ uhr (?! \w ) )
        (?: \ ? (?P<zone> z | (?: utc | gmt ) (?: [+-][0-9]{1,2} (?: :?[0-9]{2} )? )?
                      | [+-][0-9]{2} (?: :?[0-9]{2} )? ) (?! [\w:] ) )?""",
    "decade": r"(?P<tens>[0-9]{3}0) (?: '?s | er | -?(?: х | ті | е | их | ых ) ) (?! \w )"
    r"(?: \ (?P<span> decade | century ) (?! \w ) )?",
    "year": r"(?: [0-9]{4} | [0-9]{3}x | [0-9]{2}xx ) (?! \w )",
    "number": r"(?P<day>[0-9]{1,2}) (?: st | nd | rd | th | er | -?го )? (?! \w )",
    "quarter": r"q(?P<quarter_number>[1-4]) (?! \w )",
    "phrase": "(?:"
    + "|".join(re.escape(word) for word in sorted(MEANINGS, key=len, reverse=True))
    + r") (?! \w )",
    "mark": r"[-–,~?%]",
}
_TOKEN = re.compile(
    "|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items()), re.VERBOSE
)
_YEAR_PAIR = re.compile(r"([0-9]{4}) ?[-–/] ?([0-9]{4}|[0-9]{2})(?!\w)")
_STRANGER = re.compile(r"\w+|.")
_NUMBERS = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, time or mark: what it does, and its EDTF digits or clock where it has them.

    DATE digits are an EDTF date, NUMBER digits a day, QUARTER digits the first of three months.
    """

    role: Role
    digits: str = ""
    clock: Clock | None = None


def check_stated(text: str) -> str:
    """Return the text of a date without the white space around it.

    Raises DateNotUnderstood where it is empty, too long or holds characters that cannot be seen.
    """
    stated = text.strip()
    if not stated:
        raise DateNotUnderstood(say("The date is empty: write one like 7 September 2023."))
    if len(stated) > MAX_LENGTH:
        raise DateNotUnderstood(
            say(
                "This is too long for a date: it has {number} characters, {longest} are read.",
                number=len(stated),
                longest=MAX_LENGTH,
            )
        )
    if any(unicodedata.category(sign) in _HIDDEN for sign in stated.translate(_DIRECTION_MARKS)):
        raise DateNotUnderstood(
            say("The date holds hidden characters: type it instead of pasting it.")
        )
    return stated


def flatten(stated: str) -> str:
    """Return the text with one kind of hyphen, dash, apostrophe and space, without marks of
    writing direction and without brackets.

    Raises DateNotUnderstood where a digit is not one of 0 to 9.
    """
    text = unicodedata.normalize("NFC", stated.translate(_DIRECTION_MARKS)).translate(_LOOKALIKES)
    if any(sign.isnumeric() and not sign.isascii() for sign in text):
        raise DateNotUnderstood(say("Only the digits 0 to 9 are read in a date."))
    return " ".join(re.sub(r"\(([^()]*)\)", r" \1 ", text).split())


def cut_tokens(text: str) -> list[Token]:
    """Return the tokens of a flattened text in lower case, commas and full stops left out.

    Raises DateNotUnderstood where a part of the text has no place in a date.
    """
    tokens: list[Token] = []
    place = 0
    while place < len(text):
        pair = _YEAR_PAIR.match(text, place)
        if pair is not None:
            named = [token for token in tokens if token.role is not Role.FILLER]
            if named[-1:] == [Token(Role.SEASON, WINTER)]:
                tokens = [*named[:-1], *_read_winter(pair[1], pair[2])]
                place = pair.end()
                continue
        match = _TOKEN.match(text, place)
        if match is None:
            raise _refuse_stranger(text, place, tokens)
        place = match.end()
        tokens += _read_token(match)
        if text.startswith(".", place) and match.lastgroup in ("phrase", "number", "clock"):
            place += 1
        if text.startswith("-", place) and tokens[-1:] and tokens[-1].role in THIRDS:
            place += 1
    return _drop_commas(tokens)


def _read_token(match: re.Match[str]) -> list[Token]:
    text = match[0]
    match match.lastgroup:
        case "iso" | "year":
            return [Token(Role.DATE, text.upper())]
        case "year_first":
            year, month, day = _NUMBERS.findall(text)
            return [Token(Role.DATE, f"{year}-{month:0>2}-{day:0>2}")]
        case "year_last":
            return [_read_year_last(text, *_NUMBERS.findall(text))]
        case "month_year":
            month, year = _NUMBERS.findall(text)
            return [Token(Role.DATE, f"{year}-{month:0>2}")]
        case "clock":
            return [Token(Role.CLOCK, clock=_read_clock(match))]
        case "decade":
            return [_read_decade(match["tens"], match["span"])]
        case "number":
            return [Token(Role.NUMBER, f"{match['day']:0>2}")]
        case "quarter":
            return [Token(Role.QUARTER, f"{int(match['quarter_number']) * 3 - 2:02}")]
        case "phrase":
            return [_read_phrase(text)]
        case "mark":
            return [Token(Role.ABOUT), Token(Role.DOUBT)] if text == "%" else [Token(_MARKS[text])]
        case _:
            return []


def _read_year_last(text: str, first: str, second: str, year: str) -> Token:
    day, month = int(first), int(second)
    if "." not in text:
        if 1 <= day <= 12 and 1 <= month <= 12 and day != month:
            raise DateNotUnderstood(
                say(
                    "{given} may be {day} {first} {year} or {month} {second} {year}: write "
                    "the month as a word.",
                    given=text,
                    day=f"{day}",
                    first=say(MONTH_NAMES[month - 1], about=OF_A_DAY),
                    year=f"{year}",
                    month=f"{month}",
                    second=say(MONTH_NAMES[day - 1], about=OF_A_DAY),
                )
            )
        if day <= 12 < month:
            day, month = month, day
    return Token(Role.DATE, f"{year}-{month:02}-{day:02}")


def _read_phrase(text: str) -> Token:
    token = Token(*MEANINGS[text])
    if token.role is Role.RELATIVE:
        raise DateNotUnderstood(
            say(
                "“{given}” depends on the day it is read: write the calendar date, like 7 September "
                "2023.",
                given=text,
            )
        )
    return token


def _read_clock(match: re.Match[str]) -> Clock:
    hour, minute, second = int(match["hour"]), match["minute"] or match["minute_h"], match["second"]
    half = match["half"] or match["half_hour"]
    if half is not None:
        if not 1 <= hour <= 12:
            raise DateNotUnderstood(
                say(
                    "{hour} is no hour of a 12-hour clock: leave out am or pm, or write 1 to 12.",
                    hour=hour,
                )
            )
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    zone = match["zone"]
    offset = None
    if zone is not None:
        if zone[0] == "-" and ":" in zone and second is None:
            raise DateNotUnderstood(
                say(
                    "“{match}” may be a range of times or an offset from UTC: put “to” or “UTC” between "
                    "the two.",
                    match=match[0],
                )
            )
        offset = read_offset(zone.removeprefix("utc").removeprefix("gmt").upper() or "Z")
    return Clock(hour, _number(minute), _number(second), offset)


def _read_decade(tens: str, span: str | None) -> Token:
    if span is None and tens.endswith("00"):
        raise DateNotUnderstood(
            say(
                "{tens}s may be ten years or a hundred: write {tens}s decade or {tens}s century.",
                tens=f"{tens}",
            )
        )
    if span == "century" and not tens.endswith("00"):
        raise DateNotUnderstood(
            say(
                "{tens}s is a decade: leave out century, or write {century}00s.",
                tens=f"{tens}",
                century=f"{tens[:2]}",
            )
        )
    return Token(Role.DATE, f"{tens[:2]}XX" if span == "century" else f"{tens[:3]}X")


def _read_winter(first: str, second: str) -> list[Token]:
    if int(second) != (int(first) + 1) % 10 ** len(second):
        raise DateNotUnderstood(
            say("A winter lies in two years that follow: write winter 2022/23.")
        )
    return [Token(Role.QUARTER, "12"), Token(Role.DATE, first)]


def _drop_commas(tokens: list[Token]) -> list[Token]:
    """Drop the commas between two other tokens; one that stands elsewhere stays, to be refused."""
    between = tokens[1:-1]
    kept = [
        token
        for before, token in zip(tokens, between, strict=False)
        if token.role is not Role.COMMA or before.role is Role.COMMA
    ]
    return tokens[:1] + kept + tokens[1:][-1:]


def _refuse_stranger(text: str, place: int, tokens: list[Token]) -> DateNotUnderstood:
    stranger = _STRANGER.match(text, place)
    word = "" if stranger is None else stranger[0]
    if tokens and tokens[-1].role is Role.CLOCK and word.isalpha():
        return DateNotUnderstood(
            say(
                "“{upper}” is not read as a zone: look up how far its clocks were from UTC on that "
                "day, and write that after the time as ±hh:mm.",
                upper=word.upper(),
            )
        )
    if word.isdecimal():
        return DateNotUnderstood(
            say(
                "“{word}” is not read in a date: write years with four digits, days with one or two.",
                word=word,
            )
        )
    return DateNotUnderstood(
        say(
            "“{word}” is not read in a date: write it like 7 September 2023, autumn 2023 or "
            "2023-09.",
            word=word,
        )
    )


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)

"""Cut what may be coordinates into numbers, marks, letters of the hemispheres and words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

# One character for one, so that positions still hold in the text as it was given.
_LOOKALIKES = {
    **dict.fromkeys("\u2212\u2010\u2011\u2013\ufe63\uff0d", "-"),
    **dict.fromkeys("º˚∘", "°"),
    **dict.fromkeys("’‘‛′ʹ´`ʼ＇", "'"),
    **dict.fromkeys("”“„‟″ʺ〃＂", '"'),
    **dict.fromkeys("\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff", " "),
    **dict.fromkeys("\u2066\u2067\u2068\u2069", " "),
    **dict.fromkeys("،﹐，", ","),
    **dict.fromkeys("；؛", ";"),
    "٫": ".",
    "．": ".",
}
_LOOKALIKES_TABLE = str.maketrans(_LOOKALIKES)

_LETTER = r"[^\W\d_]"
_ALONE = rf"(?!{_LETTER})"
# A unit may be followed at once by the letter of a hemisphere: 50d32m30sN.
_UNIT_END = rf"(?=[NSEW]?{_ALONE})"
_TOKEN = re.compile(
    rf"""
    (?P<space>\s+|\(\s?wgs\s?84\s?\)
      |(?<!{_LETTER})(?:gps|geo|wgs\s?84|coords?|coordinates?|координати|координаты){_ALONE}:?)
  | (?P<number>[0-9]+(?:\.[0-9]+)?|(?<![0-9])\.[0-9]+)
  | (?P<sign>[+-](?!\s))
  | (?P<to>\.\.+|…)
  | (?P<comma>,|/(?=\s*[NSEW+-]?\s*[0-9]+\.))
  | (?P<semicolon>;)
  | (?P<degree>°|(?<!{_LETTER})(?:degrees?|deg|d){_UNIT_END})
  | (?P<second>"|''|(?<!{_LETTER})(?:(?:seconds?|sec){_UNIT_END}|s(?=[NSEW]{_ALONE})))
  | (?P<minute>'|(?<!{_LETTER})(?:minutes?|min|m){_UNIT_END})
  | (?P<label>(?<!{_LETTER})(?:latitude|lat|longitude|long|lng|lon|широта|довгота|долгота)
      {_ALONE}\s*[:=]?)
  | (?P<letter>(?:(?<!{_LETTER})|(?<=[0-9\s][dms]))(?:north|south|east|west|[NSEW]
      |(?:пн|пд|с|ю)(?:\.?\s?ш)?|(?:сх|зх|в|з)(?:\.?\s?д)?){_ALONE}(?:\.(?!\.))?)
  | (?P<other>{_LETTER}+|.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
# A letter for each kind, so that the kinds of several tokens can be matched as a text.
_KINDS = {
    "number": "n",
    "sign": "-",
    "to": ">",
    "comma": ",",
    "semicolon": ";",
    "degree": "d",
    "minute": "m",
    "second": "s",
    "label": "a",
    "letter": "h",
    "other": "?",
}
# Ukrainian and Russian abbreviate north latitude as пн. ш. and с. ш., and so on.
_HEMISPHERES = {
    **dict.fromkeys(("n", "north", "пн", "пнш", "с", "сш"), "N"),
    **dict.fromkeys(("s", "south", "пд", "пдш", "ю", "юш"), "S"),
    **dict.fromkeys(("e", "east", "сх", "схд", "в", "вд"), "E"),
    **dict.fromkeys(("w", "west", "зх", "зхд", "з", "зд"), "W"),
}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text from `start` to `end`; `kind` is one of the letters in `_KINDS`."""

    kind: str
    text: str
    start: int
    end: int


def make_plain(text: str) -> str:
    """The text with the signs and digits of other keyboards made plain, character for character."""
    if not text.isascii():
        text = "".join(
            str(unicodedata.decimal(each)) if each.isdecimal() else each
            for each in text.translate(_LOOKALIKES_TABLE)
        )
    return _plain_decimals(text)


def _plain_decimals(text: str) -> str:
    """The text with decimal commas as points, where commas can only be that."""
    if re.search(r"[0-9]\.[0-9]", text) or re.search(r"[0-9],[0-9]+,[0-9]", text):
        return text
    if re.fullmatch(r"\s*[+-]?[0-9]+,[0-9]+\s*", text):
        return text
    return re.sub(r"(?<=[0-9]),(?=[0-9])", ".", text)


def tokenise(plain: str) -> list[Token]:
    """The tokens of a plain text, without spaces and words like GPS that say nothing more."""
    tokens: list[Token] = []
    end_of_number = -1
    for match in _TOKEN.finditer(plain):
        name = match.lastgroup or "other"
        if name == "space":
            continue
        kind, text = _KINDS[name], match[0]
        if kind == "-" and match.start() == end_of_number:
            # 12-14 is a house or a date, not 12 and minus 14.
            kind = "?"
        elif kind == "h" and text == "s" and _follows_minutes(tokens):
            kind = "s"
        tokens.append(Token(kind, text, match.start(), match.end()))
        end_of_number = match.end() if kind == "n" else -1
    return tokens


def _follows_minutes(tokens: Sequence[Token]) -> bool:
    """Whether a small s here ends seconds, as in 50d 32m 30s, and does not say south."""
    kinds = kinds_of(tokens[-2:])
    return kinds == "mn" and tokens[-2].text.isalpha()


def split_runs(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The stretches of a text without other words, and without punctuation at their ends."""
    for is_word, group in groupby(tokens, _is_word):
        run = [] if is_word else list(group)
        while run and run[0].kind in ",;>":
            del run[0]
        while run and run[-1].kind in ",;>-":
            del run[-1]
        if run:
            yield run


def _is_word(token: Token) -> bool:
    # Beside a name, "West" is more likely to belong to the name, as in Key West 24.5551, -81.78.
    return token.kind == "?" or token.text.casefold() in ("north", "south", "east", "west")


def read_hemisphere(token: Token) -> str:
    """N, S, E or W for a letter or word that says so."""
    return _HEMISPHERES[re.sub(r"[.\s]", "", token.text.casefold())]


def kinds_of(tokens: Sequence[Token]) -> str:
    """The kinds of the tokens, one letter each."""
    return "".join(each.kind for each in tokens)


def split_at(tokens: Sequence[Token], kind: str) -> list[list[Token]]:
    """The tokens before, between and after those of one kind."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind == kind:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts

"""`Picture`: how a board is to be drawn for others: in which form, what of it, how large, with what below.

The window, the command line and the key that does it once more share this one value.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from types import MappingProxyType
from typing import cast

from casedb.errors import ExportRefused
from casedb.words import say, term

FORMS: Mapping[str, str] = MappingProxyType(
    {"png": "PNG", "jpeg": "JPEG", "svg": "SVG", "pdf": "PDF"}
)
PARTS = ("board", "shown", "selection", "frame", "view")
"""All of a board, what is not hidden on it, what is selected, one frame with what lies in it, or what
is in view."""
BACKGROUNDS: Mapping[str, str] = MappingProxyType(
    {"theme": term("As the theme"), "white": term("White"), "none": term("See-through")}
)
PAPERS = ("A4", "A3", "A2", "A1", "A0", "Letter", "Legal", "Tabloid")
LOOKS = ("print", "light", "dark", "cork", "light-high", "dark-high")

LEAST_SCALE, MOST_SCALE = 1.0, 8.0
LEAST_WIDTH, MOST_WIDTH = 200, 100_000
"""Pixels that a picture may be asked to be wide."""
MOST_MARGIN = 400
"""Board units."""
MOST_ACROSS = 20


@dataclass(frozen=True, slots=True)
class Picture:
    """What is asked of a picture of a board.

    `form` is one of FORMS, `part` one of PARTS, `frame` the id of a frame. `scale` is how many pixels a
    board unit has, and `width` how many the picture has across, 0 for as many as that comes to. `margin`
    is in board units. With a `legend` it says what its signs mean, with `sources` which sources its cards
    cite. `poster` is the paper of a PDF of several pages, of which `across` lie side by side, 0 for as
    many as the natural size takes.
    """

    form: str = "png"
    part: str = "board"
    frame: str = ""
    scale: float = 2.0
    width: int = 0
    theme: str = "print"
    background: str = "theme"
    margin: int = 40
    legend: bool = False
    sources: bool = False
    poster: str = ""
    across: int = 0

    @property
    def has_pixels(self) -> bool:
        """Whether it consists of pixels."""
        return self.form in ("png", "jpeg")

    @property
    def is_poster(self) -> bool:
        """Whether it is a PDF of several pages."""
        return self.form == "pdf" and bool(self.poster)

    @property
    def ending(self) -> str:
        """What the name of its file ends in, without the dot."""
        return "jpg" if self.form == "jpeg" else self.form

    def check(self) -> Picture:
        """The same. Raises ExportRefused where it asks for what there is not."""
        if self.form not in FORMS:
            raise no_such_form(self.form)
        check_scale(self.scale)
        if self.width and not LEAST_WIDTH <= self.width <= MOST_WIDTH:
            raise ExportRefused(
                say(
                    "A picture can be {least} to {most} pixels wide, not {width}, so none was made.",
                    least=LEAST_WIDTH,
                    most=MOST_WIDTH,
                    width=self.width,
                )
            )
        if not 0 <= self.margin <= MOST_MARGIN:
            raise ExportRefused(
                say(
                    "A margin can be 0 to {most} units wide, not {margin}, so no picture was made.",
                    most=MOST_MARGIN,
                    margin=self.margin,
                )
            )
        if self.background == "white" and self.theme.startswith("dark"):
            raise ExportRefused(
                say("A dark theme needs its dark background, so no picture was made on white.")
            )
        if self.background == "none" and self.form == "jpeg":
            raise ExportRefused(
                say(
                    "A JPEG cannot be see-through, so none was made. Choose PNG, or another background."
                )
            )
        if not 0 <= self.across <= MOST_ACROSS:
            raise ExportRefused(
                say(
                    "A poster can be up to {most} pages wide, not {pages}, so none was made.",
                    most=MOST_ACROSS,
                    pages=self.across,
                )
            )
        return self

    def to_text(self) -> str:
        """What is remembered of it for the next time: all but what there may not be then."""
        return json.dumps(asdict(replace(self, frame="")), sort_keys=True)

    @classmethod
    def from_text(cls, text: str) -> Picture:
        """Read it back; what is not understood is as if nobody had chosen it."""
        try:
            told: object = json.loads(text) if text else {}
        except ValueError:
            return cls()
        if not isinstance(told, dict):
            return cls()
        held = cast("dict[str, object]", told)
        known = {
            each.name: held[each.name]
            for each in fields(cls)
            if each.name in held and _is_like(each.default, held[each.name])
        }
        made = cls(**known)  # pyright: ignore[reportArgumentType]
        answers: Mapping[str, Sequence[str]] = {
            "form": tuple(FORMS),
            "part": PARTS,
            "theme": LOOKS,
            "background": tuple(BACKGROUNDS),
            "poster": ("", *PAPERS),
        }
        plain = cls()
        for name, allowed in answers.items():
            if getattr(made, name) not in allowed:
                made = replace(made, **{name: getattr(plain, name)})
        try:
            return made.check()
        except ExportRefused:
            return replace(plain, form=made.form, theme=made.theme)


def no_such_form(form: str) -> ExportRefused:
    """The error for a form in which nothing can be drawn."""
    return ExportRefused(
        say("A board can be exported as PNG, JPEG, PDF or SVG, not as “{form}”.", form=form)
    )


def check_scale(scale: float) -> None:
    """Raise ExportRefused where a picture cannot have so many pixels to the unit."""
    if not LEAST_SCALE <= scale <= MOST_SCALE:
        raise ExportRefused(
            say(
                "A picture can have {least} to {most} pixels a unit, not {scale}, so none was made.",
                least=f"{LEAST_SCALE:g}",
                most=f"{MOST_SCALE:g}",
                scale=f"{scale:g}",
            )
        )


def _is_like(default: object, value: object) -> bool:
    """Whether a value is of the sort of another; a whole number is a number too."""
    if isinstance(default, float):
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return type(value) is type(default)

"""The words that stand in the declared tables of the program, for those who translate."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import cast

from caseboard.actions import ACTIONS, COLOURS, Menu, Needs, Sub
from caseboard.board_keys import BOARD_KEYS
from caseboard.menus import CHOICES
from caseboard.options import OWN_NAMES, SETTINGS, Page
from caseboard.theme import theme, theme_names
from casedb.model import forms, when_and_where
from casedb.model.dates.moment import MONTH_NAMES, OF_A_DAY, SEASON_NAMES, SHORT_MONTH_NAMES
from casedb.model.fields import SECTION
from casedb.model.kinds import KINDS
from casedb.model.link_types import LINK_TYPES, link_fields
from casedb.model.options import OPTION, Option
from casedb.model.schemes import DISMISSAL, SCHEMES, Grade, grades_of

READ = (
    "label",
    "plural",
    "hint",
    "card_label",
    "help",
    "section",
    "placeholder",
    "row_label",
    "says",
    "says_back",
    "limit",
    "meaning",
    "text",
    "told",
    "choices",
    "unit",
)
"""The attributes of what is declared that people read."""

TABLES: tuple[object, ...] = (
    tuple(KINDS.values()),
    tuple(LINK_TYPES.values()),
    tuple(link_fields(name) for name in LINK_TYPES),
    forms.CASE_FIELDS,
    forms.SOURCE_FIELDS,
    forms.ELEMENT_FIELDS,
    forms.ARTIFACT_FIELDS,
    when_and_where.TIME_NAMES,
    when_and_where.PLACE_NAMES,
    tuple(grades_of(each) for each in (*SCHEMES, DISMISSAL)),
    ACTIONS,
    BOARD_KEYS,
    SETTINGS,
)
LOOSE: tuple[str, ...] = (
    *(each.name for each in (*SCHEMES, DISMISSAL)),
    *MONTH_NAMES,
    *SHORT_MONTH_NAMES,
    *SEASON_NAMES.values(),
    *(each.text for each in Menu),
    *(each.value for each in Sub),
    *(each.value for each in Page),
    *(each.sentence for each in Needs),
    *COLOURS.values(),
    *(theme(name).label for name in theme_names()),
    *(title for title, _ in CHOICES.values()),
    *(text for _, texts in CHOICES.values() for text in texts.values()),
)


def declared() -> Iterator[tuple[str, str]]:
    """Every text of the tables, with what tells it apart from one that is written alike."""
    for table in TABLES:
        yield from ((text, about) for text, about in _read(table) if text not in OWN_NAMES)
    yield from ((text, "") for text in LOOSE)
    yield from ((text, OF_A_DAY) for text in (*MONTH_NAMES, *SHORT_MONTH_NAMES))


def _read(told: object, about: str = "") -> Iterator[tuple[str, str]]:
    match told:
        case str():
            yield told, about
        case tuple():
            for each in cast("tuple[object, ...]", told):
                yield from _read(each, about)
        case Mapping():
            yield from _read(tuple(cast("Mapping[str, object]", told).values()), about)
        case _ if is_dataclass(told):
            for each in fields(told):
                value = getattr(told, each.name)
                # What is declared holds other things that are declared, and much that is in code.
                if each.name in READ or not isinstance(value, str | Mapping):
                    yield from _read(
                        value if each.name in READ or not _is_names(value) else (),
                        _about(told, each.name),
                    )
        case _:
            return


def _about(told: object, name: str) -> str:
    """What tells the texts of an attribute apart from others."""
    if isinstance(told, Option | Grade):
        return OPTION
    return SECTION if name == "section" else ""


def _is_names(value: object) -> bool:
    """Whether it is a list of names in code."""
    return isinstance(value, tuple) and all(
        isinstance(each, str) for each in cast("tuple[object, ...]", value)
    )

"""The words by which people write dates: English, with the months and seasons of four languages.

Every word stands in lower case and without a full stop, as `tokens` compares it.
"""

from __future__ import annotations

from enum import Enum, auto

from casedb.model.dates.moment import WINTER


class Role(Enum):
    """What a word, a number or a mark does in a date."""

    DATE = auto()
    NUMBER = auto()
    CLOCK = auto()
    QUARTER = auto()
    DASH = auto()
    COMMA = auto()
    MONTH = auto()
    SEASON = auto()
    WEEKDAY = auto()
    ABOUT = auto()
    DOUBT = auto()
    FROM = auto()
    SINCE = auto()
    TO = auto()
    BETWEEN = auto()
    AND = auto()
    BEFORE = auto()
    AFTER = auto()
    BY = auto()
    ONWARD = auto()
    OR_EARLIER = auto()
    PRESENT = auto()
    UNKNOWN = auto()
    START_UNKNOWN = auto()
    END_UNKNOWN = auto()
    EARLY = auto()
    MIDDLE = auto()
    LATE = auto()
    SOME_DAY = auto()
    SOME_MONTH = auto()
    RELATIVE = auto()
    FILLER = auto()


_MONTHS = (
    "january jan|januar jänner|janvier|январь января январе|січень січня січні січ",
    "february feb|februar feber|février fevrier|февраль февраля феврале|лютий лютого лютому лют",
    "march mar|märz|mars|март марта марте|березень березня березні бер",
    "april apr|avril|апрель апреля апреле|квітень квітня квітні квіт",
    "may|mai|май мая мае|травень травня травні трав",
    "june jun|juni|juin|июнь июня июне|червень червня червні черв",
    "july jul|juli|juillet|июль июля июле|липень липня липні лип",
    "august aug|août aout|август августа августе|серпень серпня серпні серп",
    "september sept sep|septembre|сентябрь сентября сентябре|вересень вересня вересні вер",
    "october oct|oktober okt|octobre|октябрь октября октябре|жовтень жовтня жовтні жовт",
    "november nov|novembre|ноябрь ноября ноябре|листопад листопада листопаді лист",
    "december dec|dezember dez|décembre decembre|декабрь декабря декабре|грудень грудня грудні груд",
)
_SEASONS = {
    "21": "spring|frühling frühjahr|printemps|весна весны весной|весни навесні",
    "22": "summer|sommer|été|лето лета летом|літо літа влітку",
    "23": "autumn fall|herbst|automne|осень осени осенью|осінь осені восени",
    WINTER: "winter|hiver|зима зимы зимой|зими взимку",
}
_WEEKDAYS = (
    "monday mon|tuesday tue tues|wednesday wed|thursday thu thur thurs|friday fri|saturday sat|sunday sun",
    "понеділок пн|вівторок вт|середа ср|четвер чт|п'ятниця пт|субота сб|неділя нд",
)
_PHRASES = {
    Role.ABOUT: "about|around|circa|c|ca|approx|approximate|approximately|roughly|etwa|ungefähr"
    "|environ|около|примерно|близько|приблизно|орієнтовно",
    Role.DOUBT: "probably|possibly|perhaps|maybe|presumably|likely|uncertain|not certain"
    "|wahrscheinlich|vielleicht|вероятно|возможно|ймовірно|можливо|непевно|мабуть",
    Role.FROM: "from|von|de|du|с|з|із|від|от",
    Role.SINCE: "since|starting|starting from|no earlier than|not earlier than|not before"
    "|on or after|seit|ab|depuis|починаючи з|не раніше|не раніше ніж",
    Role.TO: "to|until|till|through|thru|up to|bis|au|до|по",
    Role.BETWEEN: "between|zwischen|entre|между|між",
    Role.AND: "and|und|et|и|і|й|та",
    Role.BEFORE: "before|prior to|earlier than|vor|avant|перед|раніше ніж|раніше",
    Role.AFTER: "after|later than|nach|après|после|після|пізніше ніж|пізніше",
    Role.BY: "by|no later than|not later than|not after|on or before|не пізніше|не пізніше ніж",
    Role.ONWARD: "onward|onwards|and later|or later|or after|або пізніше|і пізніше",
    Role.OR_EARLIER: "and earlier|or earlier|or before|або раніше|і раніше",
    Role.PRESENT: "present|the present|ongoing",
    Role.UNKNOWN: "unknown|not known|невідомо|не відомо",
    Role.START_UNKNOWN: "start not known|start unknown|початок невідомий",
    Role.END_UNKNOWN: "end not known|end unknown|кінець невідомий",
    Role.EARLY: "early|beginning of|the beginning of|start of|the start of|anfang|début"
    "|начало|начале|початок|початку",
    Role.MIDDLE: "mid|middle of|the middle of|mitte|середина|середине|середині|всередині",
    Role.LATE: "late|end of|the end of|ende|fin|конец|конце|кінець|наприкінці",
    Role.SOME_DAY: "a day in|one day in|some day in|якийсь день",
    Role.SOME_MONTH: "a month in|one month in|some month in|якийсь місяць",
    Role.RELATIVE: "today|yesterday|tomorrow|now|tonight|ago|last|next|this|recently"
    "|heute|gestern|hier|сегодня|вчера|сьогодні|вчора",
    Role.FILLER: "the|of|in|on|at|year|im|am|um|uhr|en|le|à|в|у|на|о|об|р|рр|г|гг"
    "|год|года|году|рік|року|році|пояс не вказано|без поясу|zone not stated|no zone",
}


def _spell_out() -> dict[str, tuple[Role, str]]:
    meanings = {
        phrase: (role, "") for role, phrases in _PHRASES.items() for phrase in phrases.split("|")
    }
    for role in (Role.SOME_DAY, Role.SOME_MONTH):
        meanings |= dict.fromkeys(_PHRASES[role].split("|"), (role, "XX"))
    for number, words in enumerate(_MONTHS, start=1):
        meanings |= dict.fromkeys(words.replace("|", " ").split(), (Role.MONTH, f"{number:02}"))
    for digits, words in _SEASONS.items():
        meanings |= dict.fromkeys(words.replace("|", " ").split(), (Role.SEASON, digits))
    for language in _WEEKDAYS:
        for number, words in enumerate(language.split("|")):
            meanings |= dict.fromkeys(words.split(), (Role.WEEKDAY, str(number)))
    return meanings


MEANINGS = _spell_out()
"""Each word or phrase with its role, and its digits: an EDTF month or season, `XX` for a day or a
month that is not named, or a weekday counted from 0 for Monday."""

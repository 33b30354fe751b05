"""What is said on a line of time: how long a gap is, what a mark stands for, rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from caseboard.language import spoken
from caseboard.views.timeline_marks import Dated, Marks
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.kinds import kind_of
from casedb.model.named_times import TimeOf, date_of, label_of_time, name_of_time
from casedb.model.visible_text import visible
from casedb.words import say

DAY = 24 * 60 * 60
YEAR, MONTH = 365.25 * DAY, 30.44 * DAY
MOST_TIMES = 12


def length_in_words(seconds: float) -> str:
    """How long something is, in the largest unit that tells it.

    >>> length_in_words(5 * MONTH), length_in_words(77 * DAY), length_in_words(90)
    ('about 5 months', '77 days', '90 seconds')
    """
    if seconds >= 1.95 * YEAR:
        return say("about {n} year", "about {n} years", n=round(seconds / YEAR))
    if seconds >= 100 * DAY:
        return say("about {n} month", "about {n} months", n=round(seconds / MONTH))
    if seconds >= 1.95 * DAY:
        return say("{n} day", "{n} days", n=round(seconds / DAY))
    if seconds >= 1.95 * 60 * 60:
        return say("{n} hour", "{n} hours", n=round(seconds / 60 / 60))
    if seconds >= 100:
        return say("{n} minute", "{n} minutes", n=round(seconds / 60))
    return say("{n} second", "{n} seconds", n=max(1, round(seconds)))


def time_in_words(dated: Dated, time: TimeOf) -> str:
    """Which time of an item it is, and the date with what is known of its zone."""
    label = label_of_time(dated.item, time)
    name = name_of_time(time.name)
    if label.casefold() != name.casefold():
        label = f"{label} ({_lowered(name)})"
    date = date_of(dated.item, time)
    if date is None:
        return label
    told = f"{label}: {date.show()}"
    return f"{told} · {_as_stated(date)}" if _as_stated(date) else told


def _as_stated(date: FuzzyDate) -> str:
    stated = visible(date.stated)
    if stated in (date.show(), date.show_short(), date.edtf):
        return ""
    return say("stated as “{text}”", text=stated)


def _lowered(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def item_in_words(dated: Dated, time: TimeOf | None = None) -> str:
    """An item as a screen reader hears it, with one of its times."""
    told = f"{say(kind_of(dated.item.kind).label)}: {visible(dated.title)}"
    return f"{told}. {time_in_words(dated, time)}" if time is not None else told


def tip_of(dated: Dated, here: TimeOf | None) -> str:
    """An item with all its times, one a line; that under the pointer stands out."""
    kind = say(kind_of(dated.item.kind).label)
    lines = [f"<b>{escape(visible(dated.title))}</b>", escape(kind)]
    for time in dated.times[:MOST_TIMES]:
        told = escape(time_in_words(dated, time))
        lines.append(f"<b>{told}</b>" if time is here and len(dated.times) > 1 else told)
    if len(dated.times) > MOST_TIMES:
        lines.append(escape(say("and {n} more", n=len(dated.times) - MOST_TIMES)))
    return "".join(f"<p style='margin:0'>{line}</p>" for line in lines)


def rows_of(marks: Marks, undated: list[Dated]) -> Iterator[tuple[str, ...]]:
    """The rows of a table: a time each in their order, then what has none; the names of the columns first."""
    yield (
        say("Time"),
        say("As stated"),
        say("Which time"),
        say("Earliest"),
        say("Latest"),
        say("Zone"),
        "EDTF",
        say("Kind"),
        say("Title"),
        say("Exhibit"),
    )
    order = sorted(range(len(marks)), key=lambda n: (marks.begin[n], marks.item[n]))
    for n in order:
        dated, time = marks.dated[int(marks.item[n])], marks.times[n]
        date = date_of(dated.item, time)
        if date is not None:
            label = label_of_time(dated.item, time)
            yield (
                date.show(),
                date.stated,
                label
                if label == name_of_time(time.name)
                else f"{label} ({name_of_time(time.name)})",
                date.earliest.isoformat() if date.earliest is not None else "",
                date.latest.isoformat() if date.latest is not None else "",
                _zone(date),
                date.edtf,
                *_of_item(dated),
            )
    for dated in undated:
        yield ("", "", "", "", "", "", "", *_of_item(dated))


def _of_item(dated: Dated) -> tuple[str, str, str]:
    item = dated.item
    return say(kind_of(item.kind).label), item.title, item.values.text("exhibit")


def _zone(date: FuzzyDate) -> str:
    """The offset from UTC, and where it comes from."""
    if date.offset is None:
        return ""
    minutes = int(date.offset.total_seconds() // 60)
    sign = "-" if minutes < 0 else "+"
    told = f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    return say("{zone}, inferred", zone=told) if date.zone == "inferred" else told


def counted(number: int) -> str:
    """A number as the language writes it."""
    return spoken().locale.toString(number)

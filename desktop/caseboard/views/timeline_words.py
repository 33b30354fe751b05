"""What is said on a line of time: how long a gap is, what a mark stands for, rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from caseboard.language import spoken
from caseboard.views.timeline_marks import Dated, Marks
from caseboard.views.timeline_threads import Thread
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.kinds import kind_of
from casedb.model.link_types import link_type
from casedb.model.named_times import TimeOf, date_of, label_of_time, name_of_time
from casedb.model.records import Item
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
    label = named(dated.item, time)
    date = date_of(dated.item, time)
    if date is None:
        return label
    told = f"{label}: {date.show()}"
    return f"{told} · {_as_stated(date)}" if _as_stated(date) else told


def named(item: Item, time: TimeOf) -> str:
    """What a time is called in its form, and which time that is."""
    label, name = label_of_time(item, time), name_of_time(time.name)
    return label if label.casefold() == name.casefold() else f"{label} – {_lowered(name)}"


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


def contradictions_in_words(marks: Marks, item_id: str, threads: Iterable[Thread]) -> list[str]:
    """What links say of an item, of those that dates contradict."""
    told: list[str] = []
    for thread in threads:
        one, other = (int(marks.item[each]) for each in (thread.start, thread.end))
        kind = link_type(thread.link.type)
        if marks.items[one] == item_id:
            says, named = kind.says, other
        elif marks.items[other] == item_id:
            says, named = kind.says_back, one
        else:
            continue
        title = visible(marks.dated[named].title)
        told.append(say("Against the dates: {says} “{title}”", says=say(says), title=title))
    return told


def tip_of(dated: Dated, here: TimeOf | None, more: Iterable[str] = ()) -> str:
    """An item with all its times, one a line, and more lines; the time under the pointer stands out."""
    kind = say(kind_of(dated.item.kind).label)
    lines = [f"<b>{escape(visible(dated.title))}</b>", escape(kind)]
    for time in dated.times[:MOST_TIMES]:
        told = escape(time_in_words(dated, time))
        lines.append(f"<b>{told}</b>" if time is here and len(dated.times) > 1 else told)
    if len(dated.times) > MOST_TIMES:
        lines.append(escape(say("and {n} more", n=len(dated.times) - MOST_TIMES)))
    lines += [escape(each) for each in more]
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
            yield (
                date.show(),
                visible(date.stated),
                named(dated.item, time),
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
    return say(kind_of(item.kind).label), visible(item.title), item.values.text("exhibit")


def _zone(date: FuzzyDate) -> str:
    """The offset from UTC, and where it comes from."""
    if date.offset is None:
        return ""
    minutes = int(date.offset.total_seconds() // 60)
    sign = "-" if minutes < 0 else "+"
    told = f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else "UTC"
    return say("{zone}, inferred", zone=told) if date.zone == "inferred" else told


def counted(number: int) -> str:
    """A number as the language writes it."""
    return spoken().locale.toString(number)

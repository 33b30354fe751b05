"""Statements that answer one another: a thread in time, also where they answer in a ring."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from casedb.model.answering import answering, answers
from casedb.model.contents import Contents
from casedb.model.fuzzy_date import Possibility
from casedb.model.item_dates import telling_date
from casedb.model.kinds.official_statement import OFFICIAL_STATEMENT, RESPONDS_TO
from casedb.model.records import Item, Link, Ref

MOST = 500
"""Statements of one thread that are followed."""


class Side(Enum):
    """How a statement of a thread stands to the one that is looked at."""

    ANSWERED = auto()
    HERE = auto()
    ANSWER = auto()
    BESIDE = auto()


@dataclass(frozen=True, slots=True)
class ThreadStep:
    """One statement of a thread; what is answered by way of others is answered too."""

    item: str
    side: Side


def thread_of(contents: Contents, item_id: str) -> tuple[ThreadStep, ...]:
    """The thread that a statement is in, in the order of time and those without a date last.

    Where dates leave open which came first, what is answered stands before its answer.
    Empty where it answers none and none answers it. A statement that both answers this one and is
    answered by it, in a ring, stands beside it.
    """
    answered = _reached(item_id, lambda each: _answered_by(contents, each))
    answering_it = _reached(item_id, lambda each: _answers_to(contents, each))
    every = members_of(contents, item_id)
    if len(every) < 2:
        return ()
    steps: list[ThreadStep] = []
    for each in _in_time(contents, every):
        if each == item_id:
            side = Side.HERE
        elif (each in answered) == (each in answering_it):
            side = Side.BESIDE
        else:
            side = Side.ANSWERED if each in answered else Side.ANSWER
        steps.append(ThreadStep(each, side))
    return tuple(steps)


def members_of(contents: Contents, item_id: str) -> tuple[str, ...]:
    """The statements of the thread that a statement is in, itself first, in no order of time."""
    return tuple(
        _reached(
            item_id,
            lambda each: (*_answered_by(contents, each), *_answers_to(contents, each)),
        )
    )


def _in_time(contents: Contents, statements: Iterable[str]) -> Iterator[str]:
    """Statements by their dates, each after those it answers unless it was certainly said before."""
    left = {each: _place(contents.items[each]) for each in statements}
    waits = {
        each: {
            other
            for other in _answered_by(contents, each)
            if other in left and not _is_before(contents, each, other)
        }
        for each in left
    }
    while left:
        free = [each for each in left if not any(other in left for other in waits[each])]
        # In a ring each waits for another.
        first = min(free or left, key=lambda each: left[each])
        del left[first]
        yield first


def _is_before(contents: Contents, one: str, other: str) -> bool:
    """Whether one statement was said before another, however their dates are read."""
    dates = (telling_date(contents.items[each]) for each in (one, other))
    first, second = dates
    return first is not None and second is not None and first.is_before(second) is Possibility.YES


def _reached(start: str, nearest: Callable[[str], Iterable[str]]) -> dict[str, None]:
    """Everything that is reached from a statement, itself among them, in the order of reaching."""
    found = {start: None}
    waiting = [start]
    while waiting and len(found) < MOST:
        for each in nearest(waiting.pop(0)):
            if each not in found:
                found[each] = None
                waiting.append(each)
    return found


def _answered_by(contents: Contents, item_id: str) -> list[str]:
    """The statements that one answers."""
    return [link.end.id for link in responses_of(contents, item_id)]


def _answers_to(contents: Contents, item_id: str) -> list[str]:
    """The statements that answer one."""
    found = (each for each in contents.links_at(item_id) if each.end == Ref.item(item_id))
    return [link.start.id for link in found if _is_response(contents, link)]


def responses_of(contents: Contents, item_id: str) -> list[Link]:
    """The links by which a statement answers others, as its form lists them under “Responds to”."""
    found = answering(contents, RESPONDS_TO, item_id)
    return [each for each in found if _is_response(contents, each)]


def _is_response(contents: Contents, link: Link) -> bool:
    start = contents.get(Item, link.start.id)
    is_said = start is not None and start.kind == OFFICIAL_STATEMENT.name
    return is_said and answers(contents, RESPONDS_TO, link)


def _place(item: Item) -> tuple[float, float, str]:
    date = telling_date(item)
    return (*(date.sort_key if date is not None else (float("inf"), 0.0)), item.id)

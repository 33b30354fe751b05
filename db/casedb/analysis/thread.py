"""Statements that answer one another: a thread in time, also where they answer in a ring."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto

from casedb.model.contents import Contents
from casedb.model.item_dates import telling_date
from casedb.model.kinds.official_statement import OFFICIAL_STATEMENT
from casedb.model.link_types import Group, link_type
from casedb.model.records import Item, Link

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

    Empty where it answers none and none answers it. A statement that both answers this one and is
    answered by it, in a ring, stands beside it.
    """
    answered = _reached(item_id, lambda each: _answered_by(contents, each))
    answers = _reached(item_id, lambda each: _answers_to(contents, each))
    every = _reached(
        item_id,
        lambda each: (*_answered_by(contents, each), *_answers_to(contents, each)),
    )
    if len(every) < 2:
        return ()
    steps: list[ThreadStep] = []
    for each in sorted(every, key=lambda each: _place(contents.items[each])):
        if each == item_id:
            side = Side.HERE
        elif (each in answered) == (each in answers):
            side = Side.BESIDE
        else:
            side = Side.ANSWERED if each in answered else Side.ANSWER
        steps.append(ThreadStep(each, side))
    return tuple(steps)


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
    found = (each for each in contents.links_at(item_id) if each.start.id == item_id)
    return [link.end.id for link in found if _is_answer(contents, link)]


def _answers_to(contents: Contents, item_id: str) -> list[str]:
    """The statements that answer one."""
    found = (each for each in contents.links_at(item_id) if each.end.id == item_id)
    return [link.start.id for link in found if _is_answer(contents, link)]


def _is_answer(contents: Contents, link: Link) -> bool:
    ends = (contents.get(Item, link.start.id), contents.get(Item, link.end.id))
    return link_type(link.type).group is Group.RESPONSE and all(
        each is not None and each.kind == OFFICIAL_STATEMENT.name for each in ends
    )


def _place(item: Item) -> tuple[float, float, str]:
    date = telling_date(item)
    return (*(date.sort_key if date is not None else (float("inf"), 0.0)), item.id)

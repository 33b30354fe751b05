"""Heads of columns that are items, and the orders in which columns may stand."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping
from enum import StrEnum

from caseboard.spoken import item_details, item_title
from caseboard.titles import shown_title
from caseboard.views.grid.faces import ColumnFace
from casedb.model.assessments import admiralty_grade, grade_apart, marked
from casedb.model.card_face import title_of
from casedb.model.contents import Contents
from casedb.model.item_dates import telling_date
from casedb.model.kinds import KINDS, kind_of
from casedb.model.records import Element, Item, Link
from casedb.model.visible_text import visible
from casedb.words import say

_UNDATED = (float("inf"), float("inf"))
_RANKS: Mapping[str, int] = {name: n for n, name in enumerate(KINDS)}
_PORTION = 200
_LONGEST_RATIONALE = 400


class Order(StrEnum):
    """By what columns are ordered."""

    TELLING = "telling"
    DATE = "date"
    KIND = "kind"
    CAME = "came"


def name_of(contents: Contents, item_id: str) -> str:
    """What an item is called in a sentence, in one line."""
    item = contents.get(Item, item_id)
    if item is None:
        return say("an item that is gone")
    untitled = say("Untitled {kind}", kind=say(kind_of(item.kind).label).lower())
    return shown_title(title_of(contents, item)) or untitled


def item_face(contents: Contents, item_id: str, claim: str | None = None) -> ColumnFace:
    """The head of a column that is an item; with a claim, the grade it has for that."""
    item = contents.items[item_id]
    kind = kind_of(item.kind)
    date = telling_date(item)
    grade = marked(admiralty_grade(contents, item, claim), grade_apart(contents, item, claim))
    facts = (date.show_short() if date is not None else "", grade)
    return ColumnFace(
        name_of(contents, item_id), kind.icon, kind.accent, " · ".join(filter(None, facts))
    )


def item_words(contents: Contents, item_id: str) -> str:
    """An item in words, as its card tells it."""
    item = contents.items[item_id]
    told = (item_title(contents, item), item_details(contents, item))
    return ", ".join(filter(None, told))


class Ordering:
    """Puts items in an order; what is known of their dates is kept as long as they stay the same."""

    def __init__(self) -> None:
        self._dates: dict[str, tuple[Item, tuple[float, float]]] = {}

    def ordered(
        self,
        contents: Contents,
        item_ids: Iterable[str],
        order: Order,
        spread: Callable[[str], int | None],
    ) -> Generator[None, None, tuple[str, ...]]:
        """The items in an order: those that tell most apart first, by date, by kind, or as they came."""
        keys: dict[str, tuple[object, ...]] = {}
        for n, each in enumerate(item_ids, 1):
            if n % _PORTION == 0:
                yield
            if order is Order.CAME:
                keys[each] = ()
            elif order is Order.TELLING:
                told = spread(each)
                keys[each] = (1 if told is None else -told,)
            elif order is Order.KIND:
                kind = contents.items[each].kind
                keys[each] = (_RANKS.get(kind, len(_RANKS)), *self._when(contents, each))
            else:
                keys[each] = self._when(contents, each)
        yield
        return tuple(sorted(keys, key=lambda each: (*keys[each], each)))

    def _when(self, contents: Contents, item_id: str) -> tuple[float, float]:
        item = contents.items[item_id]
        known = self._dates.get(item_id)
        if known is None or known[0] is not item:
            date = telling_date(item)
            known = self._dates[item_id] = item, date.sort_key if date is not None else _UNDATED
        return known[1]


def order_in_words(order: Order) -> str:
    """By what columns are ordered, as an entry of a list."""
    return {
        Order.TELLING: say("What tells the claims apart first"),
        Order.DATE: say("By date"),
        Order.KIND: say("By kind"),
        Order.CAME: say("As they came in"),
    }[order]


def reason_of(contents: Contents, link_id: str, *, tells_part: bool = True) -> str:
    """Why a link holds, and to which part of the claim it is; empty where nothing more is told."""
    link = contents.get(Link, link_id)
    if link is None:
        return ""
    element = contents.get(Element, link.end.id)
    words = link.values.text("rationale")[:_LONGEST_RATIONALE]
    rationale = " ".join(visible(words).split())
    if element is None or not tells_part:
        return say("Reason: {rationale}", rationale=ended(rationale)) if rationale else ""
    part = shown_title(element.values.text("text")) or element.role
    told = say("It speaks to its part “{part}”.", part=part)
    return f"{told} {ended(rationale)}" if rationale else told


def is_evidence(contents: Contents, item_id: str) -> bool:
    """Whether an item can be evidence."""
    item = contents.get(Item, item_id)
    return item is not None and kind_of(item.kind).is_evidence


def quoted(title: str) -> str:
    """A title in a sentence, in the quotation marks of the language."""
    return say("“{title}”", title=title)


def ended(sentence: str) -> str:
    """A sentence that ends with a stop."""
    return sentence if sentence.endswith((".", "?", "!", "…", "。")) else f"{sentence}."

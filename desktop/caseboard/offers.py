"""What the palette offers, and in which order it does for what somebody types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from caseboard.keys import either
from caseboard.matching import Fit, Match, match
from casedb.words import say, term

MOST_RECENT, MOST_LOOSE = 6, 8
"""How many of those used last stand at the head, and how many that only fit loosely at the end."""

RECENT, IN_CASE, LOOSE = term("Used last"), term("In this case"), term("With these letters")
"""Headings."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to run or to go to.

    `id` says what it is to whoever carries it out. `group` is its heading where nothing is typed, and
    stands beside it otherwise, unless `beside` says more. What is `missing` for it now is a sentence.
    With `is_sought` it is offered only to those who type. By its `english` text, and by `also`, words that
    other programs have for it, it is found as well.
    """

    id: str
    text: str
    group: str
    beside: str = ""
    keys: tuple[str, ...] = ()
    icon: str = ""
    accent: str = "tx2"
    missing: str = ""
    is_ticked: bool = False
    is_sought: bool = False
    english: str = ""
    also: str = ""

    def spoken(self) -> str:
        """The offer as a screen reader says it."""
        state = say("chosen") if self.is_ticked else ""
        parts = (self.text, self.beside or self.group, state, either(self.keys), self.missing)
        return ", ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: an offer with the ranges of its text that were met, below a heading."""

    offer: Offer
    heading: str = ""
    marks: tuple[tuple[int, int], ...] = ()


def rows_of_all(offers: Iterable[Offer], used: Sequence[str]) -> list[Row]:
    """What is listed before anything is typed: what was used last, then everything by its group."""
    listed = [each for each in offers if not each.is_sought]
    there = {each.id: each for each in offers if not each.missing}
    last = [there[each] for each in dict.fromkeys(used) if each in there][:MOST_RECENT]
    recent = [Row(each, say(RECENT)) for each in last]
    return recent + [Row(each, each.group) for each in listed if each not in last]


def rows_for(
    query: str, offers: Iterable[Offer], used: Sequence[str], found: Sequence[Row] = ()
) -> list[Row]:
    """What fits something that was typed: the best first, then what was `found` in the case, then
    what has no more than its letters.

    Of those that fit alike the ones that can be had now come first, among them those used last. What
    is offered only to those who type counts as fitting no better than inside of words.
    """
    place = {each: n for n, each in enumerate(used)}
    ranked: list[tuple[tuple[int, ...], Row]] = []
    for number, offer in enumerate(offers):
        met = _met(query, offer)
        if met is not None:
            start = met.marks[0][0] if met.marks else 0
            ranked.append(
                (
                    (
                        max(met.fit, Fit.INSIDE) if offer.is_sought else met.fit,
                        bool(offer.missing),
                        place.get(offer.id, len(place)),
                        offer.is_sought,
                        met.lack,
                        start,
                        len(offer.text),
                        number,
                    ),
                    Row(offer, say(LOOSE) if met.fit is Fit.LOOSE else "", met.marks),
                )
            )
    ranked.sort(key=lambda each: each[0])
    rows = [row for _, row in ranked]
    loose = [row for row in rows if row.heading]
    return [*(row for row in rows if not row.heading), *found, *loose[:MOST_LOOSE]]


def _met(query: str, offer: Offer) -> Match | None:
    """How an offer fits: as people read it, or where that fits worse, by its text in English or by the
    words that others have for it."""
    met = _met_as_read(query, offer)
    unread = offer.english if offer.english != offer.text else ""
    for text, worst in ((unread, Fit.LOOSE), (offer.also, Fit.INSIDE)):
        other = match(query, text) if text else None
        if other is None or other.fit > worst:
            continue
        # What is read from its start comes first. In the other there are no letters to be marked.
        other = Match(max(other.fit, Fit.WORDS), other.lack)
        if met is None or (other.fit, other.lack) < (met.fit, met.lack):
            met = other
    return met


def _met_as_read(query: str, offer: Offer) -> Match | None:
    """How an offer fits by its text, or by that together with what stands beside it."""
    met = match(query, offer.text)
    if met is not None and met.fit is not Fit.LOOSE:
        return met
    length = len(offer.text)
    wider = match(query, f"{offer.text} {offer.group} {offer.beside}")
    if wider is None or wider.fit is Fit.LOOSE:
        return met
    marks = tuple((start, min(end, length)) for start, end in wider.marks if start < length)
    return Match(Fit.INSIDE, length + wider.lack, marks)

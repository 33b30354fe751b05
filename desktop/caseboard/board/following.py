"""`Follower`: along the strings of a board by keys: from a card to a string, and to its other end."""

from __future__ import annotations

from typing import NamedTuple

from caseboard.board.reading import Reading, Sort, Spot
from casedb.words import say, term

NO_STRINGS = term("Strings are tied to cards: select a card to follow one.")
FIRST, LAST = term("This is the first string here."), term("This is the last string here.")


class Step(NamedTuple):
    """Where a step leads, or a sentence that says why it leads nowhere."""

    to: Spot | None
    sentence: str = ""


class Follower:
    """Follows strings on one board.

    It remembers at which end a string was met, so that its neighbours there can be chosen, and which
    string was followed last, so that the way back is the same.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._met = Spot(Sort.BOARD)

    def string(self, link_id: str) -> Spot | None:
        """The string of a link where it was met, else where it starts; None where there is none."""
        if self._met.id == link_id and self._reading.holds(self._met):
            return self._met
        return self._reading.met(link_id)

    def note(self, spot: Spot) -> None:
        """Take note that one stands on a string now."""
        if spot.sort is Sort.STRING:
            self._met = spot

    def along(self, spot: Spot, way: int) -> Step:
        """One step in the direction of a string, or against it with -1: from a card onto a string
        that starts there, from a string to its end."""
        if spot.sort is Sort.STRING:
            return Step(self._reading.end(spot, at_start=way < 0))
        there = self._strings(spot)
        ahead = [each for each in there if self._reading.is_start(each) == (way > 0)]
        if not ahead:
            return Step(None, self._nothing_ahead(spot, len(there), way))
        return Step(next((each for each in ahead if each.id == self._met.id), ahead[0]))

    def beside(self, spot: Spot, steps: int) -> Step:
        """One step among the strings of a card, or back with -1: from the card onto its first or
        last string, from a string onto the next one at the same card."""
        if spot.sort is not Sort.STRING:
            there = self._strings(spot)
            if not there:
                return Step(None, self._nothing_ahead(spot, 0, steps))
            return Step(there[0 if steps > 0 else -1])
        above, at = self._reading.parent(spot), self._reading.index(spot) + steps
        found = self._reading.child(above, at) if above is not None else None
        return Step(found, "" if found is not None else say(LAST if steps > 0 else FIRST))

    def _strings(self, spot: Spot) -> list[Spot]:
        return self._reading.strings_at(spot) if self._reading.bears_strings(spot) else []

    def _nothing_ahead(self, spot: Spot, others: int, way: int) -> str:
        if not self._reading.bears_strings(spot):
            return say(NO_STRINGS)
        return (_none_at_card if spot.sort is Sort.CARD else _none_at_frame)(others, way)


def _none_at_card(others: int, way: int) -> str:
    if not others:
        return say("No string is tied to this card.")
    if way > 0:
        return say(
            "No string starts at this card; {n} string ends here.",
            "No string starts at this card; {n} strings end here.",
            n=others,
        )
    return say(
        "No string ends at this card; {n} string starts here.",
        "No string ends at this card; {n} strings start here.",
        n=others,
    )


def _none_at_frame(others: int, way: int) -> str:
    if not others:
        return say("No string is tied to this collapsed frame.")
    if way > 0:
        return say(
            "No string starts at this collapsed frame; {n} string ends here.",
            "No string starts at this collapsed frame; {n} strings end here.",
            n=others,
        )
    return say(
        "No string ends at this collapsed frame; {n} string starts here.",
        "No string ends at this collapsed frame; {n} strings start here.",
        n=others,
    )

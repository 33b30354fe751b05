"""`Follower`: along the strings of a board by keys: from a card to a string, and to its other end."""

from __future__ import annotations

from typing import NamedTuple

from caseboard.board.reading import Reading, Sort, Spot
from caseboard.spoken import counted

NO_STRINGS = "Strings are tied to cards: select a card to follow one."
FIRST, LAST = "This is the first string here.", "This is the last string here."


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
        return Step(found, "" if found is not None else LAST if steps > 0 else FIRST)

    def _strings(self, spot: Spot) -> list[Spot]:
        return self._reading.strings_at(spot) if self._reading.bears_strings(spot) else []

    def _nothing_ahead(self, spot: Spot, others: int, way: int) -> str:
        if not self._reading.bears_strings(spot):
            return NO_STRINGS
        this = "this card" if spot.sort is Sort.CARD else "this collapsed frame"
        if not others:
            return f"No string is tied to {this}."
        if way > 0:
            verb = "ends" if others == 1 else "end"
            return f"No string starts at {this}; {counted(others, 'string')} {verb} here."
        verb = "starts" if others == 1 else "start"
        return f"No string ends at {this}; {counted(others, 'string')} {verb} here."

"""`Ruler`: measures on the map: lines from point to point along the earth, areas, and circles."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QObject, Signal

from caseboard.lengths import FORMS, area_in_words, length_in_words
from casedb.analysis.maps.clusters import Ints
from casedb.analysis.maps.mercator import Floats, to_earth, to_world
from casedb.analysis.maps.within import within_circle, within_ring
from casedb.model.place import Place, Point
from casedb.model.places.geodesic import Leg, go, measure_area, measure_leg, trace_leg
from casedb.words import say, written

_PARTS = 180


class Measure(StrEnum):
    """What is measured."""

    NOTHING = ""
    LINE = "line"
    CIRCLE = "circle"


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """One leg of a line: what it measures, and its way on the map, [N, 2]."""

    leg: Leg
    way: Floats

    @property
    def words(self) -> str:
        """Its length and the direction in which it sets out."""
        return say(
            "{length} · {bearing}°",
            length=length_in_words(self.leg.metres),
            bearing=written(round(self.leg.bearing, 1) % 360, 1),
        )


class Ruler(QObject):
    """Points that were pressed, and what follows from them; `pointer` is where the next would be.

    `changed()` follows whatever changes what is shown, `ended()` when it is laid aside.
    """

    changed = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.measure = Measure.NOTHING
        self.points: list[Point] = []
        self.pointer: Point | None = None
        self.is_closed = False
        self.is_done = False

    @property
    def is_on(self) -> bool:
        """Whether it is in the hand."""
        return self.measure is not Measure.NOTHING

    def take(self, measure: Measure) -> None:
        """Take it in hand, or lay it aside; what was measured before is gone."""
        if measure is not self.measure:
            self.measure = measure
            self._begin()
            if not self.is_on:
                self.ended.emit()

    def _begin(self) -> None:
        self.points, self.pointer = [], None
        self.is_closed = self.is_done = False
        self.changed.emit()

    def press(self, point: Point) -> None:
        """Set a point; the first one after something was finished begins anew."""
        if self.is_done:
            self._begin()
        if self.points and self.points[-1] == point:
            return
        self.points.append(point)
        if self.measure is Measure.CIRCLE and len(self.points) == 2:
            self.is_done = True
        self.changed.emit()

    def point_to(self, point: Point | None) -> None:
        """Show what it would be if the next point were there."""
        if point != self.pointer:
            self.pointer = point
            if self.points and not self.is_done:
                self.changed.emit()

    def close(self) -> None:
        """Go back to the first point: what lies within is measured as well."""
        if self.measure is Measure.LINE and len(self.points) > 2 and not self.is_done:
            self.is_closed = True
            self.finish()

    def finish(self) -> None:
        """Set no further points; what was measured stays in sight."""
        if len(self.points) > 1:
            self.is_done = True
            self.changed.emit()

    def step_back(self) -> None:
        """Take the last point away."""
        if self.is_done:
            self.is_done = self.is_closed = False
            if self.measure is Measure.CIRCLE:
                self.points.pop()
        elif self.points:
            self.points.pop()
        self.changed.emit()

    def leave(self) -> None:
        """Take what was measured away; with nothing there, lay the ruler aside."""
        if self.points:
            self._begin()
        else:
            self.take(Measure.NOTHING)

    # -- what it measures -----------------------------------------------------------------------

    @property
    def ends(self) -> list[Point]:
        """The points, with the pointer as the last while one is still wanted."""
        if self.is_done or self.pointer is None or not self.points:
            return self.points
        return [*self.points, self.pointer]

    @property
    def stretches(self) -> list[Stretch]:
        """The legs between the points, one after the other."""
        points = [*self.ends, self.ends[0]] if self.is_closed else self.ends
        return [stretch_of(here, there) for here, there in pairwise(points) if here != there]

    @property
    def metres(self) -> float:
        """The length of all legs, or the radius of the circle."""
        return math.fsum(each.leg.metres for each in self.stretches)

    @property
    def area(self) -> float | None:
        """Square metres within a closed line or a circle."""
        if self.measure is Measure.CIRCLE:
            points = self._on_circle()
            return measure_area(points) if points else None
        if not self.is_closed:
            return None
        return measure_area(self.points)

    def circle(self) -> Floats | None:
        """The circle on the map, [N, 2]."""
        points = self._on_circle()
        if not points:
            return None
        lats = np.array([each.lat for each in points])
        lons = np.unwrap(np.array([each.lon for each in points]), period=360.0)
        x, y = to_world(lats, lons)
        return np.stack([x, y], axis=1)

    def _on_circle(self) -> tuple[Point, ...]:
        if self.measure is not Measure.CIRCLE or len(self.ends) < 2:
            return ()
        return _circle_around(self.ends[0], self.metres)

    def ring(self) -> Floats | None:
        """What is enclosed, on the map, [N, 2]: the circle, or the closed line."""
        if self.measure is Measure.CIRCLE:
            return self.circle()
        ways = [each.way for each in self.stretches] if self.is_closed else []
        if not ways:
            return None
        ring = np.concatenate([each[:-1] for each in ways])
        # Legs one after the other, without jumps across the edge of the world.
        turns = np.cumsum(np.round(np.diff(ring[:, 0], prepend=ring[0, 0])))
        return np.stack([ring[:, 0] - turns, ring[:, 1]], axis=1)

    def inside(self, x: Floats, y: Floats) -> Ints:
        """Which spots of the map lie within what was enclosed."""
        ring = self.ring() if self.is_done else None
        if ring is None:
            return np.empty(0, dtype=np.int64)
        if self.measure is Measure.CIRCLE:
            lats, lons = to_earth(x, y)
            return np.flatnonzero(within_circle(self.points[0], self.metres, lats, lons))
        return np.flatnonzero(within_ring(ring, x, y))

    @property
    def words(self) -> str:
        """What it comes to, in a line."""
        if self.measure is Measure.NOTHING:
            return ""
        if not self.points:
            if self.measure is Measure.CIRCLE:
                return say("Press where the middle of the circle is")
            return say("Press where to measure from")
        if len(self.ends) < 2:
            return say("Press the next point")
        if self.measure is Measure.CIRCLE:
            return say(
                "Radius {length} · area {area}",
                length=length_in_words(self.metres),
                area=area_in_words(self.area or 0.0),
            )
        if self.is_closed:
            return say(
                "Around {length} · area {area}",
                length=length_in_words(self.metres),
                area=area_in_words(self.area or 0.0),
            )
        if len(self.stretches) == 1:
            return self.stretches[0].words
        return say("In all {length}", length=length_in_words(self.metres))

    def told(self, form: str) -> str:
        """All that was measured, to be copied: a line for each leg."""
        if len(self.points) < 2:
            return ""
        names = [Place(shape=each).show(FORMS[form]) for each in self.points]
        if self.measure is Measure.CIRCLE:
            return say("Around {place}: {measured}", place=names[0], measured=self.words)
        if self.is_closed:
            names.append(names[0])
        points = [*self.points, self.points[0]] if self.is_closed else self.points
        lines: list[str] = []
        for (here, there), (one, other) in zip(pairwise(points), pairwise(names), strict=True):
            leg = stretch_of(here, there).leg
            lines.append(
                say(
                    "{from_place} to {to_place}: {length}, initial bearing {bearing}°",
                    from_place=one,
                    to_place=other,
                    length=length_in_words(leg.metres),
                    bearing=written(round(leg.bearing, 1) % 360, 1),
                )
            )
        whole = math.fsum(stretch_of(*each).leg.metres for each in pairwise(points))
        if len(lines) > 1:
            lines.append(say("In all {length}", length=length_in_words(whole)))
        if self.is_closed:
            lines.append(say("Area {area}", area=area_in_words(self.area or 0.0)))
        lines.append(say("Measured on the ellipsoid of WGS 84, along the shortest way."))
        return "\n".join(lines)


@lru_cache(maxsize=512)
def stretch_of(here: Point, there: Point) -> Stretch:
    """The shortest way from one point to another."""
    leg = measure_leg(here, there)
    lons, lats = np.array(trace_leg(here, there, step=20_000.0)).T
    x, y = to_world(lats, lons)
    return Stretch(leg, np.stack([x, y], axis=1))


@lru_cache(maxsize=8)
def _circle_around(middle: Point, metres: float) -> tuple[Point, ...]:
    return tuple(go(middle, 360 * n / _PARTS, metres) for n in range(_PARTS))

"""Which places lie within a circle on the ellipsoid, or within an outline on the map."""

from __future__ import annotations

import numpy as np

from casedb.analysis.maps.clipping import Flags
from casedb.analysis.maps.mercator import Floats
from casedb.model.places.geodesic import measure_geodesic
from casedb.model.places.measures import EARTH_RADIUS
from casedb.model.places.shapes import Point

_DOUBT = 0.007
"""By how much a distance on the sphere may be off."""


def within_circle(middle: Point, metres: float, lats: Floats, lons: Floats) -> Flags:
    """Which places are at most so far from another one, along the ellipsoid."""
    north, east = np.radians(lats - middle.lat), np.radians(lons - middle.lon)
    cosines = np.cos(np.radians(middle.lat)) * np.cos(np.radians(lats))
    chord = np.sin(north / 2) ** 2 + cosines * np.sin(east / 2) ** 2
    far = 2 * EARTH_RADIUS * np.arcsin(np.sqrt(np.minimum(1.0, chord)))
    found = far <= metres
    # Only near the edge does it matter that the earth is no sphere.
    for row in np.flatnonzero(np.abs(far - metres) <= _DOUBT * metres).tolist():
        there = Point(float(lats[row]), float(lons[row]))
        found[row] = measure_geodesic(middle, there) <= metres
    return found


def within_ring(ring: Floats, x: Floats, y: Floats) -> Flags:
    """Which spots of the map lie in an outline [N, 2], which may run on across the edge of the world."""
    low, high = ring.min(axis=0), ring.max(axis=0)
    middle = float(low[0] + high[0]) / 2
    near: Floats = x - (x - middle).round()
    found = (near >= low[0]) & (near <= high[0]) & (y >= low[1]) & (y <= high[1])
    after = np.roll(ring, -1, axis=0)
    step = after - ring
    for row in np.flatnonzero(found).tolist():
        spans = (ring[:, 1] > y[row]) != (after[:, 1] > y[row])
        share = (y[row] - ring[spans, 1]) / step[spans, 1]
        crossings = ring[spans, 0] + share * step[spans, 0] > near[row]
        found[row] = int(crossings.sum()) % 2 == 1
    return found

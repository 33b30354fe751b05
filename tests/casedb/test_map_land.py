"""The coast lines that ship: unchanged from where they come, named, and right in a few places."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

import caseboard_assets
from casedb.analysis.maps.mercator import spot_of
from casedb.analysis.maps.topology import Outlines, read_rings, read_shared

NOTICE = Path(__file__).parent.parent.parent / "assets" / "NOTICE.md"
# Of world-atlas 2.0.2, as the registry of its packages has them.
SUMS = {
    "land-50m.json": "619477ff690c086885e45cb91707d783805561bd75ae8e437b7d4694b0204e0f",
    "land-110m.json": "ead5f68119c49a9250902e7da303bcb209341bbb8fefe7369a439b48b704658a",
    "countries-110m.json": "2516c915867c7baf18ddec727aec46c315541a07cfb3d79a6559b05d5e94eee8",
}


@pytest.mark.parametrize("name", SUMS)
def test_what_ships_is_what_was_published_and_is_named(name: str) -> None:
    held = caseboard_assets.read_bytes("map", name)
    assert hashlib.sha256(held).hexdigest() == SUMS[name]
    assert f"`{name}`" in NOTICE.read_text(encoding="utf-8")


def is_land(outlines: Outlines, lat: float, lon: float) -> bool:
    """Whether a place lies within an odd number of rings, as they are or a turn further on."""
    here, y = spot_of(lat, lon)
    crossings = 0
    for ring in outlines.lines:
        after = np.roll(ring, -1, axis=0)
        spans = (ring[:, 1] > y) != (after[:, 1] > y)
        at = ring[spans, 0] + (y - ring[spans, 1]) * (after[spans, 0] - ring[spans, 0]) / (
            after[spans, 1] - ring[spans, 1]
        )
        crossings += sum(int((at > x).sum()) for x in (here - 1, here, here + 1))
    return crossings % 2 == 1


@pytest.mark.parametrize("name", ["land-50m", "land-110m"])
def test_land_is_where_land_is(name: str) -> None:
    land = read_rings(caseboard_assets.read_bytes("map", f"{name}.json"), "land")
    for lat, lon in (
        (50, 36.2),
        (-25, 135),
        (66.3, -173),
        (66, 179.9),
        (66.5, -179.9),
        (67, 178),
        (40, 127),
        (-80, 0),
        (64.5, -19),
    ):
        assert is_land(land, lat, lon), (lat, lon)
    for lat, lon in ((0, 0), (45, -40), (40, 135), (43.5, 35), (42, 51), (-60, 180)):
        assert not is_land(land, lat, lon), (lat, lon)


@pytest.mark.parametrize("name", ["land-50m", "land-110m"])
def test_no_coast_jumps_across_the_world(name: str) -> None:
    land = read_rings(caseboard_assets.read_bytes("map", f"{name}.json"), "land")
    for ring in land.lines:
        # A ring around the pole is closed along it, where nobody sees it.
        seen = ring[np.abs(ring[:, 1] - 0.5) < 1]
        assert len(seen) < 2 or np.abs(np.diff(seen[:, 0])).max() < 0.1


def test_borders_are_lines_between_countries_and_no_coasts() -> None:
    told = caseboard_assets.read_bytes("map", "countries-110m.json")
    borders, land = read_shared(told, "countries"), read_rings(told, "land")
    assert 250 < len(borders.lines) < 400
    # Iceland: many points of the coast near by, and no border for a thousand kilometres.
    x, y = spot_of(64.5, -22)
    assert min(np.hypot(*(each - (x, y)).T).min() for each in land.lines) < 0.005
    assert min(np.hypot(*(each - (x, y)).T).min() for each in borders.lines) > 0.03

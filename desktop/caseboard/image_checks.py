"""What `caseboard check` prints of satellite images: for machines, and for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from casedb.analysis.satellite_check import STANDING, SatelliteCheck, Verdict
from casedb.analysis.scene import UNKNOWN, Angles
from casedb.model.json_value import JsonValue
from casedb.model.records import Item


def describe_check(item: Item, check: SatelliteCheck) -> dict[str, JsonValue]:
    """The check of one satellite image in the form that `check --json` prints; angles in degrees."""
    sun = check.sun
    return {
        "item": item.id,
        "exhibit": item.values.text("exhibit"),
        "title": item.values.text("title"),
        "verdict": check.verdict.value,
        "reason": check.reason,
        "at": check.at.isoformat().replace("+00:00", "Z") if check.at is not None else None,
        "over": {"latitude": check.over.lat, "longitude": check.over.lon} if check.over else None,
        "computed": _angles(Angles(sun.azimuth, sun.elevation) if sun is not None else UNKNOWN),
        "stated": _angles(check.stated),
        "difference": _angles(check.stated_apart),
        "by_shadow": _angles(check.measured),
        "difference_by_shadow": _angles(check.measured_apart),
        "findings": [
            {"doubt": each.is_doubt, "sentence": each.sentence} for each in check.findings
        ],
        "note": STANDING,
    }


def _angles(angles: Angles) -> dict[str, JsonValue]:
    told = (("sun_azimuth", angles.azimuth), ("sun_elevation", angles.elevation))
    return {name: None if angle is None else round(angle, 4) for name, angle in told}


def lines_of_checks(checked: Sequence[tuple[Item, SatelliteCheck]]) -> Iterator[str]:
    """The checks of satellite images in lines, and how many came out how."""
    for item, check in checked:
        yield from _lines_of(item, check)
    counts = Counter(check.verdict for _, check in checked)
    told = ", ".join(f"{counts[each]} {each.value}" for each in Verdict if counts[each])
    images = f"{len(checked)} satellite image{'s' if len(checked) != 1 else ''}"
    yield f"{images}: {told}" if told else images
    if checked:
        yield STANDING


def _lines_of(item: Item, check: SatelliteCheck) -> Iterator[str]:
    named = " ".join(filter(None, (item.values.text("exhibit"), item.values.text("title"))))
    yield f"{check.verdict.value.upper()}  {named or item.id}"
    if check.sun is not None:
        yield f"  computed  {_in_degrees(Angles(check.sun.azimuth, check.sun.elevation))}"
    if check.stated:
        yield f"  stated    {_in_degrees(check.stated)}"
    if check.measured:
        yield f"  by shadow {_in_degrees(check.measured)}"
    yield f"  {check.reason}"
    for finding in check.findings:
        yield f"  {'!' if finding.is_doubt else '-'} {finding.sentence}"


def _in_degrees(angles: Angles) -> str:
    azimuth, elevation = (
        "not known" if angle is None else f"{angle:.1f}°"
        for angle in (angles.azimuth, angles.elevation)
    )
    return f"azimuth {azimuth}, elevation {elevation}"

"""The check of a satellite image that needs no network: does its sun fit its time and its place?

Where the sun stands is computed for the time and the place that are stated, and compared with where the
record says that it stood, and with where a shadow in the picture says so. What fits may still be of
another year, so that no match dates an image: `STANDING` says so wherever a check is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from casedb.analysis.scene import UNKNOWN, Angles, Scene, Span, read_scene
from casedb.analysis.scene_findings import Finding, findings_of
from casedb.analysis.solar import Sun, sun_at
from casedb.analysis.sun_days import day_findings
from casedb.analysis.sun_slips import (
    agrees,
    agrees_for_a_pass,
    degrees,
    differences,
    fitting_zones,
    likely_slip,
    local_zone,
    misfit,
    turn_between,
    zone_in_words,
)
from casedb.model.json_value import JsonValue
from casedb.model.place import Place, Point
from casedb.words import say, term

STANDING = term(
    "A match cannot date an image: on the same day of any other year the sun stands almost exactly there."
)
"""What is said with every check."""

OVERHEAD = 85.0
"""Degrees of elevation above which an azimuth says nothing."""
SHADOW_AZIMUTH_AGREES, SHADOW_ELEVATION_AGREES = 5.0, 3.0
"""Degrees within which a shadow that was measured by hand agrees: our own bounds."""
LONGEST_SPAN = timedelta(minutes=30)
"""A time that leaves more room than this fits too much to be checked."""
WIDE_PLACE = 1.0
"""Degrees by which the sun may differ across a place before it is said."""
_STEP = timedelta(seconds=30)


class Verdict(StrEnum):
    """What came of a check; the values are stored nowhere and printed for machines."""

    AGREES = "agrees"
    AGREES_FOR_A_PASS = "agrees for a pass"
    DISAGREES = "disagrees"
    CANNOT_BE_CHECKED = "cannot be checked"

    @property
    def shown(self) -> str:
        """The verdict in the language of the reader."""
        return say(_SHOWN[self])


_SHOWN = {
    Verdict.AGREES: term("Agrees"),
    Verdict.AGREES_FOR_A_PASS: term("Agrees for a pass"),
    Verdict.DISAGREES: term("Disagrees"),
    Verdict.CANNOT_BE_CHECKED: term("Cannot be checked"),
}


@dataclass(frozen=True, slots=True)
class SatelliteCheck:
    """What came of checking a satellite image; all angles are in degrees.

    `sun` is the computed one at the moment `at` over the point `over`, None where either is not known;
    where the time is stated `to_the_minute` that is the middle of it.
    `stated` is what the record says and `measured` what a shadow says; `stated_apart` and
    `measured_apart` are by how much they differ from the computed one, with their sign.
    """

    verdict: Verdict
    reason: str
    findings: tuple[Finding, ...] = ()
    at: datetime | None = None
    to_the_minute: bool = False
    over: Point | None = None
    sun: Sun | None = None
    stated: Angles = UNKNOWN
    stated_apart: Angles = UNKNOWN
    measured: Angles = UNKNOWN
    measured_apart: Angles = UNKNOWN


def check_image(values: Mapping[str, JsonValue]) -> SatelliteCheck:
    """Check the values of an item of the kind satellite image. It never raises for what they hold."""
    scene = read_scene(values)
    found = _check(scene)
    return replace(
        found,
        stated=scene.stated,
        measured=scene.measured,
        findings=(*found.findings, *findings_of(scene)),
    )


def _check(scene: Scene) -> SatelliteCheck:
    point = _point_of(scene)
    if scene.sensor == "sar":
        return _unchecked(
            say("Radar sees by night as by day, so the sun says nothing about this image.")
        )
    if scene.acquired is None:
        return _unchecked(say("It is not stated when the image was acquired."))
    if point is None:
        return _unchecked(_why_no_point(scene))
    if not scene.has_clock:
        return _without_clock(scene, point)
    span = scene.span
    if span is None:
        return _without_zone(scene, point)
    if not timedelta(0) <= span[1] - span[0] <= LONGEST_SPAN:
        return _unchecked(
            say(
                "The time leaves too much room: the sun can be checked for a time that is known to half "
                "an hour or better."
            ),
            *day_findings(scene, point),
        )
    return _checked(scene, point, span)


def _unchecked(reason: str, *findings: Finding) -> SatelliteCheck:
    return SatelliteCheck(Verdict.CANNOT_BE_CHECKED, reason, findings)


def _point_of(scene: Scene) -> Point | None:
    """The middle of the scene, for which records state the sun; else that of the place."""
    for place in (scene.footprint, scene.where):
        if place is not None and place.centre is not None:
            return place.centre
    return None


def _why_no_point(scene: Scene) -> str:
    if scene.where is not None or scene.footprint is not None:
        return say("The place has a name and no coordinates.")
    return say("Neither the place nor the footprint is stated.")


# -- a time that is known --------------------------------------------------------------------


def _checked(scene: Scene, point: Point, span: Span) -> SatelliteCheck:
    moment = _nearest_moment(span, point, scene.stated or scene.measured)
    sun = sun_at(moment, point)
    found = SatelliteCheck(
        Verdict.CANNOT_BE_CHECKED,
        "",
        tuple(_findings_of_sun(scene, point, sun)),
        moment,
        is_of_a_minute(span),
        point,
        sun,
        stated_apart=differences(scene.stated, sun),
        measured_apart=differences(scene.measured, sun),
    )
    if not scene.stated and not scene.measured:
        return replace(
            found, reason=say("Neither azimuth nor elevation of the sun is stated or measured.")
        )
    if sun.elevation > OVERHEAD:
        return replace(
            found,
            reason=say(
                "The sun stands at {elevation}, almost overhead, where its azimuth says nothing.",
                elevation=degrees(sun.elevation),
            ),
        )
    verdict, reason = _judge(scene, point, moment, found)
    return replace(found, verdict=verdict, reason=reason)


def _nearest_moment(span: Span, point: Point, angles: Angles) -> datetime:
    """The moment of a span at which the sun is nearest to where it should be."""
    first, last = span
    if not angles or is_of_a_minute(span):
        # A second of a minute that nobody has stated is not looked for.
        return first + (last - first) / 2
    moments = [first + _STEP * step for step in range((last - first) // _STEP + 1)]
    return min([*moments, last], key=lambda each: misfit(differences(angles, sun_at(each, point))))


def is_of_a_minute(span: Span) -> bool:
    """Whether a time is stated to the minute, and no better."""
    return timedelta(seconds=30) < span[1] - span[0] <= timedelta(minutes=1)


def _judge(
    scene: Scene, point: Point, moment: datetime, found: SatelliteCheck
) -> tuple[Verdict, str]:
    shadow_fits = _shadow_agrees(found.measured_apart)
    if not scene.stated:
        if shadow_fits:
            return Verdict.AGREES, say(
                "The shadow that was measured in the picture fits the sun of that time and place."
            )
        return Verdict.DISAGREES, _of_shadow(found)
    apart = found.stated_apart
    if agrees(apart):
        if scene.measured and not shadow_fits:
            told = say("The stated sun fits that time and place, but the picture does not.")
            return Verdict.DISAGREES, f"{told} {_of_shadow(found)}"
        return Verdict.AGREES, _how_far(apart)
    if agrees_for_a_pass(apart) and scene.is_taken_in_passing:
        if scene.measured and not shadow_fits:
            told = say("The stated sun fits that time and place, but the picture does not.")
            return Verdict.DISAGREES, f"{told} {_of_shadow(found)}"
        told = say(
            "That is more than the exposure itself allows, and no more than the time of a pass or datatake."
        )
        return Verdict.AGREES_FOR_A_PASS, f"{_how_far(apart)} {told}"
    return Verdict.DISAGREES, " ".join(
        filter(None, (_how_far(apart), *_why(scene, point, moment, found, shadow_fits)))
    )


def _how_far(apart: Angles) -> str:
    """By how much the stated sun differs, in a sentence."""
    azimuth, elevation = abs(apart.azimuth or 0), abs(apart.elevation or 0)
    if apart.elevation is None:
        return say(
            "The stated azimuth of the sun differs by {azimuth} from the computed one; its elevation is "
            "not stated.",
            azimuth=degrees(azimuth),
        )
    if apart.azimuth is None:
        return say(
            "The stated elevation of the sun differs by {elevation} from the computed one; its azimuth "
            "is not stated.",
            elevation=degrees(elevation),
        )
    return say(
        "The stated sun differs by {azimuth} of azimuth and {elevation} of elevation from the computed one.",
        azimuth=degrees(azimuth),
        elevation=degrees(elevation),
    )


def _why(
    scene: Scene, point: Point, moment: datetime, found: SatelliteCheck, shadow_fits: bool
) -> Iterator[str]:
    """What may have gone wrong, in sentences."""
    if agrees_for_a_pass(found.stated_apart):
        yield (
            say("The time of a pass or datatake would allow that; the time basis is not stated.")
            if not scene.time_basis
            else say(
                "The time of a pass or datatake would allow that, but the time basis says otherwise."
            )
        )
    assert scene.acquired is not None
    yield likely_slip(moment, point, scene.stated, is_read_as_utc=not scene.acquired.offset)
    if scene.measured and shadow_fits:
        yield say(
            "The shadow that was measured fits the computed sun: the stated angles are what is wrong."
        )


def _shadow_agrees(apart: Angles) -> bool:
    return (
        abs(apart.azimuth or 0) <= SHADOW_AZIMUTH_AGREES
        and abs(apart.elevation or 0) <= SHADOW_ELEVATION_AGREES
    )


def _of_shadow(found: SatelliteCheck) -> str:
    apart = found.measured_apart
    azimuth, elevation = abs(apart.azimuth or 0), abs(apart.elevation or 0)
    if apart.elevation is None:
        return say(
            "The shadow that was measured falls {azimuth} away from where it should.",
            azimuth=degrees(azimuth),
        )
    if apart.azimuth is None:
        return say(
            "By the length of the shadow that was measured, the sun stands {elevation} away from where "
            "it should.",
            elevation=degrees(elevation),
        )
    return say(
        "By the shadow that was measured, the sun stands {azimuth} of azimuth and {elevation} of "
        "elevation away from where it should.",
        azimuth=degrees(azimuth),
        elevation=degrees(elevation),
    )


def _findings_of_sun(scene: Scene, point: Point, sun: Sun) -> Iterator[Finding]:
    assert scene.acquired is not None
    if sun.elevation < 0 and scene.sensor in ("", "optical", "video", "aerial"):
        yield Finding(
            say(
                "The sun stands {elevation} below the horizon at that time: a picture by daylight "
                "cannot be of then and there.",
                elevation=degrees(-sun.elevation),
            )
        )
    if scene.acquired.zone.value == "inferred":
        yield Finding(say("The zone of the time is inferred and not stated by the source."))
    apart = differences(scene.measured, sun)
    if scene.measured and scene.stated and _shadow_agrees(apart):
        yield Finding(
            say("The shadow that was measured in the picture fits the computed sun."),
            is_doubt=False,
        )
    yield from _wide_place(scene, point)


def _wide_place(scene: Scene, point: Point) -> Iterator[Finding]:
    """Whether the sun differs across a place that is all that is known of the scene's."""
    place = scene.where
    span = scene.span
    if scene.footprint is not None and scene.footprint.shape is not None:
        return
    if place is None or span is None:
        return
    spread = max((_spread(span[0], point, corner) for corner in _corners(place)), default=0.0)
    if spread > WIDE_PLACE:
        yield Finding(
            say(
                "The place is so wide that the azimuth differs by up to {spread} across it; it was "
                "computed for its middle.",
                spread=degrees(spread),
            )
        )


def _spread(moment: datetime, point: Point, corner: Point) -> float:
    return abs(turn_between(sun_at(moment, point).azimuth, sun_at(moment, corner).azimuth))


def _corners(place: Place) -> Iterator[Point]:
    bounds = place.bounds
    if bounds is not None:
        for lat in (bounds.south, bounds.north):
            yield from (Point(lat, lon) for lon in (bounds.west, bounds.east))


# -- a time that is not known well enough ----------------------------------------------------


def _without_zone(scene: Scene, point: Point) -> SatelliteCheck:
    """For a time of day whose zone nobody states."""
    clock = scene.clock_span
    assert clock is not None
    reason = say(
        "The time has no zone. State it in UTC, as 09:08Z, or with its distance from UTC, as 11:08+02:00."
    )
    middle = clock[0] + (clock[1] - clock[0]) / 2
    fits = fitting_zones(middle, point, scene.stated)
    if fits:
        zones = ", ".join(zone_in_words(each) for each in fits[:3])
        return _unchecked(
            reason, Finding(say("The stated sun fits a clock in {zones}.", zones=zones), False)
        )
    if scene.stated.azimuth is not None:
        return _unchecked(
            reason,
            Finding(
                say(
                    "The stated sun fits that time in no zone; by the sun, clocks there show {zone}.",
                    zone=zone_in_words(local_zone(point)),
                )
            ),
        )
    return _unchecked(reason)


def _without_clock(scene: Scene, point: Point) -> SatelliteCheck:
    """For a date: how the sun runs over that day, instead of where it stood."""
    if scene.day is None:
        return _unchecked(
            say("The time is not known to the day, so no sun can be computed for it.")
        )
    return _unchecked(
        say("A day without a time of day cannot be checked: the sun stands elsewhere every hour."),
        *day_findings(scene, point),
    )

"""A day of the sun over a place, for an image of which the day is known and not the time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from casedb.analysis.scene import Scene
from casedb.analysis.scene_findings import Finding
from casedb.analysis.solar import noon_of, sun_at
from casedb.analysis.sun_slips import agrees_for_a_pass, degrees, differences, misfit
from casedb.model.place import Point
from casedb.words import say

_STEP = timedelta(minutes=5)
_STEPS_OF_HALF_A_DAY = 12 * 12


def day_findings(scene: Scene, point: Point) -> Iterator[Finding]:
    """How the sun runs over the day of a scene, and when on it the stated sun stands so."""
    if scene.day is None:
        return
    moments = _moments_of(scene.day, point)
    if not moments:
        return
    yield Finding(_run(moments, point), is_doubt=False)
    if scene.stated.azimuth is None or scene.stated.elevation is None:
        return
    best = min(moments, key=lambda each: misfit(differences(scene.stated, sun_at(each, point))))
    # Between two of them the sun may turn by more than what agrees.
    if agrees_for_a_pass(differences(scene.stated, sun_at(best, point))):
        yield Finding(
            say("The stated sun fits that day at about {time} UTC.", time=f"{best:%H:%M}"), False
        )
    else:
        yield Finding(say("The stated sun fits no time of that day over that place."))


def _moments_of(day: datetime, point: Point) -> list[datetime]:
    """Every five minutes of a day as the sun tells it, from midnight to midnight."""
    try:
        noon = noon_of(day, point)
        steps = range(-_STEPS_OF_HALF_A_DAY, _STEPS_OF_HALF_A_DAY + 1)
        return [noon + _STEP * each for each in steps]
    except OverflowError:
        return []


def _run(moments: list[datetime], point: Point) -> str:
    """How the sun runs over a day, in a sentence."""
    suns = [sun_at(each, point) for each in moments]
    up = [at for at, each in enumerate(suns) if each.elevation > 0]
    if not up:
        return say("On that day the sun does not rise over that place.")
    highest = max(suns, key=lambda each: each.elevation)
    if len(up) == len(suns):
        return say(
            "On that day the sun does not set over that place; it is highest at azimuth {azimuth}, "
            "{elevation} high.",
            azimuth=degrees(highest.azimuth),
            elevation=degrees(highest.elevation),
        )
    first, last = up[0], up[-1]
    return say(
        "On that day the azimuth runs from {rise} at {sunrise} UTC, over {noon} when the sun is highest, "
        "at {elevation}, to {set} at {sunset} UTC.",
        rise=degrees(suns[first].azimuth),
        sunrise=f"{moments[first]:%H:%M}",
        noon=degrees(highest.azimuth),
        elevation=degrees(highest.elevation),
        set=degrees(suns[last].azimuth),
        sunset=f"{moments[last]:%H:%M}",
    )

"""What both boards are put through: the same views, steps and drags."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import chain

import workload
from frames import Step

WIDTH, HEIGHT = 1920, 1080
IN_VIEW = {"close": 30, "middle": 500}
PAN = (32, 18)
STEPS_OUT, ZOOM_STEPS = 90, 60
ZOOM_STEP = 1.02
DRAG = (5, 3)
DRAG_STEPS = 60
CHOSEN = 500
CLICKS = 30


def zoom_of(view: str) -> float:
    """The zoom at which about as many cards are in view as `IN_VIEW` says."""
    pitch = workload.PITCH_X * workload.PITCH_Y
    return math.sqrt(WIDTH * HEIGHT / (pitch * IN_VIEW[view]))


def there_and_back(pan: Callable[[float, float], object]) -> Iterator[Step]:
    """Steps of panning by screen pixels, out and back."""
    out = [lambda: pan(-PAN[0], -PAN[1])] * STEPS_OUT
    return chain(out, [lambda: pan(*PAN)] * STEPS_OUT)


def in_and_out(zoom: Callable[[float], object]) -> Iterator[Step]:
    """Steps of zooming by a factor, in and out."""
    inwards = [lambda: zoom(ZOOM_STEP)] * ZOOM_STEPS
    return chain(inwards, [lambda: zoom(1 / ZOOM_STEP)] * ZOOM_STEPS)

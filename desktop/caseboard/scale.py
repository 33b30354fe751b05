"""How large the interface is: every size in pixels is told at 100 % and grows with the scale.

What lies on the board does not: it grows with the zoom.
"""

from __future__ import annotations

from dataclasses import dataclass

STEPS = (100, 110, 125, 150, 175, 200)
"""The scales one can choose, in per cent."""


@dataclass
class _Now:
    percent: int = STEPS[0]


_now = _Now()


def percent() -> int:
    """The scale of the interface now, in per cent."""
    return _now.percent


def set_percent(wanted: int) -> None:
    """Let sizes be asked for at another scale; whoever has asked before must ask again."""
    _now.percent = wanted


def scaled(size: float) -> float:
    """A size told at 100 %, at the scale there is now."""
    return size * _now.percent / 100


def px(size: float) -> int:
    """The same in whole pixels, halves upwards; what is there at all stays at least one pixel."""
    whole = int(scaled(abs(size)) + 0.5)
    whole = max(whole, 1) if size else 0
    return whole if size >= 0 else -whole


def nearest_step(wanted: float) -> int:
    """The step that is nearest to a scale in per cent."""
    return min(STEPS, key=lambda step: abs(step - wanted))

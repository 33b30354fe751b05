"""`Tones`: how samples are shown as brightness: what the eye is helped with, never the file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from casedb.intake.cage.levels import Samples
from casedb.words import term

STEPS = 4096
"""Steps in which floating-point samples are told apart."""

ALL, RED, GREEN, BLUE, ALPHA, GREY = "all", "red", "green", "blue", "alpha", "grey"
CHANNELS = {
    ALL: term("All channels"),
    RED: term("Red"),
    GREEN: term("Green"),
    BLUE: term("Blue"),
    ALPHA: term("Opacity"),
    GREY: term("Brightness"),
}
"""What can be looked at by itself."""

_WEIGHTS = (0.2126, 0.7152, 0.0722)
"""How much of the brightness is red, green and blue (ITU-R BT.709)."""


@dataclass(frozen=True, slots=True)
class Tones:
    """`brightness` and `contrast` from -100 to 100, 0 for as it is; `gamma` from 0.1 to 10, 1 for as it
    is; `low` and `high` the samples that are shown black and white."""

    brightness: int = 0
    contrast: int = 0
    gamma: float = 1.0
    channel: str = ALL
    low: float = 0.0
    high: float = 255.0

    def curve(self, steps: int) -> NDArray[np.uint8]:
        """What becomes of so many even steps from black to white."""
        return _curve(self.brightness, self.contrast, self.gamma, 0.0, 1.0, steps)


@lru_cache(maxsize=64)
def _curve(
    brightness: int, contrast: int, gamma: float, low: float, high: float, steps: int
) -> NDArray[np.uint8]:
    """A table of `steps` samples, of which `low` and `high`, as parts of all, are black and white."""
    x = np.linspace(0.0, 1.0, steps)
    x = (x - low) / max(high - low, 1e-12)
    x = np.clip(x, 0.0, 1.0)
    slope = (100 + contrast) / max(100 - contrast, 1)
    x = np.clip((x - 0.5) * slope + 0.5 + brightness / 100, 0.0, 1.0)
    x = x ** (1.0 / gamma)
    return np.round(x * 255).astype(np.uint8)


def shown(samples: Samples, tones: Tones) -> QImage:
    """Samples (rows, columns, channels) as Qt paints them."""
    table = _table_of(samples, tones)
    height, width = samples.shape[:2]
    made = np.empty((height, width, 4), np.uint8)
    made[..., 3] = 255
    one = _one_channel(samples, tones.channel)
    if one is not None:
        made[..., :3] = _looked_up(one, table, tones)[..., None]
    elif samples.shape[2] == 1:
        made[..., :3] = _looked_up(samples[..., 0], table, tones)[..., None]
    else:
        for at, channel in enumerate((2, 1, 0)):
            made[..., at] = table[samples[..., channel]]
    is_clear = samples.shape[2] == 4 and one is None
    if is_clear:
        # As Qt wants it: each colour already dimmed by how opaque it is.
        made[..., 3] = samples[..., 3]
        part = samples[..., 3:].astype(np.uint16)
        made[..., :3] = (made[..., :3] * part + 127) // 255
    elif samples.dtype.kind == "f":
        is_hole = ~np.isfinite(samples[..., 0])
        if is_hole.any():
            made[is_hole] = 0
            is_clear = True
    forms = QImage.Format
    form = forms.Format_ARGB32_Premultiplied if is_clear else forms.Format_RGB32
    return QImage(made.data, width, height, 4 * width, form).copy()


def _table_of(samples: Samples, tones: Tones) -> NDArray[np.uint8]:
    if samples.dtype.kind == "f":
        return tones.curve(STEPS)
    most = float(np.iinfo(samples.dtype).max)
    return _curve(
        tones.brightness,
        tones.contrast,
        tones.gamma,
        tones.low / most,
        tones.high / most,
        int(most) + 1,
    )


def _looked_up(one: NDArray[Any], table: NDArray[np.uint8], tones: Tones) -> NDArray[np.uint8]:
    if one.dtype.kind != "f":
        return table[one]
    span = max(tones.high - tones.low, 1e-30)
    with np.errstate(invalid="ignore", over="ignore"):
        steps = np.nan_to_num((one - tones.low) / span, nan=0.0) * (STEPS - 1)
    return table[np.clip(steps, 0, STEPS - 1).astype(np.int32)]


def _one_channel(samples: Samples, channel: str) -> NDArray[Any] | None:
    """The channel that is looked at by itself; None where all are."""
    if samples.shape[2] == 1 or channel == ALL:
        return None
    if channel == GREY:
        weighed = sum(samples[..., n] * np.float32(each) for n, each in enumerate(_WEIGHTS))
        return np.round(np.asarray(weighed)).astype(np.uint8)
    number = {RED: 0, GREEN: 1, BLUE: 2, ALPHA: 3}[channel]
    if number >= samples.shape[2]:
        return np.full(samples.shape[:2], 255, np.uint8)
    return samples[..., number]


def stretched(samples: Samples) -> tuple[float, float]:
    """The samples between which almost all lie: what is brighter or darker is hardly any."""
    numbers = samples[np.isfinite(samples)] if samples.dtype.kind == "f" else samples.reshape(-1)
    if not numbers.size:
        return 0.0, 1.0
    low, high = (float(each) for each in np.percentile(numbers, (0.5, 99.5)))
    return (low, high) if high > low else (low, low + 1.0)

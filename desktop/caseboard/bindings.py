"""`Bindings`: what mouse, wheel and track pad do on a board, as the user has chosen it."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtCore import Qt

from caseboard.options import DEFAULTS, setting
from caseboard.settings import Preferences


@dataclass(frozen=True, slots=True)
class Bindings:
    """Every choice for the mouse, by its name in the settings."""

    wheel: str
    ctrl_wheel: str
    wheel_turn: str
    zoom_speed: str
    pan_button: str
    empty_drag: str
    empty_double_click: str
    pinch: str
    pinch_speed: str

    @classmethod
    def of(cls, preferences: Preferences) -> Bindings:
        """What somebody prefers; the default wherever that is none of the choices."""
        return cls(*(setting(each.name).value(preferences) for each in fields(cls)))

    def pans_with(self, button: Qt.MouseButton) -> bool:
        """Whether a drag with a button moves the board, whatever tool is in hand."""
        wanted = {Qt.MouseButton.MiddleButton: "middle", Qt.MouseButton.RightButton: "right"}
        return button in wanted and self.pan_button in (wanted[button], "both")

    def zooms(self, *, is_wheel: bool, has_control: bool) -> bool:
        """Whether turning zooms: `is_wheel` for that of a mouse, not fingers on a track pad."""
        if has_control:
            return self.ctrl_wheel == "zoom"
        return is_wheel if self.wheel == "auto" else self.wheel == "zoom"

    @property
    def turning(self) -> float:
        """How much nearer a turn away from the user brings, by ratio; below 0 it leads away."""
        return float(self.zoom_speed) * (1 if self.wheel_turn == "in" else -1)

    @property
    def pinching(self) -> float:
        """How much a pinch zooms, by ratio; 0 where it does nothing."""
        return float(self.pinch_speed) if self.pinch == "zoom" else 0.0


DEFAULT = Bindings.of(DEFAULTS)
"""What holds until something is chosen."""

"""Whether things may move on the screen, as the user and the system want it.

Qt does not tell what the system wants of motion (6.11 knows colours and contrast alone), so it is read
here, without asking another program: on Windows from the parameters of the system, on macOS from the
settings of accessibility, elsewhere from the files that KDE Plasma and the settings of GTK keep. GNOME
keeps the wish in a database of its own; it is heeded where it is written for GTK as well.
"""

from __future__ import annotations

import configparser
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings


@dataclass
class _Now:
    chosen: str = "system"


_now = _Now()

_GTK = ("gtk-4.0/settings.ini", "gtk-3.0/settings.ini")
_NEVER = ("0", "false", "no", "off")
_GET_ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION of the Windows API."""


def choose(wanted: str) -> None:
    """Let things move `on`, `off` or as the `system` wants it from now on."""
    _now.chosen = wanted


def is_wanted() -> bool:
    """Whether things may move."""
    if _now.chosen in ("on", "off"):
        return _now.chosen == "on"
    return not wants_stillness()


def duration(milliseconds: int) -> int:
    """How long a movement may take that would take so long by itself: 0 where nothing shall move."""
    return milliseconds if is_wanted() else 0


def wants_stillness() -> bool:
    """Whether the system is set to move as little as possible; False where it does not tell."""
    if sys.platform == "win32":
        return _windows_stands_still()
    if sys.platform == "darwin":
        found = QSettings("apple.com", "universalaccess").value("reduceMotion")
        return str(found).lower() in ("1", "true")
    return any(_stands_still(*each) for each in _files())


def _files() -> list[tuple[Path, str, str]]:
    """Where desktops note the wish: a file, a section of it and the name of the entry."""
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    plasma = (folder / "kdeglobals", "KDE", "AnimationDurationFactor")
    return [plasma, *((folder / each, "Settings", "gtk-enable-animations") for each in _GTK)]


def _stands_still(file: Path, section: str, name: str) -> bool:
    read = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        read.read_string(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, configparser.Error):
        return False
    found = read.get(section, name, fallback="").strip().lower()
    try:
        return float(found) == 0
    except ValueError:
        return found in _NEVER


def _windows_stands_still() -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    moves = ctypes.c_int(1)
    told = ctypes.windll.user32.SystemParametersInfoW(_GET_ANIMATION, 0, ctypes.byref(moves), 0)
    return bool(told) and not moves.value

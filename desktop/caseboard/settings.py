"""What the user prefers and where they were: kept per user, never in a case.

Each setting is declared once with its type and default; only what differs from the default is
stored. Views (zoom and place of a board) are kept by case id, so that moving a file changes nothing.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal

from casedb.store.home import Home

MOST_RECENT = 12
MOST_VIEWS = 200


@dataclass(frozen=True, slots=True)
class Recent:
    """A case that was open before."""

    path: str
    title: str
    opened_at: str
    case_id: str


@dataclass(frozen=True, slots=True)
class View:
    """Where the user was on a board: the middle of the view in board units, and the zoom."""

    x: float
    y: float
    zoom: float


@dataclass(frozen=True, slots=True)
class Preferences:
    """Everything that is remembered.

    What can be chosen of `language`, `theme`, `contrast`, `motion`, `scale`, `wheel` and all that concerns the mouse
    is said in `caseboard.options`. `author` stands in the journal of the cases one changes. `fronts` are the boards that were in front, by case id;
    `hidden` what is not shown of `left`, `right` and `map`, with a space between. `keys` are those
    that somebody has chosen for actions, by their names, as `caseboard.keymap` reads them; `used` what
    was run from the palette, the last one first. `tour` is `seen` once the tour was offered, `outline` by what the outline is
    ordered, `boards` or `kinds`; `coordinates` is how the viewer writes them, `viewer`, `comparison` and `verdict`
    are where those windows lay, `fitting` how one picture was laid on another last, `picture` what was asked of the last picture
    of a board, as `caseboard.picture` writes it. `choices` are those made in
    the views beside the boards, by the view and what was chosen (`timeline.lanes`).
    """

    language: str = "system"
    theme: str = "system"
    contrast: str = "system"
    motion: str = "system"
    scale: str = "system"
    wheel: str = "auto"
    ctrl_wheel: str = "zoom"
    wheel_turn: str = "in"
    zoom_speed: str = "1"
    pan_button: str = "middle"
    empty_drag: str = "marquee"
    empty_double_click: str = "card"
    pinch: str = "zoom"
    pinch_speed: str = "1"
    author: str = ""
    recent: tuple[Recent, ...] = ()
    views: Mapping[str, View] = field(default_factory=dict[str, View])
    fronts: Mapping[str, str] = field(default_factory=dict[str, str])
    window: str = ""
    hidden: str = ""
    snap_others: str = "on"
    snap_grid: str = "off"
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    used: tuple[str, ...] = ()
    tour: str = ""
    outline: str = "boards"
    coordinates: str = "decimal"
    viewer: str = ""
    comparison: str = ""
    verdict: str = ""
    fitting: str = "similarity"
    picture: str = ""
    choices: Mapping[str, str] = field(default_factory=dict[str, str])


class Settings(QObject):
    """The preferences of the user, in one JSON file in the program's own folder.

    `changed(name)` follows for each preference that is another than before.
    """

    changed = Signal(str)

    def __init__(self, home: Home) -> None:
        super().__init__()
        self.home = home
        self._file = home.path / "settings.json"
        self.now = read_preferences(self._file)

    def change(self, **changes: object) -> None:
        """Set some preferences and store them; a disk that refuses costs nothing but the memory."""
        before = self.now
        self.now = replace(self.now, **changes)  # pyright: ignore[reportArgumentType]
        self._store()
        for name in changes:
            if getattr(self.now, name) != getattr(before, name):
                self.changed.emit(name)

    def _store(self) -> None:
        defaults = asdict(Preferences())
        held = {key: value for key, value in asdict(self.now).items() if value != defaults[key]}
        partial = self._file.with_suffix(".part")
        try:
            self.home.folder()
            # In ASCII: a path may hold bytes that are no text, which only an escape can carry.
            partial.write_text(json.dumps(held, indent=1), encoding="ascii")
            partial.replace(self._file)
        except OSError:
            # Preferences are a comfort; nothing of a case depends on them.
            return

    def remember(self, recent: Recent) -> None:
        """Put a case at the head of the recent ones."""
        others = [each for each in self.now.recent if each.path != recent.path]
        self.change(recent=(recent, *others[: MOST_RECENT - 1]))

    def forget(self, path: str) -> None:
        """Take a case off the list; the file is not touched."""
        self.change(recent=tuple(each for each in self.now.recent if each.path != path))

    def keep_views(self, case_id: str, seen: Mapping[str, View]) -> None:
        """Remember where the user was on the boards of a case, by board id."""
        kept = {f"{case_id}/{board_id}": view for board_id, view in seen.items()}
        before = {key: view for key, view in self.now.views.items() if key not in kept}
        self.change(views=dict([*before.items(), *kept.items()][-MOST_VIEWS:]))

    def view_of(self, case_id: str, board_id: str) -> View | None:
        """Where the user was on a board."""
        return self.now.views.get(f"{case_id}/{board_id}")

    def keep_front(self, case_id: str, board_id: str) -> None:
        """Remember which board of a case is in front."""
        if self.front_of(case_id) != board_id:
            others = {key: each for key, each in self.now.fronts.items() if key != case_id}
            self.change(fronts=dict([*others.items(), (case_id, board_id)][-MOST_VIEWS:]))

    def front_of(self, case_id: str) -> str:
        """The board of a case that was in front last; empty for none."""
        return self.now.fronts.get(case_id, "")

    def preview_of(self, case_id: str) -> Path:
        """Where the picture of a recent case for the welcome page lies."""
        safe = "".join(sign for sign in case_id if sign.isalnum() or sign == "-")[:64]
        return self.home.path / "previews" / f"{safe}.png"


def read_preferences(file: Path) -> Preferences:
    """The stored preferences; whatever is not understood falls back to its default."""
    try:
        told: object = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(told, dict):
        return Preferences()
    held = cast("dict[str, object]", told)
    known: dict[str, object] = {}
    for each in fields(Preferences):
        value = held.get(each.name)
        if each.name == "recent" and isinstance(value, list):
            known["recent"] = tuple(filter(None, map(_recent, cast("list[object]", value))))
        elif each.name == "views" and isinstance(value, dict):
            views = {key: _view(view) for key, view in cast("dict[str, object]", value).items()}
            known["views"] = {key: view for key, view in views.items() if view is not None}
        elif each.name in ("fronts", "choices") and isinstance(value, dict):
            texts = cast("dict[str, object]", value)
            known[each.name] = {key: text for key, text in texts.items() if isinstance(text, str)}
        elif each.name == "keys" and isinstance(value, dict):
            keys = cast("dict[str, object]", value)
            known["keys"] = {name: _texts(told) for name, told in keys.items() if _is_list(told)}
        elif each.name == "used" and _is_list(value):
            known["used"] = _texts(value)
        elif isinstance(value, str) and isinstance(each.default, str):
            known[each.name] = value
    return Preferences(**known)  # pyright: ignore[reportArgumentType]


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(each for each in cast("list[object]", value) if isinstance(each, str))


def _recent(value: object) -> Recent | None:
    if not isinstance(value, dict):
        return None
    told = cast("dict[str, object]", value)
    texts = [told.get(each.name) for each in fields(Recent)]
    return Recent(*cast("list[str]", texts)) if all(isinstance(t, str) for t in texts) else None


def _view(value: object) -> View | None:
    if not isinstance(value, dict):
        return None
    told = cast("dict[str, object]", value)
    numbers = [told.get(each.name) for each in fields(View)]
    if not all(isinstance(n, (int, float)) and math.isfinite(n) for n in numbers):
        return None
    return View(*cast("list[float]", numbers))

"""`Ticks`: what the menus turn on and off, and what they say is on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from caseboard.actions import Menu
from caseboard.appearance import THEMES
from caseboard.menus import CHOICES, Menus
from caseboard.options import setting
from caseboard.settings import Settings
from caseboard.workspace import Workspace


class Ticks:
    """Changes settings from the menus, and ticks there what is so.

    `parts` tells which parts of an open case are shown, by name; none where no case is open.
    """

    def __init__(
        self, menus: Menus, settings: Settings, parts: Callable[[], Mapping[str, bool]]
    ) -> None:
        self._menus = menus
        self._settings = settings
        self._parts = parts
        self._choices = {
            name: menus.add_choice(Menu.VIEW, title, texts, partial(self._choose, name))
            for name, (title, texts) in CHOICES.items()
        }
        for menu in (Menu.ARRANGE, Menu.VIEW):
            menus.menus[menu].aboutToShow.connect(self.show)

    def _choose(self, name: str, value: str) -> None:
        self._settings.change(**{name: value})

    def show(self) -> None:
        """Tick in the menus what is so."""
        for name in ("snap_others", "snap_grid"):
            is_on = setting(name).value(self._settings.now) == "on"
            self._menus.check(name, is_so=is_on)
        for name in ("system", *THEMES):
            self._menus.check(f"theme_{name}", is_so=self._settings.now.theme == name)
        for name, choices in self._choices.items():
            choices[setting(name).value(self._settings.now)].setChecked(True)
        for name, is_shown in self._parts().items():
            self._menus.check(f"toggle_{name}", is_so=is_shown)

    def toggle_setting(self, name: str) -> None:
        """Turn a setting that is on or off."""
        is_on = setting(name).value(self._settings.now) == "on"
        self._settings.change(**{name: "off" if is_on else "on"})
        self.show()

    def toggle_part(self, name: str, workspace: Workspace) -> None:
        """Show a part of the workspace that is hidden, or hide it; remembered for the next case."""
        parts = workspace.parts
        parts.show_part(name, is_shown=not parts.shown[name])
        hidden = [each for each, is_shown in parts.shown.items() if not is_shown]
        self._settings.change(hidden=" ".join(hidden))
        self.show()

"""The menus and shortcuts, made of the declared actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from caseboard.actions import ACTIONS, Menu, Needs, plain
from caseboard.scale import STEPS
from caseboard.theme import Theme, icon, tick

CHECKABLE = frozenset(
    {
        *("toggle_left", "toggle_right", "toggle_map"),
        *("theme_system", "theme_light", "theme_dark", "theme_cork", "theme_print"),
    }
)
"""The actions that show a state as well as change it."""

WHEEL: Mapping[str, str] = MappingProxyType(
    {
        "auto": "Wheel: &mouse zooms, track pad pans",
        "zoom": "Wheel: &zooms",
        "pan": "Wheel: &pans",
    }
)
"""What the wheel can do, by the name it has in the settings."""

CONTRAST: Mapping[str, str] = MappingProxyType(
    {"system": "As the &system", "normal": "&Normal", "high": "&High"}
)
"""How strong contrasts are, by the name it has in the settings."""

MOTION: Mapping[str, str] = MappingProxyType(
    {"system": "As the &system", "on": "&On", "off": "O&ff"}
)
"""Whether things may move on the screen, by the name it has in the settings."""

SCALE: Mapping[str, str] = MappingProxyType(
    {"system": "As the &system", **{str(step): f"{step} %" for step in STEPS}}
)
"""How large the interface can be, by the name it has in the settings."""


class Menus:
    """Every declared action as a QAction of a window."""

    def __init__(self, window: QMainWindow, do: Callable[[str], None]) -> None:
        self._actions: dict[str, QAction] = {}
        self._ticked: list[QAction] = []
        self.menus: dict[Menu, QMenu] = {}
        menus = self.menus
        bar = window.menuBar()
        for declared in ACTIONS:
            if declared.menu not in menus:
                menus[declared.menu] = bar.addMenu(declared.menu.text)
            action = QAction(declared.text, window)
            action.setObjectName(declared.name)
            action.setShortcuts([QKeySequence(keys) for keys in declared.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setToolTip(declared.tip or plain(declared.text))
            action.triggered.connect(lambda _=False, name=declared.name: do(name))
            action.setCheckable(declared.name in CHECKABLE)
            if declared.name == "quit":
                action.setMenuRole(QAction.MenuRole.QuitRole)
            elif declared.name == "about":
                action.setMenuRole(QAction.MenuRole.AboutRole)
            if declared.apart:
                menus[declared.menu].addSeparator()
            menus[declared.menu].addAction(action)
            window.addAction(action)
            self._actions[declared.name] = action
            if action.isCheckable():
                self._ticked.append(action)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def set_theme(self, theme: Theme) -> None:
        """Paint the icons in another theme."""
        for declared in ACTIONS:
            # A menu has one place for the icon and the tick.
            if declared.icon and declared.name not in CHECKABLE:
                self._actions[declared.name].setIcon(icon(declared.icon, theme))
        for action in self._ticked:
            action.setIcon(tick(theme))

    def enable(self, there: Mapping[Needs, bool]) -> None:
        """Grey what makes no sense now; actions whose needs are not told of stay as they are."""
        for declared in ACTIONS:
            if declared.needs in there:
                self._actions[declared.name].setEnabled(there[declared.needs])

    def check(self, name: str, *, is_so: bool) -> None:
        """Tick an action that shows a state, or not."""
        self._actions[name].setChecked(is_so)

    def add_choice(
        self,
        menu: Menu,
        choices: Mapping[str, str],
        chosen: str,
        choose: Callable[[str], None],
        title: str = "",
    ) -> None:
        """Offer one of several settings at the end of a menu, by name and what people read; in a
        menu of their own where there is a title for it."""
        offered = self.menus[menu]
        if title:
            offered = offered.addMenu(title)
        else:
            offered.addSeparator()
        group = QActionGroup(offered)
        for name, text in choices.items():
            action = offered.addAction(text)
            action.setCheckable(True)
            action.setChecked(name == chosen)
            action.triggered.connect(lambda _=False, name=name: choose(name))
            group.addAction(action)
            self._ticked.append(action)

    def context_menu(self, parent: QMainWindow, names: tuple[str, ...]) -> QMenu:
        """A menu of some of the actions, gone once closed; an empty name is a line in it."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in names:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        return menu


def shortcut_list() -> list[tuple[str, str, str]]:
    """(group, what it does, keys) of every action that has keys, for the sheet of shortcuts."""
    listed = [
        (
            declared.menu.value,
            plain(declared.text),
            " or ".join(
                QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
                for keys in declared.keys
            ),
        )
        for declared in ACTIONS
        if declared.keys
    ]
    return listed + [("Board", what, keys) for what, keys in BOARD_KEYS]


BOARD_KEYS = (
    ("Move the board", "Space and drag, or the middle button"),
    ("Zoom at the pointer", "Ctrl and wheel, or pinch"),
    ("New card", "Double-click an empty place"),
    ("Draw a link", "Drag from a dot beside a card"),
    ("Drag a copy", "Alt and drag"),
    ("Keep to one axis", "Shift and drag"),
    ("Nudge", "Arrow keys; Shift for ten"),
    ("Select the card in the middle", "An arrow key with nothing selected"),
    ("Walk to the next card in a direction", "Alt and an arrow key; Shift adds it"),
    ("Walk in reading order", "Tab, Shift+Tab; Esc then Tab leaves the board"),
    ("Rename or delete the board in front", "F2 or Del on its tab"),
    ("Leave without a change", "Esc"),
    ("Tools", "V select, H hand, L link"),
)

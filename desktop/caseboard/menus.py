"""The menus and shortcuts, made of the declared actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from caseboard.actions import ACTIONS, Menu, Needs, plain
from caseboard.theme import Theme, icon

CHECKABLE = frozenset(
    {
        "toggle_left",
        "toggle_right",
        "toggle_map",
        "snap_to_others",
        "snap_to_grid",
        "theme_system",
        "theme_light",
        "theme_dark",
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


class Menus:
    """Every declared action as a QAction of a window."""

    def __init__(self, window: QMainWindow, do: Callable[[str], None]) -> None:
        self._actions: dict[str, QAction] = {}
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
            # A menu has one place for the icon and the tick, and the icon would win.
            action.setIconVisibleInMenu(declared.name not in CHECKABLE)
            if declared.name == "quit":
                action.setMenuRole(QAction.MenuRole.QuitRole)
            elif declared.name == "about":
                action.setMenuRole(QAction.MenuRole.AboutRole)
            if declared.apart:
                menus[declared.menu].addSeparator()
            menus[declared.menu].addAction(action)
            window.addAction(action)
            self._actions[declared.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def set_theme(self, theme: Theme) -> None:
        """Paint the icons in another theme."""
        for declared in ACTIONS:
            if declared.icon:
                self._actions[declared.name].setIcon(icon(declared.icon, theme))

    def enable(self, there: Mapping[Needs, bool]) -> None:
        """Grey what makes no sense now; actions whose needs are not told of stay as they are."""
        for declared in ACTIONS:
            if declared.needs in there:
                self._actions[declared.name].setEnabled(there[declared.needs])

    def check(self, name: str, *, is_so: bool) -> None:
        """Tick an action that shows a state, or not."""
        self._actions[name].setChecked(is_so)

    def add_choice(
        self, menu: Menu, choices: Mapping[str, str], chosen: str, choose: Callable[[str], None]
    ) -> None:
        """Offer one of several settings at the end of a menu, by name and what people read."""
        self.menus[menu].addSeparator()
        group = QActionGroup(self.menus[menu])
        for name, text in choices.items():
            action = self.menus[menu].addAction(text)
            action.setCheckable(True)
            action.setChecked(name == chosen)
            action.triggered.connect(lambda _=False, name=name: choose(name))
            group.addAction(action)

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
    ("Suspend snapping", "Hold Ctrl while dragging"),
    ("Bend a string", "Drag it, or the dot in its middle"),
    ("Take a bend away", "Double-click it, or drag it straight"),
    ("Tie a string to something else", "Drag the square at its end"),
    ("Write on a string or frame", "Double-click it, or F2"),
    ("Nudge", "Arrow keys; Shift for ten"),
    ("Select the card in the middle", "An arrow key with nothing selected"),
    ("Walk to the next card in a direction", "Alt and an arrow key; Shift adds it"),
    ("Walk in reading order", "Tab, Shift+Tab; Esc then Tab leaves the board"),
    ("Walk along a string", "Ctrl+Right, Ctrl+Left; Ctrl+Down for the next string"),
    ("Rename or delete the board in front", "F2 or Del on its tab"),
    ("Leave without a change", "Esc"),
    ("Tools", "V select, S lasso, H hand, L link, F frame"),
)

"""The menus and shortcuts, made of the declared actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from caseboard.actions import ACTIONS, Declared, Menu, Needs, Sub
from caseboard.appearance import THEMES
from caseboard.keymap import DECLARED, Keymap
from caseboard.theme import Theme, icon, tick
from caseboard.titles import in_menu
from casedb.words import say

CHECKABLE = frozenset(
    {
        "toggle_left",
        "toggle_right",
        "toggle_map",
        "toggle_lines",
        "snap_others",
        "snap_grid",
        "theme_system",
        *(f"theme_{name}" for name in THEMES),
    }
)
"""The actions that show a state as well as change it."""

LISTED = "listed"
"""What marks an entry that stands in a menu only for now."""

CHOICES: Mapping[str, tuple[str, Mapping[str, str]]] = MappingProxyType(
    {
        "contrast": (
            "Colour cont&rast",
            {"system": "As the &system", "normal": "&Normal", "high": "&High"},
        ),
        "scale": (
            "Si&ze of text and controls",
            {
                "system": "As the &system",
                "100": "&Normal, 100 %",
                "110": "&110 %",
                "125": "1&25 %",
                "150": "15&0 %",
                "175": "1&75 %",
                "200": "200 &%",
            },
        ),
        "motion": ("&Movement", {"system": "As the &system", "on": "&On", "off": "O&ff"}),
        "wheel": (
            "W&heel",
            {"auto": "&Mouse zooms, track pad pans", "zoom": "&Zooms", "pan": "&Pans"},
        ),
    }
)
"""Settings that the menu of views offers as well: their names, their titles and what can be chosen."""


class Menus:
    """Every declared action as a QAction of a window."""

    def __init__(self, window: QMainWindow, do: Callable[[str], None]) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._ticked: list[QAction] = []
        self.menus: dict[Menu, QMenu] = {}
        self.submenus: dict[Sub, QMenu] = {}
        menus = self.menus
        bar = window.menuBar()
        for declared in ACTIONS:
            if declared.menu not in menus:
                menus[declared.menu] = bar.addMenu(say(declared.menu.text))
                menus[declared.menu].setToolTipsVisible(True)
            action = QAction(say(declared.text), window)
            action.setObjectName(declared.name)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(lambda _=False, name=declared.name: do(name))
            action.setCheckable(declared.name in CHECKABLE)
            if declared.name == "quit":
                action.setMenuRole(QAction.MenuRole.QuitRole)
            elif declared.name == "about":
                action.setMenuRole(QAction.MenuRole.AboutRole)
            elif declared.name == "settings":
                action.setMenuRole(QAction.MenuRole.PreferencesRole)
            self._add(declared, action)
            window.addAction(action)
            self._actions[declared.name] = action
            if action.isCheckable():
                self._ticked.append(action)
        self.set_keys(DECLARED)

    def drop(self) -> None:
        """Take all of it off the window, for other menus to come in its place."""
        for action in self._actions.values():
            self._window.removeAction(action)
            action.deleteLater()
        self._window.setMenuBar(QMenuBar(self._window))

    def _add(self, declared: Declared, action: QAction) -> None:
        menu = self.menus[declared.menu]
        if declared.apart:
            menu.addSeparator()
        if declared.sub is not None:
            inner = self.submenus.get(declared.sub)
            if inner is None:
                inner = self.submenus[declared.sub] = menu.addMenu(say(declared.sub.value))
                inner.setToolTipsVisible(True)
            menu = inner
        menu.addAction(action)

    def set_keys(self, keymap: Keymap) -> None:
        """Let every action have its keys of a map."""
        for name, action in self._actions.items():
            action.setShortcuts([QKeySequence(key) for key in keymap.keys(name)])

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

    def enable(self, missing: Mapping[Needs, str]) -> None:
        """Grey what makes no sense now: an empty sentence for a need says that it is met, any other
        what is missing. Actions whose needs are not told of stay as they are."""
        for declared in ACTIONS:
            if declared.needs in missing:
                action, sentence = self._actions[declared.name], missing[declared.needs]
                action.setEnabled(not sentence)
                action.setToolTip(sentence)

    def missing(self, name: str) -> str:
        """What is missing for an action, in a sentence; empty where it can be carried out."""
        action = self._actions[name]
        return "" if action.isEnabled() else action.toolTip()

    def check(self, name: str, *, is_so: bool) -> None:
        """Tick an action that shows a state, or not."""
        self._actions[name].setChecked(is_so)

    def add_choice(
        self, menu: Menu, title: str, choices: Mapping[str, str], choose: Callable[[str], None]
    ) -> dict[str, QAction]:
        """Offer the values of a setting in a menu of their own at the end of another, by name and
        what people read, told in English."""
        inner = self.menus[menu].addMenu(say(title))
        group = QActionGroup(inner)
        made = {name: inner.addAction(say(text)) for name, text in choices.items()}
        for name, action in made.items():
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, name=name: choose(name))
            group.addAction(action)
            self._ticked.append(action)
        return made

    def list_boards(self, boards: Sequence[tuple[str, Callable[[], object]]], theme: Theme) -> None:
        """List boards at the head of the menu of other boards, in place of those it listed."""
        menu = self.submenus[Sub.BOARDS]
        for action in menu.actions():
            if action.property(LISTED):
                menu.removeAction(action)
                action.deleteLater()
        first = menu.actions()[0]
        for title, go in boards:
            action = QAction(icon("board", theme), in_menu(title), menu)
            action.setProperty(LISTED, True)
            action.triggered.connect(_untold(go))
            menu.insertAction(first, action)
        if boards:
            menu.insertSeparator(first).setProperty(LISTED, True)

    def context_menu(self, parent: QMainWindow, names: tuple[str, ...]) -> QMenu:
        """A menu of some of the actions, gone once closed; an empty name is a line in it."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for name in names:
            if isinstance(name, Sub):
                # `addMenu` would make it a child, in the eyes of Python: gone with this menu.
                menu.addAction(self.submenus[name].menuAction())
            elif name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        return menu


def _untold(go: Callable[[], object]) -> Callable[[bool], None]:
    """What goes somewhere, whether or not the entry that was chosen has a tick."""

    def chosen(_: bool = False) -> None:
        go()

    return chosen

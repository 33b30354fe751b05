"""Tool tips that name a key: a button says which action it stands for, and its tip follows the keys."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QWidget

from caseboard.keymap import DECLARED, Keymap

_ACTION, _TEXT = "standsFor", "tipWithoutKey"


def stand_for(button: QAbstractButton, action: str, text: str) -> None:
    """Say what a button does in its tool tip, with the key of the action that does the same."""
    button.setProperty(_ACTION, action)
    button.setProperty(_TEXT, text)
    button.setToolTip(DECLARED.tip(text, action))


def show_keys(root: QWidget, keymap: Keymap) -> None:
    """Let every button in a widget that stands for an action name the key that this has now."""
    for button in root.findChildren(QAbstractButton):
        action = button.property(_ACTION)
        if action:
            button.setToolTip(keymap.tip(str(button.property(_TEXT)), str(action)))

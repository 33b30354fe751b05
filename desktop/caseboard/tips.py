"""Tool tips that name a key: a button says which action it stands for, and its tip follows the keys."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QWidget

from caseboard.keymap import DECLARED, Keymap

_ACTION, _TEXT, _LACK = "standsFor", "tipWithoutKey", "lacks"


def stand_for(button: QAbstractButton, action: str, text: str) -> None:
    """Say what a button does in its tool tip, with the key of the action that does the same."""
    button.setProperty(_ACTION, action)
    button.setProperty(_TEXT, text)
    button.setToolTip(DECLARED.tip(text, action))


def grey(button: QAbstractButton, lack: str, keymap: Keymap) -> None:
    """Grey a button that stands for an action, with what is missing as its tip; empty where nothing is."""
    button.setEnabled(not lack)
    button.setProperty(_LACK, lack)
    _tell(button, keymap)


def show_keys(root: QWidget, keymap: Keymap) -> None:
    """Let every button in a widget that stands for an action name the key that this has now."""
    for button in root.findChildren(QAbstractButton):
        _tell(button, keymap)


def _tell(button: QAbstractButton, keymap: Keymap) -> None:
    action, lack = button.property(_ACTION), button.property(_LACK)
    if action:
        button.setToolTip(lack or keymap.tip(str(button.property(_TEXT)), str(action)))

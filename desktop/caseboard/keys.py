"""Keys as text: as they are stored on every system, and as people read them here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from casedb.words import say, term

_FORMAT = QKeySequence.SequenceFormat
_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Control,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_Hyper_L,
        Qt.Key.Key_Hyper_R,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock,
    }
)
_HELD = ("Ctrl", "Shift", "Alt", "Meta")
_OF_A_KEY = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_NOTHING = Qt.KeyboardModifier.NoModifier
_HELD_BY = {
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
    Qt.Key.Key_Meta: Qt.KeyboardModifier.MetaModifier,
}
_SHIFTED = dict(zip('!@#$%^&*()_+{}|:"<>?~', "1234567890-=[]\\;',./`", strict=True))
"""The signs above others on the keyboard that most people have."""


ARROW = term("arrow")


@lru_cache(maxsize=1024)
def portable(text: str) -> str:
    """A key as it is stored; empty for a text that names no single key.

    >>> portable("ctrl+shift+z"), portable("Ctrl+K, Ctrl+S"), portable("Gnu")
    ('Ctrl+Shift+Z', '', '')
    """
    told = QKeySequence.fromString(text, _FORMAT.PortableText)
    made = told.toString(_FORMAT.PortableText)
    is_key = told.count() == 1 and made.rpartition("+")[2] not in _HELD
    return made if is_key else ""


def shown(key: str) -> str:
    """A stored key as people on this system read it.

    >>> shown("Ctrl+Shift+Z")
    'Ctrl+Shift+Z'
    """
    return QKeySequence.fromString(key, _FORMAT.PortableText).toString(_FORMAT.NativeText)


def shown_together(keys: Sequence[str]) -> tuple[str, ...]:
    """Stored keys as people read them; the four arrows as one.

    >>> shown_together(["Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down"])
    ('Shift+arrow',)
    """
    held = keys[0].removesuffix("Left") if keys else ""
    if list(keys) == [f"{held}{way}" for way in ("Left", "Right", "Up", "Down")]:
        arrow = say(ARROW)
        if not held:
            arrow = f"{arrow[:1].upper()}{arrow[1:]}"
        return (f"{shown(keys[0]).removesuffix(shown('Left'))}{arrow}",)
    return tuple(map(shown, keys))


def either(ways: Iterable[str]) -> str:
    """Ways of which any will do, as people read them.

    >>> either(["Ctrl+Y", "Ctrl+Shift+Z"]), either(["F3"]), either([])
    ('Ctrl+Y or Ctrl+Shift+Z', 'F3', '')
    """
    told = iter(ways)
    return reduce(
        lambda one, other: say("{one} or {other}", one=one, other=other), told, next(told, "")
    )


def key_of(event: QKeyEvent) -> str:
    """The key of an event, with what is held down, as it is stored; empty for a modifier alone."""
    key, held = Qt.Key(event.key()), event.modifiers() & _OF_A_KEY
    if key in _MODIFIERS or key in (Qt.Key.Key_unknown, 0):
        return ""
    if key == Qt.Key.Key_Backtab:
        key, held = Qt.Key.Key_Tab, held | Qt.KeyboardModifier.ShiftModifier
    elif _is_sign(event.text()):
        # The sign is the key: which keys make it is a matter of the keyboard.
        held &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(held, key)).toString(_FORMAT.PortableText)


def shown_held(event: QKeyEvent) -> str:
    """What is held down while no other key is struck yet, as people read it."""
    # Not every system counts a modifier as held in the event of its own press.
    held = event.modifiers() & _OF_A_KEY | _HELD_BY.get(Qt.Key(event.key()), _NOTHING)
    made = QKeySequence(QKeyCombination(held, Qt.Key.Key_A)).toString(_FORMAT.NativeText)
    return made.removesuffix("A")


def _is_sign(text: str) -> bool:
    return len(text) == 1 and text.isprintable() and not text.isalnum() and not text.isspace()


@lru_cache(maxsize=1024)
def pressed_as(key: str) -> str:
    """One text for all keys that are pressed alike on the usual keyboard.

    >>> pressed_as("!"), pressed_as("Shift+1"), pressed_as("Ctrl+Shift+}"), pressed_as("Ctrl++")
    ('Shift+1', 'Shift+1', 'Ctrl+Shift+]', 'Ctrl+Shift+=')
    """
    held, sign = key[:-1], key[-1:]
    if sign not in _SHIFTED or (held and not held.endswith("+")):
        return key
    held = held if held.endswith("Shift+") else f"{held}Shift+"
    return f"{held}{_SHIFTED[sign]}"

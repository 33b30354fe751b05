"""`Keymap`: which keys every action and every tool has, and what stands against another one.

Only what differs from the declared keys is stored. No two hold the same key: what somebody has
chosen takes a key away from what merely has it by default, and gives it back when that is reset.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QKeySequence

from caseboard.actions import ACTIONS, Declared, Menu
from caseboard.board_keys import BOARD_KEYS, KEPT_FREE, TOOL, BoardKey
from caseboard.keys import portable, pressed_as, shown, shown_together
from caseboard.settings import Preferences
from casedb.words import say, term

BOARD = term("Board")
"""The group of the board's own keys."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """Something that keys do: an action of the window, or what the hand does on a board.

    `group` is the name of its menu in English, or that of the board.
    """

    declared: Declared | BoardKey
    group: str
    is_fixed: bool = False

    @property
    def name(self) -> str:
        """Its name in code."""
        return self.declared.name

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that it was delivered with."""
        return self.declared.keys

    @property
    def text(self) -> str:
        """What people read of it."""
        return self.declared.label

    @property
    def shown_group(self) -> str:
        """What people read of its group."""
        return say(BOARD) if self.group == BOARD else Menu(self.group).shown


KEYED: tuple[Keyed, ...] = (
    *(Keyed(each, each.menu.value) for each in ACTIONS),
    *(Keyed(each, BOARD, each.is_fixed) for each in BOARD_KEYS),
)
"""Everything that keys do, in the order of the menus; the board comes last."""

_BY_NAME = {each.name: each for each in KEYED}
_FIXED = {pressed_as(key): each for each in KEYED if each.is_fixed for key in each.keys}
_KEPT = frozenset(pressed_as(key) for key in KEPT_FREE)

_S = QKeySequence.StandardKey
_EDITING = {
    _S.Copy: term("copy"),
    _S.Cut: term("cut"),
    _S.Paste: term("paste"),
    _S.Undo: term("undo"),
    _S.Redo: term("redo"),
    _S.SelectAll: term("select all"),
    _S.Delete: term("delete"),
    _S.Backspace: term("delete"),
    _S.DeleteStartOfWord: term("delete a word"),
    _S.DeleteEndOfWord: term("delete a word"),
    _S.MoveToNextWord: term("move by a word"),
    _S.MoveToPreviousWord: term("move by a word"),
    _S.SelectNextWord: term("select a word"),
    _S.SelectPreviousWord: term("select a word"),
    _S.MoveToStartOfLine: term("move"),
    _S.MoveToEndOfLine: term("move"),
    _S.SelectStartOfLine: term("select"),
    _S.SelectEndOfLine: term("select"),
    _S.MoveToStartOfDocument: term("move"),
    _S.MoveToEndOfDocument: term("move"),
    _S.SelectStartOfDocument: term("select"),
    _S.SelectEndOfDocument: term("select"),
    _S.MoveToNextPage: term("move"),
    _S.MoveToPreviousPage: term("move"),
}
"""What fields of text do with keys, which stay theirs while one types."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Why a key is not free, in a sentence that ends with a question where it `can_be_taken`."""

    sentence: str
    can_be_taken: bool


@dataclass(frozen=True)
class Keymap:
    """All keys, of which `stored` are those that somebody has chosen."""

    stored: Mapping[str, tuple[str, ...]]
    held: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, preferences: Preferences) -> Keymap:
        """The keys that somebody prefers. What is no key, or another's, is left out."""
        stored = {
            name: tuple(key for key in map(portable, keys) if key)
            for name, keys in preferences.keys.items()
            if name not in _BY_NAME or not _BY_NAME[name].is_fixed
        }
        return cls(stored, _held(stored))

    def keys(self, name: str) -> tuple[str, ...]:
        """The keys of an action or a tool, as they are stored."""
        return self.held.get(name, ())

    def shown(self, name: str) -> tuple[str, ...]:
        """The keys of an action or a tool, as people read them."""
        return shown_together(self.keys(name))

    def tip(self, text: str, name: str) -> str:
        """A tool tip that names the first key of an action, if it has any."""
        keys = self.shown(name)
        return f"{text} ({keys[0]})" if keys else text

    @property
    def tools(self) -> dict[str, str]:
        """The tool that each key takes."""
        return {
            key: name.removeprefix(TOOL)
            for name, keys in self.held.items()
            if name.startswith(TOOL)
            for key in keys
        }

    def holder(self, key: str) -> str:
        """Who has a key; empty where it is free."""
        wanted = pressed_as(key)
        return next(
            (name for name, keys in self.held.items() if wanted in map(pressed_as, keys)), ""
        )

    # -- choosing -------------------------------------------------------------------------

    def is_changed(self, name: str) -> bool:
        """Whether the keys are others than those that were declared."""
        return self.keys(name) != _BY_NAME[name].keys

    def clash(self, name: str, key: str) -> Clash | None:
        """What stands against giving a key to an action or a tool; None where nothing does."""
        wanted, read = pressed_as(key), shown(key)
        fixed = _FIXED.get(wanted)
        if fixed is not None:
            what = _begun(fixed.text)
            return Clash(say("“{key}” belongs to the board: {what}.", key=read, what=what), False)
        menu = _menus().get(wanted)
        if menu is not None:
            sentence = say("“{key}” opens the menu {menu}.", key=read, menu=menu.shown)
            return Clash(sentence, False)
        if wanted in _KEPT:
            return Clash(say("“{key}” is kept free for the board.", key=read), False)
        holder = self.holder(key)
        if holder == name:
            return None
        if holder:
            text = _BY_NAME[holder].text.rstrip("…")
            sentence = say("“{key}” is used by “{text}”. Use it here instead?", key=read, text=text)
            return Clash(sentence, True)
        editing = _editing_keys().get(key)
        if editing is not None and key not in _BY_NAME[name].keys:
            sentence = say(
                "In fields of text “{key}” goes on to {do}. Use it here all the same?",
                key=read,
                do=say(editing),
            )
            return Clash(sentence, True)
        return None

    def with_keys(self, name: str, keys: Iterable[str]) -> Keymap:
        """Give an action or a tool just these keys; whoever else has one of them loses it."""
        given = _each_once(keys)
        taken = set(map(pressed_as, given))
        stored = {
            each: tuple(key for key in theirs if pressed_as(key) not in taken)
            for each, theirs in self.stored.items()
        }
        stored[name] = given
        # What comes to the declared keys by itself is not stored.
        for each in [*stored]:
            rest = {other: theirs for other, theirs in stored.items() if other != each}
            if each in _BY_NAME and _held(rest) == _held(stored):
                stored = rest
        return Keymap(stored, _held(stored))

    def without_choice(self, name: str) -> Keymap:
        """Give an action or a tool back the keys that were declared."""
        return self.with_keys(name, _BY_NAME[name].keys)


def _held(stored: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The keys of everything, each key once: of what is fixed, then of what was chosen, then the
    declared ones."""
    held: dict[str, tuple[str, ...]] = {}
    taken = {*_menus(), *_KEPT}
    for each in sorted(KEYED, key=lambda each: (not each.is_fixed, each.name not in stored)):
        keys = each.keys if each.is_fixed else stored.get(each.name, each.keys)
        free = [key for key in keys if each.is_fixed or pressed_as(key) not in taken]
        held[each.name] = _each_once(free)
        taken.update(map(pressed_as, free))
    return held


def _each_once(keys: Iterable[str]) -> tuple[str, ...]:
    """Keys in their order, the first of those that are pressed alike."""
    made: dict[str, str] = {}
    for key in keys:
        made.setdefault(pressed_as(key), key)
    return tuple(made.values())


def _menus() -> dict[str, Menu]:
    """The menu that each key opens, by the letter that is marked in its name."""
    marked = ((menu, say(menu.text).partition("&")[2]) for menu in Menu)
    return {f"Alt+{letters[0].upper()}": menu for menu, letters in marked if letters}


def _begun(text: str) -> str:
    return text[:1].lower() + text[1:]


@cache
def _editing_keys() -> dict[str, str]:
    return {
        each.toString(QKeySequence.SequenceFormat.PortableText): what
        for standard, what in _EDITING.items()
        for each in QKeySequence.keyBindings(standard)
    }


DECLARED = Keymap({}, _held({}))
"""The keys before anything was chosen."""

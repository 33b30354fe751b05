"""What a screen reader finds in a window: its tree as indented text, and the events it is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, cast

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface

_TEXT = QAccessible.Text
_STATES = ("checked", "collapsed", "disabled", "invisible", "selected")


def interface_of(widget: QObject) -> QAccessibleInterface:
    """What tells a screen reader of a widget."""
    return QAccessible.queryAccessibleInterface(widget)


def is_known(number: int) -> bool:
    """Whether Qt knows of something by its number."""
    return cast("object", QAccessible.accessibleInterface(number)) is not None


def children(interface: QAccessibleInterface) -> list[QAccessibleInterface]:
    """What lies directly below."""
    # Qt for Python says that there is always one.
    found = cast(
        "list[QAccessibleInterface | None]",
        [interface.child(n) for n in range(interface.childCount())],
    )
    return [each for each in found if each is not None]


def walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Something and all that lies below it."""
    yield interface
    for child in children(interface):
        yield from walk(child)


def name(interface: QAccessibleInterface) -> str:
    """What something is called."""
    return interface.text(_TEXT.Name)


def said(interface: QAccessibleInterface) -> str:
    """One line of a dump: role, name, value, description and states.

    Why a link holds is a long story, and no part of it.
    """
    is_link = interface.role() == QAccessible.Role.Link
    value, told = interface.text(_TEXT.Value), interface.text(_TEXT.Description)
    told = "" if is_link else told
    state = interface.state()
    states = [each for each in _STATES if getattr(state, each)]
    parts = [
        f"{interface.role().name}: {name(interface)}".rstrip(),
        f"({value})" if value else "",
        f"– {told}" if told else "",
        f"[{', '.join(states)}]" if states else "",
    ]
    return " ".join(filter(None, parts))


def dump(interface: QAccessibleInterface, depth: int = 0) -> str:
    """The tree below something, as somebody hears it who walks through all of it."""
    lines = [f"{'  ' * depth}{said(interface)}"]
    lines += [dump(child, depth + 1) for child in children(interface)]
    return "\n".join(lines)


class Event(NamedTuple):
    """Something a screen reader was told: what, of what, and the sentence that was announced."""

    type: QAccessible.Event
    name: str
    sentence: str = ""


def listen(monkeypatch: pytest.MonkeyPatch) -> list[Event]:
    """Take note from now on of what a screen reader is told by Python."""
    told: list[Event] = []

    def note(event: QAccessibleEvent) -> None:
        message: Callable[[], str] | None = getattr(event, "message", None)
        told.append(
            Event(event.type(), name(event.accessibleInterface()), message() if message else "")
        )

    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    return told

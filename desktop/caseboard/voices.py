"""What screen readers are told of widgets of our own, and sentences that are said aloud."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface

_INSTALLED = "hasVoices"


@runtime_checkable
class Spoken(Protocol):
    """A widget that tells a screen reader more than Qt knows of it."""

    def make_interface(self) -> QAccessibleInterface:
        """What tells it, made once, when somebody listens.

        Qt for Python keeps it for as long as the program runs: it must hold on to nothing.
        """
        ...


def give_voices() -> None:
    """Let every widget that is `Spoken` speak for itself; nothing happens before somebody listens."""
    application = QCoreApplication.instance()
    if application is not None and not application.property(_INSTALLED):
        application.setProperty(_INSTALLED, True)
        QAccessible.installFactory(_interface_of)


def announce(speaker: QObject, sentence: str, *, is_urgent: bool = False) -> None:
    """Say a sentence aloud where somebody listens; an urgent one interrupts what is being said."""
    if not sentence or not QAccessible.isActive():
        return
    said = QAccessibleAnnouncementEvent(speaker, sentence)
    if is_urgent:
        said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(said)


def _interface_of(_: str, widget: object) -> QAccessibleInterface | None:
    return widget.make_interface() if isinstance(widget, Spoken) else None

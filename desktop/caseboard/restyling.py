"""What the style sheet makes of a widget, once that is named or marked otherwise."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def restyle(*widgets: QWidget) -> None:
    """Let the style sheet look at the names and properties of widgets again.

    Of its own accord it looks at them only when it is put on. What lies on a widget is not looked at with
    it: where a rule speaks of both, both are given.
    """
    for widget in widgets:
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)

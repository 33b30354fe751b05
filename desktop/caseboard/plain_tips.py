"""Tool tips that show text to the letter, and say it to those who listen without any mark-up."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget

from casedb.model.visible_text import visible

LONGEST = 2000


def tip(text: str) -> str:
    """A text as Qt shows it to the letter, in as many lines as it needs: some look like mark-up.

    >>> tip("a <b> b"), tip("")
    ('<p>a &lt;b&gt; b</p>', '')
    """
    return f"<p>{escape(visible(text[:LONGEST]))}</p>" if text else ""


def short_tip(text: str) -> str:
    """The same for what has no other description: without mark-up wherever none is needed.

    >>> short_tip("a title"), short_tip("a <b>title</b>")
    ('a title', '<p>a &lt;b&gt;title&lt;/b&gt;</p>')
    """
    return tip(text) if Qt.mightBeRichText(text) else visible(text[:LONGEST])


def give_tip(widget: QWidget, text: str) -> None:
    """Show a text where the pointer rests on a widget, and say it to those who listen."""
    widget.setToolTip(tip(text))
    # Else Qt would read the tool tip aloud, mark-up and all.
    widget.setAccessibleDescription(visible(text[:LONGEST]).replace("\n", ", "))

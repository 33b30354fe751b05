"""`MarkTools`: the tools that marks are drawn with, side by side in the bar of the viewer."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget

from caseboard import theme as look
from caseboard.theme import Theme
from casedb.model.marks import Form
from casedb.words import say, term

_ICON = 18


class Tool(NamedTuple):
    """A tool: its icon, what it is called, its key, and how it is used."""

    icon: str
    text: str
    key: str
    hint: str


TOOLS: Mapping[Form | None, Tool] = MappingProxyType(
    {
        None: Tool("select", term("Choose marks"), "V", ""),
        Form.POINT: Tool("mark_point", term("Point"), "P", term("Click the spot; Esc leaves")),
        Form.ARROW: Tool(
            "mark_arrow",
            term("Arrow"),
            "A",
            term("Drag from the tail to what it points at; Esc leaves"),
        ),
        Form.BOX: Tool(
            "mark_box", term("Box"), "B", term("Drag from corner to corner; Esc leaves")
        ),
        Form.POLYGON: Tool(
            "mark_polygon",
            term("Polygon"),
            "G",
            term(
                "Click corner by corner; Return or a double click closes, Backspace takes the last "
                "back, Esc gives up"
            ),
        ),
        Form.TEXT: Tool(
            "mark_text", term("Text on the picture"), "X", term("Click where it is to stand")
        ),
        Form.BLUR: Tool(
            "mark_blur",
            term("Blurred region"),
            "U",
            term("Drag over what is not to be shown; the original keeps every pixel"),
        ),
    }
)


class MarkTools(QFrame):
    """The group of tools. `taken(object)` carries the form that is drawn next, None to choose."""

    taken = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tools")
        self.setProperty("dense", True)
        self.setAccessibleName(say("What to draw on the picture"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self.buttons: dict[Form | None, QToolButton] = {}
        for form, tool in TOOLS.items():
            button = QToolButton(self)
            button.setCheckable(True)
            button.setAccessibleName(say(tool.text))
            button.clicked.connect(lambda _=False, each=form: self.taken.emit(each))
            self._group.addButton(button)
            self.buttons[form] = button
            row.addWidget(button)
        self.buttons[Form.BLUR].setObjectName("lastTool")
        self.buttons[None].setChecked(True)
        self.refuse("")

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        for form, button in self.buttons.items():
            button.setIcon(look.icon(TOOLS[form].icon, theme, "tx2", _ICON))

    def show_tool(self, form: Form | None) -> None:
        """Show which tool is in the hand."""
        self.buttons[form].setChecked(True)

    def refuse(self, why: str) -> None:
        """Grey the tools that draw, where a sentence says why nothing may be changed."""
        for form, button in self.buttons.items():
            tool = TOOLS[form]
            told = say("{what} ({key})", what=say(tool.text), key=tool.key)
            button.setEnabled(form is None or not why)
            button.setToolTip(why if why and form is not None else told)

    def form_of(self, key: Qt.Key) -> tuple[Form | None] | None:
        """The form of the tool that has a key, in a tuple of one; None where none has it."""
        for form, tool in TOOLS.items():
            if key == getattr(Qt.Key, f"Key_{tool.key}"):
                return (form,)
        return None

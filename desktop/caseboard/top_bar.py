"""The bar at the head of the window: the case, its boards, the tools, finding and exporting."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QWidget,
)

from caseboard.elided_label import ElidedLabel
from caseboard.focus_order import chain_focus, read_as_laid
from caseboard.theme import Theme, icon, space

TOOLS = (
    ("select", "Select", "select", "Select, move and size (V)"),
    ("lasso", "Lasso", "lasso", "Select what you draw a line around (S)"),
    ("hand", "Hand", "pan", "Move the board (H, or hold Space)"),
    ("link", "Link", "link", "Draw links from card to card (L)"),
    ("frame", "Frame", "frame_tool", "Draw a frame around what belongs together (F)"),
)

FIND = "Find   Ctrl+F"
ROOMY = 1100
"""A bar narrower than this shows its tools as icons alone."""
LEAST_TITLE = 90


class TopBar(QWidget):
    """`tool_chosen(str)` carries a tool's name; `find_wanted()` and `export_wanted()` the rest."""

    tool_chosen = Signal(str)
    find_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        # Else the style sheet's ground and the line below it are not painted.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(space("l"), space("s"), space("m"), space("s"))
        row.setSpacing(space("l"))
        self._title = ElidedLabel(LEAST_TITLE, self)
        self._title.setObjectName("caseTitle")
        row.addWidget(self._title)
        row.addSpacing(space("s"))
        self._tabs = QHBoxLayout()
        row.addLayout(self._tabs, 1)
        self._tools = self._build_tools()
        row.addWidget(self._tools)
        self._find = QPushButton(FIND, self)
        self._find.setObjectName("findButton")
        self._find.setToolTip("Find (Ctrl+F)")
        self._find.setAccessibleName("Find")
        self._find.clicked.connect(self.find_wanted)
        row.addWidget(self._find)
        self._export = QPushButton("Export", self)
        self._export.setObjectName("primary")
        self._export.clicked.connect(self.export_wanted)
        row.addWidget(self._export)
        self._shown: QWidget | None = None
        self._is_tight = False
        self.set_theme(theme)

    def _build_tools(self) -> QFrame:
        frame = QFrame(self)
        frame.setObjectName("tools")
        frame.setAccessibleName("Tools")
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        group = QButtonGroup(frame)
        self._buttons: dict[str, QToolButton] = {}
        for name, label, _, told in TOOLS:
            button = QToolButton(frame)
            button.setText(label)
            button.setToolTip(told)
            button.setAccessibleName(f"{label} tool")
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.clicked.connect(lambda _=False, name=name: self.tool_chosen.emit(name))
            group.addButton(button)
            self._buttons[name] = button
            row.addWidget(button)
        # The line between two tools; the frame has its own at the end.
        self._buttons[TOOLS[-1][0]].setObjectName("lastTool")
        self._buttons["select"].setChecked(True)
        return frame

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        for name, _, picture, _ in TOOLS:
            self._buttons[name].setIcon(icon(picture, theme))
        self._find.setIcon(icon("search", theme, "tx3"))

    def show_tool(self, name: str) -> None:
        """Show which tool is in hand."""
        self._buttons[name].setChecked(True)

    def show_case(self, title: str, tabs: QWidget | None, *, is_open: bool = True) -> None:
        """Show a case's title and its tabs; None for no case. Before it is open nothing can be done."""
        if self._shown is not None and self._shown is not tabs:
            self._tabs.removeWidget(self._shown)
            self._shown.hide()
        if tabs is not None and tabs is not self._shown:
            self._tabs.addWidget(tabs)
            tabs.show()
            chain_focus(self)
            read_as_laid(self)
        self._shown = tabs
        self._title.show_text(title)
        for widget in (self._tools, self._find, self._export):
            widget.setVisible(tabs is not None)
            widget.setEnabled(is_open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_tight = event.size().width() < ROOMY
        # The title stands over the window as well; the boards stand here alone.
        self._title.setMaximumWidth(event.size().width() // (6 if is_tight else 4))
        if is_tight != self._is_tight:
            self._is_tight = is_tight
            style = Qt.ToolButtonStyle
            for button in self._buttons.values():
                button.setToolButtonStyle(
                    style.ToolButtonIconOnly if is_tight else style.ToolButtonTextBesideIcon
                )
            self._find.setText("Find" if is_tight else FIND)

"""`KeyboardPage`: every action with its keys, and what somebody would rather have."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from caseboard import theme as look
from caseboard.dialogs.key_recorder import KeyRecorder
from caseboard.flow_layout import FlowLayout
from caseboard.focus_order import chain_focus
from caseboard.keymap import KEYED, Keyed, Keymap
from caseboard.keys import either, shown
from caseboard.measures import set_least_height, set_margins, set_spacing
from caseboard.scale import px
from caseboard.settings import Settings
from caseboard.voices import announce
from casedb.words import say, term

_NAME = Qt.ItemDataRole.UserRole + 1
_BY_NAME = {each.name: each for each in KEYED}
_CHANGED = term("changed")
_MESSAGE = 32
"""Pixels at 100 % that a sentence has, as high as the buttons beside it."""
_ROOMY = 420
"""From this height of the page, in pixels at 100 %, the list keeps its own."""
FIXED = term("These keys are the same everywhere and stay as they are.")
NOTHING = term("No action with these words or keys")


class KeyboardPage(QWidget):
    """A list of everything that keys do, a field to search it, and an editor for the current row."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyboardPage")
        self._settings = settings
        self._items: dict[str, QTreeWidgetItem] = {}
        self._folders: dict[str, QTreeWidgetItem] = {}
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(say("Find an action or a key"))
        self.field.setAccessibleName(say("Find an action or a key"))
        self.field.textChanged.connect(self._narrow)
        self.list = self._build_list()
        self.nothing = QLabel(say(NOTHING), self)
        self.nothing.setObjectName("dialogHint")
        self.nothing.hide()
        self.editor = KeyEditor(settings, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        set_spacing(layout, "m")
        layout.addWidget(self.field)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.editor)
        self.list.currentItemChanged.connect(self._edit_current)
        self.list.itemActivated.connect(self.editor.start)
        self.field.installEventFilter(self)
        settings.changed.connect(self._follow)
        self.refit()
        self._show_keys()
        self._go_to_first()

    def _build_list(self) -> QTreeWidget:
        made = QTreeWidget(self)
        made.setObjectName("keyList")
        made.setAccessibleName(say("Actions and their keys"))
        made.setHeaderLabels([say("Action"), say("Keys"), ""])
        made.setRootIsDecorated(False)
        made.setIndentation(0)
        made.setUniformRowHeights(True)
        made.setItemsExpandable(False)
        made.setAllColumnsShowFocus(True)
        made.header().setStretchLastSection(False)
        made.header().setSectionsMovable(False)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            made.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for each in KEYED:
            if each.group not in self._folders:
                folder = self._folders[each.group] = QTreeWidgetItem(made, [each.shown_group])
                folder.setFlags(Qt.ItemFlag.ItemIsEnabled)
                folder.setFirstColumnSpanned(True)
                folder.setExpanded(True)
            item = QTreeWidgetItem(self._folders[each.group], [each.text])
            item.setData(0, _NAME, each.name)
            self._items[each.name] = item
        return made

    def refit(self) -> None:
        """Give the names of the groups their letters."""
        for folder in self._folders.values():
            folder.setFont(0, look.font("small", semibold=True))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.editor.keep_room(event.size().height() >= px(_ROOMY))

    @property
    def current(self) -> str:
        """The action of the current row; empty for none."""
        item = self.list.currentItem()
        return str(item.data(0, _NAME) or "") if item is not None else ""

    def go_to(self, name: str) -> None:
        """Make the row of an action the current one."""
        self.list.setCurrentItem(self._items[name])

    def shown(self) -> list[str]:
        """The actions that are listed now, in order."""
        return [name for name, item in self._items.items() if not item.isHidden()]

    # -- showing --------------------------------------------------------------------------

    def _follow(self, name: str) -> None:
        if name == "keys":
            self._show_keys()

    def _show_keys(self) -> None:
        keymap = Keymap.of(self._settings.now)
        for name, item in self._items.items():
            is_changed = not _BY_NAME[name].is_fixed and keymap.is_changed(name)
            keys = "   ".join(keymap.shown(name))
            item.setText(1, keys)
            changed = say(_CHANGED) if is_changed else ""
            item.setText(2, changed)
            item.setFont(2, look.font("tiny"))
            held = either(keymap.shown(name)) or say("no key")
            spoken = f"{_BY_NAME[name].text}: {', '.join(filter(None, (held, changed)))}"
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        self._narrow(self.field.text())
        self.editor.show_action(self.current)

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        for name, item in self._items.items():
            group = _BY_NAME[name].shown_group
            told = f"{item.text(0)} {group} {item.text(1)} {item.text(2)}".casefold()
            item.setHidden(not all(word in told for word in words))
        groups = {_BY_NAME[name].group for name in self.shown()}
        for group, folder in self._folders.items():
            folder.setHidden(group not in groups)
        self.nothing.setVisible(not self.shown())
        current = self.list.currentItem()
        if text and (current is None or current.isHidden()):
            self._go_to_first()

    def _go_to_first(self) -> None:
        there = self.shown()
        if there:
            self.go_to(there[0])

    def _edit_current(self) -> None:
        self.editor.show_action(self.current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # From the field one arrow leads into the list.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.editor.start()
                return True
        return super().eventFilter(watched, event)


class KeyEditor(QFrame):
    """The keys of one action: each can be taken away, one more recorded, all of them reset."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keyEditor")
        self._settings = settings
        self._name = ""
        self._offered = ""
        self._keeps_room = True
        self.title = QLabel(self)
        self.title.setObjectName("keyEditorTitle")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.reset = QPushButton(say("Reset"), self)
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(lambda: self._change(self._keymap.without_choice(self._name)))
        self.chips: list[QPushButton] = []
        self.add = QPushButton(say("Add a key…"), self)
        self.add.setObjectName("keyAdd")
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self.start)
        self.recorder = KeyRecorder(self)
        self.recorder.hide()
        self.recorder.recorded.connect(self._offer)
        self.recorder.left.connect(self._leave_recorder)
        self.message = QLabel(self)
        self.message.setObjectName("keyMessage")
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.use = QPushButton(say("Use it here"), self)
        self.use.setAutoDefault(False)
        self.use.clicked.connect(lambda: self._give(self._offered))
        self.leave = QPushButton(say("Leave it"), self)
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.stop)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.reset)
        keys = QWidget(self)
        self._flow = FlowLayout(keys, "s")
        self._flow.addWidget(self.add)
        self._flow.addWidget(self.recorder)
        foot = QHBoxLayout()
        set_spacing(foot, "s")
        foot.addWidget(self.message, 1)
        foot.addWidget(self.use)
        foot.addWidget(self.leave)
        self.keep_room(True)
        layout = QVBoxLayout(self)
        set_margins(layout, "m")
        set_spacing(layout, "s")
        layout.addLayout(head)
        layout.addWidget(keys)
        layout.addLayout(foot)

    def keep_room(self, keeps: bool) -> None:
        """Keep room for a sentence also while there is none, so that the list above does not move when
        something is asked; a list that is low needs the room more."""
        self._keeps_room = keeps
        set_least_height(self.message, _MESSAGE if keeps else 0)
        self.message.setVisible(keeps or bool(self.message.text()))

    @property
    def _keymap(self) -> Keymap:
        return Keymap.of(self._settings.now)

    @property
    def _keyed(self) -> Keyed | None:
        return _BY_NAME.get(self._name)

    def show_action(self, name: str) -> None:
        """Show the keys of an action; an empty name for none."""
        self._name = name
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        keyed, keymap = self._keyed, self._keymap
        self.title.setText(keyed.text if keyed is not None else "")
        can_change = keyed is not None and not keyed.is_fixed
        for key in keymap.keys(name) if can_change else ():
            self.chips.append(self._chip(key))
        chain_focus(self)
        self.add.setEnabled(can_change)
        self.reset.setEnabled(can_change and keymap.is_changed(name))
        self.stop()
        if keyed is not None and keyed.is_fixed:
            self._say(say(FIXED))

    def _chip(self, key: str) -> QPushButton:
        chip = QPushButton(f"{shown(key)}   ×", self)
        chip.setObjectName("keyChip")
        chip.setAutoDefault(False)
        told = say("Take {key} away", key=shown(key))
        chip.setAccessibleName(told)
        chip.setToolTip(told)
        chip.clicked.connect(lambda: self._drop(key))
        # Before the button that adds one.
        for widget in (self.add, self.recorder):
            self._flow.removeWidget(widget)
        for widget in (chip, self.add, self.recorder):
            self._flow.addWidget(widget)
        chip.show()
        return chip

    # -- recording ------------------------------------------------------------------------

    def start(self) -> None:
        """Wait for a key."""
        if self.add.isEnabled():
            self._offered = ""
            self._say("")
            self.add.hide()
            self.recorder.start()

    def stop(self) -> None:
        """Wait for no key any more, and let a question go."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._offered = ""
        self._say("")
        self.add.show()
        if had_focus:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.recorder.hide()

    def _leave_recorder(self) -> None:
        # The focus has gone to the question where there is one.
        if not self._offered and not self.recorder.isHidden():
            self.stop()

    def _offer(self, key: str) -> None:
        clash = self._keymap.clash(self._name, key)
        if clash is None:
            self._give(key)
            return
        self._say(clash.sentence)
        self.recorder.setText(shown(key))
        if clash.can_be_taken:
            self._offered = key
            for button in (self.use, self.leave):
                button.show()
            self.use.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._offered:
            self.stop()
        else:
            super().keyPressEvent(event)

    def _give(self, key: str) -> None:
        keymap, name = self._keymap, self._name
        self.stop()
        self._change(keymap.with_keys(name, (*keymap.keys(name), key)))

    def _drop(self, key: str) -> None:
        keymap, name = self._keymap, self._name
        rest = [each for each in keymap.keys(name) if each != key]
        self._change(keymap.with_keys(name, rest))

    def _change(self, keymap: Keymap) -> None:
        # What was clicked may be gone, or greyed, in a moment.
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settings.change(keys=keymap.stored)

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.setVisible(self._keeps_room or bool(sentence))
        for button in (self.use, self.leave):
            button.hide()
        announce(self, sentence)

"""What of a window is not told in the language that is spoken, where that puts every text in brackets.

What is read on a screen and is neither in brackets nor of the case, a number, a key or a proper name was
never asked for in the language of the reader.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cache, lru_cache, partial
from html import unescape
from pathlib import Path
from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
)
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from bracketed import not_said
from caseboard.actions import plain
from caseboard.board.spoken_board import SpotActions
from caseboard.language import LANGUAGES
from casedb.model.fields import Choice, Choices
from casedb.model.kinds import KINDS
from casedb.model.link_types import LINK_TYPES, link_fields
from heard import interface_of, walk

_WORDS = re.compile(r"[^\W\d_]{2,}")
_KEY = re.compile(
    r"\b(Ctrl|Shift|Alt|Meta|Del|Backspace|Home|End|PgUp|PgDown|Esc|Tab|Space|Return|Enter|Menu|Ins"
    r"|Left|Right|Up|Down|Back|F\d+)\b"
)
_PROPER = re.compile(
    r"\b(Caseboard|PNG|JPEG|PDF|SVG|CSV|Letter|Legal|Tabloid|SQLite|Qt|Python|MIT|MGRS|EDTF|GitHub|UTC|WGS|KiB|MiB|GiB|SHA|"
    + "|".join(each.name for each in LANGUAGES)
    + r")\b"
)
_DATE = re.compile(
    r"\b(\d{1,2} )?(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]* \d{4}\b"
)
_PLACE_OF_FILE = re.compile(r"\b(image|video|audio|text|application)/[\w.+-]+|(https?:/)?/\S*")
_HASH = re.compile(r"\b[0-9a-f]{4}\b|\b[0-9a-f]{12,}\b")
_TAG = re.compile("<[^>]*>")
_SIGNS = " .,:;()“”–—…→←↑↓×+/*\u2066\u2069\u2068"
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    Qt.ItemDataRole.StatusTipRole,
)
_HEARD = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
_OF_QT = ("qt_", "Scroll")
"""What the names of parts begin with that Qt makes and names itself."""


# -- what is not told in the language --------------------------------------------------------


class Lists:
    """The lists that have been read to their end, and have not changed since."""

    def __init__(self) -> None:
        self._read: set[QAbstractItemModel] = set()
        self._known: set[QAbstractItemModel] = set()

    def is_new(self, model: QAbstractItemModel) -> bool:
        """Whether a list is still to be read, which it then is."""
        if model in self._read:
            return False
        self._read.add(model)
        if model not in self._known:
            self._known.add(model)
            forget = partial(self._forget, model)
            model.dataChanged.connect(forget)
            model.rowsInserted.connect(forget)
            model.rowsRemoved.connect(forget)
            model.layoutChanged.connect(forget)
            model.modelReset.connect(forget)
        return True

    def _forget(self, model: QAbstractItemModel, *_: object) -> None:
        self._read.discard(model)


def untold(root: QWidget, known: frozenset[str], lists: Lists | None = None) -> list[str]:
    """Every text of a widget and of all in it that is neither in brackets nor known.

    Rows are only read of those `lists` that have changed since they were.
    """
    found: dict[str, None] = {}
    for widget in (root, *root.findChildren(QWidget)):
        for what, text in _texts(widget, lists or Lists()):
            if is_untold(text, known):
                name = widget.objectName() or type(widget).__name__
                found.setdefault(f"{name}, {what}: {text[:120]!r}")
    return list(found)


def untold_aloud(root: QWidget, known: frozenset[str]) -> list[str]:
    """The same of what a screen reader finds in a widget: names, values, descriptions and deeds."""
    found: dict[str, None] = {}
    for part in walk(interface_of(root)):
        if _is_of_others(part.object()):
            continue
        name = part.role().name
        for what in _HEARD:
            text = part.text(what)
            if is_untold(text, known) and not text.startswith(_OF_QT):
                found.setdefault(f"{name}, {what.name}: {text[:120]!r}")
        deeds = part.actionInterface()
        if isinstance(deeds, SpotActions):
            for each in deeds.actionNames():
                for text in (
                    deeds.localizedActionName(each),
                    deeds.localizedActionDescription(each),
                ):
                    if is_untold(text, known):
                        found.setdefault(f"{name}, deed: {text!r}")
    return list(found)


@cache
def is_untold(text: str, known: frozenset[str]) -> bool:
    """Whether something in a text is neither in brackets nor known, nor a number, a key or a name."""
    shown = unescape(_TAG.sub(" ", text)) if text.startswith("<") else text
    # A word of joined letters that is cut off keeps the form it has within a word.
    shown = shown.replace("\u200d…", "…")
    left = _PLACE_OF_FILE.sub("", not_said(plain(shown), "⟦⟧", may_be_cut=True))
    for line in left.split("\n"):
        for part in re.split(r"⟦⟧| · |, |: |; |\. | \(|\)|[“”]|   ", line):
            if _is_word(part.strip(_SIGNS), known):
                return not _is_word_free(line, known)
    return False


def _is_word_free(line: str, known: frozenset[str]) -> bool:
    """Whether a line is of the case as a whole, with the commas and colons in it, or put together of
    what is of the case."""
    left = re.sub("⟦⟧", " ", line)
    if not _is_word(left.strip(" .,:;·()“”–—…→←"), known):
        return True
    if " … " in line:
        # Pieces of texts, as what is found is shown; each begins and ends anywhere.
        pieces = [each.strip(_SIGNS) for each in re.split(r" … | · |\. |⟦⟧", line)]
        if all(any(each in told for told in known) for each in pieces):
            return True
    for each in _longest_first(known):
        if each in left:
            left = re.sub(rf"(?<!\w){re.escape(each)}(?!\w)", " · ", left)
    return not any(_is_word(each.strip(_SIGNS), known) for each in left.split(" · "))


@lru_cache
def _longest_first(known: frozenset[str]) -> list[str]:
    return sorted((each for each in known if _WORDS.search(each)), key=len, reverse=True)


def _is_word(part: str, known: frozenset[str]) -> bool:
    told = " ".join(part.split())
    if told in known:
        return False
    for each in (_DATE, _KEY, _PROPER, _HASH):
        part = each.sub("", part)
    if not _WORDS.search(part):
        return False
    first = told.partition("…")[0].strip()
    pieces = [each.strip() for each in told.split("…") if each.strip()]
    if len(told.split()) >= 3 or len(pieces) > 1:
        return not any(all(piece in each for piece in pieces) for each in known)
    return "…" not in told or not any(each.startswith(first) for each in known)


# -- what is read ----------------------------------------------------------------------------


def _texts(widget: QWidget, lists: Lists) -> Iterator[tuple[str, str]]:
    """What can be read of a widget itself, each text with what it is."""
    if widget.objectName().startswith(_OF_QT) or widget.accessibleName().startswith(_OF_QT):
        return
    yield "window title", widget.windowTitle()
    yield "tool tip", widget.toolTip()
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    yield "status tip", widget.statusTip()
    for action in widget.actions():
        yield from _of_action(action)
    match widget:
        case QAbstractButton():
            yield "text", widget.text()
        case QLabel():
            yield "text", widget.text()
        case QLineEdit():
            yield "text", widget.text()
            yield "placeholder", widget.placeholderText()
        case QPlainTextEdit() | QTextEdit():
            yield "placeholder", widget.placeholderText()
            if not _is_of_others(widget):
                yield "text", widget.toPlainText()
        case QTabBar():
            for at in range(widget.count()):
                yield "tab", widget.tabText(at)
                yield "tool tip of a tab", widget.tabToolTip(at)
                yield "name of a tab", widget.accessibleTabName(at)
        case QComboBox():
            for at in range(widget.count()):
                yield "choice", widget.itemText(at)
            yield "placeholder", widget.placeholderText()
        case QMenu():
            yield "title", widget.title()
        case QHeaderView():
            return
        case QAbstractItemView() if widget.model() is not None:  # pyright: ignore[reportUnnecessaryComparison]
            if lists.is_new(widget.model()):
                yield from _of_model(widget.model())
        case _:
            return


def _is_of_others(part: QObject | None) -> bool:
    """Whether it shows a licence, which is read as it was written."""
    return part is not None and part.objectName() == "licenceText"


def _of_action(action: QAction) -> Iterator[tuple[str, str]]:
    yield "entry", action.text()
    yield "tool tip of an entry", action.toolTip()
    yield "status tip of an entry", action.statusTip()


def _of_model(
    model: QAbstractItemModel, above: QModelIndex | None = None
) -> Iterator[tuple[str, str]]:
    above = QModelIndex() if above is None else above
    # What a list says of its columns is not told to others.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(above)
    for column in range(columns):
        head = model.headerData(column, Qt.Orientation.Horizontal)
        if isinstance(head, str) and not head.isdigit():
            yield "heading", head
        for row in range(min(model.rowCount(above), 200)):
            index = model.index(row, column, above)
            for role in _ROLES:
                told = index.data(role)
                if isinstance(told, str):
                    yield f"row, {role.name}", told
            if (
                column == 0
                and not isinstance(model, QAbstractListModel | QAbstractTableModel)
                and model.hasChildren(index)
            ):
                yield from _of_model(model, index)


# -- what is known ---------------------------------------------------------------------------


def content_of(path: Path) -> frozenset[str]:
    """Every text that a case holds, but for the words that stand for choices of the program."""
    found: set[str] = {path.name, path.stem, str(path), str(path.parent)}
    with closing(sqlite3.connect(path)) as file:
        tables = [
            name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        for table in tables:
            if table.startswith(("journal", "sqlite_")) or "search" in table or "fts" in table:
                continue
            for row in file.execute(f'SELECT * FROM "{table}"'):
                for value in row:
                    found.update(_leaves(value))
        # The journal calls things as they were called then.
        titles = "SELECT before, after FROM journal_edit WHERE \"table\" = 'board'"
        for row in file.execute(titles):
            for held in filter(None, row):
                found.update(_leaves(json.loads(held).get("title")))
    lines = (line for text in found for line in (text, *text.split("\n")))
    told = {" ".join(line.split()) for line in lines}
    return frozenset(told | {each.rstrip(".") for each in told}) - _choices()


def _leaves(value: object) -> Iterator[str]:
    """The texts in a value, in what it holds as well where it is JSON."""
    match value:
        case str() if value[:1] in ("{", "["):
            try:
                yield from _leaves(json.loads(value))
            except ValueError:
                yield value
        case str():
            yield value
        case dict():
            for each in cast("dict[str, object]", value).values():
                yield from _leaves(each)
        case list():
            for each in cast("list[object]", value):
                yield from _leaves(each)
        case _:
            return


def _choices() -> frozenset[str]:
    fields: Iterable[object] = (
        *(each for kind in KINDS.values() for each in kind.fields),
        *(each for name in LINK_TYPES for each in link_fields(name)),
    )
    words = {
        option.value
        for each in fields
        if isinstance(each, Choice | Choices)
        for option in each.options
    }
    return frozenset({*words, *KINDS, *LINK_TYPES})

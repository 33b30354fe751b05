"""What of a window cannot be read: text that is cut, and widgets that stick out or lie on each other.

Text that ends with an ellipsis is not cut: it says that there is more, and its tool tip says what.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLayout,
    QLineEdit,
    QListView,
    QMainWindow,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QToolButton,
    QTreeView,
    QWidget,
)

from caseboard.elided_label import ElidedLabel
from caseboard.inspector.controls.buttons import PaintedButton, TextButton
from caseboard.inspector.controls.labels import ElidedLabel as PlainElidedLabel
from caseboard.inspector.controls.labels import Pill
from caseboard.measures import fit_all
from caseboard.recent_card import RecentCard

ELIDING = (ElidedLabel, PlainElidedLabel, Pill, PaintedButton, TextButton, RecentCard)
"""Widgets that cut their text with an ellipsis themselves."""
LEAST_LETTERS = 3
"""So many letters are seen of an elided text, at the least."""
WITH_WORDS = (QLabel, QAbstractButton, QLineEdit, QComboBox, QTabBar, QMenuBar)


def faults(window: QWidget) -> list[str]:
    """Everything that cannot be read in a window as it is shown."""
    found = [*_cut(window), *_lost(window), *_crowded(window)]
    return [f"{type(each).__name__} “{_words(each)}” ({_path(each)}): {why}" for each, why in found]


def lengthen(window: QWidget) -> None:
    """Give every label, button, tab, menu and empty field words longer by two fifths, as German has."""
    for label in window.findChildren(QLabel):
        if label.text() and label.pixmap().isNull():
            label.setText(longer(label.text()))
    for button in window.findChildren(QAbstractButton):
        if button.text():
            button.setText(longer(button.text()))
    for field in window.findChildren(QLineEdit):
        field.setPlaceholderText(longer(field.placeholderText()))
    for bar in window.findChildren(QTabBar):
        for n in range(bar.count()):
            bar.setTabText(n, longer(bar.tabText(n)))
    for bar in window.findChildren(QMenuBar):
        for action in bar.actions():
            action.setText(longer(action.text()))
    # As if the words had been there before anything was laid out.
    fit_all()
    QApplication.sendPostedEvents()
    if isinstance(window, QDialog):
        window.adjustSize()
        fit_all()
    # Some lay out what is in them when their size changes.
    window.resize(window.width() + 1, window.height())


def longer(text: str) -> str:
    """A text that is longer by two fifths: in one word where it is one.

    >>> longer("Export"), longer("New case")
    ('ExportEx', 'New case New')
    """
    if not any(map(str.isalpha, text)):
        return text
    more = text.replace("&", "")[: round(0.4 * len(text))]
    return f"{text} {more}" if " " in text else f"{text}{more}"


def _shown(window: QWidget) -> Iterator[QWidget]:
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible() and widget.window() is window:
            yield widget


# -- text that is cut ------------------------------------------------------------------------


def _cut(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    for widget in _shown(window):
        match widget:
            case QLabel():
                why = _cut_label(widget)
            case QPushButton() | QToolButton() | QCheckBox() | QRadioButton():
                why = _cut_button(widget)
            case QTabBar():
                why = _cut_tab(widget)
            case QMenuBar():
                why = _cut_menu(widget)
            case QLineEdit():
                room = widget.height() - 2 * widget.style().pixelMetric(
                    widget.style().PixelMetric.PM_DefaultFrameWidth
                )
                why = "too low" if room < QFontMetrics(widget.font()).height() else ""
            case QComboBox():
                why = "too low" if widget.height() < widget.fontMetrics().height() else ""
            case QListView() | QTreeView():
                why = _cut_row(widget)
            case _:
                why = ""
        if why:
            yield widget, why


def _cut_label(label: QLabel) -> str:
    if not label.text():
        return ""
    metrics = label.fontMetrics()
    room = label.contentsRect().adjusted(*[label.margin()] * 2, *[-label.margin()] * 2)
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        return f"{needed} high in {label.height()}" if needed > label.height() else ""
    lines = label.text().split("\n")
    if room.height() < metrics.height() * len(lines) - 1:
        return f"{metrics.height() * len(lines)} high in {room.height()}"
    widest = max(metrics.horizontalAdvance(line) for line in lines)
    if isinstance(label, ELIDING):
        widest = min(widest, metrics.horizontalAdvance(f"{label.text()[:LEAST_LETTERS]}…"))
    # Qt rounds what a label asks for down, and the length of a text up.
    return f"{widest} wide in {room.width()}" if widest > room.width() + 1 else ""


def _cut_button(button: QAbstractButton) -> str:
    if not button.text():
        is_small = not button.icon().isNull() and button.iconSize().width() > button.width()
        return "too small for its icon" if is_small else ""
    needed = button.sizeHint()
    if isinstance(button, ELIDING):
        return f"{needed.height()} high in {button.height()}" * (button.height() < needed.height())
    if button.width() < needed.width() or button.height() < needed.height():
        return f"{needed.width()} x {needed.height()} in {button.width()} x {button.height()}"
    return ""


def _cut_tab(bar: QTabBar) -> str:
    current = bar.tabRect(bar.currentIndex())
    if bar.count() and not bar.rect().contains(current.adjusted(1, 0, -1, 0)):
        return f"its tab in front is at {current} of {bar.rect()}"
    for n in range(bar.count()):
        text = bar.tabText(n)
        if bar.elideMode() is not Qt.TextElideMode.ElideNone:
            text = f"{text[:LEAST_LETTERS]}…"
        if bar.tabRect(n).width() < bar.fontMetrics().horizontalAdvance(text):
            return f"tab {n} is too narrow"
        if bar.tabRect(n).height() < bar.fontMetrics().height():
            return f"tab {n} is too low"
    return ""


def _cut_menu(bar: QMenuBar) -> str:
    outside = [each for each in bar.actions() if not bar.rect().contains(bar.actionGeometry(each))]
    return f"{len(outside)} menus have no room" if outside else ""


def _cut_row(view: QAbstractItemView) -> str:
    model = view.model()
    if not model.rowCount():
        return ""
    high = view.visualRect(model.index(0, 0)).height()
    return "its rows are too low" if high < view.fontMetrics().height() else ""


# -- widgets that stick out, or lie on each other --------------------------------------------


def _lost(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    for widget in _shown(window):
        if isinstance(widget, WITH_WORDS) and not _is_scrolled(widget):
            box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
            if not window.rect().adjusted(-1, -1, 1, 1).contains(box):
                yield widget, f"{box} is not within {window.rect()}"
        area = widget.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and isinstance(widget, WITH_WORDS):
            left = widget.mapTo(area.viewport(), QPoint(0, 0)).x()
            if left < 0 or left + widget.width() > area.viewport().width() + 1:
                yield widget, f"it sticks out of {type(area).__name__}"


def _is_scrolled(widget: QWidget) -> bool:
    """Whether it lies in something that can be scrolled."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QAbstractScrollArea | QTabBar):
        above = above.parentWidget()
    return above is not None


def _crowded(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    # What Qt holds for each part is never asked for: Python would know it by a place in memory that
    # is given to something else when the part goes.
    for layout in window.findChildren(QLayout):
        room = layout.parentWidget()
        if room is None:
            continue
        parts = room.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        seen = [each for each in parts if each.isVisible() and layout.indexOf(each) >= 0]
        if isinstance(window, QMainWindow) and layout is window.layout():
            continue
        for n, one in enumerate(seen):
            for other in seen[n + 1 :]:
                if one.geometry().intersects(other.geometry()):
                    yield one, f"it lies on {type(other).__name__} “{_words(other)}”"


# -- telling ---------------------------------------------------------------------------------


def _words(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    said = text() if callable(text) else widget.accessibleName()
    return str(said)[:40]


def _path(widget: QWidget) -> str:
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(names) < 4:
        names.append(at.objectName() or type(at).__name__)
        at = at.parentWidget()
    return " < ".join(names)

"""The dialogs: what they say, what comes back, and that text stays text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from caseboard import __version__, components, language
from caseboard.components import Component, present_components
from caseboard.dialogs.about import AboutDialog
from caseboard.dialogs.export_dialog import ExportChoice, ExportDialog, ExportQuestion
from caseboard.dialogs.message import Confirm, Message
from caseboard.dialogs.shortcuts import ShortcutSheet
from caseboard.sheet import Line, lines
from caseboard.theme import theme

Show = Callable[[QWidget], None]
WhenOpen = Callable[[type[QWidget], Callable[[QWidget], None]], None]
LEFT = Qt.MouseButton.LeftButton
HOSTILE = '<img src="file:///etc/passwd"> <b>bold</b>'
VIEW = ExportQuestion("Timeline", (2600.0, 1840.0))

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def key(qtbot: QtBot, name: str) -> Callable[[QWidget], None]:
    """Presses a key in whichever dialog is given."""
    return lambda dialog: qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key[f"Key_{name}"])


# -- messages --------------------------------------------------------------------------------


def test_a_message_shows_text_to_the_letter(show: Show):
    dialog = Message(HOSTILE, HOSTILE, theme("light"), is_error=True)
    show(dialog)
    assert dialog.text.toPlainText() == HOSTILE
    title = dialog.findChild(QLabel, "dialogTitle")
    assert title is not None
    assert title.textFormat() is Qt.TextFormat.PlainText
    assert dialog.accessibleDescription() == HOSTILE


def test_a_long_message_scrolls_and_a_long_word_breaks(show: Show):
    short, long = (
        Message("Findings", text, theme("light")) for text in ("One line.", "Row 1: x\n" * 400)
    )
    word = Message("Findings", "x" * 600, theme("light"))
    for dialog in (short, long, word):
        show(dialog)
    assert short.text.height() < 40
    assert long.text.height() == 320
    assert word.width() == short.width()
    assert word.text.height() > 3 * short.text.height()


@pytest.mark.parametrize("name", ["Return", "Escape"])
def test_a_message_closes_with_a_key(qtbot: QtBot, when_open: WhenOpen, name: str):
    parent = QWidget()
    qtbot.addWidget(parent)
    when_open(Message, key(qtbot, name))
    Message.ask(parent, "Sound", "Every hash fits.")


@pytest.mark.parametrize(("name", "answer"), [("Return", True), ("Escape", False)])
@pytest.mark.parametrize("is_danger", [True, False])
def test_a_question_comes_back_with_the_answer(
    qtbot: QtBot, when_open: WhenOpen, name: str, answer: bool, is_danger: bool
):
    parent = QWidget()
    qtbot.addWidget(parent)
    when_open(Confirm, key(qtbot, name))
    assert Confirm.ask(parent, "Delete", "3 items go.", "Delete", is_danger=is_danger) is answer


def test_a_question_is_answered_with_its_verb(show: Show, qtbot: QtBot):
    dialog = Confirm("Delete board", "Its cards go.", "Delete", theme("dark"))
    show(dialog)
    assert dialog.yes.text() == "Delete"
    qtbot.mouseClick(dialog.no, LEFT)
    assert dialog.result() == QDialog.DialogCode.Rejected
    dialog = Confirm("Delete board", "Its cards go.", "Delete", theme("dark"))
    show(dialog)
    qtbot.mouseClick(dialog.yes, LEFT)
    assert dialog.result() == QDialog.DialogCode.Accepted


@pytest.mark.parametrize("is_lossy", [True, False])
def test_return_does_not_do_what_cannot_be_undone(
    qtbot: QtBot, when_open: WhenOpen, is_lossy: bool
):
    parent = QWidget()
    qtbot.addWidget(parent)
    when_open(Confirm, key(qtbot, "Return"))
    answer = Confirm.ask(parent, "Close", "A date is lost.", "Close", is_lossy=is_lossy)
    assert answer is not is_lossy


# -- export ----------------------------------------------------------------------------------


def choose(qtbot: QtBot, button: QRadioButton) -> None:
    qtbot.mouseClick(button, LEFT)


def test_an_export_begins_as_a_picture(show: Show):
    dialog = ExportDialog(VIEW)
    show(dialog)
    assert dialog.choice == ExportChoice("png", 2, theme="print")
    assert dialog.size_label.text() == "5,200 × 3,680 pixels"


def test_every_answer_is_in_the_choice(show: Show, qtbot: QtBot):
    dialog = ExportDialog(VIEW)
    show(dialog)
    choose(qtbot, dialog.scales.buttons["3"])
    choose(qtbot, dialog.themes.buttons["dark"])
    assert dialog.choice == ExportChoice("png", 3, theme="dark")
    assert dialog.pixels == QSize(7800, 5520)
    assert dialog.size_label.text() == "7,800 × 5,520 pixels"


@pytest.mark.parametrize("form", ["pdf", "svg"])
def test_forms_without_pixels_have_no_scale(show: Show, qtbot: QtBot, form: str):
    dialog = ExportDialog(VIEW)
    show(dialog)
    choose(qtbot, dialog.formats.buttons[form])
    assert not dialog.scales.isVisible()
    assert dialog.choice.format == form
    assert dialog.choice.scale == 1
    assert dialog.size_label.text() == "2,600 × 1,840 units"
    choose(qtbot, dialog.formats.buttons["png"])
    assert dialog.scales.isVisible()


def test_an_empty_view_is_not_exported(show: Show):
    dialog = ExportDialog(ExportQuestion("Timeline", (0.0, 0.0), theme="light"))
    show(dialog)
    assert dialog.choice.theme == "light"
    assert not dialog.export.isEnabled()
    assert dialog.size_label.text() == "There is nothing to draw in this view."


@pytest.mark.parametrize("size", [(20_000.0, 100.0), (15_000.0, 15_000.0)])
def test_a_picture_too_large_to_paint_is_refused(
    show: Show, qtbot: QtBot, size: tuple[float, float]
):
    dialog = ExportDialog(ExportQuestion("Timeline", size))
    show(dialog)
    assert not dialog.export.isEnabled()
    assert "too large" in dialog.size_label.text()
    choose(qtbot, dialog.scales.buttons["1"])
    assert dialog.export.isEnabled()
    choose(qtbot, dialog.scales.buttons["4"])
    choose(qtbot, dialog.formats.buttons["svg"])
    assert dialog.export.isEnabled()


def test_arrows_move_within_a_row_of_answers(show: Show, qtbot: QtBot):
    dialog = ExportDialog(VIEW)
    show(dialog)
    dialog.scales.buttons["2"].setFocus()
    qtbot.keyClick(dialog.scales.buttons["2"], Qt.Key.Key_Right)
    assert dialog.choice.scale == 3
    assert dialog.scales.buttons["3"].accessibleName() == "Scale: 3×"


@pytest.mark.parametrize("name", ["Return", "Escape"])
def test_asking_for_an_export_waits(qtbot: QtBot, when_open: WhenOpen, name: str):
    parent = QWidget()
    qtbot.addWidget(parent)
    when_open(ExportDialog, key(qtbot, name))
    choice = ExportDialog.ask(parent, VIEW)
    assert (choice is not None) is (name == "Return")


# -- about, shortcuts ------------------------------------------------------------------------


def test_about_names_versions_and_licences(show: Show, qtbot: QtBot):
    components = {each.name: each for each in present_components("3.40.1")}
    assert components["SQLite"] == Component("SQLite", "3.40.1", "Public domain")
    assert "LGPL" in components["PySide6_Essentials"].licence
    assert components["sqlite-utils"].licence == "Apache-2.0"
    # What those need that we need is used as well.
    assert {"shiboken6", "pillow", "numpy", "click", "Python", "Qt"} <= set(components)
    assert all(each.version and each.licence for each in components.values())
    assert "SQLite" not in {each.name for each in present_components()}
    dialog = AboutDialog(components.values())
    show(dialog)
    qtbot.mouseClick(dialog.copy, LEFT)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == f"Caseboard {__version__}"
    assert "SQLite 3.40.1" in lines
    assert any(line.startswith("Window system: ") for line in lines)
    assert dialog.copy.text() == "Copied"


def test_every_licence_can_be_read_in_about(show: Show, qtbot: QtBot):
    dialog = AboutDialog(present_components("3.40.1"))
    show(dialog)
    assert "MIT License" in dialog.text.toPlainText()
    dialog.list.setFocus()
    said: dict[str, str] = {}
    for component in dialog.components:
        assert dialog.text.accessibleName() == f"Licence of {component.name}"
        said[component.name] = dialog.text.toPlainText()
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert all(len(text) > 20 for text in said.values())
    assert "The example case" in said["Icons, themes and the example"]
    assert "Redistribution and use" in said["numpy"]
    assert "Apache License" in said["sqlite-utils"]
    assert said["shiboken6"].endswith("www.gnu.org/licenses/lgpl-3.0.html")


def test_about_says_where_a_machine_helped_to_translate():
    def translated() -> list[str]:
        dialog = AboutDialog(present_components())
        texts = [label.text() for label in dialog.findChildren(QLabel)]
        return [text for text in texts if any(each.name in text for each in language.LANGUAGES)]

    assert translated() == []
    language.choose("uk")
    assert language.spoken().is_by_machine
    [told] = translated()
    assert "Українська" in told
    language.choose("en")
    assert translated() == []


def test_from_a_bare_checkout_about_knows_what_lies_beside_it(monkeypatch: pytest.MonkeyPatch):
    def nothing(name: str) -> None:
        return None

    monkeypatch.setattr(components, "_distribution", nothing)
    found = {each.name: each for each in present_components("3.40.1")}
    assert set(found) == {"Caseboard", "Icons, themes and the example", "Python", "Qt", "SQLite"}
    assert "MIT License" in components.licence_text(found["Caseboard"])
    assert "The example case" in components.licence_text(found["Icons, themes and the example"])
    odd = Component("odd", "1", "not stated")
    assert components.licence_text(odd) == "odd is under not stated and brings no text of it."


def test_about_closes_with_escape(qtbot: QtBot, when_open: WhenOpen):
    parent = QWidget()
    qtbot.addWidget(parent)
    when_open(AboutDialog, key(qtbot, "Escape"))
    AboutDialog.ask(parent)


FEW = (
    Line("Case", "New case", ("Ctrl+N",)),
    Line("Edit", "Undo", ("Ctrl+Z",)),
    Line("Edit", "Add a card", how="Double-click an empty place"),
)


def test_the_sheet_lists_every_line(show: Show):
    sheet = ShortcutSheet(lines())
    show(sheet)
    assert sheet.shown == [each.what for each in lines()]
    groups = [each.text() for each in sheet.findChildren(QLabel, "shortcutGroup")]
    assert groups == list(dict.fromkeys(each.group for each in lines()))


def test_the_sheet_is_searched_by_words_and_keys(show: Show, qtbot: QtBot):
    sheet = ShortcutSheet(FEW)
    show(sheet)
    assert sheet.field.hasFocus()
    qtbot.keyClicks(sheet.field, "case")
    assert sheet.shown == ["New case"]
    groups = sheet.findChildren(QLabel, "shortcutGroup")
    assert [each.isVisible() for each in groups] == [True, False]
    for text, found in (
        ("ctrl+z", ["Undo"]),
        ("empty edit", ["Add a card"]),
        ("nothing of it", []),
    ):
        sheet.field.setText(text)
        assert sheet.shown == found
    sheet.field.clear()
    assert sheet.shown == [each.what for each in FEW]


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_the_sheet_is_as_wide_as_its_longest_line(
    styled: Callable[[str], None], show: Show, columns: int
):
    styled("light")
    sheet = ShortcutSheet(lines(), columns=columns)
    show(sheet)
    area = sheet.findChild(QScrollArea)
    assert area is not None
    assert area.horizontalScrollBar().maximum() == 0
    assert not area.horizontalScrollBar().isVisible()


def test_the_sheet_fills_its_columns_evenly(styled: Callable[[str], None], show: Show):
    styled("light")
    sheet = ShortcutSheet(lines())
    show(sheet)
    headings = sheet.findChildren(QLabel, "shortcutGroup")
    lefts = {each.mapTo(sheet, QPoint()).x() for each in headings}
    assert len(lefts) == 3
    sheet.field.setText("title")
    QApplication.processEvents()
    shown = [each for each in headings if each.isVisible()]
    assert len(shown) > 1
    assert len({each.mapTo(sheet, QPoint()).x() for each in shown}) == 1


@pytest.mark.parametrize("wants_keys", [True, False])
def test_the_sheet_closes_or_leads_to_the_settings(
    qtbot: QtBot, when_open: WhenOpen, wants_keys: bool
):
    parent = QWidget()
    qtbot.addWidget(parent)

    def leave(sheet: QWidget) -> None:
        assert isinstance(sheet, ShortcutSheet)
        sheet.choose.click() if wants_keys else qtbot.keyClick(sheet, Qt.Key.Key_Escape)

    when_open(ShortcutSheet, leave)
    assert ShortcutSheet.ask(parent, FEW) is wants_keys


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_dialog_can_be_styled(show: Show, styled: Callable[[str], None], name: str):
    styled(name)
    for dialog in (
        Message("Sound", "Every hash fits.", theme(name)),
        Confirm("Delete", "3 items go.", "Delete", theme(name)),
        ExportDialog(VIEW),
        AboutDialog(present_components()),
        ShortcutSheet(lines()),
    ):
        show(dialog)
        ground = dialog.grab().toImage().pixelColor(2, 2)
        assert ground.name() == theme(name).hex("surf")

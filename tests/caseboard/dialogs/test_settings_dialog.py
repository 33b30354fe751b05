"""The settings: made of what is declared, held at once, given back page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from caseboard.dialogs import settings_dialog
from caseboard.dialogs.key_recorder import KeyRecorder
from caseboard.dialogs.keyboard_page import FIXED, KeyboardPage, KeyEditor
from caseboard.dialogs.message import Confirm
from caseboard.dialogs.settings_dialog import SettingsDialog, SettingsPage
from caseboard.keymap import KEYED, Keymap
from caseboard.options import SETTINGS, Page
from caseboard.segments import Segments
from caseboard.settings import Preferences, Settings
from caseboard.theme import theme
from casedb.store.home import Home

Show = Callable[[QWidget], None]
WhenOpen = Callable[[type[QWidget], Callable[[QWidget], None]], None]
Key = Qt.Key
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def settings(home: Home) -> Settings:
    return Settings(home)


@pytest.fixture
def dialog(settings: Settings, show: Show) -> Iterator[SettingsDialog]:
    made = SettingsDialog(settings)
    show(made)
    yield made
    made.close()


def controls(dialog: SettingsDialog) -> dict[str, Segments | QComboBox | QLineEdit]:
    return {
        name: control
        for page in dialog.shown.values()
        if isinstance(page, SettingsPage)
        for name, control in page.controls.items()
    }


# -- pages -----------------------------------------------------------------------------------------


def test_every_setting_has_a_control_with_a_name(dialog: SettingsDialog) -> None:
    there = controls(dialog)
    assert list(there) == [each.name for each in SETTINGS]
    for each in SETTINGS:
        assert there[each.name].accessibleName() == each.label
        assert there[each.name].accessibleDescription() == each.told


def test_what_is_chosen_holds_at_once_and_next_time(
    dialog: SettingsDialog, settings: Settings, home: Home
) -> None:
    for each in SETTINGS:
        control = controls(dialog)[each.name]
        last = list(each.choices)[-1] if each.choices else "A. Editor"
        if isinstance(control, Segments):
            control.buttons[last].click()
        elif isinstance(control, QLineEdit):
            control.setText(f" {last} ")
            control.editingFinished.emit()
        else:
            control.setCurrentIndex(control.findData(last))
            control.activated.emit(control.currentIndex())
        assert getattr(settings.now, each.name) == last
    assert Settings(home).now == settings.now


def test_a_name_that_is_still_being_typed_is_kept_by_escape(
    dialog: SettingsDialog, settings: Settings
) -> None:
    author = controls(dialog)["author"]
    author.setFocus()
    QTest.keyClicks(author, "A. Editor")
    QTest.keyClick(author, Key.Key_Escape)
    assert settings.now.author == "A. Editor"


def test_many_answers_stand_in_a_list(
    settings: Settings, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings_dialog, "_SIDE_BY_SIDE", 5)
    dialog = SettingsDialog(settings, page=Page.APPEARANCE)
    show(dialog)
    box = controls(dialog)["theme"]
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClick(box, Key.Key_Down)
    assert settings.now.theme == "light"
    settings.change(theme="dark")
    assert box.currentData() == "dark"


def test_a_list_of_answers_has_an_arrow_at_its_end(settings: Settings, show: Show) -> None:
    dialog = SettingsDialog(settings, page=Page.APPEARANCE)
    show(dialog)
    box = controls(dialog)["scale"]
    assert isinstance(box, QComboBox)
    drawn = box.grab().toImage()
    middle = drawn.height() // 2
    end = [drawn.pixelColor(drawn.width() - x, middle).lightness() for x in range(8, 24)]
    assert min(end) < 160


def test_what_is_changed_elsewhere_is_shown(dialog: SettingsDialog, settings: Settings) -> None:
    settings.change(wheel="pan", author="A. Editor")
    wheel, author = controls(dialog)["wheel"], controls(dialog)["author"]
    assert isinstance(wheel, Segments) and wheel.value == "pan"
    assert isinstance(author, QLineEdit) and author.text() == "A. Editor"


def test_defaults_come_back_for_the_page_that_is_shown(
    dialog: SettingsDialog, settings: Settings
) -> None:
    settings.change(wheel="pan", pinch="off", theme="dark")
    assert not dialog.defaults.isEnabled()
    dialog.pages.setCurrentRow(list(Page).index(Page.MOUSE))
    assert dialog.defaults.isEnabled()
    dialog.defaults.click()
    assert settings.now == Preferences(theme="dark")
    assert not dialog.defaults.isEnabled()


def test_arrows_go_through_the_pages(dialog: SettingsDialog) -> None:
    heading = dialog.findChild(QLabel, "settingsHeading")
    assert heading is not None
    assert dialog.pages.hasFocus()
    for page in list(Page)[1:]:
        QTest.keyClick(dialog.pages, Key.Key_Down)
        assert dialog.page is page
        assert heading.text() == page.value
        assert dialog.stack.currentWidget() is dialog.shown[page]


def test_it_waits_and_closes_with_escape(
    qtbot: QtBot, settings: Settings, when_open: WhenOpen
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    focused: list[str] = []

    def look_and_leave(dialog: QWidget) -> None:
        focused.append(dialog.focusWidget().accessibleName())
        QTest.keyClick(dialog, Key.Key_Escape)

    for page in (Page.MOUSE, Page.KEYBOARD):
        when_open(SettingsDialog, look_and_leave)
        SettingsDialog.ask(parent, settings, page)
    assert focused == ["Pages", "Find an action or a key"]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_page_can_be_styled(
    settings: Settings, show: Show, styled: Callable[[str], None], name: str
) -> None:
    styled(name)
    for page in Page:
        dialog = SettingsDialog(settings, page=page)
        show(dialog)
        ground = theme(name).hex("surf")
        picture = dialog.grab().toImage()
        assert picture.pixelColor(2, 2).name() == ground
        area = dialog.shown[page]
        for bar in (area.horizontalScrollBar(),) if isinstance(area, SettingsPage) else ():
            assert bar.maximum() == 0
        dialog.close()


# -- keys ------------------------------------------------------------------------------------------


@pytest.fixture
def page(settings: Settings, show: Show) -> KeyboardPage:
    made = KeyboardPage(settings)
    show(made)
    return made


def strike(editor: KeyEditor, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(editor.recorder, key, held)


def keys(settings: Settings, name: str) -> tuple[str, ...]:
    return Keymap.of(settings.now).keys(name)


def test_everything_that_has_keys_is_listed_by_its_menu(page: KeyboardPage) -> None:
    assert page.shown() == [each.name for each in KEYED]
    groups = [page.list.topLevelItem(n) for n in range(page.list.topLevelItemCount())]
    told = [group.text(0) for group in groups if group is not None]
    assert told == list(dict.fromkeys(each.group for each in KEYED))


@pytest.mark.parametrize(
    ("text", "first"),
    [("zoom in", "zoom_in"), ("ctrl+d", "duplicate"), ("board link", "link_selected")],
)
def test_the_list_is_searched_by_words_and_keys(page: KeyboardPage, text: str, first: str) -> None:
    page.field.setText(text)
    assert page.shown()
    if text != "board link":
        assert page.shown()[0] == page.current == first
    page.field.setText("nothing of the kind")
    assert page.shown() == []
    assert page.nothing.isVisible()


def test_a_key_is_recorded_with_the_keyboard_alone(page: KeyboardPage, settings: Settings) -> None:
    page.field.setFocus()
    QTest.keyClicks(page.field, "verify")
    QTest.keyClick(page.field, Key.Key_Down)
    assert page.list.hasFocus()
    QTest.keyClick(page.list, Key.Key_Return)
    assert page.editor.recorder.hasFocus()
    strike(page.editor, Key.Key_F9)
    assert keys(settings, "verify") == ("F9",)
    assert page.editor.add.hasFocus()
    QTest.keyClick(page.editor.add, Key.Key_Space)
    strike(page.editor, Key.Key_F10, CTRL)
    assert keys(settings, "verify") == ("F9", "Ctrl+F10")
    assert [chip.accessibleName() for chip in page.editor.chips] == [
        "Take F9 away",
        "Take Ctrl+F10 away",
    ]
    page.editor.chips[0].setFocus()
    QTest.keyClick(page.editor.chips[0], Key.Key_Space)
    assert keys(settings, "verify") == ("Ctrl+F10",)
    page.editor.reset.click()
    assert keys(settings, "verify") == ()
    assert settings.now.keys == {}


def test_a_key_in_use_is_asked_about_and_taken(page: KeyboardPage, settings: Settings) -> None:
    page.go_to("zoom_in")
    editor = page.editor
    editor.start()
    strike(editor, Key.Key_0, CTRL)
    assert editor.message.text() == "“Ctrl+0” is used by “Zoom: actual size”. Use it here instead?"
    assert editor.use.hasFocus()
    assert settings.now.keys == {}
    QTest.keyClick(editor.use, Key.Key_Space)
    assert keys(settings, "zoom_in") == ("Ctrl++", "Ctrl+=", "Ctrl+0")
    assert keys(settings, "zoom_reset") == ()
    page.field.setText("changed")
    assert page.shown() == ["zoom_in", "zoom_reset"]


@pytest.mark.parametrize("how", ["Escape", "button"])
def test_a_key_in_use_can_be_left_alone(page: KeyboardPage, settings: Settings, how: str) -> None:
    page.go_to("zoom_in")
    editor = page.editor
    editor.start()
    strike(editor, Key.Key_0, CTRL)
    if how == "Escape":
        QTest.keyClick(editor.use, Key.Key_Escape)
    else:
        editor.leave.click()
    assert settings.now.keys == {}
    assert not editor.message.text() and editor.use.isHidden()
    assert editor.add.isVisible() and editor.recorder.isHidden()
    assert page.isVisible()


def test_a_key_that_cannot_be_had_says_so_and_another_is_waited_for(
    page: KeyboardPage, settings: Settings
) -> None:
    page.go_to("zoom_in")
    editor = page.editor
    editor.start()
    strike(editor, Key.Key_Space)
    assert "belongs to the board" in editor.message.text()
    assert editor.use.isHidden()
    assert editor.recorder.hasFocus() and editor.recorder.text() == "Space"
    strike(editor, Key.Key_F9)
    assert keys(settings, "zoom_in")[-1] == "F9"


def test_escape_leaves_the_recorder_and_tab_goes_on(page: KeyboardPage, settings: Settings) -> None:
    page.go_to("zoom_in")
    page.editor.start()
    strike(page.editor, Key.Key_Escape)
    assert page.editor.add.hasFocus() and page.editor.recorder.isHidden()
    page.editor.start()
    strike(page.editor, Key.Key_Tab)
    assert page.editor.recorder.isHidden()
    assert settings.now.keys == {}


def test_what_is_held_is_shown_until_it_is_let_go(page: KeyboardPage) -> None:
    page.go_to("zoom_in")
    page.editor.start()
    recorder = page.editor.recorder
    kind = QEvent.Type
    QApplication.sendEvent(recorder, QKeyEvent(kind.KeyPress, Key.Key_Control, NONE))
    QApplication.sendEvent(recorder, QKeyEvent(kind.KeyPress, Key.Key_Shift, CTRL))
    assert recorder.text() == "Ctrl+Shift+"
    QApplication.sendEvent(recorder, QKeyEvent(kind.KeyRelease, Key.Key_Shift, CTRL))
    assert recorder.text() == ""
    assert isinstance(recorder, KeyRecorder) and recorder.hasFocus()


def test_what_is_fixed_is_listed_and_stays(page: KeyboardPage) -> None:
    page.go_to("nudge")
    assert not page.editor.add.isEnabled() and not page.editor.reset.isEnabled()
    assert page.editor.message.text() == FIXED
    assert page.editor.chips == []
    page.editor.start()
    assert page.editor.recorder.isHidden()


def test_each_row_can_be_read_aloud(page: KeyboardPage, settings: Settings) -> None:
    settings.change(keys={"verify": ("F9",)})
    page.go_to("verify")
    role = Qt.ItemDataRole.AccessibleTextRole
    assert page.list.currentIndex().siblingAtColumn(0).data(role) == "Verify case…: F9, changed"
    assert QAccessible.queryAccessibleInterface(page.list).role() is QAccessible.Role.Tree


@pytest.mark.parametrize("answer", [True, False])
def test_all_keys_come_back_when_that_is_really_wished(
    settings: Settings, show: Show, monkeypatch: pytest.MonkeyPatch, answer: bool
) -> None:
    def answer_it(*_: object, **__: object) -> bool:
        return answer

    monkeypatch.setattr(Confirm, "ask", answer_it)
    settings.change(keys={"verify": ("F9",)})
    dialog = SettingsDialog(settings, page=Page.KEYBOARD)
    show(dialog)
    dialog.defaults.click()
    assert (settings.now.keys == {}) is answer
    dialog.close()

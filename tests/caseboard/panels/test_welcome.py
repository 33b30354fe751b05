"""The welcome page: the ways to a case, and the cases that were open before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseboard.recent_card import RecentCase
from caseboard.theme import theme
from caseboard.welcome import WelcomePage

Show = Callable[[QWidget, int, int], None]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qapp: object, show: Show) -> WelcomePage:
    """The page, on the screen, with no case on it."""
    made = WelcomePage(theme("light"))
    show(made, 1000, 700)
    return made


def cases(count: int, *, missing: bool = False) -> list[RecentCase]:
    return [
        RecentCase(Path(f"/cases/case {n}.caseboard"), f"Case {n}", "2 January 2024", None, missing)
        for n in range(count)
    ]


def test_the_buttons_say_what_is_wanted(page: WelcomePage, qtbot: QtBot):
    heard: list[str] = []
    page.new_wanted.connect(lambda: heard.append("new"))
    page.open_wanted.connect(lambda: heard.append("open"))
    page.example_wanted.connect(lambda: heard.append("example"))
    for button in (page.new_button, page.open_button, page.example_button):
        qtbot.mouseClick(button, LEFT)
    assert heard == ["new", "open", "example"]


def test_without_cases_it_says_how_to_start(page: WelcomePage):
    words = page.findChild(QLabel, "emptyTitle")
    assert words is not None
    assert words.isVisible()
    page.show_cases(cases(1))
    assert not words.isVisible()
    assert [card.case.title for card in page.cards] == ["Case 0"]
    page.show_cases(())
    assert words.isVisible()
    assert page.cards == []


def test_a_case_is_opened_by_click_and_key(page: WelcomePage, qtbot: QtBot):
    page.show_cases(cases(2))
    wanted: list[object] = []
    page.recent_wanted.connect(wanted.append)
    qtbot.mouseClick(page.cards[1], LEFT)
    page.cards[0].setFocus()
    qtbot.keyClick(page.cards[0], Qt.Key.Key_Return)
    qtbot.keyClick(page.cards[0], Qt.Key.Key_Space)
    first, second = (case.path for case in cases(2))
    assert wanted == [second, first, first]


def test_a_case_is_forgotten_by_cross_and_key(page: WelcomePage, qtbot: QtBot):
    page.show_cases(cases(2, missing=True))
    forgotten: list[object] = []
    opened: list[object] = []
    page.forget_wanted.connect(forgotten.append)
    page.recent_wanted.connect(opened.append)
    assert page.cards[0].forget.isVisible()
    qtbot.mouseClick(page.cards[0].forget, LEFT)
    page.cards[1].setFocus()
    qtbot.keyClick(page.cards[1], Qt.Key.Key_Delete)
    page.cards[1].menu().actions()[1].trigger()
    first, second = (case.path for case in cases(2))
    assert forgotten == [first, second, second]
    assert opened == []


def test_the_cross_shows_where_the_focus_is(page: WelcomePage, qtbot: QtBot):
    page.show_cases(cases(2))
    qtbot.mouseMove(page, QPoint(2, 2))
    qtbot.waitUntil(lambda: not page.cards[0].forget.isVisible())
    page.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
    assert page.cards[0].forget.isVisible()
    qtbot.keyClick(page.cards[0], Qt.Key.Key_Tab)
    assert page.cards[0].forget.hasFocus()
    assert page.cards[0].forget.isVisible()
    qtbot.keyClick(page.cards[0].forget, Qt.Key.Key_Tab)
    assert page.cards[1].hasFocus()
    assert not page.cards[0].forget.isVisible()


def test_arrows_walk_the_cards(page: WelcomePage, qtbot: QtBot):
    page.show_cases(cases(5))
    page.cards[0].setFocus()
    reached: list[int] = []
    for key in ("Right", "Down", "Left", "Up", "Up"):
        focused = next(card for card in page.cards if card.hasFocus())
        qtbot.keyClick(focused, Qt.Key[f"Key_{key}"])
        reached.append(next(n for n, card in enumerate(page.cards) if card.hasFocus()))
    assert reached == [1, 4, 3, 0, 0]


def test_the_first_way_with_tab_leads_from_buttons_to_cards(page: WelcomePage, qtbot: QtBot):
    page.show_cases(cases(1))
    page.example_button.setFocus()
    qtbot.keyClick(page.example_button, Qt.Key.Key_Tab)
    assert page.cards[0].hasFocus()


def test_cards_are_named_for_screen_readers(page: WelcomePage):
    page.show_cases([*cases(1), *cases(1, missing=True)])
    names = [card.accessibleName() for card in page.cards]
    assert names == [
        f"Case 0, opened 2 January 2024, {Path('/cases/case 0.caseboard')}",
        f"Case 0, file not found, {Path('/cases/case 0.caseboard')}",
    ]


def test_a_hostile_title_is_plain_text(page: WelcomePage):
    page.show_cases([RecentCase(Path("/a<b>.caseboard"), "<img src=x>\u202e", "now")])
    assert page.cards[0].accessibleName().startswith("<img src=x>⟨RLO⟩, ")
    assert page.cards[0].toolTip() == f"<p>{Path('/a&lt;b&gt;.caseboard')}</p>"


def test_columns_follow_the_width(page: WelcomePage, qtbot: QtBot):
    page.show_cases(cases(4))

    def across() -> int:
        return sum(card.y() == page.cards[0].y() for card in page.cards)

    for width, columns in ((1000, 3), (700, 2), (380, 1)):
        page.resize(width, 700)
        qtbot.waitUntil(lambda columns=columns: across() == columns)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("is_missing", [False, True])
def test_pictures_are_shown(page: WelcomePage, name: str, is_missing: bool):
    picture = QImage(400, 100, QImage.Format.Format_RGB32)
    picture.fill(QColor("magenta"))
    case = RecentCase(Path("/a.caseboard"), "A", "now", picture, is_missing)
    page.set_theme(theme(name))
    page.show_cases([case, RecentCase(Path("/b.caseboard"), "B", "now", None, is_missing)])
    shown = page.cards[0].grab().toImage().pixelColor(100, 80)
    assert (shown == QColor("magenta")) is not is_missing
    assert shown.red() > shown.green()
    ground = page.cards[1].grab().toImage().pixelColor(100, 80)
    assert ground.name() in (theme(name).hex("bg"), theme(name).hex("dot"))


def drag(page: WelcomePage, kind: type[QDragEnterEvent] | type[QDropEvent], *urls: QUrl) -> bool:
    """Drag files over the page, or let go of them there; whether it takes them."""
    mime = QMimeData()
    mime.setUrls(list(urls))
    nobody, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    at, action = QPoint(40, 40), Qt.DropAction.CopyAction
    event = kind(QPointF(at) if kind is QDropEvent else at, action, mime, nobody, none)  # pyright: ignore[reportArgumentType, reportCallIssue]
    event.ignore()
    QApplication.sendEvent(page.viewport(), event)
    return event.isAccepted()


def test_a_case_file_is_dropped_onto_it(page: WelcomePage):
    dropped: list[object] = []
    page.dropped.connect(dropped.append)
    says = page.findChild(QLabel, "welcomeStays")
    assert says is not None
    before = says.text()
    case = QUrl.fromLocalFile("/cases/harbour.caseboard")
    assert drag(page, QDragEnterEvent, case)
    assert says.text() == "Let go to open “harbour.caseboard”."
    QApplication.sendEvent(page.viewport(), QDragLeaveEvent())
    assert says.text() == before
    assert drag(page, QDragEnterEvent, case)
    assert drag(page, QDropEvent, QUrl.fromLocalFile("/cases/pier.png"), case)
    assert dropped == [Path("/cases/harbour.caseboard")]
    assert says.text() == before


@pytest.mark.parametrize("url", ["https://example.org/a.caseboard", "file://server/a.caseboard"])
def test_what_lies_elsewhere_is_not_taken(page: WelcomePage, url: str):
    dropped: list[object] = []
    page.dropped.connect(dropped.append)
    assert not drag(page, QDragEnterEvent, QUrl(url))
    drag(page, QDropEvent, QUrl(url))
    assert dropped == []


def test_a_case_that_is_gone_is_looked_for_from_its_menu(page: WelcomePage):
    page.show_cases([*cases(1), *cases(1, missing=True)])
    texts = [[each.text() for each in card.menu().actions()] for card in page.cards]
    assert texts == [["&Open", "&Take off this list"], ["&Locate…", "&Take off this list"]]
    wanted: list[object] = []
    page.recent_wanted.connect(wanted.append)
    page.cards[1].menu().actions()[0].trigger()
    assert wanted == [page.cards[1].case.path]

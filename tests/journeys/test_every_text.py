"""Every text of every screen is asked for in the language of the reader."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint
from PySide6.QtWidgets import QLabel, QMenu, QTreeWidget, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from bracketed import Bracketed
from caseboard import exports
from caseboard.actions import Menu, Sub
from caseboard.components import ASSETS, present_components
from caseboard.example import write_example
from caseboard.inspector.form import FormSection
from caseboard.sight import Mode, Sight
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.commands import folding, items, scales
from casedb.intake.cage.cage import Cage
from casedb.model.card_face import face
from casedb.store.home import Home
from casedb.words import say, speak
from old_cases.make_case import SCRIPTS, make_case
from painted import note_painted
from screens import (
    LONG,
    REPORT,
    SOUGHT,
    dialogs_of,
    filters_of,
    overlays_of,
    pages_of,
    panels_of,
    screens_of,
    select,
    settled,
    verdicts_of,
    viewers_of,
)
from templates import Templates
from untold import Lists, content_of, is_untold, untold, untold_aloud

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
OpenWindow = Callable[[], Window]
MENUS = ("_ask", "_ask_form", "_ask_name", "_ask_role", "_ask_zone")
"""What opens the menus of parts of the inspector."""


@pytest.fixture
def example(tmp_path: Path, templates: Templates) -> Path:
    """The example case, written in English."""
    return templates.copy(write_example, tmp_path / "example.caseboard")


@pytest.fixture
def everything(tmp_path: Path, templates: Templates) -> Path:
    """A case that holds one of everything, with every field filled."""
    return templates.copy(write_everything, tmp_path / "everything.caseboard")


def write_everything(path: Path) -> None:
    make_case(path, Home.of_user())
    with Case.open(path) as case:
        # A label that is the name of a type in code would hide that this is shown.
        for each in list(case.contents.links.values()):
            case.run(items.set_values(each, {"label": f"Label {each.id[-4:]}"}, "Edit fields"))


@pytest.fixture
def marked(example: Path, everything: Path) -> Iterator[None]:
    """Every text is marked from when the cases are written; English comes back."""
    speak(Bracketed(is_around_values=False))
    yield
    speak(None)


@pytest.fixture
def known(example: Path, everything: Path) -> frozenset[str]:
    """What is read on screens and is not of the program."""
    made_of = [each for each in present_components("3.45") if each.name != ASSETS]
    return (
        content_of(example)
        | content_of(everything)
        | {
            " ".join(LONG.split()),
            " ".join(f"{LONG}.caseboard".split()),
            *(" ".join(row.file.removeprefix("/in/").split()) for row in REPORT),
            *SOUGHT,
            "example.org",
            # Labels of changes that the window does not make.
            "Two at once",
            "Record ach",
            '[1, {"a": 0.5}]',
            "unknown_field",
            *SCRIPTS.split(" · "),
            "Tester",
            # What is typed where a date is wanted, and who works here: stored as it is.
            "soon",
            "unnamed user",
            *(each.name for each in made_of),
            *(f"{each.name} {each.version}" for each in made_of),
            *(part for each in made_of for part in each.licence.split(", ")),
        }
    )


Look = Callable[[Iterable[tuple[str, QWidget]]], list[str]]
"""Looks at screens: what is not told in the language that is spoken."""


@pytest.fixture
def look(known: frozenset[str], monkeypatch: pytest.MonkeyPatch) -> Look:
    """Looks at the widgets of a screen, at what is painted there, and hears what is read of it aloud."""
    told, lists = note_painted(monkeypatch), Lists()

    def found_on(screens: Iterable[tuple[str, QWidget]]) -> list[str]:
        found: dict[str, str] = {}
        for screen, shown in screens:
            told.clear()
            shown.grab()
            painted = [f"painted: {each!r}" for each in told if is_untold(each, known)]
            for each in (*untold(shown, known, lists), *untold_aloud(shown, known), *painted):
                found.setdefault(each, screen)
        return [f"{screen}: {each}" for each, screen in found.items()]

    return found_on


def opened(window: Window, path: Path) -> Workspace:
    """A case in a window."""
    assert window.open_case(path)
    work = settled(window).workspace
    assert work is not None
    return work


# -- what there is without a case, and over one ----------------------------------------------


@pytest.mark.usefixtures("marked")
def test_the_first_page_says_nothing_untold(
    open_window: OpenWindow, example: Path, look: Look, known: frozenset[str]
) -> None:
    window = open_window()
    assert look([("welcome", window.welcome)]) == []
    window.open_case(example)
    window.close_case()
    settled(window)
    assert look([("welcome with a case", window)]) == []
    (card,) = window.welcome.cards
    assert untold(card.menu(), known) == []


@pytest.mark.usefixtures("marked")
def test_no_dialog_says_anything_untold(open_window: OpenWindow, example: Path, look: Look) -> None:
    window = open_window()
    window.open_case(example)
    assert look(dialogs_of(window)) == []


@pytest.mark.usefixtures("marked")
def test_the_viewer_says_nothing_untold(open_window: OpenWindow, example: Path, look: Look) -> None:
    window = open_window()
    window.open_case(example)
    assert look(viewers_of(window)) == []


@pytest.mark.usefixtures("marked")
def test_no_verdict_says_anything_untold(
    open_window: OpenWindow, example: Path, look: Look
) -> None:
    window = open_window()
    window.open_case(example)
    assert look(verdicts_of(window)) == []


@pytest.mark.usefixtures("marked")
def test_the_palette_and_the_tour_say_nothing_untold(
    open_window: OpenWindow, example: Path, look: Look
) -> None:
    window = open_window()
    window.open_case(example)
    assert look((screen, over(window, shown)) for screen, shown in overlays_of(window)) == []


def over(window: Window, shown: QWidget) -> QWidget:
    """What lies over a window."""
    if shown is not window:
        return shown
    assert window.tour is not None
    return window.tour.mark


# -- the window with a case ------------------------------------------------------------------


@pytest.mark.usefixtures("marked")
def test_no_screen_says_anything_untold(open_window: OpenWindow, example: Path, look: Look) -> None:
    window = open_window()
    window.open_case(example)
    assert look(screens_of(window)) == []


@pytest.mark.usefixtures("marked")
def test_no_panel_and_no_board_says_anything_untold(
    open_window: OpenWindow, everything: Path, look: Look
) -> None:
    window = open_window()
    window.open_case(everything)
    assert look(panels_of(window)) == []


@pytest.mark.usefixtures("marked")
def test_no_page_of_the_inspector_says_anything_untold(
    open_window: OpenWindow, everything: Path, look: Look
) -> None:
    window = open_window()
    work = opened(window, everything)
    assert look((each, with_all_sections(work)) for each, _ in pages_of(window)) == []


def with_all_sections(work: Workspace) -> QWidget:
    """The inspector with all that it shows opened."""
    for section in work.inspector.findChildren(FormSection):
        if section.isVisible():
            section.open()
    settled_in = work.window()
    assert isinstance(settled_in, Window)
    settled(settled_in)
    return work.inspector


@pytest.mark.usefixtures("marked")
def test_a_case_that_may_only_be_read_says_nothing_untold(
    open_window: OpenWindow, example: Path, look: Look
) -> None:
    with Case.open(example):
        # Somebody else has it open.
        window = open_window()
        work = opened(window, example)
        assert work.bridge.read_only
        assert look([("read-only", window)]) == []
        contents = work.bridge.contents
        shown = select(window, items=[next(iter(contents.items))])
        assert look([("page of an item that may only be read", shown)]) == []


# -- menus -----------------------------------------------------------------------------------


@pytest.mark.usefixtures("marked")
def test_no_menu_says_anything_untold(
    open_window: OpenWindow, example: Path, known: frozenset[str]
) -> None:
    window = open_window()
    found = [each for menu in menus_of(window) for each in untold(menu, known)]
    window.open_case(example)
    settled(window)
    found += [each for menu in menus_of(window) for each in untold(menu, known)]
    assert not found, "\n".join(found)


def menus_of(window: Window) -> list[QMenu]:
    """All menus of a window."""
    menus = window.menus
    return [*(menus.menus[each] for each in Menu), *(menus.submenus[each] for each in Sub)]


@pytest.mark.usefixtures("marked")
def test_no_context_menu_says_anything_untold(
    open_window: OpenWindow,
    everything: Path,
    known: frozenset[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window()
    work = opened(window, everything)
    found: list[str] = []

    def note(menu: QMenu) -> None:
        menu.aboutToShow.emit()
        found.extend(untold(menu, known))

    class Unopened(QMenu):
        """A menu that is looked at where it would open and wait."""

        def exec(self, *_: object) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
            note(self)

        def popup(self, *_: object) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
            note(self)

    for name, module in list(sys.modules.items()):
        if name.startswith("caseboard.") and hasattr(module, "QMenu"):
            monkeypatch.setattr(module, "QMenu", Unopened)
    there = work.bridge.contents
    for index in range(len(there.boards)):
        note(work.tabs.menu(index))
    note(work.tabs.list)
    menu = work.filter.views.menu()
    assert isinstance(menu, QMenu)
    note(menu)
    some, source = list(there.items)[:2], list(there.sources)[:1]
    for chosen in (
        {"items": some[:1]},
        {"items": some},
        {"sources": source},
        {"items": some, "sources": source},
        {"cards": list(there.cards)[:1]},
        {"links": list(there.links)[:1]},
        {},
    ):
        select(window, **chosen)
        work.outline.open_menu(QPoint())
        work.canvas.hands.menu_wanted.emit(QPoint())
    asked: set[str] = set()
    known_pages: set[str] = set()
    offering: dict[type, list[str]] = {}
    for page, _ in pages_of(window):
        # Pages of a kind have the same menus.
        if page in known_pages:
            continue
        known_pages.add(page)
        for part in with_all_sections(work).findChildren(QWidget):
            of = type(part)
            if of not in offering:
                offering[of] = [ask for ask in MENUS if hasattr(of, ask)]
            for ask in offering[of]:
                getattr(part, ask)()
                asked.add(ask)
    assert not found, "\n".join(dict.fromkeys(found))
    assert asked == set(MENUS)


# -- what is painted and written into files --------------------------------------------------


@pytest.mark.usefixtures("qapp", "marked")
def test_nothing_that_is_painted_on_a_board_is_untold(
    everything: Path,
    known: frozenset[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    cage: Cage,
) -> None:
    told = note_painted(monkeypatch)
    with Case.open(everything) as case:
        contents = case.contents
        for number in range(2):
            for board in contents.boards:
                path = tmp_path / f"{board.id} {number}.svg"
                only = contents if number else None
                exports.export_board(case, board.id, path, "svg", cage, only=only)
            # Frames that are folded show other words than those that are not.
            case.run(folding.toggle(contents, case.new_id, list(contents.frames)))
        assert contents.all(scales.Scale)
    # Months along a scale are written by the language itself, which here has none.
    months = {
        QLocale.c().standaloneMonthName(n, QLocale.FormatType.ShortFormat) for n in range(1, 13)
    }
    assert [each for each in told if is_untold(each, known | months)] == []
    # All that is there has been painted: kinds, what a stack holds, a scale, and the caption.
    for part in ("⟦Satellite image⟧", "⟦ card⟧", "Jan 2024", "⟦only what was selected⟧"):
        assert any(part in each for each in told), part


@pytest.mark.usefixtures("marked")
def test_no_card_says_anything_untold(
    everything: Path, example: Path, known: frozenset[str]
) -> None:
    for path in (everything, example):
        with Case.open(path) as case:
            faces = [face(case.contents, each) for each in case.contents.items.values()]
        for each in faces:
            told = (each.kind_label, each.title, each.chip, each.grade, each.warning, *each.footer)
            assert not [one for one in told if is_untold(one, known)]


@pytest.mark.usefixtures("marked")
def test_the_caption_of_an_export_tells_what_is_hidden_in_the_language(
    open_window: OpenWindow, everything: Path, known: frozenset[str]
) -> None:
    work = opened(open_window(), everything)
    for asked, mode in zip(filters_of(work.bridge.contents), Mode, strict=True):
        work.looking.look(Sight(asked, mode))
        assert work.looking.caption and not is_untold(work.looking.caption, known)


# -- the check can fail ----------------------------------------------------------------------


@pytest.mark.usefixtures("marked")
def test_what_is_not_asked_for_is_noticed(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    label = QLabel(
        say("“{title}” holds {n} card", "“{title}” holds {n} cards", n=3, title="Pier"), page
    )
    assert len(untold(page, frozenset())) == 1
    assert untold(page, frozenset({"Pier"})) == []
    for told in (label.setToolTip, label.setAccessibleName, page.setWindowTitle):
        told("A few words")
    tree = QTreeWidget(page)
    tree.setHeaderLabels([say("Title"), "Of what"])
    lists = Lists()
    assert len(untold(page, frozenset({"Pier"}), lists)) == 4
    QTreeWidgetItem(QTreeWidgetItem(tree, ["Above"]), ["Below"])
    later = untold(page, frozenset({"Pier"}), lists)
    assert untold(page, frozenset({"Pier"}), lists) != later, "rows are read once"
    found = [each.rpartition(": ")[2] for each in untold(page, frozenset({"Pier"}))]
    assert [each.rpartition(": ")[2] for each in later] == found
    assert sorted(found) == sorted([*["'A few words'"] * 3, "'Above'", "'Below'", "'Of what'"])


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("⟦Show all⟧", False),
        ("Show all", True),
        ("⟦Zoom⟧ in", True),
        ("⟦Zoom in⟧ (Ctrl++)", False),
        ("1,200 × 800", False),
        ("⟦&Undo ⟧⟦Move⟧", False),
        ("⟦An end that is cut…", False),
        ("⟦opened ⟧3 March 2024, 12:00", False),
        ("The pier, seen from above", False),
        ("⟦seen⟧ 3 March", True),
        ("The pier, seen…", False),
    ],
)
def test_marked_known_and_unknown_are_told_apart(text: str, is_found: bool) -> None:
    assert is_untold(text, frozenset({"The pier, seen from above"})) is is_found

"""Working on the board itself: writing on it, strings that are led, retyped and followed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from caseboard.actions import COLOURS, Sub
from caseboard.board.writing import Writing
from caseboard.deeds import ARRANGEMENTS
from caseboard.dialogs.ask_link_type import AskLinkType
from caseboard.selection import Selected
from caseboard.settings import Settings
from caseboard.theme import theme, tokens
from caseboard.tidying import TIDIES
from caseboard.toast import Toast
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.commands import items, links, removal
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.geometry import Point, Rect
from casedb.model.link_types import LinkType
from casedb.model.records import Frame, Link
from casedb.store.home import Home

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def work(open_window: Callable[[], Window], tmp_path: Path) -> Workspace:
    """A case with a claim on the left, a photo on the right and a link from this to that."""
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay") as case:
        claim = case.add("claim", title="The ship was in the harbour")
        photo = case.add("media", title="Photograph from the pier")
        case.place(claim, x=0, y=0, w=260, h=120)
        case.place(photo, x=700, y=0, w=260, h=120)
        case.link(photo, "supports", claim)
    window = open_window()
    assert window.open_case(path)
    assert window.workspace is not None
    window.workspace.canvas.fit_all()
    QApplication.processEvents()
    return window.workspace


def window_of(work: Workspace) -> Window:
    window = work.window()
    assert isinstance(window, Window)
    return window


def do(work: Workspace, name: str) -> None:
    window_of(work).do(name)


def only_link(work: Workspace) -> Link:
    (link,) = work.bridge.contents.links.values()
    return link


def pixel(work: Workspace, x: float, y: float) -> QPoint:
    at = work.canvas.camera.to_screen(Point(x, y))
    return QPoint(round(at.x), round(at.y))


def middle(work: Workspace) -> QPoint:
    x, y = work.canvas.columns.middle(0)[0].tolist()
    return pixel(work, x, y)


def writing_on(work: Workspace) -> Writing:
    (writing,) = [each for each in work.canvas.findChildren(Writing) if each.isVisible()]
    return writing


def is_writing(work: Workspace) -> bool:
    return any(each.isVisible() for each in work.canvas.findChildren(Writing))


def label(work: Workspace) -> str:
    return only_link(work).values.text("label")


# -- writing ---------------------------------------------------------------------------------------


def test_a_label_is_written_on_its_string(work: Workspace) -> None:
    QTest.mouseDClick(work.canvas, LEFT, NONE, middle(work))
    writing = writing_on(work)
    assert writing.hasFocus()
    assert (writing.geometry().center() - middle(work)).manhattanLength() < 4
    QTest.keyClicks(writing, "at the quay")
    QTest.keyClick(writing, Qt.Key.Key_Return)
    assert label(work) == "at the quay"
    assert not is_writing(work)
    assert work.canvas.hasFocus()
    work.bridge.undo()
    assert label(work) == ""


def test_escape_leaves_a_label_as_it_was(work: Workspace) -> None:
    before = work.bridge.case.journal.length
    QTest.mouseDClick(work.canvas, LEFT, NONE, middle(work))
    QTest.keyClicks(writing_on(work), "at the quay")
    QTest.keyClick(writing_on(work), Qt.Key.Key_Escape)
    assert work.bridge.case.journal.length == before
    assert not is_writing(work)


def test_a_click_elsewhere_takes_what_was_written(work: Workspace) -> None:
    QTest.mouseDClick(work.canvas, LEFT, NONE, middle(work))
    QTest.keyClicks(writing_on(work), "at the quay")
    QTest.mouseClick(work.canvas, LEFT, NONE, pixel(work, 300, 300))
    assert label(work) == "at the quay"


def test_leaving_for_a_panel_takes_what_was_written(work: Workspace) -> None:
    QTest.mouseDClick(work.canvas, LEFT, NONE, middle(work))
    QTest.keyClicks(writing_on(work), "at the quay")
    window_of(work).do("find")
    assert label(work) == "at the quay"


def test_closing_the_case_takes_what_was_written(work: Workspace, home: Home) -> None:
    QTest.mouseDClick(work.canvas, LEFT, NONE, middle(work))
    QTest.keyClicks(writing_on(work), "at the quay")
    path, window = work.bridge.case.path, window_of(work)
    window.leave_case()
    with Case.open(path, home=home) as case:
        (link,) = case.contents.links.values()
        assert link.values.text("label") == "at the quay"


def test_what_is_written_follows_the_board(work: Workspace) -> None:
    QTest.mouseDClick(work.canvas, LEFT, NONE, middle(work))
    work.canvas.pan_by(0, 80)
    assert (writing_on(work).geometry().center() - middle(work)).manhattanLength() < 4
    work.canvas.pan_by(0, 5000)
    assert work.canvas.rect().contains(writing_on(work).geometry())


def test_a_label_that_goes_while_it_is_written_ends_the_writing(work: Workspace) -> None:
    QTest.mouseDClick(work.canvas, LEFT, NONE, middle(work))
    QTest.keyClicks(writing_on(work), "at the quay")
    work.bridge.run(removal.delete_links(work.bridge.contents, [only_link(work).id]))
    assert not is_writing(work)
    work.bridge.undo()
    assert label(work) == ""


@pytest.mark.parametrize("zoom", [1.0, 0.4])
def test_a_title_is_written_from_where_it_stands(
    work: Workspace, frame: Frame, zoom: float
) -> None:
    canvas = work.canvas
    canvas.look_from(canvas.camera.at(Point(100, 100), zoom))
    work.selection.set(frames=[frame.id])
    do(work, "edit_title")
    writing = writing_on(work)
    # Letters stand as far from the edge of a line as its cursor, but for a pixel or two.
    writing.setCursorPosition(0)
    begins = writing.x() + writing.cursorRect().center().x()
    inset = 12 if zoom == 1.0 else 2 / zoom
    assert abs(begins - canvas.camera.to_screen(Point(frame.x + inset, 0)).x) < 4
    QTest.keyClicks(writing, "x")
    assert abs(writing.x() + writing.cursorRect().center().x() - begins) < 20


def test_f2_writes_on_the_one_string_or_frame_that_is_selected(work: Workspace) -> None:
    work.selection.set(links=[only_link(work).id])
    window_of(work).do("edit_title")
    assert writing_on(work).accessibleName() == "Label of the link"
    QTest.keyClick(writing_on(work), Qt.Key.Key_Escape)
    QTest.keyClick(work.canvas, Qt.Key.Key_F)
    QTest.mousePress(work.canvas, LEFT, NONE, pixel(work, 0, 200))
    QTest.mouseMove(work.canvas, pixel(work, 200, 300))
    QTest.mouseMove(work.canvas, pixel(work, 300, 380))
    QTest.mouseRelease(work.canvas, LEFT, NONE, pixel(work, 300, 380))
    writing = writing_on(work)
    assert writing.accessibleName() == "Title of the frame"
    assert writing.selectedText() == "Frame"
    writing.insert("Порт — 항구")
    QTest.keyClick(writing, Qt.Key.Key_Tab)
    (frame,) = work.bridge.contents.frames.values()
    assert isinstance(frame, Frame)
    assert frame.title == "Порт — 항구"


def test_a_case_open_for_reading_is_not_written_on(
    open_window: Callable[[], Window], work: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(work.bridge), "read_only", True)
    work.selection.set(links=[only_link(work).id])
    work.naming.edit_title()
    assert not is_writing(work)


# -- strings ---------------------------------------------------------------------------------------


def test_many_links_get_another_type_in_one_step(
    work: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = work.bridge.contents
    claim, photo = contents.links[only_link(work).id].end, only_link(work).start
    work.bridge.run(links.connect(contents, work.bridge.new_id, photo, "disputes", claim))
    asked: list[list[str]] = []

    def choose(
        parent: object, at: QPoint, types: tuple[LinkType, ...], way: str, present: str
    ) -> str:
        assert not way and not present
        asked.append([each.name for each in types])
        return "bears_on"

    monkeypatch.setattr(AskLinkType, "ask", choose)
    work.selection.set(links=list(contents.links))
    window_of(work).do("retype_links")
    assert "supports" in asked[0] and "denies" not in asked[0]
    assert {each.type for each in work.bridge.contents.links.values()} == {"bears_on"}
    work.bridge.undo()
    assert sorted(each.type for each in work.bridge.contents.links.values()) == [
        "disputes",
        "supports",
    ]


def test_a_bent_string_is_straightened_in_one_step(work: Workspace) -> None:
    link = only_link(work)
    work.wishes.bends_wanted(link.id, (Point(480, 300), Point(400, 320)))
    work.selection.set(links=[link.id])
    window_of(work).do("straighten")
    assert work.canvas.columns.bends(link.id) == ()
    work.bridge.undo()
    assert work.canvas.columns.bends(link.id) == (Point(480, 300), Point(400, 320))


def test_one_goes_from_a_string_to_its_ends(work: Workspace) -> None:
    link = only_link(work)
    for name, end in (("go_to_start", link.start), ("go_to_end", link.end)):
        work.selection.set(links=[link.id])
        window_of(work).do(name)
        (card,) = work.selection.cards
        assert work.bridge.contents.cards[card].item == end.id
    work.selection.set(links=[link.id], items=[])
    work.selection.set(links=[])
    hints: list[str] = []
    work.canvas.hands.hinted.connect(hints.append)
    work.going.go_to_end(at_start=True)
    assert hints == ["Select one link to go to an end of it."]


def test_a_link_that_cannot_be_tied_there_is_refused_in_words(work: Workspace) -> None:
    link = only_link(work)
    work.wishes.ends_wanted(link.id, link.end, link.start)
    toast = work.findChild(Toast)
    assert toast is not None and toast.isVisible()
    assert only_link(work) == link


# -- snapping --------------------------------------------------------------------------------------


def test_snapping_is_switched_in_the_menu_and_remembered(
    work: Workspace, home: Home, qtbot: QtBot
) -> None:
    window = window_of(work)
    assert (work.canvas.snapping.to_others, work.canvas.snapping.to_grid) == (True, False)
    window.do("snap_others")
    window.do("snap_grid")
    assert (work.canvas.snapping.to_others, work.canvas.snapping.to_grid) == (False, True)
    assert window.menus["snap_grid"].isChecked()
    assert not window.menus["snap_others"].isChecked()
    assert Settings(home).now.snap_grid == "on"
    board = work.bridge.contents.boards[0].id
    work.add_board("Another")
    assert work.canvas.snapping.to_grid
    work.show_board(board)


# -- arranging -------------------------------------------------------------------------------------


def rects(work: Workspace) -> list[Rect]:
    return [card.rect for card in work.bridge.contents.cards_on(work.board_id)]


@pytest.mark.parametrize("name", sorted(ARRANGEMENTS))
def test_every_arrangement_is_one_step_that_glides_and_is_taken_back(
    work: Workspace, name: str, qtbot: QtBot
) -> None:
    case = work.bridge.case
    for n, (x, y, w, h) in enumerate(((90, 300, 200, 90), (400, 520, 180, 140))):
        case.place(case.add("note", title=str(n)), x=x, y=y, w=w, h=h)
    work.canvas.select_all()
    before, length = rects(work), case.journal.length
    window_of(work).menus[name].trigger()
    assert rects(work) != before
    assert case.journal.length == length + 1
    qtbot.waitUntil(lambda: not work.canvas.is_carrying)
    shown = work.canvas.columns
    rows = shown.cards.rows.all().tolist()
    assert {shown.cards.rows.id_of(row): shown.card_rect(row) for row in rows} == {
        card.id: card.rect for card in work.bridge.contents.cards_on(work.board_id)
    }
    window_of(work).do("undo")
    assert rects(work) == before


def test_too_little_to_arrange_is_greyed_and_says_why(work: Workspace) -> None:
    menus = window_of(work).menus
    work.selection.clear()
    assert menus.missing("align_left") == "Select two cards or frames first."
    work.canvas.select_all()
    assert menus.missing("align_left") == ""
    assert menus.missing("distribute_down") == "Select three cards or frames first."


# -- frames ----------------------------------------------------------------------------------------


@pytest.fixture
def frame(work: Workspace) -> Frame:
    """A frame around the claim."""
    made = work.deeds.add_frame_at(work.board_id, Rect(-40, -60, 340, 240), "Harbour")
    assert made is not None
    return work.bridge.contents.frames[made]


def test_a_frame_goes_around_selected_cards_and_frames_behind_them(
    work: Workspace, frame: Frame
) -> None:
    contents = work.bridge.contents
    far = work.bridge.case.place(work.bridge.case.add("claim"), x=900, y=500)
    work.selection.set(frames=[frame.id], cards=[far.id])
    QTest.keyClick(window_of(work), Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    work.canvas.stop_writing()
    (outer,) = (each for each in contents.frames.values() if each.id != frame.id)
    assert outer.rect.contains(frame.rect)
    assert outer.rect.contains(far.rect)
    assert [each.id for each in contents.frames_on(work.board_id)] == [outer.id, frame.id]
    assert [each.id for each in work.canvas.columns.frames] == [outer.id, frame.id]
    work.selection.set(frames=[outer.id])
    QTest.keyClick(window_of(work), Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    work.canvas.stop_writing()
    (outmost,) = (
        each
        for each in contents.frames.values()
        if each.rect.contains(outer.rect) and each.id != outer.id
    )
    assert contents.frames_on(work.board_id)[0].id == outmost.id


def test_a_frame_is_collapsed_and_opened_by_action_and_by_double_click(
    work: Workspace, frame: Frame
) -> None:
    (claim_card,) = [c for c in work.bridge.contents.cards.values() if c.x == 0]
    work.selection.set(frames=[frame.id], cards=[claim_card.id])
    window_of(work).do("fold_frame")
    contents = work.bridge.contents
    assert contents.frames[frame.id].collapsed
    # What is not seen is not selected, so that it is not moved or deleted by accident.
    assert work.selection.now == Selected(frames=frozenset({frame.id}))
    work.going.go_to(claim_card.item)
    assert work.selection.frames == {frame.id}
    work.canvas.fit_all()
    QTest.mouseDClick(work.canvas, LEFT, NONE, pixel(work, 20, -40))
    assert not contents.frames[frame.id].collapsed
    assert not is_writing(work)


def test_a_frame_is_removed_and_the_cards_stay(work: Workspace, frame: Frame) -> None:
    before = rects(work)
    for is_folded in (False, True):
        work.selection.set(frames=[frame.id])
        if is_folded:
            window_of(work).do("fold_frame")
        window_of(work).do("ungroup")
        assert not work.bridge.contents.frames
        assert rects(work) == before
        assert len(work.canvas.columns.cards.rows) == 2
        window_of(work).do("undo")


def test_cards_are_pinned_and_get_colours(work: Workspace, frame: Frame) -> None:
    work.canvas.select_all()
    window = window_of(work)
    window.do("pin")
    contents = work.bridge.contents
    assert all(card.pinned for card in contents.cards.values())
    window.do("pin")
    assert not any(card.pinned for card in contents.cards.values())
    window.do("colour_sat")
    placed = [*contents.cards.values(), *contents.frames.values()]
    assert {each.accent for each in placed} == {"sat"}
    window.do("colour_none")
    assert {each.accent for each in (*contents.cards.values(), *contents.frames.values())} == {""}


def test_every_colour_is_one_of_every_theme() -> None:
    for token in COLOURS:
        assert all(theme(name).has(token) for name in tokens().themes if token)


def test_the_menu_of_a_frame_is_about_frames(
    work: Workspace, frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[tuple[str, ...]] = []

    def take(names: tuple[str, ...], at: QPoint) -> None:
        offered.append(names)

    def stay_away(menu: QMenu, at: QPoint) -> None:
        menu.close()

    work.menu_wanted.connect(take)
    monkeypatch.setattr(QMenu, "popup", stay_away)
    work.selection.set(frames=[frame.id])
    work.canvas.hands.menu_wanted.emit(QPoint())
    assert {"fold_frame", "ungroup", Sub.COLOUR} <= set(offered[0])
    work.canvas.select_all()
    work.canvas.hands.menu_wanted.emit(QPoint())
    assert {Sub.ALIGN, "pin"} <= set(offered[1])


# -- tidying -----------------------------------------------------------------------------------


def date_both(work: Workspace) -> None:
    """Say when claim and photo were recorded, months apart."""
    case = work.bridge.case
    there = list(case.contents.items.values())
    with case.together("Date"):
        for item, when in zip(there, ("2024-01", "2024-06"), strict=True):
            told = {"name": "recorded", "date": FuzzyDate.parse(when).to_json()}
            case.run(items.set_values(item, {"times": [told]}, "Date"))


def test_tidying_leaves_in_frames_what_lies_in_them(work: Workspace) -> None:
    contents = work.bridge.contents
    claim, photo = contents.cards.values()
    work.selection.set(cards=[claim.id])
    do(work, "add_frame")
    work.canvas.stop_writing()
    (frame,) = contents.frames.values()
    work.bridge.case.place(contents.items[photo.item], x=740, y=40)
    work.selection.clear()
    do(work, "tidy_kind")
    assert contents.cards[claim.id] == claim
    assert contents.frames[frame.id] == frame
    assert contents.cards[photo.id] != photo
    work.selection.set(cards=list(contents.cards), frames=[frame.id])
    length = work.bridge.case.journal.length
    do(work, "tidy_kind")
    assert contents.cards[claim.id] == claim
    assert work.bridge.case.journal.length == length


@pytest.mark.parametrize("name", list(TIDIES))
def test_tidying_is_one_step_that_the_eye_can_follow(work: Workspace, name: str) -> None:
    bridge, before = work.bridge, rects(work)
    if name == "tidy_time":
        date_both(work)
    if name == "tidy_around":
        work.selection.set(cards=[next(iter(bridge.contents.cards))])
    length = bridge.case.journal.length
    do(work, name)
    after = rects(work)
    assert after != before
    assert work.canvas.is_carrying
    assert bridge.case.journal.length == length + 1
    work.canvas.settle()
    bridge.undo()
    assert rects(work) == before


def test_a_tidied_board_is_brought_into_view(work: Workspace, qtbot: QtBot) -> None:
    canvas = work.canvas
    canvas.look_from(canvas.camera.at(Point(9_000, 9_000), 1.0))
    work.selection.clear()
    do(work, "tidy_kind")
    # Both go on together: the cards to their places, and the eye to them.
    assert canvas.is_carrying
    qtbot.waitUntil(
        lambda: all(canvas.camera.visible().contains(each) for each in rects(work)), timeout=5_000
    )


def test_tidying_what_is_selected_does_not_move_the_view(work: Workspace) -> None:
    canvas = work.canvas
    far = canvas.camera.at(Point(9_000, 9_000), 1.0)
    canvas.look_from(far)
    work.selection.set(cards=list(work.bridge.contents.cards))
    do(work, "tidy_kind")
    canvas.settle()
    assert work.canvas.camera == far


def test_what_is_concealed_is_not_tidied(work: Workspace) -> None:
    contents = work.bridge.contents
    hidden = next(iter(contents.cards.values()))
    work.canvas.conceal({hidden.id})
    do(work, "tidy_kind")
    assert contents.cards[hidden.id] == hidden


def test_cards_in_time_lie_in_a_frame_with_a_scale(work: Workspace) -> None:
    date_both(work)
    do(work, "tidy_time")
    (frame,) = work.bridge.contents.frames.values()
    assert frame.title == "Timeline"
    assert work.bridge.contents.scale_of(frame.id) is not None
    assert work.canvas.columns.frames.get(frame.id) == frame


def test_what_to_lay_the_others_around_must_be_clear(work: Workspace) -> None:
    contents = work.bridge.contents
    claim = next(
        card for card in contents.cards.values() if contents.items[card.item].kind == "claim"
    )
    work.bridge.case.place(contents.items[claim.item], x=0, y=600)
    work.selection.set(cards=list(contents.cards))
    before = rects(work)
    do(work, "tidy_around")
    assert rects(work) == before
    assert "Select the card" in work.toast.sentence

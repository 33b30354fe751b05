"""Every screen of the program: the window with each page, every dialog, and what lies over the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from caseboard.dialogs.about import AboutDialog, present_components
from caseboard.dialogs.add_address import AddAddress
from caseboard.dialogs.ask_claim import AskClaim
from caseboard.dialogs.ask_grade import AskGrade
from caseboard.dialogs.ask_kind import AskKind
from caseboard.dialogs.ask_link_type import AskLinkType
from caseboard.dialogs.dropped_case import DroppedCase
from caseboard.dialogs.export_dialog import ExportDialog, ExportQuestion
from caseboard.dialogs.intake_report import IntakeReport
from caseboard.dialogs.message import Confirm, Message
from caseboard.dialogs.missing_case import MissingCase
from caseboard.dialogs.picture_dialog import PictureDialog, PictureQuestion
from caseboard.dialogs.progress import Progress
from caseboard.dialogs.saved_views import SavedViews
from caseboard.dialogs.settings_dialog import SettingsDialog
from caseboard.dialogs.shortcuts import ShortcutSheet, columns_for
from caseboard.inspector.outside import OpenAddress
from caseboard.options import Page
from caseboard.picture import PARTS, Picture
from caseboard.sheet import lines
from caseboard.sight import Mode, Sight
from caseboard.verdict.window import CHANGES, EVIDENCE, VERSIONS
from caseboard.views.pane import SORTS
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb.capture import Capture
from casedb.commands.annotations import annotate
from casedb.delivery_report import Row
from casedb.model.contents import Contents
from casedb.model.fields import Table, Text
from casedb.model.filtering import NONE, Condition, Filter
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS
from casedb.model.link_types import LINK_TYPES
from casedb.model.mark_shapes import default_spots
from casedb.model.marks import Form, Mark
from casedb.model.records import Attachment, Item
from casedb.model.schemes import CREDIBILITY, grades_of
from casedb.model.values import Values
from casedb.model.verdicts import Draft
from casedb.verdict_giving import give_verdict, sign_off
from casedb.words import say

LONG = (
    "A vessel with a very long name that nobody who has ever written a card had any room for " * 2
)
"""A text of a case."""
REPORT = (
    Row(f"/in/{LONG}.jpg", "taken", LONG, "a" * 64, "item"),
    Row("/in/부두 사진.jpg", "same as", LONG, "b" * 64, "item"),
    Row("/in/תצלום.jpg", "rejected", LONG),
)
"""What became of files with long names, and names in other scripts."""
SOUGHT = ("", "missile", "xyzzy")
"""What is typed into the palette, and into the search."""


def screens_of(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Every screen of a window with an open case, one after the other."""
    work = window.workspace
    assert work is not None
    contents = work.bridge.contents
    for kind in KINDS:
        item = next((each for each in contents.items.values() if each.kind == kind), None)
        if item is not None:
            yield f"{kind} page", select(window, items=[item.id])
    yield "link page", select(window, links=[next(iter(contents.links))])
    yield "source page", select(window, sources=[next(iter(contents.sources))])
    yield "frame page", select(window, frames=[next(iter(contents.frames))])
    cards, links = list(contents.cards), list(contents.links)
    yield "page of several", select(window, cards=cards[:3], links=links[:2])
    yield "page of the case", select(window)
    for n, name in enumerate(("outline", "search", "filter", "sources", "journal", "weak points")):
        work.left.setCurrentIndex(n)
        if n == 5:
            work.left.weak_points.finish()
        yield name, settled(window)
    work.left.setCurrentIndex(2)
    yield from filter_rows_of(window)
    work.left.setCurrentIndex(1)
    for words in SOUGHT[1:]:
        work.search.field.setText(words)
        wait_for_search(work)
        yield f"search for {words}", settled(window)
    work.search.foot.offer_page(say("See page {n}", n=12_345))
    work.search.foot.tell_unread(12_345, may_read=True)
    yield "search with files to be read", settled(window)
    work.search.foot.tell_progress(1_234, 12_345)
    yield "search while files are read", settled(window)
    work.search.foot.tell_unread(0, may_read=True)
    work.search.field.clear()
    work.toast.say_failure(LONG, say("Show all"), lambda: None)
    yield "failure", settled(window)
    work.toast.dismiss()
    claim = next(
        each for each in contents.items.values() if each.values.text("exhibit") == "CB-005"
    )
    work.tracing.show(claim.id)
    yield "independent lines", settled(window)
    work.tracing.end()
    work.what_if.aside.become([each.id for each in contents.items.values() if each.kind != "claim"])
    yield "what if", settled(window)
    work.what_if.end()
    yield from views_of(window, claim)
    yield from tables_of(window)


def views_of(window: Window, claim: Item) -> Iterator[tuple[str, QWidget]]:
    """Every view beside the boards, with a claim selected, below a board and in its place."""
    work = window.workspace
    assert work is not None
    for sort in SORTS:
        select(window, items=[claim.id])
        work.beside.show(sort.name)
        work.beside.in_view.finish()
        work.beside.fill(False)
        yield f"{sort.name} below the board", settled(window)
    work.beside.fill(True)
    yield "a view in the place of the boards", settled(window)
    work.beside.hide()
    select(window)


def tables_of(window: Window) -> Iterator[tuple[str, QWidget]]:
    """The tables that have windows of their own, with rows of long words and regions, and the list from
    which a region is chosen."""
    work = window.workspace
    assert work is not None
    case = work.bridge.case
    for kind, name in (("debris_analysis", "components"), ("satellite_image", "features")):
        field = KINDS[kind].field(name)
        assert isinstance(field, Table)
        item = next(each for each in work.bridge.contents.items.values() if each.kind == kind)
        files = work.bridge.contents.attachments_of(item.id)
        rows = [
            {each.name: LONG for each in field.columns if type(each) is Text},
            {field.columns[0].name: "미사일", "mark": files[0].artifact if files else "gone"},
            {field.columns[0].name: "صاروخ", "mark": "gone"},
        ]
        case.set(item, **{name: rows})
        work.inspector.open_table(item.id, name)
        table = work.inspector.table
        assert table is not None
        settled(window)
        yield f"table of {name}", table
        cell = table.sheet.rows[1].region_cell
        assert cell is not None
        if files:
            cell.choose()
            assert cell.list is not None
            settled(window)
            yield f"regions for {name}", cell.list
            cell.list.close()
        table.close()
        settled(window)


def filter_rows_of(window: Window) -> Iterator[tuple[str, QWidget]]:
    """The filter with all its rows open and one of each ticked, with a bad date, and its menu of views."""
    work = window.workspace
    assert work is not None
    panel = work.filter
    root = panel.tree.invisibleRootItem()
    children = (root.child(row) for row in range(root.childCount()))
    headings = [each for each in children if each is not None]
    wait_until(lambda: headings[0].childCount() > 0)
    panel.tree.expandAll()
    for heading in headings:
        if (value := heading.child(0)) is not None:
            value.setCheckState(0, Qt.CheckState.Checked)
    panel.first.setText("soon")
    panel.tree.scrollToBottom()
    yield "filter with all its rows", settled(window)
    panel.clear()
    work.looking.save_view(LONG)
    work.looking.save_view(say("Claims"))
    menu = panel.views.menu()
    menu.popup(panel.views.mapToGlobal(panel.views.rect().bottomLeft()))
    settled(window)
    yield "views of the filter", menu
    menu.close()


def panels_of(window: Window) -> Iterator[tuple[str, QWidget]]:
    """The panels at the left with rows in them, as far as `screens_of` leaves them empty or closed."""
    work = window.workspace
    assert work is not None
    work.left.setCurrentWidget(work.outline)
    for order in ("kinds", "boards"):
        work.outline.order_by(order)
        view = work.outline.boards.view if order == "boards" else work.outline.view
        view.expandToDepth(3)
        yield f"outline by {order}", settled(window)
    work.left.show_filter()
    contents = work.bridge.contents
    for asked, mode in zip(filters_of(contents), Mode, strict=True):
        work.looking.look(Sight(asked, mode))
        yield f"filter, {mode}", settled(window)
    card = next(iter(contents.each_card_on(work.board_id)))
    work.looking.look(Sight().focused([card.id], 2))
    yield "around a card", settled(window)
    work.looking.show_all()
    work.left.show_journal()
    for board in contents.boards:
        work.show_board(board.id)
        yield f"board {board.title}", settled(window)


def pages_of(window: Window) -> Iterator[tuple[str, QWidget]]:
    """The page of every item, source and type of link, of a frame and of a board card."""
    work = window.workspace
    assert work is not None
    there = work.bridge.contents
    for item in there.items.values():
        yield f"page of {item.kind}", select(window, items=[item.id])
    for source in there.sources:
        yield "page of a source", select(window, sources=[source])
    for link in {each.type: each for each in there.links.values()}.values():
        yield f"page of a link: {link.type}", select(window, links=[link.id])
    for frame in there.frames:
        yield "page of a frame", select(window, frames=[frame])
    for card in list(there.cards)[:1]:
        yield "page of a card", select(window, cards=[card])


def filters_of(contents: Contents) -> Iterator[Filter]:
    """A filter that asks for everything there is to be asked for, and one for what is not so."""
    whole: dict[str, JsonValue] = {
        Condition.KINDS: list(KINDS),
        Condition.STATUSES: ["open", NONE],
        Condition.TAGS: [NONE],
        Condition.SOURCES: [NONE, *list(contents.sources)[:1]],
        Condition.RELIABILITY: ["A", NONE],
        Condition.CREDIBILITY: ["1", NONE],
        Condition.VERDICTS: ["confirmed", NONE],
        "first": "2022-01-01",
        "last": "2023-12-31",
        "files": True,
        "words": "missile",
    }
    yield Filter.from_values(whole)
    yield Filter.from_values({**whole, "inverted": [each.value for each in Condition]})


def select(window: Window, **chosen: list[str]) -> Window:
    """Select something, and wait until it is shown."""
    work = window.workspace
    assert work is not None
    work.selection.set(**chosen)
    work.selection.settle()
    return settled(window)


def _progress(window: Window) -> Progress:
    made = Progress(window, say("Storing files in the case…"))
    made.show_count(1234, 5000, say("{n} file found", "{n} files found", n=1234), f"{LONG}.jpg")
    return made


def settled(window: Window) -> Window:
    """The window when all its parts have found their places."""
    QTest.qWait(1)
    for _ in range(6):
        QApplication.processEvents()
    return window


def wait_for_search(work: Workspace) -> None:
    wait_until(lambda: work.search.results.rowCount() > 0 or work.search.nothing.isVisible())


def wait_until(is_so: Callable[[], bool]) -> None:
    for _ in range(200):
        QApplication.processEvents()
        if is_so():
            return
        QTest.qWait(5)


def _picture_question() -> PictureQuestion:
    """A question in which all that can be asked is shown at once."""

    def size(_: Picture) -> str:
        return say("{width} × {height} pixels", width=5200, height=3680)

    frames = [("f1", LONG), ("f2", say("Frame"))]
    last = Picture(form="pdf", part="frame", poster="A3", legend=True)
    return PictureQuestion(last, frozenset(PARTS), size, frames, LONG)


def dialogs_of(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Every dialog there is, shown over a window; those about a case where one is open."""
    worn, work = window.theme, window.workspace
    made: tuple[QWidget, ...] = (
        AboutDialog(present_components("3.45"), window),
        Message(say("Something was found"), f"{LONG}\n\n{LONG}", worn, window, is_error=True),
        Confirm(say("Delete from the case"), LONG, say("Delete"), worn, window),
        ShortcutSheet(lines(), window, columns_for(window)),
        ExportDialog(ExportQuestion(say("Timeline"), (2600.0, 1840.0), has_table=True), window),
        PictureDialog(_picture_question(), window),
        _progress(window),
        IntakeReport(REPORT, window),
        AddAddress(window),
        AddAddress(window, Capture(f"https://example.org/{'a-long-path/' * 12}", tool=LONG)),
        OpenAddress(f"https://example.org/{'a-long-path/' * 12}", window),
        MissingCase(Path("/home/somebody/cases") / f"{LONG}.caseboard", worn, window),
        DroppedCase(Path("/home/somebody/cases") / f"{LONG}.caseboard", worn, window),
        *(SettingsDialog(window.settings, window, page) for page in Page),
        AskKind(worn, window),
        AskGrade("credibility", grades_of(CREDIBILITY), worn, window),
        AskClaim([Item("c", "claim", Values({"title": LONG})), Item("d", "claim")], worn, window),
        AskLinkType(list(LINK_TYPES.values()), worn, window),
        *((SavedViews(work.bridge, work.board_id, window),) if work is not None else ()),
    )
    for dialog in made:
        dialog.setWindowFlag(Qt.WindowType.Window)
        dialog.show()
        settled(window)
        name = f"{type(dialog).__name__} {getattr(dialog, 'page', '')}".rstrip()
        yield name, dialog
        dialog.hide()
        dialog.deleteLater()


def viewers_of(window: Window) -> Iterator[tuple[str, QWidget]]:
    """A picture at full size: without marks, with one of every form, one of them chosen, and written on.

    What is marked for that is taken back.
    """
    work = window.workspace
    assert work is not None
    bridge = work.bridge
    there = bridge.contents
    marked = {each.artifact for each in there.annotations.values()}
    item, artifact = next(
        (each.item, each.artifact)
        for each in there.all(Attachment).values()
        if each.artifact not in marked and work.showing.files_of(each.item)
    )
    work.showing.open(item, artifact)
    viewer = work.showing.viewer
    assert viewer is not None
    viewer.list_marks(True)
    wait_until(lambda: viewer.pane.picture is not None and viewer.pane.picture.is_whole)
    settled(window)
    yield "viewer without marks", viewer
    for n, form in enumerate(Form):
        spots = default_spots(form, (0.15 * n + 0.1, 0.5), 0.1, 0.2)
        text = LONG if n % 2 or form is Form.TEXT else ""
        assert bridge.run(annotate(there, bridge.new_id, artifact, Mark(form, spots), text))
    settled(window)
    yield "viewer with marks", viewer
    viewer.marking.marked.choose(viewer.marking.marked.all[1].id)
    QTest.keyClick(viewer.pane, Qt.Key.Key_Return)
    settled(window)
    yield "viewer with a mark that is written on", viewer
    viewer.close()
    for _ in Form:
        bridge.undo()
    settled(window)


def verdicts_of(window: Window) -> Iterator[tuple[str, QWidget]]:
    """The window of a verdict on every page: before there is any, revised, signed, and out of date.

    What is given for that is taken back.
    """
    work = window.workspace
    assert work is not None
    bridge, there = work.bridge, work.bridge.contents
    steps = bridge.case.journal.length
    claim = next(each for each in there.items.values() if there.elements_of(each.id))
    work.verdicts.open(claim.id)
    verdicts = work.verdicts.window
    assert verdicts is not None
    verdicts.resize(1100, 900)
    settled(window)
    yield "verdict that is not written", verdicts
    elements = there.elements_of(claim.id)
    found = {elements[0].id: "holds in part"}
    first = Draft("mostly_true", LONG, "likely", "moderate", findings=found)
    give_verdict(bridge.case, claim.id, first)
    give_verdict(bridge.case, claim.id, replace(first, label="true", corrections=LONG))
    sign_off(bridge.case, claim.id, "Tester")
    silent = next(each for each in there.items.values() if each.kind == "media")
    bridge.case.link(silent, "disputes", claim)
    for page in (EVIDENCE, CHANGES, VERSIONS):
        verdicts.turn_to(page)
        settled(window)
        yield f"verdict and its {page}", verdicts
    verdicts.resize(600, 900)
    settled(window)
    for at in range(verdicts.pages.count()):
        verdicts.pages.setCurrentIndex(at)
        settled(window)
        yield f"verdict in little room, page {at}", verdicts
    verdicts.close()
    for _ in range(bridge.case.journal.length - steps):
        bridge.undo()
    settled(window)


def overlays_of(window: Window) -> Iterator[tuple[str, QWidget]]:
    """What is shown over a window with an open case: the palette, and every step of the tour."""
    window.do("palette")
    palette = window.offering.palette
    assert palette is not None
    for words in SOUGHT:
        palette.field.setText(words)
        settled(window)
        yield f"palette for “{words}”", palette
    palette.close()
    window.do("tour")
    tour = window.tour
    assert tour is not None
    while window.tour is not None:
        settled(window)
        yield f"tour, step {tour.step}", window
        tour.mark.wanted.emit(1)

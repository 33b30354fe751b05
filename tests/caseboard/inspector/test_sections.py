"""The parts of a page below its form."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from caseboard.inspector.sections.files import FilesSection
from caseboard.inspector.sections.history import HistorySection
from caseboard.inspector.sections.links import FIRST
from casedb.model.card_face import support
from casedb.model.changes import ChangeSet, Edit
from casedb.model.custody import METADATA
from casedb.model.handling import Fault, Way
from casedb.model.json_value import JsonValue
from casedb.model.records import Item
from casedb.model.values import Values

if TYPE_CHECKING:
    from conftest import Hand

VIDEO = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp42"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def entry_of(menu: QMenu, label: str) -> QAction:
    """The entry of a menu by its label."""
    return next(action for action in menu.actions() if action.text() == label)


# -- links -----------------------------------------------------------------------------------


@pytest.fixture
def claim(hand: Hand) -> Item:
    """A claim with a photograph for it and a denial against it, selected."""
    case = hand.case
    made = case.add("claim", title="The ship left")
    photo = case.add("media", title="Photograph")
    denial = case.add("official_statement", title="Denial")
    case.link(photo, "supports", made)
    case.link(denial, "disputes", made)
    case.link(denial, "denies", made)
    hand.select(made)
    return made


def test_evidence_is_listed_for_and_against(hand: Hand, claim: Item):
    page = hand.page()
    assert page.evidence is not None
    assert [line.row.face.title for line in page.evidence.lines.lines] == ["Photograph", "Denial"]
    assert page.evidence.lines.lines[1].button.accessibleName() == "Against: Denial"
    assert [line.row.heading for line in page.links.lines.lines] == ["Is denied by"]
    assert page.links.isVisible() and not page.evidence.nothing.isVisible()


def test_evidence_is_counted_as_on_the_card_by_items_and_not_by_links(hand: Hand, claim: Item):
    case = hand.case
    note = case.add("note", title="Note")
    element = case.add_element(claim, "place", "Pier")
    links = [case.link(note, "supports", claim), case.link(note, "supports", element)]
    evidence = hand.page().evidence
    assert evidence is not None
    told = support(case.contents, case.contents.items[claim.id])
    aside = evidence.findChild(QLabel, "inspectorAside")
    assert aside is not None
    assert aside.text() == f"{told.pro} for · {told.con} against" == "2 for · 1 against"
    assert {each.id for each in links} <= {line.row.link for line in evidence.lines.lines}
    assert told.pro < sum(line.row.polarity > 0 for line in evidence.lines.lines)


def test_a_press_on_a_link_goes_to_its_other_end(hand: Hand, claim: Item):
    page = hand.page()
    assert page.evidence is not None
    gone: list[str] = []
    hand.panel.go_to.connect(gone.append)
    photo = page.evidence.lines.lines[0].row.other.id
    hand.click(page.evidence.lines.lines[0].button)
    assert gone == [photo] and hand.selection.items == {photo}


def test_the_other_end_is_selected_through_its_card_on_the_same_board(hand: Hand, claim: Item):
    case = hand.case
    card = case.place(claim, x=0, y=0)
    photo = next(item for item in case.contents.items.values() if item.title == "Photograph")
    near = case.place(photo, x=300, y=0)
    case.place(photo, case.add_board("Other board"), x=0, y=0)
    hand.selection.set(cards=[card.id])
    page = hand.page()
    assert page.evidence is not None
    hand.click(page.evidence.lines.lines[0].button)
    assert hand.selection.cards == {near.id}


def test_a_link_is_edited_and_deleted_from_the_list_by_keyboard(hand: Hand, claim: Item):
    page = hand.page()
    assert page.evidence is not None
    line = page.evidence.lines.lines[0]
    assert line.actions_shown == ()
    hand.enter(line.button)
    edit, remove = line.actions_shown
    assert edit.accessibleName() == "Edit the link: For: Photograph"
    hand.press(line.button, Qt.Key.Key_Tab)
    assert edit.hasFocus()
    hand.press(edit, Qt.Key.Key_Tab)
    assert remove.hasFocus()
    links = len(hand.case.contents.links)
    hand.press(remove, Qt.Key.Key_Return)
    assert len(hand.case.contents.links) == links - 1
    assert [line.row.face.title for line in page.evidence.lines.lines] == ["Denial"]
    line = page.evidence.lines.lines[0]
    hand.enter(line.button)
    hand.click(line.actions_shown[0])
    assert hand.selection.links == {line.row.link}


def test_rows_stay_and_take_in_what_changes_at_the_other_end(hand: Hand, claim: Item):
    page = hand.page()
    assert page.evidence is not None
    line = page.evidence.lines.lines[0]
    photo = hand.case.contents.items[line.row.other.id]
    hand.case.set(photo, title="Photograph from the pier")
    hand.case.assess(photo, "credibility", "2")
    assert page.evidence.lines.lines[0] is line
    assert line.button.face.title == "Photograph from the pier"
    assert line.button.face.grade == "?2"


def test_many_links_are_shown_on_request(hand: Hand):
    case = hand.case
    made = case.add("claim", title="The ship left")
    with case.together("Add many"):
        for n in range(FIRST + 5):
            case.link(case.add("note", title=f"Note {n}"), "supports", made)
    hand.select(made)
    page = hand.page()
    assert page.evidence is not None
    lines = page.evidence.lines
    assert len(lines.lines) == FIRST
    more = next(
        each for each in lines.findChildren(QWidget, "inspectorAdd") if each.isVisibleTo(lines)
    )
    assert more.property("text") == f"Show all {FIRST + 5}"
    hand.click(more)
    assert len(lines.lines) == FIRST + 5


def test_a_claim_without_evidence_says_how_to_link(hand: Hand):
    hand.select(hand.case.add("claim", title="The ship left"))
    page = hand.page()
    assert page.evidence is not None
    assert page.evidence.nothing.isVisible()
    assert not page.links.isVisible()


# -- elements --------------------------------------------------------------------------------


def test_an_element_is_added_written_moved_and_removed(hand: Hand):
    claim = hand.case.add("claim", title="The ship left")
    hand.select(claim)
    section = hand.page().elements
    assert section is not None and section.nothing.isVisible()
    section.add("actor")
    section.add("place")
    assert not section.nothing.isVisible()
    first, second = section.lines
    text = second.keeper.editor("text")
    assert text is not None and text.anchor().hasFocus()
    hand.qtbot.keyClicks(text.anchor(), "Pier 4")
    hand.leave()
    assert [each.values.text("text") for each in hand.case.contents.elements_of(claim.id)] == [
        "",
        "Pier 4",
    ]
    assert (second.button.face.lead, second.button.face.title) == ("Place", "Pier 4")
    menu = QMenu()
    second.fill_menu(menu)
    assert not entry_of(menu, "Move down").isEnabled()
    entry_of(menu, "Move up").trigger()
    assert section.lines == [second, first]
    entry_of(menu, "Remove").trigger()
    assert section.lines == [first]
    assert hand.bridge.undo()
    assert [line.button.face.lead for line in section.lines] == ["Place", "Actor"]


def test_a_required_element_without_evidence_is_marked(hand: Hand):
    case = hand.case
    claim = case.add("claim", title="The ship left")
    element = case.add_element(claim, "place", "Pier 4", required=True)
    hand.select(claim)
    section = hand.page().elements
    assert section is not None
    (line,) = section.lines
    assert (line.button.face.aside, line.button.face.aside_token) == ("nothing yet", "warn")
    assert line.button.accessibleName() == "Place: Pier 4, required, nothing yet"
    case.link(case.add("note", title="Seen"), "supports", element)
    assert (line.button.face.aside, line.button.face.aside_token) == ("1 for", "tx3")


def test_an_element_shows_how_much_there_is_and_what_is_wrong_with_it(hand: Hand):
    case = hand.case
    claim = case.add("claim", title="The ship left")
    parts = [case.add_element(claim, each, "") for each in ("actor", "place", "time", "route")]
    debris = case.add("debris_analysis", title="Fragments")
    denial = case.add("official_statement", title="Denial", interest="party")
    photo = case.add("media", title="Photograph")
    for item, part in ((debris, 0), (denial, 1), (denial, 2), (photo, 2)):
        case.link(item, "supports", parts[part])
    hand.select(claim)
    section = hand.page().elements
    assert section is not None
    faces = [line.button.face for line in section.lines]
    assert [each.aside for each in faces] == [
        "beyond its kind",
        "interested only",
        "2 for",
        "nothing yet",
    ]
    assert [each.share for each in faces] == [0.5, 0.5, 1.0, 0.0]
    assert [each.share_token for each in faces] == ["warn", "warn", "ok", "tx3"]
    assert faces[3].tip == "Nothing speaks for it or against it."
    button = section.lines[2].button
    button.resize(button.width(), button.heightForWidth(button.width()))
    picture = button.grab().toImage()
    green = hand.panel.desk.look.theme.colour("ok").rgb()
    across = (picture.pixel(x, y) for y in range(picture.height()) for x in range(picture.width()))
    assert green in set(across)
    wanted = list[str]()
    hand.panel.desk.grid_wanted.connect(wanted.append)
    section.grid_button.click()
    assert wanted == [claim.id]


def test_what_is_typed_into_an_element_is_stored_before_another_claim_is_shown(hand: Hand):
    case = hand.case
    claim = case.add("claim", title="The ship left")
    element = case.add_element(claim, "place", "")
    other = case.add("claim", title="Another")
    hand.select(claim)
    section = hand.page().elements
    assert section is not None
    section.lines[0].open()
    text = section.lines[0].keeper.editor("text")
    assert text is not None
    hand.type(text.anchor(), "Pier 4")
    hand.select(other)
    assert case.contents.elements[element.id].values.text("text") == "Pier 4"
    assert section.lines == []


# -- files -----------------------------------------------------------------------------------


@pytest.fixture
def files(hand: Hand, picture: Path) -> FilesSection:
    """The files of a photograph: a picture, a text, and a picture that is broken."""
    case = hand.case
    photo = case.add("media", title="Photograph")
    case.attach(photo, picture, "From the pier")
    case.attach_bytes(photo, b"words", "words.txt")
    case.attach_bytes(photo, b"\x89PNG\r\n\x1a\nbroken", "broken.png")
    hand.select(photo)
    return hand.page().files


def test_files_are_listed_with_what_they_are(hand: Hand, files: FilesSection, picture: Path):
    first, second, _ = files.lines
    digest = hashlib.sha256(picture.read_bytes()).hexdigest()
    assert first.name.text() == "pier.png"
    assert first.about.text() == f"{picture.stat().st_size} bytes · image/png"
    assert first.digest.text() == f"SHA-256 {digest[:12]}"
    assert second.about.text() == "5 bytes · text/plain"
    hand.click(first.copy_button)
    assert QGuiApplication.clipboard().text() == digest


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"format": "TIFF", "frames": 6, "pages": 4}, "4 pages"),
        ({"format": "GIF", "frames": 4}, "4 pictures"),
        ({"format": "TIFF", "frames": 3, "pages": 1}, ""),
        ({"format": "PNG", "frames": 1}, ""),
    ],
)
def test_a_file_says_how_many_pages_it_has(
    hand: Hand, picture: Path, facts: dict[str, JsonValue], told: str
):
    item = hand.case.add("media", title="Scan")
    hand.case.attach(item, picture)
    (artifact,) = hand.case.contents.artifacts.values()
    known = replace(artifact, values=Values({METADATA: facts}))
    hand.case.run(ChangeSet("Look", (Edit(artifact, known),)))
    hand.select(item)
    (line,) = hand.page().files.lines
    plain = f"{picture.stat().st_size} bytes · image/png"
    assert line.about.text() == (f"{plain} · {told}" if told else plain)


def test_pictures_arrive_and_failures_say_why(hand: Hand, files: FilesSection):
    first, second, third = files.lines
    hand.qtbot.waitUntil(lambda: first.picture.has_picture and bool(third.trouble.text()))
    assert "damaged" in third.trouble.text()
    assert not second.picture.has_picture and second.trouble.text() == ""


def test_a_drawing_that_can_run_is_a_file_and_says_why(hand: Hand):
    photo = hand.case.add("media", title="Drawing")
    hand.case.attach_bytes(photo, b"<svg xmlns='http://www.w3.org/2000/svg'/>", "drawing.svg")
    hand.select(photo)
    (line,) = hand.page().files.lines
    assert "not drawn" in line.trouble.text()
    assert (line.picture.has_picture, line.picture.icon) == (False, "file")


def test_a_caption_is_typed_and_undone(hand: Hand, files: FilesSection):
    caption = files.lines[1].caption
    hand.type(caption.anchor(), "What was said")
    hand.leave()
    attachment = hand.case.contents.attachments[files.lines[1].id]
    assert attachment.caption == "What was said"
    assert hand.bridge.undo()
    assert hand.case.contents.attachments[files.lines[1].id].caption == ""
    assert caption.reply() is not None


def test_where_a_file_comes_from_can_be_written(hand: Hand, files: FilesSection):
    line = files.lines[0]
    hand.click(line.origin_button)
    tool = next(
        each for each in line.findChildren(QWidget) if each.accessibleName() == "Captured with"
    )
    hand.type(tool, "a phone")
    hand.leave()
    assert hand.case.contents.artifacts[line.artifact].values.text("tool") == "a phone"


def test_files_are_moved_and_detached(hand: Hand, files: FilesSection):
    first, second, third = files.lines
    menu = QMenu()
    first.fill_menu(menu)
    assert not entry_of(menu, "Move up").isEnabled()
    entry_of(menu, "Move down").trigger()
    assert files.lines == [second, first, third]
    menu = QMenu()
    first.fill_menu(menu)
    entry_of(menu, "Detach").trigger()
    assert files.lines == [second, third]
    assert first.artifact in hand.case.contents.artifacts
    assert hand.bridge.undo()
    assert len(files.lines) == 3


def test_an_original_is_saved_to_the_byte(
    hand: Hand, files: FilesSection, picture: Path, tmp_path: Path
):
    target = tmp_path / "copy.png"
    named: list[str] = []

    def choose(parent: QWidget | None, name: str) -> Path | None:
        named.append(name)
        return target

    hand.panel.desk.outside.choose_target = choose
    menu = QMenu()
    files.lines[0].fill_menu(menu)
    entry_of(menu, "Save original…").trigger()
    assert named == ["pier.png"]
    assert target.read_bytes() == picture.read_bytes()
    assert files.lines[0].trouble.text() == "Saved to the byte as “copy.png”."
    last = hand.case.custody.events_of(files.lines[0].artifact)[-1]
    assert last.note == "As the original file"


def test_the_custody_of_a_file_is_read_and_copied(hand: Hand, files: FilesSection):
    line = files.lines[1]
    hand.click(line.custody_button)
    assert line.custody is not None and line.custody.isVisible()
    hashed, acquired = (each.text() for each in line.custody.lines)
    assert acquired.startswith("Taken in · ") and "“words.txt”, 5 bytes" in acquired
    assert line.artifact[:12] in hashed and line.artifact not in hashed
    hand.click(line.custody.copy_button)
    copied = QGuiApplication.clipboard().text()
    assert line.artifact in copied and copied.index("Taken in") < copied.index("Hashed")
    hand.bridge.note_export(Way.ORIGINAL, [line.artifact])
    assert line.custody.lines[0].text().startswith("Exported · "), "it follows what happens"
    hand.click(line.custody_button)
    assert not line.custody.isVisible()


def test_a_file_that_failed_its_check_says_so_and_when(hand: Hand, files: FilesSection):
    line, journal = files.lines[1], hand.case.journal
    failed = {line.artifact: Fault.CHANGED}
    hand.case.custody.note_check(journal.length, journal.head, failed, 1)
    assert "UTC. Failed: the bytes are not those that came in." in line.fault.text()
    assert not files.lines[0].fault.isVisible()
    hand.case.custody.note_check(journal.length, journal.head, {})
    assert line.fault.text() == ""


def test_a_folder_that_refuses_is_told(hand: Hand, files: FilesSection, tmp_path: Path):
    hand.panel.desk.outside.choose_target = lambda _parent, _name: tmp_path / "none" / "x.png"
    files.save(files.lines[0])
    assert "could not be written" in files.lines[0].trouble.text()
    assert files.lines[0].trouble.property("tone") == "warn"


def test_bytes_that_are_not_those_that_came_in_are_not_saved(
    hand: Hand, files: FilesSection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    target = tmp_path / "copy.png"
    hand.panel.desk.outside.choose_target = lambda _parent, _name: target

    def pieces(digest: str) -> Iterator[bytes]:
        yield b"other bytes"

    monkeypatch.setattr(hand.case, "artifact_pieces", pieces)
    files.save(files.lines[0])
    assert "not those that came in" in files.lines[0].trouble.text()
    assert not target.exists()


def test_files_that_are_chosen_are_asked_to_be_attached(
    hand: Hand, picture: Path, qtbot: QtBot
) -> None:
    photo = hand.case.add("media", title="Photograph")
    hand.select(photo)
    files = hand.page().files
    hand.panel.desk.outside.choose_files = lambda _parent: []
    with qtbot.assertNotEmitted(hand.panel.attach_wanted):
        hand.click(files.add_button)
    hand.panel.desk.outside.choose_files = lambda _parent: [picture, picture.parent]
    with qtbot.waitSignal(hand.panel.attach_wanted) as told:
        hand.click(files.add_button)
    assert told.args == [photo.id, [picture, picture.parent], False]


def choices(files: FilesSection, at: int) -> dict[str, QAction]:
    """What the menu of a file offers."""
    menu = QMenu(files)
    files.lines[at].fill_menu(menu)
    return {each.text(): each for each in menu.actions()}


def test_a_picture_becomes_the_still_of_a_video_and_leads_its_card(
    hand: Hand, picture: Path, qtbot: QtBot
) -> None:
    film = hand.case.add("media", title="Film", medium="video")
    for name, data in (("film.mp4", VIDEO), ("pier.png", picture.read_bytes())):
        hand.case.attach_bytes(film, data, name)
    hand.select(film)
    files = hand.page().files
    video, still = files.order
    assert "Use as still" not in choices(files, 0)
    assert choices(files, 1)["Use as still"].isEnabled()
    before = hand.entries()
    choices(files, 1)["Use as still"].trigger()
    assert files.order == [still, video] and hand.entries() == before + 1
    assert not choices(files, 0)["Use as still"].isEnabled(), "it is one already"
    hand.bridge.undo()
    assert files.order == [video, still]
    hand.panel.desk.outside.choose_files = lambda _parent: [picture, picture]
    with qtbot.waitSignal(hand.panel.attach_wanted) as told:
        choices(files, 0)["Add a still…"].trigger()
    assert told.args == [film.id, [picture], True]
    assert "Add a still…" not in choices(files, 1)


def test_a_document_has_no_still(hand: Hand, picture: Path) -> None:
    paper = hand.case.add("document", title="Paper")
    hand.case.attach(paper, picture)
    hand.select(paper)
    assert "Use as still" not in choices(hand.page().files, 0)


# -- judgements, history, what is not declared ------------------------------------------------


def test_judgements_are_read_only_and_the_newest_comes_first(hand: Hand):
    case = hand.case
    claim = case.add("claim", title="The ship left")
    hand.select(claim)
    page = hand.page()
    assert page.assessments.isVisible() and page.assessments.lines == []
    case.assess(claim, "confidence", "low")
    case.assess(claim, "likelihood", "likely", body=Values({"rationale": "Two photographs"}))
    assert page.assessments.isVisible()
    newest, oldest = (
        [label.text() for label in line.findChildren(QLabel)] for line in page.assessments.lines
    )
    assert newest[:4] == ["Likelihood", "Likely", "55 to 80 %", "Two photographs"]
    assert newest[4].startswith("tester · 20")
    assert oldest[:2] == ["Confidence", "Low"]


def test_the_history_shows_each_stretch_of_typing_once(hand: Hand):
    item, editor = hand.show("device", "media", title="A title")
    history = hand.page().history
    for word in ("Phone", " of", " a witness"):
        hand.type(editor.anchor(), word)
        hand.pause()
    lines = [label.text() for label in history.labels if label.isVisible()]
    assert len(lines) == 2
    assert lines[0].startswith(f"#{hand.entries()} Edit device · ")
    hand.bridge.undo()
    newest = history.labels[0].text()
    assert newest.startswith(f"#{hand.entries()} Undo: Edit device · ")
    assert "tester" in history.labels[0].toolTip()
    assert item.id in hand.case.contents.items


def test_the_history_of_an_item_tells_of_its_files_and_grades(hand: Hand):
    item = hand.item("media", title="Pier")
    hand.select(item)
    hand.case.attach_bytes(item, b"bytes", "pier.txt")
    hand.case.assess(item, "credibility", "2")
    hand.page().history.refresh()
    told = [label.text() for label in hand.page().history.labels if not label.isHidden()]
    assert [each.partition(" · ")[0].partition(" ")[2] for each in told][:2] == [
        "Record credibility",
        "Attach file",
    ]


def test_a_section_of_history_of_nothing_is_not_there(hand: Hand):
    section = HistorySection(hand.panel.desk)
    section.refresh()
    assert section.isHidden()


def test_values_of_a_newer_version_are_shown_and_kept(hand: Hand):
    item = hand.item("claim", title="A title", mood="calm\u202e", angle={"deg": 4})
    hand.select(item)
    others = hand.page().others
    assert others.isVisible()
    assert [label.text() for label in others.labels] == ["mood: calm⟨RLO⟩", 'angle: {"deg": 4}']
    title = hand.editor("title").anchor()
    hand.clear(title)
    hand.type(title, "New")
    hand.leave()
    assert hand.stored(item, "angle") == {"deg": 4}
    assert hand.stored(item, "mood") == "calm\u202e"

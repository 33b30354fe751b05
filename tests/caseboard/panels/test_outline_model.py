"""The outline as a model: every record in its place, and work only where something changed."""

from __future__ import annotations

import gc
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseboard.dropping import read
from caseboard.panels import outline_model, outline_nodes, outline_tree
from caseboard.panels.outline import OutlinePanel
from caseboard.panels.outline_model import OutlineModel
from caseboard.panels.outline_nodes import Node, Sort
from caseboard.panels.outline_row import Row
from caseboard.panels.rows_model import Role
from caseboard.theme import theme
from casedb.model.changes import Edit
from casedb.model.records import Element, Item, Link, Ref, Source
from casedb.model.values import Values

if TYPE_CHECKING:
    from conftest import Stage

Show = Callable[[QWidget, int, int], None]
Listed = list[tuple[str, str, int, "Listed"]]


PAGE, BULK = 10, 6
"""Small, as Qt looks through a whole model after every step of it."""


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders show few rows at first, and few make the outline start anew."""
    monkeypatch.setattr(outline_nodes, "PAGE", PAGE)
    monkeypatch.setattr(outline_model, "PAGE", PAGE)
    monkeypatch.setattr(outline_model, "BULK", BULK)


@pytest.fixture
def new_model(small_pages: None, stage: Stage) -> Callable[[], OutlineModel]:
    """Makes models that Qt watches and that follow the case."""
    kept: list[object] = []

    def make() -> OutlineModel:
        model = OutlineModel(stage.bridge)
        watched = QAbstractItemModelTester.FailureReportingMode.Fatal
        kept.extend([model, QAbstractItemModelTester(model, watched)])
        stage.bridge.changed.connect(model.take)
        return model

    return make


def listed(model: OutlineModel, parent: QModelIndex | None = None) -> Listed:
    """Every row: (sort, title, polarity, rows below)."""
    rows: Listed = []
    parent = parent or QModelIndex()
    for at in range(model.rowCount(parent)):
        index = model.index(at, 0, parent)
        row = row_at(index)
        rows.append((row.sort.name, row.title, row.polarity, listed(model, index)))
    return rows


def row_at(index: QModelIndex) -> Row:
    row = index.data(Role.ROW)
    assert isinstance(row, Row)
    return row


def titles(model: OutlineModel, *path: int) -> list[str]:
    """The titles of the rows below a row."""
    return [title for _, title, _, _ in listed(model, index_at(model, *path))]


def telling(model: OutlineModel) -> list[QModelIndex]:
    """The rows that the model says have changed, from now on."""
    told: list[QModelIndex] = []

    def note(first: QModelIndex) -> None:
        told.append(first)

    model.dataChanged.connect(note)
    return told


def index_at(model: OutlineModel, *path: int) -> QModelIndex:
    index = QModelIndex()
    for row in path:
        index = model.index(row, 0, index)
    return index


def test_an_empty_case_has_no_rows(new_model: Callable[[], OutlineModel]):
    assert new_model().rowCount() == 0


def test_records_stand_in_their_groups(stage: Stage, new_model: Callable[[], OutlineModel]):
    model = new_model()
    for kind in ("note", "entity", "event", "document", "satellite_image", "claim"):
        stage.item(kind, kind)
    stage.source("A ministry")
    assert titles(model) == ["Claims", "Evidence", "Events", "Entities", "Notes", "Sources"]
    assert titles(model, 1) == ["Satellite images", "Documents"]
    assert titles(model, 1, 1) == ["document"]
    assert titles(model, 5) == ["A ministry"]
    assert listed(model) == listed(OutlineModel(stage.bridge))


def test_a_kind_of_a_newer_version_has_a_place(stage: Stage, new_model: Callable[[], OutlineModel]):
    model = new_model()
    stage.item("radio_intercept", "A voice")
    assert titles(model) == ["Other kinds"]
    assert titles(model, 0) == ["A voice"]


def test_a_group_goes_with_its_last_row(stage: Stage, new_model: Callable[[], OutlineModel]):
    model = new_model()
    kept = stage.item("claim")
    gone = stage.item("document")
    assert titles(model) == ["Claims", "Evidence"]
    stage.remove(gone)
    assert titles(model) == ["Claims"]
    stage.remove(kept)
    assert titles(model) == []


def test_counts_are_those_of_all_rows_below(stage: Stage, new_model: Callable[[], OutlineModel]):
    model = new_model()
    for kind in ("document", "document", "media"):
        stage.item(kind)
    assert row_at(index_at(model, 0)).note == "3"
    assert row_at(index_at(model, 0, 0)).note == "2"


def test_events_stand_by_date_and_undated_ones_last(
    stage: Stage, new_model: Callable[[], OutlineModel]
):
    model = new_model()
    dated = {"stated": "2024-01-02", "edtf": "2024-01-02", "zone": "unknown"}
    stage.item("event", "Undated")
    late = stage.item("event", "Strike", happened=dated)
    stage.item("event", "Visit", happened={**dated, "stated": "2023-09", "edtf": "2023-09"})
    assert titles(model, 0) == ["Visit", "Strike", "Undated"]
    assert row_at(index_at(model, 0, 1)).note == "2 Jan 2024"
    stage.set(late, happened={**dated, "stated": "2022", "edtf": "2022"})
    assert titles(model, 0) == ["Strike", "Visit", "Undated"]


def test_a_date_that_is_not_understood_does_no_harm(
    stage: Stage, new_model: Callable[[], OutlineModel]
):
    model = new_model()
    stage.item("event", "Strike", happened="some day")
    assert titles(model, 0) == ["Strike"]


def test_names_stand_by_the_alphabet(stage: Stage, new_model: Callable[[], OutlineModel]):
    model = new_model()
    for name in ("Österreich", "beta", "Alpha"):
        stage.source(name)
    gamma = stage.item("entity", "Gamma")
    stage.item("entity", "delta")
    assert titles(model, 1) == ["Alpha", "beta", "Österreich"]
    assert titles(model, 0) == ["delta", "Gamma"]
    stage.set(gamma, title="Beta")
    assert titles(model, 0) == ["Beta", "delta"]


def test_what_speaks_to_a_claim_stands_below_it(
    stage: Stage, new_model: Callable[[], OutlineModel]
):
    model = new_model()
    claim = stage.item("claim", "The claim")
    against, pro, context = (stage.item("document", title) for title in ("No", "Yes", "Hm"))
    stage.link(against, "disputes", claim)
    stage.link(context, "bears_on", claim)
    assert titles(model, 0, 0) == ["No"]
    # Whoever looked at the claim is told of what comes later, also through an element of it.
    element = stage.element(claim)
    link = stage.link(pro, "supports", element)
    assert titles(model, 0, 0) == ["Yes", "No"]
    row = row_at(index_at(model, 0, 0))
    assert (row.pro, row.con) == (1, 1)
    assert [row_at(index_at(model, 0, 0, n)).polarity for n in (0, 1)] == [1, -1]
    # The element goes, and with it the link to it.
    stage.remove(link, element)
    assert titles(model, 0, 0) == ["No"]
    assert listed(model) == listed(OutlineModel(stage.bridge))


def test_a_link_that_changes_its_type_changes_sides(
    stage: Stage, new_model: Callable[[], OutlineModel]
):
    model = new_model()
    claim, document = stage.item("claim"), stage.item("document", "Report")
    link = stage.link(document, "supports", claim)
    assert row_at(index_at(model, 0, 0, 0)).polarity == 1
    stage.run(Edit(link, Link(link.id, "disputes", link.start, link.end)))
    assert row_at(index_at(model, 0, 0, 0)).polarity == -1
    assert model.rowCount(index_at(model, 0, 0)) == 1


def test_rows_that_are_all_made_anew_let_go_of_the_old_ones_at_once(
    stage: Stage, new_model: Callable[[], OutlineModel], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nodes() -> int:
        return sum(type(each) is Node for each in gc.get_objects())

    stage.add(stage.new("note", "A"))
    gc.collect()
    before = nodes()
    model = new_model()
    made = nodes() - before
    monkeypatch.setattr(outline_model, "BULK", 0)
    monkeypatch.setattr(outline_model, "SMALL_PART", 1 << 20)
    for title in "BCD":
        stage.add(stage.new("note", title))
    assert titles(model, 0) == ["A", "B", "C", "D"]
    assert nodes() - before == made + 3


def test_a_new_title_is_told_wherever_the_item_stands(
    stage: Stage, new_model: Callable[[], OutlineModel]
):
    model = new_model()
    claim, document = stage.item("claim"), stage.item("document", "Report")
    stage.link(document, "supports", claim)
    assert titles(model, 0, 0) == ["Report"]
    told = telling(model)
    stage.set(document, title="Another report")
    assert [row_at(index).title for index in told] == ["Another report", "Another report"]


def test_a_board_that_stands_on_another_is_called_as_it_is_now(
    stage: Stage, new_model: Callable[[], OutlineModel]
):
    model = new_model()
    board = stage.bridge.contents.boards[0]
    stage.run(Edit(None, Item("i", "board_card", Values({"board": board.id}))))
    assert titles(model) == ["Boards"] and titles(model, 0) == [board.title]
    told = telling(model)
    stage.run(Edit(board, replace(board, title="The pier")))
    assert [row_at(index).title for index in told] == ["The pier"]


def test_items_on_no_board_are_marked(stage: Stage, new_model: Callable[[], OutlineModel]):
    model = new_model()
    item = stage.item("claim")
    assert row_at(index_at(model, 0, 0)).is_loose
    card = stage.place(item)
    assert not row_at(index_at(model, 0, 0)).is_loose
    told = telling(model)
    stage.remove(card)
    assert row_at(index_at(model, 0, 0)).is_loose
    assert told == [index_at(model, 0, 0)]


def test_rows_say_all_they_show(stage: Stage, new_model: Callable[[], OutlineModel]):
    model = new_model()
    claim, document = stage.item("claim", "It was fired"), stage.item("document", "Report")
    stage.link(document, "supports", claim)
    stage.source("A ministry")

    def spoken(*path: int) -> str:
        return str(index_at(model, *path).data(Qt.ItemDataRole.AccessibleTextRole))

    assert spoken(0) == "Claims, 1"
    assert spoken(0, 0) == "Claim: It was fired, 1 for, 0 against, not on a board"
    assert spoken(0, 0, 0) == "Document: For: Report"
    assert spoken(1, 0) == "Documents, 1"
    assert spoken(2, 0) == "Source: A ministry"


def test_mark_up_in_a_title_stays_text(stage: Stage, new_model: Callable[[], OutlineModel]):
    model = new_model()
    stage.item("claim", '<img src="file:///etc/passwd">\u202egpj')
    index = index_at(model, 0, 0)
    assert row_at(index).title == '<img src="file:///etc/passwd">⟨RLO⟩gpj'
    tip = str(index.data(Qt.ItemDataRole.ToolTipRole))
    assert "<img" not in tip
    assert "&lt;img" in tip


def test_dragged_rows_carry_items_each_once(stage: Stage, new_model: Callable[[], OutlineModel]):
    model = new_model()
    claim, document = stage.item("claim"), stage.item("document")
    stage.link(document, "supports", claim)
    stage.source("A ministry")
    rows = [index_at(model, *path) for path in ((0, 0), (0, 0, 0), (1, 0, 0), (2, 0))]
    assert read(model.mimeData(rows)).items == (claim.id, document.id)
    flags = [model.flags(index) for index in rows]
    assert [bool(each & Qt.ItemFlag.ItemIsDragEnabled) for each in flags] == [True] * 3 + [False]


def test_a_long_folder_shows_a_page_and_then_more(
    stage: Stage, new_model: Callable[[], OutlineModel]
):
    stage.add(*(stage.new("note", f"Note {n:04}") for n in range(2 * PAGE + 1)))
    model = new_model()
    notes = index_at(model, 0)
    assert model.rowCount(notes) == PAGE + 1
    more = model.index(PAGE, 0, notes)
    assert row_at(more).title == f"{PAGE} more of {PAGE + 1}"
    folder = model.node_at(notes)
    assert folder is not None
    model.show_page(folder)
    assert model.rowCount(notes) == 2 * PAGE + 1
    assert row_at(model.index(2 * PAGE, 0, notes)).title == "1 more"
    model.show_page(folder)
    assert model.rowCount(notes) == 2 * PAGE + 1
    assert row_at(model.index(2 * PAGE, 0, notes)).title == f"Note {2 * PAGE:04}"


def test_rows_behind_the_page_come_and_go_unseen(
    stage: Stage, new_model: Callable[[], OutlineModel]
):
    stage.add(*(stage.new("note", f"Note {n:04}") for n in range(PAGE + 2)))
    model = new_model()
    notes = index_at(model, 0)
    told = telling(model)
    added = stage.item("note", "The newest")
    assert [row_at(index).title for index in told] == ["3 more", "Notes"]
    assert model.rowCount(notes) == PAGE + 1
    assert row_at(model.index(PAGE, 0, notes)).title == "3 more"
    node = model.node_of(added.id)
    assert node is not None
    assert not model.index_of(node).isValid()
    assert row_at(model.reveal(node)).title == "The newest"
    assert model.rowCount(notes) == PAGE + 3
    for note in list(stage.contents.items.values())[PAGE:]:
        stage.remove(note)
    assert model.rowCount(notes) == PAGE


def test_a_page_that_empties_is_filled_again(stage: Stage, new_model: Callable[[], OutlineModel]):
    stage.add(*(stage.new("note", f"Note {n:04}") for n in range(PAGE + BULK)))
    model = new_model()
    notes = list(stage.contents.items.values())
    for at in range(0, PAGE, 5):
        stage.remove(*notes[at : at + 5])
    assert model.rowCount(index_at(model, 0)) == BULK
    assert listed(model) == listed(OutlineModel(stage.bridge))


def test_many_rows_at_once_are_one_reset(stage: Stage, new_model: Callable[[], OutlineModel]):
    model = new_model()
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    stage.add(*(stage.new("note") for _ in range(BULK)))
    assert not resets
    stage.add(*(stage.new("note") for _ in range(BULK + 1)))
    assert resets == [1]
    assert listed(model) == listed(OutlineModel(stage.bridge))


def test_a_small_part_of_many_rows_is_followed_one_by_one(
    stage: Stage, new_model: Callable[[], OutlineModel], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(outline_model, "SMALL_PART", 2)
    stage.add(*(stage.new("note") for _ in range(8 * BULK)))
    model = new_model()
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    made = [stage.new("note", f"Note {n}") for n in range(3 * BULK)]
    stage.add(*made)
    stage.remove(*made)
    assert not resets
    assert listed(model) == listed(OutlineModel(stage.bridge))


@pytest.mark.parametrize("seed", range(6))
def test_following_leads_where_building_anew_does(
    stage: Stage, new_model: Callable[[], OutlineModel], seed: int
):
    chance = random.Random(seed)
    model = new_model()
    for _ in range(50):
        change_something(stage, chance)
        listed(model)
        listed(fresh := OutlineModel(stage.bridge))
        assert whole(model) == whole(fresh)


def whole(model: OutlineModel) -> object:
    """Every row, also those behind a page."""
    first = model.node_at(model.index(0, 0))
    return below(first.parent) if first is not None and first.parent is not None else []


def below(node: Node) -> object:
    return [
        (each.sort, each.id, each.polarity, below(each) if each.children is not None else None)
        for each in node.children or ()
    ]


def change_something(stage: Stage, chance: random.Random) -> None:
    contents = stage.contents
    items = list(contents.items.values())
    claims = [item for item in items if item.kind == "claim"]
    kinds = ("claim", "claim", "document", "media", "event", "entity", "note", "of_tomorrow")
    match chance.randrange(8):
        case 0 | 1:
            stage.item(chance.choice(kinds), f"Title {chance.randrange(9)}")
        case 2 if items:
            stage.set(chance.choice(items), title=f"Title {chance.randrange(9)}")
        case 3 if items:
            item = chance.choice(items)
            links = {each.id: each for each in contents.links_at(item.id)}
            elements = contents.elements_of(item.id)
            for element in elements:
                links |= {each.id: each for each in contents.links_at(element.id)}
            stage.remove(*links.values(), *elements, *contents.cards_of(item.id), item)
        case 4 if claims:
            claim = chance.choice(claims)
            target = chance.choice([claim, stage.element(claim)])
            stage.link(chance.choice(items), chance.choice(("supports", "disputes")), target)
        case 5 if contents.links:
            stage.remove(chance.choice(list(contents.links.values())))
        case 6:
            stage.source(f"Source {chance.randrange(9)}")
        case 7 if items:
            item = chance.choice(items)
            changed = Item(item.id, chance.choice(kinds[2:]), item.values)
            if item.kind != "claim":
                stage.run(Edit(item, changed))
        case _:
            pass


# -- work ------------------------------------------------------------------------------------


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Counts how often the model places an item, gathers evidence or makes a row."""
    counted: Counter[str] = Counter()

    def count(name: str, do: Callable[..., object]) -> Callable[..., object]:
        def counting(*given: object) -> object:
            counted[name] += 1
            return do(*given)

        return counting

    for name in ("item_key", "source_key", "mentions_of", "claim_spoken_to"):
        for module in (outline_model, outline_tree):
            if hasattr(module, name):
                monkeypatch.setattr(module, name, count(name, getattr(outline_nodes, name)))
    start = outline_nodes.Node.__init__

    def starting(*given: object, **named: object) -> None:
        counted["rows"] += 1
        start(*given, **named)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(outline_nodes.Node, "__init__", starting)
    return counted


def test_an_edit_among_ten_thousand_items_costs_what_it_changed(stage: Stage, work: Counter[str]):
    items = [stage.new(("claim", "document", "note", "event")[n % 4]) for n in range(10_000)]
    links = [
        Link(stage.new_id(), "supports", Ref.item(items[n + 1].id), Ref.item(items[n].id))
        for n in range(0, 10_000, 4)
    ]
    sources = [Source(stage.new_id(), Values({"name": f"Source {n}"})) for n in range(1_000)]
    stage.add(*items, *links, *sources)
    model = OutlineModel(stage.bridge)
    stage.bridge.changed.connect(model.take)
    claims = index_at(model, 0)
    for row in range(model.rowCount(claims)):
        model.rowCount(model.index(row, 0, claims))
    told = telling(model)

    def cost(do: Callable[[], object]) -> int:
        work.clear()
        told.clear()
        do()
        return sum(work.values()) + len(told)

    claim, document = items[0], items[1]
    assert cost(lambda: stage.set(document, title="Another title")) <= 4
    assert cost(lambda: stage.set(claim, title="Another title")) <= 4
    assert cost(lambda: stage.item("document")) <= 6
    assert cost(lambda: stage.remove(items[-1])) <= 6
    assert cost(lambda: stage.place(claim)) <= 4
    assert cost(lambda: stage.link(items[5], "disputes", claim)) <= 8
    moved = stage.place(document)
    assert cost(lambda: stage.run(Edit(moved, replace(moved, x=9.0)))) == 0


def test_an_edit_asks_the_model_only_for_rows_that_are_seen(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, show: Show
):
    asked: Counter[str] = Counter()
    for name in ("data", "index", "rowCount"):
        real = getattr(OutlineModel, name)

        def asking(*given: object, real: Callable[..., object] = real, name: str = name) -> object:
            asked[name] += 1
            return real(*given)

        monkeypatch.setattr(OutlineModel, name, asking)
    stage.add(*(stage.new("document", f"Report {n}") for n in range(10_000)))
    panel = OutlinePanel(stage.bridge, stage.selection, theme("light"))
    show(panel, 260, 480)
    kind = panel.model.folder(Sort.KIND, "document")
    assert kind is not None
    panel.view.expand(panel.model.index_of(kind))
    qtbot.wait(20)
    first = next(iter(stage.contents.items.values()))
    asked.clear()
    stage.set(first, title="Another title")
    qtbot.wait(20)
    assert 0 < asked["data"] < 200
    assert asked["index"] < 200
    asked.clear()
    stage.item("document", "One more")
    qtbot.wait(20)
    # A new row makes the tree lay out what is shown of the folder, which is a page at most.
    assert asked["index"] < 4 * outline_nodes.PAGE
    assert asked["data"] < 200


def test_elements_without_a_claim_in_the_case_are_harmless(
    stage: Stage, new_model: Callable[[], OutlineModel]
):
    model = new_model()
    claim = stage.item("claim")
    element = stage.element(claim)
    document = stage.item("document")
    link = stage.link(document, "supports", element)
    assert model.rowCount(index_at(model, 0, 0)) == 1
    stage.remove(link, element, claim)
    assert titles(model) == ["Evidence"]
    assert isinstance(element, Element)

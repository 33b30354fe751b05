"""A card becomes one of another kind, and everything that shows it follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QMenu

from caseboard.dialogs.ask_kind import AskKind
from caseboard.inspector.pages.item_page import ItemPage
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from screens import settled

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def work(open_window: Callable[[], Window], tmp_path: Path) -> Workspace:
    path = tmp_path / "harbour.caseboard"
    with Case.create(path, "Harbour") as case:
        scene, claim = case.add("media", title="Scene"), case.add("claim", title="It sailed")
        case.add("media", title="Pier")
        case.place(scene, x=0, y=0)
        case.place(claim, x=400, y=0)
        case.link(scene, "supports", claim)
    window = open_window()
    assert window.open_case(path) and window.workspace is not None
    settled(window)
    return window.workspace


def outline(work: Workspace) -> set[str]:
    """Every row of the outline with what it stands below."""
    model = work.outline.view.model()

    def below(index: QModelIndex, path: str) -> Iterator[str]:
        for row in range(model.rowCount(index)):
            child = model.index(row, 0, index)
            here = f"{path}{child.data()}"
            yield here
            yield from below(child, f"{here} > ")

    return set(below(QModelIndex(), ""))


def window_of(work: Workspace) -> Window:
    window = work.window()
    assert isinstance(window, Window)
    return window


def answer(monkeypatch: pytest.MonkeyPatch, kind: str) -> list[str]:
    """Have the question for a kind answered; what was left out of it comes back."""
    asked: list[str] = []

    def choose(parent: object, on_desktop: QPoint, but: str) -> str:
        asked.append(but)
        return kind

    monkeypatch.setattr(AskKind, "ask_other", choose)
    return asked


def test_a_picture_becomes_a_satellite_image_where_it_stands(
    work: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = work.bridge.contents
    scene = next(each for each in contents.items.values() if each.title == "Scene")
    work.outline.order_by("kinds")
    settled(window_of(work))
    before = outline(work)
    work.selection.set(cards=[contents.cards_of(scene.id)[0].id])
    work.selection.settle()
    asked = answer(monkeypatch, "satellite_image")
    window_of(work).do("change_kind")
    settled(window_of(work))
    assert asked == ["media"] and contents.items[scene.id].kind == "satellite_image"
    page = work.inspector.page
    assert isinstance(page, ItemPage) and page.kind.name == "satellite_image"
    face = work.canvas.scene.cards.faces.of(scene.id)
    assert face is not None and face.kind == "satellite_image"
    shown = outline(work)
    assert any(each.endswith("Satellite images > Scene") for each in shown)
    assert not any(each.endswith("Media > Scene") for each in shown)
    work.undo()
    settled(window_of(work))
    assert outline(work) == before
    page = work.inspector.page
    assert isinstance(page, ItemPage) and page.kind.name == "media"


def test_the_menu_of_the_page_offers_it_and_a_refusal_is_told(
    work: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = work.bridge.contents
    claim = next(each for each in contents.items.values() if each.kind == "claim")
    work.selection.set(items=[claim.id])
    work.selection.settle()
    page = work.inspector.page
    assert isinstance(page, ItemPage)
    menu = QMenu()
    page.fill_menu(menu)
    entry = next(each for each in menu.actions() if "another kind" in each.text())
    answer(monkeypatch, "note")
    entry.trigger()
    assert contents.items[claim.id].kind == "claim"
    assert "Give that link another type first" in work.toast.failures[-1]

"""What the list of sources asks for, carried out in a window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.dialogs.ask_source import AskSource
from caseboard.panels.sources import SourcesPanel
from caseboard.selection import Selection
from caseboard.sourcing import Sourcing
from caseboard.theme import theme
from caseboard.toast import Toast

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def sourcing(bridge: CaseBridge, qtbot: QtBot) -> Iterator[Sourcing]:
    """The sources of a fresh case in a window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 700)
    panel = SourcesPanel(bridge, Selection(window), theme("light"), window)
    panel.resize(300, 700)
    made = Sourcing(
        *(bridge, panel._selection, panel),  # pyright: ignore[reportPrivateUsage]
        *(Toast(theme("light"), window), window),
    )
    window.show()
    qtbot.waitExposed(window)
    yield made


def panel_of(sourcing: Sourcing) -> SourcesPanel:
    window = sourcing.parent()
    assert window is not None
    (panel,) = window.findChildren(SourcesPanel)
    return panel


def test_a_new_source_is_selected_and_named_where_it_stands(
    sourcing: Sourcing, bridge: CaseBridge
) -> None:
    panel = panel_of(sourcing)
    panel.new_wanted.emit("Harbour office")
    (made,) = bridge.contents.sources.values()
    assert made.name == "Harbour office" and panel.view.state() is not panel.view.State.EditingState
    panel.new_wanted.emit("")
    assert panel.view.state() is panel.view.State.EditingState
    assert [each.name for each in bridge.contents.sources.values()] == ["Harbour office", ""]


def test_merging_asks_which_is_kept_and_says_what_would_go(
    sourcing: Sourcing, bridge: CaseBridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, panel = bridge.case, panel_of(sourcing)
    kept = case.add_source("Ministry", country="Norway")
    gone = case.add_source("The ministry", country="Sweden", protected=True)
    item = case.add("document", title="Bill", source=gone)
    panel.renew()
    asked: list[tuple[str, str, str]] = []

    def answer(_: object, at: object, title: str, told: list[tuple[str, str, str]]) -> str:
        asked.extend(told)
        return kept.id

    monkeypatch.setattr(AskSource, "ask", answer)
    panel.view.selectAll()
    panel.merge_button.click()
    assert {each[0] for each in asked} == {kept.id, gone.id}
    assert all("of the others goes: Country" in each[2] for each in asked)
    assert "The ministry" not in {each[1] for each in asked}
    assert list(bridge.contents.sources) == [kept.id]
    assert bridge.contents.items[item.id].values["source"] == kept.id
    bridge.undo()
    assert set(bridge.contents.sources) == {kept.id, gone.id}


def test_nothing_is_merged_where_nobody_answers_or_it_is_refused(
    sourcing: Sourcing, bridge: CaseBridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = bridge.case
    top = case.add_source("Top")
    between = case.add_source("Between", owner=top)
    low = case.add_source("Low", owner=between)

    def dismissed(*_: object) -> None:
        pass

    monkeypatch.setattr(AskSource, "ask", dismissed)
    sourcing.ask_and_merge([top.id, low.id])
    failed: list[str] = []
    bridge.failed.connect(failed.append)
    assert not sourcing.merge(low.id, [top.id, low.id])
    assert len(bridge.contents.sources) == 3 and "by way of a third" in failed[0]

"""`Bars`: what the title, the menus and the bars around an open case say of it, kept true."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow

from caseboard.availability import missing_in_case, missing_in_selection, missing_without_case
from caseboard.bridge import CaseBridge
from caseboard.menus import Menus
from caseboard.status_bar import StatusBar
from caseboard.titles import shown_title
from caseboard.top_bar import TopBar
from caseboard.workspace import Workspace
from casedb.history import Step
from casedb.model.labels import label_in_words
from casedb.words import say


class Bars:
    """Follows one open case at a time."""

    def __init__(
        self, window: QMainWindow, menus: Menus, top_bar: TopBar, status: StatusBar
    ) -> None:
        self._window = window
        self._menus = menus
        self._top_bar = top_bar
        self._status = status
        self._workspace: Workspace | None = None

    def follow(self, workspace: Workspace) -> None:
        """Say from now on what is so in a case."""
        self._workspace = workspace
        workspace.state_changed.connect(self.show_state)
        workspace.selection.changed.connect(self._show_selection)
        workspace.inspector.saving_changed.connect(self._show_saved)
        workspace.tool_taken.connect(self._top_bar.show_tool)
        workspace.hinted.connect(self._status.hint)
        workspace.looking.changed.connect(self._show_sight)

    def let_go(self) -> None:
        """Follow the case no more."""
        workspace, self._workspace = self._workspace, None
        if workspace is not None:
            workspace.state_changed.disconnect(self.show_state)
            workspace.selection.changed.disconnect(self._show_selection)
            workspace.inspector.saving_changed.disconnect(self._show_saved)

    def show_state(self) -> None:
        """Say what is so now, or that there is no case."""
        workspace = self._workspace
        if workspace is None:
            self._menus.enable(missing_without_case())
            self._window.setWindowTitle("Caseboard")
            return
        bridge = workspace.bridge
        undo, redo = bridge.case.undo_step, bridge.case.redo_step
        self._menus["undo"].setText(_undo_text(undo))
        self._menus["redo"].setText(_redo_text(redo))
        self._menus.enable(
            missing_in_case(_refusal(bridge), can_undo=undo is not None, can_redo=redo is not None)
        )
        title = shown_title(bridge.case.title)
        self._window.setWindowTitle(f"{title} – Caseboard")
        self._top_bar.setVisible(True)
        self._top_bar.show_case(title, workspace.tabs)
        self._top_bar.show_refusal(_refusal(bridge))
        self._status.show_case(bridge)
        if (then := workspace.back_then.contents) is not None:
            self._status.show_past(then, workspace.back_then.seq)
        self._show_saved()
        self._show_selection()

    def _show_saved(self) -> None:
        work = self._workspace
        if work is not None:
            self._status.show_saved(work.bridge, work.inspector.saving, is_sound=work.is_sound)

    def _show_selection(self) -> None:
        # Apart from `show_state`: a marquee changes the selection with every move of the mouse,
        # and the steps to undo are looked up in the file.
        workspace = self._workspace
        if workspace is None:
            return
        now = workspace.selection.now
        self._menus.enable(missing_in_selection(_refusal(workspace.bridge), now))
        # A link lies on no board that it could be taken off: it goes from the case.
        is_links_alone = bool(now.links) and not (now.cards or now.frames)
        self._menus["remove"].setText(
            say("&Delete link", "&Delete links", n=len(now.links))
            if is_links_alone
            else say("Take &off the board")
        )
        self._status.show_selection(workspace.selection)
        self._show_sight()

    def _show_sight(self) -> None:
        if self._workspace is not None:
            self._status.show_sight(self._workspace.looking.sentence)


def _refusal(bridge: CaseBridge) -> str:
    return bridge.refusal if bridge.read_only else ""


def _undo_text(step: Step | None) -> str:
    return say("&Undo") if step is None else say("&Undo {step}", step=_in_menu(step))


def _redo_text(step: Step | None) -> str:
    return say("&Redo") if step is None else say("&Redo {step}", step=_in_menu(step))


def _in_menu(step: Step) -> str:
    return label_in_words(step.label).replace("&", "&&")

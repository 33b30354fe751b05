"""`Questions`: what is asked about an open case before something is done, and told about it after."""

from __future__ import annotations

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from caseboard import asking, exports
from caseboard.dialogs.add_address import AddAddress
from caseboard.dialogs.ask_board import AskBoard
from caseboard.dialogs.export_dialog import ExportDialog
from caseboard.dialogs.expunge_dialog import ExpungeDialog
from caseboard.dialogs.message import Confirm, Message
from caseboard.dialogs.picture_dialog import PictureDialog
from caseboard.dialogs.saved_views import SavedViews
from caseboard.dialogs.verify_report import VerifyReport
from caseboard.dialogs.work_progress import WorkProgress
from caseboard.expunging import expunge
from caseboard.picture import Picture
from caseboard.selection import Selected
from caseboard.titles import shown_title
from caseboard.workspace import Workspace
from casedb.capture import can_be_captured, capture_of
from casedb.model.custody import is_expunged
from casedb.model.records import Artifact
from casedb.report import Report
from casedb.words import say


class Questions:
    """Asks above a window. Every question is about the case that is given to it."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def copy(self, workspace: Workspace) -> None:
        """Ask where a copy of the case is to be written, and write it."""
        path = asking.copy_of_case(self._parent)
        if path is not None:
            workspace.exporting.save_copy(path)

    def export(self, workspace: Workspace) -> None:
        """Ask how the board is to be drawn and where to, and draw it."""
        workspace.inspector.flush()
        picture = PictureDialog.ask(self._parent, workspace.exporting.question)
        if picture is not None:
            self._draw(workspace, picture)

    def export_again(self, workspace: Workspace) -> None:
        """Draw the board once more as last time; where it goes is asked when that is not known."""
        workspace.inspector.flush()
        if not workspace.exporting.write_again():
            self._draw(workspace, workspace.exporting.last)

    def _draw(self, workspace: Workspace, picture: Picture) -> None:
        title = workspace.bridge.contents.board(workspace.board_id).title
        path = asking.export_file(self._parent, exports.file_name(title), picture.ending)
        if path is not None:
            workspace.exporting.write(path, picture)

    def files(self, workspace: Workspace) -> None:
        """Ask for files, and take them into the case."""
        paths = asking.files_to_add(self._parent)
        if paths:
            workspace.take_files(paths)

    def folder(self, workspace: Workspace) -> None:
        """Ask for a folder, and take all files in it into the case."""
        path = asking.folder_to_add(self._parent)
        if path is not None:
            workspace.take_files([path])

    def view_file(self, workspace: Workspace) -> None:
        """Ask how the view beside the board is to be written, and where, and write it."""
        beside = workspace.beside
        if not beside.middle.has_pane:
            workspace.canvas.explain(
                say("Bring a view up first: the timeline, the map or a table.")
            )
            return
        # Once: a large view is drawn, and its table read, to say how large it is.
        question = beside.question
        choice = ExportDialog.ask(self._parent, question)
        if choice is None:
            return
        title = f"{workspace.bridge.contents.info.title} {question.view}"
        path = asking.export_file(self._parent, exports.file_name(title), choice.format)
        if path is not None:
            beside.write(path, choice)

    def address(self, workspace: Workspace) -> None:
        """Ask for an address and for how it was saved, and make a document of it."""
        told = AddAddress.ask(self._parent)
        if told is not None:
            capture, files = told
            workspace.take_capture(capture, files)

    def capture(self, workspace: Workspace, item_id: str = "") -> None:
        """Ask how an item, or else the selected one, was saved from the web, and note that."""
        contents = workspace.bridge.contents
        chosen = [item_id] if item_id else list(workspace.selection.item_ids(contents))
        item = contents.items.get(chosen[0]) if len(chosen) == 1 else None
        if item is None or not can_be_captured(item):
            workspace.canvas.explain(
                say("Select one document, statement or media item to say how it was captured.")
            )
            return
        workspace.inspector.flush()
        held = len(contents.attachments_of(item.id))
        told = AddAddress.ask(self._parent, capture_of(contents.items[item.id]), held)
        if told is not None:
            capture, files = told
            workspace.note_capture(capture, files, item.id)

    def board(self, workspace: Workspace) -> None:
        """Ask for a title, and add a board."""
        title = asking.board_title(self._parent)
        if title is not None:
            workspace.add_board(title)

    def name_view(self, workspace: Workspace, view_id: str) -> None:
        """Ask for a name for how the board is looked at, or for another one for the view of an id."""
        view = workspace.bridge.contents.views.get(view_id)
        name = asking.view_name(self._parent, view.name if view is not None else "")
        if name is None:
            return
        if view is not None:
            workspace.looking.rename_view(view_id, name)
        else:
            workspace.looking.save_view(name)

    def views(self, workspace: Workspace) -> None:
        """Show the saved views of the board in front, and then the one that is chosen."""
        view_id = SavedViews.ask(self._parent, workspace.bridge, workspace.board_id)
        if view_id:
            workspace.looking.show_view(view_id)

    def other_board(self, workspace: Workspace) -> None:
        """Ask for another board, and place what is selected on it."""
        contents = workspace.bridge.contents
        others = [
            (
                board.id,
                shown_title(board.title) or say("Untitled board"),
                say("{n} card", "{n} cards", n=contents.card_count(board.id)),
            )
            for board in contents.boards
            if board.id != workspace.board_id
        ]
        if not others:
            workspace.toast.say(say("There is no other board yet; add one first."))
            return
        board_id = AskBoard.ask(self._parent, QCursor.pos(), say("Place on another board"), others)
        if board_id is not None:
            workspace.laying.place_elsewhere(board_id)

    # -- deleting -------------------------------------------------------------------------

    def delete_selected(self, workspace: Workspace) -> None:
        """Delete what is selected: from the case, or where that is nothing, off the board."""
        item_ids = workspace.selection.item_ids(workspace.bridge.contents)
        chosen = Selected(items=frozenset(item_ids), sources=workspace.selection.sources)
        if chosen:
            self.delete(workspace, chosen)
        else:
            workspace.deeds.remove()

    def delete(self, workspace: Workspace, chosen: Selected) -> None:
        """Delete items and sources from the case, when it is really wished."""
        if not chosen:
            return
        items, sources = sorted(chosen.items), sorted(chosen.sources)
        sentence = workspace.deeds.what_goes(items, sources)
        if Confirm.ask(self._parent, say("Delete from the case"), sentence, say("Delete")):
            workspace.deeds.delete_from_case(items, sources)

    def delete_board(self, workspace: Workspace, board_id: str) -> None:
        """Delete a board, when it is really wished."""
        sentence = say("Its cards and frames go; the items stay in the case. Undo brings it back.")
        if Confirm.ask(self._parent, say("Delete board", about="command"), sentence, say("Delete")):
            workspace.delete_board(board_id)

    def expunge(self, workspace: Workspace, artifact_id: str) -> None:
        """Ask why a file is to be expunged, let its bytes go, and say what came of it."""
        bridge = workspace.bridge
        artifact = bridge.contents.get(Artifact, artifact_id)
        if artifact is None or is_expunged(artifact):
            return
        workspace.inspector.flush()
        reason = ExpungeDialog.ask(self._parent, bridge, artifact)
        if not reason:
            return
        outcome = expunge(self._parent, bridge, artifact_id, reason)
        if outcome is not None:
            told = "\n".join(f"– {each}" for each in outcome)
            heading = say("The file was expunged")
            workspace.toast.dismiss()
            Message.ask(self._parent, heading, told)

    # -- telling --------------------------------------------------------------------------

    def verify(self, workspace: Workspace) -> None:
        """Verify the case beside the window, note that in its journal, and tell what was found."""
        # It goes with the workspace, should that be closed meanwhile.
        progress = WorkProgress(workspace, say("Verifying the case…"))

        def tell(report: Report) -> None:
            progress.end()
            self.show_report(workspace, report, workspace.note_report(report))

        def stop(sentence: str) -> None:
            is_called_off = progress.is_stopped()
            progress.end()
            (workspace.toast.say if is_called_off else workspace.toast.say_failure)(sentence)

        workspace.verifier.run(tell, stop, progress.tell, progress.is_stopped)

    def show_report(self, workspace: Workspace, report: Report, noted: str = "") -> None:
        """Tell what verifying has found, and what the journal has of it."""
        workspace.toast.dismiss()
        workspace.take_report(report)
        item = VerifyReport.ask(self._parent, workspace.bridge, report, noted)
        if item:
            workspace.going.go_to(item)

    def show_opening(self, workspace: Workspace, sentences: tuple[str, ...]) -> None:
        """Tell all that is to be known of how the case was opened."""
        is_damaged = bool(workspace.bridge.case.losses)
        heading = say("The case is damaged") if is_damaged else say("About opening this case")
        first, *more = sentences
        told = "\n".join([first, "", *(f"– {each}" for each in more)])
        Message.ask(self._parent, heading, told, is_error=is_damaged)

"""What carries out each declared action of a window, by the action's name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from caseboard import asking
from caseboard.actions import COLOURS
from caseboard.appearance import THEMES
from caseboard.bindings import Bindings
from caseboard.board.hands import ONE_THING
from caseboard.deeds import ARRANGEMENTS
from caseboard.dialogs.about import AboutDialog
from caseboard.dialogs.settings_dialog import SettingsDialog
from caseboard.dialogs.shortcuts import ShortcutSheet
from caseboard.options import Page
from caseboard.sheet import lines
from caseboard.tidying import TIDIES
from caseboard.views.pane import SORTS
from caseboard.workspace import Workspace
from casedb.model.kinds import BLANK_KINDS
from casedb.store.connections import sqlite_version
from casedb.words import say

if TYPE_CHECKING:
    from caseboard.window import Window


def list_handlers(window: Window) -> dict[str, Callable[[], None]]:
    """A hand for every action; those that need a case do nothing where none is open."""
    on, ask = window.on_case, window.questions
    return {
        "new": partial(_ask_new, window),
        "open": partial(_ask_open, window),
        "example": partial(_open_example, window),
        "save_copy": on(ask.copy),
        "export": on(ask.export),
        "export_again": on(ask.export_again),
        "export_view": on(ask.view_file),
        "verify": on(ask.verify),
        "case_details": on(lambda work: work.show_case_details()),
        "close_case": window.leave_case,
        "quit": QApplication.closeAllWindows,
        "undo": on(lambda work: work.undo()),
        "redo": on(lambda work: work.redo()),
        "cut": on(lambda work: work.clipboard.cut()),
        "copy": on(lambda work: work.clipboard.copy()),
        "paste": on(lambda work: work.clipboard.paste()),
        "duplicate": on(lambda work: work.deeds.duplicate()),
        "remove": on(lambda work: work.deeds.remove()),
        "delete_items": on(ask.delete_selected),
        "select_all": on(lambda work: work.canvas.select_all()),
        "select_none": on(lambda work: work.selection.clear()),
        "edit_title": on(_edit_title),
        "find": on(lambda work: work.left.show_search()),
        "find_next": on(lambda work: work.left.find_next(1)),
        "find_previous": on(lambda work: work.left.find_next(-1)),
        "sources": on(lambda work: work.left.show_sources()),
        "weak_points": on(lambda work: work.left.show_weak_points()),
        "filter": on(lambda work: work.left.show_filter()),
        "look_further": on(lambda work: work.looking.look_around("+")),
        "look_nearer": on(lambda work: work.looking.look_around("-")),
        "show_all": on(lambda work: work.looking.show_all()),
        "save_view": on(lambda work: ask.name_view(work, "")),
        "saved_views": on(ask.views),
        "palette": window.offering.open,
        "author": partial(_ask_author, window),
        "settings": lambda: SettingsDialog.ask(window, window.settings),
        **{f"add_{kind.name}": on(partial(_add_card, kind.name)) for kind in BLANK_KINDS},
        "add_files": on(ask.files),
        "add_folder": on(ask.folder),
        "add_address": on(ask.address),
        "capture_details": on(ask.capture),
        "add_frame": on(lambda work: work.naming.add_frame()),
        "add_board": on(ask.board),
        "bring_forward": on(lambda work: work.deeds.restack("bring_forward")),
        "send_backward": on(lambda work: work.deeds.restack("send_backward")),
        "bring_to_front": on(lambda work: work.deeds.restack("bring_to_front")),
        "send_to_back": on(lambda work: work.deeds.restack("send_to_back")),
        **{each: on(partial(_arrange, each)) for each in ARRANGEMENTS},
        **{each: on(partial(_tidy, each)) for each in TIDIES},
        "fit_height": on(lambda work: work.deeds.fit_heights()),
        "pin": on(lambda work: work.deeds.toggle_pin()),
        "fold_frame": on(lambda work: work.deeds.fold_frames()),
        "ungroup": on(lambda work: work.deeds.ungroup()),
        **{f"colour_{each or 'none'}": on(partial(_colour, each)) for each in COLOURS},
        "lock": on(lambda work: work.deeds.toggle_lock()),
        "zoom_in": on(lambda work: work.canvas.zoom_step(1)),
        "zoom_out": on(lambda work: work.canvas.zoom_step(-1)),
        "zoom_reset": on(lambda work: work.canvas.zoom_to(1.0)),
        "fit_all": on(lambda work: work.canvas.fit_all()),
        "fit_selection": on(lambda work: work.going.fit_selection()),
        "next_board": on(lambda work: work.tabs.step(1)),
        "previous_board": on(lambda work: work.tabs.step(-1)),
        "place_elsewhere": on(ask.other_board),
        "next_part": on(lambda work: work.parts.step(1)),
        "previous_part": on(lambda work: work.parts.step(-1)),
        "go_back": on(lambda work: work.go_back()),
        "compare_files": on(lambda work: work.showing.compare_selected()),
        "open_file": on(lambda work: work.showing.open_selected()),
        "open_board": on(lambda work: work.going.open_board()),
        "toggle_left": on(partial(window.ticks.toggle_part, "left")),
        "toggle_right": on(partial(window.ticks.toggle_part, "right")),
        **{f"view_{each.name}": on(partial(_show_view, each.name)) for each in SORTS},
        "fill_view": on(lambda work: work.beside.toggle_fill()),
        "close_view": on(lambda work: work.beside.hide()),
        "set_aside": on(lambda work: work.what_if.toggle_selected()),
        "set_origins_aside": on(lambda work: work.what_if.set_origins_aside()),
        "count_all": on(lambda work: work.what_if.end()),
        "toggle_lines": on(lambda work: work.tracing.toggle()),
        "toggle_map": on(partial(window.ticks.toggle_part, "map")),
        **{f"theme_{name}": partial(window.choose_theme, name) for name in ("system", *THEMES)},
        "link_selected": on(lambda work: work.wishes.link_selected(QCursor.pos())),
        "change_kind": on(lambda work: work.wishes.kind_wanted(QCursor.pos())),
        "retype_links": on(lambda work: work.wishes.retype_wanted(QCursor.pos())),
        "grade_item": on(lambda work: work.wishes.grade_wanted("credibility", QCursor.pos())),
        "grade_source": on(lambda work: work.wishes.grade_wanted("reliability", QCursor.pos())),
        "write_verdict": on(lambda work: work.verdicts.open_selected()),
        "straighten": on(lambda work: work.linking.straighten(work.board_id)),
        "go_to_start": on(lambda work: work.going.go_to_end(at_start=True)),
        "go_to_end": on(lambda work: work.going.go_to_end(at_start=False)),
        "snap_others": partial(window.ticks.toggle_setting, "snap_others"),
        "snap_grid": partial(window.ticks.toggle_setting, "snap_grid"),
        "reverse_link": on(lambda work: work.linking.reverse()),
        "shortcuts": partial(_show_sheet, window),
        "tour": partial(_take_tour, window),
        "about": lambda: AboutDialog.ask(window, sqlite_version()),
    }


def _ask_new(window: Window) -> None:
    path = asking.new_case(window)
    if path is not None:
        window.new_case(path, path.stem)


def _ask_open(window: Window) -> None:
    path = asking.case_to_open(window)
    if path is not None:
        window.open_case(path)


def _open_example(window: Window) -> None:
    window.open_example(window.settings.home.folder("example") / "Example case.caseboard")


def _ask_author(window: Window) -> None:
    name = asking.author(window, window.settings.now.author)
    if name is not None:
        window.settings.change(author=name)


def _show_sheet(window: Window) -> None:
    bindings = Bindings.of(window.settings.now)
    if ShortcutSheet.ask(window, lines(window.keymap, bindings)):
        SettingsDialog.ask(window, window.settings, Page.KEYBOARD)


def _take_tour(window: Window) -> None:
    if window.workspace is None and window.arrival is None:
        _open_example(window)
    window.take_tour()


def _edit_title(workspace: Workspace) -> None:
    if len(workspace.selection.now) == 1:
        workspace.naming.edit_title()
    else:
        workspace.canvas.explain(say(ONE_THING))


def _colour(token: str, workspace: Workspace) -> None:
    workspace.deeds.colour(token)


def _show_view(name: str, workspace: Workspace) -> None:
    workspace.beside.show(name)


def _arrange(name: str, workspace: Workspace) -> None:
    workspace.laying.arrange(name)


def _tidy(name: str, workspace: Workspace) -> None:
    workspace.laying.tidy(name)


def _add_card(kind: str, workspace: Workspace) -> None:
    workspace.naming.add_card(kind)

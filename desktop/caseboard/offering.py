"""`Offering`: the palette of a window: what it offers now, what the case holds, and carrying it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from caseboard.actions import ACTIONS, ALSO, plain
from caseboard.board_keys import BOARD_KEYS, TOOL
from caseboard.dialogs.settings_dialog import SettingsDialog
from caseboard.keymap import BOARD
from caseboard.offers import IN_CASE, Offer, Row
from caseboard.options import OWN_NAMES, SETTINGS, Page
from caseboard.palette import Palette
from caseboard.panels.search import PAUSE
from caseboard.panels.search_results import result_face, results_of, users_of
from caseboard.panels.search_worker import Question, Searcher
from caseboard.panels.wording import item_title, one_line
from caseboard.top_bar import TOOLS
from caseboard.workspace import Workspace
from casedb.model.contents import Contents
from casedb.model.kinds import BLANK_KINDS
from casedb.model.records import Annotation, Artifact, Element, Item, Link, Record, Source
from casedb.model.snippets import marks_in
from casedb.store.search import Hit, Spot
from casedb.words import say, term

if TYPE_CHECKING:
    from caseboard.window import Window

MOST_FOUND = 20
"""Items and files of the case that are listed; the search panel has all of them."""
MOST_USED = 20
NEW_CARD = term("New card")
_REMEMBERED = ("do", "tool", "set", "page")
"""What of the palette counts as used. Nothing that would tell of a case is remembered."""
_IN_MENUS = "theme"
"""The setting whose every choice is an action already."""

_NEW_CARDS = frozenset(f"add_{kind.name}" for kind in BLANK_KINDS)
"""The actions that make a blank card."""


class Offering(QObject):
    """Opens the palette over a window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._palette: Palette | None = None
        self._searcher: Searcher | None = None
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._ask)

    @property
    def palette(self) -> Palette | None:
        """The palette while it is open."""
        return self._palette

    def open(self) -> None:
        """Open the palette, ready to type."""
        window = self._window
        workspace = window.workspace
        offers = list(self._offers())
        palette = Palette(
            offers, window.settings.now.used, window.theme, window, searches=workspace is not None
        )
        self._palette = palette
        if workspace is not None:
            self._searcher = Searcher(workspace.bridge.case, palette)
            self._searcher.found.connect(self._take)
            self._searcher.failed.connect(self._fail)
            workspace.bridge.closed.connect(self._stop_searching)
        palette.typed.connect(self._type)
        palette.chosen.connect(self._run)
        palette.dismissed.connect(self._end)
        palette.pop_up(window)

    def _end(self) -> None:
        self._stop_searching()
        palette, self._palette = self._palette, None
        if palette is not None:
            palette.deleteLater()

    def _stop_searching(self) -> None:
        self._pause.stop()
        searcher, self._searcher = self._searcher, None
        if searcher is not None:
            searcher.close()

    # -- what there is ----------------------------------------------------------------------

    def _offers(self) -> Iterator[Offer]:
        window = self._window
        window.ticks.show()
        for declared in ACTIONS:
            action = window.menus[declared.name]
            if declared.name != "palette":
                yield Offer(
                    f"do:{declared.name}",
                    # The text of an undo says what it takes back.
                    declared.label if declared.sub is not None else plain(action.text()),
                    declared.menu.shown,
                    beside=say(NEW_CARD) if declared.name in _NEW_CARDS else "",
                    keys=window.keymap.shown(declared.name),
                    icon=declared.icon,
                    missing=window.menus.missing(declared.name),
                    is_ticked=action.isCheckable() and action.isChecked(),
                    english=declared.english,
                    also=ALSO.get(declared.name, ""),
                )
        yield from self._tools()
        if window.workspace is not None:
            yield from _boards(window.workspace)
            yield from _views(window.workspace)
        yield from self._cases()
        yield from self._choices()

    def _tools(self) -> Iterator[Offer]:
        pictures = {name: picture for name, _, picture, _ in TOOLS}
        for each in BOARD_KEYS:
            name = each.name.removeprefix(TOOL)
            if name in pictures:
                yield Offer(
                    f"tool:{name}",
                    each.label,
                    say(BOARD),
                    keys=self._window.keymap.shown(each.name),
                    icon=pictures[name],
                    missing=self._window.menus.missing("find"),
                    english=each.english,
                )

    def _cases(self) -> Iterator[Offer]:
        workspace = self._window.workspace
        here = str(workspace.bridge.case.path) if workspace is not None else ""
        for each in self._window.settings.now.recent:
            if each.path != here:
                where = one_line(str(Path(each.path).parent))
                yield Offer(
                    f"case:{each.path}",
                    one_line(each.title) or Path(each.path).stem,
                    say("Recent cases"),
                    beside=where,
                    icon="recent",
                )

    def _choices(self) -> Iterator[Offer]:
        for page in Page:
            yield Offer(
                f"page:{page.value}",
                say("Settings: {page}", page=page.shown),
                say("Settings"),
                icon="settings",
                is_sought=True,
                english=f"Settings: {page.value}",
            )
        for setting in SETTINGS:
            now = setting.value(self._window.settings.now)
            for value, text in setting.shown_choices if setting.name != _IN_MENUS else ():
                yield Offer(
                    f"set:{setting.name}={value}",
                    _choice(say(setting.label), text),
                    setting.page.shown,
                    icon="settings",
                    is_ticked=value == now,
                    is_sought=True,
                    english=_choice(setting.label, setting.choices[value]),
                )

    # -- what the case holds ------------------------------------------------------------------

    def _type(self, text: str) -> None:
        if self._searcher is not None:
            self._searcher.drop()
            if text.strip():
                self._pause.start()
            else:
                self._pause.stop()

    def _ask(self) -> None:
        if self._searcher is not None and self._palette is not None:
            self._searcher.ask(self._palette.field.text())

    def _take(self, question: Question, hits: Sequence[Hit]) -> None:
        workspace, rows = self._window.workspace, list[Row]()
        if workspace is None:
            return
        contents = workspace.bridge.contents
        for record, spot in results_of(contents, hits):
            # A link has no name to go by.
            if not isinstance(record, Link) and len(rows) < MOST_FOUND:
                rows.append(_found(contents, record, question.text, spot))
        if rows:
            everything = say("Search the case for “{text}”", text=one_line(question.text))
            more = Offer(f"search:{question.text}", everything, say(IN_CASE), icon="search")
            rows.append(Row(more, say(IN_CASE)))
        self._show(rows, question.text)

    def _fail(self, sentence: str) -> None:
        if self._palette is not None:
            self._show((), self._palette.field.text())
            self._palette.foot.setText(sentence)

    def _show(self, rows: Sequence[Row], text: str) -> None:
        if self._palette is not None:
            self._palette.show_found(text, rows)

    # -- carrying out ---------------------------------------------------------------------------

    def _run(self, chosen: str) -> None:
        self._end()
        window, (sort, _, what) = self._window, chosen.partition(":")
        if sort in _REMEMBERED:
            used = [each for each in window.settings.now.used if each != chosen]
            window.settings.change(used=(chosen, *used[: MOST_USED - 1]))
        workspace = window.workspace
        match sort:
            case "do":
                window.do(what)
            case "set":
                name, _, value = what.partition("=")
                window.settings.change(**{name: value})
            case "page":
                SettingsDialog.ask(window, window.settings, Page(what))
            case "case":
                window.recents.open(Path(what))
            case _ if workspace is not None:
                _go(workspace, sort, what)
            case _:
                # The case was closed while the palette was open.
                return


def _choice(label: str, text: str) -> str:
    is_own_name = text in OWN_NAMES
    return f"{label}: {text if is_own_name else text[:1].lower() + text[1:]}"


def _found(
    contents: Contents,
    record: Item | Element | Source | Artifact | Annotation,
    query: str,
    spot: Spot | None,
) -> Row:
    face = result_face(contents, record, query, spot)
    sorts: dict[type[Record], str] = {Artifact: "file", Annotation: "mark"}
    # The face is cut for a narrow panel.
    title = item_title(record, contents) if isinstance(record, Item) else face.title
    offer = Offer(
        f"{sorts.get(type(record), 'item')}:{record.id}",
        title,
        say(IN_CASE),
        beside=face.foot,
        icon=face.icon,
        accent=face.accent,
    )
    return Row(offer, say(IN_CASE), marks_in(title, query))


def _boards(workspace: Workspace) -> Iterator[Offer]:
    for board in workspace.bridge.contents.boards:
        title = one_line(board.title) or say("Untitled board")
        yield Offer(
            f"board:{board.id}",
            title,
            say("Boards"),
            icon="board",
            is_ticked=board.id == workspace.board_id,
        )
        if board.id != workspace.board_id:
            yield Offer(
                f"place:{board.id}",
                say("Place “{title}” here as a card", title=title),
                say("Boards"),
                icon="board_card",
                missing=workspace.bridge.refusal if workspace.bridge.read_only else "",
                is_sought=True,
            )


def _views(workspace: Workspace) -> Iterator[Offer]:
    for view in workspace.looking.views:
        yield Offer(f"view:{view.id}", one_line(view.name), say("Saved views"), icon="filter")


def _go(workspace: Workspace, sort: str, what: str) -> None:
    match sort:
        case "tool":
            workspace.canvas.hands.take(what)
            workspace.canvas.setFocus()
        case "board":
            workspace.show_board(what)
            workspace.canvas.setFocus()
        case "place":
            workspace.laying.place_board(what)
            workspace.canvas.setFocus()
        case "view":
            workspace.looking.show_view(what)
            workspace.canvas.setFocus()
        case "search":
            workspace.left.show_search(what)
        case "file":
            users = users_of(workspace.bridge.contents, what)
            workspace.go_to_file(users[0] if users else "", what)
            workspace.canvas.setFocus()
        case "mark":
            # The focus stays with the viewer.
            workspace.go_to_mark(what)
        case _:
            workspace.going.go_to(what)
            workspace.canvas.setFocus()

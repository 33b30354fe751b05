"""`BoardsModel`: the boards of a case as Qt sees them: frames, the cards in them, links at the cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from caseboard.bridge import CaseBridge
from caseboard.panels.board_layout import (
    Laid,
    Layout,
    Name,
    Prepared,
    loose_items,
    loose_turn,
)
from caseboard.panels.board_strings import has_links, is_start, links_of, links_on
from caseboard.panels.board_twig import Twig, depth_of
from caseboard.panels.boards_row import (
    row_of_board,
    row_of_frame,
    row_of_item,
    row_of_link,
    row_of_loose,
)
from caseboard.panels.outline_nodes import PAGE, Node, Sort
from caseboard.panels.outline_row import Row, title_of
from caseboard.panels.retitling import Titled
from caseboard.panels.rows_model import FARTHEST, NOWHERE, Index, RowsModel
from casedb import Change
from casedb.model.card_face import board_of
from casedb.model.changes import Edit
from casedb.model.contents import Contents, targets_of
from casedb.model.records import Board, Card, Element, Fold, Frame, Item, Link, Record
from casedb.words import say

MANY = 500
"""Frames of a board with more cards than this are closed until somebody opens them."""

_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_ITEMS = (Sort.CARD, Sort.ITEM)
_TITLED = (Sort.BOARD, Sort.FRAME, Sort.CARD, Sort.ITEM, Sort.LINK)


class BoardsModel(RowsModel[Twig]):
    """The boards of a case as a tree; what lies on no board comes last.

    Rows are made when they are asked for. `outdated(str)` tells of a board of which the layout is to
    be made anew: by `relay`, when there is time.
    """

    outdated = Signal(str)

    def __init__(
        self,
        bridge: CaseBridge,
        parent: QObject | None = None,
        prepared: Prepared | None = None,
    ) -> None:
        """`prepared` is what takes long, where it has been made already."""
        super().__init__(bridge, parent)
        self._layouts = dict(prepared.layouts) if prepared is not None else {}
        self._counts: dict[str, int] = {}
        loose = prepared.loose if prepared is not None else loose_items(bridge.contents)
        self._loose = set(loose)
        self._loose_names = [Name(Sort.ITEM, each) for each in loose]
        self._root = Twig(Name(Sort.ROOT))
        # Qt gives the invalid index the id 0.
        self._twigs: dict[int, Twig] = {0: self._root}
        self._about: dict[str, dict[int, Twig]] = {}
        self._fill(self._root)

    @property
    def _contents(self) -> Contents:
        return self._bridge.contents

    # -- Qt asks --------------------------------------------------------------------------

    def hasChildren(self, parent: Index = NOWHERE) -> bool:
        above = self._node(parent)
        if above.children is not None:
            return above.shown > 0
        above.is_bare = not self._has_rows(above)
        return not above.is_bare

    def _has_rows(self, above: Twig) -> bool:
        """Whether there will be rows below one, without making them."""
        contents = self._contents
        match above.sort:
            case Sort.BOARD:
                return self.card_count(above.id) > 0 or bool(contents.frames_on(above.id))
            case Sort.FRAME:
                return bool(self.layout_of(above.board).below(above.id))
            case Sort.CARD | Sort.ITEM:
                return has_links(contents, self.item_of(above))
            case Sort.LINK:
                return bool(contents.links_at(above.id))
            case _:
                return above.sort is Sort.LOOSE

    def flags(self, index: Index) -> Qt.ItemFlag:
        twig = self._node(index)
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if twig.sort in (Sort.MORE, Sort.LOOSE):
            return Qt.ItemFlag.ItemIsEnabled
        flags = _PLAIN
        if twig.sort in _TITLED and not self._bridge.read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        if twig.sort in (Sort.CARD, Sort.ITEM):
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    # -- rows and records -----------------------------------------------------------------

    def index_of(self, node: Node) -> QModelIndex:
        if not isinstance(node, Twig) or node.above is None or node.serial not in self._twigs:
            return QModelIndex()
        row = node.above.shown if node.sort is Sort.MORE else node.row
        return self.createIndex(row, 0, node.serial)

    def known(self, sort: Sort, record_id: str) -> list[Twig]:
        """The rows of a sort for a record that have been made."""
        there = self._about.get(record_id, {}).values()
        return [each for each in there if each.sort is sort and each.id == record_id]

    def showing(self, item_id: str) -> list[Twig]:
        """The rows of the cards of an item that have been made."""
        return [each for each in self._about.get(item_id, {}).values() if each.sort is Sort.CARD]

    def item_of(self, twig: Twig) -> str:
        """The item of a row: of a card, what it shows; else its own id."""
        card = self._contents.get(Card, twig.id) if twig.sort is Sort.CARD else None
        return card.item if card is not None else twig.id

    def opens_by_itself(self, node: Node) -> bool:
        """Whether a row is open until somebody closes it."""
        if node.sort is Sort.BOARD:
            return node.id == self._contents.boards[0].id
        if node.sort is not Sort.FRAME or not isinstance(node, Twig):
            return False
        frame = self._contents.get(Frame, node.id)
        is_small = self.card_count(node.board) <= MANY
        return is_small and frame is not None and not frame.collapsed

    def path_to(self, board_id: str, placed_id: str) -> list[Name]:
        """The rows from a board down to a card or frame on it; none where it is not there."""
        path = self.layout_of(board_id).path_to(placed_id)
        return [Name(Sort.BOARD, board_id), *path] if path else []

    def reveal(self, path: Iterable[Name]) -> QModelIndex:
        """Make the rows along a path from the top, and show them; where the last one stands.

        Invalid where it is not there, or behind thousands of others.
        """
        twig = self._root
        for name in path:
            self._fill(twig)
            if name not in twig.names:
                return QModelIndex()
            at = twig.names.index(name)
            if at >= FARTHEST and at >= twig.shown:
                return QModelIndex()
            if at >= twig.shown:
                self._show_more(twig, at + 1 - twig.shown)
            twig = twig.twigs[at]
        return self.index_of(twig)

    def show_page(self, node: Node) -> None:
        """Show some more rows below one."""
        if isinstance(node, Twig):
            self._show_more(node, PAGE)

    @property
    def title(self) -> str:
        return say("Boards")

    def row(self, node: Twig) -> Row:
        contents, depth, record = self._contents, depth_of(node), self._titled(node)
        match record:
            case Board():
                return row_of_board(contents, record, self.card_count(record.id))
            case Frame():
                cards = self.layout_of(node.board).card_count(record.id)
                return row_of_frame(contents, record, cards, depth)
            case Item():
                return row_of_item(contents, record, node.sort, depth)
            case Link():
                from_start = is_start(record, node.near)
                return row_of_link(contents, record, from_start=from_start, depth=depth)
            case _ if node.sort is Sort.LOOSE:
                return row_of_loose(len(self._loose))
            case _ if node.sort is Sort.MORE:
                title = title_of(contents, node)
                return Row(Sort.MORE, title, "", "chevron_down", "tx2", depth=depth)
            case _:
                return Row(node.sort, "", depth=depth)

    def _titled(self, node: Twig) -> Titled | None:
        contents = self._contents
        match node.sort:
            case Sort.BOARD:
                return contents.get(Board, node.id)
            case Sort.FRAME:
                return contents.get(Frame, node.id)
            case Sort.CARD | Sort.ITEM:
                return contents.get(Item, self.item_of(node))
            case Sort.LINK:
                return contents.get(Link, node.id)
            case _:
                return None

    def _dragged(self, node: Twig) -> str | None:
        return self.item_of(node) if node.sort in _ITEMS else None

    # -- what lies where ------------------------------------------------------------------

    def layout_of(self, board_id: str) -> Layout:
        """What lies in what on a board."""
        layout = self._layouts.get(board_id)
        if layout is None:
            layout = self._layouts[board_id] = Layout(Laid.on(self._contents, board_id))
        return layout

    def card_count(self, board_id: str) -> int:
        """How many cards lie on a board."""
        if board_id not in self._counts:
            self._counts[board_id] = len(self._contents.each_card_on(board_id))
        return self._counts[board_id]

    def _names(self, twig: Twig) -> Sequence[Name]:
        """What lies directly below a row."""
        contents = self._contents
        match twig.sort:
            case Sort.ROOT:
                boards = [Name(Sort.BOARD, board.id) for board in contents.boards]
                return [*boards, Name(Sort.LOOSE)] if self._loose else boards
            case Sort.BOARD | Sort.FRAME:
                frame_id = twig.id if twig.sort is Sort.FRAME else ""
                return self.layout_of(twig.board).below(frame_id)
            case Sort.LOOSE:
                return self._loose_names
            case Sort.CARD | Sort.ITEM:
                tied = links_of(contents, self.item_of(twig))
                return [Name(Sort.LINK, link.id, at) for link, at in tied]
            case Sort.LINK:
                tied = links_on(contents, twig.id)
                return [Name(Sort.LINK, link.id, at) for link, at in tied]
            case _:
                return []

    # -- keeping up -----------------------------------------------------------------------

    def take(self, change: Change) -> bool:
        """Follow a change of the case; whether rows came, went or moved."""
        every = [each for edit in change.edits for each in (edit.before, edit.after) if each]
        # Of cards that only lie elsewhere, which may be thousands, nothing else is told than before.
        telling = (edit for edit in change.edits if not _moves(edit))
        records = [each for edit in telling for each in (edit.before, edit.after) if each]
        placed = [each for each in every if isinstance(each, (Card, Frame))]
        folds = [each for each in records if isinstance(each, Fold)]
        frames = self._contents.frames
        boards = {each.board for each in placed}
        boards |= {frames[each.frame].board for each in folds if each.frame in frames}
        comes = any(edit.before is None or edit.after is None for edit in change.edits)
        if comes:
            self._counts.clear()
        for board_id in boards:
            self.outdated.emit(board_id)
        ids = self._touched(records)
        has_moved = False
        if self._follow_loose(records) or any(isinstance(each, Board) for each in records):
            has_moved = self._follow_tops()
        if any(isinstance(each, (Link, Element)) for each in records):
            has_moved = self._follow_links(ids) or has_moved
        self._tell_of(ids)
        return has_moved

    def _follow_loose(self, records: Iterable[Record]) -> bool:
        """Follow which items lie on no board; whether these are others now."""
        contents = self._contents
        ids = {each.id for each in records if isinstance(each, Item)}
        ids |= {each.item for each in records if isinstance(each, Card)}
        now = {each for each in ids if each in contents.items and not contents.cards_of(each)}
        if now == ids & self._loose:
            return False
        self._loose = (self._loose - ids) | now
        ordered = sorted((contents.items[each] for each in self._loose), key=loose_turn)
        self._loose_names = [Name(Sort.ITEM, each.id) for each in ordered]
        return True

    def relay(self, board_id: str, layout: Layout | None = None) -> bool:
        """Follow what lies where on a board now; whether rows came, went or moved."""
        self._layouts.pop(board_id, None)
        if layout is not None:
            self._layouts[board_id] = layout
        moved = [self._refresh_placed(each) for each in self._root.twigs if each.id == board_id]
        return any(moved)

    def _follow_tops(self) -> bool:
        has_moved = self._refresh(self._root)
        for twig in self._root.twigs:
            if twig.sort is Sort.LOOSE and twig.children is not None:
                has_moved = self._refresh(twig) or has_moved
        return has_moved

    def _follow_links(self, ids: set[str]) -> bool:
        bearers = (Sort.CARD, Sort.ITEM, Sort.LINK)
        found = {each.serial: each for one in ids for each in self._about.get(one, {}).values()}
        moved = [
            self._refresh(each)
            for each in found.values()
            if each.sort in bearers and each.serial in self._twigs
        ]
        return any(moved)

    def _refresh_placed(self, twig: Twig) -> bool:
        if twig.children is None and not twig.is_bare:
            return False
        has_moved = self._refresh(twig)
        inner = [self._refresh_placed(each) for each in twig.twigs if each.sort is Sort.FRAME]
        return has_moved or any(inner)

    def _touched(self, records: Iterable[Record]) -> set[str]:
        """The ids of what some records are and rest on, elements with their claims."""
        ids = {each for record in records for each in (record.id, *targets_of(record))}
        elements = self._contents.elements
        return ids | {elements[each].claim for each in ids if each in elements}

    def _tell_of(self, ids: set[str]) -> None:
        """Let the rows of records say what they say now."""
        told: dict[int, Twig] = {}
        for each in ids if len(ids) < len(self._about) else list(self._about):
            if each in ids:
                told.update(self._about.get(each, {}))
        for twig in told.values():
            self._tell(twig)

    # -- rows come and go -----------------------------------------------------------------

    def _fill(self, node: Twig) -> None:
        if node.children is None and node.sort is not Sort.MORE:
            node.names = self._names(node)
            node.children = []
            self._add(node, 0, node.names[:PAGE])
            if node.hidden:
                node.more = self._made_more(node)

    def _add(self, above: Twig, at: int, names: Sequence[Name]) -> None:
        made: list[Node] = [self._made(Twig(name, above)) for name in names]
        children = above.children if above.children is not None else []
        above.children = [*children[:at], *made, *children[at:]]
        self._count(above, at)

    def _made(self, twig: Twig) -> Twig:
        self._twigs[twig.serial] = twig
        twig.about = self._abouts(twig)
        for each in twig.about:
            self._about.setdefault(each, {})[twig.serial] = twig
        return twig

    def _made_more(self, above: Twig) -> Twig:
        more = self._made(Twig(Name(Sort.MORE), above))
        more.waiting = above.hidden
        return more

    def _abouts(self, twig: Twig) -> frozenset[str]:
        """The ids of what a row tells of."""
        ids = {twig.id, self.item_of(twig)}
        link = self._contents.get(Link, twig.id) if twig.sort is Sort.LINK else None
        if link is not None:
            ids |= {link.start.id, link.end.id}
        item = self._contents.get(Item, self.item_of(twig)) if twig.sort in _ITEMS else None
        board = board_of(self._contents, item) if item is not None else None
        if board is not None:
            ids.add(board.id)
        return frozenset(ids)

    def _forget(self, twig: Twig) -> None:
        self._twigs.pop(twig.serial, None)
        if twig.more is not None:
            self._twigs.pop(twig.more.serial, None)
        for each in twig.about:
            there = self._about.get(each, {})
            there.pop(twig.serial, None)
            if not there:
                self._about.pop(each, None)
        for child in twig.twigs:
            self._forget(child)

    def _count(self, above: Twig, first: int = 0) -> None:
        for row, child in enumerate(above.twigs[first:], first):
            child.row = row
        above.shown = len(above.children or ())

    def _refresh(self, above: Twig) -> bool:
        """Let there be the rows below one that there should be now; whether any came or went."""
        if above.children is None:
            if not above.is_bare:
                self._tell(above)
                return False
            # The view was told that there is nothing below it, and must learn that there is.
            above.children = []
        names = self._names(above)
        if names == above.names:
            return False
        shown = names[: max(PAGE, above.shown)]
        here = [each.name for each in above.twigs]
        first, alike = _common(here, shown)
        self._take_out(above, first, len(here) - alike)
        above.names = names
        added = shown[first : len(shown) - alike]
        if added:
            self.beginInsertRows(self.index_of(above), first, first + len(added) - 1)
            self._add(above, first, added)
            self.endInsertRows()
        self._mark_hidden(above)
        self._tell(above)
        return True

    def _take_out(self, above: Twig, first: int, end: int) -> None:
        if first >= end or above.children is None:
            return
        self.beginRemoveRows(self.index_of(above), first, end - 1)
        gone = above.twigs[first:end]
        above.children = [*above.children[:first], *above.children[end:]]
        for twig in gone:
            self._forget(twig)
        self._count(above, first)
        self.endRemoveRows()

    def _show_more(self, above: Twig, rows: int) -> None:
        names = above.names[above.shown : above.shown + rows]
        if names:
            at = above.shown
            self.beginInsertRows(self.index_of(above), at, at + len(names) - 1)
            self._add(above, at, names)
            self.endInsertRows()
            self._mark_hidden(above)

    def _mark_hidden(self, above: Twig) -> None:
        """Have a row that stands for those that are not shown, where there are any."""
        more, at = above.more, above.shown
        if above.hidden and more is None:
            self.beginInsertRows(self.index_of(above), at, at)
            above.more = self._made_more(above)
            self.endInsertRows()
        elif above.hidden and more is not None:
            more.waiting = above.hidden
            self._tell(more)
        elif more is not None:
            self.beginRemoveRows(self.index_of(above), at, at)
            above.more = None
            self._twigs.pop(more.serial, None)
            self.endRemoveRows()

    def _node(self, index: Index) -> Twig:
        return self._twigs.get(index.internalId(), self._root)


def _moves(edit: Edit) -> bool:
    before, after = edit.before, edit.after
    return isinstance(before, Card) and isinstance(after, Card) and before.item == after.item


def _common(before: Sequence[Name], after: Sequence[Name]) -> tuple[int, int]:
    """How many names two lists begin with alike, and how many they then end with alike."""
    least = min(len(before), len(after))
    first = next((n for n in range(least) if before[n] != after[n]), least)
    left = least - first
    last = next((n for n in range(left) if before[-1 - n] != after[-1 - n]), left)
    return first, last

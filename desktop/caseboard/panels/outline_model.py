"""`OutlineModel`: the outline as Qt sees it. An edit moves only the rows that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    Qt,
)

from caseboard.bridge import CaseBridge
from caseboard.panels.outline_nodes import (
    PAGE,
    SOURCES,
    Folder,
    Node,
    Sort,
    claim_spoken_to,
    folder_of,
    item_key,
    mentions_of,
    source_key,
)
from caseboard.panels.outline_row import Row, row_of, title_of
from caseboard.panels.outline_tree import Tree
from caseboard.panels.rows_model import FARTHEST, NOWHERE, Index, RowsModel
from casedb import Change
from casedb.model.changes import Edit
from casedb.model.records import Board, Card, Element, Item, Link, Source
from casedb.words import say

BULK = 200
"""When more rows than this come and go at once, and no small part of all, the outline is made anew."""

SMALL_PART = 30
"""One part in so many is followed row by row: a row takes up to 25 times as long then as when all are
made anew."""

_SELECTABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_LEAF = _SELECTABLE | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren
_FLAGS: Mapping[Sort, Qt.ItemFlag] = {
    Sort.ROOT: Qt.ItemFlag.NoItemFlags,
    Sort.GROUP: Qt.ItemFlag.ItemIsEnabled,
    Sort.KIND: Qt.ItemFlag.ItemIsEnabled,
    Sort.MORE: Qt.ItemFlag.ItemIsEnabled,
    Sort.ITEM: _SELECTABLE | Qt.ItemFlag.ItemIsDragEnabled,
    Sort.EVIDENCE: _LEAF,
    Sort.SOURCE: _SELECTABLE | Qt.ItemFlag.ItemNeverHasChildren,
}


class OutlineModel(RowsModel[Node]):
    """Every item and source of a case as a tree; see `outline_nodes` for its order."""

    def __init__(
        self, bridge: CaseBridge, parent: QObject | None = None, tree: Tree | None = None
    ) -> None:
        """`tree` is that of the case, where it has been made already."""
        super().__init__(bridge, parent)
        self._tree = tree if tree is not None else Tree(bridge.contents)

    # -- Qt asks --------------------------------------------------------------------------

    def hasChildren(self, parent: Index = NOWHERE) -> bool:
        above = self._node(parent)
        if above.children is None:
            return self._tree.is_spoken_to(above)
        return above.shown > 0 or above.more is not None

    def flags(self, index: Index) -> Qt.ItemFlag:
        node = self._node(index)
        flags = _LEAF if node.is_leaf else _FLAGS[node.sort]
        is_titled = node.sort in (Sort.ITEM, Sort.EVIDENCE, Sort.SOURCE)
        if is_titled and not self._bridge.read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    # -- rows and records -----------------------------------------------------------------

    def index_of(self, node: Node) -> QModelIndex:
        above = node.parent
        if above is None:
            return QModelIndex()
        row = above.shown if node.sort is Sort.MORE else above.position(node.key)
        if node.sort is not Sort.MORE and row >= above.shown:
            return QModelIndex()
        return self.createIndex(row, 0, node.serial)

    def node_of(self, record_id: str) -> Node | None:
        """The row of an item or source, shown or not."""
        return self._tree.node_of(record_id)

    def folder(self, sort: Sort, name: str) -> Node | None:
        """The row of a group or of a kind of evidence, by name."""
        return self._tree.folders.get(
            Folder("evidence", name) if sort is Sort.KIND else Folder(name)
        )

    def known(self, sort: Sort, name: str) -> Iterable[Node]:
        """The row of a record or folder that may be open."""
        node = self.node_of(name) if sort is Sort.ITEM else self.folder(sort, name)
        return () if node is None else (node,)

    def opens_by_itself(self, node: Node) -> bool:
        """Whether a row is open until somebody closes it."""
        return node.sort is Sort.GROUP

    def mentions(self, item_id: str) -> Iterable[Node]:
        """The rows of an item below the claims it speaks to, as far as those were looked at."""
        return self._tree.mentions.get(item_id, {}).values()

    def reveal(self, node: Node) -> QModelIndex:
        """Show a row, and all before it in its folder; where it stands.

        Invalid where that would show thousands: the tree lays out all of them at every new row.
        """
        above = node.parent
        if above is not None:
            at = above.position(node.key)
            if above.shown <= at < FARTHEST:
                self._show_more(above, at + 1 - above.shown)
        return self.index_of(node)

    def show_page(self, folder: Node) -> None:
        """Show some more rows of a folder."""
        self._show_more(folder, PAGE)

    # -- what a row shows -----------------------------------------------------------------

    @property
    def title(self) -> str:
        return say("Outline")

    def row(self, node: Node) -> Row:
        self._fill(node)
        return row_of(self._bridge.contents, node)

    def _called(self, node: Node) -> str:
        # Without a look at what lies below it.
        return title_of(self._bridge.contents, node)

    def _titled(self, node: Node) -> Item | Source | None:
        contents = self._bridge.contents
        if node.sort is Sort.SOURCE:
            return contents.get(Source, node.id)
        return contents.get(Item, node.id) if node.sort in (Sort.ITEM, Sort.EVIDENCE) else None

    def _dragged(self, node: Node) -> str | None:
        return node.id if node.sort in (Sort.ITEM, Sort.EVIDENCE) else None

    def _fill(self, node: Node) -> None:
        if node.children is None:
            self._tree.fill_claim(node)

    # -- keeping up -----------------------------------------------------------------------

    def take(self, change: Change) -> bool:
        """Follow a change of the case; whether rows came, went or moved."""
        changing = sum(_comes_or_goes(edit) for edit in change.edits)
        if changing > max(BULK, len(self._bridge.contents.items) // SMALL_PART):
            before = self._tree
            self.beginResetModel()
            self._tree = Tree(self._bridge.contents)
            self.endResetModel()
            before.take_apart()
            return True
        moved = False
        for edit in change.edits:
            if edit.after is None and isinstance(edit.before, (Item, Source)):
                self._remove(edit.before.id)
                moved = True
        for claim in self._claims_touched(change.edits):
            moved = self._follow_mentions(claim) or moved
        for edit in change.edits:
            if isinstance(edit.after, (Item, Source)):
                moved = self._follow_record(edit.after) or moved
        for item_id in _items_placed(change.edits) | self._items_of_boards(change.edits):
            if (node := self._tree.items.get(item_id)) is not None:
                self._tell(node)
        return moved

    def _items_of_boards(self, edits: Iterable[Edit]) -> set[str]:
        """The items that stand for boards which came, went or are called otherwise."""
        boards = {edit.record.id for edit in edits if isinstance(edit.record, Board)}
        found = (self._bridge.contents.items_for_board(each) for each in boards)
        return {item.id for items in found for item in items}

    def _claims_touched(self, edits: Iterable[Edit]) -> list[Node]:
        gone = {edit.before.id: edit.before for edit in edits if isinstance(edit.before, Element)}
        links = (
            link for edit in edits for link in (edit.before, edit.after) if isinstance(link, Link)
        )
        contents = self._bridge.contents
        touched = dict.fromkeys(claim_spoken_to(contents, link, gone) for link in links)
        found = (self._tree.items.get(each) for each in touched if each is not None)
        return [node for node in found if node is not None]

    def _follow_mentions(self, claim: Node) -> bool:
        if claim.children is None:
            # The view may have been told that there is nothing below it, and must learn that there is.
            claim.children = []
        wanted = {mention.key: mention for mention in mentions_of(self._bridge.contents, claim.id)}
        there = set(claim.keys)
        for child in [each for each in claim.children if each.key not in wanted]:
            self._take_out(child)
        for key, mention in wanted.items():
            if key not in there:
                self._put_in(claim, self._tree.new_mention(claim, mention))
        self._tell(claim)
        return there != wanted.keys()

    def _follow_record(self, record: Item | Source) -> bool:
        node = self.node_of(record.id)
        if isinstance(record, Item):
            folder, key = folder_of(record.kind), item_key(record)
        else:
            folder, key = SOURCES, source_key(record)
        if node is not None and node.key == key and node.parent is self._tree.folders.get(folder):
            self._tell(node)
            for mention in self.mentions(record.id):
                self._tell(mention)
            return False
        if node is not None:
            self._remove(record.id)
        made = (
            self._tree.new_item(record)
            if isinstance(record, Item)
            else self._tree.new_source(record)
        )
        self._put_in(self._ensure(folder), made)
        return True

    def _ensure(self, folder: Folder) -> Node:
        there = self._tree.folders.get(folder)
        if there is not None:
            return there
        above = self._ensure(Folder(folder.group)) if folder.kind else self._tree.root
        node = self._tree.new_folder(folder)
        self._put_in(above, node)
        return node

    def _remove(self, record_id: str) -> None:
        node = self.node_of(record_id)
        if node is None:
            return
        self._take_out(node)
        self._tree.items.pop(record_id, None)
        self._tree.sources.pop(record_id, None)

    # -- single rows ----------------------------------------------------------------------

    def _put_in(self, above: Node, node: Node) -> None:
        node.parent = above
        at = above.position(node.key)
        if at < above.shown or above.more is None:
            self.beginInsertRows(self.index_of(above), at, at)
            above.insert(node)
            above.shown += 1
            self.endInsertRows()
        else:
            above.insert(node)
            self._follow_hidden(above)
        self._tell_counts(above)

    def _take_out(self, node: Node) -> None:
        above = node.parent
        assert above is not None and above.children is not None
        at = above.position(node.key)
        if at < above.shown:
            self.beginRemoveRows(self.index_of(above), at, at)
            self._drop(above, at)
            above.shown -= 1
            self.endRemoveRows()
            if above.shown == 0 and above.more is not None:
                self._show_more(above, PAGE)
        else:
            self._drop(above, at)
            self._follow_hidden(above)
        if above.children or above.sort is Sort.ITEM:
            self._tell_counts(above)
        elif above.sort in (Sort.GROUP, Sort.KIND):
            self._tree.folders = {
                folder: each for folder, each in self._tree.folders.items() if each is not above
            }
            self._take_out(above)

    def _drop(self, above: Node, at: int) -> None:
        assert above.children is not None
        node = above.children.pop(at)
        above.keys.pop(at)
        self._tree.forget(node)

    def _show_more(self, above: Node, rows: int) -> None:
        rows = min(rows, above.hidden)
        if rows <= 0:
            return
        self.beginInsertRows(self.index_of(above), above.shown, above.shown + rows - 1)
        above.shown += rows
        self.endInsertRows()
        self._follow_hidden(above)

    def _follow_hidden(self, above: Node) -> None:
        more = above.more
        if more is None:
            return
        if above.hidden:
            more.waiting = above.hidden
            self._tell(more)
            return
        self.beginRemoveRows(self.index_of(above), above.shown, above.shown)
        above.more = None
        self._tree.nodes.pop(more.serial, None)
        self.endRemoveRows()

    def _tell_counts(self, node: Node | None) -> None:
        while node is not None and node.sort is not Sort.ROOT:
            self._tell(node)
            node = node.parent

    def _node(self, index: Index) -> Node:
        # The invalid index has the id 0, which is that of the root.
        return self._tree.nodes.get(index.internalId(), self._tree.root)


def _comes_or_goes(edit: Edit) -> bool:
    if isinstance(edit.record, Link):
        return True
    return isinstance(edit.record, (Item, Source)) and (edit.before is None or edit.after is None)


def _items_placed(edits: Iterable[Edit]) -> set[str]:
    """The items that were put on a board or taken off one."""
    return {
        edit.record.item
        for edit in edits
        if isinstance(edit.record, Card) and (edit.before is None or edit.after is None)
    }

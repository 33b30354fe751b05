"""`Tree`: every item and source of a case in the order of the outline. It knows no window, so that
for a large case it can be made while the case is still on its way."""

from __future__ import annotations

from caseboard.panels.outline_nodes import (
    SOURCES,
    Folder,
    Mention,
    Node,
    Sort,
    folder_of,
    group_key,
    is_spoken_to,
    item_key,
    kind_key,
    mentions_of,
    source_key,
)
from casedb.model.contents import Contents
from casedb.model.records import Item, Source


class Tree:
    """The rows of an outline, and where to find the one of a record.

    `nodes` are all of them by their serial numbers, with 0 for the root; `folders`, `items` and
    `sources` those of folders and records, `mentions` those of items below claims.
    """

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self.root = Node(Sort.ROOT, "", ())
        # Qt gives the invalid index the id 0.
        self.nodes: dict[int, Node] = {0: self.root, self.root.serial: self.root}
        self.folders: dict[Folder, Node] = {}
        self.items: dict[str, Node] = {}
        self.sources: dict[str, Node] = {}
        self.mentions: dict[str, dict[int, Node]] = {}
        filled: dict[Folder, list[Node]] = {}
        for item in contents.items.values():
            filled.setdefault(folder_of(item.kind), []).append(self.new_item(item))
        for source in contents.sources.values():
            filled.setdefault(SOURCES, []).append(self.new_source(source))
        self._hang_up(filled)

    def _hang_up(self, filled: dict[Folder, list[Node]]) -> None:
        """Put folders with their nodes below the root."""
        tops: dict[str, list[Node]] = {}
        for folder, nodes in filled.items():
            made = self.new_folder(folder)
            for node in nodes:
                node.parent = made
            made.fill(nodes)
            self.mark_hidden(made)
            for node in (made.children or ())[: made.shown]:
                if node.children is None:
                    self.is_spoken_to(node)
            tops.setdefault(folder.group, []).append(made)
        for name, made in tops.items():
            if made[0].sort is Sort.KIND:
                group = self.new_folder(Folder(name))
                for node in made:
                    node.parent = group
                group.fill(made)
        groups = [node for folder, node in self.folders.items() if not folder.kind]
        for node in groups:
            node.parent = self.root
        self.root.fill(groups)

    # -- making nodes ---------------------------------------------------------------------

    def noted(self, node: Node) -> Node:
        """Let a node be found by its serial number."""
        self.nodes[node.serial] = node
        return node

    def new_item(self, item: Item) -> Node:
        """A node for an item."""
        node = self.noted(Node(Sort.ITEM, item.id, item_key(item)))
        if item.kind == "claim":
            node.children = None
        else:
            node.is_leaf = True
        self.items[item.id] = node
        return node

    def new_source(self, source: Source) -> Node:
        """A node for a source."""
        node = self.noted(Node(Sort.SOURCE, source.id, source_key(source)))
        self.sources[source.id] = node
        return node

    def new_folder(self, folder: Folder) -> Node:
        """A node for a group, or for a kind of evidence."""
        if folder.kind:
            node = self.noted(Node(Sort.KIND, folder.kind, kind_key(folder.kind)))
        else:
            node = self.noted(Node(Sort.GROUP, folder.group, group_key(folder.group)))
        self.folders[folder] = node
        return node

    def new_mention(self, claim: Node, mention: Mention) -> Node:
        """A node for what speaks for or against a claim, below it."""
        node = self.noted(Node(Sort.EVIDENCE, mention.item, mention.key, claim, mention.polarity))
        self.mentions.setdefault(mention.item, {})[node.serial] = node
        return node

    def fill_claim(self, claim: Node) -> None:
        """Put below a claim what speaks for and against it."""
        mentions = mentions_of(self._contents, claim.id)
        claim.fill(self.new_mention(claim, mention) for mention in mentions)
        self.mark_hidden(claim)

    def is_spoken_to(self, claim: Node) -> bool:
        """Whether anything would be put below a claim that was not filled yet: found out once, as
        it is asked for every row that is laid out."""
        if claim.is_spoken_to is None:
            claim.is_spoken_to = is_spoken_to(self._contents, claim.id)
        return claim.is_spoken_to

    def mark_hidden(self, above: Node) -> None:
        """Give a node with more rows than are shown one that stands for the others."""
        if above.hidden and above.more is None:
            above.more = self.noted(Node(Sort.MORE, "", (), above))
            above.more.waiting = above.hidden

    # -- finding and forgetting -----------------------------------------------------------

    def take_apart(self) -> None:
        """Let all nodes go at once, without waiting for somebody to look for circles."""
        for node in self.nodes.values():
            node.parent = None

    def node_of(self, record_id: str) -> Node | None:
        """The node of an item or source."""
        return self.items.get(record_id) or self.sources.get(record_id)

    def forget(self, node: Node) -> None:
        """Forget a node and all below it."""
        self.nodes.pop(node.serial, None)
        if node.more is not None:
            self.nodes.pop(node.more.serial, None)
        if node.sort is Sort.EVIDENCE:
            mentions = self.mentions.get(node.id, {})
            mentions.pop(node.serial, None)
            if not mentions:
                self.mentions.pop(node.id, None)
        for child in node.children or ():
            self.forget(child)

"""A canvas of another program comes into a case: a board with its cards, links and frames, as one change.

Files that it names are looked for in one folder and nowhere else. What has no place here is kept with
the board to the letter, and every thing that was taken otherwise than it stands there is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import cast

from casedb.case import Case
from casedb.commands.items import NewId
from casedb.commands.links import types_for
from casedb.delivery import look
from casedb.errors import IntakeRefused
from casedb.exchange.canvas import LARGEST, Canvas, Edge, Members, Node, read_canvas
from casedb.exchange.canvas_board import (
    OURS,
    card_nodes,
    group_nodes,
    kept,
    link_edges,
    renamed,
)
from casedb.ids import utc_now
from casedb.intake.cage.cage import Cage
from casedb.intake.offer import Opener
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS
from casedb.model.records import (
    Board,
    CanvasRest,
    Card,
    Frame,
    Item,
    Link,
    Record,
    Ref,
)
from casedb.model.values import Values
from casedb.taking import LONGEST_TITLE, Found, Seed, Stamp, take
from casedb.words import say

LONGEST_TEXT = 100_000


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a canvas becomes: one change with the bytes that come with it, and what there is to know.

    `board` is the id of the new board; `cards`, `links` and `frames` are how many of each there are.
    """

    change: ChangeSet
    bytes_of: Mapping[str, Opener]
    board: str
    cards: int
    links: int
    frames: int
    remarks: tuple[str, ...]


def bring_canvas(case: Case, path: Path, cage: Cage) -> Arrival:
    """Take a canvas in as a new board, with the files beside it that it names.

    Raises IntakeRefused for what is no canvas, and CaseError where the case cannot be changed.
    """
    arrival = plan_canvas(case, path, cage)
    case.run(arrival.change, arrival.bytes_of)
    return arrival


def plan_canvas(case: Case, path: Path, cage: Cage) -> Arrival:
    """What would come of that, without changing anything. Raises IntakeRefused."""
    canvas = read_canvas(_bytes_of(path))
    files, remarks = _files_of(canvas, path.parent, case.path, cage)
    planned = arrive(
        case.contents, case.new_id, canvas, path.stem, files, Stamp(utc_now(), case.actor)
    )
    return replace(planned, remarks=(*planned.remarks, *remarks))


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as trouble:
        reason = trouble.strerror or say("the system refuses it")
        raise IntakeRefused(
            say("“{name}” cannot be read: {reason}.", name=path.name, reason=reason)
        ) from trouble


def _files_of(
    canvas: Canvas, folder: Path, case_path: Path, cage: Cage
) -> tuple[dict[str, Found], list[str]]:
    """The files that nodes name and that lie in a folder, by the words of the nodes; and why others do
    not come."""
    named = dict.fromkeys(each.text("file") for each in canvas.nodes if each.sort == "file")
    found: dict[str, Found] = {}
    remarks: list[str] = []
    for words in named:
        path = _inside(folder, words)
        if path is None:
            remarks.append(
                say("“{file}” is not beside the canvas, so only its name came.", file=words)
            )
            continue
        (looked,) = look([path], case_path, cage)
        if looked.offer is None:
            remarks.append(f"{words}: {looked.row.reason}")
        else:
            found[words] = looked
    return found, remarks


def _inside(folder: Path, words: str) -> Path | None:
    """The file of that name in a folder; None for one that is not there, or would lead out of it."""
    if not words or "\0" in words or PureWindowsPath(words).drive or "\\" in words:
        return None
    wanted = PurePosixPath(words)
    if wanted.is_absolute() or ".." in wanted.parts:
        return None
    path = folder.joinpath(*wanted.parts)
    try:
        root, real = folder.resolve(strict=True), path.resolve(strict=True)
        is_file = real.is_file() and not path.is_symlink()
    except (OSError, ValueError):
        return None
    return path if is_file and real.is_relative_to(root) else None


# -- planning ------------------------------------------------------------------------------------


def arrive(
    contents: Contents,
    new_id: NewId,
    canvas: Canvas,
    title: str,
    files: Mapping[str, Found],
    stamp: Stamp,
) -> Arrival:
    """What a canvas becomes in a case; `files` are those that came with it, by the words for them."""
    return _Arriving(contents, new_id, canvas, title, files, stamp).plan()


class _Arriving:
    def __init__(
        self,
        contents: Contents,
        new_id: NewId,
        canvas: Canvas,
        title: str,
        files: Mapping[str, Found],
        stamp: Stamp,
    ) -> None:
        self._contents = contents
        self._new_id = new_id
        self._canvas = canvas
        self._title = title
        self._files = files
        self._stamp = stamp
        self._remarks = list(canvas.remarks)
        self._made: list[Record] = []
        self._own: dict[str, str] = {}
        self._drawn: dict[str, str] = {}

    def plan(self) -> Arrival:
        new_id = self._new_id
        positions = [board.position for board in self._contents.boards]
        board = Board(new_id(), self._free_title(), max(positions, default=-1) + 1)
        items, edits, bytes_of = self._items()
        self._made.append(board)
        frames, cards = self._place(board.id, items)
        there = self._contents.copy()
        there.apply(ChangeSet("", edits))
        links = self._links(cards, there)
        self._made += links
        changed = ChangeSet("Import canvas", (*edits, *(Edit(None, each) for each in self._made)))
        rest = self._rest(board.id, changed)
        return Arrival(
            ChangeSet(changed.label, (*changed.edits, Edit(None, rest))),
            bytes_of,
            board.id,
            len(cards),
            len(links),
            frames,
            tuple(self._remarks),
        )

    def _free_title(self) -> str:
        title = self._title.strip() or say("Canvas")
        taken = {board.title for board in self._contents.boards}
        return next(
            each
            for each in (title, *(f"{title} {n}" for n in range(2, len(taken) + 3)))
            if each not in taken
        )

    # -- items --------------------------------------------------------------------------------

    def _items(self) -> tuple[dict[str, Item], tuple[Edit, ...], Mapping[str, Opener]]:
        """The item of each node, the edits that make what is new of them, and bytes."""
        shown = [each for each in self._canvas.nodes if each.sort != "group"]
        items: dict[str, Item] = {}
        seeds: dict[str, Seed] = {}
        for node in shown:
            there = self._known(node)
            if there is not None:
                items[node.id] = there
            elif node.text("file") not in self._files or node.sort != "file":
                seeds[node.id] = self._seed(node)
        found = [
            # A network that a canvas names is a file on it, and not unfolded beside it.
            replace(each, row=replace(each.row, file=key), diagram=None)
            for key, each in self._files.items()
        ]
        taking = take(self._contents, self._new_id, found, self._stamp, list(seeds.values()))
        items |= dict(zip(seeds, taking.made[len(taking.made) - len(seeds) :], strict=True))
        by_id = {each.id: each for each in (*taking.made, *taking.shown)}
        for row in taking.rows:
            for node in shown:
                if node.sort == "file" and node.text("file") == row.file and row.item:
                    items[node.id] = by_id.get(row.item) or self._contents.items[row.item]
        for node in shown:
            if node.id not in items:
                # What was let go for good does not come back; its place on the board stays.
                self._remarks.append(say("“{file}” did not come in again.", file=node.text("file")))
        return items, taking.edits, taking.bytes_of

    def _known(self, node: Node) -> Item | None:
        """The item that our own canvas of this very case was drawn of."""
        ours = node.members.get(OURS)
        item_id = ours.get("item") if isinstance(ours, Mapping) else None
        return self._contents.get(Item, item_id) if isinstance(item_id, str) else None

    def _seed(self, node: Node) -> Seed:
        ours = node.members.get(OURS)
        told = ours.get("kind") if isinstance(ours, Mapping) else None
        kind = told if isinstance(told, str) and told in KINDS else "note"
        match node.sort:
            case "link":
                url = node.text("url")[:LONGEST_TEXT]
                return Seed("document", {"title": _shortened(url), "url": url})
            case "file":
                name = node.text("file")
                values: dict[str, JsonValue] = {
                    "title": _shortened(PurePosixPath(name).stem or name)
                }
                return Seed("document", {**values, "summary": name[:LONGEST_TEXT]})
            case _:
                title, summary = split_text(node.text("text")[:LONGEST_TEXT])
                return Seed(kind, {"title": title, "summary": summary or None})

    # -- where things lie ---------------------------------------------------------------------

    def _place(self, board_id: str, items: Mapping[str, Item]) -> tuple[int, dict[str, Card]]:
        frames = 0
        cards: dict[str, Card] = {}
        for z, node in enumerate(self._canvas.nodes):
            box = node.x, node.y, node.width, node.height
            if node.sort == "group":
                label = node.text("label")
                frame = Frame(self._new_id(), board_id, label[:LONGEST_TITLE], *box, z)
                self._own[node.id] = frame.id
                self._made.append(frame)
                frames += 1
            elif node.id in items:
                card = Card(self._new_id(), board_id, items[node.id].id, *box, z)
                self._own[node.id] = card.id
                self._made.append(card)
                cards[node.id] = card
        return frames, cards

    # -- links --------------------------------------------------------------------------------

    def _links(self, cards: Mapping[str, Card], there: Contents) -> list[Link]:
        links: list[Link] = []
        for edge in self._canvas.edges:
            start, end = cards.get(edge.start), cards.get(edge.end)
            if start is None or end is None or start.item == end.item:
                self._remarks.append(say("An edge joins a thing with itself: not drawn."))
                continue
            known = self._known_link(edge)
            if known is not None:
                self._drawn[edge.id] = known
                continue
            values: dict[str, JsonValue] = (
                {"label": edge.label[:LONGEST_TEXT]} if edge.label else {}
            )
            ends = Ref.item(start.item), Ref.item(end.item)
            made = Link(self._new_id(), self._type_of(edge, ends, there), *ends, Values(values))
            self._drawn[edge.id] = made.id
            links.append(made)
        return links

    def _known_link(self, edge: Edge) -> str | None:
        ours = edge.members.get(OURS)
        link_id = ours.get("link") if isinstance(ours, Mapping) else None
        known = self._contents.get(Link, link_id) if isinstance(link_id, str) else None
        return known.id if known is not None else None

    def _type_of(self, edge: Edge, ends: tuple[Ref, Ref], there: Contents) -> str:
        """The type that our own canvas told, where it may join these two."""
        ours = edge.members.get(OURS)
        told = ours.get("type") if isinstance(ours, Mapping) else None
        fitting = {each.name for each in types_for(there, *ends)} if told else set[str]()
        return told if isinstance(told, str) and told in fitting else "related"

    # -- what is kept -------------------------------------------------------------------------

    def _rest(self, board_id: str, change: ChangeSet) -> CanvasRest:
        """What the canvas said, and what we would say of what came of it."""
        after = self._contents.copy()
        after.apply(change)
        said: dict[str, Members] = {
            **{frame.id: node for frame, node in group_nodes(after, board_id)},
            **{card.id: node for card, node in card_nodes(after, board_id)},
        }
        ids = {own: node_id for node_id, own in self._own.items()}
        drawn = {link: renamed(edge, ids) for link, edge in link_edges(after, board_id)}
        nodes = {
            self._own[each.id]: kept(each.members, said[self._own[each.id]])
            for each in self._canvas.nodes
            if each.id in self._own
        }
        edges = {
            self._drawn[each.id]: kept(each.members, drawn[self._drawn[each.id]])
            for each in self._canvas.edges
            if self._drawn.get(each.id) in drawn
        }
        lost = [each.members for each in self._canvas.edges if each.id not in self._drawn]
        held: dict[str, JsonValue] = {
            "format": "jsoncanvas-1.0",
            "top": self._canvas.top,
            "nodes": cast("JsonValue", nodes),
            "edges": cast("JsonValue", edges),
            "kept_nodes": list(self._canvas.kept_nodes),
            "kept_edges": [*self._canvas.kept_edges, *lost],
        }
        return CanvasRest(
            self._new_id(), board_id, Values({key: each for key, each in held.items() if each})
        )


_HEADING = re.compile(r"^#{1,6}\s+|^>\s+|^[-*+]\s+|\*\*|__|`")


def split_text(text: str) -> tuple[str, str]:
    """A text in Markdown as a title and what follows it: its first line, without signs."""
    first, _, more = text.strip().partition("\n")
    title = _HEADING.sub("", first).strip()
    if len(title) <= LONGEST_TITLE:
        return title, more.strip()
    return _shortened(title), text.strip()


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_TITLE else text[: LONGEST_TITLE - 1].rstrip() + "…"

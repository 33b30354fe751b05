"""`Row`: what one row of the outline shows, says aloud and tells in its tool tip."""

from __future__ import annotations

from dataclasses import dataclass

from caseboard.panels import outline_nodes
from caseboard.panels.outline_nodes import GROUPS, Node, Sort
from caseboard.panels.wording import item_title, source_name
from caseboard.plain_tips import tip
from casedb.model.conclusions import limits_in_words
from casedb.model.contents import Contents
from casedb.model.item_dates import date_on_card
from casedb.model.kinds import kind_of
from casedb.model.records import Item, Source
from casedb.words import say, written

_TITLES = dict(GROUPS)
_ON_BOARDS = (Sort.BOARD, Sort.FRAME, Sort.CARD, Sort.LINK)


@dataclass(frozen=True, slots=True)
class Row:
    """What one row shows.

    `what` is the kind of record; `note` the small text at the end (a count, a date); `pro` and
    `con` how many items speak for and against a claim; `polarity` on which side evidence speaks;
    `is_loose` whether the item lies on no board; `depth` how far the row is indented; `said` is what
    is read aloud, where that is not made of the others, and `details` what is read after it; `limits`
    what the item does not show.
    """

    sort: Sort
    title: str
    what: str = ""
    icon: str = ""
    accent: str = ""
    note: str = ""
    pro: int = 0
    con: int = 0
    polarity: int = 0
    is_loose: bool = False
    depth: int = 0
    said: str = ""
    details: str = ""
    limits: str = ""

    def spoken(self) -> str:
        """The row as a screen reader says it."""
        if self.said:
            return self.said
        match self.sort:
            case Sort.GROUP | Sort.KIND:
                return f"{self.title}, {self.note}"
            case Sort.MORE:
                return say("{title}. Press Enter to show them.", title=self.title)
            case Sort.EVIDENCE:
                side = say("For") if self.polarity > 0 else say("Against")
                return f"{self.what}: {side}: {self.title}"
            case _:
                parts = [f"{self.what}: {self.title}", self.note]
                if self.pro or self.con:
                    parts.append(say("{pro} for, {con} against", pro=self.pro, con=self.con))
                if self.is_loose:
                    parts.append(say("not on a board"))
                return ", ".join(filter(None, parts))

    def tip(self) -> str:
        """The tool tip: the whole title, and what its marks mean. Empty for folders."""
        if self.sort not in (Sort.ITEM, Sort.EVIDENCE, Sort.SOURCE, *_ON_BOARDS):
            return ""
        lines = [self.title]
        if self.pro or self.con:
            lines.append(
                say(
                    "{pro} for, {con} against: mentions, not independent lines",
                    pro=self.pro,
                    con=self.con,
                )
            )
        if self.limits:
            lines.append(self.limits)
        if self.is_loose:
            lines.append(say("Not on a board: drag it onto one"))
        return "".join(map(tip, lines))


def title_of(contents: Contents, node: Node) -> str:
    """What a row is called."""
    match node.sort:
        case Sort.GROUP:
            return say(_TITLES[node.id])
        case Sort.KIND:
            return say(kind_of(node.id).plural)
        case Sort.MORE:
            page, whole = min(node.waiting, outline_nodes.PAGE), node.waiting
            if whole > page:
                return say("{page} more of {n}", "{page} more of {n}", page=page, n=whole)
            return say("{n} more", "{n} more", n=whole)
        case Sort.SOURCE:
            source = contents.get(Source, node.id)
            return source_name(source) if source is not None else ""
        case _:
            item = contents.get(Item, node.id)
            return item_title(item, contents) if item is not None else ""


def row_of(contents: Contents, node: Node) -> Row:
    """What a row shows; the rows below a claim must be known."""
    title = title_of(contents, node)
    match node.sort:
        case Sort.GROUP:
            return Row(node.sort, title, note=written(_size(node)))
        case Sort.KIND:
            kind = kind_of(node.id)
            return Row(node.sort, title, "", kind.icon, kind.accent, written(_size(node)))
        case Sort.SOURCE:
            return Row(node.sort, title, say("Source"), "source", "tx3")
        case Sort.MORE:
            return Row(node.sort, title, "", "chevron_down", "tx2", depth=_depth(node))
        case _:
            item = contents.get(Item, node.id)
            if item is None:
                return Row(node.sort, title, depth=_depth(node))
            return _row_of_item(contents, node, item, title)


def _row_of_item(contents: Contents, node: Node, item: Item, title: str) -> Row:
    kind = kind_of(item.kind)
    children = node.children or ()
    pro = sum(child.polarity > 0 for child in children)
    date = date_on_card(item) if item.kind == "event" else None
    return Row(
        node.sort,
        title,
        say(kind.label),
        kind.icon,
        kind.accent,
        note=date.show_short() if date is not None else "",
        pro=pro,
        con=len(children) - pro,
        polarity=node.polarity,
        is_loose=node.sort is Sort.ITEM and not contents.cards_of(item.id),
        depth=_depth(node),
        limits=limits_in_words(item),
    )


def _size(node: Node) -> int:
    """How many records a group or kind holds."""
    children = node.children or ()
    if children and children[0].sort is Sort.KIND:
        return sum(len(child.children or ()) for child in children)
    return len(children)


def _depth(node: Node) -> int:
    above = node.parent
    return 1 if above is not None and above.sort in (Sort.KIND, Sort.ITEM) else 0

"""`SearchResults`: what a search found, row by row; words are put together when a row is seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from caseboard.bridge import CaseBridge
from caseboard.dropping import ITEMS_MIME
from caseboard.panels.item_mime import items_mime
from caseboard.panels.wording import (
    end_title,
    item_title,
    one_line,
    source_name,
    whereabouts,
)
from caseboard.plain_tips import tip
from caseboard.row_paint import Marks
from caseboard.titles import listed
from caseboard_assets import icon_names
from casedb.commands.annotations import mark
from casedb.model.card_face import face
from casedb.model.contents import Contents
from casedb.model.discretion import is_protected
from casedb.model.fields import Choice
from casedb.model.file_words import has_pages
from casedb.model.forms import ELEMENT_FIELDS
from casedb.model.kinds import KINDS, kind_of
from casedb.model.link_types import link_type
from casedb.model.records import Annotation, Artifact, Element, Item, Link, Source
from casedb.model.search_text import plain_text
from casedb.model.snippets import marks_in, near, snippet
from casedb.model.visible_text import visible
from casedb.store.search import Hit, Spot
from casedb.words import say, term

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Found: TypeAlias = Item | Source | Element | Link | Artifact | Annotation

_NOWHERE = QModelIndex()
SNIPPET = 45
"""Characters of a snippet: the word that was met stands in its first third."""
IN_SIGHT = 27
"""Characters of a title that are sure to be seen."""

BEGINNING = 13
"""Characters of such a title that are kept at most where the words stand further back."""

SORTS: Mapping[str, tuple[str, str, str]] = {
    **{kind.name: (kind.plural, kind.icon, kind.accent) for kind in KINDS.values()},
    "element": (term("Elements of claims"), "quote", "claim"),
    "link": (term("Links"), "link", "tx3"),
    "source": (term("Sources"), "source", "tx3"),
    "file": (term("Files"), "file", "tx3"),
    "mark": (term("Marks"), "mark_box", "tx3"),
}
"""What may be found, by sort: what people read, in English, icon, colour; in the order of the chips."""


class Role(IntEnum):
    """What the delegate asks for besides Qt's own roles."""

    FACE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class ResultFace:
    """What one result shows: title and text with the ranges that were met, and where it is."""

    icon: str
    accent: str
    title: str
    title_marks: Marks
    text: str
    text_marks: Marks
    foot: str

    def spoken(self) -> str:
        """The result as a screen reader says it."""
        return ". ".join(filter(None, (self.title, self.text, self.foot)))


class SearchResults(QAbstractListModel):
    """The results of the newest search, all of them or those of some sorts."""

    def __init__(self, bridge: CaseBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._query = ""
        self._all: list[Found] = []
        self._rows: list[Found] = []
        self._faces: dict[str, ResultFace] = {}
        self._spots: dict[str, Spot] = {}

    def show(self, query: str, hits: Sequence[Hit], sorts: frozenset[str]) -> None:
        """Show what was found by a search; only some sorts unless `sorts` is empty."""
        self._query = query
        self._spots = {hit.id: hit.spot for hit in hits if hit.spot is not None}
        self._all = [record for record, _ in results_of(self._bridge.contents, hits)]
        self.narrow(sorts)

    def narrow(self, sorts: frozenset[str]) -> None:
        """Show only results of some sorts; all of them where `sorts` is empty."""
        self.beginResetModel()
        self._faces = {}
        self._rows = [each for each in self._all if not sorts or sort_of(each) in sorts]
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self._all = []
        self.narrow(frozenset())

    def counts(self) -> dict[str, int]:
        """How many results there are of each sort, in the order of the chips."""
        counted = Counter(sort_of(each) for each in self._all)
        known = {sort: counted[sort] for sort in SORTS if counted[sort]}
        return known | {sort: n for sort, n in counted.items() if sort not in SORTS}

    @property
    def total(self) -> int:
        """How many results there are of all sorts."""
        return len(self._all)

    def index_of(self, record_id: str) -> QModelIndex:
        """The row of a record; invalid where it is not among those shown."""
        rows = (n for n, record in enumerate(self._rows) if record.id == record_id)
        row = next(rows, None)
        return self.index(row, 0) if row is not None else QModelIndex()

    def shown(self) -> Sequence[Found]:
        """The records of all rows, best first."""
        return tuple(self._rows)

    def found(self, index: Index) -> Found | None:
        """The record that a row stands for."""
        return self._rows[index.row()] if index.isValid() else None

    def spot(self, record: Found) -> Spot | None:
        """Where in a file the words were met; None where they are in its name, or for no file."""
        return self._spots.get(record.id)

    # -- Qt asks --------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._face(index).title
            case Role.FACE:
                return self._face(index)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._face(index).spoken()
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._face(index).title)
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_item = index.isValid() and isinstance(self._rows[index.row()], Item)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if is_item else flags

    def mimeTypes(self) -> list[str]:
        return [ITEMS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        records = [self._rows[index.row()] for index in indexes]
        return items_mime(record.id for record in records if isinstance(record, Item))

    def _face(self, index: Index) -> ResultFace:
        record = self._rows[index.row()]
        made = self._faces.get(record.id)
        if made is None:
            made = self._faces[record.id] = result_face(
                self._bridge.contents, record, self._query, self.spot(record)
            )
        return made


def sort_of(record: Found) -> str:
    """Which chip a result belongs to."""
    match record:
        case Item():
            return record.kind
        case Source():
            return "source"
        case Element():
            return "element"
        case Link():
            return "link"
        case Artifact():
            return "file"
        case Annotation():
            return "mark"


def sort_look(sort: str) -> tuple[str, str, str]:
    """What a sort is called, its icon and its colour."""
    kind = kind_of(sort)
    text, icon, accent = SORTS.get(sort, (kind.plural, kind.icon, kind.accent))
    return say(text), icon, accent


def result_face(
    contents: Contents, record: Found, query: str, spot: Spot | None = None
) -> ResultFace:
    """What a result shows for a search; `spot` is where in a file it was met."""
    heading, body = plain_text(record)
    body = near(spot.text, query) if spot is not None else body
    is_hidden = isinstance(record, Source) and is_protected(record)
    # What is said of it may name it as well.
    met = snippet(visible(body), query, SNIPPET) if not is_hidden else None
    match record:
        case Item():
            kind = kind_of(record.kind)
            title, icon, accent = item_title(record, contents), kind.icon, kind.accent
            text = _about(contents, record)
            foot = f"{say(kind.label)} · {whereabouts(contents, record.id)}"
        case Source():
            title, icon, accent = source_name(record), "source", "tx3"
            named = len(contents.referrers(record.id))
            text = ""
            foot = say("Source · named by {n} entry", "Source · named by {n} entries", n=named)
        case Element():
            title, icon, accent = one_line(heading), "quote", "claim"
            claim = contents.get(Item, record.claim)
            text = say("of “{claim}”", claim=item_title(claim)) if claim is not None else ""
            foot = say("Element of a claim · {role}", role=_role(record).lower())
        case Link():
            type_ = link_type(record.type)
            title = one_line(heading) or say(type_.label)
            icon = type_.icon if type_.icon in icon_names() else "link"
            accent = type_.accent
            text = f"{end_title(contents, record.start)} → {end_title(contents, record.end)}"
            foot = say("Link · {says}", says=say(type_.says))
        case Artifact():
            title, icon, accent = one_line(heading) or say("unnamed"), "file", "tx3"
            titles = listed([f"“{each}”" for each in _users(contents, record)])
            text = say("used by {titles}", titles=titles) if titles and spot is None else ""
            uses = _uses(contents, record) if not text else ""
            foot = " · ".join(filter(None, (_pages(record, spot), uses)))
        case Annotation():
            title, icon, accent, text = one_line(heading), _icon_of(record), "tx3", ""
            foot = _place_of(contents, record)
    title, title_marks = _in_sight(title, marks_in(title, query))
    if met is not None:
        return ResultFace(icon, accent, title, title_marks, met.text, met.marks, foot)
    return ResultFace(icon, accent, title, title_marks, text, marks_in(text, query), foot)


def users_of(contents: Contents, artifact: str) -> list[str]:
    """The items that use a file, each once."""
    return list(dict.fromkeys(each.item for each in contents.attachments_to(artifact)))


def _pages(artifact: Artifact, spot: Spot | None) -> str:
    """On which page of a file it was met, and on how many more."""
    if spot is None or not has_pages(artifact.media_type):
        return say("File")
    if spot.pages == 1:
        return say("Page {n}", n=spot.page)
    more = spot.pages - 1
    return say("Page {page} and {n} more", "Page {page} and {n} more", page=spot.page, n=more)


def _icon_of(annotation: Annotation) -> str:
    """The icon of the form of a mark."""
    icon = f"mark_{annotation.values.text('form')}"
    return icon if icon in icon_names() else SORTS["mark"][1]


def _place_of(contents: Contents, annotation: Annotation) -> str:
    """On which file a mark is, on which page of it, and which items use that."""
    file = contents.get(Artifact, annotation.artifact)
    name = one_line(file.name) if file is not None else ""
    told = [say("{form} on {file}", form=say("Mark"), file=name or say("unnamed"))]
    drawn = mark(annotation)
    if file is not None and drawn is not None and has_pages(file.media_type):
        told.append(say("Page {n}", n=drawn.page))
    if file is not None:
        told.append(_uses(contents, file))
    return " · ".join(told)


def _users(contents: Contents, artifact: Artifact) -> list[str]:
    """The titles of the items that use a file, where they are few enough to be named."""
    users = users_of(contents, artifact.id)
    few = [contents.items[each] for each in users] if len(users) < 3 else []
    return [item_title(each) for each in few]


def _uses(contents: Contents, artifact: Artifact) -> str:
    """Which items use a file: their titles, or how many."""
    titles = _users(contents, artifact)
    if titles:
        return listed([f"“{each}”" for each in titles])
    users = users_of(contents, artifact.id)
    if users:
        return say("used by {n} item", "used by {n} items", n=len(users))
    return say("no item uses it")


def _in_sight(title: str, marks: Marks) -> tuple[str, Marks]:
    """A title as it is shown: where the words stand far back in it, what is before is cut out.

    Its beginning stays, so that two titles that share the words can be told apart.
    """
    if not marks or marks[0][1] <= IN_SIGHT:
        return title, marks
    first = marks[0][0]
    begin = title[:BEGINNING].rpartition(" ")[0] or title[:BEGINNING]
    lead = f"{begin} … "
    if len(lead) >= first:
        return title, marks
    shift = len(lead) - first
    return lead + title[first:], tuple((start + shift, end + shift) for start, end in marks)


def results_of(contents: Contents, hits: Sequence[Hit]) -> list[tuple[Found, Spot | None]]:
    """What was found, and where in a file; an item and its file that share a name are one result."""
    # The index was asked beside the window: what it found may be gone meanwhile.
    found = [(contents.get(hit.record, hit.id), hit.spot) for hit in hits]
    items = {each.id for each, _ in found if isinstance(each, Item)}
    return [
        (each, spot)
        for each, spot in found
        if each is not None
        and (
            spot is not None
            or not isinstance(each, Artifact)
            or items.isdisjoint(users_of(contents, each.id))
        )
    ]


def _about(contents: Contents, item: Item) -> str:
    """What stands below a title where the words were met in the title alone."""
    shown = face(contents, item)
    if shown.summary:
        return shown.summary
    support = shown.support
    counts = ""
    if support is not None:
        counts = say("{pro} for, {con} against", pro=support.pro, con=support.con)
    return " · ".join(filter(None, (counts, *shown.footer)))


def _role(element: Element) -> str:
    field = next(each for each in ELEMENT_FIELDS if each.name == "role")
    return field.show(element.role) if isinstance(field, Choice) and element.role else say("part")

"""`Records`: the records of a case by type and id, and nothing said of who points at whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar, cast

from casedb.model.records import (
    Annotation,
    Artifact,
    Assessment,
    Attachment,
    Board,
    CanvasRest,
    Card,
    CaseInfo,
    Element,
    Fold,
    Frame,
    Item,
    Link,
    Record,
    Redaction,
    SavedView,
    Scale,
    Scheme,
    Snapshot,
    Source,
    Tables,
)

R = TypeVar("R", bound=Record)


class Records:
    """What lies in the tables of a case, to be read."""

    _tables: Tables

    @property
    def info(self) -> CaseInfo:
        """The case itself."""
        return next(iter(self.all(CaseInfo).values()))

    @property
    def items(self) -> Mapping[str, Item]:
        """Every item."""
        return self.all(Item)

    @property
    def sources(self) -> Mapping[str, Source]:
        """Every source."""
        return self.all(Source)

    @property
    def links(self) -> Mapping[str, Link]:
        """Every link."""
        return self.all(Link)

    @property
    def cards(self) -> Mapping[str, Card]:
        """Every card of every board by id."""
        return self.all(Card)

    @property
    def frames(self) -> Mapping[str, Frame]:
        """Every frame of every board by id."""
        return self.all(Frame)

    @property
    def folds(self) -> Mapping[str, Fold]:
        """What lies in every collapsed frame of every board, by the fold's own id."""
        return self.all(Fold)

    @property
    def scales(self) -> Mapping[str, Scale]:
        """Every scale of every frame, by the scale's own id."""
        return self.all(Scale)

    @property
    def views(self) -> Mapping[str, SavedView]:
        """Every saved view of every board by id."""
        return self.all(SavedView)

    @property
    def elements(self) -> Mapping[str, Element]:
        """Every element of every claim by id."""
        return self.all(Element)

    @property
    def artifacts(self) -> Mapping[str, Artifact]:
        """Every artifact by SHA-256."""
        return self.all(Artifact)

    @property
    def attachments(self) -> Mapping[str, Attachment]:
        """Every attachment by id."""
        return self.all(Attachment)

    @property
    def annotations(self) -> Mapping[str, Annotation]:
        """Every annotation of every artifact by id, oldest first."""
        return self.all(Annotation)

    @property
    def assessments(self) -> Mapping[str, Assessment]:
        """Every assessment by id, oldest first."""
        return self.all(Assessment)

    @property
    def snapshots(self) -> Mapping[str, Snapshot]:
        """Every snapshot by id, oldest first."""
        return self.all(Snapshot)

    @property
    def redactions(self) -> Mapping[str, Redaction]:
        """Every redaction profile by id, oldest first."""
        return self.all(Redaction)

    @property
    def canvas_rests(self) -> Mapping[str, CanvasRest]:
        """What canvases said of boards and no field here can hold, by its own id."""
        return self.all(CanvasRest)

    @property
    def schemes(self) -> Mapping[str, Scheme]:
        """Every scheme shipped with the case by id."""
        return self.all(Scheme)

    @property
    def boards(self) -> tuple[Board, ...]:
        """The boards in the order of their tabs."""
        return tuple(sorted(self.all(Board).values(), key=lambda each: (each.position, each.id)))

    def all(self, of: type[R]) -> Mapping[str, R]:
        """Every record of one type by id."""
        return MappingProxyType(cast("dict[str, R]", self._tables[of]))

    def get(self, of: type[R], record_id: str) -> R | None:
        """One record, or None."""
        return cast("R | None", self._tables[of].get(record_id))

    def board(self, board_id: str) -> Board:
        """One board. Raises KeyError."""
        return self.all(Board)[board_id]

    def records(self) -> Iterator[Record]:
        """Every record, in an order in which each refers only to earlier ones."""
        for table in self._tables.values():
            yield from table.values()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Records) and self._tables == other._tables

    __hash__ = None  # pyright: ignore[reportAssignmentType]

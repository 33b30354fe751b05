"""`MatrixBook`: one matrix of competing claims, reckoned a little at a time and kept as the case changes."""

from __future__ import annotations

from collections.abc import Generator, Hashable, Iterable
from types import MappingProxyType

from casedb.analysis.ach import Matrix, against_of, cells_of, origins_of
from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.kinds import kind_of
from casedb.model.ratings import SCALE, Cell, cell_between, says_something
from casedb.model.records import Assessment, Element, Item, Link, Record, Source

PORTION = 200
"""How many cells are reckoned between two pauses."""
MOST = 400
"""Where a change touches more cells than this, all of them are reckoned anew."""


class MatrixBook:
    """The matrix of some claims, which is empty until it is reckoned.

    `cells` are followed change by change, origins are found apart: `has_origins` says whether they are.
    """

    def __init__(self, contents: Contents, claims: Iterable[str]) -> None:
        self._contents = contents
        self.claims = tuple(dict.fromkeys(each for each in claims if each in contents.items))
        self.cells: dict[tuple[str, str], Cell] = {}
        self._targets: dict[str, str] = {}
        self._evidence: dict[str, int] = {}
        self._against: dict[str, tuple[float, ...]] = {}
        self._origins: dict[str, frozenset[Hashable]] = {}
        self._matrix: Matrix | None = None

    @property
    def matrix(self) -> Matrix:
        """What is reckoned now."""
        if self._matrix is None:
            there = tuple(sorted(self._evidence))
            origins = {each: self._origins[each] for each in there if each in self._origins}
            self._matrix = Matrix(
                self.claims,
                there,
                MappingProxyType(dict(self.cells)),
                MappingProxyType(origins),
                MappingProxyType({each: self._against[each] for each in sorted(self._against)}),
            )
        return self._matrix

    @property
    def has_origins(self) -> bool:
        """Whether it is known where all that says something against a claim comes from."""
        return self._against.keys() <= self._origins.keys()

    def reckon(self) -> Generator[None, None, None]:
        """Reckon all cells anew."""
        cells: dict[tuple[str, str], Cell] = {}
        evidence: dict[str, int] = {}
        for claim in self.claims:
            yield
            for n, (item_id, cell) in enumerate(cells_of(self._contents, claim), 1):
                cells[claim, item_id] = cell
                evidence[item_id] = evidence.get(item_id, 0) + 1
                if n % PORTION == 0:
                    yield
        yield
        self._targets = {each: each for each in self.claims}
        for claim in self.claims:
            self._targets |= {each.id: claim for each in self._contents.elements_of(claim)}
        self.cells, self._evidence = cells, evidence
        self._against = against_of(self.claims, sorted(evidence), cells)
        self._origins = {key: each for key, each in self._origins.items() if key in evidence}
        self._matrix = None

    def find_origins(self) -> Generator[None, None, None]:
        """Find where the evidence comes from, as far as it is not known."""
        for n, each in enumerate(self._evidence):
            if each not in self._origins:
                self._origins[each] = origins_of(self._contents, each)
            if n % PORTION == PORTION - 1:
                yield
        self._matrix = None

    def follow(self, edits: Iterable[Edit]) -> frozenset[str] | None:
        """Follow a change; the items whose cells are others now, or None where all is to be reckoned anew."""
        touched: dict[tuple[str, str], None] = {}
        moved = set[str]()
        for edit in edits:
            for record in (edit.before, edit.after):
                if isinstance(record, Element) and record.claim in self.claims:
                    self._targets[record.id] = record.claim
        for edit in edits:
            if self._is_shaken_by(edit):
                return None
            for record in (edit.before, edit.after):
                self._touch(record, touched, moved)
                if len(touched) > MOST:
                    return None
        self._forget_origins(moved)
        changed = {item_id for claim, item_id in touched if self._renew(claim, item_id)}
        if changed or moved:
            self._matrix = None
        return frozenset(changed)

    def _is_shaken_by(self, edit: Edit) -> bool:
        """Whether an edit changes which rows there are."""
        record, other = edit.record, edit.before if edit.after is not None else None
        if not isinstance(record, Item) or record.id not in self.claims:
            return False
        return not isinstance(other, Item) or other.kind != record.kind

    def _touch(
        self, record: Record | None, touched: dict[tuple[str, str], None], moved: set[str]
    ) -> None:
        match record:
            case Link() if says_something(record) and record.end.id in self._targets:
                touched[self._targets[record.end.id], record.start.id] = None
            case Link() if record.type == "derived_from":
                moved.add(record.start.id)
            case Assessment() if record.type == "ach" and record.claim in self.claims:
                touched[record.claim, record.subject] = None
            case Assessment() if record.type == "credibility":
                touched.update(dict.fromkeys((each, record.subject) for each in self.claims))
            case Item():
                touched.update(dict.fromkeys((each, record.id) for each in self.claims))
                moved.add(record.id)
            case Source():
                moved.update(self._evidence)
            case _:
                pass

    def _renew(self, claim: str, item_id: str) -> bool:
        """Reckon a cell anew; whether it is another."""
        before = self.cells.get((claim, item_id))
        item = self._contents.get(Item, item_id)
        told = None
        if item is not None and kind_of(item.kind).is_evidence:
            told = cell_between(self._contents, claim, item)
        is_said = told is not None and (told.links or self._is_rated(claim, item_id))
        number = self._evidence.get(item_id, 0) - ((claim, item_id) in self.cells)
        self.cells.pop((claim, item_id), None)
        if told is not None and is_said:
            self.cells[claim, item_id] = told
            number += 1
        self._evidence.pop(item_id, None)
        self._against.pop(item_id, None)
        if number:
            self._evidence[item_id] = number
            held = [self.cells.get((each, item_id)) for each in self.claims]
            if any(each is not None and SCALE.get(each.rating, 0) < 0 for each in held):
                self._against[item_id] = tuple(
                    0.0 if each is None else each.against for each in held
                )
        return self.cells.get((claim, item_id)) != before

    def _is_rated(self, claim: str, item_id: str) -> bool:
        given = self._contents.assessments_of(item_id)
        return any(each.type == "ach" and each.claim == claim for each in given)

    def _forget_origins(self, moved: set[str]) -> None:
        """Forget where some items come from, and all that is derived from them."""
        waiting, passed = list(moved), set[str]()
        while waiting:
            item_id = waiting.pop()
            if item_id in passed:
                continue
            passed.add(item_id)
            self._origins.pop(item_id, None)
            waiting += [
                link.start.id
                for link in self._contents.links_at(item_id)
                if link.type == "derived_from" and link.end.id == item_id
            ]

"""The columns of the SQL views: for every field type, the expressions that say its value in words.

A value that is not there is NULL, and an empty text is an empty text. A value that is not what its
field says comes out as it lies in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from casedb.model.fields import AnyField, Choice, Choices, Field, Flag, Number, Table, Tags
from casedb.model.marks import FORMS
from casedb.model.options import Option
from casedb.model.reference_fields import (
    AnnotationRef,
    BoardRef,
    ItemRefs,
    Linked,
    Region,
    SourceRef,
    SourceRefs,
)
from casedb.model.when_and_where import Places, Times, When, Where

Columns: TypeAlias = "dict[str, str]"
"""SQL expressions by the names of the columns they fill."""

_UNITS = {"m": "m", "%": "percent", "°": "degrees"}
_RESERVED = {"where": "place"}
_YES_OR_NO = "CASE {0} WHEN 1 THEN 'yes' WHEN 0 THEN 'no' ELSE {0} END"


@dataclass(frozen=True, slots=True)
class Held:
    """Where a value lies: the SQL of a JSON document, and the SQL of a path in it."""

    document: str
    path: str

    @classmethod
    def field(cls, table: str, name: str) -> Held:
        """A field of the records of a table."""
        return cls(f"{table}.fields", f"'$.{name}'")

    def part(self, path: str) -> Held:
        """A part of it, for instance `place.name` or `[0]`."""
        dot = "" if path.startswith("[") else "."
        if self.path.endswith("'"):
            return Held(self.document, f"{self.path[:-1]}{dot}{path}'")
        return Held(self.document, f"{self.path} || '{dot}{path}'")

    @property
    def sql(self) -> str:
        """The value; NULL where there is none, and JSON where it is a list or an object."""
        return f"json_extract({self.document}, {self.path})"

    @property
    def type(self) -> str:
        """Its JSON type, for instance `object`."""
        return f"json_type({self.document}, {self.path})"

    @property
    def rows(self) -> str:
        """The values of a list as the table `e`; no rows where it is no list."""
        document = f"CASE {self.type} WHEN 'array' THEN {self.document} END"
        return f"json_each({document}, {self.path}) AS e"

    def listed(self, each: str) -> str:
        """The values of a list in its order; `each` says one, which is `e.value`."""
        rows = f"json_each({self.document}, {self.path}) AS e"
        return f"(SELECT group_concat({each}, '; ') FROM {rows})"

    def listed_rows(self, each: str) -> str:
        """The rows of a list in its order; `each` says one, which is `row`."""
        said = f"(SELECT group_concat(coalesce({each}, e.value), '; ') FROM {self.rows})"
        return f"coalesce({said}, {self.sql})"

    @property
    def row(self) -> Held:
        """The value that `rows` is at."""
        return Held(self.document, "e.fullkey")


def column_name(field: AnyField) -> str:
    """The column in which a field's value stands; what SQL keeps for itself has another name."""
    name = _RESERVED.get(field.name, field.name)
    unit = _UNITS.get(field.unit) if isinstance(field, Number) else None
    return f"{name}_{unit}" if unit else name


def columns_of(fields: Iterable[AnyField], table: str) -> Columns:
    """The columns of all fields of the records of a table, in their order."""
    return {name: sql for field in fields for name, sql in _columns(field, table).items()}


def _columns(field: AnyField, table: str) -> Columns:
    name, held = column_name(field), Held.field(table, field.name)
    match field:
        case When():
            return {name: date(held), f"{name}_as_stated": held.part("stated").sql}
        case Linked():
            return {name: _linked(field, table)}
        case Times():
            return {name: _several("further_times", held, table)}
        case Places():
            return {name: _several("further_places", held, table)}
        case _:
            return {name: _in_words(field, held)}


def _in_words(field: AnyField, held: Held) -> str:
    match field:
        case Choice():
            return label(held.sql, field.options)
        case Flag():
            return _YES_OR_NO.format(held.sql)
        case Choices():
            return held.listed(label("e.value", field.options))
        case Tags():
            return held.listed("e.value")
        case Where():
            return place_name(held)
        case SourceRef():
            return f"coalesce({title_of(held.sql)}, {held.sql})"
        case AnnotationRef():
            return f"coalesce({words_of_mark(held.sql)}, {held.sql})"
        case Region():
            named = f"{words_of_mark(held.sql)}, {name_of_file(held.sql)}"
            return f"coalesce({named}, {held.sql})"
        case BoardRef():
            return f"coalesce({title_of_board(held.sql)}, {held.sql})"
        case SourceRefs():
            return held.listed(f"coalesce({title_of('e.value')}, e.value)")
        case ItemRefs():
            return held.listed(f"coalesce({title_of('e.value')}, e.value)")
        case Table():
            return held.listed_rows(joined([_cell(column, held.row) for column in field.columns]))
        case _:
            return held.sql


def _cell(column: Field[str] | Field[float] | Field[bool], row: Held) -> str:
    return _in_words(column, row.part(column.name))


def _several(view: str, held: Held, table: str) -> str:
    said = "group_concat(v.which || ': ' || coalesce(v.said, ''), '; ')"
    return f"coalesce((SELECT {said} FROM {view} AS v WHERE v.item_id = {table}.id), {held.sql})"


# -- words -----------------------------------------------------------------------------------


def text(said: str) -> str:
    """A text as an SQL literal."""
    return "'" + said.replace("'", "''") + "'"


def filled(*expressions: str) -> str:
    """The first text that is neither NULL nor empty."""
    texts = [f"nullif({each}, '')" for each in expressions]
    return f"coalesce({', '.join(texts)})" if len(texts) > 1 else texts[0]


def label(stored: str, words: Iterable[Option]) -> str:
    """What people read for a stored word; a word that is not known stands for itself."""
    cases = " ".join(f"WHEN {text(each.value)} THEN {text(each.label)}" for each in words)
    return f"CASE {stored} {cases} ELSE {stored} END"


def joined(cells: Sequence[str]) -> str:
    """Values side by side, those that are missing or empty left out; NULL where all are."""
    parts = " || ".join(f"coalesce(', ' || nullif({cell}, ''), '')" for cell in cells)
    return f"nullif(substr({parts}, 3), '')"


# -- dates and places ------------------------------------------------------------------------


def date(held: Held) -> str:
    """A date as EDTF, or the value as it lies there where it is no date."""
    return f"coalesce({held.part('edtf').sql}, {held.sql})"


def place_name(held: Held) -> str:
    """The name of a place, else the words in which it was stated, else its shape."""
    shape = f"{held.part('geometry').sql}, {held.part('bbox').sql}"
    said = f"{filled(held.part('name').sql, held.part('stated').sql)}, {shape}"
    return f"CASE {held.type} WHEN 'object' THEN coalesce({said}) ELSE {held.sql} END"


def latitude(held: Held) -> str:
    """The latitude of a point, or of the middle of a box or polygon, in degrees."""
    south, north = held.part("bbox[1]").sql, held.part("bbox[3]").sql
    return _position(held, 1, f"({south} + {north}) / 2.0")


def longitude(held: Held) -> str:
    """The longitude of a point, or of the middle of a box or polygon, in degrees."""
    west, east = held.part("bbox[0]").sql, held.part("bbox[2]").sql
    middle = f"({west} + {east}) / 2.0"
    # A box over the 180th meridian ends west of where it begins (RFC 7946, 5.2).
    across = f"CASE WHEN {middle} > 0 THEN {middle} - 180 ELSE {middle} + 180 END"
    return _position(held, 0, f"CASE WHEN {west} > {east} THEN {across} ELSE {middle} END")


def _position(held: Held, axis: int, of_box: str) -> str:
    shape, ring = held.part("geometry.type").sql, held.part("geometry.coordinates[0]")
    corners = (
        f"SELECT (min(c) + max(c)) / 2.0 FROM (SELECT json_extract(r.value, '$[{axis}]') AS c "
        f"FROM json_each({ring.document}, {ring.path}) AS r WHERE r.type = 'array')"
    )
    point = held.part(f"geometry.coordinates[{axis}]").sql
    return (
        f"CASE {shape} WHEN 'Point' THEN {point} WHEN 'Polygon' THEN ({corners}) ELSE {of_box} END"
    )


def geojson(held: Held) -> str:
    """The shape of a place as a GeoJSON geometry (RFC 7946); NULL where it has none."""
    west, south, east, north = (held.part(f"bbox[{at}]").sql for at in range(4))
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    ring = ", ".join(f"json_array({lon}, {lat})" for lon, lat in corners)
    box = f"json_object('type', 'Polygon', 'coordinates', json_array(json_array({ring})))"
    return f"coalesce({held.part('geometry').sql}, CASE WHEN {west} IS NOT NULL THEN {box} END)"


# -- other records ---------------------------------------------------------------------------


def title_of(record: str) -> str:
    """What an item, element or source is called; NULL where it is none of these."""
    return f"(SELECT n.title FROM names AS n WHERE n.id = {record})"


def title_of_board(board: str) -> str:
    """What a board is called; NULL where there is none."""
    return f"(SELECT board.title FROM board WHERE board.id = {board})"


def name_of_file(artifact: str) -> str:
    """What a file is called; NULL where there is none."""
    return f"(SELECT artifact.name FROM artifact WHERE artifact.id = {artifact})"


def words_of_mark(annotation: str) -> str:
    """What is written on a mark, else its form and the name of its file; NULL where there is none."""
    form, words = (Held.field("annotation", name) for name in ("form", "text"))
    said = f"coalesce({words.sql}, {label(form.sql, FORMS)} || ' on ' || artifact.name)"
    return (
        f"(SELECT {said} FROM annotation JOIN artifact ON artifact.id = annotation.artifact "
        f"WHERE annotation.id = {annotation})"
    )


def _linked(field: Linked, table: str) -> str:
    here, there = ("from", "to") if field.outward else ("to", "from")
    types = ", ".join(text(each) for each in field.types)
    title = title_of(f"coalesce(k.{there}_item, k.{there}_element)")
    rows = f"link AS k WHERE k.{here}_item = {table}.id AND k.type IN ({types})"
    if field.kinds:
        claim = f"(SELECT e.claim FROM element AS e WHERE e.id = k.{there}_element)"
        of = f"(SELECT i.kind FROM item AS i WHERE i.id = coalesce(k.{there}_item, {claim}))"
        rows += f" AND {of} IN ({', '.join(text(each) for each in field.kinds)})"
    return f"(SELECT group_concat({title}, '; ') FROM {rows})"

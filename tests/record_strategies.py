"""Records of every type, with whatever values a file can hold, for property tests."""

from __future__ import annotations

from typing import TypeAlias

from hypothesis import strategies as st

from casedb.canonical import canonical
from casedb.model.geometry import LIMIT, Point
from casedb.model.json_value import JsonValue
from casedb.model.link_types import End
from casedb.model.moments import is_span
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
    Ref,
    Route,
    SavedView,
    Scale,
    Scheme,
    Snapshot,
    Source,
)
from casedb.model.values import Values
from casedb.store.cells import is_plain_object

Json: TypeAlias = "st.SearchStrategy[JsonValue]"
WHOLE = 2**53 - 1

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ids = st.text("0123456789abcdef-", min_size=1, max_size=36)
flags = st.booleans()
wholes = st.integers(-WHOLE, WHOLE)
places = st.floats(-LIMIT, LIMIT)
extents = st.floats(0, LIMIT, exclude_min=True)
scalars = st.none() | flags | wholes | st.floats(allow_nan=False, allow_infinity=False) | texts
json_values: Json = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
"""JSON as any program may write it."""


def _is_storable(value: JsonValue) -> bool:
    try:
        return is_plain_object(canonical(dict(Values({"x": value}))).decode())
    except ValueError:
        return False


values = st.dictionaries(texts, json_values.filter(_is_storable), max_size=5).map(Values)
refs = st.builds(Ref, st.sampled_from(End), ids)

moments = st.dates().map(str) | st.datetimes().map(lambda moment: f"{moment.isoformat()}Z")
spans = st.tuples(moments, moments).map(sorted).filter(lambda span: is_span(*span))

records: st.SearchStrategy[Record] = st.one_of(
    st.builds(CaseInfo, ids, values),
    st.builds(Scheme, ids, texts, texts, values),
    st.builds(Source, ids, values),
    st.builds(Item, ids, texts, values),
    st.builds(Element, ids, ids, wholes, values),
    st.builds(Link, ids, texts, refs, refs, values),
    st.builds(Board, ids, texts, wholes),
    st.builds(SavedView, ids, ids, texts, wholes, values),
    st.builds(
        Frame, ids, ids, texts, places, places, extents, extents, wholes, flags, flags, texts
    ),
    st.builds(
        *(Card, ids, ids, ids, places, places, extents, extents, wholes),
        *(flags, flags, flags, texts),
    ),
    st.tuples(ids, ids, spans).map(lambda told: Scale(told[0], told[1], *told[2])),
    st.builds(Fold, ids, ids, extents, extents, st.lists(ids, max_size=4).map(tuple)),
    st.builds(
        Route, ids, ids, ids, st.lists(st.builds(Point, places, places), max_size=3).map(tuple)
    ),
    st.builds(Artifact, ids, st.integers(0, WHOLE), texts, texts, values),
    st.builds(Attachment, ids, ids, ids, wholes, texts),
    st.builds(Annotation, ids, ids, values),
    st.builds(Redaction, ids, texts, values),
    st.builds(CanvasRest, ids, ids, values),
    st.builds(Snapshot, ids, texts, st.integers(1, WHOLE), st.just("ab" * 32), values),
    st.builds(
        *(Assessment, ids, texts, ids, st.none() | ids),
        *(ids, texts, texts, texts, flags, values),
    ),
)
"""Records that a file can hold."""

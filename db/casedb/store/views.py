"""SQL views, one a kind, so that a case reads well in Datasette and the sqlite3 shell.

They are generated from the declarations of the kinds, compared with the file on opening and
rebuilt at the first write where they differ. Nothing in this program reads them.
"""

from __future__ import annotations

from collections.abc import Mapping

from casedb.model.fields import (
    AnyField,
    ItemRefs,
    Places,
    SourceRef,
    SourceRefs,
    Times,
    When,
    Where,
)
from casedb.model.forms import SOURCE_FIELDS
from casedb.model.kinds import KINDS, Kind


def view_name(kind: Kind) -> str:
    """The name of a kind's view, for instance `satellite_images`."""
    return kind.plural.lower().replace(" ", "_")


def _columns(field: AnyField, table: str) -> dict[str, str]:
    """The columns of one field: the SQL expression of each, by column name."""
    name = field.name
    fields = f"{table}.fields, '$.{name}"
    match field:
        case When():
            return {
                name: f"json_extract({fields}.edtf')",
                f"{name}_as_stated": f"json_extract({fields}.stated')",
            }
        case Where():
            return {
                name: f"json_extract({fields}.name')",
                f"{name}_geometry": f"json_extract({fields}.geometry')",
            }
        case SourceRef():
            named = f"FROM source AS s WHERE s.id = json_extract({fields}')"
            return {name: f"(SELECT json_extract(s.fields, '$.name') {named})"}
        case SourceRefs():
            return {name: _joined(fields, "source", "$.name")}
        case ItemRefs():
            return {name: _joined(fields, "item", "$.title")}
        case Times():
            return {name: _listed(fields, "$.date.edtf")}
        case Places():
            return {name: _listed(fields, "$.place.name")}
        case _:
            return {name: f"json_extract({fields}')"}


def _joined(fields: str, table: str, title: str) -> str:
    of = f"FROM json_each({fields}') AS e JOIN {table} AS t ON t.id = e.value"
    return f"(SELECT group_concat(json_extract(t.fields, '{title}'), '; ') {of})"


def _listed(fields: str, part: str) -> str:
    named = (
        f"json_extract(e.value, '$.name') || ' ' || coalesce(json_extract(e.value, '{part}'), '')"
    )
    return f"(SELECT group_concat({named}, '; ') FROM json_each({fields}') AS e)"


def _select(name: str, columns: Mapping[str, str], rest: str) -> str:
    listed = ",\n".join(f'  {expression} AS "{alias}"' for alias, expression in columns.items())
    return f'CREATE VIEW "{name}" AS SELECT\n{listed}\n{rest}'


def _of_kind(kind: Kind) -> str:
    columns = {"id": "item.id"}
    for field in kind.stored_fields():
        columns |= _columns(field, "item")
    columns["cards"] = "(SELECT count(*) FROM card WHERE card.item = item.id)"
    columns["artifacts"] = "(SELECT count(*) FROM attachment WHERE attachment.item = item.id)"
    return _select(view_name(kind), columns, f"FROM item WHERE item.kind = '{kind.name}'")


def _sources() -> str:
    columns = {"id": "source.id"}
    for field in SOURCE_FIELDS:
        columns |= _columns(field, "source")
    return _select("sources", columns, "FROM source")


def _end(side: str) -> str:
    return (
        f"coalesce((SELECT json_extract(fields, '$.title') FROM item WHERE id = link.{side}_item), "
        f"(SELECT json_extract(fields, '$.text') FROM element WHERE id = link.{side}_element), "
        f"'link ' || link.{side}_link)"
    )


_LINKS = _select(
    "links",
    {
        "id": "link.id",
        "from_title": _end("from"),
        "type": "link.type",
        "to_title": _end("to"),
        **{
            name: f"json_extract(link.fields, '$.{name}')"
            for name in ("certainty", "strength", "directness", "label", "rationale")
        },
    },
    "FROM link",
)

_PLACEMENTS = _select(
    "placements",
    {
        "board": "board.title",
        "kind": "item.kind",
        "title": "json_extract(item.fields, '$.title')",
        **{name: f"card.{name}" for name in ("x", "y", "w", "h")},
        "card": "card.id",
        "item": "item.id",
    },
    "FROM card JOIN board ON board.id = card.board JOIN item ON item.id = card.item",
)

_HISTORY = _select(
    "history",
    {
        "number": "journal.seq",
        **{
            name: f"json_extract(journal.body, '$.{name}')"
            for name in ("at", "actor", "action", "label")
        },
        "edits": "json_extract(journal.body, '$.edits.count')",
        "hash": "journal.hash",
    },
    "FROM journal",
)

VIEWS: Mapping[str, str] = {
    **{view_name(kind): _of_kind(kind) for kind in KINDS.values()},
    "sources": _sources(),
    "links": _LINKS,
    "placements": _PLACEMENTS,
    "history": _HISTORY,
}
"""Every view by name, as the statement that makes it."""

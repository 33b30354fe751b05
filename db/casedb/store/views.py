"""SQL views, so that a case reads well in Datasette and the sqlite3 shell: one a kind, and more.

They are generated from the declarations of the kinds, compared with the file on opening and
rebuilt at the first write where they differ. Nothing in this program reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from casedb.model.assessments import SCHEME_OF
from casedb.model.forms import (
    ANNOTATION_FIELDS,
    ARTIFACT_FIELDS,
    CASE_FIELDS,
    ELEMENT_FIELDS,
    SOURCE_FIELDS,
)
from casedb.model.kinds import KINDS, Kind
from casedb.model.kinds.board_card import BOARD_CARD
from casedb.model.kinds.claim import ELEMENT_ROLES
from casedb.model.link_types import LINK_TYPES, link_fields
from casedb.model.options import Option
from casedb.model.when_and_where import PLACE_NAMES, TIME_NAMES, When, Where
from casedb.store.view_columns import (
    Columns,
    Held,
    column_name,
    columns_of,
    filled,
    geojson,
    joined,
    label,
    latitude,
    longitude,
    place_name,
    text,
    title_of,
    title_of_board,
)


def view_name(kind: Kind) -> str:
    """The name of a kind's view, for instance `satellite_images`."""
    # What stands for a board is no board.
    plural = "Board cards" if kind is BOARD_CARD else kind.plural
    return plural.lower().replace(" ", "_")


def _select(columns: Columns, rest: str) -> str:
    listed = ",\n".join(f'  {sql} AS "{name}"' for name, sql in columns.items())
    return f"SELECT\n{listed}\n{rest}"


# -- items -----------------------------------------------------------------------------------

_EXHIBIT = Held.field("item", "exhibit").sql
_TITLE = Held.field("item", "title").sql
_OF_ITEM: Columns = {
    "kind": "(SELECT n.kind FROM names AS n WHERE n.id = item.id)",
    "title": _TITLE,
    "exhibit": _EXHIBIT,
    "item_id": "item.id",
}
"""What tells which item a row of another view is about."""


def _names() -> str:
    """What every item, element and source is called, by id: the view that the others look into."""
    kinds = [Option(kind.name, kind.label) for kind in KINDS.values()]
    board = title_of_board(Held.field("item", "board").sql)
    of_board = f"CASE item.kind WHEN '{BOARD_CARD.name}' THEN {board} END"
    claim = filled(Held.field("item", "title").sql, of_board, _EXHIBIT, "item.id")
    role = label(Held.field("element", "role").sql, ELEMENT_ROLES)
    words = joined([role, Held.field("element", "text").sql])
    return "\nUNION ALL ".join(
        _select({"id": each, "kind": kind, "title": title}, f"FROM {table}")
        for table, each, kind, title in (
            ("item", "item.id", label("item.kind", kinds), claim),
            (
                "source",
                "source.id",
                "'Source'",
                filled(Held.field("source", "name").sql, "source.id"),
            ),
            (
                "element JOIN item ON item.id = element.claim",
                "element.id",
                "'Element'",
                f"{claim} || ' (' || {words} || ')'",
            ),
        )
    )


def _count(rows: str) -> str:
    return f"(SELECT count(*) FROM {rows})"


def _links_at(end: str, record: str) -> str:
    starting = _count(f"link WHERE link.from_{end} = {record}")
    # A link from a thing to itself is one link.
    ending = _count(f"link WHERE link.to_{end} = {record} AND link.from_{end} IS NOT {record}")
    return f"{starting} + {ending}"


def _arguments(link_type: str) -> str:
    to_claim = _count(f"link WHERE link.to_item = item.id AND link.type = '{link_type}'")
    to_elements = _count(
        "element JOIN link ON link.to_element = element.id "
        f"WHERE element.claim = item.id AND link.type = '{link_type}'"
    )
    return f"{to_claim} + {to_elements}"


def _grade(value: str, scheme: str, part: str = "label") -> str:
    """What the scheme that the case carries says of a word, else the word."""
    found = (
        f"SELECT json_extract(g.value, '$.{part}') "
        "FROM scheme, json_each(scheme.fields, '$.grades') AS g WHERE g.type = 'object' "
        f"AND scheme.id = {scheme} AND json_extract(g.value, '$.value') = {value}"
    )
    return f"coalesce(({found}), {value})"


def _newest(sort: str, subject: str) -> str:
    """The newest judgement of a sort that is the case's own, and no opinion cited in it."""
    own = f"{filled(Held.field('a', 'cited_opinion').sql)} IS NULL"
    return (
        f"(SELECT {_grade('a.value', 'a.scheme')} FROM assessment AS a "
        f"WHERE a.subject = {subject} AND a.type = '{sort}' AND {own} "
        "ORDER BY a.at DESC, a.id DESC LIMIT 1)"
    )


def _of_kind(kind: Kind) -> str:
    columns = {"exhibit": _EXHIBIT, **columns_of(kind.fields, "item")}
    if kind.name == "claim":
        columns |= {
            "verdict": _newest("verdict", "item.id"),
            "supporting_links": _arguments("supports"),
            "disputing_links": _arguments("disputes"),
            "elements": _count("element WHERE element.claim = item.id"),
        }
    columns |= {
        "links": _links_at("item", "item.id"),
        "cards": _count("card WHERE card.item = item.id"),
        "files": _count("attachment WHERE attachment.item = item.id"),
        "id": "item.id",
    }
    return _select(columns, f"FROM item WHERE item.kind = '{kind.name}'")


def _by_kind(names_of: Callable[[Kind], Sequence[str]], suffix: str = "") -> str:
    """A value that each kind has in fields of its own: the first of them that says something."""
    cases: list[str] = []
    for kind in KINDS.values():
        fields = [kind.field(name) for name in names_of(kind) if kind.has(name)]
        if fields:
            columns = columns_of(fields, "item")
            said = filled(*(columns[column_name(field) + suffix] for field in fields))
            cases.append(f"WHEN '{kind.name}' THEN {said}")
    return f"CASE item.kind {' '.join(cases)} END"


_ITEMS = _select(
    {
        "exhibit": _EXHIBIT,
        "kind": _OF_ITEM["kind"],
        "title": _TITLE,
        "summary": Held.field("item", "summary").sql,
        "date": _by_kind(lambda kind: kind.face_date),
        "date_as_stated": _by_kind(lambda kind: kind.face_date, "_as_stated"),
        "place": _by_kind(lambda kind: kind.face_place),
        "source": _by_kind(lambda kind: kind.face_source),
        "tags": Held.field("item", "tags").listed("e.value"),
        "links": _links_at("item", "item.id"),
        "cards": _count("card WHERE card.item = item.id"),
        "files": _count("attachment WHERE attachment.item = item.id"),
        "id": "item.id",
    },
    "FROM item",
)


# -- what items have many of -----------------------------------------------------------------


def _further(name: str, part: str, names: Sequence[Option], said: Callable[[Held], str]) -> str:
    """The dates or places that an item has besides those of its kind, each with its name."""
    several = Held.field("item", name)
    held = several.row.part(part)
    columns = {
        "which": label(several.row.part("name").sql, names),
        "said": said(held),
        "item_id": "item.id",
        "json": held.sql,
    }
    return _select(columns, f"FROM item, {several.rows} WHERE {held.type} = 'object'")


def _gathered(of: type[When] | type[Where], further: str) -> str:
    """Every date or place of every item as `held`, with `which` one it is, as a table `p`."""
    rows: list[str] = []
    for kind in KINDS.values():
        for field in kind.fields:
            if isinstance(field, of):
                held = Held.field("item", field.name)
                rows.append(
                    f"SELECT item.id AS item, {text(field.label)} AS which, {held.sql} AS held "
                    f"FROM item WHERE item.kind = '{kind.name}' AND {held.type} = 'object'"
                )
    rows.append(f"SELECT item_id, which, json FROM {further}")
    union = "\nUNION ALL ".join(rows)
    return f"FROM (\n{union}\n) AS p JOIN item ON item.id = p.item"


def _bound(edtf: str, *, last: bool) -> str:
    slash = f"instr({edtf}, '/')"
    end = f"substr({edtf}, {slash} + 1)" if last else f"substr({edtf}, 1, {slash} - 1)"
    # The marks of the approximate and the uncertain, and the dots of an open end, say no date.
    return f"nullif(rtrim(CASE {slash} WHEN 0 THEN {edtf} ELSE {end} END, '~?%.'), '')"


_HELD = Held("p.held", "'$'")

_DATES = _select(
    {
        "date": _HELD.part("edtf").sql,
        "as_stated": _HELD.part("stated").sql,
        "which": "p.which",
        "from_date": _bound(_HELD.part("edtf").sql, last=False),
        "to_date": _bound(_HELD.part("edtf").sql, last=True),
        **_OF_ITEM,
    },
    _gathered(When, "further_times"),
)

_PLACES = _select(
    {
        "name": place_name(_HELD),
        "latitude": latitude(_HELD),
        "longitude": longitude(_HELD),
        "precision": _HELD.part("precision").sql,
        "which": "p.which",
        "method": _HELD.part("method").sql,
        "as_stated": _HELD.part("stated").sql,
        "geojson": geojson(_HELD),
        **_OF_ITEM,
    },
    _gathered(Where, "further_places"),
)

_TAGS = _select({"tag": "e.value", **_OF_ITEM}, f"FROM item, {Held.field('item', 'tags').rows}")

_ELEMENTS = _select(
    {
        "claim": title_of("element.claim"),
        **columns_of(ELEMENT_FIELDS, "element"),
        "supporting_links": _count(
            "link WHERE link.to_element = element.id AND link.type = 'supports'"
        ),
        "disputing_links": _count(
            "link WHERE link.to_element = element.id AND link.type = 'disputes'"
        ),
        "links": _links_at("element", "element.id"),
        "position": "element.position",
        "claim_id": "element.claim",
        "id": "element.id",
    },
    "FROM element",
)

_ATTACHMENTS = _select(
    {
        "kind": _OF_ITEM["kind"],
        "title": _TITLE,
        "exhibit": _EXHIBIT,
        "file_name": "artifact.name",
        "caption": "attachment.caption",
        "media_type": "artifact.media_type",
        "size_bytes": "artifact.size",
        "sha256": "artifact.id",
        **columns_of(ARTIFACT_FIELDS, "artifact"),
        "item_id": "item.id",
        "id": "attachment.id",
    },
    "FROM attachment JOIN item ON item.id = attachment.item "
    "JOIN artifact ON artifact.id = attachment.artifact",
)

_ANNOTATIONS = _select(
    {
        "file_name": "artifact.name",
        "sha256": "artifact.id",
        **columns_of(ANNOTATION_FIELDS, "annotation"),
        "selector": f"{Held.field('annotation', 'selector').part('value').sql}",
        "id": "annotation.id",
    },
    "FROM annotation JOIN artifact ON artifact.id = annotation.artifact",
)

_FILE_TEXT = _select(
    {
        "file_name": "artifact.name",
        "page": "t.n & 65535",
        "text": "t.text",
        "media_type": "artifact.media_type",
        "titles": "(SELECT group_concat(n.title, '; ') FROM attachment AS u "
        "JOIN names AS n ON n.id = u.item WHERE u.artifact = artifact.id)",
        "sha256": "artifact.id",
    },
    "FROM artifact_text AS t JOIN artifact_reading AS r ON r.n = t.n >> 16 "
    "JOIN artifact ON artifact.id = r.artifact",
)


# -- links and judgements --------------------------------------------------------------------

_SAYS = [Option(each.name, each.says) for each in LINK_TYPES.values()]
_LINK_FIELDS = {field.name: field for name in LINK_TYPES for field in link_fields(name)}


def _link_title(link: str) -> str:
    """A link as what it says; the links that it rests on in turn are only named as such."""
    start, end = (
        f"coalesce({title_of(f'coalesce(i.{side}_item, i.{side}_element)')}, 'a link')"
        for side in ("from", "to")
    )
    said = f"'“' || {start} || '” ' || replace(i.type, '_', ' ') || ' “' || {end} || '”'"
    return f"(SELECT {said} FROM link AS i WHERE i.id = {link})"


def _end(side: str) -> str:
    title = title_of(f"coalesce(link.{side}_item, link.{side}_element)")
    return f"coalesce({title}, {_link_title(f'link.{side}_link')})"


def _end_kind(side: str) -> str:
    named = f"coalesce(link.{side}_item, link.{side}_element)"
    return f"coalesce((SELECT n.kind FROM names AS n WHERE n.id = {named}), 'Link')"


_LINKS = _select(
    {
        "from_title": _end("from"),
        "says": label("link.type", _SAYS),
        "to_title": _end("to"),
        **columns_of(_LINK_FIELDS.values(), "link"),
        "undercut_by": _count("link AS k WHERE k.to_link = link.id AND k.type = 'undercuts'"),
        "type": "link.type",
        "from_kind": _end_kind("from"),
        "to_kind": _end_kind("to"),
        **{
            f"{side}_{end}_id": f"link.{side}_{end}"
            for side in ("from", "to")
            for end in ("item", "element", "link")
        },
        "id": "link.id",
    },
    "FROM link",
)

_SORTS = [Option(sort, sort.upper() if sort == "ach" else sort.capitalize()) for sort in SCHEME_OF]


_JUDGED = "assessment.subject"

_ASSESSMENTS = _select(
    {
        "subject": f"coalesce({title_of(_JUDGED)}, {_link_title(_JUDGED)})",
        "sort": label("assessment.type", _SORTS),
        "judgement": _grade("assessment.value", "assessment.scheme"),
        "meaning": _grade("assessment.value", "assessment.scheme", "meaning"),
        "claim": title_of("assessment.claim"),
        **{
            name: Held.field("assessment", name).sql
            for name in ("basis", "rationale", "limits", "corrections", "reviewer", "reviewed_at")
        },
        "opinion_of": title_of(Held.field("assessment", "cited_opinion").sql),
        "judged_by": 'assessment."by"',
        "judged_at": "assessment.at",
        "blind": "CASE assessment.blind WHEN 1 THEN 'yes' ELSE 'no' END",
        "scheme": "(SELECT scheme.name FROM scheme WHERE scheme.id = assessment.scheme)",
        "value": "assessment.value",
        "subject_id": "assessment.subject",
        "claim_id": "assessment.claim",
        "id": "assessment.id",
    },
    "FROM assessment",
)

_SOURCES = _select(
    {
        **columns_of(SOURCE_FIELDS, "source"),
        "named_by": "(SELECT count(DISTINCT reference.owner) FROM reference "
        "WHERE reference.source = source.id)",
        "reliability": _newest("reliability", "source.id"),
        "id": "source.id",
    },
    "FROM source",
)


# -- the case, its boards, its history -------------------------------------------------------

_TITLE_PAGE = _select(
    {
        **columns_of(CASE_FIELDS, "case_info"),
        **{
            f"{table}s": _count(table)
            for table in ("item", "source", "link", "board", "attachment")
        },
        "id": "case_info.id",
    },
    "FROM case_info",
)

_PLACEMENTS = _select(
    {
        "board": "board.title",
        "kind": _OF_ITEM["kind"],
        "title": _TITLE,
        "exhibit": _EXHIBIT,
        **{name: f"card.{name}" for name in ("x", "y", "w", "h")},
        "item_id": "item.id",
        "board_id": "board.id",
        "id": "card.id",
    },
    "FROM card JOIN board ON board.id = card.board JOIN item ON item.id = card.item",
)

_HISTORY = _select(
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

_SELECTS: Mapping[str, str] = {
    "title_page": _TITLE_PAGE,
    "items": _ITEMS,
    **{view_name(kind): _of_kind(kind) for kind in KINDS.values()},
    "elements": _ELEMENTS,
    "links": _LINKS,
    "sources": _SOURCES,
    "assessments": _ASSESSMENTS,
    "attachments": _ATTACHMENTS,
    "annotations": _ANNOTATIONS,
    "file_text": _FILE_TEXT,
    "dates": _DATES,
    "further_times": _further(
        "times",
        "date",
        TIME_NAMES,
        lambda held: filled(held.part("stated").sql, held.part("edtf").sql),
    ),
    "places": _PLACES,
    "further_places": _further("places", "place", PLACE_NAMES, place_name),
    "names": _names(),
    "tags": _TAGS,
    "placements": _PLACEMENTS,
    "history": _HISTORY,
}

VIEWS: Mapping[str, str] = {
    name: f'CREATE VIEW "{name}" AS {select}' for name, select in _SELECTS.items()
}
"""Every view by name, as the statement that makes it."""

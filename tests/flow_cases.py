"""Small cases with one claim, and what speaks to it, by short names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from casedb.analysis.independence import lines_to
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.records import CaseInfo, Item, Link, Record, Ref
from casedb.model.schemes import SCHEMES
from casedb.model.standing import Lines
from casedb.model.values import Values


def item(id: str, **values: JsonValue) -> Item:
    return Item(id, "document", Values({"title": id, **values}))


def flow(*pairs: str) -> list[Link]:
    """Links by pairs of names: "a<b" where a is derived from b, "a=b" the same object, "a~b" perhaps so."""
    found: list[Link] = []
    for pair in pairs:
        sign = next(each for each in "<=~" if each in pair)
        start, end = pair.split(sign)
        sort = "derived_from" if sign == "<" else "same_object"
        values = Values({"certainty": "tentative"} if sign == "~" else {})
        found.append(Link(pair, sort, Ref.item(start), Ref.item(end), values))
    return found


def supports(*names: str, sort: str = "supports") -> list[Link]:
    return [Link(f"{sort} {each}", sort, Ref.item(each), Ref.item("C")) for each in names]


def case_of(*records: Record | Sequence[Record], names: str = "") -> Contents:
    """A case with claim C, of such records and of plain items of such names."""
    held: list[Record] = [CaseInfo("case"), *SCHEMES, Item("C", "claim")]
    for each in records:
        held += each if isinstance(each, list) else [cast("Record", each)]
    held += [item(each) for each in names.split()]
    return Contents(held)


def lines(*records: Record | Sequence[Record], names: str = "", polarity: int = 1) -> Lines:
    """The lines to its claim C."""
    return lines_to(case_of(*records, names=names), "C", polarity)

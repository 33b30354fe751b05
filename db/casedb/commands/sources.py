"""What is done to sources: giving them owners, and making one of several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import cast

from casedb.commands.items import NewId, set_values
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit, counted
from casedb.model.contents import Contents
from casedb.model.fields import AnyField, Flag, Tags, Text, Unreadable
from casedb.model.forms import SOURCE_FIELDS
from casedb.model.json_value import JsonValue
from casedb.model.owners import closes_ring
from casedb.model.records import Item, Source
from casedb.model.reference_fields import SourceRef
from casedb.model.references import with_references
from casedb.model.values import Values
from casedb.words import say, term

RING = term("A source cannot belong to itself, also not by way of others, so it kept its owner.")


def set_owner(
    contents: Contents, source_id: str, owner_id: str | None, gesture: str = ""
) -> ChangeSet:
    """Give a source another owner, or none. Raises InvalidChange where it would own itself."""
    if owner_id is not None and closes_ring(contents, source_id, owner_id):
        raise InvalidChange(say(RING))
    source = contents.sources[source_id]
    return set_values(source, {"owner": owner_id}, "Edit owner or parent", gesture)


def differences(contents: Contents, kept_id: str, others: Iterable[str]) -> tuple[AnyField, ...]:
    """The fields of which only what the kept source says would be left if these became one."""
    kept = contents.sources[kept_id]
    gone = [contents.sources[each] for each in others if each != kept_id]
    return tuple(
        field
        for field in SOURCE_FIELDS
        if not _is_gathered(field)
        and (said := kept.values.get(field.name)) is not None
        and any(each.values.get(field.name) not in (None, said) for each in gone)
    )


def merge_sources(
    contents: Contents, new_id: NewId, kept_id: str, others: Iterable[str]
) -> ChangeSet:
    """Make one source of several: whatever names one of the others names the kept one.

    Its fields stay; empty ones are filled from the others, their names become aliases of it, and
    longer texts follow one another. Their grades are appended anew with the same words, judge and
    time, for a grade is never changed. Raises InvalidChange where a source between them would come to
    own itself.
    """
    kept = contents.sources[kept_id]
    gone = [contents.sources[each] for each in dict.fromkeys(others) if each != kept_id]
    if not gone:
        return ChangeSet("Merge nothing", ())
    ids = {each.id: kept_id for each in gone}
    after = replace(kept, values=_merged(kept, gone, ids))
    edits: list[Edit] = [Edit(kept, after)] if after != kept else []
    edits += _renamed(contents, ids, kept_id)
    _refuse_ring(contents, edits, ids, kept_id)
    edits += _regraded(contents, new_id, ids)
    edits += [Edit(each, None) for each in gone]
    return ChangeSet(counted("Merge", len(gone) + 1, "source"), tuple(edits))


def _renamed(contents: Contents, ids: Mapping[str, str], kept_id: str) -> list[Edit]:
    """The items and other sources that name one that goes, naming the one that stays."""
    owners: dict[str, Item | Source] = {}
    for gone in ids:
        for owner in contents.referrers(gone):
            if owner.id != kept_id and owner.id not in ids:
                owners[owner.id] = owner
    return [
        Edit(owner, replace(owner, values=with_references(owner, ids))) for owner in owners.values()
    ]


def _regraded(contents: Contents, new_id: NewId, ids: Mapping[str, str]) -> list[Edit]:
    """The grades of sources that go, and opinions cited from them, appended anew for the one kept."""
    edits: list[Edit] = []
    for each in contents.assessments.values():
        cited = each.values.text("cited_opinion")
        if each.subject not in ids and cited not in ids:
            continue
        values = each.values.changed({"cited_opinion": ids[cited]}) if cited in ids else each.values
        subject = ids.get(each.subject, each.subject)
        edits.append(Edit(each, None))
        edits.append(Edit(None, replace(each, id=new_id(), subject=subject, values=values)))
    return edits


def _refuse_ring(
    contents: Contents, edits: Sequence[Edit], ids: Mapping[str, str], kept_id: str
) -> None:
    owner_of: dict[str, str] = {
        each.id: each.values.text("owner") for each in contents.sources.values()
    }
    owner_of |= {
        edit.after.id: edit.after.values.text("owner")
        for edit in edits
        if isinstance(edit.after, Source)
    }
    at, passed = owner_of.get(kept_id, ""), set[str]()
    while at and at not in passed:
        if at == kept_id:
            raise InvalidChange(
                say(
                    "One of these sources owns another by way of a third, so they were left apart. "
                    "Merge the one between them as well, or take its owner away first."
                )
            )
        passed.add(at)
        at = owner_of.get(at, "")


def _is_gathered(field: AnyField) -> bool:
    """Whether what several sources say in a field is all kept."""
    is_long = isinstance(field, Text) and field.multiline
    return is_long or isinstance(field, (Tags, Flag)) or field.name == "name"


def _merged(kept: Source, gone: Sequence[Source], ids: Mapping[str, str]) -> Values:
    """The values of the one that is left. What this version does not understand of the kept stays."""
    every = [kept, *gone]
    changes: dict[str, JsonValue] = {}
    for field in SOURCE_FIELDS:
        held = [each.values.get(field.name) for each in every]
        said = [each for each in held if each is not None]
        if field.name == "aliases":
            changes[field.name] = _aliases(field, every)
        elif isinstance(field, Flag):
            changes[field.name] = True if any(each is True for each in held) else held[0]
        elif isinstance(field, SourceRef):
            changes[field.name] = _owner(kept, said, ids)
        elif isinstance(field, Text) and field.multiline and _are_texts(said):
            texts = dict.fromkeys(str(each).strip() for each in said)
            changes[field.name] = "\n\n".join(filter(None, texts)) if len(texts) > 1 else said[0]
        elif said:
            changes[field.name] = said[0]
    strange = {key: value for each in gone for key, value in each.values.items()}
    return Values({**strange, **kept.values, **changes})


def _are_texts(said: Sequence[JsonValue]) -> bool:
    return bool(said) and all(isinstance(each, str) for each in said)


def _owner(kept: Source, said: Sequence[JsonValue], ids: Mapping[str, str]) -> JsonValue:
    """The first owner that is none of those that become one."""
    there = kept.values.get("owner")
    if there is not None and not isinstance(there, str):
        # It is not understood, and so it is kept as it is.
        return there
    apart = {*ids, kept.id}
    return next((each for each in said if isinstance(each, str) and each not in apart), None)


def _aliases(field: AnyField, every: Sequence[Source]) -> JsonValue:
    names: dict[str, None] = {}
    for each in every:
        try:
            held = cast("tuple[str, ...] | None", field.read(each.values))
        except Unreadable:
            if each is every[0]:
                return each.values.get(field.name)
            held = None
        names.update(dict.fromkeys((each.name.strip(), *(held or ()))))
    names.pop(every[0].name.strip(), None)
    names.pop("", None)
    return list(names) or None

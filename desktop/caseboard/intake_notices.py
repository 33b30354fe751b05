"""What is said of files that come in: what is done with them now, and of a few what became of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from caseboard.panels.wording import item_title
from caseboard.scenes import doubts_about, notice_of
from casedb.delivery_report import Row
from casedb.exchange.stac import StacItem
from casedb.model.records import Attachment, Item
from casedb.model.visible_text import visible_line
from casedb.taking import Found, Taking
from casedb.words import say


def storing(taking: Taking) -> str:
    """That the bytes of files are being stored."""
    count = len(taking.bytes_of)
    if not count:
        return say("Storing files in the case…")
    return say("Storing {n} file…", "Storing {n} files…", n=count)


def noting(taking: Taking) -> str:
    """That the bytes are stored, and what is known of them follows."""
    count = len(taking.bytes_of)
    if not count:
        return say("Storing files in the case…")
    return say("Noting {n} file in the journal…", "Noting {n} files in the journal…", n=count)


def notice(found: Sequence[Found], rows: Sequence[Row], items: Mapping[str, Item]) -> str:
    """What became of files that came in without trouble, or were there; empty for nothing to say."""
    scenes, names = _scenes(found)
    remarks = [
        say("“{name}”: {why}", name=names[each.offer.artifact.id], why=each.remark)
        for each in found
        if each.remark and each.offer is not None
    ]
    return " ".join(filter(None, (_there_already(rows, items), notice_of(scenes, names), *remarks)))


def attached(taking: Taking, to: Item) -> str:
    """How many files were attached to an item; empty for none."""
    held = (edit.after for edit in taking.edits if edit.before is None)
    count = sum(isinstance(each, Attachment) and each.item == to.id for each in held)
    if not count:
        return ""
    return say(
        "The file is attached to “{title}”.",
        "{n} files are attached to “{title}”.",
        n=count,
        title=item_title(to),
    )


def troubles(found: Sequence[Found], rows: Sequence[Row]) -> list[str]:
    """A sentence or more for each file that did not come in, or not as somebody expects."""
    return [*doubts_about(*_scenes(found)), *faults(found, rows)]


def faults(found: Sequence[Found], rows: Sequence[Row]) -> list[str]:
    """The same without what is told of satellite images."""
    both = zip(found, rows, strict=True)
    return [_sentence(each, row) for each, row in both if _is_odd(each, row)]


def _scenes(found: Sequence[Found]) -> tuple[dict[str, StacItem], dict[str, str]]:
    offers = [(each.offer.artifact, each.scene) for each in found if each.offer is not None]
    scenes = {artifact.id: scene for artifact, scene in offers if scene is not None}
    return scenes, {artifact.id: artifact.name for artifact, _ in offers}


def _is_odd(found: Found, row: Row) -> bool:
    return row.outcome == "rejected" or bool(found.fault or found.misread)


def _sentence(found: Found, row: Row) -> str:
    name = visible_line(row.file.replace("\\", "/").rsplit("/", 1)[-1])
    if row.outcome == "rejected":
        is_named = f"“{name}”" in row.reason
        return row.reason if is_named else say("“{name}”: {why}", name=name, why=row.reason)
    if found.fault:
        kept = say("“{name}” is in the case, but no picture of it.", name=name)
        return f"{kept} {found.fault}"
    return f"{say('“{name}” is in the case as a document.', name=name)} {found.misread}"


def _there_already(rows: Sequence[Row], items: Mapping[str, Item]) -> str:
    known = [row for row in rows if row.outcome == "same as"]
    if not known:
        return ""
    if len(known) > 1:
        return say(
            "{n} of these files was in the case already, and is not taken in twice.",
            "{n} of these files were in the case already, and are not taken in twice.",
            n=len(known),
        )
    item = items.get(known[0].item)
    return say(
        "“{name}” is in the case already, with “{title}”.",
        name=visible_line(known[0].file.rsplit("/", 1)[-1]),
        title=item_title(item) if item is not None else "",
    )

"""What is copied on a board, as other boards, cases and programs take it from the clipboard."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QMimeData

from caseboard.panels.wording import item_title
from casedb import Case
from casedb.commands.pasting import Pasted
from casedb.model.clip import Clip, clip_of, discreet
from casedb.model.conclusions import conclusion_in_words, limits_in_words
from casedb.model.contents import Contents
from casedb.model.fields import Url
from casedb.model.kinds import kind_of
from casedb.model.records import Card, Frame, Item
from casedb.parcel import pack
from casedb.words import say

PARCEL_MIME = "application/x-caseboard-parcel"
"""A part of a board with all that it is made of (`casedb.parcel`)."""


def with_contained(contents: Contents, cards: Iterable[str], frames: Iterable[str]) -> list[str]:
    """The ids of cards and frames, and of what lies in those of the frames that are open."""
    found = dict.fromkeys([*cards, *frames])
    for frame_id in list(found):
        frame = contents.get(Frame, frame_id)
        if frame is None or frame.collapsed:
            continue
        inside: list[Card | Frame] = [
            *contents.cards_in(frame.board, frame.rect),
            *contents.frames_on(frame.board),
        ]
        for each in inside:
            is_seen = contents.folded_into(each.id) is None
            if is_seen and frame.rect.contains(each.rect):
                found.setdefault(each.id)
    return list(found)


def to_mime(case: Case, cards: Iterable[str], frames: Iterable[str]) -> QMimeData:
    """Cards and frames of one board for the clipboard: for a board, and as plain text for others.

    Raises IntakeRefused where it is too much.
    """
    contents = case.contents
    placed = with_contained(contents, cards, frames)
    clip = discreet(clip_of(contents, placed))
    mime = QMimeData()
    mime.setData(PARCEL_MIME, QByteArray(pack(clip, case.artifact_bytes)))
    mime.setText("\n".join(_lines(contents, clip)))
    return mime


def parcel_in(mime: QMimeData | None) -> bytes | None:
    """The parcel in what a clipboard holds; None where there is none."""
    if mime is None or not mime.hasFormat(PARCEL_MIME):
        return None
    return bytes(mime.data(PARCEL_MIME).data())


def _lines(contents: Contents, clip: Clip) -> list[str]:
    """The titles and web addresses of what is copied, as it is read on the board, with what it concludes
    and what it does not show."""
    cards = sorted(clip.of(Card), key=lambda card: (card.y, card.x, card.id))
    lines = [frame.title for frame in clip.of(Frame) if not cards]
    for item_id in dict.fromkeys(card.item for card in cards):
        item = contents.items[item_id]
        lines.append(item_title(item, contents))
        lines += _addresses(item)
        lines += filter(None, (conclusion_in_words(item), limits_in_words(item)))
    return lines


def _addresses(item: Item) -> Iterable[str]:
    fields = (each for each in kind_of(item.kind).fields if isinstance(each, Url))
    return filter(None, (item.values.text(field.name) for field in fields))


# -- what is told of pasting -----------------------------------------------------------------


def tell(pasted: Pasted, *, is_same_case: bool) -> str:
    """What came along from another case, what was here already, and what stayed behind."""
    told: list[str] = []
    if not is_same_case:
        came = _came(pasted)
        if came:
            told.append(came)
        if pasted.known:
            told.append(
                say(
                    "{n} record is in this case already and is used as it is here.",
                    "{n} records are in this case already and are used as they are here.",
                    n=pasted.known,
                )
            )
        if pasted.differing:
            told.append(
                say(
                    "{n} of what is here differs from what was copied.",
                    "{n} of what is here differ from what was copied.",
                    n=pasted.differing,
                )
            )
    if pasted.nameless:
        told.append(
            say(
                "{n} protected source came along without its name.",
                "{n} protected sources came along without their names.",
                n=pasted.nameless,
            )
        )
    if pasted.renumbered:
        told.append(
            say(
                "{n} exhibit number had been given here already, so another was given.",
                "{n} exhibit numbers had been given here already, so others were given.",
                n=pasted.renumbered,
            )
        )
    if pasted.unnamed:
        told.append(
            say(
                "{n} mention of what was not copied was left out.",
                "{n} mentions of what was not copied were left out.",
                n=pasted.unnamed,
            )
        )
    return " ".join(told)


def tell_missing(pasted: Pasted) -> str:
    """Which files did not come along, in a sentence; empty where all did."""
    if not pasted.missing:
        return ""
    first, *more = pasted.missing
    if not more:
        return say(
            "“{name}” did not come along: only 64 MiB of files are copied at once. Drag what is "
            "missing over from its own case.",
            name=first[:80],
        )
    return say(
        "“{name}” and {n} more file did not come along: only 64 MiB of files are copied at once. "
        "Drag what is missing over from its own case.",
        "“{name}” and {n} more files did not come along: only 64 MiB of files are copied at once. "
        "Drag what is missing over from its own case.",
        name=first[:80],
        n=len(more),
    )


def _came(pasted: Pasted) -> str:
    """What came along, in a sentence; empty for nothing."""
    items, sources, files = pasted.items, pasted.sources, pasted.files
    parts = [
        say("{n} item", "{n} items", n=items) if items else "",
        say("{n} source", "{n} sources", n=sources) if sources else "",
        say("{n} file", "{n} files", n=files) if files else "",
    ]
    *others, last = filter(None, parts) if any(parts) else ("",)
    if not others:
        return say("{what} came along.", what=last) if last else ""
    return say("{what} and {last} came along.", what=", ".join(others), last=last)

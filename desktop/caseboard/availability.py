"""What is missing for actions to make sense now, in sentences; an empty one where nothing is."""

from __future__ import annotations

from caseboard.actions import Needs
from caseboard.selection import Selected
from casedb.words import say


def missing_without_case(refusal: str = "") -> dict[Needs, str]:
    """What is missing while no case is open; `refusal` says why where one is on its way."""
    told = refusal or say(Needs.CASE.sentence)
    return {need: told if need is not Needs.NOTHING else "" for need in Needs}


def missing_in_case(refusal: str, *, can_undo: bool, can_redo: bool) -> dict[Needs, str]:
    """What an open case lacks, whatever is selected; `refusal` says why it may not be changed."""
    return {
        Needs.NOTHING: "",
        Needs.CASE: "",
        Needs.WRITABLE: refusal,
        Needs.UNDO: "" if can_undo else refusal or say(Needs.UNDO.sentence),
        Needs.REDO: "" if can_redo else refusal or say(Needs.REDO.sentence),
    }


def missing_in_selection(refusal: str, now: Selected) -> dict[Needs, str]:
    """What a selection lacks, in an open case; `refusal` says why that may not be changed."""
    is_there = {
        Needs.CHANGEABLE: bool(now),
        Needs.CARDS: bool(now.cards),
        Needs.PLACED: bool(now.cards or now.frames),
        Needs.FRAMES: bool(now.frames),
        Needs.SEVERAL: len(now.cards) + len(now.frames) >= 2,
        Needs.THREE: len(now.cards) + len(now.frames) >= 3,
        Needs.LINKS: bool(now.links),
        Needs.REMOVABLE: bool(now.cards or now.frames or now.links),
        Needs.RECORDS: bool(now.cards or now.items or now.sources),
    }
    return {
        Needs.SELECTION: "" if now else say(Needs.SELECTION.sentence),
        Needs.SHOWN: "" if now.cards or now.frames else say(Needs.SHOWN.sentence),
        **{
            need: refusal or ("" if there else say(need.sentence))
            for need, there in is_there.items()
        },
    }

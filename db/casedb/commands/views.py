"""Saved views: named ways of looking at a board, kept with the case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from math import isfinite
from typing import TypeGuard

from casedb.commands.items import NewId
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.geometry import LIMIT
from casedb.model.json_value import JsonValue
from casedb.model.records import SavedView
from casedb.model.values import Values
from casedb.words import say

MODES = ("hide", "fade")
"""What can be done with what a filter leaves out."""

_KNOWN = ("filter", "mode", "focus", "x", "y", "zoom")
"""The keys that this version writes; what else a view holds is a newer one's."""


def save_view(
    contents: Contents,
    new_id: NewId,
    board_id: str,
    name: str,
    values: Mapping[str, JsonValue],
) -> ChangeSet:
    """Save a view of a board after the others, or in place of the one that has the name.

    What a newer version noted of the view that is replaced stays with it. Raises InvalidChange for
    an empty name and for values that no window could show by, and KeyError for no board.
    """
    name = _checked(name)
    _refuse_senseless(values)
    board_id = contents.board(board_id).id
    there = contents.views_of(board_id)
    held = next((each for each in there if each.name == name), None)
    if held is not None:
        after = replace(held, values=held.values.changed({**dict.fromkeys(_KNOWN), **values}))
        return ChangeSet("Replace view", (Edit(held, after),) if after != held else ())
    position = there[-1].position + 1 if there else 0
    view = SavedView(new_id(), board_id, name, position, Values(values))
    return ChangeSet("Save view", (Edit(None, view),))


def rename_view(contents: Contents, view_id: str, name: str) -> ChangeSet:
    """Give a view another name. Raises InvalidChange for an empty one and one that is taken."""
    view, name = contents.views[view_id], _checked(name)
    if name == view.name:
        return ChangeSet("Rename view", ())
    if any(each.name == name for each in contents.views_of(view.board)):
        raise InvalidChange(
            say("This board has a view of that name already, so the old one was kept.")
        )
    return ChangeSet("Rename view", (Edit(view, replace(view, name=name)),))


def delete_view(contents: Contents, view_id: str) -> ChangeSet:
    """Delete a view; what it showed stays."""
    return ChangeSet("Delete view", (Edit(contents.views[view_id], None),))


def order_views(contents: Contents, order: Iterable[str]) -> ChangeSet:
    """Put the views of a board in a new order."""
    edits: list[Edit] = []
    for position, view_id in enumerate(order):
        view = contents.views[view_id]
        if view.position != position:
            edits.append(Edit(view, replace(view, position=position)))
    return ChangeSet("Reorder views", tuple(edits))


def _checked(name: str) -> str:
    if not name.strip():
        raise InvalidChange(say("A view needs a name, so nothing was changed."))
    return name.strip()


def _refuse_senseless(values: Mapping[str, JsonValue]) -> None:
    """Raise InvalidChange where what is known of a view is not what it should be."""
    fits: Mapping[str, Callable[[JsonValue], bool]] = {
        "filter": lambda value: isinstance(value, Mapping),
        "mode": lambda value: value in MODES,
        "focus": _is_focus,
        "x": _is_place,
        "y": _is_place,
        "zoom": lambda value: _is_number(value) and value > 0,
    }
    for name, is_fitting in fits.items():
        value = values.get(name)
        if value is not None and not is_fitting(value):
            raise InvalidChange(
                say("“{name}” of a view is not understood, so it was not saved.", name=name)
            )


def _is_focus(value: JsonValue) -> bool:
    if not isinstance(value, Mapping):
        return False
    cards, steps = value.get("cards", ()), value.get("steps", 0)
    return (
        isinstance(cards, Sequence)
        and not isinstance(cards, str)
        and all(isinstance(each, str) for each in cards)
        and isinstance(steps, int)
        and steps >= 0
    )


def _is_place(value: JsonValue) -> bool:
    return _is_number(value) and abs(value) <= LIMIT


def _is_number(value: JsonValue) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)

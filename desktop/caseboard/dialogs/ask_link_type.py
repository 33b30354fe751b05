"""`AskLinkType`: what does this link say?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from caseboard.dialogs.choice_popup import Choice, ChoicePopup
from caseboard.dialogs.present_theme import present_theme
from caseboard.theme import Theme
from caseboard_assets import icon_names
from casedb.model.link_types import Group, LinkType

GROUPS: Mapping[Group, str] = MappingProxyType(
    {
        Group.INFERENCE: "For and against",
        Group.PROVENANCE: "Where it comes from",
        Group.RESPONSE: "In answer",
        Group.WORLD: "In the world",
        Group.FALLBACK: "Otherwise",
    }
)
"""What the groups of link types are called."""

HINTS: Mapping[str, str] = MappingProxyType(
    {
        "supports": "Makes the claim more credible",
        "disputes": "Makes the claim less credible",
        "undercuts": "Attacks the inference, not the conclusion",
        "excludes": "Both cannot be true",
        "bears_on": "Context that speaks neither way",
        "derived_from": "Quotes, reprints, translates or relies on it",
        "same_as": "Two records of one thing",
        "supersedes": "A newer version of it",
        "retracts": "Takes it back",
        "corrects": "Puts part of it right",
        "responds_to": "Answers it, without a yes or no",
        "denies": "Says that it is not so",
        "confirms": "Says that it is so",
        "depicts": "Shows it in a picture or recording",
        "located_at": "Where it is",
        "occurred_during": "As part of a longer event",
        "precedes": "Came before it",
        "same_object": "One physical thing in both",
        "related": "Untyped, to be decided later",
    }
)
"""What the types of link mean, in a few words."""


class AskLinkType(ChoicePopup):
    """The types of link that may join two ends, in their groups."""

    def __init__(
        self, types: Sequence[LinkType], theme: Theme, parent: QWidget | None = None
    ) -> None:
        order = list(GROUPS)
        ordered = sorted(types, key=lambda each: order.index(each.group))
        choices = [_choice(each) for each in ordered]
        super().__init__("This link says", choices, theme, parent, is_dense=True)

    @classmethod
    def ask(cls, parent: QWidget, on_desktop: QPoint, types: Sequence[LinkType]) -> str | None:
        """Ask at a point of the screen; the name of a type, or None."""
        return cls(types, present_theme(), parent).wait_for_choice(on_desktop)


def _choice(of: LinkType) -> Choice:
    icon = of.icon if of.icon in icon_names() else "link"
    return Choice(of.name, of.label, HINTS.get(of.name, ""), icon, of.accent, GROUPS[of.group])

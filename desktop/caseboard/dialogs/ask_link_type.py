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
from casedb.words import say, term

GROUPS: Mapping[Group, str] = MappingProxyType(
    {
        Group.INFERENCE: term("For and against"),
        Group.RESPONSE: term("In answer"),
        Group.PROVENANCE: term("Where it comes from"),
        Group.WORLD: term("In the world"),
        Group.FALLBACK: term("Otherwise"),
    }
)
"""What the groups of link types are called."""

HINTS: Mapping[str, str] = MappingProxyType(
    {
        "supports": term("Makes the claim more credible"),
        "disputes": term("Makes the claim less credible"),
        "undercuts": term("Attacks the inference, not the conclusion"),
        "excludes": term("Both cannot be true"),
        "bears_on": term("Context that speaks neither way"),
        "derived_from": term("Quotes, reprints, translates or relies on it"),
        "same_as": term("Two records of one thing"),
        "supersedes": term("A newer version of it"),
        "retracts": term("Takes it back"),
        "corrects": term("Puts part of it right"),
        "responds_to": term("Answers it, without a yes or no"),
        "denies": term("Says that it is not so"),
        "confirms": term("Says that it is so"),
        "depicts": term("Shows it in a picture or recording"),
        "located_at": term("Where it is"),
        "occurred_during": term("As part of a longer event"),
        "precedes": term("Came before it"),
        "same_object": term("One physical thing in both"),
        "related": term("Untyped, to be decided later"),
    }
)
"""What the types of link mean, in a few words."""


class AskLinkType(ChoicePopup):
    """The types of link that may join two ends, in their groups."""

    def __init__(
        self,
        types: Sequence[LinkType],
        theme: Theme,
        parent: QWidget | None = None,
        way: str = "",
        present: str = "",
    ) -> None:
        """`way` says from what to what the link runs; empty where it is about several. `present` is the
        type that it has."""
        order = list(GROUPS)
        ordered = sorted(types, key=lambda each: order.index(each.group))
        choices = [_choice(each) for each in ordered]
        title = say("This link says")
        super().__init__(title, choices, theme, parent, is_dense=True, about=way, present=present)

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        on_desktop: QPoint,
        types: Sequence[LinkType],
        way: str = "",
        present: str = "",
    ) -> str | None:
        """Ask at a point of the screen; the name of a type, or None."""
        return cls(types, present_theme(), parent, way, present).wait_for_choice(on_desktop)


def _choice(of: LinkType) -> Choice:
    icon = of.icon if of.icon in icon_names() else "link"
    return Choice(
        of.name,
        say(of.label),
        say(HINTS[of.name]) if of.name in HINTS else "",
        icon,
        of.accent,
        say(GROUPS[of.group]),
    )

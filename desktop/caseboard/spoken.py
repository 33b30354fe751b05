"""What is read aloud of a case: cards, links and frames, as one person would tell another.

The board and the outline say the same words, so that nobody has to learn two languages.
"""

from __future__ import annotations

from collections.abc import Iterator

from casedb.model.assessments import newest
from casedb.model.card_face import CardFace, Support, face, title_of
from casedb.model.contents import Contents
from casedb.model.fields import Choice
from casedb.model.kinds import kind_of
from casedb.model.kinds.claim import ELEMENT_ROLES
from casedb.model.labels import label_in_words
from casedb.model.link_types import ANCHORS, End, link_fields, link_type
from casedb.model.mark_words import name_of_mark
from casedb.model.moments import as_first, as_last
from casedb.model.records import Annotation, Element, Frame, Item, Link, Ref
from casedb.model.visible_text import one_line
from casedb.words import say, term

LONGEST = 400
"""No more of a text than this is said in a name; all of it is in the inspector."""
UNREAD = term("What has not been read yet")
"""What is said of a record that is still on its way from the file."""

_ACTIONS = {"do": term("Done"), "undo": term("Undone"), "redo": term("Redone")}
_KINDS = {"board_card": term("Board card")}
"""Kinds that are called otherwise, as a board itself is told of as well."""
_VERDICT = term("verdict {word}")
_OF_PILL = {
    "official_statement": term("stance {word}"),
    "debris_analysis": term("conclusion {word}"),
}
_SAID_OF_A_LINK = ("strength", "directness", "derivation")


def item_name(contents: Contents, item: Item, shown: CardFace | None = None) -> str:
    """An item as its card tells it: kind, title, how it stands, and what is for and against it.

    `Claim: The ship was in the harbour, in review, 9 for, 1 against`; its card may show something else
    than the case says, for as long as somebody asks “what if”.
    """
    shown = shown or face(contents, item)
    return _listed(
        item_title(contents, item), _standing(contents, item, shown), _support(shown.support)
    )


def item_title(contents: Contents, item: Item) -> str:
    """The kind and the title of an item; of a card that stands for a board, that of the board."""
    label = say(_KINDS.get(item.kind) or kind_of(item.kind).label)
    title = _short_line(title_of(contents, item))
    return f"{label}: {title}" if title else say("Untitled {kind}", kind=label.lower())


def item_details(contents: Contents, item: Item) -> str:
    """The rest of what a card shows: what a note says, date, source, place, grade, files, what is missing, number."""
    shown = face(contents, item)
    return _listed(
        # A note has nothing else to say.
        _short_line(shown.summary).rstrip(".") if item.kind == "note" else "",
        *shown.footer,
        say("graded {grade}", grade=shown.grade) if shown.grade else "",
        shown.grade_apart.rstrip(".") if shown.grade else "",
        say("{n} file", "{n} files", n=shown.files) if shown.files else "",
        say("{alarm} the check", alarm=shown.alarm) if shown.alarm else "",
        shown.warning,
        shown.limits.rstrip("."),
        say("exhibit {number}", number=_short_line(shown.exhibit)) if shown.exhibit else "",
    )


def link_name(contents: Contents, link: Link, *, from_start: bool = True) -> str:
    """A link as it is met at one of its ends: what it says of the other, and how certain it is.

    `supports Claim: The ship was in the harbour, confirmed`, and from the other end
    `is supported by Media: The quay, confirmed`.
    """
    label = _short_line(link.values.text("label"))
    return _listed(
        say(
            "{says} {other}",
            says=link_says(link, from_start=from_start),
            other=_far_end(contents, link, from_start=from_start),
        ),
        _near_part(contents, link.start if from_start else link.end),
        _chosen(link, "certainty"),
        f"“{label}”" if label else "",
    )


def link_details(link: Link) -> str:
    """How strong and direct a link is, and why it holds."""
    chosen = (_chosen(link, name) for name in _SAID_OF_A_LINK)
    return _listed(*chosen, _short_line(link.values.text("rationale")))


def link_hint(contents: Contents, link: Link, *, from_start: bool = True) -> str:
    """A link in the line at the foot of the window: `supports → Claim: The ship was …`"""
    arrow = "→" if from_start else "←"
    says = say(link_type(link.type).says)
    return _listed(
        f"{says} {arrow} {_far_end(contents, link, from_start=from_start)}",
        *marks_at_ends(contents, link),
    )


def marks_at_ends(contents: Contents, link: Link) -> Iterator[str]:
    """What is marked on files at the ends of a link, where it starts or ends at a mark."""
    start, end = (contents.get(Annotation, link.values.text(each)) for each in ANCHORS)
    if start is not None:
        yield say("from the mark “{mark}”", mark=_short_line(name_of_mark(contents, start)))
    if end is not None:
        yield say("to the mark “{mark}”", mark=_short_line(name_of_mark(contents, end)))


def frame_name(frame: Frame, cards: int, *, is_collapsed: bool = False) -> str:
    """A frame with how many cards lie in it, or are folded into it.

    `Frame: Pier 4, collapsed, 7 cards`
    """
    title = _short_line(frame.title)
    return _listed(
        say("Frame: {title}", title=title) if title else say("Untitled frame"),
        say("collapsed") if is_collapsed else "",
        say("{n} card", "{n} cards", n=cards),
    )


def frame_details(contents: Contents, frame: Frame) -> str:
    """Which time runs along a frame, if any does: `time from 2023-09-01 to 2024-01-31`."""
    scale = contents.scale_of(frame.id)
    if scale is None:
        return ""
    return one_line(
        say("time from {first} to {last}", first=as_first(scale.first), last=as_last(scale.last))
    )


def change_done(action: str, label: str) -> str:
    """What a change has done, for those who did not see it happen.

    >>> change_done("do", "Move 3 cards"), change_done("undo", "Move 3 cards")
    ('Done: Move 3 cards', 'Undone: Move 3 cards')
    """
    done = say(_ACTIONS[action]) if action in _ACTIONS else action.capitalize()
    return f"{done}: {one_line(label_in_words(label))}"


def _standing(contents: Contents, item: Item, shown: CardFace) -> str:
    """The words in the pill of a card, and of what they are: few would be understood by themselves."""
    is_judged = item.kind == "claim" and newest(contents.assessments_of(item.id), "verdict")
    told = _VERDICT if is_judged else _OF_PILL.get(item.kind)
    if not shown.chip or told is None:
        return shown.chip
    return say(told, word=shown.chip)


def _support(support: Support | None) -> str:
    if support is None:
        return ""
    if not support.pro and not support.con:
        return say("nothing for or against")
    told = say("{pro} for, {con} against", pro=support.pro, con=support.con)
    stands = _listed(told, support.lines.independent) if support.lines is not None else told
    if support.supposed is None:
        return stands
    pro, con = support.left
    told = say("{pro} for, {con} against", pro=pro, con=con)
    left = support.lines_left
    would = _listed(told, left.independent) if left is not None else told
    return say("supposed: {would}; as it is: {stands}", would=would, stands=stands)


def link_says(link: Link, *, from_start: bool) -> str:
    told = link_type(link.type)
    if from_start:
        return say(told.says)
    # A type of a newer version is known in one direction alone.
    is_clear = told.symmetric or told.says != told.says_back
    return say(told.says_back) if is_clear else say("{says}, from", says=say(told.says))


def _far_end(contents: Contents, link: Link, *, from_start: bool) -> str:
    return end_title(contents, link.end if from_start else link.start)


def end_title(contents: Contents, end: Ref) -> str:
    """What one end of a link is called."""
    if end.end is End.ITEM:
        item = contents.get(Item, end.id)
        return item_title(contents, item) if item is not None else _unread()
    if end.end is End.ELEMENT:
        element = contents.get(Element, end.id)
        return _element(contents, element) if element is not None else _unread()
    link = contents.get(Link, end.id)
    if link is None:
        return _unread()
    # What that link rests on is not spelt out further: links may end at links without end.
    start, says = link.start, say(link_type(link.type).says)
    if start.end is End.LINK or link.end.end is End.LINK:
        # The one type of this version that rests on links is told as a whole.
        if link.type == "undercuts":
            return say("the link that undercuts another")
        return say("the link that {says} another", says=says)
    return say(
        "the link “{start}” {says} “{end}”",
        start=end_title(contents, start),
        says=says,
        end=end_title(contents, link.end),
    )


def _unread() -> str:
    told = say(UNREAD)
    return f"{told[:1].lower()}{told[1:]}"


def _near_part(contents: Contents, end: Ref) -> str:
    """Which part of a claim a link is about that is met at the claim."""
    element = contents.get(Element, end.id) if end.end is End.ELEMENT else None
    return say("as to {part}", part=_part(element)) if element is not None else ""


def _element(contents: Contents, element: Element) -> str:
    claim, part = contents.get(Item, element.claim), _part(element)
    return f"{item_title(contents, claim)}, {part}" if claim is not None else part


def _part(element: Element) -> str:
    roles = (each.shown for each in ELEMENT_ROLES if each.value == element.role)
    role = next(roles, say("element"))
    text = _short_line(element.values.text("text"))
    return f"{role.lower()}: {text}" if text else role.lower()


def _chosen(link: Link, name: str) -> str:
    value = link.values.text(name)
    for field in link_fields(link.type):
        if value and field.name == name and isinstance(field, Choice):
            return field.show(value).lower()
    return ""


def _listed(*parts: str) -> str:
    return one_line(", ".join(filter(None, parts)))


def _short_line(text: str) -> str:
    return one_line(text[: 2 * LONGEST])[:LONGEST]

"""`CardFace`: what a card shows, computed from the case and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from casedb.model.assessments import admiralty_grade, grade_apart, newest, source_ids, word
from casedb.model.board_map import BoardMap, map_of
from casedb.model.conclusions import (
    conclusion_in_words,
    is_excluded,
    limits_in_words,
    open_alternatives,
)
from casedb.model.contents import Contents
from casedb.model.custody import is_expunged
from casedb.model.discretion import hides_sources, is_protected, no_name, public_name
from casedb.model.drawable import may_be_drawn
from casedb.model.fields import Choice, Field, Unreadable
from casedb.model.file_words import has_pages
from casedb.model.interests import interest_apart, interest_in_words
from casedb.model.item_dates import date_on_card
from casedb.model.kinds import Kind, kind_of
from casedb.model.mentions import mentions_of
from casedb.model.notes import ShownAs, shown_as, words_of
from casedb.model.records import Artifact, Board, Item
from casedb.model.reference_fields import SourceRef
from casedb.model.references import boards_named
from casedb.model.standing import Lines, Standing
from casedb.model.visible_text import one_line, visible
from casedb.model.when_and_where import Where
from casedb.words import say

T = TypeVar("T")

TITLE_LIMIT = 400
"""A card never lays out more of a title than this; the full text is in the inspector."""
WORDS_LIMIT = 4_000
"""The same of the words of a note that is shown as nothing else."""


@dataclass(frozen=True, slots=True)
class Support:
    """How many items speak for and against a claim, and what is known of how these hang together.

    `pro` and `con` are mentions; `standing` tells the independent lines, where somebody reckons them.
    `supposed` is how the claim would stand if the case were otherwise, while somebody asks for that.
    """

    pro: int
    con: int
    standing: Standing | None = None
    supposed: Standing | None = None

    @property
    def left(self) -> tuple[int, int]:
        """How many speak for the claim and against it, as is supposed where anything is."""
        if self.supposed is None:
            return self.pro, self.con
        return len(self.supposed.pro.mentions), len(self.supposed.con.mentions)

    @property
    def lines(self) -> Lines | None:
        """The lines of the side that is told of: for the claim, or against it where nothing is for it."""
        return self._told_of(self.standing)

    @property
    def lines_left(self) -> Lines | None:
        """Of the same side, what would be left of them; None while nothing is supposed."""
        return self._told_of(self.supposed)

    def _told_of(self, standing: Standing | None) -> Lines | None:
        if standing is None or not (self.pro or self.con):
            return None
        return standing.pro if self.pro else standing.con


@dataclass(frozen=True, slots=True)
class CardFace:
    """The words and marks on a card, ready to paint.

    `chip` is a short state in a pill (a verdict or status), `footer` the small line at the foot,
    `limits` what it does not show, or that its interest is told in two ways,
    `grade` the Admiralty grade and `grade_apart` that graders differ about it, `warning` what is missing, `alarm` that a file failed its check, `picture` the SHA-256 of the artifact
    whose thumbnail leads the card and which `is_page` of a document, `files` how many artifacts there are, `map` the board that the
    card stands for. `shown_as` is `card`, and for a note perhaps `sticky` (a coloured sheet) or
    `text` (words with no sheet), which show nothing but its `words`.
    """

    kind: str
    kind_label: str
    icon: str
    accent: str
    title: str
    summary: str
    chip: str
    chip_accent: str
    footer: tuple[str, ...]
    grade: str
    warning: str
    picture: str
    files: int
    support: Support | None
    exhibit: str
    alarm: str = ""
    map: BoardMap | None = None
    shown_as: ShownAs = ShownAs.CARD
    words: str = ""
    limits: str = ""
    is_page: bool = False
    grade_apart: str = ""


def face(contents: Contents, item: Item) -> CardFace:
    """The face of an item's card."""
    kind = kind_of(item.kind)
    attachments = contents.attachments_of(item.id)
    leads = _picture([contents.artifacts[each.artifact] for each in attachments])
    chip, chip_accent = _chip(contents, kind, item)
    board = board_of(contents, item)
    how = shown_as(item)
    return CardFace(
        kind=item.kind,
        kind_label=say(kind.card_label or kind.label),
        icon=kind.icon,
        accent=kind.accent,
        title=_one_line(title_of(contents, item))
        or say("Untitled {kind}", kind=say(kind.label).lower()),
        summary=_one_line(item.values.text("summary")),
        chip=chip,
        chip_accent=chip_accent,
        footer=_footer(contents, kind, item),
        grade=admiralty_grade(contents, item),
        warning=" · ".join(filter(None, (_warning(contents, kind, item), _gone(contents, item)))),
        picture=leads.id if leads is not None else "",
        is_page=leads is not None and has_pages(leads.media_type),
        files=len(attachments),
        support=support(contents, item) if item.kind == "claim" else None,
        exhibit=item.values.text("exhibit"),
        alarm=_alarm(contents, item),
        map=map_of(contents, board.id) if board is not None else None,
        shown_as=how,
        words=_words(item) if how is not ShownAs.CARD else "",
        grade_apart=grade_apart(contents, item),
        limits=limits_in_words(item) or interest_apart(contents, item),
    )


def title_of(contents: Contents, item: Item) -> str:
    """An item's title, and without one that of the board it stands for; may be empty."""
    if item.title.strip():
        return item.title
    board = board_of(contents, item)
    return board.title if board is not None else item.title


def board_of(contents: Contents, item: Item) -> Board | None:
    """The board that an item stands for; None where it stands for none, or that is gone."""
    named = next(boards_named(item), None)
    return contents.get(Board, named) if named is not None else None


def sources_on(item: Item) -> tuple[str, ...]:
    """The ids by which an item's face may name a source or take a grade from one.

    Some of them may be no source's, but words that stand in its place.
    """
    held = [item.values.get(name) for name in kind_of(item.kind).face_source]
    named = [each for value in held for each in (value if isinstance(value, list) else [value])]
    texts = (each for each in named if isinstance(each, str))
    return tuple(dict.fromkeys((*texts, *source_ids(item))))


def support(contents: Contents, claim: Item) -> Support:
    """How many different items speak for and against a claim or one of its elements."""
    pro, con = (len(mentions_of(contents, claim.id, polarity)) for polarity in (1, -1))
    return Support(pro, con, contents.standing(claim.id))


def _chip(contents: Contents, kind: Kind, item: Item) -> tuple[str, str]:
    if kind.name == "claim":
        verdict = newest(contents.assessments_of(item.id), "verdict")
        if verdict is not None and item.id not in contents.veiled:
            return word(contents, verdict).lower(), verdict_accent(verdict.value)
        return _choice(kind, item, "status").lower(), "tx3"
    if kind.name == "official_statement":
        stance = item.values.text("stance")
        if stance == "asserts":
            # What nearly every statement does goes without saying.
            return "", ""
        against = stance in ("denies", "denies_in_part", "retracts")
        return _choice(kind, item, "stance").lower(), "dis" if against else "tx3"
    if kind.name == "debris_analysis":
        return conclusion_in_words(item), "dis" if is_excluded(item) else "tx3"
    return "", ""


def verdict_accent(value: str) -> str:
    """The token of the colour in which the word of a verdict is shown."""
    if value in ("true", "mostly_true"):
        return "sup"
    return "dis" if value in ("false", "mostly_false", "misleading") else "warn"


def _choice(kind: Kind, item: Item, name: str) -> str:
    field = kind.field(name)
    value = item.values.text(name)
    return field.show(value) if value and isinstance(field, Choice) else ""


def _footer(contents: Contents, kind: Kind, item: Item) -> tuple[str, ...]:
    board = board_of(contents, item)
    count = contents.card_count(board.id) if board is not None else 0
    cards = say("{n} card", "{n} cards", n=count) if board is not None else ""
    # Before a name, which may be cut: whoever reads what a state says sees what it has at stake.
    # Told in two ways it has a line of its own, so that the name keeps its room.
    interest = "" if interest_apart(contents, item) else interest_in_words(contents, item)
    told = (
        *(date_on_card_shown(item), cards, interest),
        *(_whose(contents, kind, item), place_on_card(item)),
    )
    return tuple(filter(None, told))


def date_on_card_shown(item: Item) -> str:
    """The date at the foot of an item's card, in words; empty where it has none."""
    date = date_on_card(item)
    return date.show_short() if date is not None else ""


def place_on_card(item: Item) -> str:
    """The place at the foot of an item's card, in words; empty where it has none."""
    kind = kind_of(item.kind)
    for name in kind.face_place:
        field = kind.field(name)
        value = _readable(field, item) if isinstance(field, Where) else None
        if value is not None:
            return _one_line(value.show_short())
    return ""


def _readable(field: Field[T], item: Item) -> T | None:
    # What is not understood is shown in the inspector, not guessed at on a card.
    try:
        return field.read(item.values)
    except Unreadable:
        return None


def whose(contents: Contents, item: Item) -> str:
    """Who an item comes from, as its card says it; empty where nobody is named."""
    return _whose(contents, kind_of(item.kind), item)


def _whose(contents: Contents, kind: Kind, item: Item) -> str:
    names_one = any(isinstance(item.values.get(name), (str, list)) for name in kind.face_source)
    if names_one and _is_hidden(contents, item):
        return no_name()
    for name in kind.face_source:
        if not kind.has(name):
            continue
        held = item.values.get(name)
        if isinstance(held, list):
            names = [_source_name(contents, each) for each in held if isinstance(each, str)]
            shown = [each for each in names if each]
            if len(shown) > 2:
                return say(
                    "{source} and {n} other",
                    "{source} and {n} others",
                    source=shown[0],
                    n=len(shown) - 1,
                )
            if len(shown) == 2:
                return say("{first} and {second}", first=shown[0], second=shown[1])
            if shown:
                return shown[0]
        elif isinstance(held, str) and held:
            return _source_name(contents, held) or (
                "" if isinstance(kind.field(name), SourceRef) else _one_line(held)
            )
    return ""


def _is_hidden(contents: Contents, item: Item) -> bool:
    """Whether who it comes from is not told: a spokesperson would give away whoever issued it."""
    named = (contents.sources.get(each) for each in source_ids(item))
    return hides_sources(item) or any(each is not None and is_protected(each) for each in named)


def _source_name(contents: Contents, source_id: str) -> str:
    source = contents.sources.get(source_id)
    return _one_line(public_name(source)) if source is not None else ""


def _warning(contents: Contents, kind: Kind, item: Item) -> str:
    if kind.name == "claim":
        return _doubt_of_standing(contents.standing(item.id))
    if kind.name == "board_card":
        if board_of(contents, item) is not None:
            return ""
        if item.values.text("board"):
            return say("This board was deleted")
        return say("No board is chosen")
    if kind.name == "debris_analysis":
        n = open_alternatives(item)
        return say("{n} alternative open", "{n} alternatives open", n=n) if n else ""
    if kind.name != "satellite_image":
        return ""
    has_time, has_place = (item.values.get(name) is not None for name in ("acquired", "where"))
    if has_time:
        return "" if has_place else say("no coordinates")
    return say("no time") if has_place else say("no time or coordinates")


def _doubt_of_standing(standing: Standing | None) -> str:
    """What is to be asked of a claim by what it rests on."""
    if standing is None:
        return ""
    is_circular = standing.pro.is_circular or standing.con.is_circular
    told = (
        say("verdict out of date") if standing.is_ground_changed else "",
        say("circular") if is_circular else "",
    )
    return " · ".join(filter(None, told))


def _picture(artifacts: Sequence[Artifact]) -> Artifact | None:
    """The file that a card shows: the first picture, or else the first page of the first PDF."""
    drawn = [each for each in artifacts if may_be_drawn(each.media_type) and not is_expunged(each)]
    pictures = (each for each in drawn if each.media_type.startswith("image/"))
    return next(pictures, None) or next(iter(drawn), None)


def _gone(contents: Contents, item: Item) -> str:
    """What is said of files whose bytes were expunged."""
    files = (contents.artifacts[each.artifact] for each in contents.attachments_of(item.id))
    count = sum(is_expunged(each) for each in files)
    return say("{n} file expunged", "{n} files expunged", n=count) if count else ""


def _alarm(contents: Contents, item: Item) -> str:
    """What is said of files that are not what came in, as their last check says."""
    if not contents.failed:
        return ""
    files = {each.artifact for each in contents.attachments_of(item.id)}
    count = len(files & contents.failed)
    return say("{n} file failed", "{n} files failed", n=count) if count else ""


def _one_line(text: str) -> str:
    """The text as a card lays it out: one paragraph, without controls, at most a few lines' worth.

    Bidirectional overrides and other controls become visible marks, so that they cannot make a
    card say something else than the file does.
    """
    return one_line(text[: TITLE_LIMIT * 2])[:TITLE_LIMIT]


def _words(item: Item) -> str:
    """The words of a note, a paragraph a line."""
    lines = words_of(item)[: 2 * WORDS_LIMIT].split("\n")
    return "\n".join(" ".join(visible(line).split()) for line in lines)[:WORDS_LIMIT]

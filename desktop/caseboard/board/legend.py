"""What the signs in a picture of a board mean: of those that occur in it, and of no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from caseboard.board.below import SAMPLE, Entry
from caseboard.board.camera import View
from caseboard.board.strands import Courses, StringLook, look_of, spin
from caseboard.board.string_painter import StringPainter
from caseboard.leaf import plain_fount
from caseboard.lettering import set_lines
from caseboard.theme import Theme, paint_icon
from casedb.model.assessments import admiralty_grade, newest, word
from casedb.model.card_face import verdict_accent
from casedb.model.contents import Contents
from casedb.model.kinds import KINDS
from casedb.model.link_types import CERTAINTY, LINK_TYPES, link_type
from casedb.model.records import Link, Ref
from casedb.model.values import Values
from casedb.model.verdicts import grade_of
from casedb.model.visible_text import one_line
from casedb.words import say

ICON = 16.0
PILL = QRectF(0, -7, 34, 14)
LONGEST = 240


def legend_of(
    contents: Contents, items: Sequence[str], links: Iterable[str], theme: Theme
) -> list[Entry]:
    """An entry for each kind, link and verdict among some items and links."""
    there = [contents.items[each] for each in items if each in contents.items]
    kinds = {each.kind for each in there}
    entries = [_kind(name, theme) for name in KINDS if name in kinds]
    entries += _links(contents, links, theme)
    entries += _verdicts(contents, [each.id for each in there if each.kind == "claim"], theme)
    if any(admiralty_grade(contents, each) for each in there):
        entries.append(_grade(theme))
    return entries


def _kind(name: str, theme: Theme) -> Entry:
    kind = KINDS[name]
    accent = theme.colour(kind.accent if theme.has(kind.accent) else "tx3")

    def paint(painter: QPainter) -> None:
        paint_icon(painter, kind.icon, QRectF((SAMPLE - ICON) / 2, -ICON / 2, ICON, ICON), accent)

    return Entry(say(kind.label), paint)


# -- links ---------------------------------------------------------------------------------


def _links(contents: Contents, links: Iterable[str], theme: Theme) -> Iterator[Entry]:
    found = {
        (link.type, link.values.text("certainty"))
        for each in links
        if (link := contents.links.get(each)) is not None
    }
    names = {each.value: each for each in CERTAINTY}
    ranks = {name: at for at, name in enumerate(("", *names))}
    order = {name: at for at, name in enumerate(LINK_TYPES)}
    for name, certainty in sorted(
        found, key=lambda each: (order.get(each[0], len(order)), ranks.get(each[1], len(ranks)))
    ):
        kind, sure = link_type(name), names.get(certainty)
        told = (
            say("{type} ({certainty})", type=kind.label, certainty=sure.shown.lower())
            if (sure is not None)
            else kind.label
        )
        values = Values({"certainty": certainty} if certainty else {})
        nowhere = Ref.item("")
        yield Entry(told, _string(look_of(Link("", name, nowhere, nowhere, values)), theme))


def _string(look: StringLook, theme: Theme):
    view = View(0, 0, int(SAMPLE), int(ICON), 1.0)
    ends = np.array([[2.0, 0.0], [16.0, 0.0], [30.0, 0.0], [SAMPLE - 2, 0.0]])
    courses = Courses(ends[None], np.array([0, 1]), np.zeros((1, 2), dtype=bool))
    strands = spin([look], courses, view)
    painter_of = StringPainter(theme)

    def paint(painter: QPainter) -> None:
        painter_of.paint_lines(painter, view, strands, is_vector=True)
        painter_of.paint_marks(painter, view, strands)

    return paint


# -- judgements ----------------------------------------------------------------------------


def _verdicts(contents: Contents, claims: Iterable[str], theme: Theme) -> Iterator[Entry]:
    found: dict[tuple[str, str], tuple[str, int]] = {}
    for claim in claims:
        verdict = newest(contents.assessments_of(claim), "verdict")
        if verdict is None or claim in contents.veiled:
            continue
        grade = grade_of(contents, verdict)
        meaning = one_line(grade.shown_meaning[:LONGEST]) if grade is not None else ""
        rank = grade.rank if grade is not None and grade.rank is not None else 99
        named = one_line(word(contents, verdict)[:LONGEST])
        found.setdefault((named, verdict_accent(verdict.value)), (meaning, rank))
    for (named, accent), (meaning, _) in sorted(
        found.items(), key=lambda each: (each[1][1], each[0])
    ):
        told = say("Verdict “{word}”", word=named)
        yield Entry(f"{told}: {meaning}" if meaning else told, _pill(accent, theme))


def _pill(accent: str, theme: Theme):
    def paint(painter: QPainter) -> None:
        box = PILL.translated((SAMPLE - PILL.width()) / 2, 0)
        corner = box.height() / 2
        ring = QPainterPath()
        ring.addRoundedRect(box, corner, corner)
        ring.addRoundedRect(box.adjusted(1, 1, -1, -1), corner - 1, corner - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tinted(accent, 0.12))
        painter.drawRoundedRect(box, corner, corner)
        painter.setBrush(theme.colour(accent))
        painter.drawPath(ring)

    return paint


def _grade(theme: Theme) -> Entry:
    text = set_lines("B2", plain_fount("tiny", semibold=True), SAMPLE)

    def paint(painter: QPainter) -> None:
        box = QRectF((SAMPLE - text.width) / 2 - 5, -8, text.width + 10, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("chipline"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(theme.colour("chip"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
        text.paint(painter, (SAMPLE - text.width) / 2, -text.height / 2, theme.colour("tx2"))

    return Entry(
        say(
            "Grade: reliability of the source (A completely, E not, F cannot be judged) and credibility of "
            "what it says (1 confirmed, 5 improbable, 6 cannot be judged)"
        ),
        paint,
    )

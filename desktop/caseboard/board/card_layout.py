"""What a card shows and where: a list of marks in board units, computed before anything is painted.

A card has the size that the user gave it. What does not fit is left out, from the least important
up: summary, picture, foot, "for and against", the second and third line of the title, its limits, the head.
No line of text is ever cut through.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from caseboard.board import levels
from caseboard.board.levels import Level
from caseboard.board.marks import Box, Map, Mark, Picture, Pill, Sign, Triangle, Wash, Words
from caseboard.lettering import Fount, Lettering, fount, set_lines
from caseboard.theme import board_space, card_size, tokens
from casedb.model.assessments import marked
from casedb.model.card_face import CardFace, Support
from casedb.model.notes import ShownAs
from casedb.words import say

TITLE_LINES = 3
SUMMARY_LINES = 3
"""How much of a summary a card makes room for; a larger one shows more."""
MOST_LINES = 40
HEAD, FOOT, COUNTS, LIMITS = 18.0, 16.0, 17.0, 15.0
ICON = 16.0
BEFORE_TITLE, BEFORE_SUMMARY, BEFORE_COUNTS, BEFORE_FOOT = 5.0, 4.0, 7.0, 8.0
BEFORE_LIMITS = 6.0
LEAST_PICTURE = 56.0
LEAST_TEXT, LEAST_STICKY = 40.0, 120.0
"""How high plain text and a sticky note are at least."""
ALL_LINES = 2_000
WORDS_STEP = "heading"
"""The step of the type scale in which the words of such a note are set."""
STATE = 11.0
"""How large the signs of a note's state are, in its corner."""
LEAST_FOOT = 56.0
FEWEST_LETTERS = 4
NARROW = 140.0
ALARM, ALARM_PIXELS = 20.0, 14.0
"""How wide the badge of a failed file is, in board units, and in pixels where that is more."""
LEAST_ICON = 7.0
"""An icon smaller than this on the screen, in pixels, cannot be made out."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The card to fill: its size in board units, the zoom it is read at, icons that mark its state."""

    width: float
    height: float
    zoom: float = 1.0
    is_collapsed: bool = False
    states: tuple[str, ...] = ()

    @property
    def padding(self) -> float:
        """The distance of text from the left and right edges."""
        return card_size("padding") if self.width >= NARROW else board_space("s")

    @property
    def slack(self) -> float:
        """How much a card may lack in height and still be filled as if it had it: one pixel, as
        the edges of cards are rounded to pixels."""
        return 1 / self.zoom

    @property
    def stripe(self) -> float:
        """The height of the stripe in the kind's colour: always to be seen."""
        return max(float(card_size("stripe")), 2.0 / self.zoom)

    @property
    def text_width(self) -> float:
        """How wide text may be."""
        return max(1.0, self.width - 2 * self.padding)

    def words(self, text: Lettering, left: float, top: float, token: str) -> Words:
        """Text at a place, as bars if it cannot be read at the sheet's zoom."""
        return Words(text, left, top, token, levels.is_readable(text.of.size, self.zoom))

    def inline(self, text: Lettering, left: float, middle: float, token: str) -> Words:
        """A line of text that begins at a place, whichever way it runs, around a middle height."""
        return self.words(text, left - text.start, middle - text.of.pitch / 2, token)


def lay_out(face: CardFace, sheet: Sheet, level: Level) -> list[Mark]:
    """The marks of a card, in the order in which they are painted."""
    return [*_laid_out(face, sheet, level), *_alarm(face, sheet)]


def _laid_out(face: CardFace, sheet: Sheet, level: Level) -> list[Mark]:
    if face.shown_as is not ShownAs.CARD:
        return _worded(face, sheet)
    if level is not Level.FULL:
        return _titled(face, sheet)
    if sheet.is_collapsed or sheet.height + sheet.slack < _least_height(sheet):
        return _compact(face, sheet)
    return _full(face, sheet)


def _alarm(face: CardFace, sheet: Sheet) -> list[Mark]:
    """The badge of a card with a file that failed its check, in the corner at the end of its head."""
    side = _alarm_side(face, sheet)
    if not side:
        return []
    edge = board_space("xs")
    box = QRectF(sheet.width - edge - side, sheet.stripe + edge, side, side)
    inset = side / 8
    return [Box(box, "err"), Sign("error", box.adjusted(inset, inset, -inset, -inset), "errbg")]


def _alarm_side(face: CardFace, sheet: Sheet) -> float:
    """How wide that badge is: large enough to be seen from afar, as far as the card has room."""
    if not face.alarm:
        return 0.0
    room = min(sheet.width / 2, sheet.height - sheet.stripe - 2 * board_space("xs"))
    return max(0.0, min(room, max(ALARM, ALARM_PIXELS / sheet.zoom)))


def _beside_alarm(face: CardFace, sheet: Sheet, padding: float) -> float:
    """How much room the badge takes from a line that keeps a padding and runs into its corner."""
    side = _alarm_side(face, sheet)
    return max(0.0, side + 2 * board_space("xs") - padding) if side else 0.0


def natural_height(face: CardFace, width: float) -> float:
    """How high a card of a width must be to show its face well, in board units."""
    sheet = Sheet(width, math.inf)
    if face.shown_as is not ShownAs.CARD:
        return _worded_height(face, sheet)
    title = set_lines(face.title, _title_fount(1.0), sheet.text_width, TITLE_LINES)
    height = _frame_height(sheet) + HEAD + BEFORE_TITLE + title.height
    if face.summary:
        summary = set_lines(face.summary, _fount("small"), sheet.text_width, SUMMARY_LINES)
        height += BEFORE_SUMMARY + summary.height
    if face.support is not None:
        height += BEFORE_COUNTS + COUNTS
    if face.limits:
        height += BEFORE_LIMITS + LIMITS
    if _has_foot(face):
        height += BEFORE_FOOT + FOOT
    if _has_lead(face):
        height += card_size("picture")
    return math.ceil(height)


# -- the full card -------------------------------------------------------------------------


def _frame_height(sheet: Sheet) -> float:
    return sheet.stripe + board_space("s") + 2 + board_space("s") + 3


def _least_height(sheet: Sheet) -> float:
    return _frame_height(sheet) + HEAD + BEFORE_TITLE + _title_fount(sheet.zoom).pitch


def _fount(step: str, zoom: float = 1.0, *, semibold: bool = False, caps: bool = False) -> Fount:
    """A font of the type scale; the smallest grows to the next step where that can still be read."""
    scale = tokens().type_scale
    size, larger = scale[step], scale["small"]
    if size < larger and not levels.is_readable(size, zoom) and levels.is_readable(larger, zoom):
        size = larger
    return fount(size, semibold=semibold, caps=caps)


def _title_fount(zoom: float) -> Fount:
    return fount(levels.readable_size(tokens().type_scale["title"], zoom), semibold=True)


def _title_lines(face: CardFace, of: Fount, width: float, lines: int) -> Lettering:
    """The title in lines. Where it is enlarged to be readable, what does not fit is elided: half
    words one below the other are harder to read from afar than the beginning of one."""
    is_enlarged = of.size > tokens().type_scale["title"]
    return set_lines(face.title, of, width, lines, keeps_words=is_enlarged)


def _has_foot(face: CardFace) -> bool:
    return bool(face.footer or face.grade or face.alarm or face.warning or face.files)


def _has_lead(face: CardFace) -> bool:
    return face.map is not None or bool(face.picture)


def _lead(face: CardFace, box: QRectF) -> Mark:
    """What stands at the top of a card that has a picture or stands for a board."""
    if face.map is not None:
        return Map(box, face.map)
    return Picture(box, face.picture, face.is_page)


def _full(face: CardFace, sheet: Sheet) -> list[Mark]:
    title_fount = _title_fount(sheet.zoom)
    room = sheet.height + sheet.slack - _frame_height(sheet) - HEAD - BEFORE_TITLE
    # What it does not show comes before the second line of what it is called.
    has_limits = bool(face.limits) and room >= title_fount.pitch + BEFORE_LIMITS + LIMITS
    room -= BEFORE_LIMITS + LIMITS if has_limits else 0
    lines = max(1, min(TITLE_LINES, int(room // title_fount.pitch)))
    title = _title_lines(face, title_fount, sheet.text_width, lines)
    room -= title.height
    counts = face.support if room >= BEFORE_COUNTS + COUNTS else None
    room -= BEFORE_COUNTS + COUNTS if counts is not None else 0
    has_foot = _has_foot(face) and room >= BEFORE_FOOT + FOOT
    room -= BEFORE_FOOT + FOOT if has_foot else 0
    picture = 0.0
    if _has_lead(face) and room >= LEAST_PICTURE:
        picture = min(room, float(card_size("picture")))
        room -= picture
    summary: Lettering | None = None
    small = _fount("small")
    if face.summary and room >= BEFORE_SUMMARY + small.pitch:
        lines = min(MOST_LINES, int((room - BEFORE_SUMMARY) // small.pitch))
        summary = set_lines(face.summary, small, sheet.text_width, lines)
        room -= BEFORE_SUMMARY + summary.height
    if picture:
        picture += max(0.0, room - sheet.slack)

    marks: list[Mark] = []
    left, top = sheet.padding, sheet.stripe
    if picture:
        marks.append(_lead(face, QRectF(0, top, sheet.width, picture)))
        top += picture
    top += board_space("s") + 2
    marks += _head(face, sheet, top, 0.0 if picture else _beside_alarm(face, sheet, sheet.padding))
    top += HEAD + BEFORE_TITLE
    marks.append(sheet.words(title, left, top, "tx"))
    top += title.height
    if summary is not None:
        marks.append(sheet.words(summary, left, top + BEFORE_SUMMARY, "tx2"))
    bottom = sheet.height - board_space("s") - 3
    if has_foot:
        bottom -= FOOT
        marks += _foot(face, sheet, bottom)
        bottom -= BEFORE_FOOT
    if has_limits:
        # Beside what it shows stands what it does not show.
        text = set_lines(face.limits, _fount("tiny", sheet.zoom), sheet.text_width)
        marks.append(sheet.inline(text, left, bottom - LIMITS / 2, "tx2"))
        bottom -= LIMITS + BEFORE_LIMITS
    if counts is not None:
        marks += _counts(counts, sheet, bottom - COUNTS)
    return marks


def _head(face: CardFace, sheet: Sheet, top: float, beside: float) -> list[Mark]:
    """Icon, kind, exhibit number, and what state it is in, at the right but for some room beside it."""
    tiny, caps = _fount("tiny", sheet.zoom, semibold=True), _fount("tiny", sheet.zoom, caps=True)
    left, right = sheet.padding, sheet.width - sheet.padding - beside
    middle = top + HEAD / 2
    marks: list[Mark] = [Sign(face.icon, QRectF(left, middle - ICON / 2, ICON, ICON), face.accent)]
    left += ICON + board_space("s") - 1
    kind = set_lines(face.kind_label, caps, sheet.width)
    exhibit = set_lines(face.exhibit, _fount("tiny", sheet.zoom), sheet.width)
    chip = (
        set_lines(face.chip, tiny, sheet.width).width + 3 * board_space("s") if face.chip else 0.0
    )
    free = right - left - chip - len(sheet.states) * (12 + board_space("xs"))
    # The icon and its colour say the kind as well; nothing else says the number.
    is_named = not (
        face.exhibit and exhibit.width <= free < kind.width + board_space("s") + exhibit.width
    )
    # A long chip is elided before the name of the kind is.
    least = kind.width if is_named else exhibit.width
    room = max(0.4 * sheet.text_width, right - left - least - board_space("s"))
    if face.chip and 2 * board_space("s") + 2 * tiny.size <= room <= right - left:
        text = set_lines(face.chip, tiny, room - 2 * board_space("s"))
        box = QRectF(
            right - text.width - 2 * board_space("s"), top, text.width + 2 * board_space("s"), HEAD
        )
        is_judged = face.chip_accent != "tx3"
        marks.append(Pill(box, face.chip_accent, is_judged))
        marks.append(sheet.inline(text, box.left() + board_space("s"), middle, face.chip_accent))
        right = box.left() - board_space("s")
    for state in sheet.states:
        right -= 12
        marks.append(Sign(state, QRectF(right, middle - 6, 12, 12), "tx3"))
        right -= board_space("xs")
    if right - left < 24:
        return marks
    if is_named:
        kind = set_lines(face.kind_label, caps, right - left)
        marks.append(sheet.inline(kind, left, middle, face.accent))
        left += kind.width + board_space("s")
    if face.exhibit and left + exhibit.width <= right:
        marks.append(sheet.inline(exhibit, left, middle, "tx3"))
    return marks


def _counts(counts: Support, sheet: Sheet, top: float) -> list[Mark]:
    """How many items speak for a claim and against it, and how many lines of them are independent; what is
    supposed alone stands in an outline."""
    sides = _sides(counts)
    told = _independent(counts, sides, sheet)
    if counts.supposed is not None and counts.lines is not None and told is None:
        sides = _sides(counts, is_short=True)
        told = _independent(counts, sides, sheet)
    marks: list[Mark] = []
    if counts.supposed is not None:
        edge = float(board_space("s")) - 1
        box = QRectF(sheet.padding - edge, top - 2, sheet.text_width + 2 * edge, COUNTS + 3)
        marks.append(Pill(box, "warn", is_tinted=False))
    left, gap = sheet.padding, float(board_space("s" if told is not None else "m"))
    for words, shown, points_up in sides:
        text = set_lines(words, _fount("small", semibold=True), sheet.width)
        width = 13 + text.width
        if left + width > sheet.width - sheet.padding:
            break
        marks.append(Triangle(QRectF(left, top + 5, 9, 7), shown, points_up))
        marks.append(sheet.inline(text, left + 13, top + COUNTS / 2, shown))
        left += width + gap
    if told is not None:
        marks.append(sheet.inline(told, left, top + COUNTS / 2, "tx2"))
    return marks


def _sides(counts: Support, *, is_short: bool = False) -> tuple[tuple[str, str, bool], ...]:
    """What is said of each side, in which colour, and whether its triangle points up; in short it is left
    to the triangle of which side less is supposed."""
    (pro, con), all_pro, all_con = counts.left, counts.pro, counts.con
    speaking = say("{n} for", "{n} for", n=pro)
    disputing = say("{n} against", "{n} against", n=con)
    if pro != all_pro:
        speaking = say("{n} for (of {all})", "{n} for (of {all})", n=pro, all=all_pro)
        speaking = _of_all(pro, all_pro) if is_short else speaking
    if con != all_con:
        disputing = say("{n} against (of {all})", "{n} against (of {all})", n=con, all=all_con)
        disputing = _of_all(con, all_con) if is_short else disputing
    return (
        (speaking, "sup" if pro else "tx3", True),
        (disputing, "dis" if con else "tx3", False),
    )


def _of_all(n: int, whole: int) -> str:
    return say("{n} (of {all})", n=n, all=whole)


def _independent(
    counts: Support, sides: tuple[tuple[str, str, bool], ...], sheet: Sheet
) -> Lettering | None:
    """How many lines are independent, as far as there is room beside the counts: in words, or shortened."""
    lines = counts.lines
    if lines is None:
        return None
    left = counts.lines_left or lines
    choices = [left.independent, left.shortly]
    if left.number != lines.number:
        choices = [say("{lines} (of {all})", lines=each, all=lines.number) for each in choices]
        choices.append(left.shortly)
    bold, gap = _fount("small", semibold=True), board_space("s")
    widths = [set_lines(words, bold, sheet.width).width for words, _, _ in sides]
    room = sheet.text_width - sum(each + 13 + gap for each in widths)
    for words in choices:
        for step in ("small", "tiny"):
            told = set_lines(words, _fount(step, sheet.zoom), sheet.width)
            if told.width <= room:
                return told
    return None


def _foot(face: CardFace, sheet: Sheet, top: float) -> list[Mark]:
    """Date, source and place; then the grade in a box, what is missing, and how many files."""
    tiny = _fount("tiny", sheet.zoom)
    gap = float(board_space("s"))
    room = sheet.text_width
    bold = _fount("tiny", sheet.zoom, semibold=True)
    grade = set_lines(marked(face.grade, face.grade_apart), bold, room) if face.grade else None
    alarm = set_lines(face.alarm, bold, room) if face.alarm else None
    warning = set_lines(face.warning, tiny, room) if face.warning else None
    files = set_lines(_files(face.files), tiny, room) if face.files else None
    told = " · ".join(face.footer)
    # A date is shown whole or not at all: "13 Oct 20…" would be another one.
    least = tiny.metrics.horizontalAdvance(face.footer[0] + "…") if told else 0.0
    if told and not any(letter.isdigit() for letter in face.footer[0]):
        least = min(least, LEAST_FOOT)

    def taken() -> float:
        boxed = grade.width + 10 + gap if grade is not None else 0.0
        plain = sum(each.width + gap for each in (alarm, warning, files) if each is not None)
        return boxed + plain

    if taken() + least > room + gap:
        files = None
    if taken() + least > room + gap and warning is not None:
        if face.kind == "claim" and grade is None and taken() <= room + gap:
            # That a verdict is out of date is worth more than the day of the claim.
            told = ""
        else:
            warning = None
    if taken() > room + gap:
        # The badge says it as well.
        alarm = None
    marks: list[Mark] = []
    left = sheet.padding
    middle = top + FOOT / 2
    rest = room - taken()
    parts = list(face.footer)
    # What is cut off is shown only where enough of it is left to say something.
    while len(parts) > 1 and rest < tiny.metrics.horizontalAdvance(
        " · ".join([*parts[:-1], parts[-1][:FEWEST_LETTERS] + "…"])
    ):
        parts.pop()
    if told and rest > tiny.size:
        text = set_lines(" · ".join(parts), tiny, rest)
        marks.append(sheet.inline(text, left, middle, "tx3"))
        left += text.width + gap
    if grade is not None:
        marks.append(Box(QRectF(left, top, grade.width + 10, FOOT), "chip"))
        marks.append(sheet.inline(grade, left + 5, middle, "tx2"))
        left += grade.width + 10 + gap
    for text, token in ((alarm, "err"), (warning, "warn"), (files, "tx3")):
        if text is not None:
            marks.append(sheet.inline(text, left, middle, token))
            left += text.width + gap
    return marks


def _files(count: int) -> str:
    return say("{n} file", "{n} files", n=count)


# -- notes that are nothing but their words --------------------------------------------------------


def margin_of(how: ShownAs) -> tuple[float, float]:
    """How far the words are from the edges beside them, and above and below."""
    if how is ShownAs.TEXT:
        return float(board_space("xs")), float(board_space("s"))
    return float(board_space("m")), float(board_space("m"))


def _worded_height(face: CardFace, sheet: Sheet) -> float:
    of = fount(tokens().type_scale[WORDS_STEP])
    beside, above = margin_of(face.shown_as)
    lines = sum(
        each.lines for each, _ in _paragraphs(face, of, sheet.width - 2 * beside, ALL_LINES)
    )
    least = LEAST_TEXT if face.shown_as is ShownAs.TEXT else LEAST_STICKY
    return math.ceil(max(least, max(lines, 1) * of.pitch + 2 * above))


def _worded(face: CardFace, sheet: Sheet) -> list[Mark]:
    """As many lines as there is room for; bars where not even one could be read."""
    size = tokens().type_scale[WORDS_STEP]
    beside, above = margin_of(face.shown_as)
    beside, above = min(beside, sheet.width / 8), min(above, sheet.height / 8)
    width, room = sheet.width - 2 * beside, sheet.height - 2 * above + sheet.slack
    of = fount(levels.readable_size(size, sheet.zoom))
    if room < of.pitch or width < FEWEST_LETTERS * of.size:
        of = fount(size)
    token = face.accent if face.shown_as is ShownAs.TEXT else "tx"
    marks: list[Mark] = []
    for text, line in _paragraphs(face, of, max(1.0, width), int(room // of.pitch)):
        marks.append(sheet.words(text, beside, above + line * of.pitch, token))
    for n, state in enumerate(sheet.states):
        right = sheet.width - _alarm_side(face, sheet) - STATE * n - 1
        marks.append(Sign(state, QRectF(right - STATE, 1, STATE, STATE), "tx3"))
    return marks


def _paragraphs(
    face: CardFace, of: Fount, width: float, most: int
) -> Iterator[tuple[Lettering, int]]:
    """The paragraphs of a note's words in at most so many lines, each with the line it begins at."""
    told = face.words.rstrip("\n").split("\n")
    line = 0
    for n, paragraph in enumerate(told):
        if line >= most:
            return
        is_last_line = line + 1 >= most and any(each.strip() for each in told[n + 1 :])
        text = set_lines(f"{paragraph} …" if is_last_line else paragraph, of, width, most - line)
        yield text, line
        line += max(1, text.lines)


# -- smaller cards -------------------------------------------------------------------------


def _compact(face: CardFace, sheet: Sheet) -> list[Mark]:
    """Icon and title side by side, for collapsed cards and those too low for more."""
    of = _title_fount(sheet.zoom)
    room = sheet.height - sheet.stripe
    middle = sheet.stripe + room / 2
    left, right = sheet.padding + ICON + board_space("s") - 1, sheet.width - sheet.padding
    right -= _beside_alarm(face, sheet, sheet.padding)
    lines = (
        1 if sheet.is_collapsed else min(TITLE_LINES, int((room - board_space("s")) // of.pitch))
    )
    if right - left < 3 * of.size or of.pitch > room:
        return _centred_icon(face, sheet, ICON)
    title = _title_lines(face, of, right - left, max(1, lines))
    top = middle - title.height / 2
    icon = min(ICON, room)
    box = QRectF(sheet.padding, top + (of.pitch - icon) / 2, icon, icon)
    return [Sign(face.icon, box, face.accent), sheet.words(title, left, top, "tx")]


def _centred_icon(face: CardFace, sheet: Sheet, size: float) -> list[Mark]:
    """Only the icon; a wash of the kind's colour where even that could not be made out."""
    pixel = 1 / sheet.zoom
    room = sheet.height - sheet.stripe
    side = min(sheet.width - 4 * pixel, room - 2 * pixel, size)
    if side < LEAST_ICON * pixel:
        return [Wash(QRectF(0, 0, sheet.width, sheet.height), face.accent)]
    middle = sheet.stripe + room / 2
    return [
        Sign(
            face.icon, QRectF((sheet.width - side) / 2, middle - side / 2, side, side), face.accent
        )
    ]


def _titled(face: CardFace, sheet: Sheet) -> list[Mark]:
    """Title and icon in sizes that can be read from afar; only the icon where that is too little."""
    of, pixel = _title_fount(sheet.zoom), 1 / sheet.zoom
    padding = min(sheet.padding, 6 * pixel, sheet.width / 10)
    left, top = padding, sheet.stripe + 3 * pixel
    width, room = sheet.width - 2 * padding, sheet.height - top - 3 * pixel
    # A single line may fill a low card from edge to edge.
    is_low = room < of.pitch <= sheet.height - sheet.stripe + 2 * pixel
    if is_low:
        top, room = (sheet.height + sheet.stripe - of.pitch) / 2, of.pitch
    if width < 40 * pixel or room < of.pitch:
        return _centred_icon(face, sheet, 16 * pixel)
    marks: list[Mark] = []
    if _has_lead(face) and room >= 2 * of.pitch + 20 * pixel:
        high = min(room - 2 * of.pitch, sheet.width / 2)
        marks.append(_lead(face, QRectF(0, sheet.stripe, sheet.width, high)))
        top, room = top + high, room - high
    elif face.alarm:
        width -= _beside_alarm(face, sheet, padding)
    if face.chip and face.chip_accent != "tx3":
        dot = 6 * pixel
        width -= dot + 2 * pixel
        box = QRectF(left + width + 2 * pixel, top + (of.pitch - dot) / 2, dot, dot)
        marks.append(Box(box, face.chip_accent))
    icon = 12 * pixel
    if width >= 72 * pixel:
        box = QRectF(left, top + (of.pitch - icon) / 2, icon, icon)
        marks.append(Sign(face.icon, box, face.accent))
        left, width = left + icon + 4 * pixel, width - icon - 4 * pixel
    title = _title_lines(face, of, width, min(MOST_LINES, int(room // of.pitch)))
    marks.append(sheet.words(title, left, top, "tx"))
    return marks

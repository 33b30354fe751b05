"""Two versions of a verdict side by side, as a text with marks for what was added and removed."""

from __future__ import annotations

from html import escape

from caseboard.theme import Theme
from casedb.analysis.verdict_ground import fate_in_words, in_words
from casedb.analysis.verdict_versions import Pair, Side, ground_between, pairs_of, pieces_of
from casedb.model.contents import Contents
from casedb.model.records import Assessment
from casedb.model.verdict_words import name_of_record
from casedb.model.visible_text import visible
from casedb.words import say

MOST_GROUND = 60
"""Records of the ground that are named; of more, how many there are."""


def comparison(
    contents: Contents,
    before: Assessment,
    after: Assessment,
    theme: Theme,
    *,
    is_mirrored: bool = False,
) -> str:
    """Two versions as rich text: what only the earlier says is struck out in it, what only the later says
    is underlined in it. The earlier stands at the left, and mirrored at the right."""
    one, other = (f"<b>{_text(version_of(contents, each))}</b>" for each in (before, after))
    rows = [_row(one, other, is_mirrored=is_mirrored)]
    for each in pairs_of(contents, before, after):
        rows += _pair(each, theme, is_mirrored=is_mirrored)
    table = f'<table width="100%" cellpadding="4" cellspacing="0">{"".join(rows)}</table>'
    ground = _ground(contents, before, after)
    return f'{table}<div align="right">{ground}</div>' if is_mirrored else table + ground


def _row(one: str, other: str, *, is_mirrored: bool) -> str:
    # The columns of a text do not turn round by themselves, and its words run as they are written.
    cells = (other, one) if is_mirrored else (one, other)
    side = ' align="right"' if is_mirrored else ""
    inside = "".join(f'<td width="50%"{side}>{each}</td>' for each in cells)
    return f"<tr>{inside}</tr>"


def single(contents: Contents, verdict: Assessment) -> str:
    """One version alone."""
    pairs = pairs_of(contents, verdict, verdict)
    return "".join(f"<p><b>{_text(each.title)}</b><br>{_text(each.after)}</p>" for each in pairs)


def version_of(contents: Contents, verdict: Assessment) -> str:
    """Which version one is, and of which day."""
    own = [
        each
        for each in contents.assessments_of(verdict.subject)
        if each.type == "verdict" and not each.values.text("cited_opinion")
    ]
    number = next((n for n, each in enumerate(own, start=1) if each.id == verdict.id), 0)
    return say("Version {n}, {day}", n=number, day=verdict.at[:10])


def _pair(pair: Pair, theme: Theme, *, is_mirrored: bool) -> tuple[str, str]:
    if pair.is_same:
        before = after = _text(pair.after)
    else:
        pieces = pieces_of(pair.before, pair.after)
        before = "".join(
            _text(each.text) if each.side is Side.BOTH else _struck(each.text, theme)
            for each in pieces
            if each.side is not Side.AFTER
        )
        after = "".join(
            _text(each.text) if each.side is Side.BOTH else _added(each.text, theme)
            for each in pieces
            if each.side is not Side.BEFORE
        )
    nothing = f'<span style="color:{theme.hex("tx3")}">{_text(say("not said"))}</span>'
    same = "" if pair.is_same else f" ({_text(say('changed', about='of a field'))})"
    side = ' align="right"' if is_mirrored else ""
    style = f'colspan="2"{side} style="color:{theme.hex("tx2")}"'
    head = f"<tr><td {style}><b>{_text(pair.title)}</b>{same}</td></tr>"
    return head, _row(before or nothing, after or nothing, is_mirrored=is_mirrored)


def _struck(text: str, theme: Theme) -> str:
    return f'<s style="color:{theme.hex("dis")}">{_text(text)}</s>'


def _added(text: str, theme: Theme) -> str:
    return f'<u style="color:{theme.hex("sup")}">{_text(text)}</u>'


def _text(text: str) -> str:
    return escape(visible(text)).replace("\n", "<br>")


def _ground(contents: Contents, before: Assessment, after: Assessment) -> str:
    changes = ground_between(before, after)
    if changes is None:
        told = say("What one of them rests on was not frozen, so that cannot be compared.")
    elif not changes:
        told = say("Both rest on the same.")
    else:
        told = say("What they rest on: {changes}.", changes=in_words(changes))
    named = [
        say(
            "{fate}: {name}",
            fate=fate_in_words(each.fate),
            name=name_of_record(contents, each.id) or say("a record that is gone"),
        )
        for each in (changes or ())[:MOST_GROUND]
    ]
    more = len(changes or ()) - MOST_GROUND
    if more > 0:
        named.append(say("{n} more", "{n} more", n=more))
    listed = "".join(f"<li>{_text(each)}</li>" for each in named)
    return f"<p>{_text(told)}</p>" + (f"<ul>{listed}</ul>" if listed else "")

"""How far a part of a claim is covered, as it looks: a colour and an icon, never the colour alone."""

from __future__ import annotations

from collections.abc import Mapping

from casedb.analysis.coverage import Cover, Row

ICONS: Mapping[Cover, str] = {
    Cover.NOTHING: "close",
    Cover.BEYOND: "warning",
    Cover.INTERESTED: "warning",
    Cover.AGAINST: "link_disputes",
    Cover.COVERED: "check",
}
_TOKENS: Mapping[Cover, str] = {
    Cover.NOTHING: "tx3",
    Cover.BEYOND: "warn",
    Cover.INTERESTED: "warn",
    Cover.AGAINST: "dis",
    Cover.COVERED: "ok",
}


def token_of(row: Row, alarm: str = "err") -> str:
    """The colour of how far a part is covered; that of an alarm where it is required and uncovered."""
    return alarm if row.is_required and row.is_uncovered else _TOKENS[row.cover]

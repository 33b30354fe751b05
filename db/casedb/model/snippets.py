"""Snippets: the stretch of a text in which a search was met, in the text's own spelling."""

from __future__ import annotations

from dataclasses import dataclass

from casedb.model.search_text import fold, words_in


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of text and the half-open ranges in it that were met."""

    text: str
    marks: tuple[tuple[int, int], ...]


def needles(query: str) -> list[str]:
    """The folded words of what was typed."""
    return words_in(fold(query))


def snippet(text: str, query: str, width: int = 120) -> Snippet | None:
    """The stretch around the first word met, or None where no word of the query is in the text.

    At most `width` characters, cut at spaces where there are any, with an ellipsis where cut.
    """
    words = needles(query)
    folded, origin = _fold_with_origin(text)
    found = [(at, len(word)) for word in words if (at := folded.find(word)) >= 0]
    if not found:
        return None
    first = origin[min(found)[0]]
    start = max(0, first - width // 3)
    if start > 0:
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + width)
    if end < len(text):
        space = text.rfind(" ", first + 1, end)
        end = space if space > first else end
    lead = "… " if start > 0 else ""
    tail = " …" if end < len(text) else ""
    marks = _marks(words, folded, origin, start, end)
    shift = len(lead) - start
    body = text[start:end].replace("\n", " ").replace("\t", " ")
    return Snippet(lead + body + tail, tuple((a + shift, b + shift) for a, b in marks))


def near(text: str, query: str, width: int = 600) -> str:
    """The stretch of a long text that has the most of the words of a query, the first of those.

    At most three times the `width` in characters. What is folded sign by sign is then little.
    """
    wanted = needles(query)
    if len(text) <= 3 * width or not wanted:
        return text
    best, most = 0, 0
    for at in range(0, len(text), width):
        folded = fold(text[at : at + 2 * width])
        met = sum(word in folded for word in wanted)
        if met > most:
            best, most = at, met
    start = max(0, best - width)
    return text[start : best + 2 * width]


def marks_in(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """The ranges of a short text that a search met."""
    folded, origin = _fold_with_origin(text)
    return _marks(needles(query), folded, origin, 0, len(text))


def _marks(
    words: list[str], folded: str, origin: list[int], start: int, end: int
) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    for word in words:
        at = folded.find(word)
        while at >= 0:
            first, last = origin[at], origin[at + len(word) - 1] + 1
            if start <= first and last <= end:
                spans.append((first, last))
            at = folded.find(word, at + len(word))
    merged: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)


def _fold_with_origin(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters where it stands in the original."""
    if text.isascii():
        return text.lower(), list(range(len(text)))
    out: list[str] = []
    origin: list[int] = []
    for at, sign in enumerate(text):
        for folded in fold(sign):
            out.append(folded)
            origin.append(at)
    return "".join(out), origin

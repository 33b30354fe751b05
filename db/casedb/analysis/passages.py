"""What the files of items say in the same words: passages that may have been taken from one another.

A text is cut into runs of words, one behind the other, and each is looked for in the words of all files
and of other items. Whoever copies a paragraph has whole runs of it. What many have in common, as the
foot of a form or the name of a series, says nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Generator, Iterator, Mapping
from typing import NamedTuple, Protocol

from casedb.analysis.echoes import LEAST_RUNS, PHRASE, RARE, Echoes, Passage, told_in
from casedb.model.contents import Contents
from casedb.model.kinds import kind_of
from casedb.model.records import Item
from casedb.model.search_text import fold

LONGEST = 200_000
"""Signs of one file that are looked through."""
MOST_RUNS = 600
"""Of a longer text not every run is looked for, but so many, evenly spread."""
LEAST_WORDS = 4
"""Of the words of a run so many must have letters: rows of figures are alike by chance."""


class Kept(Protocol):
    """The words of the files of a case, as they are kept for the search."""

    def text_of(self, artifact: str, most: int) -> str:
        """What a file says, cut after so many signs; empty where it was not read."""
        ...

    def saying(self, words: str, most: int) -> frozenset[str]:
        """The artifacts that say some folded words one after the other, no more than so many."""
        ...


class Run(NamedTuple):
    """Words one after the other: as they are compared, and as they are written."""

    folded: str
    written: str


def passages(
    contents: Contents, echoes: Echoes, kept: Kept, item_id: str
) -> Generator[None, None, dict[str, Passage]]:
    """What an item shares by its files, or with the files of others, by the id of the other item.

    It pauses after every look into the index.
    """
    item = contents.get(Item, item_id)
    if item is None or not kind_of(item.kind).is_evidence:
        return {}
    own = {each.artifact for each in contents.attachments_of(item_id)}
    met: dict[tuple[str, str], dict[str, str]] = {}
    for file, text in _texts(contents, kept, item):
        yield
        for run in runs_in(text):
            here = set(_met(contents, echoes, kept, file, own, run))
            here = {each for each in here if each[0] != item_id and _is_evidence(contents, each[0])}
            if len({other for other, _ in here}) < RARE:
                for each in here:
                    met.setdefault(each, {})[run.folded] = run.written
            yield
    return dict(_telling(met))


def _met(
    contents: Contents, echoes: Echoes, kept: Kept, file: str, own: set[str], run: Run
) -> Iterator[tuple[str, str]]:
    """The other items that say a run of words as well, each with the files by which both do."""
    for other in kept.saying(run.folded, RARE + len(own) + 1) - own:
        files = " ".join(sorted(filter(None, (file, other))))
        for each in contents.attachments_to(other):
            yield each.item, files
    if file:
        for item_id in echoes.saying(run.folded):
            yield item_id, file


def _telling(met: Mapping[tuple[str, str], Mapping[str, str]]) -> Iterator[tuple[str, Passage]]:
    """The other items that share enough by some files."""
    found: defaultdict[str, dict[str, Mapping[str, str]]] = defaultdict(dict)
    for (other, files), runs in sorted(met.items()):
        if len(runs) >= LEAST_RUNS:
            found[other][files] = runs
    for other, by_files in found.items():
        written = (words for runs in by_files.values() for words in runs.values())
        yield other, Passage(tuple(by_files), max(written, key=len))


def _texts(contents: Contents, kept: Kept, item: Item) -> Iterator[tuple[str, str]]:
    """What an item says, and what its files do, each with the file that says it, empty for none."""
    for text in told_in(item):
        yield "", text
    for each in contents.attachments_of(item.id):
        yield each.artifact, kept.text_of(each.artifact, LONGEST)


def _is_evidence(contents: Contents, item_id: str) -> bool:
    item = contents.get(Item, item_id)
    return item is not None and kind_of(item.kind).is_evidence


_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_WORDS = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")


def runs_in(text: str) -> list[Run]:
    """A text in runs of as many words as tell something, of a long one some, evenly spread.

    In scripts that set no spaces what lies between two stops counts for every two of its signs.

    >>> [each.folded for each in runs_in("The crates went off the ship, before dawn.")]
    ['the crates went off the ship']
    """
    runs: list[Run] = []
    words: list[str] = []
    weight, start = 0, 0
    for match in _WORDS.finditer(text):
        folded = fold(match[0])
        if not words:
            start = match.start()
        words.append(folded)
        weight += max(1, len(folded) // 2) if _SPACELESS.search(folded) else 1
        if weight >= PHRASE:
            if sum(any(sign.isalpha() for sign in each) for each in words) >= min(
                LEAST_WORDS, len(words)
            ):
                written = " ".join(text[start : match.end()].split())
                runs.append(Run(" ".join(words), written))
            words, weight = [], 0
    step = len(runs) / MOST_RUNS
    return runs if step <= 1 else [runs[int(n * step)] for n in range(MOST_RUNS)]

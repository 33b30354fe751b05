"""What files say in the same words is a reason to ask whether one is derived from the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casedb import Case
from casedb.analysis.echoes import Echo, Echoes
from casedb.analysis.passages import passages, runs_in
from casedb.file_texts import FileWords
from casedb.model.file_words import Outcome, Reading
from casedb.model.records import Artifact, Item
from templates import Templates, create_empty

COPIED = (
    "The convoy left the harbour of Rajin before dawn with three hundred sealed containers, and nobody "
    "at the quay was allowed to photograph the loading of the ship."
)
KOREAN = "나진항을 떠난 호송대는 새벽 전에 봉인된 컨테이너 삼백 개를 싣고 있었으며 부두에서는 아무도 사진을 찍을 수 없었다고 한다"
CHINESE = "车队在黎明前离开罗津港载有三百个密封的集装箱,码头上的任何人都不得拍摄船只的装载过程,当局拒绝就此事发表任何评论。"


@pytest.fixture
def case(tmp_path: Path, templates: Templates) -> Iterator[Case]:
    with Case.open(templates.copy(create_empty, tmp_path / "case.caseboard")) as case:
        yield case


def told(n: int) -> str:
    """Words that no other file has."""
    return " ".join(f"word{n}x{k}" for k in range(60))


def file(case: Case, item: Item, *pages: str) -> Artifact:
    """Attach a file that says something, as if it had been read."""
    data = f"{item.id} {len(case.contents.artifacts)}".encode()
    artifact = case.attach_bytes(item, data, f"{len(case.contents.artifacts)}.txt")
    numbered = tuple(enumerate(pages, 1))
    case.texts.keep(artifact.id, FileWords(Reading(Outcome.TEXT, len(pages)), numbered))
    return artifact


def found(case: Case, item: Item) -> list[Echo]:
    echoes = Echoes(case.contents)
    steps = passages(case.contents, echoes, case.texts, item.id)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return list(echoes.of(item.id, end.value))


def others(case: Case, item: Item) -> list[tuple[str, str]]:
    titles = {each.id: each.title for each in case.contents.items.values()}
    return [
        (titles[each.earlier if each.later == item.id else each.later], each.reason)
        for each in found(case, item)
    ]


@pytest.mark.parametrize("copied", [COPIED, KOREAN, CHINESE], ids=["english", "korean", "chinese"])
def test_two_files_with_a_paragraph_in_common_are_asked_about(case: Case, copied: str) -> None:
    wire, column = case.add("document", title="Wire"), case.add("document", title="Column")
    file(case, wire, told(1), f"{told(2)} {copied} {told(3)}")
    file(case, column, f"{told(4)}. {copied.upper()} {told(5)}")
    case.add("document", title="Other")
    ((title, reason),) = others(case, wire)
    assert title == "Column" and reason.startswith("Both say “…") and reason.endswith("in a file.")
    ((back, _),) = others(case, column)
    assert back == "Wire"


def test_what_is_written_in_an_item_is_looked_for_in_files_and_the_other_way(case: Case) -> None:
    release = case.add("document", title="Release")
    file(case, release, f"{told(1)} {COPIED}")
    quote = case.add("official_statement", title="Quote", verbatim=COPIED)
    for one, other in ((release, "Quote"), (quote, "Release")):
        ((title, reason),) = others(case, one)
        assert (title, "Rajin" in reason or "sealed" in reason) == (other, True)


def test_the_answer_holds_from_whichever_end_it_is_asked(case: Case) -> None:
    wire, column = case.add("document", title="Wire"), case.add("document", title="Column")
    file(case, wire, f"one two {COPIED}")
    file(case, column, f"{told(4)} {COPIED}")
    (one,), (other,) = found(case, wire), found(case, column)
    assert one.ground == other.ground and (one.later, one.earlier) == (other.later, other.earlier)


def test_what_many_have_in_common_is_no_sign(case: Case) -> None:
    many = [case.add("document", title=f"Form {n}") for n in range(6)]
    for n, each in enumerate(many):
        file(case, each, f"{told(n)} {COPIED}")
    assert found(case, many[0]) == []


def test_a_sentence_is_no_paragraph_and_figures_are_no_words(case: Case) -> None:
    one, other = case.add("document", title="One"), case.add("document", title="Other")
    figures = " ".join(str(n) for n in range(1000, 1060))
    file(case, one, f"{told(1)} the convoy left the harbour of {figures}")
    file(case, other, f"{told(2)} the convoy left the harbour of {figures}")
    assert found(case, one) == []


def test_copies_of_one_file_and_what_is_linked_already_are_no_question(case: Case) -> None:
    wire, column = case.add("document", title="Wire"), case.add("document", title="Column")
    file(case, wire, COPIED)
    file(case, column, f"{COPIED} {told(1)}")
    case.link(column, "derived_from", wire)
    assert found(case, wire) == []


def test_words_that_are_gone_with_their_bytes_are_no_sign(case: Case) -> None:
    wire, column = case.add("document", title="Wire"), case.add("document", title="Column")
    artifact = file(case, wire, COPIED)
    file(case, column, f"{COPIED} {told(1)}")
    case.expunge(artifact.id, reason="Asked for by who is in it")
    assert found(case, column) == []


def test_of_a_long_text_runs_are_taken_evenly() -> None:
    runs = runs_in(" ".join(f"word{n} of it" for n in range(20_000)))
    assert len(runs) == 600 and runs[-1].folded.split()[0] > "word195"

"""Cases written as readable source: what is read, and the sentence that every mistake gets."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from casedb.errors import SourceNotUnderstood
from casedb.exchange.case_source import CaseSource, load_source
from casedb.model.geometry import Point, Rect

CASE = 'title = "Harbour"'
SOURCES = """
[S-port]
name = "Port authority"
source_type = "body"

[S-master]
name = "Harbour master"
owner = "S-port"
"""
ITEMS = """
[C1]
kind = "claim"
title = "The ship lay in the harbour"
claimant = "S-master"
first_made = "4 January 2024"
elements = [
  { role = "object", text = "The ship", required = true },
  { role = "place", text = "The harbour" },
]

[E1]
kind = "media"
title = "Photograph from the pier"
source = "S-port"
files = [{ name = "pier.png", caption = "The pier" }]

[E2]
kind = "official_statement"
title = "It did"
issuers = ["S-master"]
"""
LINKS = """
[[supports]]
start = "E1"
end = "C1.place"
rationale = "The pier is seen."

[[undercuts]]
start = "E2"
end = "E1 supports C1.place"
"""
ASSESSMENTS = """
[[verdict]]
subject = "C1"
value = "unproven"
cited_opinion = "S-master"
rationale = "Nobody knows."

[[credibility]]
subject = "E1"
claim = "C1"
value = "6"
basis = "One photograph."
"""
BOARDS = """
[[boards]]
title = "Main board"

[boards.cards]
C1 = [300, 0, 260, 130]
E1 = [0.0, 12.5]

[[boards.frames]]
title = "Seen"
at = [-20, -40, 300, 200]

[[boards.bends]]
link = "E1 supports C1.place"
points = [[280, 10], [290, 20.5]]
"""
TEXTS = {
    "case.toml": CASE,
    "sources.toml": SOURCES,
    "items.toml": ITEMS,
    "links.toml": LINKS,
    "assessments.toml": ASSESSMENTS,
    "boards.toml": BOARDS,
}
FILES = {"pier.png": b"bytes"}


def load(**changed: str) -> CaseSource:
    """The source with some files, named without their ending, in another wording."""
    texts: Mapping[str, str] = {
        **TEXTS,
        **{f"{name}.toml": text for name, text in changed.items()},
    }
    return load_source(texts, FILES)


def mistake(**changed: str) -> str:
    """The sentence that a source with a mistake gets."""
    with pytest.raises(SourceNotUnderstood) as caught:
        load(**changed)
    return str(caught.value)


def with_change(text: str, before: str, after: str) -> str:
    """A text with one passage, which must be there, in another wording."""
    assert before in text
    return text.replace(before, after)


# -- what is read --------------------------------------------------------------------------


def test_every_part_is_read() -> None:
    source = load()
    assert source.values == {"title": "Harbour"}
    assert [entry.key for entry in source.sources] == ["S-port", "S-master"]
    assert [(entry.key, entry.kind) for entry in source.items] == [
        ("C1", "claim"),
        ("E1", "media"),
        ("E2", "official_statement"),
    ]
    assert [(each.key, each.required) for each in source.items[0].elements] == [
        ("C1.object", True),
        ("C1.place", False),
    ]
    assert source.items[1].files[0].caption == "The pier"
    assert source.files == FILES


def test_a_link_may_rest_on_a_link() -> None:
    support, undercut = load().links
    assert support.values == {"rationale": "The pier is seen."}
    assert (undercut.start, undercut.type, undercut.end) == ("E2", "undercuts", support.key)


def test_an_opinion_is_kept_apart_from_the_words_of_a_verdict() -> None:
    verdict, credibility = load().assessments
    assert (verdict.cited_opinion, verdict.words) == ("S-master", {"rationale": "Nobody knows."})
    assert (credibility.claim, credibility.words) == ("C1", {"basis": "One photograph."})


def test_positions_are_numbers_whole_or_not() -> None:
    (board,) = load().boards
    assert board.cards[0].rect == Rect(300, 0, 260, 130)
    assert board.cards[1].rect == Rect(0, 12.5, 0, 0)
    assert board.frames[0].rect == Rect(-20, -40, 300, 200)
    assert board.bends[0].points == (Point(280, 10), Point(290, 20.5))


def test_whole_numbers_and_round_fractions_are_the_same() -> None:
    fractions = with_change(BOARDS, "[300, 0, 260, 130]", "[300.0, 0.0, 260.0, 130.0]")
    assert load(boards=fractions) == load()


def test_only_the_case_itself_must_be_there() -> None:
    assert load_source({"case.toml": CASE}, {}).items == ()


# -- mistakes ------------------------------------------------------------------------------


def test_a_source_without_a_case_is_refused() -> None:
    with pytest.raises(SourceNotUnderstood, match=r"no case\.toml"):
        load_source({"sources.toml": SOURCES}, {})


def test_text_that_is_no_toml_is_told_with_its_line() -> None:
    assert mistake(links="[[supports]]\nstart = ") == (
        "links.toml is not TOML: Invalid value (at end of document)."
    )


@pytest.mark.parametrize(
    ("name", "before", "after", "sentence"),
    [
        pytest.param(
            "case",
            'title = "Harbour"',
            'titel = "Harbour"',
            "case.toml: A case has no field “titel”. Its fields are: notes, question, title.",
            id="field of the case",
        ),
        pytest.param(
            "sources",
            'owner = "S-port"',
            'owner = "S-town"',
            "sources.toml, S-master: “owner” names S-town, which does not come before it.",
            id="owner unknown",
        ),
        pytest.param(
            "sources",
            'name = "Port authority"\n',
            "",
            "sources.toml, S-port: “name” is missing.",
            id="source without a name",
        ),
        pytest.param(
            "sources",
            "[S-master]",
            '["S master"]',
            "sources.toml, S master: a key is a word without spaces and points.",
            id="key with a space",
        ),
        pytest.param(
            "items",
            "[E2]",
            "[S-port]",
            "items.toml, S-port: the key S-port is taken.",
            id="key taken",
        ),
        pytest.param(
            "items",
            'kind = "media"',
            'kind = "photo"',
            "items.toml, E1: there is no kind “photo”. The kinds are: claim, satellite_image, "
            "debris_analysis, official_statement, document, media, event, entity, note.",
            id="kind unknown",
        ),
        pytest.param(
            "items",
            'kind = "media"\n',
            'kind = "board_card"\n',
            "items.toml, E1: a board_card names a board, and boards come after items.",
            id="kind of a board",
        ),
        pytest.param(
            "items",
            'kind = "media"\n',
            "",
            "items.toml, E1: “kind” is missing or no text.",
            id="kind missing",
        ),
        pytest.param(
            "items",
            '"4 January 2024"',
            "2024-01-04",
            "items.toml, C1: “first_made” is a bare date; write dates in quotation marks.",
            id="bare date",
        ),
        pytest.param(
            "items",
            '"4 January 2024"',
            "2024",
            "items.toml, C1: Claim: “first_made” cannot be 2024: a text was expected.",
            id="value that does not fit",
        ),
        pytest.param(
            "items",
            'issuers = ["S-master"]',
            'issuers = ["S-master", "S-town"]',
            "items.toml, E2: “issuers” names S-town, which does not come before it.",
            id="one of several sources unknown",
        ),
        pytest.param(
            "items",
            'role = "place"',
            'role = "object"',
            "items.toml, C1, elements 2: there is a C1.object already.",
            id="role twice",
        ),
        pytest.param(
            "items",
            ', text = "The harbour"',
            "",
            "items.toml, C1, elements 2: an element needs a role and a text.",
            id="element without a text",
        ),
        pytest.param(
            "items",
            'issuers = ["S-master"]',
            'elements = [{ role = "place", text = "There" }]',
            "items.toml, E2: only a claim has elements.",
            id="elements of a statement",
        ),
        pytest.param(
            "items",
            "pier.png",
            "dock.png",
            "items.toml, E1, files 1: there is no file “dock.png”.",
            id="file missing",
        ),
        pytest.param(
            "items",
            "caption",
            "title",
            "items.toml, E1, files 1: “title” is not known here.",
            id="key of a file",
        ),
        pytest.param(
            "links",
            "[[supports]]",
            "[[proves]]",
            "links.toml, proves 1: there is no link type “proves”. The types are: supports, "
            "disputes, undercuts, excludes, bears_on, derived_from, same_as, supersedes, retracts, "
            "corrects, responds_to, denies, confirms, depicts, located_at, occurred_during, "
            "precedes, same_object, related.",
            id="link type unknown",
        ),
        pytest.param(
            "links",
            '"C1.place"',
            '"C1.time"',
            "links.toml, supports 1: it names C1.time, which does not come before it.",
            id="end unknown",
        ),
        pytest.param(
            "links",
            '"C1.place"',
            '"E2"',
            "links.toml, supports 1: E1 supports E2: these cannot be joined.",
            id="ends that do not fit",
        ),
        pytest.param(
            "links",
            "[[undercuts]]",
            '[[supports]]\nstart = "E1"\nend = "C1.place"\n[[undercuts]]',
            "links.toml, supports 2: “E1 supports C1.place” is said twice.",
            id="link twice",
        ),
        pytest.param(
            "links",
            "rationale",
            "reason",
            "links.toml, supports 1: A link has no field “reason”. Its fields are: certainty, "
            "directness, label, rationale, strength.",
            id="field of a link",
        ),
        pytest.param(
            "assessments",
            "[[verdict]]",
            "[[opinion]]",
            "assessments.toml, opinion 1: there is no assessment “opinion”. They are: "
            "reliability, credibility, likelihood, confidence, verdict, ach.",
            id="assessment unknown",
        ),
        pytest.param(
            "assessments",
            '"unproven"',
            '"doubtful"',
            "assessments.toml, verdict 1: “doubtful” is no word of the scheme “Verdict”.",
            id="word unknown",
        ),
        pytest.param(
            "assessments",
            'subject = "C1"',
            'subject = "E1"',
            "assessments.toml, verdict 1: verdict is judged of a claim, and “E1” is none.",
            id="subject that does not fit",
        ),
        pytest.param(
            "assessments",
            'claim = "C1"\n',
            "",
            "assessments.toml, credibility 1: credibility needs the claim it is judged for.",
            id="claim missing",
        ),
        pytest.param(
            "assessments",
            '"S-master"',
            '"S-town"',
            "assessments.toml, verdict 1: “cited_opinion” is the key of the source of a verdict.",
            id="opinion of nobody",
        ),
        pytest.param(
            "assessments",
            "basis",
            "why",
            "assessments.toml, credibility 1: “why” is not known here.",
            id="key of an assessment",
        ),
        pytest.param(
            "boards",
            "E1 = [0.0, 12.5]",
            "E9 = [0.0, 12.5]",
            "boards.toml, boards 1: “cards” names E9, which is no item.",
            id="card of nothing",
        ),
        pytest.param(
            "boards",
            "[boards.cards]",
            "[[boards.cards]]",
            "boards.toml, boards 1: “cards” is no table.",
            id="cards in a list",
        ),
        pytest.param(
            "boards",
            "[300, 0, 260, 130]",
            "[300, 0, 260]",
            "boards.toml, boards 1: “C1” is [x, y] or [x, y, w, h], in board units.",
            id="three numbers",
        ),
        pytest.param(
            "boards",
            "[300, 0, 260, 130]",
            "[300, 0, 260, 0]",
            "boards.toml, boards 1: “C1” is [x, y] or [x, y, w, h], in board units.",
            id="card without a height",
        ),
        pytest.param(
            "boards",
            "[300, 0, 260, 130]",
            "[true, 0, 260, 130]",
            "boards.toml, boards 1: “C1” is [x, y] or [x, y, w, h], in board units.",
            id="yes is no number",
        ),
        pytest.param(
            "boards",
            "[-20, -40, 300, 200]",
            "[-20, -40, 300, inf]",
            "boards.toml, boards 1, frames 1: “at” is [x, y, w, h], in board units.",
            id="frame without end",
        ),
        pytest.param(
            "boards",
            'link = "E1 supports C1.place"',
            'link = "E1 supports C1"',
            "boards.toml, boards 1, bends 1: there is no link “E1 supports C1”.",
            id="bend of no link",
        ),
        pytest.param(
            "boards",
            "E1 = [0.0, 12.5]\n",
            "",
            "boards.toml, boards 1, bends 1: E1 is not on this board, so the string is not either.",
            id="bend of a string that is not shown",
        ),
        pytest.param(
            "boards",
            "[[280, 10], [290, 20.5]]",
            "[]",
            "boards.toml, boards 1, bends 1: “points” is a list of points, [x, y] each.",
            id="bend without points",
        ),
        pytest.param(
            "boards",
            "[[280, 10], [290, 20.5]]",
            "[[280]]",
            "boards.toml, boards 1, bends 1: “points” is [x, y], in board units.",
            id="point of one number",
        ),
        pytest.param(
            "boards",
            "[[boards.bends]]",
            "[[boards.strings]]",
            "boards.toml, boards 1: “strings” is not known here.",
            id="key of a board",
        ),
    ],
)
def test_a_mistake_is_told_with_its_file_and_key(
    name: str, before: str, after: str, sentence: str
) -> None:
    changed = with_change(TEXTS[f"{name}.toml"], before, after)
    assert mistake(**{name: changed}) == sentence

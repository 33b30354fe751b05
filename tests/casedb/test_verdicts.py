"""Verdicts are given, compared, signed off, and told in sentences; what became of their ground is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from casedb import Case
from casedb.analysis.verdict_evidence import cited_besides, evidence_of
from casedb.analysis.verdict_ground import changes_since, said_by
from casedb.analysis.verdict_versions import Side, ground_between, pairs_of, pieces_of
from casedb.commands import items, removal
from casedb.errors import InvalidChange, ReadOnlyCase
from casedb.model.assessments import VerdictBody, own_verdict
from casedb.model.changes import ChangeSet, Edit
from casedb.model.schemes import CONFIDENCE, LIKELIHOOD, Grade, grades_of
from casedb.model.standing import Fate
from casedb.model.values import Values
from casedb.model.verdict_words import (
    as_text,
    confidence_sentence,
    given_in_words,
    likelihood_sentence,
    name_of_record,
    passages_of,
    passages_of_draft,
)
from casedb.model.verdicts import (
    LONGEST,
    Draft,
    author_of,
    cited_verdicts,
    draft_of,
    judged_with,
    merged,
    own_verdicts,
)
from casedb.verdict_giving import give_verdict, sign_off, what_became, why_not_signed
from casedb.verification import verify


class Judged:
    """A case with a claim, two elements, and what speaks to them."""

    def __init__(self, path: Path) -> None:
        self.case = case = Case.create(path, actor="Ann")
        self.claim = case.add("claim", title="The ship was in the harbour")
        self.place = case.add_element(self.claim, "place", "In the harbour")
        self.time = case.add_element(self.claim, "time", "In May")
        self.photo = case.add("media", title="Photograph")
        self.log = case.add("document", title="Log book")
        self.doubt = case.add("document", title="Doubt")
        self.pro = case.link(self.photo, "supports", self.claim)
        self.part = case.link(self.photo, "bears_on", self.place)
        self.con = case.link(self.log, "disputes", self.claim)
        self.attack = case.link(self.doubt, "undercuts", self.con)
        self.draft = Draft(
            label="mostly_true",
            rationale="The photograph shows her.",
            likelihood="likely",
            confidence="moderate",
            limits="Not when.",
            findings={self.place.id: "holds", self.time.id: "not shown"},
            cites=frozenset({self.photo.id, self.pro.id}),
        )

    def told(self) -> list[str]:
        return [each.label for each in self.case.journal.entries()]


@pytest.fixture
def judged(tmp_path: Path) -> Iterator[Judged]:
    made = Judged(tmp_path / "case.caseboard")
    yield made
    made.case.close()
    assert verify(made.case.path).sound


# -- giving one --------------------------------------------------------------------------------------


def test_a_verdict_with_its_likelihood_and_confidence_is_one_entry_and_one_step(
    judged: Judged,
) -> None:
    case, before = judged.case, len(judged.told())
    verdict = give_verdict(case, judged.claim.id, judged.draft)
    assert judged.told()[before:] == ["Record verdict"]
    given = case.contents.assessments_of(judged.claim.id)
    assert [(each.type, each.value, each.by) for each in given] == [
        ("likelihood", "likely", "Ann"),
        ("confidence", "moderate", "Ann"),
        ("verdict", "mostly_true", "Ann"),
    ]
    body = VerdictBody.from_values(verdict.values)
    assert [(each.element, each.finding) for each in body.findings] == [
        (judged.place.id, "holds"),
        (judged.time.id, "not shown"),
    ]
    assert {(each.id, each.hash) for each in body.cites} == {
        (judged.photo.id, said_by(judged.photo)),
        (judged.pro.id, said_by(judged.pro)),
    }
    assert changes_since(case.contents, verdict) == ()
    assert draft_of(case.contents, verdict, judged.claim.id) == judged.draft
    case.undo()
    assert case.contents.assessments_of(judged.claim.id) == []


def test_what_did_not_change_is_not_judged_again(judged: Judged) -> None:
    give_verdict(judged.case, judged.claim.id, judged.draft)
    give_verdict(judged.case, judged.claim.id, replace(judged.draft, confidence="high"))
    given = judged.case.contents.assessments_of(judged.claim.id)
    assert [each.type for each in given] == [
        *("likelihood", "confidence", "verdict"),
        *("confidence", "verdict"),
    ]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"label": ""}, "Choose a label"),
        ({"label": "so-so"}, "is not a word of the scheme"),
        ({"likelihood": "perhaps"}, "is not a word of the scheme"),
        ({"rationale": "x" * (LONGEST + 1)}, "takes up to 50,000 characters"),
        ({"findings": {"e": "x" * (LONGEST + 1)}}, "takes up to 50,000 characters"),
    ],
)
def test_a_verdict_that_cannot_be_given_changes_nothing(
    judged: Judged, change: dict[str, object], why: str
) -> None:
    before = judged.told()
    with pytest.raises(InvalidChange, match=why):
        give_verdict(judged.case, judged.claim.id, replace(judged.draft, **change))  # pyright: ignore[reportArgumentType]
    assert judged.told() == before
    assert judged.case.contents.assessments_of(judged.claim.id) == []


def test_what_is_gone_is_neither_cited_nor_found_of(judged: Judged) -> None:
    case = judged.case
    case.run(removal.delete_links(case.contents, [judged.pro.id]))
    case.run(ChangeSet("Delete", (Edit(judged.time, None),)))
    verdict = give_verdict(case, judged.claim.id, judged.draft)
    body = VerdictBody.from_values(verdict.values)
    assert [each.id for each in body.cites] == [judged.photo.id]
    assert [each.element for each in body.findings] == [judged.place.id]


def test_no_verdict_is_given_on_a_claim_that_is_gone(judged: Judged) -> None:
    case = judged.case
    case.run(removal.delete_items(case.contents, [judged.claim.id]))
    with pytest.raises(InvalidChange, match="not in the case any more"):
        give_verdict(case, judged.claim.id, judged.draft)


def test_a_case_that_is_only_read_is_given_none(judged: Judged) -> None:
    judged.case.close()
    with (
        Case.open(judged.case.path, read_only=True) as case,
        pytest.raises(ReadOnlyCase),
    ):
        give_verdict(case, judged.claim.id, judged.draft)


# -- what is written ---------------------------------------------------------------------------------


def test_words_stay_and_what_was_not_touched_follows_what_is_stored() -> None:
    before = Draft("true", "Old.", limits="L", findings={"a": "holds"}, cites=frozenset("xy"))
    mine = replace(
        before, rationale="Mine.", findings={"a": "holds", "b": "not shown"}, cites=frozenset("xz")
    )
    now = Draft("false", "Theirs.", limits="New", findings={"a": "gone"}, cites=frozenset("xyw"))
    assert merged(mine, before, now) == Draft(
        "false",
        "Mine.",
        limits="New",
        findings={"a": "gone", "b": "not shown"},
        cites=frozenset("xzw"),
    )
    assert merged(before, before, now) == now
    assert merged(mine, before, before) == mine


def test_a_finding_that_is_cleared_stays_cleared() -> None:
    before = Draft(findings={"a": "holds"})
    assert merged(before.found("a", ""), before, replace(before, label="true")) == Draft("true")


# -- sentences ---------------------------------------------------------------------------------------


def test_every_word_of_the_schemes_has_a_sentence_of_its_own() -> None:
    likely = [likelihood_sentence(each) for each in grades_of(LIKELIHOOD)]
    sure = [confidence_sentence(each) for each in grades_of(CONFIDENCE)]
    assert likely[4] == "It is likely (55–80 %) that the claim is true."
    assert sure[0].startswith("Our confidence in this is low: the basis is scant")
    assert len({*likely, *sure}) == 10 and all(each.endswith(".") for each in (*likely, *sure))
    assert likelihood_sentence(None) == confidence_sentence(None) == ""


def test_a_word_of_another_scheme_is_told_as_it_is() -> None:
    odd = Grade("likely", "Quite so", "more often than not")
    assert likelihood_sentence(odd) == "How likely the claim is: Quite so (more often than not)."
    assert confidence_sentence(odd) == "Our confidence in this: Quite so: more often than not."


def test_a_verdict_is_read_as_paragraphs(judged: Judged) -> None:
    contents = judged.case.contents
    draft = passages_of_draft(contents, judged.claim.id, judged.draft)
    verdict = give_verdict(judged.case, judged.claim.id, judged.draft)
    told = as_text(passages_of(contents, verdict))
    assert told == as_text(draft) + f"\n\nGiven: by Ann, {verdict.at[:10]}"
    assert told.split("\n\n")[:7] == [
        "Claim: CB-001 The ship was in the harbour",
        "Verdict: Mostly true. Accurate, needs clarification",
        "The photograph shows her.",
        "It is likely (55–80 %) that the claim is true.",
        "Our confidence in this is moderate: the basis is credible and plausible, but not enough for more.",
        "Place: In the harbour: holds",
        "Time: In May: not shown",
    ]
    assert "Cited: CB-002 Photograph; 1 link" in told


def test_hidden_controls_are_seen_in_what_is_read(judged: Judged) -> None:
    draft = replace(judged.draft, rationale="in\u202evoice")
    told = as_text(passages_of_draft(judged.case.contents, judged.claim.id, draft))
    assert "in⟨RLO⟩voice" in told


def test_a_protected_source_is_not_named(judged: Judged) -> None:
    source = judged.case.add_source("Igor", protected=True)
    assert "Igor" not in name_of_record(judged.case.contents, source.id)


# -- versions ----------------------------------------------------------------------------------------


def test_a_version_keeps_the_likelihood_that_was_given_with_it(judged: Judged) -> None:
    case = judged.case
    first = give_verdict(case, judged.claim.id, judged.draft)
    second = give_verdict(case, judged.claim.id, replace(judged.draft, likelihood="unlikely"))
    case.assess(judged.claim, "likelihood", "very_unlikely")
    said = [judged_with(case.contents, each, "likelihood") for each in (first, second)]
    assert [each.value for each in said if each is not None] == ["likely", "unlikely"]
    assert own_verdicts(case.contents, judged.claim.id) == [second, first]


def test_versions_are_compared_field_by_field(judged: Judged) -> None:
    case = judged.case
    first = give_verdict(case, judged.claim.id, judged.draft)
    case.link(judged.doubt, "disputes", judged.claim)
    later = replace(
        judged.draft, rationale="The photograph shows her well.", limits="", corrections="Clearer."
    )
    second = give_verdict(case, judged.claim.id, later)
    differing = {
        each.key: (each.before, each.after)
        for each in pairs_of(case.contents, first, second)
        if not each.is_same
    }
    assert differing == {
        "rationale": ("The photograph shows her.", "The photograph shows her well."),
        "limits": ("Not when.", ""),
        "corrections": ("", "Clearer."),
    }
    ground = ground_between(first, second)
    assert ground is not None and {each.fate for each in ground} == {Fate.NEW}


def test_words_that_were_added_and_removed_are_found() -> None:
    pieces = pieces_of("She was there in May.", "She was not there in June.")
    assert [(each.text, each.side) for each in pieces] == [
        ("She was", Side.BOTH),
        (" not", Side.AFTER),
        (" there in ", Side.BOTH),
        ("May", Side.BEFORE),
        ("June", Side.AFTER),
        (".", Side.BOTH),
    ]


@pytest.mark.parametrize(
    ("before", "after"), [("", "x"), ("x", ""), ("", ""), ("one two", "three four five")]
)
def test_texts_that_have_little_in_common_are_told_whole(before: str, after: str) -> None:
    sides = [(Side.BEFORE, before), (Side.AFTER, after)]
    assert [(each.side, each.text) for each in pieces_of(before, after)] == [
        each for each in sides if each[1]
    ]


def test_texts_of_any_length_are_compared() -> None:
    long = "word " * 20_000
    assert [each.side for each in pieces_of(long, long + "more")] == [Side.BEFORE, Side.AFTER]


def test_verdicts_of_others_are_listed_apart(judged: Judged) -> None:
    case = judged.case
    paper = case.add_source("Paper")
    body = VerdictBody(cited_opinion=paper.id).to_values()
    cited = case.assess(judged.claim, "verdict", "false", body=body)
    own = give_verdict(case, judged.claim.id, judged.draft)
    assert cited_verdicts(case.contents, judged.claim.id) == [cited]
    assert own_verdicts(case.contents, judged.claim.id) == [own]
    assert given_in_words(case.contents, cited) == f"by Paper, cited here on {cited.at[:10]}"


# -- signing off -------------------------------------------------------------------------------------


def test_a_sign_off_is_a_version_of_its_own_with_the_same_words(judged: Judged) -> None:
    case = judged.case
    verdict = give_verdict(case, judged.claim.id, judged.draft)
    case.actor = "Bob"
    signed = sign_off(case, judged.claim.id, "  Bob  B. ")
    body = VerdictBody.from_values(signed.values)
    assert body.reviewer == "Bob B." and body.reviewed_at[:10] == signed.at[:10]
    assert draft_of(case.contents, signed, judged.claim.id) == judged.draft
    assert body.ground == VerdictBody.from_values(verdict.values).ground
    assert author_of(case.contents, signed) == "Ann"
    assert given_in_words(case.contents, signed) == (
        f"by Ann, {signed.at[:10]}. Signed off by Bob B., {signed.at[:10]}."
    )
    assert judged.told()[-1] == "Record verdict"
    assert why_not_signed(case.contents, judged.claim.id) == "This version is signed off already."


def test_who_signs_their_own_words_off_is_told_so(judged: Judged) -> None:
    give_verdict(judged.case, judged.claim.id, judged.draft)
    signed = sign_off(judged.case, judged.claim.id, "ann")
    assert "That is the same person who wrote it." in given_in_words(judged.case.contents, signed)


def test_nothing_is_signed_whose_ground_has_changed(judged: Judged) -> None:
    case = judged.case
    assert "no verdict" in why_not_signed(case.contents, judged.claim.id)
    give_verdict(case, judged.claim.id, judged.draft)
    case.set(judged.photo, title="Another")
    before = judged.told()
    with pytest.raises(InvalidChange, match="has changed"):
        sign_off(case, judged.claim.id, "Bob")
    assert judged.told() == before


def test_nothing_is_signed_whose_ground_is_not_known(judged: Judged) -> None:
    case, claim = judged.case, judged.claim
    verdict = give_verdict(case, claim.id, judged.draft)
    old = replace(verdict, id=case.new_id(), values=Values({"rationale": "Old."}))
    case.run(items.assess(replace(old, at="2999-01-01T00:00:00Z")))
    assert "was not frozen" in why_not_signed(case.contents, claim.id)


def test_whoever_signs_has_a_name(judged: Judged) -> None:
    give_verdict(judged.case, judged.claim.id, judged.draft)
    with pytest.raises(InvalidChange, match="Say who"):
        sign_off(judged.case, judged.claim.id, "  ")


# -- what speaks to a claim, and what became of it ---------------------------------------------------


def test_what_can_be_cited_is_told_by_how_it_speaks(judged: Judged) -> None:
    spoken = evidence_of(judged.case.contents, judged.claim.id)
    assert {(each.item, each.polarity, each.links) for each in spoken} == {
        (judged.photo.id, 1, (judged.pro.id,)),
        (judged.photo.id, 0, (judged.part.id,)),
        (judged.log.id, -1, (judged.con.id,)),
        (judged.doubt.id, 0, (judged.attack.id,)),
    }
    assert [each.polarity for each in spoken][:2] == [1, -1]


def test_what_is_cited_and_not_linked_any_more_is_found(judged: Judged) -> None:
    case = judged.case
    cites = frozenset({judged.log.id, judged.con.id, "nothing"})
    assert cited_besides(case.contents, judged.claim.id, cites) == ()
    case.run(removal.delete_links(case.contents, [judged.con.id]))
    assert cited_besides(case.contents, judged.claim.id, cites) == (judged.log.id,)


def test_what_a_record_said_when_the_verdict_was_given_is_told(judged: Judged) -> None:
    case = judged.case
    verdict = give_verdict(case, judged.claim.id, judged.draft)
    case.set(judged.photo, title="A drawing")
    case.run(removal.delete_links(case.contents, [judged.con.id]))
    changes = changes_since(case.contents, verdict) or ()
    told = {
        each.id: what_became(case.journal, case.contents, verdict, each)
        for each in changes
        if each.fate is not Fate.NEW
    }
    photo, link = told[judged.photo.id], told[judged.con.id]
    assert photo is not None and [(each.before, each.after) for each in photo.fields] == [
        ("Photograph", "A drawing")
    ]
    assert link is not None and any(each.before for each in link.fields)


def test_the_newest_own_verdict_is_the_one_that_was_given_last(judged: Judged) -> None:
    first = give_verdict(judged.case, judged.claim.id, judged.draft)
    second = give_verdict(judged.case, judged.claim.id, replace(judged.draft, label="true"))
    assert own_verdict(judged.case.contents, judged.claim.id) == second != first

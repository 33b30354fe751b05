"""Weak points: every check has a case that trips it and one that does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from casedb import Case
from casedb.analysis.standings import Standings
from casedb.analysis.verdict_ground import ground_of
from casedb.analysis.weak_points import (
    CHECKS,
    WeakPoint,
    check_named,
    weak_points,
    weak_points_of,
)
from casedb.analysis.weak_points.dismissals import dismissal_of, reason_of
from casedb.commands.dismissing import dismiss, reopen
from casedb.errors import InvalidChange
from casedb.ids import utc_now
from casedb.model.assessments import SCHEME_OF, VerdictBody
from casedb.model.contents import Contents
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.records import (
    Artifact,
    Assessment,
    Attachment,
    CaseInfo,
    Element,
    Item,
    Link,
    Record,
    Ref,
    Source,
)
from casedb.model.schemes import SCHEMES
from casedb.model.values import Values
from casedb.verification import verify


def claim(**values: JsonValue) -> Item:
    return Item("C", "claim", Values({"title": "C", **values}))


def item(id: str, kind: str = "document", **values: JsonValue) -> Item:
    return Item(id, kind, Values({"title": id, **values}))


def statement(id: str, **values: JsonValue) -> Item:
    return item(id, "official_statement", verbatim="We say so.", **values)


def link(start: str, sort: str, end: str, **values: JsonValue) -> Link:
    target = Ref.element(end) if end.startswith("E") else Ref.item(end)
    return Link(f"{start} {sort} {end}", sort, Ref.item(start), target, Values(values))


def judge(sort: str, subject: str, value: str, claim: str | None = None) -> Assessment:
    return Assessment(
        f"g {sort} {subject}", sort, subject, claim, SCHEME_OF[sort], value, "Ada", "2024-01-01"
    )


def day(stated: str) -> JsonValue:
    return FuzzyDate.parse(stated).to_json()


PARTY = Source("party", Values({"name": "Ministry", "interest": "party"}))
OTHER = Source("other", Values({"name": "Paper", "interest": "none"}))
GRADED = [judge("reliability", each.id, "B") for each in (PARTY, OTHER)]
PLACED: dict[str, JsonValue] = {"acquired": day("2024-01-02"), "where": {"name": "Harbour"}}
DENIAL = statement("d", stance="denies", issuers=["party"])
HASH = "f" * 64


def overtaken(*, is_kept: bool) -> list[Record]:
    ground = [claim(), item("a"), link("a", "supports", "C")]
    body = VerdictBody(ground=ground_of(Contents([CaseInfo("case"), *ground]), "C")).to_values()
    verdict = Assessment(
        "v", "verdict", "C", None, SCHEME_OF["verdict"], "mixed", "", "1", values=body
    )
    return (
        [*ground, verdict] if is_kept else [*ground, verdict, item("b"), link("b", "disputes", "C")]
    )


REPORT = item("p", source="other")
DENIED = [claim(), PARTY, OTHER, DENIAL, REPORT, link("p", "disputes", "C")]
PASSED_ON = [claim(), PARTY, OTHER, item("a", source="party"), REPORT, link("p", "supports", "C")]


def of_denial(how: str) -> Link:
    return link("p", "derived_from", "d", derivation=how)


def reported(how: str) -> list[Record]:
    """A party speaks for the claim, and a paper that has it from there in one way or another."""
    return [
        *PASSED_ON,
        link("a", "supports", "C"),
        link("p", "derived_from", "a", derivation=how),
    ]


class Pair(NamedTuple):
    """What trips a check, and what is like it and does not."""

    check: str
    subject: str
    trips: Sequence[Record]
    passes: Sequence[Record]


TWO = [claim(), item("a"), item("b"), link("a", "supports", "C"), link("b", "supports", "C")]
PART = Element("E", "C", 0, Values({"role": "recipient", "text": "Port", "required": True}))
PAIRS = (
    Pair("without_evidence", "C", [claim()], [claim(status="withdrawn")]),
    Pair("without_evidence", "C", [claim(), item("a"), link("a", "bears_on", "C")], TWO),
    Pair(
        "false_without_disproof",
        "C",
        [*TWO, judge("verdict", "C", "false")],
        [*TWO, item("c"), link("c", "disputes", "C"), judge("verdict", "C", "false")],
    ),
    Pair(
        "judged_on_denials",
        "C",
        [claim(), PARTY, DENIAL, link("d", "disputes", "C"), judge("verdict", "C", "false")],
        [
            *(claim(), PARTY, DENIAL, link("d", "disputes", "C"), judge("verdict", "C", "false")),
            *(item("c"), link("c", "disputes", "C")),
        ],
    ),
    Pair(
        "judged_on_denials",
        "C",
        [claim(), PARTY, DENIAL, link("d", "supports", "C"), judge("verdict", "C", "true")],
        [claim(), PARTY, DENIAL, link("d", "supports", "C"), judge("verdict", "C", "unproven")],
    ),
    Pair("verdict_overtaken", "C", overtaken(is_kept=False), overtaken(is_kept=True)),
    Pair(
        "circular",
        "C",
        [*TWO, link("a", "derived_from", "b"), link("b", "derived_from", "a")],
        [*TWO, link("a", "derived_from", "b")],
    ),
    Pair("one_line_for_many", "C", [*TWO, link("a", "derived_from", "b")], TWO),
    Pair(
        "one_line_for_many",
        "C",
        [
            *(claim(), item("a"), item("b"), link("a", "derived_from", "b")),
            *(link(each, "disputes", "C") for each in "ab"),
        ],
        [claim(), item("a"), link("a", "disputes", "C")],
    ),
    Pair("single_line", "C", [claim(), item("a"), link("a", "supports", "C")], TWO),
    Pair(
        "interested_alone",
        "C",
        [claim(), PARTY, item("a", source="party"), link("a", "supports", "C")],
        [*TWO, PARTY, OTHER],
    ),
    Pair("interested_alone", "C", reported("summarises"), reported("relies_on")),
    Pair(
        "interested_alone",
        "C",
        [*PASSED_ON, link("p", "derived_from", "a", derivation="quotes")],
        [*PASSED_ON, item("b"), link("p", "derived_from", "b", derivation="quotes")],
    ),
    Pair(
        "denied_alone",
        "C",
        [*TWO, PARTY, DENIAL, REPORT, link("p", "disputes", "C"), of_denial("reprints")],
        [*TWO, PARTY, DENIAL, REPORT, link("p", "disputes", "C"), of_denial("relies_on")],
    ),
    Pair(
        "judged_on_denials",
        "C",
        [*DENIED, of_denial("quotes"), judge("verdict", "C", "false")],
        [*DENIED, of_denial("relies_on"), judge("verdict", "C", "false")],
    ),
    Pair(
        "denied_alone",
        "C",
        [*TWO, PARTY, DENIAL, link("d", "disputes", "C")],
        [
            *TWO,
            PARTY,
            statement("d", stance="asserts", issuers=["party"]),
            link("d", "disputes", "C"),
        ],
    ),
    Pair("required_uncovered", "C", [*TWO, PART], [*TWO, PART, link("a", "supports", "E")]),
    Pair(
        "required_uncovered",
        "C",
        [claim(), PART, item("x", "debris_analysis"), link("x", "supports", "E")],
        [claim(), Element("E", "C", 0, Values({"role": "recipient"}))],
    ),
    Pair(
        "required_by_interested",
        "C",
        [claim(), PARTY, PART, item("a", source="party"), link("a", "supports", "E")],
        [claim(), OTHER, PART, item("a", source="other"), link("a", "supports", "E")],
    ),
    Pair(
        "reports_counted",
        "C",
        [*TWO, link("a", "derived_from", "b", derivation="summarises")],
        [*TWO, item("c"), link("a", "derived_from", "b"), link("a", "derived_from", "c")],
    ),
    Pair(
        "origin_not_known",
        "C",
        [*TWO, item("c", origin_known="unknown"), link("c", "supports", "C")],
        [*TWO, item("c", origin_known="known"), link("c", "supports", "C")],
    ),
    Pair(
        "perhaps_the_same",
        "C",
        [*TWO, link("a", "same_object", "b", certainty="tentative")],
        [*TWO, link("a", "same_object", "b")],
    ),
    Pair(
        "failed_file",
        "a",
        [item("a"), Artifact(HASH, 1, "image/png", "a"), Attachment("t", "a", HASH, 0)],
        [item("a"), Artifact("0" * 64, 1, "image/png", "a"), Attachment("t", "a", "0" * 64, 0)],
    ),
    Pair(
        "retracted",
        "a",
        [*TWO, item("r"), link("r", "retracts", "a")],
        [item("a"), item("r"), link("r", "retracts", "a")],
    ),
    Pair(
        "retracted",
        "a",
        [
            item("a"),
            item("b"),
            item("r"),
            link("r", "retracts", "a"),
            link("b", "derived_from", "a"),
        ],
        [
            item("a"),
            item("b"),
            item("r"),
            link("r", "corrects", "a"),
            link("b", "derived_from", "a"),
        ],
    ),
    Pair(
        "confirmed_by_whom",
        "a",
        [claim(), item("a"), link("a", "supports", "C"), judge("credibility", "a", "1", "C")],
        [*TWO, judge("credibility", "a", "1", "C")],
    ),
    Pair(
        "before_the_event",
        "a",
        [
            *(
                item("a", published=day("2024-01-01")),
                item("e", "event", happened=day("2024-01-02")),
            ),
            link("a", "depicts", "e"),
        ],
        [
            *(item("a", published=day("2024-01")), item("e", "event", happened=day("2024-01-02"))),
            link("a", "depicts", "e"),
        ],
    ),
    Pair(
        "before_the_event",
        "a",
        [
            item("a", "media", recorded=day("2023-05-01"), published=day("2024-01-03")),
            *(item("e", "event", happened=day("2024-01-02")), link("a", "depicts", "e")),
        ],
        [
            item("a", "media", recorded=day("2024-01-02"), published=day("2024-01-03")),
            *(item("e", "event", happened=day("2024-01-02")), link("a", "depicts", "e")),
        ],
    ),
    Pair(
        "silent",
        "a",
        [claim(), statement("a", stance="declines_to_comment"), link("a", "supports", "C")],
        [claim(), statement("a", stance="declines_to_comment"), link("a", "responds_to", "C")],
    ),
    Pair(
        "anonymous",
        "a",
        [claim(), statement("a", record="anonymous"), link("a", "supports", "C")],
        [claim(), statement("a", record="on_record"), link("a", "supports", "C")],
    ),
    Pair("undated", "a", [item("a", "satellite_image")], [item("a", "satellite_image", **PLACED)]),
    Pair("undated", "a", [item("a", "media")], [item("a", "media", recorded=day("2024"))]),
    Pair("unplaced", "a", [item("a", "satellite_image")], [item("a", "satellite_image", **PLACED)]),
    Pair("unplaced", "a", [item("a", "media")], [item("a", "media", medium="audio")]),
    Pair("without_wording", "a", [item("a", "official_statement")], [statement("a")]),
    Pair(
        "ungraded",
        "other",
        [claim(), OTHER, item("a", source="other"), link("a", "supports", "C")],
        [claim(), OTHER, item("a", source="other"), link("a", "supports", "C"), *GRADED],
    ),
    Pair(
        "ungraded",
        "other",
        [claim(), OTHER, item("a", source="other"), link("a", "supports", "C")],
        [OTHER],
    ),
    Pair(
        "untyped",
        "a related b",
        [*TWO, link("a", "related", "b")],
        [*TWO, link("a", "same_as", "b")],
    ),
)


def found(records: Sequence[Record], check: str) -> list[WeakPoint]:
    contents = Contents([CaseInfo("case"), *SCHEMES, *records])
    contents.failed = frozenset({HASH})
    looked_at = [each for each in weak_points(contents) if each.check == check]
    Standings(contents)
    assert [each for each in weak_points(contents) if each.check == check] == looked_at
    for each in looked_at:
        assert each in list(weak_points_of(contents, each.subject))
    return looked_at


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.check} {PAIRS.index(pair)}")
def test_a_check_is_tripped_by_what_it_looks_for_and_by_nothing_like_it(pair: Pair) -> None:
    (point,) = found(pair.trips, pair.check)
    assert point.subject == pair.subject
    assert point.sentence.endswith((".", "?"))
    assert len(point.ground) == 64
    assert found(pair.passes, pair.check) == []


def test_every_check_is_tried_and_called_by_a_name_of_its_own() -> None:
    assert {each.check for each in PAIRS} == {each.name for each in CHECKS}
    assert (
        len({each.name for each in CHECKS}) == len({each.label for each in CHECKS}) == len(CHECKS)
    )
    assert all(check_named(each.name) is each for each in CHECKS)
    assert check_named("of a newer version") is None


def test_two_parts_of_one_claim_are_two_weak_points() -> None:
    more = Element("F", "C", 1, Values({"role": "place", "text": "Quay", "required": True}))
    points = found([*TWO, PART, more], "required_uncovered")
    assert len({each.ground for each in points}) == 2
    assert points[0].sentence.startswith("Recipient “Port” is required")


def test_what_a_kind_cannot_show_is_the_reason() -> None:
    debris = [claim(), PART, item("x", "debris_analysis"), link("x", "supports", "E")]
    (point,) = found(debris, "required_uncovered")
    assert "not who handed it over" in point.sentence and point.others == ("x",)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "case.caseboard", actor="Ada") as case:
        yield case
    assert verify(case.path).sound


def set_aside(case: Case, point: WeakPoint, reason: str) -> None:
    case.run(
        dismiss(
            case.contents,
            case.new_id,
            subject=point.subject,
            check=point.check,
            ground=point.ground,
            reason=reason,
            by=case.actor,
            at=utc_now(),
        )
    )


def test_what_is_set_aside_comes_back_when_its_ground_changes(case: Case) -> None:
    made = case.add("claim", title="A")
    first = case.add("document", title="one")
    case.link(first, "supports", made)

    def now() -> WeakPoint:
        (point,) = (each for each in weak_points(case.contents) if each.check == "single_line")
        return point

    with pytest.raises(InvalidChange, match="Say why"):
        set_aside(case, now(), "  ")
    set_aside(case, now(), "Nobody else was there.\n")
    assert case.undo_step is not None
    dismissal = dismissal_of(case.contents, now())
    assert dismissal is not None and dismissal.by == "Ada"
    assert reason_of(dismissal) == "Nobody else was there."
    case.set(first, notes="Asked again")
    assert dismissal_of(case.contents, now()) is not None
    second = case.add("document", title="other")
    extra = case.link(second, "supports", made)
    assert not [each for each in weak_points(case.contents) if each.check == "single_line"]
    case.undo()
    assert extra.id not in case.contents.links
    assert dismissal_of(case.contents, now()) is not None
    point = now()
    case.run(
        reopen(
            case.contents,
            case.new_id,
            subject=point.subject,
            check=point.check,
            ground=point.ground,
            by="Ada",
            at=utc_now(),
        )
    )
    assert dismissal_of(case.contents, now()) is None
    set_aside(case, now(), "Still so.")
    again = dismissal_of(case.contents, now())
    assert again is not None and reason_of(again) == "Still so."
    case.undo()
    assert dismissal_of(case.contents, now()) is None


def test_a_dismissal_of_other_ground_sets_nothing_aside(case: Case) -> None:
    made = case.add("claim", title="A")
    (point,) = weak_points_of(case.contents, made.id)
    set_aside(case, WeakPoint(point.check, made.id, point.sentence, ("somebody",)), "Known.")
    assert dismissal_of(case.contents, point) is None


def test_what_only_passes_on_a_party_is_told_apart_from_the_party() -> None:
    contents = Contents([CaseInfo("case"), *SCHEMES, *reported("summarises")])
    (found,) = (each for each in weak_points_of(contents, "C") if each.check == "interested_alone")
    assert found.others == ("a",)
    assert found.sentence == (
        "What speaks for it comes from one interested party; the rest only passes that on."
    )


def test_reports_of_nothing_but_one_another_are_not_laid_to_a_party() -> None:
    contents = Contents(
        [
            *(CaseInfo("case"), *SCHEMES, *PASSED_ON, link("a", "supports", "C")),
            item("q"),
            link("p", "derived_from", "q", derivation="quotes"),
            link("q", "derived_from", "p", derivation="quotes"),
        ]
    )
    found = {each.check for each in weak_points_of(contents, "C")}
    assert "circular" in found and "interested_alone" not in found

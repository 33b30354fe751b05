"""Weak points are kept, and looked for again where a change touches them, and nowhere else."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casedb.analysis.standings import Standings
from casedb.analysis.verdict_ground import ground_of
from casedb.analysis.weak_points import weak_points
from casedb.analysis.weak_points.dismissals import dismissal_of
from casedb.analysis.weak_points.keeping import WeakPointsKept
from casedb.commands.dismissing import dismiss
from casedb.model.assessments import SCHEME_OF, VerdictBody
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.fuzzy_date import FuzzyDate
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
    Scheme,
    Source,
)
from casedb.model.schemes import SCHEMES
from casedb.model.values import Values

NAMES = "abcd"


def judge(sort: str, subject: str, value: str, claim: str | None = None, n: int = 0) -> Assessment:
    name = f"{sort} {subject} {claim} {n}"
    return Assessment(name, sort, subject, claim, SCHEME_OF[sort], value, "Ada", f"2024-01-0{n}")


def caught_up(kept: WeakPointsKept) -> int:
    return sum(1 for _ in kept.catch_up())


def shown(kept: WeakPointsKept) -> list[tuple[object, object]]:
    found = chain.from_iterable(kept.by_check().values())
    return [(each.point, each.dismissal) for each in found]


def anew(contents: Contents) -> list[tuple[object, object]]:
    apart = contents.copy()
    apart.failed = contents.failed
    return [(each, dismissal_of(apart, each)) for each in weak_points(apart)]


DAYS = [FuzzyDate.parse(each).to_json() for each in ("2024-01-02", "2023-05")]
GROUND: list[Record] = [
    *(Item(each, "claim") for each in "CD"),
    *(Item(each, "media", Values({"source": "s"})) for each in NAMES),
    Item("e", "event", Values({"when": DAYS[0]})),
    *(Source(each, Values({"interest": "party"})) for each in "stu"),
    Element("E", "C", 0, Values({"role": "actor", "text": "Who", "required": True})),
]
FROZEN = ground_of(Contents([CaseInfo("case"), *GROUND]), "C")
_records: dict[str, list[Record]] = {
    "item": [
        Item(name, kind, Values(values))
        for name in NAMES
        for kind, values in (
            ("official_statement", {"stance": "denies", "issuers": ["s"]}),
            ("official_statement", {"stance": "non_denial", "issuers": ["t"], "verbatim": "No"}),
            ("official_statement", {"record": "anonymous", "issuers": ["s", "t"]}),
            ("media", {"source": "t", "published": DAYS[1], "recorded": DAYS[1]}),
            ("document", {"origin_known": "unknown", "published": DAYS[0]}),
            ("document", {"origin_group": "g", "source": "u"}),
        )
    ],
    "claim": [Item("C", "claim", Values({"status": each})) for each in ("open", "withdrawn")],
    "event": [Item("e", "event", Values({"when": each})) for each in DAYS],
    "part": [
        Element("E", "C", 0, Values({"role": "actor", "text": each, "required": True}))
        for each in ("Who", "Whom")
    ],
    "link": [
        Link(f"{sort} {start} {end}", sort, Ref.item(start), Ref.item(end))
        for sort, ends in (
            ("derived_from", NAMES),
            ("supports", "CD"),
            ("disputes", "CD"),
            ("same_object", NAMES),
            ("retracts", NAMES),
            ("related", NAMES),
            ("depicts", "e"),
        )
        for start in NAMES
        for end in ends
        if start != end
    ],
    "to part": [
        Link(f"part {start}", "supports", Ref.item(start), Ref.element("E")) for start in NAMES
    ],
    "source": [
        Source(name, Values({"owner": owner, "interest": interest}))
        for name in "st"
        for owner, interest in (("", "none"), ("u", "party"), ("s", "party"))
    ],
    "grade": [
        *(judge("reliability", each, "B") for each in "st"),
        *(judge("credibility", each, "1", claim) for each in NAMES for claim in (None, "C")),
        *(judge("credibility", each, "3", "C", 1) for each in NAMES),
        *(judge("verdict", "C", value, n=n) for n, value in enumerate(("false", "true"))),
        Assessment(
            *("frozen", "verdict", "C", None, SCHEME_OF["verdict"], "mixed", "", "2024-01-05"),
            values=VerdictBody(ground=FROZEN).to_values(),
        ),
    ],
}


class Held:
    """A case in memory with what is kept of it."""

    def __init__(self, *records: Record) -> None:
        self.contents = Contents([CaseInfo("case"), *SCHEMES, *GROUND, *records])
        self.standings = Standings(self.contents)
        self.kept = WeakPointsKept(self.contents)

    def apply(self, *edits: Edit) -> None:
        self.contents.apply(ChangeSet("", edits))
        self.kept.follow(edits, self.standings.take_stale())


@given(
    st.lists(
        st.one_of(*(st.sampled_from(each) for each in _records.values())), min_size=1, max_size=40
    )
)
@settings(max_examples=80)
def test_what_is_kept_is_what_is_found_anew(drawn: list[Record]) -> None:
    """Records come, go where they are drawn again, and change where another of the same id is."""
    held = Held()
    contents, kept = held.contents, held.kept
    caught_up(kept)
    for record in drawn:
        there = contents.get(type(record), record.id)
        goes = there == record and isinstance(record, (Link, Assessment))
        held.apply(Edit(there, None if goes else record))
        caught_up(kept)
        assert shown(kept) == anew(contents)


def test_a_change_leads_to_what_it_touches_and_to_nothing_else() -> None:
    far = [Item(f"far{n}", "claim") for n in range(50)]
    held = Held(*far)
    assert caught_up(held.kept) == len(held.contents.items) + len(held.contents.sources)
    assert not held.kept.is_behind
    link = Link("l", "supports", Ref.item("a"), Ref.item("C"))
    held.apply(Edit(None, link))
    assert held.kept.is_behind
    assert 0 < caught_up(held.kept) < 12
    held.apply(Edit(far[0], None))
    assert caught_up(held.kept) == 1


def test_what_was_not_looked_at_again_stays_as_it_was() -> None:
    held = Held()
    caught_up(held.kept)
    before = shown(held.kept)
    edit = Edit(None, Link("l", "related", Ref.item("a"), Ref.item("b")))
    held.apply(edit)
    assert shown(held.kept) == before
    caught_up(held.kept)
    assert shown(held.kept) != before


def test_one_that_is_set_aside_says_so_and_comes_back_with_another_ground() -> None:
    held = Held(Item("l", "document"), Link("x", "related", Ref.item("a"), Ref.item("b")))
    contents, kept = held.contents, held.kept
    caught_up(kept)
    (asked,) = kept.of("x")
    change = dismiss(
        *(contents, lambda: "n"),
        subject="x",
        check="untyped",
        ground=asked.point.ground,
        reason="So it is",
        by="Ada",
        at="1",
    )
    held.apply(*change.edits)
    assert caught_up(kept) < 12
    (asked,) = kept.of("x")
    assert asked.dismissal is not None and asked.dismissal.by == "Ada"
    moved = Link("x", "related", Ref.item("a"), Ref.item("l"))
    held.apply(Edit(contents.links["x"], moved))
    caught_up(kept)
    (asked,) = kept.of("x")
    assert asked.dismissal is None


def test_other_words_of_a_scale_are_told() -> None:
    held = Held(judge("verdict", "C", "false"))
    caught_up(held.kept)
    scheme = held.contents.schemes[SCHEME_OF["verdict"]]
    renamed = Scheme(scheme.id, scheme.name, "2", scheme.values)
    held.apply(Edit(scheme, renamed))
    assert held.kept.is_behind


def test_a_file_that_fails_its_check_is_told_of() -> None:
    file = Artifact("f" * 64, 1, "image/png", "a.png")
    held = Held(file, Attachment("at", "a", file.id))
    caught_up(held.kept)
    held.contents.failed = frozenset({file.id})
    held.kept.follow((), judged={file.id})
    caught_up(held.kept)
    assert held.kept.of("a")[0].point.check == "failed_file"


@pytest.mark.parametrize("veiled", ["s", "a", "C"])
def test_what_is_graded_blind_tells_nothing_of_its_grades(veiled: str) -> None:
    held = Held(
        judge("credibility", "a", "1", "C"),
        judge("verdict", "C", "false"),
        Link("l", "supports", Ref.item("a"), Ref.item("C")),
    )
    caught_up(held.kept)
    of_grades = {"s": "ungraded", "a": "confirmed_by_whom", "C": "false_without_disproof"}
    assert of_grades[veiled] in [each.point.check for each in held.kept.of(veiled)]
    held.contents.veiled = frozenset({veiled})
    told = held.kept.by_check()
    assert veiled not in [each.point.subject for each in told[of_grades[veiled]]]
    assert any(told[each] for each in ("undated", "required_uncovered"))


def linked(start: str, sort: str, end: str) -> Link:
    return Link(f"{sort} {start} {end}", sort, Ref.item(start), Ref.item(end))


def test_a_source_that_evidence_names_only_now_is_looked_at() -> None:
    held = Held(linked("a", "supports", "C"))
    caught_up(held.kept)
    named = Item("a", "media", Values({"source": "u"}))
    held.apply(Edit(held.contents.items["a"], named))
    caught_up(held.kept)
    assert [each.point.check for each in held.kept.of("u")] == ["ungraded"]
    assert shown(held.kept) == anew(held.contents)


def test_an_order_is_held_against_dates_that_are_known_only_later() -> None:
    dated = [
        Item(each, "document", Values({"published": day}))
        for each, day in zip("ab", DAYS, strict=True)
    ]
    held = Held(linked("a", "precedes", "b"))
    caught_up(held.kept)
    for each in dated:
        held.apply(Edit(held.contents.items[each.id], each))
        caught_up(held.kept)
        assert shown(held.kept) == anew(held.contents)
    asked = [each.point.check for each in held.kept.of("precedes a b")]
    assert asked == ["against_dates"]


def test_what_is_graded_as_confirmed_follows_what_lies_far_behind_its_claim() -> None:
    apart = [Item(each, "media") for each in NAMES]
    links = (("a", "supports", "C"), ("b", "supports", "C"), ("a", "derived_from", "d"))
    held = Held(
        *apart,
        *(linked(*each) for each in links),
        linked("d", "derived_from", "c"),
        judge("credibility", "a", "1", "C"),
    )
    caught_up(held.kept)
    assert "confirmed_by_whom" not in [each.point.check for each in held.kept.of("a")]
    # The item is looked at, its claim not yet, when something comes in between.
    held.apply(Edit(held.contents.items["a"], Item("a", "media", Values({"title": "A"}))))
    next(held.kept.catch_up())
    held.apply(Edit(None, linked("b", "derived_from", "c")))
    caught_up(held.kept)
    assert "confirmed_by_whom" in [each.point.check for each in held.kept.of("a")]

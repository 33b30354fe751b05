"""The example case: complete, true to its brief, and laid out so that nothing overlaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from casedb.analysis.coverage import Cover, coverage_of
from casedb.analysis.independence import lines_to
from casedb.analysis.weak_points import weak_points_of
from casedb.building import build_case
from casedb.case import Case
from casedb.errors import CannotOpen, InvalidChange
from casedb.exchange.case_source import CaseSource, load_source
from casedb.model.assessments import VerdictBody, newest
from casedb.model.card_face import face, support
from casedb.model.changes import ChangeSet, Edit
from casedb.model.link_types import LINK_TYPES, End
from casedb.model.place import Place
from casedb.model.records import Item, Link, Ref, Source
from casedb.store.home import Home
from casedb.verification import verify

FOLDER = Path(__file__).parents[2] / "assets" / "caseboard_assets" / "example"
ORDER = (
    "case.toml",
    "sources.toml",
    "claims.toml",
    "evidence.toml",
    "events.toml",
    "notes.toml",
    "links.toml",
    "assessments.toml",
    "boards.toml",
)
INTERESTED = ("party", "ally", "adversary")


class Example:
    """The built example, and its records by the keys of its source."""

    def __init__(self, source: CaseSource, case: Case) -> None:
        self.source = source
        self.case = case
        self.contents = case.contents
        exhibits = {item.values.text("exhibit"): item for item in case.contents.items.values()}
        self.items = {
            entry.key: exhibits[f"CB-{number:03d}"] for number, entry in enumerate(source.items, 1)
        }
        names = {each.name: each for each in case.contents.sources.values()}
        self.sources = {entry.key: names[str(entry.values["name"])] for entry in source.sources}
        self.key_of = {item.id: key for key, item in self.items.items()}

    def owner(self, ref: Ref) -> str:
        """The key of the item at an end of a link, or of the claim whose element is there."""
        if ref.end is End.ELEMENT:
            return self.key_of[self.contents.elements[ref.id].claim]
        return self.key_of[ref.id]

    def links(self, type_name: str) -> list[Link]:
        """The links of one type."""
        return [link for link in self.contents.links.values() if link.type == type_name]

    def pairs(self, type_name: str) -> set[tuple[str, str]]:
        """The keys that links of one type join, elements counting as their claims."""
        return {(self.owner(each.start), self.owner(each.end)) for each in self.links(type_name)}

    def into(self, claim: str, type_name: str) -> set[str]:
        """The keys of what links of one type lead from to a claim or its elements."""
        return {start for start, end in self.pairs(type_name) if end == claim}


def read_source() -> CaseSource:
    """The source as it lies in the repository."""
    texts = {name: (FOLDER / name).read_text(encoding="utf-8") for name in ORDER}
    return load_source(texts, {path.name: path.read_bytes() for path in FOLDER.glob("*.png")})


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Example]:
    """The example, built once and read by every test."""
    folder = tmp_path_factory.mktemp("example")
    source, home = read_source(), Home(folder / "home")
    build_case(source, folder / "example.caseboard", "Reader", home)
    with Case.open(folder / "example.caseboard", home=home) as case:
        yield Example(source, case)


# -- complete ------------------------------------------------------------------------------


def test_every_file_of_the_folder_is_part_of_it(example: Example) -> None:
    attached = {file.name for entry in example.source.items for file in entry.files}
    assert {path.name for path in FOLDER.iterdir()} == {*ORDER, *attached}


def test_nothing_can_be_undone_before_somebody_has_worked_in_it(example: Example) -> None:
    assert example.case.undo_step is None


def test_items_are_counted_by_kind(example: Example) -> None:
    assert Counter(item.kind for item in example.items.values()) == {
        "claim": 7,
        "satellite_image": 2,
        "debris_analysis": 2,
        "official_statement": 15,
        "document": 4,
        "media": 1,
        "event": 5,
        "note": 2,
    }
    evidence = [key for key in example.items if key.startswith("E")]
    assert evidence == [f"E{number}" for number in range(1, 25)]


def test_links_are_counted_by_type(example: Example) -> None:
    assert Counter(link.type for link in example.contents.links.values()) == {
        "excludes": 4,
        "supports": 28,
        "disputes": 8,
        "undercuts": 2,
        "bears_on": 8,
        "derived_from": 27,
        "confirms": 1,
        "denies": 2,
        "responds_to": 1,
        "same_object": 1,
        "depicts": 1,
        "occurred_during": 1,
        "precedes": 4,
    }


def test_every_link_has_a_rationale_of_its_own(example: Example) -> None:
    rationales = [link.values.text("rationale") for link in example.contents.links.values()]
    assert all(len(each) > 20 and each.endswith(".") for each in rationales)
    assert len(set(rationales)) == len(rationales)


def test_every_claim_has_a_claimant_a_date_elements_and_evidence(example: Example) -> None:
    for key in ("C1", "C2", "C3", "C4", "C5", "C6", "C7"):
        claim = example.items[key]
        assert claim.values.text("claimant") in example.contents.sources
        assert claim.values.get("first_made") is not None
        assert any(each.values.get("required") for each in example.contents.elements_of(claim.id))
        assert support(example.contents, claim).pro > 0


def test_the_elements_that_the_brief_names_are_there(example: Example) -> None:
    def roles(key: str) -> set[str]:
        elements = example.contents.elements_of(example.items[key].id)
        return {each.role for each in elements}

    assert roles("C5") == {"actor", "action", "object", "recipient", "place", "time"}
    assert len(roles("C7")) == 3


def test_every_source_says_what_it_has_at_stake(example: Example) -> None:
    for source in example.sources.values():
        assert source.values.text("interest") in (*INTERESTED, "none")
        assert source.values.text("interest_note")


def test_sources_of_one_house_lead_to_one_owner(example: Example) -> None:
    def top(key: str) -> Source:
        source = example.sources[key]
        while owner := source.values.text("owner"):
            source = example.contents.sources[owner]
        return source

    for key in ("S-zakharova", "S-peskov", "S-putin", "S-shoigu", "S-rg"):
        assert top(key) == example.sources["S-russia"]
    assert top("S-kirby") == top("S-state") == example.sources["S-us"]
    assert top("S-kostin") == top("S-official") == example.sources["S-ukraine"]


def test_what_the_pieces_do_not_say_is_empty(example: Example) -> None:
    for key in ("E1", "E2"):
        values = example.items[key].values
        unsaid = ("acquired", "where", "footprint", "scene_id", "stac_id", "sun_azimuth")
        assert not any(values.get(name) for name in unsaid)
    for item in example.items.values():
        assert not any(item.values.get(name) for name in ("verbatim", "translation", "url"))


def test_no_place_has_coordinates(example: Example) -> None:
    names = ("where", "found_where", "shown_where")
    places = [item.values.get(name) for item in example.items.values() for name in names]
    found = [Place.from_json(each) for each in places if isinstance(each, dict)]
    assert {each.name for each in found} == {"Kharkiv", "Pyongyang", "Russian Far East", "Ukraine"}
    assert all(each.shape is None for each in found)


def test_titles_fit_on_a_card(example: Example) -> None:
    for item in example.items.values():
        assert 10 <= len(item.title) <= 70, item.title
        assert not item.title.endswith(".")


def test_a_picture_says_that_it_is_a_drawing(example: Example) -> None:
    attachments = example.contents.attachments.values()
    assert {example.key_of[each.item] for each in attachments} == {"E1", "E3"}
    for each in attachments:
        assert each.caption.startswith("Schematic, not imagery: ")
        assert example.contents.artifacts[each.artifact].size <= 40_000
        assert face(example.contents, example.contents.items[each.item]).picture == each.artifact


# -- what the board must bring out -----------------------------------------------------------


def test_the_two_counts_of_signatories_stand_side_by_side(example: Example) -> None:
    note = example.items["N-count"]
    assert "40" in note.title and "50" in note.title
    assert {end for start, end in example.pairs("derived_from") if start == "N-count"} == {
        "E22",
        "E23",
    }


def test_reports_name_what_they_report(example: Example) -> None:
    derived = example.pairs("derived_from")
    assert {end for start, end in derived if start == "E22"} == {"E8", "E9", "E11", "E12", "E17"}
    numbers = (*range(1, 9), 10, 11, *range(13, 17), *range(18, 22))
    assert {end for start, end in derived if start == "E23"} == {f"E{n}" for n in numbers}


@pytest.mark.parametrize("claim", ["C4", "C5"])
def test_reports_raise_the_mentions(example: Example, claim: str) -> None:
    assert {"E22", "E23", "E8", "E9", "E11"} <= example.into(claim, "supports")


def test_the_joint_statement_is_one_origin_that_is_not_known(example: Example) -> None:
    values = example.items["E11"].values
    assert values.get("joint") is True
    assert values.text("origin_known") == "unknown"
    assert values.text("origin_group")
    assert not any(start == "E11" for start, _ in example.pairs("derived_from"))


def test_two_pieces_of_debris_may_be_one_object(example: Example) -> None:
    (link,) = example.links("same_object")
    assert {example.owner(link.start), example.owner(link.end)} == {"E3", "E4"}
    assert link.values.text("certainty") == "tentative"


def test_the_corroboration_is_anonymous_and_undercut(example: Example) -> None:
    assert example.items["E9"].values.text("record") == "anonymous"
    weakened = {
        (example.key_of[link.start.id], example.owner(inner.start), example.owner(inner.end))
        for link in example.links("undercuts")
        for inner in [example.contents.links[link.end.id]]
    }
    assert weakened == {("N-anonymous", "E9", "C4"), ("N-anonymous", "E9", "C5")}


def test_declining_to_comment_speaks_neither_for_nor_against(example: Example) -> None:
    assert example.items["E12"].values.text("stance") == "declines_to_comment"
    types = {link.type for link in example.contents.links_at(example.items["E12"].id)}
    assert types == {"responds_to", "derived_from"}


def test_the_denial_names_no_shipment(example: Example) -> None:
    denial = example.items["E5"]
    assert denial.values.text("stance") == "denies"
    assert "names no shipment" in denial.values.text("summary")
    assert {end for start, end in example.pairs("disputes") if start == "E5"} == {
        "C2",
        "C3",
        "C4",
        "C5",
    }


def test_nothing_supports_the_denied_claim_but_an_interested_party(example: Example) -> None:
    assert example.into("C1", "supports") == {"E5"}
    assert example.items["E5"].values.text("interest") == "party"


def test_the_denied_claim_excludes_four_others(example: Example) -> None:
    assert example.pairs("excludes") == {("C1", f"C{number}") for number in range(2, 6)}


def test_the_first_strike_rests_on_interested_parties_whoever_reports_them(
    example: Example,
) -> None:
    claim = example.items["C4"].id
    found = weak_points_of(example.contents, claim)
    (told,) = (each for each in found if each.check == "interested_alone")
    assert {example.key_of[each] for each in told.others} == {"E8", "E9", "E10", "E11"}
    assert {"E22", "E23"} <= example.into("C4", "supports")
    assert coverage_of(example.contents, claim).whole.cover is Cover.INTERESTED


def test_the_largest_supplier_rests_on_one_interested_source(example: Example) -> None:
    assert example.into("C6", "supports") == {"E15"}
    assert example.items["E15"].values.text("interest") in INTERESTED


def test_the_verdict_is_somebody_elses_opinion(example: Example) -> None:
    verdict = newest(example.contents.assessments_of(example.items["C1"].id), "verdict")
    assert verdict is not None and verdict.value == "false"
    body = VerdictBody.from_values(verdict.values)
    assert body.cited_opinion == example.sources["S-checker"].id
    assert body.rationale and body.limits
    assert sum(each.type == "verdict" for each in example.contents.assessments.values()) == 1


def test_every_grade_gives_its_basis(example: Example) -> None:
    grades = [each for each in example.contents.assessments.values() if each.type != "verdict"]
    assert grades and all(each.values.text("basis") for each in grades)


def test_debris_speaks_to_the_make_alone(example: Example) -> None:
    (link,) = [link for link in example.links("supports") if example.key_of[link.start.id] == "E3"]
    assert example.contents.elements[link.end.id].role == "object"
    values = example.items["E3"].values
    assert values.text("access") == "video_only"
    assert values.text("strength") == "characteristic_of"
    assert "not to how it came to Russia" in values.text("limits")
    assert example.items["E4"].values.text("access") == "physical"


# -- laid out ------------------------------------------------------------------------------


def test_there_are_three_boards(example: Example) -> None:
    titles = [board.title for board in example.contents.boards]
    assert titles == ["Main board", "Kharkiv strike", "Embargo"]


def test_every_item_is_on_the_main_board_once(example: Example) -> None:
    main = example.contents.boards[0]
    placed = Counter(card.item for card in example.contents.cards_on(main.id))
    assert placed == Counter(example.contents.items.keys())


def test_no_card_overlaps_another(example: Example) -> None:
    for board in example.contents.boards:
        for one, other in combinations(example.contents.cards_on(board.id), 2):
            assert not one.rect.grown(8).overlaps(other.rect.grown(8)), (
                f"{example.key_of[one.item]} and {example.key_of[other.item]} on {board.title}"
            )


def test_a_card_lies_within_a_frame_or_outside_of_it(example: Example) -> None:
    for board in example.contents.boards:
        frames = example.contents.frames_on(board.id)
        for one, other in combinations(frames, 2):
            assert not one.rect.overlaps(other.rect), f"{one.title} and {other.title}"
        for frame in frames:
            for card in example.contents.cards_on(board.id):
                is_clear = frame.rect.contains(card.rect) or not frame.rect.overlaps(card.rect)
                assert is_clear, f"{example.key_of[card.item]} and {frame.title}"


def test_boards_are_laid_out_as_the_source_says(example: Example) -> None:
    for board, entry in zip(example.contents.boards, example.source.boards, strict=True):
        placed = {card.item: card.rect for card in example.contents.cards_on(board.id)}
        assert placed == {example.items[each.item].id: each.rect for each in entry.cards}
        frames = example.contents.frames_on(board.id)
        assert [(each.title, each.rect) for each in frames] == [
            (each.title, each.rect) for each in entry.frames
        ]
        routes = {each.link: each.points for each in example.contents.routes_on(board.id)}
        keys = [each.key for each in example.source.links]
        link_ids = dict(zip(keys, example.contents.links, strict=True))
        assert routes == {link_ids[each.link]: each.points for each in entry.bends}


def test_cards_are_as_wide_as_new_ones(example: Example) -> None:
    assert {card.w for card in example.contents.cards.values()} == {260}


# -- built ---------------------------------------------------------------------------------


def test_the_journal_reads_well(example: Example) -> None:
    entries = list(example.case.journal.entries())
    labels = [entry.label for entry in entries]
    assert labels[:4] == ["Create case", "Describe case", "Add 28 sources", "Add 7 claims"]
    assert labels[-3:] == ["Lay out board"] * 3
    assert {each for each, count in Counter(labels).items() if count > 1} == {"Lay out board"}
    assert {entry.actor for entry in entries} == {"Reader"}


def test_the_file_verifies(tmp_path: Path) -> None:
    path, home = tmp_path / "example.caseboard", Home(tmp_path / "home")
    build_case(read_source(), path, "Reader", home)
    report = verify(path, home)
    assert report.findings == ()
    assert report.artifacts == 2


def test_link_types_that_the_example_leaves_out_are_known(example: Example) -> None:
    used = {link.type for link in example.contents.links.values()}
    assert set(LINK_TYPES) - used == {
        "same_as",
        "supersedes",
        "retracts",
        "corrects",
        "located_at",
        "related",
    }


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "taken.caseboard"
    path.write_text("mine")
    with pytest.raises(CannotOpen):
        build_case(read_source(), path, "Reader", Home(tmp_path / "home"))
    assert path.read_text() == "mine"


def test_a_building_that_fails_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*told: object, **named: object) -> Item:
        raise InvalidChange("No.")

    monkeypatch.setattr(Case, "add", refuse)
    with pytest.raises(InvalidChange):
        build_case(read_source(), tmp_path / "half.caseboard", "Reader", Home(tmp_path / "home"))
    assert [each.name for each in tmp_path.iterdir()] == ["home"]


def independent(example: Example, claim: str, *aside: str) -> tuple[int, int, int]:
    """How many items speak for a claim, and how many lines are independent, at the least and most."""
    items = example.items
    lines = lines_to(example.contents, items[claim].id, 1, {items[each].id for each in aside})
    return len(lines.mentions), lines.low, lines.high


def test_reports_of_other_items_are_mentions_and_no_lines_of_their_own(example: Example) -> None:
    assert independent(example, "C4") == (6, 1, 3)
    assert independent(example, "C4", "E22", "E23") == (4, 1, 3)
    assert independent(example, "C5") == (9, 2, 4)
    assert independent(example, "C5", "E22", "E23") == (7, 2, 4)


def test_the_joint_statement_is_one_origin_and_that_is_not_known(example: Example) -> None:
    assert independent(example, "C7") == (4, 2, 3)
    assert independent(example, "C7", "E11") == (3, 2, 2)


def test_debris_that_is_perhaps_of_one_missile_makes_a_range(example: Example) -> None:
    c5 = example.items["C5"].id
    links = [each for each in example.contents.links.values() if each.type == "same_object"]
    case = example.contents.copy()
    case.apply(ChangeSet("", tuple(Edit(each, None) for each in links)))
    apart = lines_to(case, c5, 1)
    assert (apart.low, apart.high) == (3, 4)
    assert (lines_to(example.contents, c5, 1).low) == 2


def test_the_denial_is_supported_by_one_line_and_the_largest_supplier_as_well(
    example: Example,
) -> None:
    assert independent(example, "C1") == independent(example, "C6") == (1, 1, 1)

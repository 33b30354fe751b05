"""A redacted copy of a case holds what a profile leaves, and nothing else of what went."""

from __future__ import annotations

import hashlib
import io
import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from casedb import Case, redacting
from casedb.building import build_case
from casedb.commands import redactions, removal
from casedb.commands.annotations import annotate
from casedb.commands.snapshots import take_snapshot
from casedb.errors import ExportRefused, InvalidChange, NotSaved
from casedb.exchange import byte_search
from casedb.exchange.case_source import load_source
from casedb.intake.cage.cage import Cage, Pixels
from casedb.model.assessments import VerdictBody
from casedb.model.blacking import BLACK
from casedb.model.changes import ChangeSet, Edit
from casedb.model.custody import tombstone_of
from casedb.model.marks import Form, Mark
from casedb.model.redaction import (
    Bytes,
    Profile,
    ProfileNotUnderstood,
    field_names,
    profile_of,
    read_profile,
)
from casedb.model.standing import Fate as GroundFate
from casedb.model.verdicts import Draft
from casedb.redacted_copy import moment_of, origin_of, preview, redacted_case, save_redacted
from casedb.redacting import Fate
from casedb.redrawing import as_png
from casedb.verdict_giving import give_verdict
from casedb.verification import verify

LEAKER = "Oksana Petrenko"
SECRET = "She works in the port office of Mykolaiv"


@pytest.fixture(scope="module")
def cage() -> Iterator[Cage]:
    cage = Cage()
    yield cage
    cage.close()


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    (tmp_path / "in").mkdir()
    with Case.create(tmp_path / "in" / "harbour.caseboard", "Harbour", actor="Ann Lee") as case:
        yield case


def picture(colour: str = "red", comment: str = "") -> bytes:
    stream = io.BytesIO()
    told = PngImagePlugin.PngInfo()
    if comment:
        told.add_text("Comment", comment)
    Image.new("RGB", (40, 20), colour).save(stream, "PNG", pnginfo=told)
    return stream.getvalue()


def redacted(case: Case, cage: Cage, profile: Profile) -> Case:
    """The redacted copy, open."""
    path = case.path.parent.parent / "out.caseboard"
    save_redacted(case, profile, path, cage)
    return Case.open(path, read_only=True)


def everything_in(path: Path) -> str:
    """All cells of all tables of a file, and its bytes, as one text."""
    link = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    names = [
        name
        for (name,) in link.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not name.endswith(("_config", "_data", "_idx", "_docsize", "_index"))
    ]
    cells = [
        str(cell)
        for name in names
        for row in link.execute(f'SELECT * FROM "{name}"')
        for cell in row
    ]
    link.close()
    return "\n".join(cells) + path.read_bytes().decode("utf-8", "ignore")


def test_a_protected_source_is_nowhere_in_the_copy(case: Case, cage: Cage):
    source = case.add_source(LEAKER, protected=True, aliases=("Kapitan Ok",), notes=SECRET)
    item = case.add(
        "media", title=f"Photo by {LEAKER}", notes="Kapitan  OK sent it", source=source.id
    )
    case.run(removal.delete_items(case.contents, [case.add("note", title=f"{LEAKER} called").id]))

    with redacted(case, cage, Profile()) as copy:
        assert copy.contents.items[item.id].title == f"Photo by {BLACK}"
        assert copy.contents.items[item.id].values.text("notes") == f"{BLACK} sent it"
        held = copy.contents.sources[source.id]
        assert dict(held.values) == {"protected": True}
        assert copy.contents.items[item.id].values.text("source") == source.id
        told = everything_in(copy.path).casefold()
    for word in (LEAKER, "petrenko", "kapitan", SECRET, "mykolaiv", "called"):
        assert word.casefold() not in told


def test_what_goes_takes_everything_that_rests_on_it(case: Case, cage: Cage):
    source = case.add_source("Only of the photo")
    kept = case.add("claim", title="The ship sailed")
    gone = case.add("media", title="Hidden photo", source=source.id, tags=("internal",))
    case.attach_bytes(gone, picture(), "hidden.png", "a caption of it")
    case.place(gone)
    case.place(kept)
    link = case.link(gone, "supports", kept, rationale="It shows the bow")
    case.assess(gone, "credibility", "2", claim=kept)

    with redacted(case, cage, Profile(tags=("internal",))) as copy:
        contents = copy.contents
        assert [*contents.items] == [kept.id]
        assert link.id not in contents.links and not contents.sources
        assert not contents.artifacts and not contents.attachments and not contents.assessments
        assert [card.item for card in contents.cards.values()] == [kept.id]
        told = everything_in(copy.path)
    for text in (
        "Hidden photo",
        "Only of the photo",
        "hidden.png",
        "a caption",
        gone.id,
        "the bow",
    ):
        assert text not in told
    assert verify(case.path.parent.parent / "out.caseboard").findings == ()


@pytest.mark.parametrize(
    "profile",
    [
        Profile(kinds=("note",)),
        Profile(sensitivity=("personal_data",)),
        Profile(tags=("x",)),
    ],
    ids=["kind", "sensitivity", "tag"],
)
def test_items_go_by_kind_tag_and_sensitivity(case: Case, cage: Cage, profile: Profile):
    case.add("note", title="Goes", tags=("x",), sensitivity=("personal_data",))
    stays = case.add("media", title="Stays", tags=("y",), sensitivity=("graphic",))
    with redacted(case, cage, profile) as copy:
        assert [*copy.contents.items] == [stays.id]


def test_of_some_boards_only_what_lies_on_them(case: Case, cage: Cage):
    first = case.contents.boards[0]
    second = case.add_board("For our eyes")
    on_first, on_second = case.add("media", title="One"), case.add("media", title="Two")
    nowhere = case.add("media", title="Three")
    case.place(on_first, first)
    case.place(on_second, second)
    with redacted(case, cage, Profile(boards=(first.id,))) as copy:
        assert [*copy.contents.items] == [on_first.id]
        assert [board.id for board in copy.contents.boards] == [first.id]
        told = everything_in(copy.path)
    assert nowhere.id not in told and second.id not in told and "our eyes" not in told


def test_fields_are_left_out_of_every_kind_or_one(case: Case, cage: Cage):
    one = case.add("media", title="A", notes="first notes", recorded="2024-01-02")
    two = case.add("event", title="B", notes="second notes", happened="2024-01-03")
    link = case.link(one, "depicts", two, rationale="our own guess")
    profile = Profile(fields=("item.notes", "media.recorded", "link.rationale"))
    with redacted(case, cage, profile) as copy:
        assert set(copy.contents.items[one.id].values) == {"title", "exhibit"}
        assert "happened" in copy.contents.items[two.id].values
        assert "notes" not in copy.contents.items[two.id].values
        assert "rationale" not in copy.contents.links[link.id].values


def test_whoever_worked_on_the_case_is_numbered(case: Case, cage: Cage):
    claim = case.add("claim", title="The ship sailed", notes="Ask Ann Lee about it")
    case.assess(claim, "likelihood", "likely")
    with redacted(case, cage, Profile(people=True)) as copy:
        assert {each.by for each in copy.contents.assessments.values()} == {"Person 1"}
        assert copy.contents.items[claim.id].values.text("notes") == f"Ask {BLACK} about it"
        assert "Ann Lee" not in everything_in(copy.path)


def test_a_value_that_nobody_declared_goes(case: Case, cage: Cage):
    item = case.add("media", title="A")
    after = replace(item, values=item.values.changed({"of_tomorrow": "what may be in it", "n": 3}))
    case.run(ChangeSet("Edit", (Edit(case.contents.items[item.id], after),)))
    with redacted(case, cage, Profile()) as copy:
        assert "of_tomorrow" not in copy.contents.items[item.id].values
        assert copy.contents.items[item.id].values["n"] == 3
        assert "what may be" not in everything_in(copy.path)


def test_profiles_snapshots_and_views_do_not_tell_what_was_left_out(case: Case, cage: Cage):
    profile = Profile(words=("Zaporizhzhia",))
    case.run(redactions.add_profile(case.contents, case.new_id, "For Reuters alone", profile))
    head = case.journal.length, case.journal.head
    case.run(take_snapshot(case.contents, case.new_id, "Before Oksana", head, {"note": "why so"}))
    with redacted(case, cage, profile) as copy:
        assert not copy.contents.redactions and not copy.contents.snapshots
        told = everything_in(copy.path)
    assert not any(each in told for each in ("Zaporizhzhia", "Reuters", "Before Oksana", "why so"))


# -- files -----------------------------------------------------------------------------------------


def test_pictures_are_drawn_anew_and_keep_their_hash(case: Case, cage: Cage):
    item = case.add("media", title="A")
    original = case.attach_bytes(item, picture(comment=f"taken by {LEAKER}"), "IMG Petrenko.png")
    with redacted(case, cage, Profile()) as copy:
        (attachment,) = copy.contents.attachments_of(item.id)
        assert attachment.artifact != original.id
        data = copy.artifact_bytes(attachment.artifact)
        image = Image.open(io.BytesIO(data))
        assert image.size == (40, 20) and image.info == {}
        assert image.getpixel((5, 5)) == (255, 0, 0)
        named = copy.contents.artifacts[original.id]
        assert named.size == original.size and tombstone_of(named) is not None
        assert "metadata" not in named.values
        told = everything_in(copy.path)
    assert original.id in told and "Petrenko" not in told and "IMG" not in told
    assert verify(case.path.parent.parent / "out.caseboard").findings == ()


def test_what_is_blurred_is_black_for_good(case: Case, cage: Cage):
    item = case.add("media", title="A")
    file = case.attach_bytes(item, picture(), "a.png")
    blur = Mark(Form.BLUR, ((0.26, 0.26), (0.5, 0.5)))
    box = Mark(Form.BOX, ((0.1, 0.1), (0.9, 0.9)))
    for each, text in ((blur, "her face"), (box, "the ship")):
        case.run(annotate(case.contents, case.new_id, file.id, each, text))
    with redacted(case, cage, Profile(bytes=Bytes.KEEP)) as copy:
        (attachment,) = copy.contents.attachments_of(item.id)
        image = Image.open(io.BytesIO(copy.artifact_bytes(attachment.artifact))).convert("RGB")
        black = {
            (x, y) for x in range(40) for y in range(20) if image.getpixel((x, y)) == (0, 0, 0)
        }
        assert black == {(x, y) for x in range(10, 20) for y in range(5, 10)}
        (kept,) = copy.contents.annotations_of(attachment.artifact)
        assert kept.values.text("text") == "the ship"
        assert "her face" not in everything_in(copy.path)


@given(
    spots=st.lists(
        st.tuples(st.floats(0.01, 0.99), st.floats(0.01, 0.99)), min_size=3, max_size=6, unique=True
    )
)
@settings(max_examples=60, deadline=None)
def test_every_point_inside_a_blurred_shape_is_black(spots: list[tuple[float, float]]):
    if any(len({each[axis] for each in spots}) < 2 for axis in (0, 1)):
        return
    mark = Mark(Form.BLUR, tuple(spots))
    image = Image.open(io.BytesIO(as_png(Pixels(37, 23, b"\xff" * 4 * 37 * 23), [mark])))
    (x1, y1), (x2, y2) = spots[0], spots[1]
    for part in range(21):
        x, y = x1 + (x2 - x1) * part / 20, y1 + (y2 - y1) * part / 20
        assert image.getpixel((min(36, int(x * 37)), min(22, int(y * 23)))) == (0, 0, 0)


def test_colours_behind_what_is_transparent_are_gone():
    image = Image.open(io.BytesIO(as_png(Pixels(2, 1, b"\x10\x20\x30\x00\x10\x20\x30\xff"))))
    assert [image.getpixel((x, 0)) for x in range(2)] == [(255, 255, 255), (0x10, 0x20, 0x30)]


def test_other_files_stay_behind_unless_they_are_to_go(case: Case, cage: Cage):
    item = case.add("document", title="A")
    plain = case.attach_bytes(item, b"plain words for everybody", "plain.txt")
    telling = case.attach_bytes(item, f"a letter of {LEAKER}".encode(), "letter.txt")
    case.add_source(LEAKER, protected=True)

    with redacted(case, cage, Profile()) as copy:
        assert {tombstone_of(each) is not None for each in copy.contents.artifacts.values()} == {
            True
        }
    with redacted(case, cage, Profile(bytes=Bytes.KEEP)) as copy:
        assert copy.artifact_bytes(plain.id) == b"plain words for everybody"
        assert tombstone_of(copy.contents.artifacts[telling.id]) is not None
    with redacted(case, cage, Profile(bytes=Bytes.KEEP, files=(plain.id,))) as copy:
        assert tombstone_of(copy.contents.artifacts[plain.id]) is not None


def test_a_picture_whose_metadata_tell_is_drawn_anew(case: Case, cage: Cage):
    case.add_source("Kodak Park", protected=True)
    item = case.add("media", title="A")
    file = case.attach_bytes(item, picture(), "a.png")
    told = replace(file, values=file.values.changed({"metadata": {"make": "Kodak Park"}}))
    case.run(ChangeSet("Edit", (Edit(case.contents.artifacts[file.id], told),)))
    made = preview(case, Profile(bytes=Bytes.KEEP), cage)
    assert made.fates[file.id] is Fate.DRAWN


def test_no_file_at_all(case: Case, cage: Cage):
    item = case.add("media", title="A")
    file = case.attach_bytes(item, picture(), "a.png")
    case.run(annotate(case.contents, case.new_id, file.id, Mark(Form.POINT, ((0.5, 0.5),)), "dot"))
    with redacted(case, cage, Profile(bytes=Bytes.NONE)) as copy:
        assert [*copy.contents.artifacts] == [file.id] and not copy.contents.annotations
        assert tombstone_of(copy.contents.artifacts[file.id]) is not None


def test_what_cannot_be_drawn_stays_behind(case: Case, cage: Cage):
    item = case.add("media", title="A")
    file = case.attach_bytes(item, picture()[:40], "a.png")
    path = case.path.parent.parent / "out.caseboard"
    assert save_redacted(case, Profile(), path, cage).fates == {file.id: Fate.LEFT}


# -- verdicts --------------------------------------------------------------------------------------


def test_a_verdict_stays_as_fresh_as_it_was_and_tells_no_hash_of_what_went(case: Case, cage: Cage):
    claim = case.add("claim", title="The ship sailed")
    seen = case.add("media", title="Seen at sea", notes="from Zed", interpretation="hm")
    hidden = case.add("media", title="Hidden", tags=("internal",))
    for each in (seen, hidden):
        case.link(each, "supports", claim, rationale="Says Zedekiah")
    verdict = give_verdict(
        case,
        claim.id,
        Draft(label="mixed", rationale="As Zedekiah says", cites=frozenset({hidden.id})),
    )
    before = {each.hash for each in VerdictBody.from_values(verdict.values).ground}

    profile = Profile(words=("Zedekiah",), tags=("internal",), fields=("item.interpretation",))
    with redacted(case, cage, profile) as copy:
        held = copy.contents.assessments[verdict.id]
        body = VerdictBody.from_values(held.values)
        assert body.rationale == f"As {BLACK} says" and not body.cites
        assert hidden.id not in {each.id for each in body.ground}
        assert copy.standings.of(claim.id).changes == ()
        assert not before & {each.hash for each in body.ground if each.id == seen.id}

    edited = replace(seen, values=seen.values.changed({"title": "Seen in port"}))
    case.run(ChangeSet("Edit", (Edit(case.contents.items[seen.id], edited),)))
    with redacted(case, cage, profile) as copy:
        changes = copy.standings.of(claim.id).changes or ()
        assert [(each.id, each.fate) for each in changes] == [(seen.id, GroundFate.CHANGED)]


# -- the copy as a whole -----------------------------------------------------------------------------


def test_the_journal_of_the_copy_names_what_it_was_made_of(case: Case, cage: Cage):
    case.add("note", title="A")
    with redacted(case, cage, Profile()) as copy:
        origin = origin_of(copy)
        assert origin is not None
        assert (origin.entries, origin.head) == (case.journal.length, case.journal.head)
        assert moment_of(copy) == (case.journal.length, case.journal.head)
        assert copy.journal.length == 1 and copy.undo_step is None
    assert origin_of(case) is None
    assert moment_of(case) == (case.journal.length, case.journal.head)


def test_the_copy_can_be_worked_on(case: Case, cage: Cage):
    case.add("note", title="A")
    redacted(case, cage, Profile()).close()
    with Case.open(case.path.parent.parent / "out.caseboard", actor="Partner") as copy:
        assert not copy.losses
        copy.add("note", title="B")
        assert moment_of(copy) == (copy.journal.length, copy.journal.head)
        copy.undo()
        assert [each.title for each in copy.contents.items.values()] == ["A"]
        assert copy.undo_step is None


def test_the_same_case_gives_the_same_journal(case: Case, cage: Cage):
    item = case.add("media", title="A")
    case.attach_bytes(item, picture(), "a.png")
    heads: set[str] = set()
    for _ in range(2):
        with redacted(case, cage, Profile()) as copy:
            heads.add(copy.journal.head)
    assert len(heads) == 1


def test_the_case_itself_is_untouched(case: Case, cage: Cage):
    case.add_source(LEAKER, protected=True)
    before = case.path.read_bytes(), [*case.contents.records()]
    redacted(case, cage, Profile(kinds=("note",))).close()
    assert (case.path.read_bytes(), [*case.contents.records()]) == before


def test_a_preview_says_what_would_go_and_writes_nothing(case: Case, cage: Cage):
    note = case.add("note", title="A secret note")
    item = case.add("media", title=f"Photo of {LEAKER}")
    case.attach_bytes(item, picture(), "a.png")
    made = preview(case, Profile(kinds=("note",), words=(LEAKER,)), cage)
    assert note.id in {each.id for each in made.gone}
    assert [
        (each.record.id, each.field, each.after) for each in made.taken if each.field == "title"
    ] == [(item.id, "title", f"Photo of {BLACK}")]
    assert [*made.fates.values()] == [Fate.DRAWN]
    assert made.names == (LEAKER,) and "A secret note" in made.secrets
    assert sorted(each.name for each in case.path.parent.parent.iterdir()) == ["in"]


def test_what_is_found_in_the_copy_lets_nothing_be_written(
    case: Case, cage: Cage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    case.add_source(LEAKER, protected=True)
    case.add("note", title=f"Call {LEAKER}")
    out = tmp_path / "out.caseboard"
    out.write_bytes(b"what was there before")

    def blind(words: object) -> Callable[[str], str]:
        return str

    monkeypatch.setattr(redacting, "blacker", blind)
    with pytest.raises(ExportRefused, match="left out, and was found in"):
        save_redacted(case, Profile(), out, cage)
    assert out.read_bytes() == b"what was there before"
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_the_open_case_is_never_written_over(case: Case, cage: Cage):
    before = case.path.read_bytes()
    with pytest.raises(NotSaved, match="open now"):
        save_redacted(case, Profile(), case.path, cage)
    assert case.path.read_bytes() == before


def test_a_private_copy_is_gone_with_all_that_was_written_beside_it(case: Case, cage: Cage):
    with redacted_case(case, Profile(), cage) as (copy, _, folder):
        assert copy.read_only and copy.title == "Harbour"
        (folder / "a.png").write_bytes(b"x")
    assert not folder.exists()


def test_calling_it_off_leaves_nothing(case: Case, cage: Cage, tmp_path: Path):
    item = case.add("media", title="A")
    case.attach_bytes(item, picture(), "a.png")

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save_redacted(case, Profile(), tmp_path / "out.caseboard", cage, stop)
    assert [each.name for each in tmp_path.iterdir()] == ["in"]


# -- profiles ----------------------------------------------------------------------------------------


profiles = st.builds(
    Profile,
    protected=st.booleans(),
    sources=st.lists(st.text(max_size=5), unique=True, max_size=3).map(tuple),
    kinds=st.lists(st.sampled_from(["note", "media", "of_tomorrow"]), unique=True).map(tuple),
    fields=st.lists(st.sampled_from(sorted(field_names())), unique=True, max_size=4).map(tuple),
    words=st.lists(st.text("abcі김 ", min_size=2, max_size=9), unique=True, max_size=3)
    .map(lambda told: [each for each in told if len(each.strip()) > 1])
    .map(tuple),
    people=st.booleans(),
    bytes=st.sampled_from(Bytes),
)


@given(profiles)
def test_a_profile_is_read_back_as_it_was_written(profile: Profile):
    assert read_profile(json.loads(json.dumps(dict(profile.to_values())))) == profile


@pytest.mark.parametrize(
    ("held", "why"),
    [
        ({"colour": "red"}, "“colour” is nothing"),
        ({"words": "Petrenko"}, "under “words”"),
        ({"words": [3]}, "under “words”"),
        ({"words": ["x"]}, "“x” cannot be blacked out"),
        ({"fields": ["item.colour"]}, "no field “item.colour”"),
        ({"protected": "yes"}, "under “protected”"),
        ({"bytes": "some"}, "under “bytes”"),
        ({"sensitivity": ["huge"]}, "under “sensitivity”"),
    ],
    ids=["unknown", "text", "number", "short", "field", "flag", "bytes", "sensitivity"],
)
def test_what_is_not_understood_is_never_passed_over(held: Any, why: str):
    with pytest.raises(ProfileNotUnderstood, match=why):
        read_profile(held)


def test_profiles_are_kept_changed_and_undone(case: Case):
    case.run(redactions.add_profile(case.contents, case.new_id, " For partners ", Profile()))
    (kept,) = case.contents.redactions.values()
    assert kept.name == "For partners" and profile_of(kept) == Profile()
    with pytest.raises(InvalidChange, match="already"):
        redactions.add_profile(case.contents, case.new_id, "for PARTNERS", Profile())
    with pytest.raises(InvalidChange, match="needs a name"):
        redactions.add_profile(case.contents, case.new_id, "  ", Profile())
    other = Profile(people=True)
    case.run(redactions.change_profile(case.contents, kept.id, "For all", other))
    assert profile_of(case.contents.redactions[kept.id]) == other
    case.run(redactions.delete_profile(case.contents, kept.id))
    assert not case.contents.redactions
    for _ in range(3):
        case.undo()
    assert not case.contents.redactions


# -- whatever is in a case -----------------------------------------------------------------------------


def test_nothing_of_the_example_is_left_where_all_of_it_goes(
    example: Case, cage: Cage, tmp_path: Path
):
    path = tmp_path / "out.caseboard"
    profile = Profile(
        protected=True,
        sources=tuple(example.contents.sources),
        kinds=("note", "event"),
        people=True,
        fields=("item.notes", "item.interpretation", "link.rationale"),
        bytes=Bytes.NONE,
    )
    made = save_redacted(example, profile, path, cage)
    texts = [each.name for each in example.contents.sources.values()]
    assert not byte_search.search_bytes(path, texts).found
    assert made.secrets
    with Case.open(path, read_only=True) as copy:
        assert not copy.losses
        assert all(not each.name for each in copy.contents.sources.values())
    assert verify(path).findings == ()


@pytest.fixture
def example(tmp_path: Path) -> Iterator[Case]:
    folder = Path(__file__).parents[2] / "assets" / "caseboard_assets" / "example"
    path = tmp_path / "example.caseboard"
    told = {each.name: each.read_text("utf-8") for each in sorted(folder.glob("*.toml"))}
    files = {each.name: each.read_bytes() for each in folder.glob("*.png")}
    build_case(load_source(told, files), path, "Reader")
    with Case.open(path, read_only=True) as case:
        yield case


def test_hashes_are_those_of_the_bytes(case: Case, cage: Cage):
    item = case.add("media", title="A")
    data = picture()
    case.attach_bytes(item, data, "a.png")
    with redacted(case, cage, Profile()) as copy:
        for each in copy.contents.artifacts.values():
            if tombstone_of(each) is None:
                assert hashlib.sha256(copy.artifact_bytes(each.id)).hexdigest() == each.id

"""Expunging: the bytes of an artifact go from everything the program keeps, and a tombstone stays."""

from __future__ import annotations

import gzip
import random
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from casedb import Case
from casedb.commands import items, pasting
from casedb.delivery import deliver
from casedb.errors import ArtifactMissing, InvalidChange, ReadOnlyCase, Stopped
from casedb.intake.cage.cage import Cage
from casedb.intake.examination import metadata_of
from casedb.intake.offer import offer_bytes
from casedb.model.card_face import face
from casedb.model.changes import ChangeSet, Edit
from casedb.model.clip import clip_of
from casedb.model.custody import KEY, is_expunged, tombstone_in_words, tombstone_of
from casedb.model.geometry import Point
from casedb.model.handling import Deed, Fault
from casedb.model.records import Artifact, Attachment, Item
from casedb.model.values import Values
from casedb.parcel import pack, unpack
from casedb.past import Past
from casedb.report import describe
from casedb.store.copies import back_up
from casedb.store.home import Home
from casedb.verification import verify
from old_cases import make_case
from templates import Templates

OLD = Path(make_case.__file__).parent
CHANCE = random.Random(20240106)
PICTURE = b"\x89PNG\r\n\x1a\n" + CHANCE.randbytes(1_500_000)
OTHER = CHANCE.randbytes(300_000)
WINDOW = 24
"""Bytes in a row that would not come again by chance."""


def fill(path: Path) -> None:
    with Case.create(path, "Harbour", actor="tester") as case:
        photo = case.add("media", title="Photo")
        case.attach_bytes(photo, PICTURE, "pier.png")
        case.attach_bytes(photo, OTHER, "log.bin")
        case.place(photo)


@pytest.fixture
def case_path(tmp_path: Path, templates: Templates) -> Path:
    """A closed case with a photograph that has two files."""
    (tmp_path / "shelf").mkdir()
    return templates.copy(fill, tmp_path / "shelf" / "harbour.caseboard")


@pytest.fixture
def case(case_path: Path) -> Iterator[Case]:
    with Case.open(case_path, actor="registrar") as opened:
        yield opened


def photo_of(case: Case) -> Item:
    return next(each for each in case.contents.items.values() if each.title == "Photo")


def named(case: Case, name: str) -> Artifact:
    return next(each for each in case.contents.artifacts.values() if each.name == name)


def traces(path: Path, data: bytes) -> int:
    """How many stretches of some bytes lie anywhere in a file, in use or not."""
    raw = path.read_bytes()
    # What lies in a page that rows share is at most the first four kilobytes of a piece.
    last = max(1, len(data) - WINDOW)
    starts = {*range(0, min(last, 4_100), 200), *range(0, last, 200_003)}
    return sum(data[at : at + WINDOW] in raw for at in starts)


def test_the_bytes_go_and_a_tombstone_stays(case: Case, case_path: Path):
    picture = named(case, "pier.png")
    told = case.expunge(picture.id, "  the family withdrew its consent\n")
    kept = case.contents.artifacts[picture.id]
    tombstone = tombstone_of(kept)
    assert tombstone is not None and told.artifact == kept
    assert (tombstone.by, tombstone.reason) == ("registrar", "the family withdrew its consent")
    assert tombstone.at == told.entry.at or tombstone.at <= told.entry.at
    assert (kept.name, kept.size) == (picture.name, picture.size)
    assert len(case.contents.attachments_to(picture.id)) == 1, "attachments stay"
    with pytest.raises(ArtifactMissing, match=r"Expunged on .* by registrar: the family"):
        case.artifact_bytes(picture.id)
    with pytest.raises(ArtifactMissing, match="Expunged on"):
        list(case.artifact_pieces(picture.id))
    assert case.artifact_bytes(named(case, "log.bin").id) == OTHER
    assert told.entry.label == "Expunge file" and "beyond reach" in told.unreached[-1].lower()
    case.close()
    assert traces(case_path, PICTURE) == 0 and traces(case_path, OTHER) > 0
    assert [each.name for each in case_path.parent.iterdir()] == [case_path.name]


def test_verifying_takes_an_expunged_artifact_for_sound(case: Case, case_path: Path):
    case.expunge(named(case, "pier.png").id, "court order")
    case.close()
    report = verify(case_path)
    assert report.findings == () and (report.artifacts, report.expunged) == (1, 1)
    assert report.bytes == len(OTHER) and "is sound" in describe(report, case_path)
    with Case.open(case_path) as again:
        assert again.losses == () and is_expunged(named(again, "pier.png"))


def test_verifying_finds_bytes_that_were_put_back_and_a_tombstone_that_was_forged(
    case: Case, case_path: Path
):
    gone, other = named(case, "pier.png").id, named(case, "log.bin").id
    case.expunge(gone, "court order")
    case.close()
    link = sqlite3.connect(case_path, isolation_level=None)
    link.execute("INSERT INTO artifact_chunk VALUES (?, 0, ?)", (gone, PICTURE))
    link.close()
    (finding,) = verify(case_path).findings
    assert "though they were expunged" in finding.sentence and finding.record == gone
    link = sqlite3.connect(case_path, isolation_level=None)
    link.execute("DELETE FROM artifact_chunk")
    link.execute("UPDATE artifact SET fields = '{\"expunged\":{}}' WHERE id = ?", (other,))
    link.close()
    (finding,) = verify(case_path).findings
    assert "not what the journal says" in finding.sentence and finding.record == other


def test_no_page_of_the_file_holds_what_was_expunged(tmp_path: Path):
    """Small files share pages; where SQLite moves them about it leaves what it moved behind."""
    chance = random.Random(8)
    path = tmp_path / "harbour.caseboard"
    held: list[bytes] = []
    with Case.create(path, "Harbour") as case:
        note = case.add("note", title="n")
        with case.together("Attach 300 files"):
            for n in range(300):
                held.append(chance.randbytes(chance.choice((200, 1_500, 3_000, 9_000, 60_000))))
                case.attach_bytes(note, held[-1], f"{n}.bin")
    raw = path.read_bytes()
    left_behind = [data for data in held if raw.count(data[100 : 100 + WINDOW]) > 1]
    for data in (*left_behind[:5], held[-1]):
        with Case.open(path) as case:
            case.expunge(offer_bytes(data, "x").artifact.id, "by law")
        held.remove(data)
        assert traces(path, data) == 0
    assert all(traces(path, data) for data in held[::20])
    assert verify(path).findings == ()


@pytest.mark.parametrize(
    ("sha256", "reason", "why"),
    [
        ("pier.png", "law", "64 digits"),
        ("0" * 63, "law", "64 digits"),
        ("0" * 64, "law", "No file of this case has the SHA-256 000000000000…"),
        ("", "law", "64 digits"),
        ("own", " \n", "Say why"),
        ("own", "x" * 4_001, "4,000 characters at most"),
    ],
)
def test_what_cannot_be_expunged_is_refused_with_a_sentence(
    case: Case, sha256: str, reason: str, why: str
):
    before = case.journal.head
    name = named(case, "pier.png").id if sha256 == "own" else sha256
    with pytest.raises(InvalidChange, match=why):
        case.expunge(name, reason)
    assert case.journal.head == before
    assert case.artifact_bytes(named(case, "pier.png").id) == PICTURE


def test_capital_letters_name_the_same_file(case: Case):
    case.expunge(named(case, "pier.png").id.upper(), "law")
    assert is_expunged(named(case, "pier.png"))


def test_it_is_expunged_once(case: Case):
    case.expunge(named(case, "pier.png").id, "law")
    with pytest.raises(InvalidChange, match=r"was expunged already, on .* by registrar"):
        case.expunge(named(case, "pier.png").id, "again")


def test_a_case_that_is_only_read_is_left_alone(case_path: Path):
    with Case.open(case_path, read_only=True) as case:
        with pytest.raises(ReadOnlyCase):
            case.expunge(named(case, "pier.png").id, "law")
        assert case.artifact_bytes(named(case, "pier.png").id) == PICTURE


# -- undo and redo -------------------------------------------------------------------------------


def test_no_undo_takes_it_back_and_what_was_done_before_can_still_be_undone(case: Case):
    photo, picture = photo_of(case), named(case, "pier.png")
    case.set(photo, summary="a pier")
    case.expunge(picture.id, "law")
    step = case.undo_step
    assert step is not None and step.label == "Edit fields", "the entry that expunges is no step"
    case.undo()
    assert photo_of(case).values.text("summary") == ""
    assert is_expunged(named(case, "pier.png"))
    case.redo()
    assert photo_of(case).values.text("summary") == "a pier"


def test_undoing_the_intake_keeps_the_tombstone_and_redoing_it_brings_no_bytes(
    case: Case, case_path: Path
):
    picture = named(case, "pier.png")
    case.expunge(picture.id, "law")
    while case.undo_step is not None:
        case.undo()
    assert list(case.contents.artifacts) == [picture.id], "the other file went with its intake"
    assert is_expunged(case.contents.artifacts[picture.id])
    assert not case.contents.attachments_to(picture.id)
    while case.redo_step is not None:
        case.redo()
    assert is_expunged(case.contents.artifacts[picture.id])
    assert case.contents.attachments_to(picture.id)
    assert case.artifact_bytes(named(case, "log.bin").id) == OTHER
    case.close()
    assert verify(case_path).findings == () and traces(case_path, PICTURE) == 0


def test_undoing_what_was_noted_of_the_file_leaves_the_tombstone(case: Case):
    picture = named(case, "pier.png")
    case.run(items.set_values(picture, {"tool": "camera"}, "Edit fields"))
    case.expunge(picture.id, "law")
    case.undo()
    record = case.contents.artifacts[picture.id]
    assert is_expunged(record) and record.values.text("tool") == ""


def test_bytes_whose_record_was_undone_are_expunged_too(case: Case, case_path: Path):
    data = CHANCE.randbytes(50_000)
    case.attach_bytes(photo_of(case), data, "withdrawn.bin")
    name = named(case, "withdrawn.bin").id
    case.undo()
    assert name not in case.contents.artifacts
    case.expunge(name, "law")
    assert case.contents.artifacts[name].name == "withdrawn.bin" and case.redo_step is None
    case.close()
    assert traces(case_path, data) == 0 and verify(case_path).findings == ()


def test_no_other_change_sets_a_tombstone_up_or_takes_it_away(case: Case):
    picture, other = named(case, "pier.png"), named(case, "log.bin")
    case.expunge(picture.id, "law")
    there = case.contents.artifacts[picture.id]
    forged = Artifact(other.id, other.size, other.media_type, other.name, there.values)
    for edit in (Edit(there, picture), Edit(there, None), Edit(other, forged)):
        with pytest.raises(InvalidChange, match="expunged stays noted for good"):
            case.run(ChangeSet("Edit fields", (edit,)))
    case.run(items.set_values(there, {"tool": "camera"}, "Edit fields"))
    assert is_expunged(case.contents.artifacts[picture.id])


def test_the_same_bytes_do_not_come_in_again(case: Case, case_path: Path):
    case.expunge(named(case, "pier.png").id, "law")
    note = case.add("note", title="once more")
    brought = case.attach_bytes(note, PICTURE, "other name.png")
    assert is_expunged(brought) and brought.name == "pier.png"
    case.close()
    assert traces(case_path, PICTURE) == 0 and verify(case_path).findings == ()


# -- copies --------------------------------------------------------------------------------------


def test_a_copy_has_the_tombstone_and_not_the_bytes(case: Case, tmp_path: Path):
    case.expunge(named(case, "pier.png").id, "law")
    copy = tmp_path / "copy.caseboard"
    case.save_copy(copy)
    assert traces(copy, PICTURE) == 0 and traces(copy, OTHER) > 0
    assert verify(copy).findings == () and verify(copy).expunged == 1


def test_a_rescued_copy_keeps_the_tombstone_and_takes_no_bytes_over(
    case: Case, case_path: Path, tmp_path: Path
):
    gone = named(case, "pier.png").id
    case.expunge(gone, "law")
    case.close()
    link = sqlite3.connect(case_path, isolation_level=None)
    link.execute("INSERT INTO artifact_chunk VALUES (?, 0, ?)", (gone, PICTURE[:90_000]))
    link.execute("UPDATE item SET fields = '{torn}'")
    link.close()
    rescued = tmp_path / "rescued.caseboard"
    with Case.open(case_path) as damaged:
        assert damaged.losses
        damaged.save_copy(rescued)
    assert traces(rescued, PICTURE[:90_000]) == 0
    assert verify(rescued).findings == ()
    with Case.open(rescued) as again:
        assert is_expunged(named(again, "pier.png")) and again.contents.attachments_to(gone)


def test_a_parcel_takes_the_tombstone_into_another_case(case: Case, tmp_path: Path):
    case.expunge(named(case, "pier.png").id, "law")
    board = case.contents.boards[0].id
    clip = clip_of(case.contents, [each.id for each in case.contents.cards_on(board)])
    parcel = unpack(pack(clip, case.artifact_bytes))
    with Case.create(tmp_path / "other.caseboard", "Other") as other:
        where = other.contents.boards[0].id
        pasted = pasting.paste(
            other.contents, other.new_id, parcel.clip, where, Point(0, 0), parcel.bytes_of
        )
        other.run(pasted.change, parcel.bytes_of)
        assert pasted.missing == () and is_expunged(named(other, "pier.png"))
        assert len(list(other.contents.all(Attachment))) == 2
        assert other.artifact_bytes(named(other, "log.bin").id) == OTHER
    assert verify(tmp_path / "other.caseboard").findings == ()


def test_the_document_of_a_case_says_that_it_was_expunged(case: Case, tmp_path: Path):
    case.expunge(named(case, "pier.png").id, "court order 17")
    case.write_json(tmp_path / "case.json")
    assert "court order 17" in (tmp_path / "case.json").read_text(encoding="utf-8")


def test_the_backups_of_the_case_lose_the_bytes_as_well(case: Case, case_path: Path):
    picture = named(case, "pier.png").id
    case.close()
    kept = back_up(case_path, Home.of_user(), "2024-01-05T00:00:00Z")
    assert traces(kept, PICTURE) > 0
    with Case.open(case_path) as opened:
        told = opened.expunge(picture, "law")
    assert told.backups == (kept,) and len(told.unreached) == 1
    assert traces(kept, PICTURE) == 0 and traces(kept, OTHER) > 0
    with Case.open(kept) as backup:
        assert backup.losses == () and backup.artifact_bytes(named(backup, "log.bin").id) == OTHER


def test_a_backup_that_cannot_be_reached_is_named(case: Case, case_path: Path):
    picture = named(case, "pier.png").id
    case.close()
    broken = back_up(case_path, Home.of_user(), "2024-01-04T00:00:00Z")
    broken.write_bytes(b"no case any more")
    read = back_up(case_path, Home.of_user(), "2024-01-05T00:00:00Z")
    with Case.open(read, read_only=True), Case.open(case_path) as opened:
        told = opened.expunge(picture, "law")
        assert is_expunged(opened.contents.artifacts[picture]), "the case itself need not wait"
    assert told.backups == () and len(told.unreached) == 3
    assert any(broken.name in each for each in told.unreached)
    assert any(read.name in each and "it is open" in each for each in told.unreached)


def test_what_a_killed_program_left_beside_the_case_goes(case: Case, case_path: Path):
    left = case_path.with_name(f".{case_path.name}.0123abcd.part")
    shutil.copyfile(case_path, left)
    shutil.copyfile(case_path, left.with_name(f"{left.name}-journal"))
    case_path.with_name("mine.part").write_bytes(PICTURE)
    case_path.with_name(f".{case_path.name}.mine.part").write_bytes(PICTURE)
    case.expunge(named(case, "pier.png").id, "law")
    left_over = {each.name for each in case_path.parent.iterdir()} - {case_path.name}
    assert {f".{case_path.name}.mine.part", "mine.part"} <= left_over
    assert left.name not in left_over and f"{left.name}-journal" not in left_over


def test_a_private_copy_that_is_being_read_is_told_of(case: Case):
    folder = Home.of_user().copies / "somebody"
    folder.mkdir()
    from casedb.store.private_copy import PrivateFolder

    with PrivateFolder(Home.of_user()) as held:
        assert not folder.exists(), "what nobody holds goes"
        told = case.expunge(named(case, "pier.png").id, "law")
        assert held.exists()
    assert any("private copy" in each for each in told.unreached)


def test_the_tombstone_is_said_with_and_without_a_name(case: Case):
    case.actor = ""
    case.expunge(named(case, "pier.png").id, "law")
    tombstone = tombstone_of(named(case, "pier.png"))
    assert tombstone is not None
    assert tombstone_in_words(tombstone) == f"Expunged on {tombstone.at[:10]}: law"
    assert KEY in named(case, "pier.png").values


def test_a_card_says_that_its_file_was_expunged_and_shows_the_next_picture(case: Case):
    photo = photo_of(case)
    assert face(case.contents, photo).picture == named(case, "pier.png").id
    case.expunge(named(case, "pier.png").id, "law")
    shown = face(case.contents, photo)
    assert (shown.picture, shown.warning, shown.files) == ("", "1 file expunged", 2)
    next_picture = case.attach_bytes(photo, b"\x89PNG\r\n\x1a\n again", "again.png")
    assert face(case.contents, photo).picture == next_picture.id


def test_a_backup_of_an_older_format_loses_the_bytes_too(tmp_path: Path):
    path = tmp_path / "old.caseboard"
    path.write_bytes(gzip.decompress((OLD / "format_1.caseboard.gz").read_bytes()))
    with Case.open(path) as case:
        artifact = max(case.contents.artifacts.values(), key=lambda each: each.size)
        data = case.artifact_bytes(artifact.id)
        told = case.expunge(artifact.id, "law")
    (backup,) = told.backups
    assert data not in path.read_bytes() and data not in backup.read_bytes()
    assert verify(path).findings == ()


# -- what the bytes said of themselves -----------------------------------------------------------

SAYS = {"format": "JPEG", "tags": [["EXIF", "GPSLatitude", "50.4501 Kyiv-secret"]]}


def with_metadata(path: Path) -> str:
    """A case with a picture that says where it was taken; the picture's SHA-256."""
    with Case.create(path, "Harbour", actor="tester") as case:
        offer = offer_bytes(PICTURE, "pier.png")
        known = replace(offer.artifact, values=Values({"metadata": SAYS, "tool": "phone"}))
        photo = case.add("media", title="Photo")
        case.attach_offer(photo, replace(offer, artifact=known))
        case.set(photo, summary="Taken at 50.45, as the file says")
        return known.id


def test_what_the_bytes_said_of_themselves_goes_with_them_also_from_the_journal(tmp_path: Path):
    path = tmp_path / "harbour.caseboard"
    sha256 = with_metadata(path)
    with Case.open(path, actor="registrar") as case:
        assert metadata_of(case.contents.artifacts[sha256]) == SAYS
        case.expunge(sha256, "law")
        kept = case.contents.artifacts[sha256]
        assert "metadata" not in kept.values and kept.values.text("tool") == "phone"
        assert photo_of(case).values.text("summary").startswith("Taken at 50.45"), (
            "a person's words"
        )
        told = [each.deed for each in case.custody.events_of(sha256)]
        assert told == [Deed.ACQUIRED, Deed.HASHED, Deed.EXPUNGED]
    assert b"Kyiv-secret" not in path.read_bytes()
    assert verify(path).findings == ()
    with Case.open(path) as case:
        past = Past(case.journal, case.contents)
        past.go(case.journal.length - 1)
        assert metadata_of(past.contents.artifacts[sha256]) is None, "not in the past either"
        while case.undo_step is not None:
            case.undo()
        while case.redo_step is not None:
            case.redo()
        assert metadata_of(case.contents.artifacts[sha256]) is None
    assert verify(path).findings == () and b"Kyiv-secret" not in path.read_bytes()


def test_values_that_were_changed_in_the_journal_are_still_found(tmp_path: Path):
    path = tmp_path / "harbour.caseboard"
    sha256 = with_metadata(path)
    link = sqlite3.connect(path, isolation_level=None)
    link.execute(
        "UPDATE journal_edit SET after = replace(after, 'Kyiv', 'Lviv') WHERE id = ?", (sha256,)
    )
    link.close()
    assert "is not what its hash says" in verify(path).findings[0].sentence


def test_progress_is_told_and_can_end_it_with_nothing_lost(case: Case, case_path: Path):
    picture, seen = named(case, "pier.png"), list[tuple[int, int]]()

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        raise Stopped("enough")

    head = case.journal.head
    with pytest.raises(Stopped):
        case.expunge(picture.id, "law", stop)
    assert case.artifact_bytes(picture.id) == PICTURE and case.journal.head == head
    assert verify(case_path).sound
    seen.clear()
    case.expunge(picture.id, "law", lambda done, total: seen.append((done, total)))
    assert seen[-1] == (2 * len(OTHER), 2 * len(OTHER)) and seen == sorted(seen)
    assert case.artifact_bytes(named(case, "log.bin").id) == OTHER


def test_a_file_that_was_expunged_is_rejected_when_it_comes_again(
    case: Case, tmp_path: Path, cage: Cage
) -> None:
    note = case.add("note", title="a")
    path = tmp_path / "log.txt"
    path.write_text("The ship sailed.", encoding="utf-8")
    artifact = case.attach(note, path)
    case.expunge(artifact.id, "law")
    (row,) = deliver(case, [path], cage)
    assert (row.outcome, row.item) == ("rejected", note.id) and "law" in row.reason


def test_what_had_failed_and_is_expunged_marks_no_card_any_more(case: Case) -> None:
    artifact = case.attach_bytes(case.add("note", title="a"), b"bytes", "log.txt")
    journal = case.journal
    case.custody.note_check(journal.length, journal.head, {artifact.id: Fault.CHANGED})
    assert case.contents.failed == {artifact.id}
    case.expunge(artifact.id, "law")
    assert case.contents.failed == frozenset()

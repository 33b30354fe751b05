"""Deliveries: each file has its line, none comes twice, and what is stopped has never begun."""

from __future__ import annotations

import io
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from casedb import Case
from casedb.custody_log import note_report
from casedb.delivery import Standing, deliver
from casedb.delivery_report import Row
from casedb.errors import CaseError, Stopped
from casedb.intake.cage.cage import Cage
from casedb.intake.examination import metadata_of
from casedb.store.home import Home
from casedb.verification import verify


@pytest.fixture
def case(tmp_path: Path, home: Home) -> Iterator[Case]:
    with Case.create(tmp_path / "harbour.caseboard", "Harbour", home=home) as made:
        yield made


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with a picture, a text, a folder in it, and what systems leave behind."""
    folder = tmp_path / "shelf"
    (folder / "inner").mkdir(parents=True)
    (folder / "a.txt").write_text("The ship sailed.", encoding="utf-8")
    (folder / "inner" / "pier.jpg").write_bytes(photo())
    (folder / "inner" / "same.txt").write_text("The ship sailed.", encoding="utf-8")
    (folder / ".DS_Store").write_bytes(b"x")
    return folder


def photo(model: str = "KH-11") -> bytes:
    exif = Image.Exif()
    exif[0x0110] = model
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(out, "JPEG", exif=exif)
    return out.getvalue()


def outcomes(rows: list[Row]) -> dict[str, str]:
    return {Path(row.file).name: row.outcome for row in rows}


def test_folders_are_gone_through_and_each_file_has_a_line(
    case: Case, shelf: Path, cage: Cage
) -> None:
    rows = deliver(case, [shelf], cage)
    assert [Path(row.file).name for row in rows] == [".DS_Store", "a.txt", "pier.jpg", "same.txt"]
    assert outcomes(rows) == {
        ".DS_Store": "rejected",
        "a.txt": "taken",
        "pier.jpg": "taken",
        "same.txt": "same as",
    }
    assert len(case.contents.artifacts) == len(case.contents.items) == 2
    _, text, picture, same = rows
    assert same.item == text.item and same.artifact == text.artifact
    assert case.contents.items[picture.item].kind == "media"
    assert case.artifact_bytes(picture.artifact) == photo()
    facts = metadata_of(case.contents.artifacts[picture.artifact])
    assert facts is not None and facts["tags"] == [["Image", "Model", "KH-11"]]


def test_a_delivery_is_one_step_and_comes_once(case: Case, shelf: Path, cage: Cage) -> None:
    before = case.journal.length
    deliver(case, [shelf], cage)
    assert case.journal.length == before + 1
    again = deliver(case, [shelf], cage)
    assert case.journal.length == before + 1
    assert set(outcomes(again).values()) == {"same as", "rejected"}
    assert all(row.item for row in again if row.outcome == "same as")
    case.undo()
    assert not case.contents.items


@pytest.mark.parametrize("after", [1, 4, 5, 6])
def test_what_is_stopped_has_never_begun(case: Case, shelf: Path, cage: Cage, after: int) -> None:
    before, said = case.journal.head, 0

    def stop(standing: Standing) -> None:
        nonlocal said
        said += 1
        if said > after:
            raise Stopped

    with pytest.raises(Stopped):
        deliver(case, [shelf], cage, stop)
    assert case.journal.head == before
    assert not case.contents.items and not case.contents.artifacts
    assert outcomes(deliver(case, [shelf], cage))["a.txt"] == "taken"
    path = case.path
    case.close()
    assert verify(path).findings == ()


def test_progress_runs_from_nothing_to_all(case: Case, shelf: Path, cage: Cage) -> None:
    told: list[Standing] = []
    deliver(case, [shelf], cage, told.append)
    found = [each for each in told if not each.whole]
    assert [each.done for each in found] == [0, 1, 2, 3]
    counted = [(each.whole, each.done, each.size) for each in told if each.whole]
    looked = [each for each in counted if each[0] == 4]
    stored = [each for each in counted if each[0] == 2]
    assert counted == [*looked, *stored]
    # What is there already is not read again.
    assert looked[0] == (4, 0, 0) and looked == sorted(looked) and looked[-1][1] == 4
    assert stored[0] == (2, 0, 0) and stored == sorted(stored) and stored[-1][1] == 2
    assert {each.name for each in told} >= {"a.txt", "pier.jpg"}


def test_a_file_that_changes_meanwhile_stays_away_alone(
    case: Case, shelf: Path, cage: Cage
) -> None:
    def meddle(standing: Standing) -> None:
        if (standing.whole, standing.done) == (2, 0):
            (shelf / "a.txt").write_text("The ship did not sail.", encoding="utf-8")

    rows = deliver(case, [shelf], cage, meddle)
    assert outcomes(rows)["a.txt"] == "rejected"
    assert "changed or vanished" in rows[1].reason
    # Whose bytes are the same as its own were has not changed itself.
    assert outcomes(rows)["same.txt"] == outcomes(rows)["pier.jpg"] == "taken"


def test_a_file_that_vanishes_meanwhile_stays_away_alone(
    case: Case, shelf: Path, cage: Cage
) -> None:
    def meddle(standing: Standing) -> None:
        if (standing.whole, standing.done) == (2, 0):
            (shelf / "inner" / "pier.jpg").unlink(missing_ok=True)

    assert outcomes(deliver(case, [shelf], cage, meddle)) == {
        ".DS_Store": "rejected",
        "a.txt": "taken",
        "pier.jpg": "rejected",
        "same.txt": "same as",
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows has other names and few links")
def test_names_and_places_that_are_meant_to_hurt(case: Case, tmp_path: Path, cage: Cage) -> None:
    folder, secret = tmp_path / "in", tmp_path / "secret.txt"
    folder.mkdir()
    secret.write_text("not for you", encoding="utf-8")
    (folder / "out").symlink_to(secret)
    (folder / "up").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe")
    (folder / "two\nlines.txt").write_text("1", encoding="utf-8")
    (folder / "\u202egnp.exe.txt").write_text("2", encoding="utf-8")
    (folder / ("x" * 250)).write_text("3", encoding="utf-8")
    rows = deliver(case, [folder, Path("no\0body"), tmp_path / "nothing", case.path], cage)
    told = outcomes(rows)
    rejected = {name for name, outcome in told.items() if outcome == "rejected"}
    assert rejected == {"out", "up", "pipe", "no\0body", "nothing", case.path.name}
    names = sorted(each.name for each in case.contents.artifacts.values())
    assert names == ["gnp.exe.txt", "twolines.txt", "x" * 200]
    assert all(row.reason.endswith(".") for row in rows if row.outcome == "rejected")


def test_a_picture_that_is_none_comes_in_and_is_told_of(
    case: Case, tmp_path: Path, cage: Cage
) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\nbroken")
    (row,) = deliver(case, [path], cage)
    assert row.outcome == "taken" and "damaged" in row.reason


def test_a_case_for_reading_takes_in_nothing(tmp_path: Path, shelf: Path, home: Home, cage: Cage):
    path = tmp_path / "other.caseboard"
    Case.create(path, home=home).close()
    with Case.open(path, read_only=True, home=home) as case, pytest.raises(CaseError):
        deliver(case, [shelf], cage)


def test_a_record_of_a_scene_is_delivered_as_a_satellite_image(
    case: Case, tmp_path: Path, cage: Cage
) -> None:
    text = (
        '{"type": "Feature", "stac_version": "1.0.0", "id": "scene-1", "properties": '
        '{"datetime": "2022-03-19T09:08:31Z", "gsd": 0.5, "view:sun_azimuth": 500}}'
    )
    (tmp_path / "scene.json").write_text(text, encoding="utf-8")
    (tmp_path / "broken.json").write_text('{"stac_version": ', encoding="utf-8")
    scene, broken = deliver(case, [tmp_path / "scene.json", tmp_path / "broken.json"], cage)
    item = case.contents.items[scene.item]
    assert (item.kind, item.title, item.values["gsd"]) == ("satellite_image", "scene-1", 0.5)
    assert "“view:sun_azimuth” was left out." in scene.reason
    assert "does not say where" in scene.reason
    assert case.contents.items[broken.item].kind == "document"
    assert (broken.outcome, "broken in line 1" in broken.reason) == ("taken", True)


def test_the_original_of_a_damaged_file_puts_its_bytes_back(
    case: Case, shelf: Path, cage: Cage
) -> None:
    (row,) = deliver(case, [shelf / "a.txt"], cage)
    case.close()
    link = sqlite3.connect(case.path, isolation_level=None)
    link.execute("UPDATE artifact_chunk SET bytes = x'00'")
    link.close()
    with Case.open(case.path) as damaged:
        note_report(damaged.custody, verify(damaged.path))
        assert damaged.contents.failed
        (again,) = deliver(damaged, [shelf / "a.txt"], cage)
        assert again.outcome == "same as" and "took their place" in again.reason
        assert again.item == row.item and not damaged.contents.failed
        assert damaged.artifact_bytes(row.artifact) == b"The ship sailed."
        (once_more,) = deliver(damaged, [shelf / "a.txt"], cage)
        assert "took their place" not in once_more.reason


# -- stills ----------------------------------------------------------------------------------

VIDEO = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp42"


def test_a_picture_of_the_same_name_leads_the_video(case: Case, tmp_path: Path, cage: Cage) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "clip.mp4").write_bytes(VIDEO)
    (folder / "Clip.JPG").write_bytes(photo())
    (folder / "clip.txt").write_text("What is said in it", encoding="utf-8")
    rows = {Path(row.file).name: row for row in deliver(case, [folder], cage)}
    video, still, text = rows["clip.mp4"], rows["Clip.JPG"], rows["clip.txt"]
    assert video.item == still.item != text.item
    item = case.contents.items[video.item]
    assert (item.kind, item.title, item.values["medium"]) == ("media", "clip", "video")
    held = [each.artifact for each in case.contents.attachments_of(item.id)]
    assert held == [still.artifact, video.artifact]
    assert video.reason == "“Clip.JPG” is shown as its still, as both have the same name."
    assert still.reason == "It is with “clip.mp4”, as its still: both have the same name."
    assert {video.outcome, still.outcome} == {"taken"}
    again = {Path(row.file).name: row for row in deliver(case, [folder], cage)}
    assert {row.outcome for row in again.values()} == {"same as"}
    assert again["Clip.JPG"].item == again["clip.mp4"].item == item.id
    case.undo()
    assert not case.contents.items and not case.contents.artifacts


@pytest.mark.parametrize(
    "names",
    [
        ("clip.mp4", "clip.jpg", "clip.png"),
        ("clip.mp4", "clip.mov", "clip.jpg"),
        ("clip.mp4", "clip 2.jpg"),
        ("a/clip.mp4", "b/clip.jpg"),
        ("clip.jpg", "clip.png"),
    ],
)
def test_a_name_that_leaves_a_choice_pairs_nothing(
    case: Case, tmp_path: Path, cage: Cage, names: tuple[str, ...]
) -> None:
    for n, name in enumerate(names):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        is_video = path.suffix in (".mp4", ".mov")
        path.write_bytes(VIDEO + b"%d" % n if is_video else photo(f"Model {n}"))
    rows = deliver(case, [tmp_path / "in"], cage)
    assert len({row.item for row in rows}) == len(names)


def test_a_picture_that_is_in_the_case_already_stays_with_its_item(
    case: Case, tmp_path: Path, cage: Cage
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "clip.jpg").write_bytes(photo())
    deliver(case, [folder], cage)
    (folder / "clip.mp4").write_bytes(VIDEO)
    still, video = sorted(deliver(case, [folder], cage), key=lambda row: row.file)
    assert (still.outcome, video.outcome) == ("same as", "taken") and still.item != video.item


def test_a_photo_that_is_cut_short_is_told_as_a_remark(
    case: Case, tmp_path: Path, cage: Cage
) -> None:
    out = io.BytesIO()
    Image.effect_noise((300, 200), 80).convert("RGB").save(out, "JPEG", quality=95)
    data = out.getvalue()
    (tmp_path / "cut.jpg").write_bytes(data[: len(data) // 2])
    (row,) = deliver(case, [tmp_path / "cut.jpg"], cage)
    assert row.outcome == "taken" and "cut short" in row.reason
    assert case.artifact_bytes(row.artifact) == data[: len(data) // 2]


def test_an_impossible_position_is_told_and_its_raw_values_are_kept(
    case: Case, tmp_path: Path, cage: Cage
) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (95, 0, 0), 3: "E", 4: (400, 0, 0)})
    Image.new("RGB", (40, 20), "red").save(tmp_path / "gps.jpg", exif=exif)
    (row,) = deliver(case, [tmp_path / "gps.jpg"], cage)
    assert row.outcome == "taken" and row.is_of("told")
    assert row.reason.count("impossible") == 1 and "95/1 0/1 0/1, 400/1 0/1 0/1" in row.reason
    facts = metadata_of(case.contents.artifacts[row.artifact])
    assert facts is not None
    tags = facts["tags"]
    assert isinstance(tags, list) and ["GPS", "GPSLatitude", "95/1 0/1 0/1"] in tags

"""Makes a small case with one of everything, the same at every run: ids and times are counted.

    python tests/old_cases/make_case.py FORMAT

writes `format_N.caseboard.gz` and `format_N.json` beside this script, where N is the format of the
checkout it runs in; it refuses when that is not FORMAT. What is committed here was made that way by
the last version of that format, and is never made again: old files must go on opening.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
from collections.abc import Collection, Generator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from unittest.mock import patch

from casedb import Case
from casedb.commands import (
    annotations,
    boards,
    cards,
    folding,
    items,
    links,
    removal,
    scales,
    snapshots,
    views,
)
from casedb.ids import Mint
from casedb.intake.reading import FileWords
from casedb.model.assessments import SCHEME_OF, VerdictBody
from casedb.model.changes import ChangeSet, Edit
from casedb.model.fields import AnyField, Choice, Choices, Flag, Number, Table, Tags
from casedb.model.file_words import Outcome, Reading
from casedb.model.geometry import Point, Rect
from casedb.model.kinds import KINDS
from casedb.model.link_types import LINK_TYPES
from casedb.model.marks import Form, Mark
from casedb.model.records import Board, CanvasRest, Item, Redaction, Ref, Source
from casedb.model.reference_fields import BoardRef, ItemRefs, SourceRef, SourceRefs
from casedb.model.schemes import grades_of
from casedb.model.values import Values
from casedb.model.when_and_where import Places, Times, When, Where
from casedb.store.formats import CURRENT_FORMAT
from casedb.store.home import Home

HERE = Path(__file__).parent
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
LATER: tuple[str, ...] = ()
"""Fields, and columns of tables, that came after the case of the present format was made: they need no other format."""
SCRIPTS = "Ракета · 미사일 · 導彈 · صاروخ · טיל · ขีปนาวุธ · na\u00efve · nai\u0308ve"


@contextmanager
def counted() -> Generator[None]:
    """Count ids and times instead of taking them from chance and the clock."""
    ids, moments = count(1), count()

    def new_id(_: Mint) -> str:
        return f"018c8000-0000-7000-8000-{next(ids):012x}"

    def now() -> str:
        moment = next(moments)
        return f"2024-01-0{1 + moment // 86400}T{moment // 3600:02d}:{moment // 60 % 60:02d}:{moment % 60:02d}.000Z"

    with (
        patch.object(Mint, "__call__", new_id),
        patch("casedb.case.utc_now", now),
        patch("casedb.writing.utc_now", now),
        patch("casedb.scripting.utc_now", now),
    ):
        yield


def sample(
    field: AnyField,
    source: Source,
    others: list[Item],
    board: Board,
    without: Collection[str] = (),
) -> object:
    """Something that a field can hold; of a table, without some of its columns."""
    match field:
        case When():
            return "autumn 2023"
        case Where():
            return "38.25, 130.5"
        case Choice():
            return field.options[-1].value
        case Choices():
            return [option.value for option in field.options]
        case Number():
            return 12.5
        case Flag():
            return True
        case SourceRef():
            return source
        case BoardRef():
            return board
        case SourceRefs():
            return [source]
        case ItemRefs():
            return [other for other in others if not field.kinds or other.kind in field.kinds]
        case Tags():
            return ["two words", "Київ"]
        case Times():
            return {"published": "2023-10-01", "first_seen": "2023?"}
        case Places():
            return {"shown": "Najin", "created": "42.2, 130.3"}
        case Table():
            row = {
                column.name: sample(column, source, others, board)
                for column in field.columns
                if f"{field.name}.{column.name}" not in without
            }
            return [row, {field.columns[0].name: "second"}]
        case _:
            return f"{field.label}: {SCRIPTS}"


def fill(case: Case, without: Collection[str] = ()) -> None:
    """Put one of everything into a case, then undo, redo and delete some of it."""
    ministry = case.add_source("Ministry", source_type="body", interest="party", country="Russia")
    agency = case.add_source("Agency “News”", owner=ministry, url="https://example.org/")
    made: dict[str, Item] = {}
    board = case.contents.boards[0]
    for kind in KINDS.values():
        told = {
            field.name: sample(field, agency, list(made.values()), board, without)
            for field in kind.stored_fields()
            if field.name not in without and f"{kind.name}.{field.name}" not in without
        }
        told["exhibit"] = None
        made[kind.name] = case.add(kind.name, **told)
    case.set(made["satellite_image"], compared_with=[made["media"]])
    second = {
        name: case.add(name, title=f"Second {name}") for name in ("claim", "official_statement")
    }
    bare = case.add("note")
    claim, statement = made["claim"], made["official_statement"]
    actor = case.add_element(claim, "actor", "The ministry", required=True)
    case.add_element(claim, "place", "Najin")

    drawn = case.link(made["media"], "supports", actor, strength="weak", directness="direct")
    case.link(bare, "undercuts", drawn, rationale="The picture is older.")
    _draw_every_type(case, [*made.values(), *second.values()])

    for number, item in enumerate([*made.values(), *second.values()]):
        case.place(item, x=360.0 * (number % 4), y=280.0 * (number // 4))
    other = case.add_board("Second board")
    case.place(claim, other, 1.5, -2.25)
    beside = Rect(400, 0, 260, 120)
    case.run(boards.place_board(case.contents, case.new_id, board.id, other.id, beside))
    frame = Rect(-40, -40, 800, 600)
    case.run(cards.add_frame(case.contents, case.new_id, board.id, frame, "Imagery"))
    empty = Rect(2000, 0, 300, 200)
    case.run(cards.add_frame(case.contents, case.new_id, board.id, empty, "Empty"))
    moments = "2023-09-07", "2024-01-02T03:04:05Z"
    for each in case.contents.frames:
        case.run(scales.set_scale(case.contents, case.new_id, each, *moments))
    case.run(folding.fold(case.contents, case.new_id, list(case.contents.frames)))
    bends = [Point(10.5, 20), Point(30, 40)]
    case.run(links.set_route(case.contents, case.new_id, board.id, drawn.id, bends))

    shown = {"filter": {"kinds": ["claim"]}, "mode": "fade", "x": 10, "y": -2.5, "zoom": 0.5}
    for name in ("Claims", SCRIPTS):
        case.run(views.save_view(case.contents, case.new_id, board.id, name, shown))

    case.attach_bytes(made["satellite_image"], PICTURE, "scene.png", "The pier")
    case.attach_bytes(bare, b"", "empty.txt")
    told = case.attach_bytes(bare, f"{SCRIPTS}\nThe pier".encode(), "told.txt")
    words = FileWords(Reading(Outcome.TEXT, 2), ((1, SCRIPTS), (2, "The pier")))
    case.texts.keep(told.id, words)
    for sort, scheme in SCHEME_OF.items():
        subject = agency if sort == "reliability" else claim if sort == "verdict" else statement
        grade = grades_of(case.contents.schemes[scheme])[0].value
        body = VerdictBody("Two origins agree.", reviewer="Second reader").to_values()
        told = body if sort == "verdict" else None
        case.assess(subject, sort, grade, claim=claim if subject is statement else None, body=told)

    scene = case.contents.attachments_of(made["satellite_image"].id)[0].artifact
    drawn_box = Mark(Form.BOX, ((0.25, 0.125), (0.5, 0.75)))
    case.run(annotations.annotate(case.contents, case.new_id, scene, drawn_box, SCRIPTS, "sat"))
    page = Mark(Form.POINT, ((0.5, 0.5),), page=3)
    case.run(annotations.annotate(case.contents, case.new_id, scene, page))
    shown_by = case.link(made["satellite_image"], "supports", claim, strength="strong")
    marked = next(iter(case.contents.annotations))
    case.run(
        annotations.anchor_link(case.contents, shown_by.id, at_start=True, annotation_id=marked)
    )

    case.set(claim, notes="first wording")
    case.set(claim, notes="second wording")
    case.undo()
    case.set(bare, title="Bare", language="")
    case.undo()
    case.redo()
    gone = case.add("note", title="Deleted and kept in the journal")
    case.run(removal.delete_items(case.contents, [gone.id]))
    with case.together("Two at once"):
        case.run(
            items.set_values(
                case.contents.items[bare.id], {"unknown_field": [1, {"a": 0.5}]}, "Edit fields"
            )
        )
        case.run(cards.rename_board(case.contents, other.id, "Other board"))
    case.set(bare, title="Undone")
    case.undo()

    head = case.journal.length, case.journal.head
    taken = {"board": board.id, "note": SCRIPTS, "by": "Tester", "at": "2024-01-05T00:00:00Z"}
    case.run(snapshots.take_snapshot(case.contents, case.new_id, "Before review", head, taken))
    rest = {"nodes": {"4a5b6c7d8e9f0a1b": {"styleAttributes": {"border": "dashed"}}}}
    outside = (
        Redaction(case.new_id(), "For partners", Values({"fields": ["notes"]})),
        CanvasRest(case.new_id(), board.id, Values(rest)),
    )
    case.run(ChangeSet("Import canvas", tuple(Edit(None, each) for each in outside)))


def _draw_every_type(case: Case, among: list[Item]) -> None:
    for name in LINK_TYPES:
        if name == "undercuts":
            continue
        start, end = next(
            (start, end)
            for start in among
            for end in among
            if start is not end
            and name
            in {
                each.name
                for each in links.types_for(case.contents, Ref.item(start.id), Ref.item(end.id))
            }
        )
        case.link(start, name, end, label=name, certainty="tentative")


def make_case(path: Path, home: Home, without: Collection[str] = ()) -> None:
    """Write the case; fields of the names in `without` are left empty."""
    with counted(), Case.create(path, "One of everything", actor="Tester", home=home) as case:
        fill(case, without)


def main() -> None:
    """Write the case and what it says beside this script."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("format", type=int)
    if parser.parse_args().format != CURRENT_FORMAT:
        parser.error(f"this checkout writes format {CURRENT_FORMAT}")
    with tempfile.TemporaryDirectory() as folder:
        path, home = Path(folder) / "case.caseboard", Home(Path(folder) / "home")
        make_case(path, home)
        with Case.open(path, home=home) as case:
            case.save_copy(Path(folder) / "compact.caseboard")
            case.write_json(HERE / f"format_{CURRENT_FORMAT}.json")
        data = (Path(folder) / "compact.caseboard").read_bytes()
    packed = gzip.compress(data, mtime=0)
    (HERE / f"format_{CURRENT_FORMAT}.caseboard.gz").write_bytes(packed)


if __name__ == "__main__":
    main()

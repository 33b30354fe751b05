"""`caseboard snapshot` and `caseboard diff`: moments of a case that have a name, and what differs between
two of them."""

from __future__ import annotations

import argparse
import json
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from caseboard.cli.saying import ACTOR, complain, open_to_note, open_to_read, tell
from casedb import Case
from casedb.commands.snapshots import take_snapshot
from casedb.differing import by_part, differences
from casedb.errors import ExportRefused
from casedb.ids import utc_now
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.records import Snapshot
from casedb.past import Past
from casedb.story import RecordChange


def add_snapshot(parser: argparse.ArgumentParser) -> None:
    """Say what can be asked of snapshots."""
    parser.add_argument("path", type=Path, metavar="CASE", help="the case")
    parser.add_argument(
        "name", nargs="?", metavar="NAME", help="what this moment is called; lists them if none"
    )
    parser.add_argument("--note", default="", help="what it is for")
    parser.add_argument("--board", metavar="NAME", help="the board it is taken of; the whole case")
    parser.add_argument("--json", action="store_true", help="for machines")
    parser.set_defaults(command=name_moment)


def add_diff(parser: argparse.ArgumentParser) -> None:
    """Say what can be compared."""
    for name in ("A", "B"):
        parser.add_argument(
            name.lower(),
            metavar=name,
            help="a case, FILE@NAME for one of its snapshots, or FILE@#12 for one of its entries",
        )
    parser.add_argument("--board", metavar="NAME", help="of cards, only those of this board")
    parser.add_argument("--json", action="store_true", help="for machines")
    parser.set_defaults(command=tell_differences)


# -- snapshots -----------------------------------------------------------------------------------


def name_moment(chosen: argparse.Namespace) -> int:
    """Give the present moment of a case a name, or list those that have one."""
    if chosen.name is None:
        with open_to_read(chosen.path) as case:
            _list(case, as_json=chosen.json)
        return 0
    with open_to_note(chosen.path) as case:
        head = case.journal.length, case.journal.head
        values: dict[str, JsonValue] = {"note": chosen.note, "by": ACTOR, "at": utc_now()}
        if chosen.board is not None:
            values["board"] = board_called(case.contents, chosen.board)
        case.run(take_snapshot(case.contents, case.new_id, chosen.name, head, values))
        made = [*case.contents.snapshots.values()][-1]
        if chosen.json:
            print(json.dumps(_described(case.contents, made), ensure_ascii=False, indent=2))
        else:
            tell(f"Took the snapshot “{made.name}” of entry {made.seq}, head {made.head}")
    return 0


def _list(case: Case, *, as_json: bool) -> None:
    held = list(case.contents.snapshots.values())
    if as_json:
        told = [_described(case.contents, each) for each in held]
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return
    if not held:
        tell("There is no snapshot yet.")
    for each in held:
        note = each.values.text("note")
        tell(f"#{each.seq}  {each.name}" + (f" – {note}" if note else ""))


def _described(contents: Contents, snapshot: Snapshot) -> dict[str, JsonValue]:
    texts = {key: snapshot.values.text(key) for key in ("note", "by", "at")}
    board = next((b for b in contents.boards if b.id == snapshot.values.text("board")), None)
    return {
        "name": snapshot.name,
        "entry": snapshot.seq,
        "head": snapshot.head,
        **{key: text for key, text in texts.items() if text},
        **({"board": board.title} if board is not None else {}),
    }


def board_called(contents: Contents, title: str) -> str:
    """The id of the first board of that title. Raises ExportRefused."""
    for board in contents.boards:
        if board.title == title:
            return board.id
    titles = ", ".join(board.title for board in contents.boards)
    raise ExportRefused(f"There is no board “{title}”. The boards are: {titles}.")


# -- differences ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _State:
    """One of two states that are compared, and what it is called."""

    case: Case
    contents: Contents
    name: str
    seq: int
    head: str


def tell_differences(chosen: argparse.Namespace) -> int:
    """Say what differs between two states of a case, or between two copies of it."""
    with _state(chosen.a) as one, _state(chosen.b) as other:
        if one.contents.info.id != other.contents.info.id:
            complain("These are two cases and no copies of one, so all of both differs.")
            return 1
        board = board_called(other.contents, chosen.board) if chosen.board is not None else ""
        parts = by_part(differences(one.contents, other.contents, board))
        common = _common(one, other)
        if chosen.json:
            told: dict[str, JsonValue] = {
                "a": _state_as_json(one),
                "b": _state_as_json(other),
                "common_entry": common,
                "parts": {
                    part.value: [_change_as_json(each) for each in changes]
                    for part, changes in parts.items()
                },
            }
            print(json.dumps(told, ensure_ascii=False, indent=2))
            return 0
        tell(f"{one.name} (#{one.seq}) → {other.name} (#{other.seq}); in common up to #{common}")
        if not parts:
            tell("Nothing differs.")
        for part, changes in parts.items():
            tell("")
            tell(part.shown)
            for change in changes:
                tell(f"  {change.sentence()}")
                for field in change.fields if change.deed == "changed" else ():
                    tell(f"    {field.label}: {field.before or '–'} → {field.after or '–'}")
    return 0


@contextmanager
def _state(words: str) -> Generator[_State, None, None]:
    path, moment = _split(words)
    with open_to_read(path) as case:
        seq, head = case.journal.length, case.journal.head
        contents = case.contents
        if moment:
            seq, head = _moment(case, moment)
            past = Past(case.journal, case.contents)
            past.go(seq)
            contents = past.contents
        yield _State(case, contents, f"{path.name}@{moment}" if moment else path.name, seq, head)


def _split(words: str) -> tuple[Path, str]:
    """The file and the moment of it; a file may have the sign in its name."""
    if "@" not in words or Path(words).exists():
        return Path(words), ""
    file, moment = words.rsplit("@", 1)
    return Path(file), moment


def _moment(case: Case, moment: str) -> tuple[int, str]:
    number = moment.removeprefix("#")
    if moment.startswith("#") and number.isdecimal():
        seq = int(number)
        if not 1 <= seq <= case.journal.length:
            raise ExportRefused(f"The journal has entries 1 to {case.journal.length}, not {seq}.")
        return seq, case.journal.entry(seq).hash
    for each in case.contents.snapshots.values():
        if each.name == moment:
            if each.seq > case.journal.length or case.journal.entry(each.seq).hash != each.head:
                raise ExportRefused(
                    f"The snapshot “{moment}” was taken of another history than this file has."
                )
            return each.seq, each.head
    names = ", ".join(each.name for each in case.contents.snapshots.values()) or "none"
    raise ExportRefused(f"There is no snapshot “{moment}”. The snapshots are: {names}.")


def _common(one: _State, other: _State) -> int:
    """The newest entry that both histories have, 0 for none: a chain that is alike there is alike before."""
    low, high = 0, min(one.seq, other.seq)
    while low < high:
        middle = (low + high + 1) // 2
        if one.case.journal.entry(middle).hash == other.case.journal.entry(middle).hash:
            low = middle
        else:
            high = middle - 1
    return low


def _state_as_json(state: _State) -> dict[str, JsonValue]:
    return {"name": state.name, "entry": state.seq, "head": state.head}


def _change_as_json(change: RecordChange) -> dict[str, JsonValue]:
    return {
        "table": change.table,
        "id": change.id,
        "sort": change.sort,
        "name": change.name,
        "deed": change.deed.value,
        "fields": [
            {"label": each.label, "before": each.before, "after": each.after}
            for each in change.fields
        ],
    }

"""What a damaged case loses and what its journal still knows: reading on, and a copy that is whole.

The journal holds every value that a record ever had, each under a hash. A row that cannot be read,
or is not what it was, comes back from there as long as the journal itself can be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from casedb.canonical import row_hash
from casedb.chain import Recorded, check_chain, play_back
from casedb.errors import CaseDamaged
from casedb.history import Journal, RowEdit, difference
from casedb.model.contents import Contents
from casedb.model.records import Record
from casedb.store.journal_rows import JournalRows
from casedb.store.rows import CODEC_OF_TABLE, CODECS, RowNotUnderstood

LABEL = "Recover what could be read"


def recorded_records(rows: JournalRows) -> Iterator[Record]:
    """Every record that the journal can vouch for, as it should be, as far as it can be read."""
    try:
        for recorded in play_back(rows):
            codec = CODEC_OF_TABLE.get(recorded.table)
            if codec is None or recorded.row is None:
                continue
            try:
                yield codec.from_row(recorded.row)
            except (RowNotUnderstood, KeyError):
                continue
    except CaseDamaged:
        return


def journal_of_rescue(
    rows: JournalRows, contents: Contents, at: str, actor: str
) -> Callable[[JournalRows], None]:
    """What writes the journal of a rescued copy.

    Where the chain of the damaged case is whole it goes on, with one entry more about whatever is
    not as it says. Else it begins anew, with one entry about everything.
    """

    def write(fresh: JournalRows) -> None:
        edits = list(_differences((), contents))
        if _is_whole(rows):
            edits = list(_differences(play_back(rows), contents))
            fresh.take_over(rows)
        if edits:
            Journal(fresh).write_edits(LABEL, edits, at, actor)

    return write


def _is_whole(rows: JournalRows) -> bool:
    try:
        return next(check_chain(rows), None) is None and all(
            not recorded.faults for recorded in play_back(rows)
        )
    except CaseDamaged:
        return False


def _differences(recorded: Iterator[Recorded] | tuple[()], contents: Contents) -> Iterator[RowEdit]:
    """The edits that lead from what a journal says to what is there."""
    spoken_of: set[tuple[str, str]] = set()
    for each in recorded:
        spoken_of.add((each.table, each.id))
        codec = CODEC_OF_TABLE.get(each.table)
        record = contents.get(codec.record, each.id) if codec is not None else None
        if codec is None or record is None:
            if each.hash is not None:
                yield RowEdit(each.table, each.id, each.row, None, None)
            continue
        row = codec.row(record)
        hashed = row_hash(codec.table, row)
        if hashed == each.hash:
            continue
        before, after = (None, row) if each.row is None else difference(each.row, row)
        yield RowEdit(each.table, each.id, before, after, hashed)
    for codec in CODECS.values():
        for record in contents.all(codec.record).values():
            if (codec.table, record.id) not in spoken_of:
                row = codec.row(record)
                yield RowEdit(codec.table, record.id, None, row, row_hash(codec.table, row))

"""A board card: stands on one board for another one, and leads there."""

from __future__ import annotations

from casedb.model.fields import Text
from casedb.model.kinds.kind import Kind, closing_fields, fields_of
from casedb.model.reference_fields import BoardRef

BOARD_CARD = Kind(
    name="board_card",
    label="Board",
    plural="Boards",
    icon="board_card",
    accent="tx2",
    hint="Stands for another board and opens it",
    fields=fields_of(
        Text("title", "Title", searchable=True, placeholder="As the board is called"),
        Text(
            "summary",
            "Note",
            help="What is to be found on that board",
            searchable=True,
            multiline=True,
        ),
        BoardRef("board", "Board"),
        *closing_fields(),
    ),
    is_evidence=False,
    blank=False,
)

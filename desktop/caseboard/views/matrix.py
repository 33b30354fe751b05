"""`MatrixView`: competing claims against the evidence, rated cell by cell."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from caseboard.matrix_lines import rows_of_matrix
from caseboard.piecemeal import Piecemeal
from caseboard.theme import Theme
from caseboard.titles import in_menu
from caseboard.views.desk import ViewDesk
from caseboard.views.grid.columns import tool_button
from caseboard.views.grid.drawing import GridDrawing
from caseboard.views.grid.entry import keys_in_words
from caseboard.views.grid.evidence import Order, is_evidence, name_of
from caseboard.views.grid.finder import find_item, offer_of
from caseboard.views.grid.grid_view import GridView
from caseboard.views.matrix_sheet import MatrixSheet
from caseboard.views.view import Drawing
from casedb import Change
from casedb.analysis.ach import competing_sets
from casedb.analysis.ach_book import MatrixBook
from casedb.commands.rating import Judge, rate
from casedb.ids import utc_now
from casedb.model.changes import ChangeSet
from casedb.model.ratings import Rating
from casedb.model.records import Item, Link
from casedb.words import say

_SETS = 30
"""No more competing sets are listed."""


class MatrixView(GridView):
    """The matrix of a competing set, or of claims chosen by hand."""

    name = "matrix"
    orders = tuple(Order)

    def __init__(self, desk: ViewDesk, theme: Theme, parent: QWidget | None = None) -> None:
        self.sheet = MatrixSheet(lambda: desk.contents)
        super().__init__(desk, theme, parent, self.sheet)
        self.grid.setAccessibleName(say("Matrix of competing claims and evidence"))
        self.claims: tuple[str, ...] = ()
        self._is_chosen = False
        self._book = MatrixBook(desk.contents, ())
        self._tracing = Piecemeal(self)
        self._claims_menu = QMenu(self)
        self._claims_menu.aboutToShow.connect(self._fill_claims)
        self._claims_button = tool_button(self, say("Which claims are compared"))
        self._claims_button.setText(say("Claims"))
        self._claims_button.setMenu(self._claims_menu)
        self._tell()

    @property
    def tools(self) -> Sequence[QToolButton]:
        return self._claims_button, self.columns.button

    @property
    def is_working(self) -> bool:
        """Whether something is still being reckoned."""
        return self.working.is_busy or self._tracing.is_busy

    def finish(self) -> None:
        """Reckon at once what is left."""
        self.working.finish()
        self._tracing.finish()

    # -- which claims ---------------------------------------------------------------------

    def compare(self, claims: Iterable[str]) -> None:
        """Compare these claims."""
        self._is_chosen = True
        self.columns.forget()
        self.claims = tuple(dict.fromkeys(claims))
        self.begin()

    def add_claims(self, claims: Iterable[str]) -> None:
        """Compare these as well."""
        self._is_chosen = True
        self.claims = tuple(dict.fromkeys((*self.claims, *claims)))
        self.begin()

    def take_out(self, claim: str) -> None:
        """Compare the others without this one."""
        self._is_chosen = True
        self.claims = tuple(each for each in self.claims if each != claim)
        self.begin()

    def _claims_now(self) -> tuple[str, ...]:
        there = tuple(each for each in self.claims if self._is_claim(each))
        if self._is_chosen and there:
            return there
        self._is_chosen = False
        sets = competing_sets(self.desk.contents)
        near = next((each for each in sets if there and there[0] in each), None)
        return near or (sets[0] if sets else ())

    def _is_claim(self, item_id: str) -> bool:
        item = self.desk.contents.get(Item, item_id)
        return item is not None and item.kind == "claim"

    def _selected_claims(self) -> list[str]:
        return [each for each in sorted(self.desk.selected_items) if self._is_claim(each)]

    def _fill_claims(self) -> None:
        menu = self._claims_menu
        menu.clear()
        sets = competing_sets(self.desk.contents)
        for held in sets[:_SETS]:
            named = " / ".join(in_menu(name_of(self.desk.contents, each)) for each in held[:2])
            words = say("{n} claim: {names}", "{n} claims: {names}", n=len(held), names=named)
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(frozenset(held) == frozenset(self.claims))
            action.triggered.connect(partial(self._compare, held))
        menu.addSeparator()
        chosen = self._selected_claims()
        both = menu.addAction(say("Compare the selected claims"))
        both.setEnabled(len(chosen) > 1)
        both.triggered.connect(partial(self._compare, tuple(chosen)))
        menu.addAction(say("Add a claim…")).triggered.connect(self._ask_claim)
        row, _ = self.grid.current
        title = in_menu(name_of(self.desk.contents, row)) if row else ""
        out = menu.addAction(
            say("Take out “{claim}”", claim=title) if row else say("Take a claim out")
        )
        out.setEnabled(bool(row) and len(self.claims) > 1)
        out.triggered.connect(partial(self._take_out, row))

    def _compare(self, claims: tuple[str, ...], _: bool = False) -> None:
        self.compare(claims)

    def _take_out(self, claim: str, _: bool = False) -> None:
        self.take_out(claim)

    def _ask_claim(self) -> None:
        contents = self.desk.contents
        offers = [
            offer_of(contents, each.id)
            for each in contents.items.values()
            if each.kind == "claim" and each.id not in self.claims
        ]
        at = self._claims_button.mapToGlobal(QPoint(0, self._claims_button.height()))
        find_item(say("Add a claim"), offers, self.theme, self, at, self._add_claim)

    def _add_claim(self, claim: str) -> None:
        self.add_claims([claim])

    # -- reckoning ------------------------------------------------------------------------

    def begin(self) -> None:
        """Reckon all of it anew."""
        self.claims = self._claims_now()
        self._book = MatrixBook(self.desk.contents, self.claims)
        self._reckon()

    def _reckon(self) -> None:
        self._tracing.drop()
        self.working.begin(self._reckoning(), self.take_columns)

    def _reckoning(self) -> Generator[None, None, tuple[str, ...]]:
        yield from self._book.reckon()
        assert self._book.matrix
        yield
        self.sheet.take(self._book.matrix, self.aside_now)
        return (yield from self.arranging())

    @property
    def subject(self) -> object:
        return self.claims

    def take_columns(self, columns: tuple[str, ...]) -> None:
        self.sheet.columns = columns
        self._renew()
        if not self._book.has_origins and not self._tracing.is_busy:
            self._tracing.begin(self._book.find_origins(), self._take_origins)

    def _take_origins(self, _: None) -> None:
        self.sheet.take(self._book.matrix, self.aside_now)
        self._renew()

    def _renew(self) -> None:
        self.sheet.faded = self.desk.in_view.faded
        self.grid.renew()
        self._tell()
        self.mark_selected()

    def _tell(self) -> None:
        """Say what follows from it, or why there is nothing."""
        self.show_nothing(self._why_nothing())
        self.show_summary(self.sheet.summary(self.left_out) if not self.is_empty else "")

    def _why_nothing(self) -> str:
        if not self.claims:
            return say(
                "No claims compete here yet. Link claims as excluding each other, name one competing set "
                "for them, or select some and choose “Compare the selected claims”."
            )
        if not self.sheet.columns:
            told = say(
                "Nothing in view speaks to these claims. Choose “All evidence in view” under “Evidence”, "
                "and enter in a cell how the evidence goes with the claim:"
            )
            return f"{told}\n{keys_in_words(self.offered)}"
        return ""

    # -- what the pane asks for -----------------------------------------------------------

    def catch_up(self) -> None:
        self.begin()
        self.show_selected()

    def follow(self, change: Change) -> None:
        if any(_is_about_sets(each.before) or _is_about_sets(each.after) for each in change.edits):
            claims = self._claims_now()
            if claims != self.claims:
                self.begin()
                return
        before = self._book.matrix.evidence
        touched = self._book.follow(change.edits)
        if touched is None or self.working.is_busy:
            self.begin()
            return
        self.sheet.forget()
        if touched:
            self.sheet.take(self._book.matrix, self.aside_now)
        if self._book.matrix.evidence != before or self._has_gone(change):
            self.merge()
        else:
            self.take_columns(tuple(self.sheet.columns))

    def _has_gone(self, change: Change) -> bool:
        """Whether a column is no evidence any more."""
        gone = (each.record.id for each in change.edits if isinstance(each.record, Item))
        contents = self.desk.contents
        return any(
            self.grid.cells.column_of(each) >= 0 and not is_evidence(contents, each)
            for each in gone
        )

    def follow_aside(self) -> None:
        self.sheet.take(self._book.matrix, self.aside_now)
        self._renew()

    # -- entries --------------------------------------------------------------------------

    @property
    def offered(self) -> Sequence[tuple[Rating, str]]:
        return (
            (Rating.VERY_CONSISTENT, say("very consistent with it")),
            (Rating.CONSISTENT, say("consistent with it")),
            (Rating.NEUTRAL, say("neutral")),
            (Rating.INCONSISTENT, say("inconsistent with it")),
            (Rating.VERY_INCONSISTENT, say("very inconsistent with it")),
            (Rating.NOT_APPLICABLE, say("not applicable")),
            (Rating.UNRATED, say("take it back")),
        )

    def entry(self, row: str, column: str, rating: Rating, gesture: str) -> ChangeSet:
        # What was entered and taken back is still at hand.
        self.columns.keep([column])
        bridge = self.desk.bridge
        judge = Judge(bridge.case.actor, utc_now())
        return rate(bridge.contents, bridge.new_id, row, column, rating, judge, gesture)

    def item_of_row(self, row: str) -> str:
        return row

    # -- exports --------------------------------------------------------------------------

    def drawing(self) -> Drawing | None:
        self.finish()
        if self.is_empty:
            return None
        return GridDrawing(self.sheet, [self.summary.text], self.hidden)

    @property
    def has_table(self) -> bool:
        return bool(self.claims)

    def table(self) -> Sequence[Sequence[str]] | None:
        rows = rows_of_matrix(self.desk.contents, self.sheet.matrix, self.aside_now)
        return [["" if each is None else str(each) for each in row] for row in rows]

    def close_view(self) -> None:
        super().close_view()
        self._tracing.drop()


def _is_about_sets(record: object) -> bool:
    """Whether a record may change which claims compete."""
    if isinstance(record, Link):
        return record.type == "excludes"
    return isinstance(record, Item) and record.kind == "claim"

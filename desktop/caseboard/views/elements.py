"""`ElementsView`: the parts of one claim against the evidence that speaks to them."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from caseboard.scale import px
from caseboard.theme import Theme
from caseboard.titles import in_menu
from caseboard.views.desk import ViewDesk
from caseboard.views.elements_sheet import (
    ElementsSheet,
    role_in_words,
)
from caseboard.views.grid.columns import tool_button
from caseboard.views.grid.drawing import GridDrawing
from caseboard.views.grid.entry import keys_in_words
from caseboard.views.grid.evidence import Order, name_of
from caseboard.views.grid.faces import SIGNS
from caseboard.views.grid.finder import find_item, offer_of
from caseboard.views.grid.grid_view import GridView
from caseboard.views.view import Drawing
from caseboard.weak_point_lines import name_of as exact_name
from casedb import Change
from casedb.analysis.coverage import Row, cover_in_words, row_of
from casedb.commands.items import add_element
from casedb.commands.rating import speak
from casedb.model.changes import ChangeSet
from casedb.model.kinds.claim import ELEMENT_ROLES
from casedb.model.link_types import End
from casedb.model.ratings import Rating, claim_at
from casedb.model.records import Element, Item, Link, Record, Ref, Source
from casedb.words import say


class ElementsView(GridView):
    """The claim that is selected, or was chosen last; what is selected here leads to no other."""

    name = "elements"
    orders = Order.CAME, Order.DATE, Order.KIND

    def __init__(self, desk: ViewDesk, theme: Theme, parent: QWidget | None = None) -> None:
        self.sheet = ElementsSheet(lambda: desk.contents)
        super().__init__(desk, theme, parent, self.sheet)
        self.grid.setAccessibleName(say("Parts of a claim and evidence"))
        self.claim = ""
        self._claim_button = tool_button(self, say("Which claim is looked at"))
        self._claim_title = ""
        self._name_claim()
        self._claim_button.clicked.connect(self._ask_claim)
        self._add_menu = QMenu(self)
        self._add_menu.aboutToShow.connect(self._fill_roles)
        self._add_button = tool_button(self, say("Add an element"))
        self._add_button.setText(say("Add an element"))
        self._add_button.setMenu(self._add_menu)
        self._add_button.setEnabled(not desk.bridge.read_only)
        self._tell()

    @property
    def tools(self) -> Sequence[QToolButton]:
        return self._claim_button, self.columns.button, self._add_button

    def _name_claim(self) -> None:
        """Say on its button which claim is looked at, as far as there is room."""
        room = max(px(60), min(px(300), self.width() - px(80)))
        measure = self._claim_button.fontMetrics()
        short = measure.elidedText(self._claim_title, Qt.TextElideMode.ElideRight, room)
        self._claim_button.setText(in_menu(short) if short else say("Claim…"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_claim()

    def finish(self) -> None:
        """Reckon at once what is left."""
        self.working.finish()

    # -- which claim ----------------------------------------------------------------------

    def show_claim(self, claim: str) -> None:
        """Show the parts of a claim."""
        if claim != self.claim:
            self.columns.forget()
        self.claim = claim
        self.begin()

    def _claim_now(self) -> str:
        contents = self.desk.contents
        if _is_claim(contents.get(Item, self.claim)):
            return self.claim
        chosen = [each for each in self.desk.selected_items if _is_claim(contents.get(Item, each))]
        if len(chosen) == 1:
            return chosen[0]
        every = [each.id for each in contents.items.values() if _is_claim(each)]
        return next((each for each in every if contents.elements_of(each)), next(iter(every), ""))

    def _ask_claim(self) -> None:
        contents = self.desk.contents
        offers = [
            offer_of(contents, each.id) for each in contents.items.values() if _is_claim(each)
        ]
        at = self._claim_button.mapToGlobal(QPoint(0, self._claim_button.height()))
        find_item(say("Find a claim"), offers, self.theme, self, at, self.show_claim)

    def show_selected(self) -> None:
        if not self.is_picking:
            chosen = self._claim_selected()
            if chosen and chosen != self.claim:
                self.show_claim(chosen)
        super().show_selected()

    def _claim_selected(self) -> str:
        """The claim that is selected alone, or to which a link leads that is."""
        contents, items, links = (
            self.desk.contents,
            self.desk.selected_items,
            self.desk.selection.links,
        )
        if len(items) == 1 and not links:
            chosen = next(iter(items))
            return chosen if _is_claim(contents.get(Item, chosen)) else ""
        if len(links) == 1 and not items:
            link = contents.get(Link, next(iter(links)))
            claim = claim_at(contents, link) if link is not None else ""
            return claim if _is_claim(contents.get(Item, claim)) else ""
        return ""

    # -- reckoning ------------------------------------------------------------------------

    def begin(self) -> None:
        self.claim = self._claim_now()
        self.working.begin(self._reckoning(), self.take_columns)

    def _reckoning(self) -> Generator[None, None, tuple[str, ...]]:
        contents, held, aside = self.desk.contents, dict[str, Row](), self.aside_now
        if self.claim:
            held[self.claim] = row_of(contents, self.claim, aside=aside)
            for element in contents.elements_of(self.claim):
                yield
                held[element.id] = row_of(contents, self.claim, element, aside)
        self.sheet.take(self.claim, held)
        return (yield from self.arranging())

    @property
    def subject(self) -> object:
        return self.claim

    def take_columns(self, columns: tuple[str, ...]) -> None:
        self.sheet.columns = columns
        self.sheet.faded, self.sheet.aside = self.desk.in_view.faded, self.aside_now
        self.grid.renew()
        self._tell()
        self.mark_selected()

    def _tell(self) -> None:
        self.show_nothing(self._why_nothing())
        title = name_of(self.desk.contents, self.claim) if self.claim else ""
        self._claim_title = title
        self._name_claim()
        self.show_summary(self.sheet.summary(self.left_out) if not self.is_empty else "")

    def _why_nothing(self) -> str:
        if not self.claim:
            return say("There is no claim in the case yet, so there are no parts to be shown.")
        if not self.sheet.columns:
            told = say(
                "Nothing in view speaks to this claim or its parts. Choose “All evidence in view” under "
                "“Evidence”, and enter in a cell what the evidence says:"
            )
            return f"{told}\n{keys_in_words(self.offered)}"
        return ""

    # -- what the pane asks for -----------------------------------------------------------

    def catch_up(self) -> None:
        chosen = self._claim_selected()
        if chosen:
            self.claim = chosen
        self.begin()
        super().show_selected()

    def follow(self, change: Change) -> None:
        if self.working.is_busy or not self.claim or self._is_shaken_by(change):
            self.begin()
            return
        touched = set(self._touched_by(change))
        if touched:
            contents = self.desk.contents
            held = {key: self.sheet.row(key) for key in self.sheet.rows}
            for key in held.keys() & touched:
                element = contents.get(Element, key)
                held[key] = row_of(contents, self.claim, element, self.aside_now)
            self.sheet.take(self.claim, held)
        self.sheet.forget()
        self.merge()

    def _is_shaken_by(self, change: Change) -> bool:
        """Whether a change may concern all rows: which there are, or who has an interest."""
        records = [each for edit in change.edits for each in (edit.before, edit.after)]
        return any(self._is_shaking(each) for each in records)

    def _is_shaking(self, record: Record | None) -> bool:
        match record:
            case Element():
                return record.claim == self.claim
            case Item():
                return record.id == self.claim or self.grid.cells.column_of(record.id) >= 0
            case Source():
                return True
            case _:
                return False

    def _touched_by(self, change: Change) -> Iterator[str]:
        for edit in change.edits:
            for record in (edit.before, edit.after):
                if isinstance(record, Link):
                    yield record.end.id

    def follow_aside(self) -> None:
        self.begin()

    # -- entries --------------------------------------------------------------------------

    @property
    def offered(self) -> Sequence[tuple[Rating, str]]:
        return (
            (Rating.VERY_CONSISTENT, say("supports it strongly")),
            (Rating.CONSISTENT, say("supports it")),
            (Rating.NEUTRAL, say("bears on it")),
            (Rating.INCONSISTENT, say("disputes it")),
            (Rating.VERY_INCONSISTENT, say("disputes it strongly")),
            (Rating.UNRATED, say("says nothing of it")),
        )

    def entry(self, row: str, column: str, rating: Rating, gesture: str) -> ChangeSet:
        self.columns.keep([column])
        bridge = self.desk.bridge
        target = Ref(End.ITEM if row == self.claim else End.ELEMENT, row)
        return speak(bridge.contents, bridge.new_id, column, target, rating, gesture)

    def item_of_row(self, row: str) -> str:
        return self.claim

    def _fill_roles(self) -> None:
        self._add_menu.clear()
        self._add_menu.setToolTipsVisible(True)
        for role in ELEMENT_ROLES:
            action = self._add_menu.addAction(role.shown)
            action.setToolTip(role.shown_meaning)
            action.triggered.connect(partial(self._add_element, role.value))

    def _add_element(self, role: str, _: bool = False) -> None:
        bridge = self.desk.bridge
        if self.claim:
            values = {"role": role}
            bridge.attempt(partial(add_element, bridge.contents, bridge.new_id, self.claim, values))

    # -- exports --------------------------------------------------------------------------

    def drawing(self) -> Drawing | None:
        self.finish()
        if self.is_empty:
            return None
        limits = dict.fromkeys(
            cell.limit for key in self.sheet.rows for cell in self.sheet.row(key).cells
        )
        return GridDrawing(self.sheet, [self.summary.text, *limits], self.hidden)

    @property
    def has_table(self) -> bool:
        return bool(self.claim)

    def table(self) -> Sequence[Sequence[str]] | None:
        self.finish()
        contents, columns = self.desk.contents, self.sheet.speaking
        if not self.claim:
            return None
        first = (say("Part"), say("What exactly"), say("Required"))
        rows = [[*first, *(exact_name(contents, each) for each in columns), say("Covered")]]
        for key in self.sheet.rows:
            row = self.sheet.row(key)
            element = row.element
            whole = say("The claim as a whole")
            role = role_in_words(element) if element is not None else whole
            text = element.values.text("text") if element is not None else exact_name(contents, key)
            required = say("yes") if row.is_required else ""
            signs = (SIGNS[self.sheet.rating(key, each)] for each in columns)
            rows.append([role, text, required, *signs, cover_in_words(row.cover)])
        return rows


def _is_claim(item: Item | None) -> bool:
    return item is not None and item.kind == "claim"

"""`WhatIf`: the case without some items, for as long as one looks: they stand back on the boards, and a
strip tells which claims would stand otherwise."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from caseboard.bridge import CaseBridge
from caseboard.deeds import Deeds
from caseboard.going import Going
from caseboard.looking import Looking
from caseboard.selection import Selection
from caseboard.set_aside import SetAside
from caseboard.sights import PAUSE
from caseboard.stage import Stage
from caseboard.theme import Theme
from caseboard.titles import isolated, listed, shown_title
from caseboard.voices import announce
from caseboard.what_if_strip import WhatIfStrip, WhatIfTold
from casedb import Change
from casedb.analysis.what_if import Shift, shifts, with_origins
from casedb.model.card_face import title_of
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.records import Item
from casedb.model.standing import Lines
from casedb.words import say

LONGEST_TITLE = 90
"""Characters of a title that are told."""
SHORTER = (45, 25)
"""The same where there is less room, and least."""
MOST_NAMED = 3
"""Items that a heading names; of more it says how many they are."""


class WhatIf(QObject):
    """Sets items aside, and counts them again. `changed()` follows when it begins or ends.

    Nothing of it changes the case, unless somebody asks for what was found as a note.
    """

    changed = Signal()

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        stage: Stage,
        looking: Looking,
        going: Going,
        deeds: Deeds,
        theme: Theme,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._selection = selection
        self._stage = stage
        self._looking = looking
        self._deeds = deeds
        self._board = ""
        self._was_shown = False
        self.found: tuple[Shift, ...] = ()
        """The claims that would stand otherwise."""
        self.aside = SetAside(self)
        self.strip = WhatIfStrip(theme, stage)
        self.strip.left.connect(self.end)
        self.strip.claim_wanted.connect(going.go_to)
        self.strip.note_wanted.connect(self.keep_as_note)
        stage.strips.append(self.strip)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._renew)
        self.aside.changed.connect(self._renew)
        bridge.changed.connect(self._follow)

    @property
    def is_shown(self) -> bool:
        """Whether anything is set aside."""
        return bool(self.aside.now)

    @property
    def _contents(self) -> Contents:
        return self._bridge.contents

    # -- coming and going ---------------------------------------------------------------------

    def toggle_selected(self) -> None:
        """Set the selected items aside, or count them again where they are."""
        chosen = frozenset(self._selection.item_ids(self._contents))
        if self._bridge.looks_back:
            self._stage.front.explain(self._bridge.refusal)
        elif not chosen:
            self._stage.front.explain(say("Select items to see what the case is without them."))
        elif chosen <= self.aside.now:
            self.aside.become(self.aside.now - chosen)
        else:
            self.aside.become(self.aside.now | chosen)

    def set_origins_aside(self) -> None:
        """Set the selected items aside, with all that is of an origin on which they rest."""
        chosen = self._selection.item_ids(self._contents)
        if self._bridge.looks_back:
            self._stage.front.explain(self._bridge.refusal)
        elif not chosen:
            self._stage.front.explain(say("Select items to see what the case is without them."))
        else:
            self.aside.become(self.aside.now | with_origins(self._contents, chosen))

    def end(self) -> None:
        """Count all items again. Harmless while none are set aside."""
        self.aside.clear()

    def leave(self) -> bool:
        """End it; whether there was anything to end."""
        is_shown = self.is_shown
        self.end()
        return is_shown

    def close(self) -> None:
        """Follow the case no more, before it is closed."""
        self._pause.stop()
        self._bridge.changed.disconnect(self._follow)
        self.end()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.strip.set_theme(theme)

    # -- showing ------------------------------------------------------------------------------

    def come_to_front(self) -> None:
        """Another board is in front: let the items stand back there."""
        if self.is_shown:
            self._show_on_board()

    def _renew(self) -> None:
        self._pause.stop()
        gone = self.aside.now - self._contents.items.keys()
        if gone:
            self.aside.become(self.aside.now - gone)
            return
        self.found = shifts(self._contents, self.aside.now) if self.is_shown else ()
        self._show_on_board()
        if self.is_shown:
            self.strip.tell(self._told())
            self.strip.show()
            self.strip.place()
            announce(self.strip, self.strip.sentence)
        else:
            had_keys = self.strip.isAncestorOf(self._stage.window().focusWidget() or self._stage)
            self.strip.go_away()
            if had_keys:
                self._stage.front.setFocus()
        if self.is_shown is not self._was_shown:
            self._was_shown = self.is_shown
            self.changed.emit()

    def _show_on_board(self) -> None:
        supposed = {each.claim: each.after for each in self.found}
        for board in self._stage.boards.values():
            board.suppose(supposed)
        sights, board_id = self._looking.sights, self._stage.board_id
        if self._board and self._board != board_id:
            sights.set_back(self._board, None)
        self._board = board_id if self.is_shown else ""
        if not self.is_shown:
            sights.set_back(board_id, None)
            return
        contents = self._contents
        cards = {
            card.id
            for item in self.aside.now
            for card in contents.cards_of(item)
            if card.board == board_id
        }
        links = {link.id for item in self.aside.now for link in contents.links_at(item)}
        faded = sights.shown(board_id).faded
        sights.set_back(board_id, (frozenset(cards) | faded, frozenset(links)))

    def _follow(self, change: Change) -> None:
        if self.is_shown and change.edits and not change.is_more:
            self._pause.start()

    # -- in words -----------------------------------------------------------------------------

    def _told(self) -> WhatIfTold:
        claims = {each.id for each in self._contents.items.values() if each.kind == "claim"}
        return WhatIfTold(
            self._heading(),
            tuple(self._claim(each) for each in self.found),
            (*(self._heading(longest) for longest in SHORTER), self._counted()),
            claims.isdisjoint(self.aside.now),
            claims <= self.aside.now,
        )

    def _heading(self, longest: int = LONGEST_TITLE, *, is_stored: bool = False) -> str:
        aside = sorted(self.aside.now)
        if len(aside) > MOST_NAMED:
            return self._counted()
        titles = [shown_title(self._title(each), longest) for each in aside]
        titles = titles if is_stored else [isolated(each) for each in titles]
        names = listed([say("“{title}”", title=each) for each in titles])
        return say("What if {names} were not there?", names=names)

    def _counted(self) -> str:
        return say(
            "What if {n} item were not there?",
            "What if {n} items were not there?",
            n=len(self.aside.now),
        )

    def _claim(self, shift: Shift) -> tuple[str, str, str, str]:
        title = self._title(shift.claim)
        return shift.claim, shift.toll.value, title, shift_in_words(shift)

    def _title(self, item_id: str) -> str:
        item = self._contents.get(Item, item_id)
        title = title_of(self._contents, item) if item is not None else ""
        return shown_title(title, LONGEST_TITLE) or say("Untitled")

    # -- asked for ----------------------------------------------------------------------------

    def keep_as_note(self) -> None:
        """Write what was found as a note, which is an item of the case like any other."""
        told = self._told()
        lines = [
            say("{title}, without: {change}", title=title, change=words)
            for _, _, title, words in told.claims
        ]
        text = "\n".join([*lines] or [self.strip.nothing])
        aside = listed([self._title(each) for each in sorted(self.aside.now)])
        summary = say("Set aside: {names}.", names=aside) + "\n" + text
        values: dict[str, JsonValue] = {
            "title": self._heading(is_stored=True),
            "summary": summary,
        }
        self._deeds.add_card(self._stage.board_id, "note", self._stage.middle, values)


def shift_in_words(shift: Shift) -> str:
    """How a claim stands and how it would, in a few words."""
    pro = _side(shift.before.pro, shift.after.pro)
    con = _side(shift.before.con, shift.after.con)
    told = (
        say("for {change}", change=pro) if pro else "",
        say("against {change}", change=con) if con else "",
    )
    return " · ".join(filter(None, told))


def _side(before: Lines, after: Lines) -> str:
    mentions = len(before.mentions), len(after.mentions)
    told = [f"{mentions[0]} → {mentions[1]}"] if mentions[0] != mentions[1] else []
    if (before.low, before.high) != (after.low, after.high):
        lines = f"{_number(before)} → {_number(after)}"
        told.append(say("independent lines {change}", change=lines))
    return ", ".join(told)


def _number(lines: Lines) -> str:
    return str(lines.low) if lines.low == lines.high else f"{lines.low}–{lines.high}"

"""`Looking`: how one looks at the board in front: filtered, around something, as a saved view has it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from caseboard.sight import Shown, Sight
from caseboard.sights import Sights
from caseboard.titles import in_menu
from casedb.commands import views
from casedb.model.geometry import Point
from casedb.model.records import SavedView
from casedb.words import say, term

if TYPE_CHECKING:
    from caseboard.workspace import Workspace

NO_VIEWS = term("This board has no saved views yet")


class Looking(QObject):
    """Looks at the board in front of a workspace in one way or another; nothing of it changes the case
    but keeping, renaming and deleting views.

    `changed()` follows when the board in front shows something otherwise, `name_wanted(str)` asks for
    a name for the view there is, or for another one for the view of that id, `views_wanted()` for all
    of them to be put in order.
    """

    changed = Signal()
    name_wanted = Signal(str)
    views_wanted = Signal()

    def __init__(self, work: Workspace) -> None:
        super().__init__(work)
        self._work = work
        self._looked_around: Sight | None = None
        self.sights = Sights(work.bridge, self)
        self.sights.changed.connect(self._tell)

    def _tell(self, board_id: str) -> None:
        if board_id != self._work.board_id:
            return
        self.changed.emit()
        asked, self._looked_around = self._looked_around, None
        if asked is not None and asked is self.sight:
            self._work.canvas.explain(self._around())

    @property
    def sight(self) -> Sight:
        """How the board in front is looked at."""
        return self.sights.of(self._work.board_id)

    @property
    def sentence(self) -> str:
        """What of the board in front is hidden or stands back, in a few words; empty for nothing."""
        return self.sights.sentence(self._work.board_id)

    @property
    def shown(self) -> Shown:
        """What of the board in front is concealed, and what stands back; found at once, if it takes a
        while."""
        self.sights.finish()
        return self.sights.shown(self._work.board_id)

    @property
    def caption(self) -> str:
        """The sentence with what the filter asks for: what an export says of itself."""
        self.sights.finish()
        asked = self.sight.describe(self._work.bridge.contents)
        return f"{self.sentence} ({asked})" if asked and self.sentence else self.sentence

    def look(self, sight: Sight) -> None:
        """Look at the board in front otherwise; of a large one that is seen a moment later."""
        self.sights.look(self._work.board_id, sight)

    def show_all(self) -> None:
        """Show all of the board in front as it lies there."""
        self.look(Sight())

    # -- around something ---------------------------------------------------------------------

    def look_around(self, key: str) -> None:
        """Look around what is selected: a digit for as many steps, + or - for one more or less."""
        work, sight = self._work, self.sight
        chosen = work.selection.cards
        if not chosen and not sight.focus:
            work.canvas.explain(say("Select a card to look around it."))
            return
        cards = chosen or sight.focus
        steps = sight.steps if cards == sight.focus else 0
        wanted = int(key) if key.isdigit() else steps + (1 if key == "+" else -1)
        if wanted <= 0:
            self.look_at_all()
            return
        self._looked_around = sight.focused(cards, wanted)
        self.look(self._looked_around)

    def _around(self) -> str:
        work = self._work
        shown, steps = self.sights.shown(work.board_id), self.sight.steps
        number = work.bridge.contents.card_count(work.board_id)
        near = number - len(shown.concealed) - len(shown.faded)
        return say(
            "{cards} {within}. Press + or - for more or less, Esc to look at all.",
            cards=say("{n} card", "{n} cards", n=near),
            within=say("within {n} step", "within {n} steps", n=steps),
        )

    def look_at_all(self) -> None:
        """Look around no card any more; what a filter leaves out stays left out."""
        if self.sight.focus:
            self.look(self.sight.unfocused())

    # -- saved views --------------------------------------------------------------------------

    @property
    def views(self) -> list[SavedView]:
        """The saved views of the board in front, in order."""
        return self._work.bridge.contents.views_of(self._work.board_id)

    def save_view(self, name: str) -> None:
        """Keep how the board in front is looked at, and from where, under a name."""
        work = self._work
        camera = work.canvas.camera
        values = {**self.sight.to_values(), "x": camera.x, "y": camera.y, "zoom": camera.zoom}
        contents, new_id = work.bridge.contents, work.bridge.new_id
        build = partial(views.save_view, contents, new_id, work.board_id, name, values)
        if work.bridge.attempt(build):
            work.toast.say(say("The view “{name}” is kept with this board.", name=name.strip()))

    def rename_view(self, view_id: str, name: str) -> None:
        """Give a view another name."""
        bridge = self._work.bridge
        bridge.attempt(partial(views.rename_view, bridge.contents, view_id, name))

    def delete_view(self, view_id: str) -> None:
        """Forget a view; what it showed stays."""
        bridge = self._work.bridge
        bridge.attempt(partial(views.delete_view, bridge.contents, view_id))

    def show_view(self, view_id: str) -> None:
        """Look at a board as a saved view has it."""
        work = self._work
        view = work.bridge.contents.views.get(view_id)
        if view is None:
            return
        if view.board != work.board_id:
            work.show_board(view.board)
        self.look(Sight.from_values(view.values))
        x, y, zoom = (view.values.get(each) for each in ("x", "y", "zoom"))
        if (
            isinstance(x, (int, float))
            and isinstance(y, (int, float))
            and isinstance(zoom, (int, float))
        ):
            work.canvas.fly_from_here(Point(x, y), zoom)

    def fill_views(self, menu: QMenu) -> None:
        """Put the saved views of the board in front into a menu, with all that can be done to them."""
        menu.clear()
        there, can_write = self.views, not self._work.bridge.read_only
        for view in there:
            action = menu.addAction(in_menu(view.name))
            action.triggered.connect(partial(self._on, self.show_view, view.id))
        if not there:
            menu.addAction(say(NO_VIEWS)).setEnabled(False)
        menu.addSeparator()
        saving = menu.addAction(say("&Save this view…"))
        saving.triggered.connect(partial(self._on, self.name_wanted.emit, ""))
        saving.setEnabled(can_write)
        arranging = menu.addAction(say("&Manage saved views…"))
        arranging.triggered.connect(self.views_wanted)
        arranging.setEnabled(can_write and bool(there))
        for title, do in (
            (say("&Rename"), self.name_wanted.emit),
            (say("&Delete"), self.delete_view),
        ):
            inner = menu.addMenu(title)
            inner.setEnabled(can_write and bool(there))
            for view in there:
                action = inner.addAction(in_menu(view.name))
                action.triggered.connect(partial(self._on, do, view.id))

    @staticmethod
    def _on(do: object, view_id: str, _: bool = False) -> None:
        # Menus tell whether an entry is ticked as well.
        if callable(do):
            do(view_id)

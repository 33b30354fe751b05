"""`Marked`: what is marked on the file that is shown, and which of it is chosen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from casedb.commands.annotations import links_to, mark
from casedb.model.contents import Contents
from casedb.model.marks import FORMS, Form, Mark
from casedb.model.records import Annotation
from casedb.words import say


@dataclass(frozen=True, slots=True)
class Drawn:
    """One mark: where it lies, what is written on it, its colour, and the links that start or end there.

    `mark` is None for what this version cannot draw.
    """

    id: str
    mark: Mark | None
    text: str = ""
    accent: str = ""
    links: tuple[str, ...] = ()

    @property
    def page(self) -> int:
        """The page it lies on, from 1."""
        return self.mark.page if self.mark is not None else 1

    @property
    def form(self) -> str:
        """What it looks like, in a word."""
        if self.mark is None:
            return say("A mark of a newer version")
        return form_name(self.mark.form)

    @property
    def name(self) -> str:
        """What is written on it in one line, else its form."""
        return " ".join(self.text.split()) or self.form


def form_name(form: Form) -> str:
    """What a form is called."""
    return next(each.shown for each in FORMS if each.value == form.value)


def drawn_on(contents: Contents, artifact: str) -> tuple[Drawn, ...]:
    """What is marked on a file, page by page."""
    told = (_drawn(contents, each) for each in contents.annotations_of(artifact))
    return tuple(sorted(told, key=lambda each: each.page))


def _drawn(contents: Contents, of: Annotation) -> Drawn:
    text, accent = of.values.text("text").strip(), of.values.text("accent")
    links = tuple(each.id for each in links_to(contents, of.id))
    return Drawn(of.id, mark(of), text, accent, links)


class Marked(QObject):
    """The marks of one file. `changed()` follows other marks, and the choice of one."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.artifact: str = ""
        self.page: int = 1
        self.all: tuple[Drawn, ...] = ()
        self.chosen_id: str = ""
        self.corner: int | None = None
        """Which of its grips the keys move; None for all of the mark."""

    @property
    def here(self) -> tuple[Drawn, ...]:
        """The marks that lie on the page that is shown, and can be drawn."""
        return tuple(each for each in self.all if each.mark is not None and each.page == self.page)

    @property
    def chosen(self) -> Drawn | None:
        """The mark that is chosen."""
        return self.find(self.chosen_id)

    def find(self, mark_id: str) -> Drawn | None:
        """The mark of an id."""
        return next((each for each in self.all if each.id == mark_id), None)

    def show(self, contents: Contents, artifact: str, page: int) -> None:
        """Show what is marked on a file, of which a page (from 1) is seen."""
        found = drawn_on(contents, artifact)
        chosen = self.chosen_id if any(each.id == self.chosen_id for each in found) else ""
        now = found, artifact, page, chosen
        if now == (self.all, self.artifact, self.page, self.chosen_id):
            return
        if chosen != self.chosen_id or found != self.all:
            self.corner = None if chosen != self.chosen_id else self._corner_of(found)
        self.all, self.artifact, self.page, self.chosen_id = now
        self.changed.emit()

    def _corner_of(self, found: tuple[Drawn, ...]) -> int | None:
        """The chosen corner, as long as the mark has as many as before."""
        before = self.chosen
        after = next((each for each in found if each.id == self.chosen_id), None)
        if before is None or after is None or before.mark is None or after.mark is None:
            return None
        return self.corner if len(before.mark.spots) == len(after.mark.spots) else None

    def choose(self, mark_id: str, corner: int | None = None) -> None:
        """Choose a mark, or none, and one of its corners."""
        if (mark_id, corner) != (self.chosen_id, self.corner):
            self.chosen_id, self.corner = mark_id, corner
            self.changed.emit()

"""`Viewer`: a window of its own in which the files of an item are looked at, one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from caseboard.bindings import Bindings
from caseboard.focus_order import focusable, order_focus
from caseboard.theme import Theme
from caseboard.thumbnails import Thumbnails
from caseboard.viewer.bar import ViewerBar
from caseboard.viewer.foot import ViewerFoot
from caseboard.viewer.looking import Looking
from caseboard.viewer.mark_panel import MarkPanel
from caseboard.viewer.marking import Marking
from caseboard.viewer.measuring import Measure
from caseboard.viewer.page_strip import PageStrip
from caseboard.viewer.paging import Paging
from caseboard.viewer.pane import Pane
from caseboard.viewer.picture import Picture
from caseboard.viewer.ruling import Ruling
from caseboard.viewer.shown import Shown
from caseboard.viewer.side import Side
from caseboard.viewer.unseen import Unseen
from casedb import Case
from casedb.model.file_pages import pages_of
from casedb.model.records import Artifact
from casedb.words import say


class Viewer(QWidget):
    """Shows files of one case. `left()` follows its end; `stepped(str)` asks to `undo` or `redo`;
    `saving_wanted(str)` asks for a file, by its SHA-256, to be written out as it came in; `keys_wanted()`
    asks for the sheet of keys."""

    left = Signal()
    stepped = Signal(str)
    saving_wanted = Signal(str)
    keys_wanted = Signal()

    def __init__(
        self, case: Case, folder: Path, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """`folder` is the program's own, for what is decoded."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("viewer")
        self._case, self._folder = case, folder
        self._files: tuple[Shown, ...] = ()
        self._at = 0
        self.pane = Pane(theme, self)
        self.measure = Measure(self)
        self.side = Side(self)
        self._build()
        self._listen()
        self.set_theme(theme)
        self.resize(1200, 800)

    # -- the parts -------------------------------------------------------------------------------

    def _build(self) -> None:
        bar = self.bar = ViewerBar(self)
        self.back, self.on, self.name, self.page = bar.back, bar.on, bar.name, bar.page
        self.out, self.zoom, self.near, self.fit = bar.out, bar.zoom, bar.near, bar.fit
        self.turn, self.angle, self.ruler, self.aside = bar.turn, bar.angle, bar.ruler, bar.aside
        self.panel = MarkPanel(self.pane.theme, self)
        self.panel.hide()
        self.strip = PageStrip(self._case, self.pane.theme, self)
        self.strip.hide()
        self.looking = Looking(self.pane, bar, self.side, self)
        self.paging = Paging(self.strip, bar.page, self)
        self.marking = Marking(self._case, self.pane, bar.tools, self.panel, self)
        # Over the marks: while something is measured, the hands are the ruler's.
        self.pane.add_layer(self.measure)
        self.ruling = Ruling(self._case, self.measure, self.side, self.marking, self.pane, self)
        self.unseen = Unseen(self.pane)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.strip)
        middle.addWidget(self.panel)
        middle.addWidget(self.pane, 1)
        middle.addWidget(self.side)
        foot = self.foot = ViewerFoot(self)
        self.pixel, self.spot, self.hint = foot.pixel, foot.spot, foot.hint
        self.trouble, self.progress = foot.trouble, foot.progress
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)
        self._order_focus()

    def _order_focus(self) -> None:
        beside = (
            self.strip,
            *(*focusable(self.panel), self.pane, self.unseen.save),
            *focusable(self.side),
        )
        order_focus((*self.bar.reached, *beside))

    def _listen(self) -> None:
        pane, side = self.pane, self.side
        self.back.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))
        self.paging.turned.connect(self.measure.clear)
        self.paging.stayed.connect(self._open)
        self.strip.escaped.connect(pane.setFocus)
        self.bar.pages.toggled.connect(self._show_strip)
        self.marking.marked.changed.connect(self._count_marks)
        self.ruler.toggled.connect(self._take_ruler)
        self.aside.toggled.connect(partial(self._show_beside, side))
        self.bar.laid.connect(self._order_focus)
        self.bar.listed.toggled.connect(partial(self._show_beside, self.panel))
        self.bar.seen.toggled.connect(self.marking.drawing.show)
        self.marking.page_wanted.connect(lambda number: self.show_page(number - 1))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
        self.marking.hinted.connect(self.hint.show_text)
        self.ruling.told.connect(self.hint.show_text)
        self.marking.taken.connect(self._take_tool)
        self.unseen.saving_wanted.connect(self._ask_to_save)
        pane.menu_wanted.connect(self._offer_menu)
        pane.pointed.connect(self._point)
        side.form_chosen.connect(self._point)
        for keys, what in (("Ctrl+Z", "undo"), ("Ctrl+Shift+Z", "redo"), ("Ctrl+Y", "redo")):
            shortcut = QShortcut(keys, self)
            shortcut.activated.connect(lambda what=what: self.stepped.emit(what))

    def _show_beside(self, part: QWidget, is_shown: bool) -> None:
        """Show or hide what is beside the picture, which stays where it is on the screen."""
        pane, layout = self.pane, self.layout()
        before, place = pane.eye, pane.mapTo(self, QPointF())
        part.setVisible(is_shown)
        if self.isVisible() and layout is not None:
            layout.activate()
            pane.stay(before, pane.mapTo(self, QPointF()) - place)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.pane.set_theme(theme)
        self.bar.set_theme(theme)
        self.strip.set_theme(theme)
        self.marking.set_theme(theme)

    def set_bindings(self, bindings: Bindings) -> None:
        """Let mouse and wheel do what the user prefers."""
        self.pane.bindings = bindings

    def show_thumbnails(self, thumbnails: Thumbnails) -> None:
        """Take the small pictures of pages from here."""
        self.strip.show_thumbnails(thumbnails)

    # -- files -----------------------------------------------------------------------------------

    def show_files(self, files: Sequence[Shown], at: int = 0) -> None:
        """Show one of some files; the others are a step away."""
        self._files = tuple(files)
        self._show(at)

    @property
    def shown(self) -> Shown | None:
        """The file that is shown."""
        return self._files[self._at] if self._files else None

    def step(self, by: int) -> None:
        """Go to the file so many further, if there is one."""
        at = self._at + by
        if 0 <= at < len(self._files):
            self._show(at)

    def _show(self, at: int) -> None:
        self._at = at
        self.paging.begin()
        self.measure.clear()
        self.looking.begin()
        file = self._files[at]
        several = len(self._files) > 1
        self.back.setVisible(several)
        self.on.setVisible(several)
        self.back.setEnabled(at > 0)
        self.on.setEnabled(at + 1 < len(self._files))
        told = f"{file.name} · {file.title}" if file.title else file.name
        if several:
            told = say("{name} ({n} of {count})", name=told, n=at + 1, count=len(self._files))
        self.name.show_text(told)
        self.setWindowTitle(told)
        self.pane.name_after(file.name)
        self._open()
        record = self._case.contents.get(Artifact, file.artifact)
        self._show_pages(pages_of(record) if record is not None else 1)

    # -- pages -----------------------------------------------------------------------------------

    def _show_pages(self, pages: int) -> None:
        """Offer so many pages, beside the picture as well where there are several."""
        self.paging.offer(self._files[self._at].artifact, pages)
        several = self.paging.has_several
        self.bar.pages.setVisible(several)
        self.strip.setVisible(several and self.bar.pages.isChecked())
        if several:
            self.marking.show_pages()

    def _show_strip(self, is_wanted: bool) -> None:
        self._show_beside(self.strip, is_wanted and self.paging.has_several)

    def _count_marks(self) -> None:
        self.strip.show_marks(Counter(each.page for each in self.marking.marked.all))

    def show_page(self, number: int) -> None:
        """Show a page of the document, counted from 0."""
        self.paging.go_to(number)

    def turn_on(self, by: int, *, is_held: bool = False) -> None:
        """Go so many pages further; from the last one to the next file, unless a key `is_held`."""
        is_there = self.paging.turn_on(by, is_held=is_held)
        if not is_there and not is_held:
            self.step(by)

    def look_at(self, page: int, part: tuple[float, float, float, float]) -> None:
        """Look at a part of a page (from 1): left, top, right, bottom in fractions of it."""
        self.show_page(page - 1)
        self.pane.look_at(part)

    def _open(self) -> None:
        self.paging.stop()
        self._let_go()
        file = self._files[self._at]
        picture = Picture(self._folder, self)
        picture.grew.connect(self._grow)
        picture.failed.connect(self._fail)
        self.foot.begin()
        self._tell_unseen("")
        self.pane.show_picture(picture)
        picture.open(self._case, file.artifact, self.paging.page)
        self.marking.show(file.artifact, self.paging.page + 1)
        self.ruling.show(file, self.paging.page + 1)
        self._point()

    def _let_go(self) -> None:
        picture = self.pane.picture
        if picture is not None:
            self.pane.show_picture(None)
            picture.close()
            picture.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.marking.finish_words()
        self.paging.stop()
        self._let_go()
        super().closeEvent(event)
        self.left.emit()

    # -- following the picture -------------------------------------------------------------------

    def _grow(self) -> None:
        picture = self.pane.picture
        if picture is None or picture.known is None:
            return
        self.ruling.find(picture)
        if picture.known.pages != self.paging.count:
            self._show_pages(picture.known.pages)
        if picture.known.is_cut:
            self.trouble.show_text(say("The file is cut short: what is grey is missing from it."))
        self.marking.come_near()
        self.foot.show_progress(picture)
        self._point()

    def _fail(self, sentence: str) -> None:
        self.progress.hide()
        picture = self.pane.picture
        if picture is not None and picture.known is not None:
            self.trouble.show_text(sentence)
        else:
            self._tell_unseen(sentence)

    def _tell_unseen(self, sentence: str) -> None:
        """Say in the middle why nothing is shown, and grey what would do nothing; empty for all is well."""
        if sentence:
            self.ruler.setChecked(False)
        self.unseen.tell(sentence)
        self.marking.refuse(sentence)
        bar = self.bar
        for part in (
            *(bar.ruler, bar.seen, bar.out, bar.zoom, bar.near, bar.fit, bar.turn, bar.angle),
            self.side.page,
        ):
            part.setEnabled(not sentence)
        self._order_focus()

    def _ask_to_save(self) -> None:
        if self.shown is not None:
            self.saving_wanted.emit(self.shown.artifact)

    # -- looking ---------------------------------------------------------------------------------

    def _point(self) -> None:
        self.foot.point(self.pane, self.ruling.ground, self.side.form_name)

    # -- marks -----------------------------------------------------------------------------------

    def show_mark(self, mark_id: str) -> None:
        """Choose a mark of the file that is shown, and look at it from near, as soon as that can be."""
        self.list_marks(True)
        self.marking.wait_for(mark_id)

    def list_marks(self, is_wanted: bool) -> None:
        """Show the list of marks beside the picture, or the picture alone."""
        self.bar.listed.setChecked(is_wanted)

    def follow(self) -> None:
        """Show what is marked now."""
        self.marking.refresh()
        self.ruling.follow()

    def tell(self, sentence: str) -> None:
        """Say at the foot what has come of a wish."""
        self.hint.show_text(sentence)

    def _take_tool(self, draws: bool) -> None:
        if draws:
            self.ruler.setChecked(False)
            self.bar.seen.setChecked(True)
            self.list_marks(True)

    def _offer_menu(self, on_desktop: QPoint) -> None:
        self.panel.offer(on_desktop)

    # -- measuring -------------------------------------------------------------------------------

    def _take_ruler(self, is_taken: bool) -> None:
        self.measure.is_active = is_taken
        self.marking.drawing.is_active = not is_taken
        if is_taken:
            self.marking.take(None)
            self.aside.setChecked(True)
            self.pane.setFocus()
        else:
            self.measure.clear()
        self.ruling.follow()

    # -- keys ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        match event.key():
            case keys.Key_Escape:
                if self.ruler.isChecked():
                    self.ruler.setChecked(False)
                else:
                    self.close()
            case keys.Key_M if self.ruler.isEnabled():
                self.ruler.toggle()
            case keys.Key_T:
                self.aside.toggle()
            case keys.Key_PageUp | keys.Key_PageDown:
                by = 1 if event.key() == keys.Key_PageDown else -1
                if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                    self.step(by)
                else:
                    self.turn_on(by, is_held=event.isAutoRepeat())
            case keys.Key_Home:
                self.show_page(0)
            case keys.Key_End:
                self.show_page(self.paging.count - 1)
            case keys.Key_S if self.paging.has_several:
                self.bar.pages.toggle()
            case keys.Key_F1 | keys.Key_Question:
                self.keys_wanted.emit()
            case keys.Key_N:
                self.bar.listed.toggle()
            case keys.Key_H:
                self.bar.seen.toggle()
            case _ if self.looking.key(event) or self.marking.key(event):
                pass
            case _:
                super().keyPressEvent(event)

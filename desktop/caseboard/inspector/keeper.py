"""`Keeper`: stores what is typed into the editors of one record, a moment after it was typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.subjects import Subject
from casedb import Change

PAUSE = 400
"""Milliseconds without a key after which what was typed is stored."""

LONGEST = 1_500
"""Milliseconds after which it is stored even where there is no pause."""


class Keeper(QObject):
    """Binds editors to a subject: shows its values, stores what changes, takes changes in.

    Nothing is ever written that is there already. What is not understood yet, or was refused, stays
    in its editor, and comes back when the same record is shown again.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._editors: dict[str, Editor] = {}
        self._subject: Subject | None = None
        self._read_only = False
        self._waiting: list[Editor] = []
        self._pause = self._timer(PAUSE, is_pause=True)
        self._longest = self._timer(LONGEST, is_pause=False)
        self._number = id(self)

    def _timer(self, interval: int, is_pause: bool) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(partial(self._store_waiting, is_pause))
        return timer

    def add(self, editor: Editor) -> None:
        """Take an editor into care."""
        self._editors[editor.field.name] = editor
        editor.edited.connect(partial(self._wait, editor))
        editor.settled.connect(partial(self._settle, editor))
        if self._subject is not None:
            self._show(editor, self._subject)

    def editor(self, name: str) -> Editor | None:
        """The editor of a field."""
        return self._editors.get(name)

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that is to be stored in a moment."""
        return bool(self._waiting)

    @property
    def subject(self) -> Subject | None:
        """What the editors are about now."""
        return self._subject

    def bind(self, subject: Subject | None, *, read_only: bool = False) -> None:
        """Show another record; what was typed for the one before is stored first."""
        self.flush()
        self._keep_drafts()
        self._subject = subject
        self._read_only = read_only or self._desk.bridge.read_only
        if subject is not None:
            for editor in self._editors.values():
                self._show(editor, subject)

    def refresh(self) -> None:
        """Take in changes of the record that came from elsewhere."""
        values = self._subject.values(self._desk.contents) if self._subject else None
        if values is None:
            return
        for name, editor in self._editors.items():
            if editor.depends_on(values) or values.get(name) != editor.stored:
                editor.show_values(values)
                self._note_unread(editor)

    def notice(self, change: Change) -> None:
        """Tell the editors of a change of other records."""
        for editor in self._editors.values():
            editor.notice(change)

    def flush(self) -> None:
        """Store what was typed and is understood."""
        self._wait_no_more()
        for editor in self._editors.values():
            editor.finish()
            self._store(editor)
            self._note_unread(editor)

    def _note_unread(self, editor: Editor) -> None:
        if self._subject is not None and not self._read_only:
            is_there = self._subject.values(self._desk.contents) is not None
            text = editor.unread() if is_there else ""
            self._desk.backlog.note_unread((self._subject.id, editor.field.name), text)

    # -- the course of an edit --------------------------------------------------------------

    def _wait(self, editor: Editor) -> None:
        if editor not in self._waiting:
            self._waiting.append(editor)
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        self._desk.backlog.wait(self._number, True)

    def _wait_no_more(self) -> list[Editor]:
        """The editors that were waited for, and are no longer."""
        waiting, self._waiting = self._waiting, []
        self._pause.stop()
        self._longest.stop()
        self._desk.backlog.wait(self._number, False)
        return waiting

    def _store_waiting(self, paused: bool) -> None:
        for editor in self._wait_no_more():
            editor.comment(paused=paused)
            self._store(editor)
            if paused:
                self._note_unread(editor)

    def _settle(self, editor: Editor) -> None:
        if editor in self._waiting:
            self._waiting.remove(editor)
            if not self._waiting:
                self._wait_no_more()
        editor.finish()
        self._store(editor)
        self._note_unread(editor)
        if not editor.has_focus:
            editor.tidy()

    def _store(self, editor: Editor) -> None:
        subject, answer = self._subject, editor.answer()
        if subject is None or answer is None or self._read_only:
            return
        field, backlog = editor.field, self._desk.backlog
        values = subject.values(self._desk.contents)
        if values is not None and values.get(field.name) == answer.stored:
            backlog.forget((subject.id, field.name))
            editor.show_values(values)
            return
        merges = editor.take_step()
        what = f"{subject.id}/{field.name}"
        gesture = self._desk.bridge.typing(what) if merges else ""
        backlog.store(subject, field, answer, gesture)

    # -- drafts -----------------------------------------------------------------------------

    def _show(self, editor: Editor, subject: Subject) -> None:
        values = subject.values(self._desk.contents)
        if values is None:
            return
        editor.set_read_only(self._read_only)
        editor.start(values, subject.id)
        draft = self._desk.backlog.take_draft((subject.id, editor.field.name))
        if draft:
            editor.resume(draft)

    def _keep_drafts(self) -> None:
        if self._subject is None:
            return
        for name, editor in self._editors.items():
            draft, key = editor.draft(), (self._subject.id, name)
            if draft:
                self._desk.backlog.keep_draft(key, draft)
            else:
                # What was chosen and refused is chosen again in a moment; the list shows it as it is.
                self._desk.backlog.forget(key)

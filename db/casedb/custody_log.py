"""Custody: what happened to the bytes of files, in order, by whom and when.

All of it follows from the journal. Acquiring, hashing and expunging are changes of records; that
bytes were checked, went out or were redacted, entries tell that change nothing (`model.handling`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from casedb.entries import Entry, Row, RowEdit
from casedb.errors import InvalidChange
from casedb.history import Journal
from casedb.model.contents import Contents
from casedb.model.custody import KEY, is_expunged
from casedb.model.fields import AnyField, Unreadable
from casedb.model.file_names import given_in
from casedb.model.forms import ARTIFACT_FIELDS
from casedb.model.handling import Deed, Fault, Handling, Way
from casedb.model.json_value import JsonValue
from casedb.model.marks import Form
from casedb.model.records import Artifact, Board
from casedb.model.visible_text import visible_line
from casedb.report import Report
from casedb.words import say, term

MOST_FAILED = 5_000
"""Failed files that one entry names; of more, another entry tells."""

MOST_LINES = 100
"""Files of an entry that are told one by one."""

LABEL_OF = {
    Deed.CHECKED: "Verify case",
    Deed.REDACTED: "Redact file",
}
_LABEL_OF_WAY = {
    Way.ORIGINAL: "Save original",
    Way.DRAGGED: "Drag file out",
    Way.BOARD: "Export board",
    Way.COPY: "Save copy of case",
}


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to the bytes of an artifact, or of many where `artifact` is empty.

    `seq` is the journal's entry, `at` its UTC time (ISO 8601), `actor` who did it; `fault` says what
    a check found wrong, None where nothing was; `note` is what else there is to say, in words.
    """

    deed: Deed
    seq: int
    at: str
    actor: str
    artifact: str
    note: str = ""
    fault: Fault | None = None


class Custody:
    """The custody of the files of one case, as its journal tells it; `note` writes an entry.

    Whatever reads raises CaseDamaged where the journal cannot be read.
    """

    def __init__(
        self,
        journal: Journal,
        contents: Contents,
        note: Callable[[str, Handling], Entry],
    ) -> None:
        self._journal = journal
        self._contents = contents
        self._note = note
        self._failed: dict[str, Event] | None = None

    # -- reading --------------------------------------------------------------------------

    def events_of(self, artifact: str) -> list[Event]:
        """What happened to the bytes of one artifact, oldest first; nothing for an unknown one."""
        held = self._journal.history_of("artifact", artifact)
        if not held:
            return []
        events: list[Event] = []
        was_there = _Presence()
        told = self._journal.handlings()
        for entry, edit in held:
            was_there.take(entry, edit)
            events += self._events_of_edit(entry, edit)
        events += [each for each in self._blurs() if each.artifact == artifact]
        events += [
            event
            for entry in told
            if entry.told is not None
            and (event := self._told_of(entry, entry.told, artifact, was_there)) is not None
        ]
        return sorted(events, key=lambda each: each.seq)

    def events(self) -> list[Event]:
        """What happened to all files, oldest first; what was done to many at once is told once."""
        events: list[Event] = []
        for entry, edit in self._journal.history_of("artifact"):
            events += self._events_of_edit(entry, edit)
        events += self._blurs()
        for entry in self._journal.handlings():
            if entry.told is not None:
                events += self._told_of_all(entry, entry.told)
        return sorted(events, key=lambda each: each.seq)

    @property
    def failed(self) -> Mapping[str, Event]:
        """The artifacts whose last check failed, with that check, by SHA-256."""
        if self._failed is None:
            self._failed = {}
            for entry in self._journal.handlings():
                self._take(entry)
        return {
            name: event for name, event in self._failed.items() if not self._is_at_rest(name, event)
        }

    def _is_at_rest(self, name: str, event: Event) -> bool:
        # Of bytes that were expunged nobody asks any more what they were.
        artifact = self._contents.get(Artifact, name)
        return artifact is not None and is_expunged(artifact) and event.fault is not Fault.RETURNED

    def take_note(self, entry: Entry) -> None:
        """Follow an entry that is on the disk."""
        if self._failed is not None:
            self._take(entry)

    def _take(self, entry: Entry) -> None:
        told, failed = entry.told, self._failed
        if failed is None or told is None or told.deed not in (Deed.CHECKED, Deed.RESTORED):
            return
        if told.every:
            failed.clear()
        for name in told.artifacts:
            failed.pop(name, None)
        for name, fault in told.failed:
            failed[name] = _event(entry, Deed.CHECKED, name, say(FAULTS[fault]), fault)

    # -- writing --------------------------------------------------------------------------

    def note_check(
        self, as_of: int, head: str, failed: Mapping[str, Fault], findings: int = 0
    ) -> Entry:
        """Note that every file was checked as of an entry with that hash, and which failed why.

        Raises InvalidChange where the journal of the case has no such entry: what was checked is
        then another state of the file; ReadOnlyCase and NotSaved as `Case.run` does.
        """
        if not 1 <= as_of <= self._journal.length or self._journal.entry(as_of).hash != head:
            raise InvalidChange(
                say("What was checked is not this case as it is here, so nothing was noted of it.")
            )
        listed = sorted(failed.items())
        told = Handling(
            Deed.CHECKED,
            every=True,
            as_of=as_of,
            head=head,
            failed=tuple(listed[:MOST_FAILED]),
            findings=findings,
        )
        entry = self._note(LABEL_OF[Deed.CHECKED], told)
        for start in range(MOST_FAILED, len(listed), MOST_FAILED):
            part = tuple(listed[start : start + MOST_FAILED])
            names = tuple(name for name, _ in part)
            more = replace(told, every=False, artifacts=names, failed=part)
            entry = self._note(LABEL_OF[Deed.CHECKED], more)
        return entry

    def note_export(
        self, way: Way, artifacts: tuple[str, ...] = (), *, board: str = "", form: str = ""
    ) -> Entry | None:
        """Note that files went out: some as originals or in a picture of a board, all in a copy.

        None where no file went out. Raises as `note_check` does.
        """
        every = way is Way.COPY
        if not artifacts and not (every and self._contents.artifacts):
            return None
        as_of = self._journal.length if every else 0
        told = Handling(
            Deed.EXPORTED,
            tuple(dict.fromkeys(artifacts)),
            every=every,
            as_of=as_of,
            way=way,
            board=board,
            form=form,
        )
        return self._note(_LABEL_OF_WAY[way], told)

    def note_redaction(self, artifact: str, made: str) -> Entry:
        """Note that a redacted copy of a file was made, which is an artifact of its own."""
        return self._note(LABEL_OF[Deed.REDACTED], Handling(Deed.REDACTED, (artifact,), made=made))

    # -- in words -------------------------------------------------------------------------

    def _events_of_edit(self, entry: Entry, edit: RowEdit) -> Iterator[Event]:
        now, before = edit.after, edit.before
        if edit.expunged:
            return
        if now is None:
            note = say(
                "Its record left the case; its bytes stay in the file until they are expunged."
            )
            yield _event(entry, Deed.REMOVED, edit.id, note)
            return
        tombstone = _fields(now).get(KEY)
        if before is None and not isinstance(tombstone, Mapping):
            yield _event(entry, Deed.ACQUIRED, edit.id, self._acquired(edit.id, now, entry))
            note = say("SHA-256 {sha256}", sha256=edit.id)
            yield _event(entry, Deed.HASHED, edit.id, note)
        elif isinstance(tombstone, Mapping):
            yield _event(entry, Deed.EXPUNGED, edit.id, str(tombstone.get("reason") or ""))

    def _blurs(self) -> Iterator[Event]:
        """When parts of files were blurred wherever they are shown, and when that was taken back."""
        for entry, edit in self._journal.history_of("annotation"):
            if (edit.before is None) == (edit.after is None):
                continue
            row = edit.after or edit.before or {}
            if _fields(row).get("form") == Form.BLUR.value:
                deed = Deed.REDACTED if edit.after is not None else Deed.UNREDACTED
                yield _event(entry, deed, str(row.get("artifact") or ""), say(_BLURRED[deed]))

    def _acquired(self, artifact_id: str, row: Row, entry: Entry) -> str:
        """Under which name bytes came, and from where, as far as it is told by now."""
        held = self._contents.get(Artifact, artifact_id)
        values: Mapping[str, JsonValue] = held.values if held is not None else _fields(row)
        name = str(row.get("name") or "")
        size = row.get("size")
        parts = (
            [say("“{name}”, {n} byte", "“{name}”, {n} bytes", name=name, n=size)]
            if (isinstance(size, int))
            else [name]
        )
        if given := given_in(values):
            parts.append(say("called “{name}” where it was", name=visible_line(given)))
        if entry.action == "redo":
            parts.append(say("brought back"))
        told = [each for each in ARTIFACT_FIELDS if each.name in values]
        parts += [f"{say(each.label)}: {_shown(each, values)}" for each in told]
        return "; ".join(parts)

    def _told_of(
        self, entry: Entry, told: Handling, artifact: str, presence: _Presence
    ) -> Event | None:
        """What an entry tells of one artifact; None where it does not speak of it."""
        fault = told.fault_of(artifact)
        concerned = artifact in told.artifacts or fault is not None
        if not concerned and not (told.every and presence.at(told.as_of)):
            return None
        return _event(entry, told.deed, artifact, self._note_of(told, fault), fault)

    def _told_of_all(self, entry: Entry, told: Handling) -> Iterator[Event]:
        if told.deed is Deed.CHECKED:
            if told.every:
                yield _event(entry, told.deed, "", check_in_words(told))
            for name, fault in told.failed:
                yield _event(entry, told.deed, name, say(FAULTS[fault]), fault)
        elif len(told.artifacts) == 1:
            yield _event(entry, told.deed, told.artifacts[0], self._note_of(told, None))
        else:
            yield _event(entry, told.deed, "", handling_in_words(self._contents, told))

    def _note_of(self, told: Handling, fault: Fault | None) -> str:
        if told.deed is Deed.CHECKED:
            return say(FAULTS[fault]) if fault is not None else say(_UNCHANGED)
        return way_in_words(self._contents, told)


def note_report(custody: Custody, report: Report) -> Entry:
    """Note in a case what verifying it came to. Raises as `Custody.note_check` does."""
    return custody.note_check(report.entries, report.head, report.failed, len(report.findings))


class _Presence:
    """From which entry to which an artifact had its bytes in the case, as its edits tell."""

    def __init__(self) -> None:
        self._steps: list[tuple[int, bool]] = []

    def take(self, entry: Entry, edit: RowEdit) -> None:
        if edit.after is None or KEY in _fields(edit.after):
            self._steps.append((entry.seq, False))
        elif edit.before is None:
            self._steps.append((entry.seq, True))

    def at(self, seq: int) -> bool:
        """Whether the bytes were there after an entry."""
        return next((there for at, there in reversed(self._steps) if at <= seq), False)


def _event(
    entry: Entry, deed: Deed, artifact: str, note: str = "", fault: Fault | None = None
) -> Event:
    return Event(deed, entry.seq, entry.at, entry.actor, artifact, note, fault)


def _fields(row: Row) -> Mapping[str, JsonValue]:
    held = row.get("fields")
    return held if isinstance(held, Mapping) else {}


def _shown(field: AnyField, values: Mapping[str, JsonValue]) -> str:
    try:
        read = field.read(values)
    except Unreadable:
        return str(values[field.name])
    return " ".join(field.show(read).split()) if read is not None else ""


DEEDS: Mapping[Deed, str] = {
    Deed.ACQUIRED: term("Taken in"),
    Deed.HASHED: term("Hashed"),
    Deed.CHECKED: term("Checked"),
    Deed.EXPORTED: term("Exported"),
    Deed.RESTORED: term("Restored"),
    Deed.REDACTED: term("Redacted"),
    Deed.UNREDACTED: term("Redaction taken back"),
    Deed.REMOVED: term("Removed"),
    Deed.EXPUNGED: term("Expunged"),
    Deed.UNKNOWN: term("Noted by a newer version"),
}
"""What happened, in a word."""

_BLURRED: Mapping[Deed, str] = {
    Deed.REDACTED: term(
        "A part of it is blurred wherever it is shown; its bytes are as they were."
    ),
    Deed.UNREDACTED: term("A part of it is not blurred any more."),
}

FAULTS: Mapping[Fault, str] = {
    Fault.CHANGED: term("Failed: the bytes are not those that came in."),
    Fault.UNREADABLE: term("Failed: the bytes cannot be read to their end."),
    Fault.MISSING: term("Failed: the bytes are missing."),
    Fault.RETURNED: term("Failed: the bytes are there, though they were expunged."),
}
"""What a check found wrong."""

CURE = term(
    "Whoever still has an original of a failed file can add it once more: its bytes take their place again."
)
"""What can be done about bytes that failed."""

_UNCHANGED = term("As it came in: the SHA-256 is the same.")

_WAYS: Mapping[Way, str] = {
    Way.ORIGINAL: term("As the original file"),
    Way.DRAGGED: term("As the original file, dragged out"),
    Way.COPY: term("In a copy of the whole case"),
    Way.UNKNOWN: term("In a way that a newer version knows"),
}


def deed_in_words(event: Event) -> str:
    """What happened, in a word or two; whether a check went well is part of it."""
    if event.deed is Deed.CHECKED and event.artifact:
        return say("Checked: failed") if event.fault is not None else say("Checked: as it was")
    return say(DEEDS[event.deed])


def way_in_words(contents: Contents, told: Handling) -> str:
    """As what files went out, or what was made of them."""
    if told.deed is Deed.REDACTED and told.head:
        return say(
            "This case is a redacted copy, made after entry {n} of another, which has the hash {head}",
            n=str(told.as_of),
            head=told.head,
        )
    if told.deed is Deed.REDACTED:
        return say("A redacted copy was made, SHA-256 {sha256}", sha256=told.made)
    if told.deed is Deed.RESTORED:
        return say("Its bytes were put back from an original that has the same SHA-256")
    if told.way is Way.BOARD:
        board = contents.get(Board, told.board)
        if board is not None:
            form, title = told.form.upper(), board.title
            return say("In a picture ({form}) of the board “{title}”", form=form, title=title)
        return say("In a picture ({form}) of a board that is gone", form=told.form.upper())
    return say(_WAYS[told.way]) if told.way is not None else ""


def check_in_words(told: Handling) -> str:
    """What a check of all files came to."""
    as_of = say("as of entry {seq}", seq=f"{told.as_of}")
    if not told.findings and not told.failed:
        return say("The whole case, {as_of}: sound", as_of=as_of)
    failed = say("{n} file failed", "{n} files failed", n=len(told.failed))
    found = say("{n} finding", "{n} findings", n=told.findings)
    return say(
        "The whole case, {as_of}: {found}, {failed}", as_of=as_of, found=found, failed=failed
    )


def lines_of_handling(contents: Contents, told: Handling) -> list[str]:
    """What an entry tells that changes nothing: a line for it, and one for every file it names."""
    lines = [handling_in_words(contents, told)]
    failed = dict(told.failed)
    for sha256 in dict.fromkeys((*failed, *told.artifacts)):
        if len(lines) > MOST_LINES:
            more = len({*failed, *told.artifacts}) - MOST_LINES
            lines.append(say("And {n} more file", "And {n} more files", n=more))
            break
        artifact = contents.get(Artifact, sha256)
        name = f"“{artifact.name}”" if artifact is not None else f"{sha256[:12]}…"
        fault = failed.get(sha256)
        lines.append(f"{name}: {say(FAULTS[fault])}" if fault is not None else name)
    return lines


def handling_in_words(contents: Contents, told: Handling) -> str:
    """What an entry tells that changes nothing, in a sentence without its end."""
    if told.deed is Deed.CHECKED:
        return check_in_words(told)
    if told.deed is Deed.UNKNOWN:
        return say(DEEDS[told.deed])
    many = say("all files") if told.every else say("{n} file", "{n} files", n=len(told.artifacts))
    return f"{way_in_words(contents, told)}: {many}"

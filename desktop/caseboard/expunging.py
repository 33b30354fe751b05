"""Expunging a file from the window: with a bar, and with what is still lying about outside the case."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from caseboard.bridge import CaseBridge
from caseboard.dialogs.progress import Progress
from caseboard.dragged import forget_dragged
from casedb.custody import Expunged
from casedb.errors import Stopped
from casedb.words import say


def expunge(
    window: QWidget, bridge: CaseBridge, artifact: str, reason: str
) -> tuple[str, ...] | None:
    """Let the bytes of a file go; sentences about what came of it, or None where nothing was done.

    A refusal, or that it was called off, is told by the bridge.
    """
    done: list[Expunged] = []
    size = 2 * sum(each.size for each in bridge.contents.artifacts.values())

    def carry_out(progress: Progress) -> None:
        done.append(bridge.case.expunge(artifact, reason, partial(_advance, progress)))

    with Progress.over(window, say("Expunging the file and writing the case anew…"), size) as bar:
        bridge.carry_out(partial(carry_out, bar))
    if not done:
        return None
    (outcome,) = done
    told = [
        say("Its bytes went from the backup {path} as well.", path=each) for each in outcome.backups
    ]
    told += [
        say("What was dragged out to {path} could not be removed.", path=each)
        for each in forget_dragged(artifact)
    ]
    entry = say("Noted in the journal as entry {seq}.", seq=outcome.entry.seq)
    return (entry, *told, *outcome.unreached)


def _advance(progress: Progress, done: int, total: int) -> None:
    progress.show_done(done, total)
    if progress.wasCanceled():
        raise Stopped(
            say("Expunging was called off: the case still has the file, its backups may not.")
        )

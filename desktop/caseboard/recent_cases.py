"""`RecentCases`: the cases that were open before, as the welcome page and the palette offer them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from caseboard import asking, exports
from caseboard.dialogs.missing_case import FORGET, LOCATE, MissingCase
from caseboard.recent_card import RecentCase
from caseboard.settings import Recent
from caseboard.titles import shown_title
from caseboard.workspace import Workspace
from casedb import Case
from casedb.ids import utc_now

if TYPE_CHECKING:
    from caseboard.window import Window


class RecentCases:
    """Remembers the cases of a window in the user's settings, with a picture of each."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._settings = window.settings

    @property
    def listed(self) -> list[RecentCase]:
        """The cases, the newest first."""
        return [self._recent_case(each) for each in self._settings.now.recent]

    def _recent_case(self, recent: Recent) -> RecentCase:
        picture = QImage(str(self._settings.preview_of(recent.case_id)))
        path = Path(recent.path)
        return RecentCase(
            path=path,
            title=recent.title,
            opened_at=_shown_time(recent.opened_at),
            preview=None if picture.isNull() else picture,
            missing=not path.exists(),
        )

    def remember(self, case: Case) -> None:
        """Put a case first that has just been opened."""
        self._settings.remember(
            Recent(str(case.path), shown_title(case.title), utc_now(), case.contents.info.id)
        )

    def keep_preview(self, workspace: Workspace) -> None:
        """Keep a picture of the board in front of a case that is about to be closed."""
        contents = workspace.bridge.contents
        # With the thumbnails that are here: nobody who closes a case waits for pictures.
        picture = exports.preview(
            contents, workspace.canvas.columns, self._window.theme, workspace.thumbnails.held
        )
        file = self._settings.preview_of(contents.info.id)
        try:
            self._settings.home.folder("previews")
        except OSError:
            return
        picture.save(str(file))

    def open(self, path: Path) -> None:
        """Open a case that was open before; where it is gone, look for it or forget it."""
        if path.exists():
            self._window.open_case(path)
            return
        answer = MissingCase.ask(self._window, path)
        if answer == FORGET:
            self.forget(path)
        elif answer == LOCATE:
            self._locate(path)

    def _locate(self, path: Path) -> None:
        """Open the file that is shown in place of one that is gone."""
        window, recent = self._window, self._settings.now.recent
        lost = next((each for each in recent if each.path == str(path)), None)
        there = asking.case_to_open(window, path.parent if path.parent.exists() else None)
        if there is None or not window.open_case(there) or lost is None:
            return
        if window.case_id == lost.case_id:
            self._settings.forget(lost.path)
        elif window.workspace is not None:
            title = shown_title(lost.title)
            window.workspace.toast.say(f"This is another case; “{title}” is still missing.")

    def forget(self, path: object) -> None:
        """List a case no more; its file stays where it is."""
        self._settings.forget(str(path))
        if self._window.workspace is None and self._window.arrival is None:
            self._window.show_welcome()


def _shown_time(stamp: str) -> str:
    """A stored moment in local time; as it is where it is not understood."""
    try:
        moment = datetime.fromisoformat(stamp).astimezone()
    except ValueError:
        return stamp
    # Not every system can leave out the zero of a day by itself.
    return f"{moment.day} {moment:%B %Y, %H:%M}"

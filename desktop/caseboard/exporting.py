"""`Exporting`: the board in front and the whole case, written into files of their own."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from caseboard import exports
from caseboard.board.scene import Scene
from caseboard.board.snapshot import BoardLeaf
from caseboard.bridge import CaseBridge
from caseboard.dialogs.picture_dialog import PictureQuestion
from caseboard.dialogs.progress import Progress
from caseboard.exports import Extract, Pictures
from caseboard.inspector import outside
from caseboard.looking import Looking
from caseboard.picture import Picture
from caseboard.piecemeal import Piecemeal
from caseboard.selection import Selection
from caseboard.settings import Settings
from caseboard.stage import Stage
from caseboard.theme import theme
from caseboard.titles import shown_title
from caseboard.toast import Toast
from casedb import CaseError
from casedb.errors import ExportRefused
from casedb.intake.cage.cage import Cage
from casedb.model.geometry import Rect
from casedb.model.handling import Way
from casedb.words import say

_PARTS = 1000


class Exporting:
    """Writes a board as a picture, all of it or a part, and copies of the case.

    A picture is drawn a little at a time, as the board was when that began; it can be called off at any
    moment. `tell_failure` is given what went wrong with a copy, which may say that the case is damaged.
    """

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        stage: Stage,
        looking: Looking,
        toast: Toast,
        cage: Cage,
        settings: Settings,
        parent: QWidget,
        tell_failure: Callable[[str], None],
    ) -> None:
        self._bridge = bridge
        self._selection = selection
        self._stage = stage
        self._looking = looking
        self._toast = toast
        self._cage = cage
        self._settings = settings
        self._parent = parent
        self._tell_failure = tell_failure
        self._piecemeal = Piecemeal(parent)
        self._progress: Progress | None = None
        self._steps: Generator[None, None, str] | None = None
        self._written: dict[str, Path] = {}

    # -- what there is --------------------------------------------------------------------------

    @property
    def question(self) -> PictureQuestion:
        """What there is to draw of the board in front, and what was asked for last."""
        contents, board_id = self._bridge.contents, self._stage.board_id
        selected = self._selection.now
        is_selected = exports.selection_extract(contents, board_id, selected) is not None
        frames = [
            (each.id, shown_title(each.title) or say("Untitled frame"))
            for each in contents.frames_on(board_id)
        ]
        shown = self._looking.shown
        there = {
            "board": True,
            "view": True,
            "shown": any(shown),
            "selection": is_selected,
            "frame": bool(frames),
        }
        chosen = [each for each, _ in frames if each in selected.frames]
        # Who has hidden something looks at a board that is to be shown like this.
        part = "shown" if there["shown"] else "board"
        return PictureQuestion(
            last=replace(self.last, part=part, frame=next(iter(chosen), "")),
            parts=frozenset(name for name, is_there in there.items() if is_there),
            frames=tuple(frames),
            hidden=self._looking.sentence,
            size=_Measuring(self._extract, self._bridge, board_id).tell,
        )

    @property
    def last(self) -> Picture:
        """What was asked of the last picture."""
        return Picture.from_text(self._settings.now.picture)

    @property
    def last_path(self) -> Path | None:
        """Where the last picture of the board in front went, since the case was opened."""
        return self._written.get(self._stage.board_id)

    def _extract(self, picture: Picture) -> Extract:
        """The part of the board in front that a picture is to show. Raises ExportRefused."""
        contents, board_id = self._bridge.contents, self._stage.board_id
        match picture.part:
            case "shown":
                return Extract(shown=self._looking.shown, hidden=self._looking.caption)
            case "selection":
                found = exports.selection_extract(contents, board_id, self._selection.now)
                if found is None:
                    raise ExportRefused(say("Select what is to be in the picture first."))
                return found
            case "frame":
                there = [each.id for each in contents.frames_on(board_id)]
                if not there:
                    raise ExportRefused(say("There is no frame on this board."))
                wanted = picture.frame if picture.frame in there else there[0]
                return exports.frame_extract(contents, wanted)
            case "view":
                seen = self._stage.front.camera.visible()
                area = Rect(round(seen.x), round(seen.y), round(seen.w), round(seen.h))
                told = (say(exports.IN_VIEW), self._looking.caption)
                return Extract(
                    shown=self._looking.shown, hidden=" · ".join(filter(None, told)), area=area
                )
            case _:
                return exports.WHOLE

    # -- writing --------------------------------------------------------------------------------

    def write(self, path: Path, picture: Picture) -> None:
        """Write the board in front as a picture into a file, and remember how."""
        if self._piecemeal.is_busy:
            return
        self._settings.change(picture=picture.to_text())
        board_id = self._stage.board_id
        self._progress = Progress(self._parent, say("Drawing “{name}”…", name=path.name))
        self._progress.cancelled.connect(self.stop)
        self._progress.begin()
        self._steps = self._writing(board_id, path, picture)
        self._piecemeal.begin(self._steps, self._tell)

    def write_again(self) -> bool:
        """Write the board in front once more, as it was asked for and where it went last; whether that
        is known."""
        path = self.last_path
        if path is None:
            return False
        self.write(path, self.last)
        return True

    @property
    def progress(self) -> Progress | None:
        """The bar over the window while a picture is drawn."""
        return self._progress

    def finish(self) -> None:
        """Do at once what is left of a picture."""
        self._piecemeal.finish()

    def stop(self) -> None:
        """Call a picture off; what was there before is kept."""
        if self._piecemeal.is_busy:
            self._end()
            self._toast.say(say("The export was cancelled, and what was there before is kept."))

    def close(self) -> None:
        """Leave a picture that is being drawn: the case is about to be closed."""
        self._end()

    def _writing(self, board_id: str, path: Path, picture: Picture) -> Generator[None, None, str]:
        """Draw and write it; why it could not be done comes back."""
        case = self._bridge.case
        pictures = Pictures(case, self._cage)
        try:
            leaf = exports.leaf_of(case, board_id, picture, self._extract(picture), pictures)
            yield
            for part in exports.writing_board(leaf, path):
                if self._progress is not None:
                    self._progress.show_count(round(_PARTS * part), _PARTS, f"{part:.0%}")
                yield
        except CaseError as trouble:
            return str(trouble)
        self._written[board_id] = path
        self._bridge.note_export(Way.BOARD, pictures.drawn, board=board_id, form=picture.form)
        self._toast.say(
            say("“{name}” was written and checked.", name=path.name),
            say("Show in its folder"),
            lambda: outside.show_folder(path),
        )
        return ""

    def _tell(self, trouble: str) -> None:
        self._end()
        if trouble:
            self._toast.say_failure(trouble)

    def _end(self) -> None:
        self._piecemeal.drop()
        steps, self._steps = self._steps, None
        if steps is not None:
            # What is half written goes now, not when Python comes to it.
            steps.close()
        progress, self._progress = self._progress, None
        if progress is not None:
            progress.end()

    def save_copy(self, path: Path) -> None:
        """Write a copy of the case into another file."""
        try:
            self._bridge.case.save_copy(path)
        except CaseError as trouble:
            # The case may have turned out to be damaged.
            self._tell_failure(str(trouble))
        else:
            self._bridge.note_export(Way.COPY)
            self._toast.say(say("A copy was written to “{name}” and checked.", name=path.name))


class _Measuring:
    """Says how large a picture would be; a part of a board is made ready once."""

    def __init__(
        self, extract: Callable[[Picture], Extract], bridge: CaseBridge, board_id: str
    ) -> None:
        self._extract = extract
        self._bridge = bridge
        self._board_id = board_id
        self._scenes: dict[tuple[str, str], tuple[Scene, Extract]] = {}

    def tell(self, picture: Picture) -> str:
        """Its size in words; empty for an empty board. Raises ExportRefused where it cannot be made."""
        key = (picture.part, picture.frame)
        if key not in self._scenes:
            extract = self._extract(picture)
            contents = extract.only or self._bridge.contents
            scene = Scene(contents, self._board_id, theme("print"))
            if extract.shown is not None:
                scene.conceal(extract.shown.concealed)
            self._scenes[key] = scene, extract
        scene, extract = self._scenes[key]
        if scene.columns.extent() is None:
            return ""
        case = self._bridge.case
        caption = exports.caption_of(case, scene, extract.hidden, extract.area, extract.part)
        return exports.size_in_words(BoardLeaf(scene, caption, extract.area, picture))

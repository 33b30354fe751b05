"""`Showing`: the files of what is selected, at full size or compared, in windows beside the board."""

from __future__ import annotations

import contextlib
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from caseboard.bindings import Bindings
from caseboard.bridge import CaseBridge
from caseboard.dialogs.shortcuts import ShortcutSheet
from caseboard.inspector.outside import choose_target
from caseboard.linking import Linking
from caseboard.mark_deeds import MarkDeeds
from caseboard.mark_linking import MarkLinking
from caseboard.originals import write_original
from caseboard.selection import Selection
from caseboard.settings import Settings
from caseboard.sheet import file_lines
from caseboard.theme import Theme
from caseboard.thumbnails import Thumbnails
from caseboard.toast import Toast
from caseboard.viewer.comparison import Comparison
from caseboard.viewer.window import Shown, Viewer
from caseboard.window_place import put, told_place
from casedb.commands.comparing import compared_with, keeps_matches, matches_of, save_match
from casedb.delivery_report import visible_line
from casedb.errors import CaseError
from casedb.model.custody import tombstone_in_words, tombstone_of
from casedb.model.drawable import may_be_drawn
from casedb.model.fields import Number, Unreadable
from casedb.model.handling import Way
from casedb.model.kinds import kind_of
from casedb.model.marks import Form
from casedb.model.matches import Match, find_match
from casedb.model.place import Place
from casedb.model.records import Annotation, Artifact, Item
from casedb.model.regions import find_region
from casedb.model.when_and_where import Where
from casedb.words import say


class Showing(QObject):
    """Opens the viewer of one case, and closes it with the case. `link_shown(str)` asks for a link to be
    shown on its board."""

    link_shown = Signal(str)

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        settings: Settings,
        toast: Toast,
        theme: Theme,
        thumbnails: Thumbnails,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._bridge, self._selection = bridge, selection
        self._settings, self._toast, self._theme = settings, toast, theme
        self._thumbnails = thumbnails
        self.viewer: Viewer | None = None
        """The window in which files are seen, while it is open."""
        self.comparison: Comparison | None = None
        """The window in which two are compared, while it is open."""
        self.choose_target = choose_target
        """Asks where a file is to be written; None where the user does not want it after all."""
        self._compared: tuple[str, ...] = ()
        self._mark_linking = MarkLinking(bridge, Linking(bridge, selection), self._tell)
        self._mark_deeds = MarkDeeds(bridge, self._tell, self._link_from, self.link_shown.emit)
        bridge.changed.connect(self._follow)
        bridge.failed.connect(self._tell)

    def _link_from(self, mark_id: str, on_desktop: QPoint) -> None:
        viewer = self.viewer
        if viewer is not None and viewer.shown is not None and viewer.shown.item:
            self._mark_linking.ask(viewer, viewer.shown.item, mark_id, on_desktop)

    def _follow(self) -> None:
        if self.viewer is not None:
            self.viewer.follow()
        if self.comparison is not None:
            self.comparison.follow()

    def _tell(self, sentence: str) -> None:
        if self.viewer is not None:
            self.viewer.tell(sentence)

    def open_selected(self) -> None:
        """Show the first file of the selected items that can be shown, the others a step away."""
        contents = self._bridge.contents
        ids = [each for each in self._selection.item_ids(contents) if each in contents.items]
        files = [file for each in ids for file in self.files_of(each)]
        if files:
            self.show_files(files)
        else:
            self._toast.say(say("None of what is selected has a picture or document to show."))

    def open(self, item_id: str, artifact: str) -> None:
        """Show a file of an item, its other files a step away."""
        files = self.files_of(item_id)
        at = next((n for n, each in enumerate(files) if each.artifact == artifact), None)
        if at is not None:
            self.show_files(files, at)

    def mark_region(self, item_id: str, artifact: str) -> None:
        """Show a file of an item with the tool in hand that marks a region of it."""
        self.open(item_id, artifact)
        if self.viewer is not None:
            self.viewer.marking.take(Form.BOX)

    def open_mark(self, mark_id: str, item_id: str = "") -> None:
        """Show the file that a mark is on, from near at the mark, as a file of an item, of any, or alone."""
        contents = self._bridge.contents
        mark = contents.get(Annotation, mark_id)
        users = [each.item for each in contents.attachments_to(mark.artifact)] if mark else []
        item_id = item_id if item_id in users else next(iter(users), "")
        if mark is None:
            self._toast.say(say("This mark was deleted."))
            return
        file = contents.get(Artifact, mark.artifact)
        tombstone = tombstone_of(file) if file is not None else None
        if tombstone is not None:
            self._toast.say(tombstone_in_words(tombstone))
            return
        if item_id:
            self.open(item_id, mark.artifact)
        else:
            self.open_page("", mark.artifact, 0)
        if self.viewer is not None:
            self.viewer.show_mark(mark_id)

    def open_region(self, item_id: str, region_id: str) -> None:
        """Show a region of a file of an item: what is marked there, or all of the file."""
        region = find_region(self._bridge.contents, region_id)
        if region is not None:
            self.open(item_id, region.artifact)
            if self.viewer is not None and region.mark is not None:
                self.viewer.look_at(region.page, region.bounds)

    def compare_regions(self, item_id: str, first: str, second: str) -> None:
        """Compare two regions of files of an item, laid on each other."""
        contents = self._bridge.contents
        regions = [find_region(contents, each) for each in (first, second)]
        files = self.files_of(item_id)
        places = {each.artifact: n for n, each in enumerate(files)}
        one, other = regions
        if one is None or other is None or not {one.artifact, other.artifact} <= {*places}:
            self._toast.say(say("One of the two regions is gone, so they cannot be compared."))
            return
        self._compared = (item_id,)
        self.compare(files, places[one.artifact], places[other.artifact])
        if self.comparison is not None:
            self.comparison.show_parts((one.page, one.bounds), (other.page, other.bounds))

    def open_page(self, item_id: str, artifact: str, page: int) -> None:
        """Show a page of a file, counted from 0, the other files of an item a step away; `item_id` is
        empty for a file that no item uses."""
        files = self.files_of(item_id) if item_id else self._alone(artifact)
        at = next((n for n, each in enumerate(files) if each.artifact == artifact), None)
        if at is not None:
            self.show_files(files, at)
            if self.viewer is not None:
                self.viewer.show_page(page)

    def _alone(self, artifact: str) -> list[Shown]:
        held = self._bridge.contents.get(Artifact, artifact)
        return [Shown(artifact, " ".join(held.name.split()) or say("unnamed"))] if held else []

    def files_of(self, item_id: str) -> list[Shown]:
        """The files of an item that can be shown, in order."""
        contents = self._bridge.contents
        item = contents.items[item_id]
        gsd, footprint = _gsd(item), _footprint(item)
        held = (contents.get(Artifact, each.artifact) for each in contents.attachments_of(item_id))
        return [
            Shown(
                each.id,
                " ".join(each.name.split()) or say("unnamed"),
                " ".join(item.title.split()),
                gsd,
                footprint,
                item_id,
            )
            for each in held
            if each is not None and may_be_drawn(each.media_type) and tombstone_of(each) is None
        ]

    # -- comparing -------------------------------------------------------------------------------

    def compare_selected(self) -> None:
        """Compare the first files of two selected items; of one item, its file with that of the item
        it is compared with, or two of its own."""
        contents = self._bridge.contents
        ids = [each for each in self._selection.item_ids(contents) if each in contents.items]
        if len(ids) == 1:
            others = compared_with(contents.items[ids[0]])
            ids += [each for each in others if each in contents.items]
        groups = [files for files in map(self.files_of, ids) if files]
        files = [file for group in groups for file in group]
        if len(files) < 2:
            self._toast.say(
                say("Select two items with pictures, or one with two, to compare them.")
            )
            return
        self._compared = tuple(ids)
        self.compare(files, 0, len(groups[0]) if len(groups) > 1 else 1)

    def compare(self, files: list[Shown], first: int, second: int) -> None:
        """Compare two of some files."""
        folder = self._folder()
        if folder is None:
            return
        if self.comparison is None:
            made = Comparison(self._bridge.case, folder, self._theme, self._parent)
            made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            made.left.connect(self._forget_comparison)
            made.stepped.connect(self._step)
            made.keys_wanted.connect(self._show_keys_of_comparison)
            made.chosen.connect(self._show_match)
            made.save_wanted.connect(self._save_match)
            made.way_chosen.connect(lambda way: self._settings.change(fitting=way))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
            made.choose_way(self._settings.now.fitting)
            put(made, self._settings.now.comparison, self._parent)
            self.comparison = made
        self.comparison.set_bindings(Bindings.of(self._settings.now))
        self.comparison.show_files(files, first, second)
        self.comparison.show()
        self.comparison.activateWindow()
        self.comparison.panes[0].setFocus()

    def _show_match(self) -> None:
        """Show the points that were found of two files, by whichever item keeps them."""
        if self.comparison is None:
            return
        self._name_keeper()
        one, other = self.comparison.compared
        for item_id in self._compared:
            item = self._bridge.contents.get(Item, item_id)
            with contextlib.suppress(Unreadable):
                rows = matches_of(item) if item is not None else ()
                match = find_match(rows, one.artifact, other.artifact)
                if match is not None:
                    self.comparison.show_match(match)
                    return

    def _keeper(self) -> Item | None:
        """The item that points of the two files are kept with: the first of theirs that keeps any."""
        if self.comparison is None:
            return None
        ids = [*self._compared, *(each.item for each in self.comparison.compared)]
        held = (self._bridge.contents.get(Item, each) for each in ids if each)
        return next((each for each in held if each is not None and keeps_matches(each)), None)

    def _name_keeper(self) -> None:
        if self.comparison is not None:
            keeper = self._keeper()
            title = _titled(keeper) if keeper is not None else ""
            refusal = self._bridge.refusal if self._bridge.read_only else ""
            self.comparison.name_keeper(title, refusal or ("" if title else _unkept()))

    def _save_match(self, match: Match, note: str) -> None:
        if self.comparison is None:
            return
        contents, keeper = self._bridge.contents, self._keeper()
        if keeper is None:
            self.comparison.tell(_unkept())
            return
        title = _titled(keeper)
        build = partial(save_match, contents, keeper.id, match, note, self._other_than(keeper.id))
        if self._bridge.attempt(build):
            self.comparison.tell(say("The points are kept with “{title}”.", title=title))
        else:
            self.comparison.tell(say("The points were not saved; the board says why."))

    def _other_than(self, keeper: str) -> str:
        """The item whose file is compared with one of an item; empty where neither file is of it."""
        items = [each.item for each in self.comparison.compared] if self.comparison else []
        return next((each for each in items if each != keeper), "") if keeper in items else ""

    def _forget_comparison(self) -> None:
        if self.comparison is not None:
            self._settings.change(comparison=told_place(self.comparison))
        self.comparison = None

    # -- one file --------------------------------------------------------------------------------

    def _folder(self) -> Path | None:
        try:
            return self._settings.home.folder("pictures")
        except OSError as trouble:
            self._toast.say_failure(str(trouble))
            return None

    def show_files(self, files: list[Shown], at: int = 0) -> None:
        """Show one of some files."""
        folder = self._folder()
        if folder is None:
            return
        if self.viewer is None:
            self.viewer = Viewer(self._bridge.case, folder, self._theme, self._parent)
            self.viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.viewer.left.connect(self._forget)
            self.viewer.stepped.connect(self._step)
            self.viewer.show_thumbnails(self._thumbnails)
            self.viewer.saving_wanted.connect(self._save_original)
            self.viewer.keys_wanted.connect(self._show_keys)
            self.viewer.side.choose_form(self._settings.now.coordinates)
            self.viewer.side.form_chosen.connect(self._keep_form)
            put(self.viewer, self._settings.now.viewer, self._parent)
            self.viewer.marking.wishes = self._mark_deeds
            here = files[at].artifact
            self.viewer.list_marks(bool(self._bridge.contents.annotations_of(here)))
        self.viewer.set_bindings(Bindings.of(self._settings.now))
        self.viewer.show_files(files, at)
        self.viewer.show()
        self.viewer.activateWindow()
        self.viewer.pane.setFocus()

    def _save_original(self, artifact_id: str) -> None:
        artifact = self._bridge.contents.get(Artifact, artifact_id)
        target = self.choose_target(self.viewer, artifact.name) if artifact is not None else None
        if artifact is None or target is None:
            return
        try:
            write_original(self._bridge.case, artifact, target)
        except CaseError as trouble:
            self._tell(str(trouble))
        else:
            self._bridge.note_export(Way.ORIGINAL, [artifact.id])
            name = visible_line(target.name)
            self._tell(say("Saved to the byte as “{name}”.", name=name))

    def _keep_form(self) -> None:
        if self.viewer is not None:
            self._settings.change(coordinates=self.viewer.side.form_name)

    def _show_keys(self) -> None:
        if self.viewer is not None:
            ShortcutSheet.show_alone(self.viewer, file_lines())

    def _show_keys_of_comparison(self) -> None:
        if self.comparison is not None:
            ShortcutSheet.show_alone(self.comparison, file_lines())

    def _step(self, which: str) -> None:
        if which == "undo":
            self._bridge.undo()
        else:
            self._bridge.redo()

    def _forget(self) -> None:
        if self.viewer is not None:
            self._settings.change(viewer=told_place(self.viewer))
        self.viewer = None

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        if self.viewer is not None:
            self.viewer.set_theme(theme)
        if self.comparison is not None:
            self.comparison.set_theme(theme)

    def close(self) -> None:
        """Close the windows that are open."""
        if self.comparison is not None:
            self.comparison.close()
        if self.viewer is not None:
            self.viewer.close()


def _titled(item: Item) -> str:
    return " ".join(item.title.split()) or say("unnamed")


def _unkept() -> str:
    return say(
        "Matched points are kept by satellite images, media and debris analyses, and neither item is one."
    )


def _gsd(item: Item) -> float | None:
    kind = kind_of(item.kind)
    field = kind.field("gsd") if kind.has("gsd") else None
    with contextlib.suppress(Unreadable):
        return (field.read(item.values) or None) if isinstance(field, Number) else None
    return None


def _footprint(item: Item) -> Place | None:
    kind = kind_of(item.kind)
    field = kind.field("footprint") if kind.has("footprint") else None
    with contextlib.suppress(Unreadable):
        return field.read(item.values) if isinstance(field, Where) else None
    return None

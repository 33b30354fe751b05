"""`MarkDeeds`: what the viewer wishes for marks, become changes of the case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint

from caseboard.bridge import CaseBridge
from caseboard.viewer.mark_wishes import MarkWishes
from casedb.commands import annotations
from casedb.commands.known_lengths import set_scale
from casedb.model.changes import ChangeSet
from casedb.model.marks import Mark
from casedb.model.records import Annotation
from casedb.words import say


class MarkDeeds(MarkWishes):
    """Carries wishes out; `tell` says in a sentence what has come of one, `link` asks for the other end
    of a link from a mark, `show` shows a link on its board."""

    def __init__(
        self,
        bridge: CaseBridge,
        tell: Callable[[str], None],
        link: Callable[[str, QPoint], None],
        show: Callable[[str], None],
    ) -> None:
        self._bridge, self._tell, self._link, self._show = bridge, tell, link, show

    @property
    def refusal(self) -> str:
        return self._bridge.refusal if self._bridge.read_only else ""

    def new_gesture(self) -> str:
        return self._bridge.new_gesture()

    def nudging(self, mark_id: str) -> str:
        return self._bridge.typing(f"mark {mark_id}")

    def mark_wanted(
        self, artifact: str, drawn: Mark, text: str, accent: str, gesture: str = ""
    ) -> str:
        made: list[str] = []

        def build() -> ChangeSet:
            bridge = self._bridge
            change = annotations.annotate(
                bridge.contents, bridge.new_id, artifact, drawn, text, accent
            )
            made.extend(edit.record.id for edit in change.edits)
            return replace(change, gesture=gesture)

        return made[0] if self._bridge.attempt(build) else ""

    def shape_wanted(self, mark_id: str, drawn: Mark, gesture: str = "") -> bool:
        return self._change(
            mark_id, lambda: annotations.reshape(self._bridge.contents, mark_id, drawn), gesture
        )

    def words_wanted(
        self,
        mark_id: str,
        *,
        text: str | None = None,
        accent: str | None = None,
        gesture: str = "",
    ) -> bool:
        def build() -> ChangeSet:
            return annotations.describe(self._bridge.contents, mark_id, text, accent)

        return self._change(mark_id, build, gesture)

    def _change(self, mark_id: str, build: Callable[[], ChangeSet], gesture: str) -> bool:
        if self._bridge.contents.get(Annotation, mark_id) is None:
            return False
        return self._bridge.attempt(lambda: replace(build(), gesture=gesture))

    def scale_wanted(self, artifact: str, drawn: Mark, metres: float, text: str) -> bool:
        def build() -> ChangeSet:
            bridge = self._bridge
            return set_scale(bridge.contents, bridge.new_id, artifact, drawn, metres, text)

        return self._bridge.attempt(build)

    def removal_wanted(self, mark_id: str) -> None:
        contents = self._bridge.contents
        if contents.get(Annotation, mark_id) is None:
            return
        count = len(annotations.links_to(contents, mark_id))
        if self._bridge.attempt(lambda: annotations.delete_annotations(contents, [mark_id])):
            told = say("The mark was deleted. Undo brings it back.")
            if count:
                told = say(
                    "The mark was deleted, and {n} link points at the whole item again. Undo brings "
                    "both back.",
                    "The mark was deleted, and {n} links point at the whole item again. Undo brings "
                    "all of it back.",
                    n=count,
                )
            self._tell(told)

    def link_wanted(self, mark_id: str, on_desktop: QPoint) -> None:
        self._link(mark_id, on_desktop)

    def linked_wanted(self, link_id: str) -> None:
        self._show(link_id)

"""A language by its tag or its name."""

from __future__ import annotations

from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.languages import LANGUAGES, language_name, read_tag
from caseboard.inspector.editors.picking import Offered, PickEntry
from caseboard.inspector.editors.reading import Reading, ReadingEditor
from casedb.model.fields import Language
from casedb.model.typed import NotUnderstood
from casedb.model.values import Values
from casedb.words import say


class LanguageEditor(ReadingEditor):
    """A BCP 47 tag; the common languages are found by name."""

    def __init__(self, field: Language, desk: Desk) -> None:
        self.pick = PickEntry(desk.look)
        super().__init__(field, desk, self.pick)
        self._language = field
        self.entry.setPlaceholderText(
            say(field.placeholder) or say(field.help) or say("Name or code")
        )
        self.pick.textEdited.connect(self._search)
        self.pick.picked.connect(self._take)

    def _search(self, typed: str) -> None:
        said = typed.strip().lower()
        found = [
            Offered(tag, name, "", "", tag)
            for tag, name in ((tag, say(name)) for tag, name in LANGUAGES.items())
            if said and (said in name.lower() or tag.lower().startswith(said))
        ]
        found.sort(key=lambda each: (each.id.lower() != said, each.name.lower()))
        self.pick.offer(found)

    def _take(self, tag: str) -> None:
        self.entry.show_text(tag)
        self.put()

    def text_of(self, values: Values) -> str:
        return self._language.read(values) or ""

    def interpret(self, text: str) -> Reading:
        tag = read_tag(text)
        if not tag:
            raise NotUnderstood(
                say(
                    "“{text}” is no language tag, such as uk or zh-Hant, and no name in "
                    "the list. It is not stored yet.",
                    text=text.strip()[:40],
                )
            )
        return Reading(self._language.write(tag), language_name(tag))

    def words_at_rest(self) -> str:
        return language_name(self.entry.value())

"""One hand-designed editor for every field type."""

from __future__ import annotations

from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.board import BoardEditor
from caseboard.inspector.editors.choice import ChoiceEditor, ChoicesEditor
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.editors.file import FileEditor
from caseboard.inspector.editors.flag import FlagEditor
from caseboard.inspector.editors.interest import InterestEditor
from caseboard.inspector.editors.items import ItemsEditor
from caseboard.inspector.editors.ladder import LadderEditor
from caseboard.inspector.editors.language import LanguageEditor
from caseboard.inspector.editors.linked import LinkedEditor
from caseboard.inspector.editors.named import PlacesEditor, TimesEditor
from caseboard.inspector.editors.number import NumberEditor
from caseboard.inspector.editors.region import RegionEditor
from caseboard.inspector.editors.source import SourceEditor, SourcesEditor
from caseboard.inspector.editors.table import TableEditor
from caseboard.inspector.editors.tags import TagsEditor
from caseboard.inspector.editors.text import LineEditor, ProseEditor
from caseboard.inspector.editors.url import UrlEditor
from caseboard.inspector.editors.when import WhenEditor
from caseboard.inspector.editors.where import WhereEditor
from casedb.model.fields import (
    AnyField,
    Choice,
    Choices,
    FileRef,
    Flag,
    Interest,
    Ladder,
    Language,
    Number,
    Table,
    Tags,
    Text,
    Url,
)
from casedb.model.reference_fields import BoardRef, ItemRefs, Linked, Region, SourceRef, SourceRefs
from casedb.model.when_and_where import Places, Times, When, Where


def editor_for(field: AnyField, desk: Desk) -> Editor:
    """The editor of a field, by its type. Raises TypeError for a type without one."""
    match field:
        case Url():
            return UrlEditor(field, desk)
        case FileRef():
            return FileEditor(field, desk)
        case Language():
            return LanguageEditor(field, desk)
        case Text():
            if field.multiline or field.verbatim:
                return ProseEditor(field, desk)
            return LineEditor(field, desk)
        case Number():
            return NumberEditor(field, desk)
        case Flag():
            return FlagEditor(field, desk)
        case Interest():
            return InterestEditor(field, desk)
        case Ladder():
            return LadderEditor(field, desk)
        case Choice():
            return ChoiceEditor(field, desk)
        case Choices():
            return ChoicesEditor(field, desk)
        case Tags():
            return TagsEditor(field, desk)
        case When():
            return WhenEditor(field, desk)
        case Where():
            return WhereEditor(field, desk)
        case Times():
            return TimesEditor(field, desk)
        case Places():
            return PlacesEditor(field, desk)
        case SourceRef():
            return SourceEditor(field, desk)
        case SourceRefs():
            return SourcesEditor(field, desk)
        case ItemRefs():
            return ItemsEditor(field, desk)
        case BoardRef():
            return BoardEditor(field, desk)
        case Region():
            return RegionEditor(field, desk)
        case Linked():
            return LinkedEditor(field, desk)
        case Table():
            return TableEditor(field, desk, editor_for)
        case _:
            raise TypeError(f"there is no editor for a field of type {type(field).__name__}")

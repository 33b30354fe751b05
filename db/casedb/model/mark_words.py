"""How what is marked on a file is called."""

from __future__ import annotations

from casedb.model.contents import Contents
from casedb.model.marks import FORMS
from casedb.model.records import Annotation, Artifact
from casedb.words import say


def name_of_mark(contents: Contents, annotation: Annotation) -> str:
    """What is written on a mark, else its form and the name of its file."""
    text = annotation.values.text("text").strip()
    if text:
        return text
    file = contents.get(Artifact, annotation.artifact)
    form = annotation.values.text("form")
    called = next((each.shown for each in FORMS if each.value == form), say("Mark"))
    return say("{form} on {file}", form=called, file=file.name if file is not None else "?")

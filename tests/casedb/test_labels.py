"""Every label that the program writes into a journal can be read in other languages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pytest

import caseboard
import casedb
from bracketed import not_said
from casedb.model import forms
from casedb.model.kinds import KINDS
from casedb.model.labels import is_known, label_in_words
from casedb.model.link_types import LINK_TYPES, link_fields

CASEDB, CASEBOARD = (Path(each.__path__[0]) for each in (casedb, caseboard))
MODULES = [
    *sorted((CASEDB / "commands").glob("*.py")),
    *(CASEDB / f"{name}.py" for name in ("building", "case", "custody", "rescue", "scripting")),
    *(CASEBOARD / f"{name}.py" for name in ("deeds", "dropping", "growing", "panels/retitling")),
    *(CASEBOARD / "inspector" / f"{name}.py" for name in ("backlog", "sections/files")),
]
"""Where changes are made."""
FIELDS = [
    *(field for kind in KINDS.values() for field in kind.fields),
    *(field for name in LINK_TYPES for field in link_fields(name)),
    *(*forms.CASE_FIELDS, *forms.SOURCE_FIELDS, *forms.ELEMENT_FIELDS, *forms.ARTIFACT_FIELDS),
]
WHERE = {
    "ChangeSet": 0,
    "join": 0,
    "together": 0,
    "_delete": 2,
    "set_values": 2,
    "set_flags": 2,
}
"""Which argument of a call is a label."""
OF_KINDS = [kind.label.lower() for kind in KINDS.values()]
SORTS = ["reliability", "credibility", "likelihood", "confidence", "verdict"]
ANSWERS: dict[str, list[str]] = {
    "kind_of(kind).label.lower()": OF_KINDS,
    "kind.label.lower()": OF_KINDS,
    "kind.plural.lower()": [kind.plural.lower() for kind in KINDS.values()],
    "kinds.pop().replace('_', ' ')": [name.replace("_", " ") for name in KINDS],
    "link_type(type_name).says": [each.says for each in LINK_TYPES.values()],
    "link_type(name).says": [each.says for each in LINK_TYPES.values()],
    "assessment.type": SORTS,
    "sort": SORTS,
    # What is found where it is said.
    "written.label": [],
    "added.label": [],
    "change.label": [],
}
"""What the expressions come to that cannot be read off the source."""


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree(path)):
        match node:
            case ast.Call(ast.Name(name)) | ast.Call(ast.Attribute(_, name)):
                yield name, node
            case _:
                continue


def within(node: ast.AST, path: Path) -> list[ast.FunctionDef]:
    """The functions around a node, innermost first."""
    around = [
        each
        for each in ast.walk(tree(path))
        if isinstance(each, ast.FunctionDef) and any(child is node for child in ast.walk(each))
    ]
    return sorted(around, key=lambda each: -each.lineno)


def given(function: ast.FunctionDef, name: str) -> Iterator[str]:
    """What a parameter is given, wherever its function is called."""
    arguments = [*function.args.posonlyargs, *function.args.args]
    names = [each.arg for each in arguments]
    at = names.index(name)
    defaults = function.args.defaults
    if len(arguments) - at <= len(defaults):
        yield from said(defaults[at - len(arguments)], Path())
    for path in MODULES:
        for called, call in calls(path):
            # The subject of a form is changed too, by a label that is found where it is made.
            if called != function.name or ast.unparse(call.func) == "subject.change":
                continue
            shift = 1 if names[0] == "self" else 0
            for each in call.keywords:
                if each.arg == name:
                    yield from said(each.value, path)
            if len(call.args) > at - shift:
                yield from said(call.args[at - shift], path)


def said(node: ast.expr, path: Path) -> list[str]:
    """Every text that an expression can come to. Raises KeyError for one that it cannot read."""
    match node:
        case ast.Constant(str(text)):
            return [text]
        case ast.JoinedStr(parts):
            return ["".join(each) for each in product(*(said(part, path) for part in parts))]
        case ast.FormattedValue(value):
            return said(value, path)
        case ast.IfExp(_, one, other):
            return [*said(one, path), *said(other, path)]
        case ast.BinOp(left, ast.Add(), right):
            return [a + b for a, b in product(said(left, path), said(right, path))]
        case ast.Call(ast.Name("counted" | "labelled"), [verb, _, noun, *plurals]):
            verbs, nouns = said(verb, path), said(noun, path)
            many = said(plurals[0], path) if plurals else [f"{each}s" for each in nouns]
            return [
                f"{each} {what}"
                for each in verbs
                for one, more in zip(nouns, many, strict=True)
                for what in (one, f"3 {more}", f"21 {more}", f"12000 {more}")
            ]
        case ast.Call(ast.Name("edit_label")):
            return [label_of(each.label) for each in FIELDS]
        case ast.Call(ast.Name(name)):
            (function,) = (
                each
                for each in ast.walk(tree(path))
                if isinstance(each, ast.FunctionDef) and each.name == name
            )
            returned = [each.value for each in ast.walk(function) if isinstance(each, ast.Return)]
            return [text for each in returned if each is not None for text in said(each, path)]
        case _:
            pass
    told = ast.unparse(node)
    if told in ANSWERS:
        return ANSWERS[told]
    assert isinstance(node, ast.Name), f"{path.name}:{node.lineno}: {told}"
    return list(held(node, path))


def label_of(field: str) -> str:
    """The label of a change of a field, as the window makes it."""
    return f"Edit {field if field[1:2].isupper() else field[:1].lower() + field[1:]}".rstrip("?")


def held(node: ast.Name, path: Path) -> Iterator[str]:
    """What a variable holds: what is assigned to it, or given for it."""
    for function in within(node, path):
        assigned = [value for each in ast.walk(function) for value in assignments(each, node.id)]
        if assigned:
            for each in assigned:
                yield from said(each, path)
            return
        if node.id in [each.arg for each in function.args.args]:
            yield from given(function, node.id)
            return
    for each in tree(path).body:
        for value in assignments(each, node.id):
            yield from said(value, path)


def assignments(node: ast.AST, name: str) -> Iterator[ast.expr]:
    match node:
        case ast.Assign([ast.Name(target)], value) if target == name:
            yield value
        case ast.Assign([ast.Tuple(names)], ast.Tuple(values)):
            for each, value in zip(names, values, strict=True):
                if isinstance(each, ast.Name) and each.id == name:
                    yield value
        case _:
            return


def labels(path: Path) -> Iterator[str]:
    for name, call in calls(path):
        if name in WHERE and len(call.args) > WHERE[name]:
            receiver = call.func.value if isinstance(call.func, ast.Attribute) else None
            if name == "join" and isinstance(call.func, ast.Attribute):
                continue
            assert receiver is not None or isinstance(call.func, ast.Name)
            yield from said(call.args[WHERE[name]], path)
        for each in call.keywords:
            if name == "replace" and each.arg == "label":
                yield from said(each.value, path)


def test_every_label_of_every_change_can_be_read_in_other_languages() -> None:
    found = {label for path in MODULES for label in labels(path)}
    assert {"Move 3 cards", "Take card off the board", "Edit exhibit number"} <= found
    assert {each for each in found if not is_known(each) and not never(each)} == set()


def never(label: str) -> bool:
    """Whether a label is none that could ever be made, as its parts do not meet."""
    match label.split():
        case ["Delete", _, *what]:
            # Several of one kind are items.
            return " ".join(what).removesuffix("s").replace(" ", "_") in KINDS
        case ["Bring", *_, where]:
            return where in ("back", "backward")
        case ["Send", *_, where]:
            return where in ("front", "forward")
        case _:
            return False


SOME = [
    "Move 12000 cards",
    "Take 2 cards off the board",
    "Change 2 links to “supports”",
    "Add link “is the same as”",
    "Tidy 5 cards around one of them",
    "Edit STAC id",
    "Delete board card",
    "Recover what could be read",
    "Recover what could be read; the journal began anew",
    "Recover what could be read; the journal began anew after entry 1,234, 0123456789ab…",
    "Recover what could be read; 3 files have other bytes than came in, 1 file is lost (“a”)",
    "Recover what could be read; 9 files are lost (“a; b (1)”, “b” and 7 more)",
]


@pytest.mark.parametrize("label", [*SOME, "", "Do 3 things", "Move 3 clouds", "Say “yes”"])
def test_a_label_is_read_in_english_as_it_is_stored(label: str) -> None:
    assert label_in_words(label) == label


@pytest.mark.usefixtures("brackets")
@pytest.mark.parametrize("label", SOME)
def test_no_part_of_a_label_stays_english_in_another_language(label: str) -> None:
    assert is_known(label)
    assert not_said(label_in_words(label)).strip("; ,()").strip("“a”") == ""


@pytest.mark.usefixtures("brackets")
def test_a_label_is_said_as_a_whole_with_its_number_in_it() -> None:
    assert label_in_words("Take 2 cards off the board") == "⟦Take 2 card off the board⟧"
    assert label_in_words("Take card off the board") == "⟦Take card off the board⟧"
    assert label_in_words("Change 2 links to “supports”") == "⟦Change 2 link to “⟦supports⟧”⟧"
    assert label_in_words("Change link to “supports”") == "⟦Change link to “⟦supports⟧”⟧"
    assert label_in_words("Edit acquired") == "⟦Edit ⟦Acquired⟧⟧"


@pytest.mark.usefixtures("brackets")
@pytest.mark.parametrize("label", ["", "Do 3 things", "Move 3 clouds", "Say “yes”", "Edit hair"])
def test_a_label_that_is_not_known_is_shown_as_it_is_stored(label: str) -> None:
    assert not is_known(label)
    assert label_in_words(label) == label

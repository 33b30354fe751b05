"""Every text can be translated, and every translation fits its text."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
import translations
from translations import FOLDER, ROOT, NotPlain, Told, told, told_in

PLACE = re.compile(r"\{(\w*)[^}]*\}")
FILES = sorted(FOLDER.glob("*.ts"))
MODULES = sorted(
    path for root in ("db/casedb", "desktop/caseboard") for path in (ROOT / root).rglob("*.py")
)


@cache
def texts() -> tuple[Told, ...]:
    return tuple(told())


def messages(file: Path) -> Iterator[tuple[Told, list[str]]]:
    """The texts of a file with what they are in its language, in all forms."""
    for each in ElementTree.parse(file).getroot().iter("message"):
        translation = each.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.findall("numerusform")]
        yield (
            Told(each.findtext("source", ""), each.findtext("comment", ""), bool(forms)),
            forms or [translation.text or ""],
        )


def test_a_file_holds_every_text_and_no_other() -> None:
    for file in FILES:
        held = {each for each, _ in messages(file)}
        assert held == set(texts()), "run .ci/translations.py"


def test_what_is_read_is_what_was_translated(tmp_path: Path) -> None:
    for file in FILES:
        shutil.copy(file, tmp_path)
        translations.run("lrelease", "-silent", str(tmp_path / file.name))
        made = (tmp_path / file.name).with_suffix(".qm").read_bytes()
        assert made == file.with_suffix(".qm").read_bytes(), "run .ci/translations.py"


def faults_of(told: Told, forms: list[str]) -> Iterator[str]:
    """What is wrong with a translation, as far as it can be told without knowing the language."""
    given = set(PLACE.findall(told.text)) | ({"n"} if told.is_counted else set[str]())
    for form in forms:
        if not form.strip():
            yield "is empty"
        elif set(PLACE.findall(form)) - given or set(PLACE.findall(told.text)) - set(
            PLACE.findall(form)
        ):
            yield "gives other values"
        elif ("&" in told.text) != (form.replace("&&", "").count("&") == 1):
            yield "has another letter for a menu, or none"
        elif told.text.endswith("…") != form.endswith("…"):
            yield "ends otherwise"
        elif re.search("[A-Za-z][а-яіїєґ]|[а-яіїєґ][A-Za-z]", form):
            yield "mixes two alphabets in one word"
        elif told.text != told.text.strip() and form[-1:].isspace() != told.text[-1:].isspace():
            yield "has other spaces around it"
    if any("{n}" in form for form in forms) and not all("{n}" in form for form in forms):
        yield "says a number in some forms only"


def test_every_text_is_translated() -> None:
    assert FILES
    found = [
        f"{file.stem}: “{told.text}” {what}: {forms}"
        for file in FILES
        for told, forms in messages(file)
        for what in faults_of(told, forms)
    ]
    assert found == []
    for file in FILES:
        marks = {each.get("type") for each in ElementTree.parse(file).getroot().iter("translation")}
        assert marks == {None}, "something is not finished"


@pytest.mark.parametrize(
    ("told", "forms"),
    [
        (Told("Open"), [""]),
        (Told("“{title}” is gone"), ["«{titel}» зникло"]),
        (Told("“{title}” is gone"), ["Зникло"]),
        (Told("{n} card", "", True), ["{n} картка", "картки", "{n} карток"]),
        (Told("&Open…"), ["Відкрити…"]),
        (Told("&Open…"), ["&Відкрити"]),
        (Told("Card"), ["Кaртка"]),
    ],
)
def test_a_translation_that_does_not_fit_is_noticed(told: Told, forms: list[str]) -> None:
    assert list(faults_of(told, forms))


def test_no_module_says_anything_when_it_is_imported() -> None:
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{line}"
        for path in MODULES
        for line in said_at_import(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == []


def said_at_import(node: ast.AST) -> Iterator[int]:
    """The lines on which something is said before anybody has chosen a language."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            # What stands for an argument that is not given is made once, and long before.
            for each in (*child.args.defaults, *child.args.kw_defaults):
                if each is not None:
                    yield from said_at_import(ast.Expr(each))
            continue
        match child:
            case ast.Call(ast.Name("say")):
                yield child.lineno
            case _:
                pass
        yield from said_at_import(child)


def test_what_is_said_at_import_is_noticed() -> None:
    told = 'TITLE = say("Title")\nclass A:\n    b = say("b")\n    def c(self, d=say("d")): say("e")'
    assert list(said_at_import(ast.parse(told))) == [1, 3, 4]


@pytest.mark.parametrize(
    "source",
    [
        'say(f"{n} cards")',
        'say("a" + b)',
        "say(one, many, n=1)",
        "term(title)",
        'say("a", about=b)',
    ],
)
def test_a_text_that_is_put_together_is_refused(source: str) -> None:
    with pytest.raises(NotPlain):
        list(told_in(source))


def test_the_values_of_every_text_are_given_where_it_is_said() -> None:
    missing: list[str] = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(ast.Name("say"), [ast.Constant(str(text)), *more], keywords):
                    plural = [each.value for each in more if isinstance(each, ast.Constant)]
                    given = {each.arg for each in keywords} - {"about"}
                    for each in (text, *map(str, plural)):
                        places = set(PLACE.findall(each))
                        # A single thing need not say that it is one.
                        wanted = given - {"n"} if plural else given
                        if (given and None not in given and not wanted <= places <= given) or (
                            not given and places
                        ):
                            missing.append(f"{path.name}:{node.lineno}: {each}")
                case _:
                    continue
    assert missing == []

"""Keep the files of translations true to the texts of the program.

Usage: python .ci/translations.py

Every text that `say` or `term` is given is read from the source; those of the declared tables are read
from the tables themselves. Qt's own lupdate writes them into each `.ts` file, where it keeps what is
translated and drops what is said no more; lrelease makes the `.qm` files that the program reads.
"""

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "assets" / "caseboard_assets" / "translations"
CONTEXT = "caseboard"


@dataclass(frozen=True, order=True)
class Told:
    """A text to translate: in English, what tells it apart, and whether it counts something."""

    text: str
    about: str = ""
    is_counted: bool = False


class NotPlain(Exception):
    """A text is put together before it is said, so that nobody could translate it."""


def told_in(source: str, name: str = "") -> Iterator[Told]:
    """The texts that are said in a module. Raises NotPlain for one that is put together.

    >>> list(told_in('say("{n} card", "{n} cards", n=3), say("Open", about="verb"), term("Light")'))
    [Told(text='{n} card', about='', is_counted=True), Told(text='Open', about='verb', is_counted=False), Told(text='Light', about='', is_counted=False)]
    """
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(ast.Name("say" | "term" as what), [first, *rest], keywords):
                if what == "term":
                    if not _is_text(first):
                        raise NotPlain(f"{name}:{node.lineno}: term is given no plain text")
                    yield Told(ast.literal_eval(first))
                    continue
                if not _is_text(first):
                    if isinstance(first, (ast.JoinedStr, ast.BinOp)) or rest:
                        raise NotPlain(f"{name}:{node.lineno}: what is said is no plain text")
                    continue
                about = next((each.value for each in keywords if each.arg == "about"), None)
                if about is not None and not _is_text(about):
                    raise NotPlain(f"{name}:{node.lineno}: about is no plain text")
                yield Told(
                    ast.literal_eval(first),
                    ast.literal_eval(about) if about is not None else "",
                    bool(rest),
                )
            case _:
                continue


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def told() -> list[Told]:
    """Every text of the program, in order of the modules."""
    from vocabulary import declared

    found: dict[Told, None] = {}
    for root in ("db/casedb", "desktop/caseboard"):
        for path in sorted((ROOT / root).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            found |= dict.fromkeys(told_in(path.read_text(encoding="utf-8"), name))
    found |= dict.fromkeys(Told(text, about) for text, about in declared() if text)
    counted = {(each.text, each.about) for each in found if each.is_counted}
    return [each for each in found if each.is_counted or (each.text, each.about) not in counted]


def as_source(texts: list[Told]) -> str:
    """A module that says the texts as lupdate knows it."""
    lines = ["from PySide6.QtCore import QCoreApplication"]
    for each in texts:
        given = f'"{CONTEXT}", {_quoted(each.text)}, {_quoted(each.about)}'
        more = ", 1" if each.is_counted else ""
        lines.append(f"QCoreApplication.translate({given}{more})")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def update(folder: Path = FOLDER) -> None:
    """Bring every `.ts` file of a folder up to date, and make its `.qm` file."""
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "texts.py"
        source.write_text(as_source(told()), encoding="utf-8")
        for file in sorted(folder.glob("caseboard_*.ts")):
            flags = ("-no-obsolete", "-locations", "none", "-disable-heuristic", "similartext")
            run("lupdate", *flags, str(source), "-ts", str(file))
            run("lrelease", "-silent", str(file), "-qm", str(file.with_suffix(".qm")))


def run(tool: str, *arguments: str) -> None:
    """Run a tool of Qt. Raises CalledProcessError if it fails."""
    subprocess.run(
        [str(Path(sys.executable).parent / f"pyside6-{tool}"), *arguments],
        check=True,
        capture_output=True,
    )


if __name__ == "__main__":
    update()

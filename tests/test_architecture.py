"""The rules of the house, as sentences that fail when one is broken (docs/architecture.md).

Every rule looks at the source of every module, and at a made-up module that breaks it: a rule that
could not fail would be none.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Module:
    """One module of the product: its full name and its source."""

    name: str
    source: str
    is_package: bool = False

    @property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Everything that is in it, from the module itself down."""
        return _nodes_of(self.source)

    def is_in(self, *packages: str) -> bool:
        return _lies_in(self.name, packages)

    def imports(self) -> Iterator[str]:
        """The full names of everything that is imported, anywhere in the module."""
        for node in self.nodes:
            match node:
                case ast.Import(names):
                    yield from (each.name for each in names)
                case ast.ImportFrom(module, names, level):
                    base = self._absolute(module or "", level)
                    # What is imported may be a module or a name in one: both are looked at.
                    yield from (f"{base}.{each.name}" for each in names)
                case ast.Call(
                    ast.Attribute(attr="import_module") | ast.Name("import_module" | "__import__"),
                    [ast.Constant(str(name)), *_],
                ):
                    yield name
                case _:
                    continue

    def _absolute(self, module: str, level: int) -> str:
        if not level:
            return module
        package = self.name.split(".")
        package = package[: len(package) - level + int(self.is_package)]
        return ".".join([*package, module] if module else package)

    def names(self) -> Iterator[str]:
        """Every name that is spoken in it: plain, or as `of.what`."""
        for node in self.nodes:
            match node:
                case ast.Name(name):
                    yield name
                case ast.Attribute(ast.Name(of), name):
                    yield f"{of}.{name}"
                case ast.Attribute(ast.Attribute(_, of), name):
                    yield f"{of}.{name}"
                case ast.Attribute(_, name):
                    yield name
                case _:
                    continue

    def texts(self) -> Iterator[str]:
        """Every text in it but its docstrings."""
        docstrings = {
            id(node.body[0].value)
            for node in self.nodes
            if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in self.nodes:
            match node:
                case ast.Constant(str(said)) if id(node) not in docstrings:
                    yield said
                case _:
                    continue


@cache
def _nodes_of(source: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(source)))


def _lies_in(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == each or name.startswith(f"{each}.") for each in packages)


@cache
def product() -> tuple[Module, ...]:
    """Every module that is shipped."""
    found: list[Module] = []
    for root in ("db", "desktop", "assets"):
        for path in sorted((ROOT / root).rglob("*.py")):
            parts = path.relative_to(ROOT / root).with_suffix("").parts
            is_package = parts[-1] == "__init__"
            name = ".".join(parts[:-1] if is_package else parts)
            found.append(Module(name, path.read_text(encoding="utf-8"), is_package))
    return tuple(found)


Rule = Callable[[Module], Iterator[str]]
"""What of a module breaks the rule."""


def _imports_of(module: Module, *packages: str) -> Iterator[str]:
    return (name for name in module.imports() if _lies_in(name, packages))


# -- the rules -----------------------------------------------------------------------------------

ROOMS = ("board", "inspector", "panels", "dialogs", "viewer", "verdict", "views")
CELLARS = ("commands", "intake", "exchange", "analysis", "store")
QT = ("PySide6", "shiboken6", "PyQt5", "PyQt6", "PySide2")
SQLITE = ("sqlite3", "sqlite_utils", "pysqlite3", "apsw", "aiosqlite")
NETWORK = (
    *("socket", "socketserver", "ssl", "http", "urllib.request", "urllib.robotparser", "asyncio"),
    *("ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "nntplib", "xmlrpc", "webbrowser"),
    *("requests", "httpx", "aiohttp", "urllib3", "websockets", "paramiko"),
    *(
        f"PySide6.Qt{part}"
        for part in ("Network", "WebSockets", "WebEngineCore", "WebEngineWidgets")
    ),
)
QT_NETWORK = re.compile(
    r"Q(Network|Tcp|Udp|Ssl|LocalSocket|LocalServer|WebSocket|WebEngine|Http)\w*"
)
DECODING = ("PIL", "pillow_heif", "pypdfium2")
"""What turns bytes of a file into a picture."""
DECODERS = (
    *("bands", "captures", "documents", "metadata", "pictures", "readable", "reduction"),
    "tiff_pages",
    "tiff_parts",
)
"""The modules of the cage that do."""
CHILDREN = ("child", "enlarger")
"""The modules that a process of its own begins with."""
COLOUR_TEXT = re.compile(r"#(?:[0-9a-fA-F]{3,4}){1,2}|(?:rgb|hsl|hsv)a?\(.*")
WRITING = re.compile(
    r"\s*(INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\S+\s+SET\s+\S+\s*=|DELETE\s+FROM\s+\S+\s*(WHERE|;|$)|REPLACE\s+INTO"
    r"|(CREATE|DROP|ALTER)\s+(TEMP\s+)?(UNIQUE\s+)?(VIRTUAL\s+)?(TABLE|VIEW|INDEX|TRIGGER)"
    r"|VACUUM\b|PRAGMA\b)",
    re.IGNORECASE,
)

# Types and functions that say nothing of the world outside.
PURE = frozenset(
    (
        *("__future__", "abc", "bisect", "calendar", "collections", "dataclasses", "datetime"),
        *("decimal", "enum", "fractions", "functools", "heapq", "itertools", "json", "math"),
        *("operator", "re", "string", "types", "typing", "unicodedata"),
    )
)
FORMULAS = frozenset(("geographiclib",))
"""Libraries that compute something known and ask for nothing."""

WORLDLY = frozenset(
    (
        *("datetime.now", "datetime.today", "datetime.utcnow", "date.today"),
        *("open", "print", "input", "exec", "eval"),
    )
)
OF_THE_STORE = frozenset(
    (
        "casedb.store.connections.sqlite_version",
        "casedb.store.home.Home",
        "casedb.store.reader.Reader",
        "casedb.store.search.Hit",
        "casedb.store.search.Spot",
    )
)
"""What the window may use of the store: nothing that writes, and nothing that opens a file."""


def the_file_knows_nothing_of_the_window(module: Module) -> Iterator[str]:
    if module.is_in("casedb"):
        yield from _imports_of(module, *QT, "caseboard", "caseboard_assets")


def the_window_knows_nothing_of_sqlite(module: Module) -> Iterator[str]:
    if module.is_in("caseboard", "caseboard_assets"):
        yield from _imports_of(module, *SQLITE)


def sqlite_lives_in_the_store(module: Module) -> Iterator[str]:
    if module.is_in("casedb") and not module.is_in("casedb.store"):
        yield from _imports_of(module, *SQLITE)


def the_model_knows_no_clock_no_disk_and_no_chance(module: Module) -> Iterator[str]:
    if module.is_in("casedb.model"):
        for name in module.imports():
            top = name.split(".")[0]
            is_pure = top in PURE or top in FORMULAS
            if not is_pure and not _lies_in(name, ("casedb.model", "casedb.words")):
                yield name
        yield from (name for name in module.names() if name in WORLDLY)


def rooms_of_the_window_do_not_know_each_other(module: Module) -> Iterator[str]:
    for room in ROOMS:
        if module.is_in(f"caseboard.{room}"):
            others = (f"caseboard.{each}" for each in ROOMS if each != room)
            yield from _imports_of(module, *others)


def what_rooms_share_knows_no_room(module: Module) -> Iterator[str]:
    if module.is_in(
        *(f"caseboard.{name}" for name in ("bridge", "selection", "tasks", "settings"))
    ):
        yield from _imports_of(module, *(f"caseboard.{room}" for room in ROOMS))


def cellars_of_the_file_do_not_know_each_other(module: Module) -> Iterator[str]:
    for cellar in CELLARS:
        if module.is_in(f"casedb.{cellar}"):
            others = (f"casedb.{each}" for each in CELLARS if each != cellar)
            above = (
                f"casedb.{each}"
                for each in ("case", "scripting", "history", "building", "verification")
            )
            yield from _imports_of(module, *others, *above)


def colours_stand_in_the_theme(module: Module) -> Iterator[str]:
    if not module.is_in("caseboard") or module.is_in("caseboard.theme"):
        return
    yield from (said for said in module.texts() if COLOUR_TEXT.fullmatch(said))
    for node in module.nodes:
        match node:
            case ast.Call(ast.Name("QColor"), [ast.Constant(), *_]):
                yield ast.unparse(node)
            case ast.Call(ast.Attribute(ast.Name("QColor"), attr), _) if attr.startswith("from"):
                yield ast.unparse(node)
            case ast.Attribute(_, "GlobalColor"):
                continue
            case ast.Attribute(ast.Attribute(_, "GlobalColor"), colour) if colour != "transparent":
                yield ast.unparse(node)
            case _:
                continue


def nothing_speaks_to_the_network(module: Module) -> Iterator[str]:
    yield from _imports_of(module, *NETWORK)
    spoken = {*module.names(), *module.imports()}
    yield from (name for name in spoken if QT_NETWORK.fullmatch(name.split(".")[-1]))


def an_address_is_opened_in_one_place_only(module: Module) -> Iterator[str]:
    if not module.is_in("caseboard.inspector.outside"):
        yield from _imports_of(module, "PySide6.QtGui.QDesktopServices")
        yield from (name for name in module.names() if name.endswith("openUrl"))


def changes_go_through_one_door(module: Module) -> Iterator[str]:
    if not module.is_in("casedb.case", "casedb.apart"):
        yield from _imports_of(module, "casedb.writing")
    if not module.is_in("casedb.case", "casedb.writing", "casedb.store"):
        yield from _imports_of(module, "casedb.store.writer", "casedb.store.file")
        yield from (said.split("\n")[0] for said in module.texts() if WRITING.match(said))
        yield from (
            name
            for name in module.names()
            if name in ("contents.apply", "contents._add", "contents._remove", "contents._replace")
        )


def the_window_writes_through_the_case_alone(module: Module) -> Iterator[str]:
    if module.is_in("caseboard"):
        for name in _imports_of(module, "casedb.store"):
            if name not in OF_THE_STORE:
                yield name


def bytes_are_decoded_in_the_cage_alone(module: Module) -> Iterator[str]:
    if not module.is_in("caseboard", "casedb"):
        return
    inside = (*CHILDREN, *DECODERS)
    if not module.is_in(*(f"casedb.intake.cage.{name}" for name in inside)):
        yield from _imports_of(module, *DECODING)
        yield from _imports_of(module, *(f"casedb.intake.cage.{name}" for name in DECODERS))
    yield from _imports_of(module, *(f"casedb.intake.cage.{name}" for name in CHILDREN))


RULES: dict[Rule, tuple[Module, ...]] = {
    bytes_are_decoded_in_the_cage_alone: (
        Module("caseboard.thumbnails", "from PIL import Image"),
        Module("casedb.intake.offer", "import PIL.ExifTags"),
        Module("casedb.intake.offer", "from casedb.intake.cage.metadata import look"),
        Module("casedb.intake.cage.cage", "from casedb.intake.cage import child"),
        Module("casedb.intake.cage.enlargement", "from casedb.intake.cage import tiff_parts"),
    ),
    the_file_knows_nothing_of_the_window: (
        Module("casedb.case", "from PySide6.QtCore import QObject"),
        Module("casedb.store.file", "def late():\n    import PySide6.QtGui as gui"),
        Module("casedb.model.place", "import caseboard.theme"),
        Module("casedb", "from importlib import import_module\nimport_module('PySide6')"),
    ),
    the_window_knows_nothing_of_sqlite: (
        Module("caseboard.window", "import sqlite3"),
        Module("caseboard.board.scene", "from sqlite_utils import Database"),
    ),
    sqlite_lives_in_the_store: (
        Module("casedb.history", "import sqlite3"),
        Module("casedb.model.values", "from sqlite3 import Row"),
    ),
    the_model_knows_no_clock_no_disk_and_no_chance: (
        Module("casedb.model.values", "import time"),
        Module("casedb.model.values", "from pathlib import Path"),
        Module("casedb.model.values", "import random"),
        Module("casedb.model.values", "import numpy as np"),
        Module("casedb.model.kinds.kind", "from ...ids import Mint"),
        Module("casedb.model.values", "from datetime import datetime\nx = datetime.now()"),
        Module("casedb.model.values", "import datetime as d\nx = d.date.today()"),
        Module("casedb.model.values", "x = open('file')"),
    ),
    rooms_of_the_window_do_not_know_each_other: (
        Module("caseboard.board.canvas", "from caseboard.inspector import panel"),
        Module("caseboard.dialogs.about", "from caseboard.panels.pick import pick"),
        Module("caseboard.panels.search", "from ..board import canvas"),
        Module("caseboard.panels", "from .. import dialogs", is_package=True),
    ),
    what_rooms_share_knows_no_room: (
        Module("caseboard.bridge", "from caseboard.board.canvas import Canvas"),
    ),
    cellars_of_the_file_do_not_know_each_other: (
        Module("casedb.commands.cards", "from casedb.store import search"),
        Module("casedb.store.search", "from casedb.case import Case"),
        Module("casedb.analysis.solar", "from casedb.exchange import stac"),
    ),
    colours_stand_in_the_theme: (
        Module("caseboard.toast", "colour = '#fff'"),
        Module("caseboard.toast", "colour = '#12ab34ff'"),
        Module("caseboard.toast", "colour = 'rgba(0, 0, 0, 0.5)'"),
        Module("caseboard.toast", "colour = QColor('red')"),
        Module("caseboard.toast", "colour = QColor(1, 2, 3)"),
        Module("caseboard.toast", "colour = QColor.fromRgb(1, 2, 3)"),
        Module("caseboard.toast", "colour = Qt.GlobalColor.red"),
    ),
    nothing_speaks_to_the_network: (
        Module("caseboard.app", "from PySide6.QtNetwork import QNetworkAccessManager"),
        Module("caseboard.app", "import PySide6\nPySide6.QtCore.QTcpSocket()"),
        Module("casedb.exchange.stac", "from urllib import request"),
        Module("casedb.exchange.stac", "import urllib.request"),
        Module("casedb.exchange.stac", "import http.client"),
        Module("casedb.ids", "import socket"),
        Module("caseboard_assets", "import webbrowser"),
    ),
    an_address_is_opened_in_one_place_only: (
        Module("caseboard.window", "from PySide6.QtGui import QDesktopServices"),
        Module("caseboard.window", "services.openUrl(url)"),
    ),
    changes_go_through_one_door: (
        Module("casedb.building", "from casedb.store.writer import write_edits"),
        Module("caseboard.workspace", "from casedb.store import writer"),
        Module("caseboard.intake", "from casedb.writing import Writing"),
        Module("casedb.exchange.plain", "link.execute('INSERT INTO item VALUES (1)')"),
        Module("casedb.history", "link.execute('update item set fields = 1')"),
        Module("casedb.history", "sql = '''\n  DELETE FROM item\n'''"),
        Module("caseboard.bridge", "self.case.contents.apply(change)"),
    ),
    the_window_writes_through_the_case_alone: (
        Module("caseboard.exports", "from casedb.store.copies import save_copy"),
        Module("caseboard.exports", "from casedb.store.reader import search"),
        Module("caseboard.exports", "import casedb.store.artifacts"),
    ),
}
"""Every rule with modules that break it."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_the_rule_that(rule: Rule) -> None:
    broken = [f"{module.name}: {what}" for module in product() for what in rule(module)]
    assert not broken, f"{rule.__name__.replace('_', ' ')}, but\n" + "\n".join(broken)


@pytest.mark.parametrize(
    ("rule", "module"),
    [(rule, module) for rule, modules in RULES.items() for module in modules],
    ids=lambda each: each.source if isinstance(each, Module) else each.__name__,
)
def test_the_check_fails_when_somebody_breaks_the_rule_that(rule: Rule, module: Module) -> None:
    assert list(rule(module))


def test_all_of_the_product_is_looked_at() -> None:
    names = {module.name for module in product()}
    assert {"casedb", "casedb.model.kinds.claim", "caseboard.window", "caseboard_assets"} <= names
    assert len(names) == len(product()) > 150


def test_the_model_is_allowed_the_standard_library_and_formulas_only() -> None:
    assert sys.stdlib_module_names >= PURE
    assert sys.stdlib_module_names.isdisjoint(FORMULAS)


def test_what_may_be_imported_is_told_apart_from_what_sounds_alike() -> None:
    innocent = Module(
        "casedb.model.values", "import re, math\nfrom casedb.model.kinds import KINDS"
    )
    assert not list(the_model_knows_no_clock_no_disk_and_no_chance(innocent))
    parse = Module("caseboard.dropping", "from urllib.parse import urlsplit\nimport httpish")
    assert not list(nothing_speaks_to_the_network(parse))
    words = Module("caseboard.panels.search", "title = 'Update the board set'\ncount = '#1 of 3'")
    assert not list(changes_go_through_one_door(words))
    assert not list(colours_stand_in_the_theme(words))
    clear = Module("caseboard.mark", "image.fill(Qt.GlobalColor.transparent)")
    assert not list(colours_stand_in_the_theme(clear))


def test_the_document_names_the_rooms_that_there_are() -> None:
    document = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for room in ROOMS:
        assert (ROOT / "desktop" / "caseboard" / room).is_dir()
        assert room in document
    for cellar in CELLARS:
        assert (ROOT / "db" / "casedb" / cellar).is_dir()
        assert cellar in document

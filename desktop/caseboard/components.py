"""What Caseboard is made of: names, versions, licences and their texts, read from what is installed.

Nothing is looked up elsewhere: what a package does not bring along is said to be missing.
"""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from PySide6.QtCore import QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

import caseboard_assets
from caseboard import __version__
from casedb.words import say, term

ITSELF, ASSETS = "Caseboard", term("Icons, themes and the example")
_QT, _PYTHON, _SQLITE = "Qt", "Python", "SQLite"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_TEXTS = re.compile(r"(licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)
_LGPL = "www.gnu.org/licenses/lgpl-3.0.html"
_LONGEST = 200_000
"""Characters of licences that are shown of one package; numpy has the most, a quarter of that."""


@dataclass(frozen=True, slots=True)
class Component:
    """Something that Caseboard is made of: name, version and licence."""

    name: str
    version: str
    licence: str

    @property
    def shown(self) -> str:
        """Its name as people read it."""
        return say(ASSETS) if self.name == ASSETS else self.name


def present_components(sqlite: str = "") -> list[Component]:
    """What is in use now, the licences as their packages state them; `sqlite` is the version of
    that library."""
    python = ".".join(map(str, sys.version_info[:3]))
    found = [
        Component(ITSELF, __version__, "MIT"),
        Component(ASSETS, __version__, "MIT"),
        Component(_PYTHON, python, "PSF-2.0"),
        Component(_QT, qVersion() or "", "LGPL-3.0-only"),
    ]
    if sqlite:
        found.append(Component(_SQLITE, sqlite, say("Public domain")))
    return found + [_component(each) for each in _packages()]


def report(components: Iterable[Component]) -> str:
    """What somebody who looks for a fault wants to know of this computer, line by line; in English."""
    lines = [f"{each.name} {each.version}" for each in components if each.name != ASSETS]
    lines.append(f"System: {QSysInfo.prettyProductName()} ({platform.machine()})")
    lines.append(f"Window system: {QGuiApplication.platformName()}")
    screen = QGuiApplication.primaryScreen()
    size, scale = screen.size(), screen.devicePixelRatio() * 100
    lines.append(f"Screen: {size.width()} × {size.height()} at {scale:.0f} %")
    return "\n".join(lines)


def licence_text(component: Component) -> str:
    """The whole text of a licence, as it was brought along; else a sentence about it."""
    texts: list[str] = []
    if component.name == ITSELF:
        texts = _own("LICENSE")
    elif component.name == ASSETS:
        texts = _own("assets/NOTICE.md")
    elif component.name == _PYTHON:
        texts = _read([Path(os.__file__).parent / "LICENSE.txt"])
    elif component.name == _SQLITE:
        return say("SQLite is in the public domain.")
    elif (found := _distribution(component.name)) is not None:
        texts = _texts_of(found)
    if texts:
        return "\n\n".join(texts)[:_LONGEST]
    told = say(
        "{name} is under {licence} and brings no text of it.",
        name=component.shown,
        licence=component.licence,
    )
    if "LGPL" not in component.licence:
        return told
    return f"{told} {say('The text of the LGPL stands at {address}', address=_LGPL)}"


def _own(name: str) -> list[str]:
    """A text of our own: as it was installed, or as it lies beside the source."""
    found = _distribution("caseboard")
    for each in (found.files or ()) if found is not None else ():
        if str(each).endswith(f"licenses/{name}"):
            return _read([Path(str(found.locate_file(each)))]) if found is not None else []
    beside = Path(caseboard_assets.__file__).parent.parent.parent / name
    return _read([beside])


def _texts_of(found: Distribution) -> list[str]:
    files = [each for each in found.files or () if _TEXTS.search(str(each))]
    # The package's own before those of what it has taken in.
    files.sort(key=lambda each: len(each.parts))
    return _read(Path(str(found.locate_file(each))) for each in files)


def _read(files: Iterable[Path]) -> list[str]:
    texts: list[str] = []
    for file in files:
        try:
            texts.append(file.read_text(encoding="utf-8", errors="replace").strip())
        except OSError:
            continue
    return [text for text in texts if text]


@cache
def _distribution(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _packages() -> list[Distribution]:
    """The packages that Caseboard needs to run, and those that they need, each once."""
    found: dict[str, Distribution] = {}
    # From a bare checkout that was never installed nothing is known.
    wanted, seen = ["caseboard"], set[str]()
    while wanted:
        name = wanted.pop(0)
        key = re.sub(r"[-_.]+", "-", name).lower()
        package = _distribution(name)
        if key in seen or package is None:
            continue
        seen.add(key)
        found[key] = package
        needed = (each for each in package.requires or () if "extra ==" not in each)
        wanted += [match[0] for each in needed if (match := _NAME.match(each))]
    found.pop("caseboard", None)
    return list(found.values())


def _component(package: Distribution) -> Component:
    told = package.metadata
    stated = [
        text for field in ("License-Expression", "License") for text in told.get_all(field) or []
    ]
    classed = [each for each in told.get_all("Classifier") or [] if each.startswith("License")]
    licence = stated[0] if stated and stated[0] else classed[0] if classed else say("not stated")
    return Component(told["Name"], told["Version"], licence.splitlines()[0].rsplit(" :: ", 1)[-1])

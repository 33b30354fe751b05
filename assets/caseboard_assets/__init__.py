"""Icons, texts and other files that ship with Caseboard, read without knowing where they lie."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

__all__ = ["icon_names", "icon_svg", "read_bytes", "read_text"]

_SUFFIX = ".svg"


def read_bytes(*parts: str) -> bytes:
    """Return the bytes of the shipped file at the path made of parts; FileNotFoundError if none."""
    return _locate(parts).read_bytes()


def read_text(*parts: str) -> str:
    """Return the UTF-8 text of the shipped file at that path; FileNotFoundError if none."""
    return _locate(parts).read_text(encoding="utf-8")


@cache
def icon_names() -> tuple[str, ...]:
    """Return the name of every icon, in alphabetical order."""
    found = (entry.name for entry in _locate(("icons",)).iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in found if name.endswith(_SUFFIX)))


@cache
def icon_svg(name: str) -> str:
    """Return an icon's SVG text, painted in the word currentColor; KeyError for an unknown name."""
    if name not in icon_names():
        raise KeyError(f"There is no icon named {name!r}; icon_names() lists those there are.")
    return read_text("icons", name + _SUFFIX)


def _locate(parts: tuple[str, ...]) -> Traversable:
    return files(__name__).joinpath(*parts)

"""Print the oldest version of each dependency that pyproject.toml allows, as a pip constraints file.

Usage: python .ci/lowest.py [EXTRA ...]
"""

import re
import sys
import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"

_REQUIREMENT = re.compile(
    r"(?P<name>[\w.-]+)\s*(\[[^\]]*\])?\s*(?P<specifier>[^;]*?)\s*(;\s*(?P<marker>.+))?"
)
_LOWER_BOUND = re.compile(r">=\s*([\w.]+)")


def pin_lowest(requirement: str) -> str:
    """Return the constraint that holds a requirement (PEP 508) at its lower bound.

    Raises ValueError if the requirement states no lower bound.
    """
    parts = _REQUIREMENT.fullmatch(requirement)
    bound = _LOWER_BOUND.search(parts["specifier"]) if parts else None
    if parts is None or bound is None:
        raise ValueError(f"pyproject.toml states no lower bound (>=) for {requirement!r}: add one.")
    marker = f"; {parts['marker']}" if parts["marker"] else ""
    return f"{parts['name']}=={bound[1]}{marker}"


def list_lowest(pyproject: Path, extras: list[str]) -> list[str]:
    """Return one constraint for each dependency of the project and of the extras named."""
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    requirements: list[str] = list(project["dependencies"])
    for extra in extras:
        requirements += project["optional-dependencies"][extra]
    return [pin_lowest(requirement) for requirement in requirements]


if __name__ == "__main__":
    try:
        print("\n".join(list_lowest(PYPROJECT, sys.argv[1:])))
    except ValueError as trouble:
        sys.exit(str(trouble))

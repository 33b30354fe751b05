"""What the documents show works as they show it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from caseboard import cli
from caseboard.cli import COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_script_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEBOARD_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    (script,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(script, "README.md", "exec"), {})
    assert (tmp_path / "harbour.caseboard").exists()
    assert (tmp_path / "harbour.json").exists()


def test_the_readme_shows_every_command() -> None:
    shown = set(re.findall(r"^caseboard ([\w-]+)", README, re.MULTILINE))
    assert shown == set(COMMANDS)
    for line in re.findall(r"^caseboard (\w.*?)(?:\s+#.*)?$", README, re.MULTILINE):
        words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', line)]
        cli.build_parser().parse_args(words)


@pytest.mark.parametrize(
    "document", ["README.md", *sorted(p.name for p in (ROOT / "docs").glob("*.md"))]
)
def test_links_between_documents_lead_somewhere(document: str) -> None:
    path = ROOT / document if (ROOT / document).exists() else ROOT / "docs" / document
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), f"{document} links to {target}"


def test_the_page_about_the_board_names_every_module_of_it() -> None:
    page = (ROOT / "docs" / "board.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)`", page))
    # Painters are named as classes there.
    named |= {"card_painter", "string_painter", "frame_painter"}
    modules = {path.stem for path in (ROOT / "desktop/caseboard/board").glob("*.py")} - {"__init__"}
    assert modules - named == set()


def test_the_page_about_measuring_names_every_script() -> None:
    page = (ROOT / "docs" / "measuring.md").read_text(encoding="utf-8")
    scripts = {path.name for path in (ROOT / "tests/bench").glob("*.py")}
    assert scripts - set(re.findall(r"`(\w+\.py)`", page)) == set()

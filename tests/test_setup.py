"""Setting up on a bare machine: which Python, which system packages, which lower bounds."""

import os
import platform
import re
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import qt_libraries
from lowest import list_lowest, pin_lowest
from packaging.requirements import Requirement
from qt_libraries import FONTS, PACKAGES, compose_install, read_families, read_missing

ROOT = Path(__file__).parent.parent
CREATE_VENV = ROOT / ".ci/create-venv"
TARGETS = {
    *("help", "run", "test", "soak", "test-lowest", "test-python"),
    *("bench", "fuzz", "lint", "format", "wheel", "clean"),
}


def make(*arguments: str, **environment: str) -> str:
    """Return what make prints in the project's folder, without a display unless one is given."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "PYTHON", "MAKEFLAGS", "MAKELEVEL")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        ["make", *arguments],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_make_alone_names_every_target():
    assert set(re.findall(r"^make ([a-z-]+)", make(), flags=re.MULTILINE)) == TARGETS


def test_a_crash_is_repeated_by_seed_and_number_and_no_benchmark_is_a_fuzzer():
    (told,) = make("--dry-run", "fuzz", "SEED=7", "NUMBER=42").splitlines()[-1:]
    assert told.split()[-2:] == ["--seed=7", "--number=42"]
    assert "grep -v /fuzz_" in make("--dry-run", "bench")


def test_run_draws_a_picture_where_nothing_can_be_shown():
    draw, tell = make("--dry-run", "run", "platform=offscreen").splitlines()[-2:]
    assert draw.endswith("export out/example.caseboard --png out/example.png --scale 2")
    assert "out/example.png" in tell


@pytest.mark.parametrize("display", [{}, {"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_run_opens_a_window_where_there_is_a_display(display: dict[str, str]):
    last = make("--dry-run", "run", **display).splitlines()[-1]
    always_has_one = platform.system() == "Darwin"
    assert (last == ".venv/bin/caseboard out/example.caseboard") == (
        bool(display) or always_has_one
    )


def test_the_check_of_a_change_runs_the_tests_and_then_lint():
    script = ROOT / ".ci/run"
    assert script.stat().st_mode & stat.S_IXUSR
    assert re.findall(r"^make .+$", script.read_text(encoding="utf-8"), flags=re.MULTILINE) == [
        "make test",
        "make lint",
    ]


def place_python(folder: Path, name: str, version: str, *, makes_venvs: bool = True) -> None:
    """Put a stand-in for a Python into a folder: it tells its version and notes what it is asked."""
    script = folder / name
    script.write_text(
        "#!/bin/sh\n"
        'case "$2" in\n'
        f"*version_info*) echo {version} ;;\n"
        f"*ensurepip*) exit {0 if makes_venvs else 1} ;;\n"
        'venv) mkdir -p "$4" && echo "$0" > "$4/made-by" ;;\n'
        "*) exit 2 ;;\n"
        "esac\n",
        encoding="utf-8",
    )
    script.chmod(0o755)


def create_venv(
    folder: Path, *, distribution: str = "debian", python: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run .ci/create-venv where only the stand-ins in a folder can be found."""
    for tool in ("mkdir", "sed", "tr", "id", "uname"):
        found = next(path for path in (Path("/bin"), Path("/usr/bin")) if (path / tool).exists())
        (folder / tool).symlink_to(found / tool)
    release = folder / "os-release"
    release.write_text(f'NAME="A system"\nID={distribution}\n', encoding="utf-8")
    return subprocess.run(
        ["/bin/sh", CREATE_VENV, folder / "made"],
        env={"PATH": str(folder), "PYTHON": python, "OS_RELEASE": str(release)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_usual_python_is_taken_if_it_is_new_enough(tmp_path: Path):
    place_python(tmp_path, "python3", "3.12")
    place_python(tmp_path, "python3.13", "3.13")
    assert create_venv(tmp_path).returncode == 0
    assert (tmp_path / "made/made-by").read_text().strip() == str(tmp_path / "python3")
    assert (tmp_path / "made/.gitignore").read_text() == "*\n"


def test_a_newer_python_is_taken_if_the_usual_one_is_too_old(tmp_path: Path):
    place_python(tmp_path, "python3", "3.9")
    place_python(tmp_path, "python3.11", "3.11")
    place_python(tmp_path, "python3.12", "3.12")
    assert create_venv(tmp_path).returncode == 0
    assert (tmp_path / "made/made-by").read_text().strip() == str(tmp_path / "python3.12")


def test_a_python_that_can_make_environments_is_preferred(tmp_path: Path):
    place_python(tmp_path, "python3", "3.11", makes_venvs=False)
    place_python(tmp_path, "python3.12", "3.12")
    assert create_venv(tmp_path).returncode == 0
    assert (tmp_path / "made/made-by").read_text().strip() == str(tmp_path / "python3.12")


def test_the_python_asked_for_is_taken(tmp_path: Path):
    place_python(tmp_path, "python3", "3.12")
    place_python(tmp_path, "python3.13", "3.13")
    assert create_venv(tmp_path, python="python3.13").returncode == 0
    assert (tmp_path / "made/made-by").read_text().strip() == str(tmp_path / "python3.13")


@pytest.mark.parametrize(
    ("distribution", "advice"),
    [
        ("debian", "apt-get install python3 python3-venv"),
        ("fedora", "dnf install python3"),
        ("arch", "pacman -S python"),
        ("somethingelse", "python.org"),
    ],
)
def test_without_a_python_new_enough_the_command_to_install_one_is_named(
    tmp_path: Path, distribution: str, advice: str
):
    place_python(tmp_path, "python3", "3.9")
    run = create_venv(tmp_path, distribution=distribution)
    assert run.returncode == 1
    assert "needs Python 3.11 or newer, and none was found (python3 is 3.9)" in run.stderr
    assert advice in run.stderr


def test_without_ensurepip_the_package_of_that_very_python_is_named(tmp_path: Path):
    place_python(tmp_path, "python3", "3.11", makes_venvs=False)
    run = create_venv(tmp_path)
    assert run.returncode == 1
    assert "apt-get install python3.11-venv" in run.stderr


def test_a_python_asked_for_that_is_too_old_is_refused(tmp_path: Path):
    place_python(tmp_path, "python3", "3.12")
    place_python(tmp_path, "python3.9", "3.9")
    run = create_venv(tmp_path, python="python3.9")
    assert run.returncode == 1
    assert "PYTHON=python3.9 is not a Python 3.11 or newer (python3.9 is 3.9)" in run.stderr


def test_missing_libraries_are_read_from_ldd():
    report = (
        "QtGui.so:\n"
        "\tlibEGL.so.1 => not found\n"
        "\tlibc.so.6 => /lib/libc.so.6 (0x00007f0000000000)\n"
        "\tlibxcb-cursor.so.0 => not found\n"
        "\tlinux-vdso.so.1 (0x00007ffc00000000)\n"
    )
    assert read_missing(report) == {"libEGL.so.1", "libxcb-cursor.so.0"}


@pytest.mark.parametrize(
    ("release", "command"),
    [
        ("ID=debian", "apt-get install -y --no-install-recommends libegl1 libxcb-cursor0"),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"', "apt-get install -y --no-install-recommends"),
        ("ID=arch", "pacman -S --needed libglvnd xcb-util-cursor"),
        ("ID=fedora", "dnf install libEGL.so.1()(64bit) libxcb-cursor.so.0()(64bit)"),
        ('ID="opensuse-leap"\nID_LIKE="suse opensuse"', "zypper install libEGL.so.1()(64bit)"),
        ("# nothing said", ""),
    ],
)
def test_each_system_is_told_its_own_command(release: str, command: str):
    libraries = {"libEGL.so.1", "libxcb-cursor.so.0"}
    assert " ".join(compose_install(read_families(release), libraries)).startswith(command)


class BareDebian:
    """A Debian that lacks these libraries and fonts for these scripts until they are installed."""

    def __init__(self, folder: Path, libraries: set[str], scripts: list[str]) -> None:
        self.release = folder / "os-release"
        self.release.write_text("ID=debian\n", encoding="utf-8")
        self.libraries = libraries
        self.scripts = scripts

    def find_missing_libraries(self, _platform: str) -> set[str]:
        return set(self.libraries)

    def find_missing_scripts(self) -> list[str]:
        return list(self.scripts)

    def install(self, command: list[str]) -> None:
        self.libraries -= {name for name in self.libraries if PACKAGES[name].debian in command}

    def check(self, monkeypatch: pytest.MonkeyPatch, *, may_install: bool) -> int:
        for name in ("find_missing_libraries", "find_missing_scripts", "install"):
            monkeypatch.setattr(qt_libraries, name, getattr(self, name))
        return qt_libraries.check("offscreen", self.release, may_install=may_install)


def test_missing_libraries_stop_the_run_with_the_command_that_helps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    bare = BareDebian(tmp_path, {"libEGL.so.1"}, [])
    assert bare.check(monkeypatch, may_install=False) == 1
    told = capsys.readouterr().out
    assert "missing (libEGL.so.1)" in told
    assert "    sudo apt-get install -y --no-install-recommends libegl1 " in told


def test_missing_libraries_are_installed_where_that_is_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    bare = BareDebian(tmp_path, {"libEGL.so.1", "libGL.so.1"}, [])
    assert bare.check(monkeypatch, may_install=True) == 0
    assert not bare.libraries


def test_missing_fonts_are_told_and_stop_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    assert BareDebian(tmp_path, set(), ["Korean"]).check(monkeypatch, may_install=False) == 0
    assert "no installed font shows Korean" in capsys.readouterr().out


def test_the_manual_names_every_system_package():
    manual = (ROOT / "docs/install.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\b(?:lib|fonts-)[a-z0-9.+-]+", manual))
    assert {package.debian for package in PACKAGES.values()} | set(FONTS) <= named


def test_a_lower_bound_becomes_a_pin():
    assert pin_lowest("sqlite-utils>=4.0") == "sqlite-utils==4.0"
    assert pin_lowest("pyright[nodejs] >= 1.1.400, <2") == "pyright==1.1.400"
    assert (
        pin_lowest("PySide6-Essentials>=6.8.1,!=6.12.0; python_version < '3.12'")
        == "PySide6-Essentials==6.8.1; python_version < '3.12'"
    )


def test_a_dependency_without_a_lower_bound_is_refused():
    with pytest.raises(ValueError, match="states no lower bound"):
        pin_lowest("numpy")


def test_every_dependency_states_a_lower_bound_that_it_allows():
    pyproject = ROOT / "pyproject.toml"
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    for requirement, pin in zip(
        map(Requirement, declared), map(Requirement, list_lowest(pyproject, ["test"])), strict=True
    ):
        assert (pin.name, pin.marker) == (requirement.name, requirement.marker)
        (version,) = (part.version for part in pin.specifier)
        assert requirement.specifier.contains(version)


def test_what_tests_and_their_programs_import_is_compiled_once():
    assert not sys.dont_write_bytecode
    asked = "import sys; print(sys.dont_write_bytecode, sys.pycache_prefix)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", str(sys.pycache_prefix)]

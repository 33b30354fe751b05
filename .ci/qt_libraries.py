"""Make sure that Qt finds the system libraries it needs and fonts for the scripts it will show.

Usage: python .ci/qt_libraries.py PLATFORM

PLATFORM is the Qt platform plugin about to be used: offscreen, xcb, wayland or cocoa. As root on
Debian and its kin the missing packages are installed; elsewhere the command that installs them is
printed and the exit code is 1. Missing fonts alone are worth a note, not a stop.
"""

import os
import platform
import shlex
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Package(NamedTuple):
    """The package that holds a library, by the name each family of systems gives it."""

    debian: str
    arch: str


PACKAGES = {
    "libEGL.so.1": Package("libegl1", "libglvnd"),
    "libGL.so.1": Package("libgl1", "libglvnd"),
    "libX11-xcb.so.1": Package("libx11-xcb1", "libx11"),
    "libX11.so.6": Package("libx11-6", "libx11"),
    "libdbus-1.so.3": Package("libdbus-1-3", "dbus"),
    "libfontconfig.so.1": Package("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": Package("libfreetype6", "freetype2"),
    # Newer releases say libglib2.0-0t64; apt finds it by the old name.
    "libglib-2.0.so.0": Package("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": Package("libglib2.0-0", "glib2"),
    "libwayland-client.so.0": Package("libwayland-client0", "wayland"),
    "libwayland-cursor.so.0": Package("libwayland-cursor0", "wayland"),
    "libwayland-egl.so.1": Package("libwayland-egl1", "wayland"),
    "libxcb-cursor.so.0": Package("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": Package("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": Package("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": Package("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": Package("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": Package("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-render.so.0": Package("libxcb-render0", "libxcb"),
    "libxcb-shape.so.0": Package("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": Package("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": Package("libxcb-sync1", "libxcb"),
    "libxcb-util.so.1": Package("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so.0": Package("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": Package("libxcb-xkb1", "libxcb"),
    "libxcb.so.1": Package("libxcb1", "libxcb"),
    "libxkbcommon-x11.so.0": Package("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxkbcommon.so.0": Package("libxkbcommon0", "libxkbcommon"),
}

FONTS = ("fonts-dejavu-core", "fonts-wqy-microhei")
"""Debian's smallest packages that together show Arabic, Chinese, Japanese and Korean."""

_PLUGINS = {
    "offscreen": ("Qt/plugins/platforms/libqoffscreen.so",),
    "xcb": ("Qt/plugins/platforms/libqxcb.so",),
    "wayland": (
        "Qt/plugins/platforms/libqwayland*.so",
        "Qt/plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
        "Qt/plugins/wayland-shell-integration/libxdg-shell.so",
    ),
}


def read_missing(ldd_output: str) -> set[str]:
    """Return the names of the libraries that ldd reports as not found."""
    lines = (line.split() for line in ldd_output.splitlines())
    return {words[0] for words in lines if words[1:] == ["=>", "not", "found"]}


def read_families(os_release: str) -> set[str]:
    """Return the distribution and those it derives from, from the text of os-release(5)."""
    fields = dict(part.split("=", 1) for part in shlex.split(os_release, comments=True))
    return {fields.get("ID", "linux"), *fields.get("ID_LIKE", "").split()}


def compose_install(families: set[str], libraries: Iterable[str]) -> list[str]:
    """Return the command that installs these libraries, empty where the system is not known."""
    wanted = sorted(libraries)
    known = [PACKAGES[library] for library in wanted if library in PACKAGES]
    if families & {"debian", "ubuntu"}:
        packages = sorted({package.debian for package in known})
        return ["apt-get", "install", "-y", "--no-install-recommends", *packages, *FONTS]
    if "arch" in families:
        return ["pacman", "-S", "--needed", *sorted({package.arch for package in known})]
    # RPM finds a package by the library it provides, whatever the package is called.
    provides = [f"{library}()(64bit)" for library in wanted]
    if families & {"fedora", "rhel"}:
        return ["dnf", "install", *provides]
    if families & {"suse", "opensuse"}:
        return ["zypper", "install", *provides]
    return []


def find_missing_libraries(qt_platform: str) -> set[str]:
    """Return the libraries that Qt's modules and its platform plugin ask for in vain."""
    folder = Path(sysconfig.get_path("platlib"), "PySide6")
    patterns = ("QtWidgets.*.so", "QtSvg.*.so", *_PLUGINS[qt_platform])
    files = [path for pattern in patterns for path in folder.glob(pattern)]
    ldd = subprocess.run(["ldd", *files], capture_output=True, text=True, check=False)
    return read_missing(ldd.stdout)


def find_missing_scripts() -> list[str]:
    """Return the scripts that no installed font shows, by their English names."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Only now: without the libraries looked for above, this import fails.
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    application = QGuiApplication([])
    scripts = {
        "Arabic": QFontDatabase.WritingSystem.Arabic,
        "Chinese": QFontDatabase.WritingSystem.SimplifiedChinese,
        "Japanese": QFontDatabase.WritingSystem.Japanese,
        "Korean": QFontDatabase.WritingSystem.Korean,
    }
    missing = [name for name, script in scripts.items() if not QFontDatabase.families(script)]
    application.shutdown()
    return missing


def install(command: list[str]) -> None:
    """Run an apt-get command after an update, quietly unless it fails."""
    print("Installing system packages:", *command[4:], flush=True)
    for step in (["apt-get", "update"], command):
        run = subprocess.run(
            step,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if run.returncode != 0:
            print(run.stdout, file=sys.stderr)


def check(qt_platform: str, release: Path, *, may_install: bool) -> int:
    """Install or name what is missing; return 0 if Qt can start on this platform, else 1."""
    libraries = find_missing_libraries(qt_platform)
    scripts = [] if libraries else find_missing_scripts()
    families = read_families(release.read_text(encoding="utf-8")) if release.exists() else set()
    command = compose_install(families, libraries)
    if (libraries or scripts) and may_install and command[:1] == ["apt-get"]:
        install(command)
        libraries = find_missing_libraries(qt_platform)
        scripts = [] if libraries else find_missing_scripts()
    if libraries:
        print(f"Qt cannot start: system libraries are missing ({', '.join(sorted(libraries))}).")
        print("Install the packages that hold them, then run make again:")
        sudo = "" if may_install else "sudo "
        if command[:1] == ["apt-get"]:
            print(f"    {sudo}apt-get update")
        print(f"    {sudo}{shlex.join(command)}" if command else "    (see docs/install.md)")
        return 1
    if scripts:
        print(f"Note: no installed font shows {', '.join(scripts)}; such text appears as boxes.")
        print(f"Debian and Ubuntu have {' and '.join(FONTS)}; elsewhere, Noto Sans CJK.")
    return 0


if __name__ == "__main__":
    if platform.system() != "Linux":
        sys.exit(0)  # Elsewhere Qt's wheels bring all they need.
    sys.exit(check(sys.argv[1], Path("/etc/os-release"), may_install=os.geteuid() == 0))

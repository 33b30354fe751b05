"""Caseboard: the window over a case file."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("caseboard")
except PackageNotFoundError:
    # Run from a bare checkout that was never installed.
    __version__ = "0"

"""Caseboard's case file: create, change, search, verify and export a case without a window.

`Case` is the door; `casedb.model` are the records it holds; `casedb.errors` what can go wrong.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casedb.case import Case, Change
    from casedb.errors import CaseError

__all__ = ["Case", "CaseError", "Change"]


def __getattr__(name: str) -> object:
    # Not before it is asked for: the process that decodes pictures knows nothing of files.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("casedb.errors" if name == "CaseError" else "casedb.case"), name)

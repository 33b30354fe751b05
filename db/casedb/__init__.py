"""Caseboard's case file: create, change, search, verify and export a case without a window.

`Case` is the door; `casedb.model` are the records it holds; `casedb.errors` what can go wrong.
"""

from casedb.case import Case, Change
from casedb.errors import CaseError

__all__ = ["Case", "CaseError", "Change"]

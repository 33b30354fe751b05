"""Somebody without rights, as whom a script goes on; only root can become that."""

from __future__ import annotations

import os

import pytest

NOBODY = 65534

needs_root = pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can become somebody else"
)

BECOME_NOBODY = f"""
import os, sys, tempfile
from casedb import Case
from casedb.verification import verify
with tempfile.TemporaryDirectory() as folder:
    # Nobody may not read the places where Python keeps its modules, so all are loaded first.
    with Case.create(folder + "/first.caseboard") as first:
        first.add("note")
        verify(first.path)
os.environ["CASEBOARD_HOME"] = sys.argv[2]
os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})
"""
"""The beginning of a script that is given a case and a home for nobody."""

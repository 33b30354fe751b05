"""Where compiled modules lie when the system wants none beside the sources: compiling takes seconds.

It is said when this module is imported, so that all that is imported later is compiled once and not in
every worker of every run.
"""

from __future__ import annotations

import sys
from pathlib import Path

_ROOT = Path(__file__).parent.parent

if sys.dont_write_bytecode:
    sys.dont_write_bytecode = False
    sys.pycache_prefix = sys.pycache_prefix or str(_ROOT / "build/compiled")

FOLDER = sys.pycache_prefix
"""A folder for all of them; None where they lie beside their sources, as usual."""

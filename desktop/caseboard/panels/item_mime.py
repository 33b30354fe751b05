"""Items on their way to a board: dragged from a list, placed where they are dropped."""

from __future__ import annotations

import json
from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QMimeData

from caseboard.dropping import ITEMS_MIME


def items_mime(item_ids: Iterable[str]) -> QMimeData:
    """What a drag of items carries: a JSON list of their ids, each once."""
    held = QMimeData()
    ids = list(dict.fromkeys(item_ids))
    held.setData(ITEMS_MIME, QByteArray(json.dumps(ids).encode()))
    return held

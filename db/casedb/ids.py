"""Names and times for new records: UUID version 7 (RFC 9562) and UTC."""

from __future__ import annotations

import secrets
import threading
import time
from datetime import UTC, datetime


class Mint:
    """Makes ids that sort in the order in which they were made, also within a millisecond."""

    def __init__(self) -> None:
        self._last = 0
        self._guard = threading.Lock()

    def __call__(self) -> str:
        """A new UUIDv7 as text."""
        with self._guard:
            # 48 bits of milliseconds and a 12-bit count, so that ids of one burst stay in order;
            # a clock that goes backwards does not.
            stamp = max(time.time_ns() * 4096 // 1_000_000, self._last + 1)
            self._last = stamp
        millis, count = stamp >> 12, stamp & 0xFFF
        value = (millis & 0xFFFFFFFFFFFF) << 80 | 0x7 << 76 | count << 64 | 0b10 << 62
        text = f"{value | secrets.randbits(62):032x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def utc_now() -> str:
    """The present time as ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

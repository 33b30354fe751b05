"""The media types of pages that were saved as a whole, which say when and where that was."""

from __future__ import annotations

MHTML = ("multipart/related", "message/rfc822")
WACZ = "application/wacz"
WARCS = ("application/warc", "application/warc+gzip")

CAPTURES = frozenset((*MHTML, WACZ, *WARCS))

CAPTURED = "captured"
"""The name of the time when something was saved."""

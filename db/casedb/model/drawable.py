"""Of which files a board shows a picture."""

from __future__ import annotations

DRAWABLE = frozenset(
    (
        *("image/jpeg", "image/png", "image/gif", "image/tiff", "image/bmp", "image/webp"),
        *("image/avif", "image/heic", "image/heif"),
        "application/pdf",
    )
)
"""The media types (RFC 6838) that are decoded, a PDF as its first page, and HEIC where the extra for it is installed. An SVG is not among them: it can
run scripts, read files and hang a program, so it is kept as any other file and never drawn."""


def may_be_drawn(media_type: str) -> bool:
    """Whether files of a media type have a thumbnail."""
    return media_type in DRAWABLE

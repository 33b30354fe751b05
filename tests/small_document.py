"""A PDF of one page, made by hand."""

from __future__ import annotations

from collections.abc import Sequence

LOCKED = (
    "/Encrypt<</Filter/Standard/V 1/R 2/O(" + "a" * 32 + ")/U(" + "b" * 32 + ")/P -4>>/ID[(a)(a)]"
)
"""What the trailer of a document says that is locked with a password."""


def document(text: str = "The ship sailed.", size: str = "200 280", more: str = "") -> bytes:
    """A PDF of one page with a line on it."""
    content = f"BT /F 14 Tf 10 250 Td ({text}) Tj ET"
    parts = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {size}]"
            "/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>"
        ),
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Title(A report)/CreationDate(D:20230907123456Z)>>",
    ]
    return _put_together(parts, more)


def documents(pages: Sequence[str]) -> bytes:
    """A PDF of several pages, each with a line on it, or with none where that is empty."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    parts = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for n, text in enumerate(pages):
        content = f"BT /F 14 Tf 10 250 Td ({text}) Tj ET"
        parts += [
            (
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 280]"
                f"/Resources<</Font<</F 3 0 R>>>>/Contents {5 + 2 * n} 0 R>>"
            ),
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
        ]
    return _put_together([*parts, "<</Title(A report)>>"], "")


def _put_together(parts: Sequence[str], more: str) -> bytes:
    told = "%PDF-1.4\n"
    starts: list[int] = []
    for number, part in enumerate(parts, 1):
        starts.append(len(told))
        told += f"{number} 0 obj{part}endobj\n"
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    return (
        f"{told}xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}"
        f"trailer<</Size {len(parts) + 1}/Root 1 0 R/Info {len(parts)} 0 R{more}>>\n"
        f"startxref\n{len(told)}\n%%EOF"
    ).encode()

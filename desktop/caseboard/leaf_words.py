"""What a file that is drawn of a case says of itself: a manifest for machines, and the words of its form."""

from __future__ import annotations

import json
import mmap
import re
import struct
from pathlib import Path
from xml.sax.saxutils import escape

from caseboard.leaf import Caption, Leaf
from casedb.model.json_value import JsonValue
from casedb.model.visible_text import visible

FORMAT = "caseboard-picture-1"
MOST_IN_SEGMENT = 65_533
"""Bytes that a segment of a JPEG can hold."""
_XMP = b"http://ns.adobe.com/xap/1.0/\0"


def manifest_of(leaf: Leaf, scale: float) -> str:
    """Of what a picture was made, as JSON: the case, the board, the entry of the journal."""
    caption = leaf.caption
    told: dict[str, JsonValue] = {
        "format": FORMAT,
        "case": caption.case_title,
        "part": caption.part,
        "at": caption.at,
        "items": caption.items,
        "links": caption.links,
        "hidden": caption.hidden,
        "limits": caption.limits,
        "journal": {"entry": caption.journal, "head": caption.head},
        "version": caption.version,
        "scale": scale,
        **leaf.details,
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def metadata_of(leaf: Leaf, scale: float) -> str:
    """The XMP packet of a page or picture (ISO 16684-1): its title, when and with what it was made."""
    caption = leaf.caption
    told = escape(visible(manifest_of(leaf, scale)))
    return _packet(caption, f"<dc:description>{_alt(told)}</dc:description>")


def _packet(caption: Caption, more: str = "") -> str:
    moment = f"{caption.at[:19]}Z" if len(caption.at) >= 19 else caption.at[:10]
    tool = escape(f"Caseboard {caption.version}")
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/">'
        f"<dc:title>{_alt(escape(caption.title))}</dc:title>{more}"
        f"<xmp:CreatorTool>{tool}</xmp:CreatorTool>"
        f"<xmp:CreateDate>{moment}</xmp:CreateDate>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    )


def _alt(words: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt>'


def with_metadata(jpeg: bytes, leaf: Leaf, scale: float) -> bytes:
    """A JPEG with its XMP packet, after the segment that says what it is; without the manifest where that
    has no room there."""
    whole, short = metadata_of(leaf, scale), _packet(leaf.caption)
    fitting = (
        _XMP + each.encode()
        for each in (whole, short)
        if len(_XMP + each.encode()) <= MOST_IN_SEGMENT
    )
    packet = next(fitting, None)
    if packet is None:
        return jpeg
    # After the start of the image (2 bytes) and the first segment, which tells its length.
    at = 4 + struct.unpack(">H", jpeg[4:6])[0] if jpeg[2:4] == b"\xff\xe0" else 2
    return jpeg[:at] + b"\xff\xe1" + struct.pack(">H", len(packet) + 2) + packet + jpeg[at:]


_DATE = re.compile(rb"/(?:CreationDate|ModDate) \(D:(\d{14})([^)]*)\)")


def dated(pdf: Path, at: str) -> None:
    """Replace the dates in a PDF by others of the same length, so that its index holds."""
    digits = "".join(letter for letter in at if letter.isdigit())[:14].ljust(14, "0").encode()
    with pdf.open("r+b") as file, mmap.mmap(file.fileno(), 0) as held:
        places = [(match.span(1), match.span(2), match[2]) for match in _DATE.finditer(held)]
        for (begin, end), (zone, end_of_zone), told in places:
            held[begin:end] = digits
            held[zone:end_of_zone] = re.sub(rb"[1-9]", b"0", told)

"""What bytes are, by their content: a file's name is a claim, not evidence."""

from __future__ import annotations

from casedb.intake.containers import brand_of, codec_in_ogg, document_type, gzip_type, zip_type
from casedb.intake.texts import text_type

UNKNOWN = "application/octet-stream"
EMPTY = "application/x-empty"

# (offset, bytes that must stand there, media type); the first that fits wins.
_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (0, b"II*\x00", "image/tiff"),
    (0, b"MM\x00*", "image/tiff"),
    (0, b"II+\x00", "image/tiff"),
    (0, b"MM\x00+", "image/tiff"),
    (0, b"\x00\x00\x00\x0cjP  \r\n\x87\n", "image/jp2"),
    (0, b"\xff\x4f\xff\x51", "image/x-jp2-codestream"),
    (0, b"\x00\x00\x00\x0cJXL \r\n\x87\n", "image/jxl"),
    (0, b"\xff\x0a", "image/jxl"),
    (0, b"8BPS\x00\x01", "image/vnd.adobe.photoshop"),
    (0, b"\x00\x00\x01\x00", "image/vnd.microsoft.icon"),
    (0, b"AT&TFORM", "image/vnd.djvu"),
    (0, b"%PDF-", "application/pdf"),
    (0, b"\xef\xbb\xbf%PDF-", "application/pdf"),
    (0, b"PK\x05\x06", "application/zip"),
    (0, b"PK\x07\x08", "application/zip"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
    (0, b"\xfd7zXZ\x00", "application/x-xz"),
    (0, b"BZh", "application/x-bzip2"),
    (0, b"\x28\xb5\x2f\xfd", "application/zstd"),
    (257, b"ustar", "application/x-tar"),
    (0, b"fLaC", "audio/flac"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"#!AMR", "audio/amr"),
    (0, b"FLV\x01", "video/x-flv"),
    (0, b"\x00\x00\x01\xba", "video/mpeg"),
    (0, b"\x00\x00\x01\xb3", "video/mpeg"),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "video/x-ms-asf"),
    (0, b"WARC/", "application/warc"),
    (0, b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (0, b"\x89HDF\r\n\x1a\n", "application/x-hdf5"),
    (0, b"CDF\x01", "application/x-netcdf"),
    (0, b"CDF\x02", "application/x-netcdf"),
    (0, b"NITF02.", "application/vnd.nitf"),
    (0, b"GRIB", "application/x-grib"),
    (0, b"\x00\x00\x27\x0a", "application/vnd.shp"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (0, b"{\\rtf", "application/rtf"),
    (0, b"%!PS", "application/postscript"),
    (0, b"MZ\x90\x00", "application/vnd.microsoft.portable-executable"),
    (0, b"\x7fELF", "application/x-elf"),
)

_RIFF: dict[bytes, str] = {
    b"WEBP": "image/webp",
    b"WAVE": "audio/wav",
    b"AVI ": "video/x-msvideo",
}
_FORM: dict[bytes, str] = {b"AIFF": "audio/aiff", b"AIFC": "audio/aiff"}

_BMP_HEADERS = frozenset({12, 16, 40, 52, 56, 64, 108, 124})
"""Bytes of the second header of a bitmap; "BM" alone may begin any text."""

_PACKET = 188
"""Bytes of a packet in an MPEG transport stream."""


def media_type(head: bytes) -> str:
    """The media type (RFC 6838) by the first bytes of a file; four kilobytes are plenty."""
    if not head:
        return EMPTY
    for offset, signature, name in _SIGNATURES:
        if head[offset : offset + len(signature)] == signature:
            return name
    return _container_type(head) or _stream_type(head) or text_type(head) or UNKNOWN


def _container_type(head: bytes) -> str:
    """The type of what holds other things, by what it says of them; empty for none."""
    start, kind = head[:4], head[8:12]
    if start == b"RIFF" or start == b"RF64":
        return _RIFF.get(kind, UNKNOWN)
    if start == b"FORM":
        return _FORM.get(kind, "")
    if head[4:8] == b"ftyp":
        return brand_of(head)
    if head[4:8] in (b"moov", b"mdat", b"wide", b"pnot") and head[0] == 0:
        # QuickTime of the time before it had brands.
        return "video/quicktime"
    if start == b"\x1aE\xdf\xa3":
        return document_type(head)
    if start == b"OggS":
        return codec_in_ogg(head)
    if start == b"PK\x03\x04":
        return zip_type(head)
    if start[:2] == b"\x1f\x8b":
        return gzip_type(head)
    if start[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BMP_HEADERS:
        return "image/bmp"
    return ""


def _stream_type(head: bytes) -> str:
    """The type of sound and film that has no head of its own, by how its frames begin."""
    if head[0] == 0x47 and len(head) > 2 * _PACKET and head[_PACKET] == head[2 * _PACKET] == 0x47:
        return "video/mp2t"
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return ""
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    if layer == 0:
        return "audio/aac" if head[1] & 0xF6 == 0xF0 else ""
    rate, frequency = head[2] >> 4, head[2] >> 2 & 3
    # Layer I, which nobody uses, would begin as texts in UTF-16 do.
    is_frame = layer != 3 and version != 1 and rate not in (0, 15) and frequency != 3
    return "audio/mpeg" if is_frame else ""

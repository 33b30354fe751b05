"""What a PDF says of itself: its own XMP packet and no other, and what is proposed of it."""

from __future__ import annotations

import zlib

import pytest

from casedb.intake.cage.cage import Cage
from casedb.intake.cage.document_packet import LONGEST, packet_of
from casedb.intake.proposals import proposals_for
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS
from small_document import document

DOCUMENT = KINDS["document"]


def xmp(made: str = "2023-09-07T15:34:56+03:00", *authors: str, before: str = "") -> bytes:
    names = "".join(f"<r:li>{each}</r:li>" for each in authors)
    return (
        f'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>{before}'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<r:Description xmlns:m="http://ns.adobe.com/xap/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/"'
        f' m:CreateDate="{made}"><d:creator><r:Seq>{names}</r:Seq></d:creator></r:Description>'
        '</r:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def pdf(
    packet: bytes,
    info: str = "",
    *,
    how: str = "",
    catalog: str = "/Metadata 5 0 R",
    others: bytes = b"",
) -> bytes:
    """A document of one page with a packet, whose table is left for the reader to find out."""
    return b"".join(
        (
            f"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R{catalog}>>endobj\n".encode(),
            b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n",
            b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\n",
            f"4 0 obj<<{info}>>endobj\n".encode("latin-1"),
            f"5 0 obj<</Type /Metadata/Subtype/XML{how}/Length {len(packet)}>>stream\n".encode(),
            packet,
            b"\nendstream endobj\n",
            others,
            b"trailer<</Root 1 0 R/Info 4 0 R/Size 9>>\n%%EOF",
        )
    )


def picture(packet: bytes) -> bytes:
    """A picture in a document, which has a packet of its own."""
    return (
        b"6 0 obj<</Type/XObject/Subtype/Image/Metadata 7 0 R/Length 0>>stream\n\nendstream endobj\n"
        b"7 0 obj<</Type/Metadata/Subtype/XML/Length %d>>stream\n%s\nendstream endobj\n"
        % (len(packet), packet)
    )


def told(cage: Cage, data: bytes) -> list[tuple[str, str]]:
    return [(each.field, each.shown) for each in proposals_for(DOCUMENT, cage.look(data))]


def test_a_document_proposes_who_wrote_it_and_when(cage: Cage) -> None:
    data = pdf(xmp("2023-09-07T15:34:56+03:00", "O. Petrenko", "Їжак &amp; Co"))
    assert told(cage, data) == [
        ("times", "7 September 2023, 15:34:56 UTC+03:00"),
        ("author", "O. Petrenko; Їжак & Co"),
    ]


def test_what_both_parts_say_alike_is_said_once(cage: Cage) -> None:
    info = "/Author(O. Petrenko)/CreationDate(D:20230907153456+03'00')"
    data = pdf(xmp("2023-09-07T15:34:56+03:00", "O. Petrenko"), info)
    assert [field for field, _ in told(cage, data)] == ["times", "author"]
    data = pdf(xmp("2023-09-08T10:00:00", "Somebody else"), info)
    assert told(cage, data) == [
        ("times", "7 September 2023, 15:34:56 UTC+03:00"),
        ("times", "8 September 2023, 10:00:00 (zone not stated)"),
        ("author", "O. Petrenko"),
        ("author", "Somebody else"),
    ]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("D:20230907123456Z", "7 September 2023, 12:34:56 UTC"),
        ("D:20230907123456Z00'00'", "7 September 2023, 12:34:56 UTC"),
        ("D:20230907123456-05'30'", "7 September 2023, 12:34:56 UTC-05:30"),
        ("D:20230907123456+03", "7 September 2023, 12:34:56 UTC+03:00"),
        ("D:20230907123456", "7 September 2023, 12:34:56 (zone not stated)"),
        ("D:202309071234", "7 September 2023, 12:34 (zone not stated)"),
        ("20230907", "7 September 2023"),
        ("D:202309", "September 2023"),
        ("D:2023", "2023"),
    ],
)
def test_times_of_a_document_are_as_exact_as_they_were_written(raw: str, shown: str) -> None:
    facts: dict[str, JsonValue] = {"tags": [["PDF", "CreationDate", raw]]}
    (proposal,) = proposals_for(DOCUMENT, facts)
    assert proposal.shown.replace("\u2212", "-") == shown
    assert proposal.basis == f"PDF CreationDate: {raw}"
    assert ("no time zone" in proposal.caution) == ("not stated" in shown)


@pytest.mark.parametrize("raw", ["D:20231307123456Z", "yesterday", "D:", "D:20230931"])
def test_a_time_that_is_none_is_not_proposed(raw: str) -> None:
    assert proposals_for(DOCUMENT, {"tags": [["PDF", "CreationDate", raw]]}) == ()


# -- which packet ----------------------------------------------------------------------------------


def test_a_packed_packet_is_read_and_one_that_bursts_is_not(cage: Cage) -> None:
    packed = pdf(zlib.compress(xmp("2023-09-07", "A")), how="/Filter/FlateDecode")
    assert ("author", "A") in told(cage, packed)
    burst = zlib.compress(xmp("2023", "A", before=" " * (40 * LONGEST)))
    assert len(packet_of(pdf(burst, how="/Filter[/FlateDecode]"))) <= LONGEST
    assert told(cage, pdf(burst, how="/Filter[/FlateDecode]")) == []
    assert told(cage, pdf(b"\x78\x9c broken", how="/Filter/FlateDecode")) == []
    assert told(cage, pdf(xmp("2023", "A"), how="/Filter/LZWDecode")) == []


@pytest.mark.parametrize("catalog", ["/Metadata 5 0 R", ""])
def test_the_packet_of_a_picture_in_it_is_not_its_own(cage: Cage, catalog: str) -> None:
    own, other = xmp("2023-09-07T15:34Z", "Own"), xmp("2020-01-02T03:04Z", "Photographer")
    data = pdf(own, others=picture(other), catalog=catalog)
    assert ("author", "Own") in told(cage, data)
    assert ("author", "Photographer") not in told(cage, data)
    alone = pdf(b"", catalog="").replace(b"/Type /Metadata", b"/Type/None")
    alone = alone.replace(b"trailer", picture(other) + b"trailer")
    assert told(cage, alone) == []


def test_the_last_packet_counts_where_it_was_saved_anew(cage: Cage) -> None:
    again = xmp("2024", "Later")
    data = pdf(xmp("2023", "Earlier"), others=b"")
    data += b"\n5 0 obj<</Type/Metadata/Subtype/XML>>stream\n" + again + b"\nendstream endobj\n"
    assert "Later" in packet_of(data) and "Earlier" not in packet_of(data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-16-le"])
def test_every_encoding_of_a_packet_is_read(cage: Cage, encoding: str) -> None:
    packet = xmp("2023", "Їжак").decode().encode(encoding)
    assert ("author", "Їжак") in told(cage, pdf(packet))


@pytest.mark.parametrize(
    "packet",
    [
        xmp("2023", "A").replace(
            b"<x:xmpmeta", b'<x:xmpmeta><!DOCTYPE a [<!ENTITY b "c">]><x:xmpmeta', 1
        ),
        xmp("2023", "A")[:-90],
        b"<x:xmpmeta" * 20_000,
        b"\xff" * 400,
        b"",
    ],
)
def test_a_packet_that_is_none_says_nothing(cage: Cage, packet: bytes) -> None:
    assert told(cage, pdf(packet, "/Author(A. Nobody)")) == [("author", "A. Nobody")]


def test_entities_are_not_unfolded(cage: Cage) -> None:
    folded = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    packet = xmp("2023", "&b;", before=folded)
    assert told(cage, pdf(packet)) == []


def test_a_document_of_nothing_but_names_is_soon_done() -> None:
    assert packet_of(b"1 0 obj<<" + b"/Metadata" * 500_000) == ""
    assert packet_of(b"/Metadata 5 0 R" * 100_000) == ""
    assert packet_of(document()) == ""

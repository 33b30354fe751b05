"""The cage: what is decoded in it, what it cannot do, and that nothing in it takes anybody down."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, features

from casedb.intake.cage import cage as cage_module
from casedb.intake.cage.cage import Cage, Part, PictureRefused
from casedb.intake.cage.wire import WireBroken, receive, send
from small_document import LOCKED, document

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux refuses system calls")


def saved(form: str = "JPEG", size: tuple[int, int] = (40, 20), **options: object) -> bytes:
    """A red picture."""
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, form, **options)  # pyright: ignore[reportArgumentType]
    return out.getvalue()


@pytest.fixture
def brief() -> Iterator[Cage]:
    """A cage of the test's own, which waits a second for a picture."""
    with closing(Cage(longest_wait=1.0)) as made:
        yield made


# -- what is decoded -------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "TIFF", "BMP", "WEBP"])
def test_pictures_of_every_format_are_made_small(cage: Cage, form: str) -> None:
    made = cage.thumbnail(saved(form), 10)
    assert (made.width, made.height) == (10, 5)
    assert made.rgba[0] > 200 and made.rgba[1] < 50 and made.rgba[3] == 255


def test_of_a_photo_that_is_cut_short_what_is_there_is_made_small(cage: Cage) -> None:
    colours = Image.effect_noise((400, 300), 80).convert("RGB")
    out = io.BytesIO()
    colours.save(out, "JPEG", quality=95)
    data = out.getvalue()
    assert not cage.thumbnail(data, 100).is_cut
    made = cage.thumbnail(data[: len(data) // 2], 100)
    assert made.is_cut and (made.width, made.height) == (100, 75)
    assert made.rgba[-4:] == bytes((128, 128, 128, 255)) and len({*made.rgba[:400]}) > 10
    crop = cage.crop(data[: len(data) // 2], Part((0, 0, 1, 0.25)), 100, 100)
    assert len({*crop.pixels.rgba}) > 10
    with pytest.raises(PictureRefused, match="damaged"):
        cage.thumbnail(data[: data.index(b"\xff\xda")], 100)
    with pytest.raises(PictureRefused, match="damaged"):
        cage.thumbnail(saved("PNG", (300, 300))[:200], 100)


HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(64)
AVIF = b"\x00\x00\x00\x18ftypavif\x00\x00\x00\x00mif1miaf" + bytes(64)

# What takes the place of the extra: it knows what HEIC begins with, and reads a red picture in it.
PLUGIN = """
from types import SimpleNamespace
from PIL import Image, ImageFile
options = SimpleNamespace()
class Heif(ImageFile.ImageFile):
    format = "HEIF"
    def _open(self):
        if self.fp.read(12)[4:] != b"ftypheic":
            raise SyntaxError
        self._size, self._mode = (40, 20), "RGB"
        self.info["xmp"] = b"<x/>"
    def load(self):
        self.im = Image.new("RGB", self._size, "red").im
        return super().load()
def register_heif_opener():
    Image.register_open("HEIF", Heif, lambda head: head[4:12] == b"ftypheic")
"""


@pytest.fixture
def extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Cage]:
    """Makes cages whose child finds some code as the extra for HEIC."""

    def make(code: str) -> Cage:
        (tmp_path / "pillow_heif.py").write_text(code, encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        return Cage()

    return make


def test_without_the_extra_it_is_said_how_heic_can_be_seen(extra: Callable[[str], Cage]) -> None:
    with closing(extra("raise ImportError")) as cage:
        with pytest.raises(PictureRefused, match=r"caseboard\[heic\]. The file is kept"):
            cage.look(HEIC)
        with pytest.raises(PictureRefused, match=r"caseboard\[heic\]. The file is kept"):
            cage.thumbnail(HEIC, 10)
        assert cage.thumbnail(saved(), 10).width == 10


def test_with_the_extra_heic_is_drawn(extra: Callable[[str], Cage]) -> None:
    with closing(extra(PLUGIN)) as cage:
        made = cage.thumbnail(HEIC, 10)
        assert (made.width, made.height, made.rgba[0]) == (10, 5, 255)
        told = cage.look(HEIC)
        assert (told["format"], told["width"]) == ("HEIF", 40)
        assert cage.thumbnail(saved(), 10).width == 10
        with pytest.raises(PictureRefused, match="damaged"):
            cage.thumbnail(AVIF, 10)


@pytest.mark.skipif(not features.check("avif"), reason="this Pillow was built without AVIF")
def test_avif_is_drawn_upright_with_what_it_says(cage: Cage) -> None:
    exif = Image.Exif()
    exif[0x0110], exif[0x0112] = "KH-11", 6
    data = saved("AVIF", exif=exif)
    made = cage.thumbnail(data, 10)
    assert (made.width, made.height) == (10, 20)
    told = cage.look(data)
    assert (told["format"], told["width"], told["height"]) == ("AVIF", 20, 40)
    tags = told["tags"]
    assert isinstance(tags, list) and ["Image", "Model", "KH-11"] in tags


def test_what_a_picture_says_of_itself_is_read_as_text(cage: Cage) -> None:
    exif = Image.Exif()
    exif[0x0110] = "KH-11"
    exif[0x0112] = 6
    exif.get_ifd(0x8769)[0x9003] = "2023:09:07 12:34:56"
    exif.get_ifd(0x8825)[2] = (50.0, 27.0, 30.5)
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><r:RDF '
        'xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description '
        'xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"><e:LocationShown><r:Bag>'
        '<r:li e:City="Kharkiv"/></r:Bag></e:LocationShown></r:Description></r:RDF></x:xmpmeta>'
    )
    facts = cage.look(saved(exif=exif, xmp=packet.encode()))
    assert (facts["format"], facts["width"], facts["height"]) == ("JPEG", 20, 40)
    tags = facts["tags"]
    assert isinstance(tags, list)
    assert ["Image", "Model", "KH-11"] in tags
    assert ["Exif", "DateTimeOriginal", "2023:09:07 12:34:56"] in tags
    assert ["GPS", "GPSLatitude", "50/1 27/1 61/2"] in tags
    assert ["XMP", "Iptc4xmpExt:LocationShown/Iptc4xmpExt:City", "Kharkiv"] in tags


@pytest.mark.parametrize("data", [b"", b"no picture", b"<svg/>"])
def test_what_is_no_picture_is_refused(cage: Cage, data: bytes) -> None:
    with pytest.raises(PictureRefused, match=r"\.$"):
        cage.look(data)
    with pytest.raises(PictureRefused, match=r"\.$"):
        cage.thumbnail(data, 10)


@pytest.mark.parametrize(
    "packet",
    [
        "<x:xmpmeta",
        '<!DOCTYPE x [<!ENTITY a "aaaa">]><x:xmpmeta>&a;</x:xmpmeta>',
        "<x:xmpmeta>" + "<a>" * 100_000,
    ],
)
def test_xmp_that_is_none_or_is_meant_to_hurt_is_left_out(cage: Cage, packet: str) -> None:
    assert cage.look(saved(xmp=packet[:60_000].encode()))["tags"] == []


def test_no_more_is_kept_than_was_agreed(cage: Cage) -> None:
    exif = Image.Exif()
    for tag in range(0xC000, 0xC000 + 60):
        exif[tag] = "x" * 900
    tags = cage.look(saved(exif=exif))["tags"]
    assert isinstance(tags, list)
    assert 15 < len(tags) < 25


# -- documents -------------------------------------------------------------------------------


def test_a_document_is_shown_by_its_first_page_and_read(cage: Cage) -> None:
    made = cage.thumbnail(document(), 300)
    assert (made.width, made.height) == (300, 420)
    dark = sum(value < 100 for value in made.rgba[0::4])
    assert 20 < dark < 2_000, "a line of text on white"
    facts = cage.look(document())
    assert (facts["format"], facts["pages"], facts["width"]) == ("PDF", 1, 200.0)
    assert facts["tags"] == [
        ["PDF", "Title", "A report"],
        ["PDF", "CreationDate", "D:20230907123456Z"],
    ]
    assert cage.words(document(), "application/pdf") == ([(1, "The ship sailed.")], False)


@pytest.mark.parametrize(("size", "ratio"), [("72 14000", 4.0), ("14000 72", 0.01)])
def test_a_page_of_any_shape_is_no_larger_than_was_asked(
    cage: Cage, size: str, ratio: float
) -> None:
    made = cage.thumbnail(document(size=size), 100)
    assert made.width <= 100 and made.height <= 400
    assert made.height / made.width == pytest.approx(ratio, abs=0.5) or made.height == 400


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7", "damaged"),
        (document()[:200], "damaged"),
        (b"%PDF-1.4\n" + b"1 0 obj<<" * 20_000, "damaged"),
        (document(more=LOCKED), "password"),
    ],
)
def test_a_document_that_cannot_be_read_is_refused_in_words(
    cage: Cage, data: bytes, words: str
) -> None:
    with pytest.raises(PictureRefused, match=words):
        cage.look(data)
    with pytest.raises(PictureRefused, match=words):
        cage.thumbnail(data, 100)
    with pytest.raises(PictureRefused, match=words):
        cage.words(data, "application/pdf")


DOCUMENT = document()


@given(
    st.sampled_from([*(saved(form) for form in ("JPEG", "PNG", "GIF", "TIFF", "WEBP")), DOCUMENT]),
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), min_size=1, max_size=8),
    st.integers(0, 400),
)
def test_no_change_of_bytes_ends_the_child(
    cage: Cage, data: bytes, changes: list[tuple[int, int]], cut: int
) -> None:
    changed = bytearray(data)
    for place, value in changes:
        changed[place % len(data)] = value
    number = child_of(cage)
    told: list[str] = []
    for ask in (cage.look, partial(cage.thumbnail, width=10)):
        try:
            ask(bytes(changed[: len(data) - cut]))
        except PictureRefused as trouble:
            told.append(str(trouble))
    assert cage_module.REASONS["slow"] not in told
    assert child_of(cage) == number


def child_of(cage: Cage) -> int:
    """The number of the process."""
    cage.thumbnail(saved(), 10)
    child = cage._child  # pyright: ignore[reportPrivateUsage]
    assert child is not None
    return child.pid


# -- what it cannot do -----------------------------------------------------------------------

TRIED = """
import os, socket, sys
from casedb.intake.cage.confinement import confine
{before}
confine(1 << 30)
try:
    {tried}
except BaseException as trouble:
    os.write(1, type(trouble).__name__.encode())
else:
    os.write(1, b"done")
"""


@pytest.mark.parametrize(
    ("before", "tried"),
    [
        ("", "open('/etc/hostname')"),
        ("", "open('/tmp/written', 'w')"),
        ("", "socket.socket()"),
        ("", "os.execv('/bin/true', ['true'])"),
        ("", "os.kill(os.getppid(), 0)"),
        ("", "os.unlink('/tmp/nothing')"),
        ("", "bytes(2 << 30)"),
        # Also by what was open before.
        ("there = os.open('/', os.O_RDONLY)", "os.open('etc/hostname', os.O_RDONLY, dir_fd=there)"),
    ],
)
@LINUX
def test_the_child_can_do_nothing_but_decode(before: str, tried: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TRIED.format(before=before, tried=tried)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert done.stdout in ("OSError", "PermissionError", "MemoryError"), done.stdout + done.stderr


@LINUX
def test_the_child_lives_with_a_filter_and_three_files(cage: Cage) -> None:
    here = Path(f"/proc/{child_of(cage)}")
    assert "Seccomp:\t2" in (here / "status").read_text()
    assert sorted(each.name for each in (here / "fd").iterdir()) == ["0", "1", "2"]
    names = (here / "environ").read_text()
    assert "HOME" not in names and "CASEBOARD" not in names


# -- what happens to who asks ----------------------------------------------------------------


def stopped(cage: Cage) -> None:
    """Let the child answer no more."""
    os.kill(child_of(cage), 19)


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be stopped there")
def test_a_child_that_takes_too_long_is_ended_and_the_next_picture_is_made(brief: Cage) -> None:
    stopped(brief)
    with pytest.raises(PictureRefused, match="took more time"):
        brief.thumbnail(saved(), 10)
    assert brief.thumbnail(saved(), 10).width == 10


def test_a_child_that_was_killed_is_started_anew(brief: Cage) -> None:
    os.kill(child_of(brief), 9)
    time.sleep(0.05)
    assert brief.thumbnail(saved(), 10).width == 10


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be stopped there")
def test_what_is_being_decoded_can_be_given_up() -> None:
    with closing(Cage(longest_wait=30.0)) as cage:
        stopped(cage)
        told: list[str] = []

        def ask() -> None:
            try:
                cage.thumbnail(saved(), 10)
            except PictureRefused as trouble:
                told.append(str(trouble))

        asking = threading.Thread(target=ask)
        asking.start()
        time.sleep(0.1)
        cage.interrupt()
        asking.join(5)
        assert len(told) == 1
        assert cage.thumbnail(saved(), 10).width == 10


def test_nobody_is_left_when_it_is_closed() -> None:
    cage = Cage()
    number = child_of(cage)
    cage.close()
    with pytest.raises(OSError):
        os.kill(number, 0)
    with pytest.raises(PictureRefused, match="closed"):
        cage.thumbnail(saved(), 10)


def test_a_python_that_is_not_there_is_told_as_a_picture_that_cannot_be_made(
    brief: Cage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(PictureRefused):
        brief.thumbnail(saved(), 10)


# -- what passes through the wall --------------------------------------------------------------


@given(
    st.dictionaries(st.text(max_size=10), st.none() | st.integers() | st.text(max_size=20)),
    st.binary(max_size=200),
)
def test_a_message_arrives_as_it_was_sent(head: dict[str, int | str | None], body: bytes) -> None:
    stream = io.BytesIO()
    send(stream, head, body)
    stream.seek(0)
    told, arrived = receive(stream, 200)
    assert arrived == body
    assert told == {**head, "size": len(body)}


@given(st.binary(max_size=60))
def test_whatever_is_no_message_is_noticed(noise: bytes) -> None:
    with pytest.raises(WireBroken):
        receive(io.BytesIO(noise), 1_000)


def test_more_than_was_agreed_is_not_taken() -> None:
    stream = io.BytesIO()
    send(stream, {}, bytes(300))
    stream.seek(0)
    with pytest.raises(WireBroken):
        receive(stream, 200)


@pytest.mark.parametrize("prefix", [None, "/compiled"])
def test_the_child_knows_where_compiled_modules_lie(
    monkeypatch: pytest.MonkeyPatch, prefix: str | None
) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", prefix)
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    assert cage_module.environment().get("PYTHONPYCACHEPREFIX") == prefix

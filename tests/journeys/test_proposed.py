"""What files say of themselves is proposed under the name of each, and taken only by a click."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseboard.inspector.controls.labels import PlainLabel
from caseboard.inspector.pages.item_page import ItemPage
from caseboard.inspector.sections.proposed import ProposedSection
from caseboard.window import Window
from casedb import Case
from casedb.capture import capture_of
from casedb.model.records import Item

LEFT = Qt.MouseButton.LeftButton
PAGE = b"""From: <Saved by Blink>\r
Snapshot-Content-Location: https://example.org/page\r
Date: Sat, 2 Mar 2024 14:30:05 +0200\r
MIME-Version: 1.0\r
Content-Type: multipart/related; boundary="B"\r
\r
--B\r
Content-Type: text/html\r
\r
<p>A</p>\r
--B--\r
"""


@pytest.fixture
def attached(
    open_window: Callable[[], Window], tmp_path: Path, qtbot: QtBot
) -> Callable[[str, list[Path]], tuple[Window, str, ProposedSection]]:
    """Opens a case with one item of a kind, takes files in for it and shows what they say."""

    def attach(kind: str, files: list[Path]) -> tuple[Window, str, ProposedSection]:
        path = tmp_path / "quay.caseboard"
        with Case.create(path, "Quay", actor="Ada") as case:
            item = case.add(kind, title="It")
        window = open_window()
        assert window.open_case(path)
        work = window.workspace
        assert work is not None
        work.selection.set(items=[item.id])
        work.intake.attach(files, item.id)
        page = work.inspector.page
        assert isinstance(page, ItemPage)
        qtbot.waitUntil(lambda: bool(page.proposed.lines))
        return window, item.id, page.proposed

    return attach


def item_of(window: Window, item_id: str) -> Item:
    assert window.workspace is not None
    return window.workspace.bridge.contents.items[item_id]


def test_what_a_saved_page_says_fills_the_form_of_the_capture_only_by_a_click(
    attached: Callable[[str, list[Path]], tuple[Window, str, ProposedSection]], tmp_path: Path
) -> None:
    file = tmp_path / "page.mhtml"
    file.write_bytes(PAGE)
    window, item_id, section = attached("document", [file])
    assert capture_of(item_of(window, item_id)).url == ""
    told = [[each.text() for each in line.findChildren(PlainLabel)] for line in section.lines]
    assert told[0][:2] == ["Address", "https://example.org/page"]
    assert told[1][0] == "Captured"
    assert "MHTML Date: Sat, 2 Mar 2024 14:30:05 +0200" in told[1]
    while section.lines:
        QTest.mouseClick(section.lines[0].button, LEFT)
        QApplication.processEvents()
    capture = capture_of(item_of(window, item_id))
    assert capture.url == "https://example.org/page"
    assert capture.captured is not None
    assert capture.captured.edtf == "2024-03-02T14:30:05+02:00"


def test_of_several_photographs_each_value_stands_below_the_name_of_its_file(
    attached: Callable[[str, list[Path]], tuple[Window, str, ProposedSection]],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    files = [tmp_path / f"part {n}.jpg" for n in (1, 2)]
    for n, file in enumerate(files, 1):
        exif = Image.Exif()
        exif.get_ifd(0x8769)[0x9003] = f"2024:03:0{n} 12:00:00"
        Image.new("RGB", (8, 8), (n * 40, 0, 0)).save(file, exif=exif)
    _, _, section = attached("debris_analysis", files)
    assert [each.text() for each in section.names] == ["part 1.jpg", "part 2.jpg"]
    parts = (section.names[0], section.lines[0], section.names[1], section.lines[1])

    def is_in_order() -> bool:
        tops = [each.y() for each in parts]
        return tops == sorted(set(tops))

    qtbot.waitUntil(is_in_order)
    assert "clock of the camera" in section.lines[0].findChildren(PlainLabel)[0].text()

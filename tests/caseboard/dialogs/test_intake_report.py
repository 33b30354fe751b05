"""The report of a delivery: filtered, copied, saved, and a way to each card."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseboard.dialogs.intake_report import IntakeReport
from caseboard.scale import px
from casedb.delivery_report import Row, as_text

ROWS = (
    Row("/in/a.jpg", "taken", "", "a" * 64, "item-1"),
    Row("/in/b.jpg", "taken", "The picture is damaged.", "b" * 64, "item-2"),
    Row("/in/c.jpg", "rejected", "It is a link to somewhere else, which is not followed."),
)


@pytest.fixture
def report(qtbot: QtBot) -> Iterator[IntakeReport]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = IntakeReport(ROWS, window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.open()
    yield made


def test_the_lines_of_an_outcome_are_shown_alone(report: IntakeReport) -> None:
    assert report.table.shown == ROWS
    report.sorts.buttons["rejected"].click()
    assert report.table.shown == ROWS[2:]
    assert "is not followed" in report.reason.toPlainText()
    report.sorts.buttons["told"].click()
    assert report.table.shown == ROWS[1:2]
    assert not report.sorts.buttons["same as"].isEnabled()


def test_enter_goes_to_the_card_of_a_line_that_has_one(report: IntakeReport) -> None:
    wanted: list[str] = []
    report.wanted.connect(wanted.append)
    QTest.keyClick(report.view, Qt.Key.Key_Down)
    QTest.keyClick(report.view, Qt.Key.Key_Down)
    QTest.keyClick(report.view, Qt.Key.Key_Return)
    assert wanted == [] and report.isVisible() and not report.go_button.isEnabled()
    QTest.keyClick(report.view, Qt.Key.Key_Up)
    QTest.keyClick(report.view, Qt.Key.Key_Return)
    assert wanted == ["item-2"] and not report.isVisible()


def test_all_lines_are_copied_or_those_that_are_selected(report: IntakeReport) -> None:
    report.copy()
    assert QGuiApplication.clipboard().text() == as_text(ROWS)
    QTest.keyClick(report.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(report.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == as_text(ROWS[:2])


def test_it_is_saved_in_the_form_that_the_name_ends_with(
    report: IntakeReport, tmp_path: Path
) -> None:
    for ending in ("txt", "csv", "json"):
        report.save(tmp_path / f"report.{ending}")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == as_text(ROWS)
    assert (tmp_path / "report.csv").read_bytes().startswith(b"\xef\xbb\xbffile,outcome")
    assert len(json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))) == 3
    assert report.trouble.text() == "Saved as “report.json”."
    assert report.trouble.objectName() == "dialogHint", "nothing went wrong"
    report.save(tmp_path / "nowhere" / "report.txt")
    assert report.isVisible() and "could not be written" in report.trouble.text()


def cut_cells(report: IntakeReport) -> list[str]:
    """What stands in the list and does not fit its column."""
    found: list[str] = []
    metrics = report.view.fontMetrics()
    for row in range(report.table.rowCount()):
        for column in range(3):
            text = str(report.table.data(report.table.index(row, column)))
            if metrics.horizontalAdvance(text) > report.view.columnWidth(column) - px(8):
                found.append(text)
    return found


def test_the_dialog_is_as_wide_as_its_lines_need_and_remarks_are_cut_last(qtbot: QtBot) -> None:
    remark = "The picture is damaged from the middle on; what there is of it is shown. " * 2
    remark = remark.strip()
    rows = tuple(Row(f"/in/IMG_{n:05}.jpg", "taken", remark) for n in range(300))
    made = IntakeReport(rows)
    qtbot.addWidget(made)
    narrow = IntakeReport(ROWS[:1])
    qtbot.addWidget(narrow)
    made.resize(made.width_for_rows, 600)
    assert made.width_for_rows > narrow.width_for_rows
    made.show()
    assert cut_cells(made) == []
    made.resize(600, 600)
    assert set(cut_cells(made)) == {remark}
    assert made.view.columnWidth(2) > made.view.columnWidth(0)


def test_one_long_name_does_not_take_the_room_of_the_remarks(qtbot: QtBot) -> None:
    remark = "The picture is damaged from the middle on; what there is of it is shown. " * 2
    rows = (Row("/in/a.jpg", "taken", remark), Row(f"/in/{'long ' * 60}.jpg", "taken"))
    made = IntakeReport(rows)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    assert made.view.columnWidth(2) > 1.5 * made.view.columnWidth(0)


def test_it_says_how_many_files_have_remarks(report: IntakeReport) -> None:
    told = report.sorts.buttons["told"]
    assert told.text() == "With remarks: 1"
    hints = [each.text() for each in report.findChildren(QLabel)]
    assert "2 taken in, 1 rejected, 1 with remarks" in hints

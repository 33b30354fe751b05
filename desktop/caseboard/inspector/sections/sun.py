"""Where the sun should have stood in a satellite image, and whether that fits what is stated."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from caseboard.inspector.controls.labels import IconLabel, PlainLabel
from caseboard.inspector.desk import Desk
from caseboard.inspector.sections.section import Section
from caseboard.language import written_time
from caseboard.measures import Size, set_margins, set_spacing
from caseboard.plain_tips import give_tip
from casedb.analysis.satellite_check import STANDING, SatelliteCheck, Verdict, check_image
from casedb.analysis.scene import UNKNOWN, Angles
from casedb.analysis.scene_findings import Finding
from casedb.model.values import Values
from casedb.words import say, written

_MARKS = {
    Verdict.AGREES: ("check", "ok"),
    Verdict.AGREES_FOR_A_PASS: ("info", "ok"),
    Verdict.DISAGREES: ("warning", "warn"),
    Verdict.CANNOT_BE_CHECKED: ("help", "tx3"),
}
_CHECKED = (
    *("acquired", "sun_azimuth", "sun_elevation", "shadow_azimuth", "shadow_length"),
    *("off_nadir", "incidence", "footprint"),
)
"""The fields without which there is nothing to say."""
_DOUBT, _FITS = ("warning", "warn"), ("info", "tx3")
_MARK = 16
_MOST_ROWS = 5


@dataclass(frozen=True, slots=True)
class AngleRow:
    """One line of the small table: what the angles are, and both of them."""

    label: str
    angles: Angles
    is_difference: bool = False


def rows_of(check: SatelliteCheck) -> list[AngleRow]:
    """The lines of the table, as far as there is something to show in them."""
    sun = check.sun
    rows = [AngleRow(say("Stated"), check.stated)]
    if sun is not None:
        rows.insert(0, AngleRow(say("Computed"), Angles(sun.azimuth, sun.elevation)))
        rows.append(AngleRow(say("Difference"), check.stated_apart, True))
    rows.append(AngleRow(say("By the shadow"), check.measured))
    rows.append(AngleRow(say("Difference"), check.measured_apart, True))
    return [row for row in rows if row.angles]


def angle_in_words(angle: float | None, is_difference: bool) -> str:
    """An angle to a tenth of a degree, a difference with its sign; a dash where it is not known."""
    if angle is None:
        return "–"
    rounded = round(angle, 1)
    sign = ("+" if rounded > 0 else "\u2212" if rounded < 0 else "±") if is_difference else ""
    shown = written(abs(rounded) if is_difference else rounded + 0.0, 1)
    return f"{sign}{shown}°"


class SunSection(Section):
    """The check of a satellite image: its verdict, the numbers, the reason, and further findings.

    It is made anew from the values at every change of them, and stored nowhere.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("Sun and geometry"), desk)
        self._shown: SatelliteCheck | None = None
        head = QHBoxLayout()
        set_margins(head, "xs", 2, "xs", 0)
        set_spacing(head, "s")
        self.mark = IconLabel(desk.look, *_MARKS[Verdict.CANNOT_BE_CHECKED], _MARK)
        self.verdict = PlainLabel("", "inspectorVerdict", wrap=True)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.verdict, 1)
        self.column.addLayout(head)
        self.reason = PlainLabel("", "inspectorPlain", wrap=True)
        self.column.addLayout(_indented(self.reason))
        self.table = QWidget()
        self._grid = QGridLayout(self.table)
        set_margins(self._grid, "xs", "xs", "xs", "xs")
        set_spacing(self._grid, "m", 2)
        self._grid.setColumnStretch(0, 1)
        self.column.addWidget(self.table)
        self.cells: list[tuple[PlainLabel, PlainLabel, PlainLabel]] = []
        self._build_table()
        self.at = PlainLabel("", "inspectorQuiet", wrap=True)
        self.column.addLayout(_indented(self.at))
        self._list = QVBoxLayout()
        set_spacing(self._list, 2)
        self.column.addLayout(self._list)
        self.findings: list[FindingLine] = []
        self.standing = PlainLabel(say(STANDING), "inspectorQuiet", wrap=True)
        self.column.addLayout(_indented(self.standing, "xs"))

    def show_values(self, values: Values) -> None:
        """Show the check of these values; without any that could be checked it is not there."""
        has_some = any(values.get(name) is not None for name in _CHECKED)
        check = check_image(values)
        self.setVisible(has_some or bool(check.findings))
        if check == self._shown:
            return
        self._shown = check
        self.mark.show_icon(*_MARKS[check.verdict])
        self.verdict.setText(check.verdict.shown)
        self.reason.setText(check.reason)
        self._show_table(rows_of(check))
        self._show_moment(check)
        self._show_findings(check.findings)

    def _build_table(self) -> None:
        for at, title in enumerate((say("Azimuth"), say("Elevation")), start=1):
            self._put(PlainLabel(title), 0, at)
        for row in range(1, _MOST_ROWS + 1):
            cells = (
                PlainLabel(wrap=True),
                PlainLabel("", "inspectorPlain"),
                PlainLabel("", "inspectorPlain"),
            )
            for at, cell in enumerate(cells):
                self._put(cell, row, at)
            self.cells.append(cells)

    def _put(self, cell: PlainLabel, row: int, column: int) -> None:
        flag = Qt.AlignmentFlag
        # Numbers are read from left to right in every script, and stand one below the other.
        side = flag.AlignRight | flag.AlignAbsolute | flag.AlignTop if column else flag(0)
        self._grid.addWidget(cell, row, column, side)

    def _show_table(self, rows: list[AngleRow]) -> None:
        self.table.setVisible(bool(rows))
        for at, cells in enumerate(self.cells):
            row = rows[at] if at < len(rows) else AngleRow("", UNKNOWN)
            shown = (
                row.label,
                angle_in_words(row.angles.azimuth, row.is_difference),
                angle_in_words(row.angles.elevation, row.is_difference),
            )
            for cell, text in zip(cells, shown, strict=True):
                cell.setText(text)
                cell.setVisible(at < len(rows))

    def _show_moment(self, check: SatelliteCheck) -> None:
        self.at.setVisible(check.sun is not None)
        if check.at is None or check.over is None or check.sun is None:
            return
        over = f"{check.over.lat:.4f}, {check.over.lon:.4f}"
        if check.to_the_minute:
            moment = written_time(check.at, "d MMM yyyy, HH:mm")
            told = say(
                "Computed for {moment} UTC, to the minute, over {place}.", moment=moment, place=over
            )
        else:
            moment = written_time(check.at, "d MMM yyyy, HH:mm:ss")
            told = say("Computed for {moment} UTC over {place}.", moment=moment, place=over)
        self.at.setText(told)
        give_tip(
            self.at,
            say(
                "The elevation contains {refraction}° by which the air lifts the sun.",
                refraction=written(check.sun.refraction, 2),
            ),
        )

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        while len(self.findings) < len(findings):
            line = FindingLine(self.desk)
            self.findings.append(line)
            self._list.addWidget(line)
        for at, line in enumerate(self.findings):
            line.setVisible(at < len(findings))
            if at < len(findings):
                line.show_finding(findings[at])


class FindingLine(QWidget):
    """One finding, with a mark that tells a doubt from what goes together."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        set_margins(line, "xs", 1, "xs", 1)
        set_spacing(line, "s")
        self.mark = IconLabel(desk.look, *_DOUBT, _MARK)
        self.label = PlainLabel("", "inspectorPlain", wrap=True)
        line.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.label, 1)

    def show_finding(self, finding: Finding) -> None:
        """Show another finding."""
        self.mark.show_icon(*(_DOUBT if finding.is_doubt else _FITS))
        self.label.setText(finding.sentence)


def _indented(label: PlainLabel, above: Size = 1) -> QHBoxLayout:
    line = QHBoxLayout()
    set_margins(line, "xs", above, "xs", 1)
    line.addWidget(label)
    return line

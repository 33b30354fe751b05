"""The report of a delivery: counted, and written so that nothing in it is taken for something else."""

from __future__ import annotations

import csv
import io
import json

from casedb.delivery_report import Row, as_csv, as_json, as_text, counts, short_names, summary

ROWS = (
    Row("/media/stick/in/a.jpg", "taken", "", "a" * 64, "item-1"),
    Row("/media/stick/in/b/c.jpg", "taken", "The picture is damaged.", "b" * 64, "item-2"),
    Row(
        "/media/stick/in/b/d.jpg",
        "same as",
        "Its bytes are in the case already.",
        "a" * 64,
        "item-1",
    ),
    Row("/media/stick/in/two\nlines\u202e.txt", "rejected", "It is a link."),
)


def test_each_file_is_counted_once_and_what_is_told_of_those_that_came_as_well() -> None:
    assert counts(ROWS) == {"taken": 2, "same as": 1, "rejected": 1, "told": 1}
    assert summary(ROWS) == "2 taken in, 1 there already, 1 rejected, 1 with remarks"
    many = [Row(f"{n}.jpg", "taken", "It is cut short.") for n in range(1300)]
    assert summary(many) == "1,300 taken in, 1,300 with remarks"
    assert summary(()) == "There was no file."


def test_names_leave_out_the_folders_that_all_files_lie_in() -> None:
    assert short_names(ROWS) == ["a.jpg", "b/c.jpg", "b/d.jpg", "two␊lines⟨RLO⟩.txt"]
    assert short_names([Row("a.jpg", "taken"), Row("in/b.jpg", "taken")]) == ["a.jpg", "in/b.jpg"]
    assert short_names([Row("/a/b.jpg", "taken")]) == ["b.jpg"]
    assert short_names([Row("no\0body", "rejected")]) == ["no␀body"]


def test_the_text_has_a_line_for_each_file() -> None:
    lines = as_text(ROWS).splitlines()
    assert lines[0] == summary(ROWS)
    assert lines[2:] == [
        "Taken in: a.jpg",
        "Taken in: b/c.jpg – The picture is damaged.",
        "There already: b/d.jpg – Its bytes are in the case already.",
        "Rejected: two␊lines⟨RLO⟩.txt – It is a link.",
    ]


def test_no_cell_of_the_table_is_calculated_by_whoever_opens_it() -> None:
    row = Row("/in/=1+1.txt", "rejected", '@SUM(1), "quoted"')
    head, cells = csv.reader(io.StringIO(as_csv([row])))
    assert head == ["file", "outcome", "reason", "sha256", "item"]
    assert cells == ["'=1+1.txt", "rejected", '\'@SUM(1), "quoted"', "", ""]


def test_machines_read_what_was_named_and_null_for_nothing() -> None:
    told = json.loads(as_json(ROWS))
    assert told[0] == {
        "file": "/media/stick/in/a.jpg",
        "outcome": "taken",
        "reason": None,
        "sha256": "a" * 64,
        "item": "item-1",
    }
    # A name that is no text on this system is told all the same.
    assert json.loads(as_json([Row("\udcff.txt", "rejected")]))[0]["file"] == "?.txt"

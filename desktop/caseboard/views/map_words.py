"""What the map says of its marks: labels, tool tips, what is spoken of a sign, and rows of a table."""

from __future__ import annotations

from caseboard.lengths import FORMS
from caseboard.titles import listed, shown_title
from caseboard.views.map_labels import Words
from caseboard.views.map_marks import Mark, Marks
from caseboard.views.map_scene import Sign
from casedb.model.card_face import title_of
from casedb.model.contents import Contents
from casedb.model.kinds import kind_of
from casedb.words import say

MOST_NAMED = 5
"""So many items of a sign are named one by one."""


class MapWords:
    """The words for marks of a case, with coordinates in one of the forms of `caseboard.lengths`."""

    def __init__(self, contents: Contents, form: str) -> None:
        self._contents = contents
        self.form = form

    def title(self, mark: Mark) -> str:
        """The title of the item of a mark."""
        item = self._contents.items.get(mark.of.item)
        return shown_title(title_of(self._contents, item)) if item is not None else ""

    def label(self, marks: Marks, sign: Sign) -> Words:
        """What stands beside a sign of one item; which place it is, where others are elsewhere."""
        mark = marks.marks[sign.row]
        is_all = len(marks.rows_of[mark.of.item]) <= len(sign.rows)
        what = "" if is_all else mark.of.label
        if mark.is_derived:
            what = self.led(mark)
        return Words(self.title(mark), what)

    def led(self, mark: Mark) -> str:
        """By which link the place of another item stands in for one of its own."""
        link = self._contents.links.get(mark.of.through)
        other = self._contents.items.get(link.end.id) if link is not None else None
        if other is None:
            return say("through a link")
        return say("through “{title}”", title=shown_title(title_of(self._contents, other), 40))

    def place(self, mark: Mark) -> str:
        """Where a mark is, as its place is shown."""
        return mark.of.place.show(FORMS[self.form])

    def whole(self, mark: Mark) -> str:
        """All that is to be said of a mark, line by line."""
        item = self._contents.items.get(mark.of.item)
        if item is None:
            return ""
        lines = [self.title(mark), f"{say(kind_of(item.kind).label)} · {mark.of.label}"]
        lines.append(self.place(mark))
        precision = mark.of.place.precision
        if precision is not None and mark.of.cell is None:
            lines.append(say("Precision: {precision}", precision=say(precision.value)))
        if mark.of.cell is not None:
            lines.append(say("A square of the grid, {metres} m wide", metres=mark.of.cell.size))
        if mark.is_derived:
            lines.append(self.led(mark))
        if mark.of.place.method:
            lines.append(shown_title(mark.of.place.method))
        return "\n".join(lines)

    def of_sign(self, marks: Marks, sign: Sign) -> str:
        """What a sign stands for."""
        if sign.count == 1:
            return self.whole(marks.marks[sign.row])
        ids = marks.items(sign.rows.tolist())
        items = [
            self._contents.items[each] for each in ids[:MOST_NAMED] if each in self._contents.items
        ]
        names = [shown_title(title_of(self._contents, each), 60) for each in items]
        if len(ids) > MOST_NAMED:
            names.append(say("{n} more", "{n} more", n=len(ids) - MOST_NAMED))
        told = say("{n} item", "{n} items", n=sign.count)
        return "\n".join([told, *names])

    def walked(self, marks: Marks, sign: Sign, chosen: int) -> str:
        """What is said aloud of a sign that one has come to."""
        if sign.count == 1:
            return ", ".join(self.whole(marks.marks[sign.row]).split("\n"))
        ids = marks.items(sign.rows.tolist())
        items = [
            self._contents.items[each] for each in ids[:MOST_NAMED] if each in self._contents.items
        ]
        names = [shown_title(title_of(self._contents, each), 60) for each in items]
        told = [say("{n} item", "{n} items", n=sign.count), listed(names)]
        if chosen:
            told.append(say("{n} selected", "{n} selected", n=chosen))
        told.append(say("Return parts them"))
        return ". ".join(told)

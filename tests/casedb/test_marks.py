"""Marks on pictures and the W3C selectors that say where they are."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from casedb.model.json_value import JsonValue
from casedb.model.marks import MOST_CORNERS, Form, Mark, clamped, mark_of, selector_of

fractions = st.floats(0, 1)
spots = st.tuples(fractions, fractions)


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    form = draw(st.sampled_from(Form))
    least, most = {
        Form.POINT: (1, 1),
        Form.TEXT: (1, 1),
        Form.ARROW: (2, 2),
        Form.BOX: (2, 2),
        Form.POLYGON: (3, 12),
        Form.BLUR: (2, 12),
    }[form]
    corners = clamped(tuple(draw(st.lists(spots, min_size=least, max_size=most))))
    try:
        return Mark(form, corners, draw(st.integers(1, 99)))
    except ValueError:
        assume(False)
        raise


@given(marks())
def test_a_selector_says_where_a_mark_is(mark: Mark) -> None:
    found = mark_of(mark.form.value, selector_of(mark))
    assert found is not None
    assert (found.form, found.page) == (mark.form, mark.page)
    if len(mark.spots) == 2 and mark.form is not Form.ARROW:
        assert found.bounds == pytest.approx(mark.bounds, abs=1e-6)
    else:
        assert found.spots == mark.spots


def test_a_selector_is_the_w3c_s() -> None:
    box = selector_of(Mark(Form.BOX, ((0.5, 0.75), (0.25, 0.125)), page=3))
    assert box == {
        "type": "FragmentSelector",
        "conformsTo": "http://tools.ietf.org/rfc/rfc3778",
        "value": "page=3",
        "refinedBy": {
            "type": "SvgSelector",
            "value": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" '
            'preserveAspectRatio="none"><rect x="0.25" y="0.125" width="0.25" height="0.625"/></svg>',
        },
    }


def test_a_box_of_another_program_is_read() -> None:
    selector: JsonValue = {"type": "FragmentSelector", "value": "xywh=percent:10,20.5,30,40"}
    assert mark_of(None, selector) == Mark(Form.BOX, ((0.1, 0.205), (0.4, 0.605)))


@pytest.mark.parametrize(
    "selector",
    [
        None,
        "xywh=percent:10,20,30,40",
        {"type": "FragmentSelector", "value": "xywh=pixel:1,2,3,4"},
        {"type": "FragmentSelector", "value": "page=0", "refinedBy": {}},
        {"type": "SvgSelector", "value": '<svg viewBox="0 0 1 1"><script x="1"/></svg>'},
        {
            "type": "SvgSelector",
            "value": '<svg viewBox="0 0 9 9"><circle cx="1" cy="1" r="0"/></svg>',
        },
        {
            "type": "SvgSelector",
            "value": '<svg viewBox="0 0 1 1"><circle cx="nan" cy="1" r="0"/></svg>',
        },
        {"type": "SvgSelector", "value": '<!DOCTYPE x [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/>'},
        {"type": "SvgSelector", "value": "<svg " + "x" * 60_000},
        {
            "type": "SvgSelector",
            "value": '<svg viewBox="0 0 1 1"><rect x="0" y="0" width="1"/></svg>',
        },
        {"type": "SvgSelector", "value": '<svg viewBox="0 0 1 1"><polygon points="0,0 1"/></svg>'},
    ],
)
def test_what_is_not_understood_is_no_mark(selector: object) -> None:
    assert mark_of(None, cast("JsonValue", selector)) is None


def test_a_form_and_its_shape_belong_together() -> None:
    selector = selector_of(Mark(Form.ARROW, ((0, 0), (1, 1))))
    assert mark_of("arrow", selector) is not None
    assert mark_of("box", selector) is None
    assert mark_of("hologram", selector) is None


@pytest.mark.parametrize(
    ("form", "corners"),
    [
        (Form.POINT, ()),
        (Form.POINT, ((0.5, 1.5),)),
        (Form.ARROW, ((0.5, 0.5), (0.5, 0.5))),
        (Form.BOX, ((0.1, 0.1), (0.1, 0.9))),
        (Form.POLYGON, ((0.1, 0.1), (0.2, 0.2))),
        (Form.POLYGON, tuple((n / 1000, n / 1000) for n in range(MOST_CORNERS + 1))),
        (Form.TEXT, ((float("nan"), 0.5),)),
    ],
)
def test_what_makes_no_shape_is_refused(
    form: Form, corners: tuple[tuple[float, float], ...]
) -> None:
    with pytest.raises(ValueError, match="no such shape"):
        Mark(form, corners)

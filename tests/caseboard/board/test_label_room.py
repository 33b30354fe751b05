"""Room for labels, as far as `test_scene` and the random work do not see it: many things at once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from caseboard.board import label_room
from caseboard.board.label_room import meeting
from caseboard.board.strings import Floats


def boxes(corners: Floats) -> Floats:
    """Boxes [N, 4] a tenth as large as what their corners [N, 4] span."""
    return np.concatenate([corners[:, :2], corners[:, :2] + np.abs(corners[:, 2:]) / 10], axis=1)


corners = st.integers(1, 30).flatmap(
    lambda count: arrays(np.float64, (count, 4), elements=st.floats(-9000, 9000))
)


@given(spots=corners, touched=corners)
def test_of_very_many_boxes_none_that_is_met_is_missed(spots: Floats, touched: Floats) -> None:
    spots, touched = boxes(spots), boxes(touched)
    low, high = touched[:, :2], touched[:, 2:]
    exact = meeting(spots, low, high)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(label_room, "MOST_AT_ONCE", 1)
        about = meeting(spots, low, high)
    assert (about | ~exact).all()


def test_of_very_many_boxes_few_are_met_that_are_not() -> None:
    chance = np.random.default_rng(5)
    left, top = chance.uniform(0, 100_000, (2, 3000))
    spots = np.stack([left, top, left + 80, top + 20], axis=1)
    low = chance.uniform(0, 20_000, (1500, 2))
    about = meeting(spots, low, low + 260)
    assert about[(spots[:, :2] < 20_000).all(axis=1)].mean() > 0.7
    assert not about[(spots[:, :2] > 21_000).any(axis=1)].any()

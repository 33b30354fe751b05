"""The garbage collector is kept away while much is made, and from nothing for longer than need be."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest

from casedb import Case, garbage
from casedb.garbage import collect_all, is_all_due, set_aside, take_back, uncollected

pytestmark = pytest.mark.usefixtures("collector")


class Ring:
    """Something that only the collector takes apart."""

    def __init__(self) -> None:
        self.itself = self


def test_nothing_is_collected_inside_and_everything_after() -> None:
    assert gc.isenabled()
    with pytest.raises(ValueError), uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
        raise ValueError
    assert gc.isenabled()


def test_nothing_is_collected_until_the_last_of_several_is_done() -> None:
    first, second = uncollected(), uncollected()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert not gc.isenabled()
    second.__exit__(None, None, None)
    assert gc.isenabled()


@pytest.mark.usefixtures("nothing_aside")
def test_only_what_is_much_is_set_aside() -> None:
    with uncollected():
        few = [[n] for n in range(100)]
        gc.collect()
        assert not set_aside() and gc.get_freeze_count() == 0
        many = [[n] for n in range(25_000)]
        try:
            assert set_aside() and gc.get_freeze_count() > len(few) + len(many)
        finally:
            take_back()
    assert gc.get_freeze_count() == 0


@pytest.mark.usefixtures("nothing_aside")
def test_a_case_sets_its_records_aside_until_it_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Case.create(tmp_path / "harbour.caseboard").close()
    monkeypatch.setattr(garbage, "_MUCH", -1)
    with Case.open(tmp_path / "harbour.caseboard"):
        assert gc.get_freeze_count() > 0
    assert gc.get_freeze_count() == 0


@pytest.mark.usefixtures("nothing_aside")
def test_what_is_left_of_one_case_is_not_set_aside_with_the_next() -> None:
    gc.collect()
    with uncollected():
        old = [[n] for n in range(30_000)]
        assert set_aside()
        ring = Ring()
        gone = weakref.ref(ring)
        del old, ring
        take_back()
        new = [[n] for n in range(30_000)]
        assert set_aside()
    try:
        gc.collect()
        assert gone() is not None
        assert is_all_due()
        collect_all()
        assert gone() is None
        assert not is_all_due()
        assert gc.get_freeze_count() > len(new)
    finally:
        take_back()
        collect_all()

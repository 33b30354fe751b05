"""What must hold of folds whatever is done, said as plainly as it can be."""

from __future__ import annotations

from casedb.commands import folding
from casedb.model.contents import Contents


def assert_folds_are_whole(contents: Contents) -> None:
    """Every collapsed frame has one fold and every fold one collapsed frame, and all is in one."""
    folded = [each for fold in contents.folds.values() for each in fold.members]
    assert len(folded) == len(set(folded))
    assert {fold.frame for fold in contents.folds.values()} == {
        frame.id for frame in contents.frames.values() if frame.collapsed
    }
    for fold in contents.folds.values():
        frame, held = contents.frames[fold.frame], folding.held_in(contents, [fold.frame])
        assert (frame.w, frame.h) == (folding.STACK_WIDTH, folding.STACK_HEIGHT)
        assert frame.id not in held
        for each in held:
            placed = contents.cards.get(each) or contents.frames[each]
            assert placed.board == frame.board
            assert contents.folded_into(each) == (contents.folded_into(frame.id) or frame.id)

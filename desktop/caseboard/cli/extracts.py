"""What of a board the words of a call ask for."""

from __future__ import annotations

from caseboard.excerpt import in_frame
from caseboard.exports import WHOLE, Extract, frame_extract, selection_extract
from caseboard.selection import Selected
from casedb.errors import ExportRefused
from casedb.model.contents import Contents


def extract_of(
    contents: Contents, board_id: str, frame: str | None, selection: str | None
) -> Extract:
    """What is drawn of a board: a frame by its title, what is named by ids and exhibit numbers, or all.

    Raises ExportRefused where it is not there.
    """
    if frame is not None:
        return frame_extract(contents, _frame_called(contents, board_id, frame))
    if selection is None:
        return WHOLE
    extract = selection_extract(contents, board_id, _selected(contents, board_id, selection))
    if extract is None:
        raise ExportRefused("Nothing of what --selection names lies on this board.")
    return extract


def _frame_called(contents: Contents, board_id: str, name: str) -> str:
    frames = contents.frames_on(board_id)
    found = [each for each in frames if name in (each.id, each.title)]
    if not found:
        titles = ", ".join(f"“{each.title}”" for each in frames) or "none"
        raise ExportRefused(f"There is no frame “{name}” on this board. The frames are: {titles}.")
    return found[0].id


def _selected(contents: Contents, board_id: str, words: str) -> Selected:
    """What ids and exhibit numbers name. Raises ExportRefused for one that names nothing."""
    numbers = {each.values.text("exhibit"): each.id for each in contents.items.values()}
    cards: set[str] = set()
    frames: set[str] = set()
    links: set[str] = set()
    for word in filter(None, (each.strip() for each in words.split(","))):
        item = numbers.get(word, word)
        here = [each.id for each in contents.cards_of(item) if each.board == board_id]
        if item in contents.items:
            if not here:
                raise ExportRefused(f"“{word}” does not lie on this board.")
            cards.update(here)
        elif word in contents.cards:
            cards.add(word)
        elif word in contents.frames:
            frames.update(in_frame(contents, word).frames)
            cards.update(in_frame(contents, word).cards)
        elif word in contents.links:
            links.add(word)
        else:
            raise ExportRefused(f"The case knows nothing called “{word}”.")
    return Selected(cards=frozenset(cards), frames=frozenset(frames), links=frozenset(links))

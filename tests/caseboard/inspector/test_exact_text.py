"""Text that went through a text box comes back to the letter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from caseboard.inspector.controls.exact_text import PARAGRAPH, is_right_to_left, rejoin

BREAKS = ["\n", "\r\n", "\r", PARAGRAPH]
TEXTS = st.lists(st.sampled_from([*"ab \u00a0\u2028", *BREAKS])).map("".join)


def in_a_document(text: str) -> str:
    """How a document of Qt holds a text."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", PARAGRAPH)


@given(TEXTS)
def test_an_untouched_text_stays_as_it_was(text: str):
    assert rejoin(text, in_a_document(text)) == text or "\r" not in text


@given(TEXTS, TEXTS, st.text("xyz", min_size=1))
def test_an_insertion_leaves_all_around_it_to_the_letter(head: str, tail: str, new: str):
    if head.endswith("\r") and tail.startswith("\n"):
        return
    raw = in_a_document(head) + new + in_a_document(tail)
    assert rejoin(head + tail, raw) == head + new + tail


def test_only_the_edited_lines_change():
    assert rejoin("one\r\ntwo\rthree", f"one{PARAGRAPH}TWO{PARAGRAPH}three") == "one\r\nTWO\rthree"
    assert rejoin("a\nb", f"a{PARAGRAPH}b{PARAGRAPH}c") == "a\nb\nc"
    assert rejoin("a\u00a0b\r\n", f"a\u00a0b!{PARAGRAPH}") == "a\u00a0b!\r\n"


def test_the_direction_is_that_of_the_first_letter():
    assert is_right_to_left("١٢ السفينة")
    assert is_right_to_left("«שלום» hello")
    assert not is_right_to_left("hello שלום")
    assert not is_right_to_left("123 – …")

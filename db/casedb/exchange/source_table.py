"""One table of a source file, taken apart key by key, so that no mistake in it goes unseen."""

from __future__ import annotations

import datetime
import math
import tomllib
from collections.abc import Mapping, Sequence
from typing import TypeGuard, cast

from casedb.errors import SourceNotUnderstood
from casedb.words import say


class SourceTable:
    """A table of which values are taken out; a key that is left over in the end is a mistake.

    `where` names the file and the key in every error.
    """

    def __init__(self, where: str, held: Mapping[str, object]) -> None:
        self.where = where
        self._left = dict(held)

    @classmethod
    def parse(cls, name: str, text: str) -> SourceTable:
        """The whole of a TOML file. Raises SourceNotUnderstood."""
        try:
            return cls(name, tomllib.loads(text))
        except tomllib.TOMLDecodeError as trouble:
            raise SourceNotUnderstood(
                say("{name} is not TOML: {trouble}.", name=name, trouble=trouble)
            ) from trouble

    def mistake(self, sentence: str) -> SourceNotUnderstood:
        """The error for a mistake in this table."""
        return SourceNotUnderstood(f"{self.where}: {sentence}")

    def names(self) -> list[str]:
        """The keys that have not been taken out."""
        return list(self._left)

    def take(self, key: str) -> object:
        """Take out a value, or None."""
        return self._left.pop(key, None)

    def text(self, key: str) -> str:
        """Take out a text that must be there. Raises SourceNotUnderstood."""
        value = self.take(key)
        if not isinstance(value, str) or not value.strip():
            raise self.mistake(say("“{key}” is missing or no text.", key=key))
        return value

    def optional_text(self, key: str) -> str:
        """Take out a text; empty where there is none. Raises SourceNotUnderstood."""
        return self.text(key) if key in self._left else ""

    def listed(self, key: str) -> list[object]:
        """Take out a list; empty where there is none. Raises SourceNotUnderstood."""
        value = self.take(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.mistake(say("“{key}” is no list.", key=key))
        return cast("list[object]", value)

    def tables(self, key: str) -> list[SourceTable]:
        """Take out a list of tables; empty where there is none. Raises SourceNotUnderstood."""
        rows = enumerate(self.listed(key), 1)
        return [self._table(f"{key} {number}", key, row) for number, row in rows]

    def named(self) -> dict[str, SourceTable]:
        """Take out all that is left as tables by their keys. Raises SourceNotUnderstood."""
        left, self._left = self._left, {}
        return {key: self._table(key, key, row) for key, row in left.items()}

    def _table(self, name: str, key: str, held: object) -> SourceTable:
        if not isinstance(held, dict):
            raise self.mistake(say("“{key}” is no table.", key=key))
        return SourceTable(f"{self.where}, {name}", cast("dict[str, object]", held))

    def rest(self) -> dict[str, object]:
        """Take out all that is left as plain values. Raises SourceNotUnderstood."""
        left, self._left = self._left, {}
        for key, value in left.items():
            if isinstance(value, (datetime.date, datetime.time)):
                raise self.mistake(
                    say("“{key}” is a bare date; write dates in quotation marks.", key=key)
                )
        return left

    def done(self) -> None:
        """Raise SourceNotUnderstood where something is left."""
        if self._left:
            raise self.mistake(say("“{key}” is not known here.", key=next(iter(self._left))))

    def numbers(self, key: str, value: object, form: str) -> list[float]:
        """A value as numbers of a form such as `[x, y]` or `[x, y] or [x, y, w, h]`.

        The third and fourth are sizes and above 0. Raises SourceNotUnderstood.
        """
        counts = {each.count(",") + 1 for each in form.split(" or ")}
        listed = cast("Sequence[object]", value) if isinstance(value, list) else ()
        found = [float(each) for each in listed if _is_number(each)]
        is_sound = len(found) == len(listed) and len(found) in counts
        if not is_sound or any(size <= 0 for size in found[2:]):
            raise self.mistake(say("“{key}” is {form}, in board units.", key=key, form=form))
        return found


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)

"""Read dates as people write them: `about 7 September 2023`, `between 2023-09-07 and 2023-10-01`.

What EDTF level 1 has no sign for becomes the nearest range that it can write:

- `early`, `mid` and `late` name a third of a year, a month or a decade, approximate at both ends:
  `early 2024` is `2024-01~/2024-04~`, `late September 2023` is `2023-09-21~/2023-09-30~`;
- `Q3 2023` is `2023-07/2023-09`, `winter 2022/23` is `2022-12/2023-02`;
- `after 26 January 2024` starts the next day, `before 2024-01` ends the month before.

Nothing is guessed: 03/04/2024, two-digit years, `the 2000s` and zone names other than UTC are
refused with a sentence that says how to write them.
"""

from __future__ import annotations

from casedb.model.dates.moment import (
    WINTER,
    DateNotUnderstood,
    End,
    Expression,
    Interval,
    Limit,
    Moment,
    Qualifier,
    day_of,
)
from casedb.model.dates.parts import build_date, complete_parts, gather_parts
from casedb.model.dates.tokens import NOT_A_DATE, Token, cut_tokens
from casedb.model.dates.vocabulary import Role
from casedb.words import say

_QUALIFIERS = {Role.ABOUT: Qualifier.APPROXIMATE, Role.DOUBT: Qualifier.UNCERTAIN}


def read_words(text: str) -> tuple[Expression, Limit | None]:
    """Return what a flattened text says in words, and the word that left one end open, if any.

    Raises DateNotUnderstood where it is no date or may be two.
    """
    tokens = cut_tokens(text.lower().rstrip(" ,."))
    qualifier, tokens = _take_qualifier(_mark_unknown_ends(tokens))
    expression, limit = _read_open(tokens) or (_read_closed(tokens), None)
    return _qualify(expression, qualifier), limit


def _mark_unknown_ends(tokens: list[Token]) -> list[Token]:
    """Take a question mark that stands alone at one side of a dash for an unknown end."""
    dash, question = Token(Role.DASH), Token(Role.DOUBT)
    if tokens[-2:] == [dash, question]:
        return [*tokens[:-1], Token(Role.UNKNOWN)]
    if tokens[:2] == [question, dash]:
        return [Token(Role.UNKNOWN), *tokens[1:]]
    return tokens


def _take_qualifier(tokens: list[Token]) -> tuple[Qualifier, list[Token]]:
    """Return the qualifier that stands before or after some tokens, and the tokens without it."""
    start, end = 0, len(tokens)
    ignored = (*_QUALIFIERS, Role.FILLER)
    while start < end and tokens[start].role in ignored:
        start += 1
    while end > start and tokens[end - 1].role in ignored:
        end -= 1
    qualifier = Qualifier.EXACT
    for token in tokens[:start] + tokens[end:]:
        qualifier = qualifier.combine(_QUALIFIERS.get(token.role, Qualifier.EXACT))
    if start == end:
        raise DateNotUnderstood(say(NOT_A_DATE))
    return qualifier, tokens[start:end]


def _read_open(tokens: list[Token]) -> tuple[Expression, Limit | None] | None:
    """Return a range with one end, or None where the tokens are no such thing."""
    head, tail, body = tokens[0].role, tokens[-1].role, tokens[1:]
    if tail in (Role.ONWARD, Role.END_UNKNOWN):
        start = tokens[:-1] if head not in (Role.FROM, Role.SINCE) else body[:-1]
        end = End.OPEN if tail is Role.ONWARD else End.UNKNOWN
        return Interval(_first_of(_read_closed(start)), end), None
    if tail in (Role.OR_EARLIER, Role.START_UNKNOWN):
        end = tokens[:-1] if head is not Role.TO else body[:-1]
        start = End.OPEN if tail is Role.OR_EARLIER else End.UNKNOWN
        return Interval(start, _last_of(_read_closed(end))), None
    if head is Role.AFTER:
        named = _firm(_last_of(_read_closed(body)), is_lower=True)
        return Interval(named.neighbour(1), End.OPEN), Limit.AFTER
    if head is Role.BEFORE:
        named = _firm(_first_of(_read_closed(body)), is_lower=False)
        return Interval(End.OPEN, named.neighbour(-1)), Limit.BEFORE
    if head in (Role.BY, Role.TO):
        limit = Limit.BY if head is Role.BY else None
        return Interval(End.OPEN, _last_of(_read_closed(body))), limit
    if head in (Role.FROM, Role.SINCE) and _find_separator(body, Role.TO, Role.DASH) is None:
        return Interval(_first_of(_read_closed(body)), End.OPEN), None
    return None


def _read_closed(tokens: list[Token]) -> Expression:
    """Return a single date, or a range of which both ends are named."""
    if not tokens:
        raise DateNotUnderstood(say(NOT_A_DATE))
    head = tokens[0].role
    if head in (Role.FROM, Role.SINCE, Role.BETWEEN):
        tokens = tokens[1:]
    separators = (Role.TO, Role.DASH, *((Role.AND,) if head is Role.BETWEEN else ()))
    place = _find_separator(tokens, *separators)
    if place is not None:
        return _read_range(tokens[:place], tokens[place + 1 :])
    if head is Role.BETWEEN:
        raise DateNotUnderstood(
            say(
                "After between, two dates are needed: write it like between 2023-09-07 and "
                "2023-10-01."
            )
        )
    if head in (Role.FROM, Role.SINCE):
        raise DateNotUnderstood(say(NOT_A_DATE))
    qualifier, tokens = _take_qualifier(tokens)
    return _qualify(build_date(gather_parts(tokens)), qualifier)


def _find_separator(tokens: list[Token], *roles: Role) -> int | None:
    """Return the place of the only separator, None where there is none."""
    places = [place for place, token in enumerate(tokens) if token.role in roles]
    if len(places) > 1:
        raise DateNotUnderstood(say("More than two dates are not read as one range: split them."))
    return places[0] if places else None


def _read_range(left: list[Token], right: list[Token]) -> Interval:
    dateless = {Role.UNKNOWN: End.UNKNOWN, Role.PRESENT: End.OPEN}
    if len(right) == 1 and right[0].role in dateless:
        return Interval(_first_of(_read_closed(left)), dateless[right[0].role])
    if left == [Token(Role.UNKNOWN)]:
        return Interval(End.UNKNOWN, _last_of(_read_closed(right)))
    left_qualifier, left = _take_qualifier(left)
    right_qualifier, right = _take_qualifier(right)
    first, second = gather_parts(left), gather_parts(right)
    if (first.clock is None) != (second.clock is None) and not (first.has_date and second.has_date):
        raise DateNotUnderstood(
            say(
                "This gives a time of day at one end of a range only: write both, or at for one time."
            )
        )
    start = _qualify(build_date(complete_parts(first, second)), left_qualifier)
    end = _qualify(build_date(complete_parts(second, first)), right_qualifier)
    return Interval(_first_of(start), _last_of(end))


def _firm(moment: Moment, *, is_lower: bool) -> Moment:
    """Return the date that `after` or `before` excludes: its last or first day where it is vague."""
    if moment.is_plain:
        return moment
    if moment.month == WINTER or "X" in (moment.month or "") + (moment.day or ""):
        raise DateNotUnderstood(
            say("Before and after need a date with a clear edge: name a day, a month or a year.")
        )
    edge = moment.last if is_lower else moment.first
    return day_of(edge).qualified(moment.qualifier)


def _qualify(expression: Expression, qualifier: Qualifier) -> Expression:
    if isinstance(expression, Moment):
        return expression.qualified(qualifier)
    start, end = expression.start, expression.end
    return Interval(
        start.qualified(qualifier) if isinstance(start, Moment) else start,
        end.qualified(qualifier) if isinstance(end, Moment) else end,
    )


def _first_of(expression: Expression) -> Moment:
    first = expression.start if isinstance(expression, Interval) else expression
    if isinstance(first, Moment):
        return first
    raise DateNotUnderstood(say(NOT_A_DATE))


def _last_of(expression: Expression) -> Moment:
    last = expression.end if isinstance(expression, Interval) else expression
    if isinstance(last, Moment):
        return last
    raise DateNotUnderstood(say(NOT_A_DATE))

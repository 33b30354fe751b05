"""Read dates as people write them: `about 7 September 2023`, `between 2023-09-07 and 2023-10-01`.

What EDTF level 1 has no sign for becomes the nearest range that it can write:

- `early`, `mid` and `late` name a third of a year, a month or a decade, approximate at both ends:
  `early 2024` is `2024-01~/2024-04~`, `late September 2023` is `2023-09-21~/2023-09-30~`;
- `Q3 2023` is `2023-07/2023-09`, `winter 2022/23` is `2022-12/2023-02`;
- `after 26 January 2024` starts the next day, `before 2024-01` ends the month before.

Nothing is guessed: 03/04/2024, two-digit years, `the 2000s` and zone names other than UTC are
refused with a sentence that says how to write them.
"""

from dataclasses import dataclass, fields, replace

from casedb.model.date_tokens import NOT_A_DATE, THIRDS, Token, cut_tokens
from casedb.model.date_vocabulary import Role
from casedb.model.moment import (
    Clock,
    DateNotUnderstood,
    End,
    Expression,
    Interval,
    Limit,
    Moment,
    Qualifier,
    day_of,
)

_QUALIFIERS = {Role.ABOUT: Qualifier.APPROXIMATE, Role.DOUBT: Qualifier.UNCERTAIN}
_YEAR_THIRDS = (("01", "04"), ("05", "08"), ("09", "12"))
_DECADE_THIRDS = (("0", "3"), ("4", "6"), ("7", "9"))
_MONTH_THIRDS = ("01", "11", "21")
_WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WINTER = "24"


@dataclass(frozen=True, slots=True)
class _Parts:
    """What one date names, as EDTF digits; a part that is not named is None."""

    year: str | None = None
    month: str | None = None
    day: str | None = None
    clock: Clock | None = None
    quarter: str | None = None
    third: Role | None = None
    weekday: str | None = None

    @property
    def has_date(self) -> bool:
        return any(part is not None for part in (self.year, self.month, self.day, self.quarter))


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
        raise DateNotUnderstood(NOT_A_DATE)
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
        raise DateNotUnderstood(NOT_A_DATE)
    head = tokens[0].role
    if head in (Role.FROM, Role.SINCE, Role.BETWEEN):
        tokens = tokens[1:]
    separators = (Role.TO, Role.DASH, *((Role.AND,) if head is Role.BETWEEN else ()))
    place = _find_separator(tokens, *separators)
    if place is not None:
        return _read_range(tokens[:place], tokens[place + 1 :])
    if head is Role.BETWEEN:
        raise DateNotUnderstood(
            "After between, two dates are needed: write it like between 2023-09-07 and 2023-10-01."
        )
    if head in (Role.FROM, Role.SINCE):
        raise DateNotUnderstood(NOT_A_DATE)
    qualifier, tokens = _take_qualifier(tokens)
    return _qualify(_build(_gather(tokens)), qualifier)


def _find_separator(tokens: list[Token], *roles: Role) -> int | None:
    """Return the place of the only separator, None where there is none."""
    places = [place for place, token in enumerate(tokens) if token.role in roles]
    if len(places) > 1:
        raise DateNotUnderstood("More than two dates are not read as one range: split them.")
    return places[0] if places else None


def _read_range(left: list[Token], right: list[Token]) -> Interval:
    dateless = {Role.UNKNOWN: End.UNKNOWN, Role.PRESENT: End.OPEN}
    if len(right) == 1 and right[0].role in dateless:
        return Interval(_first_of(_read_closed(left)), dateless[right[0].role])
    if left == [Token(Role.UNKNOWN)]:
        return Interval(End.UNKNOWN, _last_of(_read_closed(right)))
    left_qualifier, left = _take_qualifier(left)
    right_qualifier, right = _take_qualifier(right)
    first, second = _gather(left), _gather(right)
    if (first.clock is None) != (second.clock is None) and not (first.has_date and second.has_date):
        raise DateNotUnderstood(
            "This gives a time of day at one end of a range only: write both, or at for one time."
        )
    start = _qualify(_build(_complete(first, second)), left_qualifier)
    end = _qualify(_build(_complete(second, first)), right_qualifier)
    return Interval(_first_of(start), _last_of(end))


def _gather(tokens: list[Token]) -> _Parts:
    """Return the parts that some tokens name, each at most once and in any order."""
    parts = _Parts()
    for token in tokens:
        parts = _merge(parts, _name_parts(token))
    if parts.day == "XX" and parts.year is not None and parts.month is None:
        return replace(parts, month="XX")
    return parts


def _merge(parts: _Parts, more: _Parts) -> _Parts:
    pairs = [(getattr(parts, part.name), getattr(more, part.name)) for part in fields(_Parts)]
    if any(None not in pair for pair in pairs):
        raise DateNotUnderstood(
            "This names a part of the date twice: write years with four digits, and ranges "
            "with from and to."
        )
    return _Parts(*(first or second for first, second in pairs))


def _name_parts(token: Token) -> _Parts:
    match token.role:
        case Role.DATE:
            year, month, day, *_ = [*token.digits.split("-"), None, None]
            return _Parts(year, month, day)
        case Role.MONTH | Role.SEASON | Role.SOME_MONTH:
            return _Parts(month=token.digits)
        case Role.NUMBER | Role.SOME_DAY:
            return _Parts(day=token.digits)
        case Role.QUARTER:
            return _Parts(quarter=token.digits)
        case Role.WEEKDAY:
            return _Parts(weekday=token.digits)
        case Role.CLOCK:
            return _Parts(clock=token.clock)
        case Role.EARLY | Role.MIDDLE | Role.LATE:
            return _Parts(third=token.role)
        case Role.FILLER:
            return _Parts()
        case _:
            raise DateNotUnderstood(NOT_A_DATE)


def _complete(parts: _Parts, other: _Parts) -> _Parts:
    """Fill in what one end of a range leaves for the other end to say, as in `7-12 September`."""
    completed = parts
    if parts.clock is not None and not parts.has_date:
        completed = replace(completed, year=other.year, month=other.month, day=other.day)
    if completed.day is not None or completed == _Parts(third=parts.third):
        completed = replace(completed, month=completed.month or other.month)
    completed = replace(completed, year=completed.year or other.year)
    is_shared = not (parts.has_date and other.has_date)
    if parts.clock is not None and parts.clock.offset is None and other.clock and is_shared:
        completed = replace(completed, clock=replace(parts.clock, offset=other.clock.offset))
    return completed


def _build(parts: _Parts) -> Expression:
    year = parts.year
    if year is None and parts.clock is not None and not parts.has_date:
        raise DateNotUnderstood(
            "The date is missing: write it before the time, like 2 January 2024 14:30."
        )
    if year is None:
        raise DateNotUnderstood(
            "The year is missing: write it with four digits, like 7 September 2023."
        )
    if parts.day is not None and parts.month is None:
        raise DateNotUnderstood(
            "The month is missing: write it like 7 September 2023, and years with four digits."
        )
    if parts.quarter is not None:
        return _build_quarter(parts, year, int(parts.quarter))
    if parts.third is not None:
        return _build_third(parts, year, THIRDS.index(parts.third))
    moment = Moment(year, parts.month, parts.day, parts.clock)
    if parts.weekday is not None:
        _check_weekday(moment, int(parts.weekday))
    return moment


def _build_quarter(parts: _Parts, year: str, month: int) -> Interval:
    if parts != _Parts(year=year, quarter=parts.quarter):
        raise DateNotUnderstood("A quarter or winter is read before a year only, like Q3 2023.")
    start = Moment(year, f"{month:02}")
    return Interval(start, start.neighbour(2))


def _build_third(parts: _Parts, year: str, third: int) -> Interval:
    month = parts.month
    if parts != _Parts(year=year, month=month, third=parts.third) or year.endswith("XX"):
        raise DateNotUnderstood(
            "Early, mid and late are read before a month, a year or a decade: early 2024."
        )
    if year.endswith("X"):
        first, last = (Moment(year[:3] + digit) for digit in _DECADE_THIRDS[third])
    elif month is None:
        first, last = (Moment(year, digits) for digits in _YEAR_THIRDS[third])
    elif Moment(year, month).is_plain:
        first = Moment(year, month, _MONTH_THIRDS[third])
        last = first.neighbour(9) if third < 2 else day_of(Moment(year, month).last)
    else:
        raise DateNotUnderstood("Early, mid and late are not read before a season: name months.")
    return Interval(first.qualified(Qualifier.APPROXIMATE), last.qualified(Qualifier.APPROXIMATE))


def _check_weekday(moment: Moment, weekday: int) -> None:
    if moment.day is None or not moment.is_plain:
        raise DateNotUnderstood("A weekday is read beside a full date only: leave it out.")
    actual = moment.first.weekday()
    if actual != weekday:
        raise DateNotUnderstood(
            f"{moment.year}-{moment.month}-{moment.day} is a {_WEEKDAY_NAMES[actual]}, not a "
            f"{_WEEKDAY_NAMES[weekday]}: correct the date or leave out the weekday."
        )


def _firm(moment: Moment, *, is_lower: bool) -> Moment:
    """Return the date that `after` or `before` excludes: its last or first day where it is vague."""
    if moment.is_plain:
        return moment
    if moment.month == _WINTER or "X" in (moment.month or "") + (moment.day or ""):
        raise DateNotUnderstood(
            "Before and after need a date with a clear edge: name a day, a month or a year."
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
    raise DateNotUnderstood(NOT_A_DATE)


def _last_of(expression: Expression) -> Moment:
    last = expression.end if isinstance(expression, Interval) else expression
    if isinstance(last, Moment):
        return last
    raise DateNotUnderstood(NOT_A_DATE)

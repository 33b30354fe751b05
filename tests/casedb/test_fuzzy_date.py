"""Fuzzy dates: what they read, what they write, what they show and what they say of their order."""

import calendar
import string
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb.model.dates.edtf import write_edtf
from casedb.model.dates.moment import Clock, End, Expression, Interval, Moment
from casedb.model.fuzzy_date import (
    DateNotUnderstood,
    FuzzyDate,
    Limit,
    Possibility,
    Precision,
    Qualifier,
    ZoneBasis,
)

YES, MAYBE, NO = Possibility.YES, Possibility.MAYBE, Possibility.NO
EXACT, APPROXIMATE = Qualifier.EXACT, Qualifier.APPROXIMATE
UNCERTAIN, BOTH = Qualifier.UNCERTAIN, Qualifier.BOTH


def bounds_of(date: FuzzyDate) -> tuple[str | None, str | None]:
    """The bounds as ISO text, which is short to write in a table."""
    earliest, latest = date.earliest, date.latest
    return earliest and earliest.isoformat(), latest and latest.isoformat()


def parse(text: str) -> FuzzyDate:
    return FuzzyDate.parse(text)


# --- EDTF -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision", "qualifier"),
    [
        ("2023-09-07", "2023-09-07T00:00:00", "2023-09-07T23:59:59", Precision.DAY, EXACT),
        ("2023-09", "2023-09-01T00:00:00", "2023-09-30T23:59:59", Precision.MONTH, EXACT),
        ("2024-02", "2024-02-01T00:00:00", "2024-02-29T23:59:59", Precision.MONTH, EXACT),
        ("2023", "2023-01-01T00:00:00", "2023-12-31T23:59:59", Precision.YEAR, EXACT),
        ("0001", "0001-01-01T00:00:00", "0001-12-31T23:59:59", Precision.YEAR, EXACT),
        ("9999-12-31", "9999-12-31T00:00:00", "9999-12-31T23:59:59", Precision.DAY, EXACT),
        ("2023-11?", "2023-11-01T00:00:00", "2023-11-30T23:59:59", Precision.MONTH, UNCERTAIN),
        ("2024-01~", "2024-01-01T00:00:00", "2024-01-31T23:59:59", Precision.MONTH, APPROXIMATE),
        ("2024-01%", "2024-01-01T00:00:00", "2024-01-31T23:59:59", Precision.MONTH, BOTH),
        ("2023-1X", "2023-10-01T00:00:00", "2023-12-31T23:59:59", Precision.MONTH, EXACT),
        ("2023-0X", "2023-01-01T00:00:00", "2023-09-30T23:59:59", Precision.MONTH, EXACT),
        ("2023-XX", "2023-01-01T00:00:00", "2023-12-31T23:59:59", Precision.MONTH, EXACT),
        ("2023-XX-XX", "2023-01-01T00:00:00", "2023-12-31T23:59:59", Precision.DAY, EXACT),
        ("2023-10-XX", "2023-10-01T00:00:00", "2023-10-31T23:59:59", Precision.DAY, EXACT),
        ("2023-10-0X", "2023-10-01T00:00:00", "2023-10-09T23:59:59", Precision.DAY, EXACT),
        ("2023-10-3X", "2023-10-30T00:00:00", "2023-10-31T23:59:59", Precision.DAY, EXACT),
        ("2023-1X-XX", "2023-10-01T00:00:00", "2023-12-31T23:59:59", Precision.DAY, EXACT),
        ("202X", "2020-01-01T00:00:00", "2029-12-31T23:59:59", Precision.DECADE, EXACT),
        ("20XX", "2000-01-01T00:00:00", "2099-12-31T23:59:59", Precision.CENTURY, EXACT),
        ("2023-21", "2023-03-01T00:00:00", "2023-05-31T23:59:59", Precision.SEASON, EXACT),
        ("2023-22", "2023-06-01T00:00:00", "2023-08-31T23:59:59", Precision.SEASON, EXACT),
        ("2023-23", "2023-09-01T00:00:00", "2023-11-30T23:59:59", Precision.SEASON, EXACT),
        ("2023-24", "2022-12-01T00:00:00", "2024-02-29T23:59:59", Precision.SEASON, EXACT),
        ("0001-24", "0001-01-01T00:00:00", "0002-02-28T23:59:59", Precision.SEASON, EXACT),
        ("9999-24", "9998-12-01T00:00:00", "9999-12-31T23:59:59", Precision.SEASON, EXACT),
        (
            "2023-09-07/2023-10-01",
            "2023-09-07T00:00:00",
            "2023-10-01T23:59:59",
            Precision.INTERVAL,
            EXACT,
        ),
        ("2023-09-07/..", "2023-09-07T00:00:00", None, Precision.INTERVAL, EXACT),
        ("2023-09-07/", "2023-09-07T00:00:00", None, Precision.INTERVAL, EXACT),
        ("../2023", None, "2023-12-31T23:59:59", Precision.INTERVAL, EXACT),
        ("/2023", None, "2023-12-31T23:59:59", Precision.INTERVAL, EXACT),
        (
            "2023~/2024?",
            "2023-01-01T00:00:00",
            "2024-12-31T23:59:59",
            Precision.INTERVAL,
            BOTH,
        ),
        (
            "2022-03-19T09:08:31Z",
            "2022-03-19T09:08:31",
            "2022-03-19T09:08:31",
            Precision.SECOND,
            EXACT,
        ),
        (
            "2022-03-19T09:08Z",
            "2022-03-19T09:08:00",
            "2022-03-19T09:08:59",
            Precision.MINUTE,
            EXACT,
        ),
        (
            "2022-03-19T09",
            "2022-03-19T09:00:00",
            "2022-03-19T09:59:59",
            Precision.HOUR,
            EXACT,
        ),
    ],
)
def test_edtf_is_read_and_written_unchanged(
    text: str,
    earliest: str | None,
    latest: str | None,
    precision: Precision,
    qualifier: Qualifier,
) -> None:
    date = parse(text)
    assert bounds_of(date) == (earliest, latest)
    assert (date.precision, date.qualifier) == (precision, qualifier)
    assert date.edtf == text


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2021-09-08T04:27:01.024000Z", "2021-09-08T04:27:01Z"),
        ("2022-03-19T09:08:31+00:00", "2022-03-19T09:08:31Z"),
        ("2022-03-19T09:08:31+0230", "2022-03-19T09:08:31+02:30"),
        ("2022-03-19t09:08z", "2022-03-19T09:08Z"),
        ("2023-1x", "2023-1X"),
        ("2023-09-07 / 2023-10-01", "2023-09-07/2023-10-01"),
        ("2023\u201109\u201107", "2023-09-07"),
    ],
)
def test_edtf_is_written_in_one_canonical_form(text: str, edtf: str) -> None:
    assert parse(text).edtf == edtf


# --- words ----------------------------------------------------------------------------------

WORDS = [
    ("7 September 2023", "2023-09-07"),
    ("7 Sept 2023", "2023-09-07"),
    ("7 Sept. 2023", "2023-09-07"),
    ("September 7, 2023", "2023-09-07"),
    ("the 7th of September 2023", "2023-09-07"),
    ("Thursday, 7 September 2023", "2023-09-07"),
    ("In September 2023.", "2023-09"),
    ("2023,", "2023"),
    ("07.09.2023", "2023-09-07"),
    ("09.2023", "2023-09"),
    ("13/04/2024", "2024-04-13"),
    ("04/13/2024", "2024-04-13"),
    ("04/04/2024", "2024-04-04"),
    ("2024/01/02", "2024-01-02"),
    ("2024-1-2", "2024-01-02"),
    ("7 fe\u0301vrier 2023", "2023-02-07"),
    ("autumn 2023", "2023-23"),
    ("fall 2023", "2023-23"),
    ("Winter 2023", "2023-24"),
    ("winter 2022/23", "2022-12/2023-02"),
    ("winter of 2022–2023", "2022-12/2023-02"),
    ("winter 1999/00", "1999-12/2000-02"),
    ("early 2024", "2024-01~/2024-04~"),
    ("mid-2023", "2023-05~/2023-08~"),
    ("mid 2023", "2023-05~/2023-08~"),
    ("late 2023", "2023-09~/2023-12~"),
    ("early September 2023", "2023-09-01~/2023-09-10~"),
    ("mid-September 2023", "2023-09-11~/2023-09-20~"),
    ("late September 2023", "2023-09-21~/2023-09-30~"),
    ("late February 2024", "2024-02-21~/2024-02-29~"),
    ("early 1990s", "1990~/1993~"),
    ("late 1990s", "1997~/1999~"),
    ("late 2022 to early 2023", "2022-09~/2023-04~"),
    ("Q3 2023", "2023-07/2023-09"),
    ("Q3–Q4 2023", "2023-07/2023-12"),
    ("1990s", "199X"),
    ("the 1990s", "199X"),
    ("the 2000s decade", "200X"),
    ("1900s (century)", "19XX"),
    ("about 7 September 2023", "2023-09-07~"),
    ("c. 2023", "2023~"),
    ("circa Jan 2024", "2024-01~"),
    ("~2023", "2023~"),
    ("2023?", "2023?"),
    ("probably 2 January 2024", "2024-01-02?"),
    ("November 2023, uncertain", "2023-11?"),
    ("November 2023 (uncertain)", "2023-11?"),
    ("about 2023?", "2023%"),
    ("7-12 September 2023", "2023-09-07/2023-09-12"),
    ("7–12 September 2023", "2023-09-07/2023-09-12"),
    ("September 7–12, 2023", "2023-09-07/2023-09-12"),
    ("07-12.09.2023", "2023-09-07/2023-09-12"),
    ("September–October 2023", "2023-09/2023-10"),
    ("spring to autumn 2023", "2023-21/2023-23"),
    ("2023-2024", "2023/2024"),
    ("September 2023 - 2024", "2023-09/2024"),
    ("from 7 September to 1 October 2023", "2023-09-07/2023-10-01"),
    ("30 December 2023 - 2 January 2024", "2023-12-30/2024-01-02"),
    ("between 2023-09-07 and 2023-10-01", "2023-09-07/2023-10-01"),
    ("between 7 and 12 September 2023", "2023-09-07/2023-09-12"),
    ("about 7 September – 1 October 2023", "2023-09-07~/2023-10-01~"),
    ("from about 7 September to 1 October 2023", "2023-09-07~/2023-10-01"),
    ("from 2006 to possibly 2013", "2006/2013?"),
    ("before 2024-01", "../2023-12"),
    ("before 2024", "../2023"),
    ("before 1 March 2024", "../2024-02-29"),
    ("before summer 2023", "../2023-05-31"),
    ("after 26 January 2024", "2024-01-27/.."),
    ("after December 2023", "2024-01/.."),
    ("after autumn 2023", "2023-12-01/.."),
    ("after 31 Dec 2023 23:59:59 UTC", "2024-01-01T00:00:00Z/.."),
    ("by 2024-01", "../2024-01"),
    ("no later than 5 May 2023", "../2023-05-05"),
    ("until 1 October 2023", "../2023-10-01"),
    ("since 2006", "2006/.."),
    ("2006 onwards", "2006/.."),
    ("from 2006 on", "2006/.."),
    ("2006 to present", "2006/.."),
    ("2006–?", "2006/"),
    ("?–2013", "/2013"),
    ("a day in October 2023", "2023-10-XX"),
    ("from a day in 2023 to 7 May 2024", "2023-XX-XX/2024-05-07"),
    ("2 Jan 2024 14:30", "2024-01-02T14:30"),
    ("2 Jan 2024 14:30 UTC", "2024-01-02T14:30Z"),
    ("2 Jan 2024 14:30 +0200", "2024-01-02T14:30+02:00"),
    ("2024-01-02 14:30Z", "2024-01-02T14:30Z"),
    ("2024-01-02 14:30:05Z", "2024-01-02T14:30:05Z"),
    ("2024-01-02 14:30:05.123z", "2024-01-02T14:30:05Z"),
    ("2 Jan 2024 14:30UTC+2", "2024-01-02T14:30+02:00"),
    ("2 Jan 2024 at 14:30 (UTC-5)", "2024-01-02T14:30-05:00"),
    ("2024-01-02 14:30:05+02:00", "2024-01-02T14:30:05+02:00"),
    ("2022:03:19 09:08:31", "2022-03-19T09:08:31"),
    ("2:30 PM · Jan 2, 2024", "2024-01-02T14:30"),
    ("12 am, 2 January 2024", "2024-01-02T00"),
    ("Tue Jan 02 14:30:00 +0000 2024", "2024-01-02T14:30:00Z"),
    ("about 14:30 on 2 January 2024", "2024-01-02T14:30~"),
    ("2 Jan 2024 14:30–15:00 UTC", "2024-01-02T14:30Z/2024-01-02T15:00Z"),
    ("2 Jan 2024 14:30 to 3 Jan 15:00 UTC", "2024-01-02T14:30/2024-01-03T15:00Z"),
    ("7 вересня 2023 року", "2023-09-07"),
    ("з 7 вересня до 1 жовтня 2023 року", "2023-09-07/2023-10-01"),
    ("осінь 2023", "2023-23"),
    ("в сентябре 2023 г.", "2023-09"),
    ("7.–12. September 2023", "2023-09-07/2023-09-12"),
    ("2. März 2024, 14:30 Uhr", "2024-03-02T14:30"),
    ("du 7 au 12 août 2023", "2023-08-07/2023-08-12"),
    ("7 septembre 2023 à 14h30", "2023-09-07T14:30"),
]


@pytest.mark.parametrize(("text", "edtf"), WORDS)
def test_words_are_read_as_edtf(text: str, edtf: str) -> None:
    assert parse(text).edtf == edtf


def test_stated_text_is_kept_as_it_was_written() -> None:
    assert parse("  About 7\u00a0Sept.  2023 \n").stated == "About 7\u00a0Sept.  2023"
    assert parse("\u200e07.09.2023").stated == "\u200e07.09.2023"


def test_months_of_all_languages_name_twelve_months() -> None:
    for words in (
        "January February March April May June July August September October November December",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    ):
        read = [parse(f"3 {word} 2023").edtf for word in words.split()]
        assert read == [f"2023-{month:02}-03" for month in range(1, 13)]


# --- refusals -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "part_of_sentence"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("03/04/2024", "3 April 2024 or 4 March 2024"),
        ("3-4-2024", "3 April 2024 or 4 March 2024"),
        ("2023-02-29", "February 2023 has no day 29"),
        ("31 September 2023", "September 2023 has no day 31"),
        ("2023-09-00", "no day 0"),
        ("2023-02-3X", "no day 3X"),
        ("2023-13", "no month 13"),
        ("2023-00", "no month 00"),
        ("2023-25", "no month 25"),
        ("2023-19-01", "no month 19"),
        ("0000", "0001 to 9999"),
        ("-0044", "0001 to 9999"),
        ("Y17000", "0001 to 9999"),
        ("after 9999", "0001 to 9999"),
        ("2023-XX-15", "XX for the day"),
        ("20XX-05", "all four digits"),
        ("2XXX", "last two digits"),
        ("2023-10-01/2023-09-07", "ends before it starts"),
        ("30 December – 2 January 2024", "give both years"),
        ("../..", "at one end at least"),
        ("/", "at one end at least"),
        ("2024-01-02T24:00", "not a time of day"),
        ("2 Jan 2024 14:75", "not a time of day"),
        ("2 Jan 2024 14:30:75", "not a time of day"),
        ("13 pm 2 Jan 2024", "12-hour clock"),
        ("2024-01-02T14:30+15:00", "14 hours"),
        ("2 Jan 2024 14:30 +02:75", "not an offset"),
        ("2 Jan 2024 09:00-11:00", "may be a range of times or an offset"),
        ("2 Jan 2024 14:30Zulu", "“:” is not read"),
        ("2 Jan 2024 14:30 MSK", "“MSK” is not read as a zone: look up how far"),
        ("14:30 +0200", "date is missing"),
        ("January 2024 14:30", "full calendar day"),
        ("7 September 2023 until 14:30", "one end of a range only"),
        ("7 September", "year is missing"),
        ("7 Sep 23", "four digits"),
        ("2023–24", "four digits"),
        ("20230907", "four digits"),
        ("the 2000s", "ten years or a hundred"),
        ("1990s century", "is a decade"),
        ("yesterday", "depends on the day it is read"),
        ("last week", "depends on the day it is read"),
        ("Saturday, 7 September 2023", "is a Thursday, not a Saturday"),
        ("Thursday, September 2023", "full date only"),
        ("winter 2022/24", "write winter 2022/23"),
        ("before winter 2023", "clear edge"),
        ("after 2023-10-XX", "clear edge"),
        ("late autumn 2023", "name months"),
        ("late 7 September 2023", "Early, mid and late"),
        ("between 2023", "two dates are needed"),
        ("7 and 8 September 2023", "not read as a date"),
        ("before since 2023", "not read as a date"),
        ("2006 to 2010 to 2013", "More than two dates"),
        ("٢٠٢٣", "digits 0 to 9"),
        ("２０２３", "digits 0 to 9"),
        ("\u202e2023", "hidden characters"),
        ("20\u200b23", "hidden characters"),
        ("2023\x00", "hidden characters"),
        ("7\nSeptember 2023", "hidden characters"),
        ("\ud800", "hidden characters"),
        ("hello", "“hello” is not read"),
        ("about", "not read as a date"),
        ("7,, September 2023", "not read as a date"),
        (", 2023", "not read as a date"),
    ],
)
def test_what_is_no_date_is_refused_in_one_sentence(text: str, part_of_sentence: str) -> None:
    with pytest.raises(DateNotUnderstood) as refusal:
        parse(text)
    sentence = str(refusal.value)
    assert part_of_sentence in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


@pytest.mark.parametrize(
    "piece", ["1", " ", "(", "2023-", "a", "?", "7 ", "\u0661", "–", "1:", "''"]
)
def test_long_text_is_refused_for_its_length(piece: str) -> None:
    with pytest.raises(DateNotUnderstood):
        parse(piece * 100_000)
    with pytest.raises(DateNotUnderstood):
        parse((piece * 200)[:200])


# --- showing --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown", "short"),
    [
        ("2023-09-07", "7 September 2023", "7 Sep 2023"),
        ("2023-09", "September 2023", "Sep 2023"),
        ("2023", "2023", "2023"),
        ("2024-01~", "about January 2024", "~Jan 2024"),
        ("2023-11?", "November 2023, uncertain", "Nov 2023?"),
        ("2023-11%", "about November 2023, uncertain", "~Nov 2023?"),
        ("2023-09-07/2023-10-01", "7 September – 1 October 2023", "7 Sep–1 Oct 2023"),
        ("2023-09-07/2023-09-12", "7–12 September 2023", "7–12 Sep 2023"),
        ("2023-09/2023-10", "September–October 2023", "Sep–Oct 2023"),
        ("2023-12/2024-01", "December 2023 – January 2024", "Dec 2023–Jan 2024"),
        ("2006/2013", "2006–2013", "2006–2013"),
        ("early 2024", "about January–April 2024", "~Jan–Apr 2024"),
        ("2006?/2013?", "2006–2013, uncertain", "2006–2013?"),
        ("2006~/2013", "from about 2006 to 2013", "from ~2006 to 2013"),
        ("2006/2013?", "from 2006 to possibly 2013", "from 2006 to possibly 2013"),
        ("2023-23/2024", "from autumn 2023 to 2024", "from autumn 2023 to 2024"),
        ("after 26 January 2024", "after 26 January 2024", "after 26 Jan 2024"),
        ("before 2024-01", "before January 2024", "before Jan 2024"),
        ("by 2024-01", "by January 2024", "by Jan 2024"),
        ("2006/..", "since 2006", "since 2006"),
        ("../2023", "until 2023", "until 2023"),
        ("2023-09-07/", "from 7 September 2023, end not known", "7 Sep 2023–?"),
        ("/2023", "until 2023, start not known", "?–2023"),
        ("autumn 2023", "autumn 2023", "autumn 2023"),
        ("201X", "2010s", "2010s"),
        ("200X", "2000s (decade)", "2000s (decade)"),
        ("20XX", "2000s (century)", "2000s (century)"),
        ("since the 2000s decade", "since 2000s (decade)", "since 2000s (decade)"),
        ("2023-XX", "a month in 2023", "a month in 2023"),
        ("2023-XX-XX", "a day in 2023", "a day in 2023"),
        ("2023-10-XX", "a day in October 2023", "a day in Oct 2023"),
        ("2023-1X", "a month from October to December 2023", "a month from Oct to Dec 2023"),
        ("2023-10-1X", "a day from 10 to 19 October 2023", "a day from 10 to 19 Oct 2023"),
        ("2023-1X-XX", "a day from October to December 2023", "a day from Oct to Dec 2023"),
        (
            "2 Jan 2024 14:30",
            "2 January 2024, 14:30 (zone not stated)",
            "2 Jan 2024 14:30 (no zone)",
        ),
        (
            "2022-03-19T09:08:31Z",
            "19 March 2022, 09:08:31 UTC",
            "19 Mar 2022 09:08:31 UTC",
        ),
        (
            "2024-01-02T14:30+02:00",
            "2 January 2024, 14:30 UTC+02:00",
            "2 Jan 2024 14:30 UTC+02:00",
        ),
        ("2024-01-02T14Z", "2 January 2024, 14h UTC", "2 Jan 2024 14h UTC"),
        (
            "2024-01-02T14:30Z/2024-01-02T15:00Z",
            "2 January 2024, 14:30–15:00 UTC",
            "2 Jan 2024 14:30–15:00 UTC",
        ),
    ],
)
def test_dates_are_shown_in_words(text: str, shown: str, short: str) -> None:
    date = parse(text)
    assert date.show() == shown
    assert date.show_short() == short


# --- zones ----------------------------------------------------------------------------------


def test_a_zone_is_known_only_where_it_is_stated() -> None:
    assert parse("2 Jan 2024 14:30").zone is ZoneBasis.UNKNOWN
    assert parse("2 Jan 2024 14:30").offset is None
    assert parse("2024-01-02").zone is ZoneBasis.UNKNOWN
    stated = parse("2 Jan 2024 14:30 +0200")
    assert (stated.zone, stated.offset) == (ZoneBasis.STATED, timedelta(hours=2))
    assert stated.earliest == datetime.fromisoformat("2024-01-02T14:30:00")


def test_a_zone_stated_beside_a_shared_date_counts_for_both_times() -> None:
    assert parse("2 Jan 2024 14:30 - 15:00 UTC").edtf == "2024-01-02T14:30Z/2024-01-02T15:00Z"
    separate = parse("2 Jan 2024 14:30 - 3 Jan 2024 15:00 UTC")
    assert separate.edtf == "2024-01-02T14:30/2024-01-03T15:00Z"
    assert separate.zone is ZoneBasis.STATED


def test_ends_with_different_offsets_are_ordered_in_utc() -> None:
    assert parse("2023-03-25T10:00+01:00/2023-03-25T09:30Z").offset == timedelta(hours=1)
    with pytest.raises(DateNotUnderstood, match="ends before it starts"):
        parse("2023-03-25T10:00Z/2023-03-25T10:30+01:00")


def test_an_inferred_zone_says_so() -> None:
    date = parse("2 Jan 2024 14:30").infer_offset(timedelta(hours=2))
    assert (date.zone, date.offset) == (ZoneBasis.INFERRED, timedelta(hours=2))
    assert date.stated == "2 Jan 2024 14:30"
    assert date.edtf == "2024-01-02T14:30+02:00"
    assert date.show() == "2 January 2024, 14:30 UTC+02:00 (zone inferred)"
    assert FuzzyDate.from_json(date.to_json()) == date
    assert date.infer_offset(timedelta(0)).edtf == "2024-01-02T14:30Z"
    span = parse("2 Jan 2024 14:30–15:00").infer_offset(timedelta(minutes=-30))
    assert span.edtf == "2024-01-02T14:30-00:30/2024-01-02T15:00-00:30"


@pytest.mark.parametrize(
    ("text", "offset", "part_of_sentence"),
    [
        ("2 Jan 2024 14:30 UTC", timedelta(hours=2), "states the zone"),
        ("2 Jan 2024", timedelta(hours=2), "time of day only"),
        ("2 Jan 2024 14:30", timedelta(seconds=90), "whole minutes"),
        ("2 Jan 2024 14:30", timedelta(hours=15), "14 hours"),
    ],
)
def test_a_zone_that_cannot_be_inferred_is_refused(
    text: str, offset: timedelta, part_of_sentence: str
) -> None:
    with pytest.raises(DateNotUnderstood, match=part_of_sentence):
        parse(text).infer_offset(offset)


# --- stored form ----------------------------------------------------------------------------


def test_the_stored_form_is_small_and_complete() -> None:
    assert parse("autumn 2023").to_json() == {
        "edtf": "2023-23",
        "stated": "autumn 2023",
        "zone": "unknown",
    }
    stored = parse("after 26 January 2024").to_json()
    assert stored["limit"] == "after"
    assert FuzzyDate.from_json(stored).limit is Limit.AFTER


@pytest.mark.parametrize(
    "changes",
    [
        {"edtf": None},
        {"edtf": 2023},
        {"edtf": "early 2023"},
        {"edtf": "2023-02-30"},
        {"edtf": "2023-1x"},
        {"edtf": "2023-09-07T10:00+0200", "zone": "stated"},
        {"edtf": "2023-09-07T10:00Z"},
        {"zone": "stated"},
        {"zone": "local"},
        {"zone": ""},
        {"stated": None},
        {"stated": ""},
        {"stated": " 2023"},
        {"stated": "2023\x07"},
        {"stated": "x" * 201},
        {"limit": "after"},
        {"limit": "until"},
        {"limit": "after", "edtf": "../2023"},
        {"limit": "before", "edtf": "2023/.."},
        {"limit": "after", "edtf": "2023/"},
        {"limit": "after", "edtf": "0001/.."},
        {"limit": "before", "edtf": "../9999-12-31"},
        {"limit": "after", "edtf": "2023-23/.."},
        {"limit": None},
        {"note": "more"},
    ],
)
def test_an_odd_stored_form_is_refused(changes: dict[str, object]) -> None:
    sound = {"edtf": "2023-09", "stated": "Sept 2023", "zone": "unknown"}
    assert FuzzyDate.from_json(sound).edtf == "2023-09"
    with pytest.raises(DateNotUnderstood):
        FuzzyDate.from_json({**sound, **changes})


def test_a_stored_form_without_a_part_is_refused() -> None:
    sound = parse("2023").to_json()
    for key in sound:
        with pytest.raises(DateNotUnderstood):
            FuzzyDate.from_json({name: text for name, text in sound.items() if name != key})


def test_equality_is_by_value_and_counts_the_stated_text() -> None:
    assert parse("2023-09-07") == parse(" 2023-09-07 ")
    assert hash(parse("2023-09-07")) == hash(parse("2023-09-07"))
    assert parse("7 Sept 2023") != parse("2023-09-07")
    assert parse("7 Sept 2023").edtf == parse("2023-09-07").edtf
    assert parse("2023~") != parse("2023")


# --- order ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("2023-09-07", "2023-09-08", YES),
        ("2023-09-08", "2023-09-07", NO),
        ("2023-09-07", "2023-09-07", MAYBE),
        ("2023-09", "2023-09-15", MAYBE),
        ("2023", "2024-01", YES),
        ("2024-01", "2023", NO),
        ("about 2023", "2024-06", MAYBE),
        ("about 2023", "2025-06", YES),
        ("2023?", "2024-06", MAYBE),
        ("2023-09-07~", "2023-09-08", MAYBE),
        ("2023-09-07~", "2023-09-09", YES),
        ("2023-09-07/2023-10-01", "2023-10-02", YES),
        ("2023-09-07/..", "2024", MAYBE),
        ("2023-09-07/", "2024", MAYBE),
        ("../2023", "2024", YES),
        ("before 2024-01", "2024-01", YES),
        ("by 2024-01", "2024-01", MAYBE),
        ("after 26 January 2024", "2024-01-26", NO),
        ("winter 2023", "2023-07", MAYBE),
        ("2024-01-02T10:00:00Z", "2024-01-02T10:00:00Z", NO),
        ("2024-01-02T10:00:00Z", "2024-01-02T10:00:01Z", YES),
        ("2024-01-02T12:30+02:00", "2024-01-02T11:30Z", YES),
        ("2024-01-02T12:30+02:00", "2024-01-02T10:00Z", NO),
        ("2024-01-02T10:00Z", "2024-01-02T23:00", MAYBE),
        ("2024-01-02T10:00Z", "2024-01-03T00:01", YES),
        ("2024-01-02T10:00", "2024-01-03T00:01Z", YES),
        ("2024-01-02T10:00", "2024-01-02T23:59Z", MAYBE),
        ("2024-01-03T10:00", "2024-01-02T19:59Z", NO),
        ("2024-01-02T10:00", "2024-01-02T10:01", YES),
        ("2024-01-02", "2024-01-03T13:59Z", MAYBE),
        ("2024-01-02", "2024-01-03T14:01Z", YES),
    ],
)
def test_is_before(one: str, other: str, answer: Possibility) -> None:
    assert parse(one).is_before(parse(other)) is answer


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("2023-09", "2023-09-15", YES),
        ("2023-09", "2023-10", NO),
        ("2023-09-07/2023-10-01", "2023-10", YES),
        ("2023-09-XX", "2023-09-15", MAYBE),
        ("2023", "2023-09-XX", YES),
        ("2023", "autumn 2023", YES),
        ("autumn 2023", "2023-10-10", MAYBE),
        ("2023~", "2023-05", MAYBE),
        ("2023~", "2024-05", MAYBE),
        ("2023~", "2025-05", NO),
        ("2006/..", "2024", YES),
        ("2006/", "2024", MAYBE),
        ("2006/", "2006-05", YES),
        ("/2006", "2006-05", YES),
        ("after 2006", "2024", MAYBE),
        ("2006/..", "../2010", YES),
        ("2024-01-02T10:00Z", "2024-01-02T10:00", MAYBE),
        ("2024-01-02T10:00Z", "2024-01-02T12:00+02:00", YES),
        ("2024-01", "2024-01-15T10:00Z", YES),
        ("2024-01", "2024-01-01T10:00Z", MAYBE),
    ],
)
def test_overlaps_either_way(one: str, other: str, answer: Possibility) -> None:
    assert parse(one).overlaps(parse(other)) is answer
    assert parse(other).overlaps(parse(one)) is answer


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("2023", "2023-09", YES),
        ("2023", "2023", YES),
        ("2023-09", "2023", MAYBE),
        ("2023-09", "2023-10", NO),
        ("2023-09-07/2023-10-01", "2023-09-07", YES),
        ("2023-09-07/2023-10-01", "2023-09", MAYBE),
        ("2023-09", "2023-09-07/2023-10-01", NO),
        ("2023~", "2023-09", MAYBE),
        ("2023", "2023-09~", YES),
        ("2023", "2023-12~", MAYBE),
        ("2023", "2023-XX-XX", YES),
        ("2023-XX-XX", "2023-09-07", MAYBE),
        ("2006/..", "2024", YES),
        ("2006/..", "after 2010", YES),
        ("2006/2013", "2010/..", NO),
        ("2006/2013", "2010/", MAYBE),
        ("2006/2013", "after 2010", MAYBE),
        ("by 2024-01", "2023-05", MAYBE),
        ("2024-01-02", "2024-01-02T12:00Z", MAYBE),
        ("2024-01-01/2024-01-03", "2024-01-02T12:00Z", YES),
        ("2024-01-02T12:00Z", "2024-01-02", MAYBE),
        ("2024-01-02T12:00Z", "2024-01-04", NO),
    ],
)
def test_contains(one: str, other: str, answer: Possibility) -> None:
    assert parse(one).contains(parse(other)) is answer


def test_an_answer_is_not_a_condition() -> None:
    with pytest.raises(TypeError):
        bool(NO)


def test_dates_sort_by_their_earliest_then_their_latest_bound() -> None:
    ordered = [
        "../2022",
        "before 2024",
        "2006/..",
        "2023-01-01",
        "2023-01",
        "2023",
        "2023/..",
        "2023-01-02T01:30+02:00",
        "2023-01-02T00:00Z",
        "9999",
    ]
    dates = [parse(text) for text in reversed(ordered)]
    assert [date.stated for date in sorted(dates, key=lambda date: date.sort_key)] == ordered


def test_a_range_with_one_zone_only_still_sorts_in_order() -> None:
    first, last = parse("2024-01-02T01/2024-01-02T01+01:00").sort_key
    assert first <= last


# --- properties -----------------------------------------------------------------------------


@st.composite
def clocks(draw: st.DrawFn) -> Clock:
    minute = draw(st.none() | st.integers(0, 59))
    second = None if minute is None else draw(st.none() | st.integers(0, 59))
    offset = draw(st.none() | st.integers(-14 * 60, 14 * 60))
    return Clock(draw(st.integers(0, 23)), minute, second, offset)


@st.composite
def moments(draw: st.DrawFn, *, masked_digits: bool = True) -> Moment:
    """Every shape of date that EDTF level 1 has, and the extensions where `masked_digits`."""
    number = draw(st.integers(1, 9999))
    year, month = f"{number:04}", draw(st.integers(1, 12))
    qualifier = draw(st.sampled_from(Qualifier))
    day = draw(st.integers(1, calendar.monthrange(number, month)[1]))
    masks = ["0X", "1X"] if masked_digits else []
    shape = draw(st.sampled_from(["year", "decade", "century", "month", "season", "day", "clock"]))
    match shape:
        case "decade":
            return Moment(f"{max(number, 10):04}"[:3] + "X", qualifier=qualifier)
        case "century":
            return Moment(f"{max(number, 100):04}"[:2] + "XX", qualifier=qualifier)
        case "month":
            digits = draw(st.sampled_from([f"{month:02}", "XX", *masks]))
            some_day = draw(st.sampled_from([None, "XX"]))
            return Moment(year, digits, some_day, None, qualifier)
        case "season":
            return Moment(
                year, draw(st.sampled_from(["21", "22", "23", "24"])), None, None, qualifier
            )
        case "day":
            digits = draw(st.sampled_from([f"{day:02}", *masks]))
            return Moment(year, f"{month:02}", digits, None, qualifier)
        case "clock":
            return Moment(year, f"{month:02}", f"{day:02}", draw(clocks()), qualifier)
        case _:
            return Moment(year, qualifier=qualifier)


@st.composite
def expressions(draw: st.DrawFn, *, masked_digits: bool = True) -> Expression:
    one = draw(moments(masked_digits=masked_digits))
    other = draw(st.none() | st.sampled_from(End) | moments(masked_digits=masked_digits))
    if other is None:
        return one
    first, second = (other, one) if draw(st.booleans()) else (one, other)
    try:
        return Interval(first, second)
    except DateNotUnderstood:
        return Interval(second, first)


def dates(*, masked_digits: bool = True) -> st.SearchStrategy[FuzzyDate]:
    return expressions(masked_digits=masked_digits).map(write_edtf).map(FuzzyDate.parse)


def meaning_of(date: FuzzyDate) -> tuple[object, ...]:
    return date.earliest, date.latest, date.precision, date.qualifier, date.zone, date.offset


fragments = st.sampled_from(
    [text for text, _ in WORDS]
    + [word for text, _ in WORDS for word in text.split()]
    + [
        "-",
        "–",
        "/",
        "..",
        ",",
        ".",
        "?",
        "~",
        "%",
        "(",
        ")",
        "to",
        "and",
        "T",
        "X",
        "Q4",
        "utc",
        " ",
    ]
)
sloppy_dates = st.lists(fragments, max_size=8).flatmap(
    lambda pieces: st.sampled_from(["", " ", "-", "/"]).map(lambda between: between.join(pieces))
)
date_signs = st.text(alphabet="0123456789X-/.:TZ+~?% ")


@given(expressions())
def test_every_date_keeps_its_meaning_through_edtf(expression: Expression) -> None:
    date = FuzzyDate.parse(write_edtf(expression))
    assert date.expression == expression
    assert FuzzyDate.parse(date.edtf) == date


@given(dates())
def test_every_date_is_stored_without_loss(date: FuzzyDate) -> None:
    assert FuzzyDate.from_json(date.to_json()) == date
    assert FuzzyDate.from_json(date.to_json()).to_json() == date.to_json()


@pytest.mark.parametrize("text", [row[0] for row in WORDS])
def test_words_keep_their_meaning_through_edtf_and_the_stored_form(text: str) -> None:
    date = parse(text)
    assert meaning_of(parse(date.edtf)) == meaning_of(date)
    assert FuzzyDate.from_json(date.to_json()) == date


@pytest.mark.parametrize("text", [row[0] for row in WORDS])
def test_shown_words_of_words_are_read_with_the_same_meaning(text: str) -> None:
    date = parse(text)
    assert parse(date.show()).edtf == date.edtf
    assert parse(date.show()).limit is date.limit


@given(dates(masked_digits=False))
def test_shown_words_are_read_as_the_same_date(date: FuzzyDate) -> None:
    for shown in (date.show(), date.show_short()):
        again = FuzzyDate.parse(shown)
        assert again.expression == date.expression, shown


@given(dates())
def test_bounds_are_in_order(date: FuzzyDate) -> None:
    first, last = date.sort_key
    assert first <= last
    assert (first == float("-inf")) == (date.earliest is None)
    assert (last == float("inf")) == (date.latest is None)


@given(dates(), dates())
def test_answers_agree_with_each_other(one: FuzzyDate, other: FuzzyDate) -> None:
    if one.is_before(other) is YES:
        assert other.is_before(one) is NO
        assert one.overlaps(other) is NO
        assert one.contains(other) is NO
    if one.contains(other) is YES:
        assert one.overlaps(other) is YES
    assert one.overlaps(other) is other.overlaps(one)
    assert one.overlaps(one) is not NO
    assert one.is_before(one) is not YES


@given(st.text() | sloppy_dates | date_signs | st.text(alphabet=string.printable))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        date = FuzzyDate.parse(text)
    except DateNotUnderstood as refusal:
        assert str(refusal).endswith(".")
        return
    assert date.stated == text.strip()
    assert meaning_of(FuzzyDate.parse(date.edtf)) == meaning_of(date)
    assert FuzzyDate.from_json(date.to_json()) == date
    assert date.show()
    assert date.show_short()


json_values = (
    st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text(), max_size=2)
)
stored_texts = st.sampled_from(
    ["2023", "2023/..", "../2023", "after", "by", "stated", "unknown", ""]
)


@given(
    st.dictionaries(
        st.sampled_from(["edtf", "stated", "zone", "limit"]) | st.text(),
        stored_texts | json_values,
        max_size=5,
    )
)
def test_any_stored_form_is_read_or_refused(value: dict[str, object]) -> None:
    try:
        date = FuzzyDate.from_json(value)
    except DateNotUnderstood as refusal:
        assert str(refusal).endswith(".")
        return
    assert date.to_json() == value

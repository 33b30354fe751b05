"""The language of the window: which one is spoken, and how it writes numbers and times."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from caseboard import language
from caseboard.language import ENGLISH, LANGUAGES, choose, spoken, wanted_language, written_time
from casedb.model.fuzzy_date import FuzzyDate
from casedb.words import written

pytestmark = pytest.mark.usefixtures("qapp")

UKRAINIAN = LANGUAGES[1]
MOMENT = datetime(2024, 3, 5, 14, 7)  # noqa: DTZ001


def test_numbers_and_months_are_written_as_in_the_language() -> None:
    assert written_time(MOMENT, "d MMMM yyyy, HH:mm") == "5 March 2024, 14:07"
    assert choose("uk")
    assert spoken() is UKRAINIAN
    assert written_time(MOMENT, "d MMMM yyyy, HH:mm") == "5 березня 2024, 14:07"
    assert written(1234567) == "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"
    assert (written(0.5), written(0.26, 1)) == ("0,5", "0,3")
    assert not choose("uk")


def test_english_comes_back_to_the_letter() -> None:
    choose("uk")
    assert choose("en")
    assert (written(1234567), written(0.5)) == ("1,234,567", "0.5")
    assert written_time(MOMENT, "d MMM") == "5 Mar"


@pytest.mark.parametrize(
    ("preferred", "code"),
    [
        (["uk-UA", "en-GB"], "uk"),
        (["de-DE", "uk"], "uk"),
        (["pl_PL"], "en"),
        ([], "en"),
        (["en-US", "uk"], "en"),
    ],
)
def test_the_system_is_followed_as_far_as_there_is_a_language(
    monkeypatch: pytest.MonkeyPatch, preferred: list[str], code: str
) -> None:
    class System:
        @staticmethod
        def system() -> System:
            return System()

        @staticmethod
        def uiLanguages() -> list[str]:
            return preferred

    monkeypatch.setattr(language, "QLocale", System)
    assert wanted_language("system").code == code


def test_a_language_that_is_not_known_is_english() -> None:
    assert wanted_language("tlh") is ENGLISH
    assert wanted_language("uk") is UKRAINIAN
    assert QLocale(UKRAINIAN.code).language() is UKRAINIAN.locale.language()


@pytest.mark.parametrize(
    "edtf",
    (
        *("2024-03-05", "2024-03", "2024", "2023-23", "2024-03-05~", "2024-03?", "2024-03-05/.."),
        *("../2024", "202X", "2024-03-XX", "2024-XX", "2024-03-05T14:30", "2024-03-05/2024-03-09"),
        "2022/2024",
    ),
)
def test_a_date_is_read_as_it_is_said(edtf: str) -> None:
    date = FuzzyDate.parse(edtf)
    choose("uk")
    assert date.show() != date.in_english() or edtf in ("2024", "2022/2024")
    assert FuzzyDate.parse(date.show()).edtf == edtf
    assert FuzzyDate.parse(date.show_short()).edtf == edtf


def test_the_words_of_qt_itself_are_read_as_well() -> None:
    choose("uk")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Скасувати"
    choose("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"

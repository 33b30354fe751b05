"""The language of the window: which there are, which is spoken, and how it writes times and numbers.

Texts are told in English and read in the language chosen, through the translators of Qt (`casedb.words`
asks for them). Numbers, months and days are written as that language writes them, wherever the computer
is: a sentence in one language with the date of another would be read wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLibraryInfo, QLocale, QTranslator

import caseboard_assets
from casedb import words

CONTEXT = "caseboard"
"""The context of every text in the files of translations; what is said alike is told apart by a comment."""
FOLDER = Path(caseboard_assets.__file__).parent / "translations"
SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the window: its code after ISO 639-1, its own name for itself, and its locale.

    `is_by_machine` says that a machine helped with the translation, which readers are told of.
    """

    code: str
    name: str
    locale: QLocale
    is_by_machine: bool = False


ENGLISH = Language(
    "en", "English", QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
)
LANGUAGES: tuple[Language, ...] = (
    ENGLISH,
    Language(
        "uk",
        "Українська",
        QLocale(QLocale.Language.Ukrainian, QLocale.Country.Ukraine),
        is_by_machine=True,
    ),
)


class _Tongue:
    """A language whose texts the translators of Qt hold."""

    def __init__(self, language: Language) -> None:
        self._locale = language.locale

    def find(self, text: str, about: str, number: int | None) -> str:
        # Qt gives the text itself where nobody has translated it. It wants to know at once whether
        # something is counted.
        count = -1 if number is None else number
        found = QCoreApplication.translate(CONTEXT, text, about or None, count)  # pyright: ignore[reportCallIssue, reportArgumentType]
        return "" if found == text else found

    def write(self, value: float, decimals: int | None) -> str:
        if isinstance(value, int):
            return self._locale.toString(value)
        digits = -128 if decimals is None else decimals
        return self._locale.toString(value, "f" if decimals is not None else "g", digits)


class _Spoken:
    """The language that is spoken now, and the translators that speak it."""

    language: Language = ENGLISH
    translators: tuple[QTranslator, ...] = ()


def choose(wanted: str) -> bool:
    """Speak the language of a code, or that of the `system`, from now on; whether it is another.

    What is on the screen already has to be made anew. A language that is not known, or whose file is
    gone, is English.
    """
    language = wanted_language(wanted)
    if language is _Spoken.language:
        return False
    for translator in _Spoken.translators:
        QCoreApplication.removeTranslator(translator)
    _Spoken.language = language
    _Spoken.translators = tuple(_translators(language)) if language is not ENGLISH else ()
    words.speak(_Tongue(language) if language is not ENGLISH else None)
    for translator in _Spoken.translators:
        QCoreApplication.installTranslator(translator)
    return True


def wanted_language(wanted: str) -> Language:
    """The language of a code, or the first of those that the `system` prefers that there is."""
    codes = QLocale.system().uiLanguages() if wanted == SYSTEM else [wanted]
    for code in codes:
        for language in LANGUAGES:
            if code.replace("_", "-").partition("-")[0] == language.code:
                return language
    return ENGLISH


def spoken() -> Language:
    """The language that is spoken now."""
    return _Spoken.language


def _translators(language: Language) -> list[QTranslator]:
    """Those of the program and of Qt itself, whose words stand in its own menus and dialogs."""
    found: list[QTranslator] = []
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (
        (f"qtbase_{language.code}", of_qt),
        (f"caseboard_{language.code}", FOLDER),
    ):
        translator = QTranslator()
        if translator.load(name, str(folder)):
            found.append(translator)
    return found


# -- times -----------------------------------------------------------------------------------


def written_time(moment: datetime, pattern: str) -> str:
    """A local time as the language writes it, by a pattern of Qt: `d MMMM yyyy, HH:mm`.

    >>> written_time(datetime(2024, 3, 5, 14, 7), "d MMMM yyyy, HH:mm")
    '5 March 2024, 14:07'
    """
    date = QDateTime(
        moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second
    )
    return spoken().locale.toString(date, pattern)

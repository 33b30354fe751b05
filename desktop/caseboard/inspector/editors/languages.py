"""Languages by their BCP 47 tags (RFC 5646): the common ones by name, any by its form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from casedb.words import say, term

LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "af": term("Afrikaans"),
        "am": term("Amharic"),
        "ar": term("Arabic"),
        "az": term("Azerbaijani"),
        "be": term("Belarusian"),
        "bg": term("Bulgarian"),
        "bn": term("Bengali"),
        "bs": term("Bosnian"),
        "ca": term("Catalan"),
        "ckb": term("Central Kurdish"),
        "cs": term("Czech"),
        "da": term("Danish"),
        "de": term("German"),
        "el": term("Greek"),
        "en": term("English"),
        "es": term("Spanish"),
        "et": term("Estonian"),
        "fa": term("Persian"),
        "fi": term("Finnish"),
        "fr": term("French"),
        "ha": term("Hausa"),
        "he": term("Hebrew"),
        "hi": term("Hindi"),
        "hr": term("Croatian"),
        "hu": term("Hungarian"),
        "hy": term("Armenian"),
        "id": term("Indonesian"),
        "it": term("Italian"),
        "ja": term("Japanese"),
        "ka": term("Georgian"),
        "kk": term("Kazakh"),
        "km": term("Khmer"),
        "ko": term("Korean"),
        "ku": term("Kurdish"),
        "ky": term("Kyrgyz"),
        "lo": term("Lao"),
        "lt": term("Lithuanian"),
        "lv": term("Latvian"),
        "mk": term("Macedonian"),
        "ml": term("Malayalam"),
        "mn": term("Mongolian"),
        "mr": term("Marathi"),
        "ms": term("Malay"),
        "my": term("Burmese"),
        "ne": term("Nepali"),
        "nl": term("Dutch"),
        "no": term("Norwegian"),
        "pa": term("Punjabi"),
        "pl": term("Polish"),
        "ps": term("Pashto"),
        "pt": term("Portuguese"),
        "ro": term("Romanian"),
        "ru": term("Russian"),
        "si": term("Sinhala"),
        "sk": term("Slovak"),
        "sl": term("Slovenian"),
        "so": term("Somali"),
        "sq": term("Albanian"),
        "sr": term("Serbian"),
        "sv": term("Swedish"),
        "sw": term("Swahili"),
        "ta": term("Tamil"),
        "te": term("Telugu"),
        "tg": term("Tajik"),
        "th": term("Thai"),
        "ti": term("Tigrinya"),
        "tk": term("Turkmen"),
        "tr": term("Turkish"),
        "ug": term("Uyghur"),
        "uk": term("Ukrainian"),
        "ur": term("Urdu"),
        "uz": term("Uzbek"),
        "vi": term("Vietnamese"),
        "yi": term("Yiddish"),
        "zh": term("Chinese"),
        "zh-Hans": term("Chinese, simplified"),
        "zh-Hant": term("Chinese, traditional"),
        "zu": term("Zulu"),
    }
)
"""Names of common languages by tag, in English."""

_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"})

# language, script, region, variants; extensions and private use after them.
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<rest>(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-z0-9](?:-[a-z0-9]{1,8})+)*)",
    re.IGNORECASE,
)


def read_tag(text: str) -> str:
    """The tag that a text is, written as RFC 5646 recommends; a name, in English or in the language of
    the reader, becomes its tag.

    Empty where it is neither.
    """
    said = text.strip()
    if said in LANGUAGES:
        return said
    named = next(
        (
            tag
            for tag, name in LANGUAGES.items()
            if said.lower() in (name.lower(), say(name).lower())
        ),
        "",
    )
    if named:
        return named
    match = _TAG.fullmatch(said.replace("_", "-"))
    if match is None:
        return ""
    parts = [match["language"].lower()]
    if match["script"]:
        parts.append(match["script"].capitalize())
    if match["region"]:
        parts.append(match["region"].upper())
    return "-".join(parts) + match["rest"].lower()


def language_name(tag: str) -> str:
    """The name of a language by its tag, with its script or region; empty where it is not known."""
    if tag in LANGUAGES:
        return say(LANGUAGES[tag])
    language, _, rest = tag.partition("-")
    name = say(LANGUAGES.get(language, ""))
    return say("{language} ({variant})", language=name, variant=rest) if name and rest else name


def runs_right_to_left(tag: str) -> bool:
    """Whether a language is written from right to left."""
    parts = read_tag(tag).split("-")
    script = next((each for each in parts[1:] if len(each) == 4 and each.isalpha()), "")
    return script in _RIGHT_TO_LEFT_SCRIPTS if script else parts[0] in _RIGHT_TO_LEFT

"""Given names with gender, written in Latin letters."""

import unicodedata
from pathlib import Path

from . import packages
from .keys import is_latin, key_of

CYRILLIC = dict(zip(
    "абвгдезийклмнопрстуфхъыьэёђіїєґѐѓќјљњћџў",
    ["a", "b", "v", "g", "d", "e", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f",
     "kh", "", "y", "", "e", "yo", "dj", "i", "yi", "ye", "g", "e", "g", "k", "j", "lj", "nj", "c", "dz", "w"],
)) | {"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya"}
GREEK = dict(zip(
    "αβγδεζηθικλμνξοπρστυφχψως",
    ["a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "t", "y", "f",
     "ch", "ps", "o", "s"],
))
GEORGIAN = dict(zip(
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    ["a", "b", "g", "d", "e", "v", "z", "t", "i", "k", "l", "m", "n", "o", "p", "zh", "r", "s", "t", "u", "p",
     "k", "gh", "q", "sh", "ch", "ts", "dz", "ts", "ch", "kh", "j", "h"],
))
ARMENIAN = dict(zip(
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    ["a", "b", "g", "d", "e", "z", "e", "y", "t", "zh", "i", "l", "kh", "ts", "k", "h", "dz", "gh", "ch", "m",
     "y", "n", "sh", "o", "ch", "p", "j", "r", "s", "v", "t", "r", "ts", "v", "p", "k", "o", "f", "ev"],
))
LETTERS = CYRILLIC | GREEK | GEORGIAN | ARMENIAN


def romanized(name: str) -> str | None:
    """A name in Latin letters, or None for a script that letters alone do not spell out."""
    if is_latin(name):
        return name
    plain = "".join(
        c for c in unicodedata.normalize("NFD", name.lower()) if unicodedata.category(c) != "Mn" or c == "\u0306"
    )
    plain = unicodedata.normalize("NFC", plain)
    if not all(c in LETTERS for c in plain):
        return None
    return "".join(LETTERS[c] for c in plain).capitalize()


def given_names(source: Path, minimum: int) -> dict[str, str]:
    """Key to gender: `f`, `m`, or `?` where both bear it."""
    genders: dict[str, set[str]] = {}
    for name, (girls, boys) in packages.american_names(minimum).items():
        total = girls + boys
        gender = {"f"} if girls >= 0.9 * total else {"m"} if boys >= 0.9 * total else {"f", "m"}
        genders.setdefault(key_of(name), set()).update(gender)
    for name, gender in packages.faker_names().items():
        latin = romanized(name)
        if latin:
            key = key_of(latin)
            if key not in genders or len(genders[key]) == 2:
                genders.setdefault(key, set()).update(gender)
    for name, gender in packages.table(source, 2):
        genders[key_of(name)] = {"f", "m"} if gender == "?" else {gender}
    return {
        key: "?" if len(gender) == 2 else next(iter(gender))
        for key, gender in sorted(genders.items())
        if len(key) > 1 and " " not in key
    }

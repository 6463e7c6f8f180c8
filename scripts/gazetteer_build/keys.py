"""The key a name is looked up by. The same rule stands in crates/extract/src/gazetteer/key.rs;
a test there looks up every entity by its name, which fails where the two part."""

import unicodedata

APOSTROPHES = "'’‘ʼʻʽ`´′"
FOLDED = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th",
    "ł": "l", "ı": "i", "ħ": "h", "ŋ": "n", "ə": "e", "&": " and ",
})


def key_of(name: str) -> str:
    """Lower case, no diacritics, no possessive 's; dots and apostrophes dropped, other punctuation a space."""
    words = []
    for word in name.split():
        for apostrophe in APOSTROPHES:
            if word.endswith((apostrophe + "s", apostrophe + "S")):
                word = word[:-2]
                break
        word = "".join(c for c in word if c not in APOSTROPHES)
        if not word.isascii():
            word = unicodedata.normalize("NFKD", word)
            word = "".join(c for c in word if not unicodedata.category(c).startswith("M"))
        word = word.lower().translate(FOLDED).replace(".", "")
        word = "".join(c if c.isalnum() else " " for c in word)
        words.extend(word.split())
    return " ".join(words)


def is_acronym(name: str) -> bool:
    """Whether a name must be printed in capitals to count: US, U.K., DRC."""
    letters = [c for c in name if c.isalpha()]
    return 2 <= len(letters) <= 5 and all(c.isupper() for c in letters) and " " not in name


def is_latin(name: str) -> bool:
    return all(c < "\u0250" or "\u1e00" <= c <= "\u1eff" or not c.isalpha() for c in name)

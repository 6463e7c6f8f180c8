"""Which names are also words, given names or surnames, so that a reader should want context."""

from .places import Gazetteer

# Places this large are known by their name before its bearers are, but for those listed below.
LARGE = 500_000
# A capital smaller than this is flagged like any other town: Victoria, Hamilton, Stanley.
LARGE_CAPITAL = 150_000
# Below this a single word is likelier to be someone's name that no list has.
SMALL = 50_000

# Capitals and great cities whose names people bear.
BORNE = {
    "victoria", "hamilton", "stanley", "kingston", "douglas", "plymouth", "george town", "georgetown", "nassau",
    "kingstown", "praia", "male", "moroni", "alofi", "the valley", "the bottom", "city of victoria", "jamestown",
    "kennedy", "queens", "van", "pest", "aba", "jos", "kota", "loni", "erode", "serra", "viana", "salem", "rosario",
    "guadalupe", "trujillo", "valenzuela", "takeo", "austin", "columbus", "charlotte", "salvador", "ota", "honcho",
    "houston", "leon", "santos", "jackson", "santiago de", "orlando", "nelson", "perm", "adelaide", "dallas", "phoenix",
    "denver", "sheffield", "albuquerque", "samara", "memphis", "homs", "un", "of", "most", "union", "central",
}


def flag(gazetteer: Gazetteer, words: set[str], names: set[str]) -> None:
    """Flags all but states and their peoples, which are marked by hand in states.txt."""
    peoples = {key for key, sense, _ in gazetteer.names if sense in ("country", "adjective")}
    for (key, sense, number), (ambiguous, acronym, alternate) in gazetteer.names.items():
        entity = gazetteer.entities[number]
        borne = key in words or key in names
        if sense == "capital":
            flagged = key in BORNE
        elif sense in ("organization", "outlet"):
            # The Punch, The Hill: a newspaper's article does not save it.
            borne = borne or key.startswith("the ") and (key[4:] in words or key[4:] in names)
            flagged = borne and not acronym and key not in gazetteer.acronyms
        elif sense in ("city", "region", "venue"):
            known = entity.reviewed or entity.population >= LARGE and key not in BORNE
            known = known or entity.capital and entity.population >= LARGE_CAPITAL
            small = sense == "city" and " " not in key and entity.population < SMALL
            loose = sense == "city" and alternate and len(key) < 7
            shared = sense == "city" and not entity.capital and key in peoples
            flagged = not known and (borne or small) or loose or shared
        else:
            continue
        if flagged and not ambiguous:
            gazetteer.names[key, sense, number] = (True, acronym, alternate)


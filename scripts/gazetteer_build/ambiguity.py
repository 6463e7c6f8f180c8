"""Which names are also words, given names or surnames, so that a reader should want context."""

from .places import Gazetteer

LARGE = 500_000
# A capital smaller than this is flagged like any other town: Victoria, Hamilton, Stanley.
LARGE_CAPITAL = 150_000


def flag(gazetteer: Gazetteer, words: set[str], names: set[str]) -> None:
    """Flags all but states and their peoples, which are marked by hand in states.txt."""
    for (key, sense, number), (ambiguous, acronym, alternate) in gazetteer.names.items():
        entity = gazetteer.entities[number]
        if sense == "capital":
            large = key not in SMALL_CAPITALS
        elif sense in ("organization", "outlet"):
            large = acronym
        elif sense in ("city", "region", "venue"):
            large = entity.reviewed or entity.population >= LARGE
            large = large or entity.capital and entity.population >= LARGE_CAPITAL
        else:
            continue
        if not large and (key in words or key in names or sense == "capital"):
            gazetteer.names[key, sense, number] = (True, acronym, alternate)


SMALL_CAPITALS = {
    "victoria", "hamilton", "stanley", "kingston", "douglas", "plymouth", "george town", "georgetown", "nassau",
    "kingstown", "saint george", "st george", "saint john", "st john", "praia", "male", "moroni", "alofi",
    "the valley", "the bottom", "city of victoria", "gibraltar", "jamestown",
}

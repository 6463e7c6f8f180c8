"""Offices, their modifiers, portfolios and honorifics, multiplied out from data/offices.toml.

Values: offices: class number, 0x100 where the office is a state's. Marked keys: "+word" a modifier
(1 deputy, 2 acting, 4 past), "#words" a portfolio, "!word" an honorific (0 any, 1 woman, 2 man).
"""

import tomllib
from pathlib import Path

from .keys import key_of

CLASSES = (
    "head_of_state", "vice_president", "head_of_government", "deputy_head_of_government", "foreign_minister",
    "minister", "envoy", "official", "international_official", "legislator", "governor", "party_leader", "military",
    "religious", "royal", "spokesperson", "reporter", "other",
)
BEFORE = ("minister", "secretary", "commissioner", "commissar")
MINISTRY = ("spokesman", "spokeswoman", "spokesperson", "official", "source")


def lines(path: Path) -> list[str]:
    data = tomllib.loads(path.read_text("utf-8"))
    values: dict[str, int] = {}
    for office in data["office"]:
        value = CLASSES.index(office["class"]) | office["of_state"] << 8
        for head in office["heads"]:
            values.setdefault(key_of(head), value)
        for head in office.get("portfolio", ()):
            for portfolio in data["portfolios"]:
                for joint in ("of", "for"):
                    values.setdefault(key_of(f"{head} {joint} {portfolio}"), value)
                if head in BEFORE and not portfolio.startswith("the "):
                    values.setdefault(key_of(f"{portfolio} {head}"), value)
    official = {"official": "official", "source": "official"}
    for portfolio in data["portfolios"]:
        for word in MINISTRY:
            index = CLASSES.index(official.get(word, "spokesperson"))
            values.setdefault(key_of(f"{portfolio} ministry {word}"), index | 1 << 8)
        values[f"#{key_of(portfolio)}"] = 0
    for modifier in data["modifiers"]:
        ranks = (modifier in data["deputies"]) | (modifier in data["acting"]) << 1 | (modifier in data["past"]) << 2
        if any(word in data["deputies"] for word in modifier.split()[1:]):
            ranks |= 1
        values[f"+{key_of(modifier)}"] = ranks
    for gender, words in data["honorifics"].items():
        for word in words:
            values[f"!{key_of(word)}"] = {"?": 0, "f": 1, "m": 2}[gender]
    return [f"{key}\t{values[key]}" for key in sorted(values, key=str.encode)]

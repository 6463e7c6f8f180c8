"""Reads a picture's GraphML, GEXF, Cytoscape JSON and CSV with NetworkX, and holds the GEXF against its schema.

    formats.py FOLDER NODES EDGES NAMES

The structure that GEXF 1.3 lays down is checked here, as far as we write it. Where RAPPORTEUR_GEXF_SCHEMA names the
published one in RELAX NG and lxml is installed, that is asked too.
"""

import csv
import datetime
import io
import json
import os
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

try:
    import networkx
except ImportError:
    print("networkx is not installed (pip install networkx, apt install python3-networkx)", file=sys.stderr)
    sys.exit(77)

folder, nodes, edges, names = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), json.loads(sys.argv[4])


def visible(text):
    return re.sub(r"[\x00-\x1f\x7f-\x9f\uffff]", " ", text)


def holds(graph, name, what):
    assert graph.number_of_nodes() == nodes, (what, graph.number_of_nodes(), nodes)
    assert graph.number_of_edges() == edges, (what, graph.number_of_edges(), edges)
    found = {data[name] for _, data in graph.nodes(data=True) if name in data}
    for wanted in names:
        # Readers of XML may trim the ends of an element's text, and Python's JSON keeps everything.
        assert visible(wanted) in found or wanted in found, (what, wanted, found)


graph = networkx.read_graphml(folder / "picture.graphml")
holds(graph, "name", "GraphML")
assert all(isinstance(data["meetings"], int) for *_, data in graph.edges(data=True))
assert all(isinstance(data["disputed"], bool) for *_, data in graph.edges(data=True))

try:
    graph = networkx.read_gexf(folder / "picture.gexf", version="1.3")
except networkx.NetworkXError as error:
    # An older NetworkX knows no 1.3; what it reads of it is named as before.
    assert "Unknown GEXF version" in str(error), error
    text = (folder / "picture.gexf").read_text("utf-8").replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft")
    graph = networkx.read_gexf(io.BytesIO(text.encode()), version="1.2draft")
holds(graph, "label", "GEXF")

elements = json.loads((folder / "picture.json").read_text("utf-8"))
graph = networkx.cytoscape_graph(elements)
groups = [node for node, data in graph.nodes(data=True) if data.get("kind") == "group"]
parents = {data["parent"] for _, data in graph.nodes(data=True) if "parent" in data}
assert parents == set(groups), (parents, groups)
graph.remove_nodes_from(groups)
holds(graph, "name", "Cytoscape JSON")

with open(folder / "picture.csv", newline="", encoding="utf-8") as file:
    rows = list(csv.DictReader(file, strict=True))
assert len(rows) == edges, (len(rows), edges)
graph = networkx.MultiGraph((row["source"], row["target"], row) for row in rows)
assert graph.number_of_edges() == edges
assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())

# GEXF 1.3: what may stand in what, with which attributes (! where it must have one).
GEXF = {
    "gexf": ("version!", "meta graph"),
    "meta": ("", "creator"),
    "creator": ("", ""),
    "graph": ("mode defaultedgetype idtype timeformat timerepresentation", "attributes nodes edges"),
    "attributes": ("class!", "attribute"),
    "attribute": ("id! title! type!", ""),
    "nodes": ("count", "node"),
    "node": ("id! label", "attvalues spells"),
    "edges": ("count", "edge"),
    "edge": ("id source! target! label kind weight", "attvalues spells"),
    "attvalues": ("", "attvalue"),
    "attvalue": ("for! value!", ""),
    "spells": ("", "spell"),
    "spell": ("start end", ""),
}
SPACE = "{http://gexf.net/1.3}"


def check(element):
    name = element.tag.removeprefix(SPACE)
    attributes, children = (part.split() for part in GEXF[name])
    must = {attribute[:-1] for attribute in attributes if attribute.endswith("!")}
    may = {attribute.removesuffix("!") for attribute in attributes}
    assert must <= set(element.keys()) <= may, (name, element.attrib)
    if name in ("node", "edge", "graph"):
        order = [children.index(child.tag.removeprefix(SPACE)) for child in element]
        assert order == sorted(order), (name, order)
    for child in element:
        assert child.tag.removeprefix(SPACE) in children, (name, child.tag)
        check(child)


root = ElementTree.parse(folder / "picture.gexf").getroot()
check(root)
graph = root.find(f"{SPACE}graph")
assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
ids = [node.get("id") for node in graph.iter(f"{SPACE}node")]
assert len(ids) == len(set(ids)) == nodes
declared = {attribute.get("id") for attribute in graph.iter(f"{SPACE}attribute")}
assert {value.get("for") for value in graph.iter(f"{SPACE}attvalue")} <= declared
for edge in graph.iter(f"{SPACE}edge"):
    assert {edge.get("source"), edge.get("target")} <= set(ids) and float(edge.get("weight")) >= 1
spells = list(graph.iter(f"{SPACE}spell"))
assert spells
for spell in spells:
    days = [datetime.date.fromisoformat(spell.get(end)) for end in ("start", "end") if spell.get(end)]
    assert days and days == sorted(days), spell.attrib

schema = os.environ.get("RAPPORTEUR_GEXF_SCHEMA")
if schema:
    from lxml import etree

    etree.RelaxNG(etree.parse(schema)).assertValid(etree.parse(str(folder / "picture.gexf")))

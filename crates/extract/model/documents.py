"""Reads texts with gold: those of `data/documents` (its README tells how they are written) and folders with gold.json."""
import json, pathlib, re, zlib

MARK = re.compile(r"\{([^{}|]*)\|([a-z]\w*)\}")


class Document:
    """A text, its gold (as fixtures/README.md tells) and its marked words, as {first byte: key}."""
    def __init__(self, name, text, gold, marks, file=None, partial=False):
        self.name, self.text, self.gold, self.marks = name, text, gold, marks
        # Whether only the status of what is marked is told.
        self.partial = partial
        # The fold that a forest has not seen, and the half that its model of the reader of events has not.
        crc = zlib.crc32(name.encode()) // 8
        self.fold, self.reader = crc % 4, "events" if file is None else str(crc % 2)

    def line(self):
        """As the example `drafts` takes it."""
        return json.dumps({"published": self.gold["document"]["published"], "text": self.text})


# Words before a name that are no part of it.
TITLES = set("""mr mrs ms miss dr sir lord lady dame prince princess king queen emperor president minister premier prime foreign general gen colonel
    col major captain capt admiral ambassador senator professor prof the deputy vice secretary commander sheikh comrade father bishop archbishop
    cardinal judge justice governor chairman chancellor chief lieutenant lt brigadier marshal monsieur madame herr señor senhor don dom
    envoy delegate spokesman spokeswoman commissioner chair hon rev pastor sheik sultan emir""".split())


def bare(names):
    """The names, and each without the titles before it."""
    found = list(names)
    for name in names:
        words = name.split()
        while len(words) > 1 and words[0].casefold().rstrip(".") in TITLES:
            words = words[1:]
        if words[0][0].isupper() and " ".join(words) not in found:
            found.append(" ".join(words))
    return found


def items(field):
    return [x.strip() for x in field.split(";") if x.strip() not in ("", "-")]


def one(field):
    return None if field in ("", "-") else field


def unmarked(text):
    """The text without its marks, and where they were."""
    plain, marks, at = "", {}, 0
    for mark in MARK.finditer(text):
        plain += text[at:mark.start()]
        marks[len(plain.encode())] = mark[2]
        plain, at = plain + mark[1], mark.end()
    return plain + text[at:], marks


def written(part, file):
    """A text of `data/documents`: head, text, lists."""
    head, _, rest = part.partition("\n")
    name, genre, publisher, published = (x.strip() for x in head.split("|"))
    text, _, lists = rest.partition("\n---\n")
    text, marks = unmarked(text.strip("\n") + "\n")
    gold = {"document": {"publisher": one(publisher), "published": published, "genre": genre}, "actors": {}, "meetings": [], "outcomes": [], "statements": []}
    for line in lists.splitlines():
        kind, fields = line[:1], [x.strip() for x in line[1:].split("|")] + ["-"] * 9
        if kind == "A":
            key, what, names, country, titles = fields[:5]
            gold["actors"][key] = {"kind": what, "names": bare(items(names)) if what in ("person", "organization") else items(names), "country": one(country), "titles": items(titles)}
        elif kind == "M":
            key, status, medium, when, place, attended, absent, states, roles = fields[:9]
            gold["meetings"].append({"key": key, "status": status, "medium": medium, "when": one(when), "place": items(place), "attended": items(attended),
                                     "absent": items(absent), "states": items(states), "roles": items(roles)})
        elif kind == "O":
            key, what, status, parties, meeting, quantity, words = fields[:7]
            gold["outcomes"].append({"key": key, "kind": what, "status": status, "parties": items(parties), "meeting": one(meeting),
                                     "quantity": one(quantity), "must_mention": items(words)})
        elif kind == "S":
            gold["statements"].append({"speaker": fields[0], "act": fields[1], "quote": " | ".join(x for x in fields[2:] if x != "-")})
    # Two files may have a text of one name.
    return Document(f"{file:02}-{name}", text, gold, marks, file)


def sentence(number, line):
    """A sentence by itself, of which only is told what meeting its marked word tells of."""
    status, _, text = line.partition("\t")
    text, marks = unmarked(re.sub(r"\{([^{}]*)\}", r"{\1|m1}", text) + "\n")
    meeting = {"key": "m1", "status": status, "when": None, "place": [], "attended": [], "absent": [], "states": []}
    gold = {"document": {"published": "1998-10-09"}, "actors": {}, "meetings": [meeting] if status != "none" else [], "outcomes": [], "statements": []}
    return Document(f"sentence-{number}", text, gold, marks, file=0, partial=True)


def read(paths):
    """The texts of files as in `data/documents`, its sentences, and folders of folders with gold.json, by name."""
    found = []
    for path in map(pathlib.Path, paths):
        if path.suffix == ".tsv":
            lines = path.read_text(encoding="utf-8").splitlines()
            found += [sentence(f"{path.stem}-{number}", line) for number, line in enumerate(lines) if "\t" in line]
        elif path.is_file():
            file = int(path.stem)
            found += [written(part, file) for part in re.split(r"^### ", path.read_text(encoding="utf-8"), flags=re.M)[1:]]
        for gold in path.glob("*/gold.json"):
            told = json.loads(gold.read_text(encoding="utf-8"))
            text = (gold.parent / told["document"]["file"]).read_text(encoding="utf-8")
            found.append(Document(gold.parent.name, text, told, {}))
    return sorted(found, key=lambda document: document.name)

"""The facts of a benchmark: as text files that rapporteur imports, as numbers for its peers, and the questions.

In the set's folder: quadruples/{train.txt,entity2id.txt,relation2id.txt}, facts.tsv (subject, relation,
object, day), meet.tsv (one, other, day; both ways, each once), entities.tsv, queries.tsv.
"""

import datetime
import os
import random
import re
import unicodedata

EPOCH = datetime.date(1970, 1, 1)
BEGIN = datetime.date(2018, 1, 1)
# What the importer takes for a meeting that took place.
MEETING = {
    "Consult", "Make a visit", "Host a visit", "Meet at a 'third' location", "Mediate",
    "Engage in negotiation", "Discuss by telephone",
}
# Names that are two writings of one actor, which no rule of spelling shows.
SAME = {
    "Holy See Vatican City State": "Holy See",
    "Sahrawi Arab Democratic Republic": "Western Sahara",
}


def slug(name):
    """The name without what the importer does not tell names apart by."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", "-", folded).strip("-")


def numbered(path):
    with open(path, encoding="utf-8") as lines:
        pairs = (line.rstrip("\n").rsplit("\t", 1) for line in lines if "\t" in line)
        return {name: int(number) for name, number in pairs}


def icews18(folder):
    """The real events: facts by number, entities and relations by name."""
    entities = numbered(f"{folder}/entity2id.txt")
    relations = numbered(f"{folder}/relation2id.txt")
    facts = []
    for part in ("train", "valid", "test"):
        with open(f"{folder}/{part}.txt", encoding="utf-8") as lines:
            for line in lines:
                subject, relation, target, hours = map(int, line.split("\t")[:4])
                facts.append((subject, relation, target, hours // 24))
    return facts, entities, relations


def synthetic(events, seed=11):
    """Invented events of the same shape: few actors in most of them, some relations far more common."""
    chance = random.Random(seed)
    count = events // 20
    entities = {f"Delegate {number} of Region {number % 190}": number for number in range(count)}
    names = sorted(MEETING) + ["Make statement", "Make an appeal or request", "Criticize or denounce", "Accuse",
                               "Praise or endorse", "Express intent to cooperate", "Threaten", "Reject",
                               "Use conventional military force", "Arrest, detain, or charge with legal action"]
    relations = {name: number for number, name in enumerate(names)}
    weights = [1 / (number + 1) ** 0.7 for number in range(len(names))]
    bounds = [0.0]
    for rank in range(count):
        bounds.append(bounds[-1] + 1 / (rank + 3))

    def actor():
        import bisect
        return min(bisect.bisect(bounds, chance.random() * bounds[-1]) - 1, count - 1)

    facts = []
    for number in range(events):
        day = number * 304 // events
        facts.append((actor(), chance.choices(range(len(names)), weights)[0], actor(), day))
    return facts, entities, relations


def grown(facts, entities, scale, seed=3):
    """The same events again and again, later and with some other objects."""
    chance = random.Random(seed)
    count = max(entities.values()) + 1
    for time in range(scale):
        for subject, relation, target, day in facts:
            if time and chance.random() < 0.15:
                target = chance.randrange(count)
            yield subject, relation, target, day + time * 304


def write(folder, facts, entities, relations):
    """Writes the set's files, and says how much there is."""
    os.makedirs(f"{folder}/quadruples", exist_ok=True)
    # One number for all names of an actor.
    first = {}
    same = {number: first.setdefault(slug(SAME.get(name, name)), number) for name, number in entities.items()}
    with open(f"{folder}/quadruples/entity2id.txt", "w", encoding="utf-8") as out:
        out.writelines(f"{name}\t{number}\n" for name, number in entities.items())
    with open(f"{folder}/quadruples/relation2id.txt", "w", encoding="utf-8") as out:
        out.writelines(f"{name}\t{number}\n" for name, number in relations.items())
    with open(f"{folder}/entities.tsv", "w", encoding="utf-8") as out:
        out.writelines(f"{same[number]}\t{name.replace(chr(34), '')}\n" for name, number in entities.items() if same[number] == number)
    meeting = {number for name, number in relations.items() if name in MEETING}
    begin = (BEGIN - EPOCH).days
    met, events = set(), 0
    with open(f"{folder}/quadruples/train.txt", "w") as rows, open(f"{folder}/facts.tsv", "w") as out:
        for subject, relation, target, day in facts:
            rows.write(f"{subject}\t{relation}\t{target}\t{day * 24}\n")
            subject, target, day = same[subject], same[target], day + begin
            out.write(f"{subject}\t{relation}\t{target}\t{day}\n")
            events += 1
            if relation in meeting and subject != target:
                met.update(((subject, target, day), (target, subject, day)))
    met = sorted(met)
    with open(f"{folder}/meet.tsv", "w") as out:
        out.writelines("%d\t%d\t%d\n" % row for row in met)
    questions(folder, met)
    return {"events": events, "meetings": len(met) // 2, "actors": len(set(same.values()))}


def questions(folder, met, seed=7):
    chance = random.Random(seed)
    beside = {}
    for one, other, _ in met:
        beside.setdefault(one, set()).add(other)
    actors = sorted(beside)
    busy = [actor for actor in actors if len(beside[actor]) >= 5]
    first, last = min(day for *_, day in met), max(day for *_, day in met)
    with open(f"{folder}/queries.tsv", "w") as out:
        for _ in range(1000):
            out.write(f"Q1\t{chance.choice(actors)}\n")
        for _ in range(100):
            day = chance.randint(first, max(first, last - 30))
            out.write(f"Q2\t{day}\t{day + 29}\n")
        for _ in range(1000):
            out.write("Q3\t%d\t%d\n" % tuple(chance.sample(busy, 2)))
        for _ in range(100):
            out.write("Q4\t%d\t%d\n" % tuple(chance.sample(actors, 2)))
        for _ in range(300):
            day = chance.randint(first, max(first, last - 30))
            out.write(f"Q5\t{chance.choice(busy)}\t{day}\t{day + 29}\n")

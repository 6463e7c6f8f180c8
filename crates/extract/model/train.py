#!/usr/bin/env python3
"""Trains the forests that look at the meetings of a text once more.

  train.py BINARY READERS OUT TEXTS... [--check TEXTS...]

BINARY is the example that prints the rows (`cargo build --release --example drafts`); READERS the two models of the reader of
events that have not seen one half of the texts and the other (0.bin, 1.bin; `crates/syntax/model/train_events.py`), and events.bin for other
texts where it is not the bundled one; TEXTS are as `documents.py` reads them. The decisions are trained in their order, same,
place, day, seat, absence, status; the rows of each are made with models that have not seen the text (the reader of its half, and for the
decisions before it the forests of four folds), so that no decision learns to trust what is before it more than it should.
OUT gets a .forest a decision. With --check, how well the rows of other texts are told is printed. Needs lightgbm and numpy."""
import collections, concurrent.futures, json, pathlib, re, struct, subprocess, sys, tempfile, unicodedata
import lightgbm, numpy
import documents

CLASS = {"held": 0, "ongoing": 0, "planned": 1, "proposed": 1, "cancelled": 2, "denied": 3}
CLASSES = {"same": 2, "place": 2, "day": 2, "seat": 2, "absence": 2, "status": 5}
FOLDS = 4
ORDER = ["same", "place", "day", "seat", "absence", "status"]
SETTINGS = {"learning_rate": 0.04, "num_leaves": 31, "min_data_in_leaf": 40, "feature_fraction": 0.3, "bagging_fraction": 0.8, "bagging_freq": 1,
            "lambda_l2": 20.0, "verbosity": -1, "num_threads": 2, "seed": 7, "deterministic": True}
# Rows about seats are many: half the trees, of twice the leaves, tell them as well.
OWN = {"seat": {"learning_rate": 0.06, "num_leaves": 63}}
ROUNDS = {"same": 120, "place": 350, "day": 350, "seat": 200, "absence": 200, "status": 120}


def norm(text):
    text = unicodedata.normalize("NFKD", text or "")
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    return re.sub(r"[^\w]+", " ", text.replace("ı", "i")).strip()


def span(when):
    """EDTF of a day, month, year or interval -> its first and last day, as text; None for none."""
    if not when or not re.match(r"\d{4}", when):
        return None
    first, _, last = when.partition("/")
    last = last or first
    if not re.match(r"\d{4}", last):
        return None
    first, last = (re.match(r"[\d-]+", x)[0] for x in (first, last))
    return first + "-01-01"[len(first) - 4:], last + ("-12-31"[len(last) - 4:] if len(last) != 7 else "-31")


def overlaps(one, other):
    one, other = span(one), span(other)
    return bool(one and other and one[0] <= other[1] and other[0] <= one[1])


class Text:
    """A text's gold, and the draft's actors by the gold's keys."""
    def __init__(self, line):
        self.document = line["document"]
        self.gold, self.marks = self.document.gold, self.document.marks
        names = {}
        for key, actor in self.gold["actors"].items():
            for name in actor["names"]:
                names.setdefault(norm(name), key)
        self.key = [next((names[norm(n)] for n in known if norm(n) in names), None) for known in line["actors"]]
        self.places = [[norm(n) for n in known] for known in line["places"]]
        states = {a["country"]: k for k, a in self.gold["actors"].items() if a["kind"] == "state" and a["country"]}
        self.state_of = {k: states.get(a["country"]) for k, a in self.gold["actors"].items()}
        self.by_key = {m["key"]: m for m in self.gold["meetings"]}

    def whole(self, keys):
        keys = {k for k in keys if k}
        return keys | {self.state_of[k] for k in keys if self.state_of.get(k)}

    def gold_parties(self, meeting):
        return self.whole(meeting["attended"] + meeting["states"])

    def place_ok(self, meeting, names):
        return any(norm(g) in n or n in norm(g) for g in meeting["place"] for n in names if n)

    def likeness(self, meeting, draft):
        """How well a meeting of the draft fits one of the gold: marked words, parties, day, place, status."""
        gold, own = self.gold_parties(meeting), self.whole(self.key[a] for a, away in draft["seats"] if not away)
        alike = len(gold & own) / len(gold | own) if gold | own else 0.0
        day = not meeting["when"] or overlaps(meeting["when"], draft["when"])
        place = not meeting["place"] or self.place_ok(meeting, [norm(n) for n in draft["places"]])
        status = CLASS[meeting["status"]] == CLASS[draft["status"]]
        exact = sum(self.marks.get(b) == meeting["key"] for b in draft["tellings"])
        wrong = sum(b in self.marks and self.marks[b] != meeting["key"] for b in draft["tellings"])
        near = sum(k == meeting["key"] and any(s <= b < e for s, e in draft["evidence"]) for b, k in self.marks.items())
        score = 0.5 * alike + 0.25 * day + 0.25 * place + 0.1 * status
        told = 1.5 * exact / max(1, exact + wrong) if self.marks else 0.0
        fits = exact > wrong or near and alike > 0 or alike >= 0.3 and score >= 0.55
        return score + told + (0.3 if near else 0.0) if fits else 0.0

    def fits(self, meeting, draft):
        """Whether a meeting of the draft is told well enough to be taken for one of the gold, whatever its status: the measure of
        `rapporteur eval`. Of one with other parties, on another day and elsewhere nothing is told."""
        gold, own = self.gold_parties(meeting), self.whole(self.key[a] for a, away in draft["seats"] if not away)
        alike = len(gold & own) / len(gold | own) if gold | own else 0.0
        if not gold and (meeting["when"] or meeting["place"]):
            alike = 0.3 if own else 1.0
        day = not meeting["when"] or overlaps(meeting["when"], draft["when"])
        place = not meeting["place"] or self.place_ok(meeting, [norm(n) for n in draft["places"]])
        there = alike > 0 and day and place and meeting["when"] and meeting["place"]
        return bool((alike >= 0.3 or there) and 0.5 * alike + 0.25 * day + 0.25 * place >= 0.45)

    def match(self, drafts):
        """For each meeting of the draft the gold's it tells, or None."""
        found = []
        for draft in drafts:
            best = max(((self.likeness(m, draft), i) for i, m in enumerate(self.gold["meetings"])), default=(0.0, None))
            found.append(best[1] if best[0] > 0 else None)
        return found

    def labels(self, decision, draft):
        """A label a question; None where the gold does not tell."""
        meetings, match = draft["meetings"], self.match(draft["meetings"])
        gold = lambda at: self.gold["meetings"][match[at]] if match[at] is not None else None
        first = {}
        if decision == "status":        # of several that tell one, the best is it
            for at, to in enumerate(match):
                if to is not None:
                    score = self.likeness(self.gold["meetings"][to], meetings[at])
                    if to not in first or score > first[to][0]:
                        first[to] = (score, at)
        for at, subject, _ in draft["questions"]:
            meeting = gold(at)
            if self.document.partial and decision != "status":
                yield None
                continue
            if decision == "same":
                yield None if match[at] is None or match[subject] is None else int(match[at] == match[subject])
            elif decision == "place":
                yield None if not meeting or not meeting["place"] else int(self.place_ok(meeting, self.places[subject]))
            elif decision == "day":
                if not meeting or not meeting["when"]:
                    yield None
                else:
                    right = overlaps(meeting["when"], subject)
                    own, given = span(meeting["when"]), span(subject)
                    wide = given and len(subject.split("/")[0]) < len(meeting["when"].split("/")[0]) and len(subject.split("/")[0]) == 4
                    yield int(right and not wide)
            elif decision in ("seat", "absence"):
                key = self.key[subject]
                there = self.gold_parties(meeting) - set(meeting["absent"]) if meeting else ()
                yield None if not meeting else int(key in (there if decision == "seat" else meeting["absent"]))
            else:
                told = meeting is not None and first[match[at]][1] == at and (self.document.partial or self.fits(meeting, meetings[at]))
                yield 1 + CLASS[meeting["status"]] if told else 0


def rows(lines, decision):
    xs, ys, groups, names = [], [], [], None
    for number, line in enumerate(lines):
        text = Text(line)
        for draft in line["drafts"]:
            if draft["decision"] != decision:
                continue
            names = draft["features"]
            for (_, _, row), label in zip(draft["questions"], text.labels(decision, draft)):
                if label is not None:
                    xs.append(row); ys.append(label); groups.append(number)
    return numpy.array(xs, numpy.float32), numpy.array(ys), numpy.array(groups), names


def fit(xs, ys, decision):
    classes = CLASSES[decision]
    settings = SETTINGS | OWN.get(decision, {}) | ({"objective": "multiclass", "num_class": classes} if classes > 2 else {"objective": "binary"})
    data = lightgbm.Dataset(xs.astype(numpy.float64), ys, free_raw_data=False)
    return lightgbm.train(settings, data, ROUNDS[decision])


def write(model, width, classes, path):
    trees = model.dump_model()["tree_info"]
    if classes == 2:        # the trees tell of the one class, and nothing of the other
        trees = [tree for own in trees for tree in ({"tree_structure": {"leaf_value": 0.0}}, own)]
    out = bytearray(b"forest01") + struct.pack("<HHH", width, classes, len(trees))
    for tree in trees:
        nodes, leaves = [], []
        def walk(node):
            if "leaf_value" in node and "split_feature" not in node:
                leaves.append(node["leaf_value"])
                return ~(len(leaves) - 1)
            at = len(nodes)
            nodes.append(None)
            left, right = walk(node["left_child"]), walk(node["right_child"])
            # The largest f32 that is not above the threshold: rows are f32 too.
            threshold = numpy.float32(node["threshold"])
            if float(threshold) > node["threshold"]:
                threshold = numpy.nextafter(threshold, numpy.float32(-numpy.inf))
            nodes[at] = struct.pack("<Hfhh", node["split_feature"], threshold, left, right)
            return at
        walk(tree["tree_structure"])
        out += struct.pack("<H", len(nodes)) + b"".join(nodes) + struct.pack(f"<{len(leaves)}f", *leaves)
    pathlib.Path(path).write_bytes(out)


def check(xs, ys, told, decision, names):
    """Prints how well rows are told, by how sure the forest is."""
    classes = CLASSES[decision]
    print(decision, "rows", len(ys), "of", collections.Counter(ys.tolist()))
    given = names.index("given") if "given" in names else names.index("seat") if decision == "seat" else None
    for cut in (0.3, 0.5, 0.6, 0.7, 0.8, 0.9):
        for one in range(1, classes):
            said, is_ = told[:, one] >= cut, ys == one
            line = f"  {cut} class {one}: right {int((said & is_).sum())} wrong {int((said & ~is_).sum())} missed {int((~said & is_).sum())}"
            if given is not None:
                fresh = xs[:, given] == 0
                line += f"; not given: right {int((said & is_ & fresh).sum())} wrong {int((said & ~is_ & fresh).sum())}"
            print(line)
    for one in (1, 2) if given is not None else ():
        had = xs[:, given] == one
        for cut in (0.1, 0.2, 0.3, 0.4, 0.5) if had.any() else ():
            low = had & (told[:, min(one, classes - 1)] < cut)
            print(f"  given {one}, below {cut}: {int(low.sum())}, rightly {int((low & (ys != one)).sum())} (of {int(had.sum())}, wrong {int((had & (ys != one)).sum())})")
    if decision == "status":
        now, learned = xs[:, names.index("status")] + 1, xs[:, names.index("learned")] > 0
        for cut in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
            for which, mask in (("rules", ~learned), ("learned", learned)):
                drop = (told[:, 0] >= cut) & mask
                print(f"  drop {which} at {cut}: {int(drop.sum())}, rightly {int((drop & (ys == 0)).sum())}, of {int(mask.sum())} with {int((mask & (ys == 0)).sum())} none")
            best = told[:, 1:].argmax(1) + 1
            turn = (told[:, 1:].max(1) >= cut) & (best != now)
            print(f"  turn at {cut}: {int(turn.sum())}, now right {int((turn & (ys == best)).sum())}, was right {int((turn & (ys == now)).sum())}")


def drafts(binary, forests, decision, readers, texts):
    """What the example prints of a decision about texts, in their order, each with its document; read with models that have not seen them."""
    found = []
    for name in sorted({text.reader for text in texts}):
        own = [text for text in texts if text.reader == name]
        model = readers / f"{name}.bin" if readers else None
        given = "".join(text.line() + "\n" for text in own).encode()
        command = [binary, forests, decision] + ([model] if model and model.exists() else [])
        out = subprocess.run(command, input=given, capture_output=True, check=True).stdout
        found += [json.loads(line) | {"document": text} for line, text in zip(out.decode("utf-8").split("\n"), own)]
    return found


def main():
    arguments = sys.argv[1:]
    cut = arguments.index("--check") if "--check" in arguments else len(arguments)
    (binary, readers, out, *paths), others = arguments[:cut], arguments[cut + 1:]
    texts, others, readers = documents.read(paths), documents.read(others), pathlib.Path(readers)
    out = pathlib.Path(out)
    for decision in ORDER:
        (out / f"{decision}.forest").write_bytes(b"")
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(2) as pool:
        folds = [pathlib.Path(folder) / str(fold) for fold in range(FOLDS)]
        for fold in folds:
            fold.mkdir()
        for decision in ORDER:
            jobs = [pool.submit(drafts, binary, fold, decision, readers, [t for t in texts if t.fold == at]) for at, fold in enumerate(folds)]
            parts = [rows(job.result(), decision) for job in jobs]
            names = parts[0][3]
            for at, fold in enumerate(folds):
                xs, ys = (numpy.concatenate([part[k] for n, part in enumerate(parts) if n != at]) for k in (0, 1))
                write(fit(xs, ys, decision), len(names), CLASSES[decision], fold / f"{decision}.forest")
            xs, ys = (numpy.concatenate([part[k] for part in parts]) for k in (0, 1))
            model = fit(xs, ys, decision)
            if others:
                checked = rows(drafts(binary, out, decision, readers, others), decision)
                told = model.predict(checked[0].astype(numpy.float64))
                told = told if told.ndim == 2 else numpy.stack([1 - told, told], 1)
                check(checked[0], checked[1], told, decision, names)
            gains = sorted(zip(model.feature_importance("gain"), names), reverse=True)[:16]
            print("  by", ", ".join(f"{name} {gain:.0f}" for gain, name in gains))
            write(model, len(names), CLASSES[decision], out / f"{decision}.forest")
            print(f"{decision}: {len(ys)} rows, {(out / f'{decision}.forest').stat().st_size} bytes", flush=True)


if __name__ == "__main__":
    main()

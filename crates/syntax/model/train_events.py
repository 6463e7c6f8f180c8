"""Trains the reader of events: `train_events.py FEATURES EVENTS MODEL [ROUNDS] [WITHOUT]`.

FEATURES is the folder that `cargo run --release --example features` wrote, with what `crates/extract/model/sentences.py` made of
whole texts, EVENTS the folder `data/events`, MODEL the file to write. WITHOUT leaves out a half of the texts (0 or 1), for
models of which the rest is unseen. Needs numpy and torch (made with 2.15). Seeds are fixed: one machine gives one model.

The network (`src/event.rs` runs it): what the parser's network saw of a word and the GloVe vectors of the word and of its
lemma; three rounds in which each word hears its head and its dependents; from all rounds together what event the word
tells, and, for a word that tells one, the part of each other word in it, by the way from one to the other in the tree.
"""

import collections, pathlib, random, re, sys, zlib

import numpy
import torch
from torch import nn
from torch.nn import functional

FEATURE, VECTOR, ROWS = 192, 50, 30_000
WIDTH, MESSAGE, ROUNDS, PAIR = 96, 48, 3, 64
RELATIONS, STEPS = 51, 4
MEETINGS = ["none", "held", "planned", "proposed", "cancelled", "denied"]
OUTCOMES = ["none", "agreement", "prisoner_exchange", "ceasefire", "sanctions", "aid", "further_talks", "commitment",
            "demand", "withdrawal", "recognition", "joint_statement", "no_agreement", "other"]
STATUSES = ["agreed", "signed", "proposed", "demanded", "rejected", "planned", "implemented", "failed"]
PARTS = ["none", "attended", "absent", "place", "party"]
# Which words can have a part in an event.
NOMINAL = {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "ADV"}


class Sentence:
    """A sentence with its tree, its features and its events: `(kind, status, trigger, {word: part})`."""

    def __init__(self, line, features):
        name, *tokens = line.rstrip("\n").split("\t")
        rows = [token.split(" ") for token in tokens]
        self.name, self.words, self.tags = name, [r[0] for r in rows], [r[1] for r in rows]
        self.relations, self.heads = [int(r[2]) for r in rows], [int(r[3]) for r in rows]
        self.rows = [[int(r[4]), int(r[5])] for r in rows]
        self.features, self.events = features, []

    def word(self, written):
        """The token that a mark means, of a name the one that the tree hangs it on."""
        at = self.trigger(written)
        for _ in self.words:
            head = self.heads[at]
            flat = self.relations[at] in FLAT
            joined = self.relations[at] in JOINED and self.tags[at] == "PROPN" and self.tags[head] == "PROPN"
            if head < 0 or not flat and not (joined and abs(head - at) < 4):
                break
            at = head
        return at

    def trigger(self, written):
        """The token that a mark means: `word`, or `word@2` for its second occurrence."""
        written, _, nth = written.strip().partition("@") if "@" in written.strip()[1:] else (written.strip(), "", "1")
        return [i for i, word in enumerate(self.words) if word == written][int(nth) - 1]

    def way(self, start, end):
        """The relations from a word up to where its way meets that of the other, and those down to it."""
        chain, at = [], start
        while at >= 0:
            chain.append(at)
            at = self.heads[at]
        down, at = [], end
        while at >= 0 and at not in chain:
            down.append(self.relations[at])
            at = self.heads[at]
        return [self.relations[at] for at in chain[: chain.index(at) if at >= 0 else None]], down

    def case(self, at):
        """The row of the preposition of a word."""
        return next((self.rows[i][0] for i, head in enumerate(self.heads) if head == at and self.relations[i] == CASE), -1)


# Places in `Relation::ALL`, read from the enumeration itself.
NAMES = []
for source in (pathlib.Path(__file__).parent / "../src/relation.rs").read_text().split("\n"):
    if ' = "' in source and source.strip().endswith('",'):
        NAMES.append(source.split('"')[1])
FLAT = {NAMES.index(name) for name in ("flat", "goeswith", "fixed")}
JOINED = {NAMES.index(name) for name in ("compound", "nmod:desc", "amod")}
CASE = NAMES.index("case")
assert len(NAMES) == RELATIONS, len(NAMES)


def read(features, events):
    vectors = numpy.fromfile(features / "features.bin", dtype=numpy.float32).reshape(-1, FEATURE)
    sentences, at = {}, 0
    for line in open(features / "tokens.tsv", encoding="utf-8"):
        count = line.count("\t")
        sentence = Sentence(line, vectors[at : at + count])
        sentences[sentence.name], at = sentence, at + count
    for file in sorted(events.glob("*.events")) + sorted(features.glob("*.events")):
        for line in file.read_text(encoding="utf-8").split("\n"):
            fields = [field.strip() for field in line.split("|")]
            if len(fields) < 2:
                continue
            sentence = sentences[fields[0]]
            lists = [[sentence.word(word) for word in field.split(";") if word.strip()] for field in fields[4:]]
            if fields[1] in "MD":
                attended, absent, place = lists[:3]
                parts = {**{w: 3 for w in place}, **{w: 1 for w in attended}, **{w: 2 for w in absent}}
                # Of a text only the names are marked.
                only = set(parts) | set(lists[3]) if fields[1] == "D" else None
                sentence.events.append(("M", MEETINGS.index(fields[2]), None, sentence.trigger(fields[3]), parts, only))
            elif fields[1] == "R":
                kind, status = OUTCOMES.index(fields[2]), STATUSES.index(fields[3])
                parts = {w: 4 for w in lists[1]}
                sentence.events.append(("R", kind, status, sentence.trigger(fields[4]), parts, set(parts) | set(lists[2])))
            else:
                kind, status = OUTCOMES.index(fields[2]), STATUSES.index(fields[3])
                parts = {w: 4 for w in lists[1]}
                sentence.events.append(("O", kind, status, sentence.trigger(fields[4]), parts, None))
    return list(sentences.values())


def quantised(table):
    """Rows of eight bits with one factor each, a factor being the upper half of a float."""
    largest = numpy.abs(table).max(axis=1).astype(numpy.float32)
    factors = ((largest / 127).view(numpy.uint32) >> 16).astype(numpy.uint16) + 1
    scale = (factors.astype(numpy.uint32) << 16).view(numpy.float32)
    return factors, numpy.rint(table / scale[:, None]).astype(numpy.int8), scale


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        embedding = lambda count, width: nn.init.normal_(nn.Embedding(count, width).weight, std=0.1)
        table = lambda count, width: nn.Parameter(embedding(count, width).detach())
        self.input = nn.Linear(FEATURE + 2 * VECTOR, WIDTH)
        self.own = nn.ModuleList(nn.Linear(WIDTH, WIDTH) for _ in range(ROUNDS))
        self.head = nn.ModuleList(nn.Linear(WIDTH, WIDTH, bias=False) for _ in range(ROUNDS))
        self.relation = nn.ParameterList(table(RELATIONS, WIDTH) for _ in range(ROUNDS))
        self.message = nn.ModuleList(nn.Linear(WIDTH, MESSAGE) for _ in range(ROUNDS))
        self.message_relation = nn.ParameterList(table(RELATIONS, MESSAGE) for _ in range(ROUNDS))
        self.heard = nn.ModuleList(nn.Linear(MESSAGE, WIDTH, bias=False) for _ in range(ROUNDS))
        state = WIDTH * (ROUNDS + 1)
        self.labels = nn.Linear(state, len(MEETINGS) + len(OUTCOMES) + len(STATUSES))
        # Outcomes as whole texts with gold tell them; those of sentences by themselves are marked more widely.
        self.outcome = nn.Linear(state, len(OUTCOMES) + len(STATUSES))
        self.trigger, self.word = nn.Linear(state, PAIR), nn.Linear(state, PAIR, bias=False)
        self.up, self.down = table(STEPS * RELATIONS, PAIR), table(STEPS * RELATIONS, PAIR)
        self.case = nn.Linear(VECTOR, PAIR, bias=False)
        self.label, self.distance = table(len(MEETINGS) + len(OUTCOMES), PAIR), table(12, PAIR)
        self.middle, self.part = nn.Linear(PAIR, PAIR), nn.Linear(PAIR, len(PARTS))
        self.drop = nn.Dropout(0.3)

    def states(self, inputs, heads, relations):
        count = len(inputs)
        above = torch.where(heads < 0, count, heads)
        states = [functional.relu(self.input(self.drop(inputs)))]
        for r in range(ROUNDS):
            state = self.drop(states[-1])
            message = functional.relu(self.message[r](state) + self.message_relation[r][relations])
            heard = torch.zeros(count + 1, MESSAGE).index_add(0, above, message)[:count]
            head = torch.cat([state, torch.zeros(1, WIDTH)])[above]
            states.append(functional.relu(
                self.own[r](state) + self.head[r](head) + self.relation[r][relations] + self.heard[r](heard)))
        return self.drop(torch.cat(states, 1))

    def parts(self, states, pairs, table):
        """Scores of the part of each word: pairs of (trigger, word, way up, way down, preposition, label)."""
        bag = lambda weight, ways: functional.embedding_bag(
            torch.tensor([min(step, STEPS - 1) * RELATIONS + relation
                          for way in ways for step, relation in enumerate(way)], dtype=torch.long),
            weight, torch.tensor([0, *numpy.cumsum([len(way) for way in ways])[:-1]], dtype=torch.long), mode="sum")
        column = lambda at: torch.tensor([pair[at] for pair in pairs])
        trigger, word = column(0), column(1)
        far = (word - trigger).abs().float().log2().long().clamp(max=5) + torch.where(word > trigger, 0, 6)
        hidden = functional.relu(
            self.trigger(states[trigger]) + self.word(states[word])
            + bag(self.up, [pair[2] for pair in pairs]) + bag(self.down, [pair[3] for pair in pairs])
            + self.case(table[column(4)]) + self.label[column(5)] + self.distance[far])
        hidden = self.drop(hidden)
        return self.part(hidden + functional.relu(self.middle(hidden)))


def together(sentences, table):
    """The sentences as one forest."""
    heads, start = [], 0
    for sentence in sentences:
        heads += [head + start if head >= 0 else -1 for head in sentence.heads]
        start += len(sentence.words)
    features = torch.from_numpy(numpy.concatenate([sentence.features for sentence in sentences]))
    rows = torch.tensor([row for sentence in sentences for row in sentence.rows])
    inputs = torch.cat([features, table[rows[:, 0]], table[rows[:, 1]]], 1)
    return inputs, torch.tensor(heads), torch.tensor([r for s in sentences for r in s.relations])


def pairs_of(sentence, trigger, label, start=0):
    return [(trigger + start, word + start, *sentence.way(word, trigger), sentence.case(word), label)
            for word in range(len(sentence.words)) if sentence.tags[word] in NOMINAL and word != trigger]


def label_of(event):
    return event[1] if event[0] == "M" else len(MEETINGS) + event[1]


def loss_of(network, sentences, table):
    states = network.states(*together(sentences, table))
    scores = network.labels(states)
    count = sum(len(sentence.words) for sentence in sentences)
    meeting, outcome, status = torch.zeros(count).long(), torch.zeros(count).long(), torch.full((count,), -100)
    result, stage_of_result = torch.full((count,), -100), torch.full((count,), -100)
    pairs, parts, start = [], [], 0
    for sentence in sentences:
        if "-doc-" in sentence.name:
            result[start : start + len(sentence.words)] = 0
            outcome[start : start + len(sentence.words)] = -100
        for event in sentence.events:
            kind, value, stage, trigger, part, only = event
            if kind == "M":
                meeting[trigger + start] = value
            elif kind == "R":
                result[trigger + start], stage_of_result[trigger + start] = value, stage
            else:
                outcome[trigger + start], status[trigger + start] = value, stage
            found = sentence.ready.setdefault(id(event), pairs_of(sentence, trigger, label_of(event)))
            found = [pair for pair in found if only is None or pair[1] in only]
            pairs += [(t + start, w + start, *rest) for t, w, *rest in found]
            parts += [part.get(w, 0) for _, w, *_ in found]
        start += len(sentence.words)
    first, second = len(MEETINGS), len(MEETINGS) + len(OUTCOMES)
    total = functional.cross_entropy(scores[:, :first], meeting, reduction="sum")
    total = total + functional.cross_entropy(scores[:, first:second], outcome, reduction="sum")
    total = total + 0.5 * functional.cross_entropy(scores[:, second:], status, reduction="sum")
    results = network.outcome(states)
    total = total + functional.cross_entropy(results[:, : len(OUTCOMES)], result, reduction="sum")
    total = total + 0.5 * functional.cross_entropy(results[:, len(OUTCOMES) :], stage_of_result, reduction="sum")
    if pairs:
        total = total + 0.5 * functional.cross_entropy(network.parts(states, pairs, table), torch.tensor(parts), torch.tensor([1.0, 1.0, 3.0, 1.0, 1.0]), reduction="sum")
    return total / len(sentences)


def measure(network, sentences, table, least=0.5):
    """Counts of right, wrong and missed: meetings, outcomes, and the parts in what was found right."""
    network.eval()
    tally = collections.Counter()
    with torch.no_grad():
        for sentence in sentences:
            states = network.states(*together([sentence], table))
            scores = network.labels(states)
            told = (("M", 0, len(MEETINGS)), ("O", len(MEETINGS), len(MEETINGS) + len(OUTCOMES)), ("R", len(MEETINGS), 0))
            for kind, start, end in told:
                if kind == "R" and "-doc-" not in sentence.name or kind == "O" and "-doc-" in sentence.name:
                    continue
                chances = (network.outcome(states)[:, : len(OUTCOMES)] if kind == "R" else scores[:, start:end]).softmax(1)
                found = {t: int(chances[t, 1:].argmax()) + 1 for t in range(len(chances)) if 1 - chances[t, 0] > least}
                gold = {event[3]: event for event in sentence.events if event[0] == kind}
                for trigger in found.keys() | gold.keys():
                    tally[kind, "right" if trigger in found and trigger in gold else "wrong" if trigger in found else "missed"] += 1
                    if trigger in found and trigger in gold:
                        tally[kind, "labelled"] += found[trigger] == gold[trigger][1]
                        pairs = [] if gold[trigger][5] is not None else pairs_of(sentence, trigger, start + found[trigger])
                        guess = network.parts(states, pairs, table).argmax(1).tolist() if pairs else []
                        for pair, part in zip(pairs, guess):
                            true = gold[trigger][4].get(pair[1], 0)
                            if part == true and part:
                                tally[PARTS[part], "right"] += 1
                            elif part != true:
                                tally[PARTS[part], "wrong"] += part > 0
                                tally[PARTS[true], "missed"] += true > 0
    network.train()
    rows = []
    for kind in ("M", "O", "R", *PARTS[1:]):
        right, wrong, missed = (tally[kind, x] for x in ("right", "wrong", "missed"))
        rows.append(f"{kind} {2 * right / max(1, 2 * right + wrong + missed):.3f} ({right}/{wrong}/{missed})"
                    + (f" label {tally[kind, 'labelled'] / max(1, right):.3f}" if kind in "MOR" else ""))
    return "  ".join(rows)


def export(network, factors, table, path):
    with open(path, "wb") as out:
        out.write(b"RAPEVENT")
        numpy.array([1, FEATURE, VECTOR, ROWS, WIDTH, MESSAGE, ROUNDS, PAIR, RELATIONS, STEPS,
                     len(MEETINGS), len(PARTS) - 1], dtype="<u4").tofile(out)
        factors.astype("<u2").tofile(out)
        table.tofile(out)
        write = lambda values: values.detach().numpy().astype("<f4").tofile(out)

        def layer(linear, outputs=None):
            write((linear.bias if linear.bias is not None else torch.zeros(linear.out_features))[:outputs])
            write(linear.weight[:outputs].T.contiguous())

        layer(network.input)
        for r in range(ROUNDS):
            for linear in (network.own[r], network.head[r], network.message[r], network.heard[r]):
                layer(linear)
            write(network.relation[r])
            write(network.message_relation[r])
        # Outcomes are learned beside meetings and left out: what the network saw of them did not pay (README.md).
        layer(network.labels, len(MEETINGS))
        for linear in (network.trigger, network.word, network.case, network.middle):
            layer(linear)
        layer(network.part, len(PARTS) - 1)
        for values in (network.up, network.down, network.label[: len(MEETINGS)], network.distance):
            write(values)


def main():
    features, events, model = map(pathlib.Path, sys.argv[1:4])
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 40
    without = int(sys.argv[5]) if len(sys.argv) > 5 else None
    seed = 20261130
    random.seed(seed)
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    sentences = read(features, events)
    for sentence in sentences:
        sentence.ready = {}
    factors, rows, scale = quantised(numpy.fromfile(features / "vectors.bin", dtype=numpy.float32).reshape(ROWS, VECTOR))
    # One more row, of noughts, for words without a vector: row -1.
    table = torch.cat([torch.from_numpy(rows.astype(numpy.float32) * scale[:, None]), torch.zeros(1, VECTOR)])
    for sentence in sentences:
        sentence.rows = [[row if row < ROWS else -1 for row in pair] for pair in sentence.rows]
    # A text of the treebank, or a sentence written by itself, is learned from or measured by as a whole.
    group = lambda name: name if re.fullmatch(r"new\d+-\d+", name) else name.rsplit("-", 2)[0]
    test = [sentence for sentence in sentences if zlib.crc32(group(sentence.name).encode()) % 8 == 0]
    kept = {id(s) for s in test}
    half = lambda name: zlib.crc32(name.rsplit("-doc-", 1)[0].encode()) // 8 % 2 if "-doc-" in name else None
    train = [s for s in sentences if id(s) not in kept and (without is None or half(s.name) != without)]
    print(len(train), "sentences", len(test), "to measure by", flush=True)
    network = Network()
    optimiser = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=1e-3)
    # What is kept is a running mean of the weights, which differs less from one seed to the next.
    average = torch.optim.swa_utils.AveragedModel(network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.999))
    batch, step = 32, 0
    steps = rounds * -(-len(train) // batch)
    for r in range(rounds):
        random.shuffle(train)
        total = 0.0
        for at in range(0, len(train), batch):
            for group in optimiser.param_groups:
                group["lr"] = 2e-3 * min(1, (step + 1) / 200) * (1 - step / steps)
            optimiser.zero_grad()
            loss = loss_of(network, train[at : at + batch], table)
            loss.backward()
            optimiser.step()
            average.update_parameters(network)
            total, step = total + float(loss.detach()), step + 1
        if r % 5 == 4 or r == rounds - 1:
            print(f"{r + 1:2} loss {total / -(-len(train) // batch):.3f}  {measure(average.module, test, table)}", flush=True)
    network = average.module
    for least in (0.3, 0.7):
        print(least, measure(network, test, table, least))
    export(network, factors, rows, model)


main()

#!/usr/bin/env python3
"""Writes the sentences of texts with gold for the reader of events (`crates/syntax/model/train_events.py`).

  sentences.py BINARY OUT TEXTS...

BINARY is the example that prints the rows of the forests (`drafts`); TEXTS are as `documents.py` reads them; OUT gets documents.tsv, a sentence a line, and
documents.events: of each marked word the status that the whole text tells of its meeting, or the kind of the outcome, and of each
name in the sentence whether its bearer attended, was absent, or neither; other words have no mark and are not learned from."""
import pathlib, re, sys, tempfile
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import documents
import train


def named(words, names):
    """The last token of each occurrence of a name."""
    found = []
    for name in names:
        parts = re.findall(r"\w+(?:[-.]\w+)*", name)
        for at in range(len(words) - len(parts) + 1 if parts else 0):
            if words[at:at + len(parts)] == parts:
                found.append(at + len(parts) - 1)
    return found


def written(words, at):
    nth = words[:at + 1].count(words[at])
    return words[at] if words.count(words[at]) == 1 and "@" not in words[at][1:] else f"{words[at]}@{nth}"


def main():
    binary, out, *paths = sys.argv[1:]
    sentences, events = [], []
    with tempfile.TemporaryDirectory() as none:
        lines = train.drafts(binary, none, "none", None, documents.read(paths))
    for line in lines:
        text = train.Text(line)
        actors = {k: a["names"] for k, a in text.gold["actors"].items() if a["kind"] != "unnamed"}
        outcomes = {o["key"]: o for o in text.gold["outcomes"]}
        for number, tokens in enumerate(line["tokens"]):
            words = [re.sub(r"\s", "_", word) for _, word in tokens]
            name = f"{text.document.name}-doc-{number}"
            sentences.append(name + "\t" + " ".join(words))
            bearer = {}
            for key, names in actors.items():
                for at in named(words, sorted(names, key=len)):
                    bearer[at] = key
            for at, (byte, _) in enumerate(tokens):
                meeting = text.by_key.get(text.marks.get(byte))
                outcome = outcomes.get(text.marks.get(byte))
                if outcome:
                    parties = [who for who in sorted(bearer) if who != at and bearer[who] in outcome["parties"]]
                    others = [who for who in sorted(bearer) if who != at and who not in parties]
                    fields = [" ; ".join(written(words, w) for w in part) for part in (parties, others)]
                    events.append(" | ".join([name, "R", outcome["kind"], outcome["status"], written(words, at), *fields]))
                if not meeting:
                    continue
                there = set(meeting["attended"]) | set(meeting["states"])
                place = {p for p in named(words, meeting["place"])}
                lists = [[], [], sorted(place), []]
                for who, key in sorted(bearer.items()):
                    if who != at and who not in place:
                        lists[0 if key in there else 1 if key in meeting["absent"] else 3].append(who)
                status = {"ongoing": "held"}.get(meeting["status"], meeting["status"])
                fields = [" ; ".join(written(words, w) for w in part) for part in lists]
                events.append(" | ".join([name, "D", status, written(words, at), *fields]))
    out = pathlib.Path(out)
    (out / "documents.tsv").write_text("\n".join(sentences) + "\n", encoding="utf-8")
    (out / "documents.events").write_text("\n".join(events) + "\n", encoding="utf-8")
    print(len(sentences), "sentences", len(events), "events")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Says what does not fit in files of texts with gold (../data/documents/README.md): check.py FILE..."""
import re, sys
import documents

STATUS = {"held", "ongoing", "planned", "proposed", "cancelled", "denied"}
MEDIUM = {"in_person", "phone", "video", "unknown"}
ROLES = {"chair", "host", "mediator", "head_of_delegation"}
ACT = {"accuse", "reject", "deny", "threaten", "request", "propose", "promise", "agree", "support", "praise", "comment"}
KIND = {"agreement", "prisoner_exchange", "ceasefire", "sanctions", "aid", "further_talks", "commitment", "demand", "withdrawal",
        "recognition", "joint_statement", "no_agreement", "other"}
STAGE = {"agreed", "signed", "proposed", "demanded", "rejected", "planned", "implemented", "failed"}
EDTF = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?$")


def bad(text):
    """What does not fit in a text."""
    gold, marked = text.gold, set(text.marks.values())
    actors, meetings = gold["actors"], {m["key"]: m for m in gold["meetings"]}
    told = lambda name: name.casefold() in text.text.casefold()
    if not re.match(r"\d{4}-\d\d-\d\d$", gold["document"]["published"]):
        yield "the head has no day"
    if "{" in text.text or "}" in text.text:
        yield "a stray brace"
    for key, actor in actors.items():
        if actor["kind"] not in ("person", "state", "organization", "unnamed"):
            yield f"actor {key}: kind {actor['kind']}"
        if not any(map(told, actor["names"])):
            yield f"actor {key}: no name of it stands in the text"
    if len(meetings) != len(gold["meetings"]):
        yield "a meeting's key twice"
    for key, meeting in meetings.items():
        roles = dict(role.split("=") for role in meeting["roles"])
        for who in meeting["attended"] + meeting["absent"] + meeting["states"] + list(roles.values()):
            if who not in actors:
                yield f"meeting {key}: no actor {who}"
        if meeting["status"] not in STATUS or meeting["medium"] not in MEDIUM or set(roles) - ROLES:
            yield f"meeting {key}: status, medium or role"
        if meeting["when"] and not EDTF.match(meeting["when"]):
            yield f"meeting {key}: when {meeting['when']}"
        for place in meeting["place"]:
            if not told(place):
                yield f"meeting {key}: the place {place} is not in the text"
        if key not in marked:
            yield f"meeting {key}: no mark"
    for outcome in gold["outcomes"]:
        key = outcome["key"]
        for who in outcome["parties"]:
            if who not in actors:
                yield f"outcome {key}: no actor {who}"
        if outcome["kind"] not in KIND or outcome["status"] not in STAGE:
            yield f"outcome {key}: kind or status"
        if outcome["meeting"] and outcome["meeting"] not in meetings:
            yield f"outcome {key}: no meeting {outcome['meeting']}"
        if key not in marked:
            yield f"outcome {key}: no mark"
    for statement in gold["statements"]:
        if statement["speaker"] not in actors or statement["act"] not in ACT or statement["quote"] not in text.text:
            yield f"statement {statement['quote'][:40]}"
    for key in marked - set(meetings) - {outcome["key"] for outcome in gold["outcomes"]}:
        yield f"a mark of {key}, which is not told below"


def main():
    count = 0
    for text in documents.read(sys.argv[1:]):
        for what in bad(text):
            count += 1
            print(f"{text.name}: {what}")
    print(count, "do not fit")
    sys.exit(count > 0)


if __name__ == "__main__":
    main()

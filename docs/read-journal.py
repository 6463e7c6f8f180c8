#!/usr/bin/env python3
"""Prints what a store holds, a line each, as `rapporteur export` does, from its journal alone (store-format.md):

    docs/read-journal.py .rapporteur > all.jsonl

What is damaged is named on standard error and left out. It needs Python 3.14, or the command `zstd`."""

import json
import struct
import subprocess
import sys
import zlib

HEADER, START = 24, struct.pack("<II", 0x184D2A5B, 16)


def decompress(frame):
    try:
        from compression import zstd
        return zstd.decompress(frame)
    except ImportError:
        return subprocess.run(["zstd", "-dcq"], input=frame, stdout=subprocess.PIPE, check=True).stdout


def header(journal, at):
    """The length and the checksum of the zstd frame behind a sound header."""
    if journal[at : at + 8] != START or len(journal) - at < HEADER:
        return None
    length, checksum, own = struct.unpack("<QII", journal[at + 8 : at + HEADER])
    return (length, checksum) if own == zlib.crc32(journal[at : at + 20]) else None


def frames(journal):
    """The content of every frame that is whole."""
    at = 0
    while len(journal) - at >= HEADER:
        found = header(journal, at)
        after = journal.find(START, at + 1)
        while after != -1 and not header(journal, after):
            after = journal.find(START, after + 1)
        begin, end = at + HEADER, at + HEADER + (found[0] if found else 0)
        if found and end > len(journal) and after == -1:
            return  # the last frame was never written whole
        if found and zlib.crc32(journal[begin:end]) == found[1]:
            yield decompress(journal[begin:end])
            at = end
        else:
            print(f"damaged at byte {at}", file=sys.stderr)
            at = after if after != -1 else len(journal)


def main(store):
    marker = json.load(open(f"{store}/rapporteur.json", encoding="utf-8"))
    if marker.get("what") != "rapporteur store" or marker.get("format") not in (1, 2, 3, 4):
        sys.exit(f"{store} is not a store of format 1, 2, 3 or 4")
    documents, judgements = {}, []
    for content in frames(open(f"{store}/journal.jsonl.zst", "rb").read()):
        for line in content.splitlines(keepends=True):
            record = json.loads(line)
            if record["type"] == "removal":
                documents.pop(record["document"], None)
            elif record["type"] == "recorded":
                pass  # when what comes behind it was put in: no part of an export
            elif record["type"] == "judgement":
                judgements.append(line)
            elif record["type"] == "document":
                group = documents[record["id"]] = [line]  # takes the place of what was told of it before
            else:
                group.append(line)
    for document in sorted(documents):
        sys.stdout.buffer.writelines(documents[document])
    sys.stdout.buffer.writelines(judgements)


main(sys.argv[1])

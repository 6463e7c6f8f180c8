#!/usr/bin/env bash
# Draws the pictures of docs/gallery.md again: reads the fixtures into a store of its own, and runs the commands of
# the page in this folder. The bytes depend on the version of Graphviz and its fonts; what is drawn does not.
set -euo pipefail
cd "$(dirname "$0")"
command -v dot >/dev/null || { echo "install Graphviz first (apt install graphviz)" >&2; exit 2; }
cargo build --quiet --package rapporteur-cli
root=$(cd ../.. && pwd)
PATH="${CARGO_TARGET_DIR:-$root/target}/debug:$PATH"
RAPPORTEUR_STORE=$(mktemp -d)/store
export RAPPORTEUR_STORE
trap 'rm -rf "$(dirname "$RAPPORTEUR_STORE")"' EXIT

for text in "$root"/fixtures/*/*.txt "$root"/fixtures/*/article.html; do
  case $text in "$root"/fixtures/odd/*) continue ;; esac
  rapporteur ingest "$text" >/dev/null 2>&1
done
grep '^    rapporteur graph ' ../gallery.md | while read -r command; do
  echo "$command"
  eval "$command"
done

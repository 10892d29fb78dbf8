#!/usr/bin/env bash
# Runs the fuzzers. See --help.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

usage() {
  cat <<'END'
Usage: tools/fuzz.sh [SECONDS] [NAME…]

Builds the fuzzers (yaml, agreement, repair, matrix, lsp, file) with Clang 19, libFuzzer and the address and undefined-behaviour
sanitizers, and runs each for SECONDS (60). Seeds are the golden agreements, the examples and the matrices of the tests; what
is learned stays in build/fuzz/learned for the next run. An input that breaks something is kept in build/fuzz/found: mend the
fault, then copy the input to fuzz/corpus, where the replay test holds it.
END
}

seconds=60
names=()
while (($#)); do
  case $1 in
    -h | --help) usage; exit 0 ;;
    [0-9]*) seconds=$1 ;;
    *) names+=("$1") ;;
  esac
  shift
done
((${#names[@]})) || names=(yaml agreement repair matrix lsp file)

source tools/setup.sh
need_packages build clang
cmake --preset fuzz
cmake --build --preset fuzz --target "${names[@]/%/_fuzz}"

# The words of the language, so that the fuzzer need not invent them.
dictionary=build/fuzz/words.dict
python3 - >"$dictionary" <<'END'
import json
words = set()
def take(value):
    if isinstance(value, dict):
        words.update(value.get("properties", {}))
        words.update(w for w in value.get("enum", []) if isinstance(w, str))
        for each in value.values():
            take(each)
    elif isinstance(value, list):
        for each in value:
            take(each)
take(json.load(open("schema/agreement.schema.json", encoding="utf-8")))
for word in sorted(words):
    print(f'"{word}"')
END

for name in "${names[@]}"; do
  learned=build/fuzz/learned/$name
  found=build/fuzz/found/$name
  seeds=build/fuzz/seeds
  mkdir -p "$learned" "$found" "$seeds"
  find tests/golden examples tests/cli/data/matrix fuzz/corpus -type f ! -name README.md ! -name '*.json' -print0 |
    while IFS= read -r -d '' file; do cp -- "$file" "$seeds/${file//\//+}"; done
  say "== $name, $seconds s"
  build/fuzz/fuzz/"${name}_fuzz" "$learned" "$seeds" -max_total_time="$seconds" -max_len=65536 -timeout=20 \
    -rss_limit_mb=2048 -dict="$dictionary" -artifact_prefix="$found/" -print_final_stats=1 -verbosity=1
done

#!/usr/bin/env bash
# Formats the C++ sources (.clang-format), or with --check says which files are not formatted.
#
#   tools/format.sh             write
#   tools/format.sh --check     fail when a file would change
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

case ${1-} in
  "") action=(-i) ;;
  --check) action=(--dry-run -Werror) ;;
  *) echo "Usage: tools/format.sh [--check]"; [[ $1 == --help || $1 == -h ]]; exit ;;
esac
find src tests bench tools fuzz -name '*.h' -o -name '*.cpp' | sort | xargs -r -n 40 -P 2 clang-format-19 --style=file "${action[@]}"

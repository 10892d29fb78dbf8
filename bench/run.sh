#!/usr/bin/env bash
# Builds the release preset and measures it: one line of JSON for each figure. See bench/README.md.
#
#   bench/run.sh                         everything
#   bench/run.sh --only create,queue     some of: create queue import start why
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
if [[ ${1-} == -h || ${1-} == --help ]]; then exec python3 bench/run.py --help; fi

source tools/setup.sh
need_packages build test
build_program release >&2
exec python3 bench/run.py "$@"

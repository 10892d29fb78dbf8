#!/usr/bin/env bash
# Runs clang-tidy (.clang-tidy) over the sources, or over those whose path matches a regular expression.
#
#   tools/tidy.sh               everything: takes minutes
#   tools/tidy.sh src/desk/
#
# It reads a build of its own, build/tidy, made with Clang 19: GCC's precompiled header is of no use to it.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
if [[ ${1-} == -h || ${1-} == --help ]]; then echo "Usage: tools/tidy.sh [PATH-REGEX]"; exit 0; fi

source tools/setup.sh
need_packages build test clang
if [[ ! -f build/tidy/build.ninja || $packages_installed == yes ]]; then
  cmake -S . -B build/tidy -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_COMPILER=clang++-19 -DCMAKE_C_COMPILER=clang-19 >/dev/null
fi
cmake --build build/tidy -j2 --target tandem_pch
exec run-clang-tidy-19 -quiet -p build/tidy -j 2 "${1-/(src|tests|bench)/}"

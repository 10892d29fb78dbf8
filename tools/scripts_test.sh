#!/usr/bin/env bash
# What can be asked of the scripts without building: they parse, explain themselves and refuse nonsense.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

faults=0
expect() {  # expect STATUS COMMAND…
  local wanted=$1 status=0
  shift
  "$@" >/dev/null 2>&1 </dev/null || status=$?
  if ((status != wanted)); then
    echo "$*: exit status $status, not $wanted"
    faults=$((faults + 1))
  fi
}

for script in run test .ci/run tools/*.sh bench/*.sh; do
  if [[ -f $script ]]; then expect 0 bash -n "$script"; fi
done
for script in ./run ./test .ci/run tools/format.sh tools/fuzz.sh tools/tidy.sh; do
  expect 0 "$script" --help
  [[ -n $("$script" --help) ]] || { echo "$script --help says nothing"; faults=$((faults + 1)); }
done
expect 2 ./run --nonsense
expect 2 ./run --port
expect 2 ./run --port 0
expect 2 ./run --port 65536
expect 2 ./run --port eighty
expect 2 ./run --data ""

# Every package stands in exactly one section and is a name apt could know.
source tools/setup.sh
all=$(for section in build node test clang; do packages_of "$section"; done)
if [[ -n $(sort <<<"$all" | uniq -d) ]]; then echo "tools/packages names twice: $(sort <<<"$all" | uniq -d)"; faults=$((faults + 1)); fi
if grep -qvE '^[a-z0-9][a-z0-9.+-]+$' <<<"$all"; then echo "tools/packages has a line that is no package"; faults=$((faults + 1)); fi
[[ $(packages_of nonsense) == "" ]] || faults=$((faults + 1))

if ((faults)); then
  echo "$faults faults"
  exit 1
fi
echo "the scripts hold"

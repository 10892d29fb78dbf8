#!/usr/bin/env bash
# spin_test.sh CC: verifies the SPIN model of the hand-off protocol, and that each of its mutants fails. Works in a
# folder of its own below the current one. Ends with 1 at the first surprise.
set -euo pipefail
cc=${1:?spin_test.sh CC}
model=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)/handoff.pml
if ! command -v spin > /dev/null; then
  echo "skipped: there is no \`spin\` here (Debian's package spin)"
  exit 0
fi
rm -rf spin && mkdir spin && cd spin

# make_search FLAGS DEFINES… : the program that searches the model.
make_search() {
  local flags=$1
  shift
  spin "$@" -a "$model" > spin.out || { cat spin.out; exit 1; }
  # shellcheck disable=SC2086 # several flags
  "$cc" -w -DMEMLIM=2048 $flags -o pan pan.c
}

# What is wrong is found soon; what is right has to be searched whole.
effort() {
  if [ "$1" = 0 ]; then echo -O2; else echo -O0; fi
}

# search WHAT ERRORS ARGUMENTS… : runs it, and expects so many errors. All states are searched, or this fails.
search() {
  local what=$1 expected=$2
  shift 2
  ./pan -m1000000 "$@" > pan.out
  local errors states
  errors=$(sed -n 's/.*errors: \([0-9]*\)$/\1/p' pan.out)
  states=$(sed -n 's/^ *\([0-9]*\) states, stored.*/\1/p' pan.out)
  echo "$what: $states states, $errors errors"
  if [ "$expected" = 1 ] && [ "$errors" = 0 ]; then
    echo "the mutant was not caught"
    exit 1
  fi
  if [ "$errors" != "$expected" ] || grep -q "max search depth too small" pan.out ||
    { [ "$expected" = 0 ] && grep -q "Search not completed" pan.out; }; then
    cat pan.out
    exit 1
  fi
}

# No assertion fails in any run.
never() {
  local what=$1 expected=$2
  shift 2
  make_search "$(effort "$expected") -DSAFETY -DNOCLAIM" "$@"
  search "$what" "$expected"
}
# What must come about in every fair run.
always() {
  local what=$1 expected=$2 claim=$3
  shift 3
  make_search "$(effort "$expected") -DNFAIR=4" "$@"
  search "$what" "$expected" -a -f -N "$claim"
}

never "the protocol" 0 -DOFFERS=4 -DRAISED=2
for mutant in ANY_EPOCH LATE_ANSWER OFFER_MOVES LEAVES_OFFER TORN_WRITE OFFER_IN_TRIAGE ONE_RULES ANY_QUESTION \
  LEAVES_DISPUTE RAISING_MOVES; do
  never "MUTANT_$mutant" 1 "-DMUTANT_$mutant"
done

always "an offer ends" 0 answered_some_time
always "MUTANT_OFFER_FOR_EVER" 1 answered_some_time -DMUTANT_OFFER_FOR_EVER
always "a dispute ends" 0 settled_some_time
for mutant in STEP_FOR_EVER LEAVER_IS_WAITED_FOR; do
  always "MUTANT_$mutant" 1 settled_some_time "-DMUTANT_$mutant"
done

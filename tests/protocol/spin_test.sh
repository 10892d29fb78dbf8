#!/usr/bin/env bash
# spin_test.sh CC: verifies the SPIN model of the hand-off protocol, and that each of its mutants fails. Works in the
# current folder. Ends with 1 at the first surprise.
set -euo pipefail
cc=$1
model=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)/handoff.pml
rm -rf spin && mkdir spin && cd spin

# verify DEFINES… : the errors that a search of all states finds. The search is exhaustive or this fails.
verify() {
  spin "$@" -a "$model" > /dev/null
  "$cc" -O2 -w -DSAFETY -DNOCLAIM -o pan pan.c
  ./pan -m100000 > pan.out
  if grep -q "max search depth too small\|out of memory" pan.out; then
    cat pan.out
    exit 1
  fi
  sed -n 's/.*errors: \([0-9]*\)$/\1/p' pan.out
}

errors=$(verify -DMESSAGES=3)
echo "the protocol: $errors errors"
[ "$errors" = 0 ] || { cat pan.out; exit 1; }
for mutant in MUTANT_ANY_EPOCH MUTANT_LATE_ANSWER MUTANT_OFFER_MOVES MUTANT_LEAVES_OFFER MUTANT_TORN_WRITE; do
  errors=$(verify -D"$mutant")
  echo "$mutant: $errors errors"
  [ "$errors" != 0 ] || { echo "the mutant was not caught"; exit 1; }
done

# An offer does not stay pending for ever, in any fair run.
spin -DMESSAGES=2 -a "$model" > /dev/null
"$cc" -O2 -w -DNFAIR=3 -o pan pan.c
./pan -a -f -m100000 -N answered > pan.out
errors=$(sed -n 's/.*errors: \([0-9]*\)$/\1/p' pan.out)
echo "answered: $errors errors"
[ "$errors" = 0 ] || { cat pan.out; exit 1; }

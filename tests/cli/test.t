The expectations alone, each tried.

  $ tandem test examples/harbor-cu

One that does not hold says what is different and why the answer is what it is; the exit status is 1.

  $ sed 's/owner: desk, accountable: dana}/owner: harbor-it, accountable: dana}/' examples/harbor-cu/agreement.yaml > $TMP/agreement.yaml
  $ tandem test $TMP/agreement.yaml

For programs.

  $ tandem test $TMP/agreement.yaml --format json | python3 -c "import json,sys; r=json.load(sys.stdin); print(r['summary'], [e['holds'] for e in r['expectations']], r['expectations'][-1]['differences'], len(r['expectations'][-1]['answer']['reasons']))"

A text that expects nothing says so and what to write; one that does not compile cannot be tried.

  $ sed '/^expect:/,$d' examples/harbor-cu/agreement.yaml > $TMP/agreement.yaml
  $ tandem test $TMP/agreement.yaml
  $ sed 's/lead: dana/lead: dan/' examples/harbor-cu/agreement.yaml > $TMP/agreement.yaml
  $ tandem test $TMP/agreement.yaml
  $ tandem test nowhere.yaml

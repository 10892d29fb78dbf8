The expectations alone, each tried.

  $ tandem test examples/harbor-cu
  pass  examples/harbor-cu/agreement.yaml:149  {given: {category: malware, priori…
  pass  examples/harbor-cu/agreement.yaml:150  {given: {category: malware, priori…
  pass  examples/harbor-cu/agreement.yaml:151  {given: {category: password-reset,…
  pass  examples/harbor-cu/agreement.yaml:152  {given: {category: core-banking, a…
  4 expectations hold

One that does not hold says what is different and why the answer is what it is; the exit status is 1.

  $ sed 's/owner: desk, accountable: dana}/owner: harbor-it, accountable: dana}/' examples/harbor-cu/agreement.yaml > $TMP/agreement.yaml
  $ (cd $TMP && tandem test agreement.yaml)
  pass  agreement.yaml:149  {given: {category: malware, priority: critical, at: "…
  pass  agreement.yaml:150  {given: {category: malware, priority: critical, at: "…
  pass  agreement.yaml:151  {given: {category: password-reset, requester: vip, at…
  FAIL  agreement.yaml:152  {given: {category: core-banking, at: "2026-10-10 20:0…
        the owner is `desk`, not `harbor-it`
        1. `core-banking` belongs to `help-desk.business-app`
           agreement.yaml:84  core-banking:   help-desk.business-app
        2. `harbor-it` is responsible for `help-desk.business-app`
           agreement.yaml:51  business-app: {responsible: harbor-it, accountable:…
        3. `harbor-it` is closed (calendar `office`)
           agreement.yaml:34  harbor-it: {party: harbor, lead: dana, members: [da…
        4. `desk` covers for `harbor-it` and is there
           agreement.yaml:34  harbor-it: {party: harbor, lead: dana, members: [da…
        5. Priya Raman has the fewest open items of those present in `desk` (0)
           agreement.yaml:35  desk:      {party: northbeam, lead: priya, members:…
        6. Dana Whitfield is accountable for `help-desk.business-app`
           agreement.yaml:51  business-app: {responsible: harbor-it, accountable:…

  1 of 4 expectations does not hold
  [1]

For programs.

  $ tandem test $TMP/agreement.yaml --format json | python3 -c "import json,sys; r=json.load(sys.stdin); print(r['summary'], [e['holds'] for e in r['expectations']], r['expectations'][-1]['differences'], len(r['expectations'][-1]['answer']['reasons']))"
  {'expectations': 4, 'failed': 1} [True, True, True, False] ['the owner is `desk`, not `harbor-it`'] 6

A text that expects nothing says so and what to write; one that does not compile cannot be tried.

  $ sed '/^expect:/,$d' examples/harbor-cu/agreement.yaml > $TMP/agreement.yaml
  $ (cd $TMP && tandem test agreement.yaml)
  tandem: the agreement expects nothing: write under `expect` what must hold, such as {given: {category: other, at: "2026-10-01 03:00"}, owner: TEAM}
  [2]
  $ sed 's/lead: dana/lead: dan/' examples/harbor-cu/agreement.yaml > $TMP/agreement.yaml
  $ (cd $TMP && tandem test agreement.yaml)
  agreement.yaml:34:36: error: there is no person `dan` [unknown-reference]
    34 |   harbor-it: {party: harbor, lead: dan, members: [dana, luis], hours: office, cover: [desk]}
       |                                    ^^^
    help: did you mean `dana`?
    34 |   harbor-it: {party: harbor, lead: dana, members: [dana, luis], hours: office, cover: [desk]}
       |                                    ~~~~
  tandem: an agreement with errors has no answers
  [2]
  $ tandem test nowhere.yaml
  tandem: there is no file or folder `nowhere.yaml`: give the folder of an agreement, or its file
  [2]

A line for each case, in the order of the file; one that cannot be asked does not stop the others.

  $ tandem calendar cases tests/cli/data/business_cases.json

When all agree, the exit status is 0.

  $ python3 -c "import json; d = json.load(open('tests/cli/data/business_cases.json')); d['cases'] = d['cases'][:11]; json.dump(d, open('$TMP/good.json', 'w'))"
  $ tandem calendar cases $TMP/good.json | grep -c '"agrees":true'

What is no file of cases is 2.

  $ tandem calendar cases $TMP/none.json
  $ echo '{"calendars": {}' > $TMP/cut.json && tandem calendar cases $TMP/cut.json
  $ echo '{"calendars": []}' > $TMP/list.json && tandem calendar cases $TMP/list.json
  $ tandem calendar cases tests/cli

A line for each case, in the order of the file; one that cannot be asked does not stop the others.

  $ tandem calendar cases tests/cli/data/business_cases.json
  {"id":"elapsed","actual":25200,"agrees":true}
  {"id":"backwards","actual":-0.75,"agrees":true}
  {"id":"add","actual":"2026-05-09T08:30:00Z","agrees":true}
  {"id":"sub","actual":"2026-05-04T07:00:00Z","agrees":true}
  {"id":"closed","actual":false,"agrees":true}
  {"id":"next","actual":"2026-05-26T07:00:00Z","agrees":true}
  {"id":"close","actual":"2026-05-04T10:00:00Z","agrees":true}
  {"id":"previous","actual":"2026-05-04T11:00:00Z","agrees":true}
  {"id":"previous close","actual":"2026-05-04T10:00:00Z","agrees":true}
  {"id":"longer night","actual":32400,"agrees":true}
  {"id":"never","actual":null,"agrees":true}
  {"id":"wrong","actual":true,"agrees":false}
  {"id":"unknown","actual":null,"agrees":false,"error":"there is no question `elapsd`: did you mean `elapsed`?"}
  {"id":"no zone","actual":null,"agrees":false,"error":"calendar `BROKEN`: `Mars/Base` is not a time zone of the IANA database (try one like `Europe/Berlin`)"}
  {"id":"no time","actual":null,"agrees":false,"error":"`at_or_from` is not a time in RFC 3339"}
  {"id":null,"actual":null,"agrees":false,"error":"a case is an object"}
  [1]

When all agree, the exit status is 0.

  $ python3 -c "import json; d = json.load(open('tests/cli/data/business_cases.json')); d['cases'] = d['cases'][:11]; json.dump(d, open('$TMP/good.json', 'w'))"
  $ tandem calendar cases $TMP/good.json | grep -c '"agrees":true'
  11

What is no file of cases is 2.

  $ tandem calendar cases $TMP/none.json
  tandem: $TMP/none.json cannot be read: No such file or directory
  [2]
  $ echo '{"calendars": {}' > $TMP/cut.json && tandem calendar cases $TMP/cut.json
  tandem: $TMP/cut.json is not a file of cases: line 2, column 1: the text ends before the value does
  [2]
  $ echo '{"calendars": []}' > $TMP/list.json && tandem calendar cases $TMP/list.json
  tandem: $TMP/list.json is not a file of cases: `calendars` is not an object
  [2]
  $ tandem calendar cases tests/cli
  tandem: tests/cli is a folder; a file of cases is needed
  [2]
  $ tandem calendar cases /proc/self/mem
  tandem: /proc/self/mem cannot be read: Input/output error
  [2]
  $ tandem calendar cases /dev/zero
  tandem: /dev/zero is larger than 256 MiB
  [2]

An agreement that holds says so and exits with 0.

  $ tandem check examples/harbor-cu
  Harbor Credit Union and Northbeam IT: 3 parties, 3 teams, 8 activities, 6 categories, 2 routing rules
  Looked at the 12 months from 2026-10-01:
    work        10,800 classes of it, each with a team that owns it
    hours       somebody is there in all 8,760 hours
    seen        at once by somebody who is there, whatever arrives
    absences    it hurts to miss one more while 3 activities are answered for by a single name
    exceptions  `absence-uncovers` at `help-desk.routine` until 2026-12-31, `absence-uncovers` at `backup.monitoring` until 2026-12-31, `absence-uncovers` at `help-desk.business-app` until 2026-12-31
  the agreement holds: nothing found

One that does not shows every fault at its place, with what to do, and exits with 1.

  $ printf 'tandem: 1\nengagement: quarry\nname: Quarry\ntime_zone: America/Denvr\neffective: 2026-01-01\nparties: {}\n' > $TMP/agreement.yaml
  $ tandem check $TMP/agreement.yaml
  $TMP/agreement.yaml:2:1: error: an agreement lacks the key `calendars` [missing-key]
     2 | engagement: quarry
       | ^^^^^^^^^^
  $TMP/agreement.yaml:2:1: error: an agreement lacks the key `people` [missing-key]
  $TMP/agreement.yaml:2:1: error: an agreement lacks the key `teams` [missing-key]
  $TMP/agreement.yaml:2:1: error: an agreement lacks the key `functions` [missing-key]
  $TMP/agreement.yaml:2:1: error: an agreement lacks the key `targets` [missing-key]
  $TMP/agreement.yaml:2:1: error: there is no category `other`: work that nobody classified would have no owner [unmapped-category]
    help: map `other` to the activity that sorts such work out

  $TMP/agreement.yaml:4:12: error: `America/Denvr` is not a time zone: write an IANA name, such as `America/New_York` [bad-value]
     4 | time_zone: America/Denvr
       |            ^^^^^^^^^^^^^

  $TMP/agreement.yaml:2:1: warning: there is no `disputes`: nobody decides when both sides say that work is not theirs [dispute-path-missing]
     2 | engagement: quarry
       | ^^^^^^^^^^
    help: write who decides, and by when: `disputes: {decide_within: 1 business day, path: [NAME]}`

  $TMP/agreement.yaml:2:1: warning: there is no `review`: the agreement will drift from what is done [review-missing]
    help: write how often, and by whom: `review: {every: 3 months, by: [NAME]}`

  the agreement does not hold: 7 errors, 2 warnings
  [1]
  $ tandem check --format json $TMP/agreement.yaml | head -c 120
  {"file":"$TMP/agreement.yaml","agreement":"quarry","findings":[{"name":"missing-key","level":"error","messag

What is no agreement, or is not there, exits with 2.

  $ tandem check nowhere.yaml
  tandem: there is no file or folder `nowhere.yaml`: give the folder of an agreement, or its file
  [2]
  $ tandem check --today tomorrow examples/harbor-cu
  tandem: `tomorrow` is not a date: write it as 2026-10-05
  [2]

A machine without the database of time zones is told so, not that the zone's name is wrong.

  $ TZDIR=/nonexistent tandem check examples/harbor-cu 2>&1 | head -n 1
  examples/harbor-cu/agreement.yaml:5:12: error: reading the system's time zones for `America/New_York`: there is no folder /nonexistent; is the package tzdata installed? [bad-value]

Warnings count when they are asked to; the summary can be left out.

  $ cp -r docs/diagnostics/acme $TMP/acme
  $ printf 'include: [acme/people.yaml, acme/work.yaml]\ntandem: 1\nengagement: acme\nname: Acme\ntime_zone: America/New_York\neffective: 2026-10-01\ndisputes: {decide_within: 1 day, path: [ann]}\n' > $TMP/agreement.yaml
  $ tandem check --quiet --today 2026-10-01 $TMP
  $TMP/agreement.yaml:3:1: warning: there is no `review`: the agreement will drift from what is done [review-missing]
     3 | engagement: acme
       | ^^^^^^^^^^
    help: write how often, and by whom: `review: {every: 3 months, by: [ann, pia]}`
     8 + review: {every: 3 months, by: [ann, pia]}
  $ tandem check --quiet --werror --today 2026-10-01 $TMP > $TMP/out
  [1]
  $ tandem check --format sarif --today 2026-10-01 $TMP | head -c 95
  {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"
  $ tandem check --format yaml $TMP
  tandem: --format: text, json or sarif, not `yaml`
  `tandem --help` and `tandem COMMAND --help` tell more
  [2]

An agreement that holds says so and exits with 0.

  $ tandem check examples/harbor-cu
  Harbor Credit Union and Northbeam IT: 3 parties, 3 teams, 8 activities, 6 categories, 2 routing rules
  the agreement holds: nothing found

One that does not shows every fault at its place, with what to do, and exits with 1.

  $ printf 'tandem: 1\nengagement: quarry\nname: Quarry\ntime_zone: America/Denvr\neffective: 2026-01-01\nparties: {}\n' > $TMP/agreement.yaml
  $ tandem check $TMP/agreement.yaml
  $TMP/agreement.yaml:2:1: error: an agreement lacks the key `calendars` [missing-key]
     2 | engagement: quarry
       | ^^^^^^^^^^

  $TMP/agreement.yaml:2:1: error: an agreement lacks the key `people` [missing-key]
     2 | engagement: quarry
       | ^^^^^^^^^^

  $TMP/agreement.yaml:2:1: error: an agreement lacks the key `teams` [missing-key]
     2 | engagement: quarry
       | ^^^^^^^^^^

  $TMP/agreement.yaml:2:1: error: an agreement lacks the key `functions` [missing-key]
     2 | engagement: quarry
       | ^^^^^^^^^^

  $TMP/agreement.yaml:2:1: error: an agreement lacks the key `targets` [missing-key]
     2 | engagement: quarry
       | ^^^^^^^^^^

  $TMP/agreement.yaml:2:1: error: there is no category `other`: work that nobody classified would have no owner [unmapped-category]
     2 | engagement: quarry
       | ^^^^^^^^^^
    help: map `other` to the activity that sorts such work out

  $TMP/agreement.yaml:4:12: error: `America/Denvr` is not a time zone: write an IANA name, such as `America/New_York` [bad-value]
     4 | time_zone: America/Denvr
       |            ^^^^^^^^^^^^^

  $TMP/agreement.yaml:2:1: warning: there is no `disputes`: nobody decides when both sides say that work is not theirs [dispute-path-missing]
     2 | engagement: quarry
       | ^^^^^^^^^^
    help: write who decides, and by when: `disputes: {decide_within: 1 business day, path: [NAME]}`

  $TMP/agreement.yaml:2:1: warning: there is no `review`: the agreement will drift from what is done [review-missing]
     2 | engagement: quarry
       | ^^^^^^^^^^
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
  $ tandem check --quiet --werror --today 2026-10-01 $TMP > $TMP/out
  $ tandem check --format sarif --today 2026-10-01 $TMP | head -c 95
  $ tandem check --format yaml $TMP

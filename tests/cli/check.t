An agreement that holds says so and exits with 0.

  $ tandem check examples/harbor-cu
  examples/harbor-cu/agreement.yaml:45:74: warning: if `priya` is away, nobody answers for `help-desk.routine`: `sam` is on leave from Mon 2026-12-21 01:00 (72 hours in the 12 months from 2026-10-01) [absence-uncovers]
    45 |       routine:      {responsible: desk,      accountable: priya, deputy: sam,  informed: [harbor-it]…
       |                                                                          ^^^
  examples/harbor-cu/agreement.yaml:118:5: note: `sam` is on leave until Thu 2026-12-24 01:00
   118 |   - {who: sam,  from: 2026-12-21, to: 2026-12-23}
       |     ---------------------------------------------
    for example:
      category  password-reset
      at        2026-12-21 01:00
      away      priya
    help: agree on who answers then, or part the leave from where it matters

  examples/harbor-cu/agreement.yaml:46:74: warning: if `dana` is away, nobody answers for `help-desk.business-app`: `luis` is on leave from Fri 2026-12-18 13:00 (4 h 30 min in the 12 months from 2026-10-01) [absence-uncovers]
    46 |       business-app: {responsible: harbor-it, accountable: dana,  deputy: luis, consulted: [desk]}
       |                                                                          ^^^^
  examples/harbor-cu/agreement.yaml:117:5: note: `luis` is on leave until Fri 2026-12-18 17:30
   117 |   - {who: luis, from: "2026-12-18 13:00", to: "2026-12-18 17:30"}
       |     -------------------------------------------------------------
    for example:
      category  core-banking
      at        2026-12-18 13:00
      away      dana
    help: agree on who answers then, or part the leave from where it matters

  examples/harbor-cu/agreement.yaml:58:69: warning: if `priya` is away, nobody answers for `backup.monitoring`: `sam` is on leave from Mon 2026-12-21 01:00 (72 hours in the 12 months from 2026-10-01) [absence-uncovers]
    58 |       monitoring:   {responsible: desk, accountable: priya, deputy: sam}
       |                                                                     ^^^
  examples/harbor-cu/agreement.yaml:118:5: note: `sam` is on leave until Thu 2026-12-24 01:00
   118 |   - {who: sam,  from: 2026-12-21, to: 2026-12-23}
       |     ---------------------------------------------
    for example:
      category  backup-failure
      at        2026-12-21 01:00
      away      priya
    help: agree on who answers then, or part the leave from where it matters

  examples/harbor-cu/agreement.yaml:76:12: note: only the order of `executives stay in house` and `overflow` decides that `harbor` has this and not `northbeam`: `core-banking` for a VIP while `harbor-it` has 24 open, Thu 2026-10-01 08:00 [order-decides-party]
    76 |   - {name: overflow, when: {category: core-banking, load: {team: harbor-it, open_per_person: 12}}, t…
       |            ^^^^^^^^
  examples/harbor-cu/agreement.yaml:75:12: note: this one comes first and names `harbor-it`
    75 |   - {name: executives stay in house, when: {requester: vip, hours: office}, to: harbor-it}
       |            ------------------------
    for example:
      category   core-banking
      requester  vip
      load       harbor-it=12
      at         2026-10-01 08:00
    help: if the order is not what you rely on, say in one of the two what it is not for

  Harbor Credit Union and Northbeam IT: 3 parties, 3 teams, 8 activities, 6 categories, 2 routing rules
  Looked at the 12 months from 2026-10-01:
    work        10,800 classes of it, each with a team that owns it
    hours       somebody is there in all 8,760 hours
    seen        at once by somebody who is there, whatever arrives
    absences    it hurts to miss one more while 3 activities are answered for by a single name
    exceptions  none granted
  the agreement holds: 0 errors, 3 warnings, 1 note

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

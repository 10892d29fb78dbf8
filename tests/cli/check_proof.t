What an agreement comes to, for as long as it is asked about.

  $ tandem check --today 2026-10-01 examples/harbor-cu
  Harbor Credit Union and Northbeam IT: 3 parties, 3 teams, 8 activities, 6 categories, 2 routing rules
  Looked at the 12 months from 2026-10-01:
    work        10,800 classes of it, each with a team that owns it
    hours       somebody is there in all 8,760 hours
    seen        at once by somebody who is there, whatever arrives
    absences    it hurts to miss one more while 3 activities are answered for by a single name
    exceptions  `absence-uncovers` at `help-desk.routine` until 2026-12-31, `absence-uncovers` at `backup.monitoring` until 2026-12-31, `absence-uncovers` at `help-desk.business-app` until 2026-12-31
  the agreement holds: nothing found
  $ tandem check --today 2026-10-01 --horizon 90d examples/harbor-cu | grep Looked
  Looked at the 90 days from 2026-10-01:
  $ tandem check --today 2027-11-02 --horizon '6 months' examples/harbor-cu | grep Looked
  Looked at the 6 months from 2027-11-02:
  $ tandem check --horizon forever examples/harbor-cu
  tandem: `forever` is not a time to look at: write a length from 1 day to 10 years, such as `12mo`, `6 months`, `90 days` or `2y`
  [2]

What it lets pass is told there too.

  $ tandem check --today 2026-10-01 examples/quarry-dental
  Quarry Dental and Northbeam IT: 3 parties, 3 teams, 10 activities, 9 categories, 2 routing rules
  Looked at the time from 2026-09-01 to 2027-09-30:
    work        17,280 classes of it, each with a team that owns it
    hours       somebody is there in all 9,480 hours
    seen        at once by somebody who is there, whatever arrives
    absences    it hurts to miss one more while 3 activities are answered for by a single name
    exceptions  `absence-uncovers` at `support.on-site` until 2027-09-01, `absence-uncovers` at `practice.software` until 2027-09-01, `absence-uncovers` at `practice.imaging` until 2027-09-01
  the agreement holds: nothing found

A team that is closed at night, with nobody to step in: for people, and for programs.

  $ sed 's/, hours: office, cover: \[desk\]}/, hours: office, cover: [soc]}/; s/^  soc:.*/  soc:       {party: northbeam, lead: mei, members: [mei, otto], hours: office}/' examples/harbor-cu/agreement.yaml > $TMP/agreement.yaml
  $ cd $TMP && tandem check --today 2026-10-01 agreement.yaml
  agreement.yaml:34:87: error: work for `harbor-it` arrives while nobody is there: Thu 2026-10-01 00:00, and its cover `soc` is not there either (6,250 hours in the 12 months from 2026-10-01, for `core-banking`) [uncovered-hours]
    34 |   harbor-it: {party: harbor, lead: dana, members: [dana, luis], hours: office, cover: [soc]}
       |                                                                                       ^^^^^
  agreement.yaml:34:72: note: `harbor-it` keeps `office`, which opens Thu 2026-10-01 08:00
    34 |   harbor-it: {party: harbor, lead: dana, members: [dana, luis], hours: office, cover: [soc]}
       |                                                                        ------
  agreement.yaml:36:73: note: `soc` keeps `office`, which opens Thu 2026-10-01 08:00
    36 |   soc:       {party: northbeam, lead: mei, members: [mei, otto], hours: office}
       |                                                                         ------
  agreement.yaml:51:35: note: `harbor-it` is responsible for `help-desk.business-app`
    51 |       business-app: {responsible: harbor-it, accountable: dana,  deputy: luis, consulted: [desk]}
       |                                   ---------
    for example:
      category   core-banking
      requester  vip
      at         2026-10-01 00:00
    help: let `desk` cover for it as well, which is there whenever nobody else is
    34 |   harbor-it: {party: harbor, lead: dana, members: [dana, luis], hours: office, cover: [soc, desk]}
       |                                                                                           ++++++

  agreement.yaml:36:73: error: work for `soc` arrives while nobody is there: Thu 2026-10-01 00:00, and no cover is named (6,250 hours in the 12 months from 2026-10-01, for `malware`) [uncovered-hours]
    36 |   soc:       {party: northbeam, lead: mei, members: [mei, otto], hours: office}
       |                                                                         ^^^^^^
  agreement.yaml:59:22: note: `soc` is responsible for `endpoint-security.remediation`
    59 |         responsible: soc
       |                      ---
    for example:
      category  malware
      at        2026-10-01 00:00
    help: let `desk` cover for it, which is there whenever nobody else is: `cover: [desk]`
    36 |   soc:       {party: northbeam, lead: mei, members: [mei, otto], hours: office, cover: [desk]}
       |                                                                               +++++++++++++++

  agreement.yaml:96:23: error: `critical` work for `harbor-it` that arrives Thu 2026-10-01 00:00 is due Thu 2026-10-01 00:15, and nobody is there until Thu 2026-10-01 08:00 (6,175 hours of arrivals in the 12 months from 2026-10-01) [target-impossible]
    96 |   critical: {respond: 15 min, resolve: 4 hours, clock: always}
       |                       ^^^^^^
  agreement.yaml:34:72: note: `harbor-it` keeps `office`, which opens Thu 2026-10-01 08:00
    34 |   harbor-it: {party: harbor, lead: dana, members: [dana, luis], hours: office, cover: [soc]}
       |                                                                        ------
  agreement.yaml:36:73: note: `soc` keeps `office`, which opens Thu 2026-10-01 08:00
    36 |   soc:       {party: northbeam, lead: mei, members: [mei, otto], hours: office}
       |                                                                         ------
  agreement.yaml:51:35: note: `harbor-it` is responsible for `help-desk.business-app`
    51 |       business-app: {responsible: harbor-it, accountable: dana,  deputy: luis, consulted: [desk]}
       |                                   ---------
  agreement.yaml:97:23: note: `high` work for it that arrives Thu 2026-10-01 00:00 is due Thu 2026-10-01 01:00, and nobody is there either (5,950 hours of arrivals)
    97 |   high:     {respond: 1 hour, resolve: 8 hours, clock: always}
       |                       ------
    for example:
      category   core-banking
      priority   critical
      requester  vip
      at         2026-10-01 00:00
      due        Thu 2026-10-01 00:15
    help: let a team cover for it that is there then, or count the target in the team's time: `15 business min` on a clock such as `office`

  agreement.yaml:96:23: error: `critical` work for `soc` that arrives Thu 2026-10-01 00:00 is due Thu 2026-10-01 00:15, and nobody is there until Thu 2026-10-01 08:00 (6,175 hours of arrivals in the 12 months from 2026-10-01) [target-impossible]
  agreement.yaml:36:73: note: `soc` keeps `office`, which opens Thu 2026-10-01 08:00
    36 |   soc:       {party: northbeam, lead: mei, members: [mei, otto], hours: office}
       |                                                                         ------
  agreement.yaml:59:22: note: `soc` is responsible for `endpoint-security.remediation`
    59 |         responsible: soc
       |                      ---
  agreement.yaml:97:23: note: `high` work for it that arrives Thu 2026-10-01 00:00 is due Thu 2026-10-01 01:00, and nobody is there either (5,950 hours of arrivals)
    97 |   high:     {respond: 1 hour, resolve: 8 hours, clock: always}
       |                       ------
    for example:
      category  malware
      priority  critical
      at        2026-10-01 00:00
      due       Thu 2026-10-01 00:15
    help: let a team cover for it that is there then, or count the target in the team's time: `15 business min` on a clock such as `office`

  agreement.yaml:152:70: error: the owner is `harbor-it`, not `desk` [expectation-failed]
   152 |   - {given: {category: core-banking, at: "2026-10-10 20:00"}, owner: desk, accountable: dana}
       |                                                                      ^^^^
  agreement.yaml:84:3: note: `core-banking` belongs to `help-desk.business-app`
    84 |   core-banking:   help-desk.business-app
       |   --------------------------------------
  agreement.yaml:51:7: note: `harbor-it` is responsible for `help-desk.business-app`
    51 |       business-app: {responsible: harbor-it, accountable: dana,  deputy: luis, consulted: [desk]}
       |       -------------------------------------------------------------------------------------------
  agreement.yaml:34:3: note: `harbor-it` is closed (calendar `office`)
    34 |   harbor-it: {party: harbor, lead: dana, members: [dana, luis], hours: office, cover: [soc]}
       |   ------------------------------------------------------------------------------------------
  agreement.yaml:36:3: note: `soc` covers for `harbor-it` but is closed (calendar `office`)
    36 |   soc:       {party: northbeam, lead: mei, members: [mei, otto], hours: office}
       |   -----------------------------------------------------------------------------
  agreement.yaml:34:3: note: nobody is there now: `harbor-it` keeps it, and this is a gap
    34 |   harbor-it: {party: harbor, lead: dana, members: [dana, luis], hours: office, cover: [soc]}
       |   ------------------------------------------------------------------------------------------
  agreement.yaml:34:3: note: Dana Whitfield has the fewest open items of those present in `harbor-it` (0)
    34 |   harbor-it: {party: harbor, lead: dana, members: [dana, luis], hours: office, cover: [soc]}
       |   ------------------------------------------------------------------------------------------
  agreement.yaml:51:7: note: Dana Whitfield is accountable for `help-desk.business-app`
    51 |       business-app: {responsible: harbor-it, accountable: dana,  deputy: luis, consulted: [desk]}
       |       -------------------------------------------------------------------------------------------

  Looked at the 12 months from 2026-10-01:
    work        10,800 classes of it, each with a team that owns it
    hours       somebody is there in 2,510 of 8,760 hours: in 6,250 hours some work has nobody
    seen        `critical` 5 min, for `critical` `core-banking` for a VIP, Thu 2026-10-01 00:00, until the escalation tells somebody, Thu 2026-10-01 00:05
                `high` 30 min, for `high` `core-banking` for a VIP, Thu 2026-10-01 00:00, until the escalation tells somebody, Thu 2026-10-01 00:30
                `normal` 111 hours, for `core-banking` for a VIP, Wed 2026-12-23 17:30, until somebody is there for `harbor-it`, Mon 2026-12-28 08:00
    absences    it hurts to miss one more while 3 activities are answered for by a single name
    exceptions  `absence-uncovers` at `help-desk.routine` until 2026-12-31, `absence-uncovers` at `backup.monitoring` until 2026-12-31, `absence-uncovers` at `help-desk.business-app` until 2026-12-31
  the agreement does not hold: 5 errors, 0 warnings
  [1]
  $ tandem check --today 2026-10-01 --format json $TMP/agreement.yaml | python3 -c 'import json, sys; s = json.load(sys.stdin)["summary"]; print(s["errors"], s["hours"], s["hours_covered"], s["longest_unseen"][0])'
  5 8760.0 2510.0 {'priority': 'critical', 'minutes': 5, 'team': 'harbor-it', 'category': 'core-banking', 'arrives': '2026-10-01T04:00:00Z', 'seen': '2026-10-01T04:05:00Z'}

Leave that a calendar knows of closes a team as leave in the text does.

  $ printf 'BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20261102\nDTEND;VALUE=DATE:20261107\nX-MICROSOFT-CDO-BUSYSTATUS:OOF\nSUMMARY:Leave\nATTENDEE;PARTSTAT=ACCEPTED:mailto:mei@northbeam.example\nEND:VEVENT\nEND:VCALENDAR\n' > $TMP/leave.ics
  $ tandem check examples/harbor-cu --today 2026-10-01 --leave $TMP/leave.ics | grep -e warning -e absences
  examples/harbor-cu/agreement.yaml:36:53: warning: if `otto` is away, work for `soc` has nobody: Mon 2026-11-02 00:00 (120 hours in the 12 months from 2026-10-01, for `malware`) [absence-uncovers]
  examples/harbor-cu/agreement.yaml:61:17: warning: if `otto` is away, nobody answers for `endpoint-security.remediation`: `mei` is on leave from Mon 2026-11-02 00:00 (120 hours in the 12 months from 2026-10-01) [absence-uncovers]
  examples/harbor-cu/agreement.yaml:101:35: warning: this step tells `lead`, who cannot be there: Mon 2026-11-02 00:00, for `critical` work that arrived Sun 2026-11-01 23:55 (120 hours of arrivals in the 12 months from 2026-10-01) [escalation-to-nobody]
  examples/harbor-cu/agreement.yaml:102:36: warning: this step tells `lead`, who cannot be there: Mon 2026-11-02 00:00, for `high` work that arrived Sun 2026-11-01 23:30 (120 hours of arrivals in the 12 months from 2026-10-01) [escalation-to-nobody]
  examples/harbor-cu/agreement.yaml:103:46: warning: this step tells `lead`, who cannot be there: Mon 2026-11-02 08:00, for `normal` work that arrived Sat 2026-10-31 10:00 (151 hours of arrivals in the 12 months from 2026-10-01) [escalation-to-nobody]
    absences    it hurts to miss `otto` (120 hours of `soc`), one more while 4 activities are answered for by a single name
  the agreement holds: 0 errors, 5 warnings
  $ tandem check examples/harbor-cu --today 2026-10-01 --leave otto=$TMP/leave.ics | grep absences
    absences    it hurts to miss `mei` (120 hours of `soc`), one more while 4 activities are answered for by a single name
  $ sed -i '/ATTENDEE/d' $TMP/leave.ics
  $ tandem check examples/harbor-cu --leave $TMP/leave.ics
  tandem: $TMP/leave.ics tells of the leave of nobody in the agreement: say whose it is, as in `--leave NAME=$TMP/leave.ics`
  [2]
  $ tandem check examples/harbor-cu --leave nobody=$TMP/leave.ics
  tandem: the agreement has no person `nobody`
  [2]
  $ tandem check examples/harbor-cu --leave $TMP/none.ics
  tandem: $TMP/none.ics cannot be read: is it there?
  [2]

Assets that no class of the agreement takes in.

  $ printf 'Name,Location,Class\nsrv-1,main-street,server\nprn-1,main-street,printer\nprn-2,harbor-east,Printer\npc-1,harbor-east,workstaton\npc-2,harbor-east,\n' > $TMP/assets.csv
  $ tandem check --today 2026-10-01 --quiet --assets $TMP/assets.csv examples/harbor-cu
  $TMP/assets.csv:3:19: warning: the agreement has no class `printer`: nothing says who looks after `prn-1` and 1 other asset [asset-without-class]
     3 | prn-1,main-street,printer
       |                   ^^^^^^^
    help: declare it: `asset_classes: {printer: {requires: [FUNCTION.ACTIVITY]}}`

  $TMP/assets.csv:5:18: warning: the agreement has no class `workstaton`: nothing says who looks after `pc-1` [asset-without-class]
     5 | pc-1,harbor-east,workstaton
       |                  ^^^^^^^^^^
    help: did you mean `workstation`?

  $TMP/assets.csv:6:1: warning: `pc-2` has no class: nothing says who looks after it [asset-without-class]
     6 | pc-2,harbor-east,
       | ^^^^
    help: give it one of the classes under `asset_classes`
  $ printf 'host,kind\nsrv-1,server\n' > $TMP/assets.csv
  $ tandem check --assets $TMP/assets.csv examples/harbor-cu
  tandem: $TMP/assets.csv has no column `name`: its first row names the columns
  [2]

An example is taken by `tandem why` as it stands, several loads and all.

  $ tandem check --quiet tests/golden/routing-loads.yaml | grep ' load '
      load      it=8,desk=20
  $ tandem why tests/golden/routing-loads.yaml --category application --priority critical --load it=8,desk=20 --at '2026-10-01 00:00' | tail -4
    4. `application` belongs to `care.business`
       base/work.yaml:8  application: care.business
    5. Ann Ames is accountable for `care.business`
       base/work.yaml:6  business: {responsible: it, accountable: ann, deputy: bo…

A text agrees with itself.

  $ tandem diff examples/harbor-cu examples/harbor-cu
  Harbor Credit Union and Northbeam IT, the 12 months from 2026-10-01
  the texts agree

Another text: resets at one site go in-house in office hours, the threshold of load is lower, backups get a new owner, one person another name.

  $ mkdir $TMP/new
  $ sed -e 's/^routing: .*/&\n  - {name: resets at harbor-east, when: {category: password-reset, site: harbor-east, hours: office}, to: harbor-it}/' -e 's/open_per_person: 12/open_per_person: 10/' -e 's/monitoring: {responsible: desk, accountable: priya, deputy: sam}/monitoring:   {responsible: soc, accountable: mei, deputy: otto}/' -e 's/tell: erin}\]/tell: paul}]/' -e 's/\bsam\b/sam-o/g' examples/harbor-cu/agreement.yaml > $TMP/new/agreement.yaml
  $ tandem diff examples/harbor-cu $TMP/new
  Harbor Credit Union and Northbeam IT, the 12 months from 2026-10-01

  who acts
    backup-failure, but not from vip requesters while `office` is open: desk →
      soc; 168 hours a week
    core-banking from standard requesters while harbor-it has 10 to 11 open
      items per person and `office` is open: harbor-it → desk; 48.1 hours a week
    password-reset at harbor-east from standard requesters while `office` is
      open: desk → harbor-it; 48.1 hours a week

  who answers for it
    backup-failure: Priya Raman → Mei Tanaka; 168 hours a week

  what the text says
    people
      person sam is now called sam-o
      person sam-o: email sam@northbeam.example → sam-o@northbeam.example
    activities
      activity backup.monitoring: responsible desk → soc; accountable priya →
        mei; deputy sam-o → otto
    routing
      routing rule `resets at harbor-east` is new: category password-reset, site
        harbor-east, hours office, to harbor-it
      routing rule `overflow`: load 12 or more open per person in harbor-it → 10
        or more open per person in harbor-it
    escalations
      escalation of critical: after 5 min lead, after 10 min dana, priya, after
        30 min erin → after 5 min lead, after 10 min dana, priya, after 30 min
        paul

  who gains and who loses
    harbor
      gains password-reset at harbor-east from standard requesters while
        `office` is open; 48.1 hours a week
      loses core-banking from standard requesters while harbor-it has 10 to 11
        open items per person and `office` is open; 48.1 hours a week
    northbeam
      gains core-banking from standard requesters while harbor-it has 10 to 11
        open items per person and `office` is open; 48.1 hours a week
      loses password-reset at harbor-east from standard requesters while
        `office` is open; 48.1 hours a week
  [1]

How much real work it would have moved.

  $ printf 'opened,category,priority,site,requester\n2026-03-02 10:00,Password reset,,Harbor East,\n2026-03-02 20:00,password-reset,,harbor-east,\n2026-03-03T15:00:00Z,backup-failure,high,,vip\nyesterday,other,,,\n' > $TMP/past.csv
  $ tandem diff examples/harbor-cu $TMP/new --history $TMP/past.csv 2>&1 | sed -n '/^who acts/,/^$/p;/^what came/,$p;/^line/p;/left out/p'
  line 5: `yesterday` is not a time: write 2026-10-05 14:30 or 2026-10-05T14:30:00Z
  1 item of the history left out
  who acts
    backup-failure, but not from vip requesters while `office` is open: desk →
      soc; 168 hours a week; 0 items
    core-banking from standard requesters while harbor-it has 10 to 11 open
      items per person and `office` is open: harbor-it → desk; 48.1 hours a week;
      0 items
    password-reset at harbor-east from standard requesters while `office` is
      open: desk → harbor-it; 48.1 hours a week; 1 item

  what came in the past
    2 of 3 items (66.7 %) would have gone differently
    1 another owner, 1 another accountable person
    0 due for an answer at another time, 0 for the solution
  $ tandem diff examples/harbor-cu $TMP/new --history examples/harbor-cu/agreement.yaml
  tandem: examples/harbor-cu/agreement.yaml is no history: it has neither the columns of a ServiceNow incident log nor a column `opened`; other columns are category, priority, site, department, asset_class, requester and source
  [2]

For programs.

  $ tandem diff examples/harbor-cu $TMP/new --format json | python3 -c "import json,sys; r=json.load(sys.stdin); print(sorted(r)); print(r['effects'][0]); print(r['texts'][0])"
  ['agreement', 'effects', 'from', 'history', 'parties', 'texts', 'to']
  {'kind': 'accountable', 'what': 'backup-failure', 'before': 'Priya Raman', 'after': 'Mei Tanaka', 'party_before': 'northbeam', 'party_after': 'northbeam', 'seconds': 31536000, 'hours_a_week': 168.0}
  {'topic': 'people', 'words': 'person sam is now called sam-o', 'before': {'file': 'examples/harbor-cu/agreement.yaml', 'line': 29, 'column': 3}, 'after': {'file': '$TMP/new/agreement.yaml', 'line': 29, 'column': 3}}

Both must compile.

  $ sed 's/lead: dana/lead: dan/' examples/harbor-cu/agreement.yaml > $TMP/new/agreement.yaml
  $ tandem diff examples/harbor-cu $TMP/new
  $TMP/new/agreement.yaml:34:36: error: there is no person `dan` [unknown-reference]
    34 |   harbor-it: {party: harbor, lead: dan, members: [dana, luis], hours: office, cover: [desk]}
       |                                    ^^^
    help: did you mean `dana`?
    34 |   harbor-it: {party: harbor, lead: dana, members: [dana, luis], hours: office, cover: [desk]}
       |                                    ~~~~
  tandem: an agreement with errors has no answers
  [2]

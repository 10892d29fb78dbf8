Who has it, who answers for it, and why: at night on a holiday.

  $ tandem why examples/harbor-cu --at "2026-12-25 03:00" --category malware --priority critical
  malware, critical, Fri 2026-12-25 03:00 America/New_York

  owner        soc (Northbeam IT), Mei Tanaka
  accountable  Mei Tanaka
  activity     endpoint-security.remediation
  respond      by Fri 2026-12-25 03:15 (15 min)
  resolve      by Fri 2026-12-25 07:00 (4 hours)
  hand-off     to be accepted within 5 min
  escalation   Fri 2026-12-25 03:05 (5 min): Mei Tanaka (lead)
               Fri 2026-12-25 03:10 (10 min): Dana Whitfield; Priya Raman
               Fri 2026-12-25 03:30 (30 min): Erin Cole

  because
    1. `malware` belongs to `endpoint-security.remediation`
       agreement.yaml:85  malware:        endpoint-security.remediation
    2. `soc` is responsible for `endpoint-security.remediation`
       agreement.yaml:59  responsible: soc
    3. `soc` is open (calendar `always`)
       agreement.yaml:36  soc:       {party: northbeam, lead: mei, members: [mei,…
    4. Mei Tanaka is on duty for `soc` by an override
       agreement.yaml:138  overrides: [{who: mei, from: 2026-12-24, to: 2026-12-2…
    5. Mei Tanaka is accountable for `endpoint-security.remediation`
       agreement.yaml:60  accountable: mei

In house hours an executive's reset stays with the client's own team.

  $ tandem why examples/harbor-cu --at "2026-10-05 10:00" --category password-reset --requester vip
  password-reset, normal, vip, Mon 2026-10-05 10:00 America/New_York

  owner        harbor-it (Harbor Credit Union), Dana Whitfield
  accountable  Priya Raman
  activity     help-desk.routine
  respond      by Mon 2026-10-05 14:00 (4 business hours)
  resolve      by Thu 2026-10-08 10:00 (3 business days)
  hand-off     to be accepted within 30 min
  escalation   Mon 2026-10-05 12:00 (2 business hours): Dana Whitfield (lead)
               Tue 2026-10-06 10:00 (1 business day): Dana Whitfield; Priya Raman

  because
    1. rule `executives stay in house` sends it to `harbor-it`
       agreement.yaml:90  - {name: executives stay in house, when: {requester: vi…
    2. `harbor-it` is open (calendar `office`)
       agreement.yaml:34  harbor-it: {party: harbor, lead: dana, members: [dana, …
    3. Dana Whitfield has the fewest open items of those present in `harbor-it`
       (0)
       agreement.yaml:34  harbor-it: {party: harbor, lead: dana, members: [dana, …
    4. `password-reset` belongs to `help-desk.routine`
       agreement.yaml:82  password-reset: help-desk.routine
    5. Priya Raman is accountable for `help-desk.routine`
       agreement.yaml:50  routine:      {responsible: desk,      accountable: pri…

On Saturday evening the provider covers, and the client's manager still answers for it.

  $ tandem why examples/harbor-cu --at "2026-10-10 20:00" --category core-banking
  core-banking, normal, Sat 2026-10-10 20:00 America/New_York

  owner        desk (Northbeam IT), Priya Raman
  accountable  Dana Whitfield
  activity     help-desk.business-app
  respond      by Tue 2026-10-13 12:00 (4 business hours)
  resolve      by Thu 2026-10-15 17:30 (3 business days)
  hand-off     to be accepted within 30 min
  escalation   Tue 2026-10-13 10:00 (2 business hours): Priya Raman (lead)
               Tue 2026-10-13 17:30 (1 business day): Dana Whitfield; Priya Raman

  because
    1. `core-banking` belongs to `help-desk.business-app`
       agreement.yaml:84  core-banking:   help-desk.business-app
    2. `harbor-it` is responsible for `help-desk.business-app`
       agreement.yaml:51  business-app: {responsible: harbor-it, accountable: dan…
    3. `harbor-it` is closed (calendar `office`)
       agreement.yaml:34  harbor-it: {party: harbor, lead: dana, members: [dana, …
    4. `desk` covers for `harbor-it` and is there
       agreement.yaml:34  harbor-it: {party: harbor, lead: dana, members: [dana, …
    5. Priya Raman has the fewest open items of those present in `desk` (0)
       agreement.yaml:35  desk:      {party: northbeam, lead: priya, members: [pr…
    6. Dana Whitfield is accountable for `help-desk.business-app`
       agreement.yaml:51  business-app: {responsible: harbor-it, accountable: dan…

For programs.

  $ tandem why examples/harbor-cu --at 2026-10-11T00:00:00Z --category core-banking --format json
  {"at":"2026-10-11T00:00:00Z","owner":{"party":"northbeam","team":"desk","person":"priya"},"accountable":"dana","accountable_away":false,"activity":"help-desk.business-app","gap":false,"priority":"normal","targets":{"respond":{"text":"4 business hours","due":"2026-10-13T16:00:00Z"},"resolve":{"text":"3 business days","due":"2026-10-15T21:30:00Z"}},"accept_within_seconds":1800,"escalation":[{"after":"2 business hours","at":"2026-10-13T14:00:00Z","tell":["priya"]},{"after":"1 business day","at":"2026-10-13T21:30:00Z","tell":["dana","priya"]}],"reasons":[{"kind":"category-activity","text":"`core-banking` belongs to `help-desk.business-app`","file":"agreement.yaml","line":84,"excerpt":"core-banking:   help-desk.business-app"},{"kind":"activity-responsible","text":"`harbor-it` is responsible for `help-desk.business-app`","file":"agreement.yaml","line":51,"excerpt":"business-app: {responsible: harbor-it, accountable: dana,  deputy: luis, consulted: [desk]}"},{"kind":"team-closed","text":"`harbor-it` is closed (calendar `office`)","file":"agreement.yaml","line":34,"excerpt":"harbor-it: {party: harbor, lead: dana, members: [dana, luis], hours: office, cover: [desk]}"},{"kind":"cover-open","text":"`desk` covers for `harbor-it` and is there","file":"agreement.yaml","line":34,"excerpt":"harbor-it: {party: harbor, lead: dana, members: [dana, luis], hours: office, cover: [desk]}"},{"kind":"lowest-load","text":"Priya Raman has the fewest open items of those present in `desk` (0)","file":"agreement.yaml","line":35,"excerpt":"desk:      {party: northbeam, lead: priya, members: [priya, sam, otto], hours: always, minimum: 1}"},{"kind":"accountable","text":"Dana Whitfield is accountable for `help-desk.business-app`","file":"agreement.yaml","line":51,"excerpt":"business-app: {responsible: harbor-it, accountable: dana,  deputy: luis, consulted: [desk]}"}]}

Words that are nearly right.

  $ tandem why examples/harbor-cu --at "2026-10-05 10:00" --category pasword-reset
  tandem: the agreement has no category `pasword-reset`: did you mean `password-reset`?
  [2]
  $ tandem why examples/harbor-cu --at "last tuesday" --category malware
  tandem: `last tuesday` is not a time: write 2026-12-25 03:00 or 2026-12-25T03:00:00Z
  [2]

Where the accountable person is away and nobody stands in, the head says so.

  $ tandem why examples/harbor-cu --at "2026-10-14 03:00" --category malware --away mei --away otto | sed -n '3,7p'

  owner        soc (Northbeam IT), nobody in particular
  accountable  Mei Tanaka
  activity     endpoint-security.remediation
  away         Mei Tanaka is on leave at that time, and nobody stands in
  $ tandem why examples/harbor-cu --at "2026-10-14 03:00" --category malware --away mei --away otto --format json | grep -o '"accountable_away":[a-z]*'
  "accountable_away":true
  $ tandem why examples/harbor-cu --at "2026-10-14 03:00" --category malware --away mei | sed -n '3,5p'
  owner        soc (Northbeam IT), Otto Lind
  accountable  Otto Lind
  activity     endpoint-security.remediation

Every option is described.

  $ for command in check fix fmt why test diff new fit "calendar shifts" adopt "account create" "account password" "token create" "leave add" "import history" "import matrix"; do tandem $command --help | grep -E '^  [-A-Z].* *$' | grep -vE '^  [^ ]+( [^ ]+)*  +[^ ]' | sed 's/^/undescribed: /'; done
  undescribed:   --role ROLE:{member,requester,auditor}=requester

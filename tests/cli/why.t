Who has it, who answers for it, and why: at night on a holiday.

  $ tandem why examples/harbor-cu --at "2026-12-25 03:00" --category malware --priority critical
  malware, Fri 2026-12-25 03:00 America/New_York

  owner        soc (Northbeam IT), Mei Tanaka
  accountable  Mei Tanaka
  activity     endpoint-security.remediation

  because
    1. `malware` belongs to `endpoint-security.remediation`   agreement.yaml:70
    2. `soc` is responsible for `endpoint-security.remediation`   agreement.yaml:53
    3. `soc` is open (calendar `always`)   agreement.yaml:31
    4. Mei Tanaka is on duty for `soc` by an override   agreement.yaml:110
    5. Mei Tanaka is accountable for `endpoint-security.remediation`   agreement.yaml:53

In house hours an executive's reset stays with the client's own team.

  $ tandem why examples/harbor-cu --at "2026-10-05 10:00" --category password-reset --requester vip
  password-reset, Mon 2026-10-05 10:00 America/New_York

  owner        harbor-it (Harbor Credit Union), Dana Whitfield
  accountable  Priya Raman
  activity     help-desk.routine

  because
    1. rule `executives stay in house` sends it to `harbor-it`   agreement.yaml:75
    2. `harbor-it` is open (calendar `office`)   agreement.yaml:29
    3. Dana Whitfield has the fewest open items of those present in `harbor-it` (0)   agreement.yaml:29
    4. `password-reset` belongs to `help-desk.routine`   agreement.yaml:67
    5. Priya Raman is accountable for `help-desk.routine`   agreement.yaml:45

On Saturday evening the provider covers, and the client's manager still answers for it.

  $ tandem why examples/harbor-cu --at "2026-10-10 20:00" --category core-banking
  core-banking, Sat 2026-10-10 20:00 America/New_York

  owner        desk (Northbeam IT), Priya Raman
  accountable  Dana Whitfield
  activity     help-desk.business-app

  because
    1. `core-banking` belongs to `help-desk.business-app`   agreement.yaml:69
    2. `harbor-it` is responsible for `help-desk.business-app`   agreement.yaml:46
    3. `harbor-it` is closed (calendar `office`)   agreement.yaml:29
    4. `desk` covers for `harbor-it` and is there   agreement.yaml:29
    5. Priya Raman has the fewest open items of those present in `desk` (0)   agreement.yaml:30
    6. Dana Whitfield is accountable for `help-desk.business-app`   agreement.yaml:46

For programs.

  $ tandem why examples/harbor-cu --at 2026-10-11T00:00:00Z --category core-banking --format json
  {"at":"2026-10-11T00:00:00Z","owner":{"party":"northbeam","team":"desk","person":"priya"},"accountable":"dana","activity":"help-desk.business-app","gap":false,"reasons":[{"kind":"category-activity","text":"`core-banking` belongs to `help-desk.business-app`","file":"agreement.yaml","line":69},{"kind":"activity-responsible","text":"`harbor-it` is responsible for `help-desk.business-app`","file":"agreement.yaml","line":46},{"kind":"team-closed","text":"`harbor-it` is closed (calendar `office`)","file":"agreement.yaml","line":29},{"kind":"cover-open","text":"`desk` covers for `harbor-it` and is there","file":"agreement.yaml","line":29},{"kind":"lowest-load","text":"Priya Raman has the fewest open items of those present in `desk` (0)","file":"agreement.yaml","line":30},{"kind":"accountable","text":"Dana Whitfield is accountable for `help-desk.business-app`","file":"agreement.yaml","line":46}]}

Words that are nearly right.

  $ tandem why examples/harbor-cu --at "2026-10-05 10:00" --category pasword-reset
  tandem: the agreement has no category `pasword-reset`: did you mean `password-reset`?
  [2]
  $ tandem why examples/harbor-cu --at "last tuesday" --category malware
  tandem: `last tuesday` is not a time: write 2026-12-25 03:00 or 2026-12-25T03:00:00Z
  [2]

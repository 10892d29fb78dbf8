A workbook with two rows of headings, sections in merged cells and a legend on another sheet.

  $ tandem import matrix tests/cli/data/matrix/harbor.xlsx
  tests/cli/data/matrix/harbor.xlsx:RACI!F10: error: `Security reports` has two accountable: `IT manager` and `SOC` [two-accountable]
    10 | 2.2 | Security reports | I | A (IT part) |  | A (security part)
       |                                               ^^^^^^^^^^^^^^^^^
  tests/cli/data/matrix/harbor.xlsx:RACI!D10: note: `IT manager` is accountable here
    10 | 2.2 | Security reports | I | A (IT part) |  | A (security part)
       |                              -----------
    help: keep one A; make the other R or C, or say for which part each answers: `A (Sev 1-2)`

  tests/cli/data/matrix/harbor.xlsx:RACI!B13: error: nobody is accountable for `Restore tests` [no-accountable]
    13 | 3.1 | Restore tests | I | C | R | -
       |       ^^^^^^^^^^^^^
    help: say which one answers for it; responsible is `Service desk`

  tests/cli/data/matrix/harbor.xlsx:RACI!B14: error: nobody is accountable for `Archive of old tapes` [no-accountable]
    14 | 3.2 | Archive of old tapes
       |       ^^^^^^^^^^^^^^^^^^^^
    help: write an A for the one who answers for it

  tests/cli/data/matrix/harbor.xlsx:RACI!D15: error: nobody is accountable for `Off-site copies` of Sev 3-4 [no-accountable]
    15 | 3.3 | Off-site copies | I | A (Sev 1-2) | R | S
       |                             ^^^^^^^^^^^
    help: name who answers for the rest, or drop the scope

  tests/cli/data/matrix/harbor.xlsx:RACI!B10: warning: nobody is responsible for `Security reports` [no-responsible]
    10 | 2.2 | Security reports | I | A (IT part) |  | A (security part)
       |       ^^^^^^^^^^^^^^^^
    help: write `A/R` if `IT manager` and `SOC` also do it

  tests/cli/data/matrix/harbor.xlsx:RACI!B14: warning: nobody is responsible for `Archive of old tapes` [no-responsible]
    14 | 3.2 | Archive of old tapes
       |       ^^^^^^^^^^^^^^^^^^^^

  tests/cli/data/matrix/harbor.xlsx:RACI!F15: warning: `S` for `Off-site copies` is none of R, A, C and I; where it is used, `SOC` supports it [unknown-letter]
    15 | 3.3 | Off-site copies | I | A (Sev 1-2) | R | S
       |                                               ^
    help: write R for those who do it, C for those who are asked first

  tests/cli/data/matrix/harbor.xlsx, sheet `RACI`: 4 roles, 9 activities in 3 sections (letters, roles over columns)
    roles: CIO (Client); IT manager (Client); Service desk (Provider); SOC (Provider)
    sections: Service desk; Security; Backup
  the matrix does not hold: 4 errors, 3 warnings
  the draft: 2 parties, 4 teams, 3 functions, 11 activities, 0 routing rules
    `client` is a client: `client` is a word for the client
    `provider` is a provider: `provider` is a word for a provider
    26 places are marked `to be filled in`
  nothing was written: `-o FOLDER` writes the draft
  [1]

The same workbook saved by another program says the same.

  $ tandem import matrix --format json tests/cli/data/matrix/harbor.xlsx | sed 's/harbor.xlsx/FILE/g' > $TMP/one
  $ tandem import matrix --format json tests/cli/data/matrix/harbor-libreoffice.xlsx | sed 's/harbor-libreoffice.xlsx/FILE/g' > $TMP/other
  $ cmp $TMP/one $TMP/other && head -c 330 $TMP/one
  {"file":"tests/cli/data/matrix/FILE","agreement":null,"findings":[{"name":"two-accountable","level":"error","message":"`Security reports` has two accountable: `IT manager` and `SOC`","at":{"file":"tests/cli/data/matrix/FILE","line":10,"column":47,"end_line":10,"end_column":64,"cell":"RACI!F10"},"notes":[{"message":"`IT manager`

Programs get the cell in JSON and in SARIF.

  $ tandem import matrix --format sarif tests/cli/data/matrix/harbor.xlsx | grep -o '"logicalLocations":[^]]*]' | head -n 1
  "logicalLocations":[{"fullyQualifiedName":"RACI!F10","kind":"cell"}]

A text in another code page, with semicolons and hours in brackets.

  $ tandem import matrix --quiet tests/cli/data/matrix/night-and-day.csv
  note: tests/cli/data/matrix/night-and-day.csv is not UTF-8 and was read as Windows-1252: look at the accents in names
  tests/cli/data/matrix/night-and-day.csv:B4: error: nobody is accountable for `Sicherung prüfen` of after hours [no-accountable]
     4 | Sicherung prüfen;A (business hours);R
       |                  ^^^^^^^^^^^^^^^^^^
    help: name who answers for the rest, or drop the scope
  [1]

The draft goes where it is told and takes the place of nothing.

  $ tandem import matrix --quiet tests/cli/data/matrix/harbor.xlsx -o $TMP/harbor > /dev/null; ls $TMP/harbor
  agreement.yaml
  $ tandem import matrix --quiet tests/cli/data/matrix/harbor.xlsx -o $TMP/harbor > /dev/null
  tandem: $TMP/harbor/agreement.yaml is there already: `--force` puts the draft in its place
  [2]
  $ tandem import matrix --quiet --force tests/cli/data/matrix/harbor.xlsx -o $TMP/harbor > /dev/null
  [1]
  $ tandem import matrix tests/cli/data/matrix/harbor.xlsx -o - 2> /dev/null | sed 's/effective: [-0-9]*/effective: DAY/'
  # A draft, made from harbor.xlsx.
  # What the matrix does not say, or only seems to, is marked "to be filled in": search for it.
  # `tandem check` lists what is left.
  tandem: 1
  engagement: harbor
  name: "Draft from harbor.xlsx"  # to be filled in
  time_zone: UTC                  # to be filled in: the zone in which hours are meant
  effective: DAY           # to be filled in

  parties:
    client: {kind: client, name: "Client"}        # to be filled in: `client` is a word for the client
    provider: {kind: provider, name: "Provider"}  # to be filled in: `provider` is a word for a provider

  calendars:
    office: {mon-fri: "09:00-17:00"}  # to be filled in: the matrix says nothing about hours

  people:  # to be filled in: the matrix names posts; an agreement names people, with deputies
    cio: {party: client, name: to be filled in, title: "CIO"}
    it-manager: {party: client, name: to be filled in, title: "IT manager"}
    service-desk-lead: {party: provider, name: to be filled in, title: "answers for Service desk"}
    soc-lead: {party: provider, name: to be filled in, title: "answers for SOC"}

  teams:  # to be filled in: members, hours, and who covers when a team is closed
    cio-team: {party: client, lead: cio, members: [cio], hours: office}
    it-manager-team: {party: client, lead: it-manager, members: [it-manager], hours: office}
    service-desk: {party: provider, lead: service-desk-lead, members: [service-desk-lead], hours: office}
    soc: {party: provider, lead: soc-lead, members: [soc-lead], hours: office}

  functions:
    service-desk:  # Service desk
      kind: operational
      activities:
        # Password resets
        password-resets: {responsible: service-desk, accountable: it-manager, informed: [cio-team]}
        # Core banking application
        core-banking-application:
          responsible: it-manager-team
          accountable: it-manager
          consulted: [service-desk]
          informed: [cio-team]
    security:  # Security
      kind: operational
      security: true
      activities:
        # Alert monitoring
        alert-monitoring: {responsible: soc, accountable: soc-lead, consulted: [it-manager-team], informed: [cio-team]}
        # Incident response, Sev 3-4
        incident-response-sev-3-4: {responsible: service-desk, accountable: it-manager}
        # Incident response, Sev 1-2
        # to be filled in: `service-desk` is responsible as well in the matrix; one team acts first
        # to be filled in: `cio-team` is consulted only for Sev 1-2
        incident-response-sev-1-2: {responsible: soc, accountable: soc-lead, consulted: [service-desk, cio-team]}
        # Security reports
        # to be filled in: the matrix has an A for each of these: keep one
        # to be filled in: the matrix has no R for this: the accountable side is taken to do it
        security-reports: {responsible: it-manager-team, accountable: [it-manager, soc-lead], informed: [cio-team]}
    backup:  # Backup
      kind: operational
      activities:
        # Job monitoring
        job-monitoring: {responsible: service-desk, accountable: it-manager}
        # Restore tests
        # to be filled in: the matrix has no A for this: name who answers
        restore-tests: {responsible: service-desk, consulted: [it-manager-team], informed: [cio-team]}
        # Archive of old tapes
        # to be filled in: the matrix has no A for this: name who answers
        # to be filled in: nobody is responsible for this in the matrix: name a team
        archive-of-old-tapes: {}
        # Off-site copies, Sev 1-2
        # to be filled in: the matrix has `S` for `soc`
        off-site-copies-sev-1-2: {responsible: service-desk, accountable: it-manager, informed: [cio-team]}
        # Off-site copies, Sev 3-4
        # to be filled in: the matrix has no A for this: name who answers
        # to be filled in: the matrix has `S` for `soc`
        off-site-copies-sev-3-4: {responsible: service-desk, informed: [cio-team]}

  categories:  # to be filled in: one for each activity; rename them to what people ask for
    password-resets: service-desk.password-resets
    core-banking-application: service-desk.core-banking-application
    alert-monitoring: security.alert-monitoring
    incident-response-sev-3-4: security.incident-response-sev-3-4
    incident-response-sev-1-2: security.incident-response-sev-1-2
    security-reports: security.security-reports
    job-monitoring: backup.job-monitoring
    restore-tests: backup.restore-tests
    archive-of-old-tapes: backup.archive-of-old-tapes
    off-site-copies-sev-1-2: backup.off-site-copies-sev-1-2
    off-site-copies-sev-3-4: backup.off-site-copies-sev-3-4
    other: service-desk.password-resets  # to be filled in: who sorts out what nobody classified; the first activity is taken

  targets:  # to be filled in: respond and resolve, and the hours in which they are counted
    sev-1: {clock: office}
    sev-2: {clock: office}
    sev-3: {clock: office}
    sev-4: {clock: office}

  # to be filled in: review, escalations, handoffs, disputes, decisions and scenarios, which no matrix has.
  $ tandem import matrix tests/cli/data/matrix/harbor.xlsx --format json -o -
  tandem: standard output takes the draft or the findings, not both: give -o a folder
  [2]

What is no matrix, or is not there, exits with 2.

  $ tandem import matrix tests/cli/data/small_log.csv
  tandem: found no matrix in tests/cli/data/small_log.csv: looked for a row of names over cells with R, A, C and I, for names under the words responsible and accountable, and for a table of owners
  [2]
  $ tandem import matrix nowhere.xlsx
  tandem: there is no file `nowhere.xlsx`
  [2]
  $ tandem import matrix tests/cli/data/matrix/harbor.xlsx --sheet Matrix
  tandem: tests/cli/data/matrix/harbor.xlsx has no sheet `Matrix`; it has `RACI`, `Legend`
  [2]
  $ tandem import matrix tests/cli/data/matrix/harbor.xlsx --sheet Legend
  tandem: found no matrix in tests/cli/data/matrix/harbor.xlsx: looked for a row of names over cells with R, A, C and I, for names under the words responsible and accountable, and for a table of owners
  [2]
  $ printf 'PK\003\004nothing' > $TMP/broken.xlsx; tandem import matrix $TMP/broken.xlsx
  tandem: $TMP/broken.xlsx begins like a packed file and cannot be opened as one: Not a zip archive
  [2]

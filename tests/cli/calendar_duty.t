Who is on duty at an instant, until when, who follows and who is away.

  $ tandem calendar duty tests/cli/data/rota --at "2026-11-02 20:00"
  Mon 2026-11-02 20:00 America/Denver

  quarry-it (Quarry Dental Group)
    hours    closed until Tue 2026-11-03 08:00 (calendar `iris-hours`)
    present  Iris Calder
    cover    desk is there

  desk (Northbeam IT)
    hours    open until Tue 2026-11-03 12:00 (calendar `covered`)
    on duty  Otto Lind until Tue 2026-11-03 07:00: stands in for Sam Okafor, on leave
    next     Priya Raman from Wed 2026-11-04 18:00: override
    present  Priya Raman, Otto Lind
    away     Sam Okafor until Wed 2026-11-04 00:00: on leave, agreement.yaml:140

  soc (Northbeam IT)
    hours    always open (calendar `always`)
    present  Mei Tanaka, Otto Lind
  $ tandem calendar duty tests/cli/data/rota desk --at "2026-11-12 10:00"
  Thu 2026-11-12 10:00 America/Denver

  desk (Northbeam IT)
    hours    open until Thu 2026-11-12 12:00 (calendar `covered`)
    on duty  nobody
    next     Priya Raman from Thu 2026-11-12 10:30: turn in `days`
    present  Priya Raman, Sam Okafor, Otto Lind
    gap      nobody is on duty, until Thu 2026-11-12 10:30
  $ tandem calendar duty examples/quarry-dental quarry-it --at "2026-11-24 11:00"
  Tue 2026-11-24 11:00 America/Denver

  quarry-it (Quarry Dental Group)
    hours    open until Tue 2026-11-24 17:00 (calendar `iris-hours`)
    present  nobody
    gap      nobody is there: Iris Calder is away, until Tue 2026-11-24 17:00
    cover    desk is there
    away     Iris Calder until Sat 2026-11-28 00:00: on leave, agreement.yaml:139

For programs.

  $ tandem calendar duty tests/cli/data/rota desk --at "2026-11-02 20:00" --format json
  {"at":"2026-11-03T03:00:00Z","local":"Mon 2026-11-02 20:00","zone":"America/Denver","teams":[{"team":"desk","calendar":"covered","open":true,"until":"2026-11-03T19:00:00Z","on_duty":{"person":"otto","name":"Otto Lind","from":"2026-11-03T03:00:00Z","to":"2026-11-03T14:00:00Z","origin":"stand-in","layer":"nights","why":"stands in for Sam Okafor, on leave"},"next":{"person":"priya","name":"Priya Raman","from":"2026-11-05T01:00:00Z","to":"2026-11-05T14:00:00Z","origin":"override","layer":null,"why":"override"},"present":["priya","otto"],"minimum":1,"gap":null,"cover":null,"away":[{"person":"sam","from":"2026-11-02T07:00:00Z","to":"2026-11-04T07:00:00Z","why":"on leave, agreement.yaml:140"}]}]}

Words that are nearly right.

  $ tandem calendar duty examples/quarry-dental dsk
  tandem: the agreement has no team `dsk`: did you mean `desk`?
  [2]
  $ tandem calendar duty examples/quarry-dental desk --at noon
  tandem: `noon` is not a time: write 2026-12-25, 2026-12-25 03:00 or 2026-12-25T03:00:00Z
  [2]

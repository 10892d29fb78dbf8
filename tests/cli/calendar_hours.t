Open hours of one calendar, day by day, with what is out of the ordinary and the sum of each week.

  $ tandem calendar hours tests/cli/data/rota clinic --from 2026-11-09 --to 2026-11-29
  clinic, Mon 2026-11-09 to Sun 2026-11-29 America/Denver

  Mon 2026-11-09  07:00–12:00, 12:30–18:00               10:30 h
  Tue 2026-11-10  07:00–12:00, 12:30–15:00, 16:30–18:00   9:00 h  break
  Wed 2026-11-11  closed                                       –  Veterans Day
  Thu 2026-11-12  07:00–12:00, 12:30–18:00               10:30 h
  Fri 2026-11-13  08:00–13:00                             5:00 h
  Sat 2026-11-14  09:00–13:00                             4:00 h  special hours
  Sun 2026-11-15  closed                                       –
  week W46                                               39:00 h

  Mon 2026-11-16  07:00–12:00, 12:30–18:00               10:30 h
  Tue 2026-11-17  07:00–12:00, 12:30–18:00               10:30 h
  Wed 2026-11-18  07:00–12:00, 12:30–18:00               10:30 h
  Thu 2026-11-19  07:00–12:00, 12:30–18:00               10:30 h
  Fri 2026-11-20  08:00–13:00                             5:00 h
  Sat 2026-11-21  closed                                       –
  Sun 2026-11-22  closed                                       –
  week W47                                               47:00 h

  Mon 2026-11-23  07:00–12:00, 12:30–18:00               10:30 h
  Tue 2026-11-24  07:00–12:00, 12:30–18:00               10:30 h
  Wed 2026-11-25  07:00–14:00                             7:00 h  special hours
  Thu 2026-11-26  closed                                       –  Thanksgiving Day
  Fri 2026-11-27  closed                                       –  closed day
  Sat 2026-11-28  closed                                       –
  Sun 2026-11-29  closed                                       –
  week W48                                               28:00 h

  open 114 h

Hours over midnight are cut there, and a change of clocks is told.

  $ tandem calendar hours tests/cli/data/rota nights --from 2026-10-30 --to 2026-11-03
  nights, Fri 2026-10-30 to Tue 2026-11-03 America/Denver

  Fri 2026-10-30  00:00–07:00, 18:00–24:00  13:00 h
  Sat 2026-10-31  00:00–07:00                7:00 h
  Sun 2026-11-01  closed                          –  clocks go back 1 h
  week W44                                  20:00 h

  Mon 2026-11-02  18:00–24:00                6:00 h
  Tue 2026-11-03  00:00–07:00, 18:00–24:00  13:00 h
  week W45                                  19:00 h

  open 39 h
  $ tandem calendar hours examples/harbor-cu always --from 2026-11-01 --to 2026-11-01
  always, Sun 2026-11-01 America/New_York

  Sun 2026-11-01  00:00–24:00  25:00 h  clocks go back 1 h
  week W44                     25:00 h

  open 25 h

All calendars, and times of the day as edges.

  $ tandem calendar hours examples/quarry-dental --from "2026-11-26 12:00" --to 2026-11-27T19:00:00Z
  clinic, Thu 2026-11-26 12:00 to Fri 2026-11-27 12:00 America/Denver

  Thu 2026-11-26  closed            –  Thanksgiving Day
  Fri 2026-11-27  08:00–12:00  4:00 h
  week W48                     4:00 h

  open 4 h

  iris-hours, Thu 2026-11-26 12:00 to Fri 2026-11-27 12:00 America/Denver

  Thu 2026-11-26  closed       –  Thanksgiving Day
  Fri 2026-11-27  closed       –
  week W48                0:00 h

  open 0 min

  always, Thu 2026-11-26 12:00 to Fri 2026-11-27 12:00 America/Denver

  Thu 2026-11-26  12:00–24:00  12:00 h
  Fri 2026-11-27  00:00–12:00  12:00 h
  week W48                     24:00 h

  open 24 h

For programs.

  $ tandem calendar hours tests/cli/data/rota clinic --from 2026-11-10 --to 2026-11-11 --format json
  {"calendars":[{"calendar":"clinic","zone":"America/Denver","from":"2026-11-10T07:00:00Z","to":"2026-11-12T07:00:00Z","days":[{"date":"2026-11-10","weekday":"Tue","local":"07:00–12:00, 12:30–15:00, 16:30–18:00","open":[{"from":"2026-11-10T14:00:00Z","to":"2026-11-10T19:00:00Z"},{"from":"2026-11-10T19:30:00Z","to":"2026-11-10T22:00:00Z"},{"from":"2026-11-10T23:30:00Z","to":"2026-11-11T01:00:00Z"}],"seconds":32400,"notes":[{"reason":"break","text":"break"}]},{"date":"2026-11-11","weekday":"Wed","local":"closed","open":[],"seconds":0,"notes":[{"reason":"holiday","text":"Veterans Day"}]}],"weeks":[{"week":"W46","from":"2026-11-10","to":"2026-11-11","seconds":32400}],"seconds":32400}]}

Words that are nearly right.

  $ tandem calendar hours examples/quarry-dental clinik
  tandem: the agreement has no calendar `clinik`: did you mean `clinic`?
  [2]
  $ tandem calendar hours examples/quarry-dental clinic --from tomorrow
  tandem: `tomorrow` is not a time: write 2026-12-25, 2026-12-25 03:00 or 2026-12-25T03:00:00Z
  [2]
  $ tandem calendar hours examples/quarry-dental clinic --from 2026-11-10 --to 2026-11-09
  tandem: the end, Tue 2026-11-10 00:00, is not behind the beginning, Tue 2026-11-10 00:00
  [2]
  $ tandem calendar hours examples/quarry-dental clinic --from 2026-11-10 --to 2099-01-01
  tandem: ten years at most can be shown at a time
  [2]
  $ tandem calendar hours examples/quarry-dental clinic --format xml
  tandem: --format: text or json, not `xml`
  `tandem --help` and `tandem COMMAND --help` tell more
  [2]
  $ tandem calendar hours no-such-folder
  tandem: there is no file or folder `no-such-folder`: give the folder of an agreement, or its file
  [2]
  $ tandem calendar huors examples/quarry-dental
  tandem: there is no command `huors`: did you mean `hours`?
  [2]

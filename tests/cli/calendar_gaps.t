Hours that nobody has; they make the exit status 1.

  $ tandem calendar gaps tests/cli/data/rota --from 2026-11-02 --to 2026-11-20
  team       from                  to                     length  why
  quarry-it  Mon 2026-11-02 00:00  07:00                  7:00 h  closed, no cover there (`desk`)
  soc        Thu 2026-11-05 12:00  17:00                  5:00 h  1 of 2 people needed is there: Mei Tanaka is away
  quarry-it  Fri 2026-11-06 07:00  08:00                  1:00 h  closed, no cover there (`desk`)
  quarry-it  Fri 2026-11-06 13:00  18:00                  5:00 h  closed, no cover there (`desk`)
  quarry-it  Sat 2026-11-07 07:00  Mon 2026-11-09 07:00  48:00 h  closed, no cover there (`desk`)
  quarry-it  Wed 2026-11-11 07:00  18:00                 11:00 h  closed, no cover there (`desk`)
  desk       Thu 2026-11-12 09:00  10:30                  1:30 h  nobody is on duty
  quarry-it  Fri 2026-11-13 07:00  08:00                  1:00 h  closed, no cover there (`desk`)
  quarry-it  Fri 2026-11-13 13:00  18:00                  5:00 h  closed, no cover there (`desk`)
  quarry-it  Sat 2026-11-14 07:00  09:00                  2:00 h  closed, no cover there (`desk`)
  desk       Sat 2026-11-14 09:00  13:00                  4:00 h  nobody is on duty
  quarry-it  Sat 2026-11-14 13:00  Mon 2026-11-16 07:00  42:00 h  closed, no cover there (`desk`)
  desk       Thu 2026-11-19 00:00  07:00                  7:00 h  nobody is on duty
  desk       Thu 2026-11-19 19:00  Fri 2026-11-20 00:00   5:00 h  nobody is on duty
  quarry-it  Fri 2026-11-20 07:00  08:00                  1:00 h  closed, no cover there (`desk`)
  quarry-it  Fri 2026-11-20 13:00  18:00                  5:00 h  closed, no cover there (`desk`)

  16 gaps, 150 h 30 min from Mon 2026-11-02 to Fri 2026-11-20
  [1]
  $ tandem calendar gaps examples/quarry-dental quarry-it --from 2026-11-01 --to 2026-11-30
  team       from                  to     length  why
  quarry-it  Mon 2026-11-23 08:00  17:00  9:00 h  nobody is there: Iris Calder is away
  quarry-it  Tue 2026-11-24 08:00  17:00  9:00 h  nobody is there: Iris Calder is away
  quarry-it  Wed 2026-11-25 08:00  17:00  9:00 h  nobody is there: Iris Calder is away

  3 gaps, 27 h from Sun 2026-11-01 to Mon 2026-11-30
  [1]

For programs.

  $ tandem calendar gaps tests/cli/data/rota soc --from 2026-11-02 --to 2026-11-20 --format json
  {"zone":"America/Denver","from":"2026-11-02T07:00:00Z","to":"2026-11-21T07:00:00Z","gaps":[{"team":"soc","from":"2026-11-05T19:00:00Z","to":"2026-11-06T00:00:00Z","local":{"from":"Thu 2026-11-05 12:00","to":"Thu 2026-11-05 17:00"},"kind":"short-of-people","reason":"1 of 2 people needed is there: Mei Tanaka is away","seconds":18000}]}
  [1]

None.

  $ tandem calendar gaps examples/harbor-cu --from 2026-11-01 --to 2026-11-30
  no gaps from Sun 2026-11-01 to Mon 2026-11-30
  $ tandem calendar gaps tests/cli/data/rota soc --from 2026-12-01 --to 2026-12-31 --format json
  {"zone":"America/Denver","from":"2026-12-01T07:00:00Z","to":"2027-01-01T07:00:00Z","gaps":[]}

What could not be asked is 2.

  $ tandem calendar gaps examples/quarry-dental quarryit
  tandem: the agreement has no team `quarryit`: did you mean `quarry-it`?
  [2]
  $ tandem calendar gaps examples/quarry-dental --from 2026-11-30 --to 2026-11-01
  tandem: the end, Mon 2026-11-02 00:00, is not behind the beginning, Mon 2026-11-30 00:00
  [2]

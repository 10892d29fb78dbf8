Shifts of a team, with what put people on duty.

  $ tandem calendar shifts tests/cli/data/rota desk --from 2026-11-02 --to 2026-11-20
  desk, Mon 2026-11-02 to Fri 2026-11-20 America/Denver

  from                  to                     length  on duty      why
  Mon 2026-11-02 07:00  18:00                 11:00 h  Otto Lind    turn in `days`
  Mon 2026-11-02 18:00  Tue 2026-11-03 07:00  13:00 h  Otto Lind    stands in for Sam Okafor, on leave
  Tue 2026-11-03 07:00  18:00                 11:00 h  Otto Lind    turn in `days`
  Tue 2026-11-03 18:00  Wed 2026-11-04 07:00  13:00 h  Otto Lind    turn in `nights`
  Wed 2026-11-04 07:00  18:00                 11:00 h  Otto Lind    turn in `days`
  Wed 2026-11-04 18:00  Thu 2026-11-05 07:00  13:00 h  Priya Raman  override
  Thu 2026-11-05 07:00  18:00                 11:00 h  Otto Lind    turn in `days`
  Thu 2026-11-05 18:00  Fri 2026-11-06 07:00  13:00 h  Otto Lind    turn in `nights`
  Fri 2026-11-06 07:00  18:00                 11:00 h  Otto Lind    turn in `days`
  Fri 2026-11-06 18:00  Sat 2026-11-07 07:00  13:00 h  Sam Okafor   turn in `nights`
  Mon 2026-11-09 07:00  18:00                 11:00 h  Priya Raman  turn in `days`
  Mon 2026-11-09 18:00  Tue 2026-11-10 07:00  13:00 h  Otto Lind    turn in `nights`
  Tue 2026-11-10 07:00  18:00                 11:00 h  Priya Raman  turn in `days`
  Tue 2026-11-10 18:00  Wed 2026-11-11 07:00  13:00 h  Sam Okafor   turn in `nights`
  Wed 2026-11-11 07:00  18:00                 11:00 h  Priya Raman  turn in `days`
  Wed 2026-11-11 18:00  Thu 2026-11-12 07:00  13:00 h  Otto Lind    turn in `nights`
  Thu 2026-11-12 07:00  09:00                  2:00 h  Priya Raman  turn in `days`
  Thu 2026-11-12 10:30  18:00                  7:30 h  Priya Raman  turn in `days`
  Thu 2026-11-12 18:00  Fri 2026-11-13 07:00  13:00 h  Sam Okafor   turn in `nights`
  Fri 2026-11-13 07:00  18:00                 11:00 h  Priya Raman  turn in `days`
  Fri 2026-11-13 18:00  Sat 2026-11-14 07:00  13:00 h  Otto Lind    turn in `nights`
  Mon 2026-11-16 07:00  Tue 2026-11-17 18:00  35:00 h  Otto Lind    swap with Sam Okafor
  Tue 2026-11-17 18:00  Wed 2026-11-18 00:00   6:00 h  Sam Okafor   swap with Otto Lind
  Wed 2026-11-18 00:00  07:00                  7:00 h  Otto Lind    turn in `nights`
  Wed 2026-11-18 07:00  18:00                 11:00 h  Sam Okafor   turn in `days`
  Wed 2026-11-18 18:00  Thu 2026-11-19 00:00   6:00 h  Sam Okafor   turn in `nights`
  Thu 2026-11-19 07:00  19:00                 12:00 h  Otto Lind    temporary schedule
  Fri 2026-11-20 00:00  07:00                  7:00 h  Otto Lind    turn in `nights`
  Fri 2026-11-20 07:00  18:00                 11:00 h  Sam Okafor   turn in `days`
  Fri 2026-11-20 18:00  Sat 2026-11-21 00:00   6:00 h  Sam Okafor   turn in `nights`, until Sat 2026-11-21 07:00

Of a person.

  $ tandem calendar shifts tests/cli/data/rota priya --from 2026-11-01 --to 2026-11-13
  priya, Sun 2026-11-01 to Fri 2026-11-13 America/Denver

  from                  to                     length  on duty      why
  Wed 2026-11-04 18:00  Thu 2026-11-05 07:00  13:00 h  Priya Raman  override
  Mon 2026-11-09 07:00  18:00                 11:00 h  Priya Raman  turn in `days`
  Tue 2026-11-10 07:00  18:00                 11:00 h  Priya Raman  turn in `days`
  Wed 2026-11-11 07:00  18:00                 11:00 h  Priya Raman  turn in `days`
  Thu 2026-11-12 07:00  09:00                  2:00 h  Priya Raman  turn in `days`
  Thu 2026-11-12 10:30  18:00                  7:30 h  Priya Raman  turn in `days`
  Fri 2026-11-13 07:00  18:00                 11:00 h  Priya Raman  turn in `days`

A shift at the edge is shown as far as it lies inside.

  $ tandem calendar shifts examples/quarry-dental --from 2026-11-01 --to 2026-11-10
  all teams, Sun 2026-11-01 to Tue 2026-11-10 America/Denver

  from                  to                      length  on duty     why
  Sun 2026-11-01 00:00  Mon 2026-11-02 08:00   33:00 h  Otto Lind   turn in `desk-duty`, since Mon 2026-10-26 08:00
  Mon 2026-11-02 08:00  Mon 2026-11-09 08:00  168:00 h  Sam Okafor  turn in `desk-duty`
  Mon 2026-11-09 08:00  Wed 2026-11-11 00:00   40:00 h  Otto Lind   turn in `desk-duty`, until Mon 2026-11-16 08:00

The week in which clocks go back is an hour longer.

  $ tandem calendar shifts examples/quarry-dental desk --from "2026-10-26 08:00" --to "2026-11-02 08:00"
  desk, Mon 2026-10-26 08:00 to Mon 2026-11-02 08:00 America/Denver

  from                  to                      length  on duty    why
  Mon 2026-10-26 08:00  Mon 2026-11-02 08:00  169:00 h  Otto Lind  turn in `desk-duty`

For programs.

  $ tandem calendar shifts tests/cli/data/rota desk --from 2026-11-02 --to 2026-11-02 --format json
  {"zone":"America/Denver","from":"2026-11-02T07:00:00Z","to":"2026-11-03T07:00:00Z","shifts":[{"team":"desk","from":"2026-11-02T14:00:00Z","to":"2026-11-03T01:00:00Z","local":{"from":"Mon 2026-11-02 07:00","to":"Mon 2026-11-02 18:00"},"whole":{"from":"2026-11-02T14:00:00Z","to":"2026-11-03T01:00:00Z"},"person":"otto","name":"Otto Lind","origin":"layer","layer":"days","why":"turn in `days`","seconds":39600},{"team":"desk","from":"2026-11-03T01:00:00Z","to":"2026-11-03T07:00:00Z","local":{"from":"Mon 2026-11-02 18:00","to":"Tue 2026-11-03 00:00"},"whole":{"from":"2026-11-03T01:00:00Z","to":"2026-11-03T14:00:00Z"},"person":"otto","name":"Otto Lind","origin":"stand-in","layer":"nights","why":"stands in for Sam Okafor, on leave","seconds":21600}]}

Teams that do not take turns have no shifts.

  $ tandem calendar shifts examples/harbor-cu desk --from 2026-11-01
  desk, Sun 2026-11-01 to Sat 2026-11-28 America/New_York

  no shifts: there is no rotation
  $ tandem calendar shifts tests/cli/data/rota sma
  tandem: the agreement has no team or person `sma`: did you mean `sam`?
  [2]
  $ tandem calendar shifts tests/cli/data/rota sam --from 2026-11-09 --to 2026-11-02
  tandem: the end, Tue 2026-11-03 00:00, is not behind the beginning, Mon 2026-11-09 00:00
  [2]

Leave at the command line: whole days, both included.

  $ tandem demo --database $TMP/leave.db > /dev/null
  $ tandem leave add otto --from 2030-12-21 --to 2030-12-24 --engagement harbor-cu --database $TMP/leave.db
  otto is away from 2030-12-21 to 2030-12-24; a running server takes it up within a minute
    Otto Lind has the duty of `soc` and somebody stands in, 2030-12-21 08:00 to 2030-12-21 20:00, and 3 more times

What an absence uncovers is told, and refused is nothing.

  $ tandem leave add mei --from "2030-12-23 12:00" --to 2030-12-24 --note "at sea" --engagement harbor-cu --database $TMP/leave.db
  mei is away from 2030-12-23 12:00 to 2030-12-24; a running server takes it up within a minute
    nobody is there for `soc`, 2030-12-23 12:00 to 2030-12-25 00:00
    nobody is on duty for `soc`, 2030-12-23 12:00 to 2030-12-25 00:00
    nobody answers for `endpoint-security.monitoring`: Mei Tanaka and Otto Lind are both away, 2030-12-23 12:00 to 2030-12-25 00:00
    nobody answers for `endpoint-security.remediation`: Mei Tanaka and Otto Lind are both away, 2030-12-23 12:00 to 2030-12-25 00:00

What is removed stays in the history.

  $ tandem leave remove $(tandem leave list --person mei --engagement harbor-cu --database $TMP/leave.db | cut -d' ' -f1) --engagement harbor-cu --database $TMP/leave.db
  the leave is removed; a running server takes it up within a minute
  $ tandem leave list --engagement harbor-cu --database $TMP/leave.db | sed 's/^[0-9a-z]* /ID /' | grep -v agreement
  ID  otto          2030-12-21 to 2030-12-24  by command line
  $ tandem leave list --removed --engagement harbor-cu --database $TMP/leave.db | sed 's/^[0-9a-z]* /ID /' | grep -v agreement
  ID  otto          2030-12-21 to 2030-12-24  by command line
  ID  mei           2030-12-23 12:00 to 2030-12-24  by command line, removed by command line: at sea

Leave of the agreement's own text is listed with its line.

  $ tandem leave list --engagement quarry-dental --database $TMP/leave.db
  --------------------------  iris          2026-11-23 to 2026-11-27  agreement.yaml:139

What is wrong is named.

  $ tandem leave add dave --from 2030-02-30 --engagement harbor-cu --database $TMP/leave.db
  tandem: `person` names nobody of the agreement: `dave`
  tandem: `from` is a day, such as 2026-12-21, or a time, such as 2026-12-21 13:00, that exists
  [2]
  $ tandem leave add otto --from 2030-12-21 --to 2030-12-20 --engagement harbor-cu --database $TMP/leave.db
  tandem: `to` is before `from`
  [2]
  $ tandem leave remove nonsense --engagement harbor-cu --database $TMP/leave.db
  tandem: `nonsense` is no id, as `tandem leave list` has it
  [2]
  $ tandem leave list --engagement nowhere --database $TMP/leave.db
  tandem: there is no such engagement
  [2]

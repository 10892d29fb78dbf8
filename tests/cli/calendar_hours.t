Open hours of one calendar, day by day, with what is out of the ordinary and the sum of each week.

  $ tandem calendar hours tests/cli/data/rota clinic --from 2026-11-09 --to 2026-11-29

Hours over midnight are cut there, and a change of clocks is told.

  $ tandem calendar hours tests/cli/data/rota nights --from 2026-10-30 --to 2026-11-03
  $ tandem calendar hours examples/harbor-cu always --from 2026-11-01 --to 2026-11-01

All calendars, and times of the day as edges.

  $ tandem calendar hours examples/quarry-dental --from "2026-11-26 12:00" --to 2026-11-27T19:00:00Z

For programs.

  $ tandem calendar hours tests/cli/data/rota clinic --from 2026-11-10 --to 2026-11-11 --format json

Words that are nearly right.

  $ tandem calendar hours examples/quarry-dental clinik
  $ tandem calendar hours examples/quarry-dental clinic --from tomorrow
  $ tandem calendar hours examples/quarry-dental clinic --from 2026-11-10 --to 2026-11-09
  $ tandem calendar hours examples/quarry-dental clinic --from 2026-11-10 --to 2099-01-01
  $ tandem calendar hours examples/quarry-dental clinic --format xml
  $ tandem calendar hours no-such-folder
  $ tandem calendar huors examples/quarry-dental

Shifts of a team, with what put people on duty.

  $ tandem calendar shifts tests/cli/data/rota desk --from 2026-11-02 --to 2026-11-20

Of a person.

  $ tandem calendar shifts tests/cli/data/rota priya --from 2026-11-01 --to 2026-11-13

A shift at the edge is shown as far as it lies inside.

  $ tandem calendar shifts examples/quarry-dental --from 2026-11-01 --to 2026-11-10

The week in which clocks go back is an hour longer.

  $ tandem calendar shifts examples/quarry-dental desk --from "2026-10-26 08:00" --to "2026-11-02 08:00"

For programs.

  $ tandem calendar shifts tests/cli/data/rota desk --from 2026-11-02 --to 2026-11-02 --format json

Teams that do not take turns have no shifts.

  $ tandem calendar shifts examples/harbor-cu --from 2026-11-01
  $ tandem calendar shifts tests/cli/data/rota sma
  $ tandem calendar shifts tests/cli/data/rota sam --from 2026-11-09 --to 2026-11-02

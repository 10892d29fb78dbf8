Hours that nobody has; they make the exit status 1.

  $ tandem calendar gaps tests/cli/data/rota --from 2026-11-02 --to 2026-11-20
  $ tandem calendar gaps examples/quarry-dental quarry-it --from 2026-11-01 --to 2026-11-30

For programs.

  $ tandem calendar gaps tests/cli/data/rota soc --from 2026-11-02 --to 2026-11-20 --format json

None.

  $ tandem calendar gaps examples/harbor-cu --from 2026-11-01 --to 2026-11-30
  $ tandem calendar gaps tests/cli/data/rota soc --from 2026-12-01 --to 2026-12-31 --format json

What could not be asked is 2.

  $ tandem calendar gaps examples/quarry-dental quarryit
  $ tandem calendar gaps examples/quarry-dental --from 2026-11-30 --to 2026-11-01

Who is on duty at an instant, until when, who follows and who is away.

  $ tandem calendar duty tests/cli/data/rota --at "2026-11-02 20:00"
  $ tandem calendar duty tests/cli/data/rota desk --at "2026-11-12 10:00"
  $ tandem calendar duty examples/quarry-dental quarry-it --at "2026-11-24 11:00"

For programs.

  $ tandem calendar duty tests/cli/data/rota desk --at "2026-11-02 20:00" --format json

Words that are nearly right.

  $ tandem calendar duty examples/quarry-dental dsk
  $ tandem calendar duty examples/quarry-dental desk --at noon

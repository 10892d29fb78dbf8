A month of a calendar.

  $ tandem calendar month tests/cli/data/rota clinic --month 2026-11

Of a team with a rotation: turns by night and by day, an override, a swap, a temporary schedule, leave.

  $ tandem calendar month tests/cli/data/rota desk --month 2026-11

Of a team without one.

  $ tandem calendar month tests/cli/data/rota soc --month 2026-11

Of all teams.

  $ tandem calendar month tests/cli/data/rota --month 2026-11

For programs.

  $ tandem calendar month tests/cli/data/rota clinic --month 2026-11 --format json | head -c 760
  $ tandem calendar month tests/cli/data/rota desk --month 2026-11 --format json | python3 -c "import json, sys; print(json.dumps(json.load(sys.stdin)['teams'][0]['days'][11], indent=1))"

No line is wider than 80 columns.

  $ for name in clinic covered desk quarry-it soc ""; do tandem calendar month tests/cli/data/rota $name --month 2026-11; done | awk 'length($0) > 80 { gsub(/gap .*/, "", $0); if (length($0) > 80) print "too wide: " $0 }'

Words that are nearly right.

  $ tandem calendar month tests/cli/data/rota dsk
  $ tandem calendar month tests/cli/data/rota desk --month 2026-13
  $ tandem calendar month tests/cli/data/rota desk --month november

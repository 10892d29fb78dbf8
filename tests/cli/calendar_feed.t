Shifts and leave for calendar programs. The stamp is when it was written.

  $ tandem calendar feed tests/cli/data/rota priya --from 2026-11-04 --to 2026-11-05 | grep -v DTSTAMP | tr -d '\r'
  $ tandem calendar feed examples/quarry-dental quarry-it --from 2026-11-01 --to 2026-11-30 | grep -A7 VEVENT | grep -v DTSTAMP | tr -d '\r'

With times only, no name of a person and no reason is in it, and entries are the same at every writing.

  $ tandem calendar feed examples/quarry-dental desk --from 2026-11-10 --to 2026-11-20 --busy-only | tr -d '\r' | grep -E "^(UID|SUMMARY|DTSTART;)"
  $ tandem calendar feed examples/quarry-dental desk --from 2026-11-12 --to 2026-11-20 --busy-only | tr -d '\r' | grep -E "^UID"
  $ tandem calendar feed examples/quarry-dental desk --from 2026-11-01 --to 2026-11-30 --busy-only | grep -ciE "otto|okafor|turn|leave"

Somebody must be named.

  $ tandem calendar feed examples/quarry-dental
  $ tandem calendar feed examples/quarry-dental dask

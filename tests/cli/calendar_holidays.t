The sets of holidays.

  $ tandem calendar holidays | grep -A4 -E "^(de|us-federal) "
  $ tandem calendar holidays --format json | python3 -c "import json, sys; sets = json.load(sys.stdin)['sets']; print(len(sets) > 60, next(s for s in sets if s['name'] == 'de-be'))"

The days of one.

  $ tandem calendar holidays de-be --year 2026
  $ tandem calendar holidays us-federal --year 1960
  $ tandem calendar holidays us-federal --year 2060
  $ tandem calendar holidays nl --year 2026 --format json

Words that are nearly right.

  $ tandem calendar holidays us-federl
  $ tandem calendar holidays de-be --year 0

The sets of holidays.

  $ tandem calendar holidays | grep -A4 -E "^(de|us-federal) "
  de                   1995 to 2050  Germany, common to all Länder
  de-bb                1995 to 2050  Germany, Brandenburg
  de-be                1995 to 2050  Germany, Berlin
  de-bw                1995 to 2050  Germany, Baden-Württemberg
  de-by                1995 to 2050  Germany, Bavaria
  --
  us-federal           1971 to 2050  United States, federal
  us-ak                2010 to 2050  Alaska
  us-al                2010 to 2050  Alabama
  us-ar                2010 to 2050  Arkansas
  us-az                2010 to 2050  Arizona
  $ tandem calendar holidays --format json | python3 -c "import json, sys; sets = json.load(sys.stdin)['sets']; print(len(sets) > 60, next(s for s in sets if s['name'] == 'de-be'))"
  True {'name': 'de-be', 'title': 'Germany, Berlin', 'country': 'de', 'source': 'Gesetz über die Sonn- und Feiertage § 1, with the single days of 2020, 2025 and 2028', 'first_year': 1995, 'last_year': 2050}

The days of one.

  $ tandem calendar holidays de-be --year 2026
  de-be 2026: Germany, Berlin

  Thu 2026-01-01  Neujahr
  Sun 2026-03-08  Internationaler Frauentag
  Fri 2026-04-03  Karfreitag
  Mon 2026-04-06  Ostermontag
  Fri 2026-05-01  Erster Mai
  Thu 2026-05-14  Christi Himmelfahrt
  Mon 2026-05-25  Pfingstmontag
  Sat 2026-10-03  Tag der Deutschen Einheit
  Fri 2026-12-25  Erster Weihnachtstag
  Sat 2026-12-26  Zweiter Weihnachtstag

  valid   1995 to 2050
  source  Gesetz über die Sonn- und Feiertage § 1, with the single days of 2020, 2025 and 2028
  $ tandem calendar holidays us-federal --year 1960
  us-federal 1960: United States, federal

  no holidays

  valid   1971 to 2050
  source  5 U.S.C. 6103; Executive Order 11582 (holidays on Sundays); Public Laws 90-363 (1971), 94-97 (Veterans Day from 1978), 98-144 (Dr. King's birthday from 1986), 117-17 (Juneteenth from 2021)
  1960 is outside of these years: before them other laws held and the set has no days
  $ tandem calendar holidays us-federal --year 2060
  us-federal 2060: United States, federal

  Thu 2060-01-01  New Year's Day
  Mon 2060-01-19  Birthday of Martin Luther King, Jr.
  Mon 2060-02-16  Washington's Birthday
  Mon 2060-05-31  Memorial Day
  Fri 2060-06-18  Juneteenth National Independence Day
  Sat 2060-06-19  Juneteenth National Independence Day
  Sun 2060-07-04  Independence Day
  Mon 2060-07-05  Independence Day
  Mon 2060-09-06  Labor Day
  Mon 2060-10-11  Columbus Day
  Thu 2060-11-11  Veterans Day
  Thu 2060-11-25  Thanksgiving Day
  Fri 2060-12-24  Christmas Day
  Sat 2060-12-25  Christmas Day
  Fri 2060-12-31  New Year's Day

  valid   1971 to 2050
  source  5 U.S.C. 6103; Executive Order 11582 (holidays on Sundays); Public Laws 90-363 (1971), 94-97 (Veterans Day from 1978), 98-144 (Dr. King's birthday from 1986), 117-17 (Juneteenth from 2021)
  2060 is outside of these years: the days are those of the last law known
  $ tandem calendar holidays nl --year 2026 --format json
  {"name":"nl","title":"Netherlands","country":"nl","source":"Algemene termijnenwet, artikel 3 lid 1; Koninklijk Besluit on the King's birthday","first_year":1980,"last_year":2050,"year":2026,"valid":true,"days":[{"date":"2026-01-01","weekday":"Thu","name":"Nieuwjaarsdag"},{"date":"2026-04-06","weekday":"Mon","name":"Tweede Paasdag"},{"date":"2026-04-27","weekday":"Mon","name":"Koningsdag"},{"date":"2026-05-05","weekday":"Tue","name":"Bevrijdingsdag"},{"date":"2026-05-14","weekday":"Thu","name":"Hemelvaartsdag"},{"date":"2026-05-25","weekday":"Mon","name":"Tweede Pinksterdag"},{"date":"2026-12-25","weekday":"Fri","name":"Eerste Kerstdag"},{"date":"2026-12-26","weekday":"Sat","name":"Tweede Kerstdag"}]}

Words that are nearly right.

  $ tandem calendar holidays us-federl
  tandem: there is no set of holidays `us-federl`: did you mean `us-federal`?
  `tandem calendar holidays` lists them all
  [2]
  $ tandem calendar holidays de-be --year 0
  tandem: --year: Value 0 not in range 1 to 9998
  `tandem --help` and `tandem COMMAND --help` tell more
  [2]

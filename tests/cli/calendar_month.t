A month of a calendar.

  $ tandem calendar month tests/cli/data/rota clinic --month 2026-11
  clinic                           November 2026                    America/Denver

            Mon       Tue       Wed       Thu       Fri       Sat       Sun
  W44                                                                   1*     –
                                                                        ········

  W45       2  10h30  3  10h30  4  10h30  5  10h30  6     5h  7      –  8      –
            ··▅█▆█··  ··▅█▆█··  ··▅█▆█··  ··▅█▆█··  ··▂█▂···  ········  ········

  W46       9  10h30  10*   9h  11*    –  12 10h30  13    5h  14*   4h  15     –
            ··▅█▆█··  ··▅█▆▄··  ········  ··▅█▆█··  ··▂█▂···  ···█▂···  ········

  W47       16 10h30  17 10h30  18 10h30  19 10h30  20    5h  21     –  22     –
            ··▅█▆█··  ··▅█▆█··  ··▅█▆█··  ··▅█▆█··  ··▂█▂···  ········  ········

  W48       23 10h30  24 10h30  25*   7h  26*    –  27*    –  28     –  29     –
            ··▅█▆█··  ··▅█▆█··  ··▅█▅···  ········  ········  ········  ········

  W49       30 10h30
            ··▅█▆█··

  Sun 2026-11-01 *  clocks go back 1 h
  Tue 2026-11-10 *  break
  Wed 2026-11-11 *  Veterans Day
  Sat 2026-11-14 *  special hours
  Wed 2026-11-25 *  special hours
  Thu 2026-11-26 *  Thanksgiving Day
  Fri 2026-11-27 *  closed day

  open 171 h 30 min in the month
  a bar is a day from midnight to midnight, a block is 3 hours

Of a team with a rotation: turns by night and by day, an override, a swap, a temporary schedule, leave.

  $ tandem calendar month tests/cli/data/rota desk --month 2026-11
  desk                             November 2026                    America/Denver

            Mon       Tue       Wed       Thu       Fri       Sat       Sun
  W44                                                                   1
  on duty

  W45       2         3         4         5         6         7         8
  on duty      ├ Otto Lind ────────────├Priya├ Otto Lind ──├ Sam

  W46       9         10        11        12        13        14        15
  on duty      ├PR─├Otto─├PR─├ Sam ├PR─├Otto─▒▒├P├ Sam ├PR─├Otto─▒▒▒

  W47       16        17        18        19        20        21        22
  on duty      ├ Otto Lind ──├SO├OL├ Sam ─▒▒▒├OL─▒▒▒├OL├ Sam ────

  W48       23        24        25        26        27        28        29
  on duty      ├ Otto Lind ──├ Sam ├ Otto Lind ──├ Sam ├Otto Lind

  W49       30
  on duty      ├PR─├SO

  OL  Otto Lind    23 shifts  288:00 h
  PR  Priya Raman   8 shifts   77:30 h
  SO  Sam Okafor   11 shifts  118:00 h

  gap   Thu 12 09:00–10:30         1:30 h  nobody is on duty
  gap   Sat 14 09:00–13:00         4:00 h  nobody is on duty
  gap   Thu 19 00:00–07:00         7:00 h  nobody is on duty
  gap   Thu 19 19:00–Fri 20 00:00  5:00 h  nobody is on duty
  away  Mon  2 00:00–Wed  4 00:00          Sam Okafor

Of a team without one.

  $ tandem calendar month tests/cli/data/rota soc --month 2026-11
  soc                              November 2026                    America/Denver

            Mon       Tue       Wed       Thu       Fri       Sat       Sun
  W44                                                                   1
                                                                        22222222

  W45       2         3         4         5         6         7         8
            22222222  22222222  22222222  2222!!22  22222222  22222222  22222222

  W46       9         10        11        12        13        14        15
            22222222  22222222  22222222  22222222  22222222  22222222  22222222

  W47       16        17        18        19        20        21        22
            22222222  22222222  22222222  22222222  22222222  22222222  22222222

  W48       23        24        25        26        27        28        29
            22222222  22222222  22222222  22222222  22222222  22222222  22222222

  W49       30
            22222222

  a figure is how many are there in 3 hours, ! too few, · closed; a bar is a day

  gap   Thu  5 12:00–17:00  5:00 h  1 of 2 people needed is there: Mei …
  away  Thu  5 12:00–17:00          Mei Tanaka

Of all teams.

  $ tandem calendar month tests/cli/data/rota --month 2026-11
  Quarry Dental and Northbeam IT   November 2026                    America/Denver

             1 2             9             16            23            30
             S M T W T F S S M T W T F S S M T W T F S S M T W T F S S M
  quarry-it  ·!1!1 1 1 ·!·!·!1!1 ·!1 ·!·!·!1!1 1 1 ·!·!·!0!0!0!·!·!·!·!1!
  desk       · O O O O O S · P P P P!P O!· O O S O!S S · O O O O O O · P
  soc        2 2 2 2 2!2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2

  O  Otto Lind
  S  Sam Okafor
  P  Priya Raman

  a letter is on duty, a number is people present, ! a gap, · closed

For programs.

  $ tandem calendar month tests/cli/data/rota clinic --month 2026-11 --format json | head -c 760
  {"month":"2026-11","zone":"America/Denver","calendar":"clinic","days":[{"date":"2026-11-01","weekday":"Sun","local":"closed","open":[],"seconds":0,"notes":[{"reason":"clock-change","text":"clocks go back 1 h"}]},{"date":"2026-11-02","weekday":"Mon","local":"07:00–12:00, 12:30–18:00","open":[{"from":"2026-11-02T14:00:00Z","to":"2026-11-02T19:00:00Z"},{"from":"2026-11-02T19:30:00Z","to":"2026-11-03T01:00:00Z"}],"seconds":37800,"notes":[]},{"date":"2026-11-03","weekday":"Tue","local":"07:00–12:00, 12:30–18:00","open":[{"from":"2026-11-03T14:00:00Z","to":"2026-11-03T19:00:00Z"},{"from":"2026-11-03T19:30:00Z","to":"2026-11-04T01:00:00Z"}],"seconds":37800,"notes":[]},{"date":"2026-11-04","weekday":"Wed","local":"07:00–12:00, 12:30–18:00","open"
  $ tandem calendar month tests/cli/data/rota desk --month 2026-11 --format json | python3 -c "import json, sys; print(json.dumps(json.load(sys.stdin)['teams'][0]['days'][11], indent=1))"
  {
   "date": "2026-11-12",
   "weekday": "Thu",
   "on_duty": [
    {
     "from": "2026-11-12T07:00:00Z",
     "to": "2026-11-12T14:00:00Z",
     "person": "otto"
    },
    {
     "from": "2026-11-12T14:00:00Z",
     "to": "2026-11-12T16:00:00Z",
     "person": "priya"
    },
    {
     "from": "2026-11-12T17:30:00Z",
     "to": "2026-11-13T01:00:00Z",
     "person": "priya"
    },
    {
     "from": "2026-11-13T01:00:00Z",
     "to": "2026-11-13T07:00:00Z",
     "person": "sam"
    }
   ],
   "present": [
    {
     "from": "2026-11-12T07:00:00Z",
     "to": "2026-11-12T19:00:00Z",
     "people": [
      "priya",
      "sam",
      "otto"
     ]
    },
    {
     "from": "2026-11-12T19:30:00Z",
     "to": "2026-11-13T07:00:00Z",
     "people": [
      "priya",
      "sam",
      "otto"
     ]
    }
   ],
   "gaps": [
    {
     "from": "2026-11-12T16:00:00Z",
     "to": "2026-11-12T17:30:00Z",
     "reason": "nobody is on duty"
    }
   ]
  }

No line is wider than 80 columns.

  $ for name in clinic covered desk quarry-it soc ""; do tandem calendar month tests/cli/data/rota $name --month 2026-11; done | python3 -c "import sys; print(max(len(line.rstrip('\n')) for line in sys.stdin))"
  80

Words that are nearly right.

  $ tandem calendar month tests/cli/data/rota dsk
  tandem: the agreement has no team or calendar `dsk`: did you mean `desk`?
  [2]
  $ tandem calendar month tests/cli/data/rota desk --month 2026-13
  tandem: `2026-13` is not a month: write it as 2026-11
  [2]
  $ tandem calendar month tests/cli/data/rota desk --month november
  tandem: `november` is not a month: write it as 2026-11
  [2]

The service report at the command line, of a history of another system.

  $ tandem import history tests/cli/data/small_log.csv --agreement examples/servicenow --database $TMP/t.db > /dev/null 2>&1
  $ tandem report --from 2016-02-29 --to 2016-03-06 --engagement servicenow-year --database $TMP/t.db
  Northway and Keel, a year of incidents, Mon 2016-02-29 to Sun 2016-03-06 (Etc/UTC), by team

  tickets   open before  opened  reopened  resolved  open at the end
  group-56            -       -         -         1                -
  group-70            -       3         -         1                -
  group-24            -       -         -         1                -
  all                 -       3         -         3                -

  time, day and night     held  in hand  offered  on a problem  on the requester  on a vendor  on evidence
  group-56              7:30 h   7:30 h        -             -                 -            -            -
  group-70             21:42 h  21:42 h        -             -                 -            -            -
  group-24             28:22 h  27:44 h        -             -            0:38 h            -            -
  all                  57:34 h  56:56 h        -             -            0:38 h            -            -

  time in the team's hours     held  in hand  offered  on a problem  on the requester  on a vendor  on evidence
  group-56                   1:53 h   1:53 h        -             -                 -            -            -
  group-70                  21:42 h  21:42 h        -             -                 -            -            -
  group-24                  15:52 h  15:14 h        -             -            0:38 h            -            -
  all                       39:27 h  38:49 h        -             -            0:38 h            -            -

  answers   met  missed  charged  met late  overdue  running
  group-56    1       -        -         -        -        -
  group-70    -       1     1.00         1        -        -
  group-24    1       -        -         -        -        -
  all         2       1     1.00         1        -        -

  resolutions  met  missed  charged  met late  overdue  running
  group-56       1       -        -         -        -        -
  group-70       1       -        -         -        -        -
  group-24       1       -        -         -        -        -
  all            3       -        -         -        -        -
  $ tandem report --month 2016-03 --group priority --engagement servicenow-year --database $TMP/t.db
  Northway and Keel, a year of incidents, Tue 2016-03-01 to Thu 2016-03-31 (Etc/UTC), by priority

  tickets   open before  opened  reopened  resolved  open at the end
  moderate            2       -         -         2                -
  all                 2       -         -         2                -

  time, day and night     held  in hand  offered  on a problem  on the requester  on a vendor  on evidence
  moderate             12:47 h  12:09 h        -             -            0:38 h            -            -
  all                  12:47 h  12:09 h        -             -            0:38 h            -            -

  time in the team's hours    held  in hand  offered  on a problem  on the requester  on a vendor  on evidence
  moderate                  5:47 h   5:09 h        -             -            0:38 h            -            -
  all                       5:47 h   5:09 h        -             -            0:38 h            -            -

  answers   met  missed  charged  met late  overdue  running
  moderate    -       -        -         1        -        -
  all         -       -        -         1        -        -

  resolutions  met  missed  charged  met late  overdue  running
  moderate       2       -        -         -        -        -
  all            2       -        -         -        -        -

As separated values and as JSON it is what the API answers, where `to` is the first day that is not in it.

  $ tandem report --month 2016-03 --group party --format csv --engagement servicenow-year --database $TMP/t.db | tr -d '\r' | cut -d, -f1-7
  party,open_at_start,opened,reopened,resolved,open_at_end,held_seconds
  keel,1,0,0,1,0,10500
  northway,1,0,0,1,0,35520
  $ tandem report --from 2016-03-01 --to 2016-03-31 --format json --engagement servicenow-year --database $TMP/t.db | grep -o '"from":.*"ends":"[^"]*"'
  "from":"2016-03-01","to":"2016-04-01","group":"team","time_zone":"Etc/UTC","begins":"2016-03-01T00:00:00Z","ends":"2016-04-01T00:00:00Z"

Days without work are told as such.

  $ tandem report --month 2020-02 --engagement servicenow-year --database $TMP/t.db
  Northway and Keel, a year of incidents, Sat 2020-02-01 to Sat 2020-02-29 (Etc/UTC), by team

  no work in these days

What is wrong is named.

  $ tandem report --from 2016-03-05 --to 2016-03-04 --engagement servicenow-year --database $TMP/t.db
  tandem: `--to` is before `--from`, 2016-03-05
  [2]
  $ tandem report --from 2199-12-31 --engagement servicenow-year --database $TMP/t.db 2>&1 | sed 's/today, [0-9-]*/today, DAY/'
  tandem: `--from` is after today, DAY, which is the last day without `--to`
  $ tandem report --to 2016-03-04 --engagement servicenow-year --database $TMP/t.db 2>&1 | sed 's/before [0-9-]*/before DAY/'
  tandem: `--to` is before DAY, which is the first day without `--from`
  $ tandem report --from 0001-01-01 --engagement servicenow-year --database $TMP/t.db
  tandem: `--from` is a day from 1970 to 2199, such as 2026-12-21
  [2]
  $ tandem report --from 2014-01-01 --to 2016-03-04 --engagement servicenow-year --database $TMP/t.db
  tandem: a report is about 366 days at most
  [2]
  $ tandem report --month March --engagement servicenow-year --database $TMP/t.db
  tandem: `--month` is a month, such as 2026-12, not `March`
  [2]
  $ tandem report --month 2016-03 --from 2016-03-05 --engagement servicenow-year --database $TMP/t.db
  tandem: --month excludes --from
  `tandem --help` and `tandem COMMAND --help` tell more
  [2]
  $ tandem report --group site --engagement servicenow-year --database $TMP/t.db
  tandem: --group: site not in {party,team,person,category,priority}
  `tandem --help` and `tandem COMMAND --help` tell more
  [2]
  $ tandem report --format xml --engagement servicenow-year --database $TMP/t.db
  tandem: --format: text, json or csv, not `xml`
  `tandem --help` and `tandem COMMAND --help` tell more
  [2]
  $ tandem report --engagement nowhere --database $TMP/t.db
  tandem: there is no such engagement
  [2]
  $ tandem report --help
  Tell who held work how long, who was waited for and what came of targets
  Usage: tandem report [OPTIONS]

  Options:
    -h,--help                   Print this help message and exit
    --month YYYY-MM Excludes: --from --to
                                a whole month; else days
    --from YYYY-MM-DD Excludes: --month
                                the first day, in the engagement's zone; else the first of the month
    --to YYYY-MM-DD Excludes: --month
                                the last day, included; else today
    --group WHAT:{party,team,person,category,priority}=team
                                what the lines are: party, team, person, category or priority
    --format FORMAT             text, json or csv
    --engagement NAME REQUIRED  whose work
    --database FILE REQUIRED    the database file

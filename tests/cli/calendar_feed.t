Shifts and leave for calendar programs. The stamp is when it was written.

  $ tandem calendar feed tests/cli/data/rota priya --from 2026-11-04 --to 2026-11-05 | grep -v DTSTAMP | tr -d '\r'
  BEGIN:VCALENDAR
  VERSION:2.0
  PRODID:-//Tandem//Tandem service desk//EN
  CALSCALE:GREGORIAN
  METHOD:PUBLISH
  NAME:Priya Raman (Quarry Dental and Northbeam IT)
  X-WR-CALNAME:Priya Raman (Quarry Dental and Northbeam IT)
  X-WR-TIMEZONE:America/Denver
  REFRESH-INTERVAL;VALUE=DURATION:PT15M
  X-PUBLISHED-TTL:PT15M
  BEGIN:VTIMEZONE
  TZID:America/Denver
  X-LIC-LOCATION:America/Denver
  BEGIN:DAYLIGHT
  DTSTART:20250309T020000
  TZOFFSETFROM:-0700
  TZOFFSETTO:-0600
  TZNAME:MDT
  RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
  END:DAYLIGHT
  BEGIN:STANDARD
  DTSTART:20251102T020000
  TZOFFSETFROM:-0600
  TZOFFSETTO:-0700
  TZNAME:MST
  RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
  END:STANDARD
  END:VTIMEZONE
  BEGIN:VEVENT
  UID:shift-desk-1793840400000000@quarry-dental.tandem
  DTSTART;TZID=America/Denver:20261104T180000
  DTEND;TZID=America/Denver:20261105T070000
  SUMMARY:On duty for desk
  DESCRIPTION:Priya Raman of desk: override
  CATEGORIES:Duty
  CLASS:PUBLIC
  STATUS:CONFIRMED
  TRANSP:OPAQUE
  X-MICROSOFT-CDO-BUSYSTATUS:BUSY
  END:VEVENT
  END:VCALENDAR
  $ tandem calendar feed examples/quarry-dental quarry-it --from 2026-11-01 --to 2026-11-30 | grep -A7 VEVENT | grep -v DTSTAMP | tr -d '\r'
  BEGIN:VEVENT
  UID:leave-iris-1795417200000000@quarry-dental.tandem
  DTSTART;VALUE=DATE:20261123
  DTEND;VALUE=DATE:20261128
  X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
  SUMMARY:Iris Calder: on leave
  CATEGORIES:Leave
  --
  END:VEVENT
  END:VCALENDAR

With times only, no name of a person and no reason is in it, and entries are the same at every writing.

  $ tandem calendar feed examples/quarry-dental desk --from 2026-11-10 --to 2026-11-20 --busy-only | tr -d '\r' | grep -E "^(UID|SUMMARY|DTSTART;)"
  UID:db2937ca14e17c59@tandem
  DTSTART;TZID=America/Denver:20261109T080000
  SUMMARY:Busy
  UID:db41ab49f61ae70b@tandem
  DTSTART;TZID=America/Denver:20261116T080000
  SUMMARY:Busy
  $ tandem calendar feed examples/quarry-dental desk --from 2026-11-12 --to 2026-11-20 --busy-only | tr -d '\r' | grep -E "^UID"
  UID:db2937ca14e17c59@tandem
  UID:db41ab49f61ae70b@tandem
  $ tandem calendar feed examples/quarry-dental desk --from 2026-11-01 --to 2026-11-30 --busy-only | grep -ciE "otto|okafor|turn|leave"
  0
  [1]

Somebody must be named.

  $ tandem calendar feed examples/quarry-dental
  tandem: WHO is required
  `tandem --help` and `tandem COMMAND --help` tell more
  [2]
  $ tandem calendar feed examples/quarry-dental dask
  tandem: the agreement has no team or person `dask`: did you mean `desk`?
  [2]

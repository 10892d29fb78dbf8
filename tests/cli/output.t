Output that cannot be written is told, whether there is much of it or little, and the exit status is 2.

  $ tandem calendar feed examples/harbor-cu soc --from 2026-10-05 --to 2027-10-01 >/dev/full
  tandem: cannot write the output: No space left on device
  [2]
  $ tandem calendar feed examples/harbor-cu soc --from 2026-10-05 --to 2027-10-01 >&-
  tandem: cannot write the output: Bad file descriptor
  [2]
  $ tandem check examples/harbor-cu >/dev/full
  tandem: cannot write the output: No space left on device
  [2]
  $ tandem check examples/harbor-cu >&-
  tandem: cannot write the output: Bad file descriptor
  [2]
  $ tandem --help >/dev/full
  tandem: cannot write the output: No space left on device
  [2]

With nowhere to tell it, the exit status still does. A closed stderr alone keeps nobody from an answer.

  $ tandem check examples/harbor-cu >/dev/full 2>&-
  [2]
  $ tandem check examples/harbor-cu >/dev/full 2>/dev/full
  [2]
  $ tandem chekc 2>&-
  [2]
  $ tandem chekc 2>/dev/full
  [2]
  $ tandem calendar holidays 2>&- | head -n 1
  at                   1984 to 2050  Austria

A reader that has seen enough is no failure.

  $ tandem calendar feed examples/harbor-cu soc --from 2026-10-05 --to 2027-10-01 | head -n 1
  BEGIN:VCALENDAR

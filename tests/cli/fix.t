`tandem fix` makes the repairs that are beyond doubt.

  $ cp -r docs/diagnostics/acme $TMP/acme
  $ printf 'include: [acme/terms.yaml, acme/people.yaml, acme/work.yaml]\nteams:\n  night:\n    party: helpko\n    lead: pia\n    membrs: [pia, pat]  # both of them\n    hours: always\n' > $TMP/agreement.yaml
  $ tandem check --quiet --today 2026-10-01 $TMP
  $TMP/agreement.yaml:4:12: error: there is no party `helpko` [unknown-reference]
     4 |     party: helpko
       |            ^^^^^^
    help: did you mean `helpco`?
     4 |     party: helpco
       |            ~~~~~~

  $TMP/agreement.yaml:6:5: error: unknown key `membrs` in a team [unknown-key]
     6 |     membrs: [pia, pat]  # both of them
       |     ^^^^^^
    help: did you mean `members`?
     6 |     members: [pia, pat]  # both of them
       |     ~~~~~~~
  [1]
  $ tandem fix --dry-run --today 2026-10-01 $TMP
  agreement.yaml:4:12: `helpko` → `helpco` (there is no party `helpko`)
  agreement.yaml:6:5: `membrs` → `members` (unknown key `membrs` in a team)
  2 repairs would be made in 1 file
  the agreement holds: nothing is left
  $ grep -c membrs $TMP/agreement.yaml
  1
  $ tandem fix --today 2026-10-01 $TMP
  agreement.yaml:4:12: `helpko` → `helpco` (there is no party `helpko`)
  agreement.yaml:6:5: `membrs` → `members` (unknown key `membrs` in a team)
  2 repairs made in 1 file
  the agreement holds: nothing is left
  $ cat $TMP/agreement.yaml
  include: [acme/terms.yaml, acme/people.yaml, acme/work.yaml]
  teams:
    night:
      party: helpco
      lead: pia
      members: [pia, pat]  # both of them
      hours: always
  $ tandem fix --today 2026-10-01 $TMP
  0 repairs made in 0 files
  the agreement holds: nothing is left

What is only likely is made when it is asked for.

  $ printf 'include: [acme/terms.yaml, acme/people.yaml, acme/work.yaml]\nfunctions:\n  servers:\n    activities:\n      patching: {responsible: desk, accountable: pia}\n' > $TMP/agreement.yaml
  $ tandem fix --today 2026-10-01 $TMP
  0 repairs made in 0 files
  0 errors, 1 other finding left: `tandem check $TMP` shows them
  $ tandem fix --all --today 2026-10-01 $TMP
  agreement.yaml:5:7: name one more person, such as another of `desk`: `deputy: pat` (nobody answers for `servers.patching` while `pia` is away)
  1 repair made in 1 file
  the agreement holds: nothing is left
  $ tail -n 1 $TMP/agreement.yaml
        patching: {responsible: desk, accountable: pia, deputy: pat}

A repair that would bring another error is not made, and what is left decides the exit status.

  $ printf 'include: [acme/terms.yaml, acme/people.yaml, acme/work.yaml]\ncalendars:\n  shop: {mon: "08:00-09:00", mon-frii: "09:00-10:00"}\n' > $TMP/agreement.yaml
  $ tandem fix --today 2026-10-01 $TMP
  not repaired, for it would bring another error:
    agreement.yaml:3:30: `mon-frii` → `mon-fri` (unknown key `mon-frii` in a calendar)
  0 repairs made in 0 files
  1 error, 0 other findings left: `tandem check $TMP` shows them
  [1]
  $ tail -n 1 $TMP/agreement.yaml
    shop: {mon: "08:00-09:00", mon-frii: "09:00-10:00"}

Files of other folders are not touched, not even by a link.

  $ mkdir $TMP/in $TMP/out
  $ printf 'membrs: x\n' > $TMP/out/people.yaml
  $ ln -s ../out/people.yaml $TMP/in/people.yaml
  $ printf 'include: [people.yaml]\n' > $TMP/in/agreement.yaml
  $ tandem fix $TMP/in | tail -n 1
  1 error, 0 other findings left: `tandem check $TMP/in` shows them
  $ cat $TMP/out/people.yaml
  membrs: x
  $ tandem fix nowhere
  tandem: there is no file or folder `nowhere`: give the folder of an agreement, or its file
  [2]

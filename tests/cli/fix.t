`tandem fix` makes the repairs that are beyond doubt.

  $ cp -r docs/diagnostics/acme $TMP/acme
  $ printf 'include: [acme/terms.yaml, acme/people.yaml, acme/work.yaml]\nteams:\n  night:\n    party: helpko\n    lead: pia\n    membrs: [pia, pat]  # both of them\n    hours: always\n' > $TMP/agreement.yaml
  $ tandem check --quiet --today 2026-10-01 $TMP
  $ tandem fix --dry-run --today 2026-10-01 $TMP
  $ grep -c membrs $TMP/agreement.yaml
  $ tandem fix --today 2026-10-01 $TMP
  $ cat $TMP/agreement.yaml
  $ tandem fix --today 2026-10-01 $TMP

What is only likely is made when it is asked for.

  $ printf 'include: [acme/terms.yaml, acme/people.yaml, acme/work.yaml]\nfunctions:\n  servers:\n    activities:\n      patching: {responsible: desk, accountable: pia}\n' > $TMP/agreement.yaml
  $ tandem fix --today 2026-10-01 $TMP
  $ tandem fix --all --today 2026-10-01 $TMP
  $ tail -n 1 $TMP/agreement.yaml

A repair that would bring another error is not made, and what is left decides the exit status.

  $ printf 'include: [acme/terms.yaml, acme/people.yaml, acme/work.yaml]\ncalendars:\n  shop: {mon: "08:00-09:00", mon-frii: "09:00-10:00"}\n' > $TMP/agreement.yaml
  $ tandem fix --today 2026-10-01 $TMP
  $ tail -n 1 $TMP/agreement.yaml

Files of other folders are not touched, not even by a link.

  $ mkdir $TMP/in $TMP/out
  $ printf 'membrs: x\n' > $TMP/out/people.yaml
  $ ln -s ../out/people.yaml $TMP/in/people.yaml
  $ printf 'include: [people.yaml]\n' > $TMP/in/agreement.yaml
  $ tandem fix $TMP/in | tail -n 1
  $ cat $TMP/out/people.yaml
  $ tandem fix nowhere

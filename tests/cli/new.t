Drafts of agreements. The arrangements there are:

  $ tandem new --list

A draft goes into a folder of its own, and says what comes next.

  $ tandem new $TMP/harbor --template help-desk-overflow --client "Harbor Credit Union" --provider "Northbeam IT" --effective 2026-10-01
  $ tandem check --quiet $TMP/harbor
  $ head -n 12 $TMP/harbor/agreement.yaml

Nothing is written over, also not by another draft.

  $ tandem new $TMP/harbor --template full-hybrid
  $ cd $TMP && tandem new --template project-hands --client "The Quarry, Inc." --today 2026-09-14 | head -n 1
  $ grep effective $TMP/quarry/agreement.yaml

Arrangements may be mixed; `-` prints.

  $ tandem new - --template day-and-night,compliance-overlay --country de --effective 2026-10-01 | sed -n '/^time_zone/p; /^  office/p; /^  soc:/p; /^  advisors:/p'

What cannot be is told.

  $ tandem new $TMP/x --template full-hybird
  $ tandem new $TMP/x --template full-hybrid --country xx
  $ tandem new $TMP/x --template full-hybrid --holidays us-fedral
  $ tandem new $TMP/x --template full-hybrid --time-zone Mars/Olympus
  $ tandem new $TMP/x --template full-hybrid --effective soon
  $ tandem new $TMP/x --template full-hybrid --interactive
  $ tandem new $TMP/x
  $ tandem new /proc/x --template full-hybrid

The conversation, from a file.

  $ printf 'client: Quarry Dental\nprovider: Northbeam IT\nit_people: [Ada Park (IT manager), Ben Ruiz]\nleaders: [Lee Chan]\nnights: provider\nsecurity: us\noverflow: no\nprovider_manager: Priya Raman\ndesk_people: [Sam Okafor, Hana Kim]\neffective: 2026-10-01\nworth_it: Ada sleeps at night.\n' > $TMP/answers.yaml
  $ tandem new $TMP/dental --answers $TMP/answers.yaml
  $ grep -A3 'trial' $TMP/dental/agreement.yaml
  $ tandem new $TMP/other --answers $TMP/nowhere.yaml
  $ printf 'client: A\nnights: never\nsecrity: us\n' > $TMP/wrong.yaml; tandem new $TMP/other --answers $TMP/wrong.yaml

The same in a conversation, which is kept, left and taken up again.

  $ printf 'Quarry Dental\nNorthbeam IT\nback\n\nde\nquit\n' | tandem new $TMP/talk --interactive --today 2026-09-14
  $ grep -v '^#' $TMP/talk/answers.yaml | grep .
  $ printf '\n\n\n\n' | tandem new $TMP/talk --interactive --today 2026-09-14 | tail -n 4
  $ tandem new $TMP/talk2 --interactive --today 2026-09-14 < /dev/null | tail -n 3

Everything said, an empty line at the end writes the draft.

  $ yes '' | head -n 60 | tandem new $TMP/dental2 --interactive --answers $TMP/answers.yaml --today 2026-09-14 | tail -n 14

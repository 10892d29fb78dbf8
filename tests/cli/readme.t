What the README shows is what the program says.

  $ sed 's/hours: office, cover: \[desk\]/hours: office/' examples/harbor-cu/agreement.yaml > $TMP/agreement.yaml
  $ cd $TMP && tandem check --quiet --today 2026-10-01 agreement.yaml | head -n 12
  agreement.yaml:34:72: error: work for `harbor-it` arrives while nobody is there: Thu 2026-10-01 00:00, and no cover is named (6,250 hours in the 12 months from 2026-10-01, for `core-banking`) [uncovered-hours]
    34 |   harbor-it: {party: harbor, lead: dana, members: [dana, luis], hours: office}
       |                                                                        ^^^^^^
  agreement.yaml:51:35: note: `harbor-it` is responsible for `help-desk.business-app`
    51 |       business-app: {responsible: harbor-it, accountable: dana,  deputy: luis, consulted: [desk]}
       |                                   ---------
    for example:
      category   core-banking
      requester  vip
      at         2026-10-01 00:00
    help: let `desk` cover for it, which is there whenever nobody else is: `cover: [desk]`
    34 |   harbor-it: {party: harbor, lead: dana, members: [dana, luis], hours: office, cover: [desk]}

And word for word.

  $ tandem check --quiet --today 2026-10-01 $TMP/agreement.yaml | head -n 12 | sed "s#$TMP/##" | diff - <(sed -n '/^\$ tandem check --quiet --today 2026-10-01 agreement.yaml/,/^```/p' README.md | sed '1d;$d') && echo the same
  the same

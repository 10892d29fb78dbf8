A text agrees with itself.

  $ tandem diff examples/harbor-cu examples/harbor-cu

Another text: resets at one site go in-house in office hours, the threshold of load is lower, backups get a new owner, one person another name.

  $ mkdir $TMP/new
  $ sed -e 's/^routing: .*/&\n  - {name: resets at harbor-east, when: {category: password-reset, site: harbor-east, hours: office}, to: harbor-it}/' -e 's/open_per_person: 12/open_per_person: 10/' -e 's/monitoring:   {responsible: desk, accountable: priya, deputy: sam}/monitoring:   {responsible: soc, accountable: mei, deputy: otto}/' -e 's/tell: erin}\]/tell: paul}]/' -e 's/\bsam\b/sam-o/g' examples/harbor-cu/agreement.yaml > $TMP/new/agreement.yaml
  $ tandem diff examples/harbor-cu $TMP/new

How much real work it would have moved.

  $ printf 'opened,category,priority,site,requester\n2026-03-02 10:00,Password reset,,Harbor East,\n2026-03-02 20:00,password-reset,,harbor-east,\n2026-03-03T15:00:00Z,backup-failure,high,,vip\nyesterday,other,,,\n' > $TMP/past.csv
  $ tandem diff examples/harbor-cu $TMP/new --history $TMP/past.csv 2>&1 | sed -n '/^who acts/,/^$/p;/^what came/,$p;/^line/p;/left out/p'
  $ tandem diff examples/harbor-cu $TMP/new --history examples/harbor-cu/agreement.yaml

For programs.

  $ tandem diff examples/harbor-cu $TMP/new --format json | python3 -c "import json,sys; r=json.load(sys.stdin); print(sorted(r)); print(r['effects'][0]); print(r['texts'][0])"

Both must compile.

  $ sed 's/lead: dana/lead: dan/' examples/harbor-cu/agreement.yaml > $TMP/new/agreement.yaml
  $ tandem diff examples/harbor-cu $TMP/new

A change of hours under many rules: what comes to the same is told together, the largest of it by name, and `--all`
tells each by itself. In JSON everything stands always.

  $ python3 tests/cli/data/many_rules.py > $TMP/old.yaml; sed 's/"08:00-17:00"/"08:00-16:00"/' $TMP/old.yaml > $TMP/new.yaml
  $ tandem diff $TMP/old.yaml $TMP/new.yaml
  Many rules, the 12 months from 2026-10-01

  who acts
    20 kinds of work while the new `office` is closed and the old `office` is
      open: crew-1 → night; 5 hours a week; the largest are topic-46 anywhere but
      at a site that is not known; topic-22 anywhere but at site-3 or a site that
      is not known; topic-34 anywhere but at site-2 or a site that is not known
    20 kinds of work while the new `office` is closed and the old `office` is
      open: crew-0 → night; 5 hours a week; the largest are topic-27 anywhere but
      at site-0, site-4 or a site that is not known; topic-30 anywhere but at
      site-4, site-5 or a site that is not known; topic-51 anywhere but at site-0,
      site-3 or a site that is not known
    20 kinds of work while the new `office` is closed and the old `office` is
      open: crew-2 → night; 5 hours a week; the largest are topic-11 anywhere but
      at site-0 or a site that is not known; topic-14 anywhere but at site-5 or a
      site that is not known; topic-2 anywhere but at site-2, site-5 or a site
      that is not known
    `--all` tells each of the 60

  what the text says
    calendars
      calendar office: hours mon-fri 08:00-17:00 → mon-fri 08:00-16:00

  who gains and who loses
    acme
      loses 60 kinds of work while the new `office` is closed and the old
        `office` is open; 5 hours a week; the largest are topic-46 anywhere but at
        a site that is not known; topic-22 anywhere but at site-3 or a site that
        is not known; topic-34 anywhere but at site-2 or a site that is not known
      `--all` tells each of the 60
    keel
      gains 60 kinds of work while the new `office` is closed and the old
        `office` is open; 5 hours a week; the largest are topic-46 anywhere but at
        a site that is not known; topic-22 anywhere but at site-3 or a site that
        is not known; topic-34 anywhere but at site-2 or a site that is not known
      `--all` tells each of the 60
  [1]
  $ tandem diff --all $TMP/old.yaml $TMP/new.yaml | grep -c '→'
  61
  $ tandem diff --format json $TMP/old.yaml $TMP/new.yaml | python3 -c "import json,sys; r=json.load(sys.stdin); print(len(r['effects']), [(p['party'], len(p['gains']), len(p['loses'])) for p in r['parties']])"
  60 [('acme', 0, 60), ('keel', 60, 0)]

What nobody does any longer is lost by one party and gained by none.

  $ sed 's/, cover: \[night\]//' $TMP/old.yaml > $TMP/alone.yaml
  $ tandem diff $TMP/old.yaml $TMP/alone.yaml | sed -n '/^who gains/,$p'
  who gains and who loses
    keel
      loses 60 kinds of work while `office` is closed; 123 hours a week; the
        largest are topic-46 anywhere but at a site that is not known; topic-22
        anywhere but at site-3 or a site that is not known; topic-34 anywhere but
        at site-2 or a site that is not known
      `--all` tells each of the 60
  $ tandem diff $TMP/alone.yaml $TMP/old.yaml | sed -n '/^who gains/,$p'
  who gains and who loses
    keel
      gains 60 kinds of work while `office` is closed; 123 hours a week; the
        largest are topic-46 anywhere but at a site that is not known; topic-22
        anywhere but at site-3 or a site that is not known; topic-34 anywhere but
        at site-2 or a site that is not known
      `--all` tells each of the 60
  $ tandem diff $TMP/alone.yaml $TMP/old.yaml --format json | python3 -c "import json,sys; r=json.load(sys.stdin); print({(e['party_before'], e['party_after']) for e in r['effects']})"
  {(None, 'keel')}

The ledger: what both parties keep, and how each checks it.

  $ tandem demo --database $TMP/l.db > /dev/null
  $ tandem ledger head --database $TMP/l.db
  tandem: say which with --engagement: one of harbor-cu quarry-dental
  [2]
  $ tandem ledger head --database $TMP/l.db --engagement harbor-cu > $TMP/kept.head
  $ tandem ledger head --key --database $TMP/l.db --engagement harbor-cu > $TMP/kept.key
  $ head -n 1 $TMP/kept.head; cut -d+ -f1 $TMP/kept.key; stat -c %a $TMP/l.db.ledger-key
  tandem/harbor-cu
  tandem/harbor-cu
  600

Nothing was touched, and the history goes on from the kept head.

  $ tandem ledger verify --database $TMP/l.db --head $TMP/kept.head | sed 's/root .*/root …/; s/[0-9][0-9]* events/N events/'
  harbor-cu: N events, each as it was written; root …
    it begins with the kept head of N events
  quarry-dental: N events, each as it was written; root …
    no kept head was given: that all of it was replaced cannot be told

An independent verifier agrees, from an export and from the file itself.

  $ tandem ledger export --database $TMP/l.db --engagement harbor-cu > $TMP/events.jsonl
  $ python3 tools/verify_ledger.py --export $TMP/events.jsonl --engagement harbor-cu --head $TMP/kept.head --key $TMP/kept.key | sed 's/root .*;/root …;/; s/[0-9][0-9]* events/N events/'
  N events, root …; 1 kept heads agree
  $ python3 tools/verify_ledger.py --database $TMP/l.db --engagement harbor-cu --head $TMP/kept.head --key $TMP/kept.key | sed 's/root .*;/root …;/; s/[0-9][0-9]* events/N events/'
  N events, root …; 1 kept heads agree
  $ sed 's/"version":1/"version":2/' $TMP/events.jsonl > $TMP/forged.jsonl
  $ set -o pipefail; python3 tools/verify_ledger.py --export $TMP/forged.jsonl --engagement harbor-cu --head $TMP/kept.head --key $TMP/kept.key | sed 's/first [0-9]* /first N /'
  it does not hold: the first N events are not those that the head was signed for
  [1]

Proofs are verified without a database, by both.

  $ tandem ledger prove HCU-2 --event 1 --database $TMP/l.db --engagement harbor-cu > $TMP/event.json
  $ tandem ledger prove --since 7 --database $TMP/l.db --engagement harbor-cu > $TMP/growth.json
  $ tandem ledger verify --key $TMP/kept.key --head $TMP/kept.head --proof $TMP/event.json --proof $TMP/growth.json | grep -v '"v":1' | sed 's/root .*/root …/; s/ticket [0-9a-z]*/ticket ID/; s/leaf [0-9]* of [0-9]*/leaf I of N/; s/\([^0-9]\)[0-9][0-9]* events/\1N events/'
  $TMP/kept.head: signed, N events, root …
  $TMP/growth.json: the ledger of N events begins with that of 7, nothing was rewritten
  $TMP/event.json: leaf I of N is event 1 of ticket ID, with this record:
  $ python3 tools/verify_ledger.py --proof $TMP/event.json --head $TMP/kept.head --key $TMP/kept.key | sed 's/leaf [0-9]* of [0-9]*/leaf I of N/'
  leaf I of N is in the ledger
  $ python3 tools/verify_ledger.py --proof $TMP/growth.json --head $TMP/kept.head --key $TMP/kept.key | sed 's/of [0-9][0-9]* events/of N events/'
  the ledger of N events begins with that of 7
  $ sed 's/"version":1/"version":2/' $TMP/event.json > $TMP/forged.json
  $ set -o pipefail; tandem ledger verify --key $TMP/kept.key --head $TMP/kept.head --proof $TMP/forged.json | tail -n 1
  $TMP/forged.json: it does not hold: its record is not the one that its leaf was made of
  [1]
  $ python3 tools/verify_ledger.py --proof $TMP/forged.json --head $TMP/kept.head --key $TMP/kept.key
  it does not hold: the record is not the one that the leaf was made of
  [1]

Somebody changes a text in the file.

  $ cp $TMP/l.db $TMP/changed.db && cp $TMP/l.db.ledger-key $TMP/changed.db.ledger-key
  $ python3 -c "import sqlite3; d = sqlite3.connect('$TMP/changed.db'); d.execute('DROP TRIGGER events_stay_as_written'); d.execute(\"UPDATE events SET data = replace(data, 'the weekend', 'lunch') WHERE position = 2\"); d.commit()"
  $ set -o pipefail; tandem ledger verify --database $TMP/changed.db --engagement harbor-cu | sed 's/[0-9][0-9]* events/N events/'
  harbor-cu: N events
    leaf 1 (HCU-1, event 1): its text is not the one that was written; it was changed
  [1]
  $ tandem rebuild --database $TMP/changed.db
  tandem: making the read tables anew: the ledger is damaged at leaf 1: `tandem ledger verify` tells what is wrong
  [2]

Another database of the same name is not the ledger whose head was kept.

  $ tandem demo --database $TMP/other.db > /dev/null && cp $TMP/l.db.ledger-key $TMP/other.db.ledger-key
  $ tandem ledger verify --database $TMP/other.db --engagement harbor-cu > /dev/null
  $ set -o pipefail; tandem ledger verify --database $TMP/other.db --engagement harbor-cu --head $TMP/kept.head | sed 's/[0-9][0-9]* events/N events/; s/and leaf [0-9]*/and leaf N/'
  harbor-cu: N events
    between leaf 0 and leaf N the ledger is another than the one whose head was kept: history was rewritten
  [1]
  $ set -o pipefail; tandem ledger head --database $TMP/other.db --engagement harbor-cu --output $TMP/kept.head 2>&1 | sed 's/the [0-9]* events/the N events/'
  tandem: $TMP/kept.head stays as it is: the ledger of `harbor-cu` does not begin with the N events that it was signed for; history was rewritten, or the database is an older one
  [1]

A server keeps the heads where both parties find them, and does not follow one that its history does not contain.

  $ tests/cli/ask_hosts.py $TANDEM serve --database $TMP/l.db --listen 127.0.0.1:0 --ledger-heads $TMP/heads -- 127.0.0.1
  127.0.0.1: 200
  $ (cd $TMP/heads && find . -type f | sort)
  ./harbor-cu/harbor/ledger.head
  ./harbor-cu/harbor/ledger.key
  ./harbor-cu/northbeam/ledger.head
  ./harbor-cu/northbeam/ledger.key
  ./quarry-dental/northbeam/ledger.head
  ./quarry-dental/northbeam/ledger.key
  ./quarry-dental/quarry/ledger.head
  ./quarry-dental/quarry/ledger.key
  $ cmp $TMP/heads/harbor-cu/northbeam/ledger.key $TMP/kept.key
  $ tandem ledger verify --database $TMP/l.db --engagement harbor-cu --head $TMP/heads/harbor-cu/harbor/ledger.head --head $TMP/kept.head > $TMP/said; tail -n 1 $TMP/said | sed 's/[0-9][0-9]* events/N events/g'
    it begins with the kept head of N events
  $ cp $TMP/heads/harbor-cu/harbor/ledger.head $TMP/served.head
  $ tests/cli/ask_hosts.py $TANDEM serve --database $TMP/other.db --listen 127.0.0.1:0 --ledger-heads $TMP/heads -- 127.0.0.1
  127.0.0.1: 200
  $ cmp $TMP/heads/harbor-cu/harbor/ledger.head $TMP/served.head

Wrong usage is told.

  $ tandem ledger verify --head $TMP/kept.head
  tandem: say whose signature counts with --key: the line of `tandem ledger head --key`, kept since then
  [2]
  $ set -o pipefail; tandem ledger verify --database $TMP/l.db --engagement harbor-cu --head $TMP/kept.key | head -n 1
  $TMP/kept.key: this is no signed head of a ledger: a blank line stands before its signatures
  [1]
  $ tandem ledger prove HCU-2 --database $TMP/l.db --engagement harbor-cu
  tandem: say which of the ticket's events with --event: 1 is its opening
  [2]
  $ tandem ledger prove HCU-2 --event 999 --database $TMP/l.db --engagement harbor-cu
  tandem: the ticket has no event 999
  [2]
  $ tandem ledger prove --database $TMP/l.db --engagement harbor-cu
  tandem: prove an event (TICKET and --event), or what came after a head (--since)
  [2]
  $ set -o pipefail; tandem ledger prove --since 999999 --database $TMP/l.db --engagement harbor-cu 2>&1 | sed 's/of [0-9]* events/of N events/'
  tandem: a ledger of N events cannot begin with one of 999999
  [2]
  $ chmod 644 $TMP/l.db.ledger-key
  $ tandem ledger head --database $TMP/l.db --engagement harbor-cu
  tandem: others may read the ledger's key $TMP/l.db.ledger-key: `chmod 600` it, and make a new one if they did
  [2]

An agreement that was just adopted is one event.

  $ tandem adopt examples/quarry-dental --database $TMP/adopted.db > /dev/null
  $ tandem ledger verify --database $TMP/adopted.db | sed 's/root .*/root …/'
  quarry-dental: 1 event, each as it was written; root …
    no kept head was given: that all of it was replaced cannot be told

A demo fills a new database and no other.

  $ tandem demo --database $TMP/demo.db
  loading the demo
    Harbor Credit Union and Northbeam IT: people
    Harbor Credit Union and Northbeam IT: 13 tickets
    Quarry Dental and Northbeam IT: people
    Quarry Dental and Northbeam IT: 7 tickets
  done. Everybody's password is `tandem-demo`. Sign in as
    dana@harbor.example          the client's IT manager
    priya@northbeam.example      the provider's service manager, two clients
    nora.kim@harbor.example      an end user
    auditor@ledgerlight.example  an auditor
  $ tandem demo --database $TMP/demo.db
  tandem: $TMP/demo.db holds engagements already: the demo wants a new database
  [2]

Made anew from the events, the read tables are what they were.

  $ tandem rebuild --database $TMP/demo.db | sed 's/[0-9][0-9]* events/N events/'
  read N events and made the read tables anew: every row is as it was

Accounts and tokens.

  $ echo 'a long enough password' | tandem account create kim@harbor.example --name "Kim Reed" --engagement harbor-cu --database $TMP/demo.db
  kim@harbor.example may sign in
  $ echo 'a long enough password' | tandem account create kim@harbor.example --name "Kim Reed" --database $TMP/demo.db
  tandem: there is already an account for kim@harbor.example
  [2]
  $ echo short | tandem account password kim@harbor.example --database $TMP/demo.db
  tandem: a password has at least 8 characters
  [2]
  $ echo 'a long enough password' | tandem account create lee@harbor.example --name "Lee" --engagement harbor-cu --role member --person lee --database $TMP/demo.db
  tandem: the agreement of `harbor-cu` has no person `lee`
  [2]
  $ tandem account create lee@harbor.example --name "Lee" --database $TMP/demo.db
  tandem: no password on standard input
  [2]
  $ tandem token create kim@harbor.example --label bench --days 30 --database $TMP/demo.db | sed 's/tdm_.*/tdm_…/'
  tdm_…
  $ tandem token create nobody@harbor.example --label bench --database $TMP/demo.db
  tandem: there is no account for nobody@harbor.example
  [2]

A token that got lost is removed.

  $ tandem token list kim@harbor.example --database $TMP/demo.db | sed 's/[0-9T:.-]*Z/DATE/g; s/^[0-9a-z]* /ID /'
  ID  bench  since DATE, until DATE
  $ tandem token remove kim@harbor.example $(tandem token list kim@harbor.example --database $TMP/demo.db | cut -d' ' -f1) --database $TMP/demo.db
  the token is removed
  $ tandem token list kim@harbor.example --database $TMP/demo.db
  $ tandem token remove kim@harbor.example nonsense --database $TMP/demo.db
  tandem: kim@harbor.example has no token `nonsense`
  [2]

What is not our database is left alone.

  $ echo 'just a text, nothing like a database at all, and long enough to be looked at' > $TMP/notes.txt
  $ tandem rebuild --database $TMP/notes.txt
  tandem: opening the database $TMP/notes.txt: file is not a database (it is not a SQLite database)
  [2]
  $ tandem rebuild --database $TMP/typo.db
  tandem: there is no database $TMP/typo.db: `tandem demo` or `tandem adopt` makes one
  [2]
  $ tandem adopt examples/harbor-cu --database $TMP/nowhere/tandem.db
  tandem: opening the database $TMP/nowhere/tandem.db: unable to open database file (does the folder exist, and may this user write there?)
  [2]

The same text again is the same version; a changed one is the next.

  $ tandem adopt examples/harbor-cu --database $TMP/demo.db
  version 1 of `harbor-cu` is in force; a running server takes it up within a minute
    texts     sha256 d0126481329287bd514dab3756e8cbd1822ff480d71b862dc87943ff060ecc6c
    compiled  sha256 941a99c31732cf49326b23b97848ed604ec7c7ab1654aa50e82bb3417e9817a7 (format 3)
  $ mkdir $TMP/next && cp examples/harbor-cu/agreement.yaml $TMP/next && echo '# reviewed' >> $TMP/next/agreement.yaml
  $ tandem adopt $TMP/next --database $TMP/demo.db
  version 2 of `harbor-cu` is in force; a running server takes it up within a minute
    texts     sha256 f55edea647a639debdba9d4584757483a4c98d843702fbfbeec22e0affb43a76
    compiled  sha256 d926f1e36522823932c763edb6839644e8e162fc0d31d6b1e19432038c47beaf (format 3)

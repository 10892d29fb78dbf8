A server answers to every name, or to those it is told.

  $ tandem serve --database $TMP/t.db --host https://desk.example
  tandem: `https://desk.example` is not a host name, like desk.example
  [2]
  $ tandem serve --database $TMP/t.db --listen 8080
  tandem: `8080` is not HOST:PORT
  [2]

A path that is not there is told, and makes nothing.

  $ tandem serve --database $TMP/typo.db
  tandem: there is no database $TMP/typo.db: `tandem demo` or `tandem adopt` makes one
  [2]
  $ ls $TMP
  $ tandem serve --database $TMP/typo.db --web $TMP/nope
  tandem: there is no folder $TMP/nope to serve
  [2]
  $ mkdir $TMP/empty
  $ tandem serve --database $TMP/typo.db --web $TMP/empty
  tandem: $TMP/empty has no index.html: it is not the browser application, which is built into web/dist
  [2]

  $ tandem demo --database $TMP/t.db > /dev/null
  $ tests/cli/ask_hosts.py $TANDEM serve --database $TMP/t.db --listen 127.0.0.1:0 -- desk.example 127.0.0.1
  desk.example: 200
  127.0.0.1: 200
  $ tests/cli/ask_hosts.py $TANDEM serve --database $TMP/t.db --listen 127.0.0.1:0 --host desk.example --host desk.local -- desk.example DESK.local:8443 127.0.0.1 evil.example
  desk.example: 200
  DESK.local:8443: 200
  127.0.0.1: 421
  evil.example: 421

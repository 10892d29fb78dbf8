Agreements are written in one style; comments and the order stay.

  $ printf 'engagement:   acme   # who\nteams:\n    desk: { lead: ann,cover: [ ] }\n' > $TMP/agreement.yaml
  $ tandem fmt --check $TMP/agreement.yaml
  $TMP/agreement.yaml
  1 of 1 files would be formatted
  [1]
  $ tandem fmt --stdout $TMP/agreement.yaml
  engagement: acme  # who
  teams:
    desk: {lead: ann, cover: []}
  $ tandem fmt $TMP/agreement.yaml
  $TMP/agreement.yaml
  1 of 1 files was formatted
  $ tandem fmt $TMP/agreement.yaml
  0 of 1 files were formatted
  $ tandem fmt --check $TMP
  0 of 1 files would be formatted

Standard input is printed.

  $ printf 'a:    [1,2]\n' | tandem fmt -
  a: [1, 2]

A text that is not YAML is told, and nothing is touched.

  $ printf 'a:   1\n' > $TMP/good.yaml
  $ printf 'a: [1\n' > $TMP/bad.yaml
  $ tandem fmt $TMP/good.yaml $TMP/bad.yaml
  $TMP/bad.yaml:2:1: error: expected `,` or `]` here [syntax]
     2 |
       | ^
  $TMP/bad.yaml:1:4: note: in the list that begins here
     1 | a: [1
       |    -
  [1]
  $ cat $TMP/good.yaml
  a:   1

  $ tandem fmt $TMP/nothing.yaml
  tandem: there is no file or folder `$TMP/nothing.yaml`
  [2]

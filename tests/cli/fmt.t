Agreements are written in one style; comments and the order stay.

  $ printf 'engagement:   acme   # who\nteams:\n    desk: { lead: ann,cover: [ ] }\n' > $TMP/agreement.yaml
  $ tandem fmt --check $TMP/agreement.yaml
  $TMP/agreement.yaml
  1 file would be formatted
  [1]
  $ tandem fmt --stdout $TMP/agreement.yaml
  engagement: acme  # who
  teams:
    desk: {lead: ann, cover: []}
  $ tandem fmt $TMP/agreement.yaml
  $TMP/agreement.yaml
  1 file formatted
  $ tandem fmt $TMP/agreement.yaml
  1 file unchanged
  $ tandem fmt --check $TMP
  1 file unchanged

What editors of other systems add goes: the line breaks of Windows and a byte order mark.

  $ printf '\357\273\277a: 1\r\nb:   2\r\n' | tandem fmt - | od -An -c
     a   :       1  \n   b   :       2  \n

Every draft and the examples are in this style from the beginning.

  $ tandem fmt --check examples/harbor-cu examples/quarry-dental examples/servicenow
  3 files unchanged
  $ for name in $(tandem new --list | sed -n 's/^\([a-z-]*\):.*/\1/p'); do tandem new - --template $name --client "Müller & Söhne" --effective 2026-10-01 | tandem fmt --check - || echo $name; done
  $ for file in tests/cli/data/matrix/*.xlsx tests/cli/data/matrix/*.csv; do tandem import matrix $file -o - 2> $TMP/said | tandem fmt --check - || echo $file; done

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

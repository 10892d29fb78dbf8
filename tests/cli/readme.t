What the README shows is what the program says.

  $ sed 's/monitoring:   {responsible: desk, accountable: priya, deputy: sam}/monitoring:   {responsible: desk, accountable: [priya, dana]}/' examples/harbor-cu/agreement.yaml > $TMP/agreement.yaml
  $ cd $TMP && tandem check agreement.yaml
  agreement.yaml:58:54: error: two people are accountable for `backup.monitoring`: where two answer, nobody does [two-accountable]
    58 |       monitoring:   {responsible: desk, accountable: [priya, dana]}
       |                                                      ^^^^^^^^^^^^^
    help: keep one, and make another the deputy: `accountable: priya, deputy: dana`
    58 |       monitoring:   {responsible: desk, accountable: priya, deputy: dana}
       |                                                      ~~~~~~~~~~~~~~~~~~~

  the agreement does not hold: 1 error, 0 warnings
  [1]

And word for word.

  $ tandem check $TMP/agreement.yaml | sed "s#$TMP/##" | diff - <(sed -n '/^\$ tandem check agreement.yaml/,/^```/p' README.md | sed '1d;$d') && echo the same
  5,6d4
  <   58 |       monitoring:   {responsible: desk, accountable: priya, deputy: dana}
  <      |                                                      ~~~~~~~~~~~~~~~~~~~
  [1]

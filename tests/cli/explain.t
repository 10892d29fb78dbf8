What a finding means is built into the program.

  $ tandem explain no-deputy
  $ tandem explain | head -n 3
  $ tandem explain no-deputi

The JSON Schema too.

  $ tandem schema | head -n 3

What a finding means is built into the program.

  $ tandem explain no-deputy | head -n 6
  no-deputy

  Warning: nobody answers for an activity while its accountable person is away.

  Why it matters
  People are ill and go on leave. Then the deputy answers; without one nobody does, and decisions wait for weeks.
  $ tandem explain | head -n 3
  syntax                         error    the text is not YAML 1.2 as agreements use it
  unknown-key                    error    a key that the language does not have
  duplicate-key                  error    a key that stands twice
  $ tandem explain no-deputi
  tandem: there is no finding `no-deputi`: did you mean `no-deputy`?
  [2]
  $ tandem explain weather
  tandem: there is no finding `weather`: `tandem explain` lists them all
  [2]

The JSON Schema too.

  $ tandem schema | head -n 3
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Tandem agreement, version 1",

Drafts of agreements. The arrangements there are:

  $ tandem new --list
  day-and-night: Day team, nights, security
    Your own IT team has the day. The provider has nights, weekends, holidays and vacations, and
    watches security around the clock.

  compliance-overlay: IT team, virtual CIO, compliance
    Your own IT team runs everything. The provider's advisors plan with you, keep the evidence and
    answer the auditors.

  project-hands: IT team, project hands
    Your own IT team runs what there is. The provider builds what is new, and hands it over.

  help-desk-overflow: Help-desk overflow
    Your own people answer first. At peaks, and while they are out, calls go on to the provider's
    desk.

  security-and-tools: Security and tools
    Your own IT team keeps users and applications. The provider watches security around the clock and
    runs patching, monitoring and backups.

  project-and-escalation: Projects and escalation
    Your own IT team has the daily work. The provider's engineers take the hard cases at any hour,
    and its project people build what is new.

  full-hybrid: Full hybrid
    The provider answers users first, has nights, security, tools and projects. Your own IT team
    keeps the applications of your trade, the rules and the decisions.

  They may be mixed: `tandem new my-agreement --template day-and-night,compliance-overlay`

A draft goes into a folder of its own, and says what comes next.

  $ tandem new $TMP/harbor --template help-desk-overflow --client "Harbor Credit Union" --provider "Northbeam IT" --effective 2026-10-01
  $TMP/harbor/agreement.yaml is written.
  It holds: `tandem check` finds nothing.

  Next:
    1. Read it together, both sides. Put your own people in, and what is true at the 4 places marked `# <- yours`.
    2. tandem check $TMP/harbor
    3. tandem why $TMP/harbor --at "2026-10-03 03:00" --category malware
  $ tandem check --quiet $TMP/harbor
  $ head -n 12 $TMP/harbor/agreement.yaml
  # An agreement between Harbor Credit Union and Northbeam IT
  #
  # Your own people answer first. At peaks, and while they are out, calls go on to the provider's desk.
  #
  # This text is the agreement: both sides read it, sign it, and Tandem runs it. As it stands it holds together: nothing
  # is left unowned, at no hour and with no single person away. `tandem check` proves that again after every change.
  # "You" is Harbor Credit Union in all of it.
  #
  #   - What is marked with `# <- yours` is a guess: put in what is true for you. The rest can stay until it hurts.
  #   - A name is written once and used in many places: `it-manager`, `it`, `office`. What people see is `name:`.
  #   - Nothing here is a secret, and nothing is only for lawyers: whoever does the work should have read it.
  #

Nothing is written over, also not by another draft.

  $ tandem new $TMP/harbor --template full-hybrid
  tandem: $TMP/harbor/agreement.yaml is there already and stays as it is: give another folder, or move it away
  [2]
  $ cd $TMP && tandem new --template project-hands --client "The Quarry, Inc." --today 2026-09-14 | head -n 1
  quarry/agreement.yaml is written.
  $ grep effective $TMP/quarry/agreement.yaml
  effective: 2026-10-01

Arrangements may be mixed; `-` prints.

  $ tandem new - --template day-and-night,compliance-overlay --country de --effective 2026-10-01 | sed -n '/^time_zone/p; /^  office/p; /^  soc:/,/hours/p; /^  advisors:/,/cover/p'
  time_zone: Europe/Berlin
    office: {mon-fri: "08:00-17:30", holidays: de}  # <- yours
    soc:
      party: our-provider
      lead: security-lead
      members: [security-lead, security-analyst, security-night]
      hours: always
    advisors:
      party: our-provider
      lead: virtual-cio
      members: [virtual-cio, compliance-lead]
      hours: office
      cover: [desk]

What cannot be is told.

  $ tandem new $TMP/x --template full-hybird
  tandem: there is no arrangement `full-hybird`: did you mean `full-hybrid`?
  [2]
  $ tandem new $TMP/x --template full-hybrid --country xx
  tandem: there is no country `xx` here, but at, au, be, ca, de, fr, gb, ie, in, mx, nl, nz, pl, us, za: give --holidays and --time-zone instead
  [2]
  $ tandem new $TMP/x --template full-hybrid --holidays us-fedral
  tandem: there is no set of holidays `us-fedral` (`tandem calendar holidays` lists them): did you mean `us-federal`?
  [2]
  $ tandem new $TMP/x --template full-hybrid --time-zone Mars/Olympus
  tandem: `Mars/Olympus` is not a time zone of the IANA database (try one like `Europe/Berlin`)
  [2]
  $ tandem new $TMP/x --template full-hybrid --effective soon
  tandem: `soon` is not a date: write it as 2026-10-01
  [2]
  $ tandem new $TMP/x --template full-hybrid --interactive
  tandem: --template is one way and the conversation another: give one of them
  [2]
  $ tandem new $TMP/x
  tandem: say what to make it from: --template NAME (`tandem new --list` tells which there are), --interactive, or --answers FILE
  [2]
  $ tandem new /proc/x --template full-hybrid
  tandem: cannot make the folder /proc/x: No such file or directory
  [2]

The conversation, from a file.

  $ printf 'client: Quarry Dental\nprovider: Northbeam IT\nit_people: [Ada Park (IT manager), Ben Ruiz]\nleaders: [Lee Chan]\nnights: provider\nsecurity: us\noverflow: no\nprovider_manager: Priya Raman\ndesk_people: [Sam Okafor, Hana Kim]\neffective: 2026-10-01\nworth_it: Ada sleeps at night.\n' > $TMP/answers.yaml
  $ tandem new $TMP/dental --answers $TMP/answers.yaml
  $TMP/dental/agreement.yaml is written.
  It holds: `tandem check` finds nothing.

  Next:
    1. Read it together, both sides. Put your own people in, and what is true at the 4 places marked `# <- yours`.
    2. tandem check $TMP/dental
    3. tandem why $TMP/dental --at "2026-10-03 03:00" --category malware
  $ grep -A3 'trial' $TMP/dental/agreement.yaml
  # The first months are a trial. It ends well when these hold, and not when somebody feels that it went well.
  # What would make it worth it: Ada sleeps at night.
  trial:
    until: 2027-01-01  # <- yours
    exit:
      - {measure: respond-on-time, at_least: 90 %}
  $ tandem new $TMP/other --answers $TMP/nowhere.yaml
  tandem: cannot read $TMP/nowhere.yaml: No such file or directory
  [2]
  $ printf 'client: A\nnights: never\nsecrity: us\n' > $TMP/wrong.yaml; tandem new $TMP/other --answers $TMP/wrong.yaml
  $TMP/wrong.yaml:2:9: error: `never` is none of the choices: us, provider [bad-value]
     2 | nights: never
       |         ^^^^^
    help: write one of the choices

  $TMP/wrong.yaml:3:1: error: there is no question `secrity` [unknown-key]
     3 | secrity: us
       | ^^^^^^^
    help: did you mean `security`?
  tandem: the answers in $TMP/wrong.yaml cannot be used as they are
  [2]

The same in a conversation, which is kept, left and taken up again.

  $ printf 'Quarry Dental\nNorthbeam IT\nback\n\nde\nquit\n' | tandem new $TMP/talk --interactive --today 2026-09-14
  A first conversation between a business and its provider, best had together at one screen.
  Who does what, who does not, how we decide, what success is: about a quarter of an hour.
  `help` explains a question, `back` goes back, `quit` stops; everything you say is kept.

  Who you are (1 of 33)
  What is your business called?
  > Quarry Dental

  Who you are (2 of 33)
  And the provider?
  [Our provider] > Northbeam IT

  Who you are (3 of 33)
  In which country do you work?
  [us] > back

  Who you are (2 of 33)
  And the provider?
  [Northbeam IT] >

  Who you are (3 of 33)
  In which country do you work?
  [us] > de

  Who you are (4 of 33)
  Which public holidays does your office keep?
  [de] > quit
  Stopped: 3 of 33 questions are answered and kept in $TMP/talk/answers.yaml; the same command goes on from there.
  $ grep -v '^#' $TMP/talk/answers.yaml | grep .
  client: Quarry Dental
  provider: Northbeam IT
  country: de
  holidays:
  time_zone:
  office_hours:
  effective:
  it_people:
  leaders:
  first_line:
  overflow:
  nights:
  security:
  tools:
  hard_cases:
  projects:
  direction:
  compliance:
  provider_manager:
  ask_first:
  spend:
  excluded:
  hours_month:
  hours_surge:
  dispute_within:
  meeting_every:
  meeting_on:
  critical_respond:
  trial_months:
  on_time:
  satisfaction:
  strategic_share:
  worth_it:
  $ printf '\n\n\n\n' | tandem new $TMP/talk --interactive --today 2026-09-14 | tail -n 4
  tandem: the input ended before the draft: 7 of 33 questions are answered and kept in $TMP/talk/answers.yaml; the same command goes on from there

  Your people (8 of 33)
  Who are your IT people? First the one who leads them.
  >
  $ tandem new $TMP/talk2 --interactive --today 2026-09-14 < /dev/null | tail -n 3
  tandem: the input ended before the draft: nothing was said yet
  Who you are (1 of 33)
  What is your business called?
  >

Everything said, an empty line at the end writes the draft.

  $ yes '' | head -n 60 | tandem new $TMP/dental2 --interactive --answers $TMP/answers.yaml --today 2026-09-14 | tail -n 14
         80 %
     33  How much of their week should your own people have for what moves the business, instead of fires?
         (open)
     34  In a year, what would make you say that it was worth it?
         Ada sleeps at night.

  A number changes an answer; an empty line will write the draft. [write the draft] >
  $TMP/dental2/agreement.yaml is written.
  It holds: `tandem check` finds nothing.

  Next:
    1. Read it together, both sides. Put your own people in, and what is true at the 4 places marked `# <- yours`.
    2. tandem check $TMP/dental2
    3. tandem why $TMP/dental2 --at "2026-10-03 03:00" --category malware

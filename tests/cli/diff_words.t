The wording of differences: a small agreement, one change each, and what is told of it.

A rule for one category at one site in office hours.

  $ sed -e 's/^routing:/&\n  - {name: east, when: {category: password, site: east, hours: office}, to: it}/' tests/cli/data/small.yaml > $TMP/new.yaml; tandem diff tests/cli/data/small.yaml $TMP/new.yaml
  Acme and Keel, the 12 months from 2026-10-01

  who acts
    password at east while `office` is open: desk → it; 45 hours a week

  what the text says
    routing
      routing rule `east` is new: category password, site east, hours office, to
        it

  who gains and who loses
    acme
      gains password at east while `office` is open; 45 hours a week
    keel
      loses password at east while `office` is open; 45 hours a week
  [1]

The same at night, when its team is closed and the desk covers: nothing changes for anybody.

  $ sed -e 's/^routing:/&\n  - {name: east, when: {category: password, site: east, hours: not office}, to: it}/' tests/cli/data/small.yaml > $TMP/new.yaml; tandem diff tests/cli/data/small.yaml $TMP/new.yaml
  Acme and Keel, the 12 months from 2026-10-01

  what the text says
    routing
      routing rule `east` is new: category password, site east, hours not
        office, to it
  [1]

An activity that goes to another team takes its categories along.

  $ sed -e 's/{responsible: desk, accountable: kim/{responsible: it, accountable: ann/' tests/cli/data/small.yaml > $TMP/new.yaml; tandem diff tests/cli/data/small.yaml $TMP/new.yaml
  Acme and Keel, the 12 months from 2026-10-01

  who acts
    all work but bank while `office` is open: desk → it; 45 hours a week

  who answers for it
    all work but bank: Kim Kern → Ann Ames; 168 hours a week

  what the text says
    activities
      activity work.routine: responsible desk → it; accountable kim → ann

  who gains and who loses
    acme
      gains answering for all work but bank; 168 hours a week
      gains all work but bank while `office` is open; 45 hours a week
    keel
      loses answering for all work but bank; 168 hours a week
      loses all work but bank while `office` is open; 45 hours a week
  [1]

What is left out is told where it is less.

  $ sed -e 's/^targets:/  - {name: days, when: {category: [password, printer, other], hours: office, priority: high, source: [email, api, alert, duty]}, to: it}\n&/' tests/cli/data/small.yaml > $TMP/new.yaml; tandem diff tests/cli/data/small.yaml $TMP/new.yaml
  Acme and Keel, the 12 months from 2026-10-01

  who acts
    high work but bank not by portal while `office` is open: desk → it; 45 hours
      a week

  what the text says
    routing
      routing rule `days` is new: category password, printer, other, priority
        high, source email, api, alert, duty, hours office, to it

  who gains and who loses
    acme
      gains high work but bank not by portal while `office` is open; 45 hours a
        week
    keel
      loses high work but bank not by portal while `office` is open; 45 hours a
        week
  [1]

A threshold of load tells the range between old and new.

  $ sed -e 's/open_per_person: 10/open_per_person: 4/' tests/cli/data/small.yaml > $TMP/new.yaml; tandem diff tests/cli/data/small.yaml $TMP/new.yaml
  Acme and Keel, the 12 months from 2026-10-01

  who acts
    bank while it has 4 to 9 open items per person and `office` is open: it →
      desk; 45 hours a week

  what the text says
    routing
      routing rule `busy`: load 10 or more open per person in it → 4 or more
        open per person in it

  who gains and who loses
    acme
      loses bank while it has 4 to 9 open items per person and `office` is open;
        45 hours a week
    keel
      gains bank while it has 4 to 9 open items per person and `office` is open;
        45 hours a week
  [1]

Hours that change are told by the old and the new calendar.

  $ sed -e 's/"08:00-17:00"/&, sat: "09:00-12:00"/' tests/cli/data/small.yaml > $TMP/new.yaml; tandem diff tests/cli/data/small.yaml $TMP/new.yaml
  Acme and Keel, the 12 months from 2026-10-01

  who acts
    bank while it has fewer than 10 open items per person and the new `office`
      is open and the old `office` is closed: desk → it; 3 hours a week

  what the text says
    calendars
      calendar office: hours mon-fri 08:00-17:00 → mon-fri 08:00-17:00, sat
        09:00-12:00

  who gains and who loses
    acme
      gains bank while it has fewer than 10 open items per person and the new
        `office` is open and the old `office` is closed; 3 hours a week
    keel
      loses bank while it has fewer than 10 open items per person and the new
        `office` is open and the old `office` is closed; 3 hours a week
  [1]

A team that is short of people and has no cover leaves a gap.

  $ sed -e 's/hours: office, cover: \[desk\]/hours: office, minimum: 3/' tests/cli/data/small.yaml > $TMP/new.yaml; tandem diff tests/cli/data/small.yaml $TMP/new.yaml
  Acme and Keel, the 12 months from 2026-10-01

  who acts
    bank while it has fewer than 10 open items per person and `office` is
      closed: desk → nobody (it keeps it); 123 hours a week
    bank while it has fewer than 10 open items per person and `office` is open:
      it → nobody (it keeps it); 45 hours a week

  what the text says
    teams
      team it: minimum 1 → 3; cover desk → none

  who gains and who loses
    acme
      loses bank while it has fewer than 10 open items per person and `office`
        is open; 45 hours a week
    keel
      loses bank while it has fewer than 10 open items per person and `office`
        is closed; 123 hours a week
  [1]

What leave changes while it lasts: who answers, and from how much work on others help.

  $ sed -e 's/^disputes:/leave: [{who: ann, from: 2026-12-21, to: 2026-12-27}]\n&/' tests/cli/data/small.yaml > $TMP/new.yaml; tandem diff tests/cli/data/small.yaml $TMP/new.yaml
  Acme and Keel, the 12 months from 2026-10-01

  who acts
    bank while it has 10 to 19 open items and `office` is open and Ann Ames is
      away by the new leave: it → desk; 45 hours in all

  who answers for it
    bank while Ann Ames is away by the new leave: Ann Ames → Bob Burke; 3.2
      hours a week

  what the text says
    leave
      leave of ann is new: 2026-12-21 to 2026-12-27

  who gains and who loses
    acme
      loses bank while it has 10 to 19 open items and `office` is open and Ann
        Ames is away by the new leave; 45 hours in all
    keel
      gains bank while it has 10 to 19 open items and `office` is open and Ann
        Ames is away by the new leave; 45 hours in all
  [1]

What has another name and the same content was renamed.

  $ sed -e 's/\bkim\b/kk/g' -e 's/\bdesk\b/service-desk/g' -e 's/\bbank\b/banking/g' tests/cli/data/small.yaml > $TMP/new.yaml; tandem diff tests/cli/data/small.yaml $TMP/new.yaml
  Acme and Keel, the 12 months from 2026-10-01

  what the text says
    people
      person kim is now called kk
    teams
      team desk is now called service-desk
    categories
      category bank is now called banking
  [1]

A category that comes.

  $ sed -e 's/^  other:/  wifi: work.special\n&/' tests/cli/data/small.yaml > $TMP/new.yaml; tandem diff tests/cli/data/small.yaml $TMP/new.yaml
  Acme and Keel, the 12 months from 2026-10-01

  what the text says
    categories
      category wifi is new: activity work.special

  who gains and who loses
    acme
      gains the new category wifi
  [1]

Promises, escalation, hand-offs, money.

  $ sed -e 's/respond: 4 business hours/respond: 2 business hours, resolve: 2 business days/' -e 's/after: 30 min, tell: .*}/after: 30 min, tell: lead}, {after: 1 hour, tell: ann}/' -e 's/^disputes:/handoffs: {accept_within: 15 min}\ncost: {agreement: 5200 USD per month}\n&/' -e 's/deputy: lea}/deputy: lea, may: [restart], limits: {spend: 250 USD}}/' tests/cli/data/small.yaml > $TMP/new.yaml; tandem diff tests/cli/data/small.yaml $TMP/new.yaml
  Acme and Keel, the 12 months from 2026-10-01

  what the text says
    activities
      activity work.routine: may none → restart; spend limit none → 250 USD
    targets
      priority normal: respond 4 business hours → 2 business hours; resolve none
        → 2 business days
    escalations
      escalation of default: after 30 min ann, kim → after 30 min lead, after 1
        hour ann
    handoffs
      rules of hand-offs: accept within 30 min → 15 min
    cost
      the cost is new: agreement 5200 USD per month
  [1]

Writing down what holds anyhow changes nothing.

  $ sed -e 's/^disputes:/handoffs: {accept_within: 30 min, bounces: 2}\n&/' -e 's/1 hour/1 hours/' tests/cli/data/small.yaml > $TMP/new.yaml; tandem diff tests/cli/data/small.yaml $TMP/new.yaml
  Acme and Keel, the 12 months from 2026-10-01
  the texts agree

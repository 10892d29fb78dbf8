Whether co-managed IT is right, with the reasons.

  $ tandem fit --answers tests/fit/lone-admin.yaml
  Co-managed IT: your own IT people and a provider, under one written agreement.
  25 points ahead of the next way, which is clear. 22 of the 23 questions that came up are answered.

  Co-managed IT: 32 points
    +3  one person alone needs somebody behind them
    +3  you want to keep what matters and have the rest done
    +2  a company of this size needs somebody of its own, and cannot have everything in that person
    +2  much hangs on one person: a second team takes that risk away in months, a hire in a year
    +2  fires take most of the week
    +2  nobody stands in during vacations
    +2  your own people want it
    +2  both hands and knowledge are short
    +2  now and then a night must not wait
    +2  alarms are looked at beside other work
    +2  there is somebody who runs the partnership
    +2  both sides may see the same
    +1  some applications are known only in-house
    +1  growth can be met step by step
    +1  the people you have are going to stay
    +1  questionnaires take a routine that providers have
    +1  people can hardly be found
    +1  the offer for co-managed IT is within what you mean to spend

  Fully managed IT: 7 points
    +2  both hands and knowledge are short
    +1  much hangs on one person: a second team takes that risk away in months, a hire in a year
    +1  fires take most of the week
    +1  nobody stands in during vacations
    +1  now and then a night must not wait
    +1  alarms are looked at beside other work
    +1  questionnaires take a routine that providers have
    +1  people can hardly be found
    -1  the people you have are going to stay
    -1  projects get done

  Your own people: 1 points
    +1  a company of this size needs somebody of its own, and cannot have everything in that person
    +1  some applications are known only in-house
    +1  growth can be met step by step
    +1  one person alone needs somebody behind them
    +1  fires take most of the week
    +1  the people you have are going to stay
    +1  projects get done
    +1  you want to keep what matters and have the rest done
    -3  people can hardly be found
    -2  one more person costs more than you mean to spend
    -1  now and then a night must not wait
    -1  alarms are looked at beside other work

  What you did not answer could not change the verdict
    - If you have an offer for fully managed IT, what does it cost?

  Next
    Begin with a first conversation, both sides at one table: tandem new --interactive
    Or with a ready-made arrangement: tandem new --template day-and-night,security-and-tools,compliance-overlay
  $ tandem fit --answers tests/fit/dental-practice.yaml
  Fully managed IT: a provider does it all, and somebody of yours keeps an eye on it.
  21 points ahead of the next way, which is clear. 14 of the 18 questions that came up are answered.

  Fully managed IT: 13 points
    +3  so few users do not fill an IT job, and splitting it costs more than it brings
    +3  there is nobody in-house to share the work with
    +3  you want to decide as little as possible
    +2  what everybody has any provider can run
    +2  nobody looks at alarms
    +1  special knowledge now and then is better borrowed than hired
    +1  there are few projects
    +1  people can hardly be found
    -1  nights can wait
    -1  a supervisor asks you, not the provider: somebody inside must own it
    -1  whoever comes new begins blind

  Your own people: -8 points
    +1  nights can wait
    +1  a supervisor asks you, not the provider: somebody inside must own it
    -3  people can hardly be found
    -2  so few users do not fill an IT job, and splitting it costs more than it brings
    -2  special knowledge now and then is better borrowed than hired
    -2  you want to decide as little as possible
    -1  nobody looks at alarms

  Co-managed IT: 0 points
    not open: co-managed IT needs somebody of yours in IT: there is nobody
    +3  special knowledge now and then is better borrowed than hired
    +2  nobody looks at alarms
    +2  a supervisor asks you, not the provider: somebody inside must own it
    +2  both sides may see the same
    +1  people can hardly be found
    -3  there is nobody in-house to share the work with
    -2  so few users do not fill an IT job, and splitting it costs more than it brings
    -2  you want to decide as little as possible
    -1  what everybody has any provider can run
    -1  nights can wait
    -1  whoever comes new begins blind

  What you did not answer could not change the verdict
    - How much may help from outside, or one more person, cost?
    - What does one more IT person cost you, with everything?
    - If you have an offer for co-managed IT, what does it cost?
    - If you have an offer for fully managed IT, what does it cost?

  Next
    Tandem is made for two teams and helps you less here. What it can still do: tandem new --offer
    prints a form for a provider's offer, and tandem check --offer holds it against the known red
    flags.
  $ tandem fit --answers tests/fit/secretive-family-business.yaml | head -n 6
  Co-managed IT, but not yet: your own IT people and a provider, under one written agreement.
  23 points ahead of the next way, which is clear. 19 of the 23 questions that came up are answered.

  First
    - settle with your leadership that both sides see the same tickets, tools and papers
      for two teams that may not see the same work against each other
  $ tandem fit --answers tests/fit/three-answers.yaml | head -n 3
  Not enough is known: 3 of the 23 questions that came up are answered, and a verdict takes 10.

  Co-managed IT: 7 points
  $ tandem fit --answers tests/fit/three-answers.yaml > $TMP/said
  [1]
  $ tandem fit --answers tests/fit/content-company.yaml --format json
  {"outcome":"fits","verdict":"hire","lead":3,"answered":19,"asked":23,"ways":[{"name":"co-managed","title":"Co-managed IT","points":8,"excluded":null},{"name":"fully-managed","title":"Fully managed IT","points":-10,"excluded":null},{"name":"hire","title":"Your own people","points":11,"excluded":null}],"reasons":[{"question":"users","answer":"110","because":"a company of this size has too many matters of its own to leave IT to others altogether","points":{"co-managed":2,"fully-managed":-1,"hire":1}},{"question":"trade_apps","answer":"some","because":"some applications are known only in-house","points":{"co-managed":1,"fully-managed":0,"hire":1}},{"question":"it_people","answer":"4","because":"a small team that knows the house is worth keeping, and cannot know everything","points":{"co-managed":3,"fully-managed":-2,"hire":0}},{"question":"lone_tasks","answer":"none","because":"nothing hangs on one person","points":{"co-managed":-1,"fully-managed":-1,"hire":1}},{"question":"fires","answer":"20 %","because":"your own people are not overrun","points":{"co-managed":-1,"fully-managed":-1,"hire":1}},{"question":"vacation","answer":"covered","because":"vacations are covered","points":{"co-managed":-1,"fully-managed":-1,"hire":1}},{"question":"turnover","answer":"stable","because":"the people you have are going to stay","points":{"co-managed":1,"fully-managed":-1,"hire":1}},{"question":"lack","answer":"nothing","because":"nothing is short","points":{"co-managed":-3,"fully-managed":-3,"hire":3}},{"question":"after_hours","answer":"nothing","because":"nights can wait","points":{"co-managed":-1,"fully-managed":-1,"hire":1}},{"question":"security_skill","answer":"partly","because":"alarms are looked at beside other work","points":{"co-managed":2,"fully-managed":1,"hire":-1}},{"question":"projects","answer":"moving","because":"projects get done","points":{"co-managed":0,"fully-managed":-1,"hire":1}},{"question":"control","answer":"important","because":"you want to keep what matters and have the rest done","points":{"co-managed":3,"fully-managed":0,"hire":1}},{"question":"sharing","answer":"yes","because":"both sides may see the same","points":{"co-managed":2,"fully-managed":0,"hire":0}},{"question":"documentation","answer":"good","because":"others can work with what is written down","points":{"co-managed":1,"fully-managed":1,"hire":0}}],"first":[],"contradictions":[],"missing":[{"question":"budget","ask":"How much may help from outside, or one more person, cost?","could_change":[]},{"question":"hire_cost","ask":"What does one more IT person cost you, with everything?","could_change":[]},{"question":"co_managed_quote","ask":"If you have an offer for co-managed IT, what does it cost?","could_change":[]},{"question":"fully_managed_quote","ask":"If you have an offer for fully managed IT, what does it cost?","could_change":[]}],"templates":[]}

Missing answers are named with what they could change.

  $ grep -v '^owner\|^sharing\|^attitude' tests/fit/credit-union.yaml > $TMP/part.yaml; tandem fit --answers $TMP/part.yaml | sed -n '/did not answer/,/Next/p'
  What you did not answer, and what it could change
    - What do they think of sharing the work with a provider?
        they are against it: Co-managed IT, but not yet
    - Who of yours would run the partnership, two hours every week?
        nobody has the time: Co-managed IT, but not yet
    - Will your leadership let both sides see the same tickets, tools and papers?
        no: Co-managed IT, but not yet
    - How much may help from outside, or one more person, cost?
    - What does one more IT person cost you, with everything?
    - If you have an offer for co-managed IT, what does it cost?
    - If you have an offer for fully managed IT, what does it cost?

  Next

The form and the weights.

  $ tandem fit --form | head -n 12
  # Is co-managed IT right for you? Answer what you can, leave open what you cannot, then: tandem fit --answers FILE


  # ---- Your company ----

  # How many people of yours work with a computer?
  #   Everybody with an account of their own. A rough number will do.
  #   a whole number, such as `40`
  users:

  # Are there applications that only people in your company understand?
  #   The core banking system, the control of a plant, the program that somebody wrote in 2009.
  $ tandem fit --form > $TMP/form.yaml && tandem fit --answers $TMP/form.yaml | head -n 1
  Not enough is known: 0 of the 18 questions that came up are answered, and a verdict takes 10.
  $ tandem fit --weights | head -n 9
  answer                                                                       co-managed  fully-managed  hire  because

  How many people of yours work with a computer?
    below 15                                                                           -2             +3    -2  so few users do not fill an IT job, and splitting it costs more than it brings
    below 30                                                                            0             +2    -1  below about thirty users an IT person of one's own is hardly busy
    below 100                                                                          +2              0    +1  a company of this size needs somebody of its own, and cannot have everything in that person
    below 500                                                                          +2             -1    +1  a company of this size has too many matters of its own to leave IT to others altogether
    at least 500                                                                        0             -2    +3  a company of this size can have an IT department with its own specialists

What cannot be used is told.

  $ printf 'users: many\n' > $TMP/wrong.yaml; tandem fit --answers $TMP/wrong.yaml
  $TMP/wrong.yaml:1:8: error: `many` is not a whole number, such as `40` [bad-value]
     1 | users: many
       |        ^^^^
    help: write a whole number, such as `40`
  tandem: the answers in $TMP/wrong.yaml cannot be used as they are
  [2]
  $ tandem fit --answers $TMP/nowhere.yaml
  tandem: cannot read $TMP/nowhere.yaml: No such file or directory
  [2]

Asked on the command line; the end of the input is not a verdict.

  $ printf '12\nnone\nsteady\n0\n' | tandem fit | tail -n 9
  tandem: the input ended before the verdict: `tandem fit --form` prints the questions to fill in
  > 0

  What is missing (5 of 18)
  What are you short of?
    1  nothing    nothing much
    2  hands      hands, every day
    3  knowledge  special knowledge, now and then
    4  both       both
  >

An offer that says what it ought to.

  $ tandem check --offer tests/offers/good.yaml
  29 points looked at: nothing found

One that does not: every red flag at its place, and what to ask.

  $ tandem check --offer tests/offers/half.yaml
  tests/offers/half.yaml:12:16: error: somebody is there at night, and times are counted in business hours only: four hours from Friday evening may end on Monday noon [offer-target-without-clock]
    12 | respond_clock: business         # expect-error {{somebody is there at night, and times are counted i…
       |                ^^^^^^^^
    help: ask the vendor: "Do your times run at night, on weekends and on holidays? Whose holidays, and in which time zone?"

  tests/offers/half.yaml:26:7: warning: it binds you for more than two years: you would stay for the contract and not for the work [offer-long-lock-in]
    26 | term: 36 months                 # expect-warning {{for more than two years}} [offer-long-lock-in]
       |       ^^^^^^^^^
    help: ask the vendor: "Can we begin with three months on trial, and leave after that with two months' notice?"

  tests/offers/half.yaml:27:10: warning: it renews itself, and the offer does not say until when you can say no: a date that nobody has in the calendar costs a year [offer-auto-renewal]
    27 | renewal: automatic              # expect-warning {{does not say until when you can say no}} [offer-a…
       |          ^^^^^^^^^
    help: ask the vendor: "Please let it end unless we both renew, or remind us in writing sixty days before."

  tests/offers/half.yaml:34:1: warning: the offer does not say what happens when they miss what they promise: a promise that costs nothing to break is a wish [offer-no-remedy]
    34 | remedy:                         # expect-warning {{a promise that costs nothing to break is a wish}}…
       | ^^^^^^
    help: ask the vendor: "What do we get when you miss your times in two months running, and may we leave?"

  To ask Northbeam IT before anybody signs:
    1. Do your times run at night, on weekends and on holidays? Whose holidays, and in which time zone?
    2. Can we begin with three months on trial, and leave after that with two months' notice?
    3. Please let it end unless we both renew, or remind us in writing sixty days before.
    4. What do we get when you miss your times in two months running, and may we leave?

  28 points looked at; not ready to sign: 1 error, 3 warnings
  [1]

The form, and what nobody has filled in.

  $ tandem new --offer | head -n 14
  # What an offer says. Fill in what it really says, and leave open what it does not say: that is the finding. Then:
  # tandem check --offer FILE. What the vendor answers later goes into a second file of the same kind: tandem check
  # --offer FILE --offer ANSWERS. `unsaid` in it takes an answer back.


  # ---- Whose offer ----

  # Who makes the offer?
  #   a line of text
  vendor:

  # Who at the vendor answers for the service, by name?
  #   Not a department and not a mailbox. With a deputy, if one is named.
  #   names with commas between: `Dana Whitfield (IT manager), Luis Ortega`
  $ tandem new --offer > $TMP/form.yaml; tandem check --offer $TMP/form.yaml | tail -n 2

  28 points looked at; not ready to sign: 14 errors, 14 warnings
  $ tandem check --offer $TMP/form.yaml --format json | head -c 200
  {"file":"$TMP/form.yaml","agreement":null,"findings":[{"name":"offer-nobody-named","level":"error","message":"the offer names nobody who answers for the service: at three in the morning a

What the vendor answers later counts over the first file, and may take it back.

  $ printf 'remedy: credit\nterm: 12 months\nrenewal: ends\nrespond_clock: always\ninsurance: unsaid\n' > $TMP/later.yaml; tandem check --offer tests/offers/half.yaml --offer $TMP/later.yaml
  $TMP/later.yaml:5:1: warning: the offer does not speak of insurance: a judgment against an empty purse is paper [offer-no-insurance]
     5 | insurance: unsaid
       | ^^^^^^^^^
    help: ask the vendor: "Please send the certificate of your liability and cyber insurance, with the sums."

  To ask Northbeam IT before anybody signs:
    1. Please send the certificate of your liability and cyber insurance, with the sums.

  28 points looked at; can be signed with open eyes: 0 errors, 1 warning

Held against the agreement.

  $ tandem new $TMP/harbor --template security-and-tools --client "Harbor Credit Union" --provider "Northbeam IT" --effective 2026-10-01 > $TMP/out
  $ printf 'resolve_critical: 2 days\n' > $TMP/later.yaml; tandem check $TMP/harbor --offer tests/offers/good.yaml --offer $TMP/later.yaml
  $TMP/later.yaml:1:19: error: the offer mends critical work within 2 days, and the agreement within 8 hours [offer-against-agreement]
     1 | resolve_critical: 2 days
       |                   ^^^^^^
  $TMP/harbor/agreement.yaml:206:40: note: the agreement's target
   206 |   critical: {respond: 30 min, resolve: 8 hours, clock: always}  # <- yours
       |                                        -------
    help: one of the two has to give: write what was agreed into both

  tests/offers/good.yaml:4:14: warning: the offer names Sam Okafor, who is nobody in the agreement [offer-against-agreement]
     4 | accountable: [Priya Raman (Service manager), Sam Okafor]
       |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  $TMP/harbor/agreement.yaml:38:1: note: the people of the agreement
    38 | people:
       | ------
    help: add them to `people` of the agreement, with what they answer for

  tests/offers/good.yaml:6:11: warning: the agreement gives `tools` to the provider, and the offer does not seem to have it [offer-against-agreement]
     6 | services: [service desk at night, patching of servers and workstations, backup monitoring and restor…
       |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  $TMP/harbor/agreement.yaml:158:37: note: `tools.administration` is the provider's
   158 |       administration: {responsible: platform, accountable: tools-lead, deputy: tools-engineer, infor…
       |                                     --------
    help: ask the vendor: "Is tools.administration part of your offer?"
  29 points looked at; not ready to sign: 1 error, 2 warnings
  [1]

A text is searched, which is not reading.

  $ tandem check --offer tests/offers/glossy.md
  tests/offers/glossy.md:3:31: error: words that promise everything and name nothing (in 2 places): what is not listed is an argument later [offer-scope-vague]
     3 | **Cloudy Services** delivers *complete peace of mind*: we monitor, patch, back up, and more.
       |                               ^^^^^^^^^^^^^^^^^^^^^^
    help: ask the vendor: "Please list what you do, each thing by itself, so that we can tick it off: which devices, which systems, how often."

  tests/offers/glossy.md:4:17: error: words for a share in which nobody has a part: shared by two means done by none [offer-shared-unsplit]
     4 |   Security is a **shared
       |  _________________^
     5 | | responsibility** between Cloudy Services and your team. Tickets are answered promptly, by
       | |______________^
    help: ask the vendor: "For everything that you call shared: which part is yours, which is ours, and who has the last word?"

  tests/offers/glossy.md:5:78: error: words for a promise that cannot be missed (in 2 places): fast is no time [offer-targets-missing]
     5 | responsibility** between Cloudy Services and your team. Tickets are answered promptly, by
       |                                                                              ^^^^^^^^
    help: ask the vendor: "How soon does a person begin to work, for each urgency?"

  tests/offers/glossy.md:8:15: error: a summary, which is not the thing itself: what a summary leaves out you learn too late [offer-summary-only]
     8 | You receive a monthly summary of everything that we did.
       |               ^^^^^^^^^^^^^^^
    help: ask the vendor: "Do our people see alarms, patch states and backup results as you see them, on the same day?"

  error: the text does not seem to speak of a person who answers for the service: at three in the morning a department does not pick up [offer-nobody-named]
    help: ask the vendor: "Who, by name, answers for our service, and who while that person is away?"

  error: the text does not seem to speak of what the client has to do: what nobody asked of you nobody does, and then it was you [offer-client-duties-unwritten]
    help: ask the vendor: "What do you need from us, thing by thing: approvals, contacts, access, licences, decisions?"

  error: the text does not seem to speak of who decides, watches and acts in security: whoever watches without leave to act only watches [offer-security-unsplit]
    help: ask the vendor: "In security, who decides the rules, who watches the alarms, who may cut a computer off, and at which hours?"

  error: the text does not seem to speak of the clock that response times run by: four hours from Friday evening may end on Monday noon [offer-target-without-clock]
    help: ask the vendor: "Do your times run at night, on weekends and on holidays? Whose holidays, and in which time zone?"

  error: the text does not seem to speak of access to tickets for your own people: two teams in two systems are two truths [offer-no-access]
    help: ask the vendor: "Can our own IT people see every ticket and alarm about us, and work in them?"

  error: the text does not seem to speak of the highest administrator accounts: it is your house, and they have the only key [offer-credentials-kept]
    help: ask the vendor: "Do we hold the highest administrator accounts of every system, and can we take yours away at any time?"

  error: the text does not seem to speak of restore tests: a backup that nobody has restored is a hope [offer-restores-untested]
    help: ask the vendor: "How often do you restore something for real, and do we get the report?"

  error: the text does not seem to speak of help with leaving: the day you leave is the day they hold everything [offer-no-exit]
    help: ask the vendor: "When we part, what do you hand over, to whom, within how many days, and at which price?"

  error: the text does not seem to speak of the return of data: data in a form that nobody reads, in a year, is no data [offer-no-data-return]
    help: ask the vendor: "In which form and within how many days do we get our data, papers and backups back, and when do you delete yours?"

  error: the text does not seem to speak of telling of a breach at the vendor: your own duties to tell begin to run with theirs [offer-no-breach-notice]
    help: ask the vendor: "Within how many hours do you tell us when you were broken into?"

  tests/offers/glossy.md:10:21: warning: words that keep you longer than the work does (in 3 places): you would stay for the contract and not for the work [offer-long-lock-in]
    10 | The initial term is 36 months and will automatically renew for successive terms of 12 months.
       |                     ^^^^^^^^^
    help: ask the vendor: "Can we begin with three months on trial, and leave after that with two months' notice?"

  tests/offers/glossy.md:10:40: warning: a contract that renews itself (in 2 places): a date that nobody has in the calendar costs a year [offer-auto-renewal]
    10 | The initial term is 36 months and will automatically renew for successive terms of 12 months.
       |                                        ^^^^^^^^^^^^^^^^^^^
    help: ask the vendor: "Please let it end unless we both renew, or remind us in writing sixty days before."

  warning: the text does not seem to speak of those who do the work for the vendor: whoever gets into your systems should have a name [offer-subcontractors-hidden]
    help: ask the vendor: "Do you have the work done by others, also at night? Who are they, and do the same duties bind them?"

  warning: the text does not seem to speak of what is not included: that is where the extra bills come from [offer-exclusions-unsaid]
    help: ask the vendor: "What is not included, and what does it cost when we need it?"

  warning: the text does not seem to speak of who does what on a bad day: in an attack nobody has time to agree [offer-scenarios-unplanned]
    help: ask the vendor: "Ransomware, a hijacked account, a stolen laptop. Who stops it, who talks to whom, who brings things back?"

  warning: the text does not seem to speak of what counts as a response: a machine answers in a second and mends nothing [offer-response-by-machine]
    help: ask the vendor: "Is a response a person who begins to work? From what is the time counted?"

  warning: the text does not seem to speak of absences of their own people: you would have bought a second person whom everything hangs on [offer-absence-unplanned]
    help: ask the vendor: "Who is the deputy of each person we depend on, and do they know our systems before they are needed?"

  warning: the text does not seem to speak of whose the documentation is: whoever has the papers has you [offer-documentation-kept]
    help: ask the vendor: "Are the papers about our systems ours, and can we read and copy them at any time?"

  warning: the text does not seem to speak of looking back together: the work changes every month, and the paper does not [offer-review-missing]
    help: ask the vendor: "Can we look at the figures and at who does what together, every three months?"

  warning: the text does not seem to speak of proof of what was done: an auditor believes paper and not you [offer-evidence-missing]
    help: ask the vendor: "For patching, backups, access reviews, what proof do we get, and when?"

  warning: the text does not seem to speak of the price of further hours: the month with the attack is the one that needs them [offer-surge-price-unknown]
    help: ask the vendor: "What does an hour beyond the price cost, by day and at night, and who of us has to say yes first?"

  warning: the text does not seem to speak of whether the price may rise: a price that may rise freely is no price [offer-price-open]
    help: ask the vendor: "By how much may the price rise in a year, and may we leave when it does?"

  warning: the text does not seem to speak of insurance: a judgment against an empty purse is paper [offer-no-insurance]
    help: ask the vendor: "Please send the certificate of your liability and cyber insurance, with the sums."

  warning: the text does not seem to speak of what happens when a promise is missed: a promise that costs nothing to break is a wish [offer-no-remedy]
    help: ask the vendor: "What do we get when you miss your times in two months running, and may we leave?"

  Spoken of; read there what is really said:
    - nights and weekends: line 6
    - for how long it binds: line 10
    - what happens at the end of the term: line 10

  To ask the vendor before anybody signs:
    1. Please list what you do, each thing by itself, so that we can tick it off: which devices, which systems, how often.
    2. For everything that you call shared: which part is yours, which is ours, and who has the last word?
    3. How soon does a person begin to work, for each urgency?
    4. Do our people see alarms, patch states and backup results as you see them, on the same day?
    5. Who, by name, answers for our service, and who while that person is away?
    6. What do you need from us, thing by thing: approvals, contacts, access, licences, decisions?
    7. In security, who decides the rules, who watches the alarms, who may cut a computer off, and at which hours?
    8. Do your times run at night, on weekends and on holidays? Whose holidays, and in which time zone?
    9. Can our own IT people see every ticket and alarm about us, and work in them?
    10. Do we hold the highest administrator accounts of every system, and can we take yours away at any time?
    11. How often do you restore something for real, and do we get the report?
    12. When we part, what do you hand over, to whom, within how many days, and at which price?
    13. In which form and within how many days do we get our data, papers and backups back, and when do you delete yours?
    14. Within how many hours do you tell us when you were broken into?
    15. Can we begin with three months on trial, and leave after that with two months' notice?
    16. Please let it end unless we both renew, or remind us in writing sixty days before.
    17. Do you have the work done by others, also at night? Who are they, and do the same duties bind them?
    18. What is not included, and what does it cost when we need it?
    19. Ransomware, a hijacked account, a stolen laptop. Who stops it, who talks to whom, who brings things back?
    20. Is a response a person who begins to work? From what is the time counted?
    21. Who is the deputy of each person we depend on, and do they know our systems before they are needed?
    22. Are the papers about our systems ours, and can we read and copy them at any time?
    23. Can we look at the figures and at who does what together, every three months?
    24. For patching, backups, access reviews, what proof do we get, and when?
    25. What does an hour beyond the price cost, by day and at night, and who of us has to say yes first?
    26. By how much may the price rise in a year, and may we leave when it does?
    27. Please send the certificate of your liability and cyber insurance, with the sums.
    28. What do we get when you miss your times in two months running, and may we leave?

  29 points looked at; not ready to sign: 14 errors, 14 warnings
  This was a search for words, not a reading: a text may say a thing in words of its own, or the opposite of
  what it seems to. For a real answer fill in the form that `tandem new --offer` prints.
  [1]
  $ tandem check --offer tests/offers/contract.txt | tail -n 5
    - what happens when a promise is missed: line 16, and 1 more

  29 points looked at: nothing found
  This was a search for words, not a reading: a text may say a thing in words of its own, or the opposite of
  what it seems to. For a real answer fill in the form that `tandem new --offer` prints.

What cannot be checked is told.

  $ tandem check --offer $TMP/nowhere.yaml
  tandem: cannot read $TMP/nowhere.yaml: No such file or directory
  [2]
  $ printf '%%PDF-1.7\0\377' > $TMP/offer.pdf; tandem check --offer $TMP/offer.pdf
  tandem: $TMP/offer.pdf is not plain text: copy the words out of it into a .txt or .md file, or fill in the form that `tandem new --offer` prints
  [2]
  $ printf '%%PDF-' > $TMP/tiny; tandem check --offer $TMP/tiny
  tandem: $TMP/tiny is not plain text: copy the words out of it into a .txt or .md file, or fill in the form that `tandem new --offer` prints
  [2]
  $ printf 'Our offer' > $TMP/plain.DOCX; tandem check --offer $TMP/plain.DOCX
  tandem: $TMP/plain.DOCX is not plain text: copy the words out of it into a .txt or .md file, or fill in the form that `tandem new --offer` prints
  [2]
  $ tandem check --offer tests/offers/glossy.md --offer tests/offers/good.yaml
  tandem: several files are several forms (.yaml); of texts give one at a time
  [2]
  $ tandem check $TMP/harbor --offer tests/offers/glossy.md
  tandem: only the form that `tandem new --offer` prints can be held against an agreement, not a text
  [2]
  $ tandem check
  tandem: PATH or --offer FILE is required
  `tandem --help` and `tandem COMMAND --help` tell more
  [2]
  $ printf 'vendr: x\nterm: long\n' > $TMP/wrong.yaml; tandem check --offer $TMP/wrong.yaml
  $TMP/wrong.yaml:1:1: error: there is no question `vendr` [unknown-key]
     1 | vendr: x
       | ^^^^^
    help: did you mean `vendor`?

  $TMP/wrong.yaml:2:7: error: `long` is not a length of time, such as `4 business hours`, `30 days` or `12 months` [bad-value]
     2 | term: long
       |       ^^^^
    help: write a length of time, such as `4 business hours`, `30 days` or `12 months`
  tandem: the form cannot be used as it is
  [2]

INSERT INTO engagements (id, name, display, prefix, created_at) VALUES (2, 'quarry-dental', 'Quarry Dental and Northbeam IT', 'QD', 1795651772973954);
INSERT INTO agreements (engagement, version, root, in_force_from, texts_hash, compiled_hash, compiled_format) VALUES (2, 1, 'agreement.yaml', 1795651772973954, x'0516d3a902519a29e9abf704159881474121fc9aaeff8d4dd84c6281829f54a1', x'c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5', 1);
INSERT INTO agreement_files (engagement, version, name, text) VALUES (2, 1, 'agreement.yaml', '# Quarry Dental has one administrator. Northbeam IT runs the desk at night, on Fridays and whenever Iris is away.
tandem: 1
engagement: quarry-dental
name: Quarry Dental and Northbeam IT
time_zone: America/Denver
effective: 2026-09-01
review: {every: 6 months, by: [iris, priya]}

parties:
  quarry:    {kind: client,   name: Quarry Dental Group}
  northbeam: {kind: provider, name: Northbeam IT}
  molarsoft: {kind: vendor,   name: MolarSoft, handled_by: iris}

calendars:
  clinic: {mon-thu: "07:00-18:00", fri: "08:00-13:00", holidays: us-federal}
  iris-hours: {mon-thu: "08:00-17:00", holidays: us-federal}
  always: {mon-sun: "00:00-24:00"}

people:
  iris:  {party: quarry, name: Iris Calder, email: iris@quarry-dental.example, title: IT administrator}
  tomas: {party: quarry, name: Tomas Vale,  email: tomas@quarry-dental.example, title: Office manager}
  ruth:  {party: quarry, name: Ruth Ember,  email: ruth@quarry-dental.example, title: Owner}
  priya: {party: northbeam, name: Priya Raman, email: priya@northbeam.example, title: Service manager}
  sam:   {party: northbeam, name: Sam Okafor,  email: sam@northbeam.example}
  otto:  {party: northbeam, name: Otto Lind,   email: otto@northbeam.example}
  mei:   {party: northbeam, name: Mei Tanaka,  email: mei@northbeam.example}

teams:
  quarry-it: {party: quarry,    lead: iris,  members: [iris], hours: iris-hours, cover: [desk]}
  desk:      {party: northbeam, lead: priya, members: [priya, sam, otto], hours: always}
  soc:       {party: northbeam, lead: mei,   members: [mei, otto], hours: always}

rotations:
  desk-duty: {team: desk, order: [sam, otto], turn: 1 week, starts: "2026-09-07 08:00"}

sites: [quarry-main, quarry-south, quarry-lab]
departments: [front-desk, hygiene, billing]

asset_classes:
  chairside:    {requires: [practice.imaging, protection.patching]}
  workstation:  {requires: [support.routine, protection.patching]}
  server:       {requires: [protection.patching, protection.backup]}

functions:
  support:
    kind: operational
    activities:
      routine:  {responsible: desk,      accountable: priya, deputy: sam,  informed: [quarry-it]}
      on-site:  {responsible: quarry-it, accountable: iris,  deputy: tomas}
  practice:
    kind: operational
    activities:
      software: {responsible: quarry-it, accountable: iris, deputy: tomas, consulted: [desk]}
      imaging:  {responsible: quarry-it, accountable: iris, deputy: tomas, consulted: [desk]}
  protection:
    kind: operational
    security: true
    activities:
      policy:   {responsible: quarry-it, accountable: ruth, deputy: iris, role: decide}
      watch:    {responsible: soc, accountable: mei, deputy: otto, role: monitor}
      response: {responsible: soc, accountable: mei, deputy: otto, informed: [quarry-it], role: remediate,
                 may: [isolate-host, disable-account, block-sender], limits: {spend: 0 USD, risk: medium}}
      patching: {responsible: desk, accountable: priya, deputy: sam,
                 duty: {every: 1 month, for: {asset_class: workstation}, evidence: patch report, grace: 5 days}}
      backup:   {responsible: desk, accountable: priya, deputy: sam,
                 duty: {every: 3 months, for: {asset_class: server}, evidence: restore report, grace: 7 days}}
  planning:
    kind: strategic
    activities:
      roadmap: {responsible: quarry-it, accountable: ruth, deputy: iris, consulted: [desk]}

categories:
  account: support.routine
  hardware:
    printer: support.on-site
    workstation: support.routine
  practice:
    software: practice.software
    imaging: practice.imaging
  security:
    malware: protection.response
    phishing: protection.response
  backup-failure: protection.backup
  other: support.routine

routing:
  - {name: the owner calls Iris first, when: {requester: vip, hours: iris-hours}, to: quarry-it}
  - {name: imaging stops patients, when: {category: practice.imaging, priority: critical, away: iris}, to: desk}
  - {name: lab machines, when: {site: quarry-lab, asset_class: chairside, hours: not iris-hours}, to: desk}

targets:
  critical: {respond: 15 min, resolve: 4 hours, clock: always}
  high:     {respond: 1 hour, resolve: 1 business day, clock: clinic}
  normal:   {respond: 4 business hours, resolve: 3 business days, clock: clinic}

escalations:
  critical: [{after: 5 min, tell: lead}, {after: 12 min, tell: [iris, priya]}, {after: 1 hour, tell: ruth}]
  default:  [{after: 2 business hours, tell: lead}, {after: 1 business day, tell: [iris, priya]}]

handoffs: {accept_within: {critical: 5 min, default: 1 hour}, bounces: 2}
disputes: {decide_within: 2 business days, path: [[iris, priya], ruth]}

decisions:
  security-posture: {size: big, by: ruth, with: [iris, mei], within: 10 business days, deadlock: tomas}
  risk-acceptance:  {size: big, by: ruth, with: [iris, mei], within: 5 business days, deadlock: tomas, expires: 6 months}
  restart-server:   {size: small, by: closest}

scenarios:
  ransomware:       {contain: soc, communicate: ruth, recover: desk, decide: {pay: ruth}}
  phishing:         {contain: soc, communicate: iris, recover: desk}
  account-takeover: {contain: soc, communicate: iris, recover: desk}
  lost-device:      {contain: soc, communicate: tomas, recover: quarry-it}
  data-leak:        {contain: soc, communicate: ruth, recover: quarry-it}
  outage:           {contain: desk, communicate: tomas, recover: quarry-it}

scope: {hours: {northbeam: 20 per month, surge: 10}, excluded: [dental chairs], requests: {by: [iris, priya], within: 5 business days}}
communication: {sync: {every: 2 weeks, on: "wed 13:00", who: [iris, priya]}, digest: {at: "06:45", to: [quarry-it]}, critical: {tell: [quarry-it, desk, ruth]}}
cost: {agreement: 2100 USD per month, fully_managed: 4900 USD per month, hire: 71000 USD per year}

leave:
  - {who: iris, from: 2026-11-23, to: 2026-11-27}

expect:
  - {given: {category: security.malware, priority: critical, at: "2026-10-10 02:00"}, owner: soc, accountable: mei}
  - {given: {category: account, requester: vip, at: "2026-10-06 09:00"}, owner: quarry-it, accountable: priya}
  - {given: {category: practice.software, at: "2026-10-09 09:00"}, owner: desk, accountable: iris}
  - {given: {category: practice.imaging, at: "2026-11-24 10:00"}, owner: desk, accountable: tomas}
');
INSERT INTO accounts (id, email, display, password_hash, created_at) VALUES (x'01a2152f9eef700097eafeb449a630f0', 'priya@northbeam.example', 'Priya Raman', '$argon2id$v=19$m=19456,t=2,p=1$C9zDtiPm4oHmOOSHoi0UgA$TNxMtsHxMe2K+/f/xN5cx59KhYAILP8eDPvwz+cX+mc', 1795651772143901);
INSERT INTO accounts (id, email, display, password_hash, created_at) VALUES (x'01a2152f9f29700087741afc4f00a5b7', 'sam@northbeam.example', 'Sam Okafor', '$argon2id$v=19$m=19456,t=2,p=1$HiJCGDIuse/68RTvqnKPhQ$wogJRR88UBueZ2vIdoo/OL5uwWogsXnNJcvteS8Ad0k', 1795651772201172);
INSERT INTO accounts (id, email, display, password_hash, created_at) VALUES (x'01a2152f9f6d70009059ee3cf5bb440d', 'mei@northbeam.example', 'Mei Tanaka', '$argon2id$v=19$m=19456,t=2,p=1$cyKKpU9JoCY4cS4fhxbfpg$NZSFbJRbMXpx9iqpsn2+UPdTzOdm6kDIIHVz1wWPHu4', 1795651772269605);
INSERT INTO accounts (id, email, display, password_hash, created_at) VALUES (x'01a2152f9f9d7000af0d124f9a50047f', 'otto@northbeam.example', 'Otto Lind', '$argon2id$v=19$m=19456,t=2,p=1$W03F//gfuaxYDlvbBgn8/w$5rcxk/xs1XPMk0PfFq9lBkdu4Q3afZVke+p1q+VKhPA', 1795651772317156);
INSERT INTO accounts (id, email, display, password_hash, created_at) VALUES (x'01a2152fa0dd7000b26c80f026c374f3', 'auditor@ledgerlight.example', 'Ada Quill', '$argon2id$v=19$m=19456,t=2,p=1$Cu6d+KBjqxZnJhYEGIHiIg$DCRy3cQxtdEwLaCKnYvOSkgSkJra+GAwQRYSnxA6nKk', 1795651772637674);
INSERT INTO accounts (id, email, display, password_hash, created_at) VALUES (x'01a2152fa26b7000baaa50ac9bb6106f', 'iris@quarry-dental.example', 'Iris Calder', '$argon2id$v=19$m=19456,t=2,p=1$Xg1g7UP1PQ0oVV4ogHUJZw$E8iQe/whsnogviG11ZzQ9Utf0ibFPeDOrarWcXVy4uE', 1795651773035069);
INSERT INTO accounts (id, email, display, password_hash, created_at) VALUES (x'01a2152fa29670009a1c3a703971e1f3', 'tomas@quarry-dental.example', 'Tomas Vale', '$argon2id$v=19$m=19456,t=2,p=1$TqdwebXTKYNlOyP0qpDwbA$bK2tZEtR2hjP4ptjtAtTVctsKhmJEgHGPJqVKIUiXSw', 1795651773078592);
INSERT INTO accounts (id, email, display, password_hash, created_at) VALUES (x'01a2152fa2b8700092ddbc3e3465c73b', 'ruth@quarry-dental.example', 'Ruth Ember', '$argon2id$v=19$m=19456,t=2,p=1$MZzF+JWtUAtpFQV1l+H2Xw$t8wKGYaA7yHil3xh+brB5tc7CqLW1FymuUJnTBoFbF8', 1795651773112778);
INSERT INTO accounts (id, email, display, password_hash, created_at) VALUES (x'01a2152fa2dd7000970acc546a090afc', 'gwen@quarry-dental.example', 'Gwen Aldous', '$argon2id$v=19$m=19456,t=2,p=1$a11Z0RaE0QyBYQZJ+levxA$O/kC+XdweH9LDQps3Nn7KrFFGr/0JfVCZOWAAw7BjVs', 1795651773149610);
INSERT INTO accounts (id, email, display, password_hash, created_at) VALUES (x'01a2152fa30270008e8c2bfe2579c8b9', 'pia@quarry-dental.example', 'Pia Lund', '$argon2id$v=19$m=19456,t=2,p=1$wl4RPTPKIHBFKHNN6NLOdQ$YIOgrOpU8Rdsuij2eLAKRhRCu4YKDGUJYZLvR1YcwHM', 1795651773186152);
INSERT INTO accounts (id, email, display, password_hash, created_at) VALUES (x'01a2152fa3217000b8d9a6aeb1510a52', 'omar@quarry-dental.example', 'Dr. Omar Reyes', '$argon2id$v=19$m=19456,t=2,p=1$h2ryt8dpzgjkINbBFpwD9Q$HQGaWz1zDpJddCAGHRyHmFzAex2m2ZGH8+qZV5MdrhY', 1795651773217621);
INSERT INTO memberships (account, engagement, role, person) VALUES (x'01a2152f9eef700097eafeb449a630f0', 2, 'member', 'priya');
INSERT INTO memberships (account, engagement, role, person) VALUES (x'01a2152f9f29700087741afc4f00a5b7', 2, 'member', 'sam');
INSERT INTO memberships (account, engagement, role, person) VALUES (x'01a2152f9f6d70009059ee3cf5bb440d', 2, 'member', 'mei');
INSERT INTO memberships (account, engagement, role, person) VALUES (x'01a2152f9f9d7000af0d124f9a50047f', 2, 'member', 'otto');
INSERT INTO memberships (account, engagement, role, person) VALUES (x'01a2152fa0dd7000b26c80f026c374f3', 2, 'auditor', '');
INSERT INTO memberships (account, engagement, role, person) VALUES (x'01a2152fa26b7000baaa50ac9bb6106f', 2, 'member', 'iris');
INSERT INTO memberships (account, engagement, role, person) VALUES (x'01a2152fa29670009a1c3a703971e1f3', 2, 'member', 'tomas');
INSERT INTO memberships (account, engagement, role, person) VALUES (x'01a2152fa2b8700092ddbc3e3465c73b', 2, 'member', 'ruth');
INSERT INTO memberships (account, engagement, role, person) VALUES (x'01a2152fa2dd7000970acc546a090afc', 2, 'requester', '');
INSERT INTO memberships (account, engagement, role, person) VALUES (x'01a2152fa30270008e8c2bfe2579c8b9', 2, 'requester', '');
INSERT INTO memberships (account, engagement, role, person) VALUES (x'01a2152fa3217000b8d9a6aeb1510a52', 2, 'requester', '');
INSERT INTO tokens (id, secret, account, label, created_at, expires_at) VALUES (x'01a2152ff17470008f74f23f5fe5c80e', x'498acf656a27565a6ecd9c239fdf63d15f3cb91185a54ce94677bd6c7dcb4060', x'01a2152f9eef700097eafeb449a630f0', 'nightly report', 1795651793268822, 1827187793268335);
INSERT INTO tokens (id, secret, account, label, created_at, expires_at) VALUES (x'01a2157fdbfa70008840330b805bc0b5', x'fdeab6e4aaac7af03cdfb45c5e19c2d812780f8a4a08fec678d38388f39bd1f0', x'01a2152f9eef700097eafeb449a630f0', 'nightly report', 1795657030650760, 1827193030650345);
INSERT INTO tokens (id, secret, account, label, created_at, expires_at) VALUES (x'01a2190c1fb6700082854087dac6577e', x'd3011c67d091b4c0fd613b204344753a1d2795efce63804a1dbd16abc0056a6d', x'01a2152f9eef700097eafeb449a630f0', 'fixture', 1795716554678196, NULL);
INSERT INTO tokens (id, secret, account, label, created_at, expires_at) VALUES (x'01a2190c20467000a46539ea3ce17f23', x'9477f1c1f26ad0e3866acf9d75afdd7ad990591a004b484e0af89917b7366423', x'01a2152f9f6d70009059ee3cf5bb440d', 'fixture', 1795716554822269, NULL);
INSERT INTO tokens (id, secret, account, label, created_at, expires_at) VALUES (x'01a2190c1f557000b57b10dd0ec19d83', x'f6dec11bc7238a6e9fff12deaba46af0b41863332520c09d517f2920e44d9279', x'01a2152f9f9d7000af0d124f9a50047f', 'fixture', 1795716554581995, NULL);
INSERT INTO remembered_answers (account, key, request, engagement, made, version, at) VALUES (x'01a2152f9eef700097eafeb449a630f0', 'fixture-1', x'170484fe02bb1022de0f8689ff706080903c503af30796f320b9e2db94fef5a1', 2, x'01a2152ff57e7000a7b4504712f60527', 2, 1795651794302436);
INSERT INTO remembered_answers (account, key, request, engagement, made, version, at) VALUES (x'01a2152f9eef700097eafeb449a630f0', 'fixture-2', x'2c674283e67bfcdc2624718b5017ca3ad74da44f44d405a20ee4c6049aafa58e', 2, x'01a2157fe0a270009867746c71a132ad', 0, 1795657031842278);
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (110, 2, x'00000000000000000000000000000000', 1, 0, '{"v":1,"at":"2026-11-26T09:00:00Z","actor":{"kind":"person","person":"iris","party":"quarry","display":"Iris Vale"},"kind":"draft-begun","draft":1,"title":"A draft","based_on":1,"text":{"root":"agreement.yaml","files":[{"name":"agreement.yaml","sha256":"97e089eeeecf33ab609f0ac68ba382f88146cc3e7f1f941751fd03cd24d21a91"}],"sha256":"7ff34630a6c697b5fa8d687112dafda89e3989c79042c7e9142e45fbcd94bb49"}}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (111, 2, x'00000000000000000000000000000000', 2, 0, '{"v":1,"at":"2026-11-26T09:05:00Z","actor":{"kind":"person","person":"iris","party":"quarry","display":"Iris Vale"},"kind":"draft-commented","draft":1,"comment":1,"revision":1,"file":"agreement.yaml","line":2,"text":"Why now?"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (72, 2, x'01a1f464a9007000a7c9db509caf9443', 1, 1, '{"v":1,"at":"2026-11-19T15:20:00Z","actor":{"kind":"requester","display":"Pia Lund","email":"pia@quarry-dental.example"},"kind":"ticket-opened","number":1,"ticket_kind":"incident","subject":"X-ray images take a minute to open","description":"Chairs 2 and 4. Chair 1 is fine.","requester":{"name":"Pia Lund","email":"pia@quarry-dental.example"},"category":"practice.imaging","priority":"high","site":"quarry-main","department":"hygiene","source":"portal"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (73, 2, x'01a1f464a9007000a7c9db509caf9443', 2, 1, '{"v":1,"at":"2026-11-19T15:20:00Z","actor":{"kind":"requester","display":"Pia Lund","email":"pia@quarry-dental.example"},"kind":"owner-assigned","cause":"opened","owner":{"party":"quarry","team":"quarry-it","person":"iris"},"accountable":"iris","activity":"practice.imaging","agreement_version":1,"reasons":[{"kind":"category-activity","text":"`practice.imaging` belongs to `practice.imaging`","file":"agreement.yaml","line":79},{"kind":"activity-responsible","text":"`quarry-it` is responsible for `practice.imaging`","file":"agreement.yaml","line":54},{"kind":"team-open","text":"`quarry-it` is open (calendar `iris-hours`)","file":"agreement.yaml","line":29},{"kind":"lowest-load","text":"Iris Calder is the only member of `quarry-it`","file":"agreement.yaml","line":29},{"kind":"accountable","text":"Iris Calder is accountable for `practice.imaging`","file":"agreement.yaml","line":54}]}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (74, 2, x'01a1f464a9007000a7c9db509caf9443', 3, 1, '{"v":1,"at":"2026-11-19T15:32:00Z","actor":{"kind":"person","person":"iris","party":"quarry","display":"Iris Calder","email":"iris@quarry-dental.example"},"kind":"owner-assigned","cause":"taken","owner":{"party":"quarry","team":"quarry-it","person":"iris"},"accountable":"iris","activity":"practice.imaging","agreement_version":1,"reasons":[{"kind":"taken","text":"Iris Calder of `quarry-it` took it"},{"kind":"accountable","text":"Iris Calder is accountable for `practice.imaging`","file":"agreement.yaml","line":54}]}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (75, 2, x'01a1f464a9007000a7c9db509caf9443', 4, 1, '{"v":1,"at":"2026-11-19T15:32:00Z","actor":{"kind":"person","person":"iris","party":"quarry","display":"Iris Calder","email":"iris@quarry-dental.example"},"kind":"work-started"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (76, 2, x'01a1f464a9007000a7c9db509caf9443', 5, 1, '{"v":1,"at":"2026-11-19T16:00:00Z","actor":{"kind":"person","person":"iris","party":"quarry","display":"Iris Calder","email":"iris@quarry-dental.example"},"kind":"comment-added","comment":1,"visibility":"both","text":"Both chairs sit on the same switch, which runs at 100 Mbit since Friday. Bad patch cable."}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (77, 2, x'01a1f464a9007000a7c9db509caf9443', 6, 1, '{"v":1,"at":"2026-11-19T16:20:00Z","actor":{"kind":"person","person":"iris","party":"quarry","display":"Iris Calder","email":"iris@quarry-dental.example"},"kind":"ticket-resolved","note":"Cable changed, switch port back at a gigabit."}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (78, 2, x'01a2097e45807000a9875a2aced97569', 1, 2, '{"v":1,"at":"2026-11-23T17:40:00Z","actor":{"kind":"requester","display":"Gwen Aldous","email":"gwen@quarry-dental.example"},"kind":"ticket-opened","number":2,"ticket_kind":"incident","subject":"Label printer at the front desk is jammed","requester":{"name":"Gwen Aldous","email":"gwen@quarry-dental.example"},"category":"hardware.printer","priority":"normal","site":"quarry-main","department":"front-desk","source":"portal"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (79, 2, x'01a2097e45807000a9875a2aced97569', 2, 2, '{"v":1,"at":"2026-11-23T17:40:00Z","actor":{"kind":"requester","display":"Gwen Aldous","email":"gwen@quarry-dental.example"},"kind":"owner-assigned","cause":"opened","owner":{"party":"northbeam","team":"desk","person":"otto"},"accountable":"tomas","activity":"support.on-site","agreement_version":1,"reasons":[{"kind":"category-activity","text":"`hardware.printer` belongs to `support.on-site`","file":"agreement.yaml","line":75},{"kind":"activity-responsible","text":"`quarry-it` is responsible for `support.on-site`","file":"agreement.yaml","line":49},{"kind":"team-short","text":"`quarry-it` has nobody present and needs 1 person","file":"agreement.yaml","line":29},{"kind":"cover-open","text":"`desk` covers for `quarry-it` and is there","file":"agreement.yaml","line":29},{"kind":"on-duty","text":"Otto Lind is on duty for `desk`","file":"agreement.yaml","line":34},{"kind":"accountable-away","text":"Iris Calder is accountable for `support.on-site` but on leave","file":"agreement.yaml","line":121},{"kind":"deputy","text":"Tomas Vale answers for `support.on-site` as deputy","file":"agreement.yaml","line":49}]}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (80, 2, x'01a2097e45807000a9875a2aced97569', 3, 2, '{"v":1,"at":"2026-11-23T18:10:00Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"owner-assigned","cause":"taken","owner":{"party":"northbeam","team":"desk","person":"otto"},"accountable":"tomas","activity":"support.on-site","agreement_version":1,"reasons":[{"kind":"taken","text":"Otto Lind of `desk` took it"},{"kind":"accountable-away","text":"Iris Calder is accountable for `support.on-site` but on leave","file":"agreement.yaml","line":121},{"kind":"deputy","text":"Tomas Vale answers for `support.on-site` as deputy","file":"agreement.yaml","line":49}]}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (81, 2, x'01a2097e45807000a9875a2aced97569', 4, 2, '{"v":1,"at":"2026-11-23T18:10:00Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"work-started"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (82, 2, x'01a2097e45807000a9875a2aced97569', 5, 2, '{"v":1,"at":"2026-11-23T18:35:00Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"ticket-resolved","note":"Roller cleaned. A spare is in the drawer under the counter."}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (83, 2, x'01a20a39f4607000928e636befc7a02d', 1, 1, '{"v":1,"at":"2026-11-23T21:05:00Z","actor":{"kind":"requester","display":"Gwen Aldous","email":"gwen@quarry-dental.example"},"kind":"ticket-opened","number":3,"ticket_kind":"incident","subject":"Mail from our supplier asks to sign in again","description":"It looks real, but the address ends in *.shop*.","requester":{"name":"Gwen Aldous","email":"gwen@quarry-dental.example"},"category":"security.phishing","priority":"high","site":"quarry-main","department":"billing","source":"email"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (84, 2, x'01a20a39f4607000928e636befc7a02d', 2, 1, '{"v":1,"at":"2026-11-23T21:05:00Z","actor":{"kind":"requester","display":"Gwen Aldous","email":"gwen@quarry-dental.example"},"kind":"owner-assigned","cause":"opened","owner":{"party":"northbeam","team":"soc","person":"mei"},"accountable":"mei","activity":"protection.response","agreement_version":1,"reasons":[{"kind":"category-activity","text":"`security.phishing` belongs to `protection.response`","file":"agreement.yaml","line":82},{"kind":"activity-responsible","text":"`soc` is responsible for `protection.response`","file":"agreement.yaml","line":61},{"kind":"team-open","text":"`soc` is open (calendar `always`)","file":"agreement.yaml","line":31},{"kind":"lowest-load","text":"Mei Tanaka has the fewest open items of those present in `soc` (0)","file":"agreement.yaml","line":31},{"kind":"accountable","text":"Mei Tanaka is accountable for `protection.response`","file":"agreement.yaml","line":61}]}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (85, 2, x'01a20a39f4607000928e636befc7a02d', 3, 1, '{"v":1,"at":"2026-11-23T21:10:00Z","actor":{"kind":"person","person":"mei","party":"northbeam","display":"Mei Tanaka","email":"mei@northbeam.example"},"kind":"owner-assigned","cause":"taken","owner":{"party":"northbeam","team":"soc","person":"mei"},"accountable":"mei","activity":"protection.response","agreement_version":1,"reasons":[{"kind":"taken","text":"Mei Tanaka of `soc` took it"},{"kind":"accountable","text":"Mei Tanaka is accountable for `protection.response`","file":"agreement.yaml","line":61}]}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (86, 2, x'01a20a39f4607000928e636befc7a02d', 4, 1, '{"v":1,"at":"2026-11-23T21:10:00Z","actor":{"kind":"person","person":"mei","party":"northbeam","display":"Mei Tanaka","email":"mei@northbeam.example"},"kind":"work-started"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (87, 2, x'01a20a39f4607000928e636befc7a02d', 5, 1, '{"v":1,"at":"2026-11-23T21:19:00Z","actor":{"kind":"person","person":"mei","party":"northbeam","display":"Mei Tanaka","email":"mei@northbeam.example"},"kind":"comment-added","comment":1,"visibility":"requester","text":"Well spotted: it is a fake. It has been removed from the three other mailboxes that got it."}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (88, 2, x'01a20a39f4607000928e636befc7a02d', 6, 1, '{"v":1,"at":"2026-11-23T21:23:00Z","actor":{"kind":"person","person":"mei","party":"northbeam","display":"Mei Tanaka","email":"mei@northbeam.example"},"kind":"ticket-resolved","note":"Sender and link blocked; nobody had signed in."}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (89, 2, x'01a20e56cfa07000a14a9178b759cc70', 1, 0, '{"v":1,"at":"2026-11-24T16:15:00Z","actor":{"kind":"requester","display":"Gwen Aldous","email":"gwen@quarry-dental.example"},"kind":"ticket-opened","number":4,"ticket_kind":"incident","subject":"Insurance claims hang at ''sending''","description":"All claims since yesterday evening. Billing cannot close the day.","requester":{"name":"Gwen Aldous","email":"gwen@quarry-dental.example"},"category":"practice.software","priority":"critical","site":"quarry-main","department":"billing","source":"portal"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (90, 2, x'01a20e56cfa07000a14a9178b759cc70', 2, 0, '{"v":1,"at":"2026-11-24T16:15:00Z","actor":{"kind":"requester","display":"Gwen Aldous","email":"gwen@quarry-dental.example"},"kind":"owner-assigned","cause":"opened","owner":{"party":"northbeam","team":"desk","person":"otto"},"accountable":"tomas","activity":"practice.software","agreement_version":1,"reasons":[{"kind":"category-activity","text":"`practice.software` belongs to `practice.software`","file":"agreement.yaml","line":78},{"kind":"activity-responsible","text":"`quarry-it` is responsible for `practice.software`","file":"agreement.yaml","line":53},{"kind":"team-short","text":"`quarry-it` has nobody present and needs 1 person","file":"agreement.yaml","line":29},{"kind":"cover-open","text":"`desk` covers for `quarry-it` and is there","file":"agreement.yaml","line":29},{"kind":"on-duty","text":"Otto Lind is on duty for `desk`","file":"agreement.yaml","line":34},{"kind":"accountable-away","text":"Iris Calder is accountable for `practice.software` but on leave","file":"agreement.yaml","line":121},{"kind":"deputy","text":"Tomas Vale answers for `practice.software` as deputy","file":"agreement.yaml","line":53}]}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (91, 2, x'01a20e56cfa07000a14a9178b759cc70', 3, 0, '{"v":1,"at":"2026-11-24T16:19:00Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"owner-assigned","cause":"taken","owner":{"party":"northbeam","team":"desk","person":"otto"},"accountable":"tomas","activity":"practice.software","agreement_version":1,"reasons":[{"kind":"taken","text":"Otto Lind of `desk` took it"},{"kind":"accountable-away","text":"Iris Calder is accountable for `practice.software` but on leave","file":"agreement.yaml","line":121},{"kind":"deputy","text":"Tomas Vale answers for `practice.software` as deputy","file":"agreement.yaml","line":53}]}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (92, 2, x'01a20e56cfa07000a14a9178b759cc70', 4, 0, '{"v":1,"at":"2026-11-24T16:19:00Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"work-started"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (93, 2, x'01a20e56cfa07000a14a9178b759cc70', 5, 0, '{"v":1,"at":"2026-11-24T16:35:00Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"comment-added","comment":1,"visibility":"requester","text":"The vendor confirms a fault on their side and works on it. Claims are kept and go out by themselves afterwards."}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (94, 2, x'01a20e56cfa07000a14a9178b759cc70', 6, 0, '{"v":1,"at":"2026-11-24T16:36:00Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"wait-started","on":"vendor"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (95, 2, x'01a214ef8bed700098afefffdd0ed1d1', 1, 2, '{"v":1,"at":"2026-11-25T22:59:32.973954Z","actor":{"kind":"requester","display":"Pia Lund","email":"pia@quarry-dental.example"},"kind":"ticket-opened","number":5,"ticket_kind":"incident","subject":"New hygienist starts: account and badge","description":"Starts on Monday, works at Quarry South.","requester":{"name":"Pia Lund","email":"pia@quarry-dental.example"},"category":"account","priority":"normal","site":"quarry-south","department":"hygiene","source":"portal"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (96, 2, x'01a214ef8bed700098afefffdd0ed1d1', 2, 2, '{"v":1,"at":"2026-11-25T22:59:32.973954Z","actor":{"kind":"requester","display":"Pia Lund","email":"pia@quarry-dental.example"},"kind":"owner-assigned","cause":"opened","owner":{"party":"northbeam","team":"desk","person":"otto"},"accountable":"priya","activity":"support.routine","agreement_version":1,"reasons":[{"kind":"category-activity","text":"`account` belongs to `support.routine`","file":"agreement.yaml","line":73},{"kind":"activity-responsible","text":"`desk` is responsible for `support.routine`","file":"agreement.yaml","line":48},{"kind":"team-open","text":"`desk` is open (calendar `always`)","file":"agreement.yaml","line":30},{"kind":"on-duty","text":"Otto Lind is on duty for `desk`","file":"agreement.yaml","line":34},{"kind":"accountable","text":"Priya Raman is accountable for `support.routine`","file":"agreement.yaml","line":48}]}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (97, 2, x'01a214ef8bed700098afefffdd0ed1d1', 3, 2, '{"v":1,"at":"2026-11-25T23:14:32.973954Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"owner-assigned","cause":"taken","owner":{"party":"northbeam","team":"desk","person":"otto"},"accountable":"priya","activity":"support.routine","agreement_version":1,"reasons":[{"kind":"taken","text":"Otto Lind of `desk` took it"},{"kind":"accountable","text":"Priya Raman is accountable for `support.routine`","file":"agreement.yaml","line":48}]}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (98, 2, x'01a214ef8bed700098afefffdd0ed1d1', 4, 2, '{"v":1,"at":"2026-11-25T23:14:32.973954Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"work-started"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (120, 2, x'01a214ef8bed700098afefffdd0ed1d1', 5, 2, '{"v":1,"at":"2026-11-26T18:09:14.742250Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"ticket-linked","link":"has-vendor-case","other":"01m8cgr7zpe008dsyhfmhb7eqk","number":10}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (121, 2, x'01a214ef8bed700098afefffdd0ed1d1', 6, 2, '{"v":1,"at":"2026-11-26T18:09:14.742250Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"wait-started","on":"vendor"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (99, 2, x'01a2151f276d7000b903e967ecbb0c7c', 1, 1, '{"v":1,"at":"2026-11-25T23:51:32.973954Z","actor":{"kind":"requester","display":"Pia Lund","email":"pia@quarry-dental.example"},"kind":"ticket-opened","number":6,"ticket_kind":"incident","subject":"Backup of the imaging server is late","description":"The nightly job has not finished by noon.","requester":{"name":"Pia Lund","email":"pia@quarry-dental.example"},"category":"backup-failure","priority":"high","site":"quarry-lab","source":"alert"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (100, 2, x'01a2151f276d7000b903e967ecbb0c7c', 2, 1, '{"v":1,"at":"2026-11-25T23:51:32.973954Z","actor":{"kind":"requester","display":"Pia Lund","email":"pia@quarry-dental.example"},"kind":"owner-assigned","cause":"opened","owner":{"party":"northbeam","team":"desk","person":"otto"},"accountable":"priya","activity":"protection.backup","agreement_version":1,"reasons":[{"kind":"category-activity","text":"`backup-failure` belongs to `protection.backup`","file":"agreement.yaml","line":83},{"kind":"activity-responsible","text":"`desk` is responsible for `protection.backup`","file":"agreement.yaml","line":65},{"kind":"team-open","text":"`desk` is open (calendar `always`)","file":"agreement.yaml","line":30},{"kind":"on-duty","text":"Otto Lind is on duty for `desk`","file":"agreement.yaml","line":34},{"kind":"accountable","text":"Priya Raman is accountable for `protection.backup`","file":"agreement.yaml","line":65}]}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (101, 2, x'01a2151f276d7000b903e967ecbb0c7c', 3, 1, '{"v":1,"at":"2026-11-25T23:54:32.973954Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"owner-assigned","cause":"taken","owner":{"party":"northbeam","team":"desk","person":"otto"},"accountable":"priya","activity":"protection.backup","agreement_version":1,"reasons":[{"kind":"taken","text":"Otto Lind of `desk` took it"},{"kind":"accountable","text":"Priya Raman is accountable for `protection.backup`","file":"agreement.yaml","line":65}]}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (102, 2, x'01a2151f276d7000b903e967ecbb0c7c', 4, 1, '{"v":1,"at":"2026-11-25T23:54:32.973954Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"work-started"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (103, 2, x'01a2151f276d7000b903e967ecbb0c7c', 5, 1, '{"v":1,"at":"2026-11-26T00:00:32.973954Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"handoff-offered","epoch":1,"from":{"party":"northbeam","team":"desk","person":"otto"},"to_team":"soc","to_party":"northbeam","note":"The job is slow because the endpoint agent scans every file of it since last night''s policy change. Please look whether the exclusion was removed on purpose. Restarting the job changed nothing.","expires_at":"2026-11-26T01:00:32.973954Z"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (109, 2, x'01a2151f276d7000b903e967ecbb0c7c', 6, 1, '{"v":1,"at":"2026-11-26T01:37:10.763882Z","actor":{"kind":"system","display":"Tandem"},"kind":"handoff-expired","epoch":1}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (126, 2, x'01a2151f276d7000b903e967ecbb0c7c', 7, 1, '{"v":1,"at":"2026-11-26T18:09:14.747295Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"major-declared","reason":"no backup for two days","told":[{"person":"ruth","as":"named"},{"person":"iris","as":"quarry-it","away":true},{"person":"priya","as":"desk"},{"person":"sam","as":"desk"},{"person":"otto","as":"desk"},{"person":"mei","as":"lead"}],"posts":[{"role":"lead","person":"priya","reason":"leads `desk`, which has it","file":"agreement.yaml","line":30}],"update_due":"2026-11-26T19:09:14.747295Z"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (128, 2, x'01a2151f276d7000b903e967ecbb0c7c', 8, 1, '{"v":1,"at":"2026-11-26T18:09:14.753334Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"ticket-linked","link":"has-part","other":"01m8ajm8zde00926d2ja4xc1mx","number":7}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (104, 2, x'01a2152a23ed70009119a29289d6069d', 1, 2, '{"v":1,"at":"2026-11-26T00:03:32.973954Z","actor":{"kind":"person","person":"iris","party":"quarry","display":"Iris Calder","email":"iris@quarry-dental.example"},"kind":"ticket-opened","number":7,"ticket_kind":"incident","subject":"Please call me about the new office lease","description":"It needs a line and Wi-Fi by March.","requester":{"name":"Dr. Omar Reyes","email":"omar@quarry-dental.example","vip":true},"category":"other","priority":"normal","site":"quarry-main","source":"email"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (105, 2, x'01a2152a23ed70009119a29289d6069d', 2, 2, '{"v":1,"at":"2026-11-26T00:03:32.973954Z","actor":{"kind":"person","person":"iris","party":"quarry","display":"Iris Calder","email":"iris@quarry-dental.example"},"kind":"owner-assigned","cause":"opened","owner":{"party":"northbeam","team":"desk","person":"otto"},"accountable":"priya","activity":"support.routine","agreement_version":1,"reasons":[{"kind":"category-activity","text":"`other` belongs to `support.routine`","file":"agreement.yaml","line":84},{"kind":"activity-responsible","text":"`desk` is responsible for `support.routine`","file":"agreement.yaml","line":48},{"kind":"team-open","text":"`desk` is open (calendar `always`)","file":"agreement.yaml","line":30},{"kind":"on-duty","text":"Otto Lind is on duty for `desk`","file":"agreement.yaml","line":34},{"kind":"accountable","text":"Priya Raman is accountable for `support.routine`","file":"agreement.yaml","line":48}]}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (112, 2, x'01a2152a23ed70009119a29289d6069d', 3, 2, '{"v":1,"at":"2026-11-26T14:22:59.437787Z","actor":{"kind":"person","person":"priya","party":"northbeam","display":"Priya Raman","email":"priya@northbeam.example"},"kind":"file-attached","file":1,"name":"x-ray.txt","sha256":"a43fe93c721da553affb0f1eaa8763c5b3fd15432716e1e3508f48a1ca1e71a4","size":9,"media_type":"text/plain","visibility":"requester"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (127, 2, x'01a2152a23ed70009119a29289d6069d', 4, 2, '{"v":1,"at":"2026-11-26T18:09:14.753334Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"ticket-linked","link":"part-of","other":"01m8ahy9vde00bj0z9czpbp33w","number":6}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (106, 2, x'01a2152ff57e7000a7b4504712f60527', 1, 2, '{"v":1,"at":"2026-11-26T00:09:54.302436Z","actor":{"kind":"person","person":"priya","party":"northbeam","display":"Priya Raman","email":"priya@northbeam.example"},"kind":"ticket-opened","number":8,"ticket_kind":"incident","subject":"Sterilizer printout stops","requester":{"name":"Priya Raman","email":"priya@northbeam.example"},"category":"other","priority":"normal","source":"api"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (107, 2, x'01a2152ff57e7000a7b4504712f60527', 2, 2, '{"v":1,"at":"2026-11-26T00:09:54.302436Z","actor":{"kind":"person","person":"priya","party":"northbeam","display":"Priya Raman","email":"priya@northbeam.example"},"kind":"owner-assigned","cause":"opened","owner":{"party":"northbeam","team":"desk","person":"otto"},"accountable":"priya","activity":"support.routine","agreement_version":1,"reasons":[{"kind":"category-activity","text":"`other` belongs to `support.routine`","file":"agreement.yaml","line":84},{"kind":"activity-responsible","text":"`desk` is responsible for `support.routine`","file":"agreement.yaml","line":48},{"kind":"team-open","text":"`desk` is open (calendar `always`)","file":"agreement.yaml","line":30},{"kind":"on-duty","text":"Otto Lind is on duty for `desk`","file":"agreement.yaml","line":34},{"kind":"accountable","text":"Priya Raman is accountable for `support.routine`","file":"agreement.yaml","line":48}]}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (113, 2, x'01a2152ff57e7000a7b4504712f60527', 3, 2, '{"v":1,"at":"2026-11-26T14:22:59.447659Z","actor":{"kind":"person","person":"priya","party":"northbeam","display":"Priya Raman","email":"priya@northbeam.example"},"kind":"file-attached","file":1,"name":"x-ray.txt","sha256":"a43fe93c721da553affb0f1eaa8763c5b3fd15432716e1e3508f48a1ca1e71a4","size":9,"media_type":"text/plain","visibility":"both"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (114, 2, x'01a2152ff57e7000a7b4504712f60527', 4, 2, '{"v":1,"at":"2026-11-26T14:22:59.456102Z","actor":{"kind":"person","person":"priya","party":"northbeam","display":"Priya Raman","email":"priya@northbeam.example"},"kind":"file-attached","file":2,"name":"gone.bin","sha256":"283bb9deef02e6843abfb538efa1eca70801bd8a701c3f98191e123496339247","size":4,"media_type":"application/octet-stream","visibility":"both"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (115, 2, x'01a2152ff57e7000a7b4504712f60527', 5, 2, '{"v":1,"at":"2026-11-26T14:22:59.463819Z","actor":{"kind":"person","person":"priya","party":"northbeam","display":"Priya Raman","email":"priya@northbeam.example"},"kind":"file-removed","file":2,"name":"gone.bin","visibility":"both","reason":"of another patient"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (116, 2, x'01a2152ff57e7000a7b4504712f60527', 6, 2, '{"v":1,"at":"2026-11-26T18:09:14.735223Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"ticket-linked","link":"caused-by","other":"01m8cgr7zfe009crwfdxmt17rg","number":9}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (117, 2, x'01a2190c1fef700096638f6f69a09f10', 1, 2, '{"v":1,"at":"2026-11-26T18:09:14.735223Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"ticket-opened","number":9,"ticket_kind":"problem","subject":"The label driver forgets its tray","requester":{"name":"Otto Lind","email":"otto@northbeam.example"},"category":"other","priority":"normal","source":"portal"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (118, 2, x'01a2190c1fef700096638f6f69a09f10', 2, 2, '{"v":1,"at":"2026-11-26T18:09:14.735223Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"owner-assigned","cause":"opened","owner":{"party":"northbeam","team":"desk","person":"otto"},"accountable":"priya","activity":"support.routine","agreement_version":1,"reasons":[{"kind":"category-activity","text":"`other` belongs to `support.routine`","file":"agreement.yaml","line":84},{"kind":"activity-responsible","text":"`desk` is responsible for `support.routine`","file":"agreement.yaml","line":48},{"kind":"team-open","text":"`desk` is open (calendar `always`)","file":"agreement.yaml","line":30},{"kind":"on-duty","text":"Otto Lind is on duty for `desk`","file":"agreement.yaml","line":34},{"kind":"accountable","text":"Priya Raman is accountable for `support.routine`","file":"agreement.yaml","line":48}]}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (119, 2, x'01a2190c1fef700096638f6f69a09f10', 3, 2, '{"v":1,"at":"2026-11-26T18:09:14.735223Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"ticket-linked","link":"cause-of","other":"01m8ajzxbye00afd2g8w9fc197","number":8}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (122, 2, x'01a2190c1ff6700086e7d17d22b3baf3', 1, 2, '{"v":1,"at":"2026-11-26T18:09:14.742250Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"ticket-opened","number":10,"ticket_kind":"vendor-case","subject":"Badge export","requester":{"name":"Otto Lind","email":"otto@northbeam.example"},"category":"account","priority":"normal","site":"quarry-south","department":"hygiene","source":"portal"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (123, 2, x'01a2190c1ff6700086e7d17d22b3baf3', 2, 2, '{"v":1,"at":"2026-11-26T18:09:14.742250Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"owner-assigned","cause":"opened","owner":{"party":"quarry","team":"quarry-it"},"accountable":"priya","activity":"support.routine","agreement_version":1,"gap":true,"reasons":[{"kind":"vendor-case","text":"Iris Calder of `quarry-it` keeps the cases of `molarsoft`, and is away","file":"agreement.yaml","line":12}]}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (124, 2, x'01a2190c1ff6700086e7d17d22b3baf3', 3, 2, '{"v":1,"at":"2026-11-26T18:09:14.742250Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"vendor-case-opened","vendor":"molarsoft","reference":"MS-17","chase_at":"2026-12-01T15:00:00Z"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (125, 2, x'01a2190c1ff6700086e7d17d22b3baf3', 4, 2, '{"v":1,"at":"2026-11-26T18:09:14.742250Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"ticket-linked","link":"vendor-case-for","other":"01m8aez2zde009hbzfzzegxmeh","number":5}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (129, 2, x'01a2190c2022700093e495dc6dc7f28e', 1, 2, '{"v":1,"at":"2026-11-26T18:09:14.786286Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"ticket-opened","number":11,"ticket_kind":"incident","subject":"Shared printer of the owner","requester":{"name":"Ruth Ember","email":"ruth@quarry-dental.example","vip":true},"category":"other","priority":"normal","source":"api","vip_since":"2026-11-26T18:09:14.762935Z"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (130, 2, x'01a2190c2022700093e495dc6dc7f28e', 2, 2, '{"v":1,"at":"2026-11-26T18:09:14.786286Z","actor":{"kind":"person","person":"otto","party":"northbeam","display":"Otto Lind","email":"otto@northbeam.example"},"kind":"owner-assigned","cause":"opened","owner":{"party":"northbeam","team":"desk","person":"otto"},"accountable":"priya","activity":"support.routine","agreement_version":1,"reasons":[{"kind":"category-activity","text":"`other` belongs to `support.routine`","file":"agreement.yaml","line":84},{"kind":"activity-responsible","text":"`desk` is responsible for `support.routine`","file":"agreement.yaml","line":48},{"kind":"team-open","text":"`desk` is open (calendar `always`)","file":"agreement.yaml","line":30},{"kind":"on-duty","text":"Otto Lind is on duty for `desk`","file":"agreement.yaml","line":34},{"kind":"accountable","text":"Priya Raman is accountable for `support.routine`","file":"agreement.yaml","line":48}]}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (131, 2, x'01a2190c20e8700097c568c2b30a588f', 1, 2, '{"v":1,"at":"2026-11-26T18:09:14.984564Z","actor":{"kind":"system","display":"Tandem"},"kind":"ticket-opened","number":12,"ticket_kind":"task","subject":"Arrange cover for Otto Lind, 2026-12-07 to 2026-12-08","requester":{"name":"Otto Lind"},"category":"other","priority":"normal","source":"duty"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (132, 2, x'01a2190c20e8700097c568c2b30a588f', 2, 2, '{"v":1,"at":"2026-11-26T18:09:14.984564Z","actor":{"kind":"system","display":"Tandem"},"kind":"owner-assigned","cause":"opened","owner":{"party":"northbeam","team":"desk","person":"priya"},"accountable":"priya","activity":"support.routine","agreement_version":1,"reasons":[{"kind":"leave-cover","text":"`priya` leads `desk` and arranges cover for `otto`","file":"agreement.yaml","line":30}]}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (133, 2, x'01a2190c20e8700097c568c2b30a588f', 3, 2, '{"v":1,"at":"2026-11-26T18:09:14.984564Z","actor":{"kind":"system","display":"Tandem"},"kind":"due-date-set","due":"2026-12-07T07:00:00Z","today":"2026-12-06T07:00:00Z","soon":"2026-12-05T07:00:00Z"}');
INSERT INTO events (position, engagement, ticket, version, priority_rank, data) VALUES (134, 2, x'01a2190c20e8700097c568c2b30a588f', 4, 2, '{"v":1,"at":"2026-11-26T18:09:14.984564Z","actor":{"kind":"system","display":"Tandem"},"kind":"cover-wanted","leave":{"id":"01m8cgr82re00a7a1f0vp7tgc1","person":"otto","from":"2026-12-07","to":"2026-12-08","begins":"2026-12-07T07:00:00Z"},"uncovered":[{"what":"nobody-there","subject":"soc","text":"nobody is there for `soc`, 2026-12-07 00:00 to 2026-12-09 00:00"},{"what":"nobody-answers","subject":"protection.watch","text":"nobody answers for `protection.watch`: Mei Tanaka and Otto Lind are both away, 2026-12-07 00:00 to 2026-12-09 00:00"},{"what":"nobody-answers","subject":"protection.response","text":"nobody answers for `protection.response`: Mei Tanaka and Otto Lind are both away, 2026-12-07 00:00 to 2026-12-09 00:00"}]}');
INSERT INTO tickets (key, engagement, id, newness, staleness, version, subject, state, is_open, waiting_on, priority, priority_rank, category, site, party, team, person, accountable, gap, requester_name, requester_email, requester_vip, handoff_team, handoff_person, public_comments, opened_at, tags, watchers, kind, part_of, major_since, vendor, chase_at) VALUES (2, 2, x'01a2097e45807000a9875a2aced97569', -2, -1795458900000000, 5, 'Label printer at the front desk is jammed', 'resolved', 0, NULL, 'normal', 2, 'hardware.printer', 'quarry-main', 'northbeam', 'desk', 'otto', 'tomas', 0, 'Gwen Aldous', 'gwen@quarry-dental.example', 0, NULL, NULL, 0, 1795455600000000, '', '', 'incident', NULL, NULL, '', NULL);
INSERT INTO tickets (key, engagement, id, newness, staleness, version, subject, state, is_open, waiting_on, priority, priority_rank, category, site, party, team, person, accountable, gap, requester_name, requester_email, requester_vip, handoff_team, handoff_person, public_comments, opened_at, tags, watchers, kind, part_of, major_since, vendor, chase_at) VALUES (4, 2, x'01a20e56cfa07000a14a9178b759cc70', -4, -1795538160000000, 6, 'Insurance claims hang at ''sending''', 'waiting', 1, 'vendor', 'critical', 0, 'practice.software', 'quarry-main', 'northbeam', 'desk', 'otto', 'tomas', 0, 'Gwen Aldous', 'gwen@quarry-dental.example', 0, NULL, NULL, 1, 1795536900000000, '', '', 'incident', NULL, NULL, '', NULL);
INSERT INTO tickets (key, engagement, id, newness, staleness, version, subject, state, is_open, waiting_on, priority, priority_rank, category, site, party, team, person, accountable, gap, requester_name, requester_email, requester_vip, handoff_team, handoff_person, public_comments, opened_at, tags, watchers, kind, part_of, major_since, vendor, chase_at) VALUES (6, 2, x'01a2151f276d7000b903e967ecbb0c7c', -6, -1795716554753334, 8, 'Backup of the imaging server is late', 'active', 1, NULL, 'high', 1, 'backup-failure', 'quarry-lab', 'northbeam', 'desk', 'otto', 'priya', 0, 'Pia Lund', 'pia@quarry-dental.example', 0, NULL, NULL, 0, 1795650692973954, '', '', 'incident', NULL, 1795716554747295, '', NULL);
INSERT INTO tickets (key, engagement, id, newness, staleness, version, subject, state, is_open, waiting_on, priority, priority_rank, category, site, party, team, person, accountable, gap, requester_name, requester_email, requester_vip, handoff_team, handoff_person, public_comments, opened_at, tags, watchers, kind, part_of, major_since, vendor, chase_at) VALUES (12, 2, x'01a2190c20e8700097c568c2b30a588f', -12, -1795716554984564, 4, 'Arrange cover for Otto Lind, 2026-12-07 to 2026-12-08', 'new', 1, NULL, 'normal', 2, 'other', '', 'northbeam', 'desk', 'priya', 'priya', 0, 'Otto Lind', '', 0, NULL, NULL, 0, 1795716554984564, '', '', 'task', NULL, NULL, '', NULL);
INSERT INTO tickets (key, engagement, id, newness, staleness, version, subject, state, is_open, waiting_on, priority, priority_rank, category, site, party, team, person, accountable, gap, requester_name, requester_email, requester_vip, handoff_team, handoff_person, public_comments, opened_at, tags, watchers, kind, part_of, major_since, vendor, chase_at) VALUES (11, 2, x'01a2190c2022700093e495dc6dc7f28e', -11, -1795716554786286, 2, 'Shared printer of the owner', 'new', 1, NULL, 'normal', 2, 'other', '', 'northbeam', 'desk', 'otto', 'priya', 0, 'Ruth Ember', 'ruth@quarry-dental.example', 1, NULL, NULL, 0, 1795716554786286, '', '', 'incident', NULL, NULL, '', NULL);
INSERT INTO tickets (key, engagement, id, newness, staleness, version, subject, state, is_open, waiting_on, priority, priority_rank, category, site, party, team, person, accountable, gap, requester_name, requester_email, requester_vip, handoff_team, handoff_person, public_comments, opened_at, tags, watchers, kind, part_of, major_since, vendor, chase_at) VALUES (9, 2, x'01a2190c1fef700096638f6f69a09f10', -9, -1795716554735223, 3, 'The label driver forgets its tray', 'new', 1, NULL, 'normal', 2, 'other', '', 'northbeam', 'desk', 'otto', 'priya', 0, 'Otto Lind', 'otto@northbeam.example', 0, NULL, NULL, 0, 1795716554735223, '', '', 'problem', NULL, NULL, '', NULL);
INSERT INTO tickets (key, engagement, id, newness, staleness, version, subject, state, is_open, waiting_on, priority, priority_rank, category, site, party, team, person, accountable, gap, requester_name, requester_email, requester_vip, handoff_team, handoff_person, public_comments, opened_at, tags, watchers, kind, part_of, major_since, vendor, chase_at) VALUES (8, 2, x'01a2152ff57e7000a7b4504712f60527', -8, -1795716554735223, 6, 'Sterilizer printout stops', 'new', 1, NULL, 'normal', 2, 'other', '', 'northbeam', 'desk', 'otto', 'priya', 0, 'Priya Raman', 'priya@northbeam.example', 0, NULL, NULL, 0, 1795651794302436, '', '', 'incident', NULL, NULL, '', NULL);
INSERT INTO tickets (key, engagement, id, newness, staleness, version, subject, state, is_open, waiting_on, priority, priority_rank, category, site, party, team, person, accountable, gap, requester_name, requester_email, requester_vip, handoff_team, handoff_person, public_comments, opened_at, tags, watchers, kind, part_of, major_since, vendor, chase_at) VALUES (7, 2, x'01a2152a23ed70009119a29289d6069d', -7, -1795716554753334, 4, 'Please call me about the new office lease', 'new', 1, NULL, 'normal', 2, 'other', 'quarry-main', 'northbeam', 'desk', 'otto', 'priya', 0, 'Dr. Omar Reyes', 'omar@quarry-dental.example', 1, NULL, NULL, 0, 1795651412973954, '', '', 'incident', x'01a2151f276d7000b903e967ecbb0c7c', NULL, '', NULL);
INSERT INTO tickets (key, engagement, id, newness, staleness, version, subject, state, is_open, waiting_on, priority, priority_rank, category, site, party, team, person, accountable, gap, requester_name, requester_email, requester_vip, handoff_team, handoff_person, public_comments, opened_at, tags, watchers, kind, part_of, major_since, vendor, chase_at) VALUES (5, 2, x'01a214ef8bed700098afefffdd0ed1d1', -5, -1795716554742250, 6, 'New hygienist starts: account and badge', 'waiting', 1, 'vendor', 'normal', 2, 'account', 'quarry-south', 'northbeam', 'desk', 'otto', 'priya', 0, 'Pia Lund', 'pia@quarry-dental.example', 0, NULL, NULL, 0, 1795647572973954, '', '', 'incident', NULL, NULL, '', NULL);
INSERT INTO tickets (key, engagement, id, newness, staleness, version, subject, state, is_open, waiting_on, priority, priority_rank, category, site, party, team, person, accountable, gap, requester_name, requester_email, requester_vip, handoff_team, handoff_person, public_comments, opened_at, tags, watchers, kind, part_of, major_since, vendor, chase_at) VALUES (1, 2, x'01a1f464a9007000a7c9db509caf9443', -1, -1795105200000000, 6, 'X-ray images take a minute to open', 'resolved', 0, NULL, 'high', 1, 'practice.imaging', 'quarry-main', 'quarry', 'quarry-it', 'iris', 'iris', 0, 'Pia Lund', 'pia@quarry-dental.example', 0, NULL, NULL, 1, 1795101600000000, '', '', 'incident', NULL, NULL, '', NULL);
INSERT INTO tickets (key, engagement, id, newness, staleness, version, subject, state, is_open, waiting_on, priority, priority_rank, category, site, party, team, person, accountable, gap, requester_name, requester_email, requester_vip, handoff_team, handoff_person, public_comments, opened_at, tags, watchers, kind, part_of, major_since, vendor, chase_at) VALUES (10, 2, x'01a2190c1ff6700086e7d17d22b3baf3', -10, -1795716554742250, 4, 'Badge export', 'new', 1, NULL, 'normal', 2, 'account', 'quarry-south', 'quarry', 'quarry-it', '', 'priya', 1, 'Otto Lind', 'otto@northbeam.example', 0, NULL, NULL, 0, 1795716554742250, '', '', 'vendor-case', NULL, NULL, 'molarsoft', 1796137200000000);
INSERT INTO tickets (key, engagement, id, newness, staleness, version, subject, state, is_open, waiting_on, priority, priority_rank, category, site, party, team, person, accountable, gap, requester_name, requester_email, requester_vip, handoff_team, handoff_person, public_comments, opened_at, tags, watchers, kind, part_of, major_since, vendor, chase_at) VALUES (3, 2, x'01a20a39f4607000928e636befc7a02d', -3, -1795468980000000, 6, 'Mail from our supplier asks to sign in again', 'resolved', 0, NULL, 'high', 1, 'security.phishing', 'quarry-main', 'northbeam', 'soc', 'mei', 'mei', 0, 'Gwen Aldous', 'gwen@quarry-dental.example', 0, NULL, NULL, 1, 1795467900000000, '', '', 'incident', NULL, NULL, '', NULL);
INSERT INTO workloads (engagement, kind, name, open) VALUES (2, 'person', 'otto', 7);
INSERT INTO workloads (engagement, kind, name, open) VALUES (2, 'person', 'priya', 1);
INSERT INTO workloads (engagement, kind, name, open) VALUES (2, 'team', 'desk', 8);
INSERT INTO workloads (engagement, kind, name, open) VALUES (2, 'team', 'quarry-it', 1);
INSERT INTO ticket_words (rowid, engagement, shared, internal, team) VALUES (1, 'e2', 'x ray images take a minute to open chairs 2 and 4 chair 1 is fine pia lund pia quarry dental example 1 cable changed switch port back at a gigabit', 'both chairs sit on the same switch which runs at 100 mbit since friday bad patch cable', '');
INSERT INTO ticket_words (rowid, engagement, shared, internal, team) VALUES (2, 'e2', 'label printer at the front desk is jammed gwen aldous gwen quarry dental example 2 roller cleaned a spare is in the drawer under the counter', '', '');
INSERT INTO ticket_words (rowid, engagement, shared, internal, team) VALUES (3, 'e2', 'mail from our supplier asks to sign in again it looks real but the address ends in shop gwen aldous gwen quarry dental example 3 well spotted it is a fake it has been removed from the three other mailboxes that got it sender and link blocked nobody had signed in', '', '');
INSERT INTO ticket_words (rowid, engagement, shared, internal, team) VALUES (4, 'e2', 'insurance claims hang at sending all claims since yesterday evening billing cannot close the day gwen aldous gwen quarry dental example 4 the vendor confirms a fault on their side and works on it claims are kept and go out by themselves afterwards', '', '');
INSERT INTO ticket_words (rowid, engagement, shared, internal, team) VALUES (5, 'e2', 'new hygienist starts account and badge starts on monday works at quarry south pia lund pia quarry dental example 5', '', '');
INSERT INTO ticket_words (rowid, engagement, shared, internal, team) VALUES (6, 'e2', 'backup of the imaging server is late the nightly job has not finished by noon pia lund pia quarry dental example 6', 'the job is slow because the endpoint agent scans every file of it since last night s policy change please look whether the exclusion was removed on purpose restarting the job changed nothing no backup for two days', '');
INSERT INTO ticket_words (rowid, engagement, shared, internal, team) VALUES (7, 'e2', 'please call me about the new office lease it needs a line and wi fi by march dr omar reyes omar quarry dental example 7 x ray txt', '', '');
INSERT INTO ticket_words (rowid, engagement, shared, internal, team) VALUES (8, 'e2', 'sterilizer printout stops priya raman priya northbeam example 8', 'x ray txt gone bin', '');
INSERT INTO ticket_words (rowid, engagement, shared, internal, team) VALUES (9, 'e2', 'the label driver forgets its tray otto lind otto northbeam example 9', '', '');
INSERT INTO ticket_words (rowid, engagement, shared, internal, team) VALUES (10, 'e2', 'badge export otto lind otto northbeam example 10', 'ms 17', '');
INSERT INTO ticket_words (rowid, engagement, shared, internal, team) VALUES (11, 'e2', 'shared printer of the owner ruth ember ruth quarry dental example 11', '', '');
INSERT INTO ticket_words (rowid, engagement, shared, internal, team) VALUES (12, 'e2', 'arrange cover for otto lind 2026 12 07 to 2026 12 08 otto lind 12', 'otto', '');
INSERT INTO leave_feeds (id, engagement, person, url, label, added_account, added_person, added_display, added_at, removed_account, removed_person, removed_display, removed_at, fetched_at, etag, last_modified, error, error_since) VALUES (x'01a2157fe10a700093db7c57dde56fc8', 2, 'priya', 'https://priya:fixture@calendar.invalid/priya.ics', 'own calendar', x'01a2152f9eef700097eafeb449a630f0', 'priya', 'Priya Raman', 1795657031946140, NULL, NULL, NULL, NULL, NULL, '', '', 'its name is not known', 1795657090763255);
INSERT INTO leave (id, engagement, person, first, last, note, feed, feed_event, recorded_account, recorded_person, recorded_display, recorded_at, removed_account, removed_person, removed_display, removed_at) VALUES (x'01a2157fdbd07000a9fbb80649527ca8', 2, 'iris', '2026-12-24', '2026-12-24', '', NULL, NULL, NULL, '', 'command line', 1795657030608062, NULL, NULL, NULL, NULL);
INSERT INTO leave (id, engagement, person, first, last, note, feed, feed_event, recorded_account, recorded_person, recorded_display, recorded_at, removed_account, removed_person, removed_display, removed_at) VALUES (x'01a2157fe0a270009867746c71a132ad', 2, 'priya', '2026-12-21', '2027-01-02', 'home for the winter', NULL, NULL, x'01a2152f9eef700097eafeb449a630f0', 'priya', 'Priya Raman', 1795657031842278, NULL, NULL, NULL, NULL);
INSERT INTO leave (id, engagement, person, first, last, note, feed, feed_event, recorded_account, recorded_person, recorded_display, recorded_at, removed_account, removed_person, removed_display, removed_at) VALUES (x'01a2157fe0ba70009e243c97fe4c85c9', 2, 'priya', '2026-12-07 13:00', '2026-12-07 17:00', '', NULL, NULL, x'01a2152f9eef700097eafeb449a630f0', 'priya', 'Priya Raman', 1795657031866350, x'01a2152f9eef700097eafeb449a630f0', 'priya', 'Priya Raman', 1795657031898272);
INSERT INTO leave (id, engagement, person, first, last, note, feed, feed_event, recorded_account, recorded_person, recorded_display, recorded_at, removed_account, removed_person, removed_display, removed_at) VALUES (x'01a2190c20517000aaedbf9bd55ce099', 2, 'mei', '2026-12-07', '2026-12-08', '', NULL, NULL, x'01a2152f9f6d70009059ee3cf5bb440d', 'mei', 'Mei Tanaka', 1795716554833275, NULL, NULL, NULL, NULL);
INSERT INTO leave (id, engagement, person, first, last, note, feed, feed_event, recorded_account, recorded_person, recorded_display, recorded_at, removed_account, removed_person, removed_display, removed_at) VALUES (x'01a2190c20587000a3a82f06ec7d4181', 2, 'otto', '2026-12-07', '2026-12-08', 'both of us', NULL, NULL, x'01a2152f9f9d7000af0d124f9a50047f', 'otto', 'Otto Lind', 1795716554840592, NULL, NULL, NULL, NULL);
INSERT INTO calendar_keys (id, secret, account, engagement, label, created_at) VALUES (x'01a2157fe0ed70009b090cdc2f4713d1', x'8fca09f5bc8995efbe76f45a1029ee3ccaf4c96e88f1c3c2b7cd180761bdbe6a', x'01a2152f9eef700097eafeb449a630f0', 2, 'phone', 1795657031917929);
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 0, 72, x'42084758d69a237fd4e8375aa13c218772cb33665dfb6159c153dca0d787a10a');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 1, 73, x'7d55e14d1801c31ced9b8b766d03d0144e28e81ebfe04e8b79a7811418c430d033aeb9d36fc06e9987524987cb6a103c4c3338d955d847c9cad4230bb3e92c26');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 2, 74, x'0e635f738f7ad51439b6293930456e7b93ddde419febb7fb41238224691948bd');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 3, 75, x'f4bc1cc1136ddfd45735bc5e16a50cc6379c6dd43c29fd2449e7c05ddd25ef36f935eef10ee710d8912a5c27bc3dbd06c2688d3f874b56878dd9bdbe40ee042c3c72bfd5f7fb88d778f8f41cd24b0a48775ba83f7e31e93c32f6aec5dd36bff0');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 4, 76, x'6081f57b64b3834f9517ae564dc4d3c63842788acfbd86e15af7643e18afeb3b');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 5, 77, x'906daf9e7959387ca36d84dfa67012e436e0fa316c95d89324fa2c72f046157162be62f5dfa0318d717b5d6df6c573463b553c55ae13a33d7b1230e309b7cf24');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 6, 78, x'831a0cebb0788d2f55816c28ca7e5072b040d4f9c14a98bf315205bcc0616f41');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 7, 79, x'20bd491c33348813d37914d4e5a9fbed93d47ac4d361b5afc8f095bf93d021fc1ff043aeeb80b4bd102aa0f9d75c1c30ddf6061a85d9cb0c13ec77e31d46b4c94906631e5ff6ed8261df6ce8ea2a77bb13e12710bec60b28e39221b9ed1a8d78d5fb072c15793bd45097f68f629791fe2e648e7cb376f3f38f56e421ee6d811d');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 8, 80, x'14cc32a8cd33f9f3cdb11ddef739f8ad3b71bc2f260413937610292d7e3f469b');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 9, 81, x'511bb42e9231b1c4be0e5ac687115fca8f0342510c8dc5c27ed6f3bf00bad2d198f14324e004b32c05207338695ff8594d04eb28969f1cee0e0f295d982e9abf');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 10, 82, x'6d148216e246318d6789e9c80e1b1832409a3cc75fa9fb238696fff29245e314');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 11, 83, x'd3223ef80b513602416541fa34db3c80498c7eecd9720fe6758e5276e865c628c6f0eefbe1cc829a5acc1d9147a63c7880d6c07df1566f3439cfc9c05d00f1a1178f02eddf29e0c6c5938c669bde2ee92260a6a9af6c18617fb480c7bd943386');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 12, 84, x'5bcbd36932cf6203f4069d6969b8d076f8a48f2b57283103f3fa2a1154dcbaf8');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 13, 85, x'707ce81344501864fb81585c5f738e7518eca6c6e44f9a819f05b6f4faace78d5ed11f5af9dedadb70ba254f3985be311173c2588aeb91efad4ca4bcaea66fbc');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 14, 86, x'1323cbef4fd67a780c03ba0585f39329288f7c8a8841f358305e25ce498a7ddc');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 15, 87, x'1778957a5d6d79aa5b85be040e54267a6b972d6ae6482a42a55e0413712f1a44c168d80a4003f92bac0d6944078e026b724567be5b1f50ececbfb2f1553446f1008ea789aa781d1a80ccadc2b9beacf1abe7e5b4b6677be951ce42635b91ac7c1a77a595f71dc10f1773102ca59cf6ebfbaf445314d1e56b19a3e010cd506dcbdee9fc37d233b5d26d8591a7dbd0e385c5e386230643864367ffad62dc0cb92a');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 16, 88, x'90c9a9b4dcab8e86190f8d63b42812d3bfc2f99f5e9c1d4d655419e6fcf33c98');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 17, 89, x'931c219e5b4c1a380f60a25311eaf8b0d17b0077fcf4907eaf604c658855f3114811f1111e84406d009572b6859eb4e514b28fcad36495fbac2c7fc0cf511c77');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 18, 90, x'f986dd4e983cb40463fcf40c978bf5a8e4eb2fbaf3a21b593c3f369855004aed');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 19, 91, x'd13f6979390d903152338e631ac9b70b30da14c69d42e902be5abdb4008c2303302843d361ba129b74ee38b03752a7a77e69c3a0b61fc2f12e76a5b1052f1641f4c1c7629166ca1267da6dc087174f303543520be155c97aaef705249b05989d');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 20, 92, x'ab7d474f481c5c660f7b222642bad66f6fa8b8ed3ec38440be3e4a77432c5d4c');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 21, 93, x'67192c08acb0e8f6fa6ffc0c86678f0766e3c6991c8b7cc953654e79d078688ef88c3ad458351c6895472a09e400a1bb9614e4f8817f65373cfd81bce07bf7a9');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 22, 94, x'9c2619c4ab51d22a3591c4e13c9ad5666fae3c0019a28d263604821da458de41');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 23, 95, x'fd5bd7a6f7f57ac52ec8ba7b861f7e45a971e2cb16581a221da483620a9bd930065c4d44bc7a35def74da2be9de7709ae0685396e03b0589dce2b11ca057cde2b13ee1f08d068679cd2cd608bb67564ae99a4e2a8e9ff4a3f3799776af75de180ee944fb730155dc9bd2a1421790e04a7f97a87af629936687ce9db27049d16d');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 24, 96, x'c8fb4cfc8c72c4b85116d4f301bc639c96456c3067d2fd29d376fd8a7afb4dd6');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 25, 97, x'6261667697f611806ac4c5f5defed88afd8a24573ae87b77ccc11b1f356c6dcd7e680d076b1b851d0152ccbd4a35ebdc1adba04f0979811a11b3cb322241766c');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 26, 98, x'47458e4f96868fda76359546d6d886153708b92e1ab26c97bd47719c06cada0e');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 27, 99, x'c47c7ce829db0a8c2fdcffe4c7823738ad96a69e918fe2b80ddf7b7785e6a3daa908be09c3e589e0011158e42bb5918e63715f59d9623e4f1bc2b19b253e97026fa482244db83cbb62ac12a2c61f7b6a652665f3d270d418db4c7d1e3680f1d8');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 28, 100, x'e0b26c9f59f1226e5e05966f361f61b45187410afaadba43f5bd2180775f465f');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 29, 101, x'046bf0edd8eaf240df0e5e036309b6c227d1ef3d784c5da5dacfe1a78624d71633bafbbfa667a565bd0d33e48f962f6c711a317bdbce68af3689d8676f6aa3fe');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 30, 102, x'ecf4a8843542ecc7f3535d8f62fb1b0b40c2eddaf32ef8e0394a4d52110b17b6');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 31, 103, x'242ebf7b06de9bd8331049c93014f7ac8d388ffebd79fb529c28deb2ed464c6fb3ef6e0e0fb3f05a9d32a9ac8ee42c201bbf83d769b339ceb36329d6e34206e4c759aff7e0fd6f9b86da02e7982e9c2eada285e8a8bab7a8ea2166369b85a9b30d2f4dbef2bc09251b1bddc09dd73f1a3a4f0993c91aac9bea13a77ddf22d4eaf3738852df283d33766980ab452d44cc0ff69520b82fa4626750cfea563e25d4df310d15c591ddd19b2b1b1e1dd0d95025909a9d577b84b100f2ee6aca9529dd');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 32, 104, x'247adf47131c7b4deff07dba16831bf3cfec2c70f33f6ea7e5b4f1bd8a30538b');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 33, 105, x'5d9620cdba196a33caff0fbffaf377f17f4bf46c27186cac783679275f49919a783d5f718f2aca424ea3c594d6901094ee5eceaf1955dda8085dca4e9a56f1eb');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 34, 106, x'e91ba932b34ed15e5e4da3a8bca1916c9bcea2206940de56b6df9f8830f7e93f');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 35, 107, x'1d59fb0ad2bc420753236c2ae0e60264698a22db3d29acc20e59f4e7f1b7f460ea2645034f01a98209120403198ac50cf827b2d57cdf8a75a15ee40e847584d26f4d6c4c08747bd410ea1689dd3b9836dc74e137d7846e4343677dee8e968be7');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 36, 109, x'4bc4a771d431093ff9d994b45f4fe13256bf2b65753644d8a94197b8e177a5d9');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 37, 110, x'0dbe013bae776df092d9683e51c4ca2f4b60b4db3bce160da9fd6bbbf1baca5078b270c6f54e5b319ef905c6f3fcbdc62671d1c4494721d7d3a7690eeac7ed8f');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 38, 111, x'ad9e309ba1edda1ce262649ad157c7d1bdeb6c59060365a7db1b92c2f7c1b9d0');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 39, 112, x'201b9ef521077cce56ec860e6f6602257ff7b2269ee0c31a16fd24ed4db6771722fe401101c4d083f9794e6239d8cd1a7615b53fb6280548cf49c8e89b2b6318d7b56b4918ab300a3cc0e21750bc8bf6aee0619959a9fb26c7dbd70c477a6a930837e73822b72a75b956add1f12600a3838f4acde01fd25bca82c772c4d5a037');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 40, 113, x'9ac02d01bcd3c71a524906466e2be0978f82182cae98ea044da67712b44fc217');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 41, 114, x'dc936d57c30445afcf68f4b9eaeab91134ffba543abcd21cc0e868db0abc8ccf5d515d575ffba79ab7b7c3b2ffc821e8cf158febcd2854e72e263bcc7e8c572a');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 42, 115, x'af55bb02487eeb11ffd6ea37c05c1e9747ea09cf1a3dcf0de2bcce684d7b2411');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 43, 116, x'28433a8a1772349573e92abeac6d4805459c5bca161896f0bf22ea59a002cd33a058fccd88e495015e01814f724d9475c331067b203906faed84e245204c78211af2515d9b09e6fa958aa45225ef159ded013bd13c47aa94417953a48405e1f0');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 44, 117, x'ad4e37d229783afde71c08d98de8361076af7c9ae2c03130d4ae1ffcb675e9a1');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 45, 118, x'd3c44ec32316d7f8504479d3b82c08dc18960440541d38a6ed60f6afcccdbc7b1edfae395743389c382cc25f9292c1c2a30ea765b861646e0921cd2ba5a71b9e');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 46, 119, x'e772d688a960add498329c016f138f5c64780c416b34769111ac4d8999fc3bce');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 47, 120, x'bace0730188136b69c9ef92190f01f80826180b4616aa546af63bcd7ea9494d1713eb3c5221fcc826a57c6dd442d73f3a84e7f49c67cee4556ec3f1192465a1018848191bcb36e870b4615ead3bc53cfb0f20facdd84921ea2238705b8e0a19a4a98223bf39b61d420975007b7fa5d2c0dce40b10795a3effabc7f3b17b1405d21528abb0ec9486e339649ea46587c6a235a34623f84d8fa86d1b3535cdda9f8');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 48, 121, x'8fa1082140487b293e223ea87113455333c80aa595a0d87ce9d889191da0893b');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 49, 122, x'6c8e234d049b9d2522a69fd6bac23c3de6406724d4c1e2c4228e21489c6e341d154dfd13f915f09f9c94bf9f1cc9582d328fc48e30467351fd319a1650b7ec34');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 50, 123, x'6763ae1e84053785bc068323886ff3b3afeb4aaf803aca3bd2cabd9b532f0242');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 51, 124, x'5038a410de479fcf298614f7dedff8266df317e44f75eca90b90cfa2e140c953b2cbea911fdaded4caf8e6bc2256c6ff68f45f081b776d59b68615e90dec7c299d7f051d7f059ca757df5d0dc33258c8a02026c4352304cc28d1a56f07bcd3af');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 52, 125, x'd5414fcb559a7e7e1d57c5ec16cc1ba06533f1bc5e1b4aa04c2784576a2112a9');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 53, 126, x'063c9e9fea78cc53cc99c92bf6bdfbdc6343233b57dd5e3c2f84deae88a2dc22018412c77b75b61b30dc0a06102a1490ebbd6f0e892217e82479048a60582ae2');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 54, 127, x'48bc3783f44f53872ac95115eb5146966192578bc61c5bcd2b1905d2fdcef119');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 55, 128, x'b2879a4e21e36a50312cd8df8fbb40eae4d38fb846db876a7891ffbcc3444f61bbb8669fa8ca10ce6cbcb40da88e1e588cc72465d1ab3fda7ab87ab09ceb40066b513b24af0414e32d9b74090630a8dadba8449bd5c148af528dcc42c55dbc72877327d91d5a6acd6d4ba3dfb72816513cff1201d7f54172b224bcd80c352c31');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 56, 129, x'cecf8d61255f39720fad38f9167cef4a433f83124815b88a3a8249144264e0f2');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 57, 130, x'ad825ef5d0438da50a9bb7e15ebcb27d4327ff16cf24e423fa1074d9e806a55ebbfe9af97d6c5c46de481a9d083c6098fd810ff9a1d40ecce6b668d6b0545768');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 58, 131, x'1c5d5471a0c8071171a80c7de31545f16b59aea5ee9bb3cca1ff64479c7985be');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 59, 132, x'efa6ab8293e215cad0074271b451143117bf92baa367b3433d0dbe6b3ad57005c33fb08adece48fd2cb781375dca294ee70839c92b680d6f9d2bd04a98339432c959ea053402a255a602aabdba6a914ba66ac2a8c5d6b2ec155820b1537534f3');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 60, 133, x'ea6684cceb26bcc6f835e30fb296cb21cc1afd6ea15624bfa93025e1d0af0b9a');
INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (2, 61, 134, x'da0a934915704da40a79713b93e49430c6c45a4b28eb494503a618e1ed1b112cc6c47fa3350f596fcfa7f6636a12a62a3dd39c4f64291035ec5b1332a0f1168e');
INSERT INTO timers (engagement, ticket, due_at) VALUES (2, x'01a2151f276d7000b903e967ecbb0c7c', 1795720154747295);
INSERT INTO timers (engagement, ticket, due_at) VALUES (2, x'01a2152a23ed70009119a29289d6069d', 1795795412973954);
INSERT INTO timers (engagement, ticket, due_at) VALUES (2, x'01a2152ff57e7000a7b4504712f60527', 1795795794302436);
INSERT INTO timers (engagement, ticket, due_at) VALUES (2, x'01a2190c1fef700096638f6f69a09f10', 1795798800000000);
INSERT INTO timers (engagement, ticket, due_at) VALUES (2, x'01a2190c1ff6700086e7d17d22b3baf3', 1796137200000000);
INSERT INTO timers (engagement, ticket, due_at) VALUES (2, x'01a2190c2022700093e495dc6dc7f28e', 1795798800000000);
INSERT INTO timers (engagement, ticket, due_at) VALUES (2, x'01a2190c20e8700097c568c2b30a588f', 1796022000000000);
INSERT INTO notices (id, engagement, reader, ticket, version, kind, at, read_at) VALUES (1, 2, 'person:iris', x'01a1f464a9007000a7c9db509caf9443', 2, 'assigned', 1795651900000000, NULL);
INSERT INTO notices (id, engagement, reader, ticket, version, kind, at, read_at) VALUES (2, 2, 'email:tomas@quarry-dental.example', x'01a2097e45807000a9875a2aced97569', 2, 'answered', 1795651900000001, 1795651900000002);
INSERT INTO notices (id, engagement, reader, ticket, version, kind, at, read_at) VALUES (8, 2, 'person:priya', x'01a2151f276d7000b903e967ecbb0c7c', 7, 'major-part', 1795716554747295, NULL);
INSERT INTO notices (id, engagement, reader, ticket, version, kind, at, read_at) VALUES (9, 2, 'person:ruth', x'01a2151f276d7000b903e967ecbb0c7c', 7, 'major', 1795716554747295, NULL);
INSERT INTO notices (id, engagement, reader, ticket, version, kind, at, read_at) VALUES (10, 2, 'person:iris', x'01a2151f276d7000b903e967ecbb0c7c', 7, 'major', 1795716554747295, NULL);
INSERT INTO notices (id, engagement, reader, ticket, version, kind, at, read_at) VALUES (11, 2, 'person:sam', x'01a2151f276d7000b903e967ecbb0c7c', 7, 'major', 1795716554747295, NULL);
INSERT INTO notices (id, engagement, reader, ticket, version, kind, at, read_at) VALUES (12, 2, 'person:mei', x'01a2151f276d7000b903e967ecbb0c7c', 7, 'major', 1795716554747295, NULL);
INSERT INTO notices (id, engagement, reader, ticket, version, kind, at, read_at) VALUES (3, 2, 'person:otto', x'01a2152a23ed70009119a29289d6069d', 3, 'answered', 1795702979437787, NULL);
INSERT INTO notices (id, engagement, reader, ticket, version, kind, at, read_at) VALUES (4, 2, 'email:omar@quarry-dental.example', x'01a2152a23ed70009119a29289d6069d', 3, 'answered', 1795702979437787, NULL);
INSERT INTO notices (id, engagement, reader, ticket, version, kind, at, read_at) VALUES (5, 2, 'person:otto', x'01a2152ff57e7000a7b4504712f60527', 3, 'answered', 1795702979447659, NULL);
INSERT INTO notices (id, engagement, reader, ticket, version, kind, at, read_at) VALUES (6, 2, 'person:otto', x'01a2152ff57e7000a7b4504712f60527', 4, 'answered', 1795702979456102, NULL);
INSERT INTO notices (id, engagement, reader, ticket, version, kind, at, read_at) VALUES (7, 2, 'person:iris', x'01a2190c1ff6700086e7d17d22b3baf3', 2, 'assigned', 1795716554742250, NULL);
INSERT INTO notices (id, engagement, reader, ticket, version, kind, at, read_at) VALUES (13, 2, 'person:priya', x'01a2190c20e8700097c568c2b30a588f', 4, 'cover-wanted', 1795716554984564, NULL);
INSERT INTO macros (id, engagement, team, title, text, visibility, take, priority, tags, ends, waiting_on, changed_account, changed_person, changed_display, changed_at) VALUES (x'000102030405060708090a0b0c0d0e0f', 2, 'desk', 'Password reset', 'Dear {requester}, {number} is with {owner}.', 'requester', 1, 'high', ' reset ', 'wait', 'requester', x'01a2152f9eef700097eafeb449a630f0', 'sam', 'Sam Okafor', 1795651900000000);
INSERT INTO agreement_texts (engagement, hash, text) VALUES (2, '97e089eeeecf33ab609f0ac68ba382f88146cc3e7f1f941751fd03cd24d21a91', '# Quarry Dental has one administrator. Northbeam IT runs the desk at night, on Fridays and whenever Iris is away.
tandem: 1
engagement: quarry-dental
name: Quarry Dental and Northbeam IT
time_zone: America/Denver
effective: 2026-09-01
review: {every: 6 months, by: [iris, priya]}

parties:
  quarry:    {kind: client,   name: Quarry Dental Group}
  northbeam: {kind: provider, name: Northbeam IT}
  molarsoft: {kind: vendor,   name: MolarSoft, handled_by: iris}

calendars:
  clinic: {mon-thu: "07:00-18:00", fri: "08:00-13:00", holidays: us-federal}
  iris-hours: {mon-thu: "08:00-17:00", holidays: us-federal}
  always: {mon-sun: "00:00-24:00"}

people:
  iris:  {party: quarry, name: Iris Calder, email: iris@quarry-dental.example, title: IT administrator}
  tomas: {party: quarry, name: Tomas Vale,  email: tomas@quarry-dental.example, title: Office manager}
  ruth:  {party: quarry, name: Ruth Ember,  email: ruth@quarry-dental.example, title: Owner}
  priya: {party: northbeam, name: Priya Raman, email: priya@northbeam.example, title: Service manager}
  sam:   {party: northbeam, name: Sam Okafor,  email: sam@northbeam.example}
  otto:  {party: northbeam, name: Otto Lind,   email: otto@northbeam.example}
  mei:   {party: northbeam, name: Mei Tanaka,  email: mei@northbeam.example}

teams:
  quarry-it: {party: quarry,    lead: iris,  members: [iris], hours: iris-hours, cover: [desk]}
  desk:      {party: northbeam, lead: priya, members: [priya, sam, otto], hours: always}
  soc:       {party: northbeam, lead: mei,   members: [mei, otto], hours: always}

rotations:
  desk-duty: {team: desk, order: [sam, otto], turn: 1 week, starts: "2026-09-07 08:00"}

sites: [quarry-main, quarry-south, quarry-lab]
departments: [front-desk, hygiene, billing]

asset_classes:
  chairside:    {requires: [practice.imaging, protection.patching]}
  workstation:  {requires: [support.routine, protection.patching]}
  server:       {requires: [protection.patching, protection.backup]}

functions:
  support:
    kind: operational
    activities:
      routine:  {responsible: desk,      accountable: priya, deputy: sam,  informed: [quarry-it]}
      on-site:  {responsible: quarry-it, accountable: iris,  deputy: tomas}
  practice:
    kind: operational
    activities:
      software: {responsible: quarry-it, accountable: iris, deputy: tomas, consulted: [desk]}
      imaging:  {responsible: quarry-it, accountable: iris, deputy: tomas, consulted: [desk]}
  protection:
    kind: operational
    security: true
    activities:
      policy:   {responsible: quarry-it, accountable: ruth, deputy: iris, role: decide}
      watch:    {responsible: soc, accountable: mei, deputy: otto, role: monitor}
      response: {responsible: soc, accountable: mei, deputy: otto, informed: [quarry-it], role: remediate,
                 may: [isolate-host, disable-account, block-sender], limits: {spend: 0 USD, risk: medium}}
      patching: {responsible: desk, accountable: priya, deputy: sam,
                 duty: {every: 1 month, for: {asset_class: workstation}, evidence: patch report, grace: 5 days}}
      backup:   {responsible: desk, accountable: priya, deputy: sam,
                 duty: {every: 3 months, for: {asset_class: server}, evidence: restore report, grace: 7 days}}
  planning:
    kind: strategic
    activities:
      roadmap: {responsible: quarry-it, accountable: ruth, deputy: iris, consulted: [desk]}

categories:
  account: support.routine
  hardware:
    printer: support.on-site
    workstation: support.routine
  practice:
    software: practice.software
    imaging: practice.imaging
  security:
    malware: protection.response
    phishing: protection.response
  backup-failure: protection.backup
  other: support.routine

routing:
  - {name: the owner calls Iris first, when: {requester: vip, hours: iris-hours}, to: quarry-it}
  - {name: imaging stops patients, when: {category: practice.imaging, priority: critical, away: iris}, to: desk}
  - {name: lab machines, when: {site: quarry-lab, asset_class: chairside, hours: not iris-hours}, to: desk}

targets:
  critical: {respond: 15 min, resolve: 4 hours, clock: always}
  high:     {respond: 1 hour, resolve: 1 business day, clock: clinic}
  normal:   {respond: 4 business hours, resolve: 3 business days, clock: clinic}

escalations:
  critical: [{after: 5 min, tell: lead}, {after: 12 min, tell: [iris, priya]}, {after: 1 hour, tell: ruth}]
  default:  [{after: 2 business hours, tell: lead}, {after: 1 business day, tell: [iris, priya]}]

handoffs: {accept_within: {critical: 5 min, default: 1 hour}, bounces: 2}
disputes: {decide_within: 2 business days, path: [[iris, priya], ruth]}

decisions:
  security-posture: {size: big, by: ruth, with: [iris, mei], within: 10 business days, deadlock: tomas}
  risk-acceptance:  {size: big, by: ruth, with: [iris, mei], within: 5 business days, deadlock: tomas, expires: 6 months}
  restart-server:   {size: small, by: closest}

scenarios:
  ransomware:       {contain: soc, communicate: ruth, recover: desk, decide: {pay: ruth}}
  phishing:         {contain: soc, communicate: iris, recover: desk}
  account-takeover: {contain: soc, communicate: iris, recover: desk}
  lost-device:      {contain: soc, communicate: tomas, recover: quarry-it}
  data-leak:        {contain: soc, communicate: ruth, recover: quarry-it}
  outage:           {contain: desk, communicate: tomas, recover: quarry-it}

scope: {hours: {northbeam: 20 per month, surge: 10}, excluded: [dental chairs], requests: {by: [iris, priya], within: 5 business days}}
communication: {sync: {every: 2 weeks, on: "wed 13:00", who: [iris, priya]}, digest: {at: "06:45", to: [quarry-it]}, critical: {tell: [quarry-it, desk, ruth]}}
cost: {agreement: 2100 USD per month, fully_managed: 4900 USD per month, hire: 71000 USD per year}

leave:
  - {who: iris, from: 2026-11-23, to: 2026-11-27}

expect:
  - {given: {category: security.malware, priority: critical, at: "2026-10-10 02:00"}, owner: soc, accountable: mei}
  - {given: {category: account, requester: vip, at: "2026-10-06 09:00"}, owner: quarry-it, accountable: priya}
  - {given: {category: practice.software, at: "2026-10-09 09:00"}, owner: desk, accountable: iris}
  - {given: {category: practice.imaging, at: "2026-11-24 10:00"}, owner: desk, accountable: tomas}
# a draft
');
INSERT INTO forms (id, engagement, title, record, changed_account, changed_person, changed_display, changed_at) VALUES (x'019ac0ffee007000a000000000000001', 2, 'New starter', '{"id":"01kb0fzvg0e00a000000000001","title":"New starter","description":"Somebody begins","category":"account","asked_by":"everybody","offered":true,"subject":"New starter: {name}","fields":[{"name":"name","label":"Name","kind":"text","required":true},{"name":"start","label":"First day","kind":"date","required":true}],"steps":[{"title":"Account for {name}","category":"account","counts_from":"start","days":-3}]}', x'01a2152f9eef700097eafeb449a630f0', 'priya', 'Priya Raman', 1795651772973954);
INSERT INTO file_contents (key, engagement, hash, content) VALUES (1, 2, 'a43fe93c721da553affb0f1eaa8763c5b3fd15432716e1e3508f48a1ca1e71a4', x'746f6f74682031340a');
INSERT INTO files (ticket, number, engagement, hash) VALUES (7, 1, 2, 'a43fe93c721da553affb0f1eaa8763c5b3fd15432716e1e3508f48a1ca1e71a4');
INSERT INTO files (ticket, number, engagement, hash) VALUES (8, 1, 2, 'a43fe93c721da553affb0f1eaa8763c5b3fd15432716e1e3508f48a1ca1e71a4');
INSERT INTO vips (id, engagement, email, name, note, added_account, added_person, added_display, added_at, removed_account, removed_person, removed_display, removed_at) VALUES (x'01a2190c200a70008656865a18bdcca2', 2, 'ruth@quarry-dental.example', 'Ruth Ember', 'owner', x'01a2152f9eef700097eafeb449a630f0', 'priya', 'Priya Raman', 1795716554762935, NULL, NULL, NULL, NULL);
INSERT INTO vips (id, engagement, email, name, note, added_account, added_person, added_display, added_at, removed_account, removed_person, removed_display, removed_at) VALUES (x'01a2190c201270009193a2be470c0e9c', 2, 'gwen@quarry-dental.example', 'gwen@quarry-dental.example', '', x'01a2152f9eef700097eafeb449a630f0', 'priya', 'Priya Raman', 1795716554770222, x'01a2152f9eef700097eafeb449a630f0', 'priya', 'Priya Raman', 1795716554779020);
INSERT INTO leave_covers (leave, engagement, ticket) VALUES (x'01a2190c20587000a3a82f06ec7d4181', 2, x'01a2190c20e8700097c568c2b30a588f');

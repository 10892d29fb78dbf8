#!/usr/bin/env python3
"""Prints an agreement with many routing rules that go to three teams of the client, which `night` covers for.

    many_rules.py > agreement.yaml
"""
SITES = 6
CATEGORIES = 60

rules = []
for i in range(CATEGORIES):
    # No two neighbours have the same sites, so that hardly any two rules can be told as one.
    sites = [f"site-{s}" for s in range(SITES) if (i * 11 + 5) >> s & 1] or ["site-0"]
    rules.append(f"  - {{name: rule {i}, when: {{category: topic-{i}, site: [{', '.join(sites)}]}}, to: crew-{i % 3}}}")
print(f"""tandem: 1
engagement: many
name: Many rules
time_zone: America/New_York
effective: 2026-10-01
review: {{every: 3 months, by: [ann]}}
parties:
  acme: {{kind: client, name: Acme}}
  keel: {{kind: provider, name: Keel Services}}
calendars:
  office: {{mon-fri: "08:00-17:00"}}
  always: {{mon-sun: "00:00-24:00"}}
people:
  ann: {{party: acme, name: Ann Ames}}
  bob: {{party: acme, name: Bob Burke}}
  kim: {{party: keel, name: Kim Kern}}
  lea: {{party: keel, name: Lea Lund}}
teams:
  crew-0: {{party: acme, lead: ann, members: [ann, bob], hours: office, cover: [night]}}
  crew-1: {{party: acme, lead: bob, members: [ann, bob], hours: office, cover: [night]}}
  crew-2: {{party: acme, lead: ann, members: [ann, bob], hours: office, cover: [night]}}
  night:  {{party: keel, lead: kim, members: [kim, lea], hours: always}}
sites: [{", ".join(f"site-{s}" for s in range(SITES))}]
functions:
  work:
    activities:
      all: {{responsible: night, accountable: kim, deputy: lea}}
categories:
  other: work.all
{chr(10).join(f"  topic-{i}: work.all" for i in range(CATEGORIES))}
routing:
{chr(10).join(rules)}
targets:
  normal: {{respond: 4 business hours, clock: office}}
escalations:
  default: [{{after: 30 min, tell: [ann, kim]}}]
disputes: {{decide_within: 2 days, path: [ann]}}""")

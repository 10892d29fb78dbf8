#!/usr/bin/env python3
"""Writes examples/servicenow/agreement.yaml from the public ServiceNow incident log.

    tools/make_servicenow_agreement.py LOG [> examples/servicenow/agreement.yaml]
    tools/make_servicenow_agreement.py LOG --check FILE      fails when FILE is not what it would write

LOG is the CSV of https://archive.ics.uci.edu/dataset/498, plain or compressed by xz. The log names groups, resolvers,
categories and locations, but no agreement: what is made up here is said in the head of the file it writes.
"""
import argparse
import csv
import datetime
import lzma
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

FIRST_LINE = "Group 70"
PROVIDER_SHARE = 0.15   # of its updates outside office hours, from which a group counts as the provider's
PROVIDER_UPDATES = 100  # with fewer updates a share says nothing
MEMBER_UPDATES = 20     # from which a resolver is a member of a further group of their party

HEAD = """\
# The agreement behind the ServiceNow incident log of UCI data set 498 (Amaral, Fantinato, Peres 2018, CC BY 4.0),
# so that a year of real incidents can be brought in: `tandem import history LOG --agreement examples/servicenow/agreement.yaml`.
# Made from the log by tools/make_servicenow_agreement.py; change that, not this.
#
# From the log: categories, locations, assignment groups, resolvers; the group that resolves most of a category is
# responsible for it; the resolver seen most in a group leads it.
#
# Made up, because the log is anonymous and knows neither parties nor hours:
# - The parties. Northway (client) has the groups that work office hours. Keel (provider) has the first line ({first_line})
#   and every group that does {share} or more of its work at night, in the evening or at weekends.
# - A resolver belongs to the party of the group they are seen in most, and to its other groups in which they did
#   {member} updates or more; a group that would be empty gets the resolver seen there most, else the lead of the first
#   line or of the client's largest group.
# - Hours: the first line is there always, everybody else on weekdays from 07:00 to 20:00, covered by the first line.
# - Targets, escalations, review and disputes; mail addresses. The log's times have no zone: UTC keeps them as written.
"""


def word(text):
    """As src/connect/servicenow_story.cpp makes an agreement's word of a word of the log."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def natural(text):
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", text)]


def most(counter):
    """The most frequent, the naturally first one among equals: the same on every machine."""
    return min(counter, key=lambda name: (-counter[name], natural(name)))


def read(path):
    opener = lzma.open if path.read_bytes()[:6] == b"\xfd7zXZ\0" else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


WIDTH = 120  # columns: as `tandem fmt` writes


def styled(key, pairs, indent):
    """A map under its key in the style of `tandem fmt`: on one line where it fits, else a line for each key."""
    flow = {name: value if isinstance(value, str) else f"[{', '.join(value)}]" for name, value in pairs}
    line = f"{' ' * indent}{key}: {{{', '.join(f'{name}: {value}' for name, value in flow.items())}}}"
    if len(line) <= WIDTH:
        return [line]
    lines = [f"{' ' * indent}{key}:"]
    for name, value in pairs:
        within = " " * (indent + 2)
        line = f"{within}{name}: {flow[name]}"
        lines += [line] if len(line) <= WIDTH else [f"{within}{name}:", *(f"{within}  - {item}" for item in value)]
    return lines


def outside_office(text):
    at = datetime.datetime.strptime(text, "%d/%m/%Y %H:%M")
    return at.weekday() >= 5 or not 7 <= at.hour < 20


class Model:
    """What the log says, counted."""

    def __init__(self, rows):
        known = [row for row in rows if row["assignment_group"] != "?"]
        updates = Counter(row["assignment_group"] for row in known)
        outside = Counter(row["assignment_group"] for row in known if outside_office(row["sys_updated_at"]))
        self.groups = sorted(updates, key=natural)
        self.party = {group: "northway" for group in self.groups}
        for group in self.groups:
            often = updates[group] >= PROVIDER_UPDATES and outside[group] / updates[group] >= PROVIDER_SHARE
            if group == FIRST_LINE or often:
                self.party[group] = "keel"
        client_groups = Counter({group: n for group, n in updates.items() if self.party[group] == "northway"})

        seen_in = defaultdict(Counter)  # resolver → groups
        for row in known:
            if row["assigned_to"] != "?":
                seen_in[row["assigned_to"]][row["assignment_group"]] += 1
        self.people = sorted(seen_in, key=natural)
        self.person_party = {person: self.party[most(seen_in[person])] for person in self.people}
        self.members = {group: [] for group in self.groups}
        for group in self.groups:
            ours = Counter({p: seen_in[p][group] for p in self.people
                            if seen_in[p][group] and self.person_party[p] == self.party[group]})
            members = [p for p in ours if most(seen_in[p]) == group or ours[p] >= MEMBER_UPDATES] or ([most(ours)] if ours else [])
            self.members[group] = sorted(members, key=lambda p: (-ours[p], natural(p)))
        largest = {"keel": FIRST_LINE, "northway": most(client_groups)}
        for group in self.groups:
            if not self.members[group]:
                self.members[group] = [self.members[largest[self.party[group]]][0]]
        self.lead = {party: self.members[group][0] for party, group in largest.items()}
        self.second = {party: self.members[group][1] for party, group in largest.items()}

        last_rows = {row["number"]: row for row in rows}  # the last row of an incident is its closing
        resolves = defaultdict(Counter)
        for row in last_rows.values():
            if row["assignment_group"] != "?":
                resolves[row["category"]][row["assignment_group"]] += 1
        categories = {row["category"] for row in rows} - {"?"}
        self.categories = {c: most(resolves[c]) if resolves[c] else FIRST_LINE for c in sorted(categories, key=natural)}
        self.locations = sorted({row["location"] for row in rows} - {"?"}, key=natural)

    def deputy(self, group):
        members = self.members[group]
        if len(members) > 1:
            return members[1]
        party = self.party[group]
        return self.lead[party] if members[0] != self.lead[party] else self.second[party]


def agreement(rows):
    model = Model(rows)
    client, provider = word(model.lead["northway"]), word(model.lead["keel"])
    both = f"[{client}, {provider}]"
    first_line = word(FIRST_LINE)
    out = [HEAD.format(first_line=first_line, share=f"{PROVIDER_SHARE:.0%}", member=MEMBER_UPDATES)]
    add = out.append
    add(f"""tandem: 1
engagement: servicenow-year
name: Northway and Keel, a year of incidents
time_zone: Etc/UTC
effective: 2016-02-29
review: {{every: 3 months, by: {both}}}

parties:
  northway: {{kind: client,   name: Northway}}
  keel:     {{kind: provider, name: Keel Services}}

calendars:
  office: {{mon-fri: "07:00-20:00"}}
  always: {{mon-sun: "00:00-24:00"}}

people:""")
    for person in model.people:
        party = model.person_party[person]
        add(f"  {word(person)}: {{party: {party}, name: {person}, email: {word(person)}@{party}.example}}")
    add("\nteams:")
    for group in model.groups:
        members = [word(person) for person in model.members[group]]
        when = [("hours", "always")] if group == FIRST_LINE else [("hours", "office"), ("cover", [first_line])]
        team = [("party", model.party[group]), ("lead", members[0]), ("members", members), *when]
        for line in styled(word(group), team, indent=2):
            add(line)
    add("\nsites:")
    for location in model.locations:
        add(f"  - {word(location)}")
    add("\nfunctions:\n  support:\n    kind: operational\n    activities:")
    activities = {**model.categories, "other": FIRST_LINE}
    for category, group in activities.items():
        add(f"      {word(category)}: {{responsible: {word(group)}, accountable: {word(model.members[group][0])}, "
            f"deputy: {word(model.deputy(group))}}}")
    add("\ncategories:")
    for category in activities:
        add(f"  {word(category)}: support.{word(category)}")
    add(f"""
targets:
  critical: {{respond: 30 min, resolve: 4 hours, clock: always}}
  high:     {{respond: 1 hour, resolve: 8 hours, clock: always}}
  moderate: {{respond: 4 business hours, resolve: 3 business days, clock: office}}
  low:      {{respond: 1 business day, resolve: 5 business days, clock: office}}

escalations:
  critical: [{{after: 10 min, tell: lead}}, {{after: 20 min, tell: {both}}}]
  high:     [{{after: 20 min, tell: lead}}, {{after: 45 min, tell: {both}}}]
  default:  [{{after: 2 business hours, tell: lead}}, {{after: 1 business day, tell: {both}}}]

handoffs: {{accept_within: {{critical: 10 min, default: 1 hour}}, bounces: 2}}
disputes: {{decide_within: 1 business day, path: [{both}, {client}]}}

expect:""")
    office_category = next(c for c, g in model.categories.items() if g != FIRST_LINE and model.party[g] == "northway")
    office_group = model.categories[office_category]
    accountable = word(model.members[office_group][0])
    for priority, at, owner in (("moderate", "2016-03-02 10:00", word(office_group)), ("critical", "2016-03-05 03:00", first_line)):
        add(f'  - given: {{category: {word(office_category)}, priority: {priority}, at: "{at}"}}')
        add(f"    owner: {owner}")
        add(f"    accountable: {accountable}")
    add(f'  - {{given: {{category: other, at: "2016-03-02 10:00"}}, owner: {first_line}}}')
    return "\n".join(out) + "\n"


def main():
    parser = argparse.ArgumentParser(description="Writes the agreement behind the public ServiceNow incident log.")
    parser.add_argument("log", type=Path)
    parser.add_argument("--check", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    if arguments.check and not arguments.log.is_file():
        print(f"skipped: the log is not here ({arguments.log})")
        return 77
    text = agreement(read(arguments.log))
    if not arguments.check:
        sys.stdout.write(text)
        return 0
    if arguments.check.read_text(encoding="utf-8") == text:
        print(f"{arguments.check} is what the log says")
        return 0
    print(f"{arguments.check} is not what the log says: write it anew with tools/make_servicenow_agreement.py")
    return 1


if __name__ == "__main__":
    sys.exit(main())

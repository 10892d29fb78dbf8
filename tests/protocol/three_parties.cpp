#include "protocol/three_parties.h"

#include <map>

namespace tandem::protocol {
namespace {

using namespace policy;

enum Teams : std::uint32_t { kClientIt, kSoc, kDesk };
constexpr std::array<std::string_view, 4> kParties{"client", "provider", "security", "vendor"};
constexpr std::array<std::uint32_t, 7> kPartyOf{0, 0, 1, 1, 2, 0, 3};

calendar::BusinessCalendar open_between(std::int64_t from, std::int64_t to) {
  calendar::BusinessHours hours{.zone = *calendar::Zone::find("UTC"), .windows = {}, .closed = {}, .holidays = {}};
  hours.windows.fill({{base::hours(from), base::hours(to)}});
  return *calendar::BusinessCalendar::make(std::move(hours));
}

void add_people(Spec& spec, const Terms& terms) {
  for (std::uint32_t i = 0; i < kPartyOf.size(); ++i) {
    policy::Person person;
    person.name = person.display = i < kPeople.size() ? kPeople[i] : std::string_view("vic");
    if (i == kBob && terms.text == kWithoutBob) person.name = person.display = "nobody";
    person.party = {kPartyOf[i]};
    if ((terms.away >> i) % 2 == 1) {
      person.leave = {{kStart - base::hours(24), kStart + base::hours(48)}};
      person.leave_at = {TextPlace{}};
    }
    spec.people.push_back(std::move(person));
  }
}

Team team(std::string_view name, std::uint32_t party, std::vector<PersonIndex> members, std::uint32_t hours) {
  Team team;
  team.name = name;
  team.party = {party};
  team.hours = {hours};
  team.lead = members.front();
  team.members = std::move(members);
  return team;
}

// Without bob, ben is the desk.
Team the_desk(bool has_bob) {
  const std::vector<PersonIndex> members =
      has_bob ? std::vector<PersonIndex>{{kBob}, {kBen}} : std::vector<PersonIndex>{{kBen}};
  Team desk = team("desk", 1, members, 1);
  desk.minimum = static_cast<std::uint32_t>(members.size());
  desk.cover = {{kClientIt}};
  desk.rotation = *calendar::Rotation::make({.zone = *calendar::Zone::find("UTC"),
                                             .people = 2,
                                             .layers = {{.name = "shifts",
                                                         .order = {0, 1},
                                                         .starts = *calendar::parse_local_time("2026-10-05 13:30"),
                                                         .turn = {1, calendar::Turn::Unit::Hour}}}});
  desk.rotation_order = {members.front(), members.back()};
  return desk;
}

Activity activity(std::string_view name, std::uint32_t team, std::uint32_t accountable, std::uint32_t deputy) {
  Activity activity;
  activity.name = name;
  activity.responsible = {team};
  activity.accountable = {accountable};
  activity.deputy = {deputy};
  return activity;
}

TargetTime real_minutes(std::int64_t minutes) {
  return {.minutes = minutes, .unit = TargetTime::Unit::Real, .text = {}};
}

void add_work(Spec& spec, std::uint32_t team_of_other) {
  spec.activities = {activity("work.everything", team_of_other, kCid, kAnn), activity("network.care", kSoc, kCid, kAnn),
                     activity("plans.roadmap", kClientIt, kAnn, kDee)};
  spec.activities[0].consulted_teams = {{kClientIt}};
  spec.activities[2].strategic = true;
  spec.categories = {{.name = "other", .activity = {0}, .at = {}}, {.name = "network", .activity = {1}, .at = {}}};
  spec.targets = {{.priority = "urgent", .respond = {}, .resolve = {}, .clock = {0}, .at = {}},
                  {.priority = "normal", .respond = {}, .resolve = {}, .clock = {0}, .at = {}}};
  const Addressee lead{.kind = Addressee::Kind::Lead, .team = {}, .person = {}};
  const Addressee dee{.kind = Addressee::Kind::Person, .team = {}, .person = {kDee}};
  spec.targets[1].escalation = {{.after = {real_minutes(20)}, .tell = {lead}, .at = {}},
                                {.after = {real_minutes(40)}, .tell = {dee}, .at = {}}};
  Rule rule;
  rule.name = "what is urgent";
  rule.priorities = {{0}};
  rule.to = {kSoc};
  spec.rules = {std::move(rule)};
}

void add_governance(Spec& spec, bool has_bob) {
  const Term half_an_hour{.count = 30, .unit = Term::Unit::Minute, .text = "30 min"};
  spec.governance.disputes =
      DisputeRules{.decide_within = half_an_hour, .path = {{{kAnn}, {has_bob ? kBob : kBen}}, {{kDee}}}, .at = {}};
  DecisionKind purchase;
  purchase.name = "purchase";
  purchase.big = true;
  purchase.by = {kAnn};
  purchase.with = {{kCid}};
  purchase.within = Term{.count = 40, .unit = Term::Unit::Minute, .text = "40 min"};
  purchase.deadlock = {kDee};
  spec.governance.decisions.push_back(std::move(purchase));
  Scenario ransomware;
  ransomware.name = "ransomware";
  ransomware.contain = Post{.team = {kSoc}, .person = {}};
  ransomware.communicate = Post{.team = {}, .person = {kAnn}};
  spec.governance.scenarios.push_back(std::move(ransomware));
}

std::shared_ptr<const Policy> make_agreement(const Terms& terms) {
  Spec spec;
  spec.engagement = "three";
  spec.name = "Three parties";
  spec.time_zone = "UTC";
  spec.version = terms.text + 1;
  for (std::uint32_t i = 0; i < kParties.size(); ++i) {
    Party party;
    party.name = party.display = kParties[i];
    party.kind = i == 0 ? PartyKind::Client : i == 3 ? PartyKind::Vendor : PartyKind::Provider;
    if (i == 3) party.handled_by = {kAnn};
    spec.parties.push_back(std::move(party));
  }
  spec.calendars = {{.name = "always", .open = open_between(0, 24), .at = {}},
                    {.name = "day", .open = open_between(13, 15), .at = {}}};
  add_people(spec, terms);
  const bool has_desk = terms.text != kWithoutDesk;
  spec.teams = {team("client-it", 0, {{kAnn}, {kAbe}}, 0), team("soc", 2, {{kCid}}, 0)};
  if (has_desk) {
    spec.teams.push_back(the_desk(terms.text == kFirst));
  } else {
    spec.teams[kSoc].members.push_back({kBob});
  }
  add_work(spec, has_desk ? kDesk : kSoc);
  add_governance(spec, terms.text != kWithoutBob);
  return Policy::make(std::move(spec));
}

}  // namespace

const Policy& agreement(const Terms& terms) {
  static std::map<std::pair<std::uint32_t, std::uint32_t>, std::shared_ptr<const Policy>> made;
  auto& one = made[{terms.text, terms.away}];
  if (!one) one = make_agreement(terms);
  return *one;
}

desk::Actor actor(std::uint32_t person) {
  return {.kind = desk::ActorKind::Person,
          .person = desk::PersonName(kPeople[person]),
          .party = desk::PartyName(kParties[kPartyOf[person]]),
          .display = std::string(kPeople[person]),
          .email = {}};
}

desk::Actor system_actor() {
  return {.kind = desk::ActorKind::System, .person = {}, .party = {}, .display = "Tandem", .email = {}};
}

}  // namespace tandem::protocol

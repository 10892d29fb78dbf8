#include "agreement/checks/why_nobody.h"

#include <fmt/format.h>

#include "agreement/checks/case.h"
#include "agreement/lower_zones.h"

namespace tandem::agreement {
namespace {

using policy::PersonIndex;
using policy::TeamIndex;

// The place of the leave in the text, or of the person when it was recorded elsewhere.
source::Range leave_place(const ProofContext& context, PersonIndex person, base::Instant at) {
  const Agreement& agreement = context.agreement;
  const Person& text = agreement.people[person.value];
  const calendar::Zone zone = zone_of(text.time_zone, context.policy.zone());
  for (const Leave& leave : agreement.leave) {
    if (leave.who.value.index != person) continue;
    const auto during = interval_of(leave.during, zone);
    if (during && during->contains(at)) return leave.at;
  }
  return text.key.at;
}

std::string recorded_words(const policy::Person& person, base::Instant at) {
  for (std::size_t i = 0; i < person.leave.size(); ++i) {
    const auto* recorded = std::get_if<policy::Recorded>(&person.leave_at[i]);
    if (recorded != nullptr && person.leave[i].contains(at)) return fmt::format(" ({})", recorded->words);
  }
  return "";
}

base::Instant back_at(const policy::Person& person, base::Instant at) {
  for (const base::Interval& leave : person.leave) {
    if (leave.contains(at)) at = leave.to;
  }
  return at;
}

void add_why_away(diag::Finding& finding, const ProofContext& context, TeamIndex index,
                  const proof::Situation& situation, base::Instant at) {
  const policy::Team& team = context.policy.team(index);
  const Team& text = context.agreement.teams[index.value];
  const std::size_t present = context.analysis.attendance().present(index, situation);
  const source::Range place = text.minimum.good() ? text.minimum.at : text.members.at;
  const std::string_view whom = team.minimum == 1 ? "person" : "people";
  const std::string is_there =
      present == 0 ? "nobody is there" : fmt::format("{} {} there", present, present == 1 ? "is" : "are");
  if (team.members.size() < team.minimum) {
    finding.note(place, fmt::format("`{}` needs {} {} and has {}", team.name, team.minimum, whom, team.members.size()));
    return;
  }
  finding.note(place, fmt::format("`{}` needs {} {}, and {} then", team.name, team.minimum, whom, is_there));
  for (const PersonIndex member : team.members) add_leave(finding, context, member, at);
}

}  // namespace

std::string missing_text(const ProofContext& context, TeamIndex index, const proof::Situation& situation) {
  const policy::Team& team = context.policy.team(index);
  const bool is_open = context.analysis.moments().is_open(team.hours, situation.kind);
  const bool some = context.analysis.attendance().present(index, situation) > 0;
  if (!is_open || !some) return "nobody is there";
  return fmt::format("fewer than its minimum of {} are there", team.minimum);
}

void add_leave(diag::Finding& finding, const ProofContext& context, PersonIndex index, base::Instant at) {
  if (context.policy.is_present(index, at)) return;
  const policy::Person& person = context.policy.person(index);
  finding.note(leave_place(context, index, at),
               fmt::format("`{}` is on leave until {}{}", person.name, when_text(context.policy, back_at(person, at)),
                           recorded_words(person, at)));
}

void add_why_nobody(diag::Finding& finding, const ProofContext& context, TeamIndex named,
                    const proof::Situation& situation, base::Instant at) {
  std::vector<TeamIndex> teams = {named};
  const auto& cover = context.policy.team(named).cover;
  teams.insert(teams.end(), cover.begin(), cover.end());
  for (const TeamIndex index : teams) {
    const policy::Team& team = context.policy.team(index);
    const policy::NamedCalendar& hours = context.policy.calendar(team.hours);
    const source::Range place = context.agreement.teams[index.value].hours.at;
    if (hours.open.is_open(at)) {
      add_why_away(finding, context, index, situation, at);
    } else if (place != finding.at) {
      const auto opens = hours.open.next_open(at);
      finding.note(place, fmt::format("`{}` keeps `{}`, which {}", team.name, hours.name,
                                      opens ? fmt::format("opens {}", when_text(context.policy, *opens))
                                            : std::string("does not open again")));
    }
  }
}

void add_named_by(diag::Finding& finding, const ProofContext& context, const proof::Case& point) {
  if (!point.away.is_none()) return;  // the policy does not suppose anybody away
  policy::Trace trace;
  static_cast<void>(context.policy.evaluate(point.work.asked(), point.at, &trace));
  for (const policy::Reason& reason : trace.reasons()) {
    if (reason.kind == policy::ReasonKind::RuleMatched) {
      finding.note(context.agreement.routing[reason.rule.value].to.at,
                   fmt::format("rule `{}` sends it to `{}`", context.policy.rule(reason.rule).name,
                               context.policy.team(reason.team).name));
    } else if (reason.kind == policy::ReasonKind::ActivityResponsible) {
      finding.note(context.agreement.activities[reason.activity.value].responsible.at,
                   fmt::format("`{}` is responsible for `{}`", context.policy.team(reason.team).name,
                               context.policy.activity(reason.activity).name));
    }
  }
}

}  // namespace tandem::agreement

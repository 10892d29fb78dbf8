#include <boost/json.hpp>

#include "cli/agreement_input.h"
#include "cli/calendar_span.h"
#include "cli/calendar_subject.h"
#include "cli/calendar_team.h"
#include "cli/commands.h"
#include "cli/local_text.h"
#include "cli/table.h"
#include "json/json.h"

namespace tandem::cli {
namespace {

struct Found {
  const Agreed& agreed;
  base::Interval span;
  std::vector<TeamGap> gaps;

  [[nodiscard]] const std::string& team_of(const TeamGap& gap) const { return agreed.policy->team(gap.team).name; }
};

std::string text_of(const Found& found, const Palette& palette) {
  if (found.gaps.empty()) return fmt::format("no gaps from {}\n", span_text(found.span, found.agreed.zone));
  Table table({{"team"}, {"from"}, {"to"}, {"length", Align::Right}, {"why"}});
  base::Duration sum{};
  for (const TeamGap& gap : found.gaps) {
    sum += gap.during.to - gap.during.from;
    table.add({{found.team_of(gap)},
               {local_text(gap.during.from, found.agreed.zone)},
               {end_text(gap.during, found.agreed.zone)},
               {hours_text(gap.during.to - gap.during.from), Ink::Bad},
               {gap.reason}});
  }
  const std::size_t count = found.gaps.size();
  return fmt::format("{}\n{} from {}\n", table.text(palette),
                     palette(Ink::Bad, fmt::format("{} {}, {}", count, count == 1 ? "gap" : "gaps", length_text(sum))),
                     span_text(found.span, found.agreed.zone));
}

json::Object json_of(const Found& found) {
  json::Array gaps;
  for (const TeamGap& gap : found.gaps) {
    gaps.push_back({{"team", found.team_of(gap)},
                    {"from", base::to_rfc3339(gap.during.from)},
                    {"to", base::to_rfc3339(gap.during.to)},
                    {"local",
                     {{"from", local_text(gap.during.from, found.agreed.zone)},
                      {"to", local_text(gap.during.to, found.agreed.zone)}}},
                    {"kind", gap.kind},
                    {"reason", gap.reason},
                    {"seconds", seconds_json(gap.during.to - gap.during.from)}});
  }
  return {{"zone", found.agreed.zone.name()},
          {"from", base::to_rfc3339(found.span.from)},
          {"to", base::to_rfc3339(found.span.to)},
          {"gaps", std::move(gaps)}};
}

}  // namespace

int run(const CalendarGaps& command, const Environment& environment) {
  const auto agreed = read_policy(command.path, environment);
  if (!agreed) return agreed.error();
  const auto teams = teams_named(*agreed->policy, command.team);
  if (!teams) return could_not_run(environment, teams.error());
  const auto span = span_of(command.span, agreed->zone, environment.clock);
  if (!span) return could_not_run(environment, span.error());

  Found found{*agreed, *span, {}};
  for (const policy::TeamIndex team : *teams) {
    for (TeamGap& gap : gaps_of(*agreed->policy, team, *span)) found.gaps.push_back(std::move(gap));
  }
  std::ranges::stable_sort(found.gaps, {}, [](const TeamGap& gap) { return gap.during.from; });
  fmt::print(environment.out, "{}",
             command.format == Format::Json ? json::to_text(json_of(found)) + '\n'
                                            : text_of(found, Palette(environment.colour)));
  return found.gaps.empty() ? kDone : kFaultsFound;
}

}  // namespace tandem::cli

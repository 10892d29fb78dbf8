#include "calendar/icalendar_document.h"
#include "cli/agreement_input.h"
#include "cli/calendar_span.h"
#include "cli/calendar_subject.h"
#include "cli/calendar_team.h"
#include "cli/commands.h"
#include "cli/local_text.h"

namespace tandem::cli {
namespace {

using calendar::CalendarEntry;
using policy::PersonIndex;

// What people who subscribe want to see: what was a while ago, and half a year ahead.
constexpr std::chrono::days kBefore{28};
constexpr std::chrono::days kAfter{182};
// Shifts are asked for this much further, so that those at the edges are whole and keep their UID from day to day.
constexpr std::chrono::days kMargin{400};

std::expected<base::Interval, std::string> feed_span(const SpanWords& words, const calendar::Zone& zone,
                                                     const base::Clock& clock) {
  if (!words.from.empty() || !words.to.empty()) return span_of(words, zone, clock);
  const std::chrono::sys_days today(zone.to_local(clock.now()).date);
  return base::Interval{zone.to_instant(today - kBefore, {}), zone.to_instant(today + kAfter, {})};
}

// Days where it begins and ends at midnight.
calendar::EventSpan event_span(base::Interval during, const calendar::Zone& zone) {
  const auto is_midnight = [&](base::Instant at) { return zone.to_instant(zone.to_local(at).date, {}) == at; };
  if (!is_midnight(during.from) || !is_midnight(during.to)) return during;
  return calendar::WholeDays{zone.to_local(during.from).date, zone.to_local(during.to).date};
}

// The entries of one feed. A UID is the same at every writing. In a feed that tells only when somebody is busy it is
// made of the time, which the feed tells anyway, and a position in the agreement: there is nothing for a key to hide.
class FeedEntries {
 public:
  FeedEntries(const Agreed& agreed, base::Interval span, bool busy_only)
      : agreed_(agreed), span_(span), busy_only_(busy_only) {}

  void add_shifts(policy::TeamIndex team, std::optional<PersonIndex> only) {
    const base::Interval wide{span_.from - kMargin, span_.to + kMargin};
    for (const TeamShift& shift : shifts_of(policy(), team, wide)) {
      if (shift.during.to <= span_.from || span_.to <= shift.during.from) continue;
      if (only && shift.person != *only) continue;
      const std::string& team_name = policy().team(team).name;
      const std::string name = policy().person(shift.person).display;
      entries_.push_back({.uid = uid("shift", team.value, team_name, shift.during.from),
                          .span = shift.during,
                          .summary = only ? fmt::format("On duty for {}", team_name) : fmt::format("{}: on duty", name),
                          .description = fmt::format("{} of {}: {}", name, team_name, shift.why),
                          .categories = {"Duty"}});
    }
  }

  void add_leave(PersonIndex person) {
    const policy::Person& who = policy().person(person);
    for (const base::Interval& leave : who.leave) {
      if (leave.to <= span_.from || span_.to <= leave.from) continue;
      entries_.push_back({.uid = uid("leave", person.value, who.name, leave.from),
                          .span = event_span(leave, agreed_.zone),
                          .summary = fmt::format("{}: on leave", who.display),
                          .categories = {"Leave"},
                          .busy = calendar::BusyStatus::OutOfOffice});
    }
  }

  [[nodiscard]] std::vector<CalendarEntry> take() && { return std::move(entries_); }

 private:
  [[nodiscard]] const policy::Policy& policy() const { return *agreed_.policy; }

  [[nodiscard]] std::string uid(std::string_view kind, std::uint32_t index, std::string_view whose,
                                base::Instant from) const {
    if (busy_only_) return fmt::format("{}-{}-{}", kind, index, from.unix_us());
    return fmt::format("{}-{}-{}@{}.tandem", kind, whose, from.unix_us(), policy().spec().engagement);
  }

  const Agreed& agreed_;
  base::Interval span_;
  bool busy_only_;
  std::vector<CalendarEntry> entries_;
};

}  // namespace

int run(const CalendarFeed& command, const Environment& environment) {
  const auto agreed = read_policy(command.path, environment);
  if (!agreed) return agreed.error();
  const auto who = team_or_person(*agreed->policy, command.who);
  if (!who) return could_not_run(environment, who.error());
  const auto span = feed_span(command.span, agreed->zone, environment.clock);
  if (!span) return could_not_run(environment, span.error());

  const policy::Policy& policy = *agreed->policy;
  FeedEntries entries(*agreed, *span, command.busy_only);
  for (const policy::TeamIndex team : who->teams) entries.add_shifts(team, who->person);
  if (who->person) {
    entries.add_leave(*who->person);
  } else {
    for (const PersonIndex member : policy.team(who->teams.front()).members) entries.add_leave(member);
  }
  const std::string name = who->person ? policy.person(*who->person).display : command.who;
  const calendar::CalendarDocument document{
      .name = fmt::format("{} ({})", name, policy.spec().name),
      .zone = agreed->zone,
      .stamp = environment.clock.now(),
      .detail = command.busy_only ? calendar::Detail::BusyOnly : calendar::Detail::Full,
      .entries = std::move(entries).take()};
  fmt::print(environment.out, "{}", calendar::write_icalendar(document));
  return kDone;
}

}  // namespace tandem::cli

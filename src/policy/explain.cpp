#include <fmt/format.h>

#include "base/check.h"
#include "calendar/date_text.h"
#include "policy/policy.h"

namespace tandem::policy {
namespace {

std::string counted(std::uint32_t number, std::string_view one, std::string_view many) {
  return number == 1 ? fmt::format("1 {}", one) : fmt::format("{} {}", number, many);
}

// The words of one policy: teams, rules and the like in backticks, people by the name they are called.
class Words {
 public:
  explicit Words(const Policy& policy) : policy_(policy) {}
  std::string operator()(TeamIndex i) const { return quoted(policy_.team(i).name); }
  std::string operator()(CategoryIndex i) const { return quoted(policy_.category(i).name); }
  std::string operator()(ActivityIndex i) const { return quoted(policy_.activity(i).name); }
  std::string operator()(RuleIndex i) const { return quoted(policy_.rule(i).name); }
  std::string operator()(CalendarIndex i) const { return quoted(policy_.calendar(i).name); }
  std::string operator()(PersonIndex i) const {
    const Person& person = policy_.person(i);
    return person.display.empty() ? quoted(person.name) : person.display;
  }

 private:
  static std::string quoted(const std::string& name) { return fmt::format("`{}`", name); }
  const Policy& policy_;
};

// "has 1 person present and needs 2"
std::string shortage(const Policy& policy, const Reason& reason) {
  const std::uint32_t minimum = policy.team(reason.team).minimum;
  if (reason.number == 0) return fmt::format("has nobody present and needs {}", counted(minimum, "person", "people"));
  return fmt::format("has {} present and needs {}", counted(reason.number, "person", "people"), minimum);
}

std::string cover_unavailable(const Policy& policy, const Reason& reason, const Words& word) {
  if (reason.calendar.is_none()) {
    return fmt::format("{} covers for {} but {}", word(reason.team), word(reason.other_team), shortage(policy, reason));
  }
  return fmt::format("{} covers for {} but is closed (calendar {})", word(reason.team), word(reason.other_team),
                     word(reason.calendar));
}

// "but on leave until Mon 2026-11-30 09:00 (recorded by Dana Whitfield)", in the agreement's time.
std::string on_leave(const Policy& policy, const Reason& reason) {
  std::string text = "but on leave";
  if (reason.until) text += fmt::format(" until {}", calendar::local_time_text(*reason.until, policy.zone()));
  if (!reason.recorded.empty()) text += fmt::format(" ({})", reason.recorded);
  return text;
}

// What else than the first layer put them on duty: " (layer `secondary`)", " by an override".
std::string duty_origin(const Policy& policy, const Reason& reason) {
  switch (reason.origin) {
    case calendar::ShiftOrigin::Swap: return " by a swap";
    case calendar::ShiftOrigin::Temporary: return " by a temporary schedule";
    case calendar::ShiftOrigin::Override: return " by an override";
    case calendar::ShiftOrigin::Layer: break;
  }
  const auto& rotation = policy.team(reason.team).rotation;
  if (reason.number == 0 || !rotation) return "";
  const std::string& name = rotation->rule().layers[reason.number].name;
  return name.empty() ? fmt::format(" (layer {})", reason.number + 1) : fmt::format(" (layer `{}`)", name);
}

std::string lowest_load(const Policy& policy, const Reason& reason, const Words& word) {
  const std::string who = word(reason.person);
  if (policy.team(reason.team).members.size() == 1)
    return fmt::format("{} is the only member of {}", who, word(reason.team));
  return fmt::format("{} has the fewest open items of those present in {} ({})", who, word(reason.team), reason.number);
}

}  // namespace

std::string_view to_text(ReasonKind kind) {
  switch (kind) {
    case ReasonKind::RuleMatched: return "rule-matched";
    case ReasonKind::CategoryActivity: return "category-activity";
    case ReasonKind::ActivityResponsible: return "activity-responsible";
    case ReasonKind::TeamOpen: return "team-open";
    case ReasonKind::TeamClosed: return "team-closed";
    case ReasonKind::TeamShort: return "team-short";
    case ReasonKind::CoverOpen: return "cover-open";
    case ReasonKind::CoverUnavailable: return "cover-unavailable";
    case ReasonKind::NobodyOpen: return "nobody-open";
    case ReasonKind::OnDuty: return "on-duty";
    case ReasonKind::DutyAway: return "duty-away";
    case ReasonKind::StandIn: return "stand-in";
    case ReasonKind::NobodyOnDuty: return "nobody-on-duty";
    case ReasonKind::LowestLoad: return "lowest-load";
    case ReasonKind::NobodyPresent: return "nobody-present";
    case ReasonKind::Accountable: return "accountable";
    case ReasonKind::AccountableAway: return "accountable-away";
    case ReasonKind::Deputy: return "deputy";
    case ReasonKind::NoDeputyPresent: return "no-deputy-present";
  }
  base::check_failed("a reason has one of the kinds");
}

std::string explain(const Policy& policy, const Reason& reason) {
  const Words word(policy);
  switch (reason.kind) {
    case ReasonKind::RuleMatched: return fmt::format("rule {} sends it to {}", word(reason.rule), word(reason.team));
    case ReasonKind::CategoryActivity:
      return fmt::format("{} belongs to {}", word(reason.category), word(reason.activity));
    case ReasonKind::ActivityResponsible:
      return fmt::format("{} is responsible for {}", word(reason.team), word(reason.activity));
    case ReasonKind::TeamOpen: return fmt::format("{} is open (calendar {})", word(reason.team), word(reason.calendar));
    case ReasonKind::TeamClosed:
      return fmt::format("{} is closed (calendar {})", word(reason.team), word(reason.calendar));
    case ReasonKind::TeamShort: return fmt::format("{} {}", word(reason.team), shortage(policy, reason));
    case ReasonKind::CoverOpen:
      return fmt::format("{} covers for {} and is there", word(reason.team), word(reason.other_team));
    case ReasonKind::CoverUnavailable: return cover_unavailable(policy, reason, word);
    case ReasonKind::NobodyOpen:
      return fmt::format("nobody is there now: {} keeps it, and this is a gap", word(reason.team));
    case ReasonKind::OnDuty:
      return fmt::format("{} is on duty for {}{}", word(reason.person), word(reason.team), duty_origin(policy, reason));
    case ReasonKind::DutyAway:
      return fmt::format("{} is on duty for {} {}", word(reason.person), word(reason.team), on_leave(policy, reason));
    case ReasonKind::StandIn:
      return fmt::format("{} stands in for {} on duty for {}{}", word(reason.person), word(reason.other_person),
                         word(reason.team), duty_origin(policy, reason));
    case ReasonKind::NobodyOnDuty: return fmt::format("nobody is on duty for {}", word(reason.team));
    case ReasonKind::LowestLoad: return lowest_load(policy, reason, word);
    case ReasonKind::NobodyPresent: return fmt::format("nobody of {} is present", word(reason.team));
    case ReasonKind::Accountable:
      return fmt::format("{} is accountable for {}", word(reason.person), word(reason.activity));
    case ReasonKind::AccountableAway:
      return fmt::format("{} is accountable for {} {}", word(reason.person), word(reason.activity),
                         on_leave(policy, reason));
    case ReasonKind::Deputy:
      return fmt::format("{} answers for {} as deputy", word(reason.person), word(reason.activity));
    case ReasonKind::NoDeputyPresent:
      return fmt::format("no deputy is there for {}: {} stays accountable", word(reason.activity), word(reason.person));
  }
  base::check_failed("a reason has one of the kinds");
}

}  // namespace tandem::policy

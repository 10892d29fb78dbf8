// The readers of the agreement's sections, one for each thing a section holds. Used by bind.cpp alone, which knows the
// order: names are declared before anything is read.
#pragma once

#include "agreement/binder.h"
#include "agreement/model.h"

namespace tandem::agreement {

inline constexpr std::string_view kDateForm = "a date that exists, such as `2026-10-05`";
inline constexpr std::string_view kLocalTimeForm = "a local date and time, such as `2026-10-05 14:30`";

// Dates and zones.
bool read_date(Binder& binder, const yaml::Node& node, calendar::Date& out);
// A date, or the first and the last of several: `2026-12-28..2027-01-01`.
bool read_located_day_span(Binder& binder, const yaml::Node& node, Located<DaySpan>& out);
bool read_day_span(Binder& binder, const std::string& text, source::Range at, DaySpan& out);
bool read_local_time(Binder& binder, const yaml::Node& node, calendar::LocalTime& out);
// The keys `from` and `to`, which must be there. Where nothing lies between the two, that is reported and `to` is
// Wrong.
void read_from_to(Binder& binder, Fields& fields, FromTo& out);
bool read_time_zone(Binder& binder, const yaml::Node& node, std::string& out);

// Hours of a day: one window, or a list of them that do not overlap.
bool read_windows(Binder& binder, const yaml::Node& node, std::vector<calendar::DayWindow>& out);
// A map from dates or spans to the hours of each.
bool read_dated_hours(Binder& binder, const yaml::Node& node, std::vector<DatedHours>& out);

// Reads the entries of a map whose keys are days of the week, which may have other keys as well. A day has its hours
// once. Borrows both.
class WeekReader {
 public:
  WeekReader(Binder& binder, calendar::WeekWindows& out) : binder_(binder), out_(out) {}
  [[nodiscard]] static bool is_day(std::string_view key);  // "mon", "mon-fri", "tue,thu"
  bool read(const yaml::Entry& entry);                     // true as well for keys that are no days

 private:
  Binder& binder_;
  calendar::WeekWindows& out_;
  std::array<std::optional<source::Range>, 7> taken_;
};

// "take it out", of the i-th item of a list.
inline void suggest_without(diag::Finding& finding, std::span<const source::Range> items, std::size_t i) {
  if (const auto gone = without_item(items, i)) finding.suggest({.words = "take it out", .edits = {{*gone, ""}}});
}

// Reports names that stand twice in the list `key`.
template <class Ref>
void check_once(Binder& binder, std::string_view key, const Field<std::vector<Ref>>& refs) {
  std::map<std::string_view, source::Range> seen;
  std::vector<source::Range> items;
  for (const Ref& ref : refs.value) items.push_back(ref.at);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Ref& ref = refs.value[i];
    const auto [first, is_new] = seen.emplace(ref.name, ref.at);
    if (is_new) continue;
    auto& finding =
        binder.findings.add(diag::Kind::DuplicateKey, ref.at, fmt::format("`{}` stands twice in `{}`", ref.name, key));
    finding.note(first->second, "it stands here first");
    // Of a Wrong list some items are missing here.
    if (refs.good()) suggest_without(finding, items, i);
  }
}

bool read_length(Binder& binder, const yaml::Node& node, Length& out);       // may be 0
bool read_some_length(Binder& binder, const yaml::Node& node, Length& out);  // more than 0
// A length of real time, more than 0: no business time, months or years.
bool read_real_length(Binder& binder, const yaml::Node& node, Length& out);
bool read_money(Binder& binder, const yaml::Node& node, Money& out);

Party bind_party(Binder& binder, const yaml::Entry& entry);

HolidaySetText bind_holiday_set(Binder& binder, const yaml::Entry& entry);
// Names a set of the language or of the agreement.
bool read_holiday_set(Binder& binder, const yaml::Node& node, HolidaySetRef& out);
// Works the agreement's sets out, those they are based on first. What is wrong in one is reported, and it has no `set`
// then, as have those based on it.
void make_holiday_sets(Binder& binder, std::vector<HolidaySetText>& sets, source::Range section);

CalendarText bind_calendar(Binder& binder, const yaml::Entry& entry);
void check_calendar_limits(Binder& binder, const std::vector<CalendarText>& calendars, source::Range section);

Person bind_person(Binder& binder, const yaml::Entry& entry);
Team bind_team(Binder& binder, const yaml::Entry& entry);
bool read_leave(Binder& binder, const yaml::Node& node, Leave& out);

RotationText bind_rotation(Binder& binder, const yaml::Entry& entry);
// A rotation turns among its team's members, and a team has one.
void check_rotations(Binder& binder, const std::vector<RotationText>& rotations, const std::vector<Team>& teams);

AssetClass bind_asset_class(Binder& binder, const yaml::Entry& entry);
// A function without its activities; nothing more than the keys of the function itself.
Function bind_function(Binder& binder, const yaml::Entry& entry);
Activity bind_activity(Binder& binder, const yaml::Entry& entry);

bool read_rule(Binder& binder, const yaml::Node& node, RoutingRule& out);
TargetText bind_target(Binder& binder, const yaml::Entry& entry);
EscalationPath bind_escalation(Binder& binder, const yaml::Entry& entry);
bool read_handoffs(Binder& binder, const yaml::Node& node, Handoffs& out);
bool read_disputes(Binder& binder, const yaml::Node& node, Disputes& out);
bool read_expectation(Binder& binder, const yaml::Node& node, Expectation& out);

bool read_review(Binder& binder, const yaml::Node& node, Review& out);
Decision bind_decision(Binder& binder, const yaml::Entry& entry);
Scenario bind_scenario(Binder& binder, const yaml::Entry& entry);
bool read_scope(Binder& binder, const yaml::Node& node, Scope& out);
bool read_communication(Binder& binder, const yaml::Node& node, Communication& out);
bool read_cost(Binder& binder, const yaml::Node& node, Cost& out);
Framework bind_framework(Binder& binder, const yaml::Entry& entry);
bool read_freeze(Binder& binder, const yaml::Node& node, Freeze& out);
Confidential bind_confidential(Binder& binder, const yaml::Entry& entry);
bool read_trial(Binder& binder, const yaml::Node& node, Trial& out);
bool read_exception(Binder& binder, const yaml::Node& node, Exception& out);

}  // namespace tandem::agreement

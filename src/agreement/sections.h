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
bool read_located_date(Binder& binder, const yaml::Node& node, Located<calendar::Date>& out);
bool read_local_time(Binder& binder, const yaml::Node& node, calendar::LocalTime& out);
bool read_day_or_moment(Binder& binder, const yaml::Node& node, DayOrMoment& out);
bool read_time_zone(Binder& binder, const yaml::Node& node, std::string& out);
bool read_length(Binder& binder, const yaml::Node& node, Length& out);       // may be 0
bool read_some_length(Binder& binder, const yaml::Node& node, Length& out);  // more than 0
// A length of real time, more than 0: no business time, months or years.
bool read_real_length(Binder& binder, const yaml::Node& node, Length& out);
bool read_money(Binder& binder, const yaml::Node& node, Money& out);

Party bind_party(Binder& binder, const yaml::Entry& entry);
CalendarText bind_calendar(Binder& binder, const yaml::Entry& entry);
Person bind_person(Binder& binder, const yaml::Entry& entry);
Team bind_team(Binder& binder, const yaml::Entry& entry);
RotationText bind_rotation(Binder& binder, const yaml::Entry& entry);
bool read_leave(Binder& binder, const yaml::Node& node, Leave& out);

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

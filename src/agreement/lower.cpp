#include "agreement/lower.h"

#include "base/check.h"
#include "calendar/holidays.h"
#include "calendar/leave.h"

namespace tandem::agreement {
namespace {

constexpr base::Duration kDay = base::hours(24);

calendar::Date next_day(calendar::Date date) {
  return calendar::Date(std::chrono::sys_days(date) + std::chrono::days(1));
}

calendar::Zone zone_of(const std::string& name) {
  auto zone = calendar::Zone::find(name);
  TANDEM_ENSURE(zone.has_value());
  return *zone;
}

template <class Index>
std::vector<Index> indices(const std::vector<Ref<Index>>& refs) {
  std::vector<Index> out;
  for (const auto& ref : refs) out.push_back(ref.index);
  return out;
}

class Lowering {
 public:
  Lowering(const Agreement& agreement, const LowerContext& context)
      : agreement_(agreement), context_(context), zone_(zone_of(agreement.time_zone.value)) {}

  policy::Spec run() {
    spec_.engagement = agreement_.engagement.value;
    spec_.name = agreement_.name.value;
    spec_.time_zone = agreement_.time_zone.value;
    spec_.version = context_.version;
    for (const auto& site : agreement_.sites) spec_.sites.push_back(site.value);
    for (const auto& department : agreement_.departments) spec_.departments.push_back(department.value);
    for (const auto& asset_class : agreement_.asset_classes) spec_.asset_classes.push_back(asset_class.key.value);
    for (const auto& calendar : agreement_.calendars) spec_.calendars.push_back(lower(calendar));
    for (const auto& party : agreement_.parties) spec_.parties.push_back(lower(party));
    for (const auto& person : agreement_.people) spec_.people.push_back(lower(person));
    lower_leave();
    for (const auto& team : agreement_.teams) spec_.teams.push_back(lower(team));
    for (const auto& rotation : agreement_.rotations) lower_rotation(rotation);
    for (const auto& activity : agreement_.activities) spec_.activities.push_back(lower(activity));
    for (const auto& category : agreement_.categories) {
      spec_.categories.push_back({category.name.value, category.activity.value.index, place(category.name.at)});
    }
    for (const auto& rule : agreement_.routing) spec_.rules.push_back(lower(rule));
    for (const auto& target : agreement_.targets) spec_.targets.push_back(lower(target));
    lower_handoffs();
    return std::move(spec_);
  }

 private:
  [[nodiscard]] policy::TextPlace place(source::Range range) const {
    return {context_.files[static_cast<std::size_t>(range.file)], context_.sources.place(range).line};
  }

  [[nodiscard]] policy::NamedCalendar lower(const CalendarText& text) const {
    calendar::BusinessHours hours{.zone = text.time_zone.good() ? zone_of(text.time_zone.value) : zone_,
                                  .windows = text.windows,
                                  .closed = {},
                                  .holidays = {}};
    for (const auto& day : text.closed.value) hours.closed.push_back(day.value);
    for (const auto& set : text.holidays.value) hours.holidays.push_back(calendar::find_holiday_set(set.value));
    auto open = calendar::BusinessCalendar::make(std::move(hours));
    TANDEM_ENSURE(open.has_value());
    return {text.key.value, *std::move(open), place(text.key.at)};
  }

  [[nodiscard]] policy::Party lower(const Party& party) const {
    return {.name = party.key.value,
            .display = party.name.value,
            .kind = party.kind.value,
            .handled_by = party.handled_by.value.index,
            .at = place(party.key.at)};
  }

  [[nodiscard]] policy::Person lower(const Person& person) const {
    return {.name = person.key.value,
            .display = person.name.value,
            .email = person.email.value,
            .title = person.title.value,
            .party = person.party.value.index,
            .time_zone = {},
            .leave = {},
            .leave_at = {},
            .at = place(person.key.at)};
  }

  // Whole days of the agreement's zone, both inclusive. Where leaves overlap, the one that begins first tells its line
  // until it ends, then the next.
  void lower_leave() {
    std::vector<std::vector<calendar::Absence>> by_person(spec_.people.size());
    for (std::uint32_t i = 0; i < agreement_.leave.size(); ++i) {
      const Leave& leave = agreement_.leave[i];
      const auto days = calendar::interval_of({.from = {leave.from.value}, .to = {leave.to.value}}, zone_);
      TANDEM_ENSURE(days.has_value());
      by_person[leave.who.value.index.value].push_back({*days, i});
    }
    for (std::size_t i = 0; i < by_person.size(); ++i) {
      for (const calendar::Absence& each : calendar::normalised(std::move(by_person[i]))) {
        spec_.people[i].leave.push_back(each.during);
        spec_.people[i].leave_at.emplace_back(place(agreement_.leave[each.source].at));
      }
    }
  }

  [[nodiscard]] policy::Team lower(const Team& text) const {
    policy::Team team;
    team.name = text.key.value;
    team.party = text.party.value.index;
    team.lead = text.lead.value.index;
    team.members = indices(text.members.value);
    team.hours = text.hours.value.index;
    team.minimum = text.minimum.good() ? text.minimum.value : 1;
    team.cover = indices(text.cover.value);
    team.hours_at = place(text.hours.at);
    team.cover_at = place(text.cover.absent() ? text.key.at : text.cover.at);
    team.at = place(text.key.at);
    return team;
  }

  [[nodiscard]] base::Instant moment(const DayOrMoment& text, bool is_end) const {
    const auto date = text.whole_day && is_end ? next_day(text.time.date) : text.time.date;
    return zone_.to_instant(date, text.time.time_of_day);
  }

  static calendar::Turn turn_of(const Length& text) {
    using Count = calendar::Turn::Unit;
    const auto count = static_cast<std::uint32_t>(text.count);
    if (text.unit == Unit::Hour) return {count, Count::Hour};
    return {count, text.unit == Unit::Day ? Count::Day : Count::Week};
  }

  void lower_rotation(const RotationText& text) {
    policy::Team& team = spec_.teams[text.team.value.index.value];
    team.rotation_order = indices(text.order.value);
    const auto people = static_cast<std::uint32_t>(team.rotation_order.size());
    calendar::DutyLayer layer{.name = text.key.value, .starts = text.starts.value, .turn = turn_of(text.turn.value)};
    for (std::uint32_t i = 0; i < people; ++i) layer.order.push_back(i);
    calendar::RotationRule rule{.zone = zone_, .people = people, .layers = {std::move(layer)}};
    // Nobody is on duty before the rotation starts, by an override neither.
    const base::Instant starts = zone_.to_instant(text.starts.value.date, text.starts.value.time_of_day);
    for (const RotationOverride& item : text.overrides.value) {
      const auto found = std::ranges::find(team.rotation_order, item.who.value.index);
      const auto position = static_cast<std::uint32_t>(found - team.rotation_order.begin());
      const base::Interval during{std::max(starts, moment(item.from.value, false)), moment(item.to.value, true)};
      if (during.from < during.to) rule.overrides.push_back({.person = position, .during = during});
    }
    auto rotation = calendar::Rotation::make(std::move(rule));
    TANDEM_ENSURE(rotation.has_value());
    team.rotation = *std::move(rotation);
    team.rotation_at = place(text.key.at);
  }

  [[nodiscard]] policy::Activity lower(const Activity& text) const {
    policy::Activity activity;
    activity.name = text.name;
    activity.responsible = text.responsible.value.index;
    TANDEM_ENSURE(text.accountable.value.size() == 1);
    activity.accountable = text.accountable.value.front().person;
    activity.deputy = text.deputy.value.index;
    split(text.consulted.value, activity.consulted_teams, activity.consulted_people);
    split(text.informed.value, activity.informed_teams, activity.informed_people);
    activity.at = place(text.key.at);
    activity.responsible_at = place(text.responsible.at);
    activity.accountable_at = place(text.accountable.at);
    activity.deputy_at = place(text.deputy.absent() ? text.key.at : text.deputy.at);
    return activity;
  }

  static void split(const std::vector<TeamOrPerson>& from, std::vector<policy::TeamIndex>& teams,
                    std::vector<policy::PersonIndex>& people) {
    for (const TeamOrPerson& one : from) {
      if (!one.team.is_none()) teams.push_back(one.team);
      if (!one.person.is_none()) people.push_back(one.person);
    }
  }

  [[nodiscard]] policy::Rule lower(const RoutingRule& text) const {
    const Conditions& when = text.when.value;
    policy::Rule rule;
    rule.name = text.name.good() ? text.name.value : fmt::format("rule {}", spec_.rules.size() + 1);
    rule.categories = indices(when.category.value);
    rule.priorities = indices(when.priority.value);
    rule.sites = indices(when.site.value);
    rule.departments = indices(when.department.value);
    rule.requesters = when.requester.value;
    rule.asset_classes = indices(when.asset_class.value);
    rule.sources = when.source.value;
    for (const HoursCondition& hours : when.hours.value) rule.hours.push_back({hours.calendar.index, hours.open});
    if (when.load.good()) {
      rule.load = {.team = when.load.value.team.value.index, .open_per_person = when.load.value.open_per_person.value};
    }
    rule.away = indices(when.away.value);
    rule.to = text.to.value.index;
    rule.at = place(text.at);
    return rule;
  }

  [[nodiscard]] std::optional<policy::TargetTime> target_time(const Field<Length>& text,
                                                              const CalendarText& clock) const {
    if (!text.good()) return std::nullopt;
    const Length& length = text.value;
    if (!length.business)
      return policy::TargetTime{*real_time(length) / base::minutes(1), policy::TargetTime::Unit::Real, to_text(length)};
    const auto unit = length.unit == Unit::Day ? business_day(clock) : *real_time({1, length.unit, false});
    return policy::TargetTime{length.count * (unit / base::minutes(1)), policy::TargetTime::Unit::Business,
                              to_text(length)};
  }

  [[nodiscard]] policy::Target lower(const TargetText& text) const {
    const CalendarText& clock = agreement_.calendars[text.clock.value.index.value];
    return {.priority = text.key.value,
            .respond = target_time(text.respond, clock),
            .resolve = target_time(text.resolve, clock),
            .clock = text.clock.value.index,
            .at = place(text.key.at)};
  }

  void lower_handoffs() {
    policy::HandoffRules& rules = spec_.handoffs;
    rules.accept_within.resize(spec_.targets.size());
    if (!agreement_.handoffs.good()) return;
    const Handoffs& text = agreement_.handoffs.value;
    rules.at = place(text.at);
    if (text.bounces.good()) rules.bounces = text.bounces.value;
    for (const AcceptWithin& item : text.accept_within.value) {
      const auto within = *real_time(item.within.value);
      if (item.priority.is_none()) {
        rules.accept_within_default = within;
      } else {
        rules.accept_within[item.priority.value] = within;
      }
    }
  }

  const Agreement& agreement_;
  const LowerContext& context_;
  calendar::Zone zone_;
  policy::Spec spec_;
};

}  // namespace

base::Duration business_day(const CalendarText& calendar) {
  std::map<base::Duration, int> days_by_length;
  for (const auto& windows : calendar.windows) {
    // Windows may overlap: what counts is the time that is open.
    auto sorted = windows;
    std::ranges::sort(sorted, {}, &calendar::DayWindow::from);
    base::Duration open{};
    base::Duration until{};
    for (const auto& window : sorted) {
      open += std::max(base::Duration{}, window.to - std::max(window.from, until));
      until = std::max(until, window.to);
    }
    if (open > base::Duration{}) ++days_by_length[open];
  }
  base::Duration usual = kDay;
  int most = 0;
  for (const auto& [length, days] : days_by_length) {
    if (days < most) continue;
    most = days;
    usual = length;
  }
  return usual;
}

policy::Spec lower(const Agreement& agreement, const LowerContext& context) {
  return Lowering(agreement, context).run();
}

}  // namespace tandem::agreement

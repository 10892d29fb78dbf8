#include "agreement/lower.h"

#include "agreement/escalation_way.h"
#include "agreement/lower_calendars.h"
#include "agreement/lower_governance.h"
#include "agreement/lower_rotations.h"
#include "agreement/lower_zones.h"
#include "base/check.h"
#include "calendar/leave.h"

namespace tandem::agreement {
namespace {

template <class Index>
std::vector<Index> indices(const std::vector<Ref<Index>>& refs) {
  std::vector<Index> out;
  for (const auto& ref : refs) out.push_back(ref.index);
  return out;
}

class Lowering {
 public:
  Lowering(const Agreement& agreement, const LowerContext& context)
      : agreement_(agreement), context_(context), zone_(zone_named(agreement.time_zone.value)) {}

  policy::Spec run() {
    spec_.engagement = agreement_.engagement.value;
    spec_.name = agreement_.name.value;
    spec_.time_zone = agreement_.time_zone.value;
    spec_.version = context_.version;
    for (const auto& site : agreement_.sites) spec_.sites.push_back(site.value);
    for (const auto& department : agreement_.departments) spec_.departments.push_back(department.value);
    for (const auto& asset_class : agreement_.asset_classes) spec_.asset_classes.push_back(asset_class.key.value);
    lower_calendars();
    for (const auto& party : agreement_.parties) spec_.parties.push_back(lower(party));
    for (const auto& person : agreement_.people) spec_.people.push_back(lower(person));
    lower_leave();
    for (const auto& team : agreement_.teams) spec_.teams.push_back(lower(team));
    for (const auto& rotation : agreement_.rotations) lower(rotation);
    for (const auto& activity : agreement_.activities) spec_.activities.push_back(lower(activity));
    for (const auto& category : agreement_.categories) {
      spec_.categories.push_back({category.name.value, category.activity.value.index, place(category.name.at)});
    }
    for (const auto& rule : agreement_.routing) spec_.rules.push_back(lower(rule));
    for (const auto& target : agreement_.targets) spec_.targets.push_back(lower(target));
    lower_handoffs();
    spec_.governance = lower_governance(
        agreement_, {.place = [this](source::Range range) { return place(range); },
                     .zone = zone_,
                     .clock = usual_clock(),
                     .business_day = [this](policy::CalendarIndex clock) { return business_day_of(clock); }});
    return std::move(spec_);
  }

 private:
  [[nodiscard]] policy::TextPlace place(source::Range range) const {
    return {context_.files[static_cast<std::size_t>(range.file)], context_.sources.place(range).line};
  }

  [[nodiscard]] std::vector<policy::TextPlace> places(const std::vector<source::Range>& ranges) const {
    std::vector<policy::TextPlace> out;
    for (const source::Range range : ranges) out.push_back(place(range));
    return out;
  }

  void lower_calendars() {
    calendars_ = agreement::lower_calendars(agreement_);
    business_days_.resize(calendars_.size());
    for (std::size_t i = 0; i < calendars_.size(); ++i) {
      const Located<std::string>& key = agreement_.calendars[i].key;
      spec_.calendars.push_back({key.value, calendars_[i].open, place(key.at)});
    }
  }

  // Of the priority that work has when nobody set one.
  [[nodiscard]] policy::CalendarIndex usual_clock() const {
    const auto usual = std::ranges::find(spec_.targets, "normal", &policy::Target::priority);
    if (usual != spec_.targets.end()) return usual->clock;
    return spec_.targets.empty() ? policy::CalendarIndex::none() : spec_.targets.back().clock;
  }

  // Many targets may run on one clock.
  base::Duration business_day_of(policy::CalendarIndex clock) {
    auto& known = business_days_[clock.value];
    if (!known) known = business_day(calendars_[clock.value], agreement_.effective.value);
    return *known;
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
            .time_zone = person.time_zone.value,
            .leave = {},
            .leave_at = {},
            .at = place(person.key.at)};
  }

  // Days and times of the person's zone. Where leaves overlap, the one that begins first tells its line until it ends,
  // then the next. Leave that lies within what clocks skip is none.
  void lower_leave() {
    std::vector<std::vector<calendar::Absence>> by_person(spec_.people.size());
    for (std::uint32_t i = 0; i < agreement_.leave.size(); ++i) {
      const Leave& leave = agreement_.leave[i];
      const std::uint32_t who = leave.who.value.index.value;
      const auto during = interval_of(leave.during, zone_of(agreement_.people[who].time_zone, zone_));
      if (during) by_person[who].push_back({*during, i});
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

  void lower(const RotationText& text) {
    policy::Team& team = spec_.teams[text.team.value.index.value];
    LoweredRotation rotation = lower_rotation(text, zone_);
    team.rotation = std::move(rotation.duty);
    team.rotation_order = std::move(rotation.people);
    team.rotation_at = place(text.key.at);
    team.exceptions_at = {.swaps = places(rotation.swaps_at),
                          .temporary = places(rotation.temporary_at),
                          .overrides = places(rotation.overrides_at)};
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
    activity.strategic = agreement_.functions[text.function].kind.value == FunctionKind::Strategic;
    activity.authority = lower_authority(text);
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

  std::optional<policy::TargetTime> target_time(const Field<Length>& text, policy::CalendarIndex clock) {
    if (!text.good()) return std::nullopt;
    const Length& length = text.value;
    if (!length.business)
      return policy::TargetTime{*real_time(length) / base::minutes(1), policy::TargetTime::Unit::Real, to_text(length)};
    const auto unit = length.unit == Unit::Day ? business_day_of(clock) : *real_time({1, length.unit, false});
    return policy::TargetTime{length.count * (unit / base::minutes(1)), policy::TargetTime::Unit::Business,
                              to_text(length)};
  }

  policy::Target lower(const TargetText& text) {
    const policy::CalendarIndex clock = text.clock.value.index;
    return {.priority = text.key.value,
            .respond = target_time(text.respond, clock),
            .resolve = target_time(text.resolve, clock),
            .clock = clock,
            .at = place(text.key.at),
            .escalation = escalation_of(text.key.value, clock)};
  }

  std::vector<policy::EscalationStep> escalation_of(const std::string& priority, policy::CalendarIndex clock) {
    std::vector<policy::EscalationStep> steps;
    for (const WayStep& step : escalation_way(agreement_, priority)) {
      std::vector<policy::TargetTime> after;
      for (const EscalationStep* waited : step.after) after.push_back(*target_time(waited->after, clock));
      steps.push_back({std::move(after), addressees(step.text->tell.value), place(step.text->at)});
    }
    return steps;
  }

  static std::vector<policy::Addressee> addressees(const std::vector<Addressee>& text) {
    using Kind = policy::Addressee::Kind;
    std::vector<policy::Addressee> out;
    for (const Addressee& one : text) {
      switch (one.kind) {
        case Addressee::Kind::OnDuty: out.push_back({.kind = Kind::OnDuty}); break;
        case Addressee::Kind::Lead: out.push_back({.kind = Kind::Lead}); break;
        case Addressee::Kind::Named:
          out.push_back({.kind = one.named.team.is_none() ? Kind::Person : Kind::Team,
                         .team = one.named.team,
                         .person = one.named.person});
          break;
      }
    }
    return out;
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
  std::vector<LoweredCalendar> calendars_;
  std::vector<std::optional<base::Duration>> business_days_;  // by calendar, as far as they were asked for
  policy::Spec spec_;
};

}  // namespace

policy::Spec lower(const Agreement& agreement, const LowerContext& context) {
  return Lowering(agreement, context).run();
}

}  // namespace tandem::agreement

#include "agreement/lower_governance.h"

namespace tandem::agreement {
namespace {

constexpr std::int64_t kMonthsOfYear = 12;

class Lowering {
 public:
  Lowering(const Agreement& agreement, const GovernanceContext& context) : agreement_(agreement), context_(context) {}

  policy::Governance run() {
    policy::Governance governance{.clock = context_.clock};
    if (agreement_.disputes.good()) governance.disputes = lower(agreement_.disputes.value);
    for (const Decision& decision : agreement_.decisions) governance.decisions.push_back(lower(decision));
    for (const Scenario& scenario : agreement_.scenarios) governance.scenarios.push_back(lower(scenario));
    for (const Freeze& freeze : agreement_.freezes) {
      const auto during = interval_of(freeze.during, context_.zone);
      if (during) governance.freezes.push_back(lower(freeze, *during));
    }
    for (const Confidential& category : agreement_.confidential) {
      governance.confidential.push_back(
          {.name = category.key.value, .read = people(category.read.value), .at = context_.place(category.key.at)});
    }
    if (const auto& critical = agreement_.communication.value.critical;
        agreement_.communication.good() && critical.good()) {
      governance.critical_news = audience(critical.value.tell.value);
    }
    return governance;
  }

 private:
  [[nodiscard]] policy::Term term(const Length& length) const {
    using enum policy::Term::Unit;
    const std::string text = to_text(length);
    if (length.unit == Unit::Month) return {.count = length.count, .unit = Month, .text = text};
    if (length.unit == Unit::Year) return {.count = length.count * kMonthsOfYear, .unit = Month, .text = text};
    const base::Duration unit =
        length.business && length.unit == Unit::Day ? business_day() : *real_time({1, length.unit, false});
    return {.count = length.count * (unit / base::minutes(1)),
            .unit = length.business ? BusinessMinute : Minute,
            .text = text};
  }
  [[nodiscard]] base::Duration business_day() const {
    return context_.clock.is_none() ? base::hours(24) : context_.business_day(context_.clock);
  }
  [[nodiscard]] std::optional<policy::Term> term(const Field<Length>& length) const {
    return length.good() ? std::optional(term(length.value)) : std::nullopt;
  }

  static std::vector<policy::PersonIndex> people(const std::vector<PersonRef>& refs) {
    std::vector<policy::PersonIndex> out;
    for (const PersonRef& ref : refs) out.push_back(ref.index);
    return out;
  }

  static policy::Audience audience(const std::vector<TeamOrPerson>& text) {
    policy::Audience audience;
    for (const TeamOrPerson& one : text) {
      if (!one.team.is_none()) audience.teams.push_back(one.team);
      if (!one.person.is_none()) audience.people.push_back(one.person);
    }
    return audience;
  }

  static std::optional<policy::Post> post(const Field<TeamOrPerson>& text) {
    if (!text.good()) return std::nullopt;
    return policy::Post{.team = text.value.team, .person = text.value.person};
  }

  [[nodiscard]] policy::DisputeRules lower(const Disputes& text) const {
    policy::DisputeRules rules{.decide_within = term(text.decide_within.value), .at = context_.place(text.at)};
    // Who is named twice in a step decides once.
    for (const auto& step : text.path.value) {
      std::vector<policy::PersonIndex>& deciders = rules.path.emplace_back();
      for (const policy::PersonIndex person : people(step)) {
        if (std::ranges::find(deciders, person) == deciders.end()) deciders.push_back(person);
      }
    }
    return rules;
  }

  [[nodiscard]] policy::DecisionKind lower(const Decision& text) const {
    return {.name = text.key.value,
            .big = text.size.value == DecisionSize::Big,
            .by = text.by.value.person.index,
            .with = people(text.with.value),
            .within = term(text.within),
            .deadlock = text.deadlock.value.index,
            .expires = term(text.expires),
            .at = context_.place(text.key.at)};
  }

  [[nodiscard]] policy::Scenario lower(const Scenario& text) const {
    policy::Scenario scenario{.name = text.key.value,
                              .contain = post(text.contain),
                              .communicate = post(text.communicate),
                              .recover = post(text.recover),
                              .updates = text.updates.good() ? real_time(text.updates.value) : std::nullopt,
                              .at = context_.place(text.key.at)};
    for (const NamedDecider& decider : text.decide.value) {
      scenario.decide.push_back({.what = decider.key.value, .who = decider.who.value.index});
    }
    return scenario;
  }

  [[nodiscard]] policy::Freeze lower(const Freeze& text, base::Interval during) const {
    policy::Freeze freeze{.name = text.name.value, .during = during, .at = context_.place(text.at)};
    for (const DecisionRef& decision : text.except.value) freeze.except.push_back(decision.index);
    return freeze;
  }

  const Agreement& agreement_;
  const GovernanceContext& context_;
};

}  // namespace

policy::Governance lower_governance(const Agreement& agreement, const GovernanceContext& context) {
  return Lowering(agreement, context).run();
}

policy::Authority lower_authority(const Activity& activity) {
  policy::Authority authority;
  for (const Located<std::string>& action : activity.may.value) authority.may.push_back(action.value);
  if (!activity.limits.good()) return authority;
  const Limits& limits = activity.limits.value;
  if (limits.spend.good()) {
    const Money& spend = limits.spend.value;
    authority.spend = {.hundredths = spend.hundredths, .currency = spend.currency, .text = to_text(spend)};
  }
  if (limits.risk.good()) authority.risk = limits.risk.value;
  return authority;
}

}  // namespace tandem::agreement

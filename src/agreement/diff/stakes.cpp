#include "agreement/diff/stakes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace tandem::agreement::diff {
namespace {

class Balance {
 public:
  Balance(const Agreement& before, const Agreement& after, const Naming& naming)
      : before_(before), after_(after), naming_(naming) {
    for (const Party& party : after.parties) stakes_.push_back({party.key.value});
    for (std::uint32_t i = 0; i < before.parties.size(); ++i) {
      if (!naming.after_of(Space::Party, i)) stakes_.push_back({before.parties[i].key.value});
    }
  }

  // What nobody has before is gained from nobody, and what nobody has afterwards is lost to nobody.
  void add(std::size_t position, const Effect& effect, const std::string& hours) {
    if (effect.party_before == effect.party_after) return;
    const std::string_view verb = effect.kind == EffectKind::Accountable ? "answering for " : "";
    move(effect.party_before, effect.party_after, {fmt::format("{}{}; {}", verb, effect.what, hours), position});
  }

  // Who decides, by name of the decision; nobody where only one text has it.
  void add_decisions() {
    std::map<std::string, std::string> was;
    for (const Decision& decision : before_.decisions) was[decision.key.value] = decider(before_, decision, naming_);
    for (const Decision& decision : after_.decisions) {
      const auto old = was.extract(decision.key.value);
      move(old ? old.mapped() : "", party_of_decider(after_, decision), {"the decision on " + decision.key.value});
    }
    for (const auto& [name, party] : was) move(party, "", {"the decision on " + name});
  }

  void add_scenarios() {
    std::map<std::string, std::string> was;
    for_each_step(before_, [&](const std::string& step, const std::string& party) { was[step] = after_name(party); });
    for_each_step(after_, [&](const std::string& step, const std::string& party) {
      const auto old = was.extract(step);
      move(old ? old.mapped() : "", party, {step});
    });
    for (const auto& [step, party] : was) move(party, "", {step});
  }

  // Categories that only one text has are nobody's in the other.
  void add_categories() {
    for (std::uint32_t i = 0; i < after_.categories.size(); ++i) {
      if (naming_.before_of(Space::Category, i)) continue;
      const Category& category = after_.categories[i];
      move("", responsible(after_, category), {"the new category " + category.name.value});
    }
    for (std::uint32_t i = 0; i < before_.categories.size(); ++i) {
      if (naming_.after_of(Space::Category, i)) continue;
      const Category& category = before_.categories[i];
      move(after_name(responsible(before_, category)), "", {"the old category " + category.name.value});
    }
  }

  std::vector<Stake> take() {
    std::erase_if(stakes_, [](const Stake& stake) { return stake.gains.empty() && stake.loses.empty(); });
    return std::move(stakes_);
  }

 private:
  void move(const std::string& from, const std::string& to, const Stake::Item& item) {
    if (from == to) return;
    for (Stake& stake : stakes_) {
      if (stake.party == to) stake.gains.push_back(item);
      if (stake.party == from) stake.loses.push_back(item);
    }
  }

  const std::string& after_name(const std::string& party) const { return naming_.name_after(Space::Party, party); }

  static std::string party_of(const Agreement& agreement, policy::PersonIndex person) {
    return agreement.people[person.value].party.value.name;
  }
  static std::string party_of_decider(const Agreement& agreement, const Decision& decision) {
    const bool named = decision.by.good() && !decision.by.value.closest;
    return named ? party_of(agreement, decision.by.value.person.index) : std::string();
  }
  static std::string decider(const Agreement& before, const Decision& decision, const Naming& naming) {
    return naming.name_after(Space::Party, party_of_decider(before, decision));
  }
  static std::string responsible(const Agreement& agreement, const Category& category) {
    const Activity& activity = agreement.activities[category.activity.value.index.value];
    return agreement.teams[activity.responsible.value.index.value].party.value.name;
  }

  template <class Visit>
  static void for_each_step(const Agreement& agreement, const Visit& visit) {
    for (const Scenario& scenario : agreement.scenarios) {
      const auto step = [&](std::string_view what, const Field<TeamOrPerson>& who) {
        if (!who.good()) return;
        const std::string party = who.value.team.is_none() ? party_of(agreement, who.value.person)
                                                           : agreement.teams[who.value.team.value].party.value.name;
        visit(fmt::format("{} {}", what, scenario.key.value), party);
      };
      step("containment of", scenario.contain);
      step("communication in", scenario.communicate);
      step("recovery from", scenario.recover);
    }
  }

  const Agreement& before_;
  const Agreement& after_;
  const Naming& naming_;
  std::vector<Stake> stakes_;
};

}  // namespace

std::vector<Stake> stakes_of(const Agreement& before, const Agreement& after, const Naming& naming,
                             std::span<const Effect> effects, const std::function<std::string(const Effect&)>& hours) {
  Balance balance(before, after, naming);
  for (std::size_t i = 0; i < effects.size(); ++i) balance.add(i, effects[i], hours(effects[i]));
  balance.add_categories();
  balance.add_decisions();
  balance.add_scenarios();
  return balance.take();
}

}  // namespace tandem::agreement::diff

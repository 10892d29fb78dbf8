#include "agreement/diff/describe.h"
#include "agreement/diff/field_words.h"

namespace tandem::agreement::diff {

std::vector<Described> describe_scenarios(const Reading& text) {
  const auto step = [&](const Field<TeamOrPerson>& field) {
    return field.good() ? text.name(field.value) : std::string();
  };
  std::vector<Described> out;
  for (const Scenario& scenario : text.agreement().scenarios) {
    std::string decide;
    for (const NamedDecider& each : scenario.decide.value)
      Reading::append(decide, each.key.value + " " + text.name(Space::Person, each.who));
    out.push_back({scenario.key.value,
                   scenario.key.at,
                   {{"contain", step(scenario.contain)},
                    {"communicate", step(scenario.communicate)},
                    {"recover", step(scenario.recover)},
                    {"decide", decide},
                    {"updates", words(scenario.updates)}}});
  }
  return out;
}

}  // namespace tandem::agreement::diff

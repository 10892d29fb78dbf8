#include "agreement/diff/describe.h"
#include "agreement/diff/field_words.h"

namespace tandem::agreement::diff {

std::vector<Described> describe_cost(const Reading& text) {
  const Agreement& agreement = text.agreement();
  if (!agreement.cost.good()) return {};
  const Cost& cost = agreement.cost.value;
  return {{"cost",
           agreement.section("cost").at,
           {{"agreement", words(cost.agreement)},
            {"fully managed", words(cost.fully_managed)},
            {"hire", words(cost.hire)}}}};
}

}  // namespace tandem::agreement::diff

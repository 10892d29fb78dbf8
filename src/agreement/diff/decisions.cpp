#include "agreement/diff/describe.h"
#include "agreement/diff/field_words.h"

namespace tandem::agreement::diff {

std::vector<Described> describe_decisions(const Reading& text) {
  std::vector<Described> out;
  for (const Decision& decision : text.agreement().decisions) {
    std::string by;
    if (decision.by.good())
      by = decision.by.value.closest ? "closest" : text.name(Space::Person, decision.by.value.person.name);
    const bool big = decision.size.good() && decision.size.value == DecisionSize::Big;
    out.push_back({decision.key.value,
                   decision.key.at,
                   {{"size", big ? "big" : "small"},
                    {"by", by},
                    {"with", text.names(Space::Person, decision.with.value)},
                    {"within", words(decision.within)},
                    {"deadlock", text.name(Space::Person, decision.deadlock)},
                    {"expires", words(decision.expires)}}});
  }
  return out;
}

}  // namespace tandem::agreement::diff

#include "agreement/diff/describe.h"
#include "agreement/diff/field_words.h"

namespace tandem::agreement::diff {

std::vector<Described> describe_freezes(const Reading& text) {
  std::vector<Described> out;
  for (const Freeze& freeze : text.agreement().freezes) {
    const std::string name = freeze.name.good() ? freeze.name.value : fmt::format("{}", out.size() + 1);
    out.push_back(
        {name, freeze.at, {{"", words(freeze.during)}, {"except", text.names(Space::Decision, freeze.except.value)}}});
  }
  return out;
}

std::vector<Described> describe_confidential(const Reading& text) {
  std::vector<Described> out;
  for (const Confidential& each : text.agreement().confidential) {
    out.push_back({text.name(Space::Category, each.key.value),
                   each.key.at,
                   {{"read by", text.names(Space::Person, each.read.value)}}});
  }
  return out;
}

}  // namespace tandem::agreement::diff

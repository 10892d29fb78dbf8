#include "agreement/diff/describe.h"
#include "agreement/diff/field_words.h"

namespace tandem::agreement::diff {

std::vector<Described> describe_targets(const Reading& text) {
  std::vector<Described> out;
  for (const TargetText& target : text.agreement().targets) {
    out.push_back({text.name(Space::Priority, target.key.value),
                   target.key.at,
                   {{"respond", words(target.respond)},
                    {"resolve", words(target.resolve)},
                    {"clock", text.name(Space::Calendar, target.clock)}}});
  }
  return out;
}

}  // namespace tandem::agreement::diff

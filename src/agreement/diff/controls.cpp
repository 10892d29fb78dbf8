#include "agreement/diff/describe.h"
#include "agreement/diff/field_words.h"

namespace tandem::agreement::diff {

std::vector<Described> describe_controls(const Reading& text) {
  std::vector<Described> out;
  for (const Framework& framework : text.agreement().frameworks) {
    for (const Control& control : framework.controls) {
      out.push_back({framework.key.value + " " + control.key.value,
                     control.key.at,
                     {{"implemented by", text.name(Space::Activity, control.implemented_by)},
                      {"verified by", text.name(Space::Activity, control.verified_by)},
                      {"decides", text.name(Space::Person, control.decides)}}});
    }
  }
  return out;
}

}  // namespace tandem::agreement::diff

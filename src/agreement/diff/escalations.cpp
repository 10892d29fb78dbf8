#include "agreement/diff/describe.h"
#include "agreement/diff/field_words.h"

namespace tandem::agreement::diff {
namespace {

std::string step(const Reading& text, const EscalationStep& step) {
  std::string tell;
  for (const Addressee& one : step.tell.value) {
    switch (one.kind) {
      case Addressee::Kind::OnDuty: Reading::append(tell, "on-duty"); break;
      case Addressee::Kind::Lead: Reading::append(tell, "lead"); break;
      case Addressee::Kind::Named: Reading::append(tell, text.name(one.named)); break;
    }
  }
  std::string out = "after " + words(step.after);
  if (!tell.empty()) out += " " + tell;
  if (step.then.good()) out += " then " + text.name(Space::Priority, step.then.value.name);
  return out;
}

}  // namespace

std::vector<Described> describe_escalations(const Reading& text) {
  std::vector<Described> out;
  for (const EscalationPath& path : text.agreement().escalations) {
    std::string steps;
    for (const EscalationStep& each : path.steps.value) steps += (steps.empty() ? "" : ", ") + step(text, each);
    out.push_back({text.name(Space::Priority, path.key.value), path.key.at, {{"", steps}}});
  }
  return out;
}

}  // namespace tandem::agreement::diff

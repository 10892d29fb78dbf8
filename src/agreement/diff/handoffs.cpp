#include "agreement/diff/describe.h"
#include "agreement/diff/field_words.h"

namespace tandem::agreement::diff {

// What the text leaves out is the language's default, which writing it down does not change.
std::vector<Described> describe_handoffs(const Reading& text) {
  std::string usual = "30 min";
  std::string others;
  const Agreement& agreement = text.agreement();
  const Handoffs& handoffs = agreement.handoffs.value;
  for (const AcceptWithin& each : handoffs.accept_within.value) {
    if (each.priority.is_none()) {
      usual = words(each.within);
    } else {
      Reading::append(others, text.name(Space::Priority, each.key.value) + " " + words(each.within));
    }
  }
  const source::Range at = agreement.handoffs.good() ? handoffs.at : agreement.at;
  return {{"hand-offs",
           at,
           {{"accept within", usual},
            {"accept within by priority", others},
            {"bounces", handoffs.bounces.good() ? words(handoffs.bounces) : "2"}}}};
}

std::vector<Described> describe_disputes(const Reading& text) {
  const Agreement& agreement = text.agreement();
  if (!agreement.disputes.good()) return {};
  const Disputes& disputes = agreement.disputes.value;
  std::string path;
  for (const auto& step : disputes.path.value)
    path += (path.empty() ? "" : ", then ") + text.names(Space::Person, step);
  return {{"disputes", disputes.at, {{"decide within", words(disputes.decide_within)}, {"path", path}}}};
}

}  // namespace tandem::agreement::diff

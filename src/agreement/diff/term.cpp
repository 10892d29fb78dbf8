#include "agreement/diff/describe.h"
#include "agreement/diff/field_words.h"

namespace tandem::agreement::diff {

std::vector<Described> describe_agreement(const Reading& text) {
  const Agreement& agreement = text.agreement();
  const Review& review = agreement.review.value;
  return {{"agreement",
           agreement.at,
           {{"engagement", words(agreement.engagement)},
            {"name", words(agreement.name)},
            {"time zone", words(agreement.time_zone)},
            {"effective", words(agreement.effective)},
            {"review every", words(review.every)},
            {"review by", text.names(Space::Person, review.by.value)}}}};
}

std::vector<Described> describe_trial(const Reading& text) {
  const Agreement& agreement = text.agreement();
  if (!agreement.trial.good()) return {};
  std::string exit;
  for (const ExitCriterion& each : agreement.trial.value.exit.value) {
    std::string one = words(each.measure);
    if (each.at_least.good()) one += " at least " + words(each.at_least);
    if (each.at_most.good()) one += " at most " + words(each.at_most);
    Reading::append(exit, one);
  }
  return {{"trial", agreement.section("trial").at, {{"until", words(agreement.trial.value.until)}, {"exit", exit}}}};
}

std::vector<Described> describe_exceptions(const Reading& text) {
  std::vector<Described> out;
  for (const Exception& each : text.agreement().exceptions) {
    out.push_back({fmt::format("{} at {}", diag::info(each.allow.value).name, each.place.value),
                   each.at,
                   {{"because", words(each.because)}, {"until", words(each.until)}}});
  }
  return out;
}

}  // namespace tandem::agreement::diff

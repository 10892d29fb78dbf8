// From the answers of the first conversation to a draft: who does what chooses the layers, names become people, and
// what success is becomes the criteria by which the trial ends.
//
//   const Conversation said = conversation(answers, today);
//   const std::string text = compose(said.request);
//   for (const std::string& point : said.open) …      // what somebody still has to find out
//
// Pure.
#pragma once

#include <string>
#include <vector>

#include "calendar/zone.h"
#include "draft/answers.h"
#include "draft/arrangement.h"
#include "draft/questionnaire.h"

namespace tandem::draft {

struct Conversation {
  DraftRequest request;
  std::vector<std::string> open;  // sentences, each with what to do
};

// Questions without an answer are taken by their defaults; `today` is the day on which this is said.
[[nodiscard]] Conversation conversation(const Answers& answers, calendar::Date today);

// What to offer where a question has no default of its own: the zone and the holidays of the country, the first of the
// next month.
[[nodiscard]] std::string conversation_default(const Question& question, const Answers& answers, calendar::Date today);

}  // namespace tandem::draft

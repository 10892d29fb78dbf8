// A vendor's offer for co-managed IT held against the known red flags, and against an agreement.
//
// An offer is a form that its reader filled in with what it says (questionnaire("offer")), or its own text, which is
// searched for words: a search finds what is never spoken of and phrases that are a warning by themselves; what a text
// says about a matter it leaves to a reader, and says so.
//
//   OfferReport report;
//   check_offer_form(answers, form, report);               // or check_offer_text(sources, file, report)
//   compare_offer(answers, compiled, report.findings);     // what the agreement says otherwise
//
// Findings have kinds of their own, `offer-…`, and as their repair what to ask the vendor. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/compile.h"
#include "diag/finding.h"
#include "draft/answers.h"
#include "draft/condition.h"

namespace tandem::draft {

// A red flag: what is wrong when a question is left open or answered so, why it matters, and what to ask.
struct OfferFlag {
  struct Bad {
    Condition when;
    std::string message;
    std::string why;  // the flag's, unless the answer has one of its own
  };
  diag::Kind kind{};
  std::string question;  // of questionnaire("offer")
  std::string topic;     // "restore tests"
  std::string unsaid;
  std::vector<Bad> bad;
  std::string why;
  std::string ask;
  std::vector<std::string> words;   // that speak of the matter, in small letters; beginnings of words count
  std::vector<std::string> alarms;  // that are a red flag by themselves
  std::string alarm;                // what such words are
};
// All of them, in the order of the file. Lives as long as the program.
[[nodiscard]] const std::vector<OfferFlag>& offer_flags();
[[nodiscard]] const OfferFlag* find_offer_flag(diag::Kind kind);

// Where a text speaks of a matter.
struct OfferMention {
  std::string topic;
  source::Range at{};  // the first place
  std::size_t places = 0;
};

struct OfferReport {
  diag::Findings findings;
  std::size_t points = 0;              // that were looked at
  std::vector<OfferMention> mentions;  // of a text
};

// `form` is the file that the answers come from; findings about what is left open point to the key there.
void check_offer_form(const Answers& answers, source::FileId form, OfferReport& report);

// Findings about what is never spoken of have no place.
void check_offer_text(const source::SourceMap& sources, source::FileId file, OfferReport& report);

// Notes at the agreement's places, so the answers must have been read into `compiled.sources`. REQUIRES: the agreement
// has a policy.
void compare_offer(const Answers& answers, const agreement::Compiled& compiled, diag::Findings& findings);

// The questions to the vendor that the findings come to, in their order, each once.
[[nodiscard]] std::vector<std::string> questions_to_vendor(const diag::Findings& findings);

}  // namespace tandem::draft

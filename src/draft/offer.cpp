#include "draft/offer.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/check.h"
#include "draft/built_in.h"
#include "draft/questionnaire.h"

namespace tandem::draft {
namespace {

OfferFlag read_flag(const yaml::Entry& entry) {
  const auto kind = diag::find_kind(entry.key);
  TANDEM_CHECK(kind.has_value());
  OfferFlag flag{.kind = *kind,
                 .question = word_under(entry.value, "question"),
                 .topic = word_under(entry.value, "topic"),
                 .unsaid = word_under(entry.value, "unsaid"),
                 .bad = {},
                 .why = word_under(entry.value, "why"),
                 .ask = word_under(entry.value, "ask"),
                 .words = words_under(entry.value, "words"),
                 .alarms = words_under(entry.value, "alarms"),
                 .alarm = word_under(entry.value, "alarm")};
  if (const yaml::Entry* bad = entry.value.find("bad")) {
    TANDEM_CHECK(bad->value.list() != nullptr);
    for (const yaml::Node& item : bad->value.list()->items)
      flag.bad.push_back({.when = condition_under(item, "when"),
                          .message = word_under(item, "message"),
                          .why = item.find("why") == nullptr ? flag.why : word_under(item, "why")});
  }
  return flag;
}

std::vector<OfferFlag> read_flags() {
  const yaml::Map* map = built_in_tree("offer_flags").root.map();
  TANDEM_CHECK(map != nullptr);
  std::vector<OfferFlag> flags;
  for (const yaml::Entry& entry : map->entries) flags.push_back(read_flag(entry));
  return flags;
}

// What is wrong with the answer, and why that matters; nothing when it will do.
std::optional<std::string> fault_of(const OfferFlag& flag, const Answers& answers) {
  if (!answers.has(flag.question)) return fmt::format("{}: {}", flag.unsaid, flag.why);
  for (const OfferFlag::Bad& bad : flag.bad) {
    if (holds(bad.when, answers) == Truth::Yes) return fmt::format("{}: {}", bad.message, bad.why);
  }
  return std::nullopt;
}

}  // namespace

const std::vector<OfferFlag>& offer_flags() {
  static const std::vector<OfferFlag> flags = read_flags();
  return flags;
}

const OfferFlag* find_offer_flag(diag::Kind kind) {
  const auto found = std::ranges::find(offer_flags(), kind, &OfferFlag::kind);
  return found == offer_flags().end() ? nullptr : &*found;
}

void check_offer_form(const Answers& answers, source::FileId form, OfferReport& report) {
  for (const OfferFlag& flag : offer_flags()) {
    const Question* question = questionnaire("offer").find(flag.question);
    TANDEM_CHECK(question != nullptr);
    if (!question->arises(answers)) continue;
    ++report.points;
    const auto fault = fault_of(flag, answers);
    if (!fault) continue;
    const source::Range at = answers.place(flag.question).value_or(source::Range{form, 0, 0});
    report.findings.add(flag.kind, at, *fault).suggest(fmt::format("ask the vendor: \"{}\"", flag.ask));
  }
}

std::vector<std::string> questions_to_vendor(const diag::Findings& findings) {
  std::vector<std::string> questions;
  for (const diag::Finding& finding : findings.all()) {
    const OfferFlag* flag = find_offer_flag(finding.kind);
    if (flag != nullptr && std::ranges::find(questions, flag->ask) == questions.end()) questions.push_back(flag->ask);
  }
  return questions;
}

}  // namespace tandem::draft

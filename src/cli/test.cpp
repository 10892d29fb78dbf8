#include <boost/json.hpp>

#include "agreement/expectations.h"
#include "cli/agreement_input.h"
#include "cli/commands.h"
#include "cli/local_text.h"
#include "cli/reason_text.h"
#include "cli/text_line.h"
#include "diag/render.h"
#include "diag/visible.h"
#include "json/json.h"

namespace tandem::cli {
namespace {

using agreement::ExpectationOutcome;

struct Tried {
  const agreement::Compiled& compiled;
  ReasonSource source;
  std::vector<ExpectationOutcome> outcomes;

  [[nodiscard]] std::size_t failed() const {
    return static_cast<std::size_t>(std::ranges::count_if(outcomes, [](const auto& each) { return !each.holds(); }));
  }
  [[nodiscard]] source::Place place(const ExpectationOutcome& outcome) const {
    return compiled.sources.place(outcome.expectation->at);
  }
  // The expectation as it is written, on one line.
  [[nodiscard]] std::string text(const ExpectationOutcome& outcome) const {
    std::string words;
    for (const char c : compiled.sources.text(outcome.expectation->at)) {
      const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
      if (!space) words += c;
      if (space && !words.empty() && words.back() != ' ') words += ' ';
    }
    while (words.ends_with(' ')) words.pop_back();
    return words;
  }
};

std::string outcome_text(const Tried& tried, const ExpectationOutcome& outcome, const Palette& palette) {
  const source::Place place = tried.place(outcome);
  const std::string where = fmt::format("{}:{}", diag::visible(place.file), place.line);
  const std::string verdict = outcome.holds() ? palette(Ink::Good, "pass") : palette(Ink::Bad, "FAIL");
  const std::size_t used = std::string_view("pass  ").size();
  std::string out =
      fmt::format("{}  {}\n", verdict,
                  shortened(fmt::format("{}  {}", where, diag::visible(tried.text(outcome))), kColumns - used));
  if (outcome.holds()) return out;
  for (const auto& difference : outcome.differences) {
    out += fmt::format("      {}\n", palette(Ink::Strong, wrapped(diag::visible(difference.words), kColumns, used)));
  }
  return out + reasons_text(tried.source, outcome.trace, palette, 4) + '\n';
}

void print_text(const Tried& tried, const Environment& environment) {
  const Palette palette(environment.colour);
  for (const ExpectationOutcome& outcome : tried.outcomes)
    fmt::print(environment.out, "{}", outcome_text(tried, outcome, palette));
  const std::size_t count = tried.outcomes.size();
  const std::size_t failed = tried.failed();
  if (failed == 0) {
    fmt::print(environment.out, "{} {}\n", count, count == 1 ? "expectation holds" : "expectations hold");
  } else {
    fmt::print(environment.out, "{} of {} {} not hold\n", failed, count,
               count == 1 ? "expectation does" : (failed == 1 ? "expectations does" : "expectations do"));
  }
}

void print_json(const Tried& tried, const std::string& path, const Environment& environment) {
  json::Array results;
  for (const ExpectationOutcome& outcome : tried.outcomes) {
    const source::Place place = tried.place(outcome);
    const policy::Policy& policy = tried.source.policy;
    json::Array differences;
    for (const auto& difference : outcome.differences) differences.emplace_back(difference.words);
    const auto person = outcome.answer.person;
    results.push_back(
        json::Object{{"at", {{"file", place.file}, {"line", place.line}, {"column", place.column}}},
                     {"expectation", tried.text(outcome)},
                     {"holds", outcome.holds()},
                     {"differences", std::move(differences)},
                     {"answer",
                      {{"owner", policy.team(outcome.answer.team).name},
                       {"person", person.is_none() ? json::Value(nullptr) : json::Value(policy.person(person).name)},
                       {"accountable", policy.person(outcome.answer.accountable).name},
                       {"gap", outcome.answer.gap},
                       {"reasons", reasons_json(tried.source, outcome.trace)}}}});
  }
  const json::Object report{{"file", path},
                            {"agreement", tried.compiled.engagement},
                            {"expectations", std::move(results)},
                            {"summary", {{"expectations", tried.outcomes.size()}, {"failed", tried.failed()}}}};
  fmt::print(environment.out, "{}\n", json::to_text(report));
}

}  // namespace

int run(const Test& command, const Environment& environment) {
  const auto agreed = read_agreement(command.path, environment);
  if (!agreed) return agreed.error();
  const ReasonSource source{*agreed->compiled.policy, agreed->places()};
  const Tried tried{agreed->compiled, source,
                    try_expectations(*agreed->compiled.agreement, {.policy = source.policy, .places = source.places})};
  if (tried.outcomes.empty()) {
    return could_not_run(
        environment, fmt::format("the agreement expects nothing: write under `expect` what must hold, such as {{given: "
                                 "{{category: other, at: \"{} 03:00\"}}, owner: TEAM}}",
                                 iso_text(agreed->compiled.agreement->effective.value)));
  }
  if (command.format == Format::Json) {
    print_json(tried, command.path, environment);
  } else {
    print_text(tried, environment);
  }
  return tried.failed() == 0 ? kDone : kFaultsFound;
}

}  // namespace tandem::cli

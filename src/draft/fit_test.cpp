#include "draft/fit.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "draft/arrangement.h"
#include "draft/fit_rules.h"

namespace tandem::draft {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

Answers answers_of(const std::string& text) {
  source::SourceMap sources;
  diag::Findings findings;
  const auto file = sources.add("answers.yaml", text);
  Answers answers = read_answers(questionnaire("fit"), sources, file, findings);
  CHECK(findings.all().empty());
  return answers;
}

std::string verdict_of(const FitReport& report) {
  if (report.outcome == FitOutcome::Open) return "open";
  const std::string verb = report.outcome == FitOutcome::Fits ? "fits" : "not yet";
  std::string out = fmt::format("{} {}", report.ways[report.best].name, verb);
  return out;
}

std::vector<fs::path> companies() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(TANDEM_ROOT) / "tests" / "fit")) {
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

TEST_CASE("companies get the verdict that somebody who knows them would give") {
  std::set<std::string> verdicts;
  REQUIRE(companies().size() >= 10);
  for (const fs::path& path : companies()) {
    const std::string text = text_of(path);
    const auto begin = text.find("# expect: ");
    REQUIRE(begin != std::string::npos);
    const std::string expected = text.substr(begin + 10, text.find_first_of(",\n", begin) - begin - 10);
    const FitReport report = assess_fit(answers_of(text));
    CAPTURE(path.filename().string());
    CHECK(verdict_of(report) == expected);
    verdicts.insert(verdict_of(report));
    if (const auto templates = text.find(", templates "); templates != std::string::npos) {
      const std::string wanted = text.substr(templates + 12, text.find('\n', templates) - templates - 12);
      CHECK(fmt::format("{}", fmt::join(report.templates, ",")) == wanted);
    }
  }
  CHECK(verdicts ==
        std::set<std::string>{"co-managed fits", "co-managed not yet", "fully-managed fits", "hire fits", "open"});
}

TEST_CASE("points are the sum of the reasons, and reasons are in the order of the questions") {
  for (const fs::path& path : companies()) {
    const FitReport report = assess_fit(answers_of(text_of(path)));
    std::vector<int> sums(report.ways.size(), 0);
    for (const FitReason& reason : report.reasons) {
      for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += reason.points[i];
    }
    for (std::size_t i = 0; i < sums.size(); ++i) CHECK(report.ways[i].points == sums[i]);
  }
}

TEST_CASE("a missing answer that could change the verdict is named, with what it would change it to") {
  for (const fs::path& path : companies()) {
    const std::string text = text_of(path);
    const Answers whole = answers_of(text);
    for (const Question& question : questionnaire("fit").questions()) {
      if (!whole.has(question.name) || question.choices.empty()) continue;
      Answers without = whole;
      without.clear(question.name);
      const FitReport report = assess_fit(without);
      if (report.outcome == FitOutcome::Open) continue;
      for (const AnswerChoice& choice : question.choices) {
        Answers with = without;
        with.set(question.name, {choice.word});
        const FitReport other = assess_fit(with);
        const bool differs = other.outcome != report.outcome || other.best != report.best;
        const auto is_it = [&](const FitChange& change) {
          return change.question == question.name && change.answer == choice.label;
        };
        CAPTURE(path.filename().string());
        CAPTURE(question.name);
        CAPTURE(choice.word);
        CHECK(std::ranges::any_of(report.changes, is_it) == differs);
      }
    }
  }
}

TEST_CASE("money that nobody has named is thought through as well") {
  Answers answers = answers_of(text_of(fs::path(TANDEM_ROOT) / "tests" / "fit" / "expensive-offer.yaml"));
  for (const std::string_view money : {"budget", "hire_cost", "co_managed_quote"}) answers.clear(money);
  answers.set("documentation", {"partly"});
  const FitReport report = assess_fit(answers);
  CHECK(verdict_of(report) == "co-managed fits");
  const auto is_dear = [&](const FitChange& change) {
    return change.question == "co_managed_quote" && change.answer == "more than what you mean to spend" &&
           report.ways[change.best].name == "hire";
  };
  CHECK(std::ranges::any_of(report.changes, is_dear));
}

TEST_CASE("nobody in IT, nothing shared: whatever else is said, it is not co-managed") {
  Answers answers = answers_of(text_of(fs::path(TANDEM_ROOT) / "tests" / "fit" / "credit-union.yaml"));
  answers.set("it_people", {"0"});
  const FitReport report = assess_fit(answers);
  CHECK(report.ways[report.best].name != "co-managed");
  CHECK_FALSE(report.ways.front().excluded_because.empty());
}

TEST_CASE("contradictions are told") {
  Answers answers = answers_of(text_of(fs::path(TANDEM_ROOT) / "tests" / "fit" / "lone-admin.yaml"));
  CHECK(assess_fit(answers).contradictions.empty());
  answers.set("lack", {"nothing"});
  CHECK(assess_fit(answers).contradictions ==
        std::vector<std::string>{"nothing is short, and yet most of the week goes into fires",
                                 "nothing is short, and yet much hangs on one person"});
}

TEST_CASE("money compares by month, whatever it is written for") {
  Answers answers;
  answers.set("hire_cost", {"120000 USD per year"});
  answers.set("budget", {"10000 USD per month"});
  CHECK(holds(Clause{"hire_cost", {"<= budget"}}, answers) == Truth::Yes);
  answers.set("budget", {"9999 USD per month"});
  CHECK(holds(Clause{"hire_cost", {"> budget"}}, answers) == Truth::Yes);
}

TEST_CASE("the weights speak of questions, answers and arrangements that exist") {
  const auto knows = [](const Condition& condition) {
    for (const Clause& clause : condition) {
      const Question* question = questionnaire("fit").find(clause.question);
      CAPTURE(clause.question);
      REQUIRE(question != nullptr);
      for (const std::string& way : clause.ways) {
        CAPTURE(way);
        const bool is_comparison = way.starts_with('<') || way.starts_with('>');
        const bool is_choice =
            std::ranges::find(question->choices, way, &AnswerChoice::word) != question->choices.end();
        const bool is_number = question->choices.empty() && leading_number(way).has_value();
        CHECK((is_comparison || is_choice || is_number));
      }
    }
  };
  const FitRules& rules = fit_rules();
  for (const auto& [name, lines] : rules.weights) {
    for (const WeightLine& line : lines) {
      knows({line.is});
      for (const int points : line.points) CHECK(std::abs(points) <= 3);
      CHECK_FALSE(line.because.empty());
    }
  }
  for (const auto* list : {&rules.excluded, &rules.first, &rules.contradictions}) {
    for (const FitRule& rule : *list) {
      knows(rule.when);
      CHECK_FALSE(rule.because.empty());
      CHECK((rule.of.empty() || std::ranges::find(rules.ways, rule.of, &FitWay::name) != rules.ways.end()));
    }
  }
  for (const FitTemplate& one : rules.templates) {
    knows(one.when);
    CHECK(std::ranges::find(arrangements(), one.name, &Arrangement::name) != arrangements().end());
  }
  for (const Question& question : questionnaire("fit").questions()) {
    const bool weighs = std::ranges::find(rules.weights, question.name,
                                          [](const auto& entry) { return entry.first; }) != rules.weights.end();
    CHECK((weighs || question.name == "budget"));  // budget weighs through what it is compared with
  }
}

}  // namespace
}  // namespace tandem::draft

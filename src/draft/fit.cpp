#include "draft/fit.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/plain_text.h"
#include "draft/fit_rules.h"
#include "draft/words.h"

namespace tandem::draft {
namespace {

const Questionnaire& questions() {
  return questionnaire("fit");
}

// The first line of the question that fits.
const WeightLine* line_for(const std::vector<WeightLine>& lines, const Answers& answers) {
  const auto fits = [&](const WeightLine& line) { return holds(line.is, answers) == Truth::Yes; };
  const auto found = std::ranges::find_if(lines, fits);
  return found == lines.end() ? nullptr : &*found;
}

// A line of the weights that is taken to fit, for a question whose answer cannot be made up: what it is compared with
// is not known either.
struct Supposed {
  std::string_view question;
  const WeightLine* line = nullptr;
};

void weigh(const Answers& answers, const Supposed& supposed, FitReport& report) {
  for (const auto& [name, lines] : fit_rules().weights) {
    const Question* question = questions().find(name);
    if (question == nullptr || !question->arises(answers)) continue;
    const WeightLine* line = supposed.question == name ? supposed.line : line_for(lines, answers);
    if (line == nullptr) continue;
    report.reasons.push_back({.question = name, .because = line->because, .points = line->points});
    for (std::size_t way = 0; way < report.ways.size(); ++way) report.ways[way].points += line->points[way];
  }
  for (const FitRule& rule : fit_rules().excluded) {
    if (holds(rule.when, answers) != Truth::Yes) continue;
    std::ranges::find(report.ways, rule.of, &FitWay::name)->excluded_because = rule.because;
  }
}

void choose(FitReport& report) {
  std::optional<std::size_t> best;
  std::optional<int> second;
  for (std::size_t way = 0; way < report.ways.size(); ++way) {
    if (!report.ways[way].excluded_because.empty()) continue;
    const int points = report.ways[way].points;
    if (!best || points > report.ways[*best].points) {
      if (best) second = report.ways[*best].points;
      best = way;
    } else if (!second || points > *second) {
      second = points;
    }
  }
  report.best = best.value_or(0);
  report.lead = report.ways[report.best].points - second.value_or(0);
}

void count_answers(const Answers& answers, FitReport& report) {
  for (const Question& question : questions().questions()) {
    if (!question.arises(answers)) continue;
    ++report.asked;
    if (answers.has(question.name)) {
      ++report.answered;
    } else {
      report.missing.push_back(question.name);
    }
  }
  report.enough = fit_rules().enough;
}

// The verdict, without what other answers would make of it.
FitReport judge(const Answers& answers, const Supposed& supposed) {
  FitReport report;
  report.ways = fit_rules().ways;
  weigh(answers, supposed, report);
  choose(report);
  count_answers(answers, report);
  const std::string& best = report.ways[report.best].name;
  for (const FitRule& rule : fit_rules().first) {
    if (rule.of == best && holds(rule.when, answers) == Truth::Yes)
      report.first.push_back({.because = rule.because, .what_to_do = rule.what_to_do});
  }
  if (report.answered < report.enough) {
    report.outcome = FitOutcome::Open;
  } else {
    report.outcome = report.first.empty() ? FitOutcome::Fits : FitOutcome::NotYet;
  }
  return report;
}

struct Comparison {
  std::string_view sign;
  std::string_view with;
};

Comparison parts_of_way(std::string_view way) {
  for (const std::string_view sign : {"<=", ">=", "<", ">"}) {
    if (way.starts_with(sign)) return {.sign = sign, .with = base::trimmed(way.substr(sign.size()))};
  }
  return {.sign = "", .with = way};
}

// A figure that meets the comparison and is next to its bound; nothing when the bound is not known.
std::optional<std::string> figure_for(const Question& question, std::string_view way, const Answers& answers) {
  const auto [sign, with] = parts_of_way(way);
  auto bound = leading_number(with);
  if (!bound) bound = answers.number(with);
  if (!bound) return std::nullopt;
  const double step = sign == "<" ? -1 : sign == ">" ? 1 : 0;
  const auto figure = static_cast<std::int64_t>(*bound + step);
  if (figure < 0) return std::nullopt;
  if (question.kind == AnswerKind::Percent) return fmt::format("{} %", figure);
  return fmt::format("{}", figure);
}

std::string words_of_way(const Question& question, std::string_view way) {
  const auto [sign, with] = parts_of_way(way);
  if (sign.empty()) {
    const auto found = std::ranges::find(question.choices, with, &AnswerChoice::word);
    return std::string(found == question.choices.end() ? with : std::string_view(found->label));
  }
  const Question* other = questions().find(with);
  std::string bound = other == nullptr ? std::string(with) : other->called;
  if (question.kind == AnswerKind::Percent) bound += " %";
  if (sign == "<") return "below " + bound;
  if (sign == "<=") return "at most " + bound;
  return sign == ">" ? "more than " + bound : "at least " + bound;
}

// One answer of each sort that weighs differently, or the line of the weights it would be.
struct Sample {
  std::string word;  // empty: supposed
  const WeightLine* line = nullptr;
  std::string shown;
};
std::vector<Sample> samples_of(const Question& question, const std::vector<WeightLine>& lines, const Answers& answers) {
  std::vector<Sample> samples;
  for (const AnswerChoice& choice : question.choices)
    samples.push_back({.word = choice.word, .line = nullptr, .shown = choice.label});
  if (!question.choices.empty()) return samples;
  for (const WeightLine& line : lines) {
    for (const std::string& way : line.is.ways) {
      samples.push_back({.word = figure_for(question, way, answers).value_or(""),
                         .line = &line,
                         .shown = words_of_way(question, way)});
    }
  }
  return samples;
}

// Amounts on both sides of those that a question of money is compared with.
std::vector<Sample> amounts_around(const Question& question, const Answers& answers) {
  std::vector<Sample> samples;
  for (const auto& [name, lines] : fit_rules().weights) {
    const auto compares = [&](const WeightLine& line) {
      return std::ranges::any_of(line.is.ways, [&](const auto& way) { return way.ends_with(question.name); });
    };
    const auto amount = answers.number(name);
    if (!amount || std::ranges::none_of(lines, compares)) continue;
    const auto whole = static_cast<std::int64_t>(*amount);
    const std::string& called = questions().find(name)->called;
    samples.push_back({.word = fmt::format("{}", std::max<std::int64_t>(whole - 1, 0)),
                       .line = nullptr,
                       .shown = "less than " + called});
    samples.push_back({.word = fmt::format("{}", whole + 1), .line = nullptr, .shown = "more than " + called});
  }
  return samples;
}

void find_changes(const Answers& answers, FitReport& report) {
  const auto& weights = fit_rules().weights;
  for (const std::string& name : report.missing) {
    const Question* question = questions().find(name);
    const auto own = std::ranges::find(weights, name, [](const auto& entry) { return entry.first; });
    auto samples = own == weights.end() ? std::vector<Sample>() : samples_of(*question, own->second, answers);
    for (Sample& sample : amounts_around(*question, answers)) samples.push_back(std::move(sample));
    for (const Sample& sample : samples) {
      Answers with = answers;
      Supposed supposed;
      if (sample.word.empty()) {
        supposed = {.question = name, .line = sample.line};
      } else {
        with.set(name, {sample.word});
      }
      const FitReport other = judge(with, supposed);
      if (other.outcome == report.outcome && other.best == report.best) continue;
      report.changes.push_back(
          {.question = name, .answer = sample.shown, .outcome = other.outcome, .best = other.best});
    }
  }
}

void suggest_templates(const Answers& answers, FitReport& report) {
  if (report.ways[report.best].name != "co-managed") return;
  constexpr std::size_t kMost = 3;
  for (const FitTemplate& one : fit_rules().templates) {
    if (report.templates.size() == kMost || holds(one.when, answers) != Truth::Yes) continue;
    report.templates.push_back(one.name);
    if (one.name == "full-hybrid") return;  // has all the others in it
  }
}

}  // namespace

FitReport assess_fit(const Answers& answers) {
  FitReport report = judge(answers, {});
  for (const FitRule& rule : fit_rules().contradictions) {
    if (holds(rule.when, answers) == Truth::Yes) report.contradictions.push_back(rule.because);
  }
  if (report.outcome != FitOutcome::Open) find_changes(answers, report);
  suggest_templates(answers, report);
  return report;
}

std::vector<FitWeight> fit_weights() {
  std::vector<FitWeight> out;
  for (const auto& [name, lines] : fit_rules().weights) {
    for (const WeightLine& line : lines) {
      std::vector<std::string> ways;
      for (const std::string& way : line.is.ways) ways.push_back(words_of_way(*questions().find(name), way));
      out.push_back({.question = name,
                     .is = fmt::format("{}", fmt::join(ways, " or ")),
                     .because = line.because,
                     .points = line.points});
    }
  }
  return out;
}

std::vector<FitWay> fit_ways() {
  return fit_rules().ways;
}

}  // namespace tandem::draft

#include "draft/fit.h"

#include <fmt/format.h>

#include <boost/json.hpp>

#include "cli/commands.h"
#include "cli/questioning.h"
#include "cli/table.h"
#include "draft/words.h"
#include "json/json.h"

namespace tandem::cli {
namespace {

using draft::FitOutcome;
using draft::FitReport;

const draft::Questionnaire& questions() {
  return draft::questionnaire("fit");
}

// Those that come up before anything is answered; answers bring up more, and never fewer.
std::size_t questions_at_first() {
  return static_cast<std::size_t>(std::ranges::count_if(
      questions().questions(), [](const draft::Question& question) { return question.arises({}); }));
}

constexpr std::string_view kFormHeading =
    "Is co-managed IT right for you? Answer what you can, leave open what you cannot, then: tandem fit --answers FILE";

// "+3", "-1", "0"
std::string signed_text(int points) {
  return points > 0 ? fmt::format("+{}", points) : fmt::format("{}", points);
}

std::string verdict_text(const FitReport& report, FitOutcome outcome, std::size_t best) {
  if (outcome == FitOutcome::Open) return "not enough is known";
  const std::string& title = report.ways[best].title;
  return outcome == FitOutcome::Fits ? title : fmt::format("{}, but not yet", title);
}

// How far ahead, in a word: a point or two are within what the weights can tell.
std::string_view lead_text(int lead) {
  constexpr int kClear = 8;
  constexpr int kNarrow = 3;
  if (lead >= kClear) return "clear";
  return lead <= kNarrow ? "little: read the reasons rather than the points" : "enough to go by";
}

class TextReport {
 public:
  TextReport(const FitReport& report, const Environment& environment)
      : report_(report), environment_(environment), palette_(environment.colour) {}

  void print() {
    print_verdict();
    print_first();
    for (std::size_t way = 0; way < report_.ways.size(); ++way) print_way((report_.best + way) % report_.ways.size());
    print_contradictions();
    print_changes();
    print_next();
  }

 private:
  template <class... Args>
  void line(fmt::format_string<Args...> format, Args&&... args) {
    fmt::print(environment_.out, "{}\n", fmt::format(format, std::forward<Args>(args)...));
  }
  void heading(std::string_view text) { line("\n{}", palette_(Ink::Strong, text)); }

  void print_verdict() {
    const draft::FitWay& best = report_.ways[report_.best];
    if (report_.outcome == FitOutcome::Open) {
      line("{}: {} of the {} questions that came up are answered, and a verdict takes {}.",
           palette_(Ink::Strong, "Not enough is known"), report_.answered, report_.asked, report_.enough);
      return;
    }
    line("{}: {}.", palette_(Ink::Strong, verdict_text(report_, report_.outcome, report_.best)), best.words);
    line("{} points ahead of the next way, which is {}. {} of the {} questions that came up are answered.",
         report_.lead, lead_text(report_.lead), report_.answered, report_.asked);
  }

  void print_first() {
    if (report_.outcome != FitOutcome::NotYet) return;
    heading("First");
    for (const draft::FitFirst& one : report_.first) line("  - {}\n    for {}", one.what_to_do, one.because);
  }

  void print_way(std::size_t way) {
    const draft::FitWay& shown = report_.ways[way];
    heading(fmt::format("{}: {} points", shown.title, shown.points));
    if (!shown.excluded_because.empty()) line("  not open: {}", shown.excluded_because);
    for (const bool is_for : {true, false}) {
      std::vector<const draft::FitReason*> reasons;
      for (const draft::FitReason& reason : report_.reasons) {
        if (is_for ? reason.points[way] > 0 : reason.points[way] < 0) reasons.push_back(&reason);
      }
      const auto weight = [way](const draft::FitReason* reason) { return -std::abs(reason->points[way]); };
      std::ranges::stable_sort(reasons, {}, weight);
      for (const auto* reason : reasons) {
        line("  {}  {}", palette_(is_for ? Ink::Good : Ink::Bad, signed_text(reason->points[way])), reason->because);
      }
    }
  }

  void print_contradictions() {
    if (report_.contradictions.empty()) return;
    heading("This does not go together");
    for (const std::string& one : report_.contradictions) line("  - {}", one);
  }

  void print_changes() {
    if (report_.missing.empty()) return;
    if (report_.changes.empty() && report_.outcome != FitOutcome::Open) {
      heading("What you did not answer could not change the verdict");
      for (const std::string& name : report_.missing) line("  - {}", questions().find(name)->ask);
      return;
    }
    heading(report_.outcome == FitOutcome::Open ? "Answer more of these"
                                                : "What you did not answer, and what it could change");
    for (const std::string& name : report_.missing) {
      line("  - {}", questions().find(name)->ask);
      for (const draft::FitChange& change : report_.changes) {
        if (change.question == name)
          line("      {}: {}", change.answer, verdict_text(report_, change.outcome, change.best));
      }
    }
  }

  void print_next() {
    if (report_.outcome == FitOutcome::Open) return;
    heading("Next");
    line("{}", draft::wrapped(report_.ways[report_.best].next, "  "));
    if (!report_.templates.empty()) {
      line("  Or with a ready-made arrangement: tandem new --template {}",
           fmt::format("{}", fmt::join(report_.templates, ",")));
    }
  }

  const FitReport& report_;
  const Environment& environment_;
  Palette palette_;
};

std::string_view word_of(FitOutcome outcome) {
  switch (outcome) {
    case FitOutcome::Fits: return "fits";
    case FitOutcome::NotYet: return "not-yet";
    case FitOutcome::Open: return "open";
  }
  return "open";
}

json::Object points_json(const FitReport& report, const std::vector<int>& points) {
  json::Object out;
  for (std::size_t way = 0; way < report.ways.size(); ++way) out[report.ways[way].name] = points[way];
  return out;
}

json::Object report_json(const FitReport& report, const draft::Answers& answers) {
  json::Array reasons;
  for (const draft::FitReason& reason : report.reasons) {
    reasons.push_back(json::Object{{"question", reason.question},
                                   {"answer", answers.word(reason.question)},
                                   {"because", reason.because},
                                   {"points", points_json(report, reason.points)}});
  }
  json::Array ways;
  for (const draft::FitWay& way : report.ways) {
    ways.push_back(json::Object{
        {"name", way.name},
        {"title", way.title},
        {"points", way.points},
        {"excluded", way.excluded_because.empty() ? json::Value(nullptr) : json::Value(way.excluded_because)}});
  }
  json::Array first;
  for (const draft::FitFirst& one : report.first)
    first.push_back(json::Object{{"do", one.what_to_do}, {"because", one.because}});
  json::Array missing;
  for (const std::string& name : report.missing) {
    json::Array changes;
    for (const draft::FitChange& change : report.changes) {
      if (change.question != name) continue;
      changes.push_back(json::Object{
          {"answer", change.answer}, {"outcome", word_of(change.outcome)}, {"verdict", report.ways[change.best].name}});
    }
    missing.push_back(
        json::Object{{"question", name}, {"ask", questions().find(name)->ask}, {"could_change", std::move(changes)}});
  }
  const bool has_verdict = report.outcome != FitOutcome::Open;
  return {{"outcome", word_of(report.outcome)},
          {"verdict", has_verdict ? json::Value(report.ways[report.best].name) : json::Value(nullptr)},
          {"lead", report.lead},
          {"answered", report.answered},
          {"asked", report.asked},
          {"ways", std::move(ways)},
          {"reasons", std::move(reasons)},
          {"first", std::move(first)},
          {"contradictions", json::Array(report.contradictions.begin(), report.contradictions.end())},
          {"missing", std::move(missing)},
          {"templates", json::Array(report.templates.begin(), report.templates.end())}};
}

int print_weights(const Environment& environment) {
  const auto ways = draft::fit_ways();
  std::vector<Table::Column> columns = {{"answer"}};
  for (const draft::FitWay& way : ways) columns.push_back({way.name, Align::Right});
  columns.push_back({"because"});
  const Palette palette(environment.colour);
  Table table(columns);
  std::string question;
  for (const draft::FitWeight& weight : draft::fit_weights()) {
    if (weight.question != question) {
      question = weight.question;
      table.space();
      table.add({{questions().find(question)->ask, Ink::Strong}});
    }
    std::vector<Table::Cell> row = {{"  " + weight.is}};
    for (const int points : weight.points) row.push_back({signed_text(points)});
    row.push_back({weight.because, Ink::Faint});
    table.add(std::move(row));
  }
  fmt::print(environment.out, "{}", table.text(palette));
  return kDone;
}

int answer(const draft::Answers& answers, const Fit& command, const Environment& environment) {
  const FitReport report = draft::assess_fit(answers);
  if (command.format == Format::Json) {
    fmt::print(environment.out, "{}\n", json::to_text(report_json(report, answers)));
  } else {
    TextReport(report, environment).print();
  }
  return report.outcome == FitOutcome::Open ? kFaultsFound : kDone;
}

}  // namespace

int run(const Fit& command, const Environment& environment) {
  if (command.weights) return print_weights(environment);
  if (command.form) {
    fmt::print(environment.out, "{}", draft::form_text(questions(), {}, kFormHeading));
    return kDone;
  }
  if (!command.answers.empty()) {
    const auto answers = read_answer_file(questions(), command.answers, /*may_be_missing=*/false, environment);
    return answers ? answer(*answers, command, environment) : answers.error();
  }
  draft::Interview interview(questions(), {}, "see the verdict");
  fmt::print(environment.out,
             "Is co-managed IT right for you? {} to {} questions, as many as your answers bring up; `skip` leaves one\n"
             "open, `back` goes back. Nothing is written anywhere.\n",
             questions_at_first(), questions().questions().size());
  const auto ending = ask(interview, environment, [](const draft::Answers&) -> base::Result<> { return {}; });
  if (!ending) return could_not_run(environment, ending.error().message);
  if (*ending == Ending::Left) return kDone;
  if (*ending == Ending::InputEnded)
    return could_not_run(environment,
                         "the input ended before the verdict: `tandem fit --form` prints the questions to fill in");
  fmt::print(environment.out, "\n");
  return answer(interview.answers(), command, environment);
}

}  // namespace tandem::cli

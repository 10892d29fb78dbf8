#include "app/engagements.h"
#include "base/digits.h"
#include "cli/adoption.h"
#include "cli/commands.h"
#include "cli/progress_bar.h"
#include "connect/importer.h"

namespace tandem::cli {
namespace {

constexpr std::size_t kUnknownWordsShown = 10;

using EngagementOrStatus = std::expected<std::shared_ptr<const app::Engagement>, int>;

EngagementOrStatus choose_engagement(const ImportHistory& command, app::Engagements& engagements,
                                     const Environment& environment) {
  if (!command.agreement.empty()) {
    const auto adopted = adopt(command.agreement, engagements, environment);
    if (!adopted) return std::unexpected(adopted.error());
    return adopted->engagement;
  }
  if (command.engagement.empty()) {
    return std::unexpected(
        could_not_run(environment, "say where it goes: --engagement NAME, or --agreement PATH for a new one"));
  }
  auto engagement = engagements.find(desk::EngagementName(command.engagement));
  if (engagement) return engagement;
  return std::unexpected(
      could_not_run(environment, fmt::format("there is no engagement `{}` in this database", command.engagement)));
}

void print_problems(const connect::ImportReport& report, const Environment& environment) {
  for (const connect::LogProblem& problem : report.problems) {
    fmt::print(environment.err, "line {}: {}\n", problem.line, problem.message);
  }
  const std::uint64_t told = report.problems.size();
  if (report.bad_rows > told) fmt::print(environment.err, "and {} more\n", base::with_commas(report.bad_rows - told));
}

void print_unknown_words(const connect::ImportReport& report, const Environment& environment) {
  if (report.unknown_words.empty()) return;
  fmt::print(environment.out, "words the agreement does not know ({} in all):\n",
             base::with_commas(report.unknown_words.size()));
  std::vector<std::pair<std::string, std::uint64_t>> words(report.unknown_words.begin(), report.unknown_words.end());
  std::ranges::stable_sort(words, std::greater{}, &std::pair<std::string, std::uint64_t>::second);
  for (const auto& [word, rows] : words | std::views::take(kUnknownWordsShown)) {
    fmt::print(environment.out, "  {}, {} rows\n", word, base::with_commas(rows));
  }
}

void print_report(const connect::ImportReport& report, const Environment& environment) {
  fmt::print(environment.out, "read {} rows of {} incidents in {:.1f} s\n", base::with_commas(report.rows),
             base::with_commas(report.incidents + report.left_out), report.seconds);
  fmt::print(environment.out, "  {} opened, {} continued, {} already here; {} events written\n",
             base::with_commas(report.opened), base::with_commas(report.continued), base::with_commas(report.unchanged),
             base::with_commas(report.events));
  if (report.left_out > 0)
    fmt::print(environment.out, "  {} left out; malformed rows: {}\n", base::with_commas(report.left_out),
               base::with_commas(report.bad_rows));
  if (report.refused > 0) fmt::print(environment.out, "  {} not taken\n", base::with_commas(report.refused));
  print_unknown_words(report, environment);
}

}  // namespace

int run(const ImportHistory& command, const Environment& environment) {
  const auto store = command.agreement.empty() ? open_existing(environment, command.database)
                                               : environment.open_store(command.database);
  if (!store) return could_not_run(environment, store.error().message);
  app::Engagements engagements(**store, environment.clock);
  if (const auto loaded = engagements.load(); !loaded) return could_not_run(environment, loaded.error().message);
  const auto engagement = choose_engagement(command, engagements, environment);
  if (!engagement) return engagement.error();

  ProgressBar reading(environment, "reading");
  ProgressBar writing(environment, "writing");
  const auto progress = [&](const connect::ImportProgress& step) {
    if (step.phase == connect::ImportProgress::Phase::Reading) {
      reading.show(step.done, step.total, "bytes");
      return;
    }
    reading.finish();
    writing.show(step.done, step.total, "incidents");
  };
  const auto report = connect::import_history(command.file, (*engagement)->record.name, **store, *(*engagement)->policy,
                                              environment.ids, progress);
  reading.finish();
  writing.finish();
  if (!report) return could_not_run(environment, report.error().message);
  print_problems(*report, environment);
  print_report(*report, environment);
  return report->bad_rows + report->refused > 0 ? kFaultsFound : kDone;
}

}  // namespace tandem::cli

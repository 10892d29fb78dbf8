// The service report at the command line: as tables, and as JSON and separated values word for word as the API has it.
#include "app/service_reports.h"
#include "base/check.h"
#include "calendar/date_text.h"
#include "cli/commands.h"
#include "cli/opened_engagements.h"
#include "cli/report_table.h"
#include "wire/report_json.h"

namespace tandem::cli {
namespace {

calendar::Date day_after(calendar::Date day) {
  return calendar::Date(std::chrono::sys_days(day) + std::chrono::days(1));
}

std::expected<calendar::Date, std::string> read_day(std::string_view option, std::string_view text) {
  const auto day = calendar::parse_date(text);
  if (day && calendar::is_planned(*day)) return *day;
  return std::unexpected(fmt::format("`{}` is a day from {} to {}, such as 2026-12-21", option,
                                     calendar::kFirstPlannedYear, calendar::kLastPlannedYear));
}

// The days that are asked for, as the use case has them; `today` is the engagement's.
std::expected<app::ReportQuestion, std::string> question_of(const Report& command, calendar::Date today) {
  const auto grouping = desk::find_grouping(command.group);
  TANDEM_ENSURE(grouping.has_value());  // the option takes nothing else
  app::ReportQuestion question{.from = today.year() / today.month() / 1, .to = day_after(today), .grouping = *grouping};
  if (!command.month.empty()) {
    const auto first = calendar::parse_date(fmt::format("{}-01", command.month));
    if (!first || !calendar::is_planned(*first))
      return std::unexpected(fmt::format("`--month` is a month, such as 2026-12, not `{}`", command.month));
    question.from = *first;
    question.to = *first + std::chrono::months(1);
    return question;
  }
  if (!command.from.empty()) {
    const auto from = read_day("--from", command.from);
    if (!from) return std::unexpected(from.error());
    question.from = *from;
  }
  if (!command.to.empty()) {
    const auto to = read_day("--to", command.to);
    if (!to) return std::unexpected(to.error());
    question.to = day_after(*to);
  }
  if (question.to > question.from) return question;
  if (command.to.empty()) {
    return std::unexpected(
        fmt::format("`--from` is after today, {}, which is the last day without `--to`", calendar::iso_date(today)));
  }
  const std::string from = calendar::iso_date(question.from);
  if (!command.from.empty()) return std::unexpected(fmt::format("`--to` is before `--from`, {}", from));
  return std::unexpected(fmt::format("`--to` is before {}, which is the first day without `--from`", from));
}

}  // namespace

int run(const Report& command, const Environment& environment) {
  const auto opened = open_engagements(environment, command.database);
  if (!opened) return could_not_run(environment, opened.error().message);
  const desk::EngagementName name(command.engagement);
  const auto engagement = opened->engagements->find(name);
  if (!engagement) return could_not_run(environment, "there is no such engagement");
  const auto zone = calendar::Zone::find(engagement->policy->spec().time_zone);
  if (!zone) return could_not_run(environment, zone.error().message);
  const auto question = question_of(command, zone->to_local(environment.clock.now()).date);
  if (!question) return could_not_run(environment, question.error());
  const app::ServiceReports reports(*opened->store, *opened->engagements, environment.clock);
  const auto view = reports.of(app::CommandLine{}, name, *question);
  if (!view) return could_not_run(environment, view.error().message);
  switch (command.format) {
    case ReportFormat::Text: fmt::print(environment.out, "{}", report_text(*view, Palette(environment.colour))); break;
    case ReportFormat::Json: fmt::print(environment.out, "{}\n", wire::encode(*view)); break;
    case ReportFormat::Csv: fmt::print(environment.out, "{}", wire::encode_csv(*view)); break;
  }
  return kDone;
}

}  // namespace tandem::cli

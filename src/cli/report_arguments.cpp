// The options of `tandem report`.
#include "cli/slots.h"

namespace tandem::cli {

void add_report_command(CLI::App& app, Slots& all) {
  auto& report = all.of<Report>();
  Report& command = report.command;
  report.app = app.add_subcommand("report", "Tell who held work how long, who was waited for and what came of targets");
  auto* month = report.app->add_option("--month", command.month, "a whole month; else days")->type_name("YYYY-MM");
  report.app->add_option("--from", command.from, "the first day, in the engagement's zone; else the first of the month")
      ->excludes(month)
      ->type_name("YYYY-MM-DD");
  report.app->add_option("--to", command.to, "the last day, included; else today")
      ->excludes(month)
      ->type_name("YYYY-MM-DD");
  report.app->add_option("--group", command.group, "what the lines are: party, team, person, category or priority")
      ->check(CLI::IsMember({"party", "team", "person", "category", "priority"}))
      ->capture_default_str()
      ->type_name("WHAT");
  const auto choose = [&command](const std::string& word) {
    constexpr std::array<std::pair<std::string_view, ReportFormat>, 3> kFormats = {
        {{"text", ReportFormat::Text}, {"json", ReportFormat::Json}, {"csv", ReportFormat::Csv}}};
    const auto found = std::ranges::find(kFormats, word, &std::pair<std::string_view, ReportFormat>::first);
    if (found == kFormats.end())
      throw CLI::ValidationError("--format", fmt::format("text, json or csv, not `{}`", word));
    command.format = found->second;
  };
  report.app->add_option_function<std::string>("--format", choose, "text, json or csv")->type_name("FORMAT");
  need_engagement(report, "whose work");
}

}  // namespace tandem::cli

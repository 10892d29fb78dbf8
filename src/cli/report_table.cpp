#include "cli/report_table.h"

#include "cli/local_text.h"
#include "cli/table.h"

namespace tandem::cli {
namespace {

using desk::Figure;

struct Column {
  std::string_view heading;
  Figure figure;
};
struct Topic {
  std::string_view title;
  std::vector<Column> columns;
};

const std::vector<Topic>& topics() {
  static const std::vector<Topic> all{
      {.title = "tickets",
       .columns = {{"open before", Figure::OpenAtStart},
                   {"opened", Figure::Opened},
                   {"reopened", Figure::Reopened},
                   {"resolved", Figure::Resolved},
                   {"open at the end", Figure::OpenAtEnd}}},
      {.title = "time, day and night",
       .columns = {{"held", Figure::Held},
                   {"in hand", Figure::Working},
                   {"offered", Figure::OnOffer},
                   {"on a problem", Figure::OnProblem},
                   {"on the requester", Figure::OnRequester},
                   {"on a vendor", Figure::OnVendor},
                   {"on evidence", Figure::OnEvidence}}},
      {.title = "time in the team's hours",
       .columns = {{"held", Figure::HeldBusiness},
                   {"in hand", Figure::WorkingBusiness},
                   {"offered", Figure::OnOfferBusiness},
                   {"on a problem", Figure::OnProblemBusiness},
                   {"on the requester", Figure::OnRequesterBusiness},
                   {"on a vendor", Figure::OnVendorBusiness},
                   {"on evidence", Figure::OnEvidenceBusiness}}},
      {.title = "answers",
       .columns = {{"met", Figure::RespondMet},
                   {"missed", Figure::RespondMissed},
                   {"charged", Figure::RespondCharged},
                   {"met late", Figure::RespondMetLate},
                   {"overdue", Figure::RespondOverdue},
                   {"running", Figure::RespondRunning}}},
      {.title = "resolutions",
       .columns = {{"met", Figure::ResolveMet},
                   {"missed", Figure::ResolveMissed},
                   {"charged", Figure::ResolveCharged},
                   {"met late", Figure::ResolveMetLate},
                   {"overdue", Figure::ResolveOverdue},
                   {"running", Figure::ResolveRunning}}},
      {.title = "hand-offs",
       .columns = {{"offered", Figure::HandoffsOffered},
                   {"withdrawn", Figure::HandoffsWithdrawn},
                   {"accepted", Figure::HandoffsAccepted},
                   {"declined", Figure::HandoffsDeclined},
                   {"expired", Figure::HandoffsExpired}}},
      {.title = "satisfaction", .columns = {{"good", Figure::RatedGood}, {"not good", Figure::RatedBad}}}};
  return all;
}

// "12", "3:20 h", and of charges how many whole misses: "0.86"; what is nought stays out of the way.
std::string amount_text(Figure figure, std::int64_t amount) {
  if (amount == 0) return "-";
  switch (desk::unit_of(figure)) {
    case desk::FigureUnit::Count: return fmt::format("{}", amount);
    case desk::FigureUnit::Time: return hours_text(base::Duration(amount));
    case desk::FigureUnit::Percent: return fmt::format("{}.{:02}", amount / 100, amount % 100);
  }
  return {};
}

std::string name_of(const desk::ReportLine& line, desk::Grouping grouping) {
  switch (grouping) {
    case desk::Grouping::Party: return line.party.text();
    case desk::Grouping::Team: return line.team.text();
    case desk::Grouping::Person:
      return line.person.empty() ? fmt::format("nobody of {}", line.party.text()) : line.person.text();
    case desk::Grouping::Category: return line.category.text();
    case desk::Grouping::Priority: return line.priority.text();
  }
  return {};
}

std::vector<Table::Cell> row_of(std::string name, const desk::Figures& figures, const Topic& topic, Ink ink) {
  std::vector<Table::Cell> row{{std::move(name), ink}};
  for (const Column& column : topic.columns) row.push_back({amount_text(column.figure, figures[column.figure]), ink});
  return row;
}

std::string topic_text(const Topic& topic, const app::ReportView& view, const desk::Figures& total,
                       const Palette& palette) {
  const auto has_any = [&](const desk::Figures& figures) {
    return std::ranges::any_of(topic.columns, [&](const Column& column) { return figures[column.figure] != 0; });
  };
  if (!has_any(total)) return {};
  std::vector<Table::Column> columns{{std::string(topic.title)}};
  for (const Column& column : topic.columns)
    columns.push_back({.heading = std::string(column.heading), .align = Align::Right});
  Table table(std::move(columns));
  for (const auto& [line, figures] : view.report.lines()) {
    if (has_any(figures)) table.add(row_of(name_of(line, view.question.grouping), figures, topic, Ink::Plain));
  }
  table.add(row_of("all", total, topic, Ink::Strong));
  return fmt::format("\n{}", table.text(palette));
}

// What is worked out of the others; empty where there is nothing to tell.
std::string worked_out(const desk::Figures& total) {
  std::string text;
  if (const auto median = total.median_to_accept())
    text += fmt::format("half of the offers that were accepted waited {} or less\n", length_text(*median));
  if (const auto percent = total.satisfied_percent()) text += fmt::format("{}% of the ratings are good\n", *percent);
  return text.empty() ? text : fmt::format("\n{}", text);
}

}  // namespace

std::string report_text(const app::ReportView& view, const Palette& palette) {
  const calendar::Date last(std::chrono::sys_days(view.question.to) - std::chrono::days(1));
  std::string text = palette(
      Ink::Strong,
      fmt::format("{}, {} to {} ({}), by {}\n", view.engagement->record.display, date_text(view.question.from),
                  date_text(last), view.engagement->policy->spec().time_zone, desk::to_text(view.question.grouping)));
  const desk::Figures total = view.report.total();
  if (total.is_empty()) return fmt::format("{}\nno work in these days\n", text);
  for (const Topic& topic : topics()) text += topic_text(topic, view, total, palette);
  return text + worked_out(total);
}

}  // namespace tandem::cli

#include "wire/report_json.h"

#include "calendar/date_text.h"
#include "wire/csv_writer.h"
#include "wire/parts.h"
#include "wire/writer.h"

namespace tandem::wire {
namespace {

// As others read it: times in whole seconds, everything else as it is counted.
std::int64_t outside(desk::Figure figure, std::int64_t amount) {
  return desk::unit_of(figure) == desk::FigureUnit::Time ? whole_seconds(base::Duration(amount)) : amount;
}

std::optional<std::int64_t> median_seconds(const desk::Figures& figures) {
  const auto median = figures.median_to_accept();
  return median ? std::optional(whole_seconds(*median)) : std::nullopt;
}

template <class Each>
void each_figure(Each each) {
  for (std::size_t i = 0; i < desk::kFigures; ++i) each(static_cast<desk::Figure>(i));
}

void write_figures(Writer& json, const desk::Figures& figures) {
  json.key("figures");
  json.begin_object();
  each_figure([&](desk::Figure figure) { json.field(desk::to_text(figure), outside(figure, figures[figure])); });
  json.end_object();
  json.field("median_seconds_to_accept", median_seconds(figures));
  json.field("satisfied_percent", figures.satisfied_percent());
}

void write_line(Writer& json, const desk::ReportLine& line) {
  json.field_or_null("party", line.party);
  json.field_or_null("team", line.team);
  json.field_or_null("person", line.person);
  json.field_or_null("category", line.category);
  json.field_or_null("priority", line.priority);
}

// The columns that say what a line is about.
std::vector<std::pair<std::string_view, std::string_view>> columns_of(const desk::ReportLine& line,
                                                                      desk::Grouping grouping) {
  switch (grouping) {
    case desk::Grouping::Party: return {{"party", line.party.text()}};
    case desk::Grouping::Team: return {{"party", line.party.text()}, {"team", line.team.text()}};
    case desk::Grouping::Person: return {{"party", line.party.text()}, {"person", line.person.text()}};
    case desk::Grouping::Category: return {{"category", line.category.text()}};
    case desk::Grouping::Priority: return {{"priority", line.priority.text()}};
  }
  return {};
}

}  // namespace

std::string encode(const app::ReportView& view) {
  Writer json;
  json.begin_object();
  json.field("from", calendar::iso_date(view.question.from));
  json.field("to", calendar::iso_date(view.question.to));
  json.field("group", desk::to_text(view.question.grouping));
  json.field("time_zone", view.engagement->policy->spec().time_zone);
  json.field("begins", view.period.from);
  json.field("ends", view.period.to);
  json.field("leaves_out_confidential", view.leaves_out_confidential);
  json.key("lines");
  json.begin_array();
  for (const auto& [line, figures] : view.report.lines()) {
    json.begin_object();
    write_line(json, line);
    write_figures(json, figures);
    json.end_object();
  }
  json.end_array();
  json.key("total");
  json.begin_object();
  write_figures(json, view.report.total());
  json.end_object();
  json.end_object();
  return json.take();
}

std::string encode(const app::TicketsBehind& behind) {
  Writer json;
  json.begin_object();
  json.field("figure", desk::to_text(behind.asked.figure));
  json.field("amount", outside(behind.asked.figure, behind.total));
  json.field("count", behind.count);
  json.key("tickets");
  json.begin_array();
  for (const app::TicketBehind& ticket : behind.tickets) {
    json.begin_object();
    json.field("id", ticket.id.text());
    json.field("number", app::format_number(behind.engagement->record.prefix, ticket.number));
    json.field("subject", ticket.subject);
    json.field("state", desk::to_text(ticket.state));
    json.field("amount", outside(behind.asked.figure, ticket.amount));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

std::string encode_csv(const app::ReportView& view) {
  const desk::Grouping grouping = view.question.grouping;
  CsvWriter csv;
  for (const auto& [name, value] : columns_of({}, grouping)) csv.field(name);
  each_figure([&](desk::Figure figure) { csv.field(desk::to_text(figure)); });
  csv.field("median_seconds_to_accept");
  csv.field("satisfied_percent");
  csv.end_line();
  for (const auto& [line, figures] : view.report.lines()) {
    for (const auto& [name, value] : columns_of(line, grouping)) csv.field(value);
    each_figure([&](desk::Figure figure) { csv.field(outside(figure, figures[figure])); });
    for (const auto& maybe : {median_seconds(figures), figures.satisfied_percent()}) {
      if (maybe) {
        csv.field(*maybe);
      } else {
        csv.field("");
      }
    }
    csv.end_line();
  }
  return csv.take();
}

std::string csv_file_name(const app::ReportView& view) {
  return fmt::format("service-{}-{}-{}-{}.csv", view.engagement->record.name.text(),
                     calendar::iso_date(view.question.from), calendar::iso_date(view.question.to),
                     desk::to_text(view.question.grouping));
}

}  // namespace tandem::wire

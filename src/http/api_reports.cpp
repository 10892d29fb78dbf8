// Reports over tickets. Each is a walk over the events of many, so that few are made at once.
#include "http/disposition.h"
#include "http/engagement_routes.h"
#include "http/query.h"
#include "wire/report_json.h"

namespace tandem::http {
namespace {

Response too_many() {
  return failed({app::FailureKind::Unavailable, "too many reports are made at this moment", {}, {}});
}

app::ReportQuestion read_question(QueryReader& query) {
  app::ReportQuestion question{};
  const auto from = query.day("from");
  const auto to = query.day("to");
  if (!from) query.complain("from", "say from which day: `from`");
  if (!to) query.complain("to", "say until which day: `to`, the first that is not in it");
  if (from) question.from = *from;
  if (to) question.to = *to;
  if (const auto group = query.word("group")) {
    const auto grouping = desk::find_grouping(*group);
    if (!grouping) query.complain("group", "`group` is `party`, `team`, `person`, `category` or `priority`");
    question.grouping = grouping.value_or(question.grouping);
  }
  return question;
}

// The line that the query names; nothing where it names none.
std::optional<desk::ReportLine> read_line(QueryReader& query) {
  const desk::ReportLine line{.party = desk::PartyName(query.word("party").value_or("")),
                              .team = desk::TeamName(query.word("team").value_or("")),
                              .person = desk::PersonName(query.word("person").value_or("")),
                              .category = desk::CategoryName(query.word("category").value_or("")),
                              .priority = desk::PriorityName(query.word("priority").value_or(""))};
  return line == desk::ReportLine() ? std::nullopt : std::optional(line);
}

// Why there are no tickets behind what was asked for.
std::string no_figure(std::string_view name) {
  if (name == "median_seconds_to_accept")
    return "`median_seconds_to_accept` is worked out and has no tickets of its own: ask for `handoffs_accepted`";
  if (name == "satisfied_percent")
    return "`satisfied_percent` is worked out and has no tickets of its own: ask for `rated_good` or `rated_bad`";
  std::string all;
  for (std::size_t i = 0; i < desk::kFigures; ++i)
    all += fmt::format("{}`{}`", i == 0 ? "" : ", ", desk::to_text(static_cast<desk::Figure>(i)));
  return fmt::format("say which number: `figure` is one of {}", all);
}

Response report(Api& api, const Request& request, const Identity& identity) {
  QueryReader query(request.query);
  const app::ReportQuestion question = read_question(query);
  if (!query.finish()) return bad_query(query.problems());
  const auto pass = api.reports.enter();
  if (!pass) return too_many();
  const auto view = api.use_cases.reports.of(identity.caller, engagement_of(request), question);
  if (!view) return failed_query(view.error());
  return Response::json(200, wire::encode(*view));
}

Response report_csv(Api& api, const Request& request, const Identity& identity) {
  QueryReader query(request.query);
  const app::ReportQuestion question = read_question(query);
  if (!query.finish()) return bad_query(query.problems());
  const auto pass = api.reports.enter();
  if (!pass) return too_many();
  const auto view = api.use_cases.reports.of(identity.caller, engagement_of(request), question);
  if (!view) return failed_query(view.error());
  Response response = Response::text(200, wire::encode_csv(*view));
  response.content_type = "text/csv; charset=utf-8; header=present";
  return std::move(response).with("Content-Disposition",
                                  content_disposition(Disposition::Attachment, wire::csv_file_name(*view)));
}

Response behind(Api& api, const Request& request, const Identity& identity) {
  QueryReader query(request.query);
  const app::ReportQuestion question = read_question(query);
  app::FigureAsked asked{.line = read_line(query)};
  const std::string name = query.word("figure").value_or("");
  const auto figure = desk::find_figure(name);
  if (!figure) query.complain("figure", no_figure(name));
  asked.figure = figure.value_or(asked.figure);
  if (!query.finish()) return bad_query(query.problems());
  const auto pass = api.reports.enter();
  if (!pass) return too_many();
  const auto tickets = api.use_cases.reports.behind(identity.caller, engagement_of(request), question, asked);
  if (!tickets) return failed_query(tickets.error());
  return Response::json(200, wire::encode(*tickets));
}

}  // namespace

void add_report_routes(Router& router, Api& api) {
  EngagementRoutes routes(router, api, "/reports/service");
  routes.read("", report);
  routes.read(".csv", report_csv);
  routes.read("/tickets", behind);
}

}  // namespace tandem::http

#include "http/api.h"

#include "http/query.h"

namespace tandem::http {

void add_api_routes(Router& router, Api& api) {
  add_session_routes(router, api);
  add_engagement_routes(router, api);
  add_ticket_routes(router, api);
  add_event_routes(router, api);
  add_leave_routes(router, api);
  add_ledger_routes(router, api);
  add_outlook_routes(router, api);
  add_change_routes(router, api);
  add_talk_routes(router, api);
  add_decision_routes(router, api);
  add_agreement_routes(router, api);
  add_presence_routes(router, api);
  add_related_routes(router, api);
  add_file_routes(router, api);
  add_catalogue_routes(router, api);
  add_vip_routes(router, api);
  add_action_routes(router, api);
  add_report_routes(router, api);
}

Response failed(const app::Failure& failure) {
  return Response::problem(wire::problem_of(failure));
}

Response bad_query(const std::vector<app::FieldProblem>& problems) {
  return Response::problem({.type = "invalid-query",
                            .title = "The query cannot be taken as it is",
                            .status = 400,
                            .detail = problems.size() == 1
                                          ? problems.front().message
                                          : fmt::format("{} parameters cannot be taken as they are", problems.size()),
                            .errors = problems});
}

Response failed_query(const app::Failure& failure) {
  if (failure.kind != app::FailureKind::Invalid) return failed(failure);
  std::vector<app::FieldProblem> problems = failure.fields;
  for (app::FieldProblem& each : problems) {
    if (each.pointer.starts_with('/')) each.pointer.erase(0, 1);
  }
  return bad_query(problems);
}

std::optional<Response> check_no_query(const Request& request) {
  QueryReader query(request.query);
  if (query.finish()) return std::nullopt;
  return bad_query(query.problems());
}

Handler known(Api& api, KnownHandler handler) {
  return [&api, handler = std::move(handler)](const Request& request) {
    const auto identity = identify(request, api.use_cases.accounts);
    if (!identity) return Response::problem(identity.error());
    return handler(request, *identity);
  };
}

}  // namespace tandem::http

// What was done alone on a ticket, and the cover that a task is about.
#include "http/engagement_routes.h"
#include "http/path_number.h"
#include "http/preconditions.h"
#include "http/ticket_response.h"
#include "wire/action_json.h"
#include "wire/requests.h"

namespace tandem::http {
namespace {

Response run(Api& api, const Request& request, const Identity& identity, int status, const desk::Command& command) {
  const auto options = read_preconditions(request);
  if (!options) return Response::problem(options.error());
  const auto done = api.use_cases.tickets.command(identity.caller, engagement_of(request), request.param("ticket"),
                                                  command, *options);
  if (!done) return failed(done.error());
  return ticket_response(status, *done);
}

Response list(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  const auto found = api.use_cases.tickets.actions(identity.caller, engagement_of(request), request.param("ticket"));
  if (!found) return failed(found.error());
  return Response::json(200, wire::encode(*found));
}

Response record(Api& api, const Request& request, const Identity& identity) {
  auto named = wire::decode_action(request.body);
  if (!named) return Response::problem(named.error());
  if (!named->decided_by.empty()) {
    const auto decision = api.use_cases.tickets.find_ticket(identity.caller, engagement_of(request), named->decided_by);
    if (!decision && decision.error().kind == app::FailureKind::NotFound) {
      const std::string& message = decision.error().message;
      return failed({app::FailureKind::Invalid, message, {{"/decided_by", message}}, {}});
    }
    if (!decision) return failed(decision.error());
    named->action.decided_by = *decision;
  }
  return run(api, request, identity, 201, std::move(named->action));
}

Response answer(Api& api, const Request& request, const Identity& identity) {
  auto command = wire::decode_action_answer(request.body);
  if (!command) return Response::problem(command.error());
  const auto action = number_in(request, "action");
  if (!action) return failed({app::FailureKind::NotFound, "there is no such action", {}, {}});
  command->action = *action;
  return run(api, request, identity, 200, *std::move(command));
}

Response arrange(Api& api, const Request& request, const Identity& identity) {
  auto command = wire::decode_cover(request.body);
  if (!command) return Response::problem(command.error());
  return run(api, request, identity, 200, *std::move(command));
}

}  // namespace

void add_action_routes(Router& router, Api& api) {
  EngagementRoutes routes(router, api, "/tickets/{ticket}");
  routes.read("/actions", list);
  routes.write(Method::Post, "/actions", record);
  routes.write(Method::Post, "/actions/{action}/answer", answer);
  routes.write(Method::Post, "/cover", arrange);
}

}  // namespace tandem::http

// What was done alone on a ticket, and the cover that a task is about.
#include "http/api.h"
#include "http/preconditions.h"
#include "wire/action_json.h"
#include "wire/requests.h"
#include "wire/ticket_json.h"

namespace tandem::http {
namespace {

constexpr std::string_view kActions = "/api/v1/engagements/{engagement}/tickets/{ticket}/actions";
constexpr std::string_view kAnswer = "/api/v1/engagements/{engagement}/tickets/{ticket}/actions/{action}/answer";
constexpr std::string_view kCover = "/api/v1/engagements/{engagement}/tickets/{ticket}/cover";

using Work = Response (*)(Api&, const Request&, const Identity&);

std::optional<Response> check_write(const Request& request) {
  if (auto bad = check_no_query(request)) return bad;
  if (const auto problem = check_json_content(request)) return Response::problem(*problem);
  return std::nullopt;
}

Response run(Api& api, const Request& request, const Identity& identity, int status, const desk::Command& command) {
  const auto options = read_preconditions(request);
  if (!options) return Response::problem(options.error());
  const auto done = api.use_cases.tickets.command(identity.caller, engagement_of(request), request.param("ticket"),
                                                  command, *options);
  if (!done) return failed(done.error());
  return Response::json(status, wire::encode(*done)).with("ETag", quote_version(done->ticket.version));
}

Response list(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  const auto found = api.use_cases.tickets.actions(identity.caller, engagement_of(request), request.param("ticket"));
  if (!found) return failed(found.error());
  return Response::json(200, wire::encode(*found));
}

Response record(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_write(request)) return std::move(*bad);
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

// The number of an action in the path. What is no number is no action.
std::optional<std::uint32_t> action_of(const Request& request) {
  const std::string& text = request.param("action");
  std::uint32_t action = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), action);
  if (error == std::errc{} && end == text.data() + text.size() && action > 0) return action;
  return std::nullopt;
}

Response answer(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_write(request)) return std::move(*bad);
  auto command = wire::decode_action_answer(request.body);
  if (!command) return Response::problem(command.error());
  const auto action = action_of(request);
  if (!action) return failed({app::FailureKind::NotFound, "there is no such action", {}, {}});
  command->action = *action;
  return run(api, request, identity, 200, *std::move(command));
}

Response arrange(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_write(request)) return std::move(*bad);
  auto command = wire::decode_cover(request.body);
  if (!command) return Response::problem(command.error());
  return run(api, request, identity, 200, *std::move(command));
}

void add(Router& router, Api& api, Method method, std::string_view pattern, Work work) {
  router.add({.method = method,
              .pattern = std::string(pattern),
              .handler = known(api, [&api, work](const Request& request, const Identity& identity) {
                return work(api, request, identity);
              })});
}

}  // namespace

void add_action_routes(Router& router, Api& api) {
  add(router, api, Method::Get, kActions, list);
  add(router, api, Method::Post, kActions, record);
  add(router, api, Method::Post, kAnswer, answer);
  add(router, api, Method::Post, kCover, arrange);
}

}  // namespace tandem::http

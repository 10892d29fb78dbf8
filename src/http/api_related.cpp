// Commands that name another ticket, the known errors that may help with a new one, and the major incidents of the
// moment.
#include "http/engagement_routes.h"
#include "http/preconditions.h"
#include "http/query.h"
#include "http/ticket_response.h"
#include "wire/related_json.h"
#include "wire/requests.h"

namespace tandem::http {
namespace {

constexpr std::size_t kMaxWords = 1000;  // bytes of what similar words are looked for in

// What names no ticket that the caller may see is a mistake in that field of the body.
Response no_other(const app::Failure& failure, std::string_view field) {
  if (failure.kind != app::FailureKind::NotFound) return failed(failure);
  return failed({app::FailureKind::Invalid, failure.message, {{fmt::format("/{}", field), failure.message}}, {}});
}

// Runs a command about the ticket of the path and the one that the body names.
template <class MakeCommand>
Response run(Api& api, const Request& request, const Identity& identity, int status, const std::string& other,
             std::string_view field, MakeCommand make) {
  const auto options = read_preconditions(request);
  if (!options) return Response::problem(options.error());
  const auto engagement = engagement_of(request);
  const auto found = api.use_cases.tickets.find_ticket(identity.caller, engagement, request.param("ticket"));
  if (!found) return failed(found.error());
  const auto named = api.use_cases.tickets.find_ticket(identity.caller, engagement, other);
  if (!named) return no_other(named.error(), field);
  const auto done =
      api.use_cases.tickets.command(identity.caller, engagement, request.param("ticket"), make(*named), *options);
  if (!done) return failed(done.error());
  return ticket_response(status, *done);
}

Response link(Api& api, const Request& request, const Identity& identity) {
  const auto body = wire::decode_link(request.body);
  if (!body) return Response::problem(body.error());
  return run(api, request, identity, 201, body->ticket, "ticket",
             [&](desk::TicketId other) { return desk::LinkTicket{.kind = body->kind, .other = other}; });
}

Response unlink(Api& api, const Request& request, const Identity& identity) {
  const auto body = wire::decode_unlink(request.body);
  if (!body) return Response::problem(body.error());
  return run(api, request, identity, 200, body->ticket, "ticket", [&](desk::TicketId other) {
    return desk::UnlinkTicket{.kind = body->kind, .other = other, .reason = body->reason};
  });
}

Response merge(Api& api, const Request& request, const Identity& identity) {
  const auto body = wire::decode_merge(request.body);
  if (!body) return Response::problem(body.error());
  return run(api, request, identity, 200, body->into, "into",
             [&](desk::TicketId other) { return desk::MergeTicket{.into = other, .reason = body->reason}; });
}

Response open_related(Api& api, const Request& request, const Identity& identity) {
  const auto options = read_preconditions(request);
  if (!options) return Response::problem(options.error());
  const auto related = wire::decode_related_ticket(request.body);
  if (!related) return Response::problem(related.error());
  const auto engagement = engagement_of(request);
  const auto opened =
      api.use_cases.tickets.open_related(identity.caller, engagement, request.param("ticket"), *related, *options);
  // Into a category whose tickets whoever opened it may not read: done, and nothing to show.
  if (!opened && opened.error().kind == app::FailureKind::Hidden) return Response::no_content();
  if (!opened) return failed(opened.error());
  return ticket_response(201, *opened)
      .with("Location", fmt::format("/api/v1/engagements/{}/tickets/{}", engagement.text(), opened->ticket.id.text()));
}

Response known_errors(Api& api, const Request& request, const Identity& identity) {
  QueryReader query(request.query);
  const desk::CategoryName category(query.word("category").value_or(""));
  const std::string words = query.word("q").value_or("");
  if (words.size() > kMaxWords) query.complain("q", fmt::format("`q` has at most {} bytes", kMaxWords));
  if (!query.finish()) return bad_query(query.problems());
  const auto engagement = engagement_of(request);
  const auto errors = api.use_cases.tickets.known_errors(identity.caller, engagement, category, words);
  if (!errors) return failed(errors.error());
  const auto found = api.use_cases.engagements.find(engagement);
  return Response::json(200,
                        wire::encode(std::span<const app::KnownError>(*errors), found ? found->record.prefix : ""));
}

Response active_majors(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  const auto engagement = engagement_of(request);
  const auto majors = api.use_cases.tickets.active_majors(identity.caller, engagement);
  if (!majors) return failed(majors.error());
  const auto found = api.use_cases.engagements.find(engagement);
  return Response::json(200,
                        wire::encode(std::span<const app::ActiveMajor>(*majors), found ? found->record.prefix : ""));
}

}  // namespace

void add_related_routes(Router& router, Api& api) {
  EngagementRoutes routes(router, api);
  routes.write(Method::Post, "/tickets/{ticket}/links", link);
  routes.write(Method::Post, "/tickets/{ticket}/unlink", unlink);
  routes.write(Method::Post, "/tickets/{ticket}/merge", merge);
  routes.write(Method::Post, "/tickets/{ticket}/related", open_related);
  routes.read("/known-errors", known_errors);
  routes.read("/major-incidents", active_majors);
}

}  // namespace tandem::http

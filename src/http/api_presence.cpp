// Who has a ticket before them now.
#include "http/api.h"
#include "http/preconditions.h"
#include "http/query.h"
#include "wire/event_json.h"
#include "wire/requests.h"

namespace tandem::http {
namespace {

constexpr std::string_view kPresence = "/api/v1/engagements/{engagement}/tickets/{ticket}/presence";

Response answer(const app::Outcome<std::vector<app::PresentPerson>>& people) {
  if (!people) return failed(people.error());
  return Response::json(200, wire::encode(std::span<const app::PresentPerson>(*people)));
}

Response others(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  return answer(api.use_cases.presence.others(identity.caller, engagement_of(request), request.param("ticket")));
}

Response say(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  if (const auto problem = check_json_content(request)) return Response::problem(*problem);
  const auto word = wire::decode_presence(request.body);
  if (!word) return Response::problem(word.error());
  return answer(api.use_cases.presence.say(identity.caller, engagement_of(request), request.param("ticket"), *word));
}

}  // namespace

void add_presence_routes(Router& router, Api& api) {
  const auto add = [&](Method method, Response (*handler)(Api&, const Request&, const Identity&)) {
    router.add({.method = method,
                .pattern = std::string(kPresence),
                .handler = known(api, [&api, handler](const Request& request, const Identity& identity) {
                  return handler(api, request, identity);
                })});
  };
  add(Method::Get, others);
  add(Method::Put, say);
}

}  // namespace tandem::http

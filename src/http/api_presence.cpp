// Who has a ticket before them now.
#include "http/engagement_routes.h"
#include "http/preconditions.h"
#include "http/query.h"
#include "wire/event_json.h"
#include "wire/requests.h"

namespace tandem::http {
namespace {

Response answer(const app::Outcome<std::vector<app::PresentPerson>>& people) {
  if (!people) return failed(people.error());
  return Response::json(200, wire::encode(std::span<const app::PresentPerson>(*people)));
}

Response others(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  return answer(api.use_cases.presence.others(identity.caller, engagement_of(request), request.param("ticket")));
}

Response say(Api& api, const Request& request, const Identity& identity) {
  const auto word = wire::decode_presence(request.body);
  if (!word) return Response::problem(word.error());
  return answer(api.use_cases.presence.say(identity.caller, engagement_of(request), request.param("ticket"), *word));
}

}  // namespace

void add_presence_routes(Router& router, Api& api) {
  EngagementRoutes routes(router, api, "/tickets/{ticket}/presence");
  routes.read("", others);
  routes.write(Method::Put, "", say);
}

}  // namespace tandem::http

// The ledger: its signed head, and proofs.
#include "http/engagement_routes.h"
#include "http/query.h"
#include "wire/ledger_json.h"

namespace tandem::http {
namespace {

constexpr std::uint64_t kMost = std::uint64_t{1} << 53;  // what every JSON reader can tell apart

Response head(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  const auto head = api.use_cases.ledgers.head(identity.caller, engagement_of(request));
  if (!head) return failed(head.error());
  return Response::json(200, wire::encode(*head));
}

// Of an event (`ticket`, `version`, perhaps `size`), or from an earlier size (`first`, perhaps `second`).
Response proof(Api& api, const Request& request, const Identity& identity) {
  QueryReader query(request.query);
  const auto ticket = query.word("ticket");
  const auto version = query.number("version", 1, std::numeric_limits<std::uint32_t>::max());
  const auto size = query.number("size", 1, kMost);
  const auto first = query.number("first", 0, kMost);
  const auto second = query.number("second", 0, kMost);
  if (!query.finish()) return bad_query(query.problems());
  const bool of_event = ticket || version || size;
  if (of_event == (first || second)) {
    return bad_query(
        {{"ticket", "ask for an event (`ticket`, `version`) or for what came after an earlier size (`first`)"}});
  }
  if (of_event && (!ticket || !version))
    return bad_query({{ticket ? "version" : "ticket", "an event is asked for by `ticket` and `version`"}});
  if (!of_event && !first) return bad_query({{"first", "say from which size"}});
  const auto engagement = engagement_of(request);
  const auto answer = [](const auto& proved, std::string_view parameter) {
    if (proved) return Response::json(200, wire::encode(*proved));
    // Of what a proof is asked with, only the size can be wrong in itself.
    if (proved.error().kind == app::FailureKind::Invalid)
      return bad_query({{std::string(parameter), proved.error().message}});
    return failed(proved.error());
  };
  const app::Ledgers& ledgers = api.use_cases.ledgers;
  if (of_event) {
    return answer(ledgers.event(identity.caller, engagement, *ticket, static_cast<std::uint32_t>(*version), size),
                  "size");
  }
  return answer(ledgers.growth(identity.caller, engagement, *first, second), second ? "second" : "first");
}

}  // namespace

void add_ledger_routes(Router& router, Api& api) {
  EngagementRoutes routes(router, api, "/ledger");
  routes.read("/head", head);
  routes.read("/proof", proof);
}

}  // namespace tandem::http

// Live changes as server-sent events.
#include "http/engagement_routes.h"
#include "http/live_changes.h"
#include "http/query.h"

namespace tandem::http {
namespace {

// Nothing in the value: the client begins now.
std::expected<std::optional<app::Position>, Response> read_after(const Request& request) {
  QueryReader query(request.query);
  const auto from_query = query.word("last_event_id");
  if (!query.finish()) return std::unexpected(bad_query(query.problems()));
  // The header is what a browser sends when it connects again, so it is the newer one.
  const std::string* header = request.header("last-event-id");
  const std::string text = header != nullptr ? *header : from_query.value_or("");
  if (text.empty()) return std::optional<app::Position>();
  app::Position position = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), position);
  if (error != std::errc{} || end != text.data() + text.size()) {
    return std::unexpected(
        bad_query({{header != nullptr ? "Last-Event-ID" : "last_event_id", "the id of an event is a whole number"}}));
  }
  return std::optional(position);
}

Response stream(Api& api, const Request& request, const Identity& identity) {
  const auto name = engagement_of(request);
  const auto engagement = api.use_cases.engagements.find(name);
  if (!engagement || identity.caller.membership(name) == nullptr) {
    return failed({app::FailureKind::NotFound, "there is no such engagement", {}, {}});
  }
  auto after = read_after(request);
  if (!after) return std::move(after).error();
  auto slot = api.streams.take(identity.caller.account);
  if (!slot) {
    const bool for_account = slot.error() == StreamSlots::Full::ForAccount;
    return Response::problem({.type = "too-many-streams",
                              .title = "Too many event streams",
                              .status = for_account ? 429 : 503,
                              .detail = for_account ? "this account has too many open event streams: close a window"
                                                    : "there are too many event streams",
                              .retry_after_seconds = 30});
  }
  Response response;
  response.content_type = "text/event-stream";
  response.headers.push_back({"Cache-Control", "no-store"});
  response.headers.push_back({"X-Accel-Buffering", "no"});  // tells nginx to pass events on at once
  response.events = std::make_unique<LiveChanges>(api, identity.credential, engagement, *after, *std::move(slot));
  return response;
}

}  // namespace

void add_event_routes(Router& router, Api& api) {
  EngagementRoutes(router, api).read("/events", stream);
}

}  // namespace tandem::http

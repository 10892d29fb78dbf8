// The log of decisions and the register of what was accepted for a time.
#include "http/engagement_routes.h"
#include "http/query.h"
#include "wire/decision_json.h"

namespace tandem::http {
namespace {

constexpr std::size_t kMaxSearch = 200;

std::optional<base::Instant> instant(QueryReader& query, std::string_view name) {
  const auto word = query.word(name);
  if (!word) return std::nullopt;
  const auto at = base::parse_rfc3339(*word);
  if (!at) query.complain(name, fmt::format("`{}` is an instant: `2026-10-05T14:00:00Z`", name));
  return at;
}

app::DecisionHolds read_holds(QueryReader& query) {
  const auto word = query.word("holds");
  if (!word) return app::DecisionHolds::Anything;
  if (*word == "risk") return app::DecisionHolds::Risk;
  if (*word == "exception") return app::DecisionHolds::Exception;
  query.complain("holds", "`holds` is one of `risk`, `exception`");
  return app::DecisionHolds::Anything;
}

app::DecisionOrder read_order(QueryReader& query) {
  const auto word = query.word("order");
  if (!word || *word == "newest") return app::DecisionOrder::Newest;
  if (*word == "lapse") return app::DecisionOrder::Lapse;
  query.complain("order", "`order` is one of `newest`, `lapse`");
  return app::DecisionOrder::Newest;
}

app::DecisionQuery read_query(QueryReader& query) {
  app::DecisionQuery wanted;
  wanted.search = query.word("q").value_or("");
  if (wanted.search.size() > kMaxSearch * 4)
    query.complain("q", fmt::format("`q` has at most {} characters", kMaxSearch));
  for (std::string& each : query.words("kind")) wanted.kinds.emplace_back(std::move(each));
  for (const std::string& word : query.words("standing")) {
    if (const auto standing = desk::parse<desk::DecisionStanding>(word)) {
      wanted.standings.push_back(*standing);
    } else {
      query.complain("standing", "`standing` is one of `open`, `dropped`, `decided`, `lapsed`, `replaced`");
    }
  }
  wanted.decider = desk::PersonName(query.word("decider").value_or(""));
  wanted.owner = desk::PersonName(query.word("owner").value_or(""));
  wanted.from = instant(query, "from");
  wanted.to = instant(query, "to");
  wanted.lapses_before = instant(query, "lapses_before");
  wanted.holds = read_holds(query);
  wanted.order = read_order(query);
  wanted.limit = query.number("limit", 1, 200).value_or(50);
  wanted.after = query.word("after").value_or("");
  return wanted;
}

Response list(Api& api, const Request& request, const Identity& identity) {
  QueryReader query(request.query);
  app::DecisionQuery wanted = read_query(query);
  if (!query.finish()) return bad_query(query.problems());
  const auto engagement = engagement_of(request);
  const auto page = api.use_cases.decisions.list(identity.caller, engagement, std::move(wanted));
  if (!page) {
    // Of all that a log is asked with, only the cursor can be wrong in itself.
    if (page.error().kind == app::FailureKind::Invalid) return bad_query({{"after", page.error().message}});
    return failed(page.error());
  }
  const auto found = api.use_cases.engagements.find(engagement);
  return Response::json(200, wire::encode(*page, found ? found->record.prefix : ""));
}

}  // namespace

void add_decision_routes(Router& router, Api& api) {
  EngagementRoutes(router, api).read("/decisions", list);
}

}  // namespace tandem::http

// The handlers of /api/v1, one file for each noun. Each is a plain function from request to response; what they have in
// common (who asks, strict queries, failures as problems) is here.
#pragma once

#include <functional>

#include "http/gate.h"
#include "http/identity.h"
#include "http/router.h"
#include "http/server.h"
#include "http/stream_slots.h"
#include "http/transfer_room.h"

namespace tandem::http {

// What handlers work with. Outlives the router.
struct Api {
  app::UseCases& use_cases;
  ServerOptions options;
  Gate sign_ins{limits::kSignInsAtOnce, limits::kSignInsWaiting};
  StreamSlots streams{limits::kMaxStreams, limits::kMaxStreamsPerAccount};
  Gate reports{limits::kReportsAtOnce, limits::kReportsWaiting};
  TransferRoom transfers{limits::kMaxFilesTogether, limits::kMaxFilesTogetherOfAccount};
};

void add_session_routes(Router& router, Api& api);
void add_engagement_routes(Router& router, Api& api);
void add_ticket_routes(Router& router, Api& api);
void add_event_routes(Router& router, Api& api);
void add_leave_routes(Router& router, Api& api);
void add_ledger_routes(Router& router, Api& api);
void add_outlook_routes(Router& router, Api& api);
void add_change_routes(Router& router, Api& api);
void add_talk_routes(Router& router, Api& api);
void add_decision_routes(Router& router, Api& api);
void add_agreement_routes(Router& router, Api& api);
void add_presence_routes(Router& router, Api& api);
void add_related_routes(Router& router, Api& api);
void add_file_routes(Router& router, Api& api);
void add_catalogue_routes(Router& router, Api& api);
void add_vip_routes(Router& router, Api& api);
void add_action_routes(Router& router, Api& api);
void add_report_routes(Router& router, Api& api);
// All of the above.
void add_api_routes(Router& router, Api& api);

[[nodiscard]] Response failed(const app::Failure& failure);
[[nodiscard]] Response bad_query(const std::vector<app::FieldProblem>& problems);
// A failure of what stood in the query, which a use case names as if it were a body.
[[nodiscard]] Response failed_query(const app::Failure& failure);
// A query on a path that takes none.
[[nodiscard]] std::optional<Response> check_no_query(const Request& request);

// Wraps a handler that needs to know who asks; strangers and other sites' requests never reach it.
using KnownHandler = std::function<Response(const Request&, const Identity&)>;
[[nodiscard]] Handler known(Api& api, KnownHandler handler);

[[nodiscard]] inline desk::EngagementName engagement_of(const Request& request) {
  return desk::EngagementName(request.param("engagement"));
}

}  // namespace tandem::http

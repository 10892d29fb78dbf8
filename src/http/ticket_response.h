// The answer of every command on a ticket.
#pragma once

#include "http/preconditions.h"
#include "http/response.h"
#include "wire/ticket_json.h"

namespace tandem::http {

// The ticket as it is now, with its version to base the next change on.
[[nodiscard]] inline Response ticket_response(int status, const app::TicketView& view) {
  return Response::json(status, wire::encode(view)).with("ETag", quote_version(view.ticket.version));
}

}  // namespace tandem::http

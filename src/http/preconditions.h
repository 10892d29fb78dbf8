// What a request for a change may carry besides its body: the version it is based on, and a key under which a repeated
// request gets the first one's answer.
//
//   auto options = read_preconditions(request);      // If-Match: "3", Idempotency-Key: 7f…
#pragma once

#include <expected>
#include <optional>

#include "app/tickets.h"
#include "http/request.h"
#include "wire/problem.h"

namespace tandem::http {

[[nodiscard]] std::expected<app::CommandOptions, wire::Problem> read_preconditions(const Request& request);

// `"3"`, as ETag and If-Match have it.
[[nodiscard]] std::string quote_version(std::uint32_t version);

// Of what people keep together, whose version is when it was last changed: If-Match: "2026-11-02T09:00:00Z". Nothing
// where the request does not say, or says `*`.
[[nodiscard]] std::expected<std::optional<base::Instant>, wire::Problem> read_seen_change(const Request& request);
[[nodiscard]] std::string quote_change(base::Instant changed);

// 415 when there is a body and it is not declared as JSON.
[[nodiscard]] std::optional<wire::Problem> check_json_content(const Request& request);

}  // namespace tandem::http

// Who is asking: from the session cookie or a bearer token. For a cookie the request must also come from our own pages
// when it changes something (CSRF): a token in X-CSRF-Token, and no sign of another site in Origin and Sec-Fetch-Site.
//
//   auto identity = identify(request, accounts);
//   if (!identity) return Response::problem(identity.error());
//
// Thread-safe.
#pragma once

#include <expected>
#include <optional>

#include "app/accounts.h"
#include "http/request.h"
#include "wire/problem.h"

namespace tandem::http {

enum class CredentialKind : std::uint8_t { Cookie, Bearer };
struct Credential {
  CredentialKind kind = CredentialKind::Cookie;
  std::string value;
};

struct Identity {
  app::Caller caller;
  Credential credential;
  std::optional<app::SessionRecord> session;  // of a cookie
};

// Nothing: the request carries neither. A bearer token counts before a cookie.
[[nodiscard]] std::optional<Credential> find_credential(const Request& request);
// Asks the accounts, without looking at where the request comes from.
[[nodiscard]] app::Outcome<Identity> identify(const Credential& credential, app::Accounts& accounts);
// All of it: credential, account, and the checks against other sites' requests.
[[nodiscard]] std::expected<Identity, wire::Problem> identify(const Request& request, app::Accounts& accounts);

// Whether a browser says that another site made it send the request. Only for requests that change something.
[[nodiscard]] std::optional<wire::Problem> check_same_site(const Request& request);

}  // namespace tandem::http

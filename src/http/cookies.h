// The session cookie: read from a Cookie header, written for a browser to keep or to drop.
//
//   find_cookie("a=1; tandem_session=abc", kSessionCookie);      // "abc"
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace tandem::http {

inline constexpr std::string_view kSessionCookie = "tandem_session";

// The first cookie of that name; nothing when there is none or the header is not a cookie list.
[[nodiscard]] std::optional<std::string_view> find_cookie(std::string_view header, std::string_view name);

enum class SecureCookie : std::uint8_t { No, Yes };
// HttpOnly, SameSite=Lax, Path=/. A lifetime of zero makes the browser drop it.
[[nodiscard]] std::string write_session_cookie(std::string_view value, base::Duration lifetime, SecureCookie secure);

}  // namespace tandem::http

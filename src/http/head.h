// What we ask of a request's head beyond what the parser asks: the checks that keep a proxy in front and this server of
// one mind about where a request begins and ends (RFC 9112), and about whom it is for.
//
//   HeadScanner scanner;
//   auto scan = scanner.scan(bytes_so_far);          // whole yet? folded? bare line feeds? too long?
//   auto problem = check_head(request, target, HttpVersion::V1_1, allowed_hosts);
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "http/request.h"
#include "wire/problem.h"

namespace tandem::http {

[[nodiscard]] wire::Problem bad_framing(std::string detail);  // 400

struct HeadScan {
  std::size_t skip = 0;  // empty lines in front of the request line
  std::size_t size = 0;  // of the head with its empty line, behind what is skipped; 0: not whole yet
  std::optional<wire::Problem> problem;
};

// Finds the end of a head in bytes that grow. One for each request; every byte is looked at once.
class HeadScanner {
 public:
  [[nodiscard]] HeadScan scan(std::string_view bytes);

 private:
  std::size_t looked_at_ = 0;
  std::size_t lines_ = 0;
  std::size_t line_start_ = 0;
};

enum class HttpVersion : std::uint8_t { V1_0, V1_1 };
// Checks Host, lengths, codings and repeated headers, and fills the request's path, query and host.
[[nodiscard]] std::optional<wire::Problem> check_head(Request& request, std::string_view target, HttpVersion version,
                                                      std::span<const std::string> allowed_hosts);

// Whether `host` ("desk.example:8443") is one of the allowed; an allowed name without a port allows every port.
[[nodiscard]] bool is_allowed_host(std::string_view host, std::span<const std::string> allowed);
[[nodiscard]] bool is_request_id(std::string_view text);

}  // namespace tandem::http

// Which handler answers which method and path. Patterns are literal segments and parameters:
//
//   router.add({.method = Method::Get, .pattern = "/api/v1/engagements/{engagement}", .handler = …});
//   auto found = router.match(Method::Get, "/api/v1/engagements/harbor-cu");
//
// A literal wins over a parameter. Filled at start, then only read: thread-safe.
#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/limits.h"
#include "http/request.h"
#include "http/response.h"

namespace tandem::http {

using Handler = std::function<Response(const Request&)>;

// Where a handler runs: those that wait for anything on a worker, those that never do at once.
enum class Run : std::uint8_t { OnWorker, AtOnce };

// Whether a body of more than limits::kMaxBody may be read: what it takes up until the request is answered, or the
// answer that refuses it. Asked on a worker, before the first byte is read.
using Admission = std::expected<std::shared_ptr<const void>, Response>;
struct LargeBody {
  std::size_t most = limits::kMaxBody;  // bytes
  // `size`: as the request says, else `most`. Set where `most` is more than kMaxBody. The request has no body yet.
  std::function<Admission(const Request&, std::size_t size)> admit = nullptr;
};

struct Route {
  Method method = Method::Get;
  std::string pattern;
  Handler handler;
  Run run = Run::OnWorker;
  LargeBody body = {};
};

struct Match {
  enum class Kind : std::uint8_t {
    Found,
    NoSuchPath,
    NoSuchMethod,  // `allowed` says which there are
    BadEncoding,   // a parameter is not percent-encoded UTF-8
  };
  Kind kind = Kind::NoSuchPath;
  const Route* route = nullptr;
  std::vector<std::pair<std::string_view, std::string>> params;
  std::string allowed;  // "GET, HEAD, POST", for the Allow header
};

class Router {
 public:
  void add(Route route);
  // Answers every GET that no route matches and whose path is not under `/api/`.
  void set_fallback(Handler handler);

  // HEAD is answered by the route for GET.
  [[nodiscard]] Match match(Method method, std::string_view path) const;
  [[nodiscard]] std::vector<const Route*> routes() const;

 private:
  struct Entry {
    std::unique_ptr<Route> route;
    std::vector<std::string> segments;  // "{name}" without braces for parameters
    std::vector<bool> is_param;
  };
  std::vector<Entry> entries_;
  std::unique_ptr<Route> fallback_;
};

}  // namespace tandem::http

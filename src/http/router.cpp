#include "http/router.h"

#include "base/check.h"
#include "http/percent.h"

namespace tandem::http {
namespace {

std::vector<std::string_view> split_path(std::string_view path) {
  std::vector<std::string_view> segments;
  if (path.starts_with('/')) path.remove_prefix(1);
  for (;;) {
    const auto slash = path.find('/');
    segments.push_back(path.substr(0, slash));
    if (slash == std::string_view::npos) return segments;
    path.remove_prefix(slash + 1);
  }
}

}  // namespace

void Router::add(Route route) {
  TANDEM_CHECK(route.pattern.starts_with('/') && route.handler);
  Entry entry;
  for (std::string_view segment : split_path(route.pattern)) {
    const bool is_param = segment.starts_with('{');
    if (is_param) segment = segment.substr(1, segment.size() - 2);
    entry.segments.emplace_back(segment);
    entry.is_param.push_back(is_param);
  }
  entry.route = std::make_unique<Route>(std::move(route));
  // Literals first: the match takes the first entry that fits.
  const auto place = std::ranges::upper_bound(entries_, entry.is_param, {}, &Entry::is_param);
  entries_.insert(place, std::move(entry));
}

void Router::set_fallback(Handler handler) {
  fallback_ = std::make_unique<Route>(Route{Method::Get, "/{file}", std::move(handler), Run::OnWorker});
}

Match Router::match(Method method, std::string_view path) const {
  const Method wanted = method == Method::Head ? Method::Get : method;
  const auto segments = split_path(path);
  Match match;
  std::set<std::string_view> allowed;
  const Entry* found = nullptr;
  for (const Entry& entry : entries_) {
    if (entry.segments.size() != segments.size()) continue;
    bool fits = true;
    for (std::size_t i = 0; fits && i < segments.size(); ++i) {
      fits = entry.is_param[i] ? !segments[i].empty() : entry.segments[i] == segments[i];
    }
    if (!fits) continue;
    if (entry.route->method == wanted) {
      found = &entry;
      break;
    }
    allowed.insert(to_text(entry.route->method));
    if (entry.route->method == Method::Get) allowed.insert(to_text(Method::Head));
  }
  if (found != nullptr) {
    match.route = found->route.get();
    for (std::size_t i = 0; i < segments.size(); ++i) {
      if (!found->is_param[i]) continue;
      auto value = decode_percent(segments[i]);
      if (!value) {
        match.kind = Match::Kind::BadEncoding;
        return match;
      }
      match.params.emplace_back(found->segments[i], std::move(*value));
    }
    match.kind = Match::Kind::Found;
    return match;
  }
  const bool is_page = fallback_ && path != "/api" && !path.starts_with("/api/");
  if (allowed.empty() && is_page) {
    if (wanted == Method::Get) {
      match.kind = Match::Kind::Found;
      match.route = fallback_.get();
      return match;
    }
    allowed = {"GET", "HEAD"};
  }
  if (allowed.empty()) return match;
  match.kind = Match::Kind::NoSuchMethod;
  for (const std::string_view each : allowed) {
    if (!match.allowed.empty()) match.allowed += ", ";
    match.allowed += each;
  }
  return match;
}

std::vector<const Route*> Router::routes() const {
  std::vector<const Route*> all;
  for (const Entry& entry : entries_) all.push_back(entry.route.get());
  return all;
}

}  // namespace tandem::http

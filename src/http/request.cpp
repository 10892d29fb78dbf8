#include "http/request.h"

#include "base/check.h"

namespace tandem::http {
namespace {

constexpr std::array<std::string_view, 8> kMethods{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "-"};

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string_view to_text(Method method) {
  return kMethods[static_cast<std::size_t>(method)];
}

Method parse_method(std::string_view token) {
  const auto found = std::ranges::find(kMethods.begin(), kMethods.end() - 1, token);
  return static_cast<Method>(found - kMethods.begin());
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

const std::string* Request::header(std::string_view name) const {
  for (const Header& each : headers) {
    if (equal_ignoring_case(each.name, name)) return &each.value;
  }
  return nullptr;
}

std::size_t Request::count_headers(std::string_view name) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(headers, [&](const Header& each) { return equal_ignoring_case(each.name, name); }));
}

const std::string& Request::param(std::string_view name) const {
  const auto found = std::ranges::find(params, name, [](const auto& each) { return each.first; });
  TANDEM_ENSURE(found != params.end());
  return found->second;
}

bool split_target(std::string_view target, Request& into) {
  const bool clean = std::ranges::all_of(target, [](char c) { return c > ' ' && c < '\x7f' && c != '#'; });
  if (!clean) return false;
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!equal_ignoring_case(target.substr(0, scheme.size()), scheme)) continue;
    target.remove_prefix(scheme.size());
    const auto slash = std::min(target.find_first_of("/?"), target.size());
    into.host = target.substr(0, slash);
    target.remove_prefix(slash);
    if (into.host.empty() || into.host.contains('@')) return false;
    if (target.empty() || target.front() == '?') {
      into.path = "/";
      into.query = target.empty() ? "" : target.substr(1);
      return true;
    }
    break;
  }
  if (target.empty() || target.front() != '/') return false;
  const auto question = std::min(target.find('?'), target.size());
  into.path = target.substr(0, question);
  into.query = question < target.size() ? target.substr(question + 1) : std::string_view{};
  return true;
}

}  // namespace tandem::http

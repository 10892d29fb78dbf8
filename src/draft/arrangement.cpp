#include "draft/arrangement.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "diag/finding.h"
#include "diag/visible.h"
#include "draft/built_in.h"

namespace tandem::draft {
namespace {

template <class T, class Read>
std::vector<T> read_map(const yaml::Node& node, Read read) {
  TANDEM_CHECK(node.map() != nullptr);
  std::vector<T> out;
  for (const yaml::Entry& entry : node.map()->entries) out.push_back(read(entry));
  return out;
}

Arrangement read_arrangement(const yaml::Entry& entry) {
  return {.name = entry.key,
          .title = word_under(entry.value, "title"),
          .about = word_under(entry.value, "about"),
          .layers = words_under(entry.value, "layers")};
}

Country read_country(const yaml::Entry& entry) {
  return {.code = entry.key,
          .name = word_under(entry.value, "name"),
          .holidays = word_under(entry.value, "holidays"),
          .time_zone = word_under(entry.value, "time_zone"),
          .currency = word_under(entry.value, "currency")};
}

Permission read_permission(const yaml::Entry& entry) {
  return {.name = entry.key,
          .words = word_under(entry.value, "words"),
          .within = word_under(entry.value, "within"),
          .usual = word_under(entry.value, "usual") == "true"};
}

std::string no_such_arrangement(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Arrangement& one : arrangements()) names.push_back(one.name);
  std::string message = fmt::format("there is no arrangement `{}`", diag::visible(name));
  if (const auto near = diag::did_you_mean(name, names)) return message + fmt::format(": did you mean `{}`?", *near);
  return message + fmt::format(": there are {}", fmt::join(names, ", "));
}

}  // namespace

std::span<const Arrangement> arrangements() {
  static const auto all = [] {
    const yaml::Entry* entry = built_in_tree("arrangements").root.find("arrangements");
    TANDEM_CHECK(entry != nullptr);
    return read_map<Arrangement>(entry->value, read_arrangement);
  }();
  return all;
}

std::span<const Country> countries() {
  static const auto all = read_map<Country>(built_in_tree("countries").root, read_country);
  return all;
}

const Country* find_country(std::string_view code) {
  const auto all = countries();
  const auto found = std::ranges::find(all, code, &Country::code);
  return found == all.end() ? nullptr : &*found;
}

std::span<const Permission> permissions() {
  static const auto all = read_map<Permission>(built_in_tree("permissions").root, read_permission);
  return all;
}

std::expected<DraftRequest, std::string> mix(std::span<const std::string> names) {
  TANDEM_ENSURE(!names.empty());
  DraftRequest request;
  for (const std::string& name : names) {
    const auto found = std::ranges::find(arrangements(), name, &Arrangement::name);
    if (found == arrangements().end()) return std::unexpected(no_such_arrangement(name));
    if (!request.about.contains(found->about)) request.about += (request.about.empty() ? "" : " ") + found->about;
    for (const std::string& layer : found->layers) {
      if (std::ranges::find(request.layers, layer) == request.layers.end()) request.layers.push_back(layer);
    }
  }
  for (const Permission& permission : permissions()) {
    if (permission.usual) request.ask_first.push_back(permission);
  }
  return request;
}

}  // namespace tandem::draft

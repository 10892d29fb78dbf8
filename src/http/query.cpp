#include "http/query.h"

#include "calendar/date_text.h"
#include "http/limits.h"
#include "http/percent.h"

namespace tandem::http {

QueryReader::QueryReader(std::string_view query) {
  std::size_t position = 0;
  while (!query.empty()) {
    ++position;
    const auto end = std::min(query.find('&'), query.size());
    const std::string_view part = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (part.empty()) continue;
    if (parameters_.size() == limits::kMaxQueryParameters) {
      complain("", fmt::format("there are more than {} parameters", limits::kMaxQueryParameters));
      return;
    }
    const auto equals = std::min(part.find('='), part.size());
    auto name = decode_percent(part.substr(0, equals), Plus::Space);
    auto value = decode_percent(equals < part.size() ? part.substr(equals + 1) : std::string_view{}, Plus::Space);
    if (!name || !value) {
      complain(name.value_or(""),
               fmt::format("parameter {} is not percent-encoded UTF-8 without control characters", position));
      continue;
    }
    parameters_.push_back({std::move(*name), std::move(*value), false});
  }
}

void QueryReader::complain(std::string_view name, std::string message) {
  const bool is_told =
      !name.empty() && std::ranges::find(problems_, name, &app::FieldProblem::pointer) != problems_.end();
  if (!is_told) problems_.push_back({std::string(name), std::move(message)});
}

std::vector<std::string> QueryReader::words(std::string_view name) {
  std::vector<std::string> found;
  for (Parameter& each : parameters_) {
    if (each.name != name) continue;
    each.asked = true;
    found.push_back(each.value);
  }
  return found;
}

std::optional<std::string> QueryReader::word(std::string_view name) {
  auto found = words(name);
  if (found.empty()) return std::nullopt;
  if (found.size() > 1) {
    complain(name, fmt::format("`{}` is given {} times", name, found.size()));
    return std::nullopt;
  }
  return std::move(found.front());
}

std::optional<std::uint64_t> QueryReader::number(std::string_view name, std::uint64_t least, std::uint64_t most) {
  const auto text = word(name);
  if (!text) return std::nullopt;
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc{} || end != text->data() + text->size() || value < least || value > most) {
    complain(name, fmt::format("`{}` is a whole number from {} to {}", name, least, most));
    return std::nullopt;
  }
  return value;
}

std::optional<bool> QueryReader::flag(std::string_view name) {
  const auto text = word(name);
  if (!text) return std::nullopt;
  if (*text == "true") return true;
  if (*text == "false") return false;
  complain(name, fmt::format("`{}` is `true` or `false`", name));
  return std::nullopt;
}

std::optional<calendar::Date> QueryReader::day(std::string_view name) {
  const auto text = word(name);
  if (!text) return std::nullopt;
  const auto day = calendar::parse_date(*text);
  const bool is_usable = day && calendar::is_planned(*day);
  if (!is_usable) {
    complain(name, fmt::format("`{}` is a day from {} to {}, such as 2026-12-21", name, calendar::kFirstPlannedYear,
                               calendar::kLastPlannedYear));
  }
  return is_usable ? day : std::nullopt;
}

bool QueryReader::finish() {
  for (const Parameter& each : parameters_) {
    if (!each.asked) complain(each.name, fmt::format("there is no parameter `{}` here", each.name));
  }
  return problems_.empty();
}

}  // namespace tandem::http

#include <algorithm>
#include <array>
#include <atomic>

#include "base/check.h"
#include "calendar/holiday_file.h"
#include "calendar/holidays.h"
#include "holiday_texts.h"

namespace tandem::calendar {
namespace {

struct BuiltIn {
  std::string_view name;
  std::string_view (*text)();
};

constexpr auto kBuiltIn = [] {
  std::array<BuiltIn, std::size(embedded::holiday_texts_h_files)> all;
  std::ranges::transform(embedded::holiday_texts_h_files, all.begin(),
                         [](const auto& file) { return BuiltIn{.name = file.first, .text = file.second}; });
  std::ranges::sort(all, {}, &BuiltIn::name);
  return all;
}();

constexpr auto kNames = [] {
  std::array<std::string_view, kBuiltIn.size()> names;
  std::ranges::transform(kBuiltIn, names.begin(), &BuiltIn::name);
  return names;
}();

constexpr int kDeepest = 4;  // sets based on sets; the files have no circles

std::optional<std::size_t> position_of(std::string_view name) {
  const auto found = std::ranges::lower_bound(kNames, name);
  if (found == kNames.end() || *found != name) return std::nullopt;
  return static_cast<std::size_t>(found - kNames.begin());
}

std::shared_ptr<const HolidaySet> read_set(const BuiltIn& built_in, int depth);

// Several threads may read the same set at first; all are given the one that was put in place first.
std::shared_ptr<const HolidaySet> find_set(std::string_view name, int depth) {
  static std::array<std::atomic<std::shared_ptr<const HolidaySet>>, kBuiltIn.size()> sets;
  const auto position = position_of(name);
  if (!position) return nullptr;
  auto& place = sets[*position];
  if (auto set = place.load()) return set;
  auto made = read_set(kBuiltIn[*position], depth);
  std::shared_ptr<const HolidaySet> earlier;
  return place.compare_exchange_strong(earlier, made) ? made : earlier;
}

std::shared_ptr<const HolidaySet> read_set(const BuiltIn& built_in, int depth) {
  TANDEM_CHECK(depth <= kDeepest);
  const auto text = parse_holiday_file(built_in.name, built_in.text(),
                                       [&](std::string_view name) { return find_set(name, depth + 1); });
  TANDEM_CHECK(text.has_value());
  auto set = HolidaySet::make(*text);
  TANDEM_CHECK(set.has_value());
  return *std::move(set);
}

}  // namespace

std::shared_ptr<const HolidaySet> find_holiday_set(std::string_view name) {
  return find_set(name, 0);
}

std::span<const std::string_view> holiday_set_names() {
  return kNames;
}

std::optional<std::string_view> built_in_holiday_file(std::string_view name) {
  const auto position = position_of(name);
  return position ? std::optional(kBuiltIn[*position].text()) : std::nullopt;
}

}  // namespace tandem::calendar

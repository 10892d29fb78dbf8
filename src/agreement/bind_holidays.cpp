#include <fmt/format.h>

#include "agreement/sections.h"

namespace tandem::agreement {
namespace {

HolidayText bind_holiday(Binder& binder, const yaml::Entry& entry) {
  HolidayText holiday{.name = {entry.key, entry.key_range}, .rules = {}};
  holiday.rules.at = entry.value.range;
  const bool good = read_one_or_more<read_located_text>(binder, entry.value, holiday.rules.value);
  holiday.rules.presence = good ? Presence::Good : Presence::Wrong;
  if (good && holiday.rules.value.empty()) {
    binder.findings.add(diag::Kind::BadValue, holiday.rules.at, fmt::format("`{}` has no day", entry.key));
    holiday.rules.presence = Presence::Wrong;
  }
  return holiday;
}

bool read_holidays(Binder& binder, const yaml::Node& node, std::vector<HolidayText>& out) {
  if (!read_named(binder, node, out, bind_holiday)) return false;
  return std::ranges::all_of(out, [](const HolidayText& holiday) { return holiday.rules.good(); });
}

}  // namespace

bool read_holiday_set(Binder& binder, const yaml::Node& node, HolidaySetRef& out) {
  binder.expect(node.range, {.spaces = {Space::HolidaySet}, .known = KnownNames::HolidaySets});
  const std::string* text = word_of(binder, node, "the name of a holiday set");
  if (text == nullptr) return false;
  out.name = *text;
  out.at = node.range;
  out.set = calendar::find_holiday_set(*text);
  if (out.set != nullptr) return true;
  if (const auto own = binder.refer(Space::HolidaySet, *text, node.range)) {
    out.own = {*own};
    return true;
  }
  if (!binder.names.is_complete(Space::HolidaySet)) return false;
  auto& finding =
      binder.findings.add(diag::Kind::UnknownReference, node.range, fmt::format("there is no holiday set `{}`", *text));
  const auto known = calendar::holiday_set_names();
  std::vector<std::string_view> candidates(known.begin(), known.end());
  for (const auto& own : binder.names.all(Space::HolidaySet)) candidates.push_back(own.value);
  binder.suggest(finding, *text, candidates);
  if (!finding.repair) finding.suggest("`tandem calendar holidays` lists the sets that there are");
  return false;
}

HolidaySetText bind_holiday_set(Binder& binder, const yaml::Entry& entry) {
  HolidaySetText set;
  set.key = {entry.key, entry.key_range};
  check_name(binder, entry.key, entry.key_range);
  if (calendar::find_holiday_set(entry.key) != nullptr) {
    binder.findings
        .add(diag::Kind::DuplicateKey, entry.key_range,
             fmt::format("`{}` is a holiday set that the language has already", entry.key))
        .suggest("give it a name of its own, and say `based_on` where it takes holidays from that one");
  }
  Fields fields(binder, entry.value, vocabulary::kHolidaySet);
  fields.place_at(entry.key_range);
  fields.optional("based_on", set.based_on, read_one_or_more<read_holiday_set, HolidaySetRef>);
  check_once(binder, "based_on", set.based_on);
  fields.optional("days", set.days, read_holidays);
  fields.optional("without", set.without, read_one_or_more<read_located_text, Located<std::string>>);
  fields.optional("observed", set.observed, read_text);
  return set;
}

}  // namespace tandem::agreement

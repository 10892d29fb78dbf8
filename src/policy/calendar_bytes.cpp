#include "policy/calendar_bytes.h"

#include "policy/bytes.h"
#include "policy/spec_fields.h"

namespace tandem::policy {

using calendar::BusinessCalendar;
using calendar::BusinessHours;
using calendar::HolidaySet;
using calendar::HolidaySetText;

namespace {

constexpr std::size_t kMostSets = 10'000;
constexpr std::size_t kMostRules = 100'000;  // of all sets; what a set is based on counts again

// The form of a calendar's entry.
enum class Form : std::uint8_t { Hours, Combined };

std::size_t parts_of(const std::vector<calendar::DayHours>& dated) {
  std::size_t parts = dated.size();
  for (const auto& day : dated) parts += day.windows.size();
  return parts;
}

std::size_t parts_of(const BusinessHours& hours) {
  std::size_t parts = 1 + hours.closed.size() + parts_of(hours.special) + parts_of(hours.breaks);
  for (const auto& day : hours.windows) parts += day.size();
  return parts;
}

class CalendarReading {
 public:
  explicit CalendarReading(ByteReader& in) : in_(in) {}

  std::vector<BusinessCalendar> run() {
    for (std::size_t left = in_.count(); left > 0 && in_.good(); --left) read_set();
    for (std::size_t left = in_.count(); left > 0 && in_.good(); --left) read_calendar();
    return in_.good() ? std::move(calendars_) : std::vector<BusinessCalendar>{};
  }

 private:
  // An entry that stands before this one.
  template <class Entries>
  std::optional<std::size_t> entry(const Entries& entries) {
    std::uint32_t number = 0;
    in_(number);
    if (in_.good() && number >= entries.size()) in_.fail("it is made of something that does not stand before it");
    return in_.good() ? std::optional<std::size_t>(number) : std::nullopt;
  }

  void read_set() {
    HolidaySetText text;
    std::size_t rules = 1;
    in_(text.name, text.valid.first, text.valid.last, text.without, text.observed);
    for (std::size_t left = in_.count(); left > 0 && in_.good(); --left) {
      const auto below = entry(sets_);
      if (!below) return;
      text.based_on.push_back(sets_[*below]);
      rules += set_rules_[*below];
    }
    for (std::size_t left = in_.count(); left > 0 && in_.good(); --left) {
      HolidaySetText::Day& day = text.days.emplace_back();
      in_(day.name, day.rule);
    }
    rules += text.days.size();
    all_rules_ += rules;
    if (sets_.size() >= kMostSets || all_rules_ > kMostRules) in_.fail("there are too many holidays");
    if (!in_.good()) return;
    auto set = HolidaySet::make(text);
    if (!set) return in_.fail(fmt::format("a set of holidays: {}", set.error().front().mistake.message));
    sets_.push_back(*std::move(set));
    set_rules_.push_back(rules);
  }

  void read_calendar() {
    std::uint8_t form = 0;
    in_(form);
    if (form > static_cast<std::uint8_t>(Form::Combined)) in_.fail("there is no such form of a calendar");
    if (!in_.good()) return;
    if (form == static_cast<std::uint8_t>(Form::Hours)) return read_hours();
    read_combined();
  }

  // False when there are too many of them.
  bool weighs(std::size_t parts) {
    all_parts_ += parts;
    if (all_parts_ > kMostCalendarParts) in_.fail("there are too many hours and dates");
    parts_.push_back(parts);
    return in_.good();
  }

  void read_hours() {
    const auto zone = read_zone(in_);
    if (!zone) return;
    BusinessHours hours{.zone = *zone};
    in_(hours.windows, hours.closed);
    for (std::size_t left = in_.count(); left > 0 && in_.good(); --left) {
      const auto set = entry(sets_);
      if (set) hours.holidays.push_back(sets_[*set]);
    }
    in_(hours.special, hours.breaks);
    if (!in_.good() || !weighs(parts_of(hours))) return;
    auto made = BusinessCalendar::make(std::move(hours));
    if (!made) return in_.fail(fmt::format("a calendar: {}", made.error().message));
    calendars_.push_back(*std::move(made));
  }

  void read_combined() {
    using Operation = BusinessCalendar::Operation;
    Operation operation{};
    in_(operation);
    std::vector<BusinessCalendar> parts;
    std::size_t weight = 1;
    for (std::size_t left = in_.count(); left > 0 && in_.good(); --left) {
      const auto part = entry(calendars_);
      if (!part) return;
      parts.push_back(calendars_[*part]);
      weight += parts_[*part];
    }
    if (in_.good() && operation == Operation::Without && parts.size() != 2) in_.fail("a difference is of two");
    if (!in_.good() || !weighs(weight)) return;
    switch (operation) {
      case Operation::AnyOf: calendars_.push_back(BusinessCalendar::any_of(parts)); break;
      case Operation::AllOf: calendars_.push_back(BusinessCalendar::all_of(parts)); break;
      case Operation::Without: calendars_.push_back(BusinessCalendar::without(parts[0], parts[1])); break;
    }
  }

  ByteReader& in_;
  std::vector<std::shared_ptr<const HolidaySet>> sets_;
  std::vector<std::size_t> set_rules_;
  std::vector<BusinessCalendar> calendars_;
  std::vector<std::size_t> parts_;
  std::size_t all_rules_ = 0;
  std::size_t all_parts_ = 0;
};

}  // namespace

void write_zone(ByteWriter& out, const calendar::Zone& zone) {
  out(std::string(zone.name()));
}

std::optional<calendar::Zone> read_zone(ByteReader& in) {
  std::string name;
  in(name);
  if (!in.good()) return std::nullopt;
  auto zone = calendar::Zone::find(name);
  if (!zone) {
    in.fail(zone.error().message, base::ErrorCode::Unsupported);
    return std::nullopt;
  }
  return *zone;
}

std::uint32_t CalendarTable::add(const std::shared_ptr<const HolidaySet>& set) {
  if (const auto known = set_numbers_.find(set.get()); known != set_numbers_.end()) return known->second;
  for (const auto& below : set->text().based_on) add(below);
  sets_.push_back(set);
  return set_numbers_[set.get()] = static_cast<std::uint32_t>(sets_.size() - 1);
}

std::uint32_t CalendarTable::add(const BusinessCalendar& calendar) {
  if (const auto known = calendar_numbers_.find(calendar.identity()); known != calendar_numbers_.end())
    return known->second;
  if (const BusinessHours* hours = calendar.hours()) {
    for (const auto& set : hours->holidays) add(set);
  } else {
    const auto combined = calendar.combined();
    for (const BusinessCalendar& part : combined->parts) add(part);
  }
  calendars_.push_back(calendar);
  return calendar_numbers_[calendar.identity()] = static_cast<std::uint32_t>(calendars_.size() - 1);
}

void CalendarTable::write(ByteWriter& out) const {
  out(static_cast<std::uint32_t>(sets_.size()));
  for (const auto& set : sets_) {
    const HolidaySetText& text = set->text();
    out(text.name, text.valid.first, text.valid.last, text.without, text.observed);
    out(static_cast<std::uint32_t>(text.based_on.size()));
    for (const auto& below : text.based_on) out(set_numbers_.at(below.get()));
    out(static_cast<std::uint32_t>(text.days.size()));
    for (const HolidaySetText::Day& day : text.days) out(day.name, day.rule);
  }
  out(static_cast<std::uint32_t>(calendars_.size()));
  for (const BusinessCalendar& calendar : calendars_) {
    if (const BusinessHours* hours = calendar.hours()) {
      out(Form::Hours);
      write_zone(out, hours->zone);
      out(hours->windows, hours->closed, static_cast<std::uint32_t>(hours->holidays.size()));
      for (const auto& set : hours->holidays) out(set_numbers_.at(set.get()));
      out(hours->special, hours->breaks);
      continue;
    }
    const BusinessCalendar::Combined combined = *calendar.combined();
    out(Form::Combined, combined.operation, static_cast<std::uint32_t>(combined.parts.size()));
    for (const BusinessCalendar& part : combined.parts) out(calendar_numbers_.at(part.identity()));
  }
}

std::vector<BusinessCalendar> read_calendars(ByteReader& in) {
  return CalendarReading(in).run();
}

}  // namespace tandem::policy

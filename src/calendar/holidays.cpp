#include "calendar/holidays.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>

#include "base/check.h"

namespace tandem::calendar {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;

constexpr int kFarthestWorkingDay = 31;  // days that are looked through for the next or previous one
constexpr std::size_t kMostDays = HolidaySet::kMostDays;
constexpr std::size_t kMostNamedRules = 20;  // of a holiday that others are counted from

struct NamedRule {
  std::string name;
  HolidayRule rule;
  ObservedPolicy observed;  // the rule's own, or else the set's
  int first_year = 1;
};

// A holiday of some year: `rule` is its index.
struct KeptDay {
  sys_days day;
  std::size_t rule = 0;
  auto operator<=>(const KeptDay&) const = default;
};

// The days of some years that are holidays already.
class TakenDays {
 public:
  TakenDays(year first, year last)
      : origin_((first - std::chrono::years(3)) / 1 / 1),
        taken_(static_cast<std::size_t>((sys_days((last + std::chrono::years(4)) / 1 / 1) - origin_).count())) {}

  void take(sys_days day) {
    if (has(day)) taken_[index(day)] = true;
  }
  [[nodiscard]] bool is_working_day(sys_days day) const {
    const weekday on(day);
    return on != std::chrono::Saturday && on != std::chrono::Sunday && !(has(day) && taken_[index(day)]);
  }

 private:
  [[nodiscard]] bool has(sys_days day) const { return day >= origin_ && index(day) < taken_.size(); }
  [[nodiscard]] std::size_t index(sys_days day) const { return static_cast<std::size_t>((day - origin_).count()); }
  sys_days origin_;
  std::vector<bool> taken_;
};

// Where a holiday that falls on `day` is kept; `day` itself when there is no working day in reach.
sys_days kept_day(const KeptOn& kept, sys_days day, const TakenDays& taken) {
  switch (kept.kind) {
    case KeptOn::Kind::Itself: return day;
    case KeptOn::Kind::NearestWeekday: return weekday_near(day, kept.weekday, Side::Nearest);
    case KeptOn::Kind::NextWeekday: return weekday_near(day, kept.weekday, Side::After);
    case KeptOn::Kind::PreviousWeekday: return weekday_near(day, kept.weekday, Side::Before);
    case KeptOn::Kind::NextWorkingDay:
    case KeptOn::Kind::PreviousWorkingDay: {
      const days step(kept.kind == KeptOn::Kind::NextWorkingDay ? 1 : -1);
      for (int i = 1; i <= kFarthestWorkingDay; ++i) {
        if (taken.is_working_day(day + i * step)) return day + i * step;
      }
      return day;
    }
  }
  TANDEM_CHECK(false);
}

// The days on which holidays are kept, sorted: all of the years from `first` to `last`, and some around them.
std::vector<KeptDay> kept_days(const std::vector<NamedRule>& rules, year first, year last) {
  std::vector<KeptDay> fallen;
  std::vector<sys_days> found;
  // A day lies off its year by kFarthestReach days at most, which may end in the year after the next.
  for (year in = first - std::chrono::years(2); in <= last + std::chrono::years(2); ++in) {
    for (std::size_t i = 0; i < rules.size(); ++i) {
      if (static_cast<int>(in) < rules[i].first_year) continue;
      found.clear();
      days_of(rules[i].rule, in, found);
      std::ranges::sort(found);
      const auto doubles = std::ranges::unique(found);
      found.erase(doubles.begin(), doubles.end());
      for (const sys_days day : found) fallen.push_back({day, i});
    }
  }
  std::ranges::sort(fallen);
  TakenDays taken(first, last);
  for (const KeptDay& each : fallen) taken.take(each.day);
  std::vector<KeptDay> kept;
  for (const KeptDay& each : fallen) {
    const ObservedPolicy& policy = rules[each.rule].observed;
    const sys_days day = kept_day(policy.on(weekday(each.day)), each.day, taken);
    taken.take(day);
    if (day == each.day || !policy.instead) kept.push_back(each);
    if (day != each.day) kept.push_back({day, each.rule});
  }
  std::ranges::sort(kept);
  return kept;
}

// Days of the same date are one, their names joined.
std::vector<Holiday> joined(const std::vector<NamedRule>& rules, const std::vector<KeptDay>& kept, year first,
                            year last) {
  std::vector<Holiday> holidays;
  std::vector<std::string_view> names;  // of the last date
  for (const KeptDay& each : kept) {
    const Date date(each.day);
    if (date.year() < first || date.year() > last) continue;
    const std::string& name = rules[each.rule].name;
    if (holidays.empty() || holidays.back().date != date) {
      holidays.push_back({date, name});
      names.assign({name});
    } else if (std::ranges::find(names, name) == names.end()) {
      holidays.back().name += "; " + name;
      names.push_back(name);
    }
  }
  return holidays;
}

}  // namespace

struct HolidaySet::Compiled {
  HolidaySetText text;
  YearRange valid;
  std::optional<ObservedPolicy> observed;
  std::vector<NamedRule> rules;

  [[nodiscard]] std::vector<Holiday> between(year first, year last) const {
    return joined(rules, kept_days(rules, first, last), first, last);
  }

  [[nodiscard]] const std::vector<Holiday>& table() const {
    std::call_once(table_made_, [this] { table_ = between(kFirstTableYear, kLastTableYear); });
    return table_;
  }

 private:
  mutable std::once_flag table_made_;
  mutable std::vector<Holiday> table_;  // by date
};

namespace {

// Makes a set's rules from its text, and collects what is wrong.
class Compiler {
 public:
  Compiler(const HolidaySetText& text, std::vector<NamedRule> below, std::optional<ObservedPolicy> policy_below)
      : text_(text), rules_(std::move(below)), policy_(policy_below) {}

  void run() {
    if (!text_.observed.empty()) read_policy();
    remove_holidays();
    const std::size_t below = rules_.size();
    for (std::size_t i = 0; i < std::min(text_.days.size(), kMostDays); ++i) read_day(i);
    if (text_.days.size() > kMostDays) {
      report(HolidayMistake::In::Rule, kMostDays, {.message = fmt::format("a set has at most {} holidays", kMostDays)});
    }
    replace_holidays(below);
  }

  HolidaySet::Mistakes mistakes;
  [[nodiscard]] std::vector<NamedRule> take_rules() { return std::move(rules_); }
  [[nodiscard]] const std::optional<ObservedPolicy>& policy() const { return policy_; }

 private:
  void report(HolidayMistake::In in, std::size_t index, RuleMistake mistake) {
    mistakes.push_back({.in = in, .index = index, .mistake = std::move(mistake)});
  }

  // At the name of another holiday, between quotes.
  void report_name(std::size_t index, std::string message) {
    const std::string& text = text_.days[index].rule;
    const std::size_t at = text.find('"');
    const std::size_t length = text.find('"', at + 1) - at + 1;
    report(HolidayMistake::In::Rule, index, {.at = at, .length = length, .message = std::move(message)});
  }

  void read_policy() {
    auto policy = parse_observed_policy(text_.observed);
    if (!policy) return report(HolidayMistake::In::Observed, 0, std::move(policy).error());
    policy_ = *policy;
    for (NamedRule& each : rules_) {
      if (!each.rule.observed) each.observed = *policy;
    }
  }

  void remove_holidays() {
    for (std::size_t i = 0; i < text_.without.size(); ++i) {
      const std::string& name = text_.without[i];
      if (std::erase_if(rules_, [&](const NamedRule& each) { return each.name == name; }) == 0) {
        report(HolidayMistake::In::Without, i,
               {.at = 0, .length = name.size(), .message = "the sets that this one is based on have no such holiday"});
      }
    }
  }

  // A holiday's own name replaces that of the sets below, `below` of whose rules stand in front.
  void replace_holidays(std::size_t below) {
    const auto own = std::span(rules_).subspan(below);
    std::vector<std::string> names;
    for (const NamedRule& each : own) names.push_back(each.name);
    const auto replaced = [&](const NamedRule& each) { return std::ranges::find(names, each.name) != names.end(); };
    const auto end_below = rules_.begin() + static_cast<std::ptrdiff_t>(below);
    rules_.erase(std::remove_if(rules_.begin(), end_below, replaced), end_below);
  }

  void read_day(std::size_t index) {
    const auto& [name, text] = text_.days[index];
    const auto spoils_lists = [](char letter) {
      return letter == ';' || letter == '"' || (letter >= 0 && letter < ' ');
    };
    if (name.empty() || std::ranges::any_of(name, spoils_lists)) {
      report(HolidayMistake::In::DayName, index,
             {.at = 0, .length = name.size(), .message = "a holiday has a name of one line without `;` and `\"`"});
    }
    auto rule = parse_holiday_rule(text);
    if (!rule) return report(HolidayMistake::In::Rule, index, std::move(rule).error());
    if (const NamedDay* named = named_day(rule->day)) {
      auto stands_for = rules_of(named->name);
      if (!stands_for) {
        return report_name(index, std::move(stands_for).error());
      }
      rule->day = with_named_day(rule->day, *std::move(stands_for));
      if (reach(rule->day) > kFarthestReach) return report_name(index, too_far());
    }
    ObservedPolicy observed = rule->observed.value_or(policy_.value_or(ObservedPolicy{}));
    rules_.push_back({.name = name, .rule = *std::move(rule), .observed = observed, .first_year = text_.valid.first});
  }

  // The rules of a holiday that was listed before.
  std::expected<std::shared_ptr<const std::vector<HolidayRule>>, std::string> rules_of(const std::string& name) {
    std::vector<HolidayRule> found;
    for (const NamedRule& each : rules_) {
      if (each.name != name) continue;
      if (named_day(each.rule.day) != nullptr)
        return std::unexpected("this holiday is itself counted from another one");
      found.push_back(each.rule);
    }
    if (found.size() > kMostNamedRules) return std::unexpected("this holiday has too many rules to count from");
    if (found.empty()) return std::unexpected("there is no such holiday listed before this one");
    return std::make_shared<const std::vector<HolidayRule>>(std::move(found));
  }

  const HolidaySetText& text_;
  std::vector<NamedRule> rules_;
  std::optional<ObservedPolicy> policy_;
};

}  // namespace

HolidaySet::HolidaySet(std::unique_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
HolidaySet::~HolidaySet() = default;

std::expected<std::shared_ptr<const HolidaySet>, HolidaySet::Mistakes> HolidaySet::make(const HolidaySetText& text) {
  std::vector<NamedRule> below;
  std::optional<ObservedPolicy> policy_below;
  YearRange valid_below;
  for (const auto& set : text.based_on) {
    TANDEM_ENSURE(set != nullptr);
    const auto& rules = set->compiled_->rules;
    below.insert(below.end(), rules.begin(), rules.end());
    if (!policy_below) policy_below = set->compiled_->observed;
    valid_below.first = std::max(valid_below.first, set->compiled_->valid.first);
    valid_below.last = std::min(valid_below.last, set->compiled_->valid.last);
  }
  for (NamedRule& each : below) each.first_year = std::max(each.first_year, text.valid.first);
  Compiler compiler(text, std::move(below), policy_below);
  compiler.run();
  if (!compiler.mistakes.empty()) return std::unexpected(std::move(compiler.mistakes));
  auto compiled = std::make_unique<Compiled>();
  compiled->text = text;
  compiled->valid = text.valid == YearRange{} ? valid_below : text.valid;
  compiled->observed = compiler.policy();
  compiled->rules = compiler.take_rules();
  return std::shared_ptr<const HolidaySet>(new HolidaySet(std::move(compiled)));
}

std::string_view HolidaySet::name() const {
  return compiled_->text.name;
}

std::string_view HolidaySet::title() const {
  return compiled_->text.title;
}

std::string_view HolidaySet::source() const {
  return compiled_->text.source;
}

year HolidaySet::first_year() const {
  return year(compiled_->valid.first);
}

year HolidaySet::last_year() const {
  return year(compiled_->valid.last);
}

std::vector<Holiday> HolidaySet::in_year(year wanted) const {
  if (wanted < year(1) || wanted > year(9999)) return {};
  if (wanted < kFirstTableYear || wanted > kLastTableYear) return compiled_->between(wanted, wanted);
  const std::vector<Holiday>& table = compiled_->table();
  const auto from = std::ranges::lower_bound(table, Date(wanted / 1 / 1), {}, &Holiday::date);
  const auto to = std::ranges::upper_bound(table, Date(wanted / 12 / 31), {}, &Holiday::date);
  return {from, to};
}

std::optional<std::string> HolidaySet::holiday(Date date) const {
  if (!date.ok()) return std::nullopt;
  const auto find = [&](const std::vector<Holiday>& by_date) -> std::optional<std::string> {
    const auto found = std::ranges::lower_bound(by_date, date, {}, &Holiday::date);
    return found != by_date.end() && found->date == date ? std::optional(found->name) : std::nullopt;
  };
  if (date.year() < kFirstTableYear || date.year() > kLastTableYear) return find(in_year(date.year()));
  return find(compiled_->table());
}

const HolidaySetText& HolidaySet::text() const {
  return compiled_->text;
}

std::vector<HolidaySetText::Day> HolidaySet::days() const {
  std::vector<HolidaySetText::Day> all;
  for (const NamedRule& each : compiled_->rules) {
    HolidayRule rule = each.rule;
    rule.observed = each.observed;
    all.push_back({each.name, print(rule)});
  }
  return all;
}

}  // namespace tandem::calendar

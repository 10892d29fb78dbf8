#include <fmt/format.h>

#include "agreement/limits.h"
#include "agreement/sections.h"

namespace tandem::agreement {
namespace {

// A set as the calendar core takes it, and where each of its parts stands in the agreement.
struct Source {
  calendar::HolidaySetText text;
  std::vector<Located<std::string>> names;  // by position in text.days
  std::vector<Located<std::string>> rules;
};

Source source_of(const HolidaySetText& set, const std::vector<HolidaySetText>& sets) {
  Source source;
  source.text.name = set.key.value;
  for (const HolidaySetRef& base : set.based_on.value) {
    source.text.based_on.push_back(base.own.is_none() ? base.set : sets[base.own.value].set);
  }
  for (const HolidayText& holiday : set.days.value) {
    for (const auto& rule : holiday.rules.value) {
      source.text.days.push_back({holiday.name.value, rule.value});
      source.names.push_back(holiday.name);
      source.rules.push_back(rule);
    }
  }
  for (const auto& name : set.without.value) source.text.without.push_back(name.value);
  source.text.observed = set.observed.value;
  return source;
}

// The part of a word that is wrong, when the text has it letter by letter: as it is, or between quotes.
source::Range part_of(const Located<std::string>& word, const calendar::RuleMistake& mistake) {
  const std::size_t written = word.at.end - word.at.begin;
  const bool quoted = written == word.value.size() + 2;
  if (!quoted && written != word.value.size()) return word.at;
  const auto begin = word.at.begin + static_cast<std::uint32_t>(mistake.at + (quoted ? 1 : 0));
  const auto end = begin + static_cast<std::uint32_t>(mistake.length);
  return end > word.at.end ? word.at : source::Range{word.at.file, begin, end};
}

void report_rule(Binder& binder, const std::string& holiday, const Located<std::string>& rule,
                 const calendar::RuleMistake& mistake) {
  binder.findings.add(diag::Kind::BadValue, part_of(rule, mistake), fmt::format("`{}`: {}", holiday, mistake.message));
}

using Days = std::vector<calendar::HolidaySetText::Day>;

// The holidays of the sets that it is based on.
Days days_below(const Source& source) {
  Days days;
  for (const auto& base : source.text.based_on) std::ranges::move(base->days(), std::back_inserter(days));
  return days;
}

void report_without(Binder& binder, const HolidaySetText& set, const Days& below, const Located<std::string>& name) {
  auto& finding = binder.findings.add(
      diag::Kind::UnknownReference, name.at,
      set.based_on.value.empty()
          ? fmt::format("`{}` is based on no set, so there is no `{}` to leave out", set.key.value, name.value)
          : fmt::format("there is no holiday `{}` in what `{}` is based on", name.value, set.key.value));
  std::vector<std::string_view> names;
  for (const auto& day : below) names.push_back(day.name);
  binder.suggest(finding, name.value, names);
}

void report(Binder& binder, const HolidaySetText& set, const Source& source, const Days& below,
            const calendar::HolidayMistake& mistake) {
  using In = calendar::HolidayMistake::In;
  const std::string& message = mistake.mistake.message;
  switch (mistake.in) {
    case In::DayName: binder.findings.add(diag::Kind::BadValue, source.names[mistake.index].at, message); break;
    case In::Rule:
      report_rule(binder, source.names[mistake.index].value, source.rules[mistake.index], mistake.mistake);
      break;
    case In::Without: report_without(binder, set, below, set.without.value[mistake.index]); break;
    case In::Observed:
      binder.findings.add(diag::Kind::BadValue, part_of({set.observed.value, set.observed.at}, mistake.mistake),
                          fmt::format("`observed`: {}", message));
      break;
  }
}

// What can be said of the rules of a set that cannot be made: those that are wrong by themselves.
void report_rules(Binder& binder, const Source& source) {
  for (std::size_t i = 0; i < source.rules.size(); ++i) {
    const auto rule = calendar::parse_holiday_rule(source.rules[i].value);
    if (!rule) report_rule(binder, source.names[i].value, source.rules[i], rule.error());
  }
}

bool can_be_made(const HolidaySetText& set, const Source& source) {
  if (set.based_on.presence == Presence::Wrong || set.without.presence == Presence::Wrong) return false;
  if (set.days.presence == Presence::Wrong || set.observed.presence == Presence::Wrong) return false;
  return std::ranges::all_of(source.text.based_on, [](const auto& base) { return base != nullptr; });
}

}  // namespace

void make_holiday_sets(Binder& binder, std::vector<HolidaySetText>& sets, source::Range section) {
  std::size_t rules = 0;
  for (const std::size_t i : order_of(sets).order) {
    HolidaySetText& set = sets[i];
    const Source source = source_of(set, sets);
    if (!can_be_made(set, source)) {
      report_rules(binder, source);
      continue;
    }
    rules += 1 + source.text.days.size() + source.text.without.size();
    for (const auto& base : source.text.based_on) rules += base->days().size();
    if (rules > kHolidayRules) {
      binder.findings.add(
          diag::Kind::TooLarge, section,
          fmt::format("`holiday_sets` has more than {} rules, counting what sets take from others", kHolidayRules));
      return;
    }
    auto made = calendar::HolidaySet::make(source.text);
    if (made) {
      set.set = *std::move(made);
      continue;
    }
    const Days below = days_below(source);
    for (const calendar::HolidayMistake& mistake : made.error()) report(binder, set, source, below, mistake);
  }
}

}  // namespace tandem::agreement

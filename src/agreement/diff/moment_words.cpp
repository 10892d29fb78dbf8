#include "agreement/diff/moment_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "agreement/diff/week_words.h"
#include "proof/extent.h"

namespace tandem::agreement::diff {

using proof::Bits;

MomentWords::MomentWords(const Sides& sides) : sides_(&sides) {
  add_calendars();
  add_leave();
}

// What is always so, never so, or the same as something told already adds nothing.
void MomentWords::add(Bits kinds, std::string holds, std::string fails) {
  Bits others = Bits::full(kinds.size()) - kinds;
  const auto known = [&](const Literal& literal) { return literal.kinds == kinds; };
  if (kinds.empty() || others.empty() || std::ranges::any_of(literals_, known)) return;
  literals_.push_back({std::move(kinds), std::move(holds)});
  literals_.push_back({std::move(others), std::move(fails)});
}

void MomentWords::add_calendars() {
  const Side& before = sides_->before();
  const Side& after = sides_->after();
  const auto literal = [&](const Bits& kinds, const std::string& name) {
    add(kinds, name + " is open", name + " is closed");
  };
  const auto& calendars = after.spec().calendars;
  for (std::uint32_t i = 0; i < calendars.size(); ++i) {
    const auto was = sides_->naming().before_of(Space::Calendar, i);
    const Bits kinds = after.open_kinds({i});
    const std::string name = fmt::format("`{}`", calendars[i].name);
    if (!was || before.open_kinds({*was}) == kinds) {
      literal(kinds, name);
    } else {
      literal(kinds, "the new " + name);
      literal(before.open_kinds({*was}), "the old " + name);
    }
  }
  for (std::uint32_t i = 0; i < before.spec().calendars.size(); ++i) {
    if (!sides_->naming().after_of(Space::Calendar, i))
      literal(before.open_kinds({i}), fmt::format("the old `{}`", before.spec().calendars[i].name));
  }
}

void MomentWords::add_leave() {
  const Side& before = sides_->before();
  const Side& after = sides_->after();
  const auto literal = [&](const Bits& kinds, const policy::Person& person, std::string_view by) {
    add(kinds, fmt::format("{} is away{}", person.display, by), fmt::format("{} is there{}", person.display, by));
  };
  for (std::uint32_t i = 0; i < after.spec().people.size(); ++i) {
    const auto was = sides_->naming().before_of(Space::Person, i);
    const Bits kinds = after.away_kinds({i});
    const policy::Person& person = after.spec().people[i];
    if (!was || before.away_kinds({*was}) == kinds) {
      literal(kinds, person, "");
    } else {
      literal(kinds, person, " by the new leave");
      literal(before.away_kinds({*was}), person, " by the old leave");
    }
  }
  for (std::uint32_t i = 0; i < before.spec().people.size(); ++i) {
    if (!sides_->naming().after_of(Space::Person, i)) literal(before.away_kinds({i}), before.spec().people[i], "");
  }
}

// Up to three of them that together say exactly this, the fewest and the earliest.
std::string MomentWords::conjunction(const Bits& kinds) const {
  std::vector<const Literal*> wider;
  Bits common = Bits::full(kinds.size());
  for (const Literal& literal : literals_) {
    if (!kinds.is_within(literal.kinds)) continue;
    wider.push_back(&literal);
    common &= literal.kinds;
  }
  if (common != kinds) return {};  // all of them together do not say it
  for (const Literal* a : wider) {
    if (a->kinds == kinds) return a->words;
  }
  for (std::size_t a = 0; a < wider.size(); ++a) {
    for (std::size_t b = a + 1; b < wider.size(); ++b) {
      if ((wider[a]->kinds & wider[b]->kinds) == kinds)
        return fmt::format("{} and {}", wider[a]->words, wider[b]->words);
    }
  }
  constexpr std::size_t kMostTried = 60;
  const std::size_t count = std::min(wider.size(), kMostTried);
  for (std::size_t a = 0; a < count; ++a) {
    for (std::size_t b = a + 1; b < count; ++b) {
      const Bits two = wider[a]->kinds & wider[b]->kinds;
      for (std::size_t c = b + 1; c < count; ++c) {
        if ((two & wider[c]->kinds) == kinds)
          return fmt::format("{}, {} and {}", wider[a]->words, wider[b]->words, wider[c]->words);
      }
    }
  }
  return {};
}

std::string MomentWords::disjunction(const Bits& kinds) const {
  std::vector<const Literal*> narrower;
  for (const Literal& literal : literals_) {
    if (literal.kinds.is_within(kinds)) narrower.push_back(&literal);
  }
  for (std::size_t a = 0; a < narrower.size(); ++a) {
    for (std::size_t b = a + 1; b < narrower.size(); ++b) {
      if ((narrower[a]->kinds | narrower[b]->kinds) == kinds)
        return fmt::format("{} or {}", narrower[a]->words, narrower[b]->words);
    }
  }
  return {};
}

const std::string& MomentWords::of(const Bits& kinds) {
  const auto [place, fresh] = said_.try_emplace(kinds);
  if (fresh) place->second = words_of(kinds);
  return place->second;
}

std::string MomentWords::words_of(const Bits& kinds) const {
  if (kinds == Bits::full(kinds.size())) return {};
  std::string words = conjunction(kinds);
  if (words.empty()) words = disjunction(kinds);
  if (!words.empty()) return "while " + words;
  return week_words(proof::intervals_of(sides_->moments(), kinds), sides_->moments().horizon(),
                    sides_->after().policy().zone());
}

}  // namespace tandem::agreement::diff

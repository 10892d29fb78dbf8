// The part of an activity that a letter of a matrix is about: `A (Sev 1-2)`, `R (after hours)`, `A (site Harbor East)`.
// A scope is part of the cell: two names that are accountable for different parts do not contradict each other, and
// parts that nobody is accountable for are a gap.
//
//   const Remark one = read_remark("Sev 3-4 Triage");          // a scope: severities 3 and 4
//   const Remark other = read_remark("Forensics, Sev 1-2");
//   overlap(one.scope, other.scope)                            // false
//   left_out({{one.scope}}, space)                             // severities 1 and 2, if the matrix has them
//
// Recognised are severities and priorities by number ("Sev 1-2", "P1/P2", "Severity 1, 2 and 3", "priority 2 and
// below") or by name when nothing else is said ("critical and high"), business hours and the hours outside them, and
// sites that are called so. Whatever else stands in brackets is a note and narrows nothing. "Sev 3+" is a note: some
// mean the graver ones and some the lesser. Values; pure.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tandem::draft {

inline constexpr std::size_t kMostSeverity = 9;    // numbered from 0 or 1, the gravest, to 9
inline constexpr std::size_t kOtherSeverity = 10;  // one that the matrix does not name
using Severities = std::bitset<kMostSeverity + 2>;

enum class Hours : std::uint8_t { Business, Nights, Weekends, Holidays };
using HoursSet = std::bitset<4>;

// In each dimension nothing means everything.
struct Scope {
  Severities severities;
  HoursSet hours;
  std::set<std::string> sites;  // as written; an empty one: any that the matrix does not name
  bool operator==(const Scope&) const = default;
  [[nodiscard]] bool is_everything() const { return severities.none() && hours.none() && sites.empty(); }
};

// How the matrix calls severities, so that what is said of them reads like it.
enum class SeverityStyle : std::uint8_t { Sev, Severity, P, Priority, Names };

// What stands in brackets behind a letter.
struct Remark {
  Scope scope;
  std::string words;                   // as written
  std::optional<SeverityStyle> style;  // when severities are named
  Severities named;                    // those that are written out, without what "and below" takes in
  [[nodiscard]] bool is_scope() const { return !scope.is_everything(); }
};
[[nodiscard]] Remark read_remark(std::string_view words);

// What a whole matrix names, which is what scopes are held against.
struct ScopeSpace {
  Severities severities;
  SeverityStyle style = SeverityStyle::Sev;
  HoursSet hours;
  std::set<std::string> sites;

  void add(const Remark& remark);
  // Severities that prose names: legends, definitions under a table. O(length).
  void add_prose(std::string_view text);
};

[[nodiscard]] bool overlap(const Scope& one, const Scope& other);
[[nodiscard]] Scope common(const Scope& one, const Scope& other);  // REQUIRES: they overlap

// What none of the scopes takes in, as few scopes as say it; none when one of them is everything or nothing is left. A
// matrix that names only the severities of one scope has others, which are left out too.
[[nodiscard]] std::vector<Scope> left_out(std::span<const Scope> scopes, const ScopeSpace& space);

// "Sev 3-4", "P1, nights and weekends", "site Harbor East", "other severities".
[[nodiscard]] std::string to_text(const Scope& scope, SeverityStyle style);

}  // namespace tandem::draft

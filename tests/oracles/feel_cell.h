// The cells of published DMN tables ("[12..15)", ">=18", "\"Cat\",\"Dog\"", "not(47)", "-") as choices of the kernel. A
// column of numbers or dates becomes positions: each number that is named, and what lies between two of them; open and
// closed ends are then ends between positions. A column of words has one more value for all that are not named.
#pragma once

#include <doctest/doctest.h>

#include <charconv>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "proof/table.h"

namespace tandem::oracles {

class FeelColumn {
 public:
  enum class Type { Words, Numbers, Days };

  // `domain` may be empty: everything.
  FeelColumn(Type type, std::string_view domain, const std::vector<std::string>& cells) : type_(type) {
    for (const std::string& cell : cells) collect(cell);
    collect(domain);
    const Bits all = Bits::full(type == Type::Words ? words_.size() + 1 : numbers_.size() * 2 + 1);
    domain_ = domain.empty() ? all : holding(domain, all.size());
    if (type != Type::Days) return;
    for (std::size_t i = 1; i < numbers_.size(); ++i) {
      if (*number_at(i) == *number_at(i - 1) + 1) domain_.remove(2 * i);  // between two days is nothing
    }
  }

  // Where every cell is one stretch of positions, the column can be one of numbers.
  [[nodiscard]] proof::Column column(bool as_numbers) const {
    const auto count = static_cast<std::uint32_t>(domain_.count());
    return as_numbers ? proof::Column::numbers(0, count) : proof::Column::values(count);
  }
  [[nodiscard]] proof::Bits values(std::string_view cell) const { return within_domain(holding(cell, domain_.size())); }
  [[nodiscard]] std::optional<proof::Span> span(std::string_view cell) const {
    const proof::Bits chosen = values(cell);
    const std::size_t first = chosen.empty() ? 0 : chosen.first();
    const std::size_t behind = first + chosen.count();
    if (!chosen.empty() && chosen.next(behind - 1) != behind - 1) return std::nullopt;
    if (chosen.next(behind) != chosen.size()) return std::nullopt;
    return proof::Span{static_cast<std::int64_t>(first), static_cast<std::int64_t>(behind)};
  }
  // The value of the kernel's column for a published point.
  [[nodiscard]] std::int64_t position(std::string_view word) const {
    REQUIRE(type_ == Type::Words);
    const auto found = words_.find(std::string(word));
    return compact(found == words_.end() ? words_.size() : word_at(found));
  }
  [[nodiscard]] std::int64_t position(double number) const {
    const auto next = numbers_.lower_bound(number);
    const auto i = static_cast<std::size_t>(std::distance(numbers_.begin(), next));
    return compact(next != numbers_.end() && *next == number ? 2 * i + 1 : 2 * i);
  }
  [[nodiscard]] static std::optional<double> day(std::string_view text) {
    const auto midnight = base::parse_rfc3339(std::string(text) + "T00:00:00Z");
    if (!midnight) return std::nullopt;
    return static_cast<double>(midnight->unix_us() / base::Duration(base::hours(24)).count());
  }
  [[nodiscard]] Type type() const { return type_; }

 private:
  using Bits = proof::Bits;

  static std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
  }

  static std::vector<std::string_view> alternatives(std::string_view cell) {
    std::vector<std::string_view> out;
    while (true) {
      const std::size_t comma = cell.find(',');
      out.push_back(trimmed(cell.substr(0, comma)));
      if (comma == std::string_view::npos) return out;
      cell.remove_prefix(comma + 1);
    }
  }

  // The inside of "not(…)".
  static std::optional<std::string_view> negated(std::string_view cell) {
    if (!cell.starts_with("not(")) return std::nullopt;
    return cell.substr(4, cell.size() - 5);
  }

  // "[12..15)" has two ends, "<= 3" and "7" have one.
  static std::vector<std::string_view> ends_of(std::string_view test) {
    while (!test.empty() && std::string_view("<>=[(").contains(test.front())) test.remove_prefix(1);
    const std::size_t dots = test.find("..");
    if (dots == std::string_view::npos) return {trimmed(test)};
    return {trimmed(test.substr(0, dots)), trimmed(test.substr(dots + 2, test.size() - dots - 3))};
  }

  static double number_of(std::string_view text) {
    if (text.starts_with("date(")) return *day(text.substr(6, text.size() - 8));
    double number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    CAPTURE(text);
    REQUIRE(end.ptr == text.data() + text.size());
    return number;
  }

  void collect(std::string_view cell) {
    if (cell.empty() || cell == "-") return;
    for (const std::string_view test : alternatives(negated(cell).value_or(cell))) {
      if (test == "null") continue;
      if (type_ == Type::Words) {
        words_.insert(std::string(test));
      } else {
        for (const std::string_view end : ends_of(test)) numbers_.insert(number_of(end));
      }
    }
  }

  [[nodiscard]] Bits holding(std::string_view cell, std::size_t size) const {
    if (cell == "-") return Bits::full(size);
    if (const auto inner = negated(cell)) return Bits::full(size) - holding(*inner, size);
    Bits out(size);
    for (const std::string_view test : alternatives(cell)) {
      if (test == "null") continue;
      if (type_ == Type::Words) {
        out.add(word_at(words_.find(std::string(test))));
      } else {
        add_range(out, test);
      }
    }
    return out;
  }

  void add_range(Bits& out, std::string_view test) const {
    const auto ends = ends_of(test);
    const auto place = [&](std::string_view end) {
      const auto found = numbers_.find(number_of(end));
      return 2 * static_cast<std::size_t>(std::distance(numbers_.begin(), found)) + 1;
    };
    std::size_t from = place(ends.front());
    std::size_t to = place(ends.back()) + 1;
    if (ends.size() == 2) {
      if (test.front() == '(') ++from;
      if (test.back() == ')') --to;
    } else if (test.starts_with("<")) {
      from = 0;
      if (!test.starts_with("<=")) --to;
    } else if (test.starts_with(">")) {
      to = out.size();
      if (!test.starts_with(">=")) ++from;
    }
    for (std::size_t i = from; i < to; ++i) out.add(i);
  }

  [[nodiscard]] Bits within_domain(const Bits& all) const {
    Bits out(domain_.count());
    std::size_t next = 0;
    for (const std::uint32_t position : domain_) {
      if (all.has(position)) out.add(next);
      ++next;
    }
    return out;
  }
  [[nodiscard]] std::int64_t compact(std::size_t position) const {
    REQUIRE(domain_.has(position));
    std::int64_t before = 0;
    for (const std::uint32_t each : domain_) before += each < position ? 1 : 0;
    return before;
  }
  [[nodiscard]] std::size_t word_at(std::set<std::string>::const_iterator found) const {
    REQUIRE(found != words_.end());
    return static_cast<std::size_t>(std::distance(words_.begin(), found));
  }
  [[nodiscard]] std::set<double>::const_iterator number_at(std::size_t i) const {
    return std::next(numbers_.begin(), static_cast<std::ptrdiff_t>(i));
  }

  Type type_;
  std::set<std::string> words_{};
  std::set<double> numbers_{};
  Bits domain_{};
};

}  // namespace tandem::oracles

#include "agreement/diff/rounding.h"

#include <algorithm>

#include "proof/box_union.h"

namespace tandem::agreement::diff {

using proof::Bits;
using proof::Box;
using proof::Choice;
using proof::Span;

namespace {

// The smallest choice that holds both; nothing for numbers that do not touch.
std::optional<Choice> around(const Choice& a, const Choice& b) {
  if (const auto* bits = std::get_if<Bits>(&a)) return *bits | std::get<Bits>(b);
  const Span one = std::get<Span>(a);
  const Span other = std::get<Span>(b);
  if (one.to < other.from || other.to < one.from) return std::nullopt;
  return Span{std::min(one.from, other.from), std::max(one.to, other.to)};
}

// What of the choice the other one, a part of it, does not have; up to two pieces.
std::vector<Choice> rest(const Choice& whole, const Choice& part) {
  if (const auto* bits = std::get_if<Bits>(&whole)) {
    Bits left = *bits - std::get<Bits>(part);
    return left.empty() ? std::vector<Choice>{} : std::vector<Choice>{std::move(left)};
  }
  const Span all = std::get<Span>(whole);
  const Span taken = std::get<Span>(part);
  std::vector<Choice> out;
  if (all.from < taken.from) out.emplace_back(Span{all.from, taken.from});
  if (taken.to < all.to) out.emplace_back(Span{taken.to, all.to});
  return out;
}

std::optional<Choice> common(const Choice& a, const Choice& b) {
  if (const auto* bits = std::get_if<Bits>(&a)) {
    Bits both = *bits & std::get<Bits>(b);
    return both.empty() ? std::nullopt : std::optional<Choice>(std::move(both));
  }
  const Span one = std::get<Span>(a);
  const Span other = std::get<Span>(b);
  const Span both{std::max(one.from, other.from), std::min(one.to, other.to)};
  return both.from < both.to ? std::optional<Choice>(both) : std::nullopt;
}

// Adds what of `whole` is not in `part`, as disjoint boxes.
void subtract(Box whole, const Box& part, std::vector<Box>& out) {
  Box shared;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    auto both = common(whole[i], part[i]);
    if (!both) return out.push_back(std::move(whole));  // nothing in common
    shared.push_back(*std::move(both));
  }
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (Choice& piece : rest(whole[i], shared[i])) {
      Box left = whole;
      left[i] = std::move(piece);
      out.push_back(std::move(left));
    }
    whole[i] = shared[i];
  }
}

// A box that two boxes and a third one make up is cut once between one and two of them, and those two are cut once
// more.
constexpr std::size_t kMostColumnsApart = 2;

bool may_be_one(const Box& a, const Box& b) {
  std::size_t apart = 0;
  for (std::size_t i = 0; i < a.size(); ++i) apart += a[i] == b[i] ? 0U : 1U;
  return apart <= kMostColumnsApart;
}

// The two as one with an exception, where the columns that the exception is about are full in the whole.
std::optional<Rounded> as_one(const Box& a, const Box& b, const std::vector<proof::Column>& columns) {
  if (!may_be_one(a, b)) return std::nullopt;
  Box whole;
  for (std::size_t i = 0; i < a.size(); ++i) {
    auto both = around(a[i], b[i]);
    if (!both) return std::nullopt;
    whole.push_back(*std::move(both));
  }
  std::vector<Box> without_a;
  subtract(whole, a, without_a);
  std::vector<Box> left;
  for (Box& piece : without_a) subtract(std::move(piece), b, left);
  proof::join_boxes(left);
  if (left.size() != 1) return std::nullopt;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (left.front()[i] != whole[i] && !is_full(whole[i], columns[i])) return std::nullopt;
  }
  return Rounded{std::move(whole), std::move(left.front())};
}

}  // namespace

bool is_full(const Choice& choice, const proof::Column& column) {
  if (const auto* bits = std::get_if<Bits>(&choice)) return bits->count() == column.count;
  return std::get<Span>(choice) == *column.range;
}

Choice full_choice(const proof::Column& column) {
  return column.range ? Choice(*column.range) : Choice(Bits::full(column.count));
}

std::vector<Rounded> rounded(std::vector<Box> boxes, const std::vector<proof::Column>& columns) {
  std::vector<Rounded> out;
  std::vector<bool> taken(boxes.size());
  for (std::size_t a = 0; a < boxes.size(); ++a) {
    for (std::size_t b = a + 1; b < boxes.size() && boxes.size() <= kMostRounded && !taken[a]; ++b) {
      if (taken[b]) continue;
      auto one = as_one(boxes[a], boxes[b], columns);
      if (!one) continue;
      out.push_back(*std::move(one));
      taken[a] = taken[b] = true;
    }
    if (!taken[a]) out.push_back({std::move(boxes[a]), std::nullopt});
  }
  return out;
}

}  // namespace tandem::agreement::diff

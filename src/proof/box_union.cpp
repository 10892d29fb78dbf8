#include "proof/box_union.h"

#include <algorithm>

namespace tandem::proof {
namespace {

// By all columns but one, then by that one.
bool before_except(const Box& a, const Box& b, std::size_t column) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (i == column) continue;
    if (const auto order = a[i] <=> b[i]; order != 0) return order < 0;
  }
  return a[column] < b[column];
}

bool same_except(const Box& a, const Box& b, std::size_t column) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (i != column && a[i] != b[i]) return false;
  }
  return true;
}

// Takes the other's part of the column in, if the two are one choice there.
bool take_in(Choice& choice, const Choice& other) {
  if (auto* values = std::get_if<Bits>(&choice)) {
    *values |= std::get<Bits>(other);
    return true;
  }
  auto& span = std::get<Span>(choice);
  const Span next = std::get<Span>(other);
  if (span.to != next.from) return false;
  span.to = next.to;
  return true;
}

bool join_along(std::vector<Box>& boxes, std::size_t column) {
  std::ranges::sort(boxes, [&](const Box& a, const Box& b) { return before_except(a, b, column); });
  std::size_t kept = 0;
  for (std::size_t i = 1; i < boxes.size(); ++i) {
    if (same_except(boxes[kept], boxes[i], column) && take_in(boxes[kept][column], boxes[i][column])) continue;
    ++kept;
    if (kept != i) boxes[kept] = std::move(boxes[i]);
  }
  const bool joined = !boxes.empty() && kept + 1 < boxes.size();
  if (joined) boxes.resize(kept + 1);
  return joined;
}

}  // namespace

void join_boxes(std::vector<Box>& boxes) {
  if (boxes.empty()) return;
  const std::size_t columns = boxes.front().size();
  for (bool joined = true; joined;) {
    joined = false;
    for (std::size_t column = columns; column-- > 0;) joined = join_along(boxes, column) || joined;
  }
  std::ranges::sort(boxes);
}

}  // namespace tandem::proof

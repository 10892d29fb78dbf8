#include "proof/box_union.h"

#include <algorithm>
#include <optional>

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

std::uint64_t hash_of(const Choice& choice, std::size_t column) {
  std::uint64_t hash = column + 1;
  const auto add = [&](std::uint64_t word) {
    hash = (hash ^ word) * 0x9e37'79b9'7f4a'7c15ULL;
    hash ^= hash >> 32;
  };
  if (const auto* values = std::get_if<Bits>(&choice)) {
    add(values->hash());
  } else {
    add(static_cast<std::uint64_t>(std::get<Span>(choice).from));
    add(static_cast<std::uint64_t>(std::get<Span>(choice).to));
  }
  return hash;
}

// Boxes with numbers by which those that are the same in all columns but one are found without comparing all of them.
class Joining {
 public:
  explicit Joining(std::vector<Box> boxes) {
    for (Box& box : boxes) {
      Numbered next{.box = std::move(box)};
      for (std::size_t i = 0; i < next.box.size(); ++i) next.by_column.push_back(hash_of(next.box[i], i));
      boxes_.push_back(std::move(next));
    }
  }

  // Whether it joined any.
  bool along(std::size_t column) {
    for (Numbered& each : boxes_) {
      each.others = 0;
      for (std::size_t i = 0; i < each.by_column.size(); ++i) each.others ^= i == column ? 0 : each.by_column[i];
    }
    std::ranges::sort(boxes_, [&](const Numbered& a, const Numbered& b) {
      return a.others != b.others ? a.others < b.others : before_except(a.box, b.box, column);
    });
    std::size_t kept = 0;
    for (std::size_t i = 1; i < boxes_.size(); ++i) {
      Box& last = boxes_[kept].box;
      const bool one = boxes_[kept].others == boxes_[i].others && same_except(last, boxes_[i].box, column) &&
                       take_in(last[column], boxes_[i].box[column]);
      if (one) continue;
      boxes_[kept].by_column[column] = hash_of(last[column], column);
      ++kept;
      if (kept != i) boxes_[kept] = std::move(boxes_[i]);
    }
    boxes_[kept].by_column[column] = hash_of(boxes_[kept].box[column], column);
    const bool joined = kept + 1 < boxes_.size();
    boxes_.resize(kept + 1);
    return joined;
  }

  // As they were last looked at.
  [[nodiscard]] std::vector<Box> take() && {
    std::vector<Box> boxes;
    for (Numbered& each : boxes_) boxes.push_back(std::move(each.box));
    return boxes;
  }

 private:
  struct Numbered {
    Box box{};
    std::vector<std::uint64_t> by_column{};
    std::uint64_t others = 0;  // of all columns but the one that is looked along
  };
  std::vector<Numbered> boxes_;  // not empty
};

// The choice without the inner one; nothing when inner is not a smaller part of it or leaves two pieces.
std::optional<Choice> rest_of(const Choice& choice, const Choice& inner) {
  if (choice == inner) return std::nullopt;
  if (const auto* values = std::get_if<Bits>(&choice)) {
    const Bits& part = std::get<Bits>(inner);
    return part.is_within(*values) ? std::optional<Choice>(*values - part) : std::nullopt;
  }
  const Span span = std::get<Span>(choice);
  const Span part = std::get<Span>(inner);
  if (span.from == part.from && part.to < span.to) return Span{part.to, span.to};
  if (span.to == part.to && span.from < part.from) return Span{span.from, part.from};
  return std::nullopt;
}

// Two choices without common values as one, if they fit together.
std::optional<Choice> joined(const Choice& a, const Choice& b) {
  if (const auto* values = std::get_if<Bits>(&a)) {
    const Bits& others = std::get<Bits>(b);
    return values->intersects(others) ? std::nullopt : std::optional<Choice>(*values | others);
  }
  const Span x = std::get<Span>(a);
  const Span y = std::get<Span>(b);
  if (x.to == y.from) return Span{x.from, y.to};
  if (y.to == x.from) return Span{y.from, x.to};
  return std::nullopt;
}

// Where `wide` has all of `narrow` and more in an earlier column and they fit together in a later one, the two are cut
// along the earlier column instead.
bool turn(Box& wide, Box& narrow) {
  std::size_t earlier = wide.size();
  std::size_t later = wide.size();
  for (std::size_t i = 0; i < wide.size(); ++i) {
    if (wide[i] == narrow[i]) continue;
    if (later != wide.size()) return false;
    (earlier == wide.size() ? earlier : later) = i;
  }
  if (later == wide.size()) return false;
  auto rest = rest_of(wide[earlier], narrow[earlier]);
  auto both = joined(wide[later], narrow[later]);
  if (!rest || !both) return false;
  wide[earlier] = *std::move(rest);
  narrow[later] = *std::move(both);
  return true;
}

bool turn_some(std::vector<Box>& boxes) {
  bool turned = false;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (std::size_t j = 0; j < boxes.size(); ++j) turned = (i != j && turn(boxes[i], boxes[j])) || turned;
  }
  return turned;
}

void join_along_all(std::vector<Box>& boxes) {
  const std::size_t columns = boxes.front().size();
  Joining joining(std::move(boxes));
  for (bool again = true; again;) {
    again = false;
    for (std::size_t column = columns; column-- > 0;) again = joining.along(column) || again;
  }
  boxes = std::move(joining).take();
  std::ranges::sort(boxes, [](const Box& a, const Box& b) { return before_except(a, b, 0); });
}

}  // namespace

void join_boxes(std::vector<Box>& boxes) {
  if (boxes.empty()) return;
  join_along_all(boxes);
  // Each turn moves a cut to an earlier column; the bound is for rounds in which one undoes what another did.
  for (std::size_t round = 0; round < boxes.front().size() && boxes.size() <= kMostTurned && turn_some(boxes);
       ++round) {
    join_along_all(boxes);
  }
  std::ranges::sort(boxes);
}

}  // namespace tandem::proof

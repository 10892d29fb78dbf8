// A small explicit-state checker: every state that a world can reach is visited once, breadth first, so that the run to
// a wrong one is a shortest one.
//
//   const auto found = explore(Desk(one_item), 500'000);
//   CHECK_MESSAGE(!found.wrong, found.told());
//
// A World is copyable and has key() (equal for worlds that go on alike), moves() (labelled worlds that may follow) and
// wrong() (what is broken here; empty when nothing is). Not thread-safe; memory and time grow with the states.
#pragma once

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

namespace tandem::protocol {

struct Exploration {
  std::size_t states = 0;
  std::size_t moves = 0;
  bool complete = false;         // all of them were visited
  std::string wrong;             // of the first wrong one
  std::vector<std::string> way;  // to it, from the beginning

  [[nodiscard]] std::string told() const {
    std::string text = wrong;
    for (const std::string& step : way) text += "\n  " + step;
    return text;
  }
};

template <class World>
[[nodiscard]] Exploration explore(const World& start, std::size_t most_states) {
  struct Known {
    std::string from;
    std::string label;
  };
  Exploration found;
  std::unordered_map<std::string, Known> known;
  std::deque<std::pair<std::string, World>> ahead;
  const auto visit = [&](const World& world, const std::string& from, const std::string& label) {
    std::string key = world.key();
    if (!known.emplace(key, Known{.from = from, .label = label}).second) return true;
    found.wrong = world.wrong();
    if (!found.wrong.empty()) {
      for (std::string at = key; !known.at(at).label.empty(); at = known.at(at).from)
        found.way.insert(found.way.begin(), known.at(at).label);
      return false;
    }
    ahead.emplace_back(std::move(key), world);
    return true;
  };
  if (!visit(start, {}, {})) return found;
  while (!ahead.empty() && known.size() < most_states) {
    const auto [key, world] = std::move(ahead.front());
    ahead.pop_front();
    for (auto& [label, next] : world.moves()) {
      ++found.moves;
      if (!visit(next, key, label)) break;
    }
    if (!found.wrong.empty()) break;
  }
  found.states = known.size();
  found.complete = ahead.empty() && found.wrong.empty();
  return found;
}

}  // namespace tandem::protocol

// A small explicit-state checker: every state that a world can reach is visited once, breadth first, so that the run to
// a wrong one is a shortest one. Then it is asked of every state whether the end can be reached from there.
//
//   const auto found = explore(Desk(one_item), 500'000);
//   CHECK_MESSAGE(found.wrong.empty(), found.told());
//
// A World is copyable and has key() (equal for worlds that go on alike), moves() (labelled worlds that may follow),
// wrong() (what is broken here; empty when nothing is) and is_over() (nothing is left to do). Not thread-safe; memory
// and time grow with the states and moves.
#pragma once

#include <cstdint>
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

// What was visited, and how it hangs together.
class Visited {
 public:
  struct Added {
    std::uint32_t number = 0;
    bool is_new = false;
  };
  Added add(std::string key, std::uint32_t from, const std::string& label, bool is_over) {
    const auto [place, is_new] = numbers_.emplace(std::move(key), static_cast<std::uint32_t>(states_.size()));
    if (is_new) states_.push_back({.from = from, .label = label, .is_over = is_over});
    return {.number = place->second, .is_new = is_new};
  }
  void connect(std::uint32_t from, std::uint32_t to) { moves_.push_back({.from = from, .to = to}); }

  [[nodiscard]] std::size_t size() const { return states_.size(); }
  [[nodiscard]] std::vector<std::string> way_to(std::uint32_t number) const {
    std::vector<std::string> way;
    for (std::uint32_t at = number; at != 0; at = states_[at].from) way.insert(way.begin(), states_[at].label);
    return way;
  }
  // The first state from which no way leads to one that is over; size() when there is none.
  [[nodiscard]] std::uint32_t first_stuck() const {
    std::vector<std::vector<std::uint32_t>> back(states_.size());
    for (const Move& move : moves_) back[move.to].push_back(move.from);
    std::vector<bool> reaches(states_.size());
    std::vector<std::uint32_t> ahead;
    const auto reach = [&](std::uint32_t number) {
      if (reaches[number]) return;
      reaches[number] = true;
      ahead.push_back(number);
    };
    for (std::uint32_t i = 0; i < states_.size(); ++i) {
      if (states_[i].is_over) reach(i);
    }
    while (!ahead.empty()) {
      const std::uint32_t at = ahead.back();
      ahead.pop_back();
      for (const std::uint32_t from : back[at]) reach(from);
    }
    std::uint32_t first = 0;
    while (first < reaches.size() && reaches[first]) ++first;
    return first;
  }

 private:
  struct State {
    std::uint32_t from = 0;
    std::string label;
    bool is_over = false;
  };
  struct Move {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
  };
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<State> states_;
  std::vector<Move> moves_;
};

template <class World>
[[nodiscard]] Exploration explore(const World& start, std::size_t most_states) {
  Exploration found;
  Visited visited;
  std::deque<std::pair<std::uint32_t, World>> ahead;
  const auto visit = [&](const World& world, std::uint32_t from, const std::string& label) {
    const auto [number, is_new] = visited.add(world.key(), from, label, world.is_over());
    visited.connect(from, number);
    if (!is_new) return;
    found.wrong = world.wrong();
    if (found.wrong.empty()) {
      ahead.emplace_back(number, world);
    } else {
      found.way = visited.way_to(number);
    }
  };
  visit(start, 0, {});
  while (!ahead.empty() && found.wrong.empty() && visited.size() < most_states) {
    const auto [number, world] = std::move(ahead.front());
    ahead.pop_front();
    for (const auto& [label, next] : world.moves()) {
      ++found.moves;
      visit(next, number, label);
      if (!found.wrong.empty()) break;
    }
  }
  found.states = visited.size();
  found.complete = ahead.empty() && found.wrong.empty();
  if (!found.complete) return found;
  if (const std::uint32_t stuck = visited.first_stuck(); stuck < visited.size()) {
    found.wrong = "no way leads from here to the end of the work";
    found.way = visited.way_to(stuck);
  }
  return found;
}

}  // namespace tandem::protocol

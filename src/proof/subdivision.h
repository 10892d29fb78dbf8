// Cuts a region of a table along the sides of its rules until each part is decided. It is what all exact analyses of a
// table are made of: they say of a part whether they are done with it, and here is decided where to cut next.
//
//   Subdivision(table).walk(table.whole(), rules, [&](RegionView part, std::vector<Entry>& rules) {
//     if (rules.empty()) …nothing holds in all of `part`…
//     return rules.front().is_full() ? Step::Leave : Step::Cut;
//   });
//
// A part is visited with the rules that touch it, in ascending order. Parts are disjoint and together the region. The
// visitor may take rules out (what it does not care about costs nothing further down); it answers Cut only where a rule
// is left that is not full.
//
// A cut goes along one side of one rule, so no part is finer than the rules make it. It is chosen to leave few rules on
// both sides and to halve the rest: a table that is a partition, which is what people mean to write, takes
// O(rules × log rules) steps. In general the problem is as hard as counting the models of a formula, so a
// table made to be hard can take long; random dense tables of the language's size do not.
//
// Not thread-safe; keeps its memory from walk to walk.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "proof/table.h"

namespace tandem::proof {

// A rule that touches the part that is visited.
struct Entry {
  std::uint32_t rule = 0;
  std::uint32_t open_columns = 0;  // in so many columns it leaves out something of the part
  [[nodiscard]] bool is_full() const { return open_columns == 0; }
};

enum class Step : std::uint8_t {
  Cut,    // look at smaller parts of it
  Leave,  // go on with other parts
  Stop,   // the answer is known
};

enum class Ended : std::uint8_t {
  Complete,  // every part was visited or is in one that was left
  Stopped,   // by the visitor
};

class Subdivision {
 public:
  // The table outlives it.
  explicit Subdivision(const Table& table) : table_(&table) {}

  // REQUIRES: rules are ascending.
  template <class Visit>
  Ended walk(RegionView region, std::span<const std::uint32_t> rules, Visit&& visit) {
    begin(region, rules);
    while (!pending_.empty()) {
      take();
      const Step step = visit(RegionView(region_), entries_);
      if (step == Step::Stop) return Ended::Stopped;
      if (step == Step::Cut) cut();
    }
    return Ended::Complete;
  }

 private:
  // Where a part is cut in two: numbers before and from a class on; values in a set and not in it.
  struct Side {
    std::uint32_t column = 0;
    std::uint32_t before = 0;            // numbers
    const std::uint64_t* set = nullptr;  // values: a rule's words in the column
  };
  struct Pending {
    std::size_t first_entry = 0;  // in pending_entries_; its region stands at the same place in pending_regions_
  };
  enum class Lies : std::uint8_t { In, Out, Across };

  void begin(RegionView region, std::span<const std::uint32_t> rules);
  void take();
  void cut();
  [[nodiscard]] Side choose();
  void offer(const Side& side, double& best_cost, Side& best);
  [[nodiscard]] bool was_offered(const Side& side);
  [[nodiscard]] Lies lies(std::uint32_t rule, const Side& side) const;
  void push(const Side& side, bool in);

  const Table* table_;
  Region region_{};  // the part that is visited
  std::vector<Entry> entries_{};
  std::vector<std::uint32_t> sample_{};  // rules by which cuts are judged
  std::vector<Side> offered_{};          // cuts that were judged
  std::vector<Pending> pending_{};       // parts not yet visited, the last first
  std::vector<std::uint64_t> pending_regions_{};
  std::vector<Entry> pending_entries_{};
};

}  // namespace tandem::proof

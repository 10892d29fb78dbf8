// What another text of an agreement changes for whom: exact over every class of work and the whole horizon, in words.
//
//   const Comparison comparison(before, after, horizon);      // both compiled, without errors
//   for (const Effect& each : comparison.effects()) print(each.words);
//                                // "password-reset at harbor-east, while `office` is closed: desk → harbor-it"
//   for (const TextChange& each : comparison.texts()) print(each.words);
//   comparison.history(items)                                 // how much real work it would have moved
//
// Effects are who acts on work, who answers for it and who has a team's duty; texts are what is said of everything else
// and of what the effects come from. One cause gives one line where words allow it. Refers to what it compares.
// Immutable; const use is safe from many threads.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "agreement/compile.h"
#include "agreement/diff/attributes.h"
#include "agreement/diff/past_work_moved.h"
#include "policy/past_work.h"

namespace tandem::agreement::diff {

enum class EffectKind : std::uint8_t {
  Owner,        // a team acts in place of another
  Accountable,  // a person answers in place of another
  Duty,         // a person has a team's duty in place of another
};
[[nodiscard]] std::string_view to_text(EffectKind kind);  // "owner"

struct Effect {
  EffectKind kind = EffectKind::Owner;
  std::string what{};    // the work, or the team whose duty it is, and when: "password-reset while `office` is closed"
  std::string work{};    // of that the work alone; nothing for a duty
  std::string when{};    // and when alone: "while `office` is closed"; nothing for always and for a duty
  std::string before{};  // "desk", "Priya Raman", "nobody (desk keeps it)"
  std::string after{};
  std::string party_before{};  // the parties' names in the text; nothing where nobody acts, whose team keeps the work
  std::string party_after{};
  base::Duration total{};  // of the horizon
  double weight = 0;       // total times the share of all combinations of facts; what effects are sorted by
};

// What a party takes over and gives away, in words.
struct Stake {
  struct Item {
    std::string words;
    std::optional<std::size_t>
        effect{};  // what it comes of, by position in Comparison::effects(); of the text: nothing
  };
  std::string party;
  std::vector<Item> gains{};
  std::vector<Item> loses{};
};

class Comparison {
 public:
  // REQUIRES: both have a policy and an agreement; a horizon that is not empty; both outlive the comparison.
  Comparison(const Compiled& before, const Compiled& after, base::Interval horizon);
  ~Comparison();
  Comparison(Comparison&&) noexcept;
  Comparison& operator=(Comparison&&) noexcept;

  [[nodiscard]] base::Interval horizon() const;
  [[nodiscard]] bool empty() const { return effects_.empty() && texts_.empty(); }
  [[nodiscard]] std::span<const Effect> effects() const { return effects_; }  // the heaviest first
  [[nodiscard]] std::span<const TextChange> texts() const { return texts_; }  // in the order of Topic
  [[nodiscard]] std::span<const Stake> stakes() const { return stakes_; }  // parties with any, in the new text's order
  // O(items × effects).
  [[nodiscard]] PastWorkMoved history(std::span<const policy::PastWork> items) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
  std::vector<Effect> effects_;
  std::vector<TextChange> texts_;
  std::vector<Stake> stakes_;
};

// How much time an effect takes in a week of the horizon.
[[nodiscard]] double hours_a_week(const Effect& effect, base::Interval horizon);
[[nodiscard]] std::string hours_words(const Effect& effect, base::Interval horizon);  // "118.5 hours a week"

}  // namespace tandem::agreement::diff

// When something is so, in words: a set of kinds of moment told by the calendars and the leave that both texts know, or
// else as hours of the week, or else as dates.
//
//   const MomentWords words(sides);
//   words.of(kinds);            // "while `office` is closed"; "" for always; "mon-fri 17:30-20:00"
//
// What is told by calendars and leave, or as hours of a week without a remark, is exact; hours of the week that do not
// hold on some days say on how many. Refers to `sides`.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "agreement/diff/sides.h"

namespace tandem::agreement::diff {

class MomentWords {
 public:
  explicit MomentWords(const Sides& sides);
  // Remembers what it said: it is asked for the same times again and again.
  [[nodiscard]] const std::string& of(const proof::Bits& kinds);

 private:
  // Something that is so in some kinds and not in the others.
  struct Literal {
    proof::Bits kinds{};
    std::string words{};  // "`office` is open"
  };
  void add(proof::Bits kinds, std::string holds, std::string fails);
  void add_calendars();
  void add_leave();
  [[nodiscard]] std::string words_of(const proof::Bits& kinds) const;
  [[nodiscard]] std::string conjunction(const proof::Bits& kinds) const;  // empty: there is none
  [[nodiscard]] std::string disjunction(const proof::Bits& kinds) const;

  const Sides* sides_;
  std::vector<Literal> literals_;
  std::unordered_map<proof::Bits, std::string, proof::BitsHash> said_;
};

}  // namespace tandem::agreement::diff

// The desk with one fault each, and the promise that must see it. A mutant is the real step (desk_world.h) with what it
// is asked, or what it writes, made wrong: as a decider would make it that forgot one of its rules.
#pragma once

#include "protocol/desk_world.h"

namespace tandem::protocol {

struct Mutant {
  std::string name;
  std::string seen_as;  // how what is wrong with it begins
  Setup setup;          // in which it is seen
};

[[nodiscard]] std::vector<Mutant> mutants();

}  // namespace tandem::protocol

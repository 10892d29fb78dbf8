// From an Agreement without errors to the plain Spec that a Policy is made from. Keeps the order of the text, so that
// a reference's index stays good, and remembers file and line of every part that can be a reason.
//
//   policy::Spec spec = lower(agreement, {.sources = sources, .files = files, .version = 3});
//
// REQUIRES: nothing in the agreement is Wrong and every activity has one accountable person and a responsible team.
#pragma once

#include <span>

#include "agreement/model.h"
#include "policy/spec.h"

namespace tandem::agreement {

struct LowerContext {
  const source::SourceMap& sources;
  std::span<const std::string> files;  // by FileId: names relative to the agreement's folder
  std::uint32_t version = 1;
};

[[nodiscard]] policy::Spec lower(const Agreement& agreement, const LowerContext& context);

}  // namespace tandem::agreement

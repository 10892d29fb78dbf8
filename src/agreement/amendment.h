// A ruling about whose work it is, made a rule of the agreement's text: the least edit that gives a category to a team,
// with everything else as its authors wrote it.
//
//   auto amended = give_category(compiled, "password", "harbor-it", "ruling on HCU-12");
//   if (amended) show(amended->words, amended->bundle);       // "`help-desk.routine` is `harbor-it`'s from now on"
//
// Where the category is all that its activity is about, the activity's `responsible` becomes the team. Where other
// categories share the activity, a routing rule for this one is put before the others, so that theirs stay as they are.
// Pure; the text that comes out is compiled once more, and is given only where it does what it is for.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "agreement/compile.h"

namespace tandem::agreement {

struct Amended {
  Bundle bundle;
  std::string words;  // what was changed, as a sentence without its full stop
};

// Nothing: the category or team is not of the agreement, the text gives it to the team already, or it is written in a
// form that cannot be edited. REQUIRES: `compiled` has a policy.
[[nodiscard]] std::optional<Amended> give_category(const Compiled& compiled, std::string_view category,
                                                   std::string_view team, std::string_view rule_name);

}  // namespace tandem::agreement

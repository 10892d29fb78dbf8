// One layer of a draft: what it adds to which section of the base text, the values it settles, and what it is good for.
// A layer's file is a text with marked parts; what stands above the first mark is for whoever maintains it.
//
//   @provides night                 a need of every agreement that this layer meets
//   @requires desk                  another layer that must be there too
//   @set night.team desk            a value: `${night.team}` in any text
//   @item it.cover desk             one more item of a list: `${it.cover}` is all of them, each once
//   @slot teams                     the lines up to the next mark go into the place `teams` of the base text
//
// The base text has `@@ NAME` on a line of its own for a place, and `@section` … `@end` around what is left out when
// none of its places is filled. Plain values; reading is pure.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tandem::draft {

struct Layer {
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  std::string name;
  std::vector<std::string> provides;
  std::vector<std::string> requires_;
  Pairs values;  // in the order of the text, as the others
  Pairs items;
  Pairs slots;  // whole lines, each with its line break
};

// Of the file built into the program. A text that is not a layer is a bug of ours and stops the program.
[[nodiscard]] Layer built_in_layer(std::string_view name);

}  // namespace tandem::draft

// What is wrong with a text that is not YAML, in the words of somebody who writes agreements rather than of
// libyaml's grammar. Internal to yaml/.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tandem::yaml {

struct Fault {
  std::string message{};
  std::string note{};         // about the place where the broken construct began; empty: none
  bool at_beginning = false;  // the message itself is about that place
};

// `problem` and `context` are libyaml's words; `at` is where the problem is in `text`.
[[nodiscard]] Fault describe_fault(std::string_view problem, std::string_view context, std::string_view text,
                                   std::size_t at);

}  // namespace tandem::yaml

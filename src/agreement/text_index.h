// What an editor asks of an agreement's text: which name stands where, what may stand where, and which file an
// `include` means. Made beside the typed Agreement when Options::index says so.
#pragma once

#include "agreement/expected.h"
#include "agreement/symbols.h"

namespace tandem::agreement {

struct Inclusion {
  source::Range at{};  // the item of `include`
  source::FileId file{};
};

struct TextIndex {
  Symbols symbols;
  Places places;
  std::vector<Inclusion> inclusions;
};

}  // namespace tandem::agreement

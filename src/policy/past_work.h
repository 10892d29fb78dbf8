// Work that came in the past, as far as an agreement asks about it: what an import of another system's history reads,
// and what is put to an agreement to see what it would have made of it.
//
//   PastWork{.opened = at, .category = {"Category 26", "category-26"}}
//
// Names are words of the other system: as they were written, and as an agreement would spell them. A word that an
// agreement knows neither way, or that is empty, is unknown to it: no category is `other`, no priority the usual one.
// Plain values.
#pragma once

#include <string>

#include "base/time.h"
#include "policy/spec.h"

namespace tandem::policy {

struct PastWord {
  std::string written{};
  std::string spelt{};
  bool operator==(const PastWord&) const = default;
};

struct PastWork {
  base::Instant opened;
  PastWord category{};
  PastWord priority{};
  PastWord site{};
  PastWord department{};
  PastWord asset_class{};
  RequesterKind requester = RequesterKind::Standard;
  WorkSource source = WorkSource::Portal;
};

}  // namespace tandem::policy

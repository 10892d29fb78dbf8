// Work that really came, put to both texts of an agreement. Plain values; comparison.h does it.
//
//   PastWork{.opened = at, .category = "password-reset", .priority = "normal"}
//
// Names are those of an agreement; one that a text does not know, or that is empty, is unknown to that text: no
// category is `other`, no priority the usual one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/time.h"
#include "policy/spec.h"

namespace tandem::agreement::diff {

struct PastWork {
  base::Instant opened;
  std::string category{};
  std::string priority{};
  std::string site{};
  std::string department{};
  std::string asset_class{};
  policy::RequesterKind requester = policy::RequesterKind::Standard;
  policy::WorkSource source = policy::WorkSource::Portal;
};

struct PastWorkMoved {
  std::uint64_t items = 0;
  std::uint64_t owner = 0;        // another team would have acted when it came
  std::uint64_t accountable = 0;  // another person would have answered for it
  std::uint64_t respond = 0;      // its first answer would have been due at another time, or at none
  std::uint64_t resolve = 0;
  std::uint64_t any = 0;                   // at least one of these
  std::vector<std::uint64_t> by_effect{};  // by position in Comparison::effects(): the items that it moved
  std::uint64_t elsewhere = 0;  // owner or accountable changed in a way that no effect tells: load, moments that the
                                // horizon does not have, categories that only one text knows
};

}  // namespace tandem::agreement::diff

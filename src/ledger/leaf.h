// The bytes of a leaf: what exactly of an event the log holds for ever. They are made of nothing but texts that an
// export shows, so that anybody can make them again without this program (docs/ledger.md):
//
//   tandem-event/1⏎
//   harbor-cu⏎                          the engagement
//   01k8q5z8c2e4q8t6v3w9x7y1z5⏎         the ticket's id
//   3⏎                                  the event's version: its place within the ticket, from 1
//   {"v":1,"at":…}                      its record, byte for byte as it is stored
//
// Each line ends with one line feed, the record with nothing.
#pragma once

#include <string>
#include <string_view>

#include "ledger/hash.h"

namespace tandem::ledger {

struct Leaf {
  std::string_view engagement;  // REQUIRES: one line
  std::string_view ticket;      // REQUIRES: one line
  std::uint32_t version = 0;
  std::string_view record;
};

[[nodiscard]] std::string leaf_bytes(const Leaf& leaf);
[[nodiscard]] Hash leaf_hash(const Leaf& leaf);

}  // namespace tandem::ledger

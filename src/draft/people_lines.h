// The lines of the section `people` of a draft. Pure.
#pragma once

#include <set>
#include <string>

#include "draft/cast.h"

namespace tandem::draft {

struct PartyNames {
  std::string client;
  std::string provider;
};

// Everybody of the groups in `used`, the client's before the provider's, in columns. Invented people have addresses in
// the domain `example`, which belongs to nobody (RFC 2606).
[[nodiscard]] std::string people_lines(const Cast& cast, const std::set<std::string, std::less<>>& used,
                                       const PartyNames& parties);

}  // namespace tandem::draft

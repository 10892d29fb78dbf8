// What the requester thinks of how it went: asked when the ticket is resolved or closed, answered at most once until it
// is opened again. Both parties read it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/time.h"
#include "desk/names.h"

namespace tandem::desk {

enum class Verdict : std::uint8_t { Good, Bad };
[[nodiscard]] std::string_view to_text(Verdict verdict);  // "good"

// Commands ----------------------------------------------------------------------------------------------------------

struct RateService {
  Verdict verdict = Verdict::Good;
  std::string words;  // may be empty
};

// Events ------------------------------------------------------------------------------------------------------------

struct ServiceRated {
  Verdict verdict = Verdict::Good;
  std::string words;
  PartyName party;  // whose work it was: that had it then
  TeamName team;
  bool operator==(const ServiceRated&) const = default;
};

// State -------------------------------------------------------------------------------------------------------------

struct Satisfaction {
  Verdict verdict = Verdict::Good;
  std::string words;
  base::Instant at;
  bool operator==(const Satisfaction&) const = default;
};

}  // namespace tandem::desk

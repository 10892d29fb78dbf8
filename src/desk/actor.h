// Who did something. A person of the agreement acts for a party and with their teams; an end user acts for themselves;
// the system acts when time does (an expiry); an import repeats what another system recorded.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "desk/names.h"

namespace tandem::desk {

enum class ActorKind : std::uint8_t { Person, Requester, System, Import };
[[nodiscard]] std::string_view to_text(ActorKind kind);  // "person" …

struct Actor {
  ActorKind kind = ActorKind::System;
  PersonName person;    // Person: their name in the agreement; Import: who did it there, may be empty
  PartyName party;      // Person: the party they belong to
  std::string display;  // what people read: "Mei Tanaka", "Tandem", "ServiceNow log"
  std::string email;    // Requester: the address that identifies them; else may be empty
  bool operator==(const Actor&) const = default;
};

// The actor of what nobody in particular does.
[[nodiscard]] Actor system_actor();

// An address as it is kept: its letters small, because whoever writes it is one person however they do.
[[nodiscard]] std::string plain_address(std::string address);
// Whether mail could go to it: one `@` with something on both sides, and nothing that would make it several or none.
[[nodiscard]] bool is_address(std::string_view text);
// Whether two addresses are one person's: letters count alike, large or small.
[[nodiscard]] bool same_address(std::string_view a, std::string_view b);

}  // namespace tandem::desk

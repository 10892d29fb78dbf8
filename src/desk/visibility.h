// Who may read what people write or attach to a ticket.
#pragma once

#include <cstdint>

namespace tandem::desk {

// `Team` is counted and shown as existing to the others, without its text.
enum class Visibility : std::uint8_t { Requester, Both, Team };

}  // namespace tandem::desk

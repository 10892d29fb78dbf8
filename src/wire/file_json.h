// The files of a ticket as JSON.
#pragma once

#include "app/tickets.h"
#include "wire/writer.h"

namespace tandem::wire {

// The member `files`: those that the caller may read, with those that were removed.
void write_files(Writer& json, const app::TicketView& view);

}  // namespace tandem::wire

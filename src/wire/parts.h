// The parts that several answers share, written into a Writer.
#pragma once

#include <optional>
#include <span>

#include "desk/ownership.h"
#include "desk/ticket.h"
#include "wire/writer.h"

namespace tandem::wire {

void write(Writer& json, const desk::Owner& owner);
void write(Writer& json, const desk::Actor& actor);
void write(Writer& json, const desk::Requester& requester);
void write(Writer& json, std::span<const desk::Reason> reasons);
void write(Writer& json, std::span<const desk::Told> told);
void write(Writer& json, const std::optional<desk::Cost>& cost);  // nothing: null

// Rounded down.
[[nodiscard]] std::int64_t whole_seconds(base::Duration length);

}  // namespace tandem::wire

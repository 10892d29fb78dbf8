// A compiled agreement as bytes: the same Spec gives the same bytes, on every machine and every day, so that they can
// be stored, compared and hashed; and a Spec that is read back answers every question as the first one does.
//
//   const std::string bytes = to_bytes(policy->spec());
//   TANDEM_TRY(Spec spec, from_bytes(bytes));            // BadInput: bytes that nobody wrote so
//   Policy::make(std::move(spec));
//
// What is kept are the rules, not the tables worked out from them: calendars as their hours, dates and combinations,
// holidays as the rules of their sets (also of those of the language), rotations as their layers and exceptions, time
// zones by name. So a new edition of the time zone database leaves the bytes as they are, and a corrected holiday
// changes them. Leave, and the exceptions of rotations, are instants: those that the zones gave when it was compiled.
// Lengths of business days have become minutes in the same way. Where things stand in the text is kept, for it is part
// of the reasons; title and source of a holiday set are not.
//
// Format 3 (1 had no places of a rotation's exceptions, and no governance; 2 had no interval of a scenario's updates):
// "TandemPl", the format as 32 bits, then the parts of the Spec in their order (spec_fields.h). Numbers are
// little-endian and of one width each, texts and lists have their length in front, so that there is one way to write
// anything. A format that this program does not know is refused as Unsupported.
//
// Pure and thread-safe. Linear; reading works out calendars as Policy's compiler does. Hostile bytes cost no more than
// kMostBytes allow: lengths are held against what is left, and calendars against kMostCalendarParts.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "policy/spec.h"

namespace tandem::policy {

inline constexpr std::uint32_t kBytesFormat = 3;
inline constexpr std::size_t kMostBytes = 64 * 1024 * 1024;
// Hours of a day and dates of all calendars together; what a calendar is combined of counts again. Ten times what the
// language allows.
inline constexpr std::size_t kMostCalendarParts = 200'000;

[[nodiscard]] std::string to_bytes(const Spec& spec);
// BadInput: cut short, more than one Spec, not as to_bytes writes it, or a Spec that no Policy could be made of; with
// the place. Unsupported: another format, or a zone that this machine does not have.
[[nodiscard]] base::Result<Spec> from_bytes(std::string_view bytes);

}  // namespace tandem::policy

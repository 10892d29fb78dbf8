// What a file is called, made harmless: names come from other people's machines, go into headers, lists and other
// machines' folders, and must neither point anywhere nor look like something else.
//
//   clean_file_name("..\\..\\etc/passwd");        // "passwd"
//   clean_file_name("invoice\u202Efdp.exe");      // "invoicefdp.exe"
//   clean_file_name("../");                       // "file"
//
// Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tandem::desk {

inline constexpr std::size_t kMaxFileName = 200;  // in bytes

// The part behind the last slash or backslash, without control characters, without those that turn the direction of
// text or cannot be seen (Unicode's Bidi_Control, zero width), without blanks and dots at its ends; at most
// kMaxFileName bytes, of which a short ending keeps its own. Well-formed UTF-8 whatever comes in; never empty, never
// longer than that, and cleaning what is clean changes nothing. O(size).
[[nodiscard]] std::string clean_file_name(std::string_view name);

}  // namespace tandem::desk

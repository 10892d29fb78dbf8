// How a file is handed over: its name in a header, in the two forms that RFC 6266 asks for. The first is for programs
// that read no other and holds nothing that could end it or begin another parameter; the second (RFC 8187) is the name
// as it is.
//
//   content_disposition(Disposition::Attachment, "naïve.txt");
//   // attachment; filename="na_ve.txt"; filename*=UTF-8''na%C3%AFve.txt
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tandem::http {

enum class Disposition : std::uint8_t { Inline, Attachment };
// One line of ASCII, whatever the name is made of. REQUIRES: well-formed UTF-8.
[[nodiscard]] std::string content_disposition(Disposition how, std::string_view name);

}  // namespace tandem::http

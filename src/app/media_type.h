// What a file is, as far as it matters for showing it: browsers run what they take for a page, so nothing is served
// under a type that its sender merely claimed.
//
//   const std::string type = media_type_of("image/png", content);       // kept with the file
//   const Served as = served_as(type, content);                         // how it is given back
//
// Pictures are known by their first bytes. Nothing else is ever shown inside a page: not HTML, XML, SVG or scripts.
// Pure.
#pragma once

#include <string>
#include <string_view>

namespace tandem::app {

// "image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf": by the first bytes; empty for all others.
[[nodiscard]] std::string_view sniff_media_type(std::string_view content);

// The type to keep: what the first bytes say; where they say nothing, `claimed` in small letters without parameters, if
// it is a type and none of those that the bytes would have shown; else "application/octet-stream". At most
// desk::kMaxMediaType bytes.
[[nodiscard]] std::string media_type_of(std::string_view claimed, std::string_view content);

enum class Showing { Inline, Download };
struct Served {
  std::string_view content_type;
  Showing showing = Showing::Download;
};
// Inline are the four kinds of pictures alone, and only while the bytes are such a picture's. PDF and plain text keep
// their types; everything else is "application/octet-stream".
[[nodiscard]] Served served_as(std::string_view kept_type, std::string_view content);

}  // namespace tandem::app

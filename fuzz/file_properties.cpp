#include "file_properties.h"

#include "app/media_type.h"
#include "base/check.h"
#include "base/utf8.h"
#include "desk/attachment.h"
#include "desk/file_name.h"
#include "http/disposition.h"

namespace tandem::fuzz {
namespace {

std::string_view take_line(std::string_view& text) {
  const auto end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

void hold_name(std::string_view name) {
  const std::string cleaned = desk::clean_file_name(name);
  TANDEM_ENSURE(!cleaned.empty() && cleaned.size() <= desk::kMaxFileName);
  TANDEM_ENSURE(!base::find_bad_utf8(cleaned));
  TANDEM_ENSURE(std::ranges::none_of(cleaned, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F || c == '/' || c == '\\';
  }));
  TANDEM_ENSURE(desk::clean_file_name(cleaned) == cleaned);
  const std::string header = http::content_disposition(http::Disposition::Attachment, cleaned);
  TANDEM_ENSURE(std::ranges::all_of(header, [](char c) { return c >= ' ' && c < '\x7f'; }));
  TANDEM_ENSURE(std::ranges::count(header, '"') == 2 && std::ranges::count(header, ';') == 2);
}

void hold_type(std::string_view claimed, std::string_view content) {
  const std::string kept = app::media_type_of(claimed, content);
  TANDEM_ENSURE(!kept.empty() && kept.size() <= desk::kMaxMediaType);
  TANDEM_ENSURE(app::media_type_of(kept, content) == kept);
  for (const std::string_view type : {std::string_view(kept), claimed}) {
    const app::Served as = app::served_as(type, content);
    const bool is_picture = as.content_type.starts_with("image/");
    TANDEM_ENSURE((as.showing == app::Showing::Inline) == is_picture);
    if (is_picture) {
      TANDEM_ENSURE(app::sniff_media_type(content) == as.content_type);
    } else {
      TANDEM_ENSURE(as.content_type == "application/pdf" || as.content_type == "text/plain; charset=utf-8" ||
                    as.content_type == "application/octet-stream");
    }
  }
}

}  // namespace

void hold_file(std::string_view input) {
  const std::string_view name = take_line(input);
  const std::string_view claimed = take_line(input);
  hold_name(name);
  hold_type(claimed, input);
}

}  // namespace tandem::fuzz

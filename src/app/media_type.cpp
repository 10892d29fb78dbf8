#include "app/media_type.h"

#include "desk/attachment.h"

namespace tandem::app {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kBytes = "application/octet-stream";
constexpr auto kPictures = std::to_array<std::string_view>({"image/png", "image/jpeg", "image/gif", "image/webp"});
constexpr std::string_view kPdf = "application/pdf";

bool is_picture(std::string_view type) {
  return std::ranges::find(kPictures, type) != kPictures.end();
}

// RFC 9110, 5.6.2.
bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "!#$%&'*+-.^_`|~"sv.contains(c);
  });
}

}  // namespace

std::string_view sniff_media_type(std::string_view content) {
  if (content.starts_with("\x89PNG\r\n\x1a\n"sv)) return kPictures[0];
  if (content.starts_with("\xff\xd8\xff"sv)) return kPictures[1];
  if (content.starts_with("GIF87a"sv) || content.starts_with("GIF89a"sv)) return kPictures[2];
  if (content.starts_with("RIFF"sv) && content.size() >= 12 && content.substr(8, 4) == "WEBP"sv) return kPictures[3];
  if (content.starts_with("%PDF-"sv)) return kPdf;
  return {};
}

std::string media_type_of(std::string_view claimed, std::string_view content) {
  const std::string_view known = sniff_media_type(content);
  if (!known.empty()) return std::string(known);
  std::string type(claimed.substr(0, claimed.find(';')));
  const auto end = type.find_last_not_of(" \t");
  type.resize(end == std::string::npos ? 0 : end + 1);
  for (char& c : type) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const std::string_view text = type;
  const auto slash = text.find('/');
  const bool is_type = slash != std::string_view::npos && is_token(text.substr(0, slash)) &&
                       is_token(text.substr(slash + 1)) && text.size() <= desk::kMaxMediaType;
  if (!is_type || is_picture(text) || text == kPdf) return std::string(kBytes);
  return type;
}

Served served_as(std::string_view kept_type, std::string_view content) {
  const std::string_view known = sniff_media_type(content);
  if (is_picture(kept_type) && known == kept_type) return {.content_type = known, .showing = Showing::Inline};
  if (kept_type == kPdf && known == kPdf) return {.content_type = kPdf};
  // With a character set, or browsers would guess one.
  if (kept_type == "text/plain" && known.empty()) return {.content_type = "text/plain; charset=utf-8"};
  return {.content_type = kBytes};
}

}  // namespace tandem::app

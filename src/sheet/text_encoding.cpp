#include "sheet/text_encoding.h"

#include <array>
#include <optional>

#include "base/utf8.h"

namespace tandem::sheet {
namespace {

constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";
constexpr std::string_view kLittleMark = "\xff\xfe";
constexpr std::string_view kBigMark = "\xfe\xff";

// 0x80 to 0x9f of Windows-1252; the rest of it is Latin-1. 0 is a byte that stands for nothing.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                   0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                                   0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                   0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xc0 | (c >> 6));
    put(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    put(0xe0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3f));
    put(0x80 | (c & 0x3f));
  } else {
    put(0xf0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3f));
    put(0x80 | ((c >> 6) & 0x3f));
    put(0x80 | (c & 0x3f));
  }
}

enum class Order : std::uint8_t { Little, Big };

// Nothing when it is not UTF-16 (RFC 2781: an odd byte, half a surrogate pair) or holds a zero.
std::optional<std::string> utf16(std::string_view bytes, Order order) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(order == Order::Little ? first | second << 8 : first << 8 | second);
  };
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    char32_t c = unit(at);
    if (c == 0 || (c >= 0xdc00 && c < 0xe000)) return std::nullopt;
    if (c >= 0xd800 && c < 0xdc00) {
      at += 2;
      if (at >= bytes.size()) return std::nullopt;
      const char32_t low = unit(at);
      if (low < 0xdc00 || low >= 0xe000) return std::nullopt;
      c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    }
    append_utf8(out, c);
  }
  return out;
}

std::optional<std::string> windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    const char32_t c = value >= 0x80 && value < 0xa0 ? kWindows1252[value - 0x80] : value;
    if (c == 0) return std::nullopt;
    append_utf8(out, c);
  }
  return out;
}

}  // namespace

base::Result<DecodedText> to_utf8(std::string_view bytes, std::string_view file) {
  if (bytes.starts_with(kLittleMark) || bytes.starts_with(kBigMark)) {
    auto text = utf16(bytes.substr(2), bytes.starts_with(kLittleMark) ? Order::Little : Order::Big);
    if (text) return DecodedText{*std::move(text), {}};
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("{} begins as UTF-16 and goes on as something else: save it as CSV UTF-8", file));
  }
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  if (bytes.find('\0') != std::string_view::npos) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("{} is neither a workbook nor a text: give a CSV, XLSX or Markdown file", file));
  }
  if (!base::find_bad_utf8(bytes)) return DecodedText{std::string(bytes), {}};
  if (auto text = windows_1252(bytes)) {
    return DecodedText{*std::move(text),
                       fmt::format("{} is not UTF-8 and was read as Windows-1252: look at the accents in names", file)};
  }
  return base::fail(base::ErrorCode::BadInput,
                    fmt::format("{} is neither UTF-8 nor Windows-1252: save it as CSV UTF-8", file));
}

}  // namespace tandem::sheet

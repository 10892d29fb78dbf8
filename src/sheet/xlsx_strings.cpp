#include "sheet/xlsx_strings.h"

#include <optional>

namespace tandem::sheet {
namespace {

constexpr std::size_t kEscape = 7;  // `_x000D_`

// The character that an escape at the beginning of `text` stands for. Escapes are for what XML cannot hold, control
// characters; we keep tabs and line breaks of those and drop the others. `_x005F_` is a `_` that would begin an escape.
std::optional<std::string> escape(std::string_view text) {
  if (text.size() < kEscape || !text.starts_with("_x") || text[kEscape - 1] != '_') return std::nullopt;
  unsigned code = 0;
  const auto [end, error] = std::from_chars(text.data() + 2, text.data() + kEscape - 1, code, 16);
  if (error != std::errc{} || end != text.data() + kEscape - 1) return std::nullopt;
  if (code == '\r' || code == '\n' || code == '\t') return " ";
  if (code == '_') return "_";
  if (code < 0x20) return "";
  return std::nullopt;
}

}  // namespace

std::string unescaped(std::string text) {
  if (text.find("_x") == std::string::npos) return text;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (const auto character = escape(std::string_view(text).substr(at))) {
      out += *character;
      at += kEscape;
    } else {
      out += text[at++];
    }
  }
  return out;
}

void RichText::start(std::string_view name) {
  if (name == "rPh") in_guide_ = true;
  if (name == "t") in_text_ = !in_guide_;
}

void RichText::end(std::string_view name) {
  if (name == "rPh") in_guide_ = false;
  if (name == "t") in_text_ = false;
}

void RichText::text(std::string_view piece) {
  if (in_text_) words_ += piece;
}

std::string RichText::take() {
  in_text_ = in_guide_ = false;
  return unescaped(std::exchange(words_, {}));
}

void SharedStringsHandler::start(std::string_view name, const XmlAttributes& /*attributes*/) {
  item.start(name);
}

void SharedStringsHandler::text(std::string_view piece) {
  item.text(piece);
}

void SharedStringsHandler::end(std::string_view name) {
  item.end(name);
  if (name != "si") return;
  strings.push_back(item.take());
  // An item that is empty costs memory too.
  if (const auto taken = budget->take_text(strings.back().size() + 1); !taken) refuse(taken.error());
}

}  // namespace tandem::sheet

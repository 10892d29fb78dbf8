#include "draft/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/plain_text.h"
#include "draft/plain_letters.h"

namespace tandem::draft {
namespace {

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

bool is_letter_or_digit(char letter) {
  return is_digit(letter) || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

// Letters, digits, spaces and a few marks that mean nothing to YAML anywhere inside a word.
bool is_harmless(char letter) {
  constexpr std::string_view kMarks = " .-_/()+@%'";
  return is_letter_or_digit(letter) || kMarks.contains(letter) || static_cast<unsigned char>(letter) >= 0x80;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') out += '\\';
    if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned>(static_cast<unsigned char>(letter)));
    } else {
      out += letter;
    }
  }
  return out + '"';
}

constexpr std::array<std::string_view, 14> kLegalForms = {"inc", "llc", "ltd", "limited", "gmbh", "ag",  "corp",
                                                          "co",  "plc", "llp", "pc",      "bv",   "sas", "pllc"};

}  // namespace

std::string yaml_word(std::string_view text) {
  const bool is_plain =
      !text.empty() && is_letter_or_digit(text.front()) && text.back() != ' ' && std::ranges::all_of(text, is_harmless);
  return is_plain ? std::string(text) : quoted(text);
}

std::string yaml_items(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + yaml_word(text);
  return out;
}

std::string name_of(std::string_view words) {
  std::vector<std::string> parts;
  std::string part;
  const auto finish = [&] {
    if (!part.empty()) parts.push_back(std::exchange(part, {}));
  };
  for (const char letter : in_ascii(words)) {
    if (is_letter_or_digit(letter)) {
      part += lower_case(std::string_view(&letter, 1));
    } else if (letter != '\'') {  // O'Brien is one word
      finish();
    }
  }
  finish();
  while (parts.size() > 1 && std::ranges::find(kLegalForms, parts.back()) != kLegalForms.end()) parts.pop_back();
  if (parts.size() > 1 && parts.front() == "the") parts.erase(parts.begin());
  constexpr std::size_t kMostLetters = 64;
  std::string name;
  for (const std::string& one : parts) {
    if (name.size() + 1 + one.size() > kMostLetters) break;
    name += (name.empty() ? "" : "-") + one;
  }
  return name;
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& letter : out) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return out;
}

std::string wrapped(std::string_view text, std::string_view prefix, std::size_t width) {
  std::string out;
  std::string line;
  for (const std::string& word : parts_of(text, " ")) {
    if (!line.empty() && prefix.size() + line.size() + 1 + word.size() >= width) {
      out += fmt::format("{}{}\n", prefix, std::exchange(line, ""));
    }
    line += (line.empty() ? "" : " ") + word;
  }
  return out + fmt::format("{}{}", prefix, line);
}

std::string comment_lines(std::string_view text, std::string_view indent) {
  constexpr std::size_t kWidth = 118;
  return wrapped(text, fmt::format("#{}", indent), kWidth);
}

std::vector<std::string> parts_of(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(separators), text.size());
    if (const auto part = base::trimmed(text.substr(0, end)); !part.empty()) parts.emplace_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

}  // namespace tandem::draft

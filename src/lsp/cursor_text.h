// The part of a text that a cursor is in, made readable although somebody is writing it: the section of its top-level
// key with a word put in the place of the cursor's, and brackets closed that are open there.
//
//   const CursorText cursor(text, offset);
//   if (!cursor.takes_words()) return;                    // in a comment
//   for (const std::string& attempt : cursor.with("cursor-here: x")) parse(attempt) …
//
// What YAML itself makes of the attempts is left to yaml::parse. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tandem::lsp {

class CursorText {
 public:
  CursorText(std::string_view text, std::uint32_t offset);

  [[nodiscard]] bool takes_words() const { return !in_comment_; }
  // The word that is being written, in bytes of the text; empty between words.
  [[nodiscard]] std::uint32_t word_begin() const { return word_begin_; }
  [[nodiscard]] std::uint32_t word_end() const { return word_end_; }
  // A `:` follows the word: it is a key already.
  [[nodiscard]] bool is_key() const { return is_key_; }
  // Only space and dashes stand before the word on its line.
  [[nodiscard]] bool is_first() const { return is_first_; }

  // The section with `words` instead of the cursor's word: as it is; with what follows on the line left out and open
  // brackets closed; and the same without all that follows.
  [[nodiscard]] std::vector<std::string> with(std::string_view words) const;

 private:
  void find_section(std::string_view text, std::uint32_t offset);
  void scan_brackets();
  std::string_view before_;  // of the section, up to the word
  std::string_view line_;    // behind the word, to the end of its line
  std::string_view after_;   // the lines that follow
  std::string closers_;      // what closes the brackets that are open at the word
  std::uint32_t word_begin_ = 0;
  std::uint32_t word_end_ = 0;
  bool in_comment_ = false;
  bool is_key_ = false;
  bool is_first_ = false;
};

}  // namespace tandem::lsp

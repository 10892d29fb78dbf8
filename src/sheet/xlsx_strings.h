// The texts of an XLSX: the table that cells share (ECMA-376 part 1, 18.4.9) and the pieces a rich text is made of.
// Internal to sheet/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sheet/budget.h"
#include "sheet/xml.h"

namespace tandem::sheet {

// Puts the pieces of `<si>` and `<is>` together: plain `<t>`, runs `<r><t>`; not the phonetic guides `<rPh>`.
class RichText {
 public:
  void start(std::string_view name);
  void end(std::string_view name);
  void text(std::string_view piece);
  [[nodiscard]] std::string take();  // and begin anew

 private:
  std::string words_;
  bool in_text_ = false;
  bool in_guide_ = false;
};

struct SharedStringsHandler final : XmlHandler {
  explicit SharedStringsHandler(Budget& of_file) : budget(&of_file) {}
  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view piece) override;

  Budget* budget;
  RichText item;
  std::vector<std::string> strings;
};

// `_x000D_` and the like (22.9.2.19, ST_Xstring) as the characters they stand for.
[[nodiscard]] std::string unescaped(std::string text);

}  // namespace tandem::sheet

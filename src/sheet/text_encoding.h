// Text files of spreadsheets as UTF-8. Programs write CSV in what their platform likes: UTF-8 with or without a byte
// order mark, UTF-16 with one ("Unicode text" of Excel), or the code page of Western Windows.
//
//   const auto text = *to_utf8(bytes, "raci.csv");
//   text.utf8                                        // without a byte order mark
//   text.remark                                      // "raci.csv is not UTF-8 and was read as Windows-1252: …"
//
// What carries no mark and is not well-formed UTF-8 is taken as Windows-1252, and a remark says so, because a wrong
// guess shows in the accents of names. Text with zero bytes, or with bytes that Windows-1252 does not have, is refused
// (BadInput).
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace tandem::sheet {

struct DecodedText {
  std::string utf8;
  std::string remark;  // empty: nothing to tell
};

[[nodiscard]] base::Result<DecodedText> to_utf8(std::string_view bytes, std::string_view file);

}  // namespace tandem::sheet

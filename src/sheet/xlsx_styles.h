// Which formats of an XLSX show a number as a date or a time, and what is shown. Internal to sheet/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sheet/xml.h"

namespace tandem::sheet {

enum class NumberKind : std::uint8_t { Plain, Percent, Date, Time, DateAndTime };

// Reads `styles.xml`: cell formats by position, each with the kind of its number format (ECMA-376 part 1, 18.8.30).
struct StylesHandler final : XmlHandler {
  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view /*piece*/) override {}

  // The kind of cell format `style`; Plain for what is not there.
  [[nodiscard]] NumberKind kind(std::size_t style) const;

  std::vector<std::pair<unsigned, NumberKind>> own_formats;
  std::vector<NumberKind> cell_formats;
  bool in_cell_formats = false;
};

[[nodiscard]] NumberKind kind_of_format(std::string_view code);

// A stored number as a person sees it: "1.1", "75%", "2026-10-01", "14:30", "2026-10-01 14:30". What is no number, or
// no date, is left as it is.
[[nodiscard]] std::string number_text(std::string_view stored, NumberKind kind, bool since_1904);

}  // namespace tandem::sheet

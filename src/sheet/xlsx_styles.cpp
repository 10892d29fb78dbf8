#include "sheet/xlsx_styles.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace tandem::sheet {
namespace {

template <class T>
std::optional<T> number(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// The formats that every file has without writing them down (18.8.30).
NumberKind built_in(unsigned format) {
  if (format == 9 || format == 10) return NumberKind::Percent;
  if ((format >= 14 && format <= 17) || (format >= 27 && format <= 31) || format == 36) return NumberKind::Date;
  if ((format >= 18 && format <= 21) || (format >= 45 && format <= 47)) return NumberKind::Time;
  if (format == 22) return NumberKind::DateAndTime;
  return NumberKind::Plain;
}

// A format code without what only looks like letters of it: quoted words, escaped characters, `[Red]`.
std::string bare(std::string_view code) {
  std::string out;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (c == ';') break;  // what follows is for negative numbers
    if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (c == '"' || c == '[') {
      const std::string_view inside = code.substr(at + 1);
      const bool elapsed = c == '[' && (inside.starts_with("h") || inside.starts_with("m") || inside.starts_with("s"));
      if (elapsed) out += inside.front();
      at += std::min(inside.find(c == '"' ? '"' : ']'), inside.size()) + 1;
    } else {
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  return out;
}

std::string date_text(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace

NumberKind kind_of_format(std::string_view code) {
  const std::string letters = bare(code);
  if (letters.find("general") != std::string::npos) return NumberKind::Plain;
  const bool date = letters.find_first_of("dy") != std::string::npos;
  const bool time = letters.find_first_of("hs") != std::string::npos;
  if (date && time) return NumberKind::DateAndTime;
  if (date) return NumberKind::Date;
  if (time) return NumberKind::Time;
  if (letters.find('%') != std::string::npos) return NumberKind::Percent;
  return letters.find("mm") != std::string::npos ? NumberKind::Date : NumberKind::Plain;
}

void StylesHandler::start(std::string_view name, const XmlAttributes& attributes) {
  if (name == "numFmt") {
    if (const auto id = number<unsigned>(attributes["numFmtId"]))
      own_formats.emplace_back(*id, kind_of_format(attributes["formatCode"]));
  } else if (name == "cellXfs") {
    in_cell_formats = true;
  } else if (name == "xf" && in_cell_formats) {
    const unsigned id = number<unsigned>(attributes["numFmtId"]).value_or(0);
    const auto own = std::ranges::find(own_formats, id, &std::pair<unsigned, NumberKind>::first);
    cell_formats.push_back(own == own_formats.end() ? built_in(id) : own->second);
  }
}

void StylesHandler::end(std::string_view name) {
  if (name == "cellXfs") in_cell_formats = false;
}

NumberKind StylesHandler::kind(std::size_t style) const {
  return style < cell_formats.size() ? cell_formats[style] : NumberKind::Plain;
}

std::string number_text(std::string_view stored, NumberKind kind, bool since_1904) {
  const auto value = number<double>(stored);
  if (!value || !std::isfinite(*value)) return std::string(stored);
  if (kind == NumberKind::Plain) return fmt::format("{}", *value);
  if (kind == NumberKind::Percent) return fmt::format("{}%", std::round(*value * 1e4) / 1e2);
  constexpr double kMostDays = 2'958'465;  // 9999-12-31
  if (*value < 0 || *value > kMostDays) return fmt::format("{}", *value);
  // Half a minute is rounded up, as programs show it.
  const auto minutes = static_cast<std::int64_t>(std::floor(*value * 1440 + 0.5));
  const std::int64_t day = minutes / 1440;
  const std::string time = fmt::format("{:02}:{:02}", minutes % 1440 / 60, minutes % 60);
  if (kind == NumberKind::Time) return time;
  // Day 60 of the 1900 system is a 29 February that there never was (18.17.4.1).
  const std::int64_t shift = since_1904 ? 0 : (day > 60 ? 1 : 0);
  using std::chrono::days;
  const std::chrono::sys_days first = since_1904 ? std::chrono::sys_days(std::chrono::year(1904) / 1 / 1)
                                                 : std::chrono::sys_days(std::chrono::year(1899) / 12 / 31);
  const std::string date = date_text(first + days(day - shift));
  return kind == NumberKind::Date ? date : fmt::format("{} {}", date, time);
}

}  // namespace tandem::sheet

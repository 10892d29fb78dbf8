#include "calendar/holiday_file.h"

#include <fmt/format.h>

#include <charconv>

#include "base/plain_text.h"

namespace tandem::calendar {
namespace {

std::vector<std::string> names_of(std::string_view list) {
  std::vector<std::string> names;
  while (!list.empty()) {
    const auto end = std::min(list.find(';'), list.size());
    if (const auto name = base::trimmed(list.substr(0, end)); !name.empty()) names.emplace_back(name);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return names;
}

std::optional<YearRange> years_of(std::string_view text) {
  const auto year = [](std::string_view digits) -> std::optional<int> {
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return digits.size() == 4 && error == std::errc{} && end == digits.data() + 4 ? std::optional(number)
                                                                                  : std::nullopt;
  };
  if (text.size() != 9 || text[4] != '-') return std::nullopt;
  const auto first = year(text.substr(0, 4));
  const auto last = year(text.substr(5));
  return first && last && *first <= *last ? std::optional(YearRange{*first, *last}) : std::nullopt;
}

class FileReader {
 public:
  FileReader(std::string_view name, const FindHolidaySet& find) : find_(find) { text_.name = std::string(name); }

  base::Result<HolidaySetText> read(std::string_view file) {
    for (std::size_t number = 1; !file.empty(); ++number) {
      const auto end = std::min(file.find('\n'), file.size());
      if (auto done = read_line(file.substr(0, end)); !done) {
        return std::unexpected(std::move(done).error().within(fmt::format("{}, line {}", text_.name, number)));
      }
      file.remove_prefix(std::min(end + 1, file.size()));
    }
    if (text_.title.empty() || text_.source.empty() || text_.valid == YearRange{}) {
      return base::fail(base::ErrorCode::BadInput,
                        fmt::format("{}: a set has `title`, `source` and `valid`", text_.name));
    }
    return std::move(text_);
  }

 private:
  static std::unexpected<base::Error> wrong(std::string message) {
    return base::fail(base::ErrorCode::BadInput, std::move(message));
  }

  base::Result<> read_line(std::string_view line) {
    const std::string_view words = base::trimmed(line);
    if (words.empty() || words[0] == '#') return {};
    const bool indented = line[0] == ' ';
    if (indented && !in_days_) return go_on(key_ == "source" ? &text_.source : nullptr, words);
    if (line.starts_with("   ")) return go_on(text_.days.empty() ? nullptr : &text_.days.back().rule, words);
    if (words == "days:" && !indented) {
      in_days_ = true;
      return {};
    }
    const auto colon = words.find(": ");
    if (colon == std::string_view::npos) return wrong("expected `key: value`");
    const std::string_view key = words.substr(0, colon);
    const std::string_view value = base::trimmed(words.substr(colon + 2));
    if (!in_days_) return read_head(key, value);
    if (!indented) return wrong("the days are indented");
    text_.days.push_back({std::string(key), std::string(value)});
    return {};
  }

  static base::Result<> go_on(std::string* value, std::string_view words) {
    if (value == nullptr) return wrong("there is nothing that goes on in this line");
    *value += fmt::format(" {}", words);
    return {};
  }

  base::Result<> read_head(std::string_view key, std::string_view value) {
    key_ = key;
    if (key == "title") {
      text_.title = std::string(value);
    } else if (key == "source") {
      text_.source = std::string(value);
    } else if (key == "observed") {
      text_.observed = std::string(value);
    } else if (key == "without") {
      text_.without = names_of(value);
    } else if (key == "valid") {
      const auto years = years_of(value);
      if (!years) return wrong("expected years, such as `2010-2050`");
      text_.valid = *years;
    } else if (key == "based_on") {
      for (const std::string& name : names_of(value)) {
        auto set = find_(name);
        if (set == nullptr) return wrong(fmt::format("there is no holiday set `{}`", name));
        text_.based_on.push_back(std::move(set));
      }
    } else {
      return wrong(fmt::format("there is no key `{}`", key));
    }
    return {};
  }

  const FindHolidaySet& find_;
  HolidaySetText text_;
  std::string_view key_;  // of the last line of the head
  bool in_days_ = false;
};

}  // namespace

base::Result<HolidaySetText> parse_holiday_file(std::string_view name, std::string_view text,
                                                const FindHolidaySet& find) {
  return FileReader(name, find).read(text);
}

}  // namespace tandem::calendar

#include "calendar/icalendar_scan.h"

#include "base/utf8.h"
#include "calendar/excerpt.h"
#include "calendar/icalendar_line.h"

namespace tandem::calendar {
namespace {

constexpr std::size_t kDeepest = 16;     // VCALENDAR, VEVENT and VALARM are 3
constexpr std::size_t kMostZones = 500;  // as many as there are zones in the world

std::unexpected<base::Error> refuse(std::size_t line, std::string_view reason) {
  return base::fail(base::ErrorCode::BadInput, fmt::format("line {}: {}", line, reason));
}

// `BEGIN:VEVENT` to `VEVENT`; empty for every other line.
std::string component_name(std::string_view line, std::string_view keyword) {
  if (line.size() <= keyword.size() || line[keyword.size()] != ':') return {};
  if (in_capitals(line.substr(0, keyword.size())) != keyword) return {};
  line.remove_prefix(keyword.size() + 1);
  while (line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
  return in_capitals(line);
}

class Scan {
 public:
  Scan(std::string_view bytes, const FeedLimits& limits) : bytes_(bytes), limits_(limits) {}

  base::Result<FeedOutline> run() {
    LineReader reader(bytes_, 1, limits_.line_bytes);
    while (const auto line = reader.next()) {
      TANDEM_TRY_DONE(check_bytes(*line));
      if (open_.empty() && component_name(line->text, "BEGIN") != "VCALENDAR") return refuse_stranger(*line);
      if (const std::string begun = component_name(line->text, "BEGIN"); !begun.empty()) {
        TANDEM_TRY_DONE(begin(begun, *line, reader.position()));
      } else if (const std::string ended = component_name(line->text, "END"); !ended.empty()) {
        TANDEM_TRY_DONE(end(ended, *line));
      } else if (open_.size() == 1) {
        read_name(*line);
      }
    }
    if (!open_.empty()) {
      return base::fail(base::ErrorCode::BadInput, fmt::format("the text ends within {}, which begins on line {}",
                                                               excerpt(open_.back().name), open_.back().line));
    }
    if (!seen_calendar_) return base::fail(base::ErrorCode::BadInput, "is no iCalendar: it is empty");
    return std::move(outline_);
  }

 private:
  struct Open {
    std::string name;
    std::size_t line;
    std::size_t body;  // where it begins
  };

  base::Result<> check_bytes(const LineReader::Line& line) const {
    if (line.text.find('\0') != std::string_view::npos) return refuse(line.number, "holds a NUL byte");
    const auto bad = base::find_bad_utf8(line.text);
    // The cut of a line that is too long may go through a character.
    if (bad && !(line.overlong && *bad + 4 > line.text.size())) {
      const auto byte = static_cast<unsigned>(static_cast<unsigned char>(line.text[*bad]));
      return refuse(line.number, fmt::format("is not UTF-8: byte 0x{:02X} at position {}", byte, *bad + 1));
    }
    return {};
  }

  [[nodiscard]] std::unexpected<base::Error> refuse_stranger(const LineReader::Line& line) const {
    if (seen_calendar_) {
      return refuse(line.number, fmt::format("`{}` stands after the end of the calendar", excerpt(line.text, 40)));
    }
    const bool page = line.text.find('<') < 4;
    return base::fail(
        base::ErrorCode::BadInput,
        fmt::format("is no iCalendar: line {} is `{}` and not BEGIN:VCALENDAR{}", line.number, excerpt(line.text, 40),
                    page ? "; it looks like a web page, perhaps one that asks to sign in" : ""));
  }

  base::Result<> begin(const std::string& name, const LineReader::Line& line, std::size_t body) {
    if (open_.size() == kDeepest) {
      return refuse(line.number, fmt::format("components stand in each other more than {} deep", kDeepest));
    }
    seen_calendar_ = true;
    open_.push_back({name, line.number, body});
    if (open_.size() != 2) return {};
    if (name == "VEVENT" && outline_.events.size() == limits_.events) {
      return refuse(line.number, fmt::format("has more than {} events", limits_.events));
    }
    if (name == "VTIMEZONE" && outline_.zones.size() == kMostZones) {
      return refuse(line.number, fmt::format("has more than {} time zones", kMostZones));
    }
    return {};
  }

  base::Result<> end(const std::string& name, const LineReader::Line& line) {
    const Open& last = open_.back();
    if (last.name != name) {
      return refuse(line.number, fmt::format("END:{} does not end {}, which begins on line {}", excerpt(name, 40),
                                             excerpt(last.name, 40), last.line));
    }
    const FeedPart part{last.line, bytes_.substr(last.body, line.begin - last.body)};
    if (open_.size() == 2 && name == "VEVENT") outline_.events.push_back(part);
    if (open_.size() == 2 && name == "VTIMEZONE") outline_.zones.push_back(part);
    open_.pop_back();
    return {};
  }

  // NAME is the standard's (RFC 7986), X-WR-CALNAME what everybody writes. The first that says something is taken.
  void read_name(const LineReader::Line& line) {
    if (!outline_.name.empty()) return;
    const std::string name = name_of_line(line.text);
    if (name != "X-WR-CALNAME" && name != "NAME") return;
    if (const auto read = parse_content_line(line.text, line.number)) outline_.name = unescape_text(read->value);
  }

  std::string_view bytes_;
  const FeedLimits& limits_;
  std::vector<Open> open_;
  bool seen_calendar_ = false;
  FeedOutline outline_;
};

}  // namespace

base::Result<FeedOutline> scan_feed(std::string_view bytes, const FeedLimits& limits) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (bytes.size() > limits.bytes) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("has {} bytes, and more than {} are not read", bytes.size(), limits.bytes));
  }
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  return Scan(bytes, limits).run();
}

}  // namespace tandem::calendar

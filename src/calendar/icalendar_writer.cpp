#include "calendar/icalendar_writer.h"

namespace tandem::calendar {
namespace {

constexpr std::size_t kLongestLine = 75;  // octets without the line break

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

void LineWriter::line(std::string_view text) {
  std::size_t room = kLongestLine;
  while (text.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && continues_character(text[cut])) --cut;
    out_ += text.substr(0, cut);
    out_ += "\r\n ";
    text.remove_prefix(cut);
    room = kLongestLine - 1;  // the space counts
  }
  out_ += text;
  out_ += "\r\n";
}

void LineWriter::text(std::string_view name, std::string_view value) {
  line(fmt::format("{}:{}", name, escape_text(value)));
}

std::string escape_text(std::string_view value) {
  std::string out;
  out.reserve(value.size() + value.size() / 8);
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (c == '\\' || c == ';' || c == ',') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
      out += c;
    } else if (c == '\t') {
      out += ' ';
    }
  }
  return out;
}

std::string written_date(Date date) {
  return fmt::format("{:04}{:02}{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string written_local(const LocalTime& local) {
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(local.time_of_day));
  return fmt::format("{}T{:02}{:02}{:02}", written_date(local.date), time.hours().count(), time.minutes().count(),
                     time.seconds().count());
}

std::string written_utc(base::Instant at) {
  return written_local(local_time(at.sys().time_since_epoch())) + "Z";
}

std::string written_offset(base::Duration offset) {
  const std::int64_t seconds = std::chrono::floor<std::chrono::seconds>(offset).count();
  const std::int64_t size = seconds < 0 ? -seconds : seconds;
  std::string out = fmt::format("{}{:02}{:02}", seconds < 0 ? '-' : '+', size / 3600, size / 60 % 60);
  if (size % 60 != 0) out += fmt::format("{:02}", size % 60);
  return out;
}

}  // namespace tandem::calendar

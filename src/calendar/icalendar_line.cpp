#include "calendar/icalendar_line.h"

namespace tandem::calendar {
namespace {

constexpr std::size_t kMostParameters = 64;

bool is_fold(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] == ' ' || text[at] == '\t');
}

bool is_name(std::string_view text) {
  const auto allowed = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !text.empty() && std::ranges::all_of(text, allowed);
}

// RFC 6868: line breaks, carets and quotes in parameters.
std::string undo_carets(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char next = value[i] == '^' && i + 1 < value.size() ? value[i + 1] : '\0';
    if (next == 'n' || next == '^' || next == '\'') {
      out += next == 'n' ? '\n' : next == '^' ? '^' : '"';
      ++i;
    } else {
      out += value[i];
    }
  }
  return out;
}

// Where the value of a parameter that begins at `at` ends: at the next `;` or `:` outside quotes. Exchange writes
// `TZID=tzone://Microsoft/Utc` without quotes, so `://` does not end it; no value begins with two slashes.
std::size_t end_of_parameter(std::string_view text, std::size_t at) {
  bool quoted = false;
  for (; at < text.size(); ++at) {
    if (text[at] == '"') quoted = !quoted;
    if (!quoted && (text[at] == ';' || text[at] == ':') && !text.substr(at).starts_with("://")) return at;
  }
  return std::string_view::npos;
}

std::string without_quotes(std::string_view value) {
  std::string out(value);
  std::erase(out, '"');
  return out;
}

}  // namespace

std::string in_capitals(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

std::string_view LineReader::take_physical() {
  const std::size_t end = std::min(text_.find('\n', at_), text_.size());
  std::string_view line = text_.substr(at_, end - at_);
  while (line.ends_with('\r')) line.remove_suffix(1);
  at_ = std::min(end + 1, text_.size());
  ++number_;
  return line;
}

std::optional<LineReader::Line> LineReader::next() {
  while (at_ < text_.size()) {
    const std::size_t number = number_;
    const std::size_t begin = at_;
    std::string_view line = take_physical();
    if (is_fold(text_, at_)) {
      unfolded_.assign(line.substr(0, longest_ + 1));
      while (is_fold(text_, at_)) {
        const std::string_view more = take_physical().substr(1);
        if (unfolded_.size() <= longest_) unfolded_.append(more.substr(0, longest_ + 1 - unfolded_.size()));
      }
      line = unfolded_;
    }
    if (line.empty()) continue;
    return Line{number, begin, line.substr(0, longest_), line.size() > longest_};
  }
  return std::nullopt;
}

std::string_view ContentLine::parameter(std::string_view parameter_name) const {
  const auto found = std::ranges::find(parameters, parameter_name, &Parameter::name);
  return found == parameters.end() ? std::string_view{} : std::string_view(found->value);
}

std::string name_of_line(std::string_view text) {
  const std::size_t end = text.find_first_of(";:");
  const std::string_view name = text.substr(0, end);
  return end == std::string_view::npos || !is_name(name) ? std::string{} : in_capitals(name);
}

base::Result<ContentLine> parse_content_line(std::string_view text, std::size_t number) {
  ContentLine line;
  line.number = number;
  line.name = name_of_line(text);
  if (line.name.empty()) return base::fail(base::ErrorCode::BadInput, "the line has no name before a colon");
  std::size_t at = line.name.size();
  while (text[at] == ';') {
    const std::size_t equals = text.find_first_of("=:", at + 1);
    const std::size_t end = end_of_parameter(text, at + 1);
    if (equals == std::string_view::npos || text[equals] != '=' || end == std::string_view::npos || equals > end) {
      return base::fail(base::ErrorCode::BadInput, fmt::format("{} has a parameter without a value", line.name));
    }
    if (line.parameters.size() == kMostParameters) {
      return base::fail(base::ErrorCode::BadInput,
                        fmt::format("{} has more than {} parameters", line.name, kMostParameters));
    }
    line.parameters.push_back({in_capitals(text.substr(at + 1, equals - at - 1)),
                               undo_carets(without_quotes(text.substr(equals + 1, end - equals - 1)))});
    at = end;
  }
  line.value = text.substr(at + 1);
  return line;
}

std::string unescape_text(std::string_view value) {
  std::string out;
  out.reserve(value.size());
  for (std::size_t i = 0; i < value.size(); ++i) {
    char c = value[i];
    if (c == '\\' && i + 1 < value.size()) {
      const char next = value[i + 1];
      if (next == 'n' || next == 'N' || next == '\\' || next == ';' || next == ',') {
        c = next == 'n' || next == 'N' ? '\n' : next;
        ++i;
      }
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      c = ' ';
    }
    out += c;
  }
  return out;
}

std::vector<std::string> split_texts(std::string_view value) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= value.size(); ++i) {
    if (i < value.size() && value[i] == '\\') {
      ++i;  // what is escaped does not separate
    } else if (i == value.size() || value[i] == ',') {
      std::string text = unescape_text(value.substr(begin, i - begin));
      if (!text.empty()) out.push_back(std::move(text));
      begin = i + 1;
    }
  }
  if (begin < value.size()) {  // it ends with a lone backslash
    out.push_back(unescape_text(value.substr(begin)));
  }
  return out;
}

}  // namespace tandem::calendar

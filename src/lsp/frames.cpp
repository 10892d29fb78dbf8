#include "lsp/frames.h"

#include <fmt/format.h>

#include <algorithm>

namespace tandem::lsp {
namespace {

constexpr std::string_view kEnd = "\r\n\r\n";

// The number in "Content-Length: 12", whatever its case; nothing for other fields and for what is no number.
std::optional<std::size_t> length_in(std::string_view line) {
  constexpr std::string_view kField = "content-length:";
  if (line.size() <= kField.size()) return std::nullopt;
  const auto same = [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b | 0x20) : b); };
  if (!std::ranges::equal(kField, line.substr(0, kField.size()), same)) return std::nullopt;
  std::string_view digits = line.substr(kField.size());
  while (digits.starts_with(' ')) digits.remove_prefix(1);
  while (digits.ends_with(' ')) digits.remove_suffix(1);
  constexpr std::size_t kDigits = 12;
  if (digits.empty() || digits.size() > kDigits) return std::nullopt;
  std::size_t number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  return number;
}

}  // namespace

void FrameReader::add(std::string_view bytes) {
  if (broken_) return;
  const std::size_t skipped = std::min(to_skip_, bytes.size());
  to_skip_ -= skipped;
  bytes.remove_prefix(skipped);
  buffer_.erase(0, taken_);
  taken_ = 0;
  buffer_ += bytes;
}

bool FrameReader::read_header() {
  const std::string_view rest = std::string_view(buffer_).substr(taken_);
  const auto end = rest.find(kEnd);
  if (end == std::string_view::npos) {
    broken_ = rest.size() > kHeaderBytes;
    return false;
  }
  std::string_view header = rest.substr(0, end + 2);
  while (!header.empty()) {
    const auto line_end = header.find("\r\n");
    if (const auto length = length_in(header.substr(0, line_end))) length_ = length;
    header.remove_prefix(line_end + 2);
  }
  broken_ = !length_ || end > kHeaderBytes;
  taken_ += end + kEnd.size();
  return !broken_;
}

std::optional<Frame> FrameReader::next() {
  if (broken_ || to_skip_ > 0) return std::nullopt;
  if (!length_ && !read_header()) return std::nullopt;
  const std::size_t there = buffer_.size() - taken_;
  if (*length_ > kMessageBytes) {
    const std::size_t skipped = std::min(there, *length_);
    taken_ += skipped;
    to_skip_ = *length_ - skipped;
    length_.reset();
    return Frame{.content = {}, .too_large = true};
  }
  if (there < *length_) return std::nullopt;
  Frame frame{.content = buffer_.substr(taken_, *length_)};
  taken_ += *length_;
  length_.reset();
  return frame;
}

std::string framed(std::string_view content) {
  return fmt::format("Content-Length: {}\r\n\r\n{}", content.size(), content);
}

}  // namespace tandem::lsp

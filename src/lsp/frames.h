// Messages on a byte stream, as the base protocol of LSP 3.17 frames them: "Content-Length: N", an empty line, N bytes.
//
//   FrameReader frames;
//   frames.add(bytes);
//   while (auto message = frames.next()) server.receive(*message);
//   if (frames.is_broken()) return;                       // what follows cannot be told apart
//   write(framed(answer));
//
// Never holds more than one message and what was added last; a message that is too large is passed over and told as
// one. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tandem::lsp {

// An agreement has at most 4 MiB a file; escapes may make six bytes of one.
inline constexpr std::size_t kMessageBytes = 32 * 1024 * 1024;
inline constexpr std::size_t kHeaderBytes = 8 * 1024;

struct Frame {
  std::string content;
  bool too_large = false;  // the content was longer than kMessageBytes and is left out
};

class FrameReader {
 public:
  void add(std::string_view bytes);
  [[nodiscard]] std::optional<Frame> next();
  // A header without a usable length: from there on nothing can be read.
  [[nodiscard]] bool is_broken() const { return broken_; }

 private:
  bool read_header();
  std::string buffer_;
  std::size_t taken_ = 0;                // bytes of the buffer that have been used
  std::optional<std::size_t> length_{};  // of the content that comes next, once its header is read
  std::size_t to_skip_ = 0;              // bytes of a message that is too large
  bool broken_ = false;
};

[[nodiscard]] std::string framed(std::string_view content);

}  // namespace tandem::lsp

// A password, token or key. It does not convert, compare, print, log or serialise by accident; reveal() is the one
// word to search for. The bytes are wiped when it is destroyed.
#pragma once

#include <string>
#include <utility>

namespace tandem::base {

class Secret {
 public:
  explicit Secret(std::string text) : text_(std::move(text)) {}
  Secret(Secret&& other) noexcept : text_(std::move(other.text_)) { other.wipe(); }
  Secret& operator=(Secret&& other) noexcept {
    wipe();
    text_ = std::move(other.text_);
    other.wipe();
    return *this;
  }
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  ~Secret() { wipe(); }

  [[nodiscard]] const std::string& reveal() const { return text_; }

 private:
  void wipe() {
    text_.resize(text_.capacity());  // a short text that was moved from still holds its bytes
    volatile char* bytes = text_.data();
    for (std::size_t i = 0; i < text_.size(); ++i) bytes[i] = 0;
    text_.clear();
  }
  std::string text_;
};

}  // namespace tandem::base

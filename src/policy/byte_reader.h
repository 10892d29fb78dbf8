// Reads what ByteWriter wrote. The first thing that is wrong is remembered with its place, and everything read behind
// it is empty, so that whoever reads asks once at the end. Private to policy/.
//
//   ByteReader in(bytes);
//   in(spec.name, spec.version);
//   if (!in.good()) return in.error();
//
// A list is never longer than what is left of the bytes, so that a length nobody wrote costs nothing.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/error.h"
#include "base/time.h"
#include "base/utf8.h"
#include "policy/spec.h"

namespace tandem::policy {

// The last value of each enumeration that is written.
template <class Enum>
struct LastOf;

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  template <class... Values>
  void operator()(Values&... values) {
    (read(values), ...);
  }
  [[nodiscard]] bool good() const { return !error_; }
  [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }
  void fail(std::string_view what, base::ErrorCode code = base::ErrorCode::BadInput) {
    if (!error_) error_ = base::Error{code, fmt::format("at byte {}: {}", at_, what)};
  }
  // REQUIRES: not good().
  [[nodiscard]] base::Error error() const { return *error_; }

  // The next bytes as they are; fewer than asked for when there are no more.
  std::string_view raw(std::size_t length) {
    if (bytes_.size() - at_ < length) fail("the bytes end too early");
    if (!good()) return {};
    at_ += length;
    return bytes_.substr(at_ - length, length);
  }
  // How many things follow; each is at least one byte long.
  std::size_t count() {
    std::uint32_t count = 0;
    read(count);
    if (count > bytes_.size() - at_) fail("a list is longer than what is left");
    return good() ? count : 0;
  }

 private:
  template <class Number>
    requires std::is_integral_v<Number>
  void read(Number& number) {
    using Unsigned = std::make_unsigned_t<std::conditional_t<std::is_same_v<Number, bool>, std::uint8_t, Number>>;
    std::uint64_t value = 0;
    const std::string_view bytes = raw(sizeof(Number));
    for (std::size_t i = bytes.size(); i > 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[i - 1]);
    if constexpr (std::is_same_v<Number, bool>) {
      if (value > 1) fail("what is yes or no is neither");
      number = value == 1;
    } else {
      number = static_cast<Number>(static_cast<Unsigned>(value));
    }
  }
  template <class Enum>
    requires std::is_enum_v<Enum>
  void read(Enum& value) {
    std::uint8_t number = 0;
    read(number);
    if (number > static_cast<std::uint8_t>(LastOf<Enum>::value)) fail("there is no such kind");
    value = good() ? static_cast<Enum>(number) : Enum{};
  }
  template <class Tag>
  void read(Index<Tag>& index) {
    read(index.value);
  }
  // Whatever is added to an instant or a length later on stays within what numbers hold.
  void read(base::Duration& duration) {
    std::int64_t us = 0;
    read(us);
    if (us > kLongest || us < -kLongest) fail("a time lies beyond the year 9999");
    duration = base::Duration(good() ? us : 0);
  }
  void read(base::Instant& at) {
    base::Duration since{};
    read(since);
    at = base::Instant(since);
  }
  void read(base::Interval& during) { (*this)(during.from, during.to); }
  void read(std::chrono::year_month_day& date) {
    std::int32_t days = 0;
    read(days);
    if (days > kMostDays || days < -kMostDays) fail("a date lies beyond the year 9999");
    date = std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(good() ? days : 0)));
  }
  void read(std::string& text) {
    text = std::string(raw(count()));
    if (base::find_bad_utf8(text)) fail("a text is not UTF-8");
  }
  template <class Value>
  void read(std::optional<Value>& value) {
    bool there = false;
    read(there);
    value.reset();
    if (there && good()) read(value.emplace());
  }
  template <class Value>
  void read(std::vector<Value>& values) {
    values.clear();
    for (std::size_t left = count(); left > 0 && good(); --left) read(values.emplace_back());
  }
  template <class Value, std::size_t N>
  void read(std::array<Value, N>& values) {
    for (auto& value : values) read(value);
  }
  void read(LeaveSource& source) {
    std::uint8_t form = 0;
    read(form);
    if (form > 1) fail("leave has no such source");
    if (form == 0) read(source.emplace<TextPlace>());
    if (form == 1) read(source.emplace<Recorded>());
  }
  template <class Struct>
    requires std::is_class_v<Struct>
  void read(Struct& value) {
    fields(*this, value);
  }

  static constexpr std::int32_t kMostDays = 3'652'059;  // those of the years 1 to 9999
  static constexpr std::int64_t kLongest = std::int64_t{kMostDays} * 24 * 60 * 60 * 1'000'000;

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::optional<base::Error> error_;
};

}  // namespace tandem::policy

// Writes values one behind the other in the one form that bytes.h describes. What has parts is written by fields()
// (spec_fields.h), which a reader walks in the same order. Private to policy/.
//
//   ByteWriter out;
//   out(spec.name, spec.version);
//   std::move(out).take();
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/time.h"
#include "policy/spec.h"

namespace tandem::policy {

class ByteWriter {
 public:
  template <class... Values>
  void operator()(const Values&... values) {
    (write(values), ...);
  }
  void raw(std::string_view bytes) { bytes_ += bytes; }
  [[nodiscard]] std::string take() && { return std::move(bytes_); }

 private:
  template <class Number>
    requires std::is_integral_v<Number>
  void write(Number number) {
    using Unsigned = std::make_unsigned_t<std::conditional_t<std::is_same_v<Number, bool>, std::uint8_t, Number>>;
    auto left = static_cast<std::uint64_t>(static_cast<Unsigned>(number));
    for (std::size_t i = 0; i < sizeof(Number); ++i, left >>= 8) bytes_ += static_cast<char>(left & 0xff);
  }
  template <class Enum>
    requires std::is_enum_v<Enum>
  void write(Enum value) {
    write(static_cast<std::uint8_t>(value));
  }
  template <class Tag>
  void write(Index<Tag> index) {
    write(index.value);
  }
  void write(base::Duration duration) { write(static_cast<std::int64_t>(duration.count())); }
  void write(base::Instant at) { write(at.unix_us()); }
  void write(const base::Interval& during) { (*this)(during.from, during.to); }
  void write(std::chrono::year_month_day date) {
    write(static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count()));
  }
  void write(const std::string& text) {
    write(static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
  }
  template <class Value>
  void write(const std::optional<Value>& value) {
    write(value.has_value());
    if (value) write(*value);
  }
  template <class Value>
  void write(const std::vector<Value>& values) {
    write(static_cast<std::uint32_t>(values.size()));
    for (const auto& value : values) write(value);
  }
  template <class Value, std::size_t N>
  void write(const std::array<Value, N>& values) {
    for (const auto& value : values) write(value);
  }
  void write(const LeaveSource& source) {
    write(static_cast<std::uint8_t>(source.index()));
    std::visit([this](const auto& each) { write(each); }, source);
  }
  template <class Struct>
    requires std::is_class_v<Struct>
  void write(const Struct& value) {
    fields(*this, value);
  }

  std::string bytes_;
};

}  // namespace tandem::policy

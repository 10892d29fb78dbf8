// Strong names and ids: a TeamName cannot be passed where a PersonName is wanted, and neither is a string.
//
//   using TicketId = Id<struct TicketTag>;      // 128 bits, sortable by time, opaque to users
//   using TeamName = Name<struct TeamTag>;      // `kebab-case` word of an agreement
//
// Both are plain values: copy, compare, hash. Text enters only through parse() and the Name constructor, at the
// edges (wire/, record/, agreement/).
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tandem::base {

// 128 bits of which the first 48 are milliseconds since 1970 (RFC 9562, UUID version 7), so that ids made later
// sort later. Text form: 26 characters of Crockford's base 32 in lower case, sorting like the value.
struct IdBits {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  auto operator<=>(const IdBits&) const = default;
};

[[nodiscard]] std::string to_text(const IdBits& bits);
[[nodiscard]] std::optional<IdBits> parse_id_bits(std::string_view text);

template <class Tag>
class Id {
 public:
  constexpr explicit Id(IdBits bits) : bits_(bits) {}
  [[nodiscard]] static std::optional<Id> parse(std::string_view text) {
    const auto bits = parse_id_bits(text);
    return bits ? std::optional<Id>(Id(*bits)) : std::nullopt;
  }
  [[nodiscard]] IdBits bits() const { return bits_; }
  [[nodiscard]] std::string text() const { return to_text(bits_); }
  auto operator<=>(const Id&) const = default;

 private:
  IdBits bits_;
};

template <class Tag>
class Name {
 public:
  Name() = default;  // the empty name: "none". Ask empty() where absence is possible.
  explicit Name(std::string text) : text_(std::move(text)) {}
  explicit Name(std::string_view text) : text_(text) {}
  explicit Name(const char* text) : text_(text) {}
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }
  auto operator<=>(const Name&) const = default;
  bool operator==(const Name&) const = default;

 private:
  std::string text_;
};

// Makes new ids. The only source of randomness in the core; tests pass a counting one.
class IdSource {
 public:
  virtual ~IdSource() = default;
  // Thread-safe. REQUIRES: unix_ms fits 48 bits.
  [[nodiscard]] virtual IdBits next(std::int64_t unix_ms) = 0;
};

// Random ids from the system's generator (getrandom), made monotonic within a millisecond.
[[nodiscard]] std::unique_ptr<IdSource> make_random_ids();

}  // namespace tandem::base

template <class Tag>
struct std::hash<tandem::base::Id<Tag>> {
  std::size_t operator()(const tandem::base::Id<Tag>& id) const noexcept {
    return static_cast<std::size_t>(id.bits().high * 0x9e3779b97f4a7c15ULL ^ id.bits().low);
  }
};
template <class Tag>
struct std::hash<tandem::base::Name<Tag>> {
  std::size_t operator()(const tandem::base::Name<Tag>& name) const noexcept {
    return std::hash<std::string>{}(name.text());
  }
};

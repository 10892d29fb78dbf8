// A set of small numbers (rules, people, calendars, values of a fact) as bits in words, sized once. What the analyses
// of this folder calculate with: unions and intersections of whole sets, a word at a time.
//
//   Bits away(people.size());
//   away.add(mei);
//   if (away.intersects(members)) …
//   for (std::uint32_t person : away) …      // in ascending order
//
// Sets that are combined or compared have the same size. A value; moves are cheap. Not synchronised.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <vector>

namespace tandem::proof {

class Bits {
 public:
  Bits() = default;
  explicit Bits(std::size_t size) : size_(size), words_((size + kWidth - 1) / kWidth, 0) {}
  [[nodiscard]] static Bits full(std::size_t size) {
    Bits bits(size);
    for (auto& word : bits.words_) word = ~std::uint64_t{0};
    if (size % kWidth != 0) bits.words_.back() = (std::uint64_t{1} << (size % kWidth)) - 1;
    return bits;
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  // REQUIRES: number < size().
  void add(std::size_t number) { words_[number / kWidth] |= std::uint64_t{1} << (number % kWidth); }
  void remove(std::size_t number) { words_[number / kWidth] &= ~(std::uint64_t{1} << (number % kWidth)); }
  [[nodiscard]] bool has(std::size_t number) const { return (words_[number / kWidth] >> (number % kWidth) & 1) != 0; }

  [[nodiscard]] bool empty() const {
    for (const auto word : words_) {
      if (word != 0) return false;
    }
    return true;
  }
  [[nodiscard]] std::size_t count() const {
    std::size_t count = 0;
    for (const auto word : words_) count += static_cast<std::size_t>(std::popcount(word));
    return count;
  }
  // The smallest number that is in the set; size() when it is empty.
  [[nodiscard]] std::size_t first() const { return next(0); }
  // The smallest number of the set from `from` on; size() when there is none.
  [[nodiscard]] std::size_t next(std::size_t from) const {
    if (from >= size_) return size_;
    std::size_t at = from / kWidth;
    std::uint64_t word = words_[at] & (~std::uint64_t{0} << (from % kWidth));
    while (word == 0) {
      if (++at == words_.size()) return size_;
      word = words_[at];
    }
    return at * kWidth + static_cast<std::size_t>(std::countr_zero(word));
  }

  Bits& operator&=(const Bits& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  Bits& operator|=(const Bits& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  // Without what the other has.
  Bits& operator-=(const Bits& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
    return *this;
  }
  [[nodiscard]] friend Bits operator&(Bits a, const Bits& b) { return a &= b; }
  [[nodiscard]] friend Bits operator|(Bits a, const Bits& b) { return a |= b; }
  [[nodiscard]] friend Bits operator-(Bits a, const Bits& b) { return a -= b; }

  [[nodiscard]] bool intersects(const Bits& other) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if ((words_[i] & other.words_[i]) != 0) return true;
    }
    return false;
  }
  // Whether all of this is in the other.
  [[nodiscard]] bool is_within(const Bits& other) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if ((words_[i] & ~other.words_[i]) != 0) return false;
    }
    return true;
  }

  auto operator<=>(const Bits&) const = default;
  [[nodiscard]] std::span<const std::uint64_t> words() const { return words_; }
  [[nodiscard]] std::size_t hash() const {
    std::uint64_t hash = size_;
    for (const auto word : words_) {
      hash = (hash ^ word) * 0x9e37'79b9'7f4a'7c15ULL;
      hash ^= hash >> 32;
    }
    return static_cast<std::size_t>(hash);
  }

  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = std::uint32_t;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = std::uint32_t;
    Iterator(const Bits& bits, std::size_t at) : bits_(&bits), at_(at) {}
    std::uint32_t operator*() const { return static_cast<std::uint32_t>(at_); }
    Iterator& operator++() {
      at_ = bits_->next(at_ + 1);
      return *this;
    }
    Iterator operator++(int) {
      const Iterator before = *this;
      ++*this;
      return before;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    const Bits* bits_;
    std::size_t at_;
  };
  [[nodiscard]] Iterator begin() const { return {*this, first()}; }
  [[nodiscard]] Iterator end() const { return {*this, size_}; }

 private:
  static constexpr std::size_t kWidth = 64;
  std::size_t size_ = 0;
  std::vector<std::uint64_t> words_;
};

struct BitsHash {
  std::size_t operator()(const Bits& bits) const { return bits.hash(); }
};

}  // namespace tandem::proof

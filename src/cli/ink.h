// Colour in what the commands print: a name for each meaning, turned into terminal sequences only where the output is
// a terminal.
//
//   const Palette palette(environment.colour);
//   palette(Ink::Bad, "nobody")            // red on a terminal, the bare word elsewhere
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tandem::cli {

enum class Ink : std::uint8_t {
  Plain,
  Strong,   // headings, today
  Faint,    // what is closed or over
  Good,     // open
  Bad,      // gaps
  Notable,  // holidays, clock changes
  // Blocks of people in pictures: dark letters on a ground of their own.
  Block0,
  Block1,
  Block2,
  Block3,
  Block4,
  Block5,
  BadBlock,
};
inline constexpr std::size_t kBlocks = 6;

// The block of the n-th person of a picture; they repeat after kBlocks.
[[nodiscard]] constexpr Ink block_ink(std::size_t n) {
  return static_cast<Ink>(static_cast<std::size_t>(Ink::Block0) + n % kBlocks);
}

class Palette {
 public:
  explicit Palette(bool colour) : colour_(colour) {}
  [[nodiscard]] bool colour() const { return colour_; }
  [[nodiscard]] std::string operator()(Ink ink, std::string_view text) const;

 private:
  bool colour_;
};

}  // namespace tandem::cli

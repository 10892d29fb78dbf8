// A line on a terminal that shows how far something is. Redrawn at most ten times a second by the caller's clock; where
// the output is no terminal it writes one plain line per tenth, so that logs stay readable.
#pragma once

#include <cstdint>
#include <string>

#include "cli/environment.h"

namespace tandem::cli {

class ProgressBar {
 public:
  ProgressBar(const Environment& environment, std::string label)
      : environment_(&environment), label_(std::move(label)) {}
  ~ProgressBar() { finish(); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  // `unit` follows the numbers: "12,500 of 24,918 incidents".
  void show(std::uint64_t done, std::uint64_t total, std::string_view unit);
  // Ends the line, if one was begun.
  void finish();

 private:
  void draw(std::uint64_t done, std::uint64_t total, std::string_view unit);

  const Environment* environment_;
  std::string label_;
  base::Instant drawn_at_;
  std::uint64_t tenth_ = 0;
  bool open_ = false;
};

}  // namespace tandem::cli

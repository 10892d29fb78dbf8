#include "cli/progress_bar.h"

#include "base/digits.h"

namespace tandem::cli {
namespace {

constexpr base::Duration kRedraw = std::chrono::milliseconds(100);
constexpr std::uint64_t kWidth = 30;

}  // namespace

void ProgressBar::show(std::uint64_t done, std::uint64_t total, std::string_view unit) {
  if (total == 0) return;
  if (environment_->live_progress) {
    const auto now = environment_->clock.now();
    if (open_ && done < total && now - drawn_at_ < kRedraw) return;
    drawn_at_ = now;
    draw(done, total, unit);
    return;
  }
  const std::uint64_t tenth = done * 10 / total;
  if (tenth <= tenth_ && done < total) return;
  if (tenth_ == 10) return;
  tenth_ = tenth;
  fmt::print(environment_->err, "{}: {} of {} {}\n", label_, base::with_commas(done), base::with_commas(total), unit);
}

void ProgressBar::draw(std::uint64_t done, std::uint64_t total, std::string_view unit) {
  const std::uint64_t full = std::min(done, total) * kWidth / total;
  std::string bar;
  for (std::uint64_t i = 0; i < kWidth; ++i) bar += i < full ? "█" : "░";
  fmt::print(environment_->err, "\r\x1b[K{} {} {} of {} {}", label_, bar, base::with_commas(done),
             base::with_commas(total), unit);
  std::fflush(environment_->err);
  open_ = true;
}

void ProgressBar::finish() {
  if (!open_) return;
  fmt::print(environment_->err, "\n");
  open_ = false;
}

}  // namespace tandem::cli

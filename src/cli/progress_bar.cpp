#include "cli/progress_bar.h"

namespace tandem::cli {
namespace {

constexpr base::Duration kRedraw = std::chrono::milliseconds(100);
constexpr std::uint64_t kWidth = 30;

}  // namespace

std::string grouped(std::uint64_t number) {
  const std::string digits = fmt::format("{}", number);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += ',';
    text += digits[i];
  }
  return text;
}

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
  fmt::print(environment_->err, "{}: {} of {} {}\n", label_, grouped(done), grouped(total), unit);
}

void ProgressBar::draw(std::uint64_t done, std::uint64_t total, std::string_view unit) {
  const std::uint64_t full = std::min(done, total) * kWidth / total;
  std::string bar;
  for (std::uint64_t i = 0; i < kWidth; ++i) bar += i < full ? "█" : "░";
  fmt::print(environment_->err, "\r\x1b[K{} {} {} of {} {}", label_, bar, grouped(done), grouped(total), unit);
  std::fflush(environment_->err);
  open_ = true;
}

void ProgressBar::finish() {
  if (!open_) return;
  fmt::print(environment_->err, "\n");
  open_ = false;
}

}  // namespace tandem::cli

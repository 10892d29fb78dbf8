#include "sheet/budget.h"

namespace tandem::sheet {

base::Result<void> Budget::take_cell(Place at, std::size_t bytes) {
  if (bytes > limits_->cell_bytes) {
    return base::fail(base::ErrorCode::BadInput, fmt::format("the cell {} of {} holds {} bytes: at most {} are read",
                                                             to_text(at), file_, bytes, limits_->cell_bytes));
  }
  if (++cells_ > limits_->cells) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("{} has more than {} cells that are not blank", file_, limits_->cells));
  }
  return take_text(bytes);
}

base::Result<void> Budget::take_text(std::size_t bytes) {
  text_ += bytes;
  if (text_ <= limits_->text_bytes) return {};
  return base::fail(base::ErrorCode::BadInput,
                    fmt::format("the cells of {} hold more than {} bytes of text", file_, limits_->text_bytes));
}

base::Result<void> Budget::take_unpacked(std::size_t bytes) {
  unpacked_ += bytes;
  if (unpacked_ <= limits_->unpacked_bytes) return {};
  return base::fail(base::ErrorCode::BadInput,
                    fmt::format("{} unpacks to more than {} bytes", file_, limits_->unpacked_bytes));
}

std::unexpected<base::Error> Budget::beyond_the_format() const {
  return base::fail(base::ErrorCode::BadInput,
                    fmt::format("{} goes beyond row {} or column {}", file_, kMostRows, column_text(kMostColumns - 1)));
}

}  // namespace tandem::sheet

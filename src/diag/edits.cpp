#include "diag/edits.h"

#include <algorithm>

#include "base/check.h"

namespace tandem::diag {

bool collide(const Edit& a, const Edit& b) {
  if (a.at.file != b.at.file) return false;
  if (a.at.begin == b.at.begin) return true;
  const auto& [first, second] = a.at.begin < b.at.begin ? std::tie(a, b) : std::tie(b, a);
  return second.at.begin < first.at.end;
}

std::string with_edits(std::string_view text, std::span<const Edit> edits) {
  std::vector<const Edit*> order;
  for (const Edit& edit : edits) order.push_back(&edit);
  std::ranges::sort(order, {}, [](const Edit* edit) { return edit->at.begin; });
  std::string out;
  std::size_t done = 0;
  for (const Edit* edit : order) {
    TANDEM_ENSURE(done <= edit->at.begin && edit->at.begin <= edit->at.end && edit->at.end <= text.size());
    out += text.substr(done, edit->at.begin - done);
    out += edit->text;
    done = edit->at.end;
  }
  return out.append(text.substr(done));
}

}  // namespace tandem::diag

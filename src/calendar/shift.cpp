#include "calendar/shift.h"

namespace tandem::calendar {

std::vector<Shift> joined(std::vector<Shift> shifts) {
  std::vector<Shift> out;
  out.reserve(shifts.size());
  for (const Shift& each : shifts) {
    if (!out.empty() && out.back().during.to == each.during.from && out.back().duty() == each.duty()) {
      out.back().during.to = each.during.to;
    } else {
      out.push_back(each);
    }
  }
  return out;
}

}  // namespace tandem::calendar

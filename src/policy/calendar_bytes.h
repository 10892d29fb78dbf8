// The calendars of a Spec and the holiday sets they keep as two tables: each entry is made of entries before it and is
// written once, however many others use it. Private to policy/.
//
//   CalendarTable table;
//   const std::uint32_t entry = table.add(calendar);     // and all that it is made of
//   table.write(out);
//
//   const auto calendars = read_calendars(in);           // by entry; empty after a failure
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "calendar/business_calendar.h"
#include "calendar/holidays.h"
#include "policy/byte_reader.h"
#include "policy/byte_writer.h"

namespace tandem::policy {

class CalendarTable {
 public:
  std::uint32_t add(const calendar::BusinessCalendar& calendar);
  void write(ByteWriter& out) const;

 private:
  std::uint32_t add(const std::shared_ptr<const calendar::HolidaySet>& set);

  std::map<const void*, std::uint32_t> calendar_numbers_;
  std::map<const void*, std::uint32_t> set_numbers_;
  std::vector<calendar::BusinessCalendar> calendars_;
  std::vector<std::shared_ptr<const calendar::HolidaySet>> sets_;
};

[[nodiscard]] std::vector<calendar::BusinessCalendar> read_calendars(ByteReader& in);

// A zone by its name.
void write_zone(ByteWriter& out, const calendar::Zone& zone);
[[nodiscard]] std::optional<calendar::Zone> read_zone(ByteReader& in);

}  // namespace tandem::policy

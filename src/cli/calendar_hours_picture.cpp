#include "cli/calendar_hours_picture.h"

#include <algorithm>
#include <array>

#include "cli/local_text.h"
#include "cli/table.h"
#include "diag/visible.h"

namespace tandem::cli {
namespace {

using calendar::Date;

constexpr std::size_t kBlocksOfADay = 8;

std::string_view block(base::Duration open, base::Duration of) {
  constexpr std::array<std::string_view, 9> kHeights{"·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  if (of <= base::Duration{} || open <= base::Duration{}) return kHeights[0];
  // A minute shall be seen, and a closed minute too.
  const std::int64_t eighths = open * 8 / of;
  return kHeights[static_cast<std::size_t>(std::clamp<std::int64_t>(eighths, 1, 8))];
}

std::string bar(const HoursPicture& picture, const MonthFrame& frame, Date date) {
  std::string text;
  for (std::size_t i = 0; i < kBlocksOfADay; ++i) {
    const base::Interval part = frame.part(date, i, kBlocksOfADay);
    text += block(covered(picture.open, part), part.to - part.from);
  }
  return text;
}

// "9h30", "24h": as short as a cell asks for, and no time of the day.
std::string short_hours(base::Duration open) {
  const std::chrono::hh_mm_ss parts(std::chrono::floor<std::chrono::minutes>(open));
  return parts.minutes().count() == 0 ? fmt::format("{}h", parts.hours().count())
                                      : fmt::format("{}h{:02}", parts.hours().count(), parts.minutes().count());
}

bool has_note(const HoursPicture& picture, Date date) {
  return std::ranges::any_of(picture.notes, [&](const DayNote& note) { return note.date == date; });
}

void draw_week(const HoursPicture& picture, const MonthFrame& frame, const MonthFrame::Week& week,
               const Palette& palette, std::string& out) {
  TextLine numbers;
  TextLine bars;
  numbers.put(0, week_text(week), Ink::Faint);
  for (std::size_t i = 0; i < week.size(); ++i) {
    if (!week[i]) continue;
    const std::size_t column = kPictureMargin + i * kDayColumns;
    const base::Duration open = covered(picture.open, frame.day(*week[i]));
    const bool closed = open == base::Duration{};
    const bool noted = has_note(picture, *week[i]);
    const Ink day_ink = week[i] == picture.today ? Ink::Strong
                        : noted                  ? Ink::Notable
                        : closed                 ? Ink::Faint
                                                 : Ink::Plain;
    numbers.put(column, fmt::format("{}{}", static_cast<unsigned>(week[i]->day()), noted ? "*" : ""), day_ink);
    const std::string hours = closed ? "–" : short_hours(open);
    numbers.put(column + kBlocksOfADay - diag::columns(hours), hours, closed ? Ink::Faint : Ink::Plain);
    bars.put(column, bar(picture, frame, *week[i]), closed ? Ink::Faint : Ink::Good);
  }
  out += numbers.text(palette) + bars.text(palette);
}

}  // namespace

std::string draw(const HoursPicture& picture, const MonthFrame& frame, const Palette& palette) {
  std::string out = frame.title(picture.subject, palette) + '\n' + MonthFrame::weekdays(palette);
  for (const MonthFrame::Week& week : frame.weeks()) {
    draw_week(picture, frame, week, palette, out);
    out += '\n';
  }
  Table notes({{}, {}});
  for (const DayNote& note : picture.notes) {
    if (note.date.year() / note.date.month() != frame.month()) continue;
    notes.add({{date_text(note.date) + " *"}, {note.text, Ink::Notable}});
  }
  out += notes.text(palette);
  if (!notes.empty()) out += '\n';
  return out + fmt::format("open {} in the month\n{}\n", length_text(covered(picture.open, frame.whole())),
                           palette(Ink::Faint, "a bar is a day from midnight to midnight, a block is 3 hours"));
}

}  // namespace tandem::cli

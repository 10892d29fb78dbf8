#include "cli/calendar_presence_picture.h"

#include <algorithm>

namespace tandem::cli {
namespace {

constexpr std::size_t kFiguresOfADay = 8;

struct Figure {
  std::string shown;
  Ink ink;
};

// A gap that touches the three hours is shown, be it a minute; else the fewest who are there.
Figure figure_of(const PresencePicture& picture, base::Interval part) {
  std::optional<std::size_t> fewest;
  auto at = std::ranges::upper_bound(picture.parts, part.from, {}, [](const auto& one) { return one.during.to; });
  for (; at != picture.parts.end() && at->during.from < part.to; ++at) {
    if (at->gap) return {"!", Ink::BadBlock};
    fewest = std::min(fewest.value_or(at->present), at->present);
  }
  if (!fewest) return {"·", Ink::Faint};
  return {*fewest < 10 ? fmt::format("{}", *fewest) : "+", Ink::Good};
}

void draw_week(const PresencePicture& picture, const MonthFrame& frame, const MonthFrame::Week& week,
               const Palette& palette, std::string& out) {
  TextLine numbers;
  TextLine bars;
  numbers.put(0, week_text(week), Ink::Faint);
  for (std::size_t i = 0; i < week.size(); ++i) {
    if (!week[i]) continue;
    const std::size_t column = kPictureMargin + i * kDayColumns;
    numbers.put(column, fmt::format("{}", static_cast<unsigned>(week[i]->day())),
                week[i] == picture.today ? Ink::Strong : Ink::Plain);
    for (std::size_t k = 0; k < kFiguresOfADay; ++k) {
      const Figure figure = figure_of(picture, frame.part(*week[i], k, kFiguresOfADay));
      bars.put(column + k, figure.shown, figure.ink);
    }
  }
  out += numbers.text(palette) + bars.text(palette);
}

}  // namespace

std::string draw(const PresencePicture& picture, const MonthFrame& frame, const Palette& palette) {
  std::string out = frame.title(picture.subject, palette) + '\n' + MonthFrame::weekdays(palette);
  for (const MonthFrame::Week& week : frame.weeks()) {
    draw_week(picture, frame, week, palette, out);
    out += '\n';
  }
  return out + palette(Ink::Faint, "a figure is how many are there in 3 hours, ! too few, · closed; a bar is a day") +
         '\n';
}

}  // namespace tandem::cli

#include "cli/calendar_ribbon_picture.h"

#include <algorithm>

#include "cli/local_text.h"
#include "cli/table.h"
#include "diag/visible.h"

namespace tandem::cli {
namespace {

using calendar::Date;

constexpr std::size_t kWeekColumns = 7 * kDayColumns;
constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

// Columns [from, to) of a week that show the same person or a gap; `stretch` is the first of them.
struct Run {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t stretch = kNobody;
  bool begins = false;  // the stretch starts here, not before the week or the month
};

// The stretch a column shows: a gap that touches it, else what holds its middle.
std::size_t shown_in(const Ribbon& ribbon, base::Interval column) {
  const base::Instant middle = column.from + (column.to - column.from) / 2;
  std::size_t shown = kNobody;
  auto at = std::ranges::upper_bound(ribbon.stretches, column.from, {}, [](const auto& s) { return s.during.to; });
  for (; at != ribbon.stretches.end() && at->during.from < column.to; ++at) {
    const auto index = static_cast<std::size_t>(at - ribbon.stretches.begin());
    if (at->kind == Ribbon::Kind::Gap) return index;
    if (at->during.contains(middle)) shown = index;
  }
  return shown;
}

// Shifts of one person that touch are one run: the picture is about who.
bool shows_the_same(const Ribbon& ribbon, std::size_t a, std::size_t b) {
  return ribbon.stretches[a].kind == ribbon.stretches[b].kind && ribbon.stretches[a].label == ribbon.stretches[b].label;
}

std::vector<Run> runs_of(const Ribbon& ribbon, const MonthFrame& frame, const MonthFrame::Week& week) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < kWeekColumns; ++i) {
    const auto& date = week[i / kDayColumns];
    if (!date) continue;
    const base::Interval column = frame.part(*date, i % kDayColumns, kDayColumns);
    const std::size_t stretch = shown_in(ribbon, column);
    if (stretch == kNobody) continue;
    if (!runs.empty() && runs.back().to == i && shows_the_same(ribbon, runs.back().stretch, stretch)) {
      ++runs.back().to;
      continue;
    }
    // A start in the column before counts as this one's: a gap may have taken that column.
    const base::Instant from = ribbon.stretches[stretch].during.from;
    const bool here = from >= column.from - (column.to - column.from);
    runs.push_back({i, i + 1, stretch, here && ribbon.stretches[stretch].begins});
  }
  return runs;
}

// The label as far as it fits: the whole, the first name, the initials, the first of them, nothing.
std::string fitted(const Ribbon::Stretch& stretch, std::size_t width) {
  const std::string_view label = stretch.label;
  if (diag::columns(label) <= width) return std::string(label);
  if (stretch.kind == Ribbon::Kind::Gap) return "";  // its pattern or its colour says it
  const std::string_view first = label.substr(0, label.find(' '));
  if (diag::columns(first) <= width) return std::string(first);
  const std::string letters = initials(label);
  if (diag::columns(letters) <= width) return letters;
  const auto letter = diag::cells(letters).front();
  return letter.width <= width ? letter.shown : std::string();
}

std::string plain_run(const Run& run, const Ribbon::Stretch& stretch) {
  const std::size_t width = run.to - run.from;
  const std::string_view fill = stretch.kind == Ribbon::Kind::Gap ? "▒" : "─";
  const std::string begin(stretch.kind == Ribbon::Kind::Duty && run.begins ? "├" : fill);
  if (width == 1) {
    const std::string letter = fitted(stretch, 1);
    return letter.empty() ? begin : letter;
  }
  const std::string label = fitted(stretch, width - 1);
  const bool airy = !label.empty() && width > diag::columns(label) + 2;
  const std::string middle = airy ? " " + label + " " : label;
  return begin + middle + repeated(fill, width - 1 - diag::columns(middle));
}

std::string ground_run(const Run& run, const Ribbon::Stretch& stretch) {
  const std::size_t width = run.to - run.from;
  if (width == 1) return " ";
  const std::string label = fitted(stretch, width - 1);
  return " " + label + std::string(width - 1 - diag::columns(label), ' ');
}

// The people of all ribbons in the order in which they come, with the time each has in the month.
struct Share {
  std::string label;
  Ink ink = Ink::Block0;
  base::Duration time{};
  std::size_t shifts = 0;
};

std::vector<Share> shares_of(const RibbonPicture& picture, base::Interval month) {
  std::vector<Share> shares;
  for (const Ribbon& ribbon : picture.ribbons) {
    for (const Ribbon::Stretch& stretch : ribbon.stretches) {
      const base::Duration time = covered({stretch.during}, month);
      if (stretch.kind == Ribbon::Kind::Gap || time == base::Duration{}) continue;
      auto share = std::ranges::find(shares, stretch.label, &Share::label);
      if (share == shares.end()) share = shares.insert(shares.end(), Share{.label = stretch.label, .ink = stretch.ink});
      share->time += time;
      ++share->shifts;
    }
  }
  return shares;
}

struct Drawing {
  const RibbonPicture& picture;
  const MonthFrame& frame;
  const Palette& palette;
  std::vector<Share> shares;

  [[nodiscard]] std::string days_line(const MonthFrame::Week& week) const {
    TextLine line;
    line.put(0, week_text(week), Ink::Faint);
    for (std::size_t i = 0; i < week.size(); ++i) {
      if (!week[i]) continue;
      line.put(kPictureMargin + i * kDayColumns, fmt::format("{}", static_cast<unsigned>(week[i]->day())),
               week[i] == picture.today ? Ink::Strong : Ink::Plain);
    }
    return line.text(palette);
  }

  [[nodiscard]] std::string ribbon_line(const Ribbon& ribbon, const MonthFrame::Week& week) const {
    TextLine line;
    line.put(0, shortened(diag::visible(ribbon.name), kPictureMargin - 1), Ink::Faint);
    for (const Run& run : runs_of(ribbon, frame, week)) {
      const Ribbon::Stretch& stretch = ribbon.stretches[run.stretch];
      const bool gap = stretch.kind == Ribbon::Kind::Gap;
      const Ink ink = gap ? Ink::BadBlock : stretch.ink;
      line.put(kPictureMargin + run.from, palette.colour() ? ground_run(run, stretch) : plain_run(run, stretch), ink);
    }
    return line.text(palette);
  }

  [[nodiscard]] std::string legend() const {
    Table table({{}, {}, {"", Align::Right}, {"", Align::Right}});
    for (const Share& share : shares) {
      table.add({{initials(share.label), share.ink},
                 {share.label},
                 {fmt::format("{} {}", share.shifts, share.shifts == 1 ? "shift" : "shifts")},
                 {hours_text(share.time)}});
    }
    return table.text(palette);
  }
};

}  // namespace

std::string initials(std::string_view name) {
  std::string out;
  bool at_start = true;
  std::size_t words = 0;
  for (const diag::Cell& cell : diag::cells(name)) {
    const bool separates = cell.shown == " " || cell.shown == "-";
    if (at_start && !separates && words < 2) {
      std::string letter = cell.shown;
      if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z') letter[0] = static_cast<char>(letter[0] - 32);
      out += letter;
      ++words;
    }
    at_start = separates;
  }
  return out;
}

std::string draw(const RibbonPicture& picture, const MonthFrame& frame, const Palette& palette) {
  const Drawing drawing{picture, frame, palette, shares_of(picture, frame.whole())};
  std::string out = frame.title(picture.subject, palette) + '\n' + MonthFrame::weekdays(palette);
  for (const MonthFrame::Week& week : frame.weeks()) {
    out += drawing.days_line(week);
    for (const Ribbon& ribbon : picture.ribbons) out += drawing.ribbon_line(ribbon, week);
    out += '\n';
  }
  return out + drawing.legend();
}

}  // namespace tandem::cli

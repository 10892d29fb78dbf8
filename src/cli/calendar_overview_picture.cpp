#include "cli/calendar_overview_picture.h"

#include <algorithm>

#include "base/check.h"
#include "cli/local_text.h"
#include "cli/table.h"
#include "diag/visible.h"

namespace tandem::cli {
namespace {

constexpr std::size_t kMarkColumns = 2;
constexpr std::size_t kNameColumns = 16;  // 31 days of two columns and two between leave this of 80

struct Drawing {
  const OverviewPicture& picture;
  const MonthFrame& frame;
  const Palette& palette;
  std::vector<calendar::Date> days;
  std::vector<std::string> letters;
  std::size_t margin = 0;

  [[nodiscard]] std::size_t column_of(std::size_t day) const { return margin + day * kMarkColumns; }

  // The numbers of the first day and of the Mondays; more would run into each other.
  [[nodiscard]] std::string numbers_line() const {
    TextLine line;
    for (std::size_t i = 0; i < days.size(); ++i) {
      if (i != 0 && weekday_text(days[i]) != "Mon") continue;
      line.put(column_of(i), fmt::format("{}", i + 1), Ink::Faint);
    }
    return line.text(palette);
  }

  [[nodiscard]] std::string weekdays_line() const {
    TextLine line;
    for (std::size_t i = 0; i < days.size(); ++i) {
      line.put(column_of(i), weekday_text(days[i]).substr(0, 1), days[i] == picture.today ? Ink::Strong : Ink::Faint);
    }
    return line.text(palette);
  }

  void put_mark(TextLine& line, std::size_t day, const DayMark& mark) const {
    if (!mark.open && !mark.person && !mark.gap) {
      line.put(column_of(day), "·", Ink::Faint);
      return;
    }
    const std::string shown = mark.person         ? letters[*mark.person]
                              : !mark.open        ? std::string("·")
                              : mark.present < 10 ? fmt::format("{}", mark.present)
                                                  : std::string("+");
    const Ink ink = mark.gap ? Ink::BadBlock : mark.person ? picture.people[*mark.person].ink : Ink::Good;
    line.put(column_of(day), shown, ink);
    line.put(column_of(day) + 1, mark.gap ? "!" : " ", ink);
  }

  [[nodiscard]] std::string row_line(const OverviewPicture::Row& row) const {
    TANDEM_ENSURE(row.days.size() == days.size());
    TextLine line;
    line.put(0, shortened(diag::visible(row.team), kNameColumns));
    for (std::size_t i = 0; i < days.size(); ++i) put_mark(line, i, row.days[i]);
    return line.text(palette);
  }

  [[nodiscard]] std::string legend() const {
    Table table({{}, {}});
    for (std::size_t i = 0; i < picture.people.size(); ++i) {
      table.add({{letters[i], picture.people[i].ink}, {picture.people[i].name}});
    }
    std::string out = table.text(palette);
    if (!out.empty()) out += '\n';
    return out + fmt::format("a letter is on duty, a number is people present, {} a gap, {} closed\n",
                             palette(Ink::Bad, "!"), palette(Ink::Faint, "·"));
  }
};

}  // namespace

std::vector<std::string> letters_of(const std::vector<std::string>& names) {
  std::vector<std::string> letters;
  const auto free = [&](const std::string& letter) { return std::ranges::find(letters, letter) == letters.end(); };
  const auto capital = [](std::string letter) {
    if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z') letter[0] = static_cast<char>(letter[0] - 32);
    return letter;
  };
  for (const std::string& name : names) {
    std::string chosen;
    for (const diag::Cell& cell : diag::cells(name)) {
      const std::string letter = capital(cell.shown);
      if (cell.width != 1 || letter == " " || letter == "-" || !free(letter)) continue;
      chosen = letter;
      break;
    }
    for (char letter = 'A'; chosen.empty() && letter <= 'Z'; ++letter) {
      if (free(std::string(1, letter))) chosen = std::string(1, letter);
    }
    letters.push_back(chosen.empty() ? "?" : chosen);
  }
  return letters;
}

std::string draw(const OverviewPicture& picture, const MonthFrame& frame, const Palette& palette) {
  std::size_t name = 0;
  for (const auto& row : picture.rows) name = std::max(name, diag::columns(diag::visible(row.team)));
  std::vector<std::string> names;
  for (const auto& person : picture.people) names.push_back(person.name);
  const Drawing drawing{.picture = picture,
                        .frame = frame,
                        .palette = palette,
                        .days = frame.days(),
                        .letters = letters_of(names),
                        .margin = std::min(name, kNameColumns) + 2};
  std::string out = frame.title(picture.subject, palette) + '\n' + drawing.numbers_line() + drawing.weekdays_line();
  for (const auto& row : picture.rows) out += drawing.row_line(row);
  return out + '\n' + drawing.legend();
}

}  // namespace tandem::cli

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "diag/excerpt.h"
#include "diag/render.h"
#include "diag/repair_view.h"
#include "diag/visible.h"

namespace tandem::diag {
namespace {

constexpr std::size_t kWidestExcerpt = 100;    // columns: longer lines are hard to read, however wide the terminal
constexpr std::size_t kNarrowestExcerpt = 20;  // narrower ones show nothing

enum class Paint { Place, Error, Warning, Note, Gutter, Help, Goes, Comes };

std::string_view code(Paint paint) {
  switch (paint) {
    case Paint::Place: return "1";
    case Paint::Error: return "1;31";
    case Paint::Warning: return "1;33";
    case Paint::Note: return "1;36";
    case Paint::Gutter: return "34";
    case Paint::Help: return "1;32";
    case Paint::Goes: return "31";
    case Paint::Comes: return "32";
  }
  return "0";
}

Paint paint_of(Level level) {
  switch (level) {
    case Level::Error: return Paint::Error;
    case Level::Warning: return Paint::Warning;
    case Level::Note: return Paint::Note;
  }
  return Paint::Error;
}

class TextRenderer {
 public:
  TextRenderer(const source::SourceMap& sources, const TextStyle& style) : sources_(sources), style_(style) {}

  void draw(const Finding& finding) {
    // Several findings about one place show it once.
    const bool is_shown = last_ == finding.at && finding.level() == last_level_;
    if (!out_.empty() && !(is_shown && last_is_bare_)) out_ += '\n';
    gutter_ = gutter_width(finding);
    draw_head(finding.at, finding.level(), finding.message, fmt::format(" [{}]", info(finding.kind).name));
    if (!is_shown) draw_source(finding.at, '^', paint_of(finding.level()));
    for (const RelatedNote& note : finding.notes) {
      draw_head(note.at, Level::Note, note.message, "");
      draw_source(note.at, '-', Paint::Note);
    }
    draw_counterexample(finding.counterexample);
    if (finding.repair) draw_repair(finding);
    last_ = finding.at;
    last_level_ = finding.level();
    last_is_bare_ = finding.notes.empty() && finding.counterexample.empty() && !finding.repair;
  }

  // How many of each kind were too many to be drawn.
  void draw_not_shown(const std::map<Kind, std::size_t>& seen) {
    if (style_.most_of_a_kind == 0) return;
    std::vector<std::string> more;
    for (const auto& [kind, count] : seen) {
      if (count > style_.most_of_a_kind)
        more.push_back(fmt::format("{} more `{}`", count - style_.most_of_a_kind, info(kind).name));
    }
    if (more.empty()) return;
    out_ += fmt::format("\nand {}", fmt::join(more, ", "));
    if (!style_.how_to_see_all.empty()) out_ += fmt::format("; {}", style_.how_to_see_all);
    out_ += '\n';
  }

  void draw_left_out(std::size_t count) {
    if (count == 0) return;
    if (!out_.empty()) out_ += '\n';
    out_ += fmt::format("and {} more of the same {}\n", count, count == 1 ? "kind" : "kinds");
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  [[nodiscard]] bool known(source::Range at) const { return static_cast<std::size_t>(at.file) < sources_.size(); }

  [[nodiscard]] std::string painted(Paint paint, std::string_view text) const {
    if (style_.colour == Colour::Off || text.empty()) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", code(paint), text);
  }

  // One width for the line numbers of a finding, its notes and its repair, so that their excerpts stand under each
  // other.
  [[nodiscard]] std::size_t gutter_width(const Finding& finding) const {
    std::uint32_t highest = 1;
    const auto take = [&](source::Range at) {
      if (known(at)) highest = std::max(highest, sources_.place(at.file, std::max(at.begin, at.end)).line);
    };
    take(finding.at);
    for (const RelatedNote& note : finding.notes) take(note.at);
    if (finding.repair) {
      for (const Edit& edit : finding.repair->edits) take(edit.at);
    }
    return std::max<std::size_t>(3, fmt::formatted_size("{}", highest));
  }

  [[nodiscard]] std::size_t excerpt_width() const {
    const std::size_t taken = gutter_ + 6;  // the bar, spaces, and two signs of a cut
    const std::size_t left = style_.width > taken ? style_.width - taken : 0;
    return std::clamp(left, kNarrowestExcerpt, kWidestExcerpt);
  }

  void draw_head(source::Range at, Level level, std::string_view message, std::string_view name) {
    if (known(at)) {
      const source::Place place = sources_.place(at);
      const std::string where =
          place.cell.empty() ? fmt::format("{}:{}", place.line, place.column) : visible(place.cell);
      out_ += painted(Paint::Place, fmt::format("{}:{}:", visible(place.file), where)) + ' ';
    }
    out_ += fmt::format("{} {}{}\n", painted(paint_of(level), fmt::format("{}:", to_text(level))),
                        painted(Paint::Place, visible(message)), name);
  }

  void draw_source(source::Range at, char mark, Paint paint) {
    if (!known(at) || sources_.text(at.file).empty()) return;
    for (const ExcerptRow& row : draw_excerpt(sources_, at, mark, excerpt_width())) {
      const std::size_t begin = std::min(row.marks.find_first_not_of(' '), row.marks.size());
      draw_gutter(
          row.number, '|',
          painted(paint, row.side) + row.source + row.marks.substr(0, begin) + painted(paint, row.marks.substr(begin)));
    }
  }

  void draw_gutter(std::string_view number, char bar, std::string_view text) {
    out_ += painted(Paint::Gutter, fmt::format("{:>{}} {}", number, gutter_ + 1, bar));
    if (!text.empty()) out_ += fmt::format(" {}", text);
    out_ += '\n';
  }

  void draw_counterexample(const Counterexample& facts) {
    if (facts.empty()) return;
    out_ += fmt::format("  {}\n", painted(Paint::Note, "for example:"));
    std::size_t widest = 0;
    for (const auto& [fact, value] : facts) widest = std::max(widest, columns(visible(fact)));
    for (const auto& [fact, value] : facts) {
      const std::string shown = visible(fact);
      out_ += fmt::format("    {}{}  {}\n", shown, std::string(widest - columns(shown), ' '), visible(value));
    }
  }

  void draw_repair(const Finding& finding) {
    out_ += fmt::format("  {} {}\n", painted(Paint::Help, "help:"), visible(finding.repair->words));
    for (const RepairPart& part : diag::draw_repair(sources_, finding.repair->edits, excerpt_width())) {
      if (part.file != finding.at.file) out_ += fmt::format("  in {}:\n", visible(sources_.name(part.file)));
      for (const RepairRow& row : part.rows) draw_repair_row(row);
    }
  }

  void draw_repair_row(const RepairRow& row) {
    const std::string number = fmt::format("{}", row.number);
    const std::size_t begin = std::min(row.text.find_first_not_of(' '), row.text.size());
    switch (row.kind) {
      case RepairRow::Kind::Becomes: draw_gutter(number, '|', row.text); break;
      case RepairRow::Kind::Marks:
        draw_gutter("", '|', row.text.substr(0, begin) + painted(Paint::Comes, row.text.substr(begin)));
        break;
      case RepairRow::Kind::Goes: draw_gutter(number, '-', painted(Paint::Goes, row.text)); break;
      case RepairRow::Kind::Comes: draw_gutter(number, '+', painted(Paint::Comes, row.text)); break;
      case RepairRow::Kind::Cut: draw_gutter("...", '|', ""); break;
    }
  }

  const source::SourceMap& sources_;
  TextStyle style_;
  std::size_t gutter_ = 3;
  std::optional<source::Range> last_;  // what was drawn last, and at which level
  Level last_level_ = Level::Error;
  bool last_is_bare_ = false;  // nothing stands under its excerpt
  std::string out_;
};

}  // namespace

std::string render_text(const Findings& findings, const source::SourceMap& sources, const TextStyle& style) {
  TextRenderer renderer(sources, style);
  std::map<Kind, std::size_t> seen;
  for (const Finding& finding : findings.all()) {
    if (++seen[finding.kind] <= style.most_of_a_kind || style.most_of_a_kind == 0) renderer.draw(finding);
  }
  renderer.draw_not_shown(seen);
  renderer.draw_left_out(findings.left_out());
  return renderer.take();
}

}  // namespace tandem::diag

#include <algorithm>

#include "diag/excerpt.h"
#include "diag/render.h"
#include "diag/visible.h"

namespace tandem::diag {
namespace {

enum class Paint { Place, Error, Warning, Note, Gutter, Help };

std::string_view code(Paint paint) {
  switch (paint) {
    case Paint::Place: return "1";
    case Paint::Error: return "1;31";
    case Paint::Warning: return "1;33";
    case Paint::Note: return "1;36";
    case Paint::Gutter: return "34";
    case Paint::Help: return "1;32";
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
  TextRenderer(const source::SourceMap& sources, Colour colour) : sources_(sources), colour_(colour) {}

  void draw(const Finding& finding) {
    if (!out_.empty()) out_ += '\n';
    gutter_ = gutter_width(finding);
    draw_head(finding.at, finding.level(), finding.message, fmt::format(" [{}]", info(finding.kind).name));
    draw_source(finding.at, '^', paint_of(finding.level()));
    for (const RelatedNote& note : finding.notes) {
      draw_head(note.at, Level::Note, note.message, "");
      draw_source(note.at, '-', Paint::Note);
    }
    draw_counterexample(finding.counterexample);
    if (finding.repair) out_ += fmt::format("  {} {}\n", painted(Paint::Help, "help:"), visible(finding.repair->words));
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
    return colour_ == Colour::Off ? std::string(text) : fmt::format("\x1b[{}m{}\x1b[0m", code(paint), text);
  }

  // One width for the line numbers of a finding and its notes, so that their excerpts stand under each other.
  [[nodiscard]] std::size_t gutter_width(const Finding& finding) const {
    std::uint32_t highest = known(finding.at) ? sources_.place(finding.at).line : 1;
    for (const RelatedNote& note : finding.notes) {
      if (known(note.at)) highest = std::max(highest, sources_.place(note.at).line);
    }
    return std::max<std::size_t>(3, fmt::formatted_size("{}", highest));
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
    const Excerpt excerpt = draw_excerpt(sources_, at, mark);
    draw_gutter(fmt::format("{}", excerpt.number), excerpt.line, excerpt.line.empty());
    const std::size_t begin = excerpt.mark.find_first_not_of(' ');
    draw_gutter("", excerpt.mark.substr(0, begin) + painted(paint, excerpt.mark.substr(begin)), false);
  }

  void draw_gutter(std::string_view number, std::string_view text, bool empty) {
    out_ += painted(Paint::Gutter, fmt::format("{:>{}} |", number, gutter_ + 1));
    if (!empty) out_ += fmt::format(" {}", text);
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

  const source::SourceMap& sources_;
  Colour colour_;
  std::size_t gutter_ = 3;
  std::string out_;
};

}  // namespace

std::string render_text(const Findings& findings, const source::SourceMap& sources, Colour colour) {
  TextRenderer renderer(sources, colour);
  for (const Finding& finding : findings.all()) renderer.draw(finding);
  renderer.draw_left_out(findings.left_out());
  return renderer.take();
}

}  // namespace tandem::diag

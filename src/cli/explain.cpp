#include "cli/agreement_input.h"
#include "cli/commands.h"
#include "cli/finding_pages.h"
#include "cli/ink.h"
#include "cli/table.h"
#include "diag/visible.h"

namespace tandem::cli {
namespace {

// `[words](page.md)` becomes the words: a terminal follows no links.
std::string without_links(std::string_view line) {
  std::string out;
  while (true) {
    const auto open = line.find('[');
    const auto middle = line.find("](", open);
    const auto close = line.find(')', middle);
    if (open == std::string_view::npos || middle == std::string_view::npos || close == std::string_view::npos) {
      return out.append(line);
    }
    out.append(line.substr(0, open)).append(line.substr(open + 1, middle - open - 1));
    line.remove_prefix(close + 1);
  }
}

// As much of Markdown as the pages use: headings, fenced blocks, links.
void print_page(std::string_view page, const Palette& palette, std::FILE* out) {
  bool in_block = false;
  for (const auto part : std::views::split(page, '\n')) {
    const std::string_view line(part.begin(), part.end());
    if (line.starts_with("```")) {
      in_block = !in_block;
    } else if (in_block) {
      fmt::print(out, "{}{}\n", line.empty() ? "" : "    ", line);
    } else if (line.starts_with('#')) {
      fmt::print(out, "{}\n", palette(Ink::Strong, line.substr(line.find_first_not_of("# "))));
    } else {
      fmt::print(out, "{}\n", without_links(line));
    }
  }
}

void print_list(const Palette& palette, std::FILE* out) {
  Table table({{}, {}, {}});
  for (const diag::KindInfo& kind : diag::all_kinds()) {
    const Ink ink = kind.level == diag::Level::Error ? Ink::Bad : Ink::Notable;
    table.add({{std::string(kind.name)}, {std::string(diag::to_text(kind.level)), ink}, {std::string(kind.summary)}});
  }
  fmt::print(out, "{}\n`tandem explain NAME` tells more of one\n", table.text(palette));
}

}  // namespace

int run(const Explain& command, const Environment& environment) {
  const Palette palette(environment.colour);
  if (command.name.empty()) {
    print_list(palette, environment.out);
    return kDone;
  }
  const auto kind = diag::find_kind(command.name);
  if (!kind) {
    std::vector<std::string_view> names;
    for (const diag::KindInfo& each : diag::all_kinds()) names.push_back(each.name);
    std::string message = fmt::format("there is no finding `{}`", diag::visible(command.name));
    const auto near = diag::did_you_mean(command.name, names);
    message += near ? fmt::format(": did you mean `{}`?", *near) : ": `tandem explain` lists them all";
    return could_not_run(environment, message);
  }
  std::string_view page = page_of(*kind);
  while (page.ends_with('\n')) page.remove_suffix(1);
  print_page(page, palette, environment.out);
  return kDone;
}

}  // namespace tandem::cli

#include "cli/slots.h"

namespace tandem::cli {

void add_format(CLI::App* app, Format& format) {
  const auto choose = [&format](const std::string& word) {
    if (word != "text" && word != "json")
      throw CLI::ValidationError("--format", fmt::format("text or json, not `{}`", word));
    format = word == "json" ? Format::Json : Format::Text;
  };
  app->add_option_function<std::string>("--format", choose, "text or json")->type_name("FORMAT");
}

void add_findings_format(CLI::App* app, Format& format) {
  const auto choose = [&format](const std::string& word) {
    constexpr std::array<std::pair<std::string_view, Format>, 3> kFormats = {
        {{"text", Format::Text}, {"json", Format::Json}, {"sarif", Format::Sarif}}};
    const auto found = std::ranges::find(kFormats, word, &std::pair<std::string_view, Format>::first);
    if (found == kFormats.end())
      throw CLI::ValidationError("--format", fmt::format("text, json or sarif, not `{}`", word));
    format = found->second;
  };
  app->add_option_function<std::string>("--format", choose, "text, json or sarif")->type_name("FORMAT");
}

}  // namespace tandem::cli

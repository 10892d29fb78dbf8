#include <cstdio>

#include "agreement/load.h"
#include "cli/commands.h"
#include "cli/counted.h"
#include "cli/replace_file.h"
#include "diag/render.h"
#include "diag/visible.h"
#include "yaml/format.h"

namespace tandem::cli {
namespace {

namespace fs = std::filesystem;

// One file, before and after.
struct Text {
  fs::path folder;
  std::string name;   // relative to the folder
  std::string shown;  // as people see it
  std::string before;
  std::string after{};
};

// A folder is its agreement.yaml and what that includes; a file is itself alone.
base::Result<std::vector<Text>> texts_at(const std::string& path) {
  std::error_code error;
  const fs::path given(path);
  std::vector<Text> texts;
  if (!fs::is_directory(given, error)) {
    const fs::path folder = given.parent_path().empty() ? fs::path(".") : given.parent_path();
    const std::string name = given.filename().string();
    agreement::FolderReader files(folder);
    TANDEM_TRY(auto text, files.read(name));
    if (auto* content = std::get_if<std::string>(&text)) {
      texts.push_back({folder, name, path, std::move(*content)});
      return texts;
    }
    const bool missing = std::get<agreement::FileProblem>(text) == agreement::FileProblem::Missing;
    return base::fail(base::ErrorCode::NotFound,
                      missing ? fmt::format("there is no file or folder `{}`", path)
                              : fmt::format("`{}` is no file of text that an agreement could have", path));
  }
  agreement::FolderReader files(given);
  diag::Findings ignored;  // whatever is wrong with the agreement, each file is formatted by itself
  const std::string shown = path.ends_with('/') ? path : path + "/";
  TANDEM_TRY(auto loaded, agreement::load(files, "agreement.yaml", shown, ignored));
  for (std::size_t i = 0; i < loaded.files.size(); ++i) {
    const auto file = static_cast<source::FileId>(i);
    texts.push_back(
        {given, loaded.files[i], std::string(loaded.sources.name(file)), std::string(loaded.sources.text(file))});
  }
  return texts;
}

// False after telling why a text cannot be formatted.
bool format(Text& text, const Environment& environment) {
  source::SourceMap sources;
  diag::Findings findings;
  auto formatted = yaml::format(sources, sources.add(text.shown, text.before), findings);
  if (!formatted) {
    fmt::print(environment.err, "{}",
               diag::render_text(findings, sources, environment.colour ? diag::Colour::On : diag::Colour::Off));
    return false;
  }
  text.after = *std::move(formatted);
  return true;
}

std::string rest_of(std::FILE* in) {
  std::string text;
  std::array<char, 4096> buffer{};
  for (std::size_t read = 0; (read = std::fread(buffer.data(), 1, buffer.size(), in)) > 0;) {
    text.append(buffer.data(), read);
    if (text.size() > agreement::kFileBytes) break;
  }
  return text;
}

// "1 file formatted, 2 files unchanged"
std::string summary(std::size_t changed, std::size_t unchanged, bool only_looked) {
  std::string out;
  if (changed > 0)
    out = fmt::format("{} {}", counted(changed, "file", "files"), only_looked ? "would be formatted" : "formatted");
  if (unchanged > 0) out += fmt::format("{}{} unchanged", out.empty() ? "" : ", ", counted(unchanged, "file", "files"));
  return out;
}

int format_input(const Fmt& command, const Environment& environment) {
  Text text{.folder = {}, .name = {}, .shown = "standard input", .before = rest_of(environment.in)};
  if (!format(text, environment)) return kFaultsFound;
  if (command.check) return text.before == text.after ? kDone : kFaultsFound;
  fmt::print(environment.out, "{}", text.after);
  return kDone;
}

}  // namespace

int run(const Fmt& command, const Environment& environment) {
  if (command.paths.size() == 1 && command.paths.front() == "-") return format_input(command, environment);
  std::vector<Text> texts;
  for (const std::string& path : command.paths) {
    auto found = texts_at(path);
    if (!found) return could_not_run(environment, found.error().message);
    std::ranges::move(*found, std::back_inserter(texts));
  }
  bool all_read = true;
  for (Text& text : texts) all_read = format(text, environment) && all_read;
  // Of several files none is touched while one cannot be read.
  if (!all_read) return kFaultsFound;

  std::size_t changed = 0;
  for (const Text& text : texts) {
    if (command.to_output) {
      fmt::print(environment.out, "{}", text.after);
      continue;
    }
    if (text.before == text.after) continue;
    ++changed;
    fmt::print(environment.out, "{}\n", diag::visible(text.shown));
    if (command.check) continue;
    const auto written = replace_file(text.folder, text.name, text.before, text.after);
    if (!written) return could_not_run(environment, written.error().message);
  }
  if (command.to_output) return kDone;
  fmt::print(environment.out, "{}\n", summary(changed, texts.size() - changed, command.check));
  return command.check && changed > 0 ? kFaultsFound : kDone;
}

}  // namespace tandem::cli

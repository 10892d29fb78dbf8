// Checks decision tables: what no rule takes, which rules overlap and which of those contradict each other. Prints one
// JSON line for each table (table_report.h); the format read is in table_file.h. Exit status: 0 analysed, whatever was
// found; 2 when the file cannot be read.
#include <chrono>
#include <cstdio>

#include "connect/input.h"
#include "decision_tables/table_report.h"

namespace tandem::decision_tables {
namespace {

base::Result<std::string> read_whole(const std::string& path) {
  TANDEM_TRY(const auto input, connect::open_input(path));
  std::string text;
  std::string piece(std::size_t{64} << 10, '\0');
  while (true) {
    TANDEM_TRY(const std::size_t count, input->read(piece));
    if (count == 0) return text;
    text.append(piece, 0, count);
  }
}

base::Result<> run(const std::string& path) {
  TANDEM_TRY(const std::string text, read_whole(path));
  auto tables = read_tables(text);
  if (!tables) return std::unexpected(std::move(tables).error().within(fmt::format("reading {}", path)));
  for (const DecisionTable& table : *tables) {
    const auto begin = std::chrono::steady_clock::now();
    const TableReport report = analyse(table);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    fmt::print("{}\n", to_line(table, report, took.count()));
  }
  return {};
}

}  // namespace
}  // namespace tandem::decision_tables

int main(int count, char** arguments) {
  const std::string path = count == 2 ? arguments[1] : "";
  if (path.empty() || path == "--help" || path == "-h") {
    fmt::print(count == 2 && !path.empty() ? stdout : stderr,
               "Usage: decision_tables FILE.json\n"
               "Finds the gaps, overlaps and contradictions of the decision tables in FILE.json (or FILE.json.xz).\n");
    return count == 2 && !path.empty() ? 0 : 2;
  }
  const auto done = tandem::decision_tables::run(path);
  if (done) return 0;
  fmt::print(stderr, "decision_tables: {}\n", done.error().message);
  return 2;
}

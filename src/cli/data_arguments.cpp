// The options of the commands on a database's data.
#include "cli/slots.h"

namespace tandem::cli {

void add_data_commands(CLI::App& app, Slots& all) {
  auto& history = all.of<ImportHistory>();
  auto& matrix = all.of<ImportMatrix>();
  auto& rebuild = all.of<Rebuild>();
  auto* import = app.add_subcommand("import", "Read another system's data");
  import->require_subcommand(1);
  history.app = import->add_subcommand("history", "Read a ServiceNow incident event log (CSV, or CSV in xz)");
  history.app->add_option("FILE", history.command.file, "the log")->required();
  history.app->add_option("--engagement", history.command.engagement, "the engagement it goes into")->type_name("NAME");
  history.app->add_option("--agreement", history.command.agreement, "put this agreement in force first")
      ->type_name("PATH");
  need_database(history);
  matrix.app = import->add_subcommand(
      "matrix", "Read a responsibility matrix (XLSX, CSV, Markdown): tell its faults, write a draft agreement");
  matrix.app->add_option("FILE", matrix.command.file, "the matrix")->required();
  matrix.app->add_option("--sheet", matrix.command.sheet, "this sheet only; else all that hold a matrix")
      ->type_name("NAME");
  matrix.app->add_option("-o,--output", matrix.command.output, "write the draft: a folder, a .yaml file, or -")
      ->type_name("PLACE");
  matrix.app->add_flag("--force", matrix.command.force, "let the draft take the place of a file");
  matrix.app->add_flag("--quiet", matrix.command.findings_only, "the findings alone, without a summary");
  add_findings_format(matrix.app, matrix.command.format);
  rebuild.app = app.add_subcommand("rebuild", "Make every read table anew from the events");
  need_database(rebuild);
}

}  // namespace tandem::cli

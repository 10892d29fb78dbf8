#include "agreement/compile.h"
#include "app/agreement_seal.h"
#include "app/engagements.h"
#include "cli/adoption.h"
#include "cli/agreement_input.h"
#include "cli/commands.h"
#include "diag/render.h"

namespace tandem::cli {

std::expected<std::shared_ptr<const app::Engagement>, int> adopt(const std::string& path, app::Engagements& engagements,
                                                                 const Environment& environment) {
  const auto compiled = agreement::compile_path(path, {.today = *day_of("", environment.clock)});
  if (!compiled) return std::unexpected(could_not_run(environment, compiled.error().message));
  if (compiled->findings.has_errors()) {
    fmt::print(environment.err, "{}",
               diag::render_text(compiled->findings, compiled->sources,
                                 environment.colour ? diag::Colour::On : diag::Colour::Off));
    could_not_run(environment, "an agreement with errors cannot be put in force");
    return std::unexpected(kFaultsFound);
  }
  const auto engagement = engagements.adopt(compiled->bundle, environment.clock.now());
  if (!engagement) return std::unexpected(could_not_run(environment, engagement.error().message));
  return *engagement;
}

int run(const Adopt& command, const Environment& environment) {
  const auto store = environment.open_store(command.database);
  if (!store) return could_not_run(environment, store.error().message);
  app::Engagements engagements(**store);
  if (const auto loaded = engagements.load(); !loaded) return could_not_run(environment, loaded.error().message);
  const auto engagement = adopt(command.path, engagements, environment);
  if (!engagement) return engagement.error();
  fmt::print(environment.out, "version {} of `{}` is in force; a running server takes it up at its next start\n",
             (*engagement)->record.agreement.version, (*engagement)->record.name.text());
  if (const auto& seal = (*engagement)->record.agreement.seal) {
    fmt::print(environment.out, "  texts     sha256 {}\n  compiled  sha256 {} (format {})\n", app::hex(seal->texts),
               app::hex(seal->compiled), seal->format);
  }
  return kDone;
}

}  // namespace tandem::cli

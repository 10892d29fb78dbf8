#include "agreement/compile.h"
#include "app/agreement_seal.h"
#include "app/engagements.h"
#include "cli/adoption.h"
#include "cli/agreement_input.h"
#include "cli/commands.h"
#include "diag/render.h"

namespace tandem::cli {

std::expected<app::Engagements::Adopted, int> adopt(const std::string& path, app::Engagements& engagements,
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
  auto adopted = engagements.adopt(compiled->bundle, environment.clock.now());
  if (!adopted) return std::unexpected(could_not_run(environment, adopted.error().message));
  return *std::move(adopted);
}

namespace {

// What it does to the agreement's life, beyond the version itself.
void tell_consequences(const app::Engagements::Adopted& adopted, const Environment& environment) {
  const std::uint32_t version = adopted.engagement->record.agreement.version;
  if (adopted.replaces_signed) {
    fmt::print(
        environment.out,
        "  version {} was signed by the parties; version {} is not, and the agreement's history says so to both\n",
        version - 1, version);
  }
  if (adopted.overtaken > 0) {
    fmt::print(environment.out, "  {} {} overtaken by it and must be proposed anew\n", adopted.overtaken,
               adopted.overtaken == 1 ? "open proposal is" : "open proposals are");
  }
}

}  // namespace

int run(const Adopt& command, const Environment& environment) {
  const auto store = environment.open_store(command.database);
  if (!store) return could_not_run(environment, store.error().message);
  app::Engagements engagements(**store, environment.clock);
  if (const auto loaded = engagements.load(); !loaded) return could_not_run(environment, loaded.error().message);
  const auto adopted = adopt(command.path, engagements, environment);
  if (!adopted) return adopted.error();
  const app::EngagementRecord& record = adopted->engagement->record;
  const base::Instant from = adopted->engagement->in_force_from();
  if (from > environment.clock.now()) {
    fmt::print(environment.out,
               "version {} of `{}` comes into force at {}, as the version before it does; a running server takes it up "
               "within a minute\n",
               record.agreement.version, record.name.text(), base::to_rfc3339(from));
  } else {
    fmt::print(environment.out, "version {} of `{}` is in force; a running server takes it up within a minute\n",
               record.agreement.version, record.name.text());
  }
  if (adopted->is_new) tell_consequences(*adopted, environment);
  if (const auto& seal = record.agreement.seal) {
    fmt::print(environment.out, "  texts     sha256 {}\n  compiled  sha256 {} (format {})\n", app::hex(seal->texts),
               app::hex(seal->compiled), seal->format);
  }
  return kDone;
}

}  // namespace tandem::cli

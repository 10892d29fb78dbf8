#include "cli/commands.h"
#include "schema_embedded.h"

namespace tandem::cli {

int run(const Schema&, const Environment& environment) {
  fmt::print(environment.out, "{}", embedded::schema_agreement_schema_json());
  return kDone;
}

}  // namespace tandem::cli

#include "diag/json_text.h"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "base/utf8.h"
#include "diag/visible.h"

namespace tandem::diag {

std::string well_formed(std::string_view text) {
  return base::find_bad_utf8(text) ? visible(text) : std::string(text);
}

json::Object facts_json(const Counterexample& facts) {
  json::Object written;
  for (const auto& [fact, value] : facts) {
    const auto [known, is_new] = written.emplace(well_formed(fact), well_formed(value));
    if (is_new) continue;
    known->value().as_string() += ", ";
    known->value().as_string() += well_formed(value);
  }
  return written;
}

}  // namespace tandem::diag

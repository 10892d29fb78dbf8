// The reasons of an answer, each with the line of the text that made it so: for `tandem why` and `tandem test`.
//
//   1. `malware` belongs to `endpoint-security.remediation`
//      agreement.yaml:70  malware: endpoint-security.remediation
//
// At most 80 columns: words are wrapped, lines of the text are cut. Pure.
#pragma once

#include <boost/json.hpp>
#include <string>

#include "agreement/text_places.h"
#include "cli/ink.h"
#include "json/json.h"
#include "policy/policy.h"

namespace tandem::cli {

inline constexpr std::size_t kColumns = 80;

struct ReasonSource {
  const policy::Policy& policy;
  agreement::TextPlaces places;
};

[[nodiscard]] std::string reasons_text(const ReasonSource& source, const policy::Trace& trace, const Palette& palette,
                                       std::size_t indent = 0);
// [{"kind","text","file","line","excerpt"}]; file, line and excerpt are null where no line made it so.
[[nodiscard]] json::Array reasons_json(const ReasonSource& source, const policy::Trace& trace);

}  // namespace tandem::cli

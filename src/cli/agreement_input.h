// What the commands that read an agreement share: the agreement itself, the day to hold dates against, instants as
// people write them, and names that are not there.
#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "agreement/compile.h"
#include "agreement/text_places.h"
#include "base/time.h"
#include "calendar/zone.h"
#include "cli/commands.h"
#include "diag/render.h"
#include "policy/policy.h"

namespace tandem::cli {

// How findings are drawn on this output.
[[nodiscard]] diag::TextStyle text_style(const Environment& environment);

// An agreement that holds, and the zone in which people write and read its times.
struct Agreed {
  std::shared_ptr<const policy::Policy> policy;
  calendar::Zone zone;
};
// Compiles what is at `path`. When there is nothing to work with it has said why, and the error is the exit status.
[[nodiscard]] std::expected<Agreed, int> read_policy(const std::string& path, const Environment& environment);

// The same with the texts and all that was read from them. `compiled.policy` and `compiled.agreement` are there.
struct AgreedText {
  agreement::Compiled compiled;
  [[nodiscard]] agreement::TextPlaces places() const { return {compiled.sources, compiled.files}; }
};
[[nodiscard]] std::expected<AgreedText, int> read_agreement(const std::string& path, const Environment& environment);

// "the agreement has no team `dsk`: did you mean `desk`?"
[[nodiscard]] std::string no_such(std::string_view what, std::string_view word,
                                  std::span<const std::string_view> known);

// The date written as YYYY-MM-DD, or the clock's (in UTC) when the text is empty; nothing when it is no date.
[[nodiscard]] std::optional<calendar::Date> day_of(std::string_view text, const base::Clock& clock);

// How far ahead to look, "12mo"; the usual when the text is empty.
[[nodiscard]] base::Result<agreement::Length> horizon_length_of(std::string_view text);

// RFC 3339, or a local time ("2026-12-25 03:00", "2026-12-25") in the zone; nothing when it is neither.
[[nodiscard]] std::optional<base::Instant> instant_of(std::string_view text, const calendar::Zone& zone);

}  // namespace tandem::cli

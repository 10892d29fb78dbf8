// The words of the language for who asks and where work comes from. Pure.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "policy/spec.h"

namespace tandem::policy {

[[nodiscard]] std::string_view to_text(RequesterKind kind);  // "vip"
[[nodiscard]] std::string_view to_text(WorkSource source);   // "alert"
inline constexpr std::array kRequesterKinds{RequesterKind::Standard, RequesterKind::Vip};
inline constexpr std::array kWorkSources{WorkSource::Portal, WorkSource::Email, WorkSource::Api, WorkSource::Alert,
                                         WorkSource::Duty};
// Nothing when the language has no such word.
[[nodiscard]] std::optional<RequesterKind> find_requester_kind(std::string_view word);
[[nodiscard]] std::optional<WorkSource> find_work_source(std::string_view word);

}  // namespace tandem::policy

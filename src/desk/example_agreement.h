// A small agreement for the desk's tests: a client with two teams, a provider with two, a vendor with one; an office
// that closes, leave, a rule that priority decides. Time stands in the first week of October 2026.
#pragma once

#include <memory>

#include "desk/decide.h"

namespace tandem::desk {

// Monday 2026-10-05, 10:00 in New York: the office is open and everybody is there except who is on leave.
inline constexpr base::Instant kMonday = base::Instant::from_unix_s(1'791'208'800);

// harbor (client): harbor-it = dana (lead), luis, office hours, covered by helpdesk; harbor-apps = nora, luis.
// northbeam (provider): helpdesk = priya (lead), sam, otto; soc = mei (lead), otto. tess is in no team.
// corebank (vendor): corebank-support = vic.
// workstation, other → helpdesk; critical workstations → soc; malware → soc; core-banking → harbor-it; payroll →
// harbor-apps. sam is on leave from Monday 2026-10-12 for a week, priya (accountable for helpdesk, deputy sam) from
// Thursday 2026-10-15 to Saturday.
[[nodiscard]] std::shared_ptr<const policy::Policy> example_agreement();

[[nodiscard]] Actor person(std::string_view name);  // of the agreement above
[[nodiscard]] Actor requester(std::string_view email);
[[nodiscard]] Actor import_actor(std::string_view who = {});

}  // namespace tandem::desk

// The history of major incidents as people read it. `actor`: whose event it is; see narrative.h.
#pragma once

#include <span>
#include <string>

#include "app/store.h"
#include "policy/policy.h"

namespace tandem::app {

[[nodiscard]] std::string narrate_major(const desk::MajorDeclared& event, const desk::Actor& actor,
                                        const policy::Policy& policy);
[[nodiscard]] std::string narrate_major(const desk::MajorRoleGiven& event, const desk::Actor& actor,
                                        const policy::Policy& policy);
[[nodiscard]] std::string narrate_major(const desk::TimelineNoted& event, const desk::Actor& actor,
                                        const policy::Policy& policy);
[[nodiscard]] std::string narrate_major(const desk::MajorUpdateSent& event, const desk::Actor& actor,
                                        const policy::Policy& policy);
[[nodiscard]] std::string narrate_major(const desk::MajorUpdateOverdue& event, const desk::Actor& actor,
                                        const policy::Policy& policy);
[[nodiscard]] std::string narrate_major(const desk::MajorStoodDown& event, const desk::Actor& actor,
                                        const policy::Policy& policy);
[[nodiscard]] std::string narrate_major(const desk::MajorReviewed& event, const desk::Actor& actor,
                                        const policy::Policy& policy);

// Whether the timeline tells who has which part, by the keys of the agreement.
[[nodiscard]] bool tells_parts(const desk::MajorIncident& major);
// Says in its timeline who has which part in people's names: "Luis Ortega tells how it stands, in the place of Dana
// Whitfield: moved". What people wrote stays as it is. `history`: of the ticket, in its order.
void name_parts(desk::MajorIncident& major, std::span<const StoredEvent> history, const policy::Policy& policy);

}  // namespace tandem::app

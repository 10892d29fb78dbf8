// The history of major incidents as people read it. `actor`: whose event it is; see narrative.h.
#pragma once

#include <string>

#include "desk/event.h"
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

}  // namespace tandem::app

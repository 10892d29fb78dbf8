// The words of an agreement as the desk keeps them: by name, because events outlive the version of the agreement that
// was in force when they happened.
#pragma once

#include "base/id.h"

namespace tandem::desk {

using TicketId = base::Id<struct TicketTag>;
using EngagementName = base::Name<struct EngagementTag>;
using PartyName = base::Name<struct PartyTag>;
using TeamName = base::Name<struct TeamTag>;
using PersonName = base::Name<struct PersonTag>;
using CategoryName = base::Name<struct CategoryTag>;
using PriorityName = base::Name<struct PriorityTag>;
using SiteName = base::Name<struct SiteTag>;
using DepartmentName = base::Name<struct DepartmentTag>;
using AssetClassName = base::Name<struct AssetClassTag>;
using ActivityName = base::Name<struct ActivityTag>;
using DecisionKindName = base::Name<struct DecisionKindTag>;
using LeaveId = base::Id<struct LeaveTag>;

}  // namespace tandem::desk

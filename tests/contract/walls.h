// What the walls are tried with: for each endpoint of the document the state it is asked in and what everybody is
// answered, and how a ticket gets into that state.
#pragma once

#include <array>
#include <span>
#include <string>

#include "world.h"

namespace tandem::contract {

// The state a ticket must be in for the command to make sense.
enum class Ready : std::uint8_t {
  Nothing,
  Open,
  Offered,
  Taken,
  Waiting,
  Disputed,
  Resolved,
  SamsLeave,
  SamsFeed,
  SamsKey,
  // A change that Dana planned for Ana.
  Planned,
  Answered,
  Approved,
  Running,
  Reviewable,
  DesksMacro,
  Watched,
  Asked,
  Recommended,
  Draft,
  Proposed,
  Version,
  Linked,
  VendorCase,
  Problem,
  Major,
  StoodDown,
  TeamsForm,
  Task,
  Filed,
  OneVip,
  DoneAlone
};

struct Row {
  const char* operation;
  const char* body;
  Ready ready;
  // Dana, Sam, Mei, Ana, Bo, Ada, Iris, Nobody, Expired
  std::array<int, 9> statuses;
  const char* query = "";
};

[[nodiscard]] std::span<const Row> wall_rows();  // wall_rows.cpp

struct Prepared {
  std::string ticket;
  std::string other;  // whatever else the path names
};

[[nodiscard]] Prepared prepare(World& world, Ready ready);  // wall_scene.cpp
// The hash of the text that a draft or proposal is about.
[[nodiscard]] std::string seen_text(World& world, Ready ready, const std::string& number);

}  // namespace tandem::contract

#include "agreement/diff/describe.h"
#include "agreement/diff/field_words.h"

namespace tandem::agreement::diff {

std::vector<Described> describe_teams(const Reading& text) {
  std::vector<Described> out;
  for (const Team& team : text.agreement().teams) {
    out.push_back({text.name(Space::Team, team.key.value),
                   team.key.at,
                   {{"party", text.name(Space::Party, team.party)},
                    {"lead", text.name(Space::Person, team.lead)},
                    {"members", text.names(Space::Person, team.members.value)},
                    {"hours", text.name(Space::Calendar, team.hours)},
                    {"minimum", team.minimum.good() ? words(team.minimum) : "1"},
                    {"cover", text.names(Space::Team, team.cover.value)}}});
  }
  return out;
}

}  // namespace tandem::agreement::diff

// How far somebody may go alone on a ticket, and who is on the other side of it. Private to this folder.
#pragma once

#include "desk/rules.h"

namespace tandem::desk {

// What an action is held against: the ticket's own activity; on a major incident also that of the category which has
// the name of its scenario, and those of whom the scenario has contain it or recover. Of these, where the actor is of
// the responsible team, the first that lets the team do it; where none does, the first.
class ActionGround {
 public:
  // `given` outlives this. `action` empty: of anything.
  explicit ActionGround(const Case& given, std::string_view action = {});

  [[nodiscard]] policy::ActivityIndex index() const { return index_; }
  [[nodiscard]] const policy::Activity& activity() const { return given_.policy().activity(index_); }
  [[nodiscard]] const policy::Team& team() const { return given_.policy().team(activity().responsible); }
  // The actor is of the activity's responsible team.
  [[nodiscard]] bool is_theirs() const;
  // No: a person of the client who answers for the activity asks nobody.
  [[nodiscard]] bool binds() const;
  // What was spent alone on the ticket, in the currency of the limit.
  [[nodiscard]] Cost spent() const;
  // In what an action goes beyond, one sentence; empty: in nothing.
  [[nodiscard]] std::string excess_of(const RecordAction& action) const;

  // Who has the say beyond, and the kind of decision that asks them; either may be empty.
  struct Say {
    PersonName person;
    DecisionKindName kind;
  };
  [[nodiscard]] Say say() const;
  // Whom of the other side it is to be told and who answers for it: who answers for the activity, else whom it consults
  // and informs, else who decides disputes, else who leads a team there; who is there before who is away. Empty: nobody
  // of the other side may read the ticket.
  [[nodiscard]] PersonName across() const;
  // Everybody who is told afterwards, but for the actor: who is `asked`, who answers for the activity, whom it consults
  // and informs; somebody of the other side in any case.
  [[nodiscard]] std::vector<Told> audience(const PersonName& asked) const;

 private:
  [[nodiscard]] bool is_across(policy::PersonIndex person) const;
  [[nodiscard]] std::vector<policy::PersonIndex> candidates() const;

  const Case& given_;
  policy::ActivityIndex index_;
};

}  // namespace tandem::desk

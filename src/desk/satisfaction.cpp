#include "desk/satisfaction.h"

#include "desk/rules.h"

namespace tandem::desk {
namespace {

// Who asked for it: an end user, or a person of the agreement who asked for themselves.
bool asked_for_it(const Case& given) {
  const Actor& actor = given.actor();
  const bool is_somebody = actor.kind == ActorKind::Requester || actor.kind == ActorKind::Person;
  return is_somebody && !actor.email.empty() && same_address(actor.email, given.ticket.facts.requester.email);
}

}  // namespace

Decision decide_on(const RateService& command, const Case& given) {
  if (!asked_for_it(given))
    return refuse(RefusalKind::NotAMember, {}, "only the person who asked for it says how it was");
  if (is_open(given.ticket.state))
    return refuse(RefusalKind::NotResolved, {}, "it is still worked on: say how it was when it is done");
  if (given.ticket.satisfaction)
    return refuse(RefusalKind::NoChange, {},
                  "you have said how it was; it is asked again if the ticket is opened again");
  if (auto no = check_text(command.words, "words", "what you write", kMaxText, Emptiness::Allowed))
    return *std::move(no);
  const Owner& owner = given.ticket.ownership.owner;
  return Events{given.event(
      ServiceRated{.verdict = command.verdict, .words = command.words, .party = owner.party, .team = owner.team})};
}

}  // namespace tandem::desk

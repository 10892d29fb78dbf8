#include "desk/watching.h"

#include "desk/rules.h"

namespace tandem::desk {
namespace {

bool is_watched_by(const Ticket& ticket, const PersonName& person) {
  return std::ranges::binary_search(ticket.watchers, person);
}

std::optional<Refusal> check_watcher(const PersonName& person, const Case& given) {
  const policy::Policy& policy = given.policy();
  const auto index = policy.find_person(person.text());
  if (!index) {
    return refuse(RefusalKind::UnknownPerson, "person", fmt::format("the agreement has no person `{}`", person.text()));
  }
  if (!is_of_a_party(policy, *index)) {
    return refuse(RefusalKind::NotAMember, "person",
                  fmt::format("`{}` is a vendor's: only people of the client or a provider may watch", person.text()));
  }
  return must_have_reader({}, person, "person", given);
}

}  // namespace

Decision decide_on(const Watch& command, const Case& given) {
  if (auto no = given.standing.must_belong("watch a ticket")) return *std::move(no);
  const PersonName& person = command.person.empty() ? given.actor().person : command.person;
  if (auto no = check_watcher(person, given)) return *std::move(no);
  if (is_watched_by(given.ticket, person)) {
    return refuse(RefusalKind::NoChange, "person",
                  fmt::format("{} watches it already", spoken_person(given.policy(), person)));
  }
  return Events{given.event(WatchStarted{.person = person})};
}

Decision decide_on(const Unwatch&, const Case& given) {
  const PersonName& person = given.actor().person;
  if (given.actor().kind == ActorKind::Requester || !is_watched_by(given.ticket, person))
    return refuse(RefusalKind::NoChange, {}, "you do not watch it");
  return Events{given.event(WatchEnded{.person = person})};
}

}  // namespace tandem::desk

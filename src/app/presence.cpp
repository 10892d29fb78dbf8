#include "app/presence.h"

#include "app/entry.h"
#include "app/ledgers.h"

namespace tandem::app {
namespace {

std::unexpected<Failure> no_ticket() {
  return not_found("there is no such ticket");
}

}  // namespace

std::string_view to_text(Doing doing) {
  constexpr std::array<std::string_view, 3> kWords{"viewing", "typing", "gone"};
  return kWords.at(static_cast<std::size_t>(doing));
}

Outcome<Presence::Scope> Presence::enter(const Caller& caller, const desk::EngagementName& engagement,
                                         std::string_view ticket) const {
  auto entry = enter_engagement(caller, *engagements_, engagement);
  if (!entry) return std::unexpected(entry.error());
  auto& [membership, found] = *entry;
  if (!may_know_presence(*membership)) {
    return forbidden("who has a ticket before them is for the two teams");
  }
  const auto id = find_subject(*store_, found->record, ticket);
  if (!id) return failed(id.error());
  auto stored = store_->ticket(engagement, *id);
  if (!stored) return failed(stored.error());
  if (!*stored || !reads_as(caller, *membership, **stored, *found->policy)) return no_ticket();
  return Scope{
      .membership = *membership, .actor = actor_of(caller, *membership, *found->policy), .ticket = **std::move(stored)};
}

Outcome<std::vector<PresentPerson>> Presence::say(const Caller& caller, const desk::EngagementName& engagement,
                                                  std::string_view ticket, const PresenceWord& word) {
  const auto scope = enter(caller, engagement, ticket);
  if (!scope) return std::unexpected(scope.error());
  const auto now = clock_->now();
  bool has_changed = false;
  std::vector<PresentPerson> people;
  {
    const std::scoped_lock lock(mutex_);
    House& house = houses_[engagement];
    const auto before = house.generation;
    forget_silent(house, now);
    if (note(house, caller, *scope, word, now)) mark_changed(house, house.rooms[scope->ticket.id], now);
    has_changed = house.generation != before;
    people = others_in(house, scope->ticket.id, caller.account);
  }
  if (has_changed && observer_) observer_(engagement);
  return people;
}

Outcome<std::vector<PresentPerson>> Presence::others(const Caller& caller, const desk::EngagementName& engagement,
                                                     std::string_view ticket) {
  const auto scope = enter(caller, engagement, ticket);
  if (!scope) return std::unexpected(scope.error());
  const std::scoped_lock lock(mutex_);
  House& house = houses_[engagement];
  forget_silent(house, clock_->now());
  return others_in(house, scope->ticket.id, caller.account);
}

Presence::Changes Presence::changes(const Caller& caller, const desk::EngagementName& engagement, std::uint64_t since) {
  const auto entry = enter_engagement(caller, *engagements_, engagement);
  Changes changes{.generation = since, .tickets = {}};
  {
    const std::scoped_lock lock(mutex_);
    House& house = houses_[engagement];
    forget_silent(house, clock_->now());
    changes.generation = house.generation;
    if (!entry || !may_know_presence(*entry->membership)) return changes;
    for (const auto& [ticket, room] : house.rooms) {
      if (room.changed > since)
        changes.tickets.push_back({.ticket = ticket, .people = others_in(house, ticket, caller.account)});
    }
  }
  // What they may not read is not there for them. Nor is what the store does not give now: it is told with the next
  // word.
  std::erase_if(changes.tickets, [&](const TicketPresence& each) {
    const auto ticket = store_->ticket(engagement, each.ticket);
    return !ticket || !*ticket || !reads_as(caller, *entry->membership, **ticket, *entry->engagement->policy);
  });
  return changes;
}

std::uint64_t Presence::generation(const desk::EngagementName& engagement) const {
  const std::scoped_lock lock(mutex_);
  const auto found = houses_.find(engagement);
  return found == houses_.end() ? 0 : found->second.generation;
}

// A room that everybody has left stays until it was empty for as long as a word counts, so that whoever reads the feed
// learns that it is.
void Presence::forget_silent(House& house, base::Instant now) {
  const auto is_silent = [&](const Window& window) { return window.heard + kForgetAfter <= now; };
  for (auto& [ticket, room] : house.rooms) {
    bool has_changed = false;
    for (auto at = room.people.begin(); at != room.people.end();) {
      There& there = at->second;
      if (std::erase_if(there.windows, is_silent) == 0) {
        ++at;
        continue;
      }
      has_changed = true;
      if (there.windows.empty()) {
        at = room.people.erase(at);
        continue;
      }
      there.person.doing = std::ranges::max(there.windows, {}, &Window::doing).doing;
      ++at;
    }
    if (has_changed) mark_changed(house, room, now);
  }
  std::erase_if(house.rooms, [&](const auto& entry) {
    return entry.second.people.empty() && entry.second.changed_at + kForgetAfter <= now;
  });
}

void Presence::mark_changed(House& house, Room& room, base::Instant now) {
  room.changed = ++house.generation;
  room.changed_at = now;
}

// Whether others see something new.
bool Presence::note(House& house, const Caller& caller, const Scope& scope, const PresenceWord& word,
                    base::Instant now) {
  Room& room = house.rooms[scope.ticket.id];
  const auto found = room.people.find(caller.account);
  if (word.doing == Doing::Gone) {
    if (found == room.people.end()) return false;
    There& there = found->second;
    std::erase_if(there.windows, [&](const Window& each) { return each.name == word.window; });
    if (there.windows.empty()) {
      room.people.erase(found);
      return true;
    }
    const Doing before = there.person.doing;
    there.person.doing = std::ranges::max(there.windows, {}, &Window::doing).doing;
    return there.person.doing != before;
  }
  const bool is_new = found == room.people.end();
  There& there = room.people[caller.account];
  const PresentPerson before = there.person;
  std::erase_if(there.windows, [&](const Window& each) { return each.name == word.window; });
  if (there.windows.size() >= kMostWindows)
    there.windows.erase(std::ranges::min_element(there.windows, {}, &Window::heard));
  there.windows.push_back({.name = word.window, .doing = word.doing, .heard = now});
  const bool works =
      scope.ticket.ownership.owner.person == scope.actor.person && scope.ticket.state == desk::State::Active;
  there.person = {.account = caller.account,
                  .person = scope.actor.person,
                  .display = scope.actor.display,
                  .doing = std::ranges::max(there.windows, {}, &Window::doing).doing,
                  .works = works,
                  .since = is_new ? now : before.since};
  return is_new || there.person != before;
}

std::vector<PresentPerson> Presence::others_in(const House& house, desk::TicketId ticket, AccountId except) {
  std::vector<PresentPerson> people;
  const auto room = house.rooms.find(ticket);
  if (room == house.rooms.end()) return people;
  for (const auto& [account, there] : room->second.people) {
    if (account != except) people.push_back(there.person);
  }
  std::ranges::sort(people, {}, [](const PresentPerson& each) { return std::pair(each.display, each.account); });
  return people;
}

}  // namespace tandem::app

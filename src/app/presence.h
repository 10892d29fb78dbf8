// Who has a ticket before them now, and who is writing on it: so that two people do not answer the same question.
//
//   auto there = presence.say(caller, engagement, "HCU-12", {.doing = Doing::Typing, .window = "k3f9"});
//   for (const PresentPerson& each : *there) …            // the others; never oneself
//   … every 15 seconds again, and Doing::Gone in the end …
//
// Kept in this program's memory and nowhere else: it is about now, and a server that starts anew is told within one
// heartbeat. Whoever says nothing for kForgetAfter has left. For the people of the two teams alone: end users and
// auditors neither see it nor are seen. Thread-safe.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "app/caller.h"
#include "app/engagements.h"
#include "app/failure.h"
#include "app/store.h"
#include "base/time.h"

namespace tandem::app {

enum class Doing : std::uint8_t { Viewing, Typing, Gone };
[[nodiscard]] std::string_view to_text(Doing doing);  // "viewing"

// How long a word counts. Clients say it anew three times in that time, so that a lost one changes nothing.
inline constexpr base::Duration kForgetAfter = base::seconds(45);
inline constexpr std::size_t kMaxWindowName = 40;
inline constexpr std::size_t kMostWindows = 20;  // of a person; the one longest silent gives way

struct PresenceWord {
  Doing doing = Doing::Viewing;
  std::string window;  // which of their windows it is: whoever has two is there until both are gone
};

struct PresentPerson {
  AccountId account{base::IdBits{}};
  desk::PersonName person;
  std::string display;
  Doing doing = Doing::Viewing;  // the most that they do in any window
  bool works = false;            // they have the ticket, and have begun
  base::Instant since;           // of the first word, without a gap
  bool operator==(const PresentPerson&) const = default;
};

struct TicketPresence {
  desk::TicketId ticket;
  std::vector<PresentPerson> people;  // by name
};

class Presence {
 public:
  // All outlive this.
  Presence(Store& store, const Engagements& engagements, const base::Clock& clock)
      : store_(&store), engagements_(&engagements), clock_(&clock) {}

  // Called whenever others have something new to see. Set once, before use; must not call back.
  void observe(std::function<void(const desk::EngagementName&)> observer) { observer_ = std::move(observer); }

  // `ticket`: the id or the human number. Answers with the others who are there. Forbidden to whoever is no member.
  [[nodiscard]] Outcome<std::vector<PresentPerson>> say(const Caller& caller, const desk::EngagementName& engagement,
                                                        std::string_view ticket, const PresenceWord& word);
  [[nodiscard]] Outcome<std::vector<PresentPerson>> others(const Caller& caller, const desk::EngagementName& engagement,
                                                           std::string_view ticket);

  // What has changed since an earlier answer's generation (0: from the beginning), for one's own window on the live
  // feed. Forgets whoever has fallen silent.
  struct Changes {
    std::uint64_t generation = 0;
    std::vector<TicketPresence> tickets;  // without the caller
  };
  [[nodiscard]] Changes changes(const Caller& caller, const desk::EngagementName& engagement, std::uint64_t since);
  [[nodiscard]] std::uint64_t generation(const desk::EngagementName& engagement) const;

 private:
  struct Window {
    std::string name;
    Doing doing = Doing::Viewing;
    base::Instant heard;
  };
  struct There {
    PresentPerson person;
    std::vector<Window> windows;  // not empty
  };
  struct Room {
    std::map<AccountId, There> people;
    std::uint64_t changed = 0;  // the generation of its last change
    base::Instant changed_at;
  };
  struct House {
    std::map<desk::TicketId, Room> rooms;
    std::uint64_t generation = 0;
  };
  struct Scope {
    const MembershipRecord& membership;
    desk::Actor actor;
    desk::Ticket ticket;
  };
  [[nodiscard]] Outcome<Scope> enter(const Caller& caller, const desk::EngagementName& engagement,
                                     std::string_view ticket) const;
  // These with the mutex held.
  static void forget_silent(House& house, base::Instant now);
  static void mark_changed(House& house, Room& room, base::Instant now);
  static bool note(House& house, const Caller& caller, const Scope& scope, const PresenceWord& word, base::Instant now);
  [[nodiscard]] static std::vector<PresentPerson> others_in(const House& house, desk::TicketId ticket,
                                                            AccountId except);

  Store* store_;
  const Engagements* engagements_;
  const base::Clock* clock_;
  std::function<void(const desk::EngagementName&)> observer_;
  mutable std::mutex mutex_;
  std::map<desk::EngagementName, House> houses_;
};

}  // namespace tandem::app

// What a caller was told: the list, how much of it they have not read, and that they have. What each says is read from
// the event when it is asked for, by the walls of that moment: what has become confidential since is not listed and not
// counted.
//
//   auto page = notices.list(caller, engagement, {.limit = 20});
//   notices.read(caller, engagement, page->notices.front().id);
//
// Thread-safe.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "app/caller.h"
#include "app/engagements.h"
#include "app/failure.h"
#include "app/store.h"

namespace tandem::app {

// What a notice is about, and where to look at it.
struct AboutTicket {
  desk::TicketId id;
  std::uint64_t number = 0;
};
// Each 0 where there is none. A proposal is looked at with its draft; a version that nobody signed has neither.
struct AboutAgreement {
  std::uint32_t draft = 0;
  std::uint32_t proposal = 0;
  std::uint32_t version = 0;
};

struct NoticeView {
  std::uint64_t id = 0;
  desk::NoticeKind kind = desk::NoticeKind::Watched;
  base::Instant at;
  bool is_read = false;
  std::variant<AboutTicket, AboutAgreement> about;
  std::string subject;    // of the ticket; of a draft its title, of a version "Version 3"
  std::string actor;      // who did it, as people read it
  std::string text;       // one sentence, as the history has it
  bool is_whole = false;  // it is read without the actor before it (app/narrative.h)
  std::string excerpt;    // of a comment: its beginning; else empty
};

struct NoticePage {
  std::vector<NoticeView> notices;  // the newest first
  std::uint64_t unread = 0;         // of all
  std::uint64_t next = 0;           // `before` of the next page; 0: that was all
};

struct NoticeFilter {
  bool unread_only = false;
  std::size_t limit = 50;  // REQUIRES 1 … 200
  std::uint64_t before = 0;
};

class Notices {
 public:
  // All outlive this.
  Notices(Store& store, const Engagements& engagements, const base::Clock& clock)
      : store_(&store), engagements_(&engagements), clock_(&clock) {}

  [[nodiscard]] Outcome<NoticePage> list(const Caller& caller, const desk::EngagementName& engagement,
                                         const NoticeFilter& filter) const;
  [[nodiscard]] Outcome<std::uint64_t> unread(const Caller& caller, const desk::EngagementName& engagement) const;
  // Marks those of the ids `first` to `last` that are the caller's; one of them is `first == last`. Answers how many
  // are left unread. What is read already, or another's, changes nothing.
  [[nodiscard]] Outcome<std::uint64_t> read(const Caller& caller, const desk::EngagementName& engagement,
                                            std::uint64_t first, std::uint64_t last) const;

 private:
  struct Scope;
  [[nodiscard]] Outcome<Scope> enter(const Caller& caller, const desk::EngagementName& engagement) const;

  Store* store_;
  const Engagements* engagements_;
  const base::Clock* clock_;
};

}  // namespace tandem::app

// The use cases on tickets: permission, transaction, decision, events, answer. One street for people, programs and
// timers; nothing else writes tickets.
//
//   auto opened = tickets.open(caller, engagement, command, {});
//   auto after = tickets.command(caller, engagement, id, desk::Take{}, {.if_version = 3});
//
// Every answer is what the caller may see. Thread-safe.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/caller.h"
#include "app/change_view.h"
#include "app/engagements.h"
#include "app/failure.h"
#include "app/store.h"
#include "base/id.h"
#include "base/time.h"
#include "desk/clock_charges.h"
#include "desk/clock_reasons.h"
#include "desk/decide.h"
#include "desk/joint_step.h"

namespace tandem::app {

struct Allowed {
  bool comment = false, note = false, take = false, edit = false, handoff = false, accept = false, decline = false,
       withdraw = false, wait = false, resume = false, resolve = false, reopen = false, close = false, assign = false,
       release = false, acknowledge = false, flag_strategic = false, dispute = false, rule = false,
       withdraw_dispute = false, watch = false, unwatch = false, tag = false, rate = false, advise = false,
       recommend = false, decide = false;
  AllowedChange change{};  // to its planned change
  // Work that belongs together.
  bool link = false, merge = false, open_related = false, ask_vendor = false, chase = false, vendor_answer = false,
       root_cause = false, known_error = false, declare_major = false, major_part = false, stand_down = false,
       review = false;
  bool attach = false;
  bool start_checklist = false, not_needed = false, set_due = false;
  bool record_action = false, arrange_cover = false;
};

// A ticket that one is linked with, as it is now. For an end user only what theirs was merged into, without its words.
struct LinkView {
  desk::Link link;
  bool is_hidden = false;  // the caller may not read it: only that there is a link, and of what kind, is theirs to know
  desk::TicketKind kind = desk::TicketKind::Incident;
  desk::State state = desk::State::New;
  desk::Owner owner{};
  std::string subject{};
  std::string workaround{};  // of a known error; else empty
  std::optional<base::Instant> due_at{};
  std::optional<base::Instant> major_since{};  // while it is a major incident
  // Of a step that is hidden and to be done: which team has it, and who of its readers is asked about it.
  std::optional<desk::Owner> ask{};
};

// A ticket as one caller sees it: texts they may not read are emptied and counted. For an end user, notes, hand-offs,
// inner reasons, warnings and whose time it took are not there at all; what they are promised and when it is due, is.
struct TicketView {
  std::shared_ptr<const Engagement> engagement;
  desk::Ticket ticket;
  std::uint32_t hidden_notes = 0;
  Allowed allowed;
  base::Instant as_of;                    // when the clocks were read
  std::vector<desk::TargetView> targets;  // respond before resolve
  std::vector<desk::Charge> charges;      // and the ticket's segments: both empty for an end user
  // What speaks against its planned change: until it is started as it is now, from then on as it was when approved.
  std::vector<desk::ChangeFinding> change_findings{};
  desk::PartyName side;           // that the caller stands on; empty: none. Others' sealed texts are empty
  std::vector<LinkView> links{};  // in the order of ticket.links
  // The numbers of the files that the caller may remove. Of ticket.files only those are left that they may read.
  std::vector<std::uint32_t> removable_files{};
  // The numbers of the actions that the caller may acknowledge or dispute.
  std::vector<std::uint32_t> answerable_actions{};
};

// What was done alone on a ticket with who has seen it, and how far the caller may go.
struct ActionsView {
  std::shared_ptr<const Engagement> engagement;
  desk::Boundaries boundaries;
  struct Line {
    desk::DoneAction action;
    std::vector<desk::PersonName> seen;  // of those who were told, who has read it
    bool may_answer = false;
  };
  std::vector<Line> lines;  // action 1 first
};

// The leave of somebody and what it leaves uncovered now; nothing uncovered: why.
struct UncoveredLeave {
  desk::LeaveInSight leave;
  std::optional<desk::TicketId> task;  // that there is for it already
  std::vector<desk::Uncovered> uncovered;
  std::string why;
  std::string subject;  // of the task
  calendar::Date due;   // by when cover is to be arranged
};

// A file that somebody sends.
struct NewFile {
  std::string name;
  std::string media_type;  // as whoever sends it says; what is kept is media_type_of() (media_type.h)
  desk::Visibility visibility = desk::Visibility::Both;
  desk::TeamName team{};
  std::uint32_t comment = 0;
  std::string_view content;
};

// One ticket's answer to a change of many.
struct BulkLine {
  std::string asked;  // as the ticket was named in the request
  Outcome<TicketView> outcome;
};
inline constexpr std::size_t kMaxBulk = 100;

// A ticket to open for the sake of another one: what is split off, a problem behind it, a task that follows, a vendor
// case. What is left out is as that ticket has it.
struct RelatedTicket {
  desk::TicketKind kind = desk::TicketKind::Incident;
  desk::LinkKind link = desk::LinkKind::Follows;  // how the new one stands to it
  std::string subject;
  std::string text;           // empty: the comment's
  std::uint32_t comment = 0;  // that it comes out of; 0: none
  desk::CategoryName category;
  desk::PriorityName priority;
  std::optional<desk::OpenVendorCase> vendor_case;
};

// A checklist to start on a ticket: each step without number, links, requester and place, which it has from the ticket.
struct ChecklistPlan {
  desk::StartChecklist start;
  std::vector<desk::OpenTicket> steps;  // none: nothing is started
};

// A problem whose workaround may help with what somebody is about to report.
struct KnownError {
  desk::TicketId ticket;
  std::uint64_t number = 0;
  std::string subject;
  std::string workaround;
};
inline constexpr std::size_t kMaxKnownErrors = 5;
inline constexpr std::size_t kMaxSimilarWords = 8;

// What everybody is told of a major incident that is not stood down, wherever they are.
struct ActiveMajor {
  desk::TicketId ticket;  // for an end user: their own, which is the incident or a part of it
  std::uint64_t number = 0;
  std::string subject;
  // For the teams; empty for an end user, who reads what requesters were told and nothing else.
  std::optional<base::Instant> since{};
  std::optional<desk::MajorPost> lead{};
  std::array<desk::MajorIncident::Cadence, 2> updates{};  // by UpdateAudience
  std::optional<desk::MajorIncident::Entry> told{};       // the latest update to requesters
};
inline constexpr std::size_t kMaxActiveMajors = 50;

struct HistoryLine {
  std::uint32_t version = 0;
  desk::Event event;  // texts the caller may not read are emptied
  std::string text;   // one sentence
};

struct WhyNow {
  TicketView view;
  base::Instant decided_at;
  desk::AssignmentCause cause = desk::AssignmentCause::Opened;
  desk::Ownership now;  // what the agreement would answer at this instant
};

// A POST's Idempotency-Key and what it stands for.
struct Idempotency {
  std::string key;
  SecretHash request;
};

struct CommandOptions {
  std::optional<std::uint32_t> if_version;
  std::optional<Idempotency> idempotency;
};

enum class QueueView : std::uint8_t { Mine, Team, All, Watched };

class Tickets {
 public:
  Tickets(Store& store, const Engagements& engagements, const base::Clock& clock, base::IdSource& ids)
      : store_(&store), engagements_(&engagements), clock_(&clock), ids_(&ids) {}

  // `ticket` in what follows: the id, or the human number with or without its prefix.
  [[nodiscard]] Outcome<TicketView> open(const Caller& caller, const desk::EngagementName& engagement,
                                         desk::OpenTicket command, const CommandOptions& options);
  // The same, with the steps of its checklist: all of it or nothing. See checklists.cpp.
  [[nodiscard]] Outcome<TicketView> open(const Caller& caller, const desk::EngagementName& engagement,
                                         desk::OpenTicket command, const ChecklistPlan& plan,
                                         const CommandOptions& options);
  // Opens the steps of a checklist as parts of a ticket that is there. REQUIRES: there are steps.
  [[nodiscard]] Outcome<TicketView> start_checklist(const Caller& caller, const desk::EngagementName& engagement,
                                                    std::string_view ticket, const ChecklistPlan& plan,
                                                    const CommandOptions& options);
  [[nodiscard]] Outcome<TicketView> command(const Caller& caller, const desk::EngagementName& engagement,
                                            std::string_view ticket, const desk::Command& command,
                                            const CommandOptions& options);
  // Several commands in one step: all or none (an edit of priority and category). REQUIRES: not empty.
  [[nodiscard]] Outcome<TicketView> commands(const Caller& caller, const desk::EngagementName& engagement,
                                             std::string_view ticket, std::span<const desk::Command> commands,
                                             const CommandOptions& options);

  // The same commands on many tickets, each answered for itself and in its own step, in the order of the
  // request. With an idempotency key each ticket has its own,
  // made of it and of its name. REQUIRES: at most kMaxBulk tickets.
  [[nodiscard]] std::vector<BulkLine> bulk(const Caller& caller, const desk::EngagementName& engagement,
                                           std::span<const std::string> tickets,
                                           std::span<const desk::Command> commands,
                                           const std::optional<Idempotency>& idempotency);

  [[nodiscard]] Outcome<TicketView> get(const Caller& caller, const desk::EngagementName& engagement,
                                        std::string_view ticket);
  [[nodiscard]] Outcome<WhyNow> why(const Caller& caller, const desk::EngagementName& engagement,
                                    std::string_view ticket);
  [[nodiscard]] Outcome<std::vector<HistoryLine>> history(const Caller& caller, const desk::EngagementName& engagement,
                                                          std::string_view ticket);
  // `query.engagement`, `requester_email`, `search_teams`, `watcher` and what is hidden are set here from the caller;
  // the rest is theirs.
  [[nodiscard]] Outcome<QueuePage> queue(const Caller& caller, const desk::EngagementName& engagement, QueueView view,
                                         QueueQuery query);
  // The major incidents that the caller may read, the earliest first. For an end user, one for each that their open
  // tickets are part of and of which requesters were told something. See active_majors.cpp.
  [[nodiscard]] Outcome<std::vector<ActiveMajor>> active_majors(const Caller& caller,
                                                                const desk::EngagementName& engagement) const;

  // The ticket's id, where the caller may see it: for commands that name another one.
  [[nodiscard]] Outcome<desk::TicketId> find_ticket(const Caller& caller, const desk::EngagementName& engagement,
                                                    std::string_view ticket);
  // Opens a ticket for the sake of `ticket`; `options.if_version` is of that one. See related_tickets.cpp.
  [[nodiscard]] Outcome<TicketView> open_related(const Caller& caller, const desk::EngagementName& engagement,
                                                 std::string_view ticket, const RelatedTicket& related,
                                                 const CommandOptions& options);
  // Open known errors of the category with words like these, those that share the most first; empty category: of all.
  [[nodiscard]] Outcome<std::vector<KnownError>> known_errors(const Caller& caller,
                                                              const desk::EngagementName& engagement,
                                                              const desk::CategoryName& category,
                                                              std::string_view words);

  // Files: ticket_files.cpp. The content and the event that names it are written in one step; the content may have been
  // there already.
  [[nodiscard]] Outcome<TicketView> attach(const Caller& caller, const desk::EngagementName& engagement,
                                           std::string_view ticket, const NewFile& file, const CommandOptions& options);
  // A file that the caller may read and that is there.
  [[nodiscard]] Outcome<desk::Attachment> find_file(const Caller& caller, const desk::EngagementName& engagement,
                                                    std::string_view ticket, std::uint32_t file) const;
  // Its content, of which it is certain that it is what was attached. REQUIRES: find_file() gave the caller the file.
  [[nodiscard]] Outcome<std::string> read_content(const desk::EngagementName& engagement,
                                                  const desk::Attachment& file) const;

  // What was done alone on the ticket: actions.cpp. For the two teams.
  [[nodiscard]] Outcome<ActionsView> actions(const Caller& caller, const desk::EngagementName& engagement,
                                             std::string_view ticket) const;

  // For the desk itself (cover_keeper.h): opens the task to arrange cover for the leave, or tells the one that is there
  // what is uncovered now, in one transaction. Writes nothing where that is known. See cover_tickets.cpp. NotFound: the
  // engagement is not loaded.
  [[nodiscard]] base::Result<void> keep_cover(const desk::EngagementName& engagement, const UncoveredLeave& leave,
                                              base::Instant now);

  // For timers: does what time does to the tickets, in one transaction, and says when it next does something. One
  // that is not there is left out. NotFound: the engagement is not loaded.
  [[nodiscard]] base::Result<void> pass_time(const desk::EngagementName& engagement,
                                             std::span<const desk::TicketId> tickets, base::Instant now);

 private:
  struct Scope;  // the caller inside one engagement
  struct Step;   // a joint step inside a transaction, and what it knows
  // Inside a transaction: the ticket that was decided on, or why nothing was done. What becomes of it and of those
  // linked with it is in the step. The outer Result is the store's.
  using Decided = Outcome<desk::TicketId>;
  using Decide = std::function<base::Result<Decided>(Step&)>;

  [[nodiscard]] Outcome<Scope> enter(const Caller& caller, const desk::EngagementName& engagement) const;
  [[nodiscard]] Outcome<desk::TicketId> find(const Scope& scope, std::string_view ticket) const;
  [[nodiscard]] Outcome<desk::Ticket> read(const Scope& scope, std::string_view ticket) const;
  // `changes`: what may stand in the way of the ticket's change; only asked for where it has one.
  [[nodiscard]] Outcome<TicketView> view(const Scope& scope, desk::Ticket ticket,
                                         std::span<const desk::ScheduledChange> changes) const;
  // As the caller reads it. Hidden where they may not.
  [[nodiscard]] Outcome<TicketView> view(const Scope& scope, desk::Ticket ticket) const;
  // Of `ticket` as `reading` has it; what the caller may not read is hidden.
  [[nodiscard]] Outcome<std::vector<LinkView>> view_links(const Scope& caller_scope, const Scope& reading,
                                                          const desk::Ticket& ticket) const;
  [[nodiscard]] Outcome<std::vector<QueueRow>> majors_of(const QueuePage& page, const QueueQuery& query) const;
  [[nodiscard]] Outcome<std::vector<ActiveMajor>> majors_for_teams(const Scope& scope) const;
  [[nodiscard]] Outcome<std::vector<ActiveMajor>> majors_for_requester(const Scope& scope) const;
  // Takes out of the ticket's actions which decisions allow them, and out of a decision those before and after it and
  // the tickets that something was done under it on, where the caller may not read those.
  [[nodiscard]] Outcome<> hide_decisions(const Scope& caller_scope, desk::Ticket& ticket) const;
  // What the desk has to know of others for what may be done to the ticket: of its whole, of its vendor cases, and of
  // the ticket that it is a case for.
  [[nodiscard]] Outcome<std::vector<desk::Related>> facts_about(const Scope& scope, const desk::Ticket& ticket) const;
  // Leaves in the view what was done alone as `reading` has it, and which of it the caller may answer; nothing of it,
  // nor of anybody's leave, for an end user.
  [[nodiscard]] Outcome<> view_actions(const Scope& caller_scope, const Scope& reading, TicketView& view) const;
  [[nodiscard]] Outcome<TicketView> write(const Scope& scope, const CommandOptions& options, const Decide& decide);
  [[nodiscard]] std::vector<desk::TicketId> ids_for(const ChecklistPlan& plan);
  [[nodiscard]] static base::Result<Outcome<>> begin_checklist(Step& step, desk::TicketId whole,
                                                               const ChecklistPlan& plan,
                                                               std::span<const desk::TicketId> ids);
  // The refusal with the open steps by number and subject; what the caller may not read is only counted.
  [[nodiscard]] static base::Result<Failure> name_open_steps(const Scope& scope, Step& step, desk::TicketId whole,
                                                             const desk::Refusal& refusal);
  [[nodiscard]] Outcome<TicketView> repeat(const Scope& scope, const RememberedAnswer& answer,
                                           const SecretHash& request) const;

  Store* store_;
  const Engagements* engagements_;
  const base::Clock* clock_;
  base::IdSource* ids_;
};

}  // namespace tandem::app

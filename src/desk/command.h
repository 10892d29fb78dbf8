// What somebody wants done to a ticket. A command may be refused (refusal.h) and changes nothing by itself.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "desk/event.h"

namespace tandem::desk {

struct OpenTicket {  // the only command without a ticket
  std::uint64_t number = 0;
  TicketKind kind = TicketKind::Incident;
  std::string subject;
  std::string description;
  Requester requester;
  CategoryName category;  // empty: `other`
  PriorityName priority;  // empty: the agreement's default
  SiteName site;
  DepartmentName department;
  AssetClassName asset_class;
  Source source = Source::Portal;
  std::optional<ExternalKey> external;          // what it is called where it comes from
  std::optional<ChangePlan> change{};           // exactly with TicketKind::Change
  std::optional<NewDecision> decision{};        // exactly with TicketKind::Decision
  std::vector<LinkTicket> links{};              // with tickets that are there
  std::uint32_t from_comment = 0;               // of the first of `links`, which it comes out of; 0: none
  std::optional<OpenVendorCase> vendor_case{};  // exactly with TicketKind::VendorCase
  std::optional<FormFilled> form{};             // only with TicketKind::Request; of fill()
  std::optional<NewDueDate> due{};
  std::optional<NewCover> cover{};  // only with TicketKind::Task, and by the desk
};
struct AddComment {
  Visibility visibility = Visibility::Both;
  TeamName team;  // with Visibility::Team: one of the actor's teams; empty: the actor's team that owns the ticket, else
                  // their first
  std::string text;
};
struct Take {};
struct Assign {  // to a colleague of the owning team
  PersonName to;
};
struct Release {  // back to the team
  std::string reason;
};
struct ChangePriority {
  PriorityName to;
};
struct ChangeCategory {
  CategoryName to;
};
struct OfferHandoff {
  TeamName to_team;
  PersonName to_person;  // optional
  std::string note;
};
struct AcceptHandoff {
  std::uint32_t epoch = 0;
};
struct DeclineHandoff {
  std::uint32_t epoch = 0;
  std::string reason;
};
struct WithdrawHandoff {
  std::uint32_t epoch = 0;
};
struct Wait {
  WaitingOn on = WaitingOn::Requester;
};
struct Resume {};
struct Resolve {
  std::string note;
};
struct Reopen {
  std::string reason;
};
struct Close {};
// The system's: does whatever is due by now (due.h), and asks the agreement again where its circumstances have changed.
struct PassTime {};

using CommandAlternatives =
    std::variant<AddComment, Take, ChangePriority, ChangeCategory, OfferHandoff, AcceptHandoff, DeclineHandoff,
                 WithdrawHandoff, Wait, Resume, Resolve, Reopen, Close, PassTime, Assign, Release, Acknowledge,
                 FlagStrategic, RaiseDispute, GiveRuling, WithdrawDispute, AnswerChange, ApproveChange,
                 RescheduleChange, StartChange, FinishChange, RollBackChange, ReviewChange, WithdrawChange, Watch,
                 Unwatch, ChangeTags, RateService, GiveAdvice, Recommend, TakeDecision, ReplaceDecision, LinkTicket,
                 UnlinkTicket, MergeTicket, RecordChase, RecordVendorAnswer, RecordRootCause, DeclareKnownError,
                 DeclareMajor, GiveMajorRole, NoteInTimeline, SendMajorUpdate, StandDown, ReviewMajor, StartChecklist,
                 CloseNotNeeded, SetDueDate, AttachFile, RemoveFile, RecordAction, AnswerAction, KeepCover,
                 ArrangeCover>;

// One of the alternatives, made, copied and destroyed in command.cpp alone, as EventData is.
struct Command : CommandAlternatives {
  Command();
  template <base::AlternativeOf<CommandAlternatives> T>
  Command(T alternative);  // NOLINT(google-explicit-constructor): as of a variant
  Command(const Command& other);
  Command(Command&& other) noexcept;
  Command& operator=(const Command& other);
  Command& operator=(Command&& other) noexcept;
  ~Command();
};

// The command's name in logs and refusals: "offer-handoff".
[[nodiscard]] std::string_view name_of(const Command& command);

}  // namespace tandem::desk

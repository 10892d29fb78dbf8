// What a caller could do to a ticket now.
#include "app/decision_steps.h"
#include "app/ticket_scope.h"

namespace tandem::app {
namespace {

// Another team that a ticket could be handed to, for asking the desk whether a hand-off is possible at all. Vendors are
// no takers: their cases are kept by a client's or provider's team.
std::optional<desk::TeamName> some_other_team(const desk::Ticket& ticket, const policy::Policy& policy) {
  for (const policy::Team& team : policy.spec().teams) {
    const bool vendor = policy.party(team.party).kind == policy::PartyKind::Vendor;
    if (!vendor && team.name != ticket.ownership.owner.team.text()) return desk::TeamName(team.name);
  }
  return std::nullopt;
}

std::optional<desk::PriorityName> some_other_priority(const desk::Ticket& ticket, const policy::Policy& policy) {
  for (const policy::Target& target : policy.spec().targets) {
    if (target.priority != ticket.facts.priority.text()) return desk::PriorityName(target.priority);
  }
  return std::nullopt;
}

// A tag that the ticket does not have.
std::string some_other_tag(const desk::Ticket& ticket) {
  std::string tag = "x";
  while (std::ranges::binary_search(ticket.tags, tag)) tag += 'x';
  return tag;
}

// Somebody of the owning team who is there and does not have it.
std::optional<desk::PersonName> some_colleague(const desk::Ticket& ticket, const desk::Circumstances& circumstances) {
  const policy::Policy& policy = circumstances.policy;
  const auto team = policy.find_team(ticket.ownership.owner.team.text());
  if (!team) return std::nullopt;
  for (const policy::PersonIndex member : policy.team(*team).members) {
    const std::string& name = policy.person(member).name;
    if (name != ticket.ownership.owner.person.text() && policy.is_present(member, circumstances.now))
      return desk::PersonName(name);
  }
  return std::nullopt;
}

}  // namespace

Allowed allowed_now(const MembershipRecord& membership, const desk::Ticket& ticket,
                    const desk::Circumstances& circumstances) {
  const auto can = [&](const desk::Command& command) {
    return may_command(membership, command) &&
           std::holds_alternative<desk::Events>(desk::decide(ticket, command, circumstances));
  };
  const std::uint32_t epoch = ticket.handoff ? ticket.handoff->offer.epoch : 0;
  const auto other_team = some_other_team(ticket, circumstances.policy);
  const auto other_priority = some_other_priority(ticket, circumstances.policy);
  const auto colleague = some_colleague(ticket, circumstances);
  Allowed allowed{
      .comment = can(desk::AddComment{.visibility = desk::Visibility::Requester, .team = {}, .text = "?"}),
      .note = can(desk::AddComment{.visibility = desk::Visibility::Both, .team = {}, .text = "?"}),
      .take = can(desk::Take{}),
      .edit = other_priority && can(desk::ChangePriority{*other_priority}),
      .handoff = other_team && can(desk::OfferHandoff{.to_team = *other_team, .to_person = {}, .note = "?"}),
      .accept = can(desk::AcceptHandoff{epoch}),
      .decline = can(desk::DeclineHandoff{epoch, "?"}),
      .withdraw = can(desk::WithdrawHandoff{epoch}),
      .wait = can(desk::Wait{desk::WaitingOn::Requester}) || can(desk::Wait{desk::WaitingOn::Vendor}),
      .resume = can(desk::Resume{}),
      .resolve = can(desk::Resolve{"?"}),
      .reopen = can(desk::Reopen{"?"}),
      .close = can(desk::Close{}),
      .assign = colleague && can(desk::Assign{*colleague}),
      .release = can(desk::Release{"?"}),
      .acknowledge = can(desk::Acknowledge{}),
      .flag_strategic = can(desk::FlagStrategic{.activity = {}, .reason = "?"}),
      .dispute = can(desk::RaiseDispute{"?"}),
      .rule = other_team && can(desk::GiveRuling{.team = *other_team, .reason = "?"}),
      .withdraw_dispute = can(desk::WithdrawDispute{}),
      .watch = can(desk::Watch{}),
      .unwatch = can(desk::Unwatch{}),
      .tag = can(desk::ChangeTags{.add = {some_other_tag(ticket)}, .remove = {}}) ||
             (!ticket.tags.empty() && can(desk::ChangeTags{.add = {}, .remove = {ticket.tags.front()}})),
      .rate = can(desk::RateService{}),
      .advise = can(desk::GiveAdvice{"?"}),
      .recommend = can(desk::Recommend{.option = 1, .text = "?", .salt = std::string(desk::kSaltLength, '?')}),
      .decide = std::ranges::any_of(ways_to_decide(ticket), can),
      .change = allowed_to_change(ticket, circumstances.now, can),
  };
  allow_related(allowed, membership, ticket, circumstances);
  allowed.record_action = can(desk::RecordAction{.name = "?",
                                                 .on = {},
                                                 .done_at = circumstances.now,
                                                 .cost = {},
                                                 .risk = desk::RiskLevel::Low,
                                                 .reason = "?",
                                                 .decided_by = {}});
  allowed.arrange_cover = can(desk::ArrangeCover{.text = "?", .by = {}});
  allowed.attach = can(desk::AttachFile{.name = "?",
                                        .hash = desk::ContentHash(std::string(64, '0')),
                                        .size = 1,
                                        .media_type = {},
                                        .visibility = desk::Visibility::Requester,
                                        .team = {}});
  return allowed;
}

}  // namespace tandem::app

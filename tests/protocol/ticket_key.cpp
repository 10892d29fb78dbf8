#include "protocol/ticket_key.h"

#include "base/check.h"
#include "protocol/three_parties.h"

namespace tandem::protocol {
namespace {

using namespace desk;

// Parts with many members are told apart by their order of appearance.
template <class T>
std::size_t number_of(const T& value) {
  static std::vector<T> known;
  const auto place = std::ranges::find(known, value);
  const auto number = place - known.begin();
  if (place == known.end()) known.push_back(value);
  return static_cast<std::size_t>(number);
}

void settle(std::optional<base::Instant>& at) {
  if (at) at = kStart;
}

PlannedChange without_past(PlannedChange change) {
  for (PlannedChange::Answer& answer : change.answers) {
    answer.at = kStart;
    answer.by = {};
  }
  std::ranges::sort(change.answers, {}, [](const PlannedChange::Answer& one) { return name_of(one.as); });
  if (change.approval) change.approval = PlannedChange::Approval{};
  settle(change.started_at);
  change.planned_at = kStart;
  if (change.review) {
    settle(change.review->done_at);
    change.review->by = {};
  }
  return change;
}

DecisionRequest without_past(DecisionRequest decision) {
  for (DecisionRequest::Advice& advice : decision.advice) advice.at = kStart;
  std::ranges::sort(decision.advice, {}, &DecisionRequest::Advice::person);
  for (DecisionRequest::Sealed& sealed : decision.recommendations) sealed.at = kStart;
  std::ranges::sort(decision.recommendations, {},
                    [](const DecisionRequest::Sealed& one) { return one.recommendation.side; });
  settle(decision.opened_at);
  if (decision.passed_on) decision.passed_on->told.clear();
  if (decision.outcome) {
    decision.outcome->at = kStart;
    decision.outcome->by = {};
    decision.outcome->taken.told.clear();
  }
  settle(decision.reminded_at);
  settle(decision.lapsed_at);
  return decision;
}

MajorIncident without_past(MajorIncident major) {
  major.declared = {};
  major.declared_at = kStart;
  major.declared_by = {};
  major.timeline.clear();
  settle(major.stood_down_at);
  settle(major.reviewed_at);
  return major;
}

VendorCase without_past(VendorCase vendor_case) {
  settle(vendor_case.answered_at);
  vendor_case.said.clear();
  vendor_case.reference.clear();
  vendor_case.loop = vendor_case.loop.empty() ? "" : "found";
  vendor_case.chases = std::min(vendor_case.chases, kChasesUntilEscalation);
  vendor_case.reminders = std::min(vendor_case.reminders, 3U);
  return vendor_case;
}

Dispute without_past(Dispute dispute) {
  dispute.raised_at = kStart;
  dispute.raised_by = {};
  dispute.raised.reason.clear();
  dispute.raised.due.reset();
  for (Dispute::Ruling& ruling : dispute.rulings) ruling.reason.clear();
  std::ranges::sort(dispute.rulings, {}, &Dispute::Ruling::person);
  return dispute;
}

template <class Part>
void append_part(std::string& key, char name, const std::optional<Part>& part) {
  if (part) key += fmt::format(" {}{}", name, number_of(without_past(*part)));
}

void append_links(std::string& key, const Ticket& ticket) {
  std::vector<std::string> links;
  for (const Link& link : ticket.links)
    links.push_back(fmt::format(" {}:{}{}", to_text(link.kind), link.other.text(), link.awaited ? "?" : ""));
  for (const Follower& follower : ticket.followers) links.push_back(fmt::format(" <{}", follower.from.text()));
  std::ranges::sort(links);
  for (const std::string& link : links) key += link;
  if (ticket.merged_into) key += fmt::format(" >{}", ticket.merged_into->text());
}

}  // namespace

std::string key_of(const Ticket& ticket) {
  const Ownership& ownership = ticket.ownership;
  std::string key =
      fmt::format("{}/{}/{}/{}/{} {} {} {} {} {} r{} e{}", ownership.owner.team.text(), ownership.owner.person.text(),
                  ownership.accountable.text(), ownership.activity.text(), ownership.gap, to_text(ticket.state),
                  ticket.waiting_on ? to_text(*ticket.waiting_on) : "-", to_text(ticket.brought_by),
                  ticket.facts.category.text(), ticket.facts.priority.text(), ticket.reopened, ticket.last_epoch);
  if (ticket.handoff) {
    const HandoffOffered& offer = ticket.handoff->offer;
    key += fmt::format(" {}>{}/{}:{}", offer.epoch, offer.to_team.text(), offer.to_person.text(),
                       (offer.expires_at - kStart) / base::minutes(1));
  }
  // Of the way it took, the agreed number of bounces counts, and who gave it last.
  key += fmt::format(" t{}", std::min<std::size_t>(ticket.trail.size(), 2));
  if (!ticket.trail.empty()) key += ticket.trail.back().text();
  const Escalation& escalation = ticket.escalation;
  key += escalation.acknowledged_at ? " seen" : fmt::format(" s{}", (escalation.since - kStart) / base::minutes(1));
  if (!escalation.acknowledged_at) {
    std::vector<TakenStep> taken = escalation.taken;
    std::ranges::sort(taken, {}, &TakenStep::step);
    for (const TakenStep& one : taken)
      key += fmt::format(",{}:{}", one.step, one.due ? (*one.due - kStart) / base::minutes(1) : -1);
  }
  if (ticket.strategic) key += fmt::format(" {}", ticket.strategic->text());
  append_part(key, 'd', ticket.dispute);
  append_part(key, 'c', ticket.change);
  append_part(key, 'q', ticket.decision);
  append_part(key, 'v', ticket.vendor_case);
  append_part(key, 'm', ticket.major);
  append_links(key, ticket);
  return key;
}

}  // namespace tandem::protocol

#include "protocol/alphabets.h"

namespace tandem::protocol {
namespace {

using namespace desk;

constexpr std::array<std::string_view, 3> kTeams{"client-it", "soc", "desk"};

TicketId other_than(std::size_t item) {
  return id_of(1 - item);
}

}  // namespace

std::function<Asks(const Ticket&, std::size_t)> together(std::vector<Alphabet> alphabets) {
  return [all = std::move(alphabets)](const Ticket& ticket, std::size_t item) {
    Asks asks;
    for (const Alphabet& one : all) one(ticket, item, asks);
    return asks;
  };
}

Alphabet handoffs(std::uint32_t offers) {
  return [offers](const Ticket& ticket, std::size_t, Asks& asks) {
    for (const std::string_view team : kTeams) {
      if (ticket.last_epoch < offers)
        asks.push_back({OfferHandoff{TeamName(team), {}, "yours"}, fmt::format("to {}", team)});
    }
    for (std::uint32_t epoch = 1; epoch <= ticket.last_epoch + 1; ++epoch) {
      asks.push_back({AcceptHandoff{epoch}, fmt::format("{}", epoch)});
      asks.push_back({DeclineHandoff{epoch, "no"}, fmt::format("{}", epoch)});
      asks.push_back({WithdrawHandoff{epoch}, fmt::format("{}", epoch)});
    }
  };
}

Alphabet named_handoffs(std::uint32_t offers) {
  return [offers](const Ticket& ticket, std::size_t, Asks& asks) {
    if (ticket.last_epoch < offers)
      asks.push_back({OfferHandoff{TeamName("soc"), PersonName("cid"), "yours"}, "to cid"});
  };
}

Alphabet work() {
  return [](const Ticket&, std::size_t, Asks& asks) {
    asks.push_back({Take{}, {}});
    asks.push_back({Wait{WaitingOn::Requester}, {}});
    asks.push_back({Resume{}, {}});
  };
}

Alphabet team() {
  return [](const Ticket&, std::size_t, Asks& asks) {
    asks.push_back({Acknowledge{}, {}});
    for (const std::string_view person : kPeople)
      asks.push_back({Assign{PersonName(person)}, fmt::format("to {}", person)});
    asks.push_back({Release{"lunch"}, {}});
  };
}

Alphabet end() {
  return [](const Ticket&, std::size_t, Asks& asks) {
    asks.push_back({Resolve{"done"}, {}});
    asks.push_back({Close{}, {}});
  };
}

Alphabet reopening(std::uint32_t times) {
  return [times](const Ticket& ticket, std::size_t, Asks& asks) {
    if (ticket.reopened < times) asks.push_back({Reopen{"again"}, {}});
  };
}

Alphabet facts() {
  return [](const Ticket&, std::size_t, Asks& asks) {
    for (const char* priority : {"urgent", "normal"})
      asks.push_back({ChangePriority{PriorityName(priority)}, priority});
    for (const char* category : {"other", "network"})
      asks.push_back({ChangeCategory{CategoryName(category)}, category});
    asks.push_back({FlagStrategic{{}, "a roadmap"}, {}});
  };
}

Alphabet disputes() {
  return [](const Ticket& ticket, std::size_t, Asks& asks) {
    asks.push_back({RaiseDispute{"not ours"}, {}});
    asks.push_back({WithdrawDispute{}, {}});
    for (const std::string_view team : kTeams)
      asks.push_back({GiveRuling{TeamName(team), "theirs", ticket.last_question}, fmt::format("for {}", team)});
    if (ticket.last_question > 1)
      asks.push_back(
          {GiveRuling{TeamName("soc"), "theirs", ticket.last_question - 1}, "for soc, to an earlier question"});
  };
}

Alphabet links(LinkKind kind) {
  return [kind](const Ticket&, std::size_t item, Asks& asks) {
    asks.push_back({LinkTicket{kind, other_than(item)}, std::string(to_text(kind))});
    asks.push_back({UnlinkTicket{kind, other_than(item)}, std::string(to_text(kind))});
    asks.push_back({UnlinkTicket{inverse(kind), other_than(item)}, std::string(to_text(inverse(kind)))});
  };
}

Alphabet merging() {
  return
      [](const Ticket&, std::size_t item, Asks& asks) { asks.push_back({MergeTicket{other_than(item), "twice"}, {}}); };
}

Alphabet vendor_case() {
  return [](const Ticket& ticket, std::size_t, Asks& asks) {
    if (!ticket.vendor_case) return;
    asks.push_back({RecordChase{.said = "soon", .reference = {}, .passed_to = {}, .chase_at = {}}, {}, true});
    asks.push_back({RecordVendorAnswer{"done"}, {}});
  };
}

Alphabet change() {
  return [](const Ticket& ticket, std::size_t, Asks& asks) {
    asks.push_back({AnswerChange{ChangeAnswer::Agree, {}}, "agree"});
    asks.push_back({AnswerChange{ChangeAnswer::Object, "no"}, "object"});
    asks.push_back({ApproveChange{}, {}});
    asks.push_back({StartChange{}, {}});
    asks.push_back({FinishChange{ChangeOutcome::Success, {}}, {}});
    asks.push_back({RollBackChange{"no"}, {}});
    asks.push_back({ReviewChange{"well"}, {}});
    asks.push_back({WithdrawChange{"no"}, {}});
    if (ticket.change->rescheduled > 0) return;
    asks.push_back({RescheduleChange{.from = kStart + base::minutes(20),
                                     .to = kStart + base::minutes(80),
                                     .reason = "later",
                                     .plan = {},
                                     .roll_back = {}},
                    {}});
  };
}

Alphabet decision() {
  return [](const Ticket&, std::size_t, Asks& asks) {
    asks.push_back({GiveAdvice{"the first"}, {}});
    for (const std::uint32_t option : {1U, 2U}) {
      asks.push_back({Recommend{.option = option, .text = "so", .salt = std::string(kSaltLength, 's')},
                      fmt::format("{}", option)});
    }
    TakeDecision taken;
    taken.option = 1;
    taken.reason = "so";
    asks.push_back({std::move(taken), "1"});
  };
}

Alphabet major() {
  return [](const Ticket&, std::size_t, Asks& asks) {
    asks.push_back({DeclareMajor{.scenario = "ransomware", .reason = "files are gone"}, {}});
    asks.push_back({SendMajorUpdate{UpdateAudience::Requesters, "we are on it"}, {}, true});
    asks.push_back({StandDown{"over"}, {}});
    asks.push_back({ReviewMajor{"backups helped"}, {}});
  };
}

Alphabet of_first(Alphabet alphabet) {
  return [one = std::move(alphabet)](const Ticket& ticket, std::size_t item, Asks& asks) {
    if (item == 0) one(ticket, item, asks);
  };
}

OpenTicket incident(std::uint64_t number) {
  OpenTicket command;
  command.number = number;
  command.subject = "an item";
  command.requester = {.name = "Ann Field", .email = "ann.field@client.example", .vip = false};
  return command;
}

OpenTicket vendor_case_for(std::size_t item) {
  OpenTicket command = incident(item + 2);
  command.kind = TicketKind::VendorCase;
  command.links = {{.kind = LinkKind::VendorCaseFor, .other = id_of(item)}};
  command.vendor_case =
      OpenVendorCase{.vendor = PartyName("vendor"), .reference = {}, .chase_at = kStart + base::minutes(20)};
  return command;
}

OpenTicket planned(ChangeKind kind) {
  OpenTicket command = incident(1);
  command.kind = TicketKind::Change;
  ChangePlan plan;
  plan.kind = kind;
  plan.activity = ActivityName("work.everything");
  plan.from = kStart + base::minutes(10);
  plan.to = kStart + base::minutes(50);
  plan.assets = {"core-switch"};
  plan.plan = plan.roll_back = "a word about it";
  command.change = std::move(plan);
  return command;
}

OpenTicket question() {
  OpenTicket command = incident(1);
  command.kind = TicketKind::Decision;
  NewDecision decision;
  decision.kind = DecisionKindName("purchase");
  decision.question = "which one?";
  decision.options = {{.name = "this", .words = {}, .cost = {}, .risk = {}, .action = {}},
                      {.name = "that", .words = {}, .cost = {}, .risk = {}, .action = {}}};
  command.decision = std::move(decision);
  return command;
}

}  // namespace tandem::protocol

#include "desk/problem.h"

#include "desk/folds.h"
#include "desk/rules.h"

namespace tandem::desk {
namespace {

std::optional<Refusal> must_be_a_problem(const Case& given, std::string_view doing) {
  if (!given.ticket.problem) return refuse(RefusalKind::WrongKind, {}, "this is no problem");
  if (auto no = must_be_open(given.ticket)) return no;
  return given.standing.must_own(doing);
}

}  // namespace

Decision decide_on(const RecordRootCause& command, const Case& given) {
  if (auto no = must_be_a_problem(given, "record its cause")) return *std::move(no);
  if (auto no = check_text(command.cause, "cause", "the cause", kMaxText, Emptiness::Refused)) return *std::move(no);
  if (command.cause == given.ticket.problem->root_cause)
    return refuse(RefusalKind::NoChange, "cause", "that is recorded already");
  return Events{given.event(RootCauseFound{.cause = command.cause})};
}

Decision decide_on(const DeclareKnownError& command, const Case& given) {
  if (auto no = must_be_a_problem(given, "say how to work around it")) return *std::move(no);
  if (auto no = check_text(command.workaround, "workaround", "the workaround", kMaxText, Emptiness::Refused))
    return *std::move(no);
  if (command.workaround == given.ticket.problem->workaround)
    return refuse(RefusalKind::NoChange, "workaround", "that is recorded already");
  return Events{given.event(KnownErrorDeclared{.workaround = command.workaround})};
}

std::string fold(Ticket& ticket, const Event&, const RootCauseFound& found) {
  if (!ticket.problem) return "the ticket is no problem";
  ticket.problem->root_cause = found.cause;
  return {};
}

std::string fold(Ticket& ticket, const Event& event, const KnownErrorDeclared& declared) {
  if (!ticket.problem) return "the ticket is no problem";
  ticket.problem->workaround = declared.workaround;
  if (!ticket.problem->known_since) ticket.problem->known_since = event.at;
  return {};
}

}  // namespace tandem::desk

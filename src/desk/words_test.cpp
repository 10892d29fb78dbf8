#include <doctest/doctest.h>

#include "desk/command.h"
#include "desk/refusal.h"
#include "desk/ticket.h"

using namespace tandem::desk;

namespace {

template <class Enum>
void check_words(Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    const auto value = static_cast<Enum>(i);
    CHECK(parse<Enum>(to_text(value)) == value);
  }
  CHECK(parse<Enum>("no such word") == std::nullopt);
  CHECK(parse<Enum>("") == std::nullopt);
}

}  // namespace

TEST_CASE("every word of an enumeration reads back") {
  check_words(ActorKind::Import);
  check_words(State::Closed);
  check_words(WaitingOn::Evidence);
  check_words(Visibility::Team);
  check_words(Source::Duty);
  check_words(TicketKind::Change);
  check_words(AssignmentCause::Recorded);
  check_words(ChangeKind::Emergency);
  check_words(ChangeRisk::High);
  check_words(ChangePhase::Withdrawn);
  check_words(ChangeAnswer::Object);
  check_words(ChangeOutcome::Partly);
  check_words(ApprovalGround::Deadlock);
  check_words(ChangeFindingKind::NobodyThere);
  check_words(ChangeNotice::ReviewDue);
}

TEST_CASE("refusals have different words") {
  std::set<std::string_view> words;
  for (int i = 0; i <= static_cast<int>(RefusalKind::ReviewMissing); ++i)
    words.insert(to_text(static_cast<RefusalKind>(i)));
  CHECK(words.size() == static_cast<std::size_t>(RefusalKind::ReviewMissing) + 1);
  CHECK_FALSE(words.contains(""));
}

TEST_CASE("events and commands are called what they are") {
  CHECK(name_of(EventData(TicketOpened{})) == "ticket-opened");
  CHECK(name_of(EventData(HandoffOffered{})) == "handoff-offered");
  CHECK(name_of(EventData(TicketClosed{})) == "ticket-closed");
  CHECK(name_of(Command(AddComment{})) == "add-comment");
  CHECK(name_of(Command(PassTime{})) == "pass-time");
  CHECK(name_of(Command(Close{})) == "close");
  CHECK(make_event_data("wait-started") == EventData(WaitStarted{}));
  CHECK(make_event_data("ticket-lost") == std::nullopt);
}

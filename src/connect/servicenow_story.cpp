#include "connect/servicenow_story.h"

#include "base/check.h"
#include "desk/evolve.h"

namespace tandem::connect {
namespace {

// Kinds of reasons, of the words in desk/ownership.h.
constexpr std::string_view kRecorded = "recorded";
constexpr std::string_view kTaken = "taken";

desk::Actor actor_of(const LogRow& row) {
  return {.kind = desk::ActorKind::Import,
          .person = {},
          .party = {},
          .display = row.updated_by.empty() ? "ServiceNow" : fmt::format("{} (ServiceNow)", row.updated_by),
          .email = {}};
}

desk::Source source_of(std::string_view contact_type) {
  return contact_type == "Email" ? desk::Source::Email : desk::Source::Portal;
}

std::string subject_of(const LogIncident& incident, const LogRow& row) {
  std::string subject;
  const auto add = [&](std::string_view text, std::string_view between) {
    if (text.empty()) return;
    if (!subject.empty()) subject += between;
    subject += text;
  };
  add(row.category, "");
  add(row.subcategory, " / ");
  add(row.symptom, ": ");
  return subject.empty() ? fmt::format("Incident {}", incident.number) : subject;
}

std::string description_of(const LogIncident& incident, const LogRow& row) {
  std::string text = fmt::format("Imported from ServiceNow, where it is {}.\n", incident.number);
  const auto add = [&](std::string_view what, std::string_view value) {
    if (!value.empty()) text += fmt::format("\n- {}: {}", what, value);
  };
  add("Contact", row.contact_type);
  add("Impact", row.impact);
  add("Urgency", row.urgency);
  add("Location", row.location);
  return text;
}

bool was_recorded(const desk::Ownership& ownership) {
  return std::ranges::find(ownership.reasons, kRecorded, &desk::Reason::kind) != ownership.reasons.end();
}

// Follows one ticket through rows.
class Teller {
 public:
  Teller(desk::Ticket ticket, const policy::Policy& policy, UnknownWords& unknown)
      : story_{.ticket = std::move(ticket), .events = {}}, policy_(&policy), unknown_(&unknown) {}

  base::Result<void> add(desk::Event event) {
    TANDEM_TRY_DONE(desk::evolve(story_.ticket, event));
    story_.events.push_back(std::move(event));
    return {};
  }

  base::Result<void> tell(const LogRow& row) {
    const bool reopens = !desk::is_open(story_.ticket.state) && desk::is_open(state_after(row.state));
    if (reopens) TANDEM_TRY_DONE(happen(row, desk::TicketReopened{.reason = "Reopened in ServiceNow."}));
    TANDEM_TRY(const auto facts_changed, tell_facts(row));
    TANDEM_TRY_DONE(tell_owner(row, facts_changed));
    return tell_state(row);
  }

  [[nodiscard]] const desk::Ticket& ticket() const { return story_.ticket; }
  [[nodiscard]] Story finish() && { return std::move(story_); }

 private:
  // The ticket's state after a row in that state, where the desk can follow; else as it is.
  desk::State state_after(LogState state) const {
    switch (state) {
      case LogState::Unknown: return story_.ticket.state;
      // The desk knows no way back from work to untouched.
      case LogState::New: return desk::is_open(story_.ticket.state) ? story_.ticket.state : desk::State::New;
      case LogState::Active: return desk::State::Active;
      case LogState::AwaitingUserInfo:
      case LogState::AwaitingVendor:
      case LogState::AwaitingProblem:
      case LogState::AwaitingEvidence: return desk::State::Waiting;
      // A closed incident that is written as resolved once more stays closed.
      case LogState::Resolved:
        return story_.ticket.state == desk::State::Closed ? desk::State::Closed : desk::State::Resolved;
      case LogState::Closed: return desk::State::Closed;
    }
    return story_.ticket.state;
  }

  static desk::WaitingOn waiting_on(LogState state) {
    if (state == LogState::AwaitingVendor) return desk::WaitingOn::Vendor;
    if (state == LogState::AwaitingProblem) return desk::WaitingOn::Problem;
    if (state == LogState::AwaitingEvidence) return desk::WaitingOn::Evidence;
    return desk::WaitingOn::Requester;
  }

  // History keeps its order: an event is never earlier than the one before it.
  base::Result<void> happen(const LogRow& row, desk::EventData data) {
    return add({.at = std::max(row.at, story_.ticket.updated_at), .actor = actor_of(row), .data = std::move(data)});
  }

  void note_unknown(std::string_view what, std::string_view word) { ++(*unknown_)[fmt::format("{} `{}`", what, word)]; }

  // What changed that the agreement looks at, if anything did.
  base::Result<std::optional<desk::AssignmentCause>> tell_facts(const LogRow& row) {
    std::optional<desk::AssignmentCause> changed;
    if (const auto priority = known_priority(row); !priority.empty() && priority != story_.ticket.facts.priority) {
      TANDEM_TRY_DONE(happen(row, desk::PriorityChanged{.from = story_.ticket.facts.priority, .to = priority}));
      changed = desk::AssignmentCause::PriorityChanged;
    }
    if (const auto category = known_category(row); !category.empty() && category != story_.ticket.facts.category) {
      TANDEM_TRY_DONE(happen(row, desk::CategoryChanged{.from = story_.ticket.facts.category, .to = category}));
      changed = desk::AssignmentCause::CategoryChanged;
    }
    return changed;
  }

  desk::PriorityName known_priority(const LogRow& row) {
    if (row.priority.empty()) return {};
    auto word = agreement_word(row.priority);
    if (policy_->find_priority(word)) return desk::PriorityName(std::move(word));
    note_unknown("priority", row.priority);
    return {};
  }

  desk::CategoryName known_category(const LogRow& row) {
    if (row.category.empty()) return {};
    auto word = agreement_word(row.category);
    if (policy_->find_category(word)) return desk::CategoryName(std::move(word));
    note_unknown("category", row.category);
    return desk::CategoryName(policy_->category(policy_->other()).name);
  }

  std::optional<policy::TeamIndex> known_team(const LogRow& row) {
    if (row.group.empty()) return std::nullopt;
    const auto team = policy_->find_team(agreement_word(row.group));
    if (!team) note_unknown("assignment group", row.group);
    return team;
  }

  // The person the log names, where the agreement knows them as a member of the team.
  desk::PersonName known_person(const LogRow& row, const desk::TeamName& team) const {
    if (row.assigned_to.empty()) return {};
    const auto person = policy_->find_person(agreement_word(row.assigned_to));
    const auto index = policy_->find_team(team.text());
    if (!person || !index || !policy_->is_member(*index, *person)) return {};
    return desk::PersonName(policy_->person(*person).name);
  }

  base::Result<void> tell_owner(const LogRow& row, std::optional<desk::AssignmentCause> facts_changed) {
    const desk::Ownership& before = story_.ticket.ownership;
    const base::Instant at = std::max(row.at, story_.ticket.updated_at);
    const auto recorded = known_team(row);
    if (!recorded && !facts_changed && known_person(row, before.owner.team).empty()) return {};
    const desk::TeamName team = recorded ? desk::TeamName(policy_->team(*recorded).name) : before.owner.team;
    const desk::PersonName person = known_person(row, team);
    const bool moves = team != before.owner.team;
    const bool names = !person.empty() && person != before.owner.person;
    // The first time the log names a group is told even when the agreement named it too: history should say so.
    const bool confirms = recorded && !was_recorded(before);
    if (!moves && !names && !confirms && !facts_changed) return {};

    desk::Ownership after = desk::resolve_ownership(story_.ticket.facts, *policy_, at, {});
    const bool follow_agreement = !recorded && !was_recorded(before) && !names;
    if (!follow_agreement)
      set_recorded_owner(after, row, team, !person.empty() ? person : moves ? desk::PersonName() : before.owner.person);
    const auto cause =
        moves || names ? desk::AssignmentCause::Recorded : facts_changed.value_or(desk::AssignmentCause::Recorded);
    return happen(row, desk::OwnerAssigned{.cause = cause, .ownership = std::move(after)});
  }

  void set_recorded_owner(desk::Ownership& ownership, const LogRow& row, const desk::TeamName& team,
                          const desk::PersonName& person) const {
    const desk::TeamName agreed = ownership.owner.team;
    const auto index = policy_->find_team(team.text());
    ownership.owner = {
        .party = index ? desk::PartyName(policy_->party(policy_->team(*index).party).name) : ownership.owner.party,
        .team = team,
        .person = person};
    if (team != agreed) ownership.gap = false;  // the log says that they had it: nobody was missing
    ownership.reasons.push_back(recorded_reason(row, team, agreed));
  }

  // Three things a log may say: this group has it; it named a group before and none since; this person works on it.
  desk::Reason recorded_reason(const LogRow& row, const desk::TeamName& team, const desk::TeamName& agreed) const {
    const bool names_group = !row.group.empty() && agreement_word(row.group) == team.text();
    if (!names_group && !was_recorded(story_.ticket.ownership)) {
      return {.kind = std::string(kTaken),
              .text = fmt::format("the log has {} at work on it (line {})", row.assigned_to, row.line),
              .file = {},
              .line = 0};
    }
    std::string text = names_group ? fmt::format("the log has `{}` as the owner", team.text())
                                   : fmt::format("the log named `{}` before and no owner since", team.text());
    if (!row.assigned_to.empty()) text += fmt::format(", with {}", row.assigned_to);
    text += fmt::format(" (line {})", row.line);
    text += team == agreed ? ", as the agreement says"
                           : fmt::format("; the agreement alone would have named `{}`", agreed.text());
    return {.kind = std::string(kRecorded), .text = std::move(text), .file = {}, .line = 0};
  }

  base::Result<void> tell_state(const LogRow& row) {
    const desk::State now = story_.ticket.state;
    const desk::State wanted = state_after(row.state);
    switch (wanted) {
      case desk::State::New: return {};
      case desk::State::Active: return now == wanted ? base::Result<void>{} : happen(row, desk::WorkStarted{});
      case desk::State::Waiting: {
        const auto on = row.state == LogState::Unknown || row.state == LogState::New ? story_.ticket.waiting_on.value()
                                                                                     : waiting_on(row.state);
        if (now == wanted && story_.ticket.waiting_on == on) return {};
        return happen(row, desk::WaitStarted{.on = on});
      }
      case desk::State::Resolved:
        return now == wanted ? base::Result<void>{}
                             : happen(row, desk::TicketResolved{.note = "Resolved in ServiceNow."});
      case desk::State::Closed: return now == wanted ? base::Result<void>{} : happen(row, desk::TicketClosed{});
    }
    return {};
  }

  Story story_;
  const policy::Policy* policy_;
  UnknownWords* unknown_;
};

}  // namespace

desk::ExternalKey servicenow_key(std::string_view number) {
  return {.system = "servicenow", .key = std::string(number)};
}

std::string agreement_word(std::string_view text) {
  // "3 - Moderate": the digit is the order, the word is the word.
  if (const auto dash = text.find(" - "); dash != std::string_view::npos) text = text.substr(dash + 3);
  std::string word;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      word.push_back(c);
    } else if (c >= 'A' && c <= 'Z') {
      word.push_back(static_cast<char>(c - 'A' + 'a'));
    } else if (!word.empty() && word.back() != '-') {
      word.push_back('-');
    }
  }
  while (word.ends_with('-')) word.pop_back();
  return word;
}

base::Result<Story> open_story(const LogIncident& incident, desk::TicketId id, const policy::Policy& policy,
                               UnknownWords& unknown) {
  const LogRow& first = incident.rows.front();
  const auto known = [&](std::string_view what, std::string_view text, const auto& find) -> std::string {
    if (text.empty()) return {};
    auto word = agreement_word(text);
    if (find(word)) return word;
    ++unknown[fmt::format("{} `{}`", what, text)];
    return {};
  };
  const desk::OpenTicket command{
      .number = 0,
      .kind = desk::TicketKind::Incident,
      .subject = subject_of(incident, first),
      .description = description_of(incident, first),
      .requester = {.name = first.caller.empty() ? "unknown caller" : std::string(first.caller),
                    .email = {},
                    .vip = false},
      .category = desk::CategoryName(
          known("category", first.category, [&](const auto& w) { return policy.find_category(w).has_value(); })),
      .priority = desk::PriorityName(
          known("priority", first.priority, [&](const auto& w) { return policy.find_priority(w).has_value(); })),
      .site = desk::SiteName(
          known("location", first.location, [&](const auto& w) { return policy.find_site(w).has_value(); })),
      .department = {},
      .asset_class = {},
      .source = source_of(first.contact_type),
      .external = servicenow_key(incident.number),
      .decision = {}};
  // Five incidents of the public log are written to before they are opened: the earlier time is when it began.
  const base::Instant opened_at = std::min(first.opened_at, first.at);
  auto decision = desk::open(command, {.policy = policy, .now = opened_at, .actor = actor_of(first), .workload = {}});
  if (const auto* refusal = std::get_if<desk::Refusal>(&decision)) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("the desk does not open {}: {}", incident.number, refusal->message));
  }
  auto& events = std::get<desk::Events>(decision);
  TANDEM_TRY(desk::Ticket ticket, desk::begin(id, events.front()));
  Teller teller(std::move(ticket), policy, unknown);
  for (auto& event : std::span(events).subspan(1)) TANDEM_TRY_DONE(teller.add(std::move(event)));
  for (const LogRow& row : incident.rows) TANDEM_TRY_DONE(teller.tell(row));
  Story story = std::move(teller).finish();
  story.events.insert(story.events.begin(), std::move(events.front()));
  return story;
}

void give_number(Story& story, std::uint64_t number) {
  TANDEM_CHECK(!story.events.empty());
  std::get<desk::TicketOpened>(story.events.front().data).number = number;
  story.ticket.facts.number = number;
}

base::Result<Story> continue_story(const LogIncident& incident, desk::Ticket ticket, base::Instant last_import,
                                   const policy::Policy& policy, UnknownWords& unknown) {
  const auto& rows = incident.rows;
  auto next = std::ranges::find_if(rows, [&](const LogRow& row) { return row.at > last_import; });
  // Rows of that very minute: those up to the last one that the ticket already reflects are old.
  const auto same_minute = std::ranges::find_if(rows, [&](const LogRow& row) { return row.at >= last_import; });
  for (auto row = next; row != same_minute;) {
    --row;
    UnknownWords ignored;
    Teller probe(ticket, policy, ignored);
    TANDEM_TRY_DONE(probe.tell(*row));
    if (std::move(probe).finish().events.empty()) {
      next = row + 1;
      break;
    }
    if (row == same_minute) next = row;
  }
  Teller teller(std::move(ticket), policy, unknown);
  for (; next != rows.end(); ++next) TANDEM_TRY_DONE(teller.tell(*next));
  return std::move(teller).finish();
}

}  // namespace tandem::connect

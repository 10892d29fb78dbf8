#include "app/macros.h"

#include "app/entry.h"
#include "app/narrative.h"

namespace tandem::app {
namespace {

constexpr std::array<std::string_view, 3> kPlaceholders{"requester", "number", "owner"};

std::unexpected<Failure> no_macro() {
  return not_found("there is no such macro");
}
// `{word}` at `at`, where one begins there: its word.
std::optional<std::string_view> placeholder_at(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
  if (end == at + 1 || end == text.size() || text[end] != '}') return std::nullopt;
  return text.substr(at + 1, end - at - 1);
}

bool does_nothing(const MacroRecord& macro) {
  return macro.text.empty() && !macro.take && macro.priority.empty() && macro.tags.empty() &&
         macro.end == MacroEnd::Nothing;
}

// What the macro does to the ticket as it is.
std::vector<desk::Command> commands_of(const MacroRecord& macro, const TicketView& view, const Caller& caller,
                                       const MembershipRecord& membership) {
  const desk::Ticket& ticket = view.ticket;
  const desk::Owner& owner = ticket.ownership.owner;
  const policy::Policy& policy = *view.engagement->policy;
  std::vector<desk::Command> commands;
  const bool has_it = owner.person == membership.person && ticket.state != desk::State::New;
  const bool takes = macro.take && !has_it;
  if (takes) commands.emplace_back(desk::Take{});
  if (!macro.priority.empty() && macro.priority != ticket.facts.priority)
    commands.emplace_back(desk::ChangePriority{macro.priority});
  const bool has_new_tag = std::ranges::any_of(
      macro.tags, [&](const std::string& tag) { return !std::ranges::binary_search(ticket.tags, tag); });
  if (has_new_tag) commands.emplace_back(desk::ChangeTags{.add = macro.tags, .remove = {}});
  if (!macro.text.empty()) {
    const std::string holder = takes                  ? actor_of(caller, membership, policy).display
                               : owner.person.empty() ? owner.team.text()
                                                      : display_of(owner.person, policy);
    const PlaceholderValues values{.requester = ticket.facts.requester.name,
                                   .number = format_number(view.engagement->record.prefix, ticket.facts.number),
                                   .owner = holder};
    commands.emplace_back(
        desk::AddComment{.visibility = macro.visibility, .team = {}, .text = fill_in(macro.text, values)});
  }
  switch (macro.end) {
    case MacroEnd::Nothing: break;
    case MacroEnd::Wait:
      if (ticket.waiting_on != macro.waiting_on || takes) commands.emplace_back(desk::Wait{macro.waiting_on});
      break;
    case MacroEnd::Resolve: commands.emplace_back(desk::Resolve{}); break;
    case MacroEnd::Close: commands.emplace_back(desk::Close{}); break;
  }
  return commands;
}

}  // namespace

std::string fill_in(std::string_view text, const PlaceholderValues& values) {
  std::string filled;
  for (std::size_t at = 0; at < text.size();) {
    const auto word = text[at] == '{' ? placeholder_at(text, at) : std::nullopt;
    if (word == "requester") {
      filled += values.requester;
    } else if (word == "number") {
      filled += values.number;
    } else if (word == "owner") {
      filled += values.owner;
    } else {
      filled += text[at++];
      continue;
    }
    at += word->size() + 2;
  }
  return filled;
}

std::optional<std::string> unknown_placeholder(std::string_view text) {
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    const auto word = placeholder_at(text, at);
    if (word && std::ranges::find(kPlaceholders, *word) == kPlaceholders.end()) return std::string(*word);
  }
  return std::nullopt;
}

struct Macros::Scope {
  const Caller& caller;
  const MembershipRecord& membership;
  std::shared_ptr<const Engagement> engagement;

  [[nodiscard]] const policy::Policy& policy() const { return *engagement->policy; }
  [[nodiscard]] bool may_use(const MacroRecord& macro) const {
    return macro.team.empty() || may_keep_macro(membership, macro.team, policy());
  }
};

Outcome<Macros::Scope> Macros::enter(const Caller& caller, const desk::EngagementName& engagement) const {
  auto entry = enter_engagement(caller, *engagements_, engagement);
  if (!entry) return std::unexpected(entry.error());
  auto& [membership, found] = *entry;
  if (!may_read_macros(*membership)) return forbidden("macros are for the two teams");
  return Scope{.caller = caller, .membership = *membership, .engagement = std::move(found)};
}

Outcome<std::vector<MacroRecord>> Macros::list(const Caller& caller, const desk::EngagementName& engagement) const {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  auto macros = store_->macros(engagement);
  if (!macros) return failed(macros.error());
  std::erase_if(*macros, [&](const MacroRecord& macro) { return !scope->may_use(macro); });
  return *std::move(macros);
}

Outcome<MacroRecord> Macros::find(const Scope& scope, std::string_view id) const {
  const auto wanted = MacroId::parse(id);
  if (!wanted) return no_macro();
  auto macros = store_->macros(scope.engagement->record.name);
  if (!macros) return failed(macros.error());
  const auto found = std::ranges::find(*macros, *wanted, &MacroRecord::id);
  if (found == macros->end() || !scope.may_use(*found)) return no_macro();
  return std::move(*found);
}

Outcome<MacroRecord> Macros::keep(const Scope& scope, MacroRecord macro) {
  const policy::Policy& policy = scope.policy();
  if (!macro.team.empty() && !policy.find_team(macro.team.text()))
    return invalid("/team", fmt::format("the agreement has no team `{}`", macro.team.text()));
  if (!may_keep_macro(scope.membership, macro.team, policy)) {
    return forbidden("you make macros of your own teams and of everybody");
  }
  if (does_nothing(macro)) return invalid("/text", "the macro does nothing: write a reply or name a step");
  if (const auto word = unknown_placeholder(macro.text)) {
    return invalid("/text", fmt::format("`{{{}}}` is no placeholder: there are `{{requester}}`, `{{number}}` and "
                                        "`{{owner}}`",
                                        *word));
  }
  if (!macro.priority.empty() && !policy.find_priority(macro.priority.text()))
    return invalid("/priority", fmt::format("the agreement has no priority `{}`", macro.priority.text()));
  for (const std::string& tag : macro.tags) {
    if (!desk::is_tag(tag)) return invalid("/tags", fmt::format("`{}` is no tag: a word in lower case", tag));
  }
  macro.engagement = scope.engagement->record.name;
  macro.changed = {.account = scope.caller.account,
                   .person = scope.membership.person,
                   .display = actor_of(scope.caller, scope.membership, policy).display,
                   .at = clock_->now()};
  const auto written = store_->write([&](WriteTransaction& tx) { return tx.put_macro(macro); });
  if (!written) return failed(written.error());
  return macro;
}

Outcome<MacroRecord> Macros::add(const Caller& caller, const desk::EngagementName& engagement, MacroRecord macro) {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto there = store_->macros(engagement);
  if (!there) return failed(there.error());
  if (there->size() >= kMaxMacros)
    return invalid("", fmt::format("there are {} macros: remove some before you add more", there->size()));
  macro.id = MacroId(ids_->next(clock_->now().unix_ms()));
  return keep(*scope, std::move(macro));
}

Outcome<MacroRecord> Macros::change(const Caller& caller, const desk::EngagementName& engagement, std::string_view id,
                                    MacroRecord macro) {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto known = find(*scope, id);
  if (!known) return std::unexpected(known.error());
  macro.id = known->id;
  return keep(*scope, std::move(macro));
}

Outcome<> Macros::remove(const Caller& caller, const desk::EngagementName& engagement, std::string_view id) {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto known = find(*scope, id);
  if (!known) return std::unexpected(known.error());
  const auto written = store_->write([&](WriteTransaction& tx) { return tx.remove_macro(engagement, known->id); });
  if (!written) return failed(written.error());
  return {};
}

Outcome<TicketView> Macros::run(const Caller& caller, const desk::EngagementName& engagement, std::string_view id,
                                std::string_view ticket, const CommandOptions& options) {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto view = tickets_->get(caller, engagement, ticket);
  if (!view) return std::unexpected(view.error());
  const auto macro = find(*scope, id);
  if (!macro) return std::unexpected(macro.error());
  const auto commands = commands_of(*macro, *view, caller, scope->membership);
  if (commands.empty()) return *view;
  return tickets_->commands(caller, engagement, view->ticket.id.text(), commands, options);
}

}  // namespace tandem::app

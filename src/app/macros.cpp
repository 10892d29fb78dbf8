#include "app/macros.h"

#include "app/narrative.h"
#include "app/shared_settings.h"
#include "desk/placeholder.h"

namespace tandem::app {

template <>
struct SettingKind<MacroRecord> {
  static constexpr std::string_view kOne = "macro";
  static constexpr std::string_view kMany = "macros";
  static constexpr std::size_t kMost = kMaxMacros;
  static const MacroId& id(const MacroRecord& macro) { return macro.id; }
  static const desk::EngagementName& engagement(const MacroRecord& macro) { return macro.engagement; }
  static auto& changed(auto& macro) { return macro.changed; }
  static auto all(WriteTransaction& tx, const desk::EngagementName& engagement) { return tx.macros(engagement); }
  static auto put(WriteTransaction& tx, const MacroRecord& macro) { return tx.put_macro(macro); }
  static auto remove(WriteTransaction& tx, const desk::EngagementName& engagement, MacroId macro) {
    return tx.remove_macro(engagement, macro);
  }
};

namespace {

// What the words in braces of a reply stand for on one ticket.
struct ReplyValues {
  std::string requester;
  std::string number;
  std::string owner;
};
constexpr std::array<std::pair<std::string_view, std::string ReplyValues::*>, 3> kPlaceholders{
    {{"requester", &ReplyValues::requester}, {"number", &ReplyValues::number}, {"owner", &ReplyValues::owner}}};

const auto* find_placeholder(std::string_view word) {
  const auto found = std::ranges::find(kPlaceholders, word, [](const auto& each) { return each.first; });
  return found == kPlaceholders.end() ? nullptr : &*found;
}

// Of a team of the caller's or of everybody.
bool may_use(const AuthorScope& scope, const MacroRecord& macro) {
  return macro.team.empty() || may_keep_macro(*scope.membership, macro.team, scope.policy());
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
    const ReplyValues values{.requester = ticket.facts.requester.name,
                             .number = format_number(view.engagement->record.prefix, ticket.facts.number),
                             .owner = holder};
    std::string reply = desk::fill_placeholders(macro.text, [&](std::string_view word) -> std::optional<std::string> {
      const auto* placeholder = find_placeholder(word);
      return placeholder == nullptr ? std::nullopt : std::optional(values.*placeholder->second);
    });
    commands.emplace_back(desk::AddComment{.visibility = macro.visibility, .team = {}, .text = std::move(reply)});
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

Outcome<AuthorScope> Macros::enter(const Caller& caller, const desk::EngagementName& engagement) const {
  auto scope = enter_as(caller, *engagements_, engagement, clock_->now());
  if (scope && !may_read_macros(*scope->membership)) return forbidden("macros are for the two teams");
  return scope;
}

Outcome<std::vector<MacroRecord>> Macros::list(const Caller& caller, const desk::EngagementName& engagement) const {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  auto macros = store_->macros(engagement);
  if (!macros) return failed(macros.error());
  std::erase_if(*macros, [&](const MacroRecord& macro) { return !may_use(*scope, macro); });
  return *std::move(macros);
}

Outcome<MacroRecord> Macros::find(const AuthorScope& scope, std::string_view id) const {
  auto macros = store_->macros(scope.name());
  if (!macros) return failed(macros.error());
  return find_setting(*std::move(macros), id, [&](const MacroRecord& macro) { return may_use(scope, macro); });
}

Outcome<MacroRecord> Macros::compose(const AuthorScope& scope, MacroRecord macro) const {
  const policy::Policy& policy = scope.policy();
  if (!macro.team.empty() && !policy.find_team(macro.team.text()))
    return invalid("/team", fmt::format("the agreement has no team `{}`", macro.team.text()));
  if (!may_keep_macro(*scope.membership, macro.team, policy)) {
    return forbidden("you make macros of your own teams and of everybody");
  }
  if (does_nothing(macro)) return invalid("/text", "the macro does nothing: write a reply or name a step");
  const auto unknown = desk::find_unknown_placeholder(
      macro.text, [](std::string_view word) { return find_placeholder(word) != nullptr; });
  if (unknown) {
    return invalid("/text", fmt::format("`{{{}}}` is no placeholder: there are `{{requester}}`, `{{number}}` and "
                                        "`{{owner}}`",
                                        *unknown));
  }
  if (!macro.priority.empty() && !policy.find_priority(macro.priority.text()))
    return invalid("/priority", fmt::format("the agreement has no priority `{}`", macro.priority.text()));
  for (const std::string& tag : macro.tags) {
    if (!desk::is_tag(tag)) return invalid("/tags", fmt::format("`{}` is no tag: a word in lower case", tag));
  }
  macro.engagement = scope.name();
  macro.changed = scope.signature;
  return macro;
}

Outcome<MacroRecord> Macros::add(const Caller& caller, const desk::EngagementName& engagement, MacroRecord macro) {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  macro.id = MacroId(ids_->next(scope->signature.at.unix_ms()));
  const auto composed = compose(*scope, std::move(macro));
  if (!composed) return std::unexpected(composed.error());
  return add_setting(*store_, *composed);
}

Outcome<MacroRecord> Macros::change(const Caller& caller, const desk::EngagementName& engagement, std::string_view id,
                                    MacroRecord macro, const std::optional<base::Instant>& seen) {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto known = find(*scope, id);
  if (!known) return std::unexpected(known.error());
  macro.id = known->id;
  auto composed = compose(*scope, std::move(macro));
  if (!composed) return std::unexpected(composed.error());
  return change_setting(*store_, *std::move(composed), seen,
                        [&](const MacroRecord& there) { return may_use(*scope, there); });
}

Outcome<> Macros::remove(const Caller& caller, const desk::EngagementName& engagement, std::string_view id,
                         const std::optional<base::Instant>& seen) {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto known = find(*scope, id);
  if (!known) return std::unexpected(known.error());
  return remove_setting(*store_, *known, seen, [&](const MacroRecord& there) { return may_use(*scope, there); });
}

Outcome<TicketView> Macros::run(const Caller& caller, const desk::EngagementName& engagement, std::string_view id,
                                std::string_view ticket, const CommandOptions& options) {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto view = tickets_->get(caller, engagement, ticket);
  if (!view) return std::unexpected(view.error());
  const auto macro = find(*scope, id);
  if (!macro) return std::unexpected(macro.error());
  const auto commands = commands_of(*macro, *view, caller, *scope->membership);
  if (commands.empty()) return *view;
  return tickets_->commands(caller, engagement, view->ticket.id.text(), commands, options);
}

}  // namespace tandem::app

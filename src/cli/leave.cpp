// Leave at the command line: for the administrator who is called at seven in the morning.
#include "app/leave.h"

#include "app/leave_period.h"
#include "cli/commands.h"
#include "cli/opened_engagements.h"

namespace tandem::cli {
namespace {

app::Leave leave_of(const OpenedEngagements& opened, const Environment& environment) {
  return {*opened.store, *opened.engagements, environment.clock, environment.ids};
}

std::string source_of(const app::LeaveEntry& entry) {
  if (!entry.record) return fmt::format("{}:{}", entry.at.file, entry.at.line);
  const app::LeaveRecord& record = *entry.record;
  std::string source = fmt::format("{}{}", record.feed ? "" : "by ", record.recorded.display);
  if (record.removed) source += fmt::format(", removed by {}", record.removed->display);
  return source;
}

void print(const app::LeaveEntry& entry, std::FILE* out) {
  const std::string id = entry.record ? entry.record->id.text() : std::string(26, '-');
  fmt::print(out, "{}  {:<12}  {} to {}  {}", id, entry.person.text(), entry.period.from, entry.period.to,
             source_of(entry));
  if (entry.record && !entry.record->note.empty()) fmt::print(out, ": {}", entry.record->note);
  fmt::print(out, "\n");
}

}  // namespace

int run(const ListLeave& command, const Environment& environment) {
  const auto opened = open_engagements(environment, command.database);
  if (!opened) return could_not_run(environment, opened.error().message);
  const app::LeaveQuery query{.between = std::nullopt,
                              .person = desk::PersonName(command.person),
                              .history = command.removed ? app::LeaveHistory::Whole : app::LeaveHistory::InForce};
  const auto entries =
      leave_of(*opened, environment).list(app::CommandLine{}, desk::EngagementName(command.engagement), query);
  if (!entries) return could_not_run(environment, entries.error());
  for (const app::LeaveEntry& entry : *entries) print(entry, environment.out);
  return kDone;
}

int run(const AddLeave& command, const Environment& environment) {
  const auto opened = open_engagements(environment, command.database);
  if (!opened) return could_not_run(environment, opened.error().message);
  const auto recorded = leave_of(*opened, environment)
                            .record(app::CommandLine{}, desk::EngagementName(command.engagement),
                                    {.person = desk::PersonName(command.person),
                                     .from = command.from,
                                     .to = command.to.empty() ? command.from : command.to,
                                     .note = command.note},
                                    std::nullopt);
  if (!recorded) return could_not_run(environment, recorded.error());
  fmt::print(environment.out, "{} is away {}; a running server takes it up within a minute\n", command.person,
             app::spoken_period(recorded->entry.period.from, recorded->entry.period.to));
  for (const app::Consequence& each : recorded->consequences) fmt::print(environment.out, "  {}\n", each.text);
  return kDone;
}

int run(const RemoveLeave& command, const Environment& environment) {
  const auto id = app::LeaveId::parse(command.id);
  if (!id) return could_not_run(environment, fmt::format("`{}` is no id, as `tandem leave list` has it", command.id));
  const auto opened = open_engagements(environment, command.database);
  if (!opened) return could_not_run(environment, opened.error().message);
  const auto removed =
      leave_of(*opened, environment).remove(app::CommandLine{}, desk::EngagementName(command.engagement), *id);
  if (!removed) return could_not_run(environment, removed.error());
  fmt::print(environment.out, "the leave is removed; a running server takes it up within a minute\n");
  return kDone;
}

}  // namespace tandem::cli

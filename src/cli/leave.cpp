// Leave at the command line: for the administrator who is called at seven in the morning.
#include "app/leave.h"

#include "app/engagements.h"
#include "cli/commands.h"

namespace tandem::cli {
namespace {

// What the commands have in common: a database that is there, its engagements, and leave on them.
struct Opened {
  std::unique_ptr<app::Store> store;
  std::unique_ptr<app::Engagements> engagements;
  std::unique_ptr<app::Leave> leave;
};

base::Result<Opened> open(const std::string& database, const Environment& environment) {
  Opened opened;
  TANDEM_TRY(opened.store, open_existing(environment, database));
  opened.engagements = std::make_unique<app::Engagements>(*opened.store, environment.clock);
  TANDEM_TRY_DONE(opened.engagements->load());
  opened.leave = std::make_unique<app::Leave>(*opened.store, *opened.engagements, environment.clock, environment.ids);
  return opened;
}

// With the option that each mistake is about.
int failed(const app::Failure& failure, const Environment& environment) {
  if (failure.fields.empty()) return could_not_run(environment, failure.message);
  for (const app::FieldProblem& each : failure.fields)
    could_not_run(environment, fmt::format("`{}` {}", each.pointer.substr(1), each.message));
  return kCouldNotRun;
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
  const auto opened = open(command.database, environment);
  if (!opened) return could_not_run(environment, opened.error().message);
  const app::LeaveQuery query{.between = std::nullopt,
                              .person = desk::PersonName(command.person),
                              .history = command.removed ? app::LeaveHistory::Whole : app::LeaveHistory::InForce};
  const auto entries = opened->leave->list(app::CommandLine{}, desk::EngagementName(command.engagement), query);
  if (!entries) return failed(entries.error(), environment);
  for (const app::LeaveEntry& entry : *entries) print(entry, environment.out);
  return kDone;
}

int run(const AddLeave& command, const Environment& environment) {
  const auto opened = open(command.database, environment);
  if (!opened) return could_not_run(environment, opened.error().message);
  const auto recorded = opened->leave->record(app::CommandLine{}, desk::EngagementName(command.engagement),
                                              {.person = desk::PersonName(command.person),
                                               .from = command.from,
                                               .to = command.to.empty() ? command.from : command.to,
                                               .note = command.note},
                                              std::nullopt);
  if (!recorded) return failed(recorded.error(), environment);
  fmt::print(environment.out, "{} is away {}; a running server takes it up within a minute\n", command.person,
             app::spoken_period(recorded->entry.period.from, recorded->entry.period.to));
  for (const app::Consequence& each : recorded->consequences) fmt::print(environment.out, "  {}\n", each.text);
  return kDone;
}

int run(const RemoveLeave& command, const Environment& environment) {
  const auto id = app::LeaveId::parse(command.id);
  if (!id) return could_not_run(environment, fmt::format("`{}` is no id, as `tandem leave list` has it", command.id));
  const auto opened = open(command.database, environment);
  if (!opened) return could_not_run(environment, opened.error().message);
  const auto removed = opened->leave->remove(app::CommandLine{}, desk::EngagementName(command.engagement), *id);
  if (!removed) return failed(removed.error(), environment);
  fmt::print(environment.out, "the leave is removed; a running server takes it up within a minute\n");
  return kDone;
}

}  // namespace tandem::cli

#include "connect/importer.h"

#include "base/check.h"
#include "desk/due.h"

namespace tandem::connect {
namespace {

// What one write did; counted only once it is durable, for a store may run the same work twice.
struct Written {
  std::uint64_t opened = 0;
  std::uint64_t continued = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t events = 0;
  std::vector<LogProblem> refused;
  UnknownWords unknown_words;
};

// What is here of an incident already, as it was looked up before the write.
struct Here {
  desk::TicketId ticket;
  std::uint32_t version = 0;
  std::optional<base::Instant> last_import;  // of the latest event that came by import
  bool touched_since = false;                // somebody here worked on it after that
};

class Importer {
 public:
  Importer(const desk::EngagementName& engagement, app::Store& store, const policy::Policy& policy, base::IdSource& ids)
      : engagement_(&engagement), store_(&store), policy_(&policy), ids_(&ids) {}

  base::Result<Written> write(std::span<const LogIncident> incidents) {
    TANDEM_TRY(const auto here, look_up(incidents));
    Written written;
    const auto work = [&](app::WriteTransaction& tx) -> base::Result<void> {
      written = {};
      for (std::size_t i = 0; i < incidents.size(); ++i) {
        TANDEM_TRY_DONE(here[i] ? go_on(tx, *here[i], incidents[i], written) : open(tx, incidents[i], written));
      }
      return {};
    };
    TANDEM_TRY_DONE(store_->write(work));
    return written;
  }

 private:
  // Keys are found in a transaction and histories are read outside of one: a store need not be asked from within its
  // own write.
  base::Result<std::vector<std::optional<Here>>> look_up(std::span<const LogIncident> incidents) {
    std::vector<std::optional<Here>> here;
    const auto find = [&](app::WriteTransaction& tx) -> base::Result<void> {
      here.assign(incidents.size(), std::nullopt);
      for (std::size_t i = 0; i < incidents.size(); ++i) {
        TANDEM_TRY(const auto id, tx.find_external(*engagement_, servicenow_key(incidents[i].number)));
        if (id) here[i] = Here{.ticket = *id, .last_import = {}};
      }
      return {};
    };
    TANDEM_TRY_DONE(store_->write(find));
    for (auto& known : here) {
      if (known) TANDEM_TRY_DONE(look_back(*known));
    }
    return here;
  }

  base::Result<void> look_back(Here& here) {
    TANDEM_TRY(const auto history, store_->history(*engagement_, here.ticket));
    here.version = static_cast<std::uint32_t>(history.size());
    for (const auto& stored : history) {
      if (stored.event.actor.kind == desk::ActorKind::Import) {
        here.last_import = stored.event.at;
        here.touched_since = false;
      } else {
        here.touched_since = true;
      }
    }
    return {};
  }

  base::Result<void> open(app::WriteTransaction& tx, const LogIncident& incident, Written& written) {
    // Somebody else may be importing the same file: the key decides, and it is looked at where it is certain.
    TANDEM_TRY(const auto meanwhile, tx.find_external(*engagement_, servicenow_key(incident.number)));
    if (meanwhile) return ++written.unchanged, base::Result<void>{};
    const desk::TicketId id(ids_->next(incident.rows.front().opened_at.unix_ms()));
    auto story = open_story(incident, id, *policy_, written.unknown_words);
    if (!story) return refuse(incident, story.error(), written);
    // Only now, so that numbers have no gaps.
    TANDEM_TRY(const std::uint64_t number, tx.next_number(*engagement_));
    give_number(*story, number);
    TANDEM_TRY_DONE(append(tx, *story, written));
    ++written.opened;
    return {};
  }

  base::Result<void> go_on(app::WriteTransaction& tx, const Here& here, const LogIncident& incident, Written& written) {
    if (!here.last_import || incident.rows.back().at < *here.last_import) {
      return ++written.unchanged, base::Result<void>{};
    }
    TANDEM_TRY(auto ticket, tx.ticket(*engagement_, here.ticket));
    TANDEM_CHECK(ticket.has_value());  // the external key leads to it
    const bool touched = here.touched_since || ticket->version != here.version;
    auto story = continue_story(incident, *std::move(ticket), *here.last_import, *policy_, written.unknown_words);
    if (!story) return refuse(incident, story.error(), written);
    if (story->events.empty()) return ++written.unchanged, base::Result<void>{};
    if (touched) {
      return refuse(incident,
                    {base::ErrorCode::Conflict,
                     "somebody has worked on it here since it was imported: its newer rows are left out"},
                    written);
    }
    TANDEM_TRY_DONE(append(tx, *story, written));
    ++written.continued;
    return {};
  }

  base::Result<void> append(app::WriteTransaction& tx, const Story& story, Written& written) {
    const auto priority =
        policy_->find_priority(story.ticket.facts.priority.text()).value_or(policy_->default_priority());
    TANDEM_TRY_DONE(tx.append(*engagement_, story.ticket, priority.value, story.events));
    // Targets are watched from the desk's next look at every open ticket on.
    const desk::Circumstances circumstances{
        .policy = *policy_, .now = story.ticket.updated_at, .actor = story.events.back().actor, .workload = {}};
    TANDEM_TRY_DONE(tx.set_due(*engagement_, story.ticket.id, desk::next_due(story.ticket, circumstances)));
    written.events += story.events.size();
    return {};
  }

  static base::Result<void> refuse(const LogIncident& incident, const base::Error& error, Written& written) {
    written.refused.push_back({incident.rows.front().line, fmt::format("{}: {}", incident.number, error.message)});
    return {};
  }

  const desk::EngagementName* engagement_;
  app::Store* store_;
  const policy::Policy* policy_;
  base::IdSource* ids_;
};

void count(ImportReport& report, Written written) {
  report.opened += written.opened;
  report.continued += written.continued;
  report.unchanged += written.unchanged;
  report.refused += written.refused.size();
  report.events += written.events;
  for (const auto& [word, rows] : written.unknown_words) report.unknown_words[word] += rows;
  for (auto& problem : written.refused) {
    if (report.problems.size() < ServiceNowLog::kProblemsKept) report.problems.push_back(std::move(problem));
  }
}

}  // namespace

base::Result<ImportReport> import_history(const std::filesystem::path& path, const desk::EngagementName& engagement,
                                          app::Store& store, const policy::Policy& policy, base::IdSource& ids,
                                          const std::function<void(const ImportProgress&)>& progress,
                                          const ImportOptions& options) {
  TANDEM_CHECK(options.incidents_per_write > 0);
  const auto began = std::chrono::steady_clock::now();
  const auto tell = [&](ImportProgress::Phase phase, std::uint64_t done, std::uint64_t total) {
    if (progress) progress({.phase = phase, .done = done, .total = total});
  };
  TANDEM_TRY(const auto input, open_input(path));
  TANDEM_TRY(const auto zone, calendar::Zone::find(policy.spec().time_zone));
  auto log = read_servicenow_log(*input, zone, [&](const Input& read) {
    tell(ImportProgress::Phase::Reading, read.bytes_read(), read.bytes_total());
  });
  if (!log) return std::unexpected(std::move(log).error().within(fmt::format("importing {}", path.string())));

  ImportReport report{.rows = log->rows,
                      .bad_rows = log->bad_rows,
                      .incidents = log->incidents.size(),
                      .left_out = log->left_out.size(),
                      .problems = std::move(log->problems),
                      .unknown_words = {}};
  Importer importer(engagement, store, policy, ids);
  const std::span<const LogIncident> all(log->incidents);
  for (std::size_t at = 0; at < all.size();) {
    tell(ImportProgress::Phase::Writing, at, all.size());
    const auto some = all.subspan(at, std::min(options.incidents_per_write, all.size() - at));
    TANDEM_TRY(Written written, importer.write(some));
    count(report, std::move(written));
    at += some.size();
  }
  tell(ImportProgress::Phase::Writing, all.size(), all.size());
  std::ranges::sort(report.problems, {}, &LogProblem::line);
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return report;
}

}  // namespace tandem::connect

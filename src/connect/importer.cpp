#include "connect/importer.h"

#include "base/check.h"

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

struct Imported {
  std::optional<base::Instant> last;  // the latest event that came by import
  bool touched_since = false;         // somebody here worked on it after that
};

class Importer {
 public:
  Importer(const desk::EngagementName& engagement, app::Store& store, const policy::Policy& policy, base::IdSource& ids)
      : engagement_(&engagement), store_(&store), policy_(&policy), ids_(&ids) {}

  base::Result<Written> write(std::span<const LogIncident> incidents) {
    Written written;
    const auto work = [&](app::WriteTransaction& tx) -> base::Result<void> {
      written = {};
      for (const LogIncident& incident : incidents) TANDEM_TRY_DONE(write_one(tx, incident, written));
      return {};
    };
    TANDEM_TRY_DONE(store_->write(work));
    return written;
  }

 private:
  base::Result<void> write_one(app::WriteTransaction& tx, const LogIncident& incident, Written& written) {
    TANDEM_TRY(const auto known, tx.find_external(*engagement_, servicenow_key(incident.number)));
    return known ? go_on(tx, *known, incident, written) : open(tx, incident, written);
  }

  base::Result<void> open(app::WriteTransaction& tx, const LogIncident& incident, Written& written) {
    const desk::TicketId id(ids_->next(incident.rows.front().opened_at.unix_ms()));
    auto story = open_story(incident, id, *policy_, written.unknown_words);
    if (!story) return refuse(incident, story.error(), written);
    TANDEM_TRY(const std::uint64_t number, tx.next_number(*engagement_));  // only now, so that numbers have no gaps
    give_number(*story, number);
    TANDEM_TRY_DONE(append(tx, *story, written));
    ++written.opened;
    return {};
  }

  base::Result<void> go_on(app::WriteTransaction& tx, desk::TicketId id, const LogIncident& incident,
                           Written& written) {
    TANDEM_TRY(auto ticket, tx.ticket(*engagement_, id));
    TANDEM_CHECK(ticket.has_value());  // the external key leads to it
    TANDEM_TRY(const Imported imported, look_back(*ticket));
    if (!imported.last || incident.rows.back().at < *imported.last) return ++written.unchanged, base::Result<void>{};
    auto story = continue_story(incident, *std::move(ticket), *imported.last, *policy_, written.unknown_words);
    if (!story) return refuse(incident, story.error(), written);
    if (story->events.empty()) return ++written.unchanged, base::Result<void>{};
    if (imported.touched_since) {
      return refuse(incident,
                    {base::ErrorCode::Conflict,
                     "somebody has worked on it here since it was imported: its newer rows are left out"},
                    written);
    }
    TANDEM_TRY_DONE(append(tx, *story, written));
    ++written.continued;
    return {};
  }

  // Reads what is durable. What this import itself appended in the same write is not there, and need not be: an
  // incident is written once.
  base::Result<Imported> look_back(const desk::Ticket& ticket) {
    TANDEM_TRY(const auto history, store_->history(*engagement_, ticket.id));
    Imported imported;
    for (const auto& stored : history) {
      if (stored.event.actor.kind == desk::ActorKind::Import) {
        imported = {.last = stored.event.at, .touched_since = false};
      } else {
        imported.touched_since = true;
      }
    }
    return imported;
  }

  base::Result<void> append(app::WriteTransaction& tx, const Story& story, Written& written) {
    const auto priority =
        policy_->find_priority(story.ticket.facts.priority.text()).value_or(policy_->default_priority());
    TANDEM_TRY([[maybe_unused]] const auto position,
               tx.append(*engagement_, story.ticket, priority.value, story.events));
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

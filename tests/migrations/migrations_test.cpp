// A published schema never changes: a new one gets a migration of its own and a pair of files here, and every older
// database is opened, brought up to date, and rebuilt to the same rows.
//
//   schema_<n>.sql.golden     the schema as migration n leaves it
//   version_<n>.sql           rows as that version's program wrote them
//   version_<n>.dump.golden   what the read tables must say
//
// dump_rows.py makes the second; `TANDEM_ACCEPT=1 migrations_test` writes the others as they are now, and skips.
#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

#include "app/ledger_audit.h"
#include "app/queue_projection.h"
#include "store/sqlite/database.h"
#include "store/sqlite/schema.h"
#include "store/sqlite/sqlite_store.h"
#include "support/accept.h"

using namespace tandem;
using store::sqlite::Connection;
using store::sqlite::SqliteStore;

namespace {

constexpr int kOldest = 1;

std::string read_file(const std::string& name) {
  std::ifstream in(std::string(TANDEM_ROOT "/tests/migrations/") + name, std::ios::binary);
  REQUIRE_MESSAGE(in.good(), name);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Holds the text against a golden file, or makes the file and says that nothing was checked.
void check_golden(const std::string& name, const std::string& text) {
  if (is_accepting()) return write_golden(std::string(TANDEM_ROOT "/tests/migrations/") + name, text);
  CHECK(text == read_file(name));
}

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "tandem-migrations-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string file() const { return path_ / "tandem.db"; }

 private:
  std::filesystem::path path_;
};

// Everything but what the full-text index keeps for itself, which is its own business.
std::string schema_of(const std::string& path) {
  auto connection = Connection::open(path, Connection::Use::Read);
  REQUIRE(connection);
  auto rows = connection->prepare(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'ticket_words_%' ORDER BY rowid");
  REQUIRE(rows);
  std::string schema;
  for (;;) {
    const auto more = (*rows)->step();
    REQUIRE(more);
    if (!*more) return schema;
    schema += fmt::format("{};\n", (*rows)->text(0));
  }
}

std::unique_ptr<SqliteStore> open(const std::string& path) {
  auto opened = SqliteStore::open(path, {});
  REQUIRE_MESSAGE(opened.has_value(), (opened ? std::string() : opened.error().message));
  return *std::move(opened);
}

// The database as the program of that version left it.
void make_old(const std::string& path, int version) {
  auto old = Connection::open(path, Connection::Use::Write);
  REQUIRE(old);
  REQUIRE(old->execute(read_file(fmt::format("schema_{:04}.sql.golden", version))));
  const auto filled = old->execute(read_file(fmt::format("version_{:04}.sql", version)));
  REQUIRE_MESSAGE(filled.has_value(), (filled ? std::string() : filled.error().message));
  REQUIRE(old->execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", 0x544e444d, version)));
}

}  // namespace

TEST_CASE("a new database has the newest published schema") {
  const Folder folder;
  open(folder.file());
  check_golden(fmt::format("schema_{:04}.sql.golden", store::sqlite::newest_schema()), schema_of(folder.file()));
}

TEST_CASE("a database of every published version is opened, and rebuilt to the same rows") {
  for (int version = kOldest; version <= store::sqlite::newest_schema(); ++version) {
    CAPTURE(version);
    const Folder folder;
    make_old(folder.file(), version);
    const auto store = open(folder.file());
    const auto rows = store->dump_read_tables();
    REQUIRE(rows);
    check_golden(fmt::format("version_{:04}.dump.golden", version), *rows);
    const auto rebuilt = store->rebuild();
    REQUIRE(rebuilt);
    CHECK(*rebuilt > 0);
    CHECK(*store->dump_read_tables() == *rows);
    CHECK(schema_of(folder.file()) ==
          read_file(fmt::format("schema_{:04}.sql.golden", store::sqlite::newest_schema())));
  }
}

TEST_CASE("what an old database knew of people and requests is still known") {
  const desk::EngagementName quarry("quarry-dental");
  for (int version = kOldest; version <= store::sqlite::newest_schema(); ++version) {
    CAPTURE(version);
    const Folder folder;
    make_old(folder.file(), version);
    const auto store = open(folder.file());
    const auto engagements = store->engagements();
    REQUIRE(engagements);
    REQUIRE(engagements->size() == 1);
    CHECK(engagements->front().agreement.files.contains("agreement.yaml"));
    const auto priya = store->find_account("priya@northbeam.example");
    REQUIRE(priya);
    REQUIRE(priya->has_value());
    CHECK(store->memberships((*priya)->id)->size() == 1);
    CHECK(store->tokens((*priya)->id)->size() >= 1);
    // A ticket that was opened under a key is found by it again, whatever the column is called now.
    REQUIRE(store->write([&](app::WriteTransaction& tx) -> base::Result<void> {
      TANDEM_TRY(const auto answer, tx.remembered((*priya)->id, "fixture-1"));
      REQUIRE(answer.has_value());
      TANDEM_TRY(const auto ticket, tx.ticket(quarry, desk::TicketId(answer->made)));
      CHECK(ticket.has_value());
      return {};
    }));
  }
}

TEST_CASE("leave of version 2 is read as it was recorded and removed") {
  const Folder folder;
  make_old(folder.file(), 2);
  const auto store = open(folder.file());
  const desk::EngagementName quarry("quarry-dental");
  const auto leave = store->leave(quarry, app::LeaveHistory::Whole);
  REQUIRE(leave);
  REQUIRE(leave->size() == 3);
  CHECK(leave->at(0).person == desk::PersonName("iris"));
  CHECK(leave->at(0).recorded.display == "command line");
  CHECK(leave->at(1).note == "home for the winter");
  CHECK(leave->at(1).recorded.person == desk::PersonName("priya"));
  CHECK(leave->at(2).from == "2026-12-07 13:00");
  REQUIRE(leave->at(2).removed.has_value());
  CHECK(leave->at(2).removed->person == desk::PersonName("priya"));
  CHECK(store->leave(quarry, app::LeaveHistory::InForce)->size() == 2);
  CHECK(*store->leave_changes() == 4);
  const auto feeds = store->leave_feeds(quarry);
  REQUIRE(feeds);
  REQUIRE(feeds->size() == 1);
  CHECK(feeds->front().url == "https://priya:fixture@calendar.invalid/priya.ics");
  CHECK(feeds->front().error == "its name is not known");
  CHECK(feeds->front().error_since.has_value());
  CHECK(store->calendar_keys((*store->find_account("priya@northbeam.example"))->id)->size() == 1);
}

TEST_CASE("the life of an agreement of version 9 is read as it was written, and older databases have none") {
  const desk::EngagementName quarry("quarry-dental");
  for (int version = kOldest; version <= store::sqlite::newest_schema(); ++version) {
    CAPTURE(version);
    const Folder folder;
    make_old(folder.file(), version);
    const auto store = open(folder.file());
    const auto life = store->agreement_events(quarry);
    REQUIRE(life);
    REQUIRE(life->size() == (version < 9 ? 0U : 2U));
    if (version < 9) continue;
    const auto* begun = std::get_if<desk::DraftBegun>(&life->front().event.data);
    REQUIRE(begun != nullptr);
    const auto text = store->agreement_text(quarry, begun->text.files.front().hash);
    REQUIRE(text);
    REQUIRE(text->has_value());
    CHECK((*text)->ends_with("# a draft\n"));
  }
}

TEST_CASE("a seal of version 3 is read as it was kept, and older versions have none") {
  for (int version = kOldest; version <= store::sqlite::newest_schema(); ++version) {
    CAPTURE(version);
    const Folder folder;
    make_old(folder.file(), version);
    const auto store = open(folder.file());
    const auto agreements = store->agreements(desk::EngagementName("quarry-dental"));
    REQUIRE(agreements);
    REQUIRE(agreements->size() == 1);
    const auto& seal = agreements->front().seal;
    REQUIRE(seal.has_value() == (version >= 3));
    if (!seal) continue;
    CHECK(seal->compiled.front() == 0xc5);
    CHECK(seal->format == 1);
    CHECK(store->engagements()->front().agreement.seal == seal);
  }
}

TEST_CASE("an old database gets a ledger in which every event is, and a newer one keeps its own") {
  for (int version = kOldest; version <= store::sqlite::newest_schema(); ++version) {
    CAPTURE(version);
    const Folder folder;
    make_old(folder.file(), version);
    const auto store = open(folder.file());
    const auto engagement = store->engagements()->front();
    const auto audit = app::audit_ledger(*store, engagement, {});
    REQUIRE(audit);
    CHECK(audit->faults == std::vector<std::string>());
    CHECK(audit->size ==
          store->events_after(engagement.name, 0, 1000)->size() + store->agreement_events(engagement.name)->size());
    CHECK(audit->size > 30);
  }
}

TEST_CASE("forms of version 10 are read as they were kept") {
  const desk::EngagementName quarry("quarry-dental");
  const Folder folder;
  make_old(folder.file(), 10);
  const auto store = open(folder.file());
  const auto forms = store->forms(quarry);
  REQUIRE(forms);
  REQUIRE(forms->size() == 1);
  const desk::RequestForm& form = forms->front().form;
  CHECK(form.title == "New starter");
  CHECK(form.offered);
  REQUIRE(form.fields.size() == 2);
  CHECK(form.fields[1].kind == desk::FieldKind::Date);
  REQUIRE(form.steps.size() == 1);
  CHECK(form.steps[0].days == -3);
  CHECK(forms->front().changed.display == "Priya Raman");
}

TEST_CASE("notices and macros of version 7 are read as they were kept") {
  const Folder folder;
  make_old(folder.file(), 7);
  const auto store = open(folder.file());
  const desk::EngagementName quarry("quarry-dental");
  const desk::Reader iris{.person = desk::PersonName("iris"), .email = {}};
  const desk::Reader tomas{.person = {}, .email = "tomas@quarry-dental.example"};
  const auto told = store->notices({.engagement = quarry, .readers = {iris, tomas}});
  REQUIRE(told);
  REQUIRE(told->size() == 2);
  CHECK(told->at(0).notice == desk::Notice{.to = tomas, .kind = desk::NoticeKind::Answered, .version = 2});
  CHECK(told->at(0).read_at.has_value());
  CHECK(told->at(1).notice.to == iris);
  const auto macros = store->macros(quarry);
  REQUIRE(macros);
  REQUIRE(macros->size() == 1);
  CHECK(macros->front().title == "Password reset");
  CHECK(macros->front().tags == std::vector<std::string>{"reset"});
  CHECK(macros->front().end == app::MacroEnd::Wait);
}

TEST_CASE("tickets of an old database know their kind, and older databases have no VIPs") {
  const desk::EngagementName quarry("quarry-dental");
  std::size_t others = 0;
  for (int version = kOldest; version <= store::sqlite::newest_schema(); ++version) {
    CAPTURE(version);
    const Folder folder;
    make_old(folder.file(), version);
    const auto store = open(folder.file());
    app::QueueQuery all;
    all.engagement = quarry;
    all.limit = 200;
    const auto page = store->queue(all);
    REQUIRE(page);
    CHECK_FALSE(page->rows.empty());
    for (const app::QueueRow& row : page->rows) {
      const auto ticket = store->ticket(quarry, row.id);
      REQUIRE((ticket && *ticket));
      CHECK(row == app::queue_row(**ticket, row.priority_rank));
      others += row.kind == desk::TicketKind::Incident ? 0U : 1U;
    }
    const auto vips = store->vips(quarry, app::VipHistory::Whole);
    REQUIRE(vips);
    CHECK(vips->empty() == (version < 12));
  }
  CHECK(others > 0);
}

TEST_CASE("the queue of version 11 learns of kinds, major incidents and chases from the events") {
  const desk::EngagementName quarry("quarry-dental");
  const Folder folder;
  make_old(folder.file(), 12);
  {
    // The same tickets as version 11 would have them: older fixtures hold incidents alone.
    auto old = Connection::open(folder.file(), Connection::Use::Write);
    REQUIRE(old);
    std::string undo =
        "DROP TABLE vips; DROP TABLE leave_covers; DROP INDEX notices_of_ticket; PRAGMA user_version = 11;";
    for (const char* index : {"of_kind", "of_vendor", "major", "part_of", "to_chase"})
      undo = fmt::format("DROP INDEX tickets_{}; {}", index, undo);
    for (const char* column : {"kind", "part_of", "major_since", "vendor", "chase_at"})
      undo += fmt::format(" ALTER TABLE tickets DROP COLUMN {};", column);
    const auto undone = old->execute(undo);
    REQUIRE_MESSAGE(undone.has_value(), (undone ? std::string() : undone.error().message));
  }
  const auto store = open(folder.file());
  app::QueueQuery query;
  query.engagement = quarry;
  query.limit = 200;
  const auto page = store->queue(query);
  REQUIRE(page);
  for (const app::QueueRow& row : page->rows)
    CHECK(row == app::queue_row(**store->ticket(quarry, row.id), row.priority_rank));
  const auto count = [&](auto holds) { return std::ranges::count_if(page->rows, holds); };
  CHECK(count([](const app::QueueRow& row) { return row.kind == desk::TicketKind::Problem; }) == 1);
  CHECK(count([](const app::QueueRow& row) { return row.chase_at && !row.vendor.empty(); }) == 1);
  CHECK(count([](const app::QueueRow& row) { return row.major_since.has_value(); }) == 1);
  CHECK(count([](const app::QueueRow& row) { return row.part_of.has_value(); }) == 1);
  CHECK(*store->dump_read_tables() == read_file("version_0012.dump.golden"));
}

TEST_CASE("the queue of version 12 learns from the events what was done without authority and waits") {
  const desk::EngagementName quarry("quarry-dental");
  const Folder folder;
  make_old(folder.file(), 13);
  {
    // The same tickets as version 12 would have them: older fixtures have nothing that was done alone.
    auto old = Connection::open(folder.file(), Connection::Use::Write);
    REQUIRE(old);
    std::string undo = "DROP INDEX tickets_unanswered; PRAGMA user_version = 12;";
    for (const char* column : {"since", "name", "by", "asked", "count"})
      undo += fmt::format(" ALTER TABLE tickets DROP COLUMN unanswered_{};", column);
    const auto undone = old->execute(undo);
    REQUIRE_MESSAGE(undone.has_value(), (undone ? std::string() : undone.error().message));
  }
  const auto store = open(folder.file());
  app::QueueQuery query;
  query.engagement = quarry;
  query.limit = 200;
  const auto page = store->queue(query);
  REQUIRE(page);
  for (const app::QueueRow& row : page->rows)
    CHECK(row == app::queue_row(**store->ticket(quarry, row.id), row.priority_rank));
  query.unanswered_only = true;
  const auto waiting = store->queue(query);
  REQUIRE(waiting);
  REQUIRE(waiting->rows.size() == 1);
  CHECK(waiting->rows.front().unanswered->count == 2);
  CHECK(*store->dump_read_tables() == read_file("version_0013.dump.golden"));
}

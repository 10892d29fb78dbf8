// The contents of files: kept once, given back, and gone with the last file that has them.
#include <fstream>

#include "app/content_hash.h"
#include "app/ledger_audit.h"
#include "conformance/places.h"
#include "conformance/store_desk.h"
#include "store/sqlite/database.h"

using namespace tandem;

namespace {

struct Filed {
  explicit Filed(app::Store& store) : desk(store), first(desk.opens()), second(desk.opens()) {}

  // As app::Tickets::attach does it. Nothing when it was done.
  std::optional<desk::RefusalKind> attach(const desk::Ticket& ticket, std::string_view content,
                                          desk::Visibility visibility = desk::Visibility::Both,
                                          std::string_view name = "screen.png") {
    std::optional<desk::RefusalKind> refused;
    const desk::AttachFile command{.name = std::string(name),
                                   .hash = app::hash_of(content),
                                   .size = content.size(),
                                   .media_type = "image/png",
                                   .visibility = visibility,
                                   .team = {},
                                   .comment = 0};
    const auto done = desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
      TANDEM_TRY_DONE(tx.keep_content(kHarbor, command.hash, content));
      TANDEM_TRY(refused, desk.does_in(tx, kHarbor, ticket.id, desk::person("mei"), command));
      return {};
    });
    REQUIRE(done);
    return refused;
  }
  void remove(const desk::Ticket& ticket, std::uint32_t file) {
    REQUIRE(desk.does(ticket, desk::person("mei"), desk::RemoveFile{file, "private"}) == std::nullopt);
  }
  std::optional<std::string> content(std::string_view of, const desk::EngagementName& engagement = kHarbor) {
    const auto found = desk.store().content(engagement, app::hash_of(of));
    REQUIRE(found);
    return *found;
  }

  StoreDesk desk;
  desk::Ticket first;
  desk::Ticket second;
};

using namespace std::string_view_literals;
constexpr auto kBytes = "\x89PNG\r\n\x1a\n\0 and \xff bytes\0"sv;

}  // namespace

TEST_CASE_TEMPLATE("a content is given back byte for byte, in its own engagement", Place, TANDEM_EVERY_STORE) {
  Place place;
  Filed world(place.store());
  CHECK(world.content(kBytes) == std::nullopt);
  REQUIRE(world.attach(world.first, kBytes) == std::nullopt);
  CHECK(world.content(kBytes) == std::string(kBytes));
  CHECK(world.content(kBytes, kUnknownEngagement) == std::nullopt);
  CHECK(world.content("other") == std::nullopt);
  const desk::Ticket read = world.desk.read(world.first);
  REQUIRE(read.files.size() == 1);
  CHECK(read.files.front().file.hash == app::hash_of(kBytes));
}

TEST_CASE_TEMPLATE("a content goes with the last file of the engagement that has it", Place, TANDEM_EVERY_STORE) {
  Place place;
  Filed world(place.store());
  REQUIRE(world.attach(world.first, kBytes) == std::nullopt);
  REQUIRE(world.attach(world.first, kBytes) == std::nullopt);
  REQUIRE(world.attach(world.second, kBytes) == std::nullopt);
  REQUIRE(world.attach(world.second, "another") == std::nullopt);
  world.remove(world.first, 1);
  CHECK(world.content(kBytes));
  world.remove(world.first, 2);
  CHECK(world.content(kBytes));
  world.remove(world.second, 1);
  CHECK(world.content(kBytes) == std::nullopt);
  CHECK(world.content("another") == "another");
  // And comes again.
  REQUIRE(world.attach(world.first, kBytes) == std::nullopt);
  CHECK(world.content(kBytes));
}

TEST_CASE_TEMPLATE("a write that fails keeps no content, and takes none away", Place, TANDEM_EVERY_STORE) {
  Place place;
  Filed world(place.store());
  REQUIRE(world.attach(world.first, kBytes) == std::nullopt);
  CHECK_FALSE(world.desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(tx.keep_content(kHarbor, app::hash_of("new"), "new"));
    TANDEM_TRY(const auto refused,
               world.desk.does_in(tx, kHarbor, world.first.id, desk::person("mei"), desk::RemoveFile{1, "private"}));
    REQUIRE_FALSE(refused);
    return base::fail(base::ErrorCode::Io, "on purpose");
  }));
  CHECK(world.content("new") == std::nullopt);
  CHECK(world.content(kBytes));
  CHECK_FALSE(world.desk.read(world.first).files.front().removed);
  const auto nowhere = world.desk.store().write(
      [&](app::WriteTransaction& tx) { return tx.keep_content(kUnknownEngagement, app::hash_of("new"), "new"); });
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().code == base::ErrorCode::NotFound);
}

TEST_CASE_TEMPLATE("rebuilding keeps contents, and which file has which", Place, TANDEM_EVERY_STORE) {
  Place place;
  Filed world(place.store());
  REQUIRE(world.attach(world.first, kBytes) == std::nullopt);
  REQUIRE(world.attach(world.second, kBytes) == std::nullopt);
  REQUIRE(world.attach(world.second, "gone") == std::nullopt);
  world.remove(world.first, 1);
  world.remove(world.second, 2);
  const std::string before = world.desk.dump();
  CHECK(before.contains(fmt::format("harbor-cu|file|2|1|{}\n", app::hash_of(kBytes).text())));
  CHECK_FALSE(before.contains("|file|1|1|"));
  REQUIRE(world.desk.store().rebuild());
  CHECK(world.desk.dump() == before);
  CHECK(world.content(kBytes) == std::string(kBytes));
  world.remove(world.second, 1);
  CHECK(world.content(kBytes) == std::nullopt);
}

TEST_CASE_TEMPLATE("a file is found by its name, by who may read it", Place, TANDEM_EVERY_STORE) {
  Place place;
  Filed world(place.store());
  REQUIRE(world.attach(world.first, "a", desk::Visibility::Requester, "invoice.pdf") == std::nullopt);
  REQUIRE(world.attach(world.first, "b", desk::Visibility::Team, "salaries.xlsx") == std::nullopt);
  CHECK(world.desk.numbers({.search = "invoice", .search_team_notes_only_public = true}) == Numbers{1});
  CHECK(world.desk.numbers({.search = "salaries", .search_team_notes_only_public = true}).empty());
  CHECK(world.desk.numbers({.search = "salaries", .search_teams = {desk::TeamName("harbor-it")}}).empty());
  CHECK(world.desk.numbers({.search = "salaries", .search_teams = {desk::TeamName("soc")}}) == Numbers{1});
}

TEST_CASE("what is removed leaves nothing in the file of the database") {
  // Large, so that it lies on pages of its own, and each page can be told.
  std::string content;
  for (int i = 0; content.size() < 300'000; ++i) content += fmt::format("<her salary {}>", i);
  SqlitePlace place;
  const auto stored = [&] {
    place.close();  // which brings everything from the log into the file
    std::ifstream in(place.path(), std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    place.open({});
    return bytes;
  };
  std::optional<desk::Ticket> ticket;
  {
    Filed world(place.store());
    ticket = world.first;
    REQUIRE(world.attach(*ticket, content) == std::nullopt);
  }
  REQUIRE(stored().contains("<her salary"));
  StoreDesk desk(place.store(), /*ids_from=*/100);
  REQUIRE(desk.does(*ticket, desk::person("mei"), desk::RemoveFile{1, "private"}) == std::nullopt);
  const std::string left = stored();
  CHECK(left.size() > content.size());  // the pages are still there
  CHECK_FALSE(left.contains("<her salary"));
}

TEST_CASE("an audit reads what is in the files, and a damaged content is healed by attaching it again") {
  SqlitePlace place;
  Filed world(place.store());
  REQUIRE(world.attach(world.first, kBytes) == std::nullopt);
  REQUIRE(world.attach(world.second, kBytes) == std::nullopt);
  REQUIRE(world.attach(world.second, "gone") == std::nullopt);
  world.remove(world.second, 2);
  const auto faults = [&] {
    const auto audit = app::audit_ledger(place.store(), engagement_record("harbor-cu", "HCU"), {});
    REQUIRE(audit);
    return audit->faults;
  };
  CHECK(faults().empty());
  const auto execute = [&](const std::string& sql) {
    auto connection = store::sqlite::Connection::open(place.path(), store::sqlite::Connection::Use::Write);
    REQUIRE(connection);
    REQUIRE(connection->execute(sql));
  };
  const std::vector<std::string> told{"HCU-1, file 1: what is in it is missing or is not what was attached",
                                      "HCU-2, file 1: what is in it is missing or is not what was attached"};
  execute("UPDATE file_contents SET content = x'00'");
  CHECK(faults() == told);
  execute("DELETE FROM file_contents");
  CHECK(faults() == told);
  execute(fmt::format("INSERT INTO file_contents (engagement, hash, content) VALUES (1, '{}', x'00')",
                      app::hash_of(kBytes).text()));
  REQUIRE(world.attach(world.first, kBytes) == std::nullopt);
  CHECK(faults().empty());
}

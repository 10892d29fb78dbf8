#include "cli/head_file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "agreement/compile.h"
#include "app/tickets.h"
#include "cli/ledger_key.h"
#include "crypto/crypto.h"
#include "store/memory/memory_store.h"

using namespace tandem;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "tandem-heads-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] fs::path operator/(std::string_view name) const { return path_ / name; }

 private:
  fs::path path_;
};

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, std::string_view text) {
  std::ofstream(file, std::ios::binary) << text;
}

crypto::SigningKey some_key() {
  REQUIRE(crypto::start());
  return crypto::SigningKey::make();
}

// A desk with the engagement of the example, on which tickets are opened.
class Desk {
 public:
  Desk() : engagements(store, clock), ids(base::make_random_ids()), tickets(store, engagements, clock, *ids) {
    const auto compiled = agreement::compile_path(TANDEM_ROOT "/examples/harbor-cu", {.today = {}});
    REQUIRE(compiled);
    const auto adopted = engagements.adopt(compiled->bundle, clock.now());
    REQUIRE_MESSAGE(adopted.has_value(), (adopted ? std::string() : adopted.error().message));
  }
  void open_ticket(const std::string& subject) {
    desk::OpenTicket command;
    command.subject = subject;
    command.category = desk::CategoryName("password-reset");
    const app::AccountId account(base::IdBits{.high = 1, .low = 1});
    const app::Caller ann{
        .account = account,
        .email = "ann@harbor.example",
        .display = "Ann",
        .memberships = {{.account = account, .engagement = name, .role = app::Role::Requester, .person = {}}}};
    REQUIRE(tickets.open(ann, name, std::move(command), {}));
  }

  const desk::EngagementName name{"harbor-cu"};
  base::ManualClock clock{*base::parse_rfc3339("2026-10-05T14:00:00Z")};
  store::memory::MemoryStore store;
  app::Engagements engagements;
  std::unique_ptr<base::IdSource> ids;
  app::Tickets tickets;
};

}  // namespace

TEST_CASE("a head is kept, left alone while nothing happens, and followed by a later one") {
  const Folder folder;
  const auto key = some_key();
  Desk desk;
  desk.open_ticket("first");
  const auto file = folder / "ledger.head";
  CHECK(*cli::keep_head(file, desk.store, desk.name, key));
  const std::string first = text_of(file);
  CHECK(first == app::sign_head(*app::current_head(desk.store, desk.name), key).text);
  CHECK_FALSE(*cli::keep_head(file, desk.store, desk.name, key));
  desk.open_ticket("second");
  CHECK(*cli::keep_head(file, desk.store, desk.name, key));
  CHECK(text_of(file) != first);
  CHECK(std::distance(fs::directory_iterator(file.parent_path()), {}) == 1);
}

TEST_CASE("a head of another history, a longer one, another key or none stays in its file") {
  const Folder folder;
  const auto key = some_key();
  const auto file = folder / "ledger.head";
  Desk real;
  real.open_ticket("what happened");
  Desk other;
  other.open_ticket("what did not");
  other.open_ticket("what did not, either");
  REQUIRE(cli::keep_head(file, real.store, real.name, key));
  const std::string kept = text_of(file);
  const auto refused = cli::keep_head(file, other.store, other.name, key);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == base::ErrorCode::Conflict);
  CHECK(text_of(file) == kept);
  Desk older;
  CHECK(cli::keep_head(file, older.store, older.name, key).error().code == base::ErrorCode::Conflict);
  CHECK(cli::keep_head(file, real.store, real.name, some_key()).error().code == base::ErrorCode::BadInput);
  write(file, "my shopping list\n");
  CHECK(cli::keep_head(file, real.store, real.name, key).error().code == base::ErrorCode::BadInput);
  CHECK(text_of(file) == "my shopping list\n");
}

TEST_CASE("each party of an engagement but its vendors gets the head and the key") {
  const Folder folder;
  const auto key = some_key();
  Desk desk;
  desk.open_ticket("first");
  REQUIRE(cli::keep_heads_of_parties(folder / "heads", desk.store, desk.engagements, key));
  std::set<std::string> parties;
  for (const auto& entry : fs::directory_iterator(folder / "heads/harbor-cu")) {
    parties.insert(entry.path().filename().string());
    const auto verifier = cli::read_verifier(entry.path() / "ledger.key");
    REQUIRE(verifier);
    CHECK(ledger::open_head(text_of(entry.path() / "ledger.head"), *verifier)->size ==
          *desk.store.ledger_size(desk.name));
  }
  CHECK(parties == std::set<std::string>{"harbor", "northbeam"});
}

TEST_CASE("a head that cannot be kept does not keep the other party from theirs") {
  const Folder folder;
  const auto key = some_key();
  Desk desk;
  REQUIRE(cli::keep_heads_of_parties(folder / "", desk.store, desk.engagements, key));
  write(folder / "harbor-cu/harbor/ledger.head", "spoilt");
  desk.open_ticket("first");
  const auto done = cli::keep_heads_of_parties(folder / "", desk.store, desk.engagements, key);
  REQUIRE_FALSE(done.has_value());
  CHECK(done.error().message.contains("harbor-cu/harbor/ledger.head stays as it is"));
  CHECK_FALSE(done.error().message.contains("northbeam"));
  CHECK(text_of(folder / "harbor-cu/northbeam/ledger.head") ==
        app::sign_head(*app::current_head(desk.store, desk.name), key).text);
}

TEST_CASE("the key of a database is made once, for its owner only") {
  REQUIRE(crypto::start());
  const Folder folder;
  const std::string database = folder / "tandem.db";
  CHECK_FALSE(cli::read_ledger_key(database)->has_value());
  std::vector<std::thread> threads;
  std::array<crypto::PublicKey, 8> keys{};
  for (auto& key : keys) threads.emplace_back([&] { key = cli::obtain_ledger_key(database)->public_key(); });
  for (auto& thread : threads) thread.join();
  for (const auto& key : keys) CHECK(key == keys.front());
  struct stat status{};
  const std::string file = cli::ledger_key_path(database);
  REQUIRE(stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  CHECK(std::distance(fs::directory_iterator(folder / ""), {}) == 1);

  REQUIRE(chmod(file.c_str(), 0640) == 0);
  CHECK(cli::read_ledger_key(database).error().message.contains("others may read"));
  REQUIRE(chmod(file.c_str(), 0600) == 0);
  write(file, "PRIVATE+KEY+tandem+00000000+AAAA\n");
  CHECK(cli::obtain_ledger_key(database).error().message.contains("holds no key of a ledger"));
}

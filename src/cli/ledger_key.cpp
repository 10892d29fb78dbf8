#include "cli/ledger_key.h"

#include <sys/stat.h>

#include <cerrno>
#include <system_error>

#include "cli/draft_file.h"
#include "cli/whole_file.h"

namespace tandem::cli {
namespace {

std::unexpected<base::Error> failed(std::string_view doing, const std::string& path, int reason) {
  return base::fail(base::ErrorCode::Io,
                    fmt::format("{} {}: {}", doing, path, std::generic_category().message(reason)));
}

base::Result<void> make_key(const std::string& path) {
  const DraftFile draft(path);
  if (!draft.is_open()) return failed("making the ledger's key", path, errno);
  const base::Secret line(fmt::format("{}\n", ledger::to_text(crypto::SigningKey::make()).reveal()));
  int reason = draft.fill(line.reveal(), S_IRUSR | S_IWUSR);
  // It does not take the place of a key that somebody else has just made.
  if (reason == 0) reason = draft.appear_as(path);
  if (reason != 0 && reason != EEXIST) return failed("making the ledger's key", path, reason);
  return {};
}

}  // namespace

std::string ledger_key_path(const std::string& database) {
  return database + ".ledger-key";
}

base::Result<std::optional<crypto::SigningKey>> read_ledger_key(const std::string& database) {
  const std::string path = ledger_key_path(database);
  struct stat status{};
  if (stat(path.c_str(), &status) != 0) {
    if (errno == ENOENT) return std::nullopt;
    return failed("reading the ledger's key", path, errno);
  }
  if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return base::fail(
        base::ErrorCode::BadInput,
        fmt::format("others may read the ledger's key {}: `chmod 600` it, and make a new one if they did", path));
  }
  TANDEM_TRY(std::string text, read_whole_file(path));
  while (text.ends_with('\n')) text.pop_back();
  auto key = ledger::parse_signing_key(base::Secret(std::move(text)));
  if (!key) return base::fail(base::ErrorCode::BadInput, fmt::format("{} holds no key of a ledger", path));
  return key;
}

base::Result<crypto::SigningKey> obtain_ledger_key(const std::string& database) {
  TANDEM_TRY(auto known, read_ledger_key(database));
  if (known) return *std::move(known);
  TANDEM_TRY_DONE(make_key(ledger_key_path(database)));
  TANDEM_TRY(auto made, read_ledger_key(database));
  if (!made) return failed("reading the ledger's key", ledger_key_path(database), ENOENT);
  return *std::move(made);
}

base::Result<ledger::Verifier> read_verifier(const std::string& text_or_file) {
  if (auto verifier = ledger::parse_verifier(text_or_file)) return *std::move(verifier);
  TANDEM_TRY(std::string text, read_whole_file(text_or_file));
  while (text.ends_with('\n')) text.pop_back();
  auto verifier = ledger::parse_verifier(text);
  if (!verifier) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("{} holds no key, as `tandem ledger head --key` prints it", text_or_file));
  }
  return *std::move(verifier);
}

}  // namespace tandem::cli

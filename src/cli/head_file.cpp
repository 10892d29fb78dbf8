#include "cli/head_file.h"

#include <sys/stat.h>

#include <cerrno>
#include <system_error>

#include "cli/draft_file.h"
#include "cli/whole_file.h"

namespace tandem::cli {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kForAll = S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH;  // a head is no secret

base::Result<void> put_text(const fs::path& file, std::string_view text) {
  const auto failed = [&](int reason) {
    return base::fail(base::ErrorCode::Io,
                      fmt::format("writing {}: {}", file.string(), std::generic_category().message(reason)));
  };
  DraftFile draft(file);
  if (!draft.is_open()) return failed(errno);
  if (const int reason = draft.fill(text, kForAll); reason != 0) return failed(reason);
  if (const int reason = draft.take_place_of(file); reason != 0) return failed(reason);
  return {};
}

// Nothing when there is no such file.
base::Result<std::optional<std::string>> read_if_there(const fs::path& file) {
  auto text = read_whole_file(file.string());
  if (text) return *std::move(text);
  if (text.error().code == base::ErrorCode::NotFound) return std::nullopt;
  return std::unexpected(std::move(text).error());
}

// The head that is kept must be one of this ledger's past.
base::Result<void> check_followed(const fs::path& file, const std::string& kept, app::Store& store,
                                  const desk::EngagementName& engagement, const app::SignedHead& now) {
  const auto head = ledger::open_head(kept, now.verifier);
  if (!head) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("{} stays as it is: {}; move it away if a new one is to be kept", file.string(),
                                  head.error().message));
  }
  bool is_followed = head->size <= now.head.size;
  if (is_followed) {
    TANDEM_TRY(const auto then, app::head_at(store, engagement, head->size));
    is_followed = then.root == head->root;
  }
  if (is_followed) return {};
  return base::fail(base::ErrorCode::Conflict,
                    fmt::format("{} stays as it is: the ledger of `{}` does not begin with the {} events that it was "
                                "signed for; history was rewritten, or the database is an older one",
                                file.string(), engagement.text(), head->size));
}

base::Result<void> keep_in(const fs::path& folder, app::Store& store, const desk::EngagementName& engagement,
                           const crypto::SigningKey& key) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    return base::fail(base::ErrorCode::Io, fmt::format("making the folder {}: {}", folder.string(), error.message()));
  }
  TANDEM_TRY(const bool is_new, keep_head(folder / "ledger.head", store, engagement, key));
  if (!is_new) return {};
  const ledger::Verifier verifier{.name = ledger::origin_of(engagement.text()), .key = key.public_key()};
  return put_text(folder / "ledger.key", fmt::format("{}\n", ledger::to_text(verifier)));
}

bool keeps_heads(policy::PartyKind kind) {
  return kind == policy::PartyKind::Client || kind == policy::PartyKind::Provider;
}

}  // namespace

base::Result<bool> keep_head(const fs::path& file, app::Store& store, const desk::EngagementName& engagement,
                             const crypto::SigningKey& key) {
  TANDEM_TRY(auto head, app::current_head(store, engagement));
  const app::SignedHead now = app::sign_head(std::move(head), key);
  TANDEM_TRY(const auto kept, read_if_there(file));
  if (kept == now.text) return false;
  if (kept) TANDEM_TRY_DONE(check_followed(file, *kept, store, engagement, now));
  TANDEM_TRY_DONE(put_text(file, now.text));
  return true;
}

base::Result<void> keep_heads_of_parties(const fs::path& folder, app::Store& store, const app::Engagements& engagements,
                                         const crypto::SigningKey& key) {
  std::string problems;
  for (const auto& engagement : engagements.all()) {
    const desk::EngagementName& name = engagement->record.name;
    for (const policy::Party& party : engagement->policy->spec().parties) {
      if (!keeps_heads(party.kind)) continue;
      const auto done = keep_in(folder / name.text() / party.name, store, name, key);
      if (!done) problems += fmt::format("{}{}", problems.empty() ? "" : "; ", done.error().message);
    }
  }
  if (problems.empty()) return {};
  return base::fail(base::ErrorCode::Io, std::move(problems));
}

}  // namespace tandem::cli

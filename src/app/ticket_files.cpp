// Files of tickets, as use cases: content and event in one transaction, and content that is what was attached.
#include "app/content_hash.h"
#include "app/media_type.h"
#include "app/ticket_scope.h"
#include "base/log.h"

namespace tandem::app {
namespace {

std::unexpected<Failure> no_file(std::string message) {
  return not_found(std::move(message));
}

}  // namespace

void view_files(TicketView& view, const MembershipRecord& membership, const desk::Circumstances& circumstances) {
  for (const desk::Attachment& one : view.ticket.files) {
    const desk::RemoveFile remove{.file = one.file.file, .reason = "?"};
    const bool can = may_command(membership, remove) &&
                     std::holds_alternative<desk::Events>(desk::decide(view.ticket, remove, circumstances));
    if (can) view.removable_files.push_back(one.file.file);
  }
  std::erase_if(view.ticket.files,
                [&](const desk::Attachment& one) { return !may_see(membership, one, circumstances.policy); });
}

Outcome<TicketView> Tickets::attach(const Caller& caller, const desk::EngagementName& engagement,
                                    std::string_view ticket, const NewFile& file, const CommandOptions& options) {
  auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto id = find(*scope, ticket);
  if (!id) return std::unexpected(id.error());
  const desk::AttachFile command{.name = file.name,
                                 .hash = hash_of(file.content),
                                 .size = file.content.size(),
                                 .media_type = media_type_of(file.media_type, file.content),
                                 .visibility = file.visibility,
                                 .team = file.team,
                                 .comment = file.comment};
  return write(*scope, options, [&](Step& step) -> base::Result<Decided> {
    const auto may_attach = [&](const MembershipRecord& who) { return may_command(who, command); };
    TANDEM_TRY(const auto begun, step.begin(*id, {.is_given_to = may_attach}, options));
    if (!begun) return Decided(std::unexpected(begun.error()));
    TANDEM_TRY(const auto refusal, step.joint.decide(*id, command));
    if (refusal) return Decided(std::unexpected(from_refusal(*refusal)));
    TANDEM_TRY_DONE(step.tx.keep_content(scope->name(), command.hash, file.content));
    return *id;
  });
}

Outcome<desk::Attachment> Tickets::find_file(const Caller& caller, const desk::EngagementName& engagement,
                                             std::string_view ticket, std::uint32_t file) const {
  auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto stored = read(*scope, ticket);
  if (!stored) return std::unexpected(stored.error());
  const MembershipRecord reading = scope->of(*stored)->membership;
  const auto& files = stored->files;
  if (file == 0 || file > files.size() || !may_see(reading, files[file - 1], scope->policy()))
    return no_file("there is no such file");
  const desk::Attachment& found = files[file - 1];
  if (found.removed) return no_file(fmt::format("the file was removed by {}", found.removed->by.display));
  return found;
}

Outcome<std::string> Tickets::read_content(const desk::EngagementName& engagement, const desk::Attachment& file) const {
  auto content = store_->content(engagement, file.file.hash);
  if (!content) return failed(content.error());
  if (*content && hash_of(**content) == file.file.hash) return **std::move(content);
  base::log_error("file-damaged", {{"engagement", engagement.text()},
                                   {"sha256", file.file.hash.text()},
                                   {"found", *content ? "other-bytes" : "nothing"}});
  return std::unexpected(Failure{
      FailureKind::Internal,
      "what is stored of the file is not what was attached: its SHA-256 is another one. The server's log names it",
      {},
      {}});
}

}  // namespace tandem::app

#include "desk/attachment.h"

#include "desk/file_name.h"
#include "desk/folds.h"
#include "desk/rules.h"

namespace tandem::desk {
namespace {

struct Readers {
  Visibility visibility = Visibility::Both;
  TeamName team;
};

// Whether one person did the one and does the other. End users are known by their addresses.
bool is_same(const Actor& author, const Actor& actor) {
  if (!actor.person.empty() && author.person == actor.person) return true;
  return !actor.email.empty() && same_address(author.email, actor.email);
}

// A file that belongs to a comment has its readers, and nobody adds to what others have said.
std::variant<Readers, Refusal> readers_of_comment(std::uint32_t number, const Case& given) {
  const auto& comments = given.ticket.comments;
  const auto found = std::ranges::find(comments, number, &Comment::number);
  if (found == comments.end() || !is_same(found->author, given.actor())) {
    return refuse(RefusalKind::BadFile, "comment", fmt::format("no comment {} of yours is on the ticket", number));
  }
  return Readers{.visibility = found->visibility, .team = found->team};
}

std::variant<Readers, Refusal> readers_of(const AttachFile& command, const Case& given) {
  Readers readers{.visibility = command.visibility, .team = command.team};
  if (command.comment != 0) {
    auto found = readers_of_comment(command.comment, given);
    if (auto* no = std::get_if<Refusal>(&found)) return std::move(*no);
    readers = std::get<Readers>(std::move(found));
  }
  auto team = may_write(readers.visibility, readers.team, "attach a file", given);
  if (auto* no = std::get_if<Refusal>(&team)) return std::move(*no);
  readers.team = std::get<TeamName>(std::move(team));
  return readers;
}

std::optional<Refusal> check_file(const AttachFile& command) {
  if (command.size == 0) return refuse(RefusalKind::BadFile, "file", "the file is empty");
  if (command.size > kMaxFileSize) {
    return refuse(RefusalKind::BadFile, "file",
                  fmt::format("the file has {} bytes: at most {} are kept", command.size, kMaxFileSize));
  }
  if (!is_content_hash(command.hash.text()))
    return refuse(RefusalKind::BadFile, "file", "the hash of the file is no SHA-256");
  if (command.media_type.size() > kMaxMediaType)
    return refuse(RefusalKind::BadFile, "file", "the type of the file is too long");
  return std::nullopt;
}

bool is_there(const Attachment& one) {
  return !one.removed;
}

Attachment* find_file(std::vector<Attachment>& files, std::uint32_t number) {
  return number == 0 || number > files.size() ? nullptr : &files[number - 1];
}

// The teams remove what they may read, and everybody what they attached themselves.
std::optional<Refusal> may_remove(const Attachment& one, const Case& given) {
  if (is_same(one.by, given.actor())) return std::nullopt;
  if (given.actor().kind == ActorKind::Requester)
    return refuse(RefusalKind::NotAMember, "file", "you remove only what you have attached yourself");
  if (auto no = given.standing.must_belong("remove a file")) return no;
  const bool is_others = one.file.visibility == Visibility::Team && given.actor().kind == ActorKind::Person &&
                         !given.standing.is_member(one.file.team);
  if (!is_others) return std::nullopt;
  return refuse(
      RefusalKind::NotAMember, "file",
      fmt::format("it is a file of {}: only its members remove it", spoken_team(given.policy(), one.file.team)));
}

}  // namespace

bool is_content_hash(std::string_view text) {
  return text.size() == 64 &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

Decision decide_on(const AttachFile& command, const Case& given) {
  auto readers = readers_of(command, given);
  if (auto* no = std::get_if<Refusal>(&readers)) return std::move(*no);
  if (given.ticket.state == State::Closed) return *must_be_open(given.ticket);
  if (auto no = check_file(command)) return *std::move(no);
  const auto& files = given.ticket.files;
  if (std::ranges::count_if(files, is_there) >= static_cast<std::ptrdiff_t>(kMaxFiles)) {
    return refuse(RefusalKind::TooManyFiles, {},
                  fmt::format("the ticket has {} files already: no more are kept", kMaxFiles));
  }
  Readers& named = std::get<Readers>(readers);
  return Events{given.event(FileAttached{.file = static_cast<std::uint32_t>(files.size()) + 1,
                                         .name = clean_file_name(command.name),
                                         .hash = command.hash,
                                         .size = command.size,
                                         .media_type = command.media_type,
                                         .visibility = named.visibility,
                                         .team = std::move(named.team),
                                         .comment = command.comment})};
}

Decision decide_on(const RemoveFile& command, const Case& given) {
  const auto& files = given.ticket.files;
  if (command.file == 0 || command.file > files.size())
    return refuse(RefusalKind::NoSuchFile, "file", fmt::format("the ticket has no file {}", command.file));
  const Attachment& one = files[command.file - 1];
  if (auto no = may_remove(one, given)) return *std::move(no);
  if (!is_there(one)) {
    return refuse(RefusalKind::NoSuchFile, "file",
                  fmt::format("file {} is removed already, by {}", command.file, one.removed->by.display));
  }
  if (auto no = check_text(command.reason, "reason", "the reason", kMaxText, Emptiness::Refused)) return *std::move(no);
  return Events{given.event(FileRemoved{.file = command.file,
                                        .name = one.file.name,
                                        .visibility = one.file.visibility,
                                        .team = one.file.team,
                                        .reason = command.reason})};
}

std::string fold(Ticket& ticket, const Event& event, const FileAttached& attached) {
  const auto next = ticket.files.size() + 1;
  if (attached.file != next) return fmt::format("file {} stands where file {} belongs", attached.file, next);
  if (!is_content_hash(attached.hash.text())) return fmt::format("file {} has no hash", attached.file);
  ticket.files.push_back({.at = event.at, .by = event.actor, .file = attached, .removed = std::nullopt});
  return {};
}

std::string fold(Ticket& ticket, const Event& event, const FileRemoved& removed) {
  Attachment* one = find_file(ticket.files, removed.file);
  if (one == nullptr) return fmt::format("there is no file {}", removed.file);
  if (!is_there(*one)) return fmt::format("file {} is removed already", removed.file);
  one->removed = Attachment::Removal{.at = event.at, .by = event.actor, .reason = removed.reason};
  return {};
}

}  // namespace tandem::desk

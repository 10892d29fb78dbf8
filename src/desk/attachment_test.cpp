#include "desk/attachment.h"

#include <doctest/doctest.h>

#include "desk/governed_agreement.h"
#include "desk/notice.h"
#include "desk/random_commands.h"

using namespace tandem::desk;

namespace {

AttachFile a_file(Visibility visibility = Visibility::Both, std::string_view name = "screen.png") {
  return {.name = std::string(name),
          .hash = ContentHash(std::string(64, 'a')),
          .size = 1234,
          .media_type = "image/png",
          .visibility = visibility,
          .team = {},
          .comment = 0};
}
AttachFile of_comment(std::uint32_t comment) {
  AttachFile file = a_file();
  file.comment = comment;
  return file;
}
AddComment says(Visibility visibility) {
  return {.visibility = visibility, .team = {}, .text = "see the picture"};
}
const Actor kAnn = requester("ann@harbor.example");

std::vector<std::string> told(const Scene& scene, const Ticket& before) {
  std::vector<std::string> who;
  for (const Notice& one :
       notices({.before = &before, .after = scene.ticket, .events = scene.latest, .policy = scene.policy()}))
    who.push_back(one.to.person.empty() ? one.to.email : one.to.person.text());
  return who;
}

}  // namespace

TEST_CASE("files are numbered, keep what they are, and change no state") {
  Scene scene("workstation");
  REQUIRE(scene.does(person("sam"), a_file(Visibility::Requester, "../a/first.png")) == std::nullopt);
  REQUIRE(scene.does(kAnn, a_file(Visibility::Requester)) == std::nullopt);
  REQUIRE(scene.ticket.files.size() == 2);
  const Attachment& first = scene.ticket.files.front();
  CHECK(first.file.file == 1);
  CHECK(first.file.name == "first.png");
  CHECK(first.file.size == 1234);
  CHECK(first.by == person("sam"));
  CHECK_FALSE(first.removed);
  CHECK(scene.ticket.files.back().file.file == 2);
  CHECK(scene.ticket.state == State::New);
  // A file without a word answers nobody.
  CHECK_FALSE(scene.ticket.responded_at);
}

TEST_CASE("who may write what people read may attach what they read") {
  Scene scene("malware");
  CHECK(scene.does(kAnn, a_file(Visibility::Both)) == RefusalKind::NotAMember);
  CHECK(scene.does(kAnn, a_file(Visibility::Team)) == RefusalKind::NotAMember);
  CHECK(scene.does(requester("bob@harbor.example"), a_file(Visibility::Requester)) == RefusalKind::NotAMember);
  CHECK(scene.said == "only the person who asked for this, and the teams, may attach a file");
  CHECK(scene.does(person("vic"), a_file()) == RefusalKind::NotAMember);
  CHECK(scene.does(person("tess"), a_file(Visibility::Team)) == RefusalKind::NotAMember);
  REQUIRE(scene.does(person("luis"), a_file(Visibility::Team)) == std::nullopt);
  CHECK(scene.ticket.files.back().file.team == TeamName("harbor-it"));
  REQUIRE(scene.does(person("mei"), a_file(Visibility::Both)) == std::nullopt);
  CHECK(scene.ticket.files.back().file.team.empty());
}

TEST_CASE("a file of a comment has the comment's readers, and only its writer adds one") {
  Scene scene("malware");
  REQUIRE(scene.does(person("mei"), says(Visibility::Team)) == std::nullopt);
  REQUIRE(scene.does(kAnn, says(Visibility::Requester)) == std::nullopt);
  AttachFile file = of_comment(1);
  file.visibility = Visibility::Requester;  // the comment says otherwise, and counts
  REQUIRE(scene.does(person("mei"), file) == std::nullopt);
  CHECK(scene.ticket.files.back().file.visibility == Visibility::Team);
  CHECK(scene.ticket.files.back().file.team == TeamName("soc"));
  CHECK(scene.ticket.files.back().file.comment == 1);
  CHECK(scene.does(person("otto"), of_comment(1)) == RefusalKind::BadFile);
  CHECK(scene.field == "comment");
  CHECK(scene.does(person("mei"), of_comment(2)) == RefusalKind::BadFile);
  CHECK(scene.does(person("mei"), of_comment(3)) == RefusalKind::BadFile);
  REQUIRE(scene.does(kAnn, of_comment(2)) == std::nullopt);
  CHECK(scene.ticket.files.back().file.visibility == Visibility::Requester);
}

TEST_CASE("what is no file is refused in words") {
  Scene scene("workstation");
  const auto with = [](auto change) {
    AttachFile file = a_file();
    change(file);
    return file;
  };
  CHECK(scene.does(person("sam"), with([](AttachFile& f) { f.size = 0; })) == RefusalKind::BadFile);
  CHECK(scene.said == "the file is empty");
  CHECK(scene.does(person("sam"), with([](AttachFile& f) { f.size = kMaxFileSize + 1; })) == RefusalKind::BadFile);
  CHECK(scene.does(person("sam"), with([](AttachFile& f) { f.size = kMaxFileSize; })) == std::nullopt);
  for (const std::string& hash : {std::string(), std::string(63, 'a'), std::string(64, 'A'), std::string(64, 'g')})
    CHECK(scene.does(person("sam"), with([&](AttachFile& f) { f.hash = ContentHash(hash); })) == RefusalKind::BadFile);
  CHECK(scene.does(person("sam"), with([](AttachFile& f) { f.media_type = std::string(kMaxMediaType + 1, 'x'); })) ==
        RefusalKind::BadFile);
}

TEST_CASE("a ticket has so many files, and a removed one makes room") {
  Scene scene("workstation");
  for (std::size_t i = 0; i < kMaxFiles; ++i) REQUIRE(scene.does(person("sam"), a_file()) == std::nullopt);
  CHECK(scene.does(person("sam"), a_file()) == RefusalKind::TooManyFiles);
  CHECK(scene.said == "the ticket has 100 files already: no more are kept");
  REQUIRE(scene.does(person("sam"), RemoveFile{7, "twice"}) == std::nullopt);
  CHECK(scene.does(person("sam"), a_file()) == std::nullopt);
  CHECK(scene.ticket.files.back().file.file == kMaxFiles + 1);
}

TEST_CASE("the teams remove what they may read, and everybody what is theirs") {
  Scene scene("malware");
  REQUIRE(scene.does(person("mei"), a_file(Visibility::Team)) == std::nullopt);
  REQUIRE(scene.does(person("mei"), a_file(Visibility::Requester)) == std::nullopt);
  REQUIRE(scene.does(kAnn, a_file(Visibility::Requester)) == std::nullopt);
  REQUIRE(scene.does(person("mei"), a_file(Visibility::Requester)) == std::nullopt);
  CHECK(scene.does(person("dana"), RemoveFile{1, "no"}) == RefusalKind::NotAMember);
  CHECK(scene.said == "it is a file of `soc` of Northbeam IT: only its members remove it");
  CHECK(scene.does(kAnn, RemoveFile{2, "no"}) == RefusalKind::NotAMember);
  CHECK(scene.does(person("vic"), RemoveFile{2, "no"}) == RefusalKind::NotAMember);
  CHECK(scene.does(person("otto"), RemoveFile{1, "her salary stands in it"}) == std::nullopt);
  CHECK(scene.does(person("dana"), RemoveFile{2, "of another ticket"}) == std::nullopt);
  CHECK(scene.does(kAnn, RemoveFile{3, " "}) == RefusalKind::EmptyText);
  CHECK(scene.does(kAnn, RemoveFile{3, "the wrong picture"}) == std::nullopt);
  CHECK(scene.does(person("mei"), RemoveFile{3, "again"}) == RefusalKind::NoSuchFile);
  CHECK(scene.does(person("mei"), RemoveFile{0, "?"}) == RefusalKind::NoSuchFile);
  CHECK(scene.does(person("mei"), RemoveFile{5, "?"}) == RefusalKind::NoSuchFile);
  const Attachment& removed = scene.ticket.files.front();
  REQUIRE(removed.removed);
  CHECK(removed.removed->by == person("otto"));
  CHECK(removed.removed->reason == "her salary stands in it");
  CHECK(removed.file.hash == ContentHash(std::string(64, 'a')));  // that stays
}

TEST_CASE("a closed ticket takes no file, and gives one up all the same") {
  Scene scene("malware");
  REQUIRE(scene.does(person("mei"), a_file()) == std::nullopt);
  REQUIRE(scene.does(person("mei"), Resolve{}) == std::nullopt);
  CHECK(scene.does(person("mei"), a_file()) == std::nullopt);
  REQUIRE(scene.does(person("mei"), Close{}) == std::nullopt);
  CHECK(scene.does(person("mei"), a_file()) == RefusalKind::NotOpen);
  CHECK(scene.does(person("mei"), RemoveFile{1, "the law"}) == std::nullopt);
}

TEST_CASE("a file by itself is told as a comment would be; one of a comment is not told again") {
  Scene scene("malware");
  REQUIRE(scene.does(person("mei"), Take{}) == std::nullopt);
  REQUIRE(scene.does(person("dana"), Watch{}) == std::nullopt);
  const auto attach = [&](const Actor& actor, const AttachFile& file) {
    const Ticket before = scene.ticket;
    REQUIRE(scene.does(actor, file) == std::nullopt);
    return told(scene, before);
  };
  using People = std::vector<std::string>;
  CHECK(attach(person("otto"), a_file(Visibility::Requester)) == People{"mei", "ann@harbor.example", "dana"});
  CHECK(attach(person("otto"), a_file(Visibility::Both)) == People{"mei", "dana"});
  CHECK(attach(person("otto"), a_file(Visibility::Team)) == People{"mei"});
  REQUIRE(scene.does(person("otto"), says(Visibility::Requester)) == std::nullopt);
  CHECK(attach(person("otto"), of_comment(1)).empty());
}

TEST_CASE("whatever people do, files are numbered without gaps and each is there until somebody who may removes it") {
  const auto policy = governed_agreement();
  std::size_t attached = 0;
  std::size_t removed = 0;
  for (std::uint32_t seed = 0; seed < 800; ++seed) {
    RandomCommands random(20'000 + seed);
    Scene scene{policy, random.opening(), random.instant()};
    std::vector<bool> is_there;  // the model
    for (int step = 0; step < 60; ++step) {
      scene.now = scene.now + random.pause();
      const Actor actor = random.actor(scene.ticket);
      const Command command = random.command(scene.ticket);
      const bool was_closed = scene.ticket.state == State::Closed;
      const auto refusal = scene.does(actor, command);
      const auto* attach = std::get_if<AttachFile>(&command);
      const auto* remove = std::get_if<RemoveFile>(&command);
      if (attach != nullptr && !refusal) {
        is_there.push_back(true);
        ++attached;
        REQUIRE_FALSE(was_closed);
        REQUIRE(
            (actor.kind != ActorKind::Requester || scene.ticket.files.back().file.visibility == Visibility::Requester));
      }
      if (remove != nullptr) {
        const bool can = remove->file > 0 && remove->file <= is_there.size() && is_there[remove->file - 1];
        if (!can) REQUIRE(refusal);
        if (!refusal) {
          is_there[remove->file - 1] = false;
          ++removed;
        }
      }
      REQUIRE(scene.ticket.files.size() == is_there.size());
      for (std::size_t i = 0; i < is_there.size(); ++i) {
        REQUIRE(scene.ticket.files[i].file.file == i + 1);
        REQUIRE(is_there[i] == !scene.ticket.files[i].removed);
      }
    }
  }
  CHECK(attached > 100);
  CHECK(removed > 30);
}

TEST_CASE("a history that skips a file, or removes one twice, is noticed") {
  Scene scene("workstation");
  REQUIRE(scene.does(person("sam"), a_file()) == std::nullopt);
  const Event attached = scene.latest.front();
  REQUIRE(scene.does(person("sam"), RemoveFile{1, "no"}) == std::nullopt);
  Ticket ticket = scene.ticket;
  CHECK_FALSE(evolve(ticket, attached));
  CHECK_FALSE(evolve(ticket, scene.latest.front()));
  CHECK(ticket == scene.ticket);
}

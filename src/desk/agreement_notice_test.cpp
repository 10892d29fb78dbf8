#include "desk/agreement_notice.h"

#include <doctest/doctest.h>

#include "desk/example_agreement.h"

namespace tandem::desk {
namespace {

AgreementText text_of(std::string_view words) {
  const TextHash hash{std::string(words)};
  return {.root = "agreement.yaml", .files = {{.name = "agreement.yaml", .hash = hash}}, .hash = hash};
}

// Somebody does something with the agreement, and the answer is who heard of it: "signature-asked dana, answered sam".
class Hearing {
 public:
  Hearing() { CHECK(does(system_actor(), AdoptText{text_of("first")}, nullptr) == ""); }

  std::string does(const Actor& actor, const AgreementCommand& command, const policy::Policy* in_force) {
    const auto decision = decide(life, command, {.policy = in_force, .now = kMonday, .actor = actor});
    const auto* refusal = std::get_if<Refusal>(&decision);
    REQUIRE_MESSAGE(refusal == nullptr, (refusal == nullptr ? std::string() : refusal->message));
    const auto& events = std::get<AgreementEvents>(decision);
    const AgreementLife before = life;
    for (const AgreementEvent& event : events) REQUIRE(evolve(life, event).has_value());
    std::string told;
    for (const Notice& one : notices({.before = before, .after = life, .events = events, .policy = in_force})) {
      CHECK(one.version > before.version);
      CHECK(one.version <= life.version);
      CHECK(one.to.person.text() != actor.person.text());
      told += fmt::format("{}{} {}", told.empty() ? "" : ", ", to_text(one.kind), one.to.person.text());
      newest_told = one.version;
    }
    return told;
  }
  std::string does(const Actor& actor, const AgreementCommand& command) { return does(actor, command, policy_.get()); }
  std::string begins(std::string_view who, std::string_view words) {
    return does(person(who),
                BeginDraft{.title = "A draft", .based_on = life.newest()->version, .text = text_of(words)});
  }
  std::string proposes(std::string_view who, std::uint32_t draft, std::string_view words) {
    return does(person(who), ProposeDraft{.draft = draft, .text = TextHash(words), .errors = 0, .effective = kMonday});
  }
  std::string signs(std::string_view who, std::uint32_t proposal, std::string_view words) {
    return does(person(who), SignProposal{.proposal = proposal, .text = TextHash(words)});
  }
  std::string comments(std::string_view who, std::uint32_t draft) {
    return does(person(who), CommentOnDraft{.draft = draft, .revision = 1, .file = {}, .line = 0, .text = "why?"});
  }

  AgreementLife life;
  std::uint32_t newest_told = 0;

 private:
  std::shared_ptr<const policy::Policy> policy_ = example_agreement();
};

}  // namespace

TEST_CASE("whose signature is wanted hears so, and who proposes is told nothing of it") {
  Hearing hearing;
  CHECK(hearing.begins("sam", "weekends") == "");
  CHECK(hearing.proposes("sam", 1, "weekends") ==
        "signature-asked dana, signature-asked nora, signature-asked priya, signature-asked mei");
  Hearing other;
  other.begins("luis", "weekends");
  CHECK(other.proposes("dana", 1, "weekends") ==
        "signature-asked nora, signature-asked priya, signature-asked mei, agreement luis");
}

TEST_CASE("a signature is told to those who sign and who proposed, the last one as the version that it makes") {
  Hearing hearing;
  hearing.begins("sam", "weekends");
  hearing.proposes("sam", 1, "weekends");
  CHECK(hearing.signs("dana", 1, "weekends") == "agreement nora, agreement priya, agreement mei, agreement sam");
  CHECK(hearing.signs("mei", 1, "weekends") == "agreement dana, agreement nora, agreement priya, agreement sam");
  CHECK(hearing.newest_told == hearing.life.version);  // that it is in force, and from when
}

TEST_CASE("who refuses, takes back or changes what is proposed is told to everybody concerned") {
  const std::string all = "agreement dana, agreement nora, agreement priya, agreement mei, agreement sam";
  Hearing refused;
  refused.begins("sam", "weekends");
  refused.proposes("sam", 1, "weekends");
  CHECK(refused.does(person("mei"), RefuseProposal{.proposal = 1, .reason = "no"}) ==
        "agreement dana, agreement nora, agreement priya, agreement sam");
  Hearing withdrawn;
  withdrawn.begins("sam", "weekends");
  withdrawn.proposes("otto", 1, "weekends");
  CHECK(withdrawn.does(person("otto"), WithdrawProposal{.proposal = 1, .reason = {}}) == all);
  Hearing changed;
  changed.begins("sam", "weekends");
  changed.proposes("sam", 1, "weekends");
  CHECK(changed.does(person("luis"),
                     SaveDraft{.draft = 1, .title = "A draft", .based_on = 1, .text = text_of("other")}) == all);
}

TEST_CASE("a comment is told to who wrote the draft or about it, and to who is to sign it") {
  Hearing hearing;
  hearing.begins("sam", "weekends");
  CHECK(hearing.comments("sam", 1) == "");
  CHECK(hearing.comments("luis", 1) == "answered sam");
  hearing.does(person("otto"),
               SaveDraft{.draft = 1, .title = "A draft", .based_on = 1, .text = text_of("more weekends")});
  CHECK(hearing.comments("dana", 1) == "answered sam, answered otto, answered luis");
  CHECK(hearing.does(person("luis"), DropDraft{1}) == "agreement sam, agreement otto, agreement dana");
  Hearing proposed;
  proposed.begins("sam", "weekends");
  proposed.proposes("sam", 1, "weekends");
  CHECK(proposed.comments("luis", 1) == "answered sam, answered dana, answered nora, answered priya, answered mei");
}

TEST_CASE("who hears that one draft is agreed hears of the other one that it overtakes") {
  Hearing hearing;
  hearing.begins("sam", "weekends");
  hearing.begins("luis", "nights");
  hearing.proposes("sam", 1, "weekends");
  hearing.proposes("luis", 2, "nights");
  hearing.signs("dana", 1, "weekends");
  CHECK(hearing.signs("mei", 1, "weekends") ==
        "agreement dana, agreement nora, agreement priya, agreement sam, "
        "agreement dana, agreement nora, agreement priya, agreement luis");
}

TEST_CASE("a text that an administrator puts in force is told to who signs and leads; the first one to nobody") {
  Hearing hearing;
  CHECK(hearing.does(system_actor(), AdoptText{text_of("second")}) ==
        "agreement dana, agreement nora, agreement priya, agreement mei");
}

TEST_CASE("who has left the agreement is told nothing of it") {
  Hearing hearing;
  hearing.begins("otto", "weekends");
  policy::Spec spec = example_agreement()->spec();
  for (policy::Person& one : spec.people) {
    if (one.name == "otto") one.name = "former-otto";
  }
  const auto later = policy::Policy::make(std::move(spec));
  CHECK(hearing.does(person("luis"), CommentOnDraft{.draft = 1, .revision = 1, .file = {}, .line = 0, .text = "why?"},
                     later.get()) == "");
}

}  // namespace tandem::desk

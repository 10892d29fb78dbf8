// The life of an agreement: scenes that people would recognise, and what holds whatever they do.
#include "desk/agreement_life.h"

#include <doctest/doctest.h>

#include <map>
#include <random>

#include "desk/example_agreement.h"
#include "desk/signatories.h"

namespace tandem::desk {
namespace {

AgreementText text_of(std::string_view words) {
  const TextHash hash{std::string(words)};
  return {.root = "agreement.yaml", .files = {{.name = "agreement.yaml", .hash = hash}}, .hash = hash};
}

// An agreement in force since Monday, and its life.
class Life {
 public:
  Life() { REQUIRE_FALSE(does(system_actor(), AdoptText{text_of("first")})); }

  AgreementDecision asks(const Actor& actor, const AgreementCommand& command) const {
    return decide(life, command, {.policy = policy_.get(), .now = now, .actor = actor});
  }
  // Nothing when it was done.
  std::optional<RefusalKind> does(const Actor& actor, const AgreementCommand& command) {
    const auto decision = asks(actor, command);
    if (const auto* refusal = std::get_if<Refusal>(&decision)) {
      said = refusal->message;
      return refusal->kind;
    }
    latest = std::get<AgreementEvents>(decision);
    for (const AgreementEvent& event : latest) {
      const auto evolved = evolve(life, event);
      REQUIRE_MESSAGE(evolved.has_value(), (evolved ? std::string() : evolved.error().message));
      events.push_back(event);
    }
    return std::nullopt;
  }
  // A draft with that text, proposed to come into force at `effective`. The proposal's number.
  std::uint32_t proposes(std::string_view words, base::Instant effective) {
    const auto newest = life.newest()->version;
    REQUIRE_FALSE(does(person("sam"), BeginDraft{.title = "A draft", .based_on = newest, .text = text_of(words)}));
    const auto draft = static_cast<std::uint32_t>(life.drafts.size());
    REQUIRE_FALSE(does(person("sam"),
                       ProposeDraft{.draft = draft, .text = TextHash(words), .errors = 0, .effective = effective}));
    return static_cast<std::uint32_t>(life.proposals.size());
  }
  std::optional<RefusalKind> sign(std::string_view who, std::uint32_t proposal, std::string_view words) {
    return does(person(who), SignProposal{.proposal = proposal, .text = TextHash(words)});
  }

  base::Instant now = kMonday;
  AgreementLife life;
  AgreementEvents events;
  AgreementEvents latest;
  std::string said;

 private:
  std::shared_ptr<const policy::Policy> policy_ = example_agreement();
};

TEST_CASE("whoever leads a team of a party signs for it") {
  const auto policy = example_agreement();
  const std::vector<Signatories> expected{
      {.party = PartyName("harbor"), .people = {PersonName("dana"), PersonName("nora")}},
      {.party = PartyName("northbeam"), .people = {PersonName("priya"), PersonName("mei")}}};
  CHECK(signatories(*policy) == expected);
  CHECK(signs_for(*policy, PersonName("mei")) == PartyName("northbeam"));
  CHECK(signs_for(*policy, PersonName("luis")) == std::nullopt);
  CHECK(signs_for(*policy, PersonName()) == std::nullopt);
}

TEST_CASE("a decision kind `agreement` names those who sign, and a party that it leaves out has its leads") {
  policy::Spec spec = example_agreement()->spec();
  const auto index = [&](std::string_view name) {
    const auto found = std::ranges::find(spec.people, name, &policy::Person::name);
    return policy::PersonIndex{static_cast<std::uint32_t>(found - spec.people.begin())};
  };
  policy::DecisionKind kind;
  kind.name = "agreement";
  kind.big = true;
  kind.by = index("luis");
  spec.governance.decisions.push_back(kind);
  const auto policy = policy::Policy::make(std::move(spec));
  CHECK(signs_for(*policy, PersonName("luis")) == PartyName("harbor"));
  CHECK(signs_for(*policy, PersonName("dana")) == std::nullopt);
  CHECK(signs_for(*policy, PersonName("priya")) == PartyName("northbeam"));
}

TEST_CASE("a text that both parties sign is in force when it says so, and never before it is signed") {
  Life scene;
  const auto later = scene.now + base::hours(48);
  const auto proposal = scene.proposes("second", later);
  CHECK(scene.sign("luis", proposal, "second") == RefusalKind::NotASignatory);
  CHECK_FALSE(scene.sign("dana", proposal, "second"));
  CHECK(scene.sign("nora", proposal, "second") == RefusalKind::AlreadySigned);
  CHECK(scene.life.newest()->version == 1);
  CHECK_FALSE(scene.sign("mei", proposal, "second"));
  CHECK(scene.life.newest()->version == 2);
  CHECK(scene.life.newest()->in_force_from == later);
  CHECK(scene.life.in_force(later - base::seconds(1))->version == 1);
  CHECK(scene.life.in_force(later)->version == 2);
  CHECK(scene.life.drafts.front().state == DraftState::Agreed);

  const auto retroactive = scene.proposes("third", kMonday - base::hours(24));
  CHECK_FALSE(scene.sign("dana", retroactive, "third"));
  CHECK_FALSE(scene.sign("priya", retroactive, "third"));
  CHECK(scene.life.newest()->in_force_from == later);  // not before the version that it follows
}

TEST_CASE("a signature counts for the text that was seen, and a changed draft voids it") {
  Life scene;
  const auto proposal = scene.proposes("second", scene.now);
  CHECK(scene.sign("dana", proposal, "another") == RefusalKind::AnotherText);
  CHECK_FALSE(scene.sign("dana", proposal, "second"));
  const SaveDraft change{.draft = 1, .title = "A draft", .based_on = 1, .text = text_of("second, changed")};
  CHECK_FALSE(scene.does(person("otto"), change));
  CHECK(scene.life.proposals.front().end->how == ProposalEnd::Changed);
  CHECK(scene.life.drafts.front().state == DraftState::Open);
  CHECK(scene.sign("mei", proposal, "second") == RefusalKind::NoSuchProposal);
  CHECK(scene.life.versions.size() == 1);

  // A better title changes nothing that was signed.
  REQUIRE_FALSE(
      scene.does(person("sam"),
                 ProposeDraft{.draft = 1, .text = TextHash("second, changed"), .errors = 0, .effective = scene.now}));
  CHECK_FALSE(scene.sign("dana", 2, "second, changed"));
  CHECK_FALSE(scene.does(
      person("otto"), SaveDraft{.draft = 1, .title = "Weekends", .based_on = 1, .text = text_of("second, changed")}));
  CHECK_FALSE(scene.sign("mei", 2, "second, changed"));
  CHECK(scene.life.newest()->text == text_of("second, changed"));
}

TEST_CASE("what was begun before another version was agreed takes nothing of it back") {
  Life scene;
  REQUIRE_FALSE(scene.does(person("sam"), BeginDraft{.title = "Slow", .based_on = 1, .text = text_of("slow")}));
  const auto open = scene.proposes("open", scene.now);
  const auto quick = scene.proposes("quick", scene.now);
  CHECK_FALSE(scene.sign("dana", open, "open"));
  CHECK_FALSE(scene.sign("dana", quick, "quick"));
  CHECK_FALSE(scene.sign("mei", quick, "quick"));
  CHECK(scene.life.proposals[0].end->how == ProposalEnd::Overtaken);
  CHECK(scene.sign("mei", open, "open") == RefusalKind::NoSuchProposal);
  const ProposeDraft propose{.draft = 1, .text = TextHash("slow"), .errors = 0, .effective = scene.now};
  CHECK(scene.does(person("sam"), propose) == RefusalKind::DraftOutdated);
  CHECK_FALSE(
      scene.does(person("sam"), SaveDraft{.draft = 1, .title = "Slow", .based_on = 2, .text = text_of("slow")}));
  CHECK(scene.does(person("sam"), SaveDraft{.draft = 1, .title = "Slow", .based_on = 1, .text = text_of("slow")}) ==
        RefusalKind::DraftOutdated);
  CHECK_FALSE(scene.does(person("sam"), propose));
}

TEST_CASE("what is refused, withdrawn or faulty does not become a version") {
  Life scene;
  const auto first = scene.proposes("second", scene.now);
  CHECK(scene.does(person("luis"), RefuseProposal{first, "no"}) == RefusalKind::NotASignatory);
  CHECK(scene.does(person("dana"), RefuseProposal{first, " "}) == RefusalKind::EmptyText);
  CHECK(scene.does(person("dana"), WithdrawProposal{first, ""}) == RefusalKind::NotAMember);
  CHECK_FALSE(scene.does(person("dana"), RefuseProposal{first, "not at weekends"}));
  CHECK(scene.life.proposals[0].end->party == PartyName("harbor"));
  const ProposeDraft again{.draft = 1, .text = TextHash("second"), .errors = 0, .effective = scene.now};
  REQUIRE_FALSE(scene.does(person("priya"), again));
  CHECK(scene.does(person("priya"), again) == RefusalKind::ProposalOpen);
  CHECK(scene.does(person("priya"), DropDraft{1}) == RefusalKind::ProposalOpen);
  CHECK_FALSE(scene.does(person("otto"), WithdrawProposal{2, ""}));
  ProposeDraft faulty = again;
  faulty.errors = 2;
  CHECK(scene.does(person("priya"), faulty) == RefusalKind::TextHasErrors);
  ProposeDraft unseen = again;
  unseen.text = TextHash("what it was");
  CHECK(scene.does(person("priya"), unseen) == RefusalKind::AnotherText);
  CHECK_FALSE(scene.does(person("priya"), DropDraft{1}));
  CHECK(scene.does(person("priya"), again) == RefusalKind::NoSuchDraft);
  CHECK(scene.life.versions.size() == 1);
}

TEST_CASE("comments stay with the revision that they are about, and do not stop anybody's work on the text") {
  Life scene;
  REQUIRE_FALSE(scene.does(person("sam"), BeginDraft{.title = "A draft", .based_on = 1, .text = text_of("second")}));
  const CommentOnDraft comment{.draft = 1, .revision = 1, .file = "agreement.yaml", .line = 7, .text = "Why not Otto?"};
  CHECK_FALSE(scene.does(person("dana"), comment));
  CHECK(scene.life.drafts[0].revision == 1);
  CHECK_FALSE(
      scene.does(person("sam"), SaveDraft{.draft = 1, .title = "A draft", .based_on = 1, .text = text_of("third")}));
  CHECK(scene.life.drafts[0].revision == 2);
  CHECK(scene.life.drafts[0].comments[0].revision == 1);
  CommentOnDraft bad = comment;
  bad.revision = 3;
  CHECK(scene.does(person("dana"), bad) == RefusalKind::NoSuchDraft);
  bad = comment;
  bad.revision = 2;
  bad.file = "people.yaml";
  CHECK(scene.does(person("dana"), bad) == RefusalKind::NoSuchDraft);
  bad.file = "agreement.yaml";
  bad.text = "";
  CHECK(scene.does(person("dana"), bad) == RefusalKind::EmptyText);
}

TEST_CASE("an agreement is between the client and its providers") {
  Life scene;
  const BeginDraft begin{.title = "A draft", .based_on = 1, .text = text_of("second")};
  for (const Actor& actor : {person("vic"), requester("ann@harbor.example"), system_actor(), import_actor()})
    CHECK(scene.does(actor, begin) == RefusalKind::NotAMember);
  CHECK(scene.does(person("dana"), AdoptText{text_of("mine")}) == RefusalKind::NotASignatory);
  CHECK(scene.does(system_actor(), AdoptText{text_of("first")}) == RefusalKind::NoChange);
  BeginDraft unfounded = begin;
  unfounded.based_on = 9;
  CHECK(scene.does(person("dana"), unfounded) == RefusalKind::NoSuchVersion);
}

TEST_CASE("an administrator's text holds at once, unsigned, and overtakes what is proposed") {
  Life scene;
  const auto proposal = scene.proposes("second", scene.now);
  scene.now = scene.now + base::hours(1);
  CHECK_FALSE(scene.does(system_actor(), AdoptText{text_of("by hand")}));
  CHECK(scene.life.newest()->proposal == 0);
  CHECK(scene.life.newest()->in_force_from == scene.now);
  CHECK(scene.life.proposals[proposal - 1].end->how == ProposalEnd::Overtaken);
}

TEST_CASE("a history that cannot have happened is not read") {
  Life scene;
  scene.proposes("second", scene.now);
  REQUIRE_FALSE(scene.sign("dana", 1, "second"));
  REQUIRE_FALSE(scene.sign("mei", 1, "second"));
  const AgreementEvents whole = scene.events;
  for (std::size_t left_out = 0; left_out + 1 < whole.size(); ++left_out) {
    CAPTURE(left_out);
    AgreementEvents history = whole;
    history.erase(history.begin() + static_cast<std::ptrdiff_t>(left_out));
    CHECK(replay_agreement(history).error().code == base::ErrorCode::Corrupt);
  }
  AgreementEvents forged = whole;
  for (AgreementEvent& event : forged) {
    if (auto* signature = std::get_if<AgreementSigned>(&event.data)) signature->text = TextHash("another");
  }
  CHECK(replay_agreement(forged).error().code == base::ErrorCode::Corrupt);
}

// Random people do random things to a few drafts, with texts of a small choice so that they meet.
class RandomAgreementCommands {
 public:
  explicit RandomAgreementCommands(std::uint32_t seed) : random_(seed) {}

  Actor actor() {
    static constexpr std::array kPeople{"dana", "nora", "luis", "priya", "mei", "sam", "vic"};
    return below(12) == 0 ? system_actor() : person(kPeople[below(kPeople.size())]);
  }
  AgreementText text() {
    static constexpr std::array kTexts{"first", "second", "third", "fourth"};
    return text_of(kTexts[below(kTexts.size())]);
  }
  AgreementCommand command(const AgreementLife& life, base::Instant now) {
    const auto draft = 1 + below(life.drafts.size() + 1);
    const auto proposal = 1 + below(life.proposals.size() + 1);
    const auto version = below(life.versions.size() + 2);
    switch (below(16)) {
      case 0: return BeginDraft{.title = "A draft", .based_on = life.newest()->version, .text = text()};
      case 1:
        return SaveDraft{
            .draft = draft, .title = below(2) == 0 ? "A draft" : "Other", .based_on = version, .text = text()};
      case 2: return DropDraft{draft};
      case 3: return CommentOnDraft{.draft = draft, .revision = below(4), .file = {}, .line = 0, .text = "words"};
      case 4:
      case 5:
      case 6:
      case 7:
        return ProposeDraft{.draft = draft,
                            .text = seen(life.draft(draft) == nullptr ? TextHash() : life.draft(draft)->text.hash),
                            .errors = below(8) == 0 ? 1U : 0U,
                            .effective = now + base::hours(below(100)) - base::hours(50)};
      case 8: return RefuseProposal{.proposal = proposal, .reason = "no"};
      case 9: return WithdrawProposal{.proposal = proposal, .reason = {}};
      case 10:
        if (below(4) == 0) return AdoptText{text()};
        [[fallthrough]];
      default:
        return SignProposal{
            .proposal = proposal,
            .text = seen(life.proposal(proposal) == nullptr ? TextHash() : life.proposal(proposal)->text.hash)};
    }
  }
  std::uint32_t below(std::size_t n) { return static_cast<std::uint32_t>(random_() % n); }

 private:
  TextHash seen(TextHash hash) { return below(6) == 0 ? text().hash : hash; }
  std::mt19937 random_;
};

// Every version that was signed has a signature of each party for exactly its text, counted from the events alone.
void check_signatures(const AgreementEvents& events) {
  std::map<std::uint32_t, AgreementProposed> proposed;
  std::map<std::uint32_t, std::map<PartyName, TextHash>> signatures;
  for (const AgreementEvent& event : events) {
    if (const auto* p = std::get_if<AgreementProposed>(&event.data)) proposed.emplace(p->proposal, *p);
    if (const auto* s = std::get_if<AgreementSigned>(&event.data)) signatures[s->proposal][s->party] = s->text;
    const auto* version = std::get_if<VersionAgreed>(&event.data);
    if (version == nullptr || version->proposal == 0) continue;
    for (const PartyName& party : proposed.at(version->proposal).parties)
      CHECK(signatures[version->proposal][party] == version->text.hash);
  }
}

TEST_CASE(
    "in any order of commands at most one version is in force, no signature counts for another text, and replay equals "
    "live") {
  std::size_t agreed = 0;
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    CAPTURE(seed);
    Life scene;
    RandomAgreementCommands random(seed);
    for (int step = 0; step < 300; ++step) {
      scene.now = scene.now + base::minutes(random.below(600));
      const AgreementLife before = scene.life;
      const Actor actor = random.actor();
      if (scene.does(actor, random.command(scene.life, scene.now))) CHECK(scene.life == before);
      // What holds now was agreed by now, and what held before still did.
      const AgreedVersion* in_force = scene.life.in_force(scene.now);
      REQUIRE(in_force != nullptr);
      CHECK(in_force->agreed_at <= scene.now);
      for (const AgreedVersion& earlier : before.versions) CHECK(scene.life.versions[earlier.version - 1] == earlier);
      for (std::size_t i = 1; i < scene.life.versions.size(); ++i)
        CHECK(scene.life.versions[i - 1].in_force_from <= scene.life.versions[i].in_force_from);
    }
    agreed += scene.life.versions.size() - 1;
    check_signatures(scene.events);
    const auto replayed = replay_agreement(scene.events);
    REQUIRE(replayed);
    CHECK(*replayed == scene.life);
  }
  CHECK(agreed > 400);  // or the commands would never have come so far
}

}  // namespace
}  // namespace tandem::desk

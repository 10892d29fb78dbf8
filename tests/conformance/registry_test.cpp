// The registry: engagements and the versions of their agreements, accounts, memberships, sessions and tokens, and the
// answers that are remembered.
#include "conformance/places.h"
#include "conformance/store_desk.h"

using namespace tandem;

namespace {

app::AccountId account_id(std::uint64_t n) {
  return app::AccountId(base::IdBits{.high = 9, .low = n});
}
app::TokenId token_id(std::uint64_t n) {
  return app::TokenId(base::IdBits{.high = 8, .low = n});
}
app::SecretHash hash_of(std::uint8_t byte) {
  app::SecretHash hash{};
  hash.fill(byte);
  return hash;
}
app::AccountRecord account(std::uint64_t n, std::string email) {
  return {.id = account_id(n),
          .email = std::move(email),
          .display = "Dana Whitfield",
          .password_hash = "$argon2id$x",
          .created_at = desk::kMonday};
}

std::optional<base::ErrorCode> code_of(app::Store& store, const app::Store::Work& work) {
  const auto done = store.write(work);
  if (!done) CHECK_FALSE(done.error().message.empty());
  return done ? std::nullopt : std::optional(done.error().code);
}

}  // namespace

TEST_CASE_TEMPLATE("engagements have a name and a prefix of their own", Place, TANDEM_EVERY_STORE) {
  Place place;
  app::Store& store = place.store();
  CHECK(store.engagements()->empty());
  const auto add = [&](std::string_view name, std::string_view prefix) {
    return code_of(store,
                   [=](app::WriteTransaction& tx) { return tx.add_engagement(engagement_record(name, prefix)); });
  };
  CHECK(add("north-co", "NOR") == std::nullopt);
  CHECK(add("harbor-cu", "HCU") == std::nullopt);
  CHECK(add("harbor-cu", "HC2") == base::ErrorCode::Conflict);
  CHECK(add("harbor-2", "HCU") == base::ErrorCode::Conflict);
  const auto all = store.engagements();
  REQUIRE(all->size() == 2);
  CHECK(all->at(0) == engagement_record("harbor-cu", "HCU"));
  CHECK(all->at(1) == engagement_record("north-co", "NOR"));
}

TEST_CASE_TEMPLATE("an agreement grows version by version", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  app::AgreementVersion next{
      .version = 2,
      .root = "desk/agreement.yaml",
      .files = {{"desk/agreement.yaml", "tandem: 1\n"}, {"teams.yaml", std::string("# \xE2\x82\xAC\n\0x", 8)}},
      .in_force_from = desk::kMonday + base::hours(24)};
  app::AgreementSeal seal{.format = 7};
  seal.texts.fill(0xa1);
  seal.compiled.back() = 0xff;
  next.seal = seal;
  const auto add = [&] {
    return code_of(desk.store(), [&](app::WriteTransaction& tx) { return tx.add_agreement(kHarbor, next); });
  };
  next.version = 3;
  CHECK(add() == base::ErrorCode::Conflict);
  next.version = 1;
  CHECK(add() == base::ErrorCode::Conflict);
  next.version = 2;
  CHECK(add() == std::nullopt);
  CHECK(add() == base::ErrorCode::Conflict);
  const auto all = desk.store().engagements();
  REQUIRE(all->size() == 1);
  CHECK(all->front().agreement == next);
}

TEST_CASE_TEMPLATE("every version of an agreement can be read, the oldest first", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  app::Store& store = desk.store();
  const app::AgreementVersion first = engagement_record("harbor-cu", "HCU").agreement;
  CHECK(*store.agreements(kHarbor) == std::vector{first});
  CHECK(store.agreements(kUnknownEngagement)->empty());
  std::vector<app::AgreementVersion> all{first};
  for (std::uint32_t version = 2; version <= 12; ++version) {
    all.push_back({.version = version,
                   .root = "agreement.yaml",
                   .files = {{"agreement.yaml", fmt::format("version {}", version)}, {"teams.yaml", "teams"}},
                   .in_force_from = desk::kMonday + base::hours(version)});
    REQUIRE(store.write([&](app::WriteTransaction& tx) { return tx.add_agreement(kHarbor, all.back()); }));
  }
  CHECK(*store.agreements(kHarbor) == all);
  const auto undone = store.write([&](app::WriteTransaction& tx) -> base::Result<void> {
    app::AgreementVersion next = all.back();
    ++next.version;
    TANDEM_TRY_DONE(tx.add_agreement(kHarbor, next));
    return base::fail(base::ErrorCode::BadInput, "no");
  });
  CHECK_FALSE(undone.has_value());
  CHECK(*store.agreements(kHarbor) == all);
}

TEST_CASE_TEMPLATE("accounts are found by id and by address", Place, TANDEM_EVERY_STORE) {
  Place place;
  app::Store& store = place.store();
  const auto add = [&](std::uint64_t n, const std::string& email) {
    return code_of(store, [&](app::WriteTransaction& tx) { return tx.add_account(account(n, email)); });
  };
  CHECK(add(1, "dana@harbor.example") == std::nullopt);
  CHECK(add(2, "sam@northbeam.example") == std::nullopt);
  CHECK(add(3, "dana@harbor.example") == base::ErrorCode::Conflict);
  CHECK(add(1, "luis@harbor.example") == base::ErrorCode::Conflict);
  CHECK(*store.account(account_id(1)) == account(1, "dana@harbor.example"));
  CHECK(*store.find_account("sam@northbeam.example") == account(2, "sam@northbeam.example"));
  CHECK(*store.find_account("SAM@northbeam.example") == std::nullopt);
  CHECK(*store.find_account("") == std::nullopt);
  CHECK(*store.account(account_id(3)) == std::nullopt);

  const auto set = [&](std::uint64_t n) {
    return code_of(store, [&](app::WriteTransaction& tx) { return tx.set_password(account_id(n), "new"); });
  };
  CHECK(set(1) == std::nullopt);
  CHECK(set(3) == base::ErrorCode::NotFound);
  CHECK((*store.account(account_id(1)))->password_hash == "new");
  CHECK((*store.account(account_id(2)))->password_hash == "$argon2id$x");
}

TEST_CASE_TEMPLATE("an account has one membership in each engagement", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  app::Store& store = desk.store();
  REQUIRE(store.write([](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(tx.add_engagement(engagement_record("a-first", "AAA")));
    TANDEM_TRY_DONE(tx.add_account(account(2, "sam@northbeam.example")));
    return tx.add_account(account(1, "dana@harbor.example"));
  }));
  const desk::EngagementName first("a-first");
  const auto put = [&](std::uint64_t n, const desk::EngagementName& engagement, app::Role role,
                       std::string_view person) {
    return code_of(store, [&](app::WriteTransaction& tx) {
      return tx.put_membership({account_id(n), engagement, role, desk::PersonName(person)});
    });
  };
  CHECK(put(1, kHarbor, app::Role::Requester, "") == std::nullopt);
  CHECK(put(1, kHarbor, app::Role::Member, "dana") == std::nullopt);  // instead of the one before
  CHECK(put(1, first, app::Role::Auditor, "") == std::nullopt);
  CHECK(put(2, kHarbor, app::Role::Requester, "") == std::nullopt);
  CHECK(put(3, kHarbor, app::Role::Member, "x") == base::ErrorCode::NotFound);
  CHECK(put(1, kUnknownEngagement, app::Role::Member, "x") == base::ErrorCode::NotFound);

  const app::MembershipRecord dana{account_id(1), kHarbor, app::Role::Member, desk::PersonName("dana")};
  const app::MembershipRecord audit{account_id(1), first, app::Role::Auditor, {}};
  const app::MembershipRecord sam{account_id(2), kHarbor, app::Role::Requester, {}};
  using Memberships = std::vector<app::MembershipRecord>;
  CHECK(*store.memberships(account_id(1)) == Memberships{audit, dana});
  CHECK(*store.members(kHarbor) == Memberships{dana, sam});
  CHECK(store.memberships(account_id(3))->empty());
  CHECK(store.members(kUnknownEngagement)->empty());

  const auto remove = [&](std::uint64_t n, const desk::EngagementName& engagement) {
    return code_of(store, [&](app::WriteTransaction& tx) { return tx.remove_membership(account_id(n), engagement); });
  };
  CHECK(remove(1, kHarbor) == std::nullopt);
  CHECK(remove(1, kHarbor) == std::nullopt);  // it is gone, as asked
  CHECK(remove(1, kUnknownEngagement) == std::nullopt);
  CHECK(*store.members(kHarbor) == Memberships{sam});
  CHECK(*store.memberships(account_id(1)) == Memberships{audit});
}

TEST_CASE_TEMPLATE("sessions are found by their secret until they are removed or forgotten", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  app::Store& store = place.store();
  REQUIRE(store.write([](app::WriteTransaction& tx) { return tx.add_account(account(1, "dana@harbor.example")); }));
  const app::SessionRecord session{.secret = hash_of(1),
                                   .account = account_id(1),
                                   .csrf = "c",
                                   .created_at = desk::kMonday,
                                   .expires_at = desk::kMonday + base::hours(12)};
  app::SessionRecord longer = session;
  longer.secret = hash_of(0xff);
  longer.expires_at = session.expires_at + base::Duration(1);
  const auto add = [&](const app::SessionRecord& one) {
    return code_of(store, [&](app::WriteTransaction& tx) { return tx.add_session(one); });
  };
  CHECK(add(session) == std::nullopt);
  CHECK(add(longer) == std::nullopt);
  CHECK(add(session) == base::ErrorCode::Conflict);
  app::SessionRecord nobodys = session;
  nobodys.secret = hash_of(3);
  nobodys.account = account_id(2);
  CHECK(add(nobodys) == base::ErrorCode::NotFound);
  CHECK(*store.session(session.secret) == session);
  CHECK(*store.session(longer.secret) == longer);
  CHECK(*store.session(hash_of(3)) == std::nullopt);

  REQUIRE(store.write([&](app::WriteTransaction& tx) { return tx.forget_expired(session.expires_at); }));
  CHECK(*store.session(session.secret) == std::nullopt);
  CHECK(*store.session(longer.secret) == longer);
  REQUIRE(store.write([&](app::WriteTransaction& tx) { return tx.remove_session(longer.secret); }));
  REQUIRE(store.write([&](app::WriteTransaction& tx) { return tx.remove_session(longer.secret); }));
  CHECK(*store.session(longer.secret) == std::nullopt);
}

TEST_CASE_TEMPLATE("tokens are found by their secret and listed by account", Place, TANDEM_EVERY_STORE) {
  Place place;
  app::Store& store = place.store();
  REQUIRE(store.write([](app::WriteTransaction& tx) { return tx.add_account(account(1, "dana@harbor.example")); }));
  const app::TokenRecord eternal{.id = token_id(1),
                                 .secret = hash_of(1),
                                 .account = account_id(1),
                                 .label = "backup",
                                 .created_at = desk::kMonday,
                                 .expires_at = std::nullopt};
  app::TokenRecord ending = eternal;
  ending.id = token_id(2);
  ending.secret = hash_of(2);
  ending.expires_at = desk::kMonday;
  const auto add = [&](const app::TokenRecord& one) {
    return code_of(store, [&](app::WriteTransaction& tx) { return tx.add_token(one); });
  };
  CHECK(add(ending) == std::nullopt);
  CHECK(add(eternal) == std::nullopt);
  CHECK(add(eternal) == base::ErrorCode::Conflict);
  app::TokenRecord same_secret = eternal;
  same_secret.id = token_id(3);
  CHECK(add(same_secret) == base::ErrorCode::Conflict);
  app::TokenRecord nobodys{.id = token_id(4),
                           .secret = hash_of(4),
                           .account = account_id(2),
                           .label = {},
                           .created_at = {},
                           .expires_at = {}};
  CHECK(add(nobodys) == base::ErrorCode::NotFound);
  CHECK(*store.token(eternal.secret) == eternal);
  CHECK(*store.token(ending.secret) == ending);
  CHECK(*store.tokens(account_id(1)) == std::vector{eternal, ending});
  CHECK(store.tokens(account_id(2))->empty());
  REQUIRE(store.write([&](app::WriteTransaction& tx) { return tx.forget_expired(desk::kMonday + base::hours(1)); }));
  CHECK(*store.token(ending.secret) == ending);  // who asks sees that it has ended
  REQUIRE(store.write([&](app::WriteTransaction& tx) { return tx.remove_token(ending.id); }));
  CHECK(*store.tokens(account_id(1)) == std::vector{eternal});
  CHECK(*store.token(ending.secret) == std::nullopt);
}

TEST_CASE_TEMPLATE("an answer is remembered for a day, for its account alone", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto ticket = desk.opens();
  const app::RememberedAnswer answer{
      .request = hash_of(5), .engagement = kHarbor, .made = ticket.id.bits(), .version = 2, .at = desk.now};
  const auto remembered = [&](std::uint64_t n, std::string_view key) {
    std::optional<app::RememberedAnswer> found;
    REQUIRE(desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
      TANDEM_TRY(found, tx.remembered(account_id(n), key));
      return {};
    }));
    return found;
  };
  const auto same = [](const std::optional<app::RememberedAnswer>& a, const app::RememberedAnswer& b) {
    return a && a->request == b.request && a->engagement == b.engagement && a->made == b.made &&
           a->version == b.version && a->at == b.at;
  };
  CHECK_FALSE(remembered(1, "k").has_value());
  REQUIRE(desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(tx.remember(account_id(1), "k", answer));
    TANDEM_TRY(const auto inside, tx.remembered(account_id(1), "k"));
    CHECK(same(inside, answer));
    return {};
  }));
  CHECK(same(remembered(1, "k"), answer));
  CHECK_FALSE(remembered(1, "K").has_value());
  CHECK_FALSE(remembered(2, "k").has_value());

  app::RememberedAnswer later = answer;
  later.at = answer.at + base::Duration(1);
  later.version = 3;
  REQUIRE(desk.store().write([&](app::WriteTransaction& tx) { return tx.remember(account_id(1), "later", later); }));
  REQUIRE(desk.store().write([&](app::WriteTransaction& tx) {
    return tx.forget_expired(answer.at + app::kRememberAnswersFor - base::Duration(1));
  }));
  CHECK(remembered(1, "k").has_value());
  REQUIRE(desk.store().write(
      [&](app::WriteTransaction& tx) { return tx.forget_expired(answer.at + app::kRememberAnswersFor); }));
  CHECK_FALSE(remembered(1, "k").has_value());
  CHECK(same(remembered(1, "later"), later));

  app::RememberedAnswer lost = answer;
  lost.engagement = kUnknownEngagement;
  CHECK(code_of(desk.store(), [&](app::WriteTransaction& tx) { return tx.remember(account_id(1), "lost", lost); }) ==
        base::ErrorCode::NotFound);
}

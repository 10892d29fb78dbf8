#include "agreement/compile.h"
#include "app/accounts.h"
#include "app/catalogue.h"
#include "app/engagements.h"
#include "base/check.h"
#include "cli/commands.h"
#include "cli/demo_player.h"
#include "examples.h"
#include "wire/requests.h"

namespace tandem::cli {
namespace {

constexpr std::string_view kPassword = "tandem-demo";
constexpr std::string_view kAuditor = "auditor@ledgerlight.example";

struct DemoEngagement {
  std::string_view agreement;
  std::string_view script;
};

// Accounts for everybody of the agreement who has an address, and for the requesters. People who work for several
// clients have one account and a membership in each engagement.
class DemoPeople {
 public:
  DemoPeople(app::Accounts& accounts, app::Store& store) : accounts_(&accounts), store_(&store) {}

  base::Result<void> add(const std::string& email, const std::string& display, const desk::EngagementName& engagement,
                         app::Role role, const desk::PersonName& person) {
    TANDEM_TRY(const auto known, store_->find_account(email));
    if (!known) {
      const auto created = accounts_->create(email, display, base::Secret(std::string(kPassword)));
      if (!created) return base::fail(base::ErrorCode::BadInput, created.error().message);
    }
    const auto joined = accounts_->join(email, engagement, role, person);
    if (!joined) return base::fail(base::ErrorCode::BadInput, joined.error().message);
    return {};
  }

 private:
  app::Accounts* accounts_;
  app::Store* store_;
};

// The request catalogue, kept by somebody of the agreement through the same door as everybody's.
base::Result<void> keep_forms(const DemoScript& script, const app::Engagement& engagement, app::Store& store,
                              app::Catalogue& catalogue) {
  const policy::Policy& policy = *engagement.policy;
  const auto person = policy.find_person(script.forms_by);
  TANDEM_CHECK(person.has_value());
  TANDEM_TRY(const auto account, store.find_account(policy.person(*person).email));
  TANDEM_CHECK(account.has_value());
  TANDEM_TRY(const auto memberships, store.memberships(account->id));
  const app::Caller caller{
      .account = account->id, .email = account->email, .display = account->display, .memberships = memberships};
  for (const std::string& text : script.forms) {
    auto form = wire::decode_form(text);
    TANDEM_CHECK(form.has_value());
    const auto kept = catalogue.add(caller, engagement.record.name, *std::move(form));
    if (!kept) return base::fail(base::ErrorCode::BadInput, kept.error().message);
  }
  return {};
}

base::Result<void> load(const DemoEngagement& demo, app::Store& store, app::Engagements& engagements,
                        const Environment& environment) {
  const auto now = environment.clock.now();
  const agreement::Bundle bundle{.root = "agreement.yaml", .files = {{"agreement.yaml", std::string(demo.agreement)}}};
  TANDEM_TRY(const auto adopted, engagements.adopt(bundle, now));
  const auto& engagement = adopted.engagement;
  const auto& name = engagement->record.name;
  fmt::print(environment.out, "  {}: people\n", engagement->record.display);

  app::Accounts accounts(store, environment.clock, environment.ids);
  DemoPeople people(accounts, store);
  for (const policy::Person& person : engagement->policy->spec().people) {
    if (person.email.empty()) continue;
    TANDEM_TRY_DONE(people.add(person.email, person.display, name, app::Role::Member, desk::PersonName(person.name)));
  }
  const DemoScript script = parse_demo_script(demo.script);
  for (const DemoRequester& requester : script.requesters) {
    TANDEM_TRY_DONE(people.add(requester.email, requester.name, name, app::Role::Requester, {}));
  }
  TANDEM_TRY_DONE(people.add(std::string(kAuditor), "Ada Quill", name, app::Role::Auditor, {}));

  fmt::print(environment.out, "  {}: {} tickets\n", engagement->record.display, script.tickets.size());
  base::ManualClock clock(now);
  app::Tickets tickets(store, engagements, clock, environment.ids);
  app::Catalogue catalogue(store, engagements, tickets, clock, environment.ids);
  TANDEM_TRY_DONE(keep_forms(script, *engagement, store, catalogue));
  return DemoPlayer(*engagement, tickets, store, clock).play(script, now);
}

}  // namespace

int run(const Demo& command, const Environment& environment) {
  const auto store = environment.open_store(command.database);
  if (!store) return could_not_run(environment, store.error().message);
  app::Engagements engagements(**store, environment.clock);
  if (const auto loaded = engagements.load(); !loaded) return could_not_run(environment, loaded.error().message);
  if (!engagements.all().empty())
    return could_not_run(environment,
                         fmt::format("{} holds engagements already: the demo wants a new database", command.database));

  const std::array<DemoEngagement, 2> demos{{
      {.agreement = embedded::examples_harbor_cu_agreement_yaml(), .script = embedded::examples_harbor_cu_demo_json()},
      {.agreement = embedded::examples_quarry_dental_agreement_yaml(),
       .script = embedded::examples_quarry_dental_demo_json()},
  }};
  fmt::print(environment.out, "loading the demo\n");
  for (const DemoEngagement& demo : demos) {
    if (const auto loaded = load(demo, **store, engagements, environment); !loaded)
      return could_not_run(environment, loaded.error().message);
  }
  fmt::print(environment.out,
             "done. Everybody's password is `{}`. Sign in as\n"
             "  dana@harbor.example          the client's IT manager\n"
             "  priya@northbeam.example      the provider's service manager, two clients\n"
             "  nora.kim@harbor.example      an end user\n"
             "  {}  an auditor\n",
             kPassword, kAuditor);
  return kDone;
}

}  // namespace tandem::cli

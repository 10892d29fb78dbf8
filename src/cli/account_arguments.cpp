// The options of `tandem account` and `tandem token`.
#include "cli/slots.h"

namespace tandem::cli {
namespace {

void add_accounts(CLI::App& app, Slots& all) {
  auto& create_account = all.of<CreateAccount>();
  auto& set_password = all.of<SetPassword>();
  auto* account = app.add_subcommand("account", "Accounts: who may sign in");
  account->require_subcommand(1);
  create_account.app =
      account->add_subcommand("create", "Create an account; asks for the password, or reads it from a pipe");
  create_account.app->add_option("EMAIL", create_account.command.email, "what they sign in with")->required();
  create_account.app->add_option("--name", create_account.command.name, "as people read it")
      ->required()
      ->type_name("TEXT");
  create_account.app->add_option("--engagement", create_account.command.engagement, "join this one")->type_name("NAME");
  create_account.app->add_option("--role", create_account.command.role, "member, requester or auditor")
      ->check(CLI::IsMember({"member", "requester", "auditor"}))
      ->capture_default_str()
      ->type_name("ROLE");
  create_account.app
      ->add_option("--person", create_account.command.person, "role member: who they are in the agreement")
      ->type_name("NAME");
  need_database(create_account);
  set_password.app = account->add_subcommand("password", "Set a password; asks for it, or reads it from a pipe");
  set_password.app->add_option("EMAIL", set_password.command.email, "whose it is")->required();
  need_database(set_password);
}

void add_tokens(CLI::App& app, Slots& all) {
  auto& create_token = all.of<CreateToken>();
  auto& list_tokens = all.of<ListTokens>();
  auto& remove_token = all.of<RemoveToken>();
  auto* token = app.add_subcommand("token", "Tokens: how programs sign in");
  token->require_subcommand(1);
  create_token.app = token->add_subcommand("create", "Make a bearer token; it is printed once");
  create_token.app->add_option("EMAIL", create_token.command.email, "whose it is")->required();
  create_token.app->add_option("--label", create_token.command.label, "what it is for")->required()->type_name("TEXT");
  create_token.app->add_option("--days", create_token.command.days, "how long it is good for; else until it is removed")
      ->check(CLI::Range(1, 3650))
      ->type_name("N");
  need_database(create_token);
  list_tokens.app = token->add_subcommand("list", "List an account's tokens: what for, since when, until when");
  list_tokens.app->add_option("EMAIL", list_tokens.command.email, "whose they are")->required();
  need_database(list_tokens);
  remove_token.app = token->add_subcommand("remove", "Remove a token: who has it is signed out at once");
  remove_token.app->add_option("EMAIL", remove_token.command.email, "whose it is")->required();
  remove_token.app->add_option("ID", remove_token.command.id, "as `tandem token list` has it")->required();
  need_database(remove_token);
}

}  // namespace

void add_account_commands(CLI::App& app, Slots& all) {
  add_accounts(app, all);
  add_tokens(app, all);
}

}  // namespace tandem::cli

// The options of the commands on people of an engagement: leave, VIPs.
#include "cli/slots.h"

namespace tandem::cli {
namespace {

void add_leave_commands(CLI::App& app, Slots& all) {
  auto& list_leave = all.of<ListLeave>();
  auto& add_leave = all.of<AddLeave>();
  auto& remove_leave = all.of<RemoveLeave>();
  auto* leave = app.add_subcommand("leave", "Leave: who is away; a running server takes changes up within a minute");
  leave->require_subcommand(1);
  list_leave.app = leave->add_subcommand("list", "List leave, that of the agreement's text too");
  list_leave.app->add_option("--person", list_leave.command.person, "only theirs")->type_name("NAME");
  list_leave.app->add_flag("--removed", list_leave.command.removed, "also what was removed");
  need_engagement(list_leave, "whose people");
  add_leave.app = leave->add_subcommand("add", "Record leave, and tell what it uncovers");
  add_leave.app->add_option("PERSON", add_leave.command.person, "their name in the agreement")->required();
  add_leave.app
      ->add_option("--from", add_leave.command.from, "2026-12-21, or \"2026-12-21 13:00\" in the person's zone")
      ->required()
      ->type_name("TIME");
  add_leave.app->add_option("--to", add_leave.command.to, "the last day, or a time; else that one day")
      ->type_name("TIME");
  add_leave.app->add_option("--note", add_leave.command.note, "one line that both teams read")->type_name("TEXT");
  need_engagement(add_leave, "whose people");
  remove_leave.app = leave->add_subcommand("remove", "Remove leave; it stays in the history");
  remove_leave.app->add_option("ID", remove_leave.command.id, "as `tandem leave list` has it")->required();
  need_engagement(remove_leave, "whose people");
}

void add_vip_commands(CLI::App& app, Slots& all) {
  auto& list = all.of<ListVips>();
  auto& add = all.of<AddVip>();
  auto& remove = all.of<RemoveVip>();
  auto* vip = app.add_subcommand("vip", "The register of VIPs: whose tickets are a VIP's from when they are opened");
  vip->require_subcommand(1);
  list.app = vip->add_subcommand("list", "List who is in the register, since when and by whom");
  list.app->add_flag("--removed", list.command.removed, "also who was taken out");
  need_engagement(list, "whose register");
  add.app = vip->add_subcommand("add", "Put somebody into the register; tickets that are open stay as they are");
  add.app->add_option("EMAIL", add.command.email, "the address that their tickets come from")->required();
  add.app->add_option("--name", add.command.name, "as people read it; else the address")->type_name("TEXT");
  add.app->add_option("--note", add.command.note, "one line that both teams read")->type_name("TEXT");
  need_engagement(add, "whose register");
  remove.app = vip->add_subcommand("remove", "Take somebody out of the register; they stay in its history");
  remove.app->add_option("EMAIL", remove.command.email, "their address in the register")->required();
  need_engagement(remove, "whose register");
}

}  // namespace

void add_people_commands(CLI::App& app, Slots& all) {
  add_leave_commands(app, all);
  add_vip_commands(app, all);
}

}  // namespace tandem::cli

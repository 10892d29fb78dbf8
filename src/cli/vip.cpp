// The register of VIPs at the command line.
#include "app/vips.h"
#include "cli/commands.h"
#include "cli/opened_engagements.h"
#include "cli/table.h"

namespace tandem::cli {
namespace {

app::Vips vips_of(const OpenedEngagements& opened, const Environment& environment) {
  return {*opened.store, *opened.engagements, environment.clock, environment.ids};
}

}  // namespace

int run(const ListVips& command, const Environment& environment) {
  const auto opened = open_engagements(environment, command.database);
  if (!opened) return could_not_run(environment, opened.error().message);
  const auto listed = vips_of(*opened, environment)
                          .list(app::CommandLine{}, desk::EngagementName(command.engagement),
                                command.removed ? app::VipHistory::Whole : app::VipHistory::InForce);
  if (!listed) return could_not_run(environment, listed.error());
  Table table({{}, {}, {}, {}});
  for (const app::VipRecord& vip : listed->vips) {
    std::string kept = fmt::format("since {} by {}", base::to_rfc3339(vip.added.at), vip.added.display);
    if (vip.removed)
      kept += fmt::format(", taken out {} by {}", base::to_rfc3339(vip.removed->at), vip.removed->display);
    table.add({{vip.email}, {vip.name}, {std::move(kept)}, {vip.note}});
  }
  fmt::print(environment.out, "{}", table.text(Palette(environment.colour)));
  return kDone;
}

int run(const AddVip& command, const Environment& environment) {
  const auto opened = open_engagements(environment, command.database);
  if (!opened) return could_not_run(environment, opened.error().message);
  const auto added = vips_of(*opened, environment)
                         .add(app::CommandLine{}, desk::EngagementName(command.engagement),
                              {.email = command.email, .name = command.name, .note = command.note});
  if (!added) return could_not_run(environment, added.error());
  fmt::print(environment.out, "{} is in the register: tickets that are opened from now on are a VIP's\n", added->email);
  return kDone;
}

int run(const RemoveVip& command, const Environment& environment) {
  const auto opened = open_engagements(environment, command.database);
  if (!opened) return could_not_run(environment, opened.error().message);
  const desk::EngagementName engagement(command.engagement);
  app::Vips vips = vips_of(*opened, environment);
  const auto listed = vips.list(app::CommandLine{}, engagement, app::VipHistory::InForce);
  if (!listed) return could_not_run(environment, listed.error());
  const std::string email = desk::plain_address(command.email);
  const auto found = std::ranges::find(listed->vips, email, &app::VipRecord::email);
  if (found == listed->vips.end())
    return could_not_run(environment, fmt::format("`{}` is not in the register, as `tandem vip list` has it", email));
  const auto removed = vips.remove(app::CommandLine{}, engagement, found->id.text(), found->added.at);
  if (!removed) return could_not_run(environment, removed.error());
  fmt::print(environment.out, "{} is taken out of the register; tickets that are open stay as they are\n", email);
  return kDone;
}

}  // namespace tandem::cli

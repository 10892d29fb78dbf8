// What the teams keep for their work: macros, the forms of the catalogue, the register of VIPs.
#include "store/memory/memory_transaction.h"

namespace tandem::store::memory {

std::vector<app::MacroRecord> MemoryStore::State::macros_of(const desk::EngagementName& engagement) const {
  std::vector<app::MacroRecord> found;
  for (const auto& [id, macro] : macros) {
    if (macro.engagement == engagement) found.push_back(macro);
  }
  std::ranges::stable_sort(found, {}, &app::MacroRecord::title);
  return found;
}

base::Result<std::vector<app::MacroRecord>> MemoryStore::macros(const desk::EngagementName& engagement) {
  const std::scoped_lock lock(mutex_);
  return state_->macros_of(engagement);
}

std::vector<app::FormRecord> MemoryStore::State::forms_of(const desk::EngagementName& engagement) const {
  std::vector<app::FormRecord> found;
  for (const auto& [id, form] : forms) {
    if (form.engagement == engagement) found.push_back(form);
  }
  std::ranges::stable_sort(found, {}, [](const app::FormRecord& one) { return one.form.title; });
  return found;
}

base::Result<std::vector<app::FormRecord>> MemoryStore::forms(const desk::EngagementName& engagement) {
  const std::scoped_lock lock(mutex_);
  return state_->forms_of(engagement);
}

std::vector<app::VipRecord> MemoryStore::State::vips_of(const desk::EngagementName& engagement,
                                                        app::VipHistory history) const {
  std::vector<app::VipRecord> found;
  for (const auto& [id, vip] : vips) {
    if (vip.engagement == engagement && (history == app::VipHistory::Whole || !vip.removed)) found.push_back(vip);
  }
  std::ranges::stable_sort(found, {}, &app::VipRecord::name);
  return found;
}

base::Result<std::vector<app::VipRecord>> MemoryStore::vips(const desk::EngagementName& engagement,
                                                            app::VipHistory history) {
  const std::scoped_lock lock(mutex_);
  return state_->vips_of(engagement, history);
}

base::Result<void> MemoryStore::Transaction::put_macro(const app::MacroRecord& macro) {
  if (!state_->engagements.contains(macro.engagement)) return no_engagement(macro.engagement);
  const auto found = state_->macros.find(macro.id);
  if (found != state_->macros.end() && found->second.engagement != macro.engagement)
    return base::fail(base::ErrorCode::NotFound, "there is no such macro");
  set(state_->macros, macro.id, macro);
  return {};
}

base::Result<void> MemoryStore::Transaction::remove_macro(const desk::EngagementName& engagement, app::MacroId macro) {
  if (!state_->engagements.contains(engagement)) return no_engagement(engagement);
  const auto found = state_->macros.find(macro);
  if (found != state_->macros.end() && found->second.engagement == engagement) set(state_->macros, macro, std::nullopt);
  return {};
}

base::Result<std::vector<app::MacroRecord>> MemoryStore::Transaction::macros(const desk::EngagementName& engagement) {
  if (!state_->engagements.contains(engagement)) return no_engagement(engagement);
  return state_->macros_of(engagement);
}

base::Result<void> MemoryStore::Transaction::put_form(const app::FormRecord& form) {
  if (!state_->engagements.contains(form.engagement)) return no_engagement(form.engagement);
  const auto found = state_->forms.find(form.form.id);
  if (found != state_->forms.end() && found->second.engagement != form.engagement)
    return base::fail(base::ErrorCode::NotFound, "there is no such form");
  set(state_->forms, form.form.id, form);
  return {};
}

base::Result<void> MemoryStore::Transaction::remove_form(const desk::EngagementName& engagement, desk::FormId form) {
  if (!state_->engagements.contains(engagement)) return no_engagement(engagement);
  const auto found = state_->forms.find(form);
  if (found != state_->forms.end() && found->second.engagement == engagement) set(state_->forms, form, std::nullopt);
  return {};
}

base::Result<std::vector<app::FormRecord>> MemoryStore::Transaction::forms(const desk::EngagementName& engagement) {
  if (!state_->engagements.contains(engagement)) return no_engagement(engagement);
  return state_->forms_of(engagement);
}

base::Result<void> MemoryStore::Transaction::add_vip(const app::VipRecord& vip) {
  if (!state_->engagements.contains(vip.engagement)) return no_engagement(vip.engagement);
  TANDEM_TRY(const auto there, find_vip(vip.engagement, vip.email));
  if (state_->vips.contains(vip.id) || (there && !vip.removed))
    return base::fail(base::ErrorCode::Conflict, "the address is in the register already");
  set(state_->vips, vip.id, vip);
  return {};
}

base::Result<void> MemoryStore::Transaction::remove_vip(const desk::EngagementName& engagement, app::VipId vip,
                                                        const app::Signature& removed) {
  if (!state_->engagements.contains(engagement)) return no_engagement(engagement);
  const auto found = state_->vips.find(vip);
  if (found == state_->vips.end() || found->second.engagement != engagement)
    return base::fail(base::ErrorCode::NotFound, "there is no such VIP");
  if (found->second.removed) return base::fail(base::ErrorCode::Conflict, "the VIP is removed already");
  app::VipRecord changed = found->second;
  changed.removed = removed;
  set(state_->vips, vip, std::move(changed));
  return {};
}

base::Result<std::optional<app::VipRecord>> MemoryStore::Transaction::find_vip(const desk::EngagementName& engagement,
                                                                               std::string_view email) {
  for (const auto& [id, vip] : state_->vips) {
    if (vip.engagement == engagement && vip.email == email && !vip.removed) return vip;
  }
  return std::nullopt;
}

base::Result<std::vector<app::VipRecord>> MemoryStore::Transaction::vips(const desk::EngagementName& engagement) {
  return state_->vips_of(engagement, app::VipHistory::InForce);
}

}  // namespace tandem::store::memory

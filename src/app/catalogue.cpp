#include "app/catalogue.h"

#include "app/shared_settings.h"
#include "base/check.h"

namespace tandem::app {

template <>
struct SettingKind<FormRecord> {
  static constexpr std::string_view kOne = "form";
  static constexpr std::string_view kMany = "forms";
  static constexpr std::size_t kMost = kMaxForms;
  static const desk::FormId& id(const FormRecord& record) { return record.form.id; }
  static const desk::EngagementName& engagement(const FormRecord& record) { return record.engagement; }
  static auto& changed(auto& record) { return record.changed; }
  static auto all(WriteTransaction& tx, const desk::EngagementName& engagement) { return tx.forms(engagement); }
  static auto put(WriteTransaction& tx, const FormRecord& record) { return tx.put_form(record); }
  static auto remove(WriteTransaction& tx, const desk::EngagementName& engagement, desk::FormId form) {
    return tx.remove_form(engagement, form);
  }
};

namespace {

std::unexpected<Failure> all_of(const std::vector<desk::FormFault>& faults) {
  TANDEM_ENSURE(!faults.empty());
  Failure failure{FailureKind::Invalid, faults.front().message, {}, {}};
  if (faults.size() > 1) failure.message = fmt::format("{} fields cannot be taken as they are", faults.size());
  for (const desk::FormFault& fault : faults) failure.fields.push_back({fault.pointer, fault.message});
  return std::unexpected(std::move(failure));
}

// What the form's checklist does with these answers.
ChecklistPlan plan_of(const desk::RequestForm& form, const desk::FormFilled& filled) {
  ChecklistPlan plan{.start = {.form = form.id, .title = form.title}, .steps = {}};
  for (const desk::FormStep& step : form.steps) {
    desk::OpenTicket command;
    command.kind = desk::TicketKind::Task;
    command.subject = desk::fill_in(step.title, form, filled, desk::kMaxSubject);
    if (command.subject.empty()) command.subject = form.title;
    command.description = desk::fill_in(step.text, form, filled, desk::kMaxText);
    command.category = step.category;
    command.due = desk::NewDueDate{.from = desk::date_in(filled, step.counts_from), .days = step.days};
    plan.steps.push_back(std::move(command));
  }
  return plan;
}

}  // namespace

Outcome<AuthorScope> Catalogue::enter_to_keep(const Caller& caller, const desk::EngagementName& engagement) const {
  auto scope = enter_as(caller, *engagements_, engagement, clock_->now());
  if (scope && !may_keep_forms(*scope->membership, scope->policy()))
    return forbidden("the catalogue is kept by the people of the two teams");
  return scope;
}

Outcome<std::vector<FormRecord>> Catalogue::list(const Caller& caller, const desk::EngagementName& engagement) const {
  const auto scope = enter_as(caller, *engagements_, engagement, clock_->now());
  if (!scope) return std::unexpected(scope.error());
  auto forms = store_->forms(engagement);
  if (!forms) return failed(forms.error());
  std::erase_if(*forms, [&](const FormRecord& record) { return !may_read_form(*scope->membership, record.form); });
  return *std::move(forms);
}

Outcome<FormRecord> Catalogue::find(const AuthorScope& scope, std::string_view id) const {
  auto forms = store_->forms(scope.name());
  if (!forms) return failed(forms.error());
  return find_setting(*std::move(forms), id,
                      [&](const FormRecord& record) { return may_read_form(*scope.membership, record.form); });
}

Outcome<FormRecord> Catalogue::get(const Caller& caller, const desk::EngagementName& engagement,
                                   std::string_view id) const {
  const auto scope = enter_as(caller, *engagements_, engagement, clock_->now());
  if (!scope) return std::unexpected(scope.error());
  return find(*scope, id);
}

Outcome<FormRecord> Catalogue::compose(const AuthorScope& scope, desk::RequestForm form) const {
  if (const auto faults = desk::faults_of(form, scope.policy()); !faults.empty()) return all_of(faults);
  return FormRecord{.form = std::move(form), .engagement = scope.name(), .changed = scope.signature};
}

Outcome<FormRecord> Catalogue::add(const Caller& caller, const desk::EngagementName& engagement,
                                   desk::RequestForm form) {
  const auto scope = enter_to_keep(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  form.id = desk::FormId(ids_->next(scope->signature.at.unix_ms()));
  const auto composed = compose(*scope, std::move(form));
  if (!composed) return std::unexpected(composed.error());
  return add_setting(*store_, *composed);
}

Outcome<FormRecord> Catalogue::change(const Caller& caller, const desk::EngagementName& engagement, std::string_view id,
                                      desk::RequestForm form, const std::optional<base::Instant>& seen) {
  const auto scope = enter_to_keep(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto known = find(*scope, id);
  if (!known) return std::unexpected(known.error());
  form.id = known->form.id;
  auto composed = compose(*scope, std::move(form));
  if (!composed) return std::unexpected(composed.error());
  return change_setting(*store_, *std::move(composed), seen,
                        [&](const FormRecord& there) { return may_read_form(*scope->membership, there.form); });
}

Outcome<> Catalogue::remove(const Caller& caller, const desk::EngagementName& engagement, std::string_view id,
                            const std::optional<base::Instant>& seen) {
  const auto scope = enter_to_keep(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto known = find(*scope, id);
  if (!known) return std::unexpected(known.error());
  return remove_setting(*store_, *known, seen,
                        [&](const FormRecord& there) { return may_read_form(*scope->membership, there.form); });
}

Outcome<TicketView> Catalogue::ask(const Caller& caller, const desk::EngagementName& engagement,
                                   const FormRequest& request, const CommandOptions& options) {
  const auto scope = enter_as(caller, *engagements_, engagement, clock_->now());
  if (!scope) return std::unexpected(scope.error());
  const auto record = find(*scope, request.form);
  if (!record) return std::unexpected(record.error());
  const desk::RequestForm& form = record->form;
  if (!form.offered) return invalid("/form", "the form is not offered");
  auto filled = desk::fill(form, request.answers);
  if (!filled) return all_of(filled.error());
  desk::OpenTicket command;
  command.kind = desk::TicketKind::Request;
  command.subject = std::move(filled->subject);
  command.requester = request.requester;
  command.category = form.category;
  command.priority = form.priority;
  command.site = request.site;
  command.department = request.department;
  command.source = request.source;
  const ChecklistPlan plan = plan_of(form, filled->event);
  command.form = std::move(filled->event);
  return tickets_->open(caller, engagement, std::move(command), plan, options);
}

Outcome<TicketView> Catalogue::start(const Caller& caller, const desk::EngagementName& engagement,
                                     std::string_view ticket, const FormRequest& request,
                                     const CommandOptions& options) {
  const auto scope = enter_as(caller, *engagements_, engagement, clock_->now());
  if (!scope) return std::unexpected(scope.error());
  const auto view = tickets_->get(caller, engagement, ticket);
  if (!view) return std::unexpected(view.error());
  const auto record = find(*scope, request.form);
  if (!record) return std::unexpected(record.error());
  const desk::RequestForm& form = record->form;
  if (form.steps.empty()) return invalid("/form", "the form has no checklist");
  const auto& asked = view->ticket.form;
  const bool is_its_form = asked && asked->form == form.id;
  if (is_its_form && !request.answers.empty())
    return invalid("/answers", "the ticket was asked for with the form: its dates are known");
  if (is_its_form) return tickets_->start_checklist(caller, engagement, ticket, plan_of(form, *asked), options);
  const auto dates = desk::fill_for_steps(form, request.answers);
  if (!dates) return all_of(dates.error());
  return tickets_->start_checklist(caller, engagement, ticket, plan_of(form, *dates), options);
}

}  // namespace tandem::app

// The request catalogue of an engagement: forms that everybody or the teams fill in to ask for something, and the
// checklists that come with them. People of both parties keep it, as they keep macros of everybody.
//
//   auto form = catalogue.add(caller, engagement, {.title = "New starter", …});
//   auto ticket = catalogue.ask(caller, engagement, {.form = form->form.id.text(), .answers = …}, {});
//   auto after = catalogue.start(caller, engagement, "HCU-12", {.form = …, .answers = {{"start", "2026-12-01"}}}, {});
//
// Asking opens a request, and each step of the form's checklist as a task, in one step: all of it or nothing. What is
// wrong with a form or with answers is told whole, field by field. Thread-safe.
#pragma once

#include <string>
#include <vector>

#include "app/author.h"
#include "app/tickets.h"

namespace tandem::app {

inline constexpr std::size_t kMaxForms = 200;  // of an engagement

struct FormRequest {
  std::string form;  // its id
  std::vector<desk::Answer> answers{};
  desk::Requester requester{};  // for whom; empty name: the caller. End users ask for themselves
  desk::SiteName site{};
  desk::DepartmentName department{};
  desk::Source source = desk::Source::Portal;
};

class Catalogue {
 public:
  // All outlive this.
  Catalogue(Store& store, const Engagements& engagements, Tickets& tickets, const base::Clock& clock,
            base::IdSource& ids)
      : store_(&store), engagements_(&engagements), tickets_(&tickets), clock_(&clock), ids_(&ids) {}

  // Those that the caller may fill in, by title; the teams and the auditor read all, also what is not offered.
  [[nodiscard]] Outcome<std::vector<FormRecord>> list(const Caller& caller,
                                                      const desk::EngagementName& engagement) const;
  [[nodiscard]] Outcome<FormRecord> get(const Caller& caller, const desk::EngagementName& engagement,
                                        std::string_view id) const;
  [[nodiscard]] Outcome<FormRecord> add(const Caller& caller, const desk::EngagementName& engagement,
                                        desk::RequestForm form);
  // `seen`: when the form was last changed, as the caller knows it; Stale when somebody has changed it since. Nothing:
  // whatever it is.
  [[nodiscard]] Outcome<FormRecord> change(const Caller& caller, const desk::EngagementName& engagement,
                                           std::string_view id, desk::RequestForm form,
                                           const std::optional<base::Instant>& seen);
  // Tickets that were asked for with it keep what they were asked.
  [[nodiscard]] Outcome<> remove(const Caller& caller, const desk::EngagementName& engagement, std::string_view id,
                                 const std::optional<base::Instant>& seen);

  [[nodiscard]] Outcome<TicketView> ask(const Caller& caller, const desk::EngagementName& engagement,
                                        const FormRequest& request, const CommandOptions& options);
  // Starts the form's checklist on a ticket that is there. Dates that its steps count from are taken from `answers`;
  // where the ticket was asked for with the form, those that were answered then.
  [[nodiscard]] Outcome<TicketView> start(const Caller& caller, const desk::EngagementName& engagement,
                                          std::string_view ticket, const FormRequest& request,
                                          const CommandOptions& options);

 private:
  [[nodiscard]] Outcome<AuthorScope> enter_to_keep(const Caller& caller, const desk::EngagementName& engagement) const;
  // One that the caller may read. NotFound otherwise.
  [[nodiscard]] Outcome<FormRecord> find(const AuthorScope& scope, std::string_view id) const;
  // As it is to be kept, signed by the caller; or all that speaks against it.
  [[nodiscard]] Outcome<FormRecord> compose(const AuthorScope& scope, desk::RequestForm form) const;

  Store* store_;
  const Engagements* engagements_;
  Tickets* tickets_;
  const base::Clock* clock_;
  base::IdSource* ids_;
};

}  // namespace tandem::app

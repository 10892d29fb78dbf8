#include "wire/agreement_json.h"

#include "wire/parts.h"
#include "wire/writer.h"

namespace tandem::wire {
namespace {

void field(Writer& json, std::string_view key, const desk::Actor& actor) {
  json.key(key);
  write(json, actor);
}

template <class Names>
void names_field(Writer& json, std::string_view key, const Names& names) {
  json.key(key);
  json.begin_array();
  for (const auto& each : names) json.value(each);
  json.end_array();
}

void number_or_null(Writer& json, std::string_view key, std::uint32_t number) {
  json.field(key, number == 0 ? std::nullopt : std::optional(number));
}

void write_version(Writer& json, const app::AgreementView& agreement, const desk::AgreedVersion& version) {
  const desk::AgreedVersion* in_force = agreement.life.in_force(agreement.now);
  const auto next = std::ranges::find(agreement.life.versions, version.version + 1, &desk::AgreedVersion::version);
  std::string_view standing = "to-come";
  if (in_force != nullptr && version.version <= in_force->version)
    standing = version.version == in_force->version ? "in-force" : "past";
  json.field("version", version.version);
  json.field("standing", standing);
  json.field("in_force_from", version.in_force_from);
  json.field("in_force_until",
             next == agreement.life.versions.end() ? std::nullopt : std::optional(next->in_force_from));
  json.field("texts_sha256", version.text.hash);
  number_or_null(json, "proposal", version.proposal);
  json.key("agreed_by");
  if (version.by) {
    write(json, *version.by);
  } else {
    json.null();
  }
  json.field("agreed_at", version.agreed_at);
}

void write_draft(Writer& json, const app::AgreementView& agreement, const desk::AgreementDraft& draft) {
  json.field("draft", draft.number);
  json.field("state", desk::to_text(draft.state));
  json.field("title", draft.title);
  json.field("based_on", draft.based_on);
  json.field("revision", draft.revision);
  json.field("texts_sha256", draft.text.hash);
  json.key("ruling");
  if (draft.ruling) {
    json.begin_object();
    json.field("ticket", app::format_number(agreement.engagement->record.prefix, draft.ruling->ticket));
    json.field("category", draft.ruling->category);
    json.field("team", draft.ruling->team);
    json.end_object();
  } else {
    json.null();
  }
  field(json, "begun_by", draft.begun_by);
  json.field("begun_at", draft.begun_at);
  field(json, "saved_by", draft.saved_by);
  json.field("saved_at", draft.saved_at);
  const desk::AgreementProposal* proposal = agreement.life.proposal_of(draft.number);
  number_or_null(json, "proposal", proposal == nullptr ? 0 : proposal->number);
}

void write_end(Writer& json, const std::optional<desk::AgreementProposal::End>& end) {
  json.key("end");
  if (!end) return json.null();
  json.begin_object();
  json.field("how", desk::to_text(end->how));
  json.field_or_null("party", end->party);
  json.field_or_null("reason", std::string_view(end->reason));
  field(json, "by", end->by);
  json.field("at", end->at);
  json.end_object();
}

void write_proposal(Writer& json, const app::AgreementView& agreement, const desk::AgreementProposal& proposal) {
  json.field("proposal", proposal.number);
  json.field("draft", proposal.draft);
  json.field("title", agreement.life.draft(proposal.draft)->title);
  json.field("follows", proposal.follows);
  json.field("texts_sha256", proposal.text.hash);
  json.field("effective", proposal.effective);
  names_field(json, "parties", proposal.parties);
  field(json, "by", proposal.by);
  json.field("at", proposal.at);
  json.key("signatures");
  json.begin_array();
  for (const desk::AgreementSignature& each : proposal.signatures) {
    json.begin_object();
    json.field("party", each.party);
    field(json, "by", each.by);
    json.field("at", each.at);
    json.end_object();
  }
  json.end_array();
  write_end(json, proposal.end);
  const auto version = std::ranges::find(agreement.life.versions, proposal.number, &desk::AgreedVersion::proposal);
  number_or_null(json, "version", version == agreement.life.versions.end() ? 0 : version->version);
}

void write_files(Writer& json, const std::map<std::string, std::string>& files) {
  json.key("files");
  json.begin_array();
  for (const auto& [name, text] : files) {
    json.begin_object();
    json.field("name", name);
    json.field("text", text);
    json.end_object();
  }
  json.end_array();
}

void write_place(Writer& json, std::string_view key, const agreement::Compiled& compiled,
                 const std::optional<source::Range>& at) {
  json.key(key);
  if (!at || static_cast<std::size_t>(at->file) >= compiled.sources.size()) return json.null();
  const source::Place begin = compiled.sources.place(*at);
  const source::Place end = compiled.sources.place(at->file, std::max(at->begin, at->end));
  json.begin_object();
  json.field("file", begin.file);
  json.field("line", begin.line);
  json.field("column", begin.column);
  json.field("end_line", end.line);
  json.field("end_column", end.column);
  json.end_object();
}

void write_findings(Writer& json, const agreement::Compiled& compiled) {
  json.key("findings");
  json.begin_array();
  for (const diag::Finding& finding : compiled.findings.all()) {
    json.begin_object();
    json.field("name", diag::info(finding.kind).name);
    json.field("level", diag::to_text(finding.level()));
    json.field("message", finding.message);
    write_place(json, "at", compiled, finding.at);
    json.key("notes");
    json.begin_array();
    for (const diag::RelatedNote& note : finding.notes) {
      json.begin_object();
      json.field("message", note.message);
      write_place(json, "at", compiled, note.at);
      json.end_object();
    }
    json.end_array();
    json.field_or_null("repair", finding.repair ? std::string_view(finding.repair->words) : std::string_view());
    json.end_object();
  }
  json.end_array();
}

void write_comments(Writer& json, const desk::AgreementDraft& draft) {
  json.key("comments");
  json.begin_array();
  for (const desk::DraftComment& each : draft.comments) {
    json.begin_object();
    json.field("comment", each.number);
    json.field("revision", each.revision);
    json.field_or_null("file", std::string_view(each.file));
    number_or_null(json, "line", each.line);
    json.field("text", each.text);
    field(json, "by", each.by);
    json.field("at", each.at);
    json.end_object();
  }
  json.end_array();
}

void write_items(Writer& json, std::string_view key, std::span<const agreement::diff::Stake::Item> items) {
  json.key(key);
  json.begin_array();
  for (const auto& each : items) json.value(each.words);
  json.end_array();
}

}  // namespace

std::string encode(const app::AgreementView& agreement) {
  Writer json;
  json.begin_object();
  json.key("versions");
  json.begin_array();
  for (const desk::AgreedVersion& each : agreement.life.versions) {
    json.begin_object();
    write_version(json, agreement, each);
    json.end_object();
  }
  json.end_array();
  json.key("drafts");
  json.begin_array();
  for (const desk::AgreementDraft& each : agreement.life.drafts) {
    json.begin_object();
    write_draft(json, agreement, each);
    json.field("comments", each.comments.size());
    json.end_object();
  }
  json.end_array();
  json.key("proposals");
  json.begin_array();
  for (const desk::AgreementProposal& each : agreement.life.proposals) {
    json.begin_object();
    write_proposal(json, agreement, each);
    json.end_object();
  }
  json.end_array();
  json.key("signatories");
  json.begin_array();
  for (const desk::Signatories& each : agreement.signatories) {
    json.begin_object();
    json.field("party", each.party);
    names_field(json, "people", each.people);
    json.end_object();
  }
  json.end_array();
  json.field("signs_for", agreement.signs_for);
  json.field("may_write", agreement.may_write);
  json.end_object();
  return json.take();
}

std::string encode(const app::VersionView& version) {
  Writer json;
  json.begin_object();
  write_version(json, version.agreement, version.agreed());
  json.field("root", version.version.root);
  write_files(json, version.version.files);
  json.end_object();
  return json.take();
}

std::string encode(const app::DraftView& view) {
  const desk::AgreementDraft& draft = view.draft();
  Writer json;
  json.begin_object();
  write_draft(json, view.agreement, draft);
  write_comments(json, draft);
  json.field("root", draft.text.root);
  write_files(json, view.files);
  write_findings(json, *view.compiled);
  json.field("findings_left_out", view.compiled->findings.left_out());
  json.field("may_write", view.agreement.may_write);
  json.field("cannot_propose", view.cannot_propose);
  json.end_object();
  return json.take();
}

std::string encode(const app::ProposalView& view) {
  Writer json;
  json.begin_object();
  write_proposal(json, view.agreement, view.proposal());
  json.key("allowed");
  json.begin_object();
  json.field("sign", view.may_sign);
  json.field("refuse", view.may_refuse);
  json.field("withdraw", view.may_withdraw);
  json.end_object();
  json.end_object();
  return json.take();
}

std::string encode(const app::DraftDiff& diff) {
  const agreement::diff::Comparison& comparison = diff.comparison;
  Writer json;
  json.begin_object();
  json.field("against", diff.against);
  json.field("horizon", diff.horizon.words);
  json.key("effects");
  json.begin_array();
  for (const agreement::diff::Effect& effect : comparison.effects()) {
    json.begin_object();
    json.field("kind", agreement::diff::to_text(effect.kind));
    json.field("what", effect.what);
    json.field("before", effect.before);
    json.field("after", effect.after);
    json.field_or_null("party_before", std::string_view(effect.party_before));
    json.field_or_null("party_after", std::string_view(effect.party_after));
    json.field("hours", agreement::diff::hours_words(effect, comparison.horizon()));
    json.end_object();
  }
  json.end_array();
  json.key("texts");
  json.begin_array();
  for (const agreement::diff::TextChange& change : comparison.texts()) {
    json.begin_object();
    json.field("topic", agreement::diff::to_text(change.topic));
    json.field("words", change.words);
    write_place(json, "before", *diff.before, change.before);
    write_place(json, "after", *diff.after, change.after);
    json.end_object();
  }
  json.end_array();
  json.key("parties");
  json.begin_array();
  for (const agreement::diff::Stake& stake : comparison.stakes()) {
    json.begin_object();
    json.field("party", stake.party);
    write_items(json, "gains", stake.gains);
    write_items(json, "loses", stake.loses);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace tandem::wire

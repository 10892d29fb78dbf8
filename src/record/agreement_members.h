// What the events in the life of an agreement are made of, as members.h has it for those of tickets. Private to this
// folder.
#pragma once

#include "desk/agreement_events.h"
#include "record/members.h"

namespace tandem::record {

template <class Io, Either<desk::AgreementFile> T>
void members(Io& io, T& file) {
  io.required("name", file.name);
  io.required("sha256", file.hash);
}

template <class Io, Either<desk::AgreementText> T>
void members(Io& io, T& text) {
  io.required("root", text.root);
  io.required("files", text.files);
  io.required("sha256", text.hash);
}

template <class Io, Either<desk::RulingReference> T>
void members(Io& io, T& ruling) {
  io.required("ticket", ruling.ticket);
  io.required("category", ruling.category);
  io.required("team", ruling.team);
}

template <class Io, Either<desk::DraftBegun> T>
void members(Io& io, T& begun) {
  io.required("draft", begun.draft);
  io.required("title", begun.title);
  io.required("based_on", begun.based_on);
  io.required("text", begun.text);
  io.optional("ruling", begun.ruling);
}

template <class Io, Either<desk::DraftSaved> T>
void members(Io& io, T& saved) {
  io.required("draft", saved.draft);
  io.required("title", saved.title);
  io.required("based_on", saved.based_on);
  io.required("text", saved.text);
}

template <class Io, Either<desk::DraftDropped> T>
void members(Io& io, T& dropped) {
  io.required("draft", dropped.draft);
}

template <class Io, Either<desk::DraftCommented> T>
void members(Io& io, T& commented) {
  io.required("draft", commented.draft);
  io.required("comment", commented.comment);
  io.required("revision", commented.revision);
  io.optional("file", commented.file);
  io.optional("line", commented.line);
  io.required("text", commented.text);
}

template <class Io, Either<desk::AgreementProposed> T>
void members(Io& io, T& proposed) {
  io.required("proposal", proposed.proposal);
  io.required("draft", proposed.draft);
  io.required("sha256", proposed.text);
  io.required("effective", proposed.effective);
  io.required("parties", proposed.parties);
}

template <class Io, Either<desk::AgreementSigned> T>
void members(Io& io, T& signature) {
  io.required("proposal", signature.proposal);
  io.required("party", signature.party);
  io.required("sha256", signature.text);
}

template <class Io, Either<desk::ProposalEnded> T>
void members(Io& io, T& ended) {
  io.required("proposal", ended.proposal);
  io.required("how", ended.how);
  io.optional("party", ended.party);
  io.optional("reason", ended.reason);
}

template <class Io, Either<desk::VersionAgreed> T>
void members(Io& io, T& agreed) {
  io.required("version", agreed.version);
  io.required("text", agreed.text);
  io.required("in_force_from", agreed.in_force_from);
  io.optional("proposal", agreed.proposal);
}

}  // namespace tandem::record

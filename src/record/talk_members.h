// The members of: what people say around a ticket: watchers, tags, ratings, files. See members.h. Private to this
// folder.
#pragma once

#include "desk/event.h"
#include "record/either.h"
#include "record/ticket_members.h"

namespace tandem::record {

template <class Io, Either<desk::WatchStarted> T>
void members(Io& io, T& started) {
  io.required("person", started.person);
}

template <class Io, Either<desk::WatchEnded> T>
void members(Io& io, T& ended) {
  io.required("person", ended.person);
}

template <class Io, Either<desk::TagsChanged> T>
void members(Io& io, T& changed) {
  io.optional("added", changed.added);
  io.optional("removed", changed.removed);
}

template <class Io, Either<desk::ServiceRated> T>
void members(Io& io, T& rated) {
  io.required("verdict", rated.verdict);
  io.optional("words", rated.words);
  io.required("party", rated.party);
  io.required("team", rated.team);
}

template <class Io, Either<desk::FileAttached> T>
void members(Io& io, T& attached) {
  io.required("file", attached.file);
  io.required("name", attached.name);
  io.required("sha256", attached.hash);
  io.required("size", attached.size);
  io.required("media_type", attached.media_type);
  io.required("visibility", attached.visibility);
  io.optional("team", attached.team);
  io.optional("comment", attached.comment);
}

template <class Io, Either<desk::FileRemoved> T>
void members(Io& io, T& removed) {
  io.required("file", removed.file);
  io.required("name", removed.name);
  io.required("visibility", removed.visibility);
  io.optional("team", removed.team);
  io.required("reason", removed.reason);
}

}  // namespace tandem::record

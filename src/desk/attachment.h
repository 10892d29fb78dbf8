// Files that people put on a ticket: screenshots, logs, letters. A file is read by exactly those who may read a comment
// of its visibility there. What the desk keeps of it is its name, size, type and the SHA-256 of its content; the
// content itself is the store's (app/store.h), under that hash.
//
// Removing a file takes its content away, for privacy or because the law says so; that it was there, its hash, who
// removed it and why stay in the history, which nobody can rewrite.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "desk/actor.h"
#include "desk/visibility.h"

namespace tandem::desk {

// SHA-256 as 64 small letters and digits.
using ContentHash = base::Name<struct ContentHashTag>;

inline constexpr std::size_t kMaxFiles = 100;  // of a ticket at once; what was removed is not counted
inline constexpr std::uint64_t kMaxFileSize = 100 * 1024 * 1024;  // in bytes; an edge may take less
inline constexpr std::size_t kMaxMediaType = 100;                 // in bytes

// Commands ----------------------------------------------------------------------------------------------------------

struct AttachFile {
  std::string name;  // as whoever sends it calls it: cleaned by the desk (file_name.h)
  ContentHash hash;
  std::uint64_t size = 0;  // in bytes, at least 1
  std::string media_type;  // "image/png"
  Visibility visibility = Visibility::Both;
  TeamName team;              // as AddComment has it
  std::uint32_t comment = 0;  // one of the actor's own that it belongs to, whose readers it then has; 0: none
};
struct RemoveFile {
  std::uint32_t file = 0;
  std::string reason;
};

// Events ------------------------------------------------------------------------------------------------------------

struct FileAttached {
  std::uint32_t file = 0;  // from 1, within the ticket
  std::string name;
  ContentHash hash;
  std::uint64_t size = 0;
  std::string media_type;
  Visibility visibility = Visibility::Both;
  TeamName team;              // with Visibility::Team: the team that may read it
  std::uint32_t comment = 0;  // that it belongs to; 0: none
  bool operator==(const FileAttached&) const = default;
};
struct FileRemoved {
  std::uint32_t file = 0;
  std::string name;  // what it was, and for whom: who may not read the file learns neither name nor reason
  Visibility visibility = Visibility::Both;
  TeamName team;
  std::string reason;
  bool operator==(const FileRemoved&) const = default;
};

// State -------------------------------------------------------------------------------------------------------------

struct Attachment {
  struct Removal {
    base::Instant at;
    Actor by;
    std::string reason;
    bool operator==(const Removal&) const = default;
  };
  base::Instant at;
  Actor by;
  FileAttached file;
  std::optional<Removal> removed;
  bool operator==(const Attachment&) const = default;
};

// Whether it is one: 64 small hexadecimal digits.
[[nodiscard]] bool is_content_hash(std::string_view text);

}  // namespace tandem::desk

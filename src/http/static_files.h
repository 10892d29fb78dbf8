// The browser application: files under a web root. Client-side routes get index.html, hashed assets are cached for
// ever, ready-made .br and .gz neighbours are sent to those who accept them.
//
//   StaticFiles files("/usr/share/tandem/web");
//   router.set_fallback([&](const Request& r) { return files.answer(r); });
//
// Never leaves the root: neither by path ("..", encoded or not) nor by a symbolic link. Thread-safe.
#pragma once

#include <filesystem>

#include "http/request.h"
#include "http/response.h"

namespace tandem::http {

class StaticFiles {
 public:
  // A root that does not exist is answered with a page that says so.
  explicit StaticFiles(std::filesystem::path root);
  [[nodiscard]] Response answer(const Request& request) const;

 private:
  struct Found {
    std::filesystem::path file;
    std::uintmax_t size = 0;
    std::int64_t changed = 0;
  };
  [[nodiscard]] std::optional<Found> find(const std::filesystem::path& relative) const;
  [[nodiscard]] Response send(const Request& request, const std::filesystem::path& relative, const Found& found) const;

  std::filesystem::path root_;
};

// Whether Accept-Encoding asks for the coding: named with a weight above 0.
[[nodiscard]] bool accepts_coding(std::string_view accept_encoding, std::string_view coding);

}  // namespace tandem::http

#include "lsp/uri.h"

#include <doctest/doctest.h>

namespace tandem::lsp {

TEST_CASE("file addresses and paths are each other") {
  CHECK(path_of("file:///srv/harbor%20cu/agreement.yaml") == "/srv/harbor cu/agreement.yaml");
  CHECK(path_of("file:///srv/x%C3%BC.yaml") == "/srv/xü.yaml");
  CHECK(path_of("file://localhost/a/../b.yaml") == "/b.yaml");
  CHECK(uri_of("/srv/harbor cu/ü#1.yaml") == "file:///srv/harbor%20cu/%C3%BC%231.yaml");
  CHECK(path_of(uri_of("/a b/%/?#ü.yaml")) == "/a b/%/?#ü.yaml");
}

TEST_CASE("what is no file of this machine has no path") {
  for (const char* uri : {"untitled:Untitled-1", "http://harbor.example/a.yaml", "file://other/a", "file:///a%2", "",
                          "file:///a%00b", "file:///a%zz"}) {
    CHECK_FALSE(path_of(uri).has_value());
  }
}

}  // namespace tandem::lsp

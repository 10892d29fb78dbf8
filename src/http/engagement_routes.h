// The routes below one path of the API, for people who are signed in: reads hand on what is asked, writes take no query
// and nothing but JSON.
//
//   EngagementRoutes routes(router, api);                    // below /api/v1/engagements/{engagement}
//   routes.read("/vips", list);
//   routes.write(Method::Post, "/vips", add);
//
// The router and the api outlive it, and what it adds.
#pragma once

#include <string>
#include <string_view>

#include "http/api.h"

namespace tandem::http {

class EngagementRoutes {
 public:
  using Work = Response (*)(Api&, const Request&, const Identity&);

  // `above`: what stands between the engagement and each of the paths.
  EngagementRoutes(Router& router, Api& api, std::string_view above = "");

  void read(std::string_view below, Work work);
  void write(Method method, std::string_view below, Work work);
  void write(Method method, std::string_view below, KnownHandler handler);

 private:
  void add(Method method, std::string_view below, KnownHandler handler);

  Router* router_;
  Api* api_;
  std::string above_;
};

}  // namespace tandem::http

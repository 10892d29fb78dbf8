// Holds JSON against the schemas of an OpenAPI document: as much of JSON Schema as ours uses, and any keyword beyond
// that is itself reported, so that nothing is checked less than it looks.
//
//   SchemaCheck api(json::parse(openapi));
//   CHECK(api.problems_of_response("GET", "/api/v1/session", 200, "application/json", body) == "");
#pragma once

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <set>
#include <string>
#include <string_view>

#include "base/time.h"
#include "base/utf8.h"

namespace tandem::test {

namespace bj = boost::json;

class SchemaCheck {
 public:
  explicit SchemaCheck(bj::value document) : document_(std::move(document)) {}

  [[nodiscard]] const bj::value& document() const { return document_; }

  // Empty when the value is as the named schema says; else one line for each difference.
  [[nodiscard]] std::string problems_of(const bj::value& value, std::string_view schema_name) const {
    std::string problems;
    check(value, document_.at("components").at("schemas").at(schema_name), "", problems);
    return problems;
  }

  // `path`: as it stands in the document, "/api/v1/engagements/{engagement}".
  [[nodiscard]] std::string problems_of_response(const std::string& method, std::string_view path, int status,
                                                 const std::string& content_type, std::string_view body) const {
    const bj::object* operation = find_operation(method, path);
    if (operation == nullptr) return "the document has no such operation\n";
    const bj::object& responses = operation->at("responses").as_object();
    const bj::value* response = responses.if_contains(std::to_string(status));
    // Successes must be named; everything else is the default.
    if (response == nullptr && status < 300) return "the document has no such status\n";
    if (response == nullptr) response = responses.if_contains("default");
    const bj::value* content = response->as_object().if_contains("content");
    if (content == nullptr) return body.empty() ? "" : "there should be no content\n";
    const bj::value* media = content->as_object().if_contains(content_type);
    if (media == nullptr) return "the document has no content type `" + content_type + "` here\n";
    if (!content_type.ends_with("json")) return "";
    bj::error_code error;
    const bj::value value = bj::parse({body.data(), body.size()}, error);
    if (error) return "not JSON: " + error.message() + "\n";
    std::string problems;
    check(value, media->at("schema"), "", problems);
    return problems;
  }

  [[nodiscard]] const bj::object* find_operation(std::string method, std::string_view path) const {
    for (char& c : method) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bj::value* item = document_.at("paths").as_object().if_contains({path.data(), path.size()});
    const bj::value* operation = item == nullptr ? nullptr : item->as_object().if_contains(method);
    return operation == nullptr ? nullptr : &operation->as_object();
  }

 private:
  const bj::value& resolve(const bj::value& schema) const {
    const bj::value* reference = schema.as_object().if_contains("$ref");
    if (reference == nullptr) return schema;
    const std::string_view name =
        std::string_view(reference->as_string()).substr(std::string_view("#/components/schemas/").size());
    return document_.at("components").at("schemas").at(name);
  }

  static bool has_type(const bj::value& value, std::string_view type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_bool();
    if (type == "null") return value.is_null();
    if (type == "integer") return value.is_int64() || value.is_uint64();
    if (type == "number") return value.is_number();
    return false;
  }

  void check(const bj::value& value, const bj::value& schema_or_reference, const std::string& at,
             std::string& problems) const {
    const bj::object& schema = resolve(schema_or_reference).as_object();
    const auto complain = [&](const std::string& what) { problems += (at.empty() ? "/" : at) + ": " + what + "\n"; };
    static const std::set<std::string_view> kKnown{
        "type",      "enum",    "properties", "required",    "additionalProperties",
        "items",     "anyOf",   "format",     "description", "minLength",
        "maxLength", "minimum", "maximum"};
    for (const auto& keyword : schema) {
      if (!kKnown.contains(std::string_view(keyword.key().data(), keyword.key().size())))
        complain("unknown keyword in the schema: " + std::string(keyword.key()));
    }
    if (const bj::value* any = schema.if_contains("anyOf")) {
      std::string reasons;
      for (const bj::value& each : any->as_array()) {
        std::string inner;
        check(value, each, at, inner);
        if (inner.empty()) return;
        reasons += inner;
      }
      complain("none of the alternatives: " + reasons);
      return;
    }
    if (const bj::value* type = schema.if_contains("type")) {
      bool fits = false;
      if (type->is_string()) {
        fits = has_type(value, type->as_string());
      } else {
        for (const bj::value& each : type->as_array()) fits = fits || has_type(value, each.as_string());
      }
      if (!fits) {
        complain("is " + bj::serialize(value).substr(0, 60) + ", should be " + bj::serialize(*type));
        return;
      }
    }
    if (const bj::value* words = schema.if_contains("enum")) {
      const bj::array& all = words->as_array();
      if (std::ranges::find(all, value) == all.end()) complain("is not one of " + bj::serialize(*words));
    }
    if (const auto* text = value.if_string()) check_text(*text, schema, complain);
    if (const auto* object = value.if_object()) check_object(*object, schema, at, problems, complain);
    if (const auto* array = value.if_array()) {
      for (std::size_t i = 0; i < array->size(); ++i)
        check((*array)[i], schema.at("items"), at + "/" + std::to_string(i), problems);
    }
  }

  template <class Complain>
  void check_text(std::string_view text, const bj::object& schema, const Complain& complain) const {
    const bj::value* format = schema.if_contains("format");
    if (format != nullptr && format->as_string() == "date-time" && !(text.ends_with('Z') && base::parse_rfc3339(text)))
      complain("is not a UTC instant");
    const auto length = static_cast<std::int64_t>(base::count_code_points(text));
    if (const bj::value* least = schema.if_contains("minLength"); least != nullptr && length < least->as_int64())
      complain("is too short");
    if (const bj::value* most = schema.if_contains("maxLength"); most != nullptr && length > most->as_int64())
      complain("is too long");
  }

  template <class Complain>
  void check_object(const bj::object& object, const bj::object& schema, const std::string& at, std::string& problems,
                    const Complain& complain) const {
    const bj::value* properties = schema.if_contains("properties");
    if (const bj::value* required = schema.if_contains("required")) {
      for (const bj::value& name : required->as_array()) {
        if (!object.contains(name.as_string())) complain("has no " + std::string(name.as_string()));
      }
    }
    const bj::value* additional = schema.if_contains("additionalProperties");
    for (const auto& field : object) {
      const bj::value* expected = properties == nullptr ? nullptr : properties->as_object().if_contains(field.key());
      if (expected != nullptr) {
        check(field.value(), *expected, at + "/" + std::string(field.key()), problems);
      } else if (additional != nullptr && additional->is_bool() && !additional->as_bool()) {
        complain("has an unknown " + std::string(field.key()));
      }
    }
  }

  bj::value document_;
};

}  // namespace tandem::test

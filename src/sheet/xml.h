// One XML part of a packed spreadsheet, pushed through in pieces. A thin seam over expat that says what spreadsheets
// never need and attackers do: a document type declaration (and with it every entity of one's own and everything
// external) is refused, and so are more levels than the limit. Names come without their namespace, since the two
// editions of Office Open XML (ECMA-376 transitional and strict) differ in nothing but that.
//
//   struct Names final : XmlHandler { void start(std::string_view name, const XmlAttributes& a) override { … } };
//   XmlReader reader(handler, "xl/workbook.xml", limits.depth);
//   TANDEM_TRY_DONE(reader.feed(bytes)); … TANDEM_TRY_DONE(reader.finish());
//
// A handler that wants to stop calls refuse(); reading then ends with that error. Not copyable; one thread at a time.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace tandem::sheet {

// The attributes of an element, by name without namespace. Valid during start() only.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
  // Empty when it is absent.
  [[nodiscard]] std::string_view operator[](std::string_view name) const;

 private:
  const char* const* pairs_;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view piece) = 0;

  void refuse(base::Error error) {
    if (!refusal_) refusal_ = std::move(error);
  }
  [[nodiscard]] const std::optional<base::Error>& refusal() const { return refusal_; }

 private:
  std::optional<base::Error> refusal_;
};

class XmlReader {
 public:
  // `handler` outlives the reader. `part` names the text in messages.
  XmlReader(XmlHandler& handler, std::string part, std::size_t depth);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  [[nodiscard]] base::Result<void> feed(std::string_view bytes);
  [[nodiscard]] base::Result<void> finish();

 private:
  struct Machine;
  std::unique_ptr<Machine> machine_;
};

}  // namespace tandem::sheet

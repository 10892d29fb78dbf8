#include "sheet/xml.h"

#include <expat.h>

#include "base/check.h"

namespace tandem::sheet {
namespace {

constexpr char kSeparator = '|';  // between namespace and name, as expat hands them over

std::string_view local(const char* name) {
  const std::string_view whole = name;
  return whole.substr(whole.rfind(kSeparator) + 1);  // npos + 1 is 0
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (local(pair[0]) == name) return pair[1];
  }
  return {};
}

struct XmlReader::Machine {
  XmlHandler* handler;
  std::string part;
  std::size_t most_depth;
  std::size_t depth = 0;
  XML_Parser parser = nullptr;

  void stop_if_refused() const {
    if (handler->refusal()) XML_StopParser(parser, XML_FALSE);
  }

  static Machine& of(void* data) { return *static_cast<Machine*>(data); }

  static void on_start(void* data, const char* name, const char** attributes) {
    Machine& machine = of(data);
    if (++machine.depth > machine.most_depth) {
      machine.handler->refuse({base::ErrorCode::BadInput,
                               fmt::format("{} nests elements more than {} deep", machine.part, machine.most_depth)});
    } else {
      machine.handler->start(local(name), XmlAttributes(attributes));
    }
    machine.stop_if_refused();
  }

  static void on_end(void* data, const char* name) {
    Machine& machine = of(data);
    --machine.depth;
    machine.handler->end(local(name));
    machine.stop_if_refused();
  }

  static void on_text(void* data, const char* text, int length) {
    Machine& machine = of(data);
    machine.handler->text({text, static_cast<std::size_t>(length)});
    machine.stop_if_refused();
  }

  static void on_doctype(void* data, const char* /*name*/, const char* /*system*/, const char* /*public_id*/,
                         int /*internal*/) {
    Machine& machine = of(data);
    machine.handler->refuse(
        {base::ErrorCode::BadInput,
         fmt::format("{} has a document type declaration, which no spreadsheet program writes", machine.part)});
    machine.stop_if_refused();
  }

  [[nodiscard]] base::Result<void> parse(std::string_view bytes, bool last) {
    if (XML_Parse(parser, bytes.data(), static_cast<int>(bytes.size()), last ? 1 : 0) != XML_STATUS_ERROR) return {};
    if (handler->refusal()) return std::unexpected(*handler->refusal());
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("{} is not well-formed XML: line {}: {}", part, XML_GetCurrentLineNumber(parser),
                                  XML_ErrorString(XML_GetErrorCode(parser))));
  }
};

XmlReader::XmlReader(XmlHandler& handler, std::string part, std::size_t depth)
    : machine_(std::make_unique<Machine>(Machine{.handler = &handler, .part = std::move(part), .most_depth = depth})) {
  machine_->parser = XML_ParserCreateNS(nullptr, kSeparator);
  TANDEM_CHECK(machine_->parser != nullptr);
  XML_SetUserData(machine_->parser, machine_.get());
  XML_SetElementHandler(machine_->parser, Machine::on_start, Machine::on_end);
  XML_SetCharacterDataHandler(machine_->parser, Machine::on_text);
  XML_SetStartDoctypeDeclHandler(machine_->parser, Machine::on_doctype);
}

XmlReader::~XmlReader() {
  XML_ParserFree(machine_->parser);
}

base::Result<void> XmlReader::feed(std::string_view bytes) {
  constexpr std::size_t kPiece = std::size_t{1} << 20;  // expat counts in int
  for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), kPiece))) {
    TANDEM_TRY_DONE(machine_->parse(bytes.substr(0, kPiece), /*last=*/false));
  }
  return {};
}

base::Result<void> XmlReader::finish() {
  return machine_->parse({}, /*last=*/true);
}

}  // namespace tandem::sheet

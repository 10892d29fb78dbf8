#include "cli/ink.h"

namespace tandem::cli {
namespace {

std::string_view code(Ink ink) {
  switch (ink) {
    case Ink::Plain: return "0";
    case Ink::Strong: return "1";
    case Ink::Faint: return "2";
    case Ink::Good: return "32";
    case Ink::Bad: return "1;31";
    case Ink::Notable: return "33";
    case Ink::Block0: return "30;46";
    case Ink::Block1: return "30;43";
    case Ink::Block2: return "30;42";
    case Ink::Block3: return "30;45";
    case Ink::Block4: return "30;44";
    case Ink::Block5: return "30;47";
    case Ink::BadBlock: return "1;97;41";
  }
  return "0";
}

}  // namespace

std::string Palette::operator()(Ink ink, std::string_view text) const {
  if (!colour_ || ink == Ink::Plain || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code(ink), text);
}

}  // namespace tandem::cli

#include "quoth/base/version.h"

namespace quoth {

std::string_view version() {
  return QUOTH_VERSION;
}

}  // namespace quoth

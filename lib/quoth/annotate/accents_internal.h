// Latin letters without their accents, as English texts often write foreign names: "Orbán" as "Orban".
#pragma once

#include <string>
#include <string_view>

namespace quoth {

// `name` with the letters of Latin-1 and Latin Extended-A made plain ASCII ("ł" "l", "ß" "ss", "æ" "ae"); other bytes
// as they are. Needs valid UTF-8.
std::string without_accents(std::string_view name);

}  // namespace quoth

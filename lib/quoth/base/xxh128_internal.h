// A checksum by which a corpus is known again.
#pragma once

#include <string>
#include <string_view>

namespace quoth {

// XXH3's 128 bits of `bytes`, as 32 hexadecimal digits: what the program xxh128sum prints.
std::string xxh128(std::string_view bytes);

}  // namespace quoth

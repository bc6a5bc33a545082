#include <fmt/format.h>
#include <zlib.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

#include "quoth/base/error.h"
#include "quoth/base/json_lines_internal.h"

namespace quoth {

using Json = nlohmann::json;

std::string read_data_file(const std::string& path, const std::string& expected) {
  std::error_code code;
  if (std::filesystem::is_directory(path, code)) throw Error(path, "is a folder", expected);
  errno = 0;
  const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
  if (!file) {
    throw Error(path, "cannot be opened: " + std::string(std::strerror(errno == 0 ? ENOMEM : errno)), expected);
  }
  std::string bytes;
  std::array<char, 65536> block{};
  int got = 0;
  while ((got = gzread(file.get(), block.data(), block.size())) > 0) {
    bytes.append(block.data(), static_cast<std::size_t>(got));
  }
  int fault = Z_OK;
  const char* reason = gzerror(file.get(), &fault);
  // A file that ends within its compressed data reads as far as it goes and only then says so.
  if (fault != Z_OK && fault != Z_STREAM_END) {
    throw Error(path, fmt::format("cannot be read: {}", fault == Z_ERRNO ? std::strerror(errno) : reason), expected);
  }
  if (bytes.empty()) throw Error(path, "is empty", expected);
  return bytes;
}

void for_each_line(std::string_view bytes,
                   const std::function<void(std::string_view line, std::uint32_t number)>& take) {
  for (std::uint32_t number = 1; !bytes.empty(); ++number) {
    const std::size_t end = bytes.find('\n');
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) take(line, number);
  }
}

std::string kind_of(const Json& json) {
  if (json.is_null()) return "null";
  const std::string name = json.type_name();
  return json.is_structured() ? "an " + name : "a " + name;
}

Json parse_object(std::string_view line, const std::string& where, const std::string& expected) {
  try {
    Json json = Json::parse(line);
    if (json.is_object()) return json;
    throw Error(where, fmt::format("is {}", kind_of(json)), expected);
  } catch (const Json::parse_error& error) {
    throw Error(where, fmt::format("is no JSON from byte {} on", error.byte), "one JSON object a line");
  }
}

std::string required_string(const Json& json, const char* key, const std::string& where) {
  const auto found = json.find(key);
  if (found == json.end()) throw Error(where, fmt::format("has no \"{}\"", key), "a string");
  if (!found->is_string()) throw_kind(*found, key, where, "a string");
  return found->get<std::string>();
}

std::string optional_string(const Json& json, const char* key, const std::string& where) {
  const auto found = json.find(key);
  if (found == json.end() || found->is_null()) return {};
  if (!found->is_string()) throw_kind(*found, key, where, "a string");
  return found->get<std::string>();
}

void throw_kind(const Json& json, const std::string& name, const std::string& where, const std::string& expected) {
  throw Error(where, fmt::format("\"{}\" is {}", name, kind_of(json)), expected);
}

}  // namespace quoth

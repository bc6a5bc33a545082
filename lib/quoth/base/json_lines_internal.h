// Labelled data as JSON Lines: what the readers of statements and of articles have in common.
//
// "where" is "file:line" throughout; every fault is an Error that begins with it.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace quoth {

// The bytes of the file, unpacked where it is gzipped. `expected` says what should be in it. Throws Error where it is
// missing, a folder, empty, or damaged.
std::string read_data_file(const std::string& path, const std::string& expected);

// Calls `take` with each line of `bytes` that holds more than white space, and its number, from 1.
void for_each_line(std::string_view bytes,
                   const std::function<void(std::string_view line, std::uint32_t number)>& take);

// The object that `line` is. `expected` as in "an object with \"id\" and \"text\"".
nlohmann::json parse_object(std::string_view line, const std::string& where, const std::string& expected);

// "a string", "an object", "null".
std::string kind_of(const nlohmann::json& json);

// The member `key`, which must be there and a string.
std::string required_string(const nlohmann::json& json, const char* key, const std::string& where);

// The member `key`, which must be a string where it is there and not null; else empty.
std::string optional_string(const nlohmann::json& json, const char* key, const std::string& where);

// Reports that `json`, which the reader calls `name`, is of the wrong kind: `"quotes" is null, expected a list`.
[[noreturn]] void throw_kind(const nlohmann::json& json, const std::string& name, const std::string& where,
                             const std::string& expected);

}  // namespace quoth

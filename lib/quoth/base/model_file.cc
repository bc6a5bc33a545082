#include "quoth/base/model_file.h"

#include <fmt/format.h>
#include <zlib.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <limits>
#include <system_error>

#include "quoth/base/error.h"

namespace quoth {
namespace {

// As in PNG: a byte that is no text, and line ends that a transfer in text mode would change.
constexpr std::string_view kMagic = "\x93QUOTH\r\n";
constexpr std::size_t kKindSize = 16;
constexpr std::size_t kNameSize = 24;
constexpr std::size_t kHeaderSize = 48;
constexpr std::size_t kEntrySize = 48;
constexpr std::size_t kHeaderCrcOffset = 44;
constexpr std::string_view kCopyAgain = "the file is damaged, copy it again or retrain";

std::uint32_t crc_of(std::string_view bytes) {
  return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

// The checksum of header and section table, the place of that checksum itself left out.
std::uint32_t header_crc(std::string_view head) {
  const std::string_view before = head.substr(0, kHeaderCrcOffset);
  const std::string_view after = head.substr(kHeaderCrcOffset + 4);
  const uLong crc = crc32_z(0, reinterpret_cast<const Bytef*>(before.data()), before.size());
  return static_cast<std::uint32_t>(crc32_z(crc, reinterpret_cast<const Bytef*>(after.data()), after.size()));
}

std::string padded(std::string_view text, std::size_t size) {
  if (text.empty() || text.size() >= size || text.find('\0') != std::string_view::npos) {
    throw Error("model", "the name \"" + std::string(text) + "\"", "1 to " + std::to_string(size - 1) + " bytes");
  }
  std::string name(text);
  name.resize(size, '\0');
  return name;
}

// A name padded with NULs; nothing but NULs may follow the first.
std::string unpadded(std::string_view field, const std::string& where) {
  const std::size_t end = field.find('\0');
  if (end == 0 || end == std::string_view::npos || field.find_first_not_of('\0', end) != std::string_view::npos) {
    throw Error(where, "a name in its section table is no name", "", std::string(kCopyAgain));
  }
  return std::string(field.substr(0, end));
}

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileCloser>;

std::string reason(int error) {
  return std::error_code(error, std::generic_category()).message();
}

std::string read_whole(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) throw Error(path, "is a directory", "a model file");
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) throw Error(path, reason(errno), "a model file");
  std::string bytes;
  char block[1 << 16];
  while (const std::size_t got = std::fread(block, 1, sizeof block, file.get())) bytes.append(block, got);
  if (std::ferror(file.get())) throw Error(path, reason(errno), "a model file");
  return bytes;
}

void check_start(std::string_view bytes, const std::string& path) {
  if (bytes.substr(0, kMagic.size()) != kMagic) {
    throw Error(path, "is no model file of quoth", "a file written by quoth train");
  }
  ByteReader reader(bytes.substr(kMagic.size()), path);
  const std::uint32_t version = reader.u32();
  if (version != kModelFormatVersion) {
    throw Error(path, fmt::format("has format version {}", version),
                fmt::format("version {}, the only one this program reads", kModelFormatVersion),
                "retrain, or use the program that wrote it");
  }
}

}  // namespace

ModelFile ModelFile::read(const std::string& path) {
  return parse(read_whole(path), path);
}

ModelFile ModelFile::parse(std::string bytes, std::string where) {
  ModelFile file;
  file.path_ = std::move(where);
  file.bytes_ = std::move(bytes);
  const std::string& path = file.path_;
  const std::string_view all = file.bytes_;
  check_start(all, path);

  ByteReader header(all.substr(kMagic.size() + 4), path);
  const std::uint32_t section_count = header.u32();
  const std::uint64_t size = header.u64();
  const std::string_view kind = header.raw(kKindSize);
  const std::uint32_t reserved = header.u32();
  const std::uint32_t stored_crc = header.u32();
  if (size != all.size()) {
    throw Error(path, fmt::format("has {} bytes", all.size()), fmt::format("{} as its header says", size),
                std::string(kCopyAgain));
  }
  if (section_count > header.left() / kEntrySize) {
    throw Error(path, fmt::format("claims {} sections in {} bytes", section_count, size), "", std::string(kCopyAgain));
  }
  const std::uint64_t head_size = kHeaderSize + std::uint64_t{section_count} * kEntrySize;
  if (const std::uint32_t crc = header_crc(all.substr(0, head_size)); crc != stored_crc || reserved != 0) {
    throw Error(path, fmt::format("header has checksum {:08x}", crc), fmt::format("{:08x}", stored_crc),
                std::string(kCopyAgain));
  }
  file.kind_ = unpadded(kind, path);

  std::uint64_t end = head_size;
  for (std::uint32_t i = 0; i < section_count; ++i) {
    ModelSectionInfo info;
    info.name = unpadded(header.raw(kNameSize), path);
    info.offset = header.u64();
    info.size = header.u64();
    info.crc32 = header.u32();
    const std::uint32_t zero = header.u32();
    // Each section begins where the one before it ends: none overlaps, none leaves a gap that no checksum covers.
    if (info.offset != end || info.size > size - end || zero != 0) {
      throw Error(path, fmt::format("section \"{}\" lies at {} with {} bytes", info.name, info.offset, info.size),
                  fmt::format("a start at {} and an end by {}", end, size), std::string(kCopyAgain));
    }
    end += info.size;
    const std::uint32_t crc = crc_of(all.substr(info.offset, info.size));
    if (crc != info.crc32) {
      throw Error(path, fmt::format("section \"{}\" has checksum {:08x}", info.name, crc),
                  fmt::format("{:08x}", info.crc32), std::string(kCopyAgain));
    }
    file.sections_.push_back(std::move(info));
  }
  if (end != size) {
    throw Error(path, fmt::format("{} bytes follow its last section", size - end), "", std::string(kCopyAgain));
  }
  return file;
}

std::string_view ModelFile::section(std::string_view name) const {
  for (const ModelSectionInfo& info : sections_) {
    if (info.name == name) return std::string_view(bytes_).substr(info.offset, info.size);
  }
  throw Error(path_, fmt::format("has no section \"{}\"", name), "", "retrain, or use the program that wrote it");
}

ByteReader ModelFile::reader(std::string_view name) const {
  return ByteReader(section(name), fmt::format("{}: section \"{}\"", path_, name));
}

void ModelFile::expect_kind(std::string_view kind) const {
  if (kind_ != kind) {
    throw Error(path_, fmt::format("is a model of kind \"{}\"", kind_), fmt::format("kind \"{}\"", kind));
  }
}

std::string model_file_bytes(std::string_view kind, const std::vector<ModelSection>& sections) {
  const std::uint64_t head_size = kHeaderSize + sections.size() * kEntrySize;
  std::uint64_t size = head_size;
  for (const ModelSection& section : sections) size += section.bytes.size();

  ByteWriter table;
  std::uint64_t offset = head_size;
  for (const ModelSection& section : sections) {
    table.raw(padded(section.name, kNameSize));
    table.u64(offset);
    table.u64(section.bytes.size());
    table.u32(crc_of(section.bytes));
    table.u32(0);
    offset += section.bytes.size();
  }
  ByteWriter header;
  header.raw(kMagic);
  header.u32(kModelFormatVersion);
  header.u32(static_cast<std::uint32_t>(sections.size()));
  header.u64(size);
  header.raw(padded(kind, kKindSize));
  header.u32(0);
  const std::string start = header.take();
  const std::string entries = table.take();
  ByteWriter file;
  file.raw(start);
  file.u32(header_crc(start + std::string(4, '\0') + entries));
  file.raw(entries);
  for (const ModelSection& section : sections) file.raw(section.bytes);
  return file.take();
}

void write_file_atomically(const std::string& path, std::string_view bytes) {
  const std::string temporary = path + ".part";
  const auto fail = [&](int error) {
    std::error_code ignored;
    std::filesystem::remove(temporary, ignored);
    throw Error(path, "cannot be written: " + reason(error), "", "choose a place that can be written");
  };
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) throw Error(path, "is a directory", "the name of a file to write");
  std::FILE* file = std::fopen(temporary.c_str(), "wb");
  if (file == nullptr) fail(errno);
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  const int write_error = errno;
  if (std::fclose(file) != 0) fail(errno);
  if (!written) fail(write_error);
  std::filesystem::rename(temporary, path, error);
  if (error) fail(error.value());
}

}  // namespace quoth

// A statement's scores: topic, tone, or whatever heads its corpus gave.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

class ModelFile;

// One thing a model predicts of a statement.
struct Head {
  std::string name;                 // "topic"
  bool multi_label = false;         // any number of labels, each with a probability of its own; else exactly one
  std::vector<std::string> labels;  // sorted, two or more (one or more where multi_label)
};

// A statement's scores under one head.
struct HeadScore {
  std::vector<float> probabilities;      // one a label, 0 to 1; they add up to 1 unless multi_label
  std::vector<std::uint32_t> predicted;  // indexes of the predicted labels, ascending; exactly one unless multi_label
};

// Working memory of StatementModel::score; keep one a thread and reuse it.
class ScoreScratch {
 public:
  ScoreScratch();
  ~ScoreScratch();
  ScoreScratch(ScoreScratch&&) noexcept;
  ScoreScratch& operator=(ScoreScratch&&) noexcept;

 private:
  friend class StatementModel;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Immutable once loaded; may be shared by threads.
class StatementModel {
 public:
  // Throws Error: no such file, not a statement model, another version, damaged.
  static StatementModel load(const std::string& path);

  // The same of a file in memory, which it copies what it needs from.
  static StatementModel from(const ModelFile& file);

  StatementModel(StatementModel&&) noexcept;
  StatementModel& operator=(StatementModel&&) noexcept;
  ~StatementModel();

  const std::vector<Head>& heads() const;

  // One HeadScore a head, in the order of heads(), into `scores` (its memory is reused). Any bytes; never throws but
  // for lack of memory.
  void score(std::string_view text, ScoreScratch& scratch, std::vector<HeadScore>& scores) const;

 private:
  struct Impl;
  explicit StatementModel(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth

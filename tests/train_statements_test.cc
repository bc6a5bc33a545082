#include "quoth/classify/train_statements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "quoth/base/error.h"
#include "quoth/base/model_file.h"
#include "quoth/classify/check_samples.h"
#include "quoth/classify/statement_model.h"
#include "quoth/classify/statement_model_file.h"
#include "statement_corpora.h"

namespace quoth {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

LabelledCorpus corpus_of(const std::string& lines) {
  const TemporaryFile file("train.jsonl", lines);
  return read_labelled_statements({file.path()});
}

TrainOptions small_options() {
  TrainOptions options;
  options.features.bucket_bits = 10;
  options.c = {1, 10};
  return options;
}

const TrainedStatements& small_model() {
  static const TrainedStatements kTrained = train_statements(corpus_of(small_corpus()), small_options());
  return kTrained;
}

std::string error_of(const std::string& lines) {
  try {
    train_statements(corpus_of(lines), small_options());
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

std::vector<HeadScore> scores_of(const StatementModel& model, std::string_view text) {
  ScoreScratch scratch;
  std::vector<HeadScore> scores;
  model.score(text, scratch, scores);
  return scores;
}

TEST(TrainStatements, LearnsWhatTheCorpusShows) {
  const StatementModel model = StatementModel::from(ModelFile::parse(small_model().model, "small"));
  ASSERT_EQ(model.heads().size(), 2);
  EXPECT_EQ(model.heads()[0].name, "mood");
  EXPECT_EQ(model.heads()[1].name, "subject");
  const auto glad = scores_of(model, "We welcome the talks on cod and the catch.");
  EXPECT_THAT(glad[0].predicted, ElementsAre(0));
  EXPECT_THAT(glad[1].predicted, ElementsAre(0));
  EXPECT_NEAR(glad[0].probabilities[0] + glad[0].probabilities[1], 1, 1e-6);
  const auto sour = scores_of(model, "Reckless threats over mackerel, grapes and the harvest and the catch");
  EXPECT_THAT(sour[0].predicted, ElementsAre(1));
  EXPECT_THAT(sour[1].predicted, ElementsAre(0, 1));
}

TEST(TrainStatements, GivesTheSameBytesAgainForAnyNumberOfThreads) {
  TrainOptions options = small_options();
  EXPECT_EQ(train_statements(corpus_of(small_corpus()), options).model, small_model().model);
  options.threads = 2;
  EXPECT_EQ(train_statements(corpus_of(small_corpus()), options).model, small_model().model);
}

TEST(TrainStatements, MeasuresByCrossValidation) {
  const HeadReport& mood = small_model().heads[0];
  EXPECT_EQ(mood.figures.statements, 40);
  EXPECT_GT(mood.figures.accuracy, 0.95);
  EXPECT_TRUE(mood.converged);
  EXPECT_TRUE(mood.c == 1 || mood.c == 10);
  const HeadReport& subject = small_model().heads[1];
  EXPECT_EQ(subject.thresholds.size(), 2);
  EXPECT_GT(subject.figures.micro_f1, 0.9);
}

// Labels dealt without regard to the texts: whoever judged by trained-on statements would report far more than chance.
TEST(TrainStatements, ReportsChanceWhereThereIsNothingToLearn) {
  std::string lines;
  for (int i = 0; i < 80; ++i) {
    lines += "{\"id\": \"" + std::to_string(i) + "\", \"text\": \"word w" + std::to_string(i * 37 % 80) + " v" +
             std::to_string(i * 29 % 40) + "\", \"labels\": {\"h\": \"" + (i * i % 7 < 3 ? "a" : "b") + "\"}}\n";
  }
  EXPECT_LT(train_statements(corpus_of(lines), small_options()).heads[0].figures.accuracy, 0.75);
}

TEST(TrainStatements, LeavesAStatementOutOfHeadsThatItHasNoLabelFor) {
  const TrainedStatements trained = train_statements(
      corpus_of(small_corpus() + R"({"id": "x", "text": "the talks", "labels": {"mood": "glad"}})"), small_options());
  EXPECT_EQ(trained.heads[0].figures.statements, 41);
  EXPECT_EQ(trained.heads[1].figures.statements, 40);
}

TEST(TrainStatements, NamesWhatACorpusLacks) {
  std::string one_label;
  std::string always;
  std::string unlabelled;
  std::string strange;
  for (int i = 0; i < 12; ++i) {
    const std::string start = "{\"id\": \"" + std::to_string(i) + "\", \"text\": \"same words\", \"labels\": ";
    one_label += start + R"({"tone": "warm"}})"
                         "\n";
    always += start + R"({"topic": ["fish"]}})"
                      "\n";
    unlabelled += start + "{}}\n";
    strange += "{\"id\": \"" + std::to_string(i) + "\", \"text\": \"...\", \"labels\": {\"t\": \"" +
               (i % 2 ? "a" : "b") + "\"}}\n";
  }
  EXPECT_THAT(error_of(one_label), HasSubstr("\"labels.tone\" is always \"warm\", expected two labels or more"));
  EXPECT_THAT(error_of(always), HasSubstr("\"labels.topic\" holds \"fish\" in every statement"));
  EXPECT_THAT(error_of(unlabelled), HasSubstr("no statement has a label"));
  EXPECT_THAT(error_of(strange), HasSubstr("no word is in 2 statements"));
  EXPECT_THAT(error_of(R"({"id": "a", "text": "x", "labels": {"tone": "warm"}})"
                       "\n"
                       R"({"id": "b", "text": "x", "labels": {"tone": "cold"}})"),
              HasSubstr("\"labels.tone\" is given by 2 statements, expected 10 or more"));
}

TEST(TrainStatements, PutsIntoTheCardWhatTheModelCameFrom) {
  const ModelFile file = ModelFile::parse(small_model().model, "small");
  const std::string card(file.section("card"));
  EXPECT_THAT(card, HasSubstr("\"name\": \"train.jsonl\""));
  EXPECT_THAT(card, HasSubstr("\"statements\": 40"));
  EXPECT_THAT(card, HasSubstr("\"xxh128\": \""));
  EXPECT_THAT(card, HasSubstr("\"calibration_error\""));
  EXPECT_THAT(card, testing::Not(HasSubstr(testing::TempDir())));
}

TEST(StatementModel, ScoresItsSamplesAsStored) {
  const SampleCheck check = check_samples(ModelFile::parse(small_model().model, "small"));
  EXPECT_EQ(check.samples, 8);
  EXPECT_EQ(check.same, 8);
}

TEST(StatementModel, NoticesWhenItScoresOtherwise) {
  StatementModelParts parts = read_statement_model(ModelFile::parse(small_model().model, "small"));
  parts.samples[1].scores[0].probabilities[0] += 0.01F;
  parts.samples[2].scores[0].predicted[0] ^= 1;
  parts.samples[3].scores[0].probabilities[1] = std::numeric_limits<float>::quiet_NaN();
  EXPECT_EQ(check_samples(ModelFile::parse(statement_model_bytes(parts), "small")).same, 5);
}

TEST(StatementModel, ScoresAnyBytes) {
  const StatementModel model = StatementModel::from(ModelFile::parse(small_model().model, "small"));
  for (const std::string& text : {std::string(), std::string("\xFF\xFE\0\x80", 4), std::string(100000, 'a')}) {
    for (const HeadScore& score : scores_of(model, text)) {
      for (const float probability : score.probabilities) EXPECT_TRUE(probability >= 0 && probability <= 1);
    }
  }
}

TEST(StatementModel, RefusesFeaturesThatThisProgramDoesNotMake) {
  const StatementModelParts parts = read_statement_model(ModelFile::parse(small_model().model, "small"));
  const ModelFile file = ModelFile::parse(statement_model_bytes(parts), "small");
  std::vector<ModelSection> sections;
  for (const ModelSectionInfo& info : file.sections())
    sections.push_back({info.name, std::string(file.section(info.name))});
  sections[1].bytes[0] ^= 1;
  try {
    StatementModel::from(ModelFile::parse(model_file_bytes(kStatementModelKind, sections), "small"));
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("small: was trained on features "));
  }
  EXPECT_THROW(StatementModel::from(ModelFile::parse(model_file_bytes("quotes", sections), "small")), Error);
}

// The container's checksums catch chance; what is behind them must hold against bytes made on purpose.
TEST(StatementModel, WithAnySectionCutOrChangedIsAnErrorOrAModel) {
  const ModelFile file = ModelFile::parse(small_model().model, "small");
  std::vector<ModelSection> sections;
  for (const ModelSectionInfo& info : file.sections())
    sections.push_back({info.name, std::string(file.section(info.name))});
  const auto try_to_load = [&](const std::vector<ModelSection>& changed) {
    try {
      const auto model =
          StatementModel::from(ModelFile::parse(model_file_bytes(kStatementModelKind, changed), "small"));
      scores_of(model, "We welcome the talks on cod.");
      return true;
    } catch (const Error&) {
      return false;
    }
  };
  for (std::size_t s = 1; s < sections.size(); ++s) {
    const std::size_t size = std::min<std::size_t>(sections[s].bytes.size(), 400);
    for (std::size_t i = 0; i < size; ++i) {
      auto changed = sections;
      changed[s].bytes.resize(i);
      EXPECT_FALSE(try_to_load(changed)) << sections[s].name << " cut at " << i;
      changed = sections;
      changed[s].bytes[i] = static_cast<char>(changed[s].bytes[i] ^ 0xff);
      try_to_load(changed);
    }
  }
}

// Each of the model's bytes costs a checksum over all of them, twice: the model is as small as one can be.
TEST(StatementModel, CutOrChangedAtAnyByteIsAnError) {
  TrainOptions options = small_options();
  options.features = {.word_ngrams = 1, .shortest_chars = 1, .longest_chars = 1, .bucket_bits = 5};
  std::string bytes = train_statements(corpus_of(small_corpus()), options).model;
  ASSERT_LT(bytes.size(), 10000);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char before = bytes[i];
    bytes[i] = static_cast<char>(before ^ 0x10);
    EXPECT_THROW(ModelFile::parse(bytes, "small"), Error) << i;
    bytes[i] = before;
  }
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(ModelFile::parse(bytes.substr(0, size), "small"), Error) << size;
  }
}

}  // namespace
}  // namespace quoth

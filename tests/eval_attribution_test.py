"""`quoth eval attribution` against eval/score_quotes.py, the script whose figures others publish.

GoldenFigures holds what the script prints for tests/data/attribution; after a change of those documents make them anew:
  score_quotes.py gold.jsonl predicted.jsonl > figures.txt    and with --json > figures.json
AgainstTheScript runs the script itself, where QUOTH_EVAL_DATA names the folder that holds it and PolNeAR.
"""
import gzip
import json
import os
import random
import subprocess
import sys
import unittest

from program_under_test import MODELS, ProgramTest, SOURCE, main

DATA = os.path.join(SOURCE, "tests", "data", "attribution")
OWN_CORPUS = os.path.join(SOURCE, "corpus", "articles.jsonl")
EVALUATION = os.environ.get("QUOTH_EVAL_DATA", "")


def read(path):
    with open(path, "rb") as file:
        return file.read()


class GoldenFigures(ProgramTest):
    def evaluate(self, *args):
        predicted = os.path.join(DATA, "predicted.jsonl")
        result = self.run_quoth("eval", "attribution", "--predicted", predicted, *args, os.path.join(DATA, "gold.jsonl"))
        self.assertEqual(result.stderr, b"")
        self.assertEqual(result.returncode, 0)
        return result.stdout

    def test_text(self):
        self.assertEqual(self.evaluate().decode(), read(os.path.join(DATA, "figures.txt")).decode())

    def test_json(self):
        self.assertEqual(self.evaluate("--json").decode(), read(os.path.join(DATA, "figures.json")).decode())

    def test_reliability(self):
        text = self.evaluate("--reliability").decode()
        self.assertTrue(text.startswith(read(os.path.join(DATA, "figures.txt")).decode() + "\n"))
        self.assertIn("0.90 to 1.00            2            0.950  1.000\n", text)
        figures = json.loads(self.evaluate("--reliability", "--json"))
        self.assertEqual(sum(b["predictions"] for b in figures["reliability"]), figures["predicted quotes"])
        self.assertEqual(figures["reliability"][-1], {"from": 0.9, "to": 1.0, "predictions": 2, "confidence": 0.95, "right": 1.0})
        self.assertIn(f"ECE (15 bins)            {figures['ECE']:.4f}\n", text)


class Command(ProgramTest):
    def test_analyses_the_gold_articles(self):
        found = self.score("--input-format", "jsonl", "--format", "citron", OWN_CORPUS)
        predicted = self.file("predicted.jsonl", found.stdout)
        by_file = self.run_quoth("eval", "attribution", "--json", "--predicted", predicted, OWN_CORPUS)
        by_itself = self.run_quoth("eval", "attribution", "--json", "--models", MODELS, OWN_CORPUS)
        self.assertEqual(by_itself.returncode, 0, by_itself.stderr)
        self.assertEqual(by_itself.stdout, by_file.stdout)

    def test_takes_several_files_gzipped_ones_too(self):
        lines = read(OWN_CORPUS).splitlines(keepends=True)
        first, rest = self.file("first.jsonl.gz", gzip.compress(lines[0])), self.file("rest.jsonl", b"".join(lines[1:]))
        parts = self.run_quoth("eval", "attribution", "--models", MODELS, first, rest)
        self.assertEqual(parts.stdout, self.run_quoth("eval", "attribution", "--models", MODELS, OWN_CORPUS).stdout)

    def test_faults(self):
        gold = self.file("gold.jsonl", '{"id": "a", "text": "Yes, he said.", "quotes": [{"contents": {"start": 0, "end": 3}}]}')
        other = self.file("other.jsonl", '{"id": "a", "text": "No, he said.", "quotes": []}')
        self.assert_one_line(self.run_quoth("eval", "attribution", "--predicted", other, gold), 1, 'other.jsonl:1: "a" has another text')
        self.assert_one_line(self.run_quoth("eval", "attribution", "--predicted", gold, "--reliability", gold), 1,
                             'gold.jsonl:1: has a prediction without "confidence"')
        self.assert_one_line(self.run_quoth("eval", "attribution", "--predicted", gold, "--models", MODELS, gold), 2, "excludes")
        self.assert_one_line(self.run_quoth("eval", "attribution", self.file("bad.jsonl", "{}\n")), 1, 'bad.jsonl:1: has no "id"')


class AgainstTheScript(ProgramTest):
    def setUp(self):
        super().setUp()
        self.script = os.path.join(EVALUATION, "eval", "score_quotes.py")
        if not EVALUATION:
            print("NOT RUN: set QUOTH_EVAL_DATA to the folder that holds eval/score_quotes.py and data/polnear", file=sys.stderr)
            self.skipTest("no evaluation data")

    def assert_same_figures(self, gold, predicted, program_arguments):
        for form in [[], ["--json"]]:
            script = subprocess.run([sys.executable, self.script, gold, predicted, *form], stdout=subprocess.PIPE, check=True)
            program = self.run_quoth("eval", "attribution", *program_arguments, *form, gold)
            self.assertEqual(program.returncode, 0, program.stderr)
            self.assertEqual(program.stdout.decode(), script.stdout.decode())

    def assert_same_analysis(self, gold):
        found = self.score("--input-format", "jsonl", "--format", "citron", gold)
        self.assertEqual(found.returncode, 0, found.stderr)
        self.assert_same_figures(gold, self.file("predicted.jsonl", found.stdout), ["--models", MODELS])

    def polnear_dev(self):
        return self.file("dev.jsonl", gzip.decompress(read(os.path.join(EVALUATION, "data", "polnear", "dev.jsonl.gz"))))

    def test_own_corpus(self):
        self.assert_same_analysis(OWN_CORPUS)

    def test_polnear_dev(self):
        self.assert_same_analysis(self.polnear_dev())

    def test_gold_whose_ends_are_moved_at_random(self):
        # Near misses of every kind, which no analysis gives in such numbers. Seeded: fails again where it failed.
        chance = random.Random(11)
        for gold in [OWN_CORPUS, self.polnear_dev()]:
            lines = []
            for document in map(json.loads, read(gold).splitlines()):
                length = len(document["text"])
                for quote in document["quotes"]:
                    for role in ["cue", "sources", "contents"]:
                        for span in quote[role]:
                            span["start"] = min(max(span["start"] + chance.choice([0, 0, -3, 4, 25]), 0), length - 1)
                            span["end"] = min(max(span["end"] + chance.choice([0, 0, 2, -4, -25]), span["start"] + 1), length)
                            del span["text"]
                        quote[role] = [span for span in quote[role] if chance.random() < 0.9]
                document["quotes"] = [quote for quote in document["quotes"] for _ in range(chance.choice([0, 1, 1, 2]))]
                chance.shuffle(document["quotes"])
                lines.append(json.dumps(document))
            predicted = self.file("predicted.jsonl", "\n".join(lines))
            self.assert_same_figures(gold, predicted, ["--predicted", predicted])


if __name__ == "__main__":
    main()

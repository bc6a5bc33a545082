"""Real output and shipped files against the JSON Schemas in docs/schema. Needs python3-jsonschema.

usage: schema_test.py PROGRAM SOURCE_FOLDER
"""
import json
import os
import subprocess
import sys
import tempfile
import unittest

import jsonschema

PROGRAM, SOURCE = (os.path.abspath(path) for path in sys.argv[1:3])
MODELS = os.path.join(SOURCE, "models")
CORPUS = os.path.join(SOURCE, "corpus")

DOCUMENTS = [
    {"id": "a", "title": "Trade", "date": "2025-11-24", "outlet": "Post", "text":
     "“We will keep trade open,” Foreign Minister Wang Yi told reporters. According to Beijing, tariffs hurt everybody.\n"},
    {"id": "b", "text": "Reuters: Does China object?\n\nMao Ning: We do. As the Secretary-General said, “dialogue is the way.”\n"},
    {"id": "c", "text": "Nothing was said."},
]


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


class SchemaTest(unittest.TestCase):
    def validator(self, name):
        with open(os.path.join(SOURCE, "docs", "schema", name + ".schema.json"), encoding="utf-8") as file:
            schema = json.load(file)
        jsonschema.Draft202012Validator.check_schema(schema)
        return jsonschema.Draft202012Validator(schema)

    def assert_valid(self, values, name):
        self.assertTrue(values, "nothing to check")
        validator = self.validator(name)
        for number, value in enumerate(values, 1):
            for error in validator.iter_errors(value):
                self.fail(f"{name} {number}: {'/'.join(map(str, error.absolute_path))}: {error.message}")

    def assert_not_valid(self, value, name):
        self.assertFalse(self.validator(name).is_valid(value))

    def score(self, *args, documents=None):
        with tempfile.TemporaryDirectory(prefix="quoth_schema_test_") as folder:
            path, errors = os.path.join(folder, "in.jsonl"), os.path.join(folder, "errors.jsonl")
            with open(path, "w", encoding="utf-8") as out:
                for document in documents or DOCUMENTS:
                    out.write(json.dumps(document, ensure_ascii=False) + "\n")
            result = subprocess.run([PROGRAM, "score", "--models", MODELS, "--errors", errors, *args, path],
                                    stdout=subprocess.PIPE, check=False)
            return [json.loads(line) for line in result.stdout.decode().splitlines()], lines(errors)

    def test_statements(self):
        statements, _ = self.score()
        self.assert_valid(statements, "statement")
        self.assert_not_valid({**statements[0], "more": 1}, "statement")
        self.assert_not_valid({**statements[0], "content": []}, "statement")

    def test_statements_of_the_articles(self):
        result = subprocess.run([PROGRAM, "score", "--models", MODELS, os.path.join(CORPUS, "articles")],
                                stdout=subprocess.PIPE, check=True)
        self.assert_valid([json.loads(line) for line in result.stdout.decode().splitlines()], "statement")

    def test_scored_statements(self):
        self.assert_valid(self.score("--input-format", "statements")[0], "scored_statement")

    def test_citron(self):
        documents, _ = self.score("--format", "citron")
        self.assertEqual([document["id"] for document in documents], ["a", "b", "c"])
        self.assert_valid(documents, "citron")

    def test_errors(self):
        _, errors = self.score(documents=[{"id": "a"}, {"text": 1}, [1]])
        self.assertEqual(len(errors), 3)
        self.assert_valid(errors, "error")

    def test_registry(self):
        with open(os.path.join(MODELS, "registry.en.json"), encoding="utf-8") as file:
            registry = json.load(file)
        self.assert_valid([registry], "registry")
        registry["people"][0]["office"] = []
        self.assert_not_valid(registry, "registry")

    def test_labelled_statements(self):
        statements = lines(os.path.join(CORPUS, "statements.jsonl"))
        self.assert_valid(statements, "labelled_statement")
        self.assert_not_valid({"id": "a", "text": "b"}, "labelled_statement")

    def test_gold_articles(self):
        for name in ["articles.jsonl", "articles-held-out.jsonl"]:
            self.assert_valid(lines(os.path.join(CORPUS, name)), "gold_article")
        for name in ["gold.jsonl", "predicted.jsonl"]:
            self.assert_valid(lines(os.path.join(SOURCE, "tests", "data", "attribution", name)), "gold_article")
        article = lines(os.path.join(CORPUS, "articles.jsonl"))[0]
        self.assert_not_valid({"id": "a", "text": "b"}, "gold_article")
        self.assert_not_valid({**article, "quotes": [{**article["quotes"][0], "kind": "reported"}]}, "gold_article")
        self.assert_not_valid({**article, "quotes": [{**article["quotes"][0], "cue": [{"start": 1}]}]}, "gold_article")

    def test_documents_found_and_converted_are_gold_articles(self):
        documents, _ = self.score("--format", "citron")
        self.assert_valid(documents, "gold_article")
        articles = os.path.join(CORPUS, "articles.jsonl")
        result = subprocess.run([PROGRAM, "convert", "--to", "jsonl", articles], stdout=subprocess.PIPE, check=True)
        self.assert_valid([json.loads(line) for line in result.stdout.decode().splitlines()], "gold_article")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])

